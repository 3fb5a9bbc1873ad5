//! Reads a pack from TOML, with errors that name file, line and entry.

mod phrases;

use std::ops::Range;
use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::pack::{DateOrder, Opens, PackData, PackRule, Unit, WordFact};
use super::pattern::{self, Pattern};
use super::phrases::PhraseFact;
use super::tokens::{TokenKind, tokenize};
use crate::error::{Error, Kind, suggestion};
use crate::metadata::Field;
use crate::role::Role;

/// Blocks of more words are no furniture, unless a rule says so itself.
const MOST_WORDS: u16 = 40;

/// No rule may look at longer blocks than this.
pub(super) const WORDS_LIMIT: u16 = 200;

type Value<'t> = Spanned<DeValue<'t>>;

/// Reads the pack that `toml` holds.
pub(super) fn pack(file: &str, toml: &str) -> Result<PackData, Error> {
    let reader = Reader { file, toml };
    let table = DeTable::parse(toml).map_err(|error| {
        reader.fault(error.span().unwrap_or_default(), format!("this is not TOML: {}", error.message()))
    })?;
    let mut data = PackData::default();
    // Labels last: where a rule has the same words, it says more.
    let is_label = |key: &str| key == "label";
    let entries = || table.get_ref().iter();
    for (key, value) in entries().filter(|(key, _)| !is_label(key.get_ref())) {
        reader.entry(&mut data, key.get_ref(), key.span(), value)?;
    }
    for (_, value) in entries().filter(|(key, _)| is_label(key.get_ref())) {
        reader.each_table(value, |table, at| reader.label(&mut data, table, at))?;
    }
    if data.name.is_empty() {
        return Err(reader.fault(0..0, "the pack has no name; write `name = \"…\"` first"));
    }
    Ok(data)
}

struct Reader<'t> {
    file: &'t str,
    toml: &'t str,
}

const KEYS: [&str; 32] = [
    "name",
    "language",
    "date_order",
    "months",
    "other_months",
    "weekdays",
    "date_words",
    "year_marks",
    "month_marks",
    "day_marks",
    "hour_marks",
    "minute_marks",
    "am",
    "pm",
    "today",
    "yesterday",
    "day_before_yesterday",
    "now",
    "ago_before",
    "ago_behind",
    "about",
    "units",
    "units_ago",
    "numerals",
    "spans",
    "thousand",
    "million",
    "multipliers",
    "function_words",
    "first_names",
    "label",
    "rule",
];

