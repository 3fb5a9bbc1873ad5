//! What is counted of documents.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use chysto::{Block, Document, EditRule, Field, Role};

use super::Total;
use crate::words;

/// How documents without a language are counted.
const UNKNOWN: &str = "unknown";

/// Counts of one or many documents.
#[derive(Default)]
pub(crate) struct Tally {
    pub(super) documents: u64,
    /// Of the decoded source.
    pub(super) source_bytes: u64,
    pub(super) text_bytes: u64,
    pub(super) all: Blocks,
    pub(super) kept: Blocks,
    pub(super) titles: u64,
    pub(super) fields: BTreeMap<Field, u64>,
    pub(super) roles: BTreeMap<Role, Blocks>,
    pub(super) reasons: HashMap<String, Blocks>,
    pub(super) languages: HashMap<String, u64>,
    pub(super) block_languages: HashMap<String, Blocks>,
    pub(super) edits: BTreeMap<EditRule, Edits>,
}

/// Blocks and their bytes in the source.
#[derive(Clone, Copy, Default)]
pub(super) struct Blocks {
    pub(super) blocks: u64,
    pub(super) bytes: u64,
}

/// Edits, and the documents that have such.
#[derive(Clone, Copy, Default)]
pub(super) struct Edits {
    pub(super) edits: u64,
    pub(super) documents: u64,
}

impl Blocks {
    fn add(&mut self, other: Self) {
        self.blocks += other.blocks;
        self.bytes += other.bytes;
    }
}

impl Edits {
    fn add(&mut self, other: Self) {
        self.edits += other.edits;
        self.documents += other.documents;
    }
}

impl Tally {
    /// The counts of one document.
    pub(crate) fn of(document: &Document<'_>) -> Self {
        let mut tally = Self {
            documents: 1,
            source_bytes: document.source().len() as u64,
            text_bytes: document.text().len() as u64,
            titles: u64::from(document.title().is_some()),
            ..Self::default()
        };
        let language = document.language().map_or_else(|| UNKNOWN.to_owned(), |guess| guess.language().to_string());
        tally.languages.insert(language, 1);
        document.metadata().iter().for_each(|entry| *tally.fields.entry(entry.field()).or_default() += 1);
        document.blocks().for_each(|block| tally.block(&block));
        document.edits().for_each(|edit| tally.edits.entry(edit.rule()).or_default().edits += 1);
        tally.edits.values_mut().for_each(|edits| edits.documents = 1);
        tally
    }

    fn block(&mut self, block: &Block<'_>) {
        let one = Blocks { blocks: 1, bytes: block.span().len() as u64 };
        let language = block.language().map_or_else(|| UNKNOWN.to_owned(), |language| language.to_string());
        self.all.add(one);
        if block.is_kept() {
            self.kept.add(one);
        }
        self.roles.entry(block.role()).or_default().add(one);
        self.reasons.entry(words::kind_of_reason(block.reason())).or_default().add(one);
        self.block_languages.entry(language).or_default().add(one);
    }

    /// Adds the counts of other documents.
    pub(crate) fn merge(&mut self, other: Self) {
        self.documents += other.documents;
        self.source_bytes += other.source_bytes;
        self.text_bytes += other.text_bytes;
        self.titles += other.titles;
        self.all.add(other.all);
        self.kept.add(other.kept);
        other.fields.into_iter().for_each(|(field, count)| *self.fields.entry(field).or_default() += count);
        other.roles.into_iter().for_each(|(role, blocks)| self.roles.entry(role).or_default().add(blocks));
        other.edits.into_iter().for_each(|(rule, edits)| self.edits.entry(rule).or_default().add(edits));
        merge_with(&mut self.reasons, other.reasons, Blocks::add);
        merge_with(&mut self.languages, other.languages, |count, more| *count += more);
        merge_with(&mut self.block_languages, other.block_languages, Blocks::add);
    }

    /// The figures of the corpus as a whole; so many documents `failed`.
    pub(super) fn totals(&self, failed: u64) -> Vec<Total> {
        let edits = self.edits.values().map(|edits| edits.edits).sum();
        let total = |key, name, figure| Total { key, name, figure };
        vec![
            total("documents", "documents", self.documents),
            total("failed", "failed", failed),
            total("source_bytes", "bytes of source", self.source_bytes),
            total("text_bytes", "bytes of clean text", self.text_bytes),
            total("blocks", "blocks", self.all.blocks),
            total("kept_blocks", "blocks kept", self.kept.blocks),
            total("edit_count", "edits", edits),
        ]
    }
}

fn merge_with<K: Eq + Hash, V: Default>(into: &mut HashMap<K, V>, from: HashMap<K, V>, add: fn(&mut V, V)) {
    from.into_iter().for_each(|(key, value)| add(into.entry(key).or_default(), value));
}
