//! The first look at a piece of a line, which clears most of right text.
//!
//! Pieces have a fixed length, so that the loops become vector instructions; what one
//! byte takes here is paid on every byte of every text.

use super::{Traits, is_latin, upper_flag};

/// Bytes that are looked at together: each of the first [`STEP`] with the next two.
pub(super) const PIECE: usize = STEP + 2;
/// From a piece to the next.
pub(super) const STEP: usize = 64;

/// What a piece needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Nothing: no byte but the first can be part of what a repair minds.
    None,
    /// A look at the characters that begin with none of the two bytes of Russian and Ukrainian letters.
    Others,
    /// A look at the few characters beyond ASCII.
    Few,
    /// A look at every byte.
    All,
}

pub(super) struct Glance {
    pub(super) doubt: Doubt,
    /// The traits that say which letters there are.
    pub(super) letters: u16,
}

/// Bytes beyond ASCII that are fewer than what a look at all would take.
const FEW: u8 = 24;

/// Looks at a piece. A doubt may be vain.
#[inline(always)]
pub(super) fn glance(piece: &[u8; PIECE]) -> Glance {
    let mut found = Found::default();
    for place in 0..STEP {
        found.add(piece[place], piece[place + 1], piece[place + 2]);
    }
    let doubt = match (found.ascii, found.touching) {
        (false, false) if found.others == 0 => Doubt::None,
        (false, false) if found.others <= FEW / 2 => Doubt::Others,
        (false, true) if found.beyond <= FEW => Doubt::Few,
        _ => Doubt::All,
    };
    Glance { doubt, letters: u16::from(found.upper) << 8 | u16::from(found.lower) }
}

#[derive(Default)]
struct Found {
    ascii: bool,
    touching: bool,
    /// First bytes other than those of Russian and Ukrainian letters.
    others: u8,
    /// All bytes beyond ASCII.
    beyond: u8,
    lower: u8,
    upper: u8,
}

impl Found {
    #[inline(always)]
    fn add(&mut self, a: u8, b: u8, c: u8) {
        let control = (b < 0x20) | (b == 0x7F);
        let blanks = (a == b' ') & matches!(b, b' ' | b',' | b'.' | b';' | b':' | b'!' | b'?');
        self.ascii |= control | (b == b'&') | blanks;
        let cyrillic = (b == 0xD0) | (b == 0xD1);
        self.others += u8::from((b >= 0xC0) & !cyrillic);
        let latin = is_latin(b);
        let touches = (!a.is_ascii() & (latin | b.is_ascii_digit())) | ((latin | b.is_ascii_digit()) & !c.is_ascii());
        // A capital letter inside of a word.
        let capital = !a.is_ascii() & (b == 0xD0) & (c < 0xB0);
        self.touching |= touches | capital;
        self.beyond += u8::from(!b.is_ascii());
        self.lower |= super::flag(cyrillic, Traits::CYRILLIC);
        self.upper |= upper_flag(latin, Traits::LATIN);
    }
}
