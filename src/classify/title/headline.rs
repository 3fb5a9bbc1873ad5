//! The lines that the page's own title, which is the first line of many pages, has in it.

use super::super::decision::{Active, Draft};
use super::{has_most_of, says_something_else, starts_text};

/// Fewer words may begin the page's title by chance.
const FEWEST_WORDS: u32 = 4;

/// A headline has no more words.
const MOST_WORDS: u32 = 40;

/// The places of these lines, in order. One of them is the headline, whatever it looks like;
/// others are links to the article itself.
pub(super) struct Headlines(Vec<usize>);

impl Headlines {
    pub(super) fn of(active: &Active<'_>, drafts: &[Draft]) -> Self {
        let is_open = |place: &usize| drafts[*place].verdict.is_none() && !says_something_else(active, *place);
        Self((0..drafts.len()).filter(|place| is_headline(active, *place)).filter(is_open).collect())
    }

    pub(super) fn has(&self, place: usize) -> bool {
        self.0.binary_search(&place).is_ok()
    }

    /// Where the article's text starts: a headline is none of it, even where it is a whole
    /// sentence. Text above the first one is not the article's if more stands below, unless
    /// the page's first line is the headline itself.
    pub(super) fn text(&self, active: &Active<'_>, drafts: &[Draft]) -> Option<usize> {
        let is_text = |place: &usize| !self.has(*place) && starts_text(active, drafts, *place);
        let first = (0..drafts.len()).find(is_text)?;
        let is_other = |headline: usize| !drafts[0].is_content() && active.text(headline) != active.text(0);
        let is_behind = |headline: &usize| *headline > first && is_other(*headline);
        let Some(headline) = self.0.first().copied().filter(is_behind) else { return Some(first) };
        let words = |places: std::ops::Range<usize>| -> u32 {
            places.filter(is_text).map(|place| active.evidence(place).words).sum()
        };
        match words(headline..drafts.len()) > words(first..headline) {
            true => (headline..drafts.len()).find(is_text),
            false => Some(first),
        }
    }
}

/// Whether the page's own title begins with the line, or mostly consists of it.
pub(in super::super) fn is_headline(active: &Active<'_>, place: usize) -> bool {
    let (evidence, line, page_title) = (active.evidence(place), active.text(place), active.text(0));
    let is_long = evidence.words >= FEWEST_WORDS || line.len() * 2 >= page_title.len();
    place > 0
        && is_long
        && line.len() <= page_title.len()
        && evidence.letters
        && evidence.words <= MOST_WORDS
        && has_words_of(active, place)
        && has_most_of(page_title, line)
}

/// Whether the first line has all content words of another: a sieve, cheaper than to look for the line in it.
fn has_words_of(active: &Active<'_>, place: usize) -> bool {
    let first = active.words(0);
    active.words(place).iter().all(|word| first.contains(word))
}
