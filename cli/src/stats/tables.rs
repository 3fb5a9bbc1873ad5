//! The tables of the report, each with what its shares are shares of.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use super::tally::{Blocks, Tally};
use crate::figures::share;
use crate::words;

/// Rows with figures, those with the greatest share first.
pub(super) struct Table {
    /// The name in JSON.
    pub(super) key: &'static str,
    pub(super) title: &'static str,
    /// What the rows' names are.
    pub(super) label: &'static str,
    pub(super) columns: Vec<Column>,
    /// What the share is one of.
    pub(super) whole: &'static str,
    pub(super) rows: Vec<Row>,
}

pub(super) struct Column {
    /// The name in JSON.
    pub(super) key: &'static str,
    pub(super) title: &'static str,
}

pub(super) struct Row {
    pub(super) name: String,
    /// What the name means, where it does not tell.
    pub(super) words: &'static str,
    pub(super) figures: Vec<u64>,
    pub(super) share: f64,
}

const BLOCKS: Column = Column { key: "blocks", title: "blocks" };
const BYTES: Column = Column { key: "bytes", title: "bytes" };
const DOCUMENTS: Column = Column { key: "documents", title: "documents" };
const EDITS: Column = Column { key: "edits", title: "edits" };

/// All tables of the report.
pub(super) fn tables(tally: &Tally) -> Vec<Table> {
    vec![roles(tally), reasons(tally), languages(tally), edits(tally), metadata(tally)]
}

fn roles(tally: &Tally) -> Table {
    let row =
        |(role, count): (&chysto::Role, &Blocks)| blocks(role.to_string(), words::role(*role), *count, tally.all.bytes);
    let rows = tally.roles.iter().map(row).collect();
    table("roles", "Blocks by role", "role", vec![BLOCKS, BYTES], "the blocks’ bytes", rows)
}

fn reasons(tally: &Tally) -> Table {
    let row = |(reason, count): (&String, &Blocks)| blocks(reason.clone(), "", *count, tally.all.bytes);
    let rows = tally.reasons.iter().map(row).collect();
    table("reasons", "Blocks by rule or reason", "reason", vec![BLOCKS, BYTES], "the blocks’ bytes", rows)
}

fn languages(tally: &Tally) -> Table {
    let names: BTreeSet<&String> = tally.languages.keys().chain(tally.block_languages.keys()).collect();
    let row = |name: &String| {
        let documents = tally.languages.get(name).copied().unwrap_or_default();
        let found = blocks(name.clone(), "", of(&tally.block_languages, name), tally.all.bytes);
        Row { figures: [&[documents], found.figures.as_slice()].concat(), ..found }
    };
    let rows = names.into_iter().map(row).collect();
    table("languages", "Languages", "language", vec![DOCUMENTS, BLOCKS, BYTES], "the blocks’ bytes", rows)
}

fn of(counts: &HashMap<String, Blocks>, name: &str) -> Blocks {
    counts.get(name).copied().unwrap_or_default()
}

fn edits(tally: &Tally) -> Table {
    let all: u64 = tally.edits.values().map(|edits| edits.edits).sum();
    let row = |(rule, count): (&chysto::EditRule, &super::tally::Edits)| Row {
        name: rule.to_string(),
        words: words::edit(*rule),
        figures: vec![count.edits, count.documents],
        share: share(count.edits, all),
    };
    let rows = tally.edits.iter().map(row).collect();
    table("edits", "Edits by rule", "rule", vec![EDITS, DOCUMENTS], "the edits", rows)
}

fn metadata(tally: &Tally) -> Table {
    let row = |name: &str, count: u64| Row {
        name: name.to_owned(),
        words: "",
        figures: vec![count],
        share: share(count, tally.documents),
    };
    let mut rows = vec![row("title", tally.titles)];
    rows.extend(tally.fields.iter().map(|(field, count)| row(field.name(), *count)));
    table("metadata", "Documents that have", "field", vec![DOCUMENTS], "the documents", rows)
}

fn blocks(name: String, words: &'static str, count: Blocks, all_bytes: u64) -> Row {
    Row { name, words, figures: vec![count.blocks, count.bytes], share: share(count.bytes, all_bytes) }
}

fn table(
    key: &'static str,
    title: &'static str,
    label: &'static str,
    columns: Vec<Column>,
    whole: &'static str,
    mut rows: Vec<Row>,
) -> Table {
    rows.sort_by(|one, other| (Reverse(&one.figures), &one.name).cmp(&(Reverse(&other.figures), &other.name)));
    rows.sort_by(|one, other| other.share.total_cmp(&one.share));
    Table { key, title, label, columns, whole, rows }
}
