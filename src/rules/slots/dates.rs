//! Dates and times of day, in the words of the packs.

use super::View;
use crate::date::Date;
use crate::language::Language;
use crate::rules::pack::{DateOrder, WordFact};
use crate::rules::tokens::TokenKind;
use crate::rules::word_hash::letter_key;

/// A date that was read: its day, where the page leaves no doubt about it, and
/// the token behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) struct Reading {
    pub(in crate::rules) date: Option<Date>,
    pub(in crate::rules) end: usize,
}

/// Reads a date at token `at`, with weekday and time of day where they stand
/// with it. Ambiguous, relative and impossible dates are dates without a day.
pub(in crate::rules) fn date(view: &View<'_>, at: usize) -> Option<Reading> {
    if view.get(at).is_some_and(|token| token.kind == TokenKind::Word && !view.vocabulary.has_facts(token)) {
        return None;
    }
    let start = weekday(view, at).unwrap_or(at);
    if let Some(reading) = day(view, start) {
        return Some(with_time(view, reading));
    }
    let (clock, end) = time(view, at)?;
    let reading = day(view, weekday(view, joint(view, end)).unwrap_or(joint(view, end)))?;
    let date = reading.date.and_then(|date| date.at(clock.0, clock.1)).or(reading.date);
    Some(Reading { date, ..reading })
}

/// The readings of a date at token `at` as a slot takes them: with its time of
/// day, and without it where a pattern asks for the time itself.
pub(in crate::rules) fn dates(view: &View<'_>, at: usize) -> [Option<Reading>; 2] {
    let Some(whole) = date(view, at) else { return [None; 2] };
    let bare = day(view, weekday(view, at).unwrap_or(at));
    [Some(whole), bare.filter(|bare| whole.end != bare.end)]
}

/// Behind a weekday and its comma or full stop.
fn weekday(view: &View<'_>, at: usize) -> Option<usize> {
    view.word(at).filter(|word| view.lexicon.is(*word, WordFact::Weekday))?;
    let mut next = at + 1;
    while view.is_mark(next, ',') || view.is_mark(next, '.') || is_date_word(view, next) {
        next += 1;
    }
    Some(next)
}

fn is_date_word(view: &View<'_>, at: usize) -> bool {
    view.word(at).is_some_and(|word| view.lexicon.is(word, WordFact::DateWord))
}

fn day(view: &View<'_>, at: usize) -> Option<Reading> {
    numeric(view, at)
        .or_else(|| day_and_month(view, at))
        .or_else(|| month_and_day(view, at))
        .or_else(|| relative(view, at))
}

/// `2024-04-21`, `21.04.2024`, `4/25/24`.
fn numeric(view: &View<'_>, at: usize) -> Option<Reading> {
    let separator = ['.', '/', '-'].into_iter().find(|mark| view.is_glued_mark(at + 1, *mark))?;
    let glued = (at + 2..at + 5).all(|next| view.get(next).is_some_and(|token| token.glued));
    let numbers = view.number(at).is_some() && view.number(at + 2).is_some() && view.number(at + 4).is_some();
    if !(glued && numbers && view.is_mark(at + 3, separator)) || goes_on(view, at + 5) {
        return None;
    }
    let parts = [at, at + 2, at + 4].map(|part| (view.tokens[part].key, view.digits(part)));
    let date = ordered(parts, separator, view.lexicon.date_order(view.language), view.language)?;
    Some(Reading { date, end: at + 5 })
}

/// More digits right behind: a version, an address, a telephone number.
fn goes_on(view: &View<'_>, at: usize) -> bool {
    let separated =
        view.get(at).is_some_and(|token| token.glued && token.kind == TokenKind::Mark && !token.is_mark(':'));
    separated && view.get(at + 1).is_some_and(|token| token.glued && token.kind == TokenKind::Number)
}

