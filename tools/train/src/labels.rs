//! Which blocks of a page are content, by what should remain of it.

use chysto::training::Page;
use rustc_hash::FxHashMap;

use crate::corpus::Record;
use crate::tokens::Interner;

/// What a block should be, and how much it counts; no weight where nobody knows.
#[derive(Clone, Copy, Debug)]
pub struct Label {
    /// The share of it that should stay.
    pub content: f32,
    pub weight: f32,
}

impl Label {
    pub const UNKNOWN: Self = Self { content: 0.0, weight: 0.0 };

    fn known(content: f32, tokens: usize) -> Self {
        Self { content, weight: 0.5 + (tokens as f32).powf(0.75) }
    }
}

/// Words in a row that are compared.
const SHINGLE: usize = 4;

/// A block is in the gold if this share of its shingles is.
const MOST: f32 = 0.5;

/// The labels of a page of `record`, whose total weight is one.
pub fn labels(record: &Record, page: &Page) -> Vec<Label> {
    let mut interner = Interner::default();
    let blocks: Vec<Vec<u32>> = (0..page.len()).map(|block| interner.tokens(page.text(block))).collect();
    let mut labels = match &record.gold {
        Some(gold) => by_gold(&blocks, &interner.tokens(gold)),
        None => by_snippets(&blocks, record, &mut interner),
    };
    if record.dataset == "aeb" {
        forget_titles(page, &mut labels);
    }
    let total: f32 = labels.iter().map(|label| label.weight).sum();
    labels.iter_mut().for_each(|label| label.weight /= total.max(f32::MIN_POSITIVE));
    labels
}

/// A block that is found in the gold: how much of it, and where.
#[derive(Clone, Copy)]
struct Claim {
    block: usize,
    start: usize,
    end: usize,
    share: f32,
    weight: f32,
}

fn by_gold(blocks: &[Vec<u32>], gold: &[u32]) -> Vec<Label> {
    let mut places: FxHashMap<&[u32], Vec<u32>> = FxHashMap::default();
    for (place, shingle) in gold.windows(SHINGLE).enumerate() {
        places.entry(shingle).or_default().push(place as u32);
    }
    let claims: Vec<Claim> =
        blocks.iter().enumerate().filter_map(|(block, tokens)| claim(block, tokens, &places, gold.len())).collect();
    let chain = chain(&claims.iter().copied().filter(|claim| claim.share >= MOST).collect::<Vec<_>>());
    let mut labels: Vec<Label> = blocks.iter().map(|tokens| Label::known(0.0, tokens.len())).collect();
    let mut covered = vec![false; gold.len()];
    for claim in &chain {
        covered[claim.start..claim.end].fill(true);
        labels[claim.block].content = if claim.share > 0.9 { 1.0 } else { claim.share };
    }
    for claim in claims.iter().filter(|claim| claim.share > 0.15) {
        if labels[claim.block].content > 0.0 {
            continue;
        }
        let left = covered[claim.start..claim.end].iter().filter(|covered| !**covered).count();
        if 2 * left > claim.end - claim.start {
            labels[claim.block].content = claim.share;
        }
    }
    short_blocks(blocks, gold, &chain, &mut labels);
    labels
}

fn claim(block: usize, tokens: &[u32], places: &FxHashMap<&[u32], Vec<u32>>, length: usize) -> Option<Claim> {
    let shingles = tokens.len().checked_sub(SHINGLE - 1).filter(|count| *count > 0)?;
    let mut offsets: FxHashMap<i64, u32> = FxHashMap::default();
    let mut found = 0;
    for (at, shingle) in tokens.windows(SHINGLE).enumerate() {
        let Some(places) = places.get(shingle) else { continue };
        found += 1;
        places.iter().for_each(|place| *offsets.entry(i64::from(*place) - at as i64).or_default() += 1);
    }
    let (offset, _) = offsets.into_iter().max_by_key(|(offset, count)| (*count, -offset))?;
    let share = found as f32 / shingles as f32;
    let start = offset.max(0) as usize;
    let end = (start + tokens.len()).min(length);
    Some(Claim { block, start: start.min(end), end, share, weight: found as f32 * share })
}

