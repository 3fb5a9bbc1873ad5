//! A document before anything is done to it.

use std::borrow::Cow;

use chysto::{Cleaner, Decoded, Document};

use super::Record;

/// A document and where it came from.
pub(crate) struct Page<'p> {
    name: String,
    content: Content<'p>,
}

/// The text of a document.
pub(crate) enum Content<'p> {
    /// A whole input, of so many bytes.
    Decoded(Decoded<'p>, usize),
    /// A field of a record.
    Record(Record<'p>, Cow<'p, str>),
}

impl<'p> Page<'p> {
    pub(crate) fn new(name: String, content: Content<'p>) -> Self {
        Self { name, content }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn text(&self) -> &str {
        match &self.content {
            Content::Decoded(decoded, _) => decoded.text(),
            Content::Record(_, text) => text,
        }
    }

    pub(crate) fn record(&self) -> Option<&Record<'p>> {
        match &self.content {
            Content::Decoded(..) => None,
            Content::Record(record, _) => Some(record),
        }
    }

    /// The size before decoding.
    pub(crate) fn bytes(&self) -> usize {
        match &self.content {
            Content::Decoded(_, bytes) => *bytes,
            Content::Record(_, text) => text.len(),
        }
    }

    /// The names of the encoding and of the way it was found.
    pub(crate) fn encoding(&self) -> (&'static str, &'static str) {
        match &self.content {
            Content::Decoded(decoded, _) => (decoded.encoding().name(), decoded.found_by().name()),
            Content::Record(..) => (chysto::Encoding::UTF_8.name(), chysto::FoundBy::Text.name()),
        }
    }

    pub(crate) fn cleaned(&self, cleaner: &Cleaner) -> Document<'_> {
        let document = match &self.content {
            Content::Decoded(decoded, bytes) => cleaner.clean_decoded(decoded, *bytes),
            Content::Record(_, text) => cleaner.clean(text),
        };
        document.with_name(self.name())
    }
}
