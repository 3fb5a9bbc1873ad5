//! Digits that stand for the letters they look like: `м0локо`, `3акон`, `6абушка`.

use memchr::memchr3_iter;
use std::ops::Range;

use super::Finder;
use super::line::{cost, is_of_word};
use super::token::is_inside_code;
use super::word::{Reading, Script, reading};
use crate::chars::scan::Traits;
use crate::edit::EditRule;
use crate::normalize::rewrite::Replacement;
use crate::plausibility::bigrams::Model;

/// A digit that looks like a letter.
struct Digit {
    digit: u8,
    small: &'static str,
    capital: &'static str,
    /// What a word with the letter in front, or inside, may cost more than what stands around
    /// the digit, in half bits, in a line where nothing else is broken.
    excess_in_front: u32,
    excess_inside: u32,
}

/// The more seldom a number of this digit is glued to a word, the more its letter may cost:
/// with these figures about one glued word in fifty is misread (counted on the frequent words
/// of Russian, Ukrainian and Bulgarian); glued words are themselves rare.
const DIGITS: [Digit; 3] = [
    Digit { digit: b'0', small: "о", capital: "О", excess_in_front: 5, excess_inside: 4 },
    Digit { digit: b'3', small: "з", capital: "З", excess_in_front: 3, excess_inside: 5 },
    Digit { digit: b'6', small: "б", capital: "Б", excess_in_front: 4, excess_inside: 5 },
];

/// How much more it may cost where other words of the line are broken.
const AMONG_SLIPS: u32 = 4;

/// Most words that numbers stand behind are so short.
const LONGEST_PREPOSITION: usize = 3;

/// Shorter words with a digit are names and measures.
const SHORTEST_WORD: usize = 4;
/// Whether one of the digits stands before a Cyrillic letter.
pub(super) fn may_change(line: &str, traits: Traits) -> bool {
    traits.has(Traits::DIGIT_IN_WORD) && candidates(line.as_bytes()).next().is_some()
}

/// The places of digits that look like a letter, before a Cyrillic letter and behind no digit.
fn candidates(text: &[u8]) -> impl Iterator<Item = usize> {
    let digits = memchr3_iter(b'0', b'3', b'6', text);
    digits.filter(|at| {
        let before = at.checked_sub(1).map_or(b' ', |before| text[before]);
        let is_front = matches!(before, b' ' | b'(' | b'"') || !before.is_ascii();
        is_front && text.get(at + 1).is_some_and(|after| (0xD0..=0xD3).contains(after))
    })
}

pub(super) fn find(finder: &mut Finder<'_>) {
    let text = finder.line.text;
    for at in candidates(text.as_bytes()) {
        let start = at - before(&text[..at]);
        let end = at + 1 + after(&text[at + 1..]);
        finder.found.extend(letter(finder, start..end, at));
    }
}

fn before(text: &str) -> usize {
    text.chars().rev().take_while(|c| is_of_word(*c)).map(char::len_utf8).sum()
}

fn after(text: &str) -> usize {
    text.chars().take_while(|c| is_of_word(*c)).map(char::len_utf8).sum()
}

/// The letter for the digit at `at` of the word at `range`.
fn letter(finder: &Finder<'_>, range: Range<usize>, at: usize) -> Option<Replacement> {
    let text = finder.line.text;
    let (front, back) = (&text[range.start..at], &text[at + 1..range.end]);
    let digit = DIGITS.iter().find(|digit| digit.digit == text.as_bytes()[at])?;
    if !is_word(front, back) || touches_digit(text, &range) || is_inside_code(text, &range) {
        return None;
    }
    let language = finder.line.language(Script::Cyrillic)?;
    let letter = if front.is_empty() && starts_sentence(&text[..at]) { digit.capital } else { digit.small };
    let slack = if finder.repaired[Script::Cyrillic as usize] > 0 { AMONG_SLIPS } else { 0 };
    is_better(front, digit, back, language, slack).then(|| Replacement::new(at..at + 1, letter, EditRule::MixedScript))
}

/// Whether the parts before and behind a digit may be one word: Cyrillic letters, small
/// but for the first.
fn is_word(front: &str, back: &str) -> bool {
    let is_cyrillic = |part: &str| {
        part.is_empty() || matches!(reading(part), Reading::Sure(Script::Cyrillic) | Reading::Alike(Script::Cyrillic))
    };
    let is_small = back.chars().chain(front.chars().skip(1)).all(char::is_lowercase);
    let length = front.chars().count() + 1 + back.chars().count();
    is_small && length >= SHORTEST_WORD && is_cyrillic(front) && is_cyrillic(back)
}

fn touches_digit(text: &str, range: &Range<usize>) -> bool {
    let is_digit = |c: char| c.is_numeric();
    text[range.end..].starts_with(is_digit) || text[..range.start].ends_with(is_digit)
}

fn starts_sentence(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with(['.', '!', '?', '—', '"', '«'])
}

/// Whether the word with the letter is likelier than its parts on either side of a number.
fn is_better(front: &str, digit: &Digit, back: &str, language: &Model, slack: u32) -> bool {
    let price = |word: &str| cost(word, Script::Cyrillic, language);
    let whole = price(&format!("{front}{}{back}", digit.small));
    match front {
        "" => whole <= price(back) + digit.excess_in_front + slack,
        // `на3дня`: a preposition.
        _ if front.chars().count() <= LONGEST_PREPOSITION => whole <= price(front) + price(back),
        _ => whole <= price(front) + price(back) + digit.excess_inside + slack,
    }
}
