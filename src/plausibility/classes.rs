//! What a character is to the cost of a text, in one look-up.

use std::sync::LazyLock;

use super::bigrams::{Alphabet, Letter};
use super::characters::{Kind, character, rarity};

/// What a character is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Class {
    /// A letter of an alphabet with models.
    Letter { alphabet: Alphabet, letter: Letter, is_capital: bool },
    /// Any other.
    Other(Kind),
}

/// A character's class, and its cost besides that of letter pairs, in half bits.
pub(super) fn class(c: char) -> (Class, u32) {
    let (class, half_bits) = CLASSES.get(c as usize).copied().unwrap_or_else(|| find(c));
    (class, u32::from(half_bits))
}

/// Up to the symbols; what is beyond has no alphabet, or is rare.
const HIGHEST: u32 = 0x2700;

static CLASSES: LazyLock<Vec<(Class, u8)>> =
    LazyLock::new(|| (0..HIGHEST).map(|code| find(char::from_u32(code).unwrap_or_default())).collect());

fn find(c: char) -> (Class, u8) {
    match Alphabet::of(c) {
        Some(alphabet) => {
            (Class::Letter { alphabet, letter: Letter::of(c), is_capital: c.is_uppercase() }, rarity(c) as u8)
        }
        None => {
            let (kind, half_bits) = character(c);
            (Class::Other(kind), half_bits as u8)
        }
    }
}
