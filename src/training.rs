//! For the tool that trains the model: pages as the model sees them.
//!
//! Not part of the library's promises: it changes as the model does.

use crate::Cleaner;
use crate::classify::model::Model;
use crate::classify::questions::words;
use crate::classify::{self, RawBlock};

pub use crate::classify::PointedLine;
pub use crate::classify::features::Bins;
pub use crate::classify::model::{GATES, HIDDEN, ROW, STATE, UNIT};
pub use crate::classify::points::Sign;
pub use crate::classify::questions::{ANSWERS, COUNT, FIRST_ANSWERS, QUESTIONS};

/// A question's answer in words, by its bin.
pub fn answer(question: usize, bin: u8) -> String {
    words(FIRST_ANSWERS[question] + usize::from(bin)).1
}

/// A trained model of pages.
pub struct Weights(Model);

impl Weights {
    /// Reads a table that the tool wrote; what lacks at its end is zero.
    pub fn read(table: &[u8]) -> Self {
        Self(Model::read(table))
    }
}

/// The signs of titles, and those of headings.
pub const SIGNS: [&[Sign]; 2] = classify::SIGNS;

/// The blocks of a page, with their evidence.
#[derive(Clone, Debug)]
pub struct Page {
    blocks: Vec<RawBlock<'static>>,
}

impl Page {
    /// Reads a page as [`Cleaner::clean`] does, up to the decision.
    pub fn read(cleaner: &Cleaner, source: &str) -> Self {
        let blocks = cleaner.raw_blocks(source).into_iter().filter(|block| !block.text.is_empty());
        Self { blocks: blocks.map(RawBlock::into_owned).collect() }
    }

    /// The number of blocks.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// Whether there is no block.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// A block's repaired text.
    pub fn text(&self, block: usize) -> &str {
        &self.blocks[block].text
    }

    /// The page with these blocks alone, in this order.
    pub fn select(&self, blocks: &[usize]) -> Self {
        Self { blocks: blocks.iter().map(|block| self.blocks[*block].clone()).collect() }
    }

    /// A page of the blocks of others, one after the other.
    pub fn join(parts: &[&Self]) -> Self {
        Self { blocks: parts.iter().flat_map(|part| part.blocks.iter().cloned()).collect() }
    }

    /// The logit from which on blocks are content.
    pub fn threshold(&self, logits: &[f32]) -> f32 {
        classify::threshold(&self.blocks, logits)
    }

    /// What the model sees of each block.
    pub fn bins(&self, cleaner: &Cleaner) -> Vec<Bins> {
        classify::bins(&self.blocks, cleaner.rules())
    }

    /// The lines among which the title is chosen, and those among which headings are, as
    /// [`Cleaner::clean`] would find them if its model were `weights`.
    pub fn lines(&self, cleaner: &Cleaner, weights: &Weights) -> [Vec<PointedLine>; 2] {
        classify::lines(&self.blocks, cleaner.rules(), &weights.0)
    }
}
