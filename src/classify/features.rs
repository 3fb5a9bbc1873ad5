//! What the model sees of every block: a small number (a bin) for each of the
//! questions about the block, its place, and the page.
//!
//! Bins depend on the texts of the active blocks alone, so a page that is cleaned
//! again shows the same bins.

// The tool that trains the model sees these.
#![cfg_attr(not(feature = "training"), allow(unreachable_pub))]

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::common_words::{self, Core, InTitle};
use super::decision::Active;
use super::evidence::{Ending, Evidence};
use super::questions::COUNT;
use super::shape::Shape;
use super::{sequence, statistics};
use crate::rules::{Opens, RuleSet};

/// The answers for one block.
pub type Bins = [u8; COUNT];

/// The answers for all active blocks, in order.
pub(super) fn features(active: &Active<'_>, rules: &RuleSet) -> Vec<Bins> {
    let page = PageFacts::new(active, rules);
    (0..active.len()).map(|place| page.bins(place)).collect()
}

/// Where `value` falls among rising `limits`.
fn bin(value: u32, limits: &[u32]) -> u8 {
    // All of them are compared at once, rather than one after another by halves.
    limits.iter().map(|limit| u8::from(*limit <= value)).sum()
}

/// `part` of `whole` in percent.
fn percent(part: u32, whole: u32) -> u32 {
    (part * 100).checked_div(whole).unwrap_or(0)
}

/// What the answers need to know of the whole page.
struct PageFacts<'a, 'r> {
    active: &'a Active<'a>,
    rules: &'r RuleSet,
    /// The language with most function words in running text.
    language: Option<u8>,
    core: Core,
    /// The places where a text stands first and last.
    texts: FxHashMap<u64, (u32, u32)>,
    /// How many blocks begin with the same two words.
    openings: FxHashMap<u32, u32>,
    words: u32,
    running_words: u32,
    running_words_above: Vec<u32>,
    article: Vec<u8>,
    /// How many of each block's content words stand in the running text close above, and below.
    shared: [Vec<u8>; 2],
    dates_above: Vec<u32>,
    in_title: InTitle,
    headline: Option<usize>,
    density: Vec<u8>,
    groups: Vec<u8>,
}

impl<'a, 'r> PageFacts<'a, 'r> {
    fn new(active: &'a Active<'a>, rules: &'r RuleSet) -> Self {
        let in_title = InTitle::new(active);
        let mut facts = Self {
            active,
            rules,
            language: None,
            core: Core::new(),
            texts: FxHashMap::with_capacity_and_hasher(active.len(), FxBuildHasher),
            openings: FxHashMap::with_capacity_and_hasher(active.len(), FxBuildHasher),
            words: 0,
            running_words: 0,
            running_words_above: Vec::with_capacity(active.len()),
            article: article_by_length(active),
            shared: common_words::shared(active),
            dates_above: Vec::with_capacity(active.len()),
            headline: headline(active, &in_title),
            in_title,
            density: density(active),
            groups: groups(active),
        };
        let mut votes = vec![0u32; rules.languages().len()];
        for place in 0..active.len() {
            facts.take_in(place, &mut votes);
        }
        let best = (0..votes.len()).rev().max_by_key(|language| votes[*language]);
        facts.language = best.filter(|best| votes[*best] > 0).map(|best| best as u8);
        facts
    }

    fn take_in(&mut self, place: usize, votes: &mut [u32]) {
        let evidence = self.active.evidence(place);
        self.running_words_above.push(self.running_words);
        self.words += evidence.words;
        let dates = self.dates_above.last().copied().unwrap_or(0);
        self.dates_above.push(dates + u32::from(is_date(evidence)));
        let at = place as u32;
        self.texts.entry(evidence.hash).and_modify(|places| places.1 = at).or_insert((at, at));
        if let Some(opening) = opening(&evidence.shape) {
            *self.openings.entry(opening).or_default() += 1;
        }
        if statistics::is_running_text(evidence) {
            self.running_words += evidence.words;
            self.core.add(evidence.shape.vocabulary.words());
            if let Some(most) = evidence.votes() {
                votes[usize::from(most.language)] += most.votes;
            }
        }
    }

