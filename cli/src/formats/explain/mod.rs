//! A cleaned document explained: block by block in the terminal, or as a web page.

mod data;
mod markup;
mod metadata;
mod page;
mod terminal;

pub(super) use page::page;
pub(super) use terminal::in_terminal;

use chysto::{Block, Document, Edit};

use crate::figures::{count, grouped};
use crate::words;

/// Blocks that are less sure are worth a look.
const DOUBTFUL: f32 = 0.7;

/// The edits inside of blocks, handed out block by block.
struct Edits<'d, I: Iterator<Item = Edit<'d>>>(std::iter::Peekable<I>);

/// The edits of `document` that repair blocks.
fn repairs<'d>(document: &'d Document<'_>) -> Edits<'d, impl Iterator<Item = Edit<'d>>> {
    Edits(edits_of_blocks(document).peekable())
}

fn edits_of_blocks<'d>(document: &'d Document<'_>) -> impl Iterator<Item = Edit<'d>> {
    document.edits().filter(|edit| !words::is_between_blocks(edit.rule()))
}

impl<'d, I: Iterator<Item = Edit<'d>>> Edits<'d, I> {
    /// Those of `block`; blocks come in order.
    fn of(&mut self, block: &Block<'_>) -> Vec<Edit<'d>> {
        let end = block.span().end();
        std::iter::from_fn(|| self.0.next_if(|edit| edit.span().end() <= end)).collect()
    }
}

/// Where the page came from and what became of it, part by part.
fn summary(document: &Document<'_>) -> Vec<String> {
    let info = document.info();
    let kept = document.blocks().filter(Block::is_kept).count();
    let mut parts = vec![
        format!("{} bytes of {} (found by {})", grouped(info.bytes() as u64), info.encoding(), info.found_by().name()),
        format!("{} of {} kept", grouped(kept as u64), count(document.blocks().len(), "block", "blocks")),
        count(document.edits().len(), "edit", "edits"),
    ];
    if let Some(guess) = document.language() {
        let doubt = if guess.is_reliable() { "" } else { ", not reliable" };
        parts.insert(1, format!("language {} ({}{doubt})", guess.language(), percentage(guess.confidence())));
    }
    parts
}

/// A share of 1 in whole hundredths.
fn percentage(share: f32) -> String {
    format!("{:.0} %", share * 100.0)
}
