//! One decision over a sequence of blocks.

use super::evidence::Evidence;
#[cfg(feature = "training")]
use super::heading;
use super::model::{Model, Strongest};
use super::{RawBlock, features, head, kinds, repeats, statistics, title, zones};
use crate::confidence::Confidence;
use crate::reason::{Reason, Why};
use crate::role::{Class, Role, RoleSet};
use crate::rules::RuleSet;

/// A page's blocks with all that is known of them.
pub(super) struct Page<'p, 's> {
    pub(super) blocks: &'p [RawBlock<'s>],
    pub(super) rules: &'p RuleSet,
    pub(super) model: &'p Model,
}

/// A line that points are given to.
#[cfg(feature = "training")]
#[derive(Clone, Debug)]
pub struct PointedLine {
    /// The number of its block.
    pub block: usize,
    /// Whether the model of content takes it for content.
    pub is_content: bool,
    /// Its answers to the signs.
    pub answers: Vec<u8>,
}

/// The blocks of a page that still take part, in order.
pub(super) struct Active<'a> {
    pub(super) page: &'a Page<'a, 'a>,
    pub(super) blocks: &'a [usize],
}

impl<'a> Active<'a> {
    pub(super) fn len(&self) -> usize {
        self.blocks.len()
    }

    pub(super) fn evidence(&self, place: usize) -> &'a Evidence {
        &self.page.blocks[self.blocks[place]].evidence
    }

    pub(super) fn text(&self, place: usize) -> &'a str {
        &self.page.blocks[self.blocks[place]].text
    }

    /// Hashes of the block's content words.
    pub(super) fn words(&self, place: usize) -> &'a [u16] {
        self.evidence(place).shape.vocabulary.words()
    }

    /// Whether two blocks say the same.
    pub(super) fn are_equal(&self, one: usize, other: usize) -> bool {
        self.evidence(one).hash == self.evidence(other).hash && self.text(one) == self.text(other)
    }
}

/// What is known of an active block while a decision is made.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// The role and the reason, once they are settled.
    pub(super) verdict: Option<(Role, Why)>,
    /// For blocks that the model decides: whether they are content.
    pub(super) content: bool,
    /// How far the model's logit lies above the threshold.
    pub(super) margin: f32,
    /// What speaks for that most.
    pub(super) strongest: Strongest,
    /// How sure that is.
    confidence: Confidence,
    /// The rule that opened the list or the page's end that the block may be part of.
    pub(super) opened_by: Option<crate::rules::RuleId>,
}

impl Draft {
    const NEW: Self = Self {
        verdict: None,
        content: false,
        margin: 0.0,
        strongest: Strongest::NONE,
        confidence: Confidence::SURE,
        opened_by: None,
    };

    /// Settles the block, unless it is settled.
    pub(super) fn settle(&mut self, role: Role, why: Why) {
        self.verdict.get_or_insert((role, why));
    }

    /// Whether a rule says that the block is an author, a date or their like.
    pub(super) fn is_metadata(&self) -> bool {
        self.verdict.as_ref().is_some_and(|(role, _)| role.class() == Class::Metadata)
    }

    /// Whether the block is the title.
    pub(super) fn is_title(&self) -> bool {
        self.verdict.as_ref().is_some_and(|(role, _)| *role == Role::Title)
    }

    /// Content for want of anything to tell by.
    fn take_as_content(&mut self) {
        self.content = true;
        if self.verdict.is_none() {
            self.confidence = Confidence::UNDECIDED;
        }
    }

    /// The verdict in the end. One that the model did not share, as at times of a
    /// title, is not sure.
    fn reasoned(self) -> (Role, Reason) {
        let Some((role, why)) = self.verdict else { return (Role::Other, Reason(Why::Empty, Confidence::SURE)) };
        let is_contested = self.confidence != Confidence::SURE && role.is_content() != self.content;
        (role, Reason(why, if is_contested { Confidence::UNDECIDED } else { self.confidence }))
    }

    /// Whether the block counts as content so far.
    pub(super) fn is_content(&self) -> bool {
        self.verdict.as_ref().map_or(self.content, |(role, _)| role.is_content())
    }
}

