//! Calendar dates, as metadata have them.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Kind};

/// A day of the Gregorian calendar, perhaps with a time of day; printed and
/// parsed in ISO 8601 (`2024-04-21`, `2024-04-21T14:20`).
///
/// The time is the page's own: pages rarely say in which time zone it counts.
///
/// ```
/// let date: chysto::Date = "2024-02-29T07:05".parse().unwrap();
/// assert_eq!((date.year(), date.month(), date.day()), (2024, 2, 29));
/// assert_eq!(date.time(), Some((7, 5)));
/// assert!("2023-02-29".parse::<chysto::Date>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
    time: Option<(u8, u8)>,
}

impl Date {
    /// The day, if the calendar has it and its year has four digits.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1000..=9999).contains(&year) && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day, time: None })
    }

    /// The same day at `hour` and `minute`, if the clock has them.
    pub fn at(self, hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self { time: Some((hour, minute)), ..self })
    }

    /// The year, 1000 to 9999.
    pub fn year(&self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(&self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(&self) -> u8 {
        self.day
    }

    /// Hour (0 to 23) and minute (0 to 59), if the page gives them.
    pub fn time(&self) -> Option<(u8, u8)> {
        self.time
    }
}

/// 0 for a month that does not exist.
fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)?;
        match self.time {
            Some((hour, minute)) => write!(f, "T{hour:02}:{minute:02}"),
            None => Ok(()),
        }
    }
}

impl FromStr for Date {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let fault = || Error::new(Kind::Document, format!("`{text}` is no date; write 2024-04-21 or 2024-04-21T14:20"));
        let (day, time) = match text.split_once('T') {
            Some((day, time)) => (day, Some(time)),
            None => (text, None),
        };
        let date = read_day(day).ok_or_else(fault)?;
        match time {
            Some(time) => read_time(date, time).ok_or_else(fault),
            None => Ok(date),
        }
    }
}

fn read_day(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = parts.next().is_none() && year.len() == 4 && month.len() == 2 && day.len() == 2;
    whole.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)).flatten()
}

fn read_time(date: Date, text: &str) -> Option<Date> {
    let (hour, minute) = text.split_once(':')?;
    let whole = hour.len() == 2 && minute.len() == 2;
    whole.then(|| date.at(hour.parse().ok()?, minute.parse().ok()?)).flatten()
}
