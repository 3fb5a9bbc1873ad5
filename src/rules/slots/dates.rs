//! Dates and times of day, in the words of the packs.

use super::View;
use crate::date::Date;
use crate::language::Language;
use crate::rules::pack::{DateOrder, Unit, WordFact};
use crate::rules::phrases::PhraseFact;
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

pub(in crate::rules) fn is_weekday(view: &View<'_>, at: usize) -> bool {
    view.word(at).is_some_and(|word| view.lexicon.is(word, WordFact::Weekday))
}

/// Behind a weekday (`segunda-feira`) and its comma or full stop.
fn weekday(view: &View<'_>, at: usize) -> Option<usize> {
    if !is_weekday(view, at) {
        return None;
    }
    let hyphenated = view.is_glued_mark(at + 1, '-') && (is_weekday(view, at + 2) || is_date_word(view, at + 2));
    let mut next = at + if hyphenated { 3 } else { 1 };
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
        .or_else(|| joined(view, at))
        .or_else(|| marked(view, at))
        .or_else(|| day_and_month(view, at))
        .or_else(|| month_and_day(view, at))
        .or_else(|| year_first(view, at))
        .or_else(|| relative(view, at))
}

/// `2024-04-21`, `21.04.2024`, `4/25/24`.
fn numeric(view: &View<'_>, at: usize) -> Option<Reading> {
    let separator = ['.', '/', '-'].into_iter().find(|mark| view.is_glued_mark(at + 1, *mark))?;
    // `2024. 4. 21.`, as Korean writes it; `14. 4. 2023`, as Czech does.
    let full = view.digits(at) == 4 || view.digits(at + 4) == 4 && view.is_glued_mark(at + 3, '.');
    let spaced = separator == '.' && full;
    let glued = spaced || (at + 2..at + 5).all(|next| view.get(next).is_some_and(|token| token.glued));
    let numbers = view.number(at).is_some() && view.number(at + 2).is_some() && view.number(at + 4).is_some();
    if !(glued && numbers && view.is_mark(at + 3, separator)) || goes_on(view, at + 5) {
        return None;
    }
    let parts = [at, at + 2, at + 4].map(|part| (view.tokens[part].key, view.digits(part)));
    let date = ordered(parts, separator, order(view), view.locale.language)?;
    Some(Reading { date, end: at + 5 })
}

/// The page's order of day and month, or its language's.
fn order(view: &View<'_>) -> DateOrder {
    view.locale.order.unwrap_or_else(|| view.lexicon.date_order(view.locale.language))
}

