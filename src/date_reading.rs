//! What a text says that is a date.

use crate::date::Date;
use crate::relative_date::RelativeDate;

/// What [`Cleaner::read_date`](crate::Cleaner::read_date) reads off a text that is a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateReading {
    /// A day, perhaps with a time of day.
    Date(Date),
    /// A distance: `2 hours ago`.
    Relative(RelativeDate),
    /// A date, but it is open which: `03/04/2024` in a language that does not say which
    /// of its numbers is the month, a day without a year, a day of another calendar.
    Unclear,
}

impl DateReading {
    /// The day, where it is known.
    ///
    /// ```
    /// let cleaner = chysto::Cleaner::new();
    /// let reading = cleaner.read_date("21 April", "en".parse().ok()).unwrap();
    /// assert_eq!(reading, chysto::DateReading::Unclear);
    /// assert_eq!(reading.date(), None);
    /// ```
    pub fn date(self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(date),
            _ => None,
        }
    }

    /// With a relative date resolved, as far as it can be.
    pub(crate) fn seen_from(self, reference: Option<Date>) -> Self {
        match (self, reference) {
            (Self::Relative(relative), Some(reference)) => relative.resolve(reference).map_or(self, Self::Date),
            _ => self,
        }
    }
}