    fn bins(&self, place: usize) -> Bins {
        let evidence = self.active.evidence(place);
        let (shape, text) = (&evidence.shape, self.active.text(place));
        let words = u32::from(shape.words);
        let (function_words, language) = self.language(evidence);
        let (rule, opens) = self.rule(evidence);
        [
            bin(evidence.words, &[1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 31, 46, 71, 111]),
            ending(evidence, text),
            start(evidence, text),
            evidence.marker.map_or(0, |marker| marker as u8 + 1),
            bin(u32::from(shape.sentences), &[1, 2, 3, 4]),
            capitals(shape, evidence),
            bin(percent(u32::from(shape.shouted), words), &[1, 50]),
            if shape.numbers == 0 { 0 } else { 1 + bin(percent(u32::from(shape.numbers), words), &[8, 20, 40, 75]) },
            bin(u32::from(shape.separators), &[1, 2, 4]),
            bin(percent(u32::from(shape.commas), words), &[1, 6, 10, 16, 28]),
            bin((u32::from(shape.letters) * 4).checked_div(words).unwrap_or(0), &[1, 14, 18, 22, 26, 32]),
            u8::from(shape.address),
            if evidence.ending == Ending::Colon { 2 } else { u8::from(evidence.pair) },
            bin(u32::from(shape.brackets), &[1]) + 2 * bin(u32::from(shape.quotes), &[1]),
            rule,
            opens,
            function_words,
            language,
            self.repetition(place),
            self.core_words(evidence),
            self.first_line(place),
            bin(place as u32, &[1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144]),
            bin((self.active.len() - 1 - place) as u32, &[1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144]),
            bin(self.active.len() as u32, &[2, 6, 15, 40, 90, 180, 350]),
            bin(percent(self.running_words, self.words), &[5, 20, 35, 50, 70, 95]),
            self.like_before(place),
            self.common_opening(shape),
            u8::from(shape.year) + 2 * u8::from(shape.clock),
            u8::from(shape.rights) + 2 * u8::from(shape.sums),
            self.article[place],
            bin(percent(self.running_words_above[place], self.running_words), &[1, 10, 30, 50, 70, 90, 100]),
            last_character(text),
            self.shared_share(place, 0),
            self.shared_share(place, 1),
            self.title_share(place),
            bin(self.dates_above[place], &[1, 2, 3, 6]),
            u8::from(shape.glued),
            self.by_headline(place),
            self.density[place],
            self.groups[place],
        ]
    }

    fn rule(&self, evidence: &Evidence) -> (u8, u8) {
        let Some(hit) = &evidence.hit else { return (0, 0) };
        let rule = self.rules.rule(hit.rule);
        let opens = match rule.opens {
            Opens::Nothing => 0,
            Opens::Value => 1,
            Opens::List => 2,
            Opens::Rest => 3,
        };
        (1 + 2 * rule.role as u8 + u8::from(rule.sure), opens)
    }

    /// The share of function words of the page's language, and whether the block's own is the same.
    fn language(&self, evidence: &Evidence) -> (u8, u8) {
        let Some(votes) = evidence.votes() else { return (0, 0) };
        let same = Some(votes.language) == self.language;
        let share = percent(votes.votes, u32::from(evidence.shape.words - evidence.shape.numbers));
        (1 + bin(share, &[10, 20, 30, 40, 55]), 1 + u8::from(same))
    }

    fn repetition(&self, place: usize) -> u8 {
        let (first, last) = self.texts[&self.active.evidence(place).hash];
        let at = place as u32;
        match (first == at, last == at) {
            (true, true) => 0,
            (true, false) if last == at + 1 => 1,
            (true, false) => 2,
            (false, true) if first + 1 == at => 3,
            (false, true) => 4,
            (false, false) => 5,
        }
    }

