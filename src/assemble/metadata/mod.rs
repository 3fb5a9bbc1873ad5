//! What the page says about its article, each value with its place and its reason.

mod authors;
mod choice;
mod line;
mod order;
mod person;
mod reader;
mod site_name;

use std::ops::Range;

use choice::Article;
use reader::Reader;

use super::BlockRecord;
use crate::date::Date;
use crate::edit::EditRecord;
use crate::language::Language;
use crate::metadata::Metadata;
use crate::reason::Why;
use crate::rules::RuleSet;

/// A page as metadata are read off it.
pub(crate) struct Page<'p, 's> {
    pub(crate) blocks: &'p [BlockRecord<'s>],
    pub(crate) edits: &'p [EditRecord],
    pub(crate) rules: &'p RuleSet,
    /// Tells the order of day and month, and the word for `and`.
    pub(crate) language: Option<Language>,
    /// The time from which relative dates count.
    pub(crate) reference: Option<Date>,
}

/// Reads the metadata off the blocks that have some.
pub(crate) fn metadata(page: &Page<'_, '_>) -> Metadata {
    let mut reader = Reader::new(page);
    for (index, block) in page.blocks.iter().enumerate() {
        match &block.reason.0 {
            Why::Rule(_) if page.rules.may_tell(block.role) => reader.rule(index),
            Why::Value(_) => reader.value(index),
            Why::Statistics(_) => reader.by_title(index),
            _ => {}
        }
    }
    let mut found = reader.found;
    found.extend(site_name::site_name(page));
    choice::choose(found, &Article::of(page.blocks))
}

/// The part of `range` without the marks that part a value from its label or from what follows it.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let mark = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '|' | '-' | '–' | '—' | '•' | '·' | '/');
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start_matches(mark).len());
    start..start.max(range.start + part.trim_end_matches(mark).len())
}
