//! What the page's script knows of the blocks: figures, and each text once.

use std::collections::{BTreeMap, HashMap};

use chysto::{Block, Document, EditRule};
use serde::Serialize;

use super::DOUBTFUL;
use super::edits_of_blocks;
use super::markup::BLOCKS_A_CHUNK;
use crate::words;

#[derive(Serialize)]
pub(super) struct Data {
    blocks_a_chunk: usize,
    roles: Vec<Named>,
    reasons: Vec<String>,
    rules: BTreeMap<&'static str, &'static str>,
    blocks: Vec<Entry>,
}

#[derive(Serialize)]
struct Named {
    name: String,
    words: &'static str,
}

/// Role, reason, confidence in hundredths, start and end in the source, groups.
#[derive(Serialize)]
struct Entry(usize, usize, u8, usize, usize, u8);

/// What a block is besides its role, as bits; `page.js` knows them too.
const KEPT: u8 = 1;
const EDITED: u8 = 2;
const DOUBTED: u8 = 4;

/// Texts by the order in which they came.
#[derive(Default)]
struct Numbered {
    numbers: HashMap<String, usize>,
    texts: Vec<String>,
}

impl Numbered {
    fn number(&mut self, text: String) -> usize {
        let next = self.texts.len();
        *self.numbers.entry(text).or_insert_with_key(|text| {
            self.texts.push(text.clone());
            next
        })
    }
}

impl Data {
    pub(super) fn of(document: &Document<'_>) -> Self {
        let mut reasons = Numbered::default();
        let mut edits = super::repairs(document);
        let blocks = document.blocks().map(|block| {
            let is_edited = !edits.of(&block).is_empty();
            let span = block.span();
            let hundredths = (block.confidence() * 100.0).round() as u8;
            let reason = reasons.number(words::reason(block.reason()));
            Entry(block.role() as usize, reason, hundredths, span.start(), span.end(), groups(&block, is_edited))
        });
        let blocks = blocks.collect();
        let named = |role: &chysto::Role| Named { name: role.to_string(), words: words::role(*role) };
        Self {
            blocks_a_chunk: BLOCKS_A_CHUNK,
            roles: chysto::Role::ALL.iter().map(named).collect(),
            reasons: reasons.texts,
            rules: edits_of_blocks(document).map(|edit| described(edit.rule())).collect(),
            blocks,
        }
    }
}

fn described(rule: EditRule) -> (&'static str, &'static str) {
    (rule.name(), words::edit(rule))
}

fn groups(block: &Block<'_>, is_edited: bool) -> u8 {
    let kept = if block.is_kept() { KEPT } else { 0 };
    let edited = if is_edited { EDITED } else { 0 };
    let doubted = if block.confidence() < DOUBTFUL { DOUBTED } else { 0 };
    kept | edited | doubted
}
