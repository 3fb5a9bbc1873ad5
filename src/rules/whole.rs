//! Reads texts that are a date or a number and nothing else.

use super::compiled::RuleSet;
use super::slots::{self, View};
use super::tokens::Tokens;
use crate::date_reading::DateReading;
use crate::language::Language;

/// Dates and counters have fewer tokens; what has more is not looked at.
const MOST_TOKENS: usize = 40;

impl RuleSet {
    /// The date that `text` is. Without a language the packs' languages must agree on it.
    pub(crate) fn read_date(&self, text: &str, language: Option<Language>) -> Option<DateReading> {
        let mut readings = self.readings(text, language, whole_date);
        let first = readings.next()?;
        Some(if readings.all(|other| other == first) { first } else { DateReading::Unclear })
    }

    /// The number that `text` is. Without a language the packs' languages must agree on it.
    pub(crate) fn read_number(&self, text: &str, language: Option<Language>) -> Option<u64> {
        let mut readings = self.readings(text, language, whole_number);
        let first = readings.next()?;
        readings.all(|other| other == first).then_some(first)
    }

    /// What `read` finds, in a language or in each of them.
    fn readings<T>(
        &self,
        text: &str,
        language: Option<Language>,
        read: impl Fn(&View<'_>) -> Option<T>,
    ) -> std::vec::IntoIter<T> {
        let text = text.trim();
        let mut tokens = Tokens::default();
        if text.len() <= LONGEST_TEXT {
            self.tokenize(text, &mut tokens);
        }
        let known = language.map(|language| language.without_script()).filter(|one| self.languages().contains(one));
        let one = known.as_ref().map(std::slice::from_ref);
        let languages = one.unwrap_or(self.languages()).iter();
        let fits = (1..=MOST_TOKENS).contains(&tokens.len());
        let found = languages.filter(|_| fits).filter_map(|one| read(&self.view(text, &tokens, Some(*one).into())));
        found.collect::<Vec<T>>().into_iter()
    }
}

/// Bytes of a text that may be a date or a number.
const LONGEST_TEXT: usize = 400;

fn whole_date(view: &View<'_>) -> Option<DateReading> {
    let start = slots::behind_date_words(view, 0);
    [0, start].into_iter().find_map(|at| date_from(view, at))
}

fn date_from(view: &View<'_>, at: usize) -> Option<DateReading> {
    let is_whole = |end: usize| slots::behind_date(view, end) == view.tokens.len();
    let relative = slots::relative(view, at).filter(|(_, end)| is_whole(*end));
    if let Some((relative, _)) = relative {
        return Some(DateReading::Relative(relative));
    }
    let reading = slots::date(view, at).filter(|reading| is_whole(reading.end))?;
    Some(reading.date.map_or(DateReading::Unclear, DateReading::Date))
}

/// A number that leaves no doubt of its value.
fn whole_number(view: &View<'_>) -> Option<u64> {
    let numeral = slots::numeral(view, 0)?;
    (numeral.end == view.tokens.len() && !numeral.is_vague).then_some(numeral.value)
}
