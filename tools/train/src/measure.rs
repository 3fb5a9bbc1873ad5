//! How good an output is, by the corpus' own measure.

use rustc_hash::FxHashMap;

use crate::corpus::Record;
use crate::tokens::Interner;

const SHINGLE: usize = 4;

/// Sums over documents.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    precision: f64,
    outputs: f64,
    recall: f64,
    documents: f64,
    /// Snippets found and missing, that must and must not be there.
    snippets: [f64; 4],
}

impl Score {
    /// Adds the score of `text` as the output for `record`.
    pub fn add(&mut self, record: &Record, text: &str) {
        let mut interner = Interner::default();
        match &record.gold {
            Some(gold) => self.add_gold(&interner.tokens(text), &interner.tokens(gold)),
            None => self.add_snippets(record, &interner.tokens(text), &mut interner),
        }
    }

    fn add_gold(&mut self, text: &[u32], gold: &[u32]) {
        let (text, gold) = (shingles(text), shingles(gold));
        let common: f64 =
            text.iter().map(|(shingle, count)| f64::from(*count.min(gold.get(shingle).unwrap_or(&0)))).sum();
        let total = |bag: &FxHashMap<&[u32], u32>| bag.values().map(|count| f64::from(*count)).sum::<f64>();
        if !text.is_empty() {
            self.precision += common / total(&text);
            self.outputs += 1.0;
        }
        self.recall += common / total(&gold);
        self.documents += 1.0;
    }

    fn add_snippets(&mut self, record: &Record, text: &[u32], interner: &mut Interner) {
        let mut found = |snippet: &String| {
            let tokens = interner.tokens(snippet);
            tokens.is_empty() || text.windows(tokens.len()).any(|window| window == tokens)
        };
        for snippet in &record.with {
            self.snippets[usize::from(!found(snippet))] += 1.0;
        }
        for snippet in &record.without {
            self.snippets[2 + usize::from(!found(snippet))] += 1.0;
        }
    }

    /// Precision, recall and F1.
    pub fn values(&self) -> [f64; 3] {
        let [found, missing, wrong, _] = self.snippets;
        let (precision, recall) = match self.documents > 0.0 {
            true => (self.precision / self.outputs.max(1.0), self.recall / self.documents),
            false => (found / (found + wrong).max(1.0), found / (found + missing).max(1.0)),
        };
        [precision, recall, 2.0 * precision * recall / (precision + recall).max(1e-9)]
    }
}

fn shingles(tokens: &[u32]) -> FxHashMap<&[u32], u32> {
    let mut bag = FxHashMap::default();
    if tokens.is_empty() {
        return bag;
    }
    for shingle in tokens.windows(SHINGLE.min(tokens.len())) {
        *bag.entry(shingle).or_default() += 1;
    }
    bag
}
