//! One decision over a sequence of blocks.

use super::evidence::Evidence;
use super::{RawBlock, kinds, repeats, sequence, statistics, title, zones};
use crate::reason::{Reason, Why};
use crate::role::{Class, Role, RoleSet};
use crate::rules::RuleSet;

/// A page's blocks with all that is known of them.
pub(super) struct Page<'p, 's> {
    pub(super) blocks: &'p [RawBlock<'s>],
    pub(super) rules: &'p RuleSet,
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
    /// For blocks that the sequence decides: whether they are content.
    pub(super) content: bool,
    /// What rules and neighbours add to the block's own score.
    pub(super) bias: i64,
    /// The rule that opened the list or the page's end that the block may be part of.
    pub(super) opened_by: Option<crate::rules::RuleId>,
}

impl Draft {
    const NEW: Self = Self { verdict: None, content: false, bias: 0, opened_by: None };

    /// Settles the block, unless it is settled.
    pub(super) fn settle(&mut self, role: Role, why: Why) {
        self.verdict.get_or_insert((role, why));
    }

    /// Whether a rule says that the block is an author, a date or their like.
    pub(super) fn is_metadata(&self) -> bool {
        self.verdict.as_ref().is_some_and(|(role, _)| role.class() == Class::Metadata)
    }

    /// Whether the block counts as content so far.
    pub(super) fn is_content(&self) -> bool {
        self.verdict.as_ref().map_or(self.content, |(role, _)| role.is_content())
    }
}

/// What a rule that only makes likely counts for its role's side.
const LIKELY: i64 = 12;

/// What the first running text under a by-line gains, in words: there the article starts.
const UNDER_BY_LINE: i64 = 20;

/// Blocks between a by-line and the text: a button or two, a picture's caption.
const REACH: usize = 4;

impl Page<'_, '_> {
    /// A role and a reason for each of the `active` blocks.
    pub(super) fn decide(&self, active: &[usize]) -> Vec<(Role, Reason)> {
        let active = Active { page: self, blocks: active };
        let mut drafts = vec![Draft::NEW; active.len()];
        self.apply_rules(&active, &mut drafts);
        repeats::settle(&active, &mut drafts);
        zones::open(&active, &mut drafts);
        label_sequence(&active, &mut drafts);
        title::settle(&active, &mut drafts);
        kinds::settle(&active, &mut drafts);
        drafts.into_iter().map(|draft| draft.verdict.map_or((Role::Other, Reason(Why::Empty)), reasoned)).collect()
    }

    fn apply_rules(&self, active: &Active<'_>, drafts: &mut [Draft]) {
        for (place, draft) in drafts.iter_mut().enumerate() {
            let Some(hit) = &active.evidence(place).hit else { continue };
            let rule = self.rules.rule(hit.rule);
            match rule.sure {
                true => draft.settle(rule.role, Why::Rule(rule.name.clone())),
                false => draft.bias += if rule.role.is_content() { LIKELY } else { -LIKELY },
            }
        }
    }

    /// The verdicts of a page that would not settle: everything stays, under the
    /// first role that does.
    pub(super) fn keep_all(&self, keep: RoleSet) -> Vec<(Role, Reason)> {
        let kept =
            if keep.contains(Role::Paragraph) { Role::Paragraph } else { keep.iter().next().unwrap_or(Role::Other) };
        let verdict = |text: &str| match text.is_empty() {
            true => (Role::Other, Reason(Why::Empty)),
            false => (kept, Reason(Why::Statistics(&["no decision holds"]))),
        };
        self.blocks.iter().map(|block| verdict(&block.text)).collect()
    }
}

fn reasoned((role, why): (Role, Why)) -> (Role, Reason) {
    (role, Reason(why))
}

/// Settled blocks are left out of the sequence: a teaser between two paragraphs
/// neither joins nor parts them.
fn label_sequence(active: &Active<'_>, drafts: &mut [Draft]) {
    let open: Vec<usize> = (0..drafts.len()).filter(|place| drafts[*place].verdict.is_none()).collect();
    let has_running_text = open
        .iter()
        .any(|place| statistics::is_running_text(active.evidence(*place)) && drafts[*place].opened_by.is_none());
    if !has_running_text {
        // Nothing to tell from: a note, a list, a single line is what it is.
        open.iter().for_each(|place| drafts[*place].content = true);
        return;
    }
    if let Some(start) = start_of_text(active, drafts, &open) {
        drafts[start].bias += UNDER_BY_LINE;
    }
    let scores: Vec<i64> =
        open.iter().enumerate().map(|(index, place)| score(active, drafts, &open, index, *place)).collect();
    for (place, content) in open.iter().zip(sequence::label(&scores)) {
        drafts[*place].content = content;
    }
}

/// The first running text under a by-line, unless much of the page has passed:
/// comments have their authors and dates, too.
fn start_of_text(active: &Active<'_>, drafts: &[Draft], open: &[usize]) -> Option<usize> {
    let mut words = 0;
    let mut early = open.iter().copied().take_while(|place| {
        let evidence = active.evidence(*place);
        let before = words;
        words += if statistics::is_running_text(evidence) { evidence.words } else { 0 };
        before < zones::WORDS_BEFORE_END
    });
    early.find(|place| is_under_by_line(active, drafts, *place))
}

/// Whether running text starts here, close behind an author, a date, a category.
fn is_under_by_line(active: &Active<'_>, drafts: &[Draft], place: usize) -> bool {
    let before = &drafts[place.saturating_sub(REACH)..place];
    let runs = statistics::is_running_text(active.evidence(place)) && drafts[place].opened_by.is_none();
    runs && before.iter().any(Draft::is_metadata)
}

/// A block's score with what rules and the block behind it add.
fn score(active: &Active<'_>, drafts: &[Draft], open: &[usize], index: usize, place: usize) -> i64 {
    let evidence = active.evidence(place);
    let heads = open.get(index + 1).is_some_and(|behind| statistics::may_head(evidence, active.evidence(*behind)));
    statistics::score(evidence) + drafts[place].bias + if heads { statistics::HEADING } else { 0 }
}
