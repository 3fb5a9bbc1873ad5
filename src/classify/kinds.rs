//! The kind of every block that no rule has settled.

use super::decision::{Active, Draft};
use super::evidence::{Ending, Marker};
use super::{heading, repeats, statistics};
use crate::reason::Why;
use crate::role::Role;

/// A speaker's name behind a quote has this many words at most.
const LONGEST_ATTRIBUTION: u32 = 9;

/// Menu entries have this many words at most.
const LONGEST_ENTRY: u32 = 3;

const HEADING: (Role, Why) = (Role::Heading, Why::Statistics(&["stands before running text as headings do"]));

/// Gives every open draft its role.
pub(super) fn settle(active: &Active<'_>, drafts: &mut [Draft]) {
    let earlier = repeats::earlier(active);
    let headings = heading::find(active, drafts);
    for place in 0..drafts.len() {
        if drafts[place].verdict.is_some() {
            continue;
        }
        if let Some(earlier) = earlier[place].filter(|_| !drafts[place].content && is_running(active, place)) {
            drafts[place].settle(Role::Duplicate, Why::Repeats(active.blocks[earlier]));
            continue;
        }
        if headings[place] && !drafts[place].content {
            // What the model found speaks against it, and is no reason.
            let (role, why) = HEADING;
            drafts[place].settle(role, why);
            continue;
        }
        let (role, why) = match drafts[place].content {
            true => content(active, drafts, place, headings[place]),
            false => artifact(active, &drafts[place], place),
        };
        let why = match why {
            Why::Statistics(kind) => Why::Weighed(kind, drafts[place].strongest),
            why => why,
        };
        drafts[place].settle(role, why);
    }
}

fn content(active: &Active<'_>, drafts: &[Draft], place: usize, heading: bool) -> (Role, Why) {
    match by_rule(active, &drafts[place], place, true) {
        // What a list's heading opens are its items, up to the next heading.
        Some((_, why @ Why::Opened(_))) if !(heading && runs_on(active, drafts, place)) => {
            return (Role::ListItem, why);
        }
        Some((role, why @ Why::Rule(_))) => return (role, why),
        _ => {}
    }
    if is_item(active, drafts, place) {
        (Role::ListItem, Why::Statistics(&["opens with a list's marker"]))
    } else if is_quote(active, drafts, place) {
        (Role::Quote, Why::Statistics(&["somebody's words, or who said them"]))
    } else if heading {
        HEADING
    } else if statistics::is_running_text(active.evidence(place)) {
        (Role::Paragraph, Why::Statistics(&["running text"]))
    } else {
        (Role::Paragraph, Why::Statistics(&["among running text"]))
    }
}

fn is_running(active: &Active<'_>, place: usize) -> bool {
    statistics::is_running_text(active.evidence(place))
}

/// The content block behind `place`.
fn next_content(drafts: &[Draft], place: usize) -> Option<usize> {
    (place + 1..drafts.len()).find(|next| drafts[*next].is_content())
}

/// The content block before `place`.
fn previous_content(drafts: &[Draft], place: usize) -> Option<usize> {
    (0..place).rev().find(|before| drafts[*before].is_content())
}

/// A bullet or a number makes an item; a dash does where its neighbour has one too.
fn is_item(active: &Active<'_>, drafts: &[Draft], place: usize) -> bool {
    match active.evidence(place).marker {
        Some(Marker::Bullet | Marker::Quantity) => true,
        Some(marker) => [previous_content(drafts, place), next_content(drafts, place)]
            .into_iter()
            .flatten()
            .any(|neighbour| active.evidence(neighbour).marker == Some(marker)),
        None => false,
    }
}

/// A line in quotation marks or behind a quote's sign, a line before a speaker's name, the name itself.
fn is_quote(active: &Active<'_>, drafts: &[Draft], place: usize) -> bool {
    let attributed = |at: Option<usize>| at.is_some_and(|at| is_attribution(active, drafts, at));
    is_attribution(active, drafts, place)
        || (active.evidence(place).ending == Ending::Open && attributed(next_content(drafts, place)))
        || is_in_quotation_marks(active.text(place))
        || active.text(place).starts_with("> ")
}

/// `- Name said.` behind a line that has no end.
fn is_attribution(active: &Active<'_>, drafts: &[Draft], place: usize) -> bool {
    let evidence = active.evidence(place);
    let open_before = previous_content(drafts, place).is_some_and(|before| {
        let before = active.evidence(before);
        before.marker.is_none() && before.ending == Ending::Open
    });
    evidence.marker == Some(Marker::Dash) && evidence.words <= LONGEST_ATTRIBUTION + 1 && open_before
}

fn is_in_quotation_marks(text: &str) -> bool {
    const PAIRS: [(char, char); 5] = [('"', '"'), ('«', '»'), ('“', '”'), ('„', '”'), ('„', '“')];
    let text = text.trim_end_matches(['.', ',', ';']);
    PAIRS.iter().any(|(open, close)| {
        let inner = text.strip_prefix(*open).and_then(|rest| rest.strip_suffix(*close));
        inner.is_some_and(|inner| !inner.contains([*open, *close]))
    })
}

fn artifact(active: &Active<'_>, draft: &Draft, place: usize) -> (Role, Why) {
    let evidence = active.evidence(place);
    if let Some(verdict) = by_rule(active, draft, place, false) {
        return verdict;
    }
    if statistics::is_running_text(evidence) {
        (Role::Other, Why::Statistics(&["running text", "among artifacts"]))
    } else if evidence.words <= LONGEST_ENTRY {
        (Role::Navigation, Why::Statistics(&["very short", "among artifacts"]))
    } else if evidence.ending == Ending::Open {
        (Role::Teaser, Why::Statistics(&["no sentence", "among artifacts"]))
    } else {
        (Role::Other, Why::Statistics(&["short", "among artifacts"]))
    }
}

/// The role of the rule that opened the list which the block is part of, or of one
/// that fits the block without being sure; of those whose role is content, or is not.
fn by_rule(active: &Active<'_>, draft: &Draft, place: usize, content: bool) -> Option<(Role, Why)> {
    let rule = |id| active.page.rules.rule(id);
    let opened = draft.opened_by.map(|id| (rule(id).role, Why::Opened(rule(id).name.clone())));
    let hit = active.evidence(place).hit.as_ref().map(|hit| rule(hit.rule));
    let fitting = hit.map(|rule| (rule.role, Why::Rule(rule.name.clone())));
    [opened, fitting].into_iter().flatten().find(|(role, _)| role.is_content() == content)
}

/// Whether running text follows.
fn runs_on(active: &Active<'_>, drafts: &[Draft], place: usize) -> bool {
    next_content(drafts, place).is_some_and(|next| is_running(active, next))
}
