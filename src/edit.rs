//! Edits: what was changed, where, and by which rule.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Kind, suggestion};
use crate::span::Span;

macro_rules! edit_rules {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// Why an edit was made, printed as `stage/rule`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum EditRule {
            $($(#[$doc])* $variant,)*
        }

        impl EditRule {
            /// All rules.
            pub const ALL: &'static [EditRule] = &[$(EditRule::$variant,)*];

            /// The printed form, `letters/nfc`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

edit_rules! {
    /// An HTML character reference was decoded.
    Entity = "letters/entity",
    /// An invisible character was taken out.
    Invisible = "letters/invisible",
    /// A control of the direction of writing was taken out.
    Bidi = "letters/bidi",
    /// A control character was taken out.
    Control = "letters/control",
    /// An escape sequence of a terminal was taken out.
    Escape = "letters/escape",
    /// Characters were brought to Unicode's normal form NFC.
    Nfc = "letters/nfc",
    /// Text that was read in a wrong charset was read again.
    Mojibake = "letters/mojibake",
    /// A letter of another script was replaced by its look-alike.
    MixedScript = "letters/mixed-script",
    /// Compatibility characters were brought to Unicode's normal form NFKC.
    Nfkc = "letters/nfkc",
    /// A full-width or half-width character got its ordinary width.
    Width = "letters/width",
    /// Letters that were printed as one character were written one by one.
    Ligature = "letters/ligature",
    /// A quotation mark became an ASCII one.
    Quotes = "style/quotes",
    /// A dash or a hyphen became an ASCII hyphen.
    Dashes = "style/dashes",
    /// An ellipsis became full stops.
    Ellipsis = "style/ellipsis",
    /// A bullet became an asterisk.
    Bullets = "style/bullets",
    /// An apostrophe became the one that was chosen.
    Apostrophes = "style/apostrophes",
    /// A stress mark was taken off a vowel.
    Stress = "style/stress",
    /// ё became е.
    Yo = "style/yo",
    /// ґ became г.
    Ghe = "style/ghe",
    /// Case was folded.
    Case = "style/case",
    /// A letter lost its diacritics.
    Diacritics = "style/diacritics",
    /// An emoji was taken out, or its look was.
    Emoji = "style/emoji",
    /// A digit of another script became an ASCII one.
    Digits = "style/digits",
    /// A run of white space, or an odd blank, became one blank.
    Blank = "space/blank",
    /// Blanks before a punctuation mark were taken out.
    BlankBeforePunctuation = "space/before-punctuation",
    /// White space at the start or the end of the document was taken out.
    Edge = "layout/edge",
    /// White space between two blocks was brought to a line break or a blank line.
    Gap = "layout/gap",
    /// The halves of a word that was divided at a line's end were joined.
    Hyphen = "layout/hyphen",
    /// Two blocks of one line were put on lines of their own.
    Split = "layout/split",
}

impl EditRule {
    /// Whether it edits the white space around blocks rather than a block.
    pub(crate) fn is_layout(self) -> bool {
        matches!(self, Self::Edge | Self::Gap | Self::Split)
    }
}

impl fmt::Display for EditRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for EditRule {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL.iter().copied().find(|rule| rule.name() == name).ok_or_else(|| {
            let near = suggestion(name, Self::ALL.iter().map(|rule| rule.name()));
            Error::new(Kind::Document, format!("no edit rule is called `{name}`{near}"))
        })
    }
}

/// One edit of the script: the source's `span` holds `was`, and `text` takes
/// its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit<'d> {
    pub(crate) span: Span,
    pub(crate) was: &'d str,
    pub(crate) text: &'d str,
    pub(crate) rule: EditRule,
}

impl<'d> Edit<'d> {
    /// Where in the source.
    pub fn span(&self) -> Span {
        self.span
    }

    /// What the source holds there.
    pub fn was(&self) -> &'d str {
        self.was
    }

    /// What takes its place; empty for a removal.
    pub fn text(&self) -> &'d str {
        self.text
    }

    /// Why.
    pub fn rule(&self) -> EditRule {
        self.rule
    }
}

/// An edit as documents store it: what was there is read from the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EditRecord {
    pub(crate) span: Span,
    pub(crate) text: Cow<'static, str>,
    pub(crate) rule: EditRule,
}

impl EditRecord {
    pub(crate) fn view<'d>(&'d self, source: &'d str) -> Edit<'d> {
        Edit { span: self.span, was: &source[self.span.range()], text: &self.text, rule: self.rule }
    }
}
