//! Reads values off blocks that say what they are.

use std::ops::Range;

use super::authors;
use super::choice::{Candidate, Signal};
use super::person::may_be_name;
use super::{Page, order, trimmed};
use crate::assemble::{BlockRecord, origin};
use crate::confidence::Confidence;
use crate::date::Date;
use crate::language::Language;
use crate::metadata::{Field, MetadataValue, Metadatum, Objection};
use crate::reason::{Reason, Why};
use crate::role::Role;
use crate::rules::tokens::Tokens;
use crate::rules::{Hit, Locale, Value};

/// Longer texts (in bytes) are no names, rubrics or sources.
const LONGEST_VALUE: usize = 200;

/// Longer texts (in words) are sentences and no names: an office with its house has fewer.
const MOST_WORDS: usize = 10;

pub(super) struct Reader<'p, 's> {
    pub(super) page: &'p Page<'p, 's>,
    pub(super) tokens: Tokens,
    /// The number of the block that is read.
    pub(super) block: usize,
    /// Why its value is the field's.
    pub(super) why: Why,
    /// What says what it is.
    pub(super) signal: Signal,
    /// Of the pack whose rule fits.
    pub(super) language: Option<Language>,
    /// How dates are read.
    locale: Locale,
    pub(super) found: Vec<Candidate>,
}

impl<'p, 's> Reader<'p, 's> {
    pub(super) fn new(page: &'p Page<'p, 's>) -> Self {
        Self {
            page,
            tokens: Tokens::default(),
            block: 0,
            why: Why::Empty,
            signal: Signal::None,
            language: None,
            locale: order::locale(page),
            found: Vec::new(),
        }
    }

    pub(super) fn record(&self) -> &'p BlockRecord<'s> {
        &self.page.blocks[self.block]
    }

    pub(super) fn hit(&mut self, text: &str) -> Option<Hit> {
        self.page.rules.tokenize(text, &mut self.tokens);
        self.page.rules.find(text, &self.tokens, self.locale)
    }

    /// A block that says what it is.
    pub(super) fn rule(&mut self, block: usize) {
        self.block = block;
        let text = &*self.record().text;
        let Some(hit) = self.hit(text) else { return };
        let rule = self.page.rules.rule(hit.rule);
        self.signal = Signal::of(rule.is_label, hit.is_spelt);
        self.why = Why::Rule(rule.name.clone());
        self.language = rule.language;
        if rule.role == Role::Date && !matches!(hit.value, Some(Value::Date(Some(_)))) {
            self.relative(rule.field.unwrap_or(Field::Date), rule.language.or(self.page.language));
        }
        if let Some(field) = rule.field {
            self.rule_value(field, hit.value);
            self.posted_by(field, hit.name);
        }
        self.line(rule.field);
    }

    /// What the slot of a rule that fits took in.
    fn rule_value(&mut self, field: Field, value: Option<Value>) {
        let (text, rules) = (&*self.record().text, self.page.rules);
        match value {
            Some(Value::Number(number)) => {
                let range = rules.place_of_number(text, &self.tokens, number);
                self.add(field, MetadataValue::Number(number), range);
            }
            Some(Value::Date(Some(date))) => {
                let range = rules.place_of_date(text, &self.tokens, self.locale, date);
                self.add(field, MetadataValue::Date(date), range);
            }
            Some(Value::Text(range)) if field == Field::Author && self.signal != Signal::Label => self.named(range),
            Some(Value::Text(range)) => self.text(field, range),
            _ => {}
        }
    }

    /// `Posted on 12 March 2025 by Anna Hill` gives an author too.
    fn posted_by(&mut self, field: Field, name: Option<Range<usize>>) {
        if let (Field::Date, Some(name)) = (field, name) {
            self.text(Field::Author, name);
        }
    }

    /// A block that a label before it names.
    pub(super) fn value(&mut self, block: usize) {
        let Some(label) = block.checked_sub(1).map(|label| &self.page.blocks[label]) else { return };
        let Some(hit) = self.hit(&label.text) else { return };
        let rule = self.page.rules.rule(hit.rule);
        let Some(field) = rule.field else { return };
        self.block = block;
        self.signal = Signal::Label;
        self.why = Why::Value(rule.name.clone());
        self.language = rule.language;
        let whole = 0..self.record().text.len();
        if field.is_date() {
            match self.date(whole) {
                Some((Some(date), range)) => self.add(field, MetadataValue::Date(date), Some(range)),
                _ => self.relative(field, self.page.language),
            }
        } else if field.is_numeric() {
            self.first_number(field);
        } else {
            self.text(field, whole);
        }
    }

