//! Metadata as a map from names to values, one from names to where they stand and why, and
//! a list of what was considered.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::print_span;
use crate::confidence::Confidence;
use crate::date::Date;
use crate::error::{Error, Kind};
use crate::metadata::{Considered, Field, Metadata, MetadataValue, Metadatum};
use crate::reason::{Reason, Why};
use crate::relative_date::RelativeDate;
use crate::span::Span;

#[derive(Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Values(BTreeMap<String, Value>);

/// Where the value of a field stands, and why it is that.
#[derive(Serialize, Deserialize)]
struct Origin {
    span: (usize, usize),
    block: usize,
    reason: String,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Sources(BTreeMap<String, Origin>);

/// A value that was not taken.
#[derive(Serialize, Deserialize)]
pub(super) struct PassedOver {
    field: String,
    value: Value,
    #[serde(flatten)]
    origin: Origin,
    objection: String,
}

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

impl Sources {
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self(metadata.iter().map(|entry| (entry.field.name().to_owned(), Origin::of(entry))).collect())
    }
}

impl Origin {
    fn of(entry: &Metadatum) -> Self {
        Self { span: print_span(entry.span), block: entry.block, reason: entry.reason.to_string() }
    }
}

pub(super) fn passed_over(metadata: &Metadata) -> Vec<PassedOver> {
    let printed = |considered: &Considered| PassedOver {
        field: considered.value.field.name().to_owned(),
        value: value(&considered.value.value),
        origin: Origin::of(&considered.value),
        objection: considered.objection.words().to_owned(),
    };
    metadata.considered().map(printed).collect()
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

/// Puts values and their origins together again, in the order of their places.
pub(super) fn read(values: Values, mut sources: Sources, passed_over: Vec<PassedOver>) -> Result<Metadata, Error> {
    let mut metadata = Metadata::default();
    for (name, value) in values.0 {
        let origin = sources.0.remove(&name);
        let origin =
            origin.ok_or_else(|| fault(format!("the metadatum `{name}` has no entry in `metadata_sources`")))?;
        metadata.add(entry(&name, value, origin)?);
    }
    if let Some(name) = sources.0.keys().next() {
        return Err(fault(format!("`metadata_sources` has an entry for `{name}`, `metadata` has none")));
    }
    for considered in passed_over {
        let entry = entry(&considered.field, considered.value, considered.origin)?;
        metadata.pass_over(entry, considered.objection.parse()?);
    }
    metadata.sort();
    Ok(metadata)
}

fn entry(name: &str, value: Value, origin: Origin) -> Result<Metadatum, Error> {
    let field: Field = name.parse()?;
    let span = Span::new(origin.span.0, origin.span.1);
    let reason = Reason(Why::Read(origin.reason.into()), Confidence::SURE);
    Ok(Metadatum { field, value: read_value(field, value)?, span, block: origin.block, reason })
}

fn fault(message: String) -> Error {
    Error::new(Kind::Document, message)
}

fn read_value(field: Field, value: Value) -> Result<MetadataValue, Error> {
    match value {
        Value::Number(number) if field.is_numeric() => Ok(MetadataValue::Number(number)),
        Value::List(list) if field.is_list() && !list.is_empty() => Ok(MetadataValue::List(list)),
        Value::Text(text) if field.is_date() && text.starts_with('-') => {
            text.parse::<RelativeDate>().map(MetadataValue::Relative)
        }
        Value::Text(text) if field.is_date() => text.parse::<Date>().map(MetadataValue::Date),
        Value::Text(text) if !field.is_numeric() && field != Field::Tags => Ok(MetadataValue::Text(text)),
        _ => Err(fault(format!("the metadatum `{field}` has a value of another kind"))),
    }
}
