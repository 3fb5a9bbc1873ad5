//! Lines to blocks: a line that holds several things falls into several blocks.

use std::borrow::Cow;
use std::ops::Range;

use super::RawBlock;
use super::evidence::{self, Evidence};
use crate::chars::scan::scan;
use crate::edit::{EditRecord, EditRule};
use crate::normalize::mojibake::Memory;
use crate::normalize::{self, NormalizeOptions};
use crate::rules::tokens::Tokens;
use crate::rules::{Locale, RuleSet, Split};
use crate::span::Span;

/// Divides lines into blocks and collects each block's evidence.
pub(crate) struct Segmenter<'r> {
    rules: &'r RuleSet,
    repairs: NormalizeOptions,
    tokens: Tokens,
}

/// A part of a line that is a block, and what it shows.
struct Piece {
    text: Range<usize>,
    evidence: Evidence,
}

impl<'r> Segmenter<'r> {
    /// A segmenter that divides lines, to which `repairs` were made, where `rules` say so.
    pub(crate) fn new(rules: &'r RuleSet, repairs: NormalizeOptions) -> Self {
        Self { rules, repairs, tokens: Tokens::default() }
    }

    /// Adds the blocks of a repaired line to `blocks`: one, or several where a
    /// rule says that the line starts or ends with a block of its own.
    ///
    /// `edits[first_edit..]` are the line's own; those that lie between two
    /// blocks are taken out, for they have become part of a gap.
    pub(crate) fn segment<'s>(
        &mut self,
        source: &'s str,
        span: Span,
        text: Cow<'s, str>,
        edits: &mut Vec<EditRecord>,
        first_edit: usize,
        blocks: &mut Vec<RawBlock<'s>>,
    ) {
        let mut pieces = Vec::new();
        match self.divide(&text, 0..text.len(), &mut pieces) {
            Some(evidence) => blocks.push(RawBlock { span, text, evidence }),
            None if !pieces.iter().all(|piece| self.stays(&text[piece.text.clone()])) => {
                let evidence = self.whole(&text);
                blocks.push(RawBlock { span, text, evidence });
            }
            None => self.push_pieces(source, span, text, pieces, edits, first_edit, blocks),
        }
    }

    /// Whether a piece has nothing to repair where it is a line of its own, as it
    /// will be when the text comes again: some repairs look at the whole line.
    fn stays(&self, piece: &str) -> bool {
        normalize::line(piece, scan(piece), 0, self.repairs, &mut Memory::default(), &mut Vec::new()) == piece
    }

    /// Cuts `range` of `text` for as long as a rule fits with a rest. Gives the
    /// evidence of a range that stays whole, else adds its pieces.
    fn divide(&mut self, text: &str, range: Range<usize>, pieces: &mut Vec<Piece>) -> Option<Evidence> {
        let piece = &text[range.clone()];
        let words = evidence::count_words(piece.as_bytes());
        let is_short = words as usize <= self.rules.most_words();
        self.rules.tokenize(if is_short { piece } else { evidence::sample(piece) }, &mut self.tokens);
        let hit = is_short.then(|| self.rules.find(piece, &self.tokens, Locale::UNKNOWN)).flatten();
        let Some(Split::Front(at) | Split::Back(at)) = hit.as_ref().and_then(|hit| hit.split) else {
            return Some(evidence::evidence(piece, words, &self.tokens, hit));
        };
        let head = range.start..range.start + piece[..at].trim_end().len();
        let tail = range.end - piece[at..].trim_start().len()..range.end;
        for part in [head, tail] {
            if let Some(evidence) = self.divide(text, part.clone(), pieces) {
                pieces.push(Piece { text: part, evidence });
            }
        }
        None
    }

    #[allow(clippy::too_many_arguments)]
    fn push_pieces<'s>(
        &mut self,
        source: &'s str,
        span: Span,
        text: Cow<'s, str>,
        pieces: Vec<Piece>,
        edits: &mut Vec<EditRecord>,
        first_edit: usize,
        blocks: &mut Vec<RawBlock<'s>>,
    ) {
        let place = Place { start: span.start(), edits: &edits[first_edit..] };
        let mut spans = place.spans(span, &pieces);
        if spans.len() < pieces.len() {
            // An edit reaches across a cut: the line stays one block.
            let evidence = self.whole(&text);
            return blocks.push(RawBlock { span, text, evidence });
        }
        let own = edits.split_off(first_edit);
        edits.extend(own.into_iter().filter(|edit| spans.iter().any(|span| holds(*span, edit.span))));
        take_in_invisible(source, &mut spans, edits);
        for (span, piece) in spans.into_iter().zip(pieces) {
            blocks.push(RawBlock { span, text: part(&text, piece.text), evidence: piece.evidence });
        }
    }

    /// The evidence of a line that is not divided though a rule would.
    fn whole(&mut self, text: &str) -> Evidence {
        self.rules.tokenize(text, &mut self.tokens);
        let hit = self.rules.find(text, &self.tokens, Locale::UNKNOWN);
        evidence::evidence(text, evidence::count_words(text.as_bytes()), &self.tokens, hit)
    }
}

/// Invisible characters in a gap are no white space: the block before takes in
/// those before the first white space, and the block behind all others, with edits
/// that take them out. So some white space is left between the two, if there was any.
fn take_in_invisible(source: &str, spans: &mut [Span], edits: &mut Vec<EditRecord>) {
    let removal = |span| EditRecord { span, text: Cow::Borrowed(""), rule: EditRule::Invisible };
    for index in 1..spans.len() {
        let (before, behind) = (spans[index - 1], spans[index]);
        let gap = &source[before.end()..behind.start()];
        let end = before.end() + gap.find(char::is_whitespace).unwrap_or(gap.len());
        let start = behind.start() - source[end..behind.start()].trim_start().len();
        if end > before.end() {
            edits.push(removal(Span::new(before.end(), end)));
            spans[index - 1] = Span::new(before.start(), end);
        }
        if start < behind.start() {
            edits.push(removal(Span::new(start, behind.start())));
            spans[index] = Span::new(start, behind.end());
        }
    }
}

/// Whether an edit belongs to a block.
fn holds(block: Span, edit: Span) -> bool {
    block.start() <= edit.start() && edit.end() <= block.end()
}

fn part<'s>(text: &Cow<'s, str>, range: Range<usize>) -> Cow<'s, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[range]),
        Cow::Owned(text) => Cow::Owned(text[range].to_owned()),
    }
}

/// Finds places of a repaired line in the source.
struct Place<'e> {
    start: usize,
    edits: &'e [EditRecord],
}

impl Place<'_> {
    /// The source spans of the pieces; fewer than pieces where an edit reaches
    /// from one into the gap behind it.
    fn spans(&self, line: Span, pieces: &[Piece]) -> Vec<Span> {
        let mut spans = Vec::with_capacity(pieces.len());
        let mut start = line.start();
        for pair in pieces.windows(2) {
            let (end, next) = (self.source(pair[0].text.end, false), self.source(pair[1].text.start, true));
            let (Some(end), Some(next)) = (end, next) else { return spans };
            spans.push(Span::new(start, end));
            start = next;
        }
        spans.push(Span::new(start, line.end()));
        spans
    }

    /// The source offset of text offset `at`; behind the removals that stand
    /// there, if `behind`. `None` inside of what an edit put there.
    fn source(&self, at: usize, behind: bool) -> Option<usize> {
        let (mut source, mut text) = (self.start, 0);
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
