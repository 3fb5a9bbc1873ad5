//! Apostrophes, and the marks that are typed for them.

use unicode_normalization::char::canonical_combining_class;

use crate::edit::EditRule;
use crate::normalize::NormalizeOptions;
use crate::normalize::policy::Apostrophes;
use crate::normalize::rewrite::{Replacement, Rewrite};

/// Marks that are an apostrophe between two letters: quotation marks, accents
/// and primes that keyboards and fonts offer for it, the modifier letters of
/// romanisations, the marks of Armenian and Hebrew.
const BETWEEN_LETTERS: &[char] = &[
    '\'', '`', '´', '\u{2B9}', '\u{2BB}', '\u{2BC}', '\u{2BD}', '\u{2BE}', '\u{2BF}', '\u{2C8}', '\u{55A}', '\u{5F3}',
    '‘', '’', '‛', '′', '\u{A78C}', '\u{FF07}',
];

/// Letters that are an apostrophe wherever they stand: ʻ and ʼ.
const LETTERS: &[char] = &['\u{2BB}', '\u{2BC}'];

pub(super) fn is_on(options: &NormalizeOptions) -> bool {
    options.apostrophes != Apostrophes::Keep
}

/// Writes all apostrophes as the one that the options choose.
pub(super) fn fold(text: &mut Rewrite<'_>, options: &NormalizeOptions) -> bool {
    let (chosen, with) = match options.apostrophes {
        Apostrophes::Keep => return false,
        Apostrophes::Ascii => ('\'', "'"),
        Apostrophes::Typographic => ('’', "’"),
        Apostrophes::Letter => ('\u{2BC}', "\u{2BC}"),
    };
    let current = text.text();
    let mut found = Vec::new();
    let mut before = None;
    for (at, c) in current.char_indices() {
        let end = at + c.len_utf8();
        if c != chosen && is_apostrophe(before, c, &current[end..]) {
            found.push(Replacement::new(at..end, with, EditRule::Apostrophes));
        }
        before = Some(c);
    }
    text.replace(found)
}

fn is_apostrophe(before: Option<char>, c: char, after: &str) -> bool {
    LETTERS.contains(&c)
        || (BETWEEN_LETTERS.contains(&c)
            && before.is_some_and(is_letter_like)
            && after.chars().next().is_some_and(is_letter_like))
}

/// A letter, or a mark upon one.
pub(super) fn is_letter_like(c: char) -> bool {
    c.is_alphabetic() || canonical_combining_class(c) != 0
}
