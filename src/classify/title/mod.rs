//! The article's title among the lines before its text.

use super::decision::{Active, Draft};
use super::evidence::Ending;
use super::statistics;
use crate::reason::Why;
use crate::role::Role;
use likeness::Likeness;

mod likeness;

/// Titles have this many words at most.
const MOST_WORDS: u32 = 32;

/// Lines before the text among which the title is looked for.
const REACH: usize = 60;

/// A line that the model takes for furniture is hardly a title with fewer words.
const FEWEST_WORDS: u32 = 4;

/// Settles the title, and the page's own title above it, which repeats it.
pub(super) fn settle(active: &Active<'_>, drafts: &mut [Draft]) {
    let Some(text) = (0..drafts.len()).find(|place| starts_text(active, drafts, *place)) else {
        return lone_title(active, drafts);
    };
    let Some(title) = likeliest(active, drafts, text) else { return };
    let head = first_open(drafts).filter(|head| *head < title);
    let page_title = head.filter(|head| has_most_of(active.text(*head), active.text(title)));
    let evidence: &'static [&'static str] =
        if page_title.is_some() { &["the page's title has it"] } else { &["a headline before the text"] };
    entitle(drafts, title, evidence);
    let repeats = (0..text).filter(|place| *place != title && active.are_equal(*place, title));
    for place in page_title.into_iter().chain(repeats) {
        drafts[place].settle(Role::Duplicate, Why::Repeats(active.blocks[title]));
    }
}

/// The line before the text that is most like a title, of equals the last.
fn likeliest(active: &Active<'_>, drafts: &[Draft], text: usize) -> Option<usize> {
    let candidates: Vec<usize> =
        (text.saturating_sub(REACH)..text).filter(|place| is_candidate(active, &drafts[*place], *place)).collect();
    let likeness = Likeness::new(active, drafts, &candidates, text);
    let below = (0..candidates.len()).rev();
    let points = candidates.iter().zip(below).map(|(place, below)| (likeness.points(*place, below), *place));
    let (_, best) = points.max()?;
    let is_repeated = best > 0 && has_most_of(active.text(0), active.text(best));
    (drafts[best].content || is_repeated || active.evidence(best).words >= FEWEST_WORDS).then_some(best)
}

fn entitle(drafts: &mut [Draft], title: usize, evidence: &'static [&'static str]) {
    drafts[title].settle(Role::Title, Why::Statistics(evidence));
}

fn starts_text(active: &Active<'_>, drafts: &[Draft], place: usize) -> bool {
    drafts[place].verdict.is_none() && drafts[place].content && statistics::is_running_text(active.evidence(place))
}

fn first_open(drafts: &[Draft]) -> Option<usize> {
    drafts.iter().position(|draft| draft.verdict.is_none())
}

fn is_candidate(active: &Active<'_>, draft: &Draft, place: usize) -> bool {
    let evidence = active.evidence(place);
    let headline = match evidence.ending {
        Ending::Open => true,
        Ending::Sentence => !active.text(place).ends_with('.'),
        Ending::Colon | Ending::Clause => false,
    };
    draft.verdict.is_none()
        && headline
        && !says_something_else(active, place)
        && evidence.letters
        && evidence.capital
        && evidence.marker.is_none()
        && evidence.words <= MOST_WORDS
}

/// Whether a rule, be it not a sure one, takes the line for a metadatum or its label.
pub(super) fn says_something_else(active: &Active<'_>, place: usize) -> bool {
    let hit = active.evidence(place).hit.as_ref();
    hit.is_some_and(|hit| active.page.rules.rule(hit.rule).field.is_some())
}

/// Whether the page's own title begins with `line`, or mostly consists of it.
fn has_most_of(page_title: &str, line: &str) -> bool {
    page_title.starts_with(line) || is_most(line, page_title)
}

/// Whether `line` is the greater part of the page's title, between its separators.
fn is_most(line: &str, page_title: &str) -> bool {
    let goes_on = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    line.len() * 2 >= page_title.len()
        && page_title.find(line).is_some_and(|at| {
            let (before, behind) = (&page_title[..at], &page_title[at + line.len()..]);
            !goes_on(before.chars().next_back()) && !goes_on(behind.chars().next())
        })
}

/// A page without running text: its first line may still be a title, if more follows.
fn lone_title(active: &Active<'_>, drafts: &mut [Draft]) {
    let Some(first) = first_open(drafts) else { return };
    let more = drafts[first + 1..].iter().any(|draft| draft.verdict.is_none());
    if more && drafts[first].content && is_candidate(active, &drafts[first], first) {
        entitle(drafts, first, &["the first line"]);
    }
}
