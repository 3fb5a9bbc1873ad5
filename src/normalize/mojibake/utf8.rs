//! UTF-8 that was read in a single-byte charset: its sequences, and what they spell.

use std::ops::Range;

use super::charsets::Charset;

/// Characters that together are the bytes of one character in UTF-8.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sequence {
    pub(super) at: Range<usize>,
    pub(super) spells: Spells,
}

/// What a sequence spells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spells {
    Character(char),
    /// A byte was lost on the way, and the character with it.
    Lost,
    /// A blank took the place of the no-break blank that was its last byte; the
    /// flag tells whether the text wants one there besides.
    BeforeBlank(char),
}

/// How much is made of sequences that are not whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Damage {
    /// Nothing.
    None,
    /// A replacement character stands for a byte.
    Replaced,
    /// A question mark stands for a byte, or a blank for a no-break blank.
    Guessed,
}

/// Replaces all sequences of `text` when it was read in `charset`; calls `found`
/// with each, in order. Linear.
pub(super) fn sequences(text: &str, charset: &Charset, damage: Damage, mut found: impl FnMut(Sequence)) {
    let mut at = 0;
    while let Some(next) = next_beyond_ascii(text, at) {
        match sequence(text, next, charset, damage) {
            Some(sequence) => {
                at = sequence.at.end;
                found(sequence);
            }
            None => at = next + text[next..].chars().next().map_or(1, char::len_utf8),
        }
    }
}

fn next_beyond_ascii(text: &str, at: usize) -> Option<usize> {
    text.as_bytes()[at..].iter().position(|byte| !byte.is_ascii()).map(|found| at + found)
}

/// The longest sequence has four bytes; a pair of surrogates, wrongly encoded one
/// by one (CESU-8, Unicode Technical Report 26), has six.
const LONGEST: usize = 6;

fn sequence(text: &str, start: usize, charset: &Charset, damage: Damage) -> Option<Sequence> {
    let mut chars = text[start..].char_indices();
    let (_, lead) = chars.next()?;
    let lead = charset.byte(lead)?;
    let length = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0, 0, 0];
    let mut state = State::default();
    let mut count = 1;
    for (at, c) in chars {
        if count == length {
            let end = start + at;
            if lead == 0xED && (0xA0..0xB0).contains(&bytes[1]) && length == 3 {
                return surrogates(text, start, charset, damage);
            }
            return finish(&bytes[..length], state, start..end);
        }
        bytes[count] = continuation(c, charset, damage, &mut state)?;
        count += 1;
    }
    if count == length {
        return finish(&bytes[..length], state, start..text.len());
    }
    // The no-break blank at the end was taken for white space.
    let cut = damage == Damage::Guessed && count + 1 == length && state == State::default();
    bytes[count.min(LONGEST - 1)] = 0xA0;
    cut.then(|| decoded(&bytes[..length]))
        .flatten()
        .map(|c| Sequence { at: start..text.len(), spells: Spells::BeforeBlank(c) })
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct State {
    lost: bool,
    blank: bool,
}

/// The byte of a character behind the first.
fn continuation(c: char, charset: &Charset, damage: Damage, state: &mut State) -> Option<u8> {
    if state.blank {
        return None;
    }
    match (c, damage) {
        ('\u{FFFD}', Damage::Replaced | Damage::Guessed) | ('?', Damage::Guessed) => {
            state.lost = true;
            Some(0x80)
        }
        (' ', Damage::Guessed) => {
            state.blank = true;
            Some(0xA0)
        }
        _ => charset.byte(c).filter(|byte| (0x80..0xC0).contains(byte)),
    }
}

fn finish(bytes: &[u8], state: State, at: Range<usize>) -> Option<Sequence> {
    let spells = match decoded(bytes) {
        Some(c) if state.blank && !state.lost => Spells::BeforeBlank(c),
        Some(c) if !state.lost => Spells::Character(c),
        _ if state.lost && !state.blank => Spells::Lost,
        _ => return None,
    };
    Some(Sequence { at, spells })
}

fn decoded(bytes: &[u8]) -> Option<char> {
    std::str::from_utf8(bytes).ok()?.chars().next()
}

/// Two surrogates of three bytes each.
fn surrogates(text: &str, start: usize, charset: &Charset, damage: Damage) -> Option<Sequence> {
    let mut units = [0_u32; 2];
    let mut chars = text[start..].char_indices();
    for unit in &mut units {
        for place in 0..3 {
            let (_, c) = chars.next()?;
            let byte = match (c, damage) {
                (' ', Damage::Guessed) => 0xA0,
                _ => charset.byte(c)?,
            };
            let fits = if place == 0 { byte == 0xED } else { (0x80..0xC0).contains(&byte) };
            *unit = if place == 0 { 0xD } else { *unit << 6 | u32::from(byte & 0x3F) };
            if !fits {
                return None;
            }
        }
    }
    let end = chars.next().map_or(text.len(), |(at, _)| start + at);
    let utf_16 = units.map(|unit| unit as u16);
    let c = char::decode_utf16(utf_16).next()?.ok()?;
    Some(Sequence { at: start..end, spells: Spells::Character(c) })
}

#[cfg(test)]
mod tests {
    use super::super::charsets::named;
    use super::*;

    fn spelt(text: &str, charset: &str, damage: Damage) -> Vec<Spells> {
        let mut all = Vec::new();
        sequences(text, named(charset), damage, |sequence| all.push(sequence.spells));
        all
    }

    #[test]
    fn whole_sequences() {
        let cases = [
            ("dÃ©jÃ\u{a0} vu", "windows-1252", vec!['é', 'à']),
            ("РџСЂРёРІ", "windows-1251", vec!['П', 'р', 'и', 'в']),
            ("ðŸ˜€", "windows-1252", vec!['😀']),
            ("í\u{a0}½í¸\u{8d}", "windows-1252", vec!['😍']),
            ("âok", "windows-1252", vec![]),
        ];
        for (text, charset, wanted) in cases {
            let wanted: Vec<Spells> = wanted.into_iter().map(Spells::Character).collect();
            assert_eq!(spelt(text, charset, Damage::None), wanted, "{text}");
        }
    }

    #[test]
    fn damaged_sequences() {
        assert_eq!(spelt("Ä\u{fffd}i", "windows-1252", Damage::Replaced), [Spells::Lost]);
        assert_eq!(spelt("â€?", "windows-1252", Damage::Guessed), [Spells::Lost]);
        assert_eq!(spelt("voilÃ le", "windows-1252", Damage::Guessed), [Spells::BeforeBlank('à')]);
        assert_eq!(spelt("voilÃ", "windows-1252", Damage::Guessed), [Spells::BeforeBlank('à')]);
        assert_eq!(spelt("â€?", "windows-1252", Damage::None), []);
    }
}
