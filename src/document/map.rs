//! From places in the text to places in the source.

use super::Document;
use crate::assemble::{BlockRecord, origin};
use crate::span::{Span, TextSpan};

impl Document<'_> {
    /// Where in the source a range of the text comes from.
    ///
    /// The smallest source span that the range was made of: from the source of
    /// its first byte to that of its last one. What lies between and was left
    /// out is inside the span. A range that cuts into what an edit put there
    /// gives all that the edit replaced; one that reaches beyond the text is cut
    /// to it. Logarithmic in the number of blocks and edits.
    ///
    /// ```
    /// use chysto::TextSpan;
    ///
    /// let document = chysto::clean("Top of page\n\nThe bridge &amp; the river are open again.");
    /// assert_eq!(document.text(), "The bridge & the river are open again.");
    /// let place = document.source_span(TextSpan::new(11, 12));
    /// assert_eq!(&document.source()[place.range()], "&amp;");
    /// ```
    pub fn source_span(&self, range: TextSpan) -> Span {
        let end = range.end().min(self.text.len());
        let start = range.start().min(end);
        let first = self.source_at(start, true);
        if start == end {
            return Span::new(first, first);
        }
        Span::new(first, self.source_at(end, false).max(first))
    }

    /// The source offset of text offset `at`, seen from behind (as the start of a
    /// range) or from before (as its end).
    fn source_at(&self, at: usize, is_start: bool) -> usize {
        let kept_before =
            |block: &BlockRecord<'_>| if is_start { block.text_start <= at } else { block.text_start < at };
        let behind = self.blocks.partition_point(kept_before);
        let Some(block) = self.blocks[..behind].iter().rev().find(|block| block.kept) else {
            return self.blocks.iter().find(|block| block.kept).map_or(0, |block| block.span.start());
        };
        let inside = at - block.text_start;
        if inside > block.text.len() || (inside == block.text.len() && is_start && inside > 0) {
            return self.in_separator(block, behind, at, is_start);
        }
        origin::source_at(block, origin::edits_of(block, &self.edits), inside, is_start)
    }

    /// A place between two kept blocks: itself where the source has the same gap,
    /// else the end of the one before or the start of the one behind.
    fn in_separator(&self, block: &BlockRecord<'_>, behind: usize, at: usize, is_start: bool) -> usize {
        let end = block.text_start + block.text.len();
        let next = self.blocks[behind..].iter().find(|block| block.kept);
        let Some(next) = next else { return block.span.end() };
        let (gap, separator) = (block.span.end()..next.span.start(), end..next.text_start);
        match is_start {
            _ if self.source[gap] == self.text[separator] => block.span.end() + (at - end),
            true => block.span.end(),
            false => next.span.start(),
        }
    }
}
