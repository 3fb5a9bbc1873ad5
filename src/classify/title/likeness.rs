//! How much a line is like a title: the signs that its points are for.
//!
//! The points are those of a conditional logit model (D. McFadden, 1974) of which line of
//! a page is its title.

use rustc_hash::FxHashMap;

use super::super::common_words::Core;
use super::super::decision::{Active, Draft};
use super::super::line;
use super::super::points::{Sign, percent};
use super::trail::trail;
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

const COUNT: usize = 15;

/// A line's signs, in the order of their values.
pub(in super::super) const SIGNS: [Sign; COUNT] = [
    Sign::new("candidates below, above the text", &[1, 2, 3, 5, 8, 15]),
    Sign::new("words", &[2, 3, 4, 5, 6, 8, 11, 14, 18, 24]),
    Sign::new("what the model of content says, in tenths of a logit", &[-40, -30, -20, -10, 0, 10, 20, 40, 80]),
    Sign::new("is in a list that a rule opened", &[1]),
    Sign::new("times on the page", &[2, 3, 4]),
    Sign::new("bars and arrows", &[1, 2]),
    Sign::new("words in capitals", &[1, 2]),
    Sign::new("blocks down to a by-line or a date, 4 for none close by", &[2, 3, 4]),
    Sign::new("first character: sign, letter, digit, quotation mark", &[1, 2, 3]),
    Sign::new("percent of its content words that the text has, -1 without any", &[0, 1, 20, 40, 60, 80, 100]),
    Sign::new("content words that the text has more than once", &[1, 2, 3, 5]),
    Sign::new("is the page's first line", &[1]),
    Sign::new("percent of content words in common with the first line", &[0, 1, 34, 67, 100]),
    Sign::new("of the first line it is: less than most, most, all", &[1, 2]),
    Sign::new("end of a trail: no line close by, a line above ends with it, it ends with one below", &[1, 2]),
];

/// How far down a by-line is looked for.
const NO_BY_LINE: usize = 4;

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

    /// The signs of the line at `place`, with `below` other candidates before the text.
    pub(super) fn values(&self, place: usize, below: usize) -> [i32; COUNT] {
        let evidence = self.active.evidence(place);
        let words = self.active.words(place);
        let [in_common, part_of_first] = self.like_first(place);
        [
            below as i32,
            evidence.words as i32,
            (self.drafts[place].margin * 10.0) as i32,
            i32::from(self.drafts[place].opened_by.is_some()),
            self.times.get(&evidence.hash).copied().unwrap_or(1),
            i32::from(evidence.shape.separators),
            i32::from(evidence.shape.shouted),
            self.by_line(place) as i32,
            line::first_character(self.active.text(place)),
            percent(self.core.count(words, 0) as usize, words.len()),
            self.core.count(words, 1) as i32,
            i32::from(place == 0),
            in_common,
            part_of_first,
            trail(self.active, place),
        ]
    }

    fn by_line(&self, place: usize) -> usize {
        let below = self.drafts[place + 1..].iter().take(NO_BY_LINE - 1);
        below.into_iter().position(Draft::is_metadata).map_or(NO_BY_LINE, |at| at + 1)
    }

    fn like_first(&self, place: usize) -> [i32; 2] {
        if place == 0 {
            return [-1, 0];
        }
        let (words, first) = (self.active.words(place), self.active.words(0));
        let common = words.iter().filter(|word| first.contains(word)).count();
        // Fewer words are in a page's title by chance.
        let part = match (self.active.text(place), self.active.text(0)) {
            (line, first) if line == first => 2,
            _ if common < words.len() || self.active.evidence(place).words < 3 => 0,
            (line, first) => i32::from(has_most_of(first, line)),
        };
        [percent(common, words.len().min(first.len())), part]
    }
}
