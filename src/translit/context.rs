//! What stands around a letter.

use unicode_normalization::char::is_combining_mark;

/// The Cyrillic block and its supplement; all of it is two bytes long in UTF-8.
pub(super) const FIRST: u32 = 0x400;
pub(super) const AFTER_LAST: u32 = 0x530;

/// The apostrophe in rules, whichever one a text has.
pub(super) const APOSTROPHE: char = '\u{2019}';

/// What people type for an apostrophe.
const APOSTROPHES: [char; 7] = ['\'', '`', '\u{b4}', '\u{2bc}', '\u{2018}', APOSTROPHE, '\u{2032}'];

#[inline]
pub(super) fn is_apostrophe(letter: char) -> bool {
    APOSTROPHES.contains(&letter)
}

/// Between the two ranges are the thousands sign and marks.
#[inline]
pub(super) fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}')
}

/// The small letter, where that is one character; the common ones without a table.
#[inline]
pub(super) fn lower(letter: char) -> char {
    match letter {
        'а'..='џ' => letter,
        '\0'..='\x7f' => letter.to_ascii_lowercase(),
        _ => {
            let mut lower = letter.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(small), None) => small,
                _ => letter,
            }
        }
    }
}

/// A side of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Neighbour {
    /// Neither a letter nor an apostrophe within the word.
    Edge,
    Letter(char),
}

/// The last letter of `before`, stress marks left out; an apostrophe counts
/// behind a Cyrillic letter.
#[inline]
pub(super) fn last(before: &str) -> Neighbour {
    if let Some(letter) = before.chars().next_back().filter(|letter| is_cyrillic(*letter)) {
        return Neighbour::Letter(letter);
    }
    let mut letters = before.chars().rev().filter(|letter| !is_combining_mark(*letter));
    match letters.next() {
        Some(letter) if letter.is_alphabetic() && !is_apostrophe(letter) => Neighbour::Letter(letter),
        Some(letter) if is_apostrophe(letter) && letters.next().is_some_and(is_cyrillic) => {
            Neighbour::Letter(APOSTROPHE)
        }
        _ => Neighbour::Edge,
    }
}

/// The first letter of `after`; an apostrophe counts before a Cyrillic letter.
#[inline]
pub(super) fn first(after: &str) -> Neighbour {
    if let Some(letter) = after.chars().next().filter(|letter| is_cyrillic(*letter)) {
        return Neighbour::Letter(letter);
    }
    let mut letters = after.chars().filter(|letter| !is_combining_mark(*letter));
    match letters.next() {
        Some(letter) if letter.is_alphabetic() && !is_apostrophe(letter) => Neighbour::Letter(letter),
        Some(letter) if is_apostrophe(letter) && letters.next().is_some_and(is_cyrillic) => {
            Neighbour::Letter(APOSTROPHE)
        }
        _ => Neighbour::Edge,
    }
}

/// Cyrillic letters, the apostrophe and the edge of a word, as a rule names them.
#[derive(Clone, Debug, Default)]
pub(super) struct Letters {
    bits: [u64; ((AFTER_LAST - FIRST) / 64 + 1) as usize],
    apostrophe: bool,
    edge: bool,
}

impl Letters {
    /// `^` and `$` are the edge.
    pub(super) fn new(named: &str) -> Self {
        let mut letters = Self::default();
        for letter in named.chars() {
            match letter {
                '^' | '$' => letters.edge = true,
                APOSTROPHE => letters.apostrophe = true,
                _ => letters.insert(letter),
            }
        }
        letters
    }

    fn insert(&mut self, letter: char) {
        let place = u32::from(letter).wrapping_sub(FIRST) as usize;
        if let Some(bits) = self.bits.get_mut(place / 64) {
            *bits |= 1 << (place % 64);
        }
    }

    #[inline]
    pub(super) fn has(&self, neighbour: Neighbour) -> bool {
        match neighbour {
            Neighbour::Edge => self.edge,
            Neighbour::Letter(APOSTROPHE) => self.apostrophe,
            Neighbour::Letter(letter) => {
                let place = u32::from(lower(letter)).wrapping_sub(FIRST) as usize;
                self.bits.get(place / 64).is_some_and(|bits| bits >> (place % 64) & 1 == 1)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_letters_or_edges() {
        let letter = Neighbour::Letter;
        for (text, before, after) in [
            ("а", letter('а'), letter('а')),
            ("", Neighbour::Edge, Neighbour::Edge),
            ("а ", Neighbour::Edge, letter('а')),
            ("а\u{301}", letter('а'), letter('а')),
            ("м'", letter(APOSTROPHE), letter('м')),
            ("`а", letter('а'), letter(APOSTROPHE)),
            ("'", Neighbour::Edge, Neighbour::Edge),
            ("s'", Neighbour::Edge, letter('s')),
            ("-й", letter('й'), Neighbour::Edge),
        ] {
            assert_eq!((last(text), first(text)), (before, after), "{text:?}");
        }
        let set = Letters::new("^ая’");
        assert!(set.has(Neighbour::Edge) && set.has(letter('Я')) && set.has(letter(APOSTROPHE)));
        assert!(!set.has(letter('б')) && !set.has(letter('a')) && !Letters::new("а").has(Neighbour::Edge));
    }
}
