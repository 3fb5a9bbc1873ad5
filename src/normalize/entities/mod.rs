//! HTML character references that a scraper left in the text.

mod table;

use memchr::memchr_iter;

use super::rewrite::{Replacement, Rewrite};
use crate::edit::EditRule;

/// The longest name of the standard (`CounterClockwiseContourIntegral`) has 31 letters.
const LONGEST_NAME: usize = 31;

/// Decodes the character references of `text`. A reference that was escaped
/// again (`&amp;quot;`) is decoded to the end.
pub(super) fn decode(text: &mut Rewrite<'_>) -> bool {
    let current = text.text();
    let mut found = Vec::new();
    let mut done = 0;
    for at in memchr_iter(b'&', current.as_bytes()) {
        if at < done {
            continue;
        }
        if let Some((characters, length)) = reference(&current[at..]) {
            done = at + length;
            found.push(Replacement::owned(at..done, characters, EditRule::Entity));
        }
    }
    text.replace(found)
}

/// The characters that the reference at the start of `text` stands for, and its length.
fn reference(text: &str) -> Option<(String, usize)> {
    let (mut characters, mut length) = single(&text[1..])?;
    while characters == "&" {
        let Some((inner, more)) = single(&text[1 + length..]) else { break };
        (characters, length) = (inner, length + more);
    }
    let safe = characters.replace(is_unwelcome, " ");
    Some((safe, length + 1))
}

/// A decoded break would tear the line apart, a decoded control is residue of residue.
fn is_unwelcome(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Reads `name;` or `#number;`: its characters, and its length with the semicolon.
fn single(text: &str) -> Option<(String, usize)> {
    let window = &text.as_bytes()[..text.len().min(LONGEST_NAME + 1)];
    let length = window.iter().position(|byte| *byte == b';')?;
    let name = &text[..length];
    let characters = match name.strip_prefix('#') {
        Some(number) => numeric(number)?.to_string(),
        None => named(name)?.to_owned(),
    };
    Some((characters, length + 1))
}

fn named(name: &str) -> Option<&'static str> {
    let found = table::NAMES.binary_search_by_key(&name, |(name, _)| *name).ok()?;
    Some(table::NAMES[found].1)
}

/// The numbers as browsers read them: 128 to 159 as windows-1252, impossible ones as U+FFFD.
fn numeric(number: &str) -> Option<char> {
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    if digits.is_empty() || !digits.chars().all(|c| c.is_digit(radix)) {
        return None;
    }
    match u32::from_str_radix(digits, radix) {
        Ok(0) | Err(_) => Some('\u{FFFD}'),
        Ok(code @ 0x80..=0x9F) => Some(table::C1[code as usize - 0x80]),
        Ok(code) => Some(char::from_u32(code).unwrap_or('\u{FFFD}')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(text: &str) -> String {
        let mut rewrite = Rewrite::new(text);
        decode(&mut rewrite);
        rewrite.text().to_owned()
    }

    #[test]
    fn references() {
        let cases = [
            ("Marks &amp; Spencer", "Marks & Spencer"),
            ("&laquo;Так&raquo;", "«Так»"),
            ("&amp;amp;quot;", "\""),
            ("&amp;#38;lt;", "<"),
            ("&#8212; &#x2014; &#151;", "— — —"),
            ("a&#10;b", "a b"),
            ("&#0; &#x110000; &#99999999999;", "\u{FFFD} \u{FFFD} \u{FFFD}"),
            ("AT&T; R&D, &nosuchname; &; &#; &#x;", "AT&T; R&D, &nosuchname; &; &#; &#x;"),
        ];
        for (source, wanted) in cases {
            assert_eq!(decoded(source), wanted, "{source}");
        }
    }

    #[test]
    fn names_are_sorted() {
        assert!(table::NAMES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(table::NAMES.iter().all(|(name, _)| name.len() <= LONGEST_NAME));
    }
}
