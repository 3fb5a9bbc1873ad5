//! What phrases of one or more words mean in dates: `yesterday`, `il y a`, `小时`.

use rustc_hash::FxHashMap;

use super::automaton::mixed;
use super::tokens::Token;
use crate::relative_date::{RelativeDate, RelativeUnit};

/// What a phrase means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PhraseFact {
    /// `today`, `yesterday`: so many days back.
    DaysBack(u32),
    /// `just now`
    Now,
    /// `il y a`, `vor`: what stands behind is an amount of time back.
    AgoBefore,
    /// `ago`, `тому`: what stands before is an amount of time back.
    AgoBehind,
    /// `about`, `environ`: before an amount.
    About,
    /// `hours`: behind a number.
    Unit(RelativeUnit),
    /// `órája`: behind a number, and says `ago` itself.
    UnitAgo(RelativeUnit),
    /// `two`: a number in letters.
    Numeral(u32),
    /// `полчаса`, `ساعتين`: an amount without a number.
    Span(RelativeDate),
    /// `下午`: whether it means the afternoon.
    HalfOfDay(bool),
}

/// Phrases by their first words.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    by_first: FxHashMap<u64, Vec<Phrase>>,
}

#[derive(Debug)]
struct Phrase {
    rest: Box<[u64]>,
    fact: PhraseFact,
    /// The place of its language among those of the packs.
    language: u8,
}

/// A phrase's words and marks as they are compared.
pub(super) fn keys(tokens: &[Token]) -> Vec<u64> {
    tokens.iter().map(|token| mixed(token.kind, token.key)).collect()
}

impl Phrases {
    pub(super) fn add(&mut self, keys: &[u64], fact: PhraseFact, language: u8) {
        if let Some((first, rest)) = keys.split_first() {
            self.by_first.entry(*first).or_default().push(Phrase { rest: rest.into(), fact, language });
        }
    }

    /// What the longest phrase at token `at` means that `pick` takes, and the token behind
    /// it; of all languages, or of one.
    pub(super) fn find<T>(
        &self,
        tokens: &[Token],
        at: usize,
        language: Option<u8>,
        pick: impl Fn(PhraseFact) -> Option<T>,
    ) -> Option<(T, usize)> {
        let first = tokens.get(at)?;
        let phrases = self.by_first.get(&mixed(first.kind, first.key))?;
        let fits = |phrase: &&Phrase| {
            language.is_none_or(|language| language == phrase.language) && follows(&tokens[at + 1..], &phrase.rest)
        };
        let picked = |phrase: &Phrase| Some((pick(phrase.fact)?, at + 1 + phrase.rest.len()));
        let found = phrases.iter().filter(fits).filter_map(picked);
        found.reduce(|best, other| if other.1 > best.1 { other } else { best })
    }
}

fn follows(tokens: &[Token], rest: &[u64]) -> bool {
    tokens.len() >= rest.len() && tokens.iter().zip(rest).all(|(token, key)| mixed(token.kind, token.key) == *key)
}
