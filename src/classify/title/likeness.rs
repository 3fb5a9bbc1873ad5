//! How much a line is like a title, by points for what it shows.
//!
//! The points are those of a conditional logit model (D. McFadden, 1974) of which line of
//! a page is its title, in tenths, counted on the pages of three sets of news and web text
//! whose HTML names the title (docs/metadata.md); those of long lines are smoothed.

use rustc_hash::FxHashMap;

use super::super::common_words::Core;
use super::super::decision::{Active, Draft};
use super::{has_most_of, starts_text};

/// What lines of a page are compared with.
pub(super) struct Likeness<'a, 'd> {
    active: &'a Active<'a>,
    drafts: &'d [Draft],
    /// The content words of the article's text.
    core: Core,
    /// How often each candidate stands on the page, by its hash.
    times: FxHashMap<u64, i32>,
}

/// A line's points for where `value` falls among rising `limits`; one more than limits.
struct Scale {
    limits: &'static [i32],
    points: &'static [i32],
}

impl Scale {
    fn points(&self, value: i32) -> i32 {
        self.points[self.limits.partition_point(|limit| *limit <= value)]
    }
}

/// How many candidates stand between a line and the text.
const BELOW: Scale = Scale { limits: &[1, 2, 3, 5, 8, 15], points: &[-5, 0, 4, 1, -3, -9, -6] };

const WORDS: Scale =
    Scale { limits: &[2, 3, 4, 5, 6, 8, 11, 14, 18, 24], points: &[-20, -8, 5, 5, 6, 4, 2, 1, -6, -6, -20] };

/// The share of a line's content words that the article's text has, in percent; -1 without any.
const SHARED: Scale = Scale { limits: &[0, 1, 20, 40, 60, 80, 100], points: &[-16, -13, 1, -2, -1, -1, 8, 4] };

/// How many of them it has more than once.
const REPEATED: Scale = Scale { limits: &[1, 2, 3, 5], points: &[-18, -9, 0, 11, 12] };

/// What the model of content says, in the logarithm of the odds times ten.
const CONTENT: Scale =
    Scale { limits: &[-40, -30, -20, -10, 0, 10, 20, 40, 80], points: &[-22, -13, -7, 2, 8, 9, 12, 5, -2, -2] };

/// The share of content words that the line and the page's first one have in common, in
/// percent of the shorter one's; -1 without any.
const LIKE_FIRST: Scale = Scale { limits: &[0, 1, 34, 67, 100], points: &[-12, -12, -17, -20, 3, 18] };
const IS_FIRST: i32 = 6;

/// How much of the page's first line it is: less than most, most, or all.
const PART_OF_FIRST: Scale = Scale { limits: &[1, 2], points: &[-8, 15, -19] };

/// How often the line stands on the page.
const TIMES: Scale = Scale { limits: &[2, 3, 4], points: &[-6, 5, 3, -4] };

const SEPARATORS: Scale = Scale { limits: &[1, 2], points: &[-4, -7, 6] };

/// Words in capitals.
const SHOUTED: Scale = Scale { limits: &[1, 2], points: &[2, 0, -7] };

/// How many blocks below it a by-line or a date stands; 4 for none close by.
const BY_LINE: Scale = Scale { limits: &[2, 3, 4], points: &[4, 1, -2, -8] };
const NO_BY_LINE: usize = 4;

/// Outside of lists that rules opened, and in one.
const LISTED: [i32; 2] = [6, -6];

impl<'a, 'd> Likeness<'a, 'd> {
    /// `candidates` are the places that will be asked for, `text` is where the article's text starts.
    pub(super) fn new(active: &'a Active<'a>, drafts: &'d [Draft], candidates: &[usize], text: usize) -> Self {
        let mut core = Core::new();
        let running = (text..drafts.len()).filter(|place| starts_text(active, drafts, *place));
        running.for_each(|place| core.add(active.words(place)));
        let mut times: FxHashMap<u64, i32> = candidates.iter().map(|place| (active.evidence(*place).hash, 0)).collect();
        for place in 0..active.len() {
            times.entry(active.evidence(place).hash).and_modify(|count| *count += 1);
        }
        Self { active, drafts, core, times }
    }

    /// The points of the line at `place`, with `below` other candidates before the text.
    pub(super) fn points(&self, place: usize, below: usize) -> i32 {
        let evidence = self.active.evidence(place);
        BELOW.points(below as i32)
            + WORDS.points(evidence.words as i32)
            + CONTENT.points((self.drafts[place].margin * 10.0) as i32)
            + LISTED[usize::from(self.drafts[place].opened_by.is_some())]
            + TIMES.points(self.times.get(&evidence.hash).copied().unwrap_or(1))
            + SEPARATORS.points(i32::from(evidence.shape.separators))
            + SHOUTED.points(i32::from(evidence.shape.shouted))
            + BY_LINE.points(self.by_line(place) as i32)
            + start(self.active.text(place))
            + self.like_text(place)
            + self.like_first(place)
    }

    fn by_line(&self, place: usize) -> usize {
        let below = self.drafts[place + 1..].iter().take(NO_BY_LINE - 1);
        below.into_iter().position(Draft::is_metadata).map_or(NO_BY_LINE, |at| at + 1)
    }

    fn like_text(&self, place: usize) -> i32 {
        let words = self.active.words(place);
        let share = percent(self.core.count(words, 0) as usize, words.len());
        SHARED.points(share) + REPEATED.points(self.core.count(words, 1) as i32)
    }

    fn like_first(&self, place: usize) -> i32 {
        if place == 0 {
            return IS_FIRST + PART_OF_FIRST.points(0);
        }
        let (words, first) = (self.active.words(place), self.active.words(0));
        let common = words.iter().filter(|word| first.contains(word)).count();
        // Fewer words are in a page's title by chance.
        let part = match (self.active.text(place), self.active.text(0)) {
            (line, first) if line == first => 2,
            (line, first) => i32::from(self.active.evidence(place).words >= 3 && has_most_of(first, line)),
        };
        LIKE_FIRST.points(percent(common, words.len().min(first.len()))) + PART_OF_FIRST.points(part)
    }
}

/// -1 where there is nothing to share.
fn percent(part: usize, whole: usize) -> i32 {
    (part * 100).checked_div(whole).map_or(-1, |share| share as i32)
}

/// What the first character is: a quotation mark, a digit, a letter, or a sign.
fn start(text: &str) -> i32 {
    match text.chars().next() {
        Some('"' | '«' | '“' | '„' | '\'' | '‘') => 10,
        Some(c) if c.is_numeric() => 5,
        Some(c) if c.is_alphabetic() => 3,
        _ => -19,
    }
}