/// `21-Apr-2024`, `21/Apr/24`.
fn joined(view: &View<'_>, at: usize) -> Option<Reading> {
    let separator = ['-', '/'].into_iter().find(|mark| view.is_glued_mark(at + 1, *mark))?;
    let glued = view.is_mark(at + 3, separator)
        && (at + 2..at + 5).all(|next| view.tokens.get(next).is_some_and(|token| token.glued));
    let fits = glued && view.digits(at) <= 2 && matches!(view.digits(at + 4), 2 | 4) && !goes_on(view, at + 5);
    let (day, month) = (view.number(at).filter(|_| fits)?.key, month(view, at + 2)?);
    reading(Some(full_year(view.tokens[at + 4].key, view.digits(at + 4))), month, day, at + 5)
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
        let date = calendar(a, b, c)?;
        return Some(Some(date).filter(|_| !OTHER_CALENDARS.contains(&a)));
    }
    if a_digits > 2 || b_digits > 2 || !matches!(c_digits, 2 | 4) {
        return None;
    }
    if order == DateOrder::YearFirst && a_digits == 2 && c_digits == 2 {
        let date = calendar(full_year(a, 2), b, c)?;
        // Iran counts other years.
        return Some(Some(date).filter(|_| language != Some(Language::known("fa"))));
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

/// Years of today in the calendars of Iran and of Islam: nobody dates a page so in ours.
const OTHER_CALENDARS: std::ops::Range<u64> = 1300..1500;

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

/// `2024年4月21日`, `4월 21일`, perhaps with the weekday behind.
fn marked(view: &View<'_>, at: usize) -> Option<Reading> {
    let year = counted(view, at, Unit::Year);
    let (month, next) = counted(view, year.map_or(at, |(_, end)| end), Unit::Month)?;
    let (day, end) = counted(view, next, Unit::Day)?;
    // A word right before it names an era, whose years are others.
    let short = view.digits(at) == 2 && !view.tokens[at].glued;
    let year = year.map(|(year, _)| if short { full_year(year, 2) } else { year });
    reading(year, month, day, behind_weekday(view, end))
}

/// A number with the word behind it that says what it counts; and what follows.
fn counted(view: &View<'_>, at: usize, unit: Unit) -> Option<(u64, usize)> {
    let number = view.number(at)?;
    view.word(at + 1).filter(|word| view.lexicon.is(*word, WordFact::Unit(unit)))?;
    Some((number.key, at + 2))
}

/// Behind a weekday in brackets, or one of several ideographs.
fn behind_weekday(view: &View<'_>, at: usize) -> usize {
    let bracket = usize::from(view.is_mark(at, '('));
    let mut next = at + bracket;
    while is_date_word(view, next) && next < at + 4 {
        next += 1;
    }
    match weekday(view, next) {
        Some(_) => next + 1 + usize::from(bracket == 1 && view.is_mark(next + 1, ')')),
        None => at,
    }
}

/// `21 April 2024`, `21. April`, `21 квітня 2024 року`, `21 de mayo de 2024`.
fn day_and_month(view: &View<'_>, at: usize) -> Option<Reading> {
    let day = view.number(at).filter(|_| view.digits(at) <= 2)?.key;
    let mut next = at + 1;
    while view.is_mark(next, '.') || is_date_word(view, next) || is_ordinal(view, next) {
        next += 1;
    }
    if is_other_month(view, next) {
        return other_calendar(view, day, next + 1);
    }
    let (month, behind) =
        month(view, next).map(|month| (month, behind_month(view, next))).or_else(|| numbered_month(view, next))?;
    let (year, end) = year_behind(view, behind);
    reading(year, month, day, end)
}

/// `ngày 21 tháng 4`: the month's number behind the word for month.
fn numbered_month(view: &View<'_>, at: usize) -> Option<(u64, usize)> {
    view.word(at).filter(|word| view.lexicon.is(*word, WordFact::Unit(Unit::Month)))?;
    view.number(at + 1).filter(|_| view.digits(at + 1) <= 2).map(|number| (number.key, at + 2))
}

fn is_other_month(view: &View<'_>, at: usize) -> bool {
    view.word(at).is_some_and(|word| view.lexicon.is(word, WordFact::OtherMonth))
}

/// A day of another calendar, behind its month: a date, but not which.
fn other_calendar(view: &View<'_>, day: u64, at: usize) -> Option<Reading> {
    let (_, end) = year_behind(view, at);
    (1..=32).contains(&day).then_some(Reading { date: None, end })
}

/// `April 21, 2024`, `Apr 21st`.
fn month_and_day(view: &View<'_>, at: usize) -> Option<Reading> {
    let month = month(view, at)?;
    let next = at + 1 + usize::from(view.is_mark(at + 1, '.'));
    let day = view.number(next).filter(|_| view.digits(next) <= 2)?.key;
    let behind = next + 1 + usize::from(is_ordinal(view, next + 1));
    if let Some(reading) = year_behind_time(view, month, day, behind) {
        return Some(reading);
    }
    let (year, end) = year_behind(view, behind);
    reading(year, month, day, end)
}

/// `14:20:05 2024`, as Unix prints dates.
fn year_behind_time(view: &View<'_>, month: u64, day: u64, at: usize) -> Option<Reading> {
    let ((hour, minute), next) = bare_time(view, at)?;
    let year = view.number(next).filter(|_| view.digits(next) == 4 && !is_time_of_day(view, next))?.key;
    let dated = reading(Some(year), month, day, next + 1)?;
    Some(Reading { date: dated.date?.at(hour, minute), ..dated })
}

/// `2024. július 3.`, `2024 жылғы 3 қазан`, `2025. gada 14. martā`.
fn year_first(view: &View<'_>, at: usize) -> Option<Reading> {
    let year = view.number(at).filter(|_| view.digits(at) == 4)?.key;
    let next = behind_small(view, at + 1);
    if let Some(month) = month(view, next) {
        let day_at = behind_small(view, behind_month(view, next));
        let day = view.number(day_at).filter(|_| view.digits(day_at) <= 2 && !view.is_glued_mark(day_at + 1, ':'))?;
        return reading(Some(year), month, day.key, day_at + 1);
    }
    // A number and a month right behind another number may be anything.
    let day = view.number(next).filter(|_| next > at + 1 && view.digits(next) <= 2)?.key;
    let month_at = behind_small(view, next + 1);
    reading(Some(year), month(view, month_at)?, day, behind_month(view, month_at))
}

/// Behind a full stop and small words, of which there are few.
fn behind_small(view: &View<'_>, at: usize) -> usize {
    const MOST: usize = 3;
    let is_small = |next: &usize| view.is_glued_mark(*next, '.') || is_date_word(view, *next);
    at + (at..at + MOST).take_while(is_small).count()
}

/// Behind a month's name, and another name of the same (`آذار/مارس`).
fn behind_month(view: &View<'_>, at: usize) -> usize {
    let is_twice = view.is_mark(at + 1, '/') && month(view, at).is_some() && month(view, at) == month(view, at + 2);
    at + if is_twice { 3 } else { 1 }
}

fn month(view: &View<'_>, at: usize) -> Option<u64> {
    view.lexicon.month(view.word(at)?, view.locale.language).map(u64::from)
}

/// `st`, `nd`, `rd`, `th`, `º` right behind the digits.
fn is_ordinal(view: &View<'_>, at: usize) -> bool {
    view.get(at).is_some_and(|token| {
        let text = &view.text[token.start as usize..token.end as usize];
        token.glued && ["st", "nd", "rd", "th", "º", "°"].iter().any(|ending| text.eq_ignore_ascii_case(ending))
    })
}

/// A year of four digits behind a month, and where the date ends with it.
fn year_behind(view: &View<'_>, at: usize) -> (Option<u64>, usize) {
    let mut next = at;
    while view.is_mark(next, ',') || view.is_mark(next, '.') || is_date_word(view, next) {
        next += 1;
    }
    if let Some(year) = view.number(next).filter(|_| view.digits(next) == 4 && !is_time_of_day(view, next)) {
        return (Some(year.key), behind_year(view, next + 1));
    }
    // `'24`
    let short = view.number(next + 1).filter(|number| view.is_mark(next, '\'') && number.glued);
    match short.filter(|_| view.digits(next + 1) == 2) {
        Some(year) => (Some(full_year(year.key, 2)), next + 2),
        None => (None, at),
    }
}

/// Whether digits go on behind a colon right behind those at `at`.
fn is_time_of_day(view: &View<'_>, at: usize) -> bool {
    view.is_glued_mark(at + 1, ':') && view.number(at + 2).is_some_and(|token| token.glued)
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
    view.word(at).filter(|word| view.lexicon.is(*word, WordFact::PhraseStart))?;
    let is_day = |fact| matches!(fact, PhraseFact::DaysBack(_)).then_some(());
    let (_, next) = view.lexicon.phrases().find(view.tokens, at, None, is_day)?;
    let (_, end) = time(view, joint(view, next))?;
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

/// Behind what may join a date and a time: a comma, a dash, a bar, small words,
/// the full stop behind a date or such a word.
pub(super) fn joint(view: &View<'_>, at: usize) -> usize {
    const MOST: usize = 4;
    let joins = |next: &usize| {
        [',', '-', '|', '·', '•'].iter().any(|mark| view.is_mark(*next, *mark))
            || is_date_word(view, *next)
            || view.is_glued_mark(*next, '.') && view.get(*next + 1).is_some_and(|token| !token.glued)
    };
    at + (at..at + MOST).take_while(joins).count()
}

/// Reads a time of day at `at`: `14:20`, `14:20:05`, `2:20 pm`, `14.20 Uhr`;
/// hour and minute, and the token behind it.
pub(in crate::rules) fn time(view: &View<'_>, at: usize) -> Option<((u8, u8), usize)> {
    if let Some((afternoon, next)) = half_word(view, at) {
        let ((hour, minute), end) = bare_time(view, next)?;
        return Some(((in_half(hour, afternoon), minute), end));
    }
    bare_time(view, at)
}

/// `오후`, `下午`, `م`: whether what stands at `at` means the afternoon, if it means a half of
/// the day, and the token behind it.
fn half_word(view: &View<'_>, at: usize) -> Option<(bool, usize)> {
    let word = view.word(at)?;
    let one = [true, false].into_iter().find(|afternoon| view.lexicon.is(word, WordFact::HalfOfDay(*afternoon)));
    if let Some(afternoon) = one {
        return Some((afternoon, at + 1));
    }
    view.lexicon.is(word, WordFact::PhraseStart).then_some(())?;
    view.lexicon.phrases().find(view.tokens, at, None, |fact| match fact {
        PhraseFact::HalfOfDay(afternoon) => Some(afternoon),
        _ => None,
    })
}

/// An hour of twelve in its half of the day.
fn in_half(hour: u8, afternoon: bool) -> u8 {
    match (afternoon, hour) {
        (true, ..12) => hour + 12,
        (false, 12) => 0,
        _ => hour,
    }
}

/// `14h20`, `14时20分`, `14시`.
fn counted_time(view: &View<'_>, at: usize) -> Option<((u8, u8), usize)> {
    let (hour, next) = counted(view, at, Unit::Hour)?;
    let minute = view.number(next).filter(|_| view.digits(next) == 2);
    let end = match minute {
        Some(_) => counted(view, next, Unit::Minute).map_or(next + 1, |(_, end)| end),
        None => next,
    };
    Some((clock(hour, minute.map_or(0, |minute| minute.key))?, end))
}

fn bare_time(view: &View<'_>, at: usize) -> Option<((u8, u8), usize)> {
    if let Some(time) = counted_time(view, at) {
        return Some(time);
    }
    let colon = view.is_glued_mark(at + 1, ':');
    let dot = view.is_glued_mark(at + 1, '.') && is_dotted_time(view, at);
    let whole = (colon || dot) && view.digits(at) <= 2 && view.digits(at + 2) == 2 && view.tokens[at + 2].glued;
    let (hour, minute) = clock(view.number(at)?.key, view.number(at + 2).filter(|_| whole)?.key)?;
    let end = behind_seconds(view, at + 3);
    if let Some((afternoon, next)) = half_word(view, end) {
        return Some(((in_half(hour, afternoon), minute), behind_half(view, end, next)));
    }
    let (hour, end) = half_of_day(view, hour, end);
    Some(((hour, minute), behind_time(view, end)))
}

/// Behind the seconds and their fraction, if they follow at `at`.
fn behind_seconds(view: &View<'_>, at: usize) -> usize {
    if !(view.is_glued_mark(at, ':') && view.digits(at + 1) == 2) {
        return at;
    }
    let fraction = view.is_glued_mark(at + 2, '.') && view.get(at + 3).is_some_and(|token| token.glued);
    at + if fraction && view.number(at + 3).is_some() { 4 } else { 2 }
}

/// Whether small words show that `14.20` at `at` is no date and no sum: `Uhr` behind
/// it, or `kl.` before it and nothing that goes on behind it.
fn is_dotted_time(view: &View<'_>, at: usize) -> bool {
    let word = at.checked_sub(if at > 1 && view.is_glued_mark(at - 1, '.') { 2 } else { 1 });
    let is_behind_word = word.is_some_and(|word| is_date_word(view, word));
    let is_sum = ['%', '$', '€', '£'].iter().any(|mark| view.is_mark(at + 3, *mark));
    let is_last = view.get(at + 3).is_none_or(|next| next.kind == TokenKind::Mark && !is_sum);
    is_date_word(view, at + 3) || is_behind_word && is_last && !goes_on(view, at + 3)
}

/// Behind a half of the day that ends before `next`, or is of two letters (`μ.μ.`).
fn behind_half(view: &View<'_>, at: usize, next: usize) -> usize {
    let is_letter = |at| {
        view.word(at).is_some()
            && view
                .get(at)
                .is_some_and(|token| view.text[token.start as usize..token.end as usize].chars().count() == 1)
    };
    let is_dotted = is_letter(at) && view.is_glued_mark(at + 1, '.') && is_letter(at + 2);
    if is_dotted { at + 3 + usize::from(view.is_glued_mark(at + 3, '.')) } else { next }
}

/// Hour and minute, if the clock has them.
pub(in crate::rules) fn clock(hour: u64, minute: u64) -> Option<(u8, u8)> {
    (hour < 24 && minute < 60).then_some((hour as u8, minute as u8))
}

/// `pm`, `a.m.`, `p. m.`
fn half_of_day(view: &View<'_>, hour: u8, at: usize) -> (u8, usize) {
    let spelt = |at: usize| view.get(at).map_or("", |token| &view.text[token.start as usize..token.end as usize]);
    let dotted = view.is_glued_mark(at + 1, '.') && spelt(at + 2).eq_ignore_ascii_case("m");
    let end = if dotted { at + 3 + usize::from(view.is_glued_mark(at + 3, '.')) } else { at + 1 };
    let is = |letter: &str, word: &str| spelt(at).eq_ignore_ascii_case(if dotted { letter } else { word });
    match (is("p", "pm"), is("a", "am")) {
        (true, _) => (in_half(hour, true), end),
        (_, true) => (in_half(hour, false), end),
        _ => (hour, at),
    }
}

/// `Uhr`, a zone in capitals or as its offset, perhaps in brackets.
fn behind_time(view: &View<'_>, at: usize) -> usize {
    let behind = at + usize::from(is_date_word(view, at));
    let bracket = usize::from(view.is_mark(behind, '('));
    match behind_zone(view, behind + bracket) {
        zone if zone == behind + bracket => behind,
        zone => zone + usize::from(bracket == 1 && view.is_mark(zone, ')')),
    }
}

fn behind_zone(view: &View<'_>, at: usize) -> usize {
    const ZONES: [&str; 12] = ["UTC", "GMT", "CET", "CEST", "EET", "EEST", "MSK", "EST", "EDT", "PST", "PDT", "Z"];
    let named = view.get(at).is_some_and(|token| ZONES.contains(&&view.text[token.start as usize..token.end as usize]));
    behind_offset(view, at + usize::from(named))
}

/// Behind `+03:00`, `-0300`, `+3`. A minus may stand between two times as well, so it
/// needs four digits, or seconds before it.
fn behind_offset(view: &View<'_>, at: usize) -> usize {
    let (plus, minus) = (view.is_mark(at, '+'), view.is_mark(at, '-'));
    let sure = plus || minus && (view.digits(at + 1) == 4 || at >= 4 && view.is_mark(at - 4, ':'));
    let number = view.number(at + 1).filter(|number| sure && number.glued);
    let with_minutes = view.is_glued_mark(at + 2, ':') && view.digits(at + 3) == 2;
    match number.map(|number| (view.digits(at + 1), number.key)) {
        Some((2, ..=LARGEST_OFFSET)) if with_minutes => at + 4,
        Some((4, hours)) if hours / 100 <= LARGEST_OFFSET => at + 2,
        Some((1..=2, ..=LARGEST_OFFSET)) if plus => at + 2,
        _ => at,
    }
}

/// Hours that a zone may be ahead of universal time, or behind it.
const LARGEST_OFFSET: u64 = 14;

/// Behind small words that may stand before a date: `le 21 avril`, `от 12.04.2024`.
pub(in crate::rules) fn behind_date_words(view: &View<'_>, at: usize) -> usize {
    let is_small = |next: usize| is_date_word(view, next) || next > at && view.is_glued_mark(next, '.');
    let behind = (at..).find(|next| !is_small(*next)).unwrap_or(at);
    // `v2.10.2024`
    if view.get(behind).is_some_and(|token| token.glued && !view.is_glued_mark(behind - 1, '.')) { at } else { behind }
}

/// Behind what may still belong to a date when nothing else follows: a weekday, brackets,
/// a small word, a full stop.
pub(in crate::rules) fn behind_date(view: &View<'_>, at: usize) -> usize {
    let mark = |at: usize| [',', '.', '(', ')'].iter().any(|mark| view.is_mark(at, *mark));
    let belongs = |at: &usize| mark(*at) || is_weekday(view, *at) || is_date_word(view, *at);
    (at..).find(|next| !belongs(next)).unwrap_or(at)
}

#[cfg(test)]
mod tests;