    fn first_number(&mut self, field: Field) {
        let text = &*self.record().text;
        let Some(word) = text.split_whitespace().next() else { return };
        if let Ok(number) = word.parse() {
            let start = text.len() - text.trim_start().len();
            self.add(field, MetadataValue::Number(number), Some(start..start + word.len()));
        }
    }

    /// A block that says how long ago it was, in the words of `language`, if it has one.
    fn relative(&mut self, field: Field, language: Option<Language>) {
        let text = &*self.record().text;
        self.page.rules.tokenize(text, &mut self.tokens);
        let found = self.page.rules.find_relative(text, &self.tokens, language);
        let Some((relative, range)) = found else { return };
        let resolved = self.page.reference.and_then(|reference| relative.resolve(reference));
        self.add(field, resolved.map_or(MetadataValue::Relative(relative), MetadataValue::Date), Some(range));
    }

    /// The first date in a part of the block.
    pub(super) fn date(&mut self, part: Range<usize>) -> Option<(Option<Date>, Range<usize>)> {
        let text = &self.record().text[part.clone()];
        self.page.rules.tokenize(text, &mut self.tokens);
        let (date, range) = self.page.rules.find_date(text, &self.tokens, self.locale)?;
        Some((date, part.start + range.start..part.start + range.end))
    }

    /// A field of text; a date behind it is the article's.
    pub(super) fn text(&mut self, field: Field, range: Range<usize>) {
        let text = &*self.record().text;
        let mut range = trimmed(text, range);
        if matches!(field, Field::Author | Field::Source)
            && let Some((date, place)) = self.date(range.clone())
            && trimmed(text, place.end..range.end).is_empty()
        {
            range = trimmed(text, range.start..place.start);
            if let Some(date) = date {
                // No words say what it is.
                let signal = std::mem::replace(&mut self.signal, Signal::None);
                self.add(Field::Date, MetadataValue::Date(date), Some(place));
                self.signal = signal;
            }
        }
        match field {
            _ if range.is_empty() => {}
            _ if range.len() > LONGEST_VALUE => self.object(field, range, Objection::TooLong),
            Field::Author => self.authors(range),
            Field::Tags => self.tags(range),
            _ => self.add(field, MetadataValue::Text(text[range.clone()].to_owned()), Some(range)),
        }
    }

    /// Those whose words for `and` count: packs of close languages have the same labels.
    fn languages(&self) -> Vec<Language> {
        [self.page.language, self.language, self.record().language].into_iter().flatten().collect()
    }

    /// One name or several; what another label begins behind them is read by itself.
    pub(super) fn authors(&mut self, range: Range<usize>) {
        let text = &*self.record().text;
        let own = range.start..self.next_label(range.clone());
        if own.end < range.end {
            self.labelled(trimmed(text, own.end..range.end));
        }
        let own = trimmed(text, own);
        match &authors::names(text, own.clone(), &self.languages())[..] {
            [] if !may_be_name(&text[own.clone()]) || !self.is_told(&text[own.clone()]) => {
                self.object(Field::Author, own, Objection::NamesNobody)
            }
            [] if has_many_words(&text[own.clone()]) => self.object(Field::Author, own, Objection::TooLong),
            [] => self.add(Field::Author, MetadataValue::Text(text[own.clone()].to_owned()), Some(own)),
            names => self.names(names),
        }
    }

    /// Whether more than its place says that a text is a name: words around it, a rule of the
    /// page's own language, or the first name that it begins with.
    fn is_told(&mut self, name: &str) -> bool {
        let is_native = self.language.is_some() && self.language == self.page.language;
        self.signal != Signal::None || is_native || self.page.rules.is_person(name, &mut self.tokens)
    }

    fn names(&mut self, names: &[Range<usize>]) {
        let [first, .., last] = names else { return self.name(names) };
        let text = &*self.record().text;
        let list = names.iter().map(|name| text[name.clone()].to_owned()).collect();
        self.add(Field::Author, MetadataValue::List(list), Some(first.start..last.end));
    }