/// Which number is what: `None` where they are no date at all, `Some(None)`
/// where they are one but leave open which.
fn ordered(
    parts: [(u64, usize); 3],
    separator: char,
    order: DateOrder,
    language: Option<Language>,
) -> Option<Option<Date>> {
    let [(a, a_digits), (b, b_digits), (c, c_digits)] = parts;
    if a_digits == 4 {
        return calendar(a, b, c).map(Some);
    }
    if a_digits > 2 || b_digits > 2 || !matches!(c_digits, 2 | 4) {
        return None;
    }
    let year = full_year(c, c_digits);
    let (day_first, month_first) = (calendar(year, b, a), calendar(year, a, b));
    match (day_first, month_first) {
        (None, None) => None,
        (Some(date), None) | (None, Some(date)) => Some(Some(date)),
        (Some(one), Some(other)) if one == other => Some(Some(one)),
        (Some(date), _) if separator == '.' || order == DateOrder::DayFirst => Some(Some(date)),
        (_, date) if order == DateOrder::MonthFirst && language.is_some() => Some(date),
        _ => Some(None),
    }
}

/// Two digits mean the years 1970 to 2069.
fn full_year(year: u64, digits: usize) -> u64 {
    match (digits, year) {
        (4, _) => year,
        (_, 70..) => 1900 + year,
        _ => 2000 + year,
    }
}

