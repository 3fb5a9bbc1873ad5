//! From places in a block's text to places in the source.

use std::ops::Range;

use super::BlockRecord;
use crate::edit::{EditRecord, EditRule};
use crate::span::Span;

/// Where in the source a range of the block's text comes from; `edits` are the document's.
pub(crate) fn source_span(block: &BlockRecord<'_>, edits: &[EditRecord], range: Range<usize>) -> Span {
    let own = edits_of(block, edits);
    let start = source_at(block, own, range.start, true);
    Span::new(start, source_at(block, own, range.end, false).max(start))
}

/// The edits inside of a block, of those of the document in their order.
pub(crate) fn edits_of<'e>(block: &BlockRecord<'_>, edits: &'e [EditRecord]) -> &'e [EditRecord] {
    let before = |edit: &EditRecord| edit.span.start() < block.span.start();
    let first = edits.partition_point(before);
    let count = edits[first..].partition_point(|edit| edit.span.end() <= block.span.end());
    let own = &edits[first..first + count];
    // The gap between two blocks that touch is an empty span at the border of both.
    let is_gap = |edit: &&EditRecord| edit.rule == EditRule::Split;
    let leading = own.iter().take_while(is_gap).count();
    let trailing = own[leading..].iter().rev().take_while(is_gap).count();
    &own[leading..own.len() - trailing]
}

/// The source offset of offset `at` of the block's text, seen from behind (as the start of a
/// range) or from before (as its end); `edits` are the block's own.
pub(crate) fn source_at(block: &BlockRecord<'_>, edits: &[EditRecord], at: usize, is_start: bool) -> usize {
    let (mut source, mut text) = (block.span.start(), 0);
    for edit in edits {
        let start = text + (edit.span.start() - source);
        let end = start + edit.text.len();
        if at < start || (at == start && !is_start) {
            break;
        }
        if at < end {
            return if is_start || at == start { edit.span.start() } else { edit.span.end() };
        }
        (source, text) = (edit.span.end(), end);
    }
    source + (at - text)
}
