//! Takes out characters that leave no ink and do nothing.

use unicode_normalization::char::canonical_combining_class;

use super::rewrite::{Replacement, Rewrite};
use crate::chars::invisible::{Invisible, invisible, joins};
use crate::chars::scan::{Traits, specials};
use crate::edit::EditRule;

/// What of the invisible characters goes.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub(super) invisible: bool,
    pub(super) control: bool,
}

/// Whether a line with `traits` may hold invisible or control characters.
pub(super) fn may_change(line: &str, traits: Traits) -> bool {
    traits.has(Traits::CONTROL)
        || traits.has(Traits::UNNORMALIZED)
        || (traits.has(Traits::SPECIAL) && specials(line).any(|c| invisible(c).is_some()))
}

/// Takes out useless invisible and control characters. A joiner stays where a
/// script or an emoji sequence needs it.
pub(super) fn remove(text: &mut Rewrite<'_>, choice: Choice) -> bool {
    let current = text.text();
    let mut found = Vec::new();
    let mut before = None;
    for (at, c) in current.char_indices() {
        if is_plain(c) {
            before = Some(c);
            continue;
        }
        let rule = match invisible(c) {
            Some(Invisible::Control) => choice.control.then_some(EditRule::Control),
            Some(Invisible::Useless) => choice.invisible.then_some(EditRule::Invisible),
            Some(Invisible::Joiner) if !choice.invisible => None,
            Some(Invisible::Joiner) => {
                let after = next_visible(&current[at + c.len_utf8()..]);
                (!joins(before, after)).then_some(EditRule::Invisible)
            }
            None => None,
        };
        match rule {
            Some(rule) => found.push(Replacement::new(at..at + c.len_utf8(), "", rule)),
            None if canonical_combining_class(c) == 0 => before = Some(c),
            None => {}
        }
    }
    text.replace(found)
}

/// The letters and signs of most text: visible, and of combining class 0.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{C0}'..='\u{2AF}' | '\u{400}'..='\u{482}')
}

/// Looks past invisible characters, which may go themselves, and past marks, whose
/// order NFC may change. Bounded, so that a
/// line of joiners costs no quadratic time.
fn next_visible(text: &str) -> Option<char> {
    text.chars().take(LONGEST_RUN).find(|c| invisible(*c).is_none() && canonical_combining_class(*c) == 0)
}

/// Invisible characters and marks in a row that are looked past.
const LONGEST_RUN: usize = 8;
