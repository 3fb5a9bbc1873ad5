//! Lines to blocks: a line that holds several things falls into several blocks.

use std::borrow::Cow;
use std::ops::Range;

use super::RawBlock;
use crate::edit::EditRecord;
use crate::layout::Gap;
use crate::rules::tokens::{Token, tokenize};
use crate::rules::{RuleSet, Split};
use crate::span::Span;

/// Divides a repaired line where rules say that it starts or ends with a block
/// of its own, and adds what it falls into to `blocks`.
///
/// `edits[first_edit..]` are the line's own; those that lie between two blocks
/// are taken out, for they have become part of a gap.
pub(crate) fn segment<'s>(
    line: RawBlock<'s>,
    rules: &RuleSet,
    tokens: &mut Vec<Token>,
    edits: &mut Vec<EditRecord>,
    first_edit: usize,
    blocks: &mut Vec<RawBlock<'s>>,
) {
    let mut pieces = Vec::new();
    divide(&line.text, 0..line.text.len(), rules, tokens, &mut pieces);
    if pieces.len() < 2 {
        return blocks.push(line);
    }
    let spans = spans(&line, &pieces, &edits[first_edit..]);
    let own = edits.split_off(first_edit);
    edits.extend(own.into_iter().filter(|edit| spans.iter().any(|(span, _)| holds(*span, edit.span))));
    for (index, (span, text)) in spans.into_iter().enumerate() {
        let gap = if index == 0 { line.gap } else { Gap::Inline };
        blocks.push(RawBlock { span, text: part(&line.text, text), gap });
    }
}

/// Whether an edit belongs to a block; removals at its very ends do not exist.
fn holds(block: Span, edit: Span) -> bool {
    block.start() <= edit.start() && edit.end() <= block.end()
}

/// Cuts `range` of `text` for as long as a rule fits with a rest.
fn divide(text: &str, range: Range<usize>, rules: &RuleSet, tokens: &mut Vec<Token>, pieces: &mut Vec<Range<usize>>) {
    let piece = &text[range.clone()];
    let words = 1 + memchr::memchr_iter(b' ', piece.as_bytes()).count();
    let split = (words <= rules.most_words()).then(|| {
        tokenize(piece, tokens);
        rules.find(piece, tokens, None).and_then(|hit| hit.split)
    });
    match split.flatten() {
        Some(Split::Front(at) | Split::Back(at)) => {
            let head = piece[..at].trim_end().len();
            let tail = piece.len() - piece[at..].trim_start().len();
            divide(text, range.start..range.start + head, rules, tokens, pieces);
            divide(text, range.start + tail..range.end, rules, tokens, pieces);
        }
        None => pieces.push(range),
    }
}

/// The source spans of the pieces. Where an edit reaches from a piece into the
/// gap behind it, the two pieces stay one.
fn spans(line: &RawBlock<'_>, pieces: &[Range<usize>], edits: &[EditRecord]) -> Vec<(Span, Range<usize>)> {
    let place = Place { line, edits };
    let mut spans: Vec<(Span, Range<usize>)> = Vec::with_capacity(pieces.len());
    let mut start = line.span.start();
    let mut text_start = 0;
    for pair in pieces.windows(2) {
        let (Some(end), Some(next)) = (place.source(pair[0].end, false), place.source(pair[1].start, true)) else {
            continue;
        };
        spans.push((Span::new(start, end), text_start..pair[0].end));
        (start, text_start) = (next, pair[1].start);
    }
    spans.push((Span::new(start, line.span.end()), text_start..line.text.len()));
    spans
}

fn part<'s>(text: &Cow<'s, str>, range: Range<usize>) -> Cow<'s, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[range]),
        Cow::Owned(text) => Cow::Owned(text[range].to_owned()),
    }
}

/// Finds places of a repaired line in the source.
struct Place<'e> {
    line: &'e RawBlock<'e>,
    edits: &'e [EditRecord],
}

impl Place<'_> {
    /// The source offset of text offset `at`; behind the removals that stand
    /// there, if `behind`. `None` inside of what an edit put there.
    fn source(&self, at: usize, behind: bool) -> Option<usize> {
        let (mut source, mut text) = (self.line.span.start(), 0);
        for edit in self.edits {
            let start = text + (edit.span.start() - source);
            let end = start + edit.text.len();
            if at < start || (at == start && !(behind && end == start)) {
                break;
            }
            if at < end {
                return None;
            }
            (source, text) = (edit.span.end(), end);
        }
        Some(source + (at - text))
    }
}
