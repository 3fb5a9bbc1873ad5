mod choice;

use std::ops::Range;

use choice::{Article, Candidate};

use super::BlockRecord;
use crate::date::Date;
use crate::language::Language;
use crate::metadata::{Field, Metadata, MetadataValue, Metadatum};
use crate::reason::Why;
use crate::role::Role;
use crate::rules::tokens::Tokens;
use crate::rules::{Hit, RuleSet, Value};

/// Longer texts (in bytes) are no names, rubrics or sources.
const LONGEST_VALUE: usize = 200;

/// Reads the metadata off the blocks that have some; `language` tells the order
/// of day and month, `reference` is the time from which relative dates count.
pub(crate) fn metadata(
    blocks: &[BlockRecord<'_>],
    rules: &RuleSet,
    language: Option<Language>,
    reference: Option<Date>,
) -> Metadata {
    let mut reader = Reader {
        rules,
        language,
        reference,
        tokens: Tokens::default(),
        block: 0,
        is_labelled: false,
        found: Vec::new(),
    };
    for (index, block) in blocks.iter().enumerate() {
        reader.block = index;
        match &block.reason.0 {
            Why::Rule(_) => reader.rule(block),
            Why::Value(_) => reader.value(block, index.checked_sub(1).map(|label| &blocks[label])),
            _ => {}
        }
    }
    choice::choose(reader.found, &Article::of(blocks))
}

struct Reader<'r> {
    rules: &'r RuleSet,
    language: Option<Language>,
    reference: Option<Date>,
    tokens: Tokens,
    /// The number of the block that is read.
    block: usize,
    /// Whether a label says what it is.
    is_labelled: bool,
    found: Vec<Candidate>,
}

impl Reader<'_> {
    fn hit(&mut self, text: &str) -> Option<Hit> {
        self.rules.tokenize(text, &mut self.tokens);
        self.rules.find(text, &self.tokens, self.language)
    }

    /// A block that says what it is.
    fn rule(&mut self, block: &BlockRecord<'_>) {
        let Some(hit) = self.hit(&block.text) else { return };
        let rule = self.rules.rule(hit.rule);
        self.is_labelled = rule.is_label;
        if rule.role == Role::Date && !matches!(hit.value, Some(Value::Date(Some(_)))) {
            self.relative(rule.field.unwrap_or(Field::Date), rule.language, block);
        }
        let Some(field) = rule.field else { return };
        match hit.value {
            Some(Value::Number(number)) => self.add(field, MetadataValue::Number(number), block),
            Some(Value::Date(Some(date))) => self.add(field, MetadataValue::Date(date), block),
            Some(Value::Text(range)) => self.text(field, &block.text[range], block),
            _ => {}
        }
        self.by_line(field, hit.name, block);
    }

    /// `By Anna Hill, 12 March 2025` gives a date too, `Posted on 12 March 2025 by
    /// Anna Hill` an author.
    fn by_line(&mut self, field: Field, name: Option<Range<usize>>, block: &BlockRecord<'_>) {
        match (field, name) {
            (Field::Author, _) => {
                if let Some((Some(date), _)) = self.date(&block.text) {
                    self.add(Field::Date, MetadataValue::Date(date), block);
                }
            }
            (Field::Date, Some(name)) => self.text(Field::Author, &block.text[name], block),
            _ => {}
        }
    }

    /// A block that a label before it names.
    fn value(&mut self, block: &BlockRecord<'_>, label: Option<&BlockRecord<'_>>) {
        let label = label.and_then(|label| self.hit(&label.text));
        let Some(field) = label.and_then(|hit| self.rules.rule(hit.rule).field) else { return };
        self.is_labelled = true;
        if field.is_date() {
            match self.date(&block.text) {
                Some((Some(date), _)) => self.add(field, MetadataValue::Date(date), block),
                _ => self.relative(field, self.language, block),
            }
        } else if field.is_numeric() {
            let number = block.text.split_whitespace().next().and_then(|word| word.parse().ok());
            if let Some(number) = number {
                self.add(field, MetadataValue::Number(number), block);
            }
        } else {
            self.text(field, &block.text, block);
        }
    }

    /// A block that says how long ago it was, in the words of a rule's language, if it has one.
    fn relative(&mut self, field: Field, language: Option<Language>, block: &BlockRecord<'_>) {
        self.rules.tokenize(&block.text, &mut self.tokens);
        let found = self.rules.find_relative(&block.text, &self.tokens, language.or(self.language));
        let Some(relative) = found else { return };
        let resolved = self.reference.and_then(|reference| relative.resolve(reference));
        self.add(field, resolved.map_or(MetadataValue::Relative(relative), MetadataValue::Date), block);
    }

    fn date(&mut self, text: &str) -> Option<(Option<Date>, Range<usize>)> {
        self.rules.tokenize(text, &mut self.tokens);
        self.rules.find_date(text, &self.tokens, self.language)
    }

    /// A field of text; a date behind it is the article's.
    fn text(&mut self, field: Field, text: &str, block: &BlockRecord<'_>) {
        let mut text = trim(text);
        if matches!(field, Field::Author | Field::Source)
            && let Some((date, range)) = self.date(text).filter(|(_, range)| trim(&text[range.end..]).is_empty())
        {
            text = trim(&text[..range.start]);
            if let Some(date) = date {
                self.add(Field::Date, MetadataValue::Date(date), block);
            }
        }
        if text.is_empty() || text.len() > LONGEST_VALUE || field == Field::Author && !may_be_name(text) {
            return;
        }
        let value = match field {
            Field::Tags => MetadataValue::List(tags(text)),
            _ => MetadataValue::Text(text.to_owned()),
        };
        self.add(field, value, block);
    }

    fn add(&mut self, field: Field, value: MetadataValue, block: &BlockRecord<'_>) {
        if block.role != Role::Teaser {
            let entry = Metadatum { field, value, span: block.span };
            self.found.push(Candidate { entry, block: self.block, is_labelled: self.is_labelled });
        }
    }
}

/// Whether a text may name somebody: it begins with a capital, or with a letter of a
/// script without case, or is a handle; and is more than an abbreviation.
fn may_be_name(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let has_small = text.chars().any(char::is_lowercase);
    let is_spelt_out = has_small || letters.count() > LONGEST_ABBREVIATION || !first.is_uppercase();
    first == '@' || first.is_alphabetic() && !first.is_lowercase() && is_spelt_out
}

/// `RSS`, `PDF`: capitals that are no name by themselves.
const LONGEST_ABBREVIATION: usize = 4;

/// Without the marks that part a value from its label or from what follows it.
fn trim(text: &str) -> &str {
    let mark = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '|' | '-' | '–' | '—' | '•' | '·' | '/');
    text.trim_matches(mark)
}

fn tags(text: &str) -> Vec<String> {
    let parts: Vec<&str> = match text.contains([',', ';', '|', '#', '·', '•']) {
        true => text.split([',', ';', '|', '#', '·', '•']).collect(),
        false => vec![text],
    };
    parts.into_iter().map(trim).filter(|tag| !tag.is_empty()).map(str::to_owned).collect()
}