impl Page<'_, '_> {
    /// A role and a reason for each of the `active` blocks, and the blocks that come next
    /// as the title.
    pub(super) fn decide(&self, active: &[usize]) -> (Vec<(Role, Reason)>, Vec<usize>) {
        let active = Active { page: self, blocks: active };
        let mut drafts = self.weighed(&active);
        let titles = title::settle(&active, &mut drafts).into_iter().map(|place| active.blocks[place]).collect();
        head::settle(&active, &mut drafts);
        kinds::settle(&active, &mut drafts);
        (drafts.into_iter().map(Draft::reasoned).collect(), titles)
    }

    /// What is known of the blocks before the title is chosen.
    fn weighed(&self, active: &Active<'_>) -> Vec<Draft> {
        let mut drafts = vec![Draft::NEW; active.len()];
        self.apply_rules(active, &mut drafts);
        repeats::settle(active, &mut drafts);
        zones::open(active, &mut drafts);
        zones::by_lines(active, &mut drafts);
        self.weigh(active, &mut drafts);
        drafts
    }

    /// For the tool that fits the points: the lines that may be the title, and those that may be headings.
    #[cfg(feature = "training")]
    pub(super) fn lines(&self, active: &[usize]) -> [Vec<PointedLine>; 2] {
        let active = Active { page: self, blocks: active };
        let mut drafts = self.weighed(&active);
        let titles = title::lines(&active, &drafts);
        title::settle(&active, &mut drafts);
        let line = |place: usize, answers: &[u8]| PointedLine {
            block: place,
            is_content: drafts[place].is_content(),
            answers: answers.to_vec(),
        };
        let titles = titles.iter().map(|(place, answers)| line(*place, answers)).collect();
        let headings = heading::lines(&active, &drafts);
        [titles, headings.iter().map(|(place, answers)| line(*place, answers)).collect()]
    }

    fn apply_rules(&self, active: &Active<'_>, drafts: &mut [Draft]) {
        for (place, draft) in drafts.iter_mut().enumerate() {
            let Some(hit) = &active.evidence(place).hit else { continue };
            let rule = self.rules.rule(hit.rule);
            if rule.sure {
                draft.settle(rule.role, Why::Rule(rule.name.clone()));
            }
        }
    }

    /// Asks the model about the blocks that no rule has settled; it sees all of them.
    fn weigh(&self, active: &Active<'_>, drafts: &mut [Draft]) {
        let is_open = |place: &usize| drafts[*place].verdict.is_none();
        let has_running_text = (0..drafts.len())
            .filter(is_open)
            .any(|place| statistics::is_running_text(active.evidence(place)) && drafts[place].opened_by.is_none());
        if !has_running_text {
            // Nothing to tell from: a note, a list, a single line is what it is.
            return drafts.iter_mut().for_each(Draft::take_as_content);
        }
        let (model, bins) = (self.model, features::features(active, self.rules));
        let logits = model.logits(&bins);
        let running =
            |place: &usize| drafts[*place].verdict.is_none() && statistics::is_running_text(active.evidence(*place));
        let threshold = threshold(&logits, (0..drafts.len()).filter(running));
        for (place, draft) in drafts.iter_mut().enumerate().filter(|(_, draft)| draft.verdict.is_none()) {
            draft.margin = logits[place] - threshold;
            draft.content = draft.margin >= 0.0;
            draft.confidence = Confidence::of_margin(draft.margin);
            draft.strongest = model.strongest(&bins[place], draft.content);
        }
    }

    /// The verdicts of a page that would not settle: everything stays, under the
    /// first role that does.
    pub(super) fn keep_all(&self, keep: RoleSet) -> Vec<(Role, Reason)> {
        let kept =
            if keep.contains(Role::Paragraph) { Role::Paragraph } else { keep.iter().next().unwrap_or(Role::Other) };
        let verdict = |text: &str| match text.is_empty() {
            true => (Role::Other, Reason(Why::Empty, Confidence::SURE)),
            false => (kept, Reason(Why::Statistics(&["no decision holds"]), Confidence::UNDECIDED)),
        };
        self.blocks.iter().map(|block| verdict(&block.text)).collect()
    }
}

/// The logit from which on blocks are content. A page is asked for its article: where no
/// running text seems to be it, that which seems so most is, and what comes close.
pub(super) fn threshold(logits: &[f32], running: impl Iterator<Item = usize>) -> f32 {
    let best = running.map(|place| logits[place]).fold(f32::NEG_INFINITY, f32::max);
    if best >= 0.0 || best == f32::NEG_INFINITY { 0.0 } else { best - CLOSE }
}

/// Logits that differ by less are close.
const CLOSE: f32 = 1.0;