    /// How many of the block's content words stand in other running text.
    fn core_words(&self, evidence: &Evidence) -> u8 {
        let words = evidence.shape.vocabulary.words();
        if words.is_empty() {
            return 0;
        }
        let own = u8::from(statistics::is_running_text(evidence));
        1 + bin(percent(self.core.count(words, own), words.len() as u32), &[1, 15, 30, 50, 70, 99])
    }

    /// What the block shares with the first line, which is the page's title on many pages.
    fn first_line(&self, place: usize) -> u8 {
        if place == 0 {
            return 1;
        }
        let (first, text) = (self.active.text(0), self.active.text(place));
        let (words, title) = (self.active.words(place).len(), self.in_title.title);
        if words == 0 || title == 0 {
            return 0;
        }
        if words > 1 && first.starts_with(text) {
            return 2 + u8::from(first.len() == text.len());
        }
        match percent(u32::from(self.in_title.words[place]), words.min(title) as u32) {
            75.. => 4,
            40.. => 5,
            1.. => 6,
            _ => 7,
        }
    }

    /// The share of the block's content words that stand in running text close by.
    fn shared_share(&self, place: usize, side: usize) -> u8 {
        match self.active.words(place).len() as u32 {
            0 => 0,
            words => 1 + bin(percent(u32::from(self.shared[side][place]), words), &[1, 10, 20, 35, 60]),
        }
    }

    /// How far the block is from the headline.
    fn by_headline(&self, place: usize) -> u8 {
        let Some(headline) = self.headline else { return 0 };
        match (place as i64) - headline as i64 {
            ..-4 => 1,
            -4..0 => 2,
            below => 3 + bin(below as u32, &[1, 2, 4, 9, 21]),
        }
    }

    /// How much of the first line's content words the block has.
    fn title_share(&self, place: usize) -> u8 {
        match self.in_title.title as u32 {
            0 => 0,
            all => 1 + bin(percent(u32::from(self.in_title.of_title[place]), all), &[1, 25, 50, 75]),
        }
    }

    /// Whether the line before is of the same make.
    fn like_before(&self, place: usize) -> u8 {
        let Some(before) = place.checked_sub(1).map(|before| self.active.evidence(before)) else { return 0 };
        let evidence = self.active.evidence(place);
        let alike = before.ending == evidence.ending && before.capital == evidence.capital;
        let length = before.words.abs_diff(evidence.words) <= 1 + evidence.words / 8;
        1 + u8::from(alike) + u8::from(alike && length)
    }

    fn common_opening(&self, shape: &Shape) -> u8 {
        let count = opening(shape).map_or(0, |opening| self.openings[&opening]);
        bin(count, &[1, 2, 3, 6])
    }
}

/// The line that has most in common with the first one, which is the page's own
/// title on many pages; of equals the first.
fn headline(active: &Active<'_>, in_title: &InTitle) -> Option<usize> {
    let likeness = |place: &usize| {
        let all = in_title.title + active.words(*place).len();
        2 * usize::from(in_title.words[*place]) * 100 / all.max(1)
    };
    let best = (1..active.len()).rev().max_by_key(likeness)?;
    (likeness(&best) >= LEAST_LIKENESS).then_some(best)
}

/// A headline has about half of the first line's words: sites add their names to it.
const LEAST_LIKENESS: usize = 50;

/// Blocks on either side among which running text is measured.
const AROUND: usize = 5;

/// The share of running text among the words around each block.
fn density(active: &Active<'_>) -> Vec<u8> {
    let mut sums = vec![(0u32, 0u32)];
    for place in 0..active.len() {
        let evidence = active.evidence(place);
        let (running, all) = sums[place];
        let words = if statistics::is_running_text(evidence) { evidence.words } else { 0 };
        sums.push((running + words, all + evidence.words));
    }
    let around = |place: usize| {
        let (from, to) = (sums[place.saturating_sub(AROUND)], sums[(place + AROUND + 1).min(active.len())]);
        bin(percent(to.0 - from.0, to.1 - from.1), &[1, 15, 40, 65, 90])
    };
    (0..active.len()).map(around).collect()
}

/// Blocks of running text with no more other blocks between them are one group.
const GAP: usize = 2;

