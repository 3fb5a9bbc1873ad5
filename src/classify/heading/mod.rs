//! The headings among an article's blocks.

use super::decision::{Active, Draft};
use super::evidence::{Ending, Marker};
use super::points::{answers, sum};
use super::{statistics, title};
use crate::role::Role;
use surroundings::Surroundings;

pub(super) use points::POINTS;
pub(super) use signs::SIGNS;

mod points;
mod signs;
mod surroundings;

/// Headings have this many words at most.
const MOST_WORDS: u32 = 20;

/// A line that the model of content would leave out needs so many points more: to miss a heading costs
/// less than to keep what is none of the article.
const LOST: i32 = 10;

/// For every place whether a heading stands there.
pub(super) fn find(active: &Active<'_>, drafts: &[Draft]) -> Vec<bool> {
    let mut found = vec![false; drafts.len()];
    for (place, signs) in lines(active, drafts) {
        let fewest = if drafts[place].is_content() { points::FEWEST } else { points::FEWEST + LOST };
        found[place] = sum(POINTS, &signs) >= fewest;
    }
    found
}

/// The lines of the article that may be headings, with what they answer to [`SIGNS`].
pub(super) fn lines(active: &Active<'_>, drafts: &[Draft]) -> Vec<(usize, [u8; SIGNS.len()])> {
    let is_of_article = |place: &usize| drafts[*place].is_content() || is_lost(active, drafts, *place);
    let content: Vec<usize> = (0..drafts.len()).filter(is_of_article).collect();
    let title = drafts.iter().position(|draft| matches!(draft.verdict, Some((Role::Title, _))));
    let surroundings = Surroundings::new(active, drafts, &content, title);
    let candidates = surroundings.candidates();
    candidates.map(|(place, around)| (place, answers(&SIGNS, &signs::values(active, drafts, place, &around)))).collect()
}

/// Whether the block has the form of a heading.
fn is_candidate(active: &Active<'_>, draft: &Draft, place: usize) -> bool {
    let evidence = active.evidence(place);
    draft.verdict.is_none()
        && evidence.letters
        && evidence.capital
        && evidence.words <= MOST_WORDS
        && evidence.ending != Ending::Clause
        && matches!(evidence.marker, None | Some(Marker::Number))
        && !title::says_something_else(active, place)
}

/// Whether the block is none of the article's for the model of content, but stands between two
/// blocks of running text that are: it may be a heading that looks like a teaser's.
fn is_lost(active: &Active<'_>, drafts: &[Draft], place: usize) -> bool {
    let is_text = |at: Option<usize>| {
        at.is_some_and(|at| {
            drafts.get(at).is_some_and(Draft::is_content) && statistics::is_running_text(active.evidence(at))
        })
    };
    let draft = &drafts[place];
    draft.verdict.is_none()
        && !draft.content
        && draft.opened_by.is_none()
        && is_text(place.checked_sub(1))
        && is_text(Some(place + 1))
}
