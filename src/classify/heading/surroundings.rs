//! What stands around a line that may be a heading.

use rustc_hash::FxHashMap;

use super::super::decision::{Active, Draft};
use super::super::evidence::Ending;
use super::super::statistics;
use super::is_candidate;

/// The article's blocks, in order.
pub(super) struct Surroundings<'a, 'd> {
    active: &'a Active<'a>,
    content: &'d [usize],
    title: Option<usize>,
    /// Where in `content` the candidates are.
    candidates: Vec<usize>,
    /// How many blocks of running text stand above each block of `content`, and above the end.
    running_above: Vec<u32>,
    /// How many candidates there are by their make.
    makes: [u16; MAKES],
    /// How often each candidate stands there, by its hash.
    times: FxHashMap<u64, u16>,
}

/// What is around one candidate.
pub(super) struct Around {
    pub(super) above: Option<usize>,
    pub(super) below: Option<usize>,
    pub(super) second_below: Option<usize>,
    pub(super) title: Option<usize>,
    /// How many candidates say the same.
    pub(super) times: u16,
    /// Blocks of running text above it, and below, in all of the article.
    pub(super) running_above: u32,
    pub(super) running_below: u32,
    /// Blocks of running text up to the candidate above, and down to the one below.
    pub(super) section_above: u32,
    pub(super) section: u32,
    /// All candidates of the article, and those of its make besides itself.
    pub(super) candidates: usize,
    pub(super) alike: u16,
    /// How many of its content words the next blocks have.
    pub(super) shared_below: usize,
}

/// Blocks below a heading that take up its words.
const REACH: usize = 3;

const MAKES: usize = 4 * 4 * 2;

impl<'a, 'd> Surroundings<'a, 'd> {
    pub(super) fn new(active: &'a Active<'a>, drafts: &[Draft], content: &'d [usize], title: Option<usize>) -> Self {
        let candidates: Vec<usize> =
            (0..content.len()).filter(|at| is_candidate(active, &drafts[content[*at]], content[*at])).collect();
        let mut running_above = vec![0];
        for place in content {
            let running = statistics::is_running_text(active.evidence(*place));
            running_above.push(running_above[running_above.len() - 1] + u32::from(running));
        }
        let mut makes = [0u16; MAKES];
        candidates.iter().for_each(|at| {
            let count = &mut makes[make(active, content[*at])];
            *count = count.saturating_add(1);
        });
        let mut times: FxHashMap<u64, u16> = FxHashMap::default();
        candidates.iter().for_each(|at| {
            let count = times.entry(active.evidence(content[*at]).hash).or_default();
            *count = count.saturating_add(1);
        });
        Self { active, content, title, candidates, running_above, makes, times }
    }

    /// The places of all candidates, with what is around them.
    pub(super) fn candidates(&self) -> impl Iterator<Item = (usize, Around)> {
        (0..self.candidates.len()).map(|number| (self.content[self.candidates[number]], self.around(number)))
    }

    fn around(&self, number: usize) -> Around {
        let at = self.candidates[number];
        let last = self.candidates.get(number + 1).copied().unwrap_or(self.content.len());
        let first = number.checked_sub(1).map_or(0, |number| self.candidates[number]);
        let running = |at: usize| self.running_above[at];
        Around {
            above: at.checked_sub(1).map(|at| self.content[at]),
            below: self.content.get(at + 1).copied(),
            second_below: self.content.get(at + 2).copied(),
            title: self.title,
            times: self.times[&self.active.evidence(self.content[at]).hash],
            running_above: running(at),
            running_below: running(self.content.len()) - running(at),
            section_above: running(at) - running(first),
            section: running(last) - running(at),
            candidates: self.candidates.len(),
            alike: self.makes[make(self.active, self.content[at])] - 1,
            shared_below: self.shared_below(at),
        }
    }

    fn shared_below(&self, at: usize) -> usize {
        let below = &self.content[at + 1..self.content.len().min(at + 1 + REACH)];
        let has = |word: &&u16| below.iter().any(|place| self.active.words(*place).contains(word));
        self.active.words(self.content[at]).iter().filter(has).count()
    }
}

/// A number for how a line looks: how it ends, how long it is, whether it is in capitals.
fn make(active: &Active<'_>, place: usize) -> usize {
    let evidence = active.evidence(place);
    let ending = match evidence.ending {
        Ending::Open => 0,
        Ending::Colon => 1,
        _ if active.text(place).ends_with(['?', '？']) => 2,
        _ => 3,
    };
    let length = [3, 6, 10].iter().filter(|limit| evidence.words >= **limit).count();
    (ending * 4 + length) * 2 + usize::from(evidence.shape.shouted > 0)
}
