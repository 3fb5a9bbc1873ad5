//! Promise 5, of the way from places in the text to places in the source.

use std::ops::Range;

use chysto::{Block, Document, Span, TextSpan};

use super::{boundary, ensure};

/// As many ranges of a text as are tried.
const TRIED: usize = 48;

pub fn check(document: &Document<'_>, source: &str) {
    for block in document.blocks() {
        check_block(document, source, block);
    }
    let ranges = ranges(document.text());
    let spans: Vec<Span> = ranges.iter().map(|range| place(document, source, range)).collect();
    check_order(source, &ranges, &spans);
    for (range, span) in ranges.iter().zip(&spans) {
        check_unchanged(document, source, range, *span);
    }
    check_beyond(document, source);
}

/// A kept block's text comes from the block, all of it.
fn check_block(document: &Document<'_>, source: &str, block: Block<'_>) {
    let Some(range) = block.text_span() else { return };
    ensure!(source, document.text().get(range.range()) == Some(block.text()), "{range:?} of the text is not {block:?}");
    let found = place(document, source, &range.range());
    let whole = block.span();
    let inside = whole.start() <= found.start() && found.end() <= whole.end();
    ensure!(source, inside, "{block:?} is said to come from {found:?}");
    let is_edited = |start: usize, end: usize| {
        document.edits().any(|edit| edit.span().start() == start || edit.span().end() == end)
    };
    let exact = found == whole || is_edited(whole.start(), whole.end());
    ensure!(source, exact, "{block:?} is said to come from {found:?} only");
}

/// The place of `range`, which must be a piece of the source.
fn place(document: &Document<'_>, source: &str, range: &Range<usize>) -> Span {
    let span = document.source_span(TextSpan::new(range.start, range.end));
    ensure!(
        source,
        source.get(span.range()).is_some(),
        "{range:?} of the text is said to come from {span:?}, which is no text"
    );
    let lost = !range.is_empty() && span.is_empty();
    ensure!(
        source,
        !lost,
        "{range:?} of the text, {:?}, is said to come from nothing at {span:?}",
        &document.text()[range.clone()]
    );
    span
}

/// What stands later in the text stands later in the source.
fn check_order(source: &str, ranges: &[Range<usize>], spans: &[Span]) {
    for (i, one) in ranges.iter().enumerate().filter(|(_, range)| !range.is_empty()) {
        for (j, other) in ranges.iter().enumerate().filter(|(_, range)| !range.is_empty()) {
            let starts = one.start > other.start || spans[i].start() <= spans[j].start();
            let ends = one.end > other.end || spans[i].end() <= spans[j].end();
            ensure!(
                source,
                starts && ends,
                "{one:?} and {other:?} of the text are said to come from {:?} and {:?}",
                spans[i],
                spans[j]
            );
        }
    }
}

/// Where nothing was changed, text and source read the same.
fn check_unchanged(document: &Document<'_>, source: &str, range: &Range<usize>, span: Span) {
    let is_touched = document.edits().any(|edit| edit.span().start() < span.end() && span.start() < edit.span().end());
    let has_split = document
        .edits()
        .any(|edit| edit.span().is_empty() && span.start() <= edit.span().start() && edit.span().start() <= span.end());
    let is_cut = document
        .blocks()
        .any(|block| !block.is_kept() && block.span().start() < span.end() && span.start() < block.span().end());
    // The way back is by whole gaps: half of a blank line comes from all of it.
    let text = document.text();
    let cuts_gap = |at: usize| text[..at].ends_with('\n') && text[at..].starts_with('\n');
    if range.is_empty() || is_touched || has_split || is_cut || cuts_gap(range.start) || cuts_gap(range.end) {
        return;
    }
    let (text, was) = (&document.text()[range.clone()], &source[span.range()]);
    ensure!(source, text == was, "{text:?} at {range:?} of the text is said to come from {was:?} at {span:?}");
}

/// Ranges that reach beyond the text are cut to it.
fn check_beyond(document: &Document<'_>, source: &str) {
    let end = document.text().len();
    let cut = document.source_span(TextSpan::new(0, end));
    ensure!(
        source,
        document.source_span(TextSpan::new(0, usize::MAX)) == cut,
        "a range beyond the text is not cut to it"
    );
    place(document, source, &(end..end));
    let beyond = document.source_span(TextSpan::new(end + 1, end + 9));
    ensure!(source, source.get(beyond.range()).is_some(), "behind the text is said to come from {beyond:?}");
}

/// Ranges that are spread over the text, the same ones every time.
fn ranges(text: &str) -> Vec<Range<usize>> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut pick = |reach: usize| {
        let start = boundary(text, next(text.len() + 1));
        start..boundary(text, start + next(reach) + 3).max(start)
    };
    let short = text.len().min(4) + 1;
    (0..TRIED).map(|number| pick(if number % 2 == 0 { short } else { text.len() + 1 })).collect()
}
