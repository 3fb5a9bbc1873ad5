//! The report as lines of a terminal.

use std::fmt::Write;

use super::Total;
use super::tables::{Row, Table};
use crate::figures::grouped;
use crate::signs;

/// Rows that a terminal shows of a table; the others are rare.
const MOST_ROWS: usize = 25;

/// Columns that a figure takes: up to a terabyte in bytes.
const FIGURE: usize = 17;

/// Totals, then a table under each other.
pub(super) fn report(totals: &[Total], tables: &[Table]) -> String {
    let mut report = String::new();
    for total in totals {
        // Writing to a string cannot fail.
        let _ = writeln!(report, "{:<20}{:>FIGURE$}", total.name, grouped(total.figure));
    }
    tables.iter().filter(|table| !table.rows.is_empty()).for_each(|table| push(&mut report, table));
    report
}

fn push(report: &mut String, table: &Table) {
    let shown = &table.rows[..table.rows.len().min(MOST_ROWS)];
    let width = shown.iter().map(|row| signs::spelt(&row.name).chars().count()).chain([table.title.len()]).max();
    let width = width.unwrap_or_default();
    let _ = write!(report, "\n{:<width$}", table.title);
    for column in &table.columns {
        let _ = write!(report, "{:>FIGURE$}", column.title);
    }
    let _ = writeln!(report, "  share of {}", table.whole);
    shown.iter().for_each(|row| push_row(report, row, width));
    let others = table.rows.len() - shown.len();
    if others > 0 {
        let _ = writeln!(report, "and {} more, which --to json and --html show", grouped(others as u64));
    }
}

fn push_row(report: &mut String, row: &Row, width: usize) {
    let _ = write!(report, "{:<width$}", signs::spelt(&row.name));
    for figure in &row.figures {
        let _ = write!(report, "{:>FIGURE$}", grouped(*figure));
    }
    let _ = writeln!(report, "{:>7.1} %", row.share * 100.0);
}
