//! Metadata as a map from names to values, and one from names to spans.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::print_span;
use crate::date::Date;
use crate::error::{Error, Kind};
use crate::metadata::{Field, Metadata, MetadataValue, Metadatum};
use crate::relative_date::RelativeDate;
use crate::span::Span;

#[derive(Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Values(BTreeMap<String, Value>);

#[derive(Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Spans(BTreeMap<String, (usize, usize)>);

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Value {
    Number(u64),
    Text(String),
    List(Vec<String>),
}

impl Values {
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self(metadata.iter().map(|entry| (entry.field.name().to_owned(), value(&entry.value))).collect())
    }
}

impl Spans {
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self(metadata.iter().map(|entry| (entry.field.name().to_owned(), print_span(entry.span))).collect())
    }
}

fn value(value: &MetadataValue) -> Value {
    match value {
        MetadataValue::Text(text) => Value::Text(text.clone()),
        MetadataValue::List(list) => Value::List(list.clone()),
        MetadataValue::Number(number) => Value::Number(*number),
        MetadataValue::Date(date) => Value::Text(date.to_string()),
        MetadataValue::Relative(relative) => Value::Text(relative.to_string()),
    }
}

/// Puts values and spans together again, in the order of the spans.
pub(super) fn read(values: Values, spans: Spans) -> Result<Metadata, Error> {
    let mut entries = Vec::new();
    for (name, value) in values.0 {
        let (start, end) = spans.0.get(&name).copied().unwrap_or_default();
        let field: Field = name.parse()?;
        entries.push(Metadatum { field, value: read_value(field, value)?, span: Span::new(start, end) });
    }
    let mut metadata = Metadata::default();
    entries.into_iter().for_each(|entry| metadata.add(entry));
    metadata.sort();
    Ok(metadata)
}

fn read_value(field: Field, value: Value) -> Result<MetadataValue, Error> {
    match value {
        Value::Number(number) if field.is_numeric() => Ok(MetadataValue::Number(number)),
        Value::List(list) if field == Field::Tags => Ok(MetadataValue::List(list)),
        Value::Text(text) if field.is_date() && text.starts_with('-') => {
            text.parse::<RelativeDate>().map(MetadataValue::Relative)
        }
        Value::Text(text) if field.is_date() => text.parse::<Date>().map(MetadataValue::Date),
        Value::Text(text) if !field.is_numeric() && field != Field::Tags => Ok(MetadataValue::Text(text)),
        _ => Err(Error::new(Kind::Document, format!("the metadatum `{field}` has a value of another kind"))),
    }
}
