//! Dates that pages give by their distance: `2 hours ago`, `yesterday, 14:20`.

use std::fmt;
use std::str::FromStr;

use crate::date::Date;
use crate::error::{Error, Kind};

/// What the amount of a [`RelativeDate`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RelativeUnit {
    /// `PT1S`
    Second,
    /// `PT1M`
    Minute,
    /// `PT1H`
    Hour,
    /// `P1D`
    Day,
    /// `P1W`
    Week,
    /// `P1M`
    Month,
    /// `P1Y`
    Year,
}

impl RelativeUnit {
    pub(crate) const ALL: [Self; 7] =
        [Self::Second, Self::Minute, Self::Hour, Self::Day, Self::Week, Self::Month, Self::Year];

    /// How a duration begins that counts it, and the letter behind the amount.
    const fn designators(self) -> (&'static str, char) {
        match self {
            Self::Second => ("PT", 'S'),
            Self::Minute => ("PT", 'M'),
            Self::Hour => ("PT", 'H'),
            Self::Day => ("P", 'D'),
            Self::Week => ("P", 'W'),
            Self::Month => ("P", 'M'),
            Self::Year => ("P", 'Y'),
        }
    }

    /// Its length, where all are equally long.
    pub(crate) const fn seconds(self) -> Option<u64> {
        match self {
            Self::Second => Some(1),
            Self::Minute => Some(60),
            Self::Hour => Some(60 * 60),
            Self::Day => Some(24 * 60 * 60),
            Self::Week => Some(7 * 24 * 60 * 60),
            Self::Month | Self::Year => None,
        }
    }
}

/// A date that a page gives by its distance from the time at which it was shown:
/// an amount of one unit back, where whole days may have a time of day.
///
/// It is printed and parsed as a negative ISO 8601 duration of one unit (`-PT2H` for
/// `2 hours ago`, `-P3D`, `-P1W`, `-P0D` for `today`, `-PT0S` for `just now`). A time
/// of day stands behind a `T`, as it does in dates: `yesterday, 14:20` is `-P1DT14:20`.
/// That is no duration any more, on purpose: a reader of durations refuses it,
/// where `-P1DT14H20M` would mislead it to go back by more than 38 hours.
///
/// ```
/// use chysto::{Date, RelativeDate, RelativeUnit};
///
/// let yesterday: RelativeDate = "-P1DT14:20".parse().unwrap();
/// assert_eq!((yesterday.amount(), yesterday.unit(), yesterday.time()), (1, RelativeUnit::Day, Some((14, 20))));
///
/// let read_at: Date = "2024-03-01T09:00".parse().unwrap();
/// assert_eq!(yesterday.resolve(read_at).unwrap().to_string(), "2024-02-29T14:20");
/// assert!("-PT2H30M".parse::<RelativeDate>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RelativeDate {
    amount: u32,
    unit: RelativeUnit,
    time: Option<(u8, u8)>,
}

impl RelativeDate {
    /// So many units back; zero days is today, zero of anything shorter is now.
    pub const fn new(amount: u32, unit: RelativeUnit) -> Self {
        Self { amount, unit, time: None }
    }

    /// The same day at `hour` and `minute`, if the clock has them and the unit is a day.
    pub fn at(self, hour: u8, minute: u8) -> Option<Self> {
        let fits = self.unit == RelativeUnit::Day && hour < 24 && minute < 60;
        fits.then_some(Self { time: Some((hour, minute)), ..self })
    }

    /// How many units back.
    pub fn amount(&self) -> u32 {
        self.amount
    }

    /// What the amount counts.
    pub fn unit(&self) -> RelativeUnit {
        self.unit
    }

    /// Hour (0 to 23) and minute (0 to 59), if the page gives them.
    pub fn time(&self) -> Option<(u8, u8)> {
        self.time
    }

    /// The date, seen from `reference`, the time at which the page was shown.
    ///
    /// It has a time of day where the page gives one, and where the page counts
    /// hours, minutes or seconds. None where these are counted from a reference
    /// without a time of day, and before the year 1000. A month back from the 31st
    /// is the last day of a shorter month.
    ///
    /// ```
    /// use chysto::{Date, RelativeDate, RelativeUnit};
    ///
    /// let reference: Date = "2024-03-31T01:30".parse().unwrap();
    /// let back = |amount, unit| RelativeDate::new(amount, unit).resolve(reference).unwrap().to_string();
    /// assert_eq!(back(2, RelativeUnit::Hour), "2024-03-30T23:30");
    /// assert_eq!(back(1, RelativeUnit::Month), "2024-02-29");
    /// let day: Date = "2024-03-31".parse().unwrap();
    /// assert_eq!(RelativeDate::new(2, RelativeUnit::Hour).resolve(day), None);
    /// ```
    pub fn resolve(&self, reference: Date) -> Option<Date> {
        let day = match self.unit {
            RelativeUnit::Month => reference.months_back(self.amount),
            RelativeUnit::Year => reference.months_back(self.amount.checked_mul(12)?),
            RelativeUnit::Day => reference.days_back(self.amount),
            RelativeUnit::Week => reference.days_back(self.amount.checked_mul(7)?),
            _ => return reference.minutes_back(self.minutes()?),
        }?;
        match self.time {
            Some((hour, minute)) => day.at(hour, minute),
            None => Some(day),
        }
    }

