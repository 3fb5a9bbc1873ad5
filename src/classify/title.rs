//! The article's title among the lines before its text.

use super::decision::{Active, Draft};
use super::evidence::Ending;
use super::statistics;
use crate::reason::Why;
use crate::role::Role;

/// Titles have this many words at most.
const MOST_WORDS: u32 = 32;

/// A line of a page that has menus too is hardly a title with fewer words.
const FEWEST_WORDS: u32 = 4;

/// Lines before the text among which the title is looked for.
const REACH: usize = 40;

/// Settles the title, and the page's own title above it, which repeats it.
pub(super) fn settle(active: &Active<'_>, drafts: &mut [Draft]) {
    let Some(text) = (0..drafts.len()).find(|place| starts_text(active, drafts, *place)) else {
        return lone_title(active, drafts);
    };
    let candidates: Vec<usize> =
        (text.saturating_sub(REACH)..text).filter(|place| is_candidate(active, &drafts[*place], *place)).collect();
    let head = first_open(drafts).filter(|place| *place < text && is_candidate(active, &drafts[*place], *place));
    if let Some((page_title, title)) = head.and_then(|head| Some((head, repeated(active, &candidates, head)?))) {
        entitle(drafts, title, &["the page's title has it"]);
        drafts[page_title].settle(Role::Duplicate, Why::Repeats(active.blocks[title]));
        return;
    }
    let rank = |place: usize| quality(active, place).map(|quality| quality + under_the_line(drafts, place));
    let best = candidates.iter().copied().max_by_key(|place| (rank(*place), *place));
    let found = head
        .filter(|head| between(drafts, *head, text) || best.is_none_or(|best| rank(*head) >= rank(best)))
        .or(best.filter(|best| rank(*best).is_some()));
    if let Some(title) = found {
        entitle(drafts, title, &["a headline before the text"]);
    }
}

/// By-lines and dates stand under the title: whether one of the next few blocks is one.
fn under_the_line(drafts: &[Draft], place: usize) -> u32 {
    3 * u32::from(drafts[place + 1..].iter().take(3).any(Draft::is_metadata))
}

/// How much a candidate looks like a headline: enough words, words of a sentence
/// among them, no columns or breadcrumbs.
fn quality(active: &Active<'_>, place: usize) -> Option<u32> {
    let evidence = active.evidence(place);
    let text = active.text(place);
    let divided = [" | ", " > ", " › ", " » ", " · ", " • ", " / "].iter().any(|mark| text.contains(mark));
    if evidence.words < FEWEST_WORDS || evidence.pair {
        return None;
    }
    Some(1 + u32::from(evidence.words > FEWEST_WORDS) + 2 * u32::from(evidence.votes().is_some()) - u32::from(divided))
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
        && evidence.letters
        && evidence.capital
        && evidence.marker.is_none()
        && evidence.words <= MOST_WORDS
}

/// The candidate that the page's own title, which is the first line, begins with, or
/// mostly consists of; of several the longest, for sections are in page titles too.
fn repeated(active: &Active<'_>, candidates: &[usize], head: usize) -> Option<usize> {
    let page_title = active.text(head);
    let is_part = |place: &usize| {
        let line = active.text(*place);
        *place != head
            && active.evidence(*place).words >= 3
            && (page_title.starts_with(line) || is_most(line, page_title))
    };
    candidates.iter().copied().filter(is_part).max_by_key(|place| active.text(*place).len())
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

/// Whether only settled blocks and the title's own kin stand between it and the text.
fn between(drafts: &[Draft], title: usize, text: usize) -> bool {
    drafts[title + 1..text].iter().all(|draft| draft.verdict.is_some())
}

/// A page without running text: its first line may still be a title, if more follows.
fn lone_title(active: &Active<'_>, drafts: &mut [Draft]) {
    let Some(first) = first_open(drafts) else { return };
    let more = drafts[first + 1..].iter().any(|draft| draft.verdict.is_none());
    if more && drafts[first].content && is_candidate(active, &drafts[first], first) {
        entitle(drafts, first, &["the first line"]);
    }
}
