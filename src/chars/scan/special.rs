//! Characters that leave no ink, or that NFC replaces one by one.

use std::ops::Range;

use memchr::{memchr2_iter, memchr3_iter};
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, is_nfc_quick};

use crate::chars::invisible::invisible;

/// The characters of `line` that begin in `place` with a byte that special ones begin
/// with, in no order.
pub(super) fn candidates(line: &str, place: Range<usize>) -> impl Iterator<Item = char> {
    let bytes = &line.as_bytes()[place.clone()];
    let begins = memchr3_iter(0xC2, 0xE2, 0xEF, bytes).chain(memchr2_iter(0xE1, 0xE3, bytes));
    // A continuation byte is never one of these.
    begins.filter_map(move |at| line[place.start + at..].chars().next())
}

/// Whether `c` is white space, invisible, a mark, or out of NFC.
pub(super) fn is_special(c: char) -> bool {
    !is_common(c)
        && (c.is_whitespace()
            || invisible(c).is_some()
            || canonical_combining_class(c) != 0
            || is_nfc_quick(std::iter::once(c)) != IsNormalized::Yes)
}

/// Marks, signs and letters that right text is full of.
fn is_common(c: char) -> bool {
    matches!(c, '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{BF}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{2057}')
        || matches!(c, '\u{20A0}'..='\u{20CF}' | '\u{2116}' | '\u{2122}' | '\u{2190}'..='\u{21FF}')
        || matches!(c, '\u{10D0}'..='\u{10FF}' | '\u{1E00}'..='\u{1EFF}' | '\u{3001}' | '\u{3002}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_common_is_special() {
        for c in (char::MIN..=char::MAX).filter(|c| is_common(*c)) {
            assert!(!c.is_whitespace() && invisible(c).is_none() && canonical_combining_class(c) == 0, "{c:?}");
            assert_eq!(is_nfc_quick(std::iter::once(c)), IsNormalized::Yes, "{c:?}");
        }
    }
}
