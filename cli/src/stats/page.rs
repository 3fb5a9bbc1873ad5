//! The report as one web page that holds all that it needs.

use super::Total;
use super::tables::{Column, Row, Table};
use crate::figures::{grouped, percent};
use crate::html::{BASE_STYLE, escaped, fill};

const PAGE: &str = include_str!("page/page.html");
const STYLE: &str = include_str!("page/page.css");

/// Rows that are seen at once; the others are folded.
const OPEN_ROWS: usize = 15;

/// The whole page.
pub(super) fn page(totals: &[Total], tables: &[Table]) -> String {
    fill(
        PAGE,
        &[
            ("base_style", BASE_STYLE),
            ("style", STYLE),
            ("totals", &totals.iter().map(card).collect::<String>()),
            ("kept", &kept(totals)),
            ("links", &tables.iter().map(link).collect::<String>()),
            ("tables", &tables.iter().map(section).collect::<String>()),
        ],
    )
}

fn card(total: &Total) -> String {
    format!("<div><dt>{}</dt><dd>{}</dd></div>", total.name, grouped(total.figure))
}

/// How much of all bytes is clean text.
fn kept(totals: &[Total]) -> String {
    let of = |key: &str| totals.iter().find(|total| total.key == key).map_or(0, |total| total.figure);
    percent(of("text_bytes"), of("source_bytes"))
}

fn link(table: &Table) -> String {
    format!("<li><a href=\"#{}\">{}</a></li>", table.key, table.title)
}

fn section(table: &Table) -> String {
    let (open, folded) = table.rows.split_at(table.rows.len().min(OPEN_ROWS));
    let body = match open.is_empty() {
        true => "<p class=\"empty\">There are none.</p>".to_owned(),
        false => drawn(table, open, "", open),
    };
    let rest = match folded.is_empty() {
        true => String::new(),
        false => {
            let summary = format!("{} more", grouped(folded.len() as u64));
            format!("<details><summary>{summary}</summary>{}</details>", drawn(table, folded, ", the others", open))
        }
    };
    format!(
        "<section class=\"card\" aria-labelledby=\"{0}\"><h2 id=\"{0}\">{1}</h2>{body}{rest}</section>",
        table.key, table.title
    )
}

/// Rows as a table; bars are as long as the share is of the greatest one.
fn drawn(table: &Table, rows: &[Row], which: &str, all: &[Row]) -> String {
    let most = all.first().map_or(0.0, |row| row.share);
    let heads: String = table
        .columns
        .iter()
        .map(|column| format!("<th scope=\"col\" class=\"figure\">{}</th>", column.title))
        .collect();
    let rows: String = rows.iter().map(|row| drawn_row(row, &table.columns, most)).collect();
    format!(
        "<table><caption class=\"unseen\">{}{which}</caption><thead><tr><th scope=\"col\">{}</th>{heads}\
         <th scope=\"col\" class=\"share\">share of {}</th></tr></thead><tbody>{rows}</tbody></table>",
        table.title, table.label, table.whole
    )
}

fn drawn_row(row: &Row, columns: &[Column], most: f64) -> String {
    let figure = |(column, figure): (&Column, &u64)| {
        format!("<td class=\"figure\" data-unit=\"{}\">{}</td>", column.title, grouped(*figure))
    };
    let figures: String = columns.iter().zip(&row.figures).map(figure).collect();
    let words = if row.words.is_empty() { String::new() } else { format!("<small>{}</small>", escaped(row.words)) };
    let length = if most > 0.0 { row.share / most * 100.0 } else { 0.0 };
    format!(
        "<tr class=\"{}\"><th scope=\"row\">{}{words}</th>{figures}<td class=\"share\"><div><span class=\"track\">\
         <span class=\"bar\" style=\"width: {length:.2}%\"></span></span>{:.1} %</div></td></tr>",
        class(&row.name),
        escaped(&row.name),
        row.share * 100.0
    )
}

/// The colour of a role; other rows have none of their own.
fn class(name: &str) -> &'static str {
    match name.split('/').next() {
        Some("content") => "content",
        Some("metadata") => "metadata",
        Some("artifact") => "artifact",
        _ => "plain",
    }
}
