//! Rule packs as data, before they are compiled.

use std::sync::Arc;

use super::pattern::Pattern;
use super::phrases::PhraseFact;
use super::read;
use crate::error::Error;
use crate::language::Language;
use crate::metadata::Field;
use crate::role::Role;

/// A pack of rules: phrases, patterns, labels and function words, read from TOML.
///
/// The format is described in CONTRIBUTING.md. Cheap to clone.
///
/// ```
/// let toml = r#"
/// name = "village"
/// [[rule]]
/// name = "bell"
/// role = "artifact/promo"
/// match = ["ring the bell for more", "{number} bells"]
/// "#;
/// let pack = chysto::Pack::parse("village.toml", toml).unwrap();
/// let cleaner = chysto::Cleaner::builder().pack(pack).build().unwrap();
/// let document = cleaner.clean("The tower is open again.\n\n12 bells");
/// assert_eq!(document.blocks().last().unwrap().reason().to_string(), "rule:village/bell");
/// ```
#[derive(Clone, Debug)]
pub struct Pack {
    pub(crate) data: Arc<PackData>,
}

impl Pack {
    /// Reads a pack. `file` is the name that errors give.
    ///
    /// # Errors
    ///
    /// Where the text is not TOML or not a pack; the error names the file, the
    /// line and the entry.
    pub fn parse(file: &str, toml: &str) -> Result<Self, Error> {
        read::pack(file, toml).map(|data| Self { data: Arc::new(data) })
    }

    /// The pack's name.
    pub fn name(&self) -> &str {
        &self.data.name
    }

    /// The language whose sites it describes; none for one that fits all.
    pub fn language(&self) -> Option<Language> {
        self.data.language
    }

    /// The number of rules; labels count as two, for the value may follow on
    /// the same line or on the next.
    pub fn len(&self) -> usize {
        self.data.rules.len()
    }

    /// Whether it has no rule.
    pub fn is_empty(&self) -> bool {
        self.data.rules.is_empty()
    }
}

/// What a pack says.
#[derive(Debug, Default)]
pub(crate) struct PackData {
    pub(crate) name: String,
    pub(crate) language: Option<Language>,
    pub(super) date_order: DateOrder,
    pub(super) words: Vec<(u64, WordFact)>,
    pub(super) phrases: Vec<(Vec<u64>, PhraseFact)>,
    pub(super) function_words: Vec<u64>,
    pub(super) first_names: Vec<u64>,
    pub(super) rules: Vec<PackRule>,
}

/// Which part of a numeric date comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum DateOrder {
    #[default]
    Unknown,
    DayFirst,
    MonthFirst,
    YearFirst,
}

/// What a word means in a date or a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordFact {
    Month(u8),
    /// A month of another calendar: what stands with it is a date, but not which.
    OtherMonth,
    Weekday,
    DateWord,
    /// Begins a phrase that may begin a date (`today`), or a half of the day.
    PhraseStart,
    /// What stands behind the number of a year, a month, a day, an hour, a minute.
    Unit(Unit),
    /// Before or behind a time of day: whether it means the afternoon.
    HalfOfDay(bool),
    /// Behind a number: so many times more.
    Times(u64),
}

/// What a number in a date counts, by the word behind it (`年`, `월`, `h`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Year,
    Month,
    Day,
    Hour,
    Minute,
}

/// What a matching block does to the blocks behind it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Opens {
    #[default]
    Nothing,
    /// The next block is the label's value.
    Value,
    /// The lines up to the next paragraph share the role.
    List,
    /// All that follows shares the role.
    Rest,
}

/// A rule with its patterns.
#[derive(Debug)]
pub(super) struct PackRule {
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) field: Option<Field>,
    pub(super) opens: Opens,
    pub(super) sure: bool,
    /// Whether it names a metadatum whose value stands behind it.
    pub(super) is_label: bool,
    pub(super) words: u16,
    pub(super) patterns: Vec<Pattern>,
}