fn calendar(year: u64, month: u64, day: u64) -> Option<Date> {
    Date::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// `21 April 2024`, `21. April`, `21 квітня 2024 року`, `21 de mayo de 2024`.
fn day_and_month(view: &View<'_>, at: usize) -> Option<Reading> {
    let day = view.number(at).filter(|token| token.len() <= 2)?.key;
    let mut next = at + 1;
    while view.is_mark(next, '.') || is_date_word(view, next) || is_ordinal(view, next) {
        next += 1;
    }
    let month = month(view, next)?;
    let (year, end) = year_behind(view, next + 1);
    reading(year, month, day, end)
}

/// `April 21, 2024`, `Apr 21st`.
fn month_and_day(view: &View<'_>, at: usize) -> Option<Reading> {
    let month = month(view, at)?;
    let next = at + 1 + usize::from(view.is_mark(at + 1, '.'));
    let day = view.number(next).filter(|token| token.len() <= 2)?.key;
    let behind = next + 1 + usize::from(is_ordinal(view, next + 1));
    let (year, end) = year_behind(view, behind);
    reading(year, month, day, end)
}

fn month(view: &View<'_>, at: usize) -> Option<u64> {
    view.lexicon.month(view.word(at)?, view.language).map(u64::from)
}

/// `st`, `nd`, `rd`, `th` right behind the digits.
fn is_ordinal(view: &View<'_>, at: usize) -> bool {
    view.get(at).is_some_and(|token| {
        let text = &view.text[token.start as usize..token.end as usize];
        token.glued && ["st", "nd", "rd", "th"].iter().any(|ending| text.eq_ignore_ascii_case(ending))
    })
}

/// A year of four digits behind a month, and where the date ends with it.
fn year_behind(view: &View<'_>, at: usize) -> (Option<u64>, usize) {
    let mut next = at;
    while view.is_mark(next, ',') || view.is_mark(next, '.') || is_date_word(view, next) {
        next += 1;
    }
    match view.number(next).filter(|token| token.len() == 4 && !view.is_glued_mark(next + 1, ':')) {
        Some(year) => (Some(year.key), behind_year(view, next + 1)),
        None => (None, at),
    }
}

/// `2024 року`, `2024 г.`
fn behind_year(view: &View<'_>, at: usize) -> usize {
    let behind = at + usize::from(is_date_word(view, at));
    behind + usize::from(behind > at && view.is_glued_mark(behind, '.'))
}

/// A day without a year is a date all the same, if any year can have it.
fn reading(year: Option<u64>, month: u64, day: u64, end: usize) -> Option<Reading> {
    const LEAP_YEAR: u64 = 2000;
    let date = calendar(year.unwrap_or(LEAP_YEAR), month, day)?;
    Some(Reading { date: year.map(|_| date), end })
}

/// `today`, `вчора`: only with a time of day, for they are words of any sentence.
fn relative(view: &View<'_>, at: usize) -> Option<Reading> {
    view.word(at).filter(|word| view.lexicon.is(*word, WordFact::RelativeDay))?;
    let (_, end) = time(view, joint(view, at + 1))?;
    Some(Reading { date: None, end })
}

/// Takes in the time of day behind a date.
fn with_time(view: &View<'_>, reading: Reading) -> Reading {
    let iso = view.word(reading.end).is_some_and(|word| word == T && view.tokens[reading.end].glued);
    let at = if iso { reading.end + 1 } else { joint(view, reading.end) };
    match time(view, at) {
        Some((clock, end)) => {
            let date = reading.date.and_then(|date| date.at(clock.0, clock.1)).or(reading.date);
            Reading { date, end }
        }
        None => reading,
    }
}

/// The hash of the letter between day and time in ISO 8601.
const T: u64 = letter_key('t');

/// Behind what may join a date and a time: a comma, a dash, a bar, small words.
fn joint(view: &View<'_>, at: usize) -> usize {
    let mut next = at;
    while next < at + 3
        && ([',', '-', '|', '·', '•'].iter().any(|mark| view.is_mark(next, *mark)) || is_date_word(view, next))
    {
        next += 1;
    }
    next
}

/// Reads a time of day at `at`: `14:20`, `14:20:05`, `2:20 pm`, `14.20 Uhr`;
/// hour and minute, and the token behind it.
pub(in crate::rules) fn time(view: &View<'_>, at: usize) -> Option<((u8, u8), usize)> {
    let colon = view.is_glued_mark(at + 1, ':');
    let dot = view.is_glued_mark(at + 1, '.') && is_date_word(view, at + 3);
    let whole = (colon || dot) && view.digits(at) <= 2 && view.digits(at + 2) == 2 && view.tokens[at + 2].glued;
    let (hour, minute) = clock(view.number(at)?.key, view.number(at + 2).filter(|_| whole)?.key)?;
    let mut end = at + 3;
    if view.is_glued_mark(end, ':') && view.digits(end + 1) == 2 {
        end += 2;
    }
    let (hour, end) = half_of_day(view, hour, end);
    Some(((hour, minute), behind_time(view, end)))
}

/// Hour and minute, if the clock has them.
pub(in crate::rules) fn clock(hour: u64, minute: u64) -> Option<(u8, u8)> {
    (hour < 24 && minute < 60).then_some((hour as u8, minute as u8))
}

/// `pm`, `a.m.`
fn half_of_day(view: &View<'_>, hour: u8, at: usize) -> (u8, usize) {
    let Some(token) = view.get(at).filter(|token| token.kind == TokenKind::Word) else { return (hour, at) };
    let dotted = view.is_glued_mark(at + 1, '.') && token.len() == 1;
    let word = &view.text[token.start as usize..token.end as usize];
    let end = if dotted { at + 4 } else { at + 1 };
    let (afternoon, morning) = match dotted {
        true => (word.eq_ignore_ascii_case("p"), word.eq_ignore_ascii_case("a")),
        false => (word.eq_ignore_ascii_case("pm"), word.eq_ignore_ascii_case("am")),
    };
    match (afternoon, morning) {
        (true, _) if hour < 12 => (hour + 12, end.min(view.tokens.len())),
        (true, _) => (hour, end.min(view.tokens.len())),
        (_, true) if hour == 12 => (0, end.min(view.tokens.len())),
        (_, true) => (hour, end.min(view.tokens.len())),
        _ => (hour, at),
    }
}

/// `Uhr`, a zone in capitals.
fn behind_time(view: &View<'_>, at: usize) -> usize {
    const ZONES: [&str; 12] = ["UTC", "GMT", "CET", "CEST", "EET", "EEST", "MSK", "EST", "EDT", "PST", "PDT", "Z"];
    let behind = at + usize::from(is_date_word(view, at));
    let zone =
        view.get(behind).is_some_and(|token| ZONES.contains(&&view.text[token.start as usize..token.end as usize]));
    behind + usize::from(zone)
}
