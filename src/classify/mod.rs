//! Classification: a role and a reason for every block, decided over the
//! sequence of blocks.
//!
//! Rules that are sure decide first, a trained model decides the rest over the whole
//! page; then each block gets its kind. The decision is repeated on the blocks that
//! stay, until all of them stay: so that cleaning what is clean already changes
//! nothing.

mod common_words;
mod counts;
mod decision;
mod evidence;
pub(crate) mod features;
mod head;
mod heading;
mod kinds;
mod language;
mod line;
pub(crate) mod model;
pub(crate) mod points;
pub(crate) mod questions;
mod repeats;
mod segment;
mod sequence;
mod shape;
mod statistics;
mod title;
mod zones;

use std::borrow::Cow;

use crate::confidence::Confidence;
use crate::language::{Language, LanguageGuess};
use crate::reason::Reason;
use crate::role::{Role, RoleSet};
use crate::rules;
use crate::span::Span;

#[cfg(feature = "training")]
pub use decision::PointedLine;
pub(crate) use model::Strongest;
pub(crate) use segment::Segmenter;

/// A block before it is classified: where it stands in the source, and its
/// repaired text.
#[derive(Clone, Debug)]
pub(crate) struct RawBlock<'s> {
    pub(crate) span: Span,
    pub(crate) text: Cow<'s, str>,
    evidence: evidence::Evidence,
}

#[cfg(feature = "training")]
impl RawBlock<'_> {
    pub(crate) fn into_owned(self) -> RawBlock<'static> {
        RawBlock { span: self.span, text: Cow::Owned(self.text.into_owned()), evidence: self.evidence }
    }
}

/// What the model sees of each block.
#[cfg(feature = "training")]
pub(crate) fn bins(blocks: &[RawBlock<'_>], rules: &rules::RuleSet) -> Vec<features::Bins> {
    let page = decision::Page { blocks, rules, model: model::Model::get() };
    let active: Vec<usize> = (0..blocks.len()).collect();
    features::features(&decision::Active { page: &page, blocks: &active }, rules)
}

/// The lines among which a page's title is chosen, and those among which its headings are,
/// by the number of the block, with their answers to the signs.
#[cfg(feature = "training")]
pub(crate) fn lines(blocks: &[RawBlock<'_>], rules: &rules::RuleSet, model: &model::Model) -> [Vec<PointedLine>; 2] {
    let page = decision::Page { blocks, rules, model };
    let active: Vec<usize> = (0..blocks.len()).collect();
    page.lines(&active)
}

/// The signs of titles, and of headings.
#[cfg(feature = "training")]
pub(crate) const SIGNS: [&[points::Sign]; 2] = [&title::SIGNS, &heading::SIGNS];

/// The logit from which on blocks of a page are content.
#[cfg(feature = "training")]
pub(crate) fn threshold(blocks: &[RawBlock<'_>], logits: &[f32]) -> f32 {
    let running = (0..blocks.len()).filter(|block| statistics::is_running_text(&blocks[*block].evidence));
    decision::threshold(logits, running)
}

/// What classification says of a block.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    pub(crate) role: Role,
    pub(crate) reason: Reason,
    pub(crate) language: Option<Language>,
}

/// What classification says of a document.
#[derive(Debug)]
pub(crate) struct Classified {
    pub(crate) verdicts: Vec<Verdict>,
    pub(crate) language: Option<LanguageGuess>,
    /// Blocks that might have been the title, the likeliest first.
    pub(crate) titles_considered: Vec<usize>,
}

/// Decisions follow each other until the blocks that stay all stay. Two or three do for
/// nearly all pages, and eleven for the worst of five thousand; a page that needs more than
/// twice as many was made to, and stays whole.
const MOST_ROUNDS: usize = 24;

/// Gives every block its role. `keep` are the roles that stay in the text;
/// `hint` is the language, if the caller knows it. Linear in the blocks' size.
pub(crate) fn classify(
    blocks: &[RawBlock<'_>],
    rules: &rules::RuleSet,
    keep: RoleSet,
    hint: Option<Language>,
) -> Classified {
    let page = decision::Page { blocks, rules, model: model::Model::get() };
    let (verdicts, titles_considered) = settle(&page, keep);
    let reader = language::Reader::new(&page);
    let language = reader.document(&verdicts, hint);
    let expected = language.as_ref().map(language::Expected::new);
    let verdicts = verdicts
        .into_iter()
        .enumerate()
        .map(|(block, (role, reason))| {
            let language = reader.block(block, expected.as_ref());
            Verdict { role, reason, language }
        })
        .collect();
    Classified { verdicts, language, titles_considered }
}

/// Decides, then decides again over what stays, until nothing more goes.
///
/// The article's own roles take part to the end, whether they are kept or not:
/// without its title, a page's next line would become one.
fn settle(page: &decision::Page<'_, '_>, mut keep: RoleSet) -> (Vec<(Role, Reason)>, Vec<usize>) {
    keep.insert(RoleSet::default());
    let mut active: Vec<usize> = (0..page.blocks.len()).filter(|block| !page.blocks[*block].text.is_empty()).collect();
    let mut verdicts = vec![(Role::Other, Reason(crate::reason::Why::Empty, Confidence::SURE)); page.blocks.len()];
    let mut titles_considered = Vec::new();
    let mut first_round = true;
    for _ in 0..MOST_ROUNDS {
        let before = active.len();
        let mut staying = Vec::with_capacity(before);
        let (decided, titles) = page.decide(&active);
        if first_round {
            titles_considered = titles;
        }
        for (block, (role, reason)) in active.iter().zip(decided) {
            let stays = keep.contains(role);
            if stays {
                staying.push(*block);
            }
            // What stays keeps the role that it had among all its neighbours.
            if first_round || !stays {
                verdicts[*block] = (role, reason);
            }
        }
        if staying.len() == before {
            return (verdicts, titles_considered);
        }
        active = staying;
        first_round = false;
    }
    (page.keep_all(keep), titles_considered)
}
