//! Times and dates that a page prints one right behind the other, as it has parts of its own
//! for them: `14:2621.04.2024`, `21.04.202414:26`. Their digits are two numbers.

use std::ops::Range;

/// How many of the digits at `number` are the first number's, where they are two.
///
/// A minute has two digits and a year four, so that nothing is guessed. Behind a time and a
/// date a counter may follow as closely (`14:2621.04.202437`).
pub(super) fn first_number(text: &[u8], number: Range<usize>) -> Option<usize> {
    let (before, digits, behind) = (&text[..number.start], &text[number.clone()], &text[number.end..]);
    let is_dated = || is_year(digits) && (ends_with(before, b"0.0.") || ends_with(before, b"0.00."));
    match digits.len() {
        // A day behind a time, an hour behind a day.
        4 if ends_with(before, b"0:") && is_rest_of_date(behind) => Some(2),
        4 if ends_with(before, b"0000-00-") && is_rest_of_time(behind) => Some(2),
        5 | 6 if is_dated() && is_rest_of_time(behind) => Some(4),
        5..=10 if is_year(digits) && ends_with(before, b":0000.00.") => Some(4),
        _ => None,
    }
}

fn is_year(digits: &[u8]) -> bool {
    digits.starts_with(b"19") || digits.starts_with(b"20")
}

/// `.04.2024`
fn is_rest_of_date(text: &[u8]) -> bool {
    text.get(4..6).is_some_and(is_year) && starts_with(text, b".00.0000")
}

/// `:26`
fn is_rest_of_time(text: &[u8]) -> bool {
    starts_with(text, b":00") && !text.get(3).is_some_and(u8::is_ascii_digit)
}

/// Whether a text begins as a shape, in which `0` is any digit and `.` any mark of a date.
fn starts_with(text: &[u8], shape: &[u8]) -> bool {
    text.get(..shape.len()).is_some_and(|text| fits(text, shape))
}

fn ends_with(text: &[u8], shape: &[u8]) -> bool {
    text.len().checked_sub(shape.len()).is_some_and(|start| fits(&text[start..], shape))
}

fn fits(text: &[u8], shape: &[u8]) -> bool {
    text.iter().zip(shape).all(|(byte, shape)| match shape {
        b'0' => byte.is_ascii_digit(),
        b'.' => matches!(byte, b'.' | b'/' | b'-'),
        _ => byte == shape,
    })
}
