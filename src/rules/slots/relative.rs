//! Dates by their distance (`2 hours ago`, `yesterday, 14:20`), in the words of the packs.

use super::dates::{joint, time};
use super::{View, is_particle};
use crate::relative_date::{RelativeDate, RelativeUnit};
use crate::rules::phrases::PhraseFact;

/// Digits of an amount; more count nothing that pages print.
const MOST_DIGITS: usize = 5;

/// Reads a relative date at token `at`; gives it with the token behind it. Only phrases
/// of the view's language count, if a pack has it.
pub(in crate::rules) fn relative(view: &View<'_>, at: usize) -> Option<(RelativeDate, usize)> {
    day(view, at).or_else(|| day_behind_time(view, at)).or_else(|| now(view, at)).or_else(|| ago(view, at))
}

fn phrase<T>(view: &View<'_>, at: usize, pick: impl Fn(PhraseFact) -> Option<T>) -> Option<(T, usize)> {
    let language = view.locale.language.and_then(|language| view.lexicon.place(language));
    view.lexicon.phrases().find(view.tokens, at, language, pick)
}

/// The token behind a phrase that means `fact`.
fn behind(view: &View<'_>, at: usize, fact: PhraseFact) -> Option<usize> {
    phrase(view, at, |found| (found == fact).then_some(())).map(|(_, end)| end)
}

fn days_back(fact: PhraseFact) -> Option<RelativeDate> {
    match fact {
        PhraseFact::DaysBack(days) => Some(RelativeDate::new(days, RelativeUnit::Day)),
        _ => None,
    }
}

/// `yesterday`, perhaps with a time of day.
fn day(view: &View<'_>, at: usize) -> Option<(RelativeDate, usize)> {
    let (day, next) = phrase(view, at, days_back)?;
    let timed = time(view, joint(view, next)).and_then(|((hour, minute), end)| Some((day.at(hour, minute)?, end)));
    timed.or(Some((day, next)))
}

/// `14:20, yesterday`
fn day_behind_time(view: &View<'_>, at: usize) -> Option<(RelativeDate, usize)> {
    let ((hour, minute), next) = time(view, at)?;
    let (day, end) = phrase(view, joint(view, next), days_back)?;
    Some((day.at(hour, minute)?, end))
}

fn now(view: &View<'_>, at: usize) -> Option<(RelativeDate, usize)> {
    behind(view, at, PhraseFact::Now).map(|end| (RelativeDate::new(0, RelativeUnit::Second), end))
}

/// `about 2 hours ago`, `vor 2 Stunden`, `för 2 timmar sedan`.
fn ago(view: &View<'_>, at: usize) -> Option<(RelativeDate, usize)> {
    let skip_about = |at| behind(view, at, PhraseFact::About).unwrap_or(at);
    let start = skip_about(at);
    let before = behind(view, start, PhraseFact::AgoBefore);
    let amount = amount(view, skip_about(before.unwrap_or(start)))?;
    let behind = behind(view, amount.end, PhraseFact::AgoBehind);
    let says_ago = amount.says_ago || before.is_some() || behind.is_some();
    says_ago.then_some((amount.back, behind.unwrap_or(amount.end)))
}

/// An amount of time that was read.
#[derive(Clone, Copy)]
struct Amount {
    back: RelativeDate,
    /// Whether its words say that it lies in the past.
    says_ago: bool,
    end: usize,
}

/// `2 hours`, `1 hour and 20 minutes`.
fn amount(view: &View<'_>, at: usize) -> Option<Amount> {
    let first = single(view, at)?;
    let joined = view.is_mark(first.end, ',') || view.get(first.end).is_some_and(|token| is_particle(token, view.text));
    let second = single(view, first.end + usize::from(joined));
    second.and_then(|second| sum(first, second)).or(Some(first))
}

/// Both amounts in the smaller unit, which is the second one's.
fn sum(first: Amount, second: Amount) -> Option<Amount> {
    let (unit, larger) = (second.back.unit(), first.back.unit());
    let each = larger.seconds()?.checked_div(unit.seconds()?).filter(|_| unit < larger)?;
    let total = u64::from(first.back.amount()) * each + u64::from(second.back.amount());
    Some(Amount { back: RelativeDate::new(u32::try_from(total).ok()?, unit), ..second })
}

/// An amount of one unit, with a number in digits, in letters or without one.
fn single(view: &View<'_>, at: usize) -> Option<Amount> {
    let spelt_out = phrase(view, at, |fact| match fact {
        PhraseFact::Span(back) => Some(back),
        _ => None,
    });
    if let Some((back, end)) = spelt_out {
        return Some(Amount { back, says_ago: false, end });
    }
    let (number, next) = count(view, at)?;
    let ((unit, says_ago), end) = phrase(view, next, |fact| match fact {
        PhraseFact::Unit(unit) => Some((unit, false)),
        PhraseFact::UnitAgo(unit) => Some((unit, true)),
        _ => None,
    })?;
    let end = end + usize::from(view.is_glued_mark(end, '.'));
    Some(Amount { back: RelativeDate::new(number, unit), says_ago, end })
}

/// A number of units, and the token behind it.
fn count(view: &View<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some(number) = view.number(at) {
        let fits = view.digits(at) <= MOST_DIGITS && !is_continued(view, at);
        return fits.then(|| Some((u32::try_from(number.key).ok()?, at + 1))).flatten();
    }
    phrase(view, at, |fact| match fact {
        PhraseFact::Numeral(number) => Some(number),
        _ => None,
    })
}

/// Whether a number is the end of another one: `1.5`, `10-15`.
fn is_continued(view: &View<'_>, at: usize) -> bool {
    let mark = |at: usize| ['.', ',', '-', '/', ':'].iter().any(|mark| view.is_mark(at, *mark));
    at >= 2 && mark(at - 1) && view.number(at - 2).is_some()
}