    fn minutes(&self) -> Option<u64> {
        Some(u64::from(self.amount) * self.unit.seconds()? / 60)
    }
}

impl fmt::Display for RelativeDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, letter) = self.unit.designators();
        write!(f, "-{start}{}{letter}", self.amount)?;
        match self.time {
            Some((hour, minute)) => write!(f, "T{hour:02}:{minute:02}"),
            None => Ok(()),
        }
    }
}

impl FromStr for RelativeDate {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        read(text).ok_or_else(|| {
            let hint = "write -PT2H, -P3D or -P1DT14:20 (one unit of S, M, H behind PT, or of D, W, M, Y behind P)";
            Error::new(Kind::Document, format!("`{text}` is no relative date; {hint}"))
        })
    }
}

fn read(text: &str) -> Option<RelativeDate> {
    let text = text.strip_prefix('-')?;
    if let Some((day, clock)) = text.split_once("DT") {
        let relative = RelativeDate::new(whole_number(day.strip_prefix('P')?)?, RelativeUnit::Day);
        let (hour, minute) = crate::date::read_clock(clock)?;
        return relative.at(hour, minute);
    }
    RelativeUnit::ALL.into_iter().find_map(|unit| {
        let (start, letter) = unit.designators();
        let amount = text.strip_prefix(start)?.strip_suffix(letter)?;
        Some(RelativeDate::new(whole_number(amount)?, unit))
    })
}

/// Digits alone, as they are printed: what is parsed is printed in the same way again.
fn whole_number(text: &str) -> Option<u32> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_parsed_to_the_same() {
        for unit in RelativeUnit::ALL {
            for amount in [0, 1, 24, u32::MAX] {
                let relative = RelativeDate::new(amount, unit);
                assert_eq!(relative.to_string().parse::<RelativeDate>().ok(), Some(relative), "{relative}");
            }
        }
        let timed = RelativeDate::new(2, RelativeUnit::Day).at(0, 5).expect("a time of day");
        assert_eq!(timed.to_string(), "-P2DT00:05");
        assert_eq!("-P2DT00:05".parse::<RelativeDate>().ok(), Some(timed));
    }

    #[test]
    fn other_durations_are_refused() {
        for text in ["", "-", "-P", "-PT", "P1D", "-P1DT", "-P1DT25:00", "-P1WT14:20", "-PT01H", "-PT1H2M", "-P+1D"] {
            assert!(text.parse::<RelativeDate>().is_err(), "{text}");
        }
        assert_eq!(RelativeDate::new(1, RelativeUnit::Week).at(14, 20), None);
    }

    #[test]
    fn resolving() {
        let cases = [
            ("-PT0S", "2024-04-21T14:20", Some("2024-04-21T14:20")),
            ("-PT90S", "2024-01-01T00:00", Some("2023-12-31T23:59")),
            ("-PT24H", "2024-03-01T12:00", Some("2024-02-29T12:00")),
            ("-PT5M", "2024-04-21", None),
            ("-P0D", "2024-04-21T14:20", Some("2024-04-21")),
            ("-P366D", "2025-01-01", Some("2024-01-01")),
            ("-P1W", "2023-03-01", Some("2023-02-22")),
            ("-P2M", "2024-01-31", Some("2023-11-30")),
            ("-P1Y", "2024-02-29", Some("2023-02-28")),
            ("-P1025Y", "2024-02-29", None),
            ("-P4294967295Y", "2024-02-29", None),
            ("-P4294967295D", "2024-02-29", None),
        ];
        for (relative, reference, expected) in cases {
            let relative: RelativeDate = relative.parse().expect("a relative date");
            let resolved = relative.resolve(reference.parse().expect("a date"));
            assert_eq!(resolved.map(|date| date.to_string()).as_deref(), expected, "{relative} from {reference}");
        }
    }
}
