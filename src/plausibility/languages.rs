//! What the letters of a text cost in each language of an alphabet.

use super::bigrams::{Alphabet, Letter};
use super::classes::{Class, class};
use super::tally::Tally;

/// The letters of one alphabet, priced in all its languages.
pub(crate) struct LetterCosts {
    tally: Tally,
    letters: u32,
}

impl LetterCosts {
    /// Prices those letters of `text` that are of `alphabet`; anything else parts words.
    pub(crate) fn new(alphabet: Alphabet, text: &str) -> Self {
        let mut costs = Self { tally: Tally::new(alphabet), letters: 0 };
        let mut inside = false;
        for c in text.chars() {
            match class(c) {
                (Class::Letter { alphabet: own, letter, .. }, _) if own == alphabet => {
                    costs.tally.add(letter);
                    costs.letters += 1;
                    inside = true;
                }
                _ if inside => {
                    costs.tally.add(Letter::BORDER);
                    inside = false;
                }
                _ => {}
            }
        }
        if inside {
            costs.tally.add(Letter::BORDER);
        }
        costs
    }

    /// How many letters were priced.
    pub(crate) fn letters(&self) -> u32 {
        self.letters
    }

    /// In half bits: first in a language without a model, then in those of
    /// [`of_alphabet`](super::bigrams::of_alphabet), in its order.
    pub(crate) fn costs(&self) -> impl Iterator<Item = u32> {
        self.tally.costs()
    }
}
