//! Documents as a line of JSON each.

use chysto::{Edit, Normalized};
use serde::Serialize;

use super::Page;

#[derive(Serialize)]
struct Source<'p> {
    name: &'p str,
    bytes: usize,
    encoding: &'static str,
    found_by: &'static str,
}

#[derive(Serialize)]
struct PrintedNormalized<'p> {
    source: Source<'p>,
    text: &'p str,
    edits: Vec<Edit<'p>>,
}

#[derive(Serialize)]
struct PrintedDecoded<'p> {
    source: Source<'p>,
    text: &'p str,
}

fn source<'p>(page: &'p Page<'_>) -> Source<'p> {
    let (encoding, found_by) = page.encoding();
    Source { name: page.name(), bytes: page.bytes(), encoding, found_by }
}

pub(super) fn normalized(page: &Page<'_>, normalized: &Normalized<'_>) -> String {
    line(&PrintedNormalized { source: source(page), text: normalized.text(), edits: normalized.edits().collect() })
}

pub(super) fn decoded(page: &Page<'_>) -> String {
    line(&PrintedDecoded { source: source(page), text: page.text() })
}

/// The value on a line of its own.
pub(super) fn line(value: &impl Serialize) -> String {
    let mut line = written(value);
    line.push('\n');
    line
}

/// The value as JSON.
pub(super) fn written(value: &(impl Serialize + ?Sized)) -> String {
    // Only maps with keys that are no strings and a failing `Serialize` fail here;
    // documents have neither.
    serde_json::to_string(value).expect("documents can be written as JSON")
}
