//! Assembly: title, metadata, sections and the clean text from classified blocks.

mod levels;
mod metadata;
pub(crate) mod origin;
mod sections;
mod text;

pub(crate) use metadata::{Page, metadata};
pub use sections::Section;
pub(crate) use sections::sections;
pub(crate) use text::join;
#[cfg(feature = "serde")]
pub(crate) use text::place;

use std::borrow::Cow;

use crate::language::Language;
use crate::reason::Reason;
use crate::role::Role;
use crate::span::Span;

/// A block as documents store it.
#[derive(Clone, Debug)]
pub(crate) struct BlockRecord<'s> {
    pub(crate) span: Span,
    pub(crate) text: Cow<'s, str>,
    pub(crate) role: Role,
    pub(crate) reason: Reason,
    pub(crate) language: Option<Language>,
    /// Whether it is part of the text.
    pub(crate) kept: bool,
    /// Where it starts in the text; where it would, if it is not kept.
    pub(crate) text_start: usize,
}