impl Reader<'_> {
    fn fault(&self, span: Range<usize>, message: impl AsRef<str>) -> Error {
        let before = &self.toml.as_bytes()[..span.start.min(self.toml.len())];
        let line = 1 + memchr::memchr_iter(b'\n', before).count();
        Error::new(Kind::Pack, format!("{}:{line}: {}", self.file, message.as_ref()))
    }

    fn entry(&self, data: &mut PackData, key: &str, at: Range<usize>, value: &Value<'_>) -> Result<(), Error> {
        match key {
            "name" => data.name = self.name(value)?,
            "language" => data.language = Some(self.parsed(value)?),
            "date_order" => data.date_order = self.date_order(value)?,
            "months" => self.named_days(data, value, 12, |index| WordFact::Month(index as u8 + 1))?,
            "weekdays" => self.named_days(data, value, 7, |_| WordFact::Weekday)?,
            "date_words" => self.facts(data, value, WordFact::DateWord)?,
            "today" => self.day_phrases(data, value, 0)?,
            "yesterday" => self.day_phrases(data, value, 1)?,
            "day_before_yesterday" => self.day_phrases(data, value, 2)?,
            "now" => self.phrases(data, value, PhraseFact::Now)?,
            "ago_before" => self.phrases(data, value, PhraseFact::AgoBefore)?,
            "ago_behind" => self.phrases(data, value, PhraseFact::AgoBehind)?,
            "about" => self.phrases(data, value, PhraseFact::About)?,
            "units" => self.units(data, value, PhraseFact::Unit)?,
            "units_ago" => self.units(data, value, PhraseFact::UnitAgo)?,
            "numerals" => self.numerals(data, value)?,
            "spans" => self.spans(data, value)?,
            "other_months" => self.facts(data, value, WordFact::OtherMonth)?,
            "year_marks" => self.facts(data, value, WordFact::Unit(Unit::Year))?,
            "month_marks" => self.facts(data, value, WordFact::Unit(Unit::Month))?,
            "day_marks" => self.facts(data, value, WordFact::Unit(Unit::Day))?,
            "hour_marks" => self.facts(data, value, WordFact::Unit(Unit::Hour))?,
            "minute_marks" => self.facts(data, value, WordFact::Unit(Unit::Minute))?,
            "am" => self.half_of_day(data, value, false)?,
            "pm" => self.half_of_day(data, value, true)?,
            "thousand" => self.facts(data, value, WordFact::Times(1_000))?,
            "million" => self.facts(data, value, WordFact::Times(1_000_000))?,
            "multipliers" => self.multipliers(data, value)?,
            "function_words" => data.function_words = self.words(value)?,
            "first_names" => data.first_names = self.words(value)?,
            "rule" => self.each_table(value, |table, at| self.rule(data, table, at))?,
            _ => return Err(self.fault(at, unknown_key(key, &KEYS))),
        }
        Ok(())
    }

    fn text<'v>(&self, value: &'v Value<'_>) -> Result<&'v str, Error> {
        value.get_ref().as_str().ok_or_else(|| self.fault(value.span(), "a text in quotation marks is wanted here"))
    }

    fn name(&self, value: &Value<'_>) -> Result<String, Error> {
        let name = self.text(value)?;
        let fits = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        match fits {
            true => Ok(name.to_owned()),
            false => Err(self.fault(value.span(), format!("`{name}` is no name; use letters, digits and hyphens"))),
        }
    }

    fn parsed<T: FromStr<Err = Error>>(&self, value: &Value<'_>) -> Result<T, Error> {
        self.text(value)?.parse().map_err(|error: Error| self.fault(value.span(), error.to_string()))
    }

    fn one_of<T: Copy>(&self, value: &Value<'_>, choices: &[(&str, T)]) -> Result<T, Error> {
        let given = self.text(value)?;
        let found = choices.iter().find(|(name, _)| *name == given).map(|(_, choice)| *choice);
        found.ok_or_else(|| {
            let names: Vec<_> = choices.iter().map(|(name, _)| format!("`{name}`")).collect();
            self.fault(value.span(), format!("`{given}` is none of {}", names.join(", ")))
        })
    }

    fn date_order(&self, value: &Value<'_>) -> Result<DateOrder, Error> {
        self.one_of(
            value,
            &[("dmy", DateOrder::DayFirst), ("mdy", DateOrder::MonthFirst), ("ymd", DateOrder::YearFirst)],
        )
    }

    fn list<'v, 't>(&self, value: &'v Value<'t>) -> Result<&'v [Value<'t>], Error> {
        match value.get_ref() {
            DeValue::Array(array) => Ok(array),
            _ => Err(self.fault(value.span(), "a list in square brackets is wanted here")),
        }
    }

    /// The words of a list of texts, each as its hash.
    fn words(&self, value: &Value<'_>) -> Result<Vec<u64>, Error> {
        let mut words = Vec::new();
        let mut tokens = Vec::new();
        for item in self.list(value)? {
            tokenize(self.text(item)?, &mut tokens);
            words.extend(tokens.iter().filter(|token| token.kind == TokenKind::Word).map(|token| token.key));
        }
        Ok(words)
    }

    fn facts(&self, data: &mut PackData, value: &Value<'_>, fact: WordFact) -> Result<(), Error> {
        data.words.extend(self.words(value)?.into_iter().map(|word| (word, fact)));
        Ok(())
    }

    /// `{ "万" = 10000 }`
    fn multipliers(&self, data: &mut PackData, value: &Value<'_>) -> Result<(), Error> {
        let mut tokens = Vec::new();
        for (word, factor) in self.table(value)? {
            let number = self.whole_number(factor)?;
            tokenize(word.get_ref(), &mut tokens);
            data.words.extend(tokens.iter().map(|token| (token.key, WordFact::Times(number))));
        }
        Ok(())
    }

    fn table<'v, 't>(&self, value: &'v Value<'t>) -> Result<&'v DeTable<'t>, Error> {
        match value.get_ref() {
            DeValue::Table(table) => Ok(table),
            _ => Err(self.fault(value.span(), "a table of words with their values is wanted here")),
        }
    }

    fn whole_number(&self, value: &Value<'_>) -> Result<u64, Error> {
        let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
        number.ok_or_else(|| self.fault(value.span(), "a whole number is wanted here"))
    }

    fn named_days(
        &self,
        data: &mut PackData,
        value: &Value<'_>,
        count: usize,
        fact: impl Fn(usize) -> WordFact,
    ) -> Result<(), Error> {
        let lists = self.list(value)?;
        if lists.len() != count {
            return Err(self.fault(value.span(), format!("{} lists where {count} are wanted", lists.len())));
        }
        lists.iter().enumerate().try_for_each(|(index, list)| self.facts(data, list, fact(index)))
    }

    fn each_table(
        &self,
        value: &Value<'_>,
        mut read: impl FnMut(&DeTable<'_>, Range<usize>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        for item in self.list(value)? {
            match item.get_ref() {
                DeValue::Table(table) => read(table, item.span())?,
                _ => return Err(self.fault(item.span(), "a table is wanted here")),
            }
        }
        Ok(())
    }

    fn rule(&self, data: &mut PackData, table: &DeTable<'_>, at: Range<usize>) -> Result<(), Error> {
        let mut rule = PackRule {
            name: String::new(),
            role: Role::Other,
            field: None,
            opens: Opens::Nothing,
            is_label: false,
            sure: true,
            words: MOST_WORDS,
            patterns: Vec::new(),
        };
        let mut role = None;
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "name" => rule.name = self.name(value)?,
                "role" => role = Some(self.parsed(value)?),
                "field" => rule.field = Some(self.parsed(value)?),
                "opens" => rule.opens = self.one_of(value, &[("list", Opens::List), ("rest", Opens::Rest)])?,
                "certainty" => rule.sure = self.one_of(value, &[("sure", true), ("likely", false)])?,
                "words" => rule.words = self.count(value)?,
                "match" => rule.patterns = self.patterns(value)?,
                other => {
                    let known = ["name", "role", "field", "opens", "certainty", "words", "match"];
                    return Err(self.fault(key.span(), unknown_key(other, &known)));
                }
            }
        }
        rule.role = role.ok_or_else(|| self.fault(at.clone(), "the rule has no `role`"))?;
        if rule.name.is_empty() || rule.patterns.is_empty() {
            return Err(self.fault(at, "a rule needs a `name` and a `match` with a pattern at least"));
        }
        self.add(data, rule, at)
    }

    fn add(&self, data: &mut PackData, rule: PackRule, at: Range<usize>) -> Result<(), Error> {
        if data.rules.iter().any(|other| other.name == rule.name) {
            return Err(self.fault(at, format!("a rule called `{}` stands above already", rule.name)));
        }
        data.rules.push(rule);
        Ok(())
    }

    fn count(&self, value: &Value<'_>) -> Result<u16, Error> {
        let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse::<u16>().ok());
        number
            .filter(|number| (1..=WORDS_LIMIT).contains(number))
            .ok_or_else(|| self.fault(value.span(), format!("a number of words is wanted here, 1 to {WORDS_LIMIT}")))
    }

    fn patterns(&self, value: &Value<'_>) -> Result<Vec<Pattern>, Error> {
        let mut patterns = Vec::new();
        for item in self.list(value)? {
            let source = self.text(item)?;
            let parsed = pattern::parse(source);
            patterns.extend(parsed.map_err(|fault| self.fault(item.span(), format!("pattern `{source}`: {fault}")))?);
        }
        Ok(patterns)
    }

    /// A label becomes two rules: alone on its line, and with a colon and a value.
    fn label(&self, data: &mut PackData, table: &DeTable<'_>, at: Range<usize>) -> Result<(), Error> {
        let mut field = None;
        let (mut alone, mut valued) = (Vec::new(), Vec::new());
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "field" => field = Some(self.parsed::<Field>(value)?),
                "words" => (alone, valued) = self.label_patterns(value)?,
                other => return Err(self.fault(key.span(), unknown_key(other, &["field", "words"]))),
            }
        }
        let field = field.ok_or_else(|| self.fault(at.clone(), "the label has no `field`"))?;
        for (suffix, opens, patterns) in [("", Opens::Value, alone), ("-value", Opens::Nothing, valued)] {
            let name = format!("label-{}{suffix}", field.name().replace('_', "-"));
            // A label alone may be a button or a heading: its value makes it sure.
            let sure = opens == Opens::Nothing;
            let (role, field) = (field.role(), Some(field));
            let rule = PackRule { name, role, field, opens, sure, is_label: true, words: MOST_WORDS, patterns };
            match data.rules.iter_mut().find(|other| other.name == rule.name) {
                Some(known) => known.patterns.extend(rule.patterns),
                None => data.rules.push(rule),
            }
        }
        Ok(())
    }

    fn label_patterns(&self, value: &Value<'_>) -> Result<(Vec<Pattern>, Vec<Pattern>), Error> {
        let (mut alone, mut valued) = (Vec::new(), Vec::new());
        for item in self.list(value)? {
            let words = self.text(item)?;
            let parse = |source: &str| {
                pattern::parse(source).map_err(|fault| self.fault(item.span(), format!("label `{words}`: {fault}")))
            };
            alone.extend(parse(words)?);
            valued.extend(parse(&format!("({words}) : {{text}}"))?);
        }
        Ok((alone, valued))
    }
}

fn unknown_key(key: &str, known: &[&str]) -> String {
    format!("nothing is called `{key}` here{}", suggestion(key, known.iter().copied()))
}
