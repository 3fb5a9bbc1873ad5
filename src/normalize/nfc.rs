//! Unicode's normal form NFC, as edits.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::rewrite::{Replacement, Rewrite};
use crate::chars::scan::{Traits, specials};
use crate::edit::EditRule;

/// Whether a line with `traits` may be out of NFC.
pub(super) fn may_change(line: &str, traits: Traits) -> bool {
    traits.has(Traits::UNNORMALIZED) || (traits.has(Traits::SPECIAL) && specials(line).any(|c| !is_boundary(c)))
}

/// Brings `text` to NFC, one edit for each stretch that changes.
///
/// A stretch starts at a character of combining class 0 that the quick check
/// answers Yes for: nothing before it can change it, or be changed by it
/// (UAX #15, section 9).
pub(super) fn compose(text: &mut Rewrite<'_>) -> bool {
    let current = text.text();
    if is_nfc_quick(current.chars()) == IsNormalized::Yes {
        return false;
    }
    let mut found = Vec::new();
    let mut start = 0;
    let mut doubtful = false;
    for (at, c) in current.char_indices() {
        if is_boundary(c) {
            if doubtful {
                found.extend(composed(current, start, at));
            }
            (start, doubtful) = (at, false);
        } else {
            doubtful = true;
        }
    }
    if doubtful {
        found.extend(composed(current, start, current.len()));
    }
    text.replace(found)
}

fn is_boundary(c: char) -> bool {
    c.is_ascii() || (canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes)
}

fn composed(text: &str, start: usize, end: usize) -> Option<Replacement> {
    let stretch = &text[start..end];
    let composed: String = stretch.nfc().collect();
    // The stretch may begin with a blank, which is no part of what changes.
    let same = stretch.chars().zip(composed.chars()).take_while(|(old, new)| old == new);
    let same: usize = same.map(|(old, _)| old.len_utf8()).sum();
    (composed != stretch).then(|| Replacement::owned(start + same..end, composed[same..].to_owned(), EditRule::Nfc))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stretch_is_an_edit() {
        let mut text = Rewrite::new("мои\u{306} і\u{308}жак, A\u{30A} \u{212B}, \u{1100}\u{1161}\u{11A8}");
        assert!(compose(&mut text));
        let (text, edits) = text.finish(0);
        assert_eq!(text, "мой їжак, Å Å, 각");
        assert_eq!(edits.len(), 5);
        assert!(edits.iter().all(|edit| edit.rule == EditRule::Nfc));
    }
}
