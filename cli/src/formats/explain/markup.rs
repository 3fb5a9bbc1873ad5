//! The source as HTML: blocks in chunks, edits with both their sides.

use chysto::{Block, Class, Document, Edit};

use super::{DOUBTFUL, percentage, repairs};
use crate::html::{escaped, push_edited, push_text};

/// Blocks that a browser lays out together: few enough that a screen costs
/// little, many enough that a page of 100,000 blocks has few chunks. `page.js`
/// counts on it.
pub(super) const BLOCKS_A_CHUNK: usize = 64;

/// All blocks of the source.
pub(super) fn blocks(document: &Document<'_>) -> String {
    let mut html = String::with_capacity(document.source().len() * 2);
    let mut edits = repairs(document);
    for (number, block) in document.blocks().enumerate() {
        if number % BLOCKS_A_CHUNK == 0 {
            html.push_str(if number == 0 { "<div class=\"chunk\">" } else { "</div><div class=\"chunk\">" });
        }
        push_block(&mut html, document.source(), number, &block, &edits.of(&block));
    }
    html.push_str(if html.is_empty() { "<p class=\"empty\">The page is empty.</p>" } else { "</div>" });
    html
}

fn push_block(html: &mut String, source: &str, number: usize, block: &Block<'_>, edits: &[Edit<'_>]) {
    let class = class(block.role().class());
    let fate = if block.is_kept() { "kept" } else { "removed" };
    let doubt = if block.confidence() < DOUBTFUL { " doubtful" } else { "" };
    let tab = if number == 0 { "0" } else { "-1" };
    html.push_str(&format!(
        "<div class=\"block {class} {fate}{doubt}\" id=\"b{number}\"><button class=\"tag\" tabindex=\"{tab}\">\
         <span class=\"unseen\">{fate}: </span>{}\
         <span class=\"sure\">{}</span></button><div class=\"text\" dir=\"auto\"{}>",
        block.role().kind().replace('_', " "),
        percentage(block.confidence()),
        language(block),
    ));
    push_source(html, source, block, edits);
    html.push_str("</div></div>");
}

/// The name of a class in the style sheet.
pub(super) fn class(class: Class) -> &'static str {
    match class {
        Class::Content => "content",
        Class::Metadata => "metadata",
        _ => "artifact",
    }
}

fn language(block: &Block<'_>) -> String {
    block.language().map_or_else(String::new, |language| format!(" lang=\"{}\"", escaped(language.code())))
}

/// The block's source with its edits marked.
fn push_source(html: &mut String, source: &str, block: &Block<'_>, edits: &[Edit<'_>]) {
    let mut at = block.span().start();
    for edit in edits {
        push_text(html, &source[at..edit.span().start()]);
        push_edit(html, edit);
        at = edit.span().end();
    }
    push_text(html, &source[at..block.span().end()]);
}

fn push_edit(html: &mut String, edit: &Edit<'_>) {
    html.push_str(&format!("<span class=\"edit\" data-rule=\"{}\">", edit.rule()));
    for (name, side) in [("del", edit.was()), ("ins", edit.text())] {
        if !side.is_empty() {
            html.push_str(&format!("<{name}>"));
            push_edited(html, side);
            html.push_str(&format!("</{name}>"));
        }
    }
    html.push_str("</span>");
}
