//! What a page says about its article.

use std::fmt;
use std::str::FromStr;

use crate::date::Date;
use crate::error::{Error, Kind, suggestion};
use crate::relative_date::RelativeDate;
use crate::role::Role;
use crate::span::Span;

macro_rules! fields {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $role:ident;)*) => {
        /// A metadatum's name, as it is printed in documents and written in rule packs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Field {
            $($(#[$doc])* $variant,)*
        }

        impl Field {
            /// All fields.
            pub const ALL: &'static [Field] = &[$(Field::$variant,)*];

            /// The printed name, `reading_time`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The role of a block that says nothing but this.
            pub const fn role(self) -> Role {
                match self {
                    $(Self::$variant => Role::$role,)*
                }
            }
        }
    };
}

fields! {
    /// Who wrote the article.
    Author = "author", Author;
    /// When it was published.
    Date = "date", Date;
    /// When it was last changed.
    Updated = "updated", Date;
    /// Where it was published first.
    Source = "source", Source;
    /// The rubric it stands in.
    Category = "category", Category;
    /// Its key words.
    Tags = "tags", Tags;
    /// Minutes that it takes to read.
    ReadingTime = "reading_time", ReadingTime;
    /// How often it was viewed.
    Views = "views", Counter;
    /// How many readers liked it.
    Likes = "likes", Counter;
    /// How many comments it has.
    Comments = "comments", Counter;
    /// Who took the picture.
    Photo = "photo", Media;
}

impl Field {
    /// Whether the value is a number.
    pub const fn is_numeric(self) -> bool {
        matches!(self, Self::ReadingTime | Self::Views | Self::Likes | Self::Comments)
    }

    /// Whether the value is a date.
    pub const fn is_date(self) -> bool {
        matches!(self, Self::Date | Self::Updated)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Field {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL.iter().copied().find(|field| field.name() == name).ok_or_else(|| {
            let near = suggestion(name, Self::ALL.iter().map(|field| field.name()));
            Error::new(Kind::Pack, format!("no metadata field is called `{name}`{near}"))
        })
    }
}

/// A metadatum's value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MetadataValue {
    /// A name, a source, a rubric.
    Text(String),
    /// Key words, in their order.
    List(Vec<String>),
    /// A counter, or minutes.
    Number(u64),
    /// A date.
    Date(Date),
    /// A date by its distance from the time at which the page was shown (`2 hours ago`),
    /// which the page does not say; [`Options::reference_time`](crate::Options::reference_time)
    /// makes a date of it.
    Relative(RelativeDate),
}

impl fmt::Display for MetadataValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::List(list) => f.write_str(&list.join(", ")),
            Self::Number(number) => write!(f, "{number}"),
            Self::Date(date) => write!(f, "{date}"),
            Self::Relative(relative) => write!(f, "{relative}"),
        }
    }
}

/// A metadatum: its value, and the block of the source that it was read off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metadatum {
    pub(crate) field: Field,
    pub(crate) value: MetadataValue,
    pub(crate) span: Span,
}

impl Metadatum {
    /// What it is.
    pub fn field(&self) -> Field {
        self.field
    }

    /// Its value.
    pub fn value(&self) -> &MetadataValue {
        &self.value
    }

    /// The block that it was read off, in the source.
    pub fn span(&self) -> Span {
        self.span
    }
}

/// What a page says about its article, each field at most once.
///
/// ```
/// let page = "A bridge reopens\n\nPublished: 12 March 2025\n\n1204 views\n\nThe old bridge is open again.";
/// let document = chysto::clean(page);
/// assert_eq!(document.metadata().date().unwrap().to_string(), "2025-03-12");
/// assert_eq!(document.metadata().number(chysto::Field::Views), Some(1204));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    entries: Vec<Metadatum>,
}

impl Metadata {
    /// Adds the value of a field that has none yet.
    pub(crate) fn add(&mut self, entry: Metadatum) {
        if self.get(entry.field).is_none() {
            self.entries.push(entry);
        }
    }

    /// Brings the entries into the order of their blocks.
    pub(crate) fn sort(&mut self) {
        self.entries.sort_by_key(|entry| (entry.span, entry.field));
    }

    /// All entries, in the order of their blocks.
    pub fn iter(&self) -> impl Iterator<Item = &Metadatum> {
        self.entries.iter()
    }

    /// Whether the page says nothing.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry of `field`.
    pub fn get(&self, field: Field) -> Option<&Metadatum> {
        self.entries.iter().find(|entry| entry.field == field)
    }

    /// The value of a field that holds text: author, source, category.
    pub fn text(&self, field: Field) -> Option<&str> {
        match &self.get(field)?.value {
            MetadataValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a field that holds a number: views, likes, comments, reading time.
    pub fn number(&self, field: Field) -> Option<u64> {
        match self.get(field)?.value {
            MetadataValue::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Who wrote the article.
    pub fn author(&self) -> Option<&str> {
        self.text(Field::Author)
    }

    /// Where it was published first.
    pub fn source(&self) -> Option<&str> {
        self.text(Field::Source)
    }

    /// When it was published, if the page says the day.
    pub fn date(&self) -> Option<Date> {
        match self.get(Field::Date)?.value {
            MetadataValue::Date(date) => Some(date),
            _ => None,
        }
    }

    /// When it was published, if the page only says how long ago that was.
    ///
    /// ```
    /// let page = "A bridge reopens\n\nPublished 2 hours ago\n\nThe old bridge over the river is open again.";
    /// let document = chysto::clean(page);
    /// assert_eq!(document.metadata().date(), None);
    /// assert_eq!(document.metadata().relative_date().unwrap().to_string(), "-PT2H");
    /// ```
    pub fn relative_date(&self) -> Option<RelativeDate> {
        match self.get(Field::Date)?.value {
            MetadataValue::Relative(relative) => Some(relative),
            _ => None,
        }
    }

    /// Its key words; none if the page names none.
    pub fn tags(&self) -> &[String] {
        match self.get(Field::Tags).map(|entry| &entry.value) {
            Some(MetadataValue::List(tags)) => tags,
            _ => &[],
        }
    }
}
