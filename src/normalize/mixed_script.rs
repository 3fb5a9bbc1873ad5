//! Words in which a letter of one script stands for its look-alike in the other.

use std::ops::Range;

use super::rewrite::{Replacement, Rewrite};
use crate::chars::confusable::{to_cyrillic, to_latin};
use crate::chars::scan::begins_latin;
use crate::chars::script::{is_cyrillic, is_latin};
use crate::edit::EditRule;

/// Longer runs of letters are no words.
const LONGEST_WORD: usize = 64;

/// Repairs words of Latin and Cyrillic letters whose odd letters all have a
/// look-alike in the script that the rest of the word can only be in.
pub(super) fn repair(text: &mut Rewrite<'_>) -> bool {
    let current = text.text();
    let mut found = Vec::new();
    let mut done = 0;
    for at in borders(current.as_bytes()) {
        if at >= done {
            let range = letters_around(current, done, at);
            done = range.end;
            word(current, range, &mut found);
        }
    }
    text.replace(found)
}

/// Places where a basic Latin letter touches a character that is not ASCII, or
/// where another Latin letter starts: every word of two scripts has one.
fn borders(text: &[u8]) -> impl Iterator<Item = usize> {
    let is_border = |one: u8, other: u8| {
        (one.is_ascii_alphabetic() && !other.is_ascii())
            || (!one.is_ascii() && other.is_ascii_alphabetic())
            || begins_latin(other)
    };
    let before = [b' '].into_iter().chain(text.iter().copied());
    before.zip(text).enumerate().filter(move |(_, (one, other))| is_border(*one, **other)).map(|(at, _)| at)
}

/// The run of letters around the border at `at`, which goes back no further than `from`.
fn letters_around(text: &str, from: usize, at: usize) -> Range<usize> {
    at - letters(text[from..at].chars().rev())..at + letters(text[at..].chars())
}

/// The bytes of the letters that `chars` begins with.
fn letters(chars: impl Iterator<Item = char>) -> usize {
    chars.take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum()
}

fn word(text: &str, range: Range<usize>, found: &mut Vec<Replacement>) {
    let word = &text[range.clone()];
    let Some(look_alike) = repairer(word) else { return };
    for (at, c) in word.char_indices() {
        if let Some(letter) = look_alike(c) {
            let at = range.start + at;
            found.push(Replacement::owned(at..at + c.len_utf8(), letter.to_string(), EditRule::MixedScript));
        }
    }
}

/// What to put for which letters of the word, if it is mixed and leaves no doubt.
fn repairer(word: &str) -> Option<fn(char) -> Option<char>> {
    let mut seen = Seen::default();
    for (count, c) in word.chars().enumerate() {
        seen.letter(c);
        if count == LONGEST_WORD {
            return None;
        }
    }
    if seen.other || !(seen.latin && seen.cyrillic) || is_abbreviation_with_ending(word) {
        return None;
    }
    match (seen.only_latin, seen.only_cyrillic) {
        (false, true) => Some(to_cyrillic),
        (true, false) => Some(to_latin),
        _ => None,
    }
}

/// Which letters a word has; `only_…`: letters without a look-alike.
#[derive(Default)]
struct Seen {
    latin: bool,
    cyrillic: bool,
    only_latin: bool,
    only_cyrillic: bool,
    other: bool,
}

impl Seen {
    fn letter(&mut self, c: char) {
        if is_latin(c) {
            self.latin = true;
            self.only_latin |= to_cyrillic(c).is_none();
        } else if is_cyrillic(c) {
            self.cyrillic = true;
            self.only_cyrillic |= to_latin(c).is_none();
        } else {
            self.other = true;
        }
    }
}

/// `PCшный`: a Latin abbreviation with a Cyrillic ending is meant that way.
fn is_abbreviation_with_ending(word: &str) -> bool {
    let capitals = word.chars().take_while(|c| is_latin(*c) && c.is_uppercase()).count();
    let rest = || word.chars().skip(capitals);
    capitals >= 2 && rest().next().is_some() && rest().all(|c| is_cyrillic(c) && c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> String {
        let mut rewrite = Rewrite::new(text);
        repair(&mut rewrite);
        rewrite.text().to_owned()
    }

    #[test]
    fn slips_are_repaired() {
        let cases = [
            ("18643 переглядiв", "18643 переглядів"),
            ("Cупер, Украïна", "Супер, Україна"),
            ("Gооglе", "Google"),
            ("пiд'їзд", "під'їзд"),
            ("ïжак", "їжак"),
        ];
        for (source, wanted) in cases {
            assert_eq!(repaired(source), wanted);
        }
    }

    #[test]
    fn intended_mixtures_stay() {
        for text in ["Wi-Fi-роутер", "IT-фахівець", "SMSка", "PCшный", "iPhone", "USBшный", "G7", "COVID-19", "H₂O"]
        {
            assert_eq!(repaired(text), text);
        }
    }
}
