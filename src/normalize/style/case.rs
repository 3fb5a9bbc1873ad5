//! Full case folding.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::edit::EditRule;
use crate::normalize::rewrite::Rewrite;

/// Folds the case of every letter.
pub(super) fn fold(text: &mut Rewrite<'_>) -> bool {
    super::each(text, EditRule::Case, folded)
}

/// The lower case of the upper case, as CaseFolding.txt is made, with the lower
/// case taken first so that ẞ is ss like ß. The dotless ı has no fold: its upper
/// case is the other i's. Cherokee folds to lower case rather than to upper.
fn folded(c: char) -> Option<Cow<'static, str>> {
    if c.is_ascii() {
        return c.is_ascii_uppercase().then(|| Cow::Owned(c.to_ascii_lowercase().to_string()));
    }
    if c == 'ı' {
        return None;
    }
    let folded = c.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase);
    if folded.clone().eq([c]) {
        return None;
    }
    // ΐ folds to a letter and two marks, which compose again.
    let folded: String = folded.nfc().collect();
    (!folded.chars().eq([c])).then_some(Cow::Owned(folded))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folded_letters_stay() {
        for c in char::MIN..=char::MAX {
            if let Some(folded) = folded(c) {
                assert!(folded.chars().all(|c| super::folded(c).is_none()), "{c:?} is {folded:?}");
            }
        }
    }

    /// Unicode 16.0, CaseFolding.txt: of each kind of entry some.
    #[test]
    fn letters_fold_as_the_standard_has_it() {
        let cases = [
            ('A', "a"),
            ('ß', "ss"),
            ('ẞ', "ss"),
            ('ς', "σ"),
            ('Σ', "σ"),
            ('ſ', "s"),
            ('µ', "μ"),
            ('İ', "i\u{307}"),
            ('ﬁ', "fi"),
            ('ŉ', "ʼn"),
            ('և', "եւ"),
            ('ᾳ', "αι"),
            ('ϑ', "θ"),
            ('Ў', "ў"),
            ('ǅ', "ǆ"),
            ('Ⓐ', "ⓐ"),
            ('Ⴀ', "ⴀ"),
            ('𐐀', "𐐨"),
        ];
        for (c, wanted) in cases {
            assert_eq!(folded(c).as_deref(), Some(wanted), "{c}");
        }
        for c in ['a', 'ı', 'ΐ', 'ǰ', 'я', 'ა', '一', '1'] {
            assert_eq!(folded(c), None, "{c}");
        }
    }
}
