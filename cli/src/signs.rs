//! Characters that cannot be seen, or that would disturb what they are shown in,
//! by their code points.

/// A stretch of text to show.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// As it is.
    Text(&'t str),
    /// A sign instead of a character.
    Sign(String),
}

/// Divides `text` at the characters that `is_sign` tells.
pub(crate) fn pieces(text: &str, is_sign: fn(char) -> bool) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = if is_sign(first) { first.len_utf8() } else { rest.find(is_sign).unwrap_or(rest.len()) };
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        Some(if is_sign(first) { Piece::Sign(sign(first)) } else { Piece::Text(piece) })
    })
}

/// `text` with its signs in angle brackets.
pub(crate) fn spelt(text: &str) -> String {
    spelt_by(text, is_odd)
}

/// The same with blanks, which is what many edits are about.
pub(crate) fn spelt_with_blanks(text: &str) -> String {
    spelt_by(text, is_odd_or_blank)
}

fn spelt_by(text: &str, is_sign: fn(char) -> bool) -> String {
    let spell = |piece| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Sign(sign) if sign.starts_with("U+") => format!("<{sign}>"),
        Piece::Sign(sign) => sign,
    };
    pieces(text, is_sign).map(spell).collect()
}

fn sign(character: char) -> String {
    match character {
        ' ' => "␣".to_owned(),
        '\t' => "⇥".to_owned(),
        '\n' => "↵".to_owned(),
        _ => format!("U+{:04X}", u32::from(character)),
    }
}

/// Controls, marks of direction, characters without ink, and those that are none.
pub(crate) fn is_odd(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}')
        || u32::from(character) & 0xfffe == 0xfffe
}

/// The same with blanks and joiners.
pub(crate) fn is_odd_or_blank(character: char) -> bool {
    is_odd(character) || character.is_whitespace() || matches!(character, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_spelt() {
        assert_eq!(spelt("a\0b\u{202e}c d\u{1b}[1m"), "a<U+0000>b<U+202E>c d<U+001B>[1m");
        assert_eq!(spelt_with_blanks("a  \u{a0}b\r\n"), "a␣␣<U+00A0>b<U+000D>↵");
        assert_eq!(spelt("می\u{200c}خواهم 👨‍👩‍👧"), "می\u{200c}خواهم 👨‍👩‍👧");
    }
}
