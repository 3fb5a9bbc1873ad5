//! Characters beside each other as they are where text was read in a wrong charset,
//! told by their bytes.

use std::ops::Range;

use memchr::memchr3_iter;

use super::is_latin;

/// Whether any begin in `place`. Stops at the first; else linear in the characters that could be one.
pub(super) fn is_seen(line: &[u8], place: Range<usize>) -> bool {
    let (start, piece) = (place.start, &line[place]);
    memchr3_iter(0xC2, 0xE2, 0xEF, piece).any(|at| is_misread_symbol(line, start + at))
        || memchr3_iter(0xC3, 0xC4, 0xC5, piece).any(|at| is_misread_letter(line, start + at))
}

/// Whether the character at `at` is one of them.
#[inline]
pub(super) fn begins(line: &[u8], at: usize) -> bool {
    match line[at] {
        0xC2 | 0xE2 | 0xEF => is_misread_symbol(line, at),
        0xC3..=0xC5 => is_misread_letter(line, at),
        _ => false,
    }
}

fn byte(line: &[u8], at: usize) -> u8 {
    line.get(at).copied().unwrap_or(b' ')
}

/// The byte before `at`; a blank at the start.
fn before(line: &[u8], at: usize) -> u8 {
    at.checked_sub(1).map_or(b' ', |at| line[at])
}

/// A symbol, a control or a replacement character at `at`, beside what it doesn't stand beside.
fn is_misread_symbol(line: &[u8], at: usize) -> bool {
    let (a, b, c) = (before(line, at), line[at], byte(line, at + 1));
    let behind_letter = (0x80..0xC0).contains(&a) || is_latin(a);
    match b {
        0xEF => !a.is_ascii() && c == 0xBF,
        0xC2 if (0x80..0xA0).contains(&c) => true,
        // Lines and blocks.
        0xE2 if (0x94..=0x96).contains(&c) => true,
        0xE2 if c == 0x80 && is_dash_before_letter(line, at) => true,
        _ => behind_letter && (!closes(b, c) || matches!(a, 0x82 | 0x83)),
    }
}

/// Closing quotation marks, ellipses and no-break blanks stand behind letters, unless those read as Â or Ã.
fn closes(b: u8, c: u8) -> bool {
    (b == 0xC2 && matches!(c, 0xA0 | 0xBB)) || (b == 0xE2 && c == 0x80)
}

fn is_dash_before_letter(line: &[u8], at: usize) -> bool {
    matches!(byte(line, at + 2), 0x93 | 0x94) && byte(line, at + 3) >= 0xC2
}

/// A Latin letter with an accent behind a character beyond ASCII; an Ã at the end of a word,
/// where a no-break blank was lost.
fn is_misread_letter(line: &[u8], at: usize) -> bool {
    let is_lone = line[at] == 0xC3 && byte(line, at + 1) == 0x83 && line.get(at + 2) == Some(&b' ');
    !before(line, at).is_ascii() || is_lone
}
