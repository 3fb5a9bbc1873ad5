//! What can be said of a block by itself. It depends on the block's repaired
//! text alone, so that it is the same when the text is cleaned again.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::counts::Counts;
use super::shape::{self, Shape};
use crate::chars::first_bytes;
use crate::rules::Hit;
use crate::rules::tokens::{Token, TokenKind, Tokens};

/// What stands at the start of a list's item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// A bullet.
    Bullet,
    /// A hyphen or a dash: an item, an aside, a line of dialogue.
    Dash,
    /// `1.`, `2)`.
    Number,
    /// A quantity: `500 g`, `2 cups`.
    Quantity,
}

/// How a block ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// `.`, `!`, `?`, `…` and their kin, perhaps with a quotation mark or a bracket behind.
    Sentence,
    /// `:`
    Colon,
    /// `;` or `,`, as list items end.
    Clause,
    /// Anything else.
    Open,
}

/// Evidence of one block.
#[derive(Clone, Debug)]
pub(super) struct Evidence {
    /// Words; two ideographs count as one.
    pub(super) words: u32,
    pub(super) ending: Ending,
    pub(super) marker: Option<Marker>,
    /// Whether the first letter is a capital, or has no case.
    pub(super) capital: bool,
    /// Whether it is a name and a value with a colon between: `Serves: 6`.
    pub(super) pair: bool,
    /// Whether it holds letters at all.
    pub(super) letters: bool,
    /// Equal blocks have equal hashes.
    pub(super) hash: u64,
    pub(super) hit: Option<Hit>,
    pub(super) shape: Shape,
    /// How many function words of each language there are, by its place in
    /// [`RuleSet::languages`](crate::rules::RuleSet::languages).
    pub(super) function_words: Counts,
}

/// The languages with most function words among a block's words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Votes {
    /// Its place among the languages of the rules; of several the first.
    pub(super) language: u8,
    /// Whether no other has as many.
    pub(super) alone: bool,
    pub(super) votes: u32,
}

impl Evidence {
    /// Which language has most function words, if any has one.
    pub(super) fn votes(&self) -> Option<Votes> {
        let (votes, languages) = self.function_words.most();
        let language = languages.trailing_zeros() as u8;
        (votes > 0).then_some(Votes { language, alone: languages.is_power_of_two(), votes })
    }
}

/// Bytes of a long block that function words are counted in.
const SAMPLE: usize = 160;

/// The evidence of a block. `tokens` are those of the whole text if it has
/// fewer words than rules look at (then `hit` is the rule that fits), else those
/// of its [`sample`].
pub(super) fn evidence(text: &str, words: u32, tokens: &Tokens, hit: Option<Hit>) -> Evidence {
    let first_word = tokens.iter().find(|token| token.kind == TokenKind::Word);
    Evidence {
        words,
        ending: ending(text),
        marker: marker(text, words, tokens),
        capital: first_word.is_some_and(|token| !begins_lower(&text[token.start as usize..])),
        pair: is_pair(words, tokens),
        letters: first_word.is_some(),
        hash: hash(text),
        hit,
        shape: shape::shape(text, tokens),
        function_words: function_words(tokens),
    }
}

fn function_words(tokens: &Tokens) -> Counts {
    let mut counts = Counts::default();
    tokens.function_words.iter().for_each(|languages| counts.add(*languages));
    counts
}

/// The part of a long block that is looked at word by word.
pub(super) fn sample(text: &str) -> &str {
    first_bytes(text, SAMPLE)
}

/// Pairs are no longer than this.
const LONGEST_PAIR: u32 = 12;

fn is_pair(words: u32, tokens: &[Token]) -> bool {
    let colon = tokens.iter().take(5).position(|token| token.is_mark(':') && token.glued);
    words <= LONGEST_PAIR
        && colon.is_some_and(|colon| colon > 0 && tokens.get(colon + 1).is_some_and(|next| !next.glued))
}

fn begins_lower(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// Words of a repaired line: blanks and one, and half of the ideographs (first
/// bytes E3 to E9), which are written without blanks.
pub(super) fn count_words(text: &[u8]) -> u32 {
    let (blanks, ideographs) = text.iter().fold((0u32, 0u32), |(blanks, ideographs), byte| {
        (blanks + u32::from(*byte == b' '), ideographs + u32::from(byte.wrapping_sub(0xE3) < 7))
    });
    if text.is_empty() { 0 } else { blanks + 1 + ideographs / 2 }
}

fn ending(text: &str) -> Ending {
    let closing = |c: &char| matches!(c, '"' | '\'' | '”' | '“' | '»' | '’' | ')' | ']' | '」' | '』' | '）');
    match text.chars().rev().take(4).find(|c| !closing(c)) {
        Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' | '۔' | '։' | '‽') => Ending::Sentence,
        Some(':' | '：') => Ending::Colon,
        Some(';' | ',') => Ending::Clause,
        _ => Ending::Open,
    }
}

/// Bullets that open list items; a dash may open other things too.
const BULLETS: &[char] =
    &['•', '·', '‣', '◦', '▪', '■', '●', '○', '*', '►', '▶', '→', '➔', '✓', '✔', '✅', '–', '♦', '□', '▢', '☐', '⁃'];

fn marker(text: &str, words: u32, tokens: &[Token]) -> Option<Marker> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let blank = chars.next() == Some(' ');
    match first {
        '-' | '–' | '—' | '―' if blank => Some(Marker::Dash),
        _ if blank && BULLETS.contains(&first) => Some(Marker::Bullet),
        _ if numbered(tokens) => Some(Marker::Number),
        _ => (words <= LONGEST_QUANTITY && quantified(tokens)).then_some(Marker::Quantity),
    }
}

/// Lines of a list of ingredients are no longer than this.
const LONGEST_QUANTITY: u32 = 20;

/// A number and a word without a capital, as in a list of ingredients; dates,
/// counters and prices are the rules' to tell.
fn quantified(tokens: &[Token]) -> bool {
    let [number, .., last] = tokens else { return false };
    let unit = tokens.iter().find(|token| token.kind == TokenKind::Word);
    number.kind == TokenKind::Number
        && number.len() <= 4
        && unit.is_some_and(|unit| !unit.capital && unit.start - number.end < 4)
        && last.kind == TokenKind::Word
}

/// `1. Word` or `1) Word`, with at most two digits.
fn numbered(tokens: &[Token]) -> bool {
    let [number, mark, next, ..] = tokens else { return false };
    let plain = number.kind == TokenKind::Number && number.len() <= 2 && mark.glued && !next.glued;
    plain && (mark.is_mark('.') || mark.is_mark(')'))
}