    fn name(&mut self, names: &[Range<usize>]) {
        let Some(name) = names.first() else { return };
        let value = MetadataValue::Text(self.record().text[name.clone()].to_owned());
        self.add(Field::Author, value, Some(name.clone()));
    }

    /// The name that a rule has found, and those that stand behind it.
    pub(super) fn named(&mut self, name: Range<usize>) {
        let text = &*self.record().text;
        let label = self.next_label(name.start..text.len());
        if label < text.len() {
            self.labelled(label..text.len());
        }
        let date = self.date(name.end..label.max(name.end)).map_or(label, |(_, date)| date.start);
        let names = authors::names(text, name.start..without_small_words(text, name.end..date), &self.languages());
        match names.len() {
            0 | 1 => self.text(Field::Author, name),
            _ => self.names(&names),
        }
    }

    /// Where `…, photo: ` begins in a range, or its end.
    fn next_label(&mut self, range: Range<usize>) -> usize {
        let text = &*self.record().text;
        let value = &text[range.clone()];
        let Some(colon) = value.find([':', '：']) else { return range.end };
        let start = value[..colon].rfind([',', ';', '|', '/', '.']).map_or(0, |mark| mark + 1);
        let rules = self.page.rules;
        let labels = |hit: Hit| rules.rule(hit.rule).is_label || rules.rule(hit.rule).field == Some(Field::Photo);
        let part = trimmed(text, range.start + start..range.end);
        match start > 0 && self.hit(&text[part.clone()]).is_some_and(labels) {
            true => part.start,
            false => range.end,
        }
    }

    /// A label and its value behind another value: `photo: Bob Gray`.
    fn labelled(&mut self, range: Range<usize>) {
        let Some(hit) = self.hit(&self.record().text[range.clone()]) else { return };
        let rule = self.page.rules.rule(hit.rule);
        if let (Some(field), Some(Value::Text(value))) = (rule.field, hit.value)
            && field != Field::Author
        {
            self.text(field, range.start + value.start..range.start + value.end);
        }
    }

    fn tags(&mut self, range: Range<usize>) {
        let tags = tags(&self.record().text[range.clone()]);
        if !tags.is_empty() {
            self.add(Field::Tags, MetadataValue::List(tags), Some(range));
        }
    }

    /// Adds a value that stands at `place` in the block, or somewhere in it.
    pub(super) fn add(&mut self, field: Field, value: MetadataValue, place: Option<Range<usize>>) {
        let objection = (self.record().role == Role::Teaser).then_some(Objection::InTeaser);
        self.push(field, value, place, objection);
    }

    fn object(&mut self, field: Field, place: Range<usize>, objection: Objection) {
        let text: String = self.record().text[place.clone()].chars().take(LONGEST_VALUE).collect();
        let value = if field == Field::Tags { MetadataValue::List(vec![text]) } else { MetadataValue::Text(text) };
        self.push(field, value, Some(place), Some(objection));
    }

    fn push(&mut self, field: Field, value: MetadataValue, place: Option<Range<usize>>, objection: Option<Objection>) {
        let block = self.record();
        let span = place.map_or(block.span, |place| origin::source_span(block, self.page.edits, place));
        let reason = Reason(self.why.clone(), Confidence::SURE);
        let entry = Metadatum { field, value, span, block: self.block, reason };
        self.found.push(Candidate { entry, signal: self.signal, objection });
    }
}

/// The end of a range without the words in small letters there: `Bob Gray on`.
fn without_small_words(text: &str, range: Range<usize>) -> usize {
    let range = range.start..range.end.max(range.start);
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let mut end = trimmed(text, range.clone()).end;
    while let Some(word) = text[range.start..end].split_whitespace().next_back().filter(|word| is_small(word)) {
        end = trimmed(text, range.start..end - word.len()).end;
    }
    end
}

fn has_many_words(text: &str) -> bool {
    text.split_whitespace().count() > MOST_WORDS
}

fn tags(text: &str) -> Vec<String> {
    const MARKS: &[char] = &[',', ';', '|', '#', '·', '•', '،', '؛', '、', '，', '；'];
    let trim = |tag: &str| tag[trimmed(tag, 0..tag.len())].to_owned();
    text.split(MARKS).map(trim).filter(|tag| !tag.is_empty()).collect()
}
