use std::borrow::Cow;
use std::fmt;

use crate::assemble::BlockRecord;
use crate::language::Language;
use crate::reason::Reason;
use crate::role::Role;
use crate::span::{Span, TextSpan};

/// A block of a document: usually a line of the source.
#[derive(Clone, Copy)]
pub struct Block<'d> {
    record: &'d BlockRecord<'d>,
}

impl<'d> Block<'d> {
    pub(super) fn new(record: &'d BlockRecord<'_>) -> Self {
        Self { record }
    }

    /// Where it stands in the source, without white space around it.
    pub fn span(&self) -> Span {
        self.record.span
    }

    /// What it is to the page.
    pub fn role(&self) -> Role {
        self.record.role
    }

    /// Its repaired text, on one line.
    pub fn text(&self) -> &'d str {
        &self.record.text
    }

    /// Its language, if its letters and words or the document's language tell.
    pub fn language(&self) -> Option<Language> {
        self.record.language
    }

    /// Why it has its role.
    pub fn reason(&self) -> &'d Reason {
        &self.record.reason
    }

    /// How sure it is that it is or is not content, from 0 to 1, in steps of a
    /// hundredth: 1 where a rule decided, 0.5 where as much spoke for the decision
    /// as against it. It orders the blocks of a page by doubt, but is no probability.
    ///
    /// ```
    /// let document = chysto::clean("Read also: An old river\n\nThe bridge is open again.");
    /// assert_eq!(document.block(0).unwrap().confidence(), 1.0);
    /// ```
    pub fn confidence(&self) -> f32 {
        self.record.reason.1.share()
    }

    /// Whether it is part of the document's text.
    pub fn is_kept(&self) -> bool {
        self.record.kept
    }

    /// Where it stands in the document's text, if it is part of it.
    pub fn text_span(&self) -> Option<TextSpan> {
        let start = self.record.text_start;
        self.record.kept.then(|| TextSpan::new(start, start + self.record.text.len()))
    }
}

impl PartialEq for Block<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.span() == other.span()
            && self.role() == other.role()
            && self.text() == other.text()
            && self.language() == other.language()
            && self.reason() == other.reason()
            && self.confidence() == other.confidence()
            && self.text_span() == other.text_span()
    }
}

impl fmt::Debug for Block<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Block")
            .field("span", &self.span())
            .field("role", &self.role())
            .field("text", &self.text())
            .field("language", &self.language())
            .field("reason", &self.reason().to_string())
            .field("confidence", &self.confidence())
            .field("kept", &self.is_kept())
            .finish()
    }
}

pub(super) fn into_owned(block: BlockRecord<'_>) -> BlockRecord<'static> {
    BlockRecord {
        text: Cow::Owned(block.text.into_owned()),
        span: block.span,
        role: block.role,
        reason: block.reason,
        language: block.language,
        kept: block.kept,
        text_start: block.text_start,
    }
}
