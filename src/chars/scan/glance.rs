//! The first look at a piece of a line, which clears most of right text.
//!
//! Pieces have a fixed length, so that the loops become vector instructions; what one
//! byte takes here is paid on every byte of every text.

use super::{Traits, is_latin, upper_flag};

/// Bytes that are looked at together: each of the first [`STEP`] with the next two.
pub(super) const PIECE: usize = STEP + 2;
/// From a piece to the next.
pub(super) const STEP: usize = 64;

/// Whether no byte of `piece` but the first can be part of what a repair minds. Adds the
/// traits that say which letters there are.
///
/// Wrong is a "no" that should be a "yes" only by its cost.
#[inline(always)]
pub(super) fn is_plain(piece: &[u8; PIECE], traits: &mut u16) -> bool {
    let mut found = Found::default();
    for place in 0..STEP {
        found.add(piece[place], piece[place + 1], piece[place + 2]);
    }
    *traits |= u16::from(found.upper) << 8 | u16::from(found.lower);
    !found.is_doubtful
}

#[derive(Default)]
struct Found {
    is_doubtful: bool,
    lower: u8,
    upper: u8,
}

impl Found {
    #[inline(always)]
    fn add(&mut self, a: u8, b: u8, c: u8) {
        let control = (b < 0x20) | (b == 0x7F);
        let blanks = (a == b' ') & matches!(b, b' ' | b',' | b'.' | b';' | b':' | b'!' | b'?');
        let cyrillic = (b == 0xD0) | (b == 0xD1);
        let other = (b >= 0xC0) & !cyrillic;
        let latin = is_latin(b);
        let touches = (!a.is_ascii() & (latin | b.is_ascii_digit())) | ((latin | b.is_ascii_digit()) & !c.is_ascii());
        // A capital letter inside of a word.
        let capital = !a.is_ascii() & (b == 0xD0) & (c < 0xB0);
        self.is_doubtful |= control | (b == b'&') | blanks | other | touches | capital;
        self.lower |= super::flag(cyrillic, Traits::CYRILLIC);
        self.upper |= upper_flag(latin, Traits::LATIN);
    }
}
