//! What the letters of a text cost in all languages of an alphabet at once.
//!
//! The tables of pairs are laid side by side, a byte for each language, so that a
//! letter costs a few vector additions rather than a look-up for each language.

use std::sync::LazyLock;

use super::bigrams::{Alphabet, Letter, of_alphabet};

/// Half bits for a letter in a language without a model.
const UNKNOWN_LETTER: u8 = 13;
/// The same for a letter that is in no model's alphabet.
const UNKNOWN_FOREIGN: u8 = 22;

/// The costs of as many pairs add up to a byte, for none is above [`DEAREST`].
const FEW: u32 = (u8::MAX / DEAREST) as u32;
const DEAREST: u8 = 59;

/// The languages of an alphabet, with one that has no model, rounded up to vectors.
const LATIN: usize = 48;
const OTHERS: usize = 16;

/// The costs of letter pairs in `N` languages.
struct Table<const N: usize> {
    /// From a [`Letter`] to its place in this table.
    places: [u8; 256],
    width: usize,
    costs: Vec<[u8; N]>,
}

static TABLES: (LazyLock<Table<LATIN>>, [LazyLock<Table<OTHERS>>; 2]) = (
    LazyLock::new(|| Table::new(Alphabet::Latin)),
    [LazyLock::new(|| Table::new(Alphabet::Cyrillic)), LazyLock::new(|| Table::new(Alphabet::Greek))],
);

impl<const N: usize> Table<N> {
    fn new(alphabet: Alphabet) -> Self {
        let is_known = |letter: &Letter| of_alphabet(alphabet).any(|model| model.has_letter(*letter));
        let mut letters = vec![Letter::BORDER];
        letters.extend(Letter::all().filter(is_known));
        letters.push(Letter::FOREIGN);
        let mut places = [letters.len() as u8 - 1; 256];
        letters.iter().enumerate().for_each(|(place, letter)| places[letter.number()] = place as u8);
        let pairs = letters.iter().flat_map(|before| letters.iter().map(move |after| (*before, *after)));
        let costs = pairs.map(|(before, after)| Self::pair(alphabet, before, after)).collect();
        Self { places, width: letters.len(), costs }
    }

    fn pair(alphabet: Alphabet, before: Letter, after: Letter) -> [u8; N] {
        let mut costs = [u8::MAX; N];
        let unknown = match after {
            Letter::BORDER => 0,
            Letter::FOREIGN => UNKNOWN_FOREIGN,
            _ => UNKNOWN_LETTER,
        };
        let known = of_alphabet(alphabet).map(|model| model.pair(before, after) as u8);
        costs.iter_mut().zip(std::iter::once(unknown).chain(known)).for_each(|(slot, cost)| *slot = cost);
        costs
    }
}

/// Adds up what the letters of one alphabet cost, in half bits.
pub(super) enum Tally {
    Latin(Box<Sums<LATIN>>),
    Other(Sums<OTHERS>),
}

impl Tally {
    pub(super) fn new(alphabet: Alphabet) -> Self {
        match alphabet {
            Alphabet::Latin => Self::Latin(Box::new(Sums::new(&TABLES.0))),
            Alphabet::Cyrillic => Self::Other(Sums::new(&TABLES.1[0])),
            Alphabet::Greek => Self::Other(Sums::new(&TABLES.1[1])),
        }
    }

    #[inline]
    pub(super) fn add(&mut self, letter: Letter) {
        match self {
            Self::Latin(sums) => sums.add(letter),
            Self::Other(sums) => sums.add(letter),
        }
    }

    /// What all letters cost in each language: first in one without a model, then in those of
    /// the alphabet.
    pub(super) fn costs(&self) -> impl Iterator<Item = u32> {
        let (all, recent) = match self {
            Self::Latin(sums) => (&sums.all[..], &sums.recent[..]),
            Self::Other(sums) => (&sums.all[..], &sums.recent[..]),
        };
        all.iter().zip(recent).map(|(sum, recent)| sum + u32::from(*recent))
    }

    /// What all letters cost in the language that they cost least in.
    pub(super) fn least(&self) -> u32 {
        match self {
            Self::Latin(sums) => sums.least(),
            Self::Other(sums) => sums.least(),
        }
    }
}

pub(super) struct Sums<const N: usize> {
    table: &'static Table<N>,
    /// The place of the letter before.
    before: usize,
    /// Sums of the last pairs, of fewer than could overflow.
    recent: [u8; N],
    pairs: u32,
    all: [u32; N],
}

impl<const N: usize> Sums<N> {
    fn new(table: &'static Table<N>) -> Self {
        Self { table, before: 0, recent: [0; N], pairs: 0, all: [0; N] }
    }

    #[inline]
    fn add(&mut self, letter: Letter) {
        let after = usize::from(self.table.places[letter.number()]);
        let costs = &self.table.costs[self.before * self.table.width + after];
        // Where there is no language, there is no sum to keep either.
        self.recent.iter_mut().zip(costs).for_each(|(sum, cost)| *sum = sum.saturating_add(*cost));
        self.before = after;
        self.pairs += 1;
        if self.pairs == FEW {
            self.carry();
        }
    }

    fn carry(&mut self) {
        self.all.iter_mut().zip(&self.recent).for_each(|(sum, recent)| *sum += u32::from(*recent));
        (self.recent, self.pairs) = ([0; N], 0);
    }

    fn least(&self) -> u32 {
        let sums = self.all.iter().zip(&self.recent).map(|(sum, recent)| sum + u32::from(*recent));
        sums.min().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_languages_fit() {
        assert!(of_alphabet(Alphabet::Latin).count() < LATIN);
        assert!(of_alphabet(Alphabet::Cyrillic).count() < OTHERS && of_alphabet(Alphabet::Greek).count() < OTHERS);
    }

    #[test]
    fn sums_of_a_few_are_bytes() {
        let costs =
            TABLES.0.costs.iter().flatten().chain(TABLES.1.iter().flat_map(|table| table.costs.iter().flatten()));
        let fillers = u8::MAX;
        assert!(costs.filter(|cost| **cost != fillers).all(|cost| *cost <= DEAREST));
    }

    #[test]
    fn the_least_is_that_of_the_cheapest_language() {
        for (alphabet, word) in [(Alphabet::Latin, "najważniejszych"), (Alphabet::Cyrillic, "перекладачі")]
        {
            let mut letters = vec![Letter::BORDER];
            let mut tally = Tally::new(alphabet);
            for _ in 0..100 {
                letters.extend(word.chars().map(Letter::of).chain([Letter::BORDER]));
                word.chars().for_each(|c| tally.add(Letter::of(c)));
                tally.add(Letter::BORDER);
            }
            let least = of_alphabet(alphabet).map(|model| model.cost(&letters)).min();
            assert_eq!(Some(tally.least()), least);
        }
    }
}
