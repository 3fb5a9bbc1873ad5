//! C1 controls, which no text is meant to have: bytes of windows-1252 or Mac OS
//! Roman that were read as Latin-1.

use super::chain::Mended;
use super::charsets::{Charset, named};
use crate::chars::{first_bytes, last_bytes};
use crate::plausibility::cost;

/// Bytes on either side that tell which character is meant.
const AROUND: usize = 30;
/// Half bits that Mac OS Roman has to save over windows-1252, as which browsers read them.
const LEAST_SAVING: u32 = 6;

/// The controls of `text` that are characters in windows-1252 or Mac OS Roman.
/// U+0085 is white space where it does not stand behind a word.
pub(super) fn mended(text: &str) -> Vec<Mended> {
    let controls = text.char_indices().filter(|(_, c)| matches!(c, '\u{80}'..='\u{9F}'));
    controls.filter_map(|(at, c)| meant(text, at, c).map(|meant| (at..at + c.len_utf8(), meant.to_string()))).collect()
}

fn meant(text: &str, at: usize, control: char) -> Option<char> {
    let (before, after) = (&text[..at], &text[at + control.len_utf8()..]);
    if control == '\u{85}' && !before.ends_with(|c: char| !c.is_whitespace()) {
        return None;
    }
    let read = |charset: &Charset| Some(charset.character(control as u8)).filter(|c| *c != control);
    let usual = read(named("windows-1252"))?;
    let inside = before.ends_with(char::is_alphabetic) && after.starts_with(char::is_alphabetic);
    let other = read(named("macintosh")).filter(|c| inside && c.is_alphabetic());
    let price = |c: char| cost(&format!("{}{c}{}", last_bytes(before, AROUND), first_bytes(after, AROUND)));
    Some(other.filter(|other| price(*other) + LEAST_SAVING < price(usual)).unwrap_or(usual))
}
