//! Records of JSON Lines. All of a record but its text goes through as it is,
//! byte for byte: the order of the fields, numbers, escapes, blanks.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::json::written;

/// A record, and where its text stands in it.
pub(crate) struct Record<'l> {
    line: &'l str,
    place: Range<usize>,
}

impl<'l> Record<'l> {
    /// Finds `field` in a line of JSON; the record and its text, or what is wrong.
    pub(crate) fn read(line: &'l str, field: &str) -> Result<(Self, Cow<'l, str>), String> {
        let mut json = serde_json::Deserializer::from_str(line);
        let found = json.deserialize_map(Finder { field }).and_then(|found| json.end().map(|()| found));
        let value = match found.map_err(|error| broken(&error))? {
            Found::Once(value) => value.get(),
            Found::Nowhere => {
                return Err(format!("the record has no field `{field}`; name the field of the text with --field"));
            }
            Found::Twice => return Err(format!("the record has the field `{field}` twice; keep one of them")),
        };
        let text = text(value, field)?;
        // The value is a part of the line, so its place is the distance between the two.
        let start = value.as_ptr() as usize - line.as_ptr() as usize;
        Ok((Self { line, place: start..start + value.len() }, text))
    }

    /// The record with another text, on a line of its own.
    pub(super) fn with_text(&self, text: &str) -> String {
        let text = written(text);
        let (before, after) = (&self.line[..self.place.start], &self.line[self.place.end..]);
        format!("{before}{text}{after}\n")
    }
}

/// A record for a document that came from none.
pub(super) fn new(name: &str, field: &str, text: &str) -> String {
    match field {
        "name" => format!("{{\"name\":{}}}\n", written(text)),
        _ => format!("{{\"name\":{},{}:{}}}\n", written(name), written(field), written(text)),
    }
}

fn text<'l>(value: &'l str, field: &str) -> Result<Cow<'l, str>, String> {
    let kind = match value.as_bytes().first() {
        Some(b'"') => return string(value).map_err(|error| broken(&error)),
        Some(b'{') => "an object",
        Some(b'[') => "a list",
        Some(b'n') => "null",
        Some(b't' | b'f') => "true or false",
        _ => "a number",
    };
    Err(format!("the field `{field}` is {kind}, not text; name the field of the text with --field"))
}

/// Borrowed where nothing is escaped.
fn string(value: &str) -> serde_json::Result<Cow<'_, str>> {
    // To find out by trying would cost an error message with all of the text in it.
    match value.contains('\\') {
        false => serde_json::from_str::<&str>(value).map(Cow::Borrowed),
        true => serde_json::from_str::<String>(value).map(Cow::Owned),
    }
}

/// What serde says, with the column, but without its count of lines.
fn broken(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let what = said.rfind(" at line ").map_or(&*said, |end| &said[..end]);
    format!("not a record of JSON Lines: {what} at column {}; mend or remove the line", error.column())
}

/// How often the field is there.
enum Found<'l> {
    Nowhere,
    Once(&'l RawValue),
    Twice,
}

/// Looks for a field at the top of an object.
struct Finder<'f> {
    field: &'f str,
}

impl<'l> Visitor<'l> for Finder<'_> {
    type Value = Found<'l>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object in braces")
    }

    fn visit_map<M: MapAccess<'l>>(self, mut map: M) -> Result<Found<'l>, M::Error> {
        let mut found = Found::Nowhere;
        while let Some(is_wanted) = map.next_key_seed(Key { field: self.field })? {
            if !is_wanted {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let value = map.next_value()?;
            found = match found {
                Found::Nowhere => Found::Once(value),
                _ => Found::Twice,
            };
        }
        Ok(found)
    }
}

/// Whether a key is the field's name, without a copy of the key.
struct Key<'f> {
    field: &'f str,
}

impl<'l> DeserializeSeed<'l> for Key<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'l>>(self, key: D) -> Result<bool, D::Error> {
        key.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field's name")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<bool, E> {
        Ok(key == self.field)
    }
}
