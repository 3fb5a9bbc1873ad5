//! Reads the phrases of relative dates, and the halves of the day.

use super::{Reader, Value};
use crate::error::Error;
use crate::relative_date::{RelativeDate, RelativeUnit};
use crate::rules::pack::{PackData, WordFact};
use crate::rules::phrases::{PhraseFact, keys};
use crate::rules::tokens::{Token, TokenKind, tokenize};

impl Reader<'_> {
    /// The tokens of each text in a list.
    fn each_phrase(&self, value: &Value<'_>, mut take: impl FnMut(&[Token])) -> Result<(), Error> {
        let mut tokens = Vec::new();
        for item in self.list(value)? {
            tokenize(self.text(item)?, &mut tokens);
            take(&tokens);
        }
        Ok(())
    }

    pub(super) fn phrases(&self, data: &mut PackData, value: &Value<'_>, fact: PhraseFact) -> Result<(), Error> {
        self.each_phrase(value, |tokens| data.phrases.push((keys(tokens), fact)))
    }

    /// `today` and its like may begin a date.
    pub(super) fn day_phrases(&self, data: &mut PackData, value: &Value<'_>, back: u32) -> Result<(), Error> {
        self.each_phrase(value, |tokens| add_start(data, tokens, PhraseFact::DaysBack(back)))
    }

    /// A half of the day of one word, or of several; marks part abbreviations (`π.μ.`).
    pub(super) fn half_of_day(&self, data: &mut PackData, value: &Value<'_>, afternoon: bool) -> Result<(), Error> {
        self.each_phrase(value, |tokens| {
            if tokens.len() > 1 && tokens.iter().all(|token| token.kind == TokenKind::Word) {
                add_start(data, tokens, PhraseFact::HalfOfDay(afternoon));
            } else {
                let words = tokens.iter().filter(|token| token.kind == TokenKind::Word);
                data.words.extend(words.map(|token| (token.key, WordFact::HalfOfDay(afternoon))));
            }
        })
    }

    /// Seven lists, seconds to years.
    pub(super) fn units(
        &self,
        data: &mut PackData,
        value: &Value<'_>,
        fact: impl Fn(RelativeUnit) -> PhraseFact,
    ) -> Result<(), Error> {
        let (lists, units) = (self.list(value)?, RelativeUnit::ALL);
        if lists.len() != units.len() {
            let message = format!("{} lists where {} are wanted, for seconds to years", lists.len(), units.len());
            return Err(self.fault(value.span(), message));
        }
        lists.iter().zip(units).try_for_each(|(list, unit)| self.phrases(data, list, fact(unit)))
    }

    /// `{ "two" = 2 }`
    pub(super) fn numerals(&self, data: &mut PackData, value: &Value<'_>) -> Result<(), Error> {
        let mut tokens = Vec::new();
        for (words, number) in self.table(value)? {
            let fits = u32::try_from(self.whole_number(number)?);
            let number = fits.map_err(|_| self.fault(number.span(), "a smaller number is wanted here"))?;
            tokenize(words.get_ref(), &mut tokens);
            data.phrases.push((keys(&tokens), PhraseFact::Numeral(number)));
        }
        Ok(())
    }

    /// `{ "half an hour" = "PT30M" }`
    pub(super) fn spans(&self, data: &mut PackData, value: &Value<'_>) -> Result<(), Error> {
        let mut tokens = Vec::new();
        for (words, length) in self.table(value)? {
            let read = format!("-{}", self.text(length)?).parse::<RelativeDate>();
            let message = "a time of one unit is wanted here, such as PT30M, PT1H, P1D, P2W, P1M, P1Y";
            let back = read.ok().filter(|back| back.time().is_none());
            let back = back.ok_or_else(|| self.fault(length.span(), message))?;
            tokenize(words.get_ref(), &mut tokens);
            data.phrases.push((keys(&tokens), PhraseFact::Span(back)));
        }
        Ok(())
    }
}

fn add_start(data: &mut PackData, tokens: &[Token], fact: PhraseFact) {
    data.words.extend(tokens.first().map(|token| (token.key, WordFact::PhraseStart)));
    data.phrases.push((keys(tokens), fact));
}
