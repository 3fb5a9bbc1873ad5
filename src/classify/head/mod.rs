//! The lines between the title and the text, and right above the title: by-lines and dates.

mod dates;
mod names;

use super::decision::{Active, Draft};
use super::title;
use crate::reason::Why;
use crate::role::Class;
use crate::rules::Opens;

/// Settles by-lines and dates by the title.
pub(super) fn settle(active: &Active<'_>, drafts: &mut [Draft]) {
    let is_text = |place: &usize| title::starts_text(active, drafts, *place);
    let title = drafts.iter().position(Draft::is_title);
    let mut texts = (title.unwrap_or(0)..drafts.len()).filter(is_text);
    let Some(text) = texts.next() else { return };
    // A by-line may stand behind a lead.
    let body = texts.next().unwrap_or(text);
    if let Some(title) = title {
        end_lists(active, drafts, title, text);
    }
    let title = title.unwrap_or(text);
    dates::settle(active, drafts, title, body);
    names::settle(active, drafts, title, body);
}

/// A list that rules opened above the title ends with it: behind it, the rules
/// that fit a line say what it is.
fn end_lists(active: &Active<'_>, drafts: &mut [Draft], title: usize, text: usize) {
    let Some(opened_by) = drafts[title].opened_by.take() else { return };
    for (place, draft) in drafts.iter_mut().enumerate().take(text).skip(title + 1) {
        let hit = active.evidence(place).hit.as_ref();
        let rule = hit.map(|hit| active.page.rules.rule(hit.rule));
        if rule.is_some_and(|rule| rule.opens == Opens::List) || draft.opened_by != Some(opened_by) {
            return;
        }
        draft.opened_by = None;
        if let Some(rule) = rule.filter(|rule| rule.role.class() == Class::Metadata && rule.opens == Opens::Nothing) {
            draft.settle(rule.role, Why::Rule(rule.name.clone()));
        }
    }
}
