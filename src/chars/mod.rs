//! Facts about characters: the byte prescan of a line, invisible characters,
//! directions, scripts, look-alike letters.

pub(crate) mod confusable;
pub(crate) mod direction;
pub(crate) mod invisible;
pub(crate) mod scan;
pub(crate) mod script;

use crate::span::Span;

/// Where `text` holds U+FFFD.
pub(crate) fn replacement_characters(text: &str) -> impl Iterator<Item = Span> {
    text.match_indices(char::REPLACEMENT_CHARACTER).map(|(at, found)| Span::new(at, at + found.len()))
}

/// The start of `text`, as many whole characters as fit in `most` bytes.
pub(crate) fn first_bytes(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The end of `text`, as many whole characters as fit in `most` bytes.
pub(crate) fn last_bytes(text: &str, most: usize) -> &str {
    let mut start = text.len().saturating_sub(most);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}
