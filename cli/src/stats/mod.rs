//! A corpus in figures: what cleaning does to it. Only counts are kept, so that
//! memory does not grow with the corpus.

mod page;
mod table;
mod tables;
mod tally;

use std::io;

use serde_json::{Map, Value};

pub(crate) use tally::Tally;

use crate::arguments::Format;
use crate::output::Sink;
use tables::{Table, tables};

/// What a run counts, and how it is written in the end.
pub(crate) struct Summary {
    format: Format,
    tally: Tally,
}

impl Summary {
    pub(crate) fn new(format: Option<Format>) -> Self {
        Self { format: format.unwrap_or(Format::Text), tally: Tally::default() }
    }

    pub(crate) fn add(&mut self, tally: Tally) {
        self.tally.merge(tally);
    }

    /// Writes all that was counted; so many documents `failed`.
    pub(crate) fn write(&self, failed: u64, sink: &mut Sink) -> io::Result<()> {
        let totals = self.tally.totals(failed);
        let tables = tables(&self.tally);
        let report = match self.format {
            Format::Json => json(&totals, &tables),
            Format::Html => page::page(&totals, &tables),
            _ => table::report(&totals, &tables),
        };
        sink.write(self.format, report.as_bytes())
    }
}

/// A figure of the corpus as a whole.
pub(super) struct Total {
    /// The name in JSON.
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    pub(super) figure: u64,
}

/// Totals and tables as one line of JSON.
fn json(totals: &[Total], tables: &[Table]) -> String {
    let totals = totals.iter().map(|total| (total.key.to_owned(), total.figure.into()));
    let tables = tables.iter().map(|table| (table.key.to_owned(), rows(table)));
    format!("{}\n", Value::Object(totals.chain(tables).collect()))
}

fn rows(table: &Table) -> Value {
    let row = |row: &tables::Row| {
        let figures =
            table.columns.iter().zip(&row.figures).map(|(column, figure)| (column.key.to_owned(), (*figure).into()));
        let mut object: Map<String, Value> = Map::new();
        object.insert(table.label.to_owned(), row.name.clone().into());
        object.extend(figures);
        object.insert("share".to_owned(), rounded(row.share).into());
        Value::Object(object)
    };
    Value::Array(table.rows.iter().map(row).collect())
}

/// Four decimals tell all shares that anybody would compare.
fn rounded(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}
