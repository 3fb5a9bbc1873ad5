//! What single words mean: months, weekdays, multipliers, function words.

use rustc_hash::{FxHashMap, FxHashSet};

use super::pack::{PackData, WordFact};
use super::phrases::Phrases;
use crate::language::Language;

/// As many languages as a set of them can hold.
const MOST_LANGUAGES: usize = 64;

/// Facts about words, by their hash.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    facts: FxHashMap<u64, Vec<(WordFact, u8)>>,
    function_words: FxHashMap<u64, u64>,
    first_names: FxHashSet<u64>,
    languages: Vec<Language>,
    orders: Vec<super::pack::DateOrder>,
    phrases: Phrases,
}

impl Lexicon {
    pub(super) fn add(&mut self, pack: &PackData) {
        let index = self.language_index(pack);
        for (word, fact) in &pack.words {
            let known = self.facts.entry(*word).or_default();
            if !known.contains(&(*fact, index)) {
                known.push((*fact, index));
            }
        }
        for (keys, fact) in &pack.phrases {
            self.phrases.add(keys, *fact, index);
        }
        self.first_names.extend(&pack.first_names);
        for word in &pack.function_words {
            *self.function_words.entry(*word).or_default() |= 1 << index;
        }
    }

    /// The place of the pack's language among those that function words tell apart.
    fn language_index(&mut self, pack: &PackData) -> u8 {
        let language = pack.language.unwrap_or(Language::known("und"));
        let found = self.languages.iter().position(|known| *known == language);
        let index = found.unwrap_or_else(|| {
            self.languages.push(language);
            self.orders.push(pack.date_order);
            self.languages.len() - 1
        });
        index.min(MOST_LANGUAGES - 1) as u8
    }

    /// All function words, with the languages that have them, as bits over
    /// [`Lexicon::languages`].
    pub(super) fn function_words(&self) -> impl Iterator<Item = (u64, u64)> {
        self.function_words.iter().map(|(word, languages)| (*word, *languages))
    }

    /// The languages of the packs.
    pub(super) fn languages(&self) -> &[Language] {
        &self.languages
    }

    pub(super) fn phrases(&self) -> &Phrases {
        &self.phrases
    }

    /// The place of a language that a pack has.
    pub(super) fn place(&self, language: Language) -> Option<u8> {
        self.languages.iter().position(|known| *known == language).map(|place| place.min(MOST_LANGUAGES - 1) as u8)
    }

    /// The order of day and month in `language`, if a pack tells.
    pub(super) fn date_order(&self, language: Option<Language>) -> super::pack::DateOrder {
        let place = language.and_then(|language| self.place(language));
        place.map_or(super::pack::DateOrder::Unknown, |place| self.orders[usize::from(place)])
    }

    /// The words that mean anything in dates and numbers.
    pub(super) fn words_with_facts(&self) -> impl Iterator<Item = u64> {
        self.facts.keys().copied()
    }

    pub(super) fn is(&self, word: u64, wanted: WordFact) -> bool {
        self.facts.get(&word).is_some_and(|facts| facts.iter().any(|(fact, _)| *fact == wanted))
    }

    /// Whether names of people begin with `word`, in any language.
    pub(super) fn is_first_name(&self, word: u64) -> bool {
        self.first_names.contains(&word)
    }

    /// How many times more a number means that has `word` behind it. Languages differ
    /// (`mil` is a thousand in Spanish, short for a million in Croatian).
    pub(super) fn times(&self, word: u64, language: Option<Language>) -> Option<u64> {
        self.meaning(word, language, |fact| match fact {
            WordFact::Times(factor) => Some(factor),
            _ => None,
        })
    }

    /// The month that `word` names. Languages differ (Polish and Croatian `listopad`).
    pub(super) fn month(&self, word: u64, language: Option<Language>) -> Option<u8> {
        self.meaning(word, language, |fact| match fact {
            WordFact::Month(month) => Some(month),
            _ => None,
        })
    }

    /// What `word` means of what `pick` takes: in `language`, else in the first pack that has it.
    fn meaning<T>(&self, word: u64, language: Option<Language>, pick: impl Fn(WordFact) -> Option<T>) -> Option<T> {
        let facts = self.facts.get(&word)?;
        let meanings = || facts.iter().filter_map(|(fact, index)| Some((pick(*fact)?, *index)));
        let native = meanings().find(|(_, index)| language == Some(self.languages[usize::from(*index)]));
        native.or_else(|| meanings().next()).map(|(meaning, _)| meaning)
    }
}
