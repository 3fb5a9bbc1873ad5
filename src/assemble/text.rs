use std::borrow::Cow;

use super::BlockRecord;
use crate::edit::{EditRecord, EditRule};
use crate::layout::Gap;
use crate::span::Span;

/// The clean text, and the edits of the white space around the blocks.
pub(crate) struct Joined<'s> {
    pub(crate) text: Cow<'s, str>,
    pub(crate) gaps: Vec<EditRecord>,
}

/// Joins the kept blocks: each on a line of its own, with a blank line where the
/// source has one between them.
///
/// The text is borrowed where it is the source.
pub(crate) fn join<'s>(source: &'s str, blocks: &mut [BlockRecord<'s>]) -> Joined<'s> {
    let gaps = gaps(source, blocks);
    let whole = gaps.is_empty() && blocks.iter().all(|block| block.kept && matches!(block.text, Cow::Borrowed(_)));
    place(source, blocks);
    let text = if whole { Cow::Borrowed(source) } else { Cow::Owned(written(source, blocks)) };
    Joined { text, gaps }
}

/// Notes in every block where it starts in the text.
pub(crate) fn place(source: &str, blocks: &mut [BlockRecord<'_>]) {
    let (mut at, mut end) = (0, 0);
    let mut pending = None;
    for block in blocks {
        pending = pending.max(Some(Gap::of(&source[end..block.span.start()])));
        end = block.span.end();
        block.text_start = at + pending.filter(|_| at > 0).map_or(0, |gap: Gap| gap.text().len());
        if block.kept {
            at = block.text_start + block.text.len();
            pending = None;
        }
    }
}

/// The text: the kept blocks at their places, line breaks between them.
fn written(source: &str, blocks: &[BlockRecord<'_>]) -> String {
    let mut text = String::with_capacity(source.len());
    for block in blocks.iter().filter(|block| block.kept) {
        let separator = match block.text_start - text.len() {
            0 => "",
            1 => Gap::Line.text(),
            _ => Gap::Blank.text(),
        };
        text.push_str(separator);
        text.push_str(&block.text);
    }
    text
}

/// Edits for all white space outside of blocks that is not as the text has it.
fn gaps(source: &str, blocks: &[BlockRecord<'_>]) -> Vec<EditRecord> {
    let mut edits = Vec::new();
    let mut end = 0;
    for (index, block) in blocks.iter().enumerate() {
        let span = Span::new(end, block.span.start());
        match index {
            0 => edits.extend(edit(source, span, "", EditRule::Edge)),
            _ => edits.extend(between(source, span)),
        }
        end = block.span.end();
    }
    edits.extend(edit(source, Span::new(end, source.len()), "", EditRule::Edge));
    edits
}

fn between(source: &str, span: Span) -> Option<EditRecord> {
    let gap = Gap::of(&source[span.range()]);
    edit(source, span, gap.text(), gap.rule())
}

fn edit(source: &str, span: Span, text: &'static str, rule: EditRule) -> Option<EditRecord> {
    (&source[span.range()] != text).then_some(EditRecord { span, text: Cow::Borrowed(text), rule })
}
