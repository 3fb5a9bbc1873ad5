//! Diacritics of Latin and Greek letters, the points of Arabic and Hebrew.

use std::borrow::Cow;

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

use crate::chars::script::is_latin;
use crate::edit::EditRule;
use crate::normalize::rewrite::{Replacement, Rewrite};

/// Letters that have no decomposition, in the order of their code points: with a
/// stroke, a bar or a hook, or of two letters; and the forms of Arabic letters that
/// are typed for each other (alef with hamza, madda or wasla; the yeh and the
/// kaf of Persian; alef maksura).
const LETTERS: &[(char, &str)] = &[
    ('Æ', "AE"),
    ('Ð', "D"),
    ('Ø', "O"),
    ('Þ', "TH"),
    ('æ', "ae"),
    ('ð', "d"),
    ('ø', "o"),
    ('þ', "th"),
    ('Đ', "D"),
    ('đ', "d"),
    ('Ħ', "H"),
    ('ħ', "h"),
    ('ı', "i"),
    ('Ł', "L"),
    ('ł', "l"),
    ('Œ', "OE"),
    ('œ', "oe"),
    ('Ŧ', "T"),
    ('ŧ', "t"),
    ('ƀ', "b"),
    ('Ɓ', "B"),
    ('Ɖ', "D"),
    ('Ɗ', "D"),
    ('Ɨ', "I"),
    ('Ƙ', "K"),
    ('ƙ', "k"),
    ('Ƴ', "Y"),
    ('ƴ', "y"),
    ('Ƶ', "Z"),
    ('ƶ', "z"),
    ('Ǥ', "G"),
    ('ǥ', "g"),
    ('Ƀ', "B"),
    ('ɓ', "b"),
    ('ɖ', "d"),
    ('ɗ', "d"),
    ('ɨ', "i"),
    ('آ', "ا"),
    ('أ', "ا"),
    ('إ', "ا"),
    ('ى', "ي"),
    ('ٱ', "ا"),
    ('ک', "ك"),
    ('ی', "ي"),
];

/// Takes diacritics off Latin and Greek letters, and takes the points of
/// Arabic and Hebrew out.
pub(super) fn fold(text: &mut Rewrite<'_>) -> bool {
    let mut found = Vec::new();
    let mut base_is_bare = false;
    for (at, c) in text.text().char_indices() {
        let is_mark = canonical_combining_class(c) != 0;
        let with = match is_mark {
            true => (is_point(c) || (base_is_bare && is_diacritic(c))).then_some(Cow::Borrowed("")),
            false if c == TATWEEL => Some(Cow::Borrowed("")),
            false => bare(c),
        };
        base_is_bare = if is_mark { base_is_bare } else { is_latin(c) || is_greek(c) };
        found.extend(with.map(|with| Replacement::with(at..at + c.len_utf8(), with, EditRule::Diacritics)));
    }
    text.replace(found)
}

/// The Arabic stroke that stretches a word.
const TATWEEL: char = '\u{640}';

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}')
}

/// The marks of the blocks for all scripts.
fn is_diacritic(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{FE20}'..='\u{FE2F}')
}

/// The cantillation marks and vowel points of Hebrew; of Arabic the vowel
/// signs, the hamza and the madda as marks, and those of the Quran.
fn is_point(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}'
        | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}')
}

fn bare(c: char) -> Option<Cow<'static, str>> {
    if c.is_ascii() {
        return None;
    }
    if let Some(letter) = listed(c) {
        return Some(Cow::Borrowed(letter));
    }
    if !c.is_alphabetic() || !(is_latin(c) || is_greek(c)) {
        return None;
    }
    let mut bare = String::new();
    // ǿ and ǽ are letters of the table under a mark.
    decompose_canonical(c, |part| match listed(part) {
        Some(letter) => bare.push_str(letter),
        None if canonical_combining_class(part) == 0 => bare.push(part),
        None => {}
    });
    (!bare.chars().eq([c])).then_some(Cow::Owned(bare))
}

fn listed(c: char) -> Option<&'static str> {
    LETTERS.binary_search_by_key(&c, |(letter, _)| *letter).ok().map(|found| LETTERS[found].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut rewrite = Rewrite::new(text);
        fold(&mut rewrite);
        rewrite.text().to_owned()
    }

    #[test]
    fn letters_are_sorted() {
        assert!(LETTERS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn marks_go_and_letters_stay() {
        let cases = [
            ("café, Łódź, Đorđe, Ångström, Ǿ, Ꜳ", "cafe, Lodz, Dorde, Angstrom, O, Ꜳ"),
            ("Tiếng Việt, m\u{304}n", "Tieng Viet, mn"),
            ("ἄνθρωπος, Ελλάδα, ᾳ", "ανθρωπος, Ελλαδα, α"),
            ("מִלָּה", "מלה"),
            ("مُحَمَّدٌ، كتـــاب، أحمد، ایران", "محمد، كتاب، احمد، ايران"),
            ("й, ї, ё, ў, ґ, ӣ, за\u{301}мок", "й, ї, ё, ў, ґ, ӣ, за\u{301}мок"),
            ("हिंदी, ภาษาไทย, ガ, 한국어, ≠", "हिंदी, ภาษาไทย, ガ, 한국어, ≠"),
            ("ß, ŋ, ə, ´, ¨", "ß, ŋ, ə, ´, ¨"),
        ];
        for (source, wanted) in cases {
            assert_eq!(folded(source), wanted);
        }
    }
}
