//! The shape of a block: what can be counted in it without knowing a word.

use crate::rules::tokens::{Token, TokenKind, Tokens};

/// Counts over a block's tokens; for long blocks over those of its sample.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shape {
    /// Words and numbers.
    pub(super) words: u8,
    pub(super) numbers: u8,
    /// Words with a capital.
    pub(super) capitals: u8,
    /// Letters of all words.
    pub(super) letters: u16,
    /// Words of capitals alone, of at least three letters.
    pub(super) shouted: u8,
    /// Full stops and their kin with more behind them.
    pub(super) sentences: u8,
    pub(super) commas: u8,
    /// Bars, bullets, arrows between words.
    pub(super) separators: u8,
    pub(super) brackets: u8,
    pub(super) quotes: u8,
    /// Whether there is an address, or the sign of one.
    pub(super) address: bool,
    /// Whether there is a year of today among the numbers.
    pub(super) year: bool,
    /// Whether there is a time of day, or what looks like one.
    pub(super) clock: bool,
    /// Whether a word goes on with a capital, as where a headline and a text are glued.
    pub(super) glued: bool,
    /// `©`, `®`, `™`
    pub(super) rights: bool,
    /// `$`, `€`, `%` and their like.
    pub(super) sums: bool,
    /// Hashes of the block's first content words.
    pub(super) vocabulary: Vocabulary,
}

/// The first words of a block that carry meaning, in a few bits each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Vocabulary {
    words: [u16; MOST_WORDS],
    count: u8,
}

/// Letters of a word that its hash takes in: most languages inflect the end.
const STEM: usize = 5;

/// Words of a block that its vocabulary holds.
const MOST_WORDS: usize = 24;

/// A word of content has this many bytes at least; shorter ones are mostly grammar.
const FEWEST_BYTES: usize = 4;

/// Bits of a word's hash: enough that the words of a page seldom meet by chance.
pub(super) const WORD_BITS: u32 = 12;

impl Vocabulary {
    pub(super) fn words(&self) -> &[u16] {
        &self.words[..usize::from(self.count)]
    }

    fn add(&mut self, key: u64) {
        if let Some(place) = self.words.get_mut(usize::from(self.count)) {
            *place = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - WORD_BITS)) as u16;
            self.count += 1;
        }
    }
}

/// The shape of a block with `tokens`.
pub(super) fn shape(text: &str, tokens: &Tokens) -> Shape {
    let mut shape = Shape::default();
    let mut before: Option<&Token> = None;
    for (place, token) in tokens.iter().enumerate() {
        let next = tokens.get(place + 1);
        match token.kind {
            TokenKind::Word => word(&mut shape, text, token, before),
            TokenKind::Number => number(&mut shape, token),
            TokenKind::Mark => mark(&mut shape, token, before, next),
        }
        before = Some(token);
    }
    shape
}

fn word(shape: &mut Shape, text: &str, token: &Token, before: Option<&Token>) {
    shape.words = shape.words.saturating_add(1);
    shape.capitals = shape.capitals.saturating_add(u8::from(token.capital));
    shape.letters = shape.letters.saturating_add(token.len().min(usize::from(u16::MAX)) as u16);
    shape.glued |= token.is_camel();
    let word = &text[token.start as usize..token.end as usize];
    if token.capital && token.len() > 2 && is_shouted(word) {
        shape.shouted = shape.shouted.saturating_add(1);
    }
    if token.len() >= FEWEST_BYTES {
        shape.vocabulary.add(stem(word));
    } else if token.glued
        && let Some(before) = before.filter(|before| before.len() == 3 && token.len() == 3)
    {
        // Ideographs carry meaning in pairs.
        shape.vocabulary.add(before.key.rotate_left(7) ^ token.key);
    }
}

/// A number for the first letters of a word, in small letters.
fn stem(word: &str) -> u64 {
    let lower = |c: char| if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
    word.chars().take(STEM).fold(0, |hash: u64, c| hash.rotate_left(11) ^ u64::from(lower(c)))
}

/// Whether a word that begins with a capital goes on with one.
fn is_shouted(word: &str) -> bool {
    word.chars().nth(1).is_some_and(char::is_uppercase) && word.chars().last().is_some_and(char::is_uppercase)
}

fn number(shape: &mut Shape, token: &Token) {
    shape.words = shape.words.saturating_add(1);
    shape.numbers = shape.numbers.saturating_add(1);
    shape.year |= token.len() == 4 && (1990..2040).contains(&token.key);
}

fn mark(shape: &mut Shape, token: &Token, before: Option<&Token>, next: Option<&Token>) {
    let Some(mark) = char::from_u32(token.key as u32) else { return };
    let count = match mark {
        '.' | '!' | '?' | '\u{2026}' if token.len() > 1 || next.is_some_and(|next| !next.glued) => &mut shape.sentences,
        '\u{964}' | '\u{61F}' | '\u{6D4}' => &mut shape.sentences,
        ',' | ';' | '\u{60C}' => &mut shape.commas,
        '|' | '/' | '>' | '\u{203A}' | '\u{2192}' | '\u{B7}' | '\u{2022}' | '\u{BB}' => &mut shape.separators,
        '(' | '[' | '{' => &mut shape.brackets,
        '"' => &mut shape.quotes,
        '@' => return shape.address = true,
        '\u{A9}' | '\u{AE}' | '\u{2122}' => return shape.rights = true,
        '$' | '\u{20AC}' | '\u{A3}' | '%' | '\u{A5}' | '\u{20B4}' | '\u{20BD}' | '\u{20B9}' => {
            return shape.sums = true;
        }
        ':' => return colon(shape, token, before, next),
        '.' => return dot(shape, token, next),
        _ => return,
    };
    *count = count.saturating_add(1);
}

/// `14:20`, `http://`
fn colon(shape: &mut Shape, token: &Token, before: Option<&Token>, next: Option<&Token>) {
    let is_number = |token: Option<&Token>| token.is_some_and(|token| token.kind == TokenKind::Number);
    let glued = token.glued && next.is_some_and(|next| next.glued);
    shape.clock |= glued && is_number(before) && is_number(next);
    shape.address |= glued && next.is_some_and(|next| next.is_mark('/'));
}

/// A full stop inside of a word: `example.org`.
fn dot(shape: &mut Shape, token: &Token, next: Option<&Token>) {
    let lower = next.is_some_and(|next| next.glued && next.kind == TokenKind::Word && !next.capital);
    shape.address |= token.glued && lower;
}
