//! The way back: the source from the text and the script.

use super::Document;
use crate::edit::{Edit, EditRule};
use crate::error::{Error, Kind};
use crate::layout::Gap;
use crate::span::Span;

/// A block as the script has it: what is not kept is in the script itself.
pub(super) struct ScriptBlock<'d> {
    pub(super) span: Span,
    pub(super) text: &'d str,
    pub(super) kept: bool,
}

impl Document<'_> {
    /// Rebuilds the source from the text and the script: undoes every edit, puts
    /// back every block that was left out. Linear in the source's size.
    ///
    /// ```
    /// let page = "\u{feff}Top of page\r\n\r\nA  bridge , and a river.\r\n";
    /// assert_eq!(chysto::clean(page).restore(), page);
    /// ```
    pub fn restore(&self) -> String {
        let blocks =
            self.blocks.iter().map(|block| ScriptBlock { span: block.span, text: &block.text, kept: block.kept });
        // A document of the library's own making never contradicts itself.
        rebuild(&self.text, blocks, self.edits()).unwrap_or_default()
    }
}

/// Rebuilds the source, or tells where text and script contradict each other.
pub(super) fn rebuild<'d>(
    text: &str,
    blocks: impl Iterator<Item = ScriptBlock<'d>>,
    edits: impl Iterator<Item = Edit<'d>>,
) -> Result<String, Error> {
    let mut builder = Builder { source: String::with_capacity(text.len()), edits: edits.peekable(), text, at: 0 };
    let mut pending = None;
    for (index, block) in blocks.enumerate() {
        let gap = builder.gap(block.span.start(), index == 0)?;
        pending = pending.max(Some(gap));
        let repaired = match block.kept {
            true => builder.take(pending.take(), block.text.len())?,
            false => block.text,
        };
        if repaired != block.text {
            return Err(contradiction("a block and the text differ", block.span));
        }
        builder.undo(block.span, block.text)?;
    }
    builder.tail()?;
    Ok(builder.source)
}

struct Builder<'t, 'd, E: Iterator<Item = Edit<'d>>> {
    source: String,
    edits: std::iter::Peekable<E>,
    text: &'t str,
    /// How much of the text has been led back.
    at: usize,
}

impl<'t, 'd, E: Iterator<Item = Edit<'d>>> Builder<'t, 'd, E> {
    /// Writes the white space up to `start`: what an edit says was there, else what
    /// the text has there, which its length tells.
    fn gap(&mut self, start: usize, is_first: bool) -> Result<Gap, Error> {
        let span = Span::new(self.source.len(), start);
        if start < self.source.len() {
            return Err(contradiction("two blocks overlap", span));
        }
        let edited = self.edits.next_if(|edit| edit.span == span && edit.rule.is_layout());
        let space = match (edited, span.len()) {
            (Some(edit), _) => checked_space(&edit, is_first)?,
            (None, 0) if is_first => "",
            (None, 1) if !is_first => "\n",
            (None, 2) if !is_first => "\n\n",
            _ => return Err(contradiction("no block and no edit covers it", span)),
        };
        self.source.push_str(space);
        Ok(Gap::of(space))
    }

    /// Takes a kept block's `length` bytes off the text, behind their separator.
    fn take(&mut self, gap: Option<Gap>, length: usize) -> Result<&'t str, Error> {
        let separator = gap.filter(|_| self.at > 0).map_or("", Gap::text);
        let rest = &self.text[self.at..];
        let block = rest.strip_prefix(separator).and_then(|rest| rest.get(..length));
        let block = block
            .ok_or_else(|| contradiction("the text ends early", Span::new(self.source.len(), self.source.len())))?;
        self.at += separator.len() + length;
        Ok(block)
    }

    /// Writes what the source has in `span`, where the text has `repaired`.
    fn undo(&mut self, span: Span, repaired: &str) -> Result<(), Error> {
        let fault = || contradiction("an edit does not fit its block", span);
        let mut at = 0;
        while let Some(edit) = self.edits.next_if(|edit| edit.span.end() <= span.end() && !edit.rule.is_layout()) {
            let unchanged = edit.span.start().checked_sub(self.source.len()).ok_or_else(fault)?;
            self.source.push_str(repaired.get(at..at + unchanged).ok_or_else(fault)?);
            at += unchanged;
            let changed = repaired.get(at..at + edit.text.len()).ok_or_else(fault)?;
            if changed != edit.text || changed == edit.was || edit.was.len() != edit.span.len() {
                return Err(fault());
            }
            self.source.push_str(edit.was);
            at += changed.len();
        }
        self.source.push_str(repaired.get(at..).ok_or_else(fault)?);
        match self.source.len() == span.end() {
            true => Ok(()),
            false => Err(fault()),
        }
    }

    fn tail(&mut self) -> Result<(), Error> {
        let end = self.source.len();
        if let Some(edit) = self.edits.next() {
            if edit.span.start() != end {
                return Err(contradiction("an edit lies in no block", edit.span));
            }
            self.source.push_str(checked_space(&edit, true)?);
        }
        match (self.edits.next(), self.at == self.text.len()) {
            (None, true) => Ok(()),
            (Some(edit), _) => Err(contradiction("an edit lies in no block", edit.span)),
            (None, false) => Err(contradiction("the text goes on behind the last block", Span::new(end, end))),
        }
    }
}

/// What the source has between two blocks or at its ends: white space, for which
/// the text has what its kind asks for.
fn checked_space<'d>(edit: &Edit<'d>, at_edge: bool) -> Result<&'d str, Error> {
    let gap = Gap::of(edit.was);
    let (wanted, rule) = if at_edge { ("", EditRule::Edge) } else { (gap.text(), gap.rule()) };
    let is_space = edit.was.chars().all(char::is_whitespace) && edit.was.len() == edit.span.len();
    match is_space && edit.rule == rule && edit.text == wanted && edit.was != wanted {
        true => Ok(edit.was),
        false => Err(contradiction("an edit of white space is none", edit.span)),
    }
}

fn contradiction(what: &str, span: Span) -> Error {
    Error::new(
        Kind::Document,
        format!("the document contradicts itself at byte {}: {what}; was it changed by hand?", span.start()),
    )
}
