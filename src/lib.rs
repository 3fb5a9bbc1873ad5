//! Clean text out of scraped pages.
//!
//! ```
//! let page = "\
//! Top of page
//!
//! Old bridge opens again
//!
//!  • 18643 переглядiв
//!
//! After two years of repairs, the old bridge over the river is open again.
//!
//! Read also: What the town paid for its bridge
//! ";
//! let document = chysto::clean(page);
//!
//! assert_eq!(document.title(), Some("Old bridge opens again"));
//! assert_eq!(
//!     document.text(),
//!     "Old bridge opens again\n\nAfter two years of repairs, the old bridge over the river is open again."
//! );
//! assert_eq!(document.metadata().number(chysto::Field::Views), Some(18643));
//! for block in document.blocks().filter(|block| !block.is_kept()) {
//!     println!("{}: {:?} ({})", block.role(), block.text(), block.reason());
//! }
//! assert_eq!(document.restore(), page);
//! ```
//!
//! *chysto* (чисто, Ukrainian for "cleanly") decodes what a scraper brought,
//! repairs its letters, and tells the article from the artifacts around it.
//!
//! **Cleaning is an edit script over the source.** [Blocks](Document::blocks)
//! tile the source, each with a [`Role`] and a [`Reason`]; every change of a
//! character is an [`Edit`] with a [`Span`] and a rule. The text is the script
//! applied to the source, and [`Document::restore`] applies it backwards. So
//! nothing is lost, every removal is explained, and every place of the text has
//! a [place in the source](Document::source_span).
//!
//! # What to call
//!
//! * [`clean`]: a page to a [`Document`]; [`normalize`]: letters and white space only.
//! * [`Cleaner`]: the same with [options](Options) and [rule packs](Pack) of your
//!   own, from many threads; [`Cleaner::clean_bytes`] for pages in any encoding.
//! * [`decode`]: bytes to text alone; [`decode_with_hint`] where a header names the encoding.
//! * [`translit`]: Cyrillic to Latin by published systems, and back.
//!
//! # Promises
//!
//! 1. Every character of the source that is not white space lies in exactly one
//!    block; blocks are in order and do not overlap.
//! 2. The script applied to the source gives the text; backwards, the source.
//! 3. Cleaning clean text changes nothing (where all of the article is kept, as by default).
//! 4. No input makes it panic or hang; time is linear in the input's size.
//! 5. Spans fall on character boundaries; the text is in Unicode's NFC.
//! 6. The same input and options give the same document, on every machine.
//!
//! # Features
//!
//! * `serde` (on by default): `Serialize` and `Deserialize` for [`Document`] and
//!   [`Options`], `Serialize` for [`Edit`], and `Options::from_toml`.

mod assemble;
mod chars;
mod classify;
mod cleaner;
mod confidence;
mod date;
mod date_reading;
mod decode;
mod document;
mod edit;
mod encoding;
mod error;
mod language;
mod layout;
mod metadata;
mod normalize;
mod normalized;
mod options;

mod plausibility;
mod reason;
mod relative_date;
mod role;
mod rules;
mod span;
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;
pub mod translit;

pub use assemble::Section;
pub use cleaner::{Cleaner, CleanerBuilder, clean, normalize};
pub use date::Date;
pub use date_reading::DateReading;
pub use decode::{Decoded, FoundBy, decode, decode_as, decode_with_hint};
pub use document::{Block, Document, Source};
pub use edit::{Edit, EditRule};
pub use encoding::Encoding;
pub use error::Error;
pub use language::{Language, LanguageGuess};
pub use metadata::{Considered, Field, Metadata, MetadataValue, Metadatum, Objection};
pub use normalize::NormalizeOptions;
pub use normalize::policy::Preset;
pub use normalized::Normalized;
pub use options::Options;
pub use reason::Reason;
pub use relative_date::{RelativeDate, RelativeUnit};
pub use role::{Class, Role, RoleSet};
pub use rules::Pack;
pub use span::{Span, TextSpan};

/// The choices that the foldings of [`NormalizeOptions`] have, with what each loses.
pub mod style {
    pub use crate::normalize::policy::{
        Apostrophes, Bullets, Case, Compatibility, Dashes, Diacritics, Digits, Ellipsis, Emoji, Ghe, Hyphens,
        Ligatures, Quotes, Stress, Widths, Yo,
    };
}