/// The heaviest chain of claims in which both blocks and places in the gold rise;
/// of a page's title and the article's own, the later one.
fn chain(claims: &[Claim]) -> Vec<Claim> {
    let mut best: Vec<(f32, Option<usize>)> = Vec::with_capacity(claims.len());
    for (index, claim) in claims.iter().enumerate() {
        let before = (0..index)
            .filter(|other| claims[*other].start < claim.start && claims[*other].end <= claim.end)
            .max_by(|one, other| best[*one].0.total_cmp(&best[*other].0));
        let weight = claim.weight + 1e-3 * index as f32 / claims.len() as f32;
        best.push((weight + before.map_or(0.0, |before| best[before].0), before));
    }
    let mut at = (0..claims.len()).max_by(|one, other| best[*one].0.total_cmp(&best[*other].0));
    let mut chain = Vec::new();
    while let Some(index) = at {
        chain.push(claims[index]);
        at = best[index].1;
    }
    chain.reverse();
    chain
}

/// Blocks of few words are content where the gold has them between the same neighbours.
fn short_blocks(blocks: &[Vec<u32>], gold: &[u32], chain: &[Claim], labels: &mut [Label]) {
    for slot in 0..=chain.len() {
        let before = slot.checked_sub(1).map(|slot| chain[slot]);
        let behind = chain.get(slot);
        let blocks_between =
            before.map_or(0, |claim| claim.block + 1)..behind.map_or(blocks.len(), |claim| claim.block);
        let mut from = before.map_or(0, |claim| claim.end.saturating_sub(1));
        let to = behind.map_or(gold.len(), |claim| (claim.start + 1).min(gold.len()));
        for block in blocks_between {
            let tokens = &blocks[block];
            if tokens.is_empty() || tokens.len() >= SHINGLE || from >= to {
                continue;
            }
            if let Some(place) = gold[from..to].windows(tokens.len()).position(|window| window == tokens) {
                labels[block].content = 1.0;
                from += place + tokens.len();
            }
        }
    }
}

/// With snippets only the blocks are known that hold one, or are part of one.
fn by_snippets(blocks: &[Vec<u32>], record: &Record, interner: &mut Interner) -> Vec<Label> {
    let mut snippets = |texts: &[String]| -> Vec<Vec<u32>> { texts.iter().map(|text| interner.tokens(text)).collect() };
    let (with, without) = (snippets(&record.with), snippets(&record.without));
    let holds = |tokens: &[u32], snippets: &[Vec<u32>]| snippets.iter().any(|snippet| overlap(tokens, snippet));
    let of = |tokens: &Vec<u32>| match (holds(tokens, &with), holds(tokens, &without)) {
        (true, false) => Label::known(1.0, tokens.len().min(40)),
        (false, true) => Label::known(0.0, tokens.len().min(40)),
        _ => Label::UNKNOWN,
    };
    blocks.iter().map(of).collect()
}

fn overlap(tokens: &[u32], snippet: &[u32]) -> bool {
    let (short, long) = if tokens.len() < snippet.len() { (tokens, snippet) } else { (snippet, tokens) };
    !short.is_empty() && short.len() >= snippet.len().min(3) && long.windows(short.len()).any(|window| window == short)
}

/// The gold of some sets leaves the title out, which is the article's all the same.
fn forget_titles(page: &Page, labels: &mut [Label]) {
    let first = page.text(0).to_owned();
    let start = labels.iter().position(|label| label.content > 0.5).unwrap_or(0);
    for (block, label) in labels.iter_mut().enumerate().take(start).skip(1) {
        let text = page.text(block);
        if text.len() > 12 && first.starts_with(text) {
            label.weight = 0.0;
        }
    }
}
