//! White space inside a line.

use super::rewrite::{Replacement, Rewrite};
use crate::chars::scan::{Traits, specials};
use crate::edit::EditRule;

/// Whether a line with `traits` may hold white space that [`tidy`] takes out or changes.
pub(super) fn may_change(line: &str, traits: Traits) -> bool {
    let inside = traits.has(Traits::BLANKS) || traits.has(Traits::CONTROL);
    inside
        || (traits.has(Traits::SPECIAL) && specials(line).any(char::is_whitespace))
        || line.starts_with(char::is_whitespace)
        || line.ends_with(char::is_whitespace)
}

/// Takes white space out at both ends of the line; where it is to be tidied
/// inside too (`inner`), makes every run one blank, and none before a comma or a
/// full stop.
pub(super) fn tidy(text: &mut Rewrite<'_>, inner: bool) -> bool {
    let current = text.text();
    let mut found = Vec::new();
    let mut chars = current.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some((at, c)) = chars.next_if(|(_, c)| c.is_whitespace()) {
            end = at + c.len_utf8();
        }
        if inner || start == 0 || end == current.len() {
            found.extend(tidied(current, start, end));
        }
    }
    text.replace(found)
}

fn tidied(text: &str, start: usize, end: usize) -> Option<Replacement> {
    if start == 0 || end == text.len() {
        return Some(Replacement::new(start..end, "", EditRule::Blank));
    }
    if is_before_punctuation(&text[..start], &text[end..]) {
        return Some(Replacement::new(start..end, "", EditRule::BlankBeforePunctuation));
    }
    (&text[start..end] != " ").then(|| Replacement::new(start..end, " ", EditRule::Blank))
}

/// A comma or a full stop that ends a word or a clause: something that is no
/// punctuation before it, white space or nothing after it (so that `.NET`, `...`
/// and `,5` keep their blank).
fn is_before_punctuation(before: &str, after: &str) -> bool {
    let mut next = after.chars();
    let ends = matches!(next.next(), Some(',' | '.')) && next.next().is_none_or(char::is_whitespace);
    ends && before
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | ']' | '"' | '»' | '”' | '’' | '%'))
}
