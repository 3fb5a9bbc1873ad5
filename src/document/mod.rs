//! The document that cleaning gives back.

mod block;
mod map;
mod restore;
#[cfg(feature = "serde")]
mod serde;

use std::borrow::Cow;

pub use block::Block;

use crate::assemble::{BlockRecord, Section};
use crate::decode::FoundBy;
use crate::edit::{Edit, EditRecord};
use crate::encoding::Encoding;
use crate::language::LanguageGuess;
use crate::metadata::Metadata;
use crate::role::Role;
use crate::span::Span;

/// Where a document came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub(crate) name: Option<String>,
    pub(crate) bytes: usize,
    pub(crate) encoding: Encoding,
    pub(crate) found_by: FoundBy,
}

impl Source {
    /// The name that the caller gave it, usually a path.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Its size in bytes, before decoding.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The encoding that it was read in.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// How the encoding was found.
    pub fn found_by(&self) -> FoundBy {
        self.found_by
    }
}

/// A cleaned page: its text, and all that was found and done on the way.
///
/// The source is tiled by [blocks](Document::blocks); every change of a
/// character is an [edit](Document::edits). The [text](Document::text) is what
/// the edits make of the blocks that are kept, so it can be led
/// [back](Document::restore) to the source byte for byte.
///
/// ```
/// let page = "Міст відкрито\n\nПереглядiв: 18643\n\nУ неділю  в місті знову відкрили старий міст через річку.";
/// let document = chysto::clean(page);
/// assert_eq!(document.title(), Some("Міст відкрито"));
/// assert_eq!(document.text(), "Міст відкрито\n\nУ неділю в місті знову відкрили старий міст через річку.");
/// assert_eq!(document.metadata().number(chysto::Field::Views), Some(18643));
/// assert_eq!(document.restore(), page);
/// ```
#[derive(Clone, Debug)]
pub struct Document<'s> {
    pub(crate) info: Source,
    pub(crate) source: Cow<'s, str>,
    pub(crate) text: Cow<'s, str>,
    pub(crate) language: Option<LanguageGuess>,
    pub(crate) metadata: Metadata,
    pub(crate) titles_considered: Vec<usize>,
    pub(crate) sections: Vec<Section>,
    pub(crate) blocks: Vec<BlockRecord<'s>>,
    pub(crate) edits: Vec<EditRecord>,
}

impl<'s> Document<'s> {
    /// Where the document came from.
    pub fn info(&self) -> &Source {
        &self.info
    }

    /// Names the source, for those who read the document later.
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.info.name = Some(name.into());
        self
    }

    /// The decoded source, which all spans count in.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The clean text: the blocks that are kept, each on a line of its own.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The clean text, borrowed from the source where nothing was changed.
    pub fn into_text(self) -> Cow<'s, str> {
        self.text
    }

    /// The article's title, if one was found.
    pub fn title(&self) -> Option<&str> {
        self.blocks.iter().find(|block| block.role == Role::Title).map(|block| &*block.text)
    }

    /// The numbers of the blocks that might have been the title and are not, three at most,
    /// the likeliest first.
    ///
    /// ```
    /// let page = "Bridge opens\n\nA long road to the old bridge over the river\n\nThe old bridge is open again since Monday.";
    /// let document = chysto::clean(page);
    /// assert_eq!(document.title(), Some("Bridge opens"));
    /// assert_eq!(document.titles_considered(), [1]);
    /// ```
    pub fn titles_considered(&self) -> &[usize] {
        &self.titles_considered
    }

    /// The language of the article, if there is text to tell by.
    pub fn language(&self) -> Option<LanguageGuess> {
        self.language
    }

    /// What the page says about the article.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// The article's parts, by its headings.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// All blocks in order, kept or not. Together they cover every character of
    /// the source that is not white space.
    pub fn blocks(&self) -> impl ExactSizeIterator<Item = Block<'_>> + DoubleEndedIterator {
        self.blocks.iter().map(Block::new)
    }

    /// The block of that number.
    pub fn block(&self, number: usize) -> Option<Block<'_>> {
        self.blocks.get(number).map(Block::new)
    }

    /// All edits in the order of the source, those inside of blocks that are not
    /// kept included.
    ///
    /// To get the text from the source: apply the edits; leave out the blocks
    /// that are not kept; between two kept blocks leave one of the gaps that lie
    /// there, a blank line rather than a line break.
    pub fn edits(&self) -> impl ExactSizeIterator<Item = Edit<'_>> + DoubleEndedIterator {
        self.edits.iter().map(|edit| edit.view(&self.source))
    }

    /// Where the source holds replacement characters (U+FFFD), in order: letters
    /// that were lost before it came here, or that decoding could not read. They
    /// stay as they are.
    ///
    /// ```
    /// let document = chysto::clean("The caf\u{fffd} by the bridge is open again.");
    /// assert_eq!(document.replacement_characters().count(), 1);
    /// ```
    pub fn replacement_characters(&self) -> impl Iterator<Item = Span> {
        crate::chars::replacement_characters(&self.source)
    }

    /// The same document with a copy of all that it borrows.
    pub fn into_owned(self) -> Document<'static> {
        let blocks = self.blocks.into_iter().map(block::into_owned).collect();
        Document {
            info: self.info,
            source: Cow::Owned(self.source.into_owned()),
            text: Cow::Owned(self.text.into_owned()),
            language: self.language,
            metadata: self.metadata,
            titles_considered: self.titles_considered,
            sections: self.sections,
            blocks,
            edits: self.edits,
        }
    }
}

impl PartialEq for Document<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.info == other.info
            && self.source == other.source
            && self.text == other.text
            && self.language == other.language
            && self.metadata == other.metadata
            && self.titles_considered == other.titles_considered
            && self.sections == other.sections
            && self.edits == other.edits
            && self.blocks().eq(other.blocks())
    }
}
