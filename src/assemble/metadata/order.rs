//! Which number of a page's numeric dates is the day, by the page's other dates.

use super::Page;
use crate::assemble::BlockRecord;
use crate::date::Date;
use crate::language::Language;
use crate::role::Class;
use crate::rules::tokens::Tokens;
use crate::rules::{DateOrder, Locale, RuleSet};

/// Dates on a page that belong together lie no more days apart.
const NEAR: i64 = 31;

/// How a page's dates are read: in its language's order, unless a date that may be read
/// in two ways stands in its metadata. Then the page's other dates tell; where they do not,
/// English, which is written in both orders, leaves it open.
pub(super) fn locale(page: &Page<'_, '_>) -> Locale {
    let &Page { blocks, rules, language, .. } = page;
    let metadata = blocks.iter().filter(|block| block.role.class() == Class::Metadata);
    let doubtful: Vec<Numeric> = metadata.flat_map(|block| numeric(&block.text)).filter(Numeric::is_doubtful).collect();
    let order = match doubtful.is_empty() {
        true => None,
        false => told(blocks, rules, &doubtful).or_else(|| open(rules, language)),
    };
    Locale { language, order }
}

/// The order of a language that is written in both.
fn open(rules: &RuleSet, language: Option<Language>) -> Option<DateOrder> {
    (rules.date_order(language) == DateOrder::MonthFirst).then_some(DateOrder::Unknown)
}

/// The order that the page's other dates tell, by their form or by their nearness.
fn told(blocks: &[BlockRecord<'_>], rules: &RuleSet, doubtful: &[Numeric]) -> Option<DateOrder> {
    let by_form: i32 = blocks.iter().flat_map(|block| numeric(&block.text)).map(|date| date.vote()).sum();
    let votes = if by_form == 0 { by_nearness(blocks, rules, doubtful) } else { by_form };
    match votes {
        0 => None,
        1.. => Some(DateOrder::DayFirst),
        _ => Some(DateOrder::MonthFirst),
    }
}

/// How many of the doubtful dates are near to a clear one if the day comes first, less
/// how many are if the month does.
fn by_nearness(blocks: &[BlockRecord<'_>], rules: &RuleSet, doubtful: &[Numeric]) -> i32 {
    let mut tokens = Tokens::default();
    let clear: Vec<Date> = blocks.iter().filter_map(|block| clear_date(&block.text, rules, &mut tokens)).collect();
    let is_near = |date: Date| clear.iter().any(|other| date.days_from(*other).abs() <= NEAR);
    let near = |order| doubtful.iter().filter(|date| date.read(order).is_some_and(is_near)).count() as i32;
    near(DateOrder::DayFirst) - near(DateOrder::MonthFirst)
}

/// Blocks with dates are short.
const LONGEST: usize = 200;

fn clear_date(text: &str, rules: &RuleSet, tokens: &mut Tokens) -> Option<Date> {
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    rules.tokenize(text, tokens);
    rules.find_date(text, tokens, Locale::UNKNOWN)?.0
}

/// `4/25/2024`: two numbers, one of which is the month, and a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Numeric {
    first: u16,
    second: u16,
    year: u16,
}

impl Numeric {
    fn is_doubtful(&self) -> bool {
        self.first != self.second && [self.first, self.second].iter().all(|number| (1..=12).contains(number))
    }

    fn read(self, order: DateOrder) -> Option<Date> {
        let (day, month) = match order {
            DateOrder::DayFirst => (self.first, self.second),
            _ => (self.second, self.first),
        };
        Date::new(self.year, month as u8, day as u8)
    }

    /// 1 where the day can only come first, -1 where the month can.
    fn vote(self) -> i32 {
        let orders = [(DateOrder::DayFirst, 1), (DateOrder::MonthFirst, -1)];
        orders.into_iter().filter(|(order, _)| self.read(*order).is_some()).map(|(_, vote)| vote).sum()
    }
}

/// The numeric dates of a text with a year of four digits.
fn numeric(text: &str) -> impl Iterator<Item = Numeric> {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'/', b'-', bytes).filter_map(|at| numeric_at(bytes, at))
}

/// The date whose first mark stands `at`.
fn numeric_at(bytes: &[u8], at: usize) -> Option<Numeric> {
    let mark = bytes[at];
    let before = bytes[..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let second = digits(&bytes[at + 1..]);
    let behind = at + 1 + second;
    let year = bytes.get(behind).filter(|byte| **byte == mark).map(|_| digits(&bytes[behind + 1..]))?;
    let fits = (1..=2).contains(&before) && (1..=2).contains(&second) && year == 4;
    let number = |range: &[u8]| range.iter().fold(0, |number, digit| number * 10 + u16::from(digit - b'0'));
    fits.then(|| Numeric {
        first: number(&bytes[at - before..at]),
        second: number(&bytes[at + 1..behind]),
        year: number(&bytes[behind + 1..=behind + year]),
    })
}

/// How many digits a text begins with.
fn digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numeric_dates_are_found_among_others() {
        let found: Vec<Numeric> =
            numeric("On 4/25/2024, 25-04-2024 and 2024-04-25; 1/2/3, 12/2024, 112/3/2024").collect();
        let date = |first, second| Numeric { first, second, year: 2024 };
        assert_eq!(found, [date(4, 25), date(25, 4)]);
    }

    #[test]
    fn only_one_order_makes_a_vote() {
        let votes = ["25/04/2024", "4/25/2024", "4/5/2024", "25/25/2024"];
        let votes: Vec<i32> = votes.iter().flat_map(|text| numeric(text)).map(Numeric::vote).collect();
        assert_eq!(votes, [1, -1, 0, 0]);
    }
}
