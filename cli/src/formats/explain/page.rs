//! The explanation as one web page that holds all that it needs.

use std::collections::BTreeMap;

use chysto::{Block, Document, Role};

use super::data::Data;
use super::markup::{blocks, class};
use super::metadata::{Fact, Told, facts};
use super::{DOUBTFUL, repairs, summary};
use crate::figures::{grouped, percent};
use crate::html::{BASE_STYLE, escaped, fill, json};
use crate::words;

const PAGE: &str = include_str!("page/page.html");
const STYLE: &str = include_str!("page/page.css");
const SCRIPT: &str = include_str!("page/page.js");

/// The whole page.
pub(in crate::formats) fn page(document: &Document<'_>) -> String {
    let name = document.info().name().unwrap_or("-");
    let title = document.title().unwrap_or(name);
    fill(
        PAGE,
        &[
            ("language", &language(document)),
            ("title", &escaped(title)),
            ("name", &escaped(name)),
            ("base_style", BASE_STYLE),
            ("style", STYLE),
            ("script", SCRIPT),
            ("summary", &items(&summary(document))),
            ("share", &share(document)),
            ("metadata", &metadata(document)),
            ("sections", &sections(document)),
            ("edits", &edits(document)),
            ("groups", &groups(document)),
            ("roles", &roles(document)),
            ("blocks", &blocks(document)),
            ("data", &json(&Data::of(document))),
        ],
    )
}

/// The title's language, for the heading.
fn language(document: &Document<'_>) -> String {
    let language = document.language().map(|guess| guess.language().to_string());
    language.map_or_else(String::new, |code| format!(" lang=\"{}\"", escaped(&code)))
}

fn items(parts: &[String]) -> String {
    parts.iter().map(|part| format!("<li>{}</li>", escaped(part))).collect()
}

/// How much of the source's bytes is kept.
fn share(document: &Document<'_>) -> String {
    let bytes = |kept: bool| {
        document.blocks().filter(|block| block.is_kept() == kept).map(|block| block.span().len() as u64).sum::<u64>()
    };
    let (kept, removed) = (bytes(true), bytes(false));
    percent(kept, kept + removed)
}

fn metadata(document: &Document<'_>) -> String {
    let rows: String = facts(document).iter().map(row).collect();
    if rows.is_empty() {
        "<p>The page names none.</p>".to_owned()
    } else {
        format!("<table class=\"values\"><tbody>{rows}</tbody></table>")
    }
}

fn row(fact: &Fact) -> String {
    let taken = fact.taken.as_ref().map_or_else(|| "<p class=\"why\">None was taken.</p>".to_owned(), told);
    format!("<tr><th scope=\"row\">{}</th><td>{taken}{}</td></tr>", escaped(&fact.name), considered(fact))
}

/// A value with its reason, and a link to its block.
fn told(told: &Told) -> String {
    let (value, why, block) = (escaped(&told.value), escaped(&told.why), told.block);
    format!("<p dir=\"auto\">{value}</p><p class=\"why\"><a href=\"#b{block}\">Block {block}</a>: {why}.</p>")
}

fn considered(fact: &Fact) -> String {
    if fact.considered.is_empty() {
        return String::new();
    }
    let items: String = fact.considered.iter().map(|value| format!("<li>{}</li>", told(value))).collect();
    let more = if fact.more > 0 { format!("<li>And {} more.</li>", grouped(fact.more as u64)) } else { String::new() };
    format!("<details class=\"considered\"><summary>{}</summary><ul>{items}{more}</ul></details>", fact.heading())
}

fn sections(document: &Document<'_>) -> String {
    let link = |section: &chysto::Section| {
        let block = section.heading_block().or(section.blocks().first().copied())?;
        let heading = section.heading().map_or_else(|| "Before the first heading".to_owned(), escaped);
        Some(format!("<li><a href=\"#b{block}\" dir=\"auto\">{heading}</a></li>"))
    };
    let links: String = document.sections().iter().filter_map(link).collect();
    if links.is_empty() { "<p>There is no article.</p>".to_owned() } else { format!("<ol>{links}</ol>") }
}

/// The edits by rule, those between blocks included.
fn edits(document: &Document<'_>) -> String {
    let mut counts = BTreeMap::new();
    document.edits().for_each(|edit| *counts.entry(edit.rule()).or_insert(0u64) += 1);
    if counts.is_empty() {
        return "<p>There was nothing to repair.</p>".to_owned();
    }
    let row = |(rule, count): (chysto::EditRule, u64)| {
        format!("<tr><th scope=\"row\">{}</th><td class=\"figure\">{}</td></tr>", words::edit(rule), grouped(count))
    };
    format!("<table><tbody>{}</tbody></table>", counts.into_iter().map(row).collect::<String>())
}

fn groups(document: &Document<'_>) -> String {
    let kept = document.blocks().filter(Block::is_kept).count();
    let doubtful = document.blocks().filter(|block| block.confidence() < DOUBTFUL).count();
    let mut edits = repairs(document);
    let edited = document.blocks().filter(|block| !edits.of(block).is_empty()).count();
    let groups = [
        ("kept", "Kept", kept),
        ("removed", "Removed", document.blocks().len() - kept),
        ("edited", "Edited", edited),
        ("doubtful", "In doubt", doubtful),
    ];
    groups.iter().map(|(group, name, count)| button(&format!("data-group=\"{group}\""), group, name, *count)).collect()
}

fn roles(document: &Document<'_>) -> String {
    let mut counts = BTreeMap::<Role, usize>::new();
    document.blocks().for_each(|block| *counts.entry(block.role()).or_default() += 1);
    let button = |(role, count): (Role, usize)| {
        let data = format!("data-role=\"{}\" title=\"{}\"", role as usize, escaped(words::role(role)));
        button(&data, class(role.class()), &role.kind().replace('_', " "), count)
    };
    counts.into_iter().map(button).collect()
}

fn button(data: &str, class: &str, name: &str, count: usize) -> String {
    let disabled = if count == 0 { " disabled" } else { "" };
    format!(
        "<button type=\"button\" class=\"filter {class}\" aria-pressed=\"false\" {data}{disabled}>{name} \
         <span class=\"figure\">{}</span></button>",
        grouped(count as u64)
    )
}
