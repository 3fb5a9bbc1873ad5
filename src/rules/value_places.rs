//! Where in a block the value stands that a rule has read.

use std::ops::Range;

use super::compiled::RuleSet;
use super::locale::Locale;
use super::slots::{self, View};
use super::tokens::Tokens;
use crate::date::Date;
use crate::language::Language;
use crate::relative_date::RelativeDate;

impl RuleSet {
    /// The bytes of the first number of that value.
    pub(crate) fn place_of_number(&self, text: &str, tokens: &Tokens, number: u64) -> Option<Range<usize>> {
        let view = self.view(text, tokens, Locale::UNKNOWN);
        (0..tokens.len()).find_map(|at| {
            let (_, end) = slots::number(&view, at).filter(|(value, _)| *value == number)?;
            Some(bytes(tokens, at, end))
        })
    }

    /// The bytes of the first date of that value, with its time of day where the block has that elsewhere.
    pub(crate) fn place_of_date(
        &self,
        text: &str,
        tokens: &Tokens,
        locale: Locale,
        date: Date,
    ) -> Option<Range<usize>> {
        let view = self.view(text, tokens, locale);
        (0..tokens.len()).find_map(|at| {
            let readings = slots::dates(&view, at).into_iter().flatten();
            readings.filter_map(|reading| Some((reading.date?, reading.end))).find_map(|(found, end)| {
                let end = if found == date { end } else { behind_time(&view, end, found, date)? };
                Some(bytes(tokens, at, end))
            })
        })
    }

    /// The first relative date in a block and its bytes, in the words of one language or,
    /// where it has none in them, of any.
    pub(crate) fn find_relative(
        &self,
        text: &str,
        tokens: &Tokens,
        language: Option<Language>,
    ) -> Option<(RelativeDate, Range<usize>)> {
        let find = |language: Option<Language>| {
            let view = self.view(text, tokens, language.into());
            (0..tokens.len()).find_map(|at| {
                let (relative, end) = slots::relative(&view, at)?;
                Some((relative, bytes(tokens, at, end)))
            })
        };
        find(language).or_else(|| find(None))
    }
}

/// Behind the time of day that makes `date` of `day`, among the tokens from `from` on.
fn behind_time(view: &View<'_>, from: usize, day: Date, date: Date) -> Option<usize> {
    (from..view.tokens.len()).find_map(|at| {
        let ((hour, minute), end) = slots::time(view, at)?;
        (day.at(hour, minute) == Some(date)).then_some(end)
    })
}

fn bytes(tokens: &Tokens, first: usize, end: usize) -> Range<usize> {
    tokens[first].start as usize..tokens[end - 1].end as usize
}
