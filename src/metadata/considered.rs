//! Values that a page gives for a field, and that were not taken.

use std::fmt;
use std::str::FromStr;

use super::Metadatum;
use crate::error::{Error, Kind};

macro_rules! objections {
    ($($(#[$doc:meta])* $variant:ident = $words:literal;)*) => {
        /// Why a value was not taken.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Objection {
            $($(#[$doc])* $variant,)*
        }

        impl Objection {
            /// All objections.
            pub const ALL: &'static [Objection] = &[$(Objection::$variant,)*];

            /// The objection in words, as documents print it.
            pub const fn words(self) -> &'static str {
                match self {
                    $(Self::$variant => $words,)*
                }
            }
        }
    };
}

objections! {
    /// It stands far from the article, and no label says that it is the article's.
    FarFromArticle = "far from the article, without a label";
    /// It stands in a teaser of another article.
    InTeaser = "in a teaser of another article";
    /// It is no name: it begins with a small letter, or is an abbreviation.
    NamesNobody = "names nobody";
    /// It is too long to be a name, a rubric or a source.
    TooLong = "too long";
    /// It says how long ago it was, where another value says the day.
    NoDay = "another one says the day";
    /// Another value stands nearer to the article's head.
    FartherFromHead = "another one stands closer to the title";
    /// Another value stands before it, in as good a place.
    Later = "another one stands before it";
    /// It says what the value says that was taken.
    SaysTheSame = "says the same as the one that was taken";
}

impl fmt::Display for Objection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

impl FromStr for Objection {
    type Err = Error;

    fn from_str(words: &str) -> Result<Self, Error> {
        let found = Self::ALL.iter().copied().find(|objection| objection.words() == words);
        found.ok_or_else(|| Error::new(Kind::Document, format!("nothing objects to a value as `{words}`")))
    }
}

/// A value that was read off the page and not taken, and why not.
///
/// ```
/// use chysto::{Field, Objection};
///
/// let page = "A bridge reopens\n\nBy Anna Hill, 12 March 2025\n\nThe old bridge over the river is open again.\n\n\
///             It was built a hundred years ago.\n\nPublished: 11 March 2025";
/// let document = chysto::clean(page);
/// let considered = document.metadata().considered().next().unwrap();
/// assert_eq!(considered.value().field(), Field::Date);
/// assert_eq!(considered.value().to_string(), "2025-03-11");
/// assert_eq!(considered.objection(), Objection::FartherFromHead);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Considered {
    pub(crate) value: Metadatum,
    pub(crate) objection: Objection,
}

impl Considered {
    /// The value, with its field, its place and how it was read.
    pub fn value(&self) -> &Metadatum {
        &self.value
    }

    /// Why it was not taken.
    pub fn objection(&self) -> Objection {
        self.objection
    }
}
