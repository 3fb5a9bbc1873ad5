//! What points of titles and of headings both ask of a line, as numbers.

use super::decision::Active;
use super::evidence::{Ending, Evidence};
use super::points::percent;
use crate::role::Class;

/// What the first character is: a sign, a letter, a digit, or a quotation mark.
pub(super) fn first_character(text: &str) -> i32 {
    match text.chars().next() {
        Some('"' | '«' | '“' | '„' | '\'' | '‘') => 3,
        Some(c) if c.is_numeric() => 2,
        Some(c) if c.is_alphabetic() => 1,
        _ => 0,
    }
}

/// How it ends: without an end, with a colon, a question, a call, an ellipsis, a full stop.
pub(super) fn end(evidence: &Evidence, text: &str) -> i32 {
    let end = || text.chars().rev().find(|c| matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？'));
    match evidence.ending {
        Ending::Open | Ending::Clause => 0,
        Ending::Colon => 1,
        Ending::Sentence => match end() {
            Some('?' | '？') => 2,
            Some('!' | '！') => 3,
            Some('…') => 4,
            _ => 5,
        },
    }
}

/// The share of words with a capital behind the first, in percent; 0 in a script without any, as
/// in a line that has none.
pub(super) fn capitals(evidence: &Evidence) -> i32 {
    let shape = &evidence.shape;
    let words = usize::from(shape.words) - usize::from(shape.numbers);
    percent(usize::from(shape.capitals).saturating_sub(1), words.saturating_sub(1)).max(0)
}

/// Whether a rule fits: none, one for content, for metadata, for artifacts.
pub(super) fn rule(active: &Active<'_>, place: usize) -> i32 {
    let hit = active.evidence(place).hit.as_ref();
    hit.map_or(0, |hit| match active.page.rules.rule(hit.rule).role.class() {
        Class::Content => 1,
        Class::Metadata => 2,
        Class::Artifact => 3,
    })
}
