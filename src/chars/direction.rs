//! The direction in which characters are written.

use unicode_normalization::char::is_combining_mark;

/// The direction that a character gives to its neighbours (UAX #9, table 4), as
/// far as controls of direction are judged by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// Letters of most scripts, and U+200E (class L).
    Left,
    /// Letters of Hebrew, N'Ko and other scripts, and U+200F (class R).
    Right,
    /// Letters of Arabic, Syriac and Thaana, and U+061C (class AL): as `Right`,
    /// but numbers behind them are written otherwise.
    Arabic,
    /// Digits (classes EN and AN).
    Number,
    /// Punctuation, symbols, white space.
    Neutral,
}

impl Direction {
    /// Of `c`; `None` for marks, which take part in their base's direction.
    pub(crate) fn of(c: char) -> Option<Self> {
        if is_combining_mark(c) {
            return None;
        }
        Some(match c {
            _ if c.is_numeric() => Self::Number,
            _ if !c.is_alphabetic() => Self::Neutral,
            _ if is_arabic(c) => Self::Arabic,
            _ if is_right_to_left(c) => Self::Right,
            _ => Self::Left,
        })
    }

    /// Whether `c` makes its line one in which direction matters: a letter of a
    /// script that is written to the left, or one of its digits.
    pub(crate) fn turns(c: char) -> bool {
        (is_arabic(c) || is_right_to_left(c)) && (c.is_alphabetic() || c.is_numeric())
    }
}

/// Arabic, Syriac, Thaana; Arabic's extensions and presentation forms; Hanifi
/// Rohingya; Sogdian; Arabic mathematical letters.
fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{7BF}' | '\u{860}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10D00}'..='\u{10D3F}' | '\u{10EC0}'..='\u{10F6F}' | '\u{1EC70}'..='\u{1EEFF}')
}

/// Hebrew; N'Ko to Mandaic; the historic scripts of Cypriot to Chorasmian; Mende
/// Kikakui and Adlam.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{5FF}' | '\u{7C0}'..='\u{85F}' | '\u{FB1D}'..='\u{FB4F}' | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}')
}
