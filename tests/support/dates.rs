//! What must hold for every text that is read as a date or a number.

use chysto::{Cleaner, Date, DateReading, Language, RelativeDate};

use super::ensure;

/// Years in which a date of Iran's or of Islam's calendar lies; they are not taken for ours.
const OTHER_CALENDARS: std::ops::Range<u16> = 1300..1500;

/// Reads `text` in `language`, or in all where it is none.
pub fn check(cleaner: &Cleaner, text: &str, language: Option<Language>) {
    match cleaner.read_date(text, language) {
        Some(DateReading::Date(date)) => check_date(cleaner, text, date),
        Some(DateReading::Relative(relative)) => check_relative(text, relative),
        _ => {}
    }
    if let Some(number) = cleaner.read_number(text, language) {
        ensure!(text, cleaner.read_number(&number.to_string(), language) == Some(number), "{number} is read otherwise");
    }
}

/// Calendar and clock have it, and it is read off its own print.
fn check_date(cleaner: &Cleaner, text: &str, date: Date) {
    let printed = date.to_string();
    ensure!(text, Date::new(date.year(), date.month(), date.day()).is_some(), "{printed} is no day");
    ensure!(text, date.time().is_none_or(|(hour, minute)| hour < 24 && minute < 60), "{printed} is no time");
    ensure!(text, printed.parse::<Date>().ok() == Some(date), "{printed} is parsed otherwise");
    if !OTHER_CALENDARS.contains(&date.year()) {
        let again = cleaner.read_date(&printed, None);
        ensure!(text, again == Some(DateReading::Date(date)), "{printed} is read as {again:?}");
    }
}

/// It is parsed as it was printed, and does not lead into the future.
fn check_relative(text: &str, relative: RelativeDate) {
    let printed = relative.to_string();
    ensure!(text, printed.parse::<RelativeDate>().ok() == Some(relative), "{printed} is parsed otherwise");
    let reference: Date = "2024-02-29T23:59".parse().expect("a date");
    if let Some(resolved) = relative.resolve(reference) {
        ensure!(text, resolved.to_string().parse::<Date>().ok() == Some(resolved), "{resolved} is no date");
        ensure!(text, resolved <= reference, "{printed} from {reference} is {resolved}");
    }
}
