//! The languages that a text in an alphabet may be in, and what it costs in each:
//! its letter pairs, less what its function words save.

use std::sync::LazyLock;

use super::neighbours;
use crate::classify::counts::Counts;
use crate::language::Language;
use crate::plausibility::LetterCosts;
use crate::plausibility::bigrams::{Alphabet, of_alphabet};

/// What a function word speaks for its languages, in half bits, beside its letters.
pub(super) const FUNCTION_WORD: u32 = 6;

/// A language without a pack is taken to have this share of the function words
/// that the best of the others has, in percent.
const UNLISTED: u32 = 70;

/// How many half bits less than all others a language without a pack must cost: few
/// pages are in one, and names and headings often look so.
const RARE: u32 = 10;

/// A language of an alphabet.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    language: Language,
    /// Its place among the costs of letters.
    slot: usize,
    /// Its place among the languages of the rules.
    words: Option<u8>,
}

/// All languages of one alphabet.
#[derive(Debug)]
pub(super) struct Candidates {
    alphabet: Alphabet,
    candidates: Vec<Candidate>,
}

/// What a text costs in each candidate, in half bits.
#[derive(Clone, Debug)]
pub(super) struct Costs {
    pub(super) by_candidate: Vec<u32>,
    /// In a language without a model.
    pub(super) unknown: u32,
    pub(super) letters: u32,
    /// The most function words that any of the candidates has.
    pub(super) function_words: u32,
}

/// Models by alphabet. That of `sh` is Serbian's and Croatian's in one.
static MODELS: LazyLock<Vec<(Alphabet, Language, usize)>> = LazyLock::new(|| {
    let alphabets = [Alphabet::Latin, Alphabet::Cyrillic, Alphabet::Greek];
    let models = alphabets.into_iter().flat_map(|alphabet| of_alphabet(alphabet).zip(1..));
    let languages = models.flat_map(|(model, slot)| {
        let codes: &[&'static str] = match model.code() {
            "sh" => &["hr", "sr"],
            code => &[code.split('-').next().unwrap_or(code)],
        };
        codes.iter().map(|code| (model.alphabet(), Language::known(code), slot)).collect::<Vec<_>>()
    });
    languages.collect()
});

impl Candidates {
    /// The candidates of `alphabet`; `languages` are those whose function words are counted.
    pub(super) fn new(alphabet: Alphabet, languages: &[Language]) -> Self {
        let candidates = MODELS.iter().filter(|(own, ..)| *own == alphabet).map(|(_, language, slot)| Candidate {
            language: *language,
            slot: *slot,
            words: languages.iter().position(|listed| listed == language).map(|place| place as u8),
        });
        Self { alphabet, candidates: candidates.collect() }
    }

    pub(super) fn language(&self, candidate: usize) -> Language {
        self.candidates[candidate].language
    }

    pub(super) fn find(&self, language: Language) -> Option<usize> {
        self.candidates.iter().position(|candidate| candidate.language.code() == base(&language))
    }

    /// What `text` costs, of which `counts` are the function words.
    pub(super) fn costs(&self, text: &str, counts: &Counts) -> Costs {
        let priced = LetterCosts::new(self.alphabet, text);
        let mut slots = [0; SLOTS];
        slots.iter_mut().zip(priced.costs()).for_each(|(slot, cost)| *slot = cost);
        let mut words = [0; Counts::THINGS];
        counts.add_to(&mut words);
        let count = |candidate: &Candidate| candidate.words.map(|place| words[usize::from(place) % Counts::THINGS]);
        let most = self.candidates.iter().filter_map(count).max().unwrap_or(0);
        let cost = |candidate: &Candidate| {
            let saved = count(candidate).map_or(most * FUNCTION_WORD * UNLISTED / 100, |own| own * FUNCTION_WORD);
            let rare = if candidate.words.is_some() { 0 } else { RARE };
            slots[candidate.slot] + most * FUNCTION_WORD - saved + rare
        };
        let by_candidate = self.candidates.iter().map(cost).collect();
        let letters = priced.letters();
        let mut costs = Costs { by_candidate, unknown: slots[0], letters, function_words: most };
        self.part_neighbours(text, &mut costs);
        costs
    }

    /// Tells close languages apart where the text is in one of them.
    fn part_neighbours(&self, text: &str, costs: &mut Costs) {
        let Some(best) = costs.best().map(|best| self.language(best)) else { return };
        for pair in neighbours::all().filter(|pair| pair.codes.contains(&best.code())) {
            let [one, other] = pair.codes.map(|code| self.find(Language::known(code)));
            let (Some(one), Some(other)) = (one, other) else { continue };
            let other_rather = pair.second_rather(text);
            if self.candidates[one].slot == self.candidates[other].slot {
                // The longer of two lists of function words would win.
                let least = costs.by_candidate[one].min(costs.by_candidate[other]);
                [one, other].into_iter().for_each(|candidate| costs.by_candidate[candidate] = least);
            }
            costs.by_candidate[if other_rather > 0 { one } else { other }] += other_rather.unsigned_abs();
        }
    }
}

/// As many languages as an alphabet has at the most, and none.
const SLOTS: usize = 64;

/// The code of a language without its script.
fn base(language: &Language) -> &str {
    language.code().split('-').next().unwrap_or_default()
}

impl Costs {
    /// The cheapest candidate; the first of those that cost the same.
    pub(super) fn best(&self) -> Option<usize> {
        (0..self.by_candidate.len()).min_by_key(|candidate| self.by_candidate[*candidate])
    }

    /// How much more any other than `best` costs.
    pub(super) fn lead(&self, best: usize) -> u32 {
        let others = (0..self.by_candidate.len()).filter(|candidate| *candidate != best);
        let second = others.map(|candidate| self.by_candidate[candidate]).min().unwrap_or(u32::MAX);
        second.saturating_sub(self.by_candidate[best])
    }

    /// Whether the letters are those of no language that is known.
    pub(super) fn is_nonsense(&self, best: usize) -> bool {
        self.by_candidate[best] > self.unknown
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.by_candidate.iter_mut().zip(&other.by_candidate).for_each(|(sum, cost)| *sum += cost);
        self.unknown += other.unknown;
        self.letters += other.letters;
        self.function_words += other.function_words;
    }
}
