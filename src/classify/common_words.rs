//! Content words that blocks have in common, by the hashes of their
//! [`Vocabulary`](super::shape::Vocabulary).

use super::decision::Active;
use super::shape::WORD_BITS;
use super::statistics;

/// All hashes of words.
const ALL: usize = 1 << WORD_BITS;

/// What blocks have in common with the page's first line, which is its title on many pages.
pub(super) struct InTitle {
    /// For every block how many of its words the title has.
    pub(super) words: Vec<u8>,
    /// For every block how many of the title's words it has.
    pub(super) of_title: Vec<u8>,
    /// The number of the title's words.
    pub(super) title: usize,
}

impl InTitle {
    pub(super) fn new(active: &Active<'_>) -> Self {
        let title = if active.len() > 0 { active.words(0) } else { &[] };
        let mut known = [0u64; ALL / 64];
        title.iter().for_each(|word| known[usize::from(*word) / 64] |= 1 << (*word & 63));
        let is_known = |word: &&u16| known[usize::from(**word) / 64] >> (**word & 63) & 1 != 0;
        let (mut words, mut of_title) = (Vec::with_capacity(active.len()), Vec::with_capacity(active.len()));
        for place in 0..active.len() {
            let (mut count, mut found) = (0, 0u32);
            for word in active.words(place).iter().filter(is_known) {
                count += 1;
                found |= title.iter().position(|known| known == word).map_or(0, |at| 1 << at);
            }
            words.push(count);
            of_title.push(found.count_ones() as u8);
        }
        Self { words, of_title, title: title.len() }
    }
}

/// Blocks of running text above (below) that a block is compared with.
const NEAR: u32 = 4;

/// How many of each block's content words stand in the nearest running text above it, and below.
pub(super) fn shared(active: &Active<'_>) -> [Vec<u8>; 2] {
    let mut seen = Seen { last: vec![0; ALL], running: 0 };
    [seen.shared(active, 0..active.len()), seen.shared(active, (0..active.len()).rev())]
}

struct Seen {
    /// By word the number of the last block of running text that has it.
    last: Vec<u32>,
    running: u32,
}

impl Seen {
    fn shared(&mut self, active: &Active<'_>, order: impl Iterator<Item = usize>) -> Vec<u8> {
        // What was seen before is far away.
        self.running += NEAR + 1;
        let mut shared = vec![0; active.len()];
        for place in order {
            let words = active.words(place);
            let is_near = |word: &&u16| self.running - self.last[usize::from(**word)] <= NEAR;
            shared[place] = words.iter().filter(is_near).count() as u8;
            if statistics::is_running_text(active.evidence(place)) {
                words.iter().for_each(|word| self.last[usize::from(*word)] = self.running);
                self.running += 1;
            }
        }
        shared
    }
}

/// In how many blocks of running text each content word stands.
pub(super) struct Core(Vec<u8>);

impl Core {
    pub(super) fn new() -> Self {
        Self(vec![0; ALL])
    }

    pub(super) fn add(&mut self, words: &[u16]) {
        for word in words {
            let count = &mut self.0[usize::from(*word)];
            *count = count.saturating_add(1);
        }
    }

    /// How many of `words` stand in more than `blocks` blocks.
    pub(super) fn count(&self, words: &[u16], blocks: u8) -> u32 {
        words.iter().filter(|word| self.0[usize::from(**word)] > blocks).count() as u32
    }
}
