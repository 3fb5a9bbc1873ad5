//! What a page says about its article.

mod considered;

use std::fmt;
use std::str::FromStr;

pub use considered::{Considered, Objection};

use crate::date::Date;
use crate::error::{Error, Kind, suggestion};
use crate::reason::Reason;
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
    /// Who wrote the article: one name, or a list of several.
    Author = "author", Author;
    /// When it was published.
    Date = "date", Date;
    /// When it was last changed.
    Updated = "updated", Date;
    /// Where it was published first.
    Source = "source", Source;
    /// The name of the site that the page is on, by its own title.
    SiteName = "site_name", Source;
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
    /// Whether the value may be a list.
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Author | Self::Tags)
    }

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
    /// Key words, or several authors, in their order.
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

/// A metadatum: its value, where it stands, and why it was taken for that.
///
/// ```
/// let page = "A bridge reopens\n\nBy Anna Hill, 12&nbsp;March 2025\n\nThe old bridge over the river is open again.";
/// let document = chysto::clean(page);
/// let date = document.metadata().get(chysto::Field::Date).unwrap();
/// assert_eq!(date.to_string(), "2025-03-12");
/// assert_eq!(&document.source()[date.span().range()], "12&nbsp;March 2025");
/// assert_eq!(document.block(date.block()).unwrap().text(), "By Anna Hill, 12 March 2025");
/// assert_eq!(date.reason().to_string(), "rule:en/by-line-date");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metadatum {
    pub(crate) field: Field,
    pub(crate) value: MetadataValue,
    pub(crate) span: Span,
    pub(crate) block: usize,
    pub(crate) reason: Reason,
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

    /// Where the value stands in the source: from its first letter to its last, inside of its
    /// block; all of the block where its place in it cannot be told.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The number of the block that it was read off.
    pub fn block(&self) -> usize {
        self.block
    }

    /// Why it is the field's value: the rule that found it, the label before it, or its place.
    pub fn reason(&self) -> &Reason {
        &self.reason
    }
}

impl fmt::Display for Metadatum {
    /// The value as text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
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
    considered: Vec<Considered>,
}

impl Metadata {
    /// Adds the value of a field that has none yet.
    pub(crate) fn add(&mut self, entry: Metadatum) {
        if self.get(entry.field).is_none() {
            self.entries.push(entry);
        }
    }

    /// Adds a value that was not taken.
    pub(crate) fn pass_over(&mut self, value: Metadatum, objection: Objection) {
        self.considered.push(Considered { value, objection });
    }

    /// Brings the entries into the order of their places.
    pub(crate) fn sort(&mut self) {
        self.entries.sort_by_key(|entry| (entry.span, entry.field));
        self.considered.sort_by_key(|considered| (considered.value.field, considered.value.span));
    }

    /// All entries, in the order of their places.
    pub fn iter(&self) -> impl Iterator<Item = &Metadatum> {
        self.entries.iter()
    }

    /// The values that were read off the page and not taken, by field and in the order of their
    /// places.
    pub fn considered(&self) -> impl Iterator<Item = &Considered> {
        self.considered.iter()
    }

    /// All values that were read off the page, taken or not.
    #[cfg(feature = "serde")]
    pub(crate) fn read_off(&self) -> impl Iterator<Item = &Metadatum> {
        self.entries.iter().chain(self.considered.iter().map(|considered| &considered.value))
    }

    /// Whether the page says nothing.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry of `field`.
    pub fn get(&self, field: Field) -> Option<&Metadatum> {
        self.entries.iter().find(|entry| entry.field == field)
    }

    /// The value of a field that holds text: author, source, site name, category; the first
    /// one of a list.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.texts(field).first().map(String::as_str)
    }

    /// The texts of a field: one, several where it has a list, none for numbers and dates.
    fn texts(&self, field: Field) -> &[String] {
        match self.get(field).map(|entry| &entry.value) {
            Some(MetadataValue::Text(text)) => std::slice::from_ref(text),
            Some(MetadataValue::List(list)) => list,
            _ => &[],
        }
    }

    /// The value of a field that holds a number: views, likes, comments, reading time.
    pub fn number(&self, field: Field) -> Option<u64> {
        match self.get(field)?.value {
            MetadataValue::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Who wrote the article; of several, the one who is named first.
    pub fn author(&self) -> Option<&str> {
        self.text(Field::Author)
    }

    /// All who wrote the article, in their order; none if the page names none.
    ///
    /// ```
    /// let page = "A bridge reopens\n\nBy Anna Hill and Bob Gray\n\nThe old bridge over the river is open again.";
    /// let document = chysto::clean(page);
    /// assert_eq!(document.metadata().authors(), ["Anna Hill", "Bob Gray"]);
    /// assert_eq!(document.metadata().author(), Some("Anna Hill"));
    /// ```
    pub fn authors(&self) -> &[String] {
        self.texts(Field::Author)
    }

    /// The name of the site that the page is on.
    ///
    /// ```
    /// let page = "A bridge reopens - Valley News\n\nA bridge reopens\n\nThe old bridge over the river is open again.";
    /// assert_eq!(chysto::clean(page).metadata().site_name(), Some("Valley News"));
    /// ```
    pub fn site_name(&self) -> Option<&str> {
        self.text(Field::SiteName)
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
        self.texts(Field::Tags)
    }
}
