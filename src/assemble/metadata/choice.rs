//! Of the values that a page gives for a field, the one that is the article's.

use crate::assemble::BlockRecord;
use crate::metadata::{Field, Metadata, MetadataValue, Metadatum};
use crate::role::Role;

/// By-lines and dates stand no more blocks above the title, or behind the text, than this.
const CLOSE: usize = 4;

/// Where a value stands, the likeliest place first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// Between the title and the text, or close above.
    Head,
    /// Inside of the text, or close behind it.
    Text,
    /// Among menus, lists of other articles, comments.
    Elsewhere,
}

/// The blocks of the article.
pub(super) struct Article {
    head: usize,
    text: usize,
    end: usize,
}

impl Article {
    /// Without content all of the page is the article's head.
    pub(super) fn of(blocks: &[BlockRecord<'_>]) -> Self {
        let title = blocks.iter().position(|block| block.role == Role::Title);
        let is_text = |block: &BlockRecord<'_>| block.role.is_content() && block.role != Role::Title;
        let text = blocks.iter().position(is_text).unwrap_or(blocks.len());
        let end = blocks.iter().rposition(is_text).unwrap_or(blocks.len());
        Self { head: title.map_or(text, |title| title.min(text)), text, end }
    }

    fn place(&self, block: usize) -> Place {
        if (self.head.saturating_sub(CLOSE)..=self.text + 1).contains(&block) {
            Place::Head
        } else if (self.text..=self.end.saturating_add(CLOSE)).contains(&block) {
            Place::Text
        } else {
            Place::Elsewhere
        }
    }
}

/// A value, and the number of the block that it was read off.
pub(super) struct Candidate {
    pub(super) entry: Metadatum,
    pub(super) block: usize,
    /// Whether a label says what it is.
    pub(super) is_labelled: bool,
}

/// Other articles and comments have dates and authors too: without a label, one far from
/// the article is rather none than wrong.
fn may_be_anybodys(field: Field) -> bool {
    field.is_date() || field == Field::Author
}

/// The best value of each field: a date over a relative one, which lists of the latest
/// news have in plenty; then by its place; then the first.
pub(super) fn choose(mut candidates: Vec<Candidate>, article: &Article) -> Metadata {
    let is_relative = |entry: &Metadatum| matches!(entry.value, MetadataValue::Relative(_));
    candidates.retain(|candidate| {
        let is_clear = candidate.is_labelled || !may_be_anybodys(candidate.entry.field);
        is_clear || article.place(candidate.block) != Place::Elsewhere
    });
    candidates.sort_by_key(|candidate| (is_relative(&candidate.entry), article.place(candidate.block)));
    let mut metadata = Metadata::default();
    candidates.into_iter().for_each(|candidate| metadata.add(candidate.entry));
    metadata.sort();
    metadata
}
