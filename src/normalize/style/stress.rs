//! Stress marks over Cyrillic vowels.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::canonical_combining_class;

use crate::chars::confusable::{to_cyrillic, to_latin};
use crate::chars::script::is_cyrillic;
use crate::edit::EditRule;
use crate::normalize::rewrite::{Replacement, Rewrite};

const GRAVE: char = '\u{300}';
const ACUTE: char = '\u{301}';

/// Longer runs of letters are no words.
const LONGEST_WORD: usize = 64;

/// The vowels of Russian, Ukrainian, Bulgarian, Belarusian and Macedonian.
const VOWELS: &str = "аеєиіїоуыэюяёъѣАЕЄИІЇОУЫЭЮЯЁЪѢ";

/// Vowels that have a character of their own with a grave.
const GRAVE_VOWELS: &[(char, &str)] = &[('Ѐ', "Е"), ('Ѝ', "И"), ('ѐ', "е"), ('ѝ', "и")];

/// Latin vowels with a mark, which are typed for Cyrillic ones with it.
const LATIN_VOWELS: &[(char, &str)] = &[
    ('À', "А"),
    ('Á', "А"),
    ('È', "Е"),
    ('É', "Е"),
    ('Ì', "І"),
    ('Í', "І"),
    ('Ò', "О"),
    ('Ó', "О"),
    ('Ý', "У"),
    ('à', "а"),
    ('á', "а"),
    ('è', "е"),
    ('é', "е"),
    ('ì', "і"),
    ('í', "і"),
    ('ò', "о"),
    ('ó', "о"),
    ('ý', "у"),
];

/// Takes the stress marks out of every word with Cyrillic letters.
pub(super) fn remove(text: &mut Rewrite<'_>) -> bool {
    let current = text.text();
    let mut found = Vec::new();
    for range in words(current) {
        word(&current[range.clone()], range.start, &mut found);
    }
    text.replace(found)
}

/// The runs of letters and marks that are not all ASCII.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split(|c: char| !c.is_alphabetic() && canonical_combining_class(c) == 0).filter_map(move |word| {
        let start = at;
        // What parts two words need not be ASCII.
        let parted = text[start + word.len()..].chars().next().map_or(0, char::len_utf8);
        at = start + word.len() + parted;
        (!word.is_ascii()).then_some(start..start + word.len())
    })
}

fn word(word: &str, offset: usize, found: &mut Vec<Replacement>) {
    let is_cyrillic_word = is_cyrillic_with_latin_vowels(word);
    let tells_apart = is_told_apart_by_grave(word);
    let mut before = None;
    for (at, c) in word.char_indices() {
        let plain = match c {
            ACUTE => before.filter(|c| VOWELS.contains(*c)).map(|_| ""),
            GRAVE => before.filter(|c| VOWELS.contains(*c) && !tells_apart).map(|_| ""),
            _ => vowel(c, GRAVE_VOWELS)
                .filter(|_| !tells_apart)
                .or_else(|| vowel(c, LATIN_VOWELS).filter(|_| is_cyrillic_word)),
        };
        if let Some(plain) = plain {
            let at = offset + at;
            found.push(Replacement::with(at..at + c.len_utf8(), Cow::Borrowed(plain), EditRule::Stress));
        }
        before = Some(c);
    }
}

fn vowel(c: char, vowels: &[(char, &'static str)]) -> Option<&'static str> {
    vowels.iter().find(|(marked, _)| *marked == c).map(|(_, plain)| *plain)
}

/// A word of one vowel needs no stress mark: its grave tells it from another
/// (Bulgarian ѝ from и, Macedonian сѐ from се, нѐ from не).
fn is_told_apart_by_grave(word: &str) -> bool {
    word.chars().filter(|c| VOWELS.contains(*c) || vowel(*c, GRAVE_VOWELS).is_some()).count() == 1
}

/// A word that is Cyrillic for certain, but for letters that look Cyrillic.
fn is_cyrillic_with_latin_vowels(word: &str) -> bool {
    let latin_vowel = |c| vowel(c, LATIN_VOWELS).is_some();
    let passes =
        |c: char| is_cyrillic(c) || latin_vowel(c) || to_cyrillic(c).is_some() || canonical_combining_class(c) != 0;
    word.chars().any(latin_vowel)
        && word.chars().any(|c| is_cyrillic(c) && to_latin(c).is_none())
        && word.chars().all(passes)
        && word.chars().nth(LONGEST_WORD).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn removed(text: &str) -> String {
        let mut rewrite = Rewrite::new(text);
        remove(&mut rewrite);
        rewrite.text().to_owned()
    }

    #[test]
    fn stress_goes_and_letters_stay() {
        let cases = [
            ("за\u{301}мок, замо\u{301}к", "замок, замок"),
            ("Украї\u{301}на, є\u{301}дність", "Україна, єдність"),
            ("бъ\u{301}лгарски, вода\u{300}", "български, вода"),
            ("зáмок, зaмóк, Óльга", "замок, зaмок, Ольга"),
            ("ко\u{301}смона\u{300}вт, доро\u{300}га", "космонавт, дорога"),
            ("мѝлост", "милост"),
            ("что\u{301}, чтó", "что, что"),
        ];
        for (source, wanted) in cases {
            assert_eq!(removed(source), wanted);
        }
        let stay = [
            "й, ї, ё, ў, ѓ, ќ, Йод, їжа, ещё",
            "Да ѝ кажа. Сѐ и нѐ.",
            "и\u{306}од, i\u{308}жа",
            "café, Málaga, résumé",
            "г\u{301}, р\u{301}",
            "UdSSRá",
        ];
        for text in stay {
            assert_eq!(removed(text), text);
        }
    }
}