/// For every block how large its group of running text is, by the largest one.
fn groups(active: &Active<'_>) -> Vec<u8> {
    let mut groups: Vec<(std::ops::Range<usize>, u32)> = Vec::new();
    for place in (0..active.len()).filter(|place| statistics::is_running_text(active.evidence(*place))) {
        let words = active.evidence(place).words;
        match groups.last_mut().filter(|(range, _)| range.end + GAP >= place) {
            Some((range, sum)) => (*range, *sum) = (range.start..place + 1, *sum + words),
            None => groups.push((place..place + 1, words)),
        }
    }
    let largest = groups.iter().map(|(_, words)| *words).max().unwrap_or(0);
    let mut answers = vec![0; active.len()];
    for (range, words) in groups {
        answers[range].fill(1 + bin(percent(words, largest), &[10, 30, 60, 100]));
    }
    answers
}

/// A short line with a date or a time in it, as over every comment.
fn is_date(evidence: &Evidence) -> bool {
    evidence.words <= 12 && (evidence.shape.year || evidence.shape.clock)
}

/// The first two content words of a block, as one number.
fn opening(shape: &Shape) -> Option<u32> {
    match shape.vocabulary.words() {
        [first, second, ..] => Some(u32::from(*first) << 16 | u32::from(*second)),
        _ => None,
    }
}

fn ending(evidence: &Evidence, text: &str) -> u8 {
    match evidence.ending {
        Ending::Sentence if text.ends_with(['.', '。', '।']) && !text.ends_with("...") => 1,
        Ending::Sentence if text.ends_with(['…', '.']) => 2,
        Ending::Sentence => 3,
        Ending::Colon => 4,
        Ending::Clause => 5,
        Ending::Open if text.ends_with(['»', '›', '>', '→', '▶', '►']) => 6,
        Ending::Open => 7,
    }
}

fn start(evidence: &Evidence, text: &str) -> u8 {
    match text.chars().next() {
        None => 0,
        Some(c) if c.is_lowercase() => 1,
        Some(c) if c.is_uppercase() => 2,
        Some(c) if c.is_numeric() => 3,
        Some('"' | '«' | '“' | '„' | '\'' | '‘' | '「') => 4,
        Some(c) if c.is_alphabetic() => 5,
        Some(_) => 6 * u8::from(evidence.letters),
    }
}

fn last_character(text: &str) -> u8 {
    match text.chars().next_back() {
        None => 0,
        Some(c) if c.is_lowercase() => 1,
        Some(c) if c.is_uppercase() => 2,
        Some(c) if c.is_numeric() => 3,
        Some(c) if c.is_alphabetic() => 4,
        Some('.' | ',' | '?' | '!' | '…' | '。') => 5,
        Some('"' | '»' | '”' | '“' | ')' | '’' | '\'' | '」' | ']') => 6,
        Some(_) => 7,
    }
}

fn capitals(shape: &Shape, evidence: &Evidence) -> u8 {
    let words = u32::from(shape.words.saturating_sub(shape.numbers));
    match words {
        0 => 0,
        1 => 1,
        _ if shape.capitals == 0 => 2,
        _ => {
            let others = u32::from(shape.capitals).saturating_sub(u32::from(evidence.capital));
            3 + bin(percent(others, words - 1), &[8, 20, 40, 80])
        }
    }
}

/// The stretch of running text that a chain without any words finds: before it,
/// in it and how the block counts in it, behind it.
fn article_by_length(active: &Active<'_>) -> Vec<u8> {
    let scores: Vec<i64> = (0..active.len()).map(|place| statistics::score(active.evidence(place))).collect();
    let labels = sequence::label(&scores);
    let first = labels.iter().position(|content| *content).unwrap_or(labels.len());
    let last = labels.iter().rposition(|content| *content).unwrap_or(0);
    let place = |(place, content): (usize, bool)| match content {
        true => 3 + u8::from(scores[place] > 0),
        false if place < first => 0,
        false if place > last => 1,
        false => 2,
    };
    labels.into_iter().enumerate().map(place).collect()
}
