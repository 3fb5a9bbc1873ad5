//! The article's title among the lines before its text.

use super::decision::{Active, Draft};
use super::evidence::Ending;
use super::points::{answers, sum};
use super::statistics;
use crate::reason::Why;
use crate::role::Role;
use crate::rules::Locale;
use crate::rules::tokens::Tokens;
use headline::Headlines;
pub(super) use headline::is_headline;
pub(super) use likeness::SIGNS;
pub(super) use points::POINTS;

mod headline;
mod likeness;
mod points;
mod trail;

/// Titles have this many words at most.
const MOST_WORDS: u32 = 32;

/// Lines before the text among which the title is looked for.
const REACH: usize = 60;

/// A line that the model takes for furniture is hardly a title with fewer words.
const FEWEST_WORDS: u32 = 4;

/// As many lines are remembered that might have been the title.
const MOST_CONSIDERED: usize = 3;

/// Settles the title, and the page's own title above it, which repeats it. Gives the lines
/// that come next, the likeliest first.
pub(super) fn settle(active: &Active<'_>, drafts: &mut [Draft]) -> Vec<usize> {
    let headlines = Headlines::of(active, drafts);
    let Some(text) = headlines.text(active, drafts) else {
        lone_title(active, drafts);
        return Vec::new();
    };
    let mut lines = ranked(active, drafts, text, &headlines);
    let title = lines.first().copied().filter(|best| is_likely(active, drafts, *best));
    if let Some(title) = title {
        lines.remove(0);
        choose(active, drafts, title, text);
    }
    let is_open = |place: &usize| drafts[*place].verdict.is_none();
    lines.into_iter().filter(is_open).take(MOST_CONSIDERED).collect()
}

fn choose(active: &Active<'_>, drafts: &mut [Draft], title: usize, text: usize) {
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

/// The lines before the text that may be the title, those that are most like one first; of
/// equals the last.
fn ranked(active: &Active<'_>, drafts: &[Draft], text: usize, headlines: &Headlines) -> Vec<usize> {
    let lines = candidates(active, drafts, text, headlines);
    let mut lines: Vec<_> = lines.iter().map(|(place, signs)| (sum(POINTS, signs), *place)).collect();
    lines.sort_unstable_by(|one, other| other.cmp(one));
    lines.into_iter().map(|(_, place)| place).collect()
}

/// Whether there is more to the best line than that it is the best one.
fn is_likely(active: &Active<'_>, drafts: &[Draft], best: usize) -> bool {
    let is_repeated = best > 0 && has_most_of(active.text(0), active.text(best)) || trail::trail(active, best) == 1;
    drafts[best].content || is_repeated || active.evidence(best).words >= FEWEST_WORDS
}

/// The lines before the text that may be the title, with what they answer to [`SIGNS`].
fn candidates(
    active: &Active<'_>,
    drafts: &[Draft],
    text: usize,
    headlines: &Headlines,
) -> Vec<(usize, [u8; SIGNS.len()])> {
    let is_near = |place: usize| place + REACH >= text && is_candidate(active, &drafts[place], place);
    let places: Vec<usize> = (0..text).filter(|place| headlines.has(*place) || is_near(*place)).collect();
    let likeness = likeness::Likeness::new(active, drafts, &places, text);
    let below = (0..places.len()).rev();
    places.iter().zip(below).map(|(place, below)| (*place, answers(&SIGNS, &likeness.values(*place, below)))).collect()
}

/// For the tool that fits the points: the lines among which a title is chosen.
#[cfg(feature = "training")]
pub(super) fn lines(active: &Active<'_>, drafts: &[Draft]) -> Vec<(usize, [u8; SIGNS.len()])> {
    let headlines = Headlines::of(active, drafts);
    headlines.text(active, drafts).map_or_else(Vec::new, |text| candidates(active, drafts, text, &headlines))
}

fn entitle(drafts: &mut [Draft], title: usize, evidence: &'static [&'static str]) {
    drafts[title].settle(Role::Title, Why::Statistics(evidence));
}

pub(super) fn starts_text(active: &Active<'_>, drafts: &[Draft], place: usize) -> bool {
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
        && !(evidence.shape.year && begins_with_date(active, place))
}

/// `12 May 2021 Outdoors, Rivers`: by-lines do, headlines don't.
fn begins_with_date(active: &Active<'_>, place: usize) -> bool {
    let (text, rules) = (active.text(place), active.page.rules);
    let mut tokens = Tokens::default();
    rules.tokenize(text, &mut tokens);
    rules.find_date(text, &tokens, Locale::UNKNOWN).is_some_and(|(_, range)| range.start == 0)
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
