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

    /// The day so many days before, without a time.
    pub(crate) fn days_back(self, days: u32) -> Option<Self> {
        Self::of_day_number(self.day_number() - i64::from(days))
    }

    /// How many days later than another day it is; times of day do not count.
    pub(crate) fn days_from(self, other: Self) -> i64 {
        self.day_number() - other.day_number()
    }

    /// The same day so many months before, or the last one of a shorter month.
    pub(crate) fn months_back(self, months: u32) -> Option<Self> {
        let month = i64::from(self.year) * 12 + i64::from(self.month) - 1 - i64::from(months);
        let (year, month) = (u16::try_from(month.div_euclid(12)).ok()?, month.rem_euclid(12) as u8 + 1);
        Self::new(year, month, self.day.min(days_in_month(year, month)))
    }

    /// The time so many minutes before; none for a day without a time.
    pub(crate) fn minutes_back(self, minutes: u64) -> Option<Self> {
        const IN_A_DAY: i64 = 24 * 60;
        let (hour, minute) = self.time?;
        let left = i64::from(hour) * 60 + i64::from(minute) - i64::try_from(minutes).ok()?;
        let day = Self::of_day_number(self.day_number() + left.div_euclid(IN_A_DAY))?;
        let minute = left.rem_euclid(IN_A_DAY);
        day.at((minute / 60) as u8, (minute % 60) as u8)
    }

    /// Days since the first of March of the year zero. Counted from March, the leap
    /// day is a year's last, and the months before it follow one line.
    fn day_number(self) -> i64 {
        let (month, year) = ((i64::from(self.month) + 9) % 12, i64::from(self.year));
        let year = year - i64::from(self.month < 3);
        days_before(year) + days_before_month(month) + i64::from(self.day) - 1
    }

    fn of_day_number(days: i64) -> Option<Self> {
        const IN_400_YEARS: i64 = 146_097;
        let guess = days * 400 / IN_400_YEARS;
        let year = (guess - 1..=guess + 1).rev().find(|year| days_before(*year) <= days)?;
        let in_year = days - days_before(year);
        let month = (0..12).rev().find(|month| days_before_month(*month) <= in_year)?;
        let day = in_year - days_before_month(month) + 1;
        let year = u16::try_from(year + i64::from(month >= 10)).ok()?;
        Self::new(year, ((month + 2) % 12 + 1) as u8, day as u8)
    }
}

/// The days before the first of March of a year.
fn days_before(year: i64) -> i64 {
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400)
}

/// The days between the first of March and the first of a month, counted from March.
fn days_before_month(month: i64) -> i64 {
    (153 * month + 2) / 5
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
    let (hour, minute) = read_clock(text)?;
    date.at(hour, minute)
}

/// `14:20` as two numbers of two digits each.
pub(crate) fn read_clock(text: &str) -> Option<(u8, u8)> {
    let (hour, minute) = text.split_once(':')?;
    let is_whole = |number: &str| number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_whole(hour) && is_whole(minute)).then(|| Some((hour.parse().ok()?, minute.parse().ok()?))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_without_a_gap() {
        let first = Date::new(1999, 12, 31).expect("a day").day_number();
        let mut last = Date::of_day_number(first).expect("a day");
        for number in first + 1..first + 1500 {
            let day = Date::of_day_number(number).expect("a day");
            assert_eq!(day.day_number(), number, "{day}");
            assert!(last < day && day.days_back(1) == Some(last), "{last} before {day}");
            last = day;
        }
        assert_eq!(last.to_string(), "2004-02-07");
    }
}
