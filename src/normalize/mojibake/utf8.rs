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
    /// The same, if the question mark is no question mark.
    PerhapsLost,
    /// A blank took the place of a no-break blank that was one of its bytes.
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
    let mut bytes = [lead, 0, 0, 0];
    let mut state = State::default();
    let mut count = 1;
    for (at, c) in chars {
        if count == length {
            let end = start + at;
            // Surrogates, wrongly encoded one by one (CESU-8, Unicode Technical Report 26).
            if lead == 0xED && (0xA0..0xB0).contains(&bytes[1]) && length == 3 {
                return surrogates(text, start, charset, damage);
            }
            return finish(&bytes[..length], state, start..end);
        }
        bytes[count] = continuation(c, charset, damage, &mut state)?;
        count += 1;
    }
    if count + 1 == length && damage == Damage::Guessed {
        // The no-break blank at the end was taken for white space.
        bytes[count] = 0xA0;
        state.blanks += 1;
        count += 1;
    }
    if count == length { finish(&bytes[..length], state, start..text.len()) } else { None }
}

/// Bytes of a sequence that are not there themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct State {
    lost: u8,
    questions: u8,
    blanks: u8,
}

/// The byte of a character behind the first.
fn continuation(c: char, charset: &Charset, damage: Damage, state: &mut State) -> Option<u8> {
    match (c, damage) {
        ('\u{FFFD}', Damage::Replaced | Damage::Guessed) if state.lost + state.questions == 0 => {
            state.lost += 1;
            Some(0x80)
        }
        ('?', Damage::Guessed) if state.lost + state.questions == 0 => {
            state.questions += 1;
            Some(0x80)
        }
        (' ', Damage::Guessed) if state.blanks == 0 => {
            state.blanks += 1;
            Some(0xA0)
        }
        _ => charset.byte(c).filter(|byte| (0x80..0xC0).contains(byte)),
    }
}

fn finish(bytes: &[u8], state: State, at: Range<usize>) -> Option<Sequence> {
    let spells = match (state, decoded(bytes)) {
        (State { lost: 0, questions: 0, blanks: 0 }, Some(c)) => Spells::Character(c),
        (State { lost: 0, questions: 0, .. }, Some(c)) => Spells::BeforeBlank(c),
        (State { lost: 1.., blanks: 0, .. }, _) => Spells::Lost,
        (State { questions: 1.., blanks: 0, .. }, _) => Spells::PerhapsLost,
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
        assert_eq!(spelt("â€?", "windows-1252", Damage::Guessed), [Spells::PerhapsLost]);
        assert_eq!(spelt("voilÃ le", "windows-1252", Damage::Guessed), [Spells::BeforeBlank('à')]);
        assert_eq!(spelt("voilÃ", "windows-1252", Damage::Guessed), [Spells::BeforeBlank('à')]);
        assert_eq!(spelt("â€?", "windows-1252", Damage::None), []);
    }
}
