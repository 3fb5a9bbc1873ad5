//! Mojibake: text that was written in one charset and read in another.
//!
//! Every way in which a line may have been broken gives a reading of it. The
//! reading that costs least to spell out ([`crate::plausibility`]) is taken if it
//! saves enough over the line as it stands; in doubt, nothing is changed. Layers
//! come off one after another.

mod chain;
mod charsets;
mod suspicion;
mod utf8;

use std::ops::Range;

use super::rewrite::{Replacement, Rewrite};
use crate::chars::first_bytes;
use crate::chars::scan::Traits;
use crate::edit::EditRule;
use crate::plausibility::cost;
use chain::{Chain, Mended, legacy, utf_8};
use suspicion::{Suspicion, suspicion};
use utf8::Damage;

/// Bytes of a line that readings are compared on.
const SAMPLE: usize = 480;
/// Such samples of a line.
const MOST_SAMPLES: usize = 8;
/// Layers that are taken off.
const MOST_LAYERS: usize = 6;

/// Half bits that a reading has to save: one wrong repair in some thousands of lines
/// that look suspicious.
const LEAST_SAVING: u32 = 26;
/// The same where the reading is of another charset without the structure of UTF-8.
const LEAST_LEGACY_SAVING: u32 = 60;
/// Half bits a character that right text stays below, in languages with a model or without.
const RIGHT: usize = 10;
/// What it costs to suppose that a byte was lost or replaced.
const DAMAGE: u32 = 12;
/// What it costs to suppose a rarer charset.
const RARITY: u32 = 6;
/// The first charsets of the list are common.
const COMMON: usize = 9;

/// What the lines of a document before this one had been read in.
#[derive(Clone, Copy, Default)]
pub(crate) struct Memory {
    chain: Option<Chain>,
}

/// Whether a line with `traits` may be misread.
pub(super) fn may_change(traits: Traits) -> bool {
    traits.has(Traits::MISREAD) || traits.mixes_scripts()
}

/// Takes the layers of misreading off; tells whether there were any.
pub(super) fn repair(text: &mut Rewrite<'_>, memory: &mut Memory) -> bool {
    let mut changed = false;
    for _ in 0..MOST_LAYERS {
        let Some(mended) = layer(text.text(), memory) else { return changed };
        changed |= text.replace(mended);
    }
    changed
}

/// What the outermost layer of misreading hides.
fn layer(text: &str, memory: &mut Memory) -> Option<Vec<Replacement>> {
    let mut from = 0;
    for _ in 0..MOST_SAMPLES {
        let suspicion = suspicion(text, from);
        let first = suspicion.first?;
        let range = sample(text, first);
        if let Some(chain) = best(&text[range.clone()], suspicion, memory) {
            memory.chain = Some(chain);
            return Some(replacements(chain.mend(text)));
        }
        from = range.end;
        if from >= text.len() {
            return None;
        }
    }
    None
}

fn replacements(mended: Vec<Mended>) -> Vec<Replacement> {
    mended.into_iter().map(|(at, with)| Replacement::owned(at, with, EditRule::Mojibake)).collect()
}

/// From the word before the one at `first`, as many whole words as a sample holds.
fn sample(text: &str, first: usize) -> Range<usize> {
    let word = text[..first].rfind(' ').unwrap_or(0);
    let start = text[..word].rfind(' ').map_or(0, |blank| blank + 1);
    let start = if first - start > SAMPLE / 2 { first } else { start };
    let rest = &text[start..];
    let cut = first_bytes(rest, SAMPLE);
    let end = match cut.len() < rest.len() {
        true => cut.rfind(' ').filter(|blank| start + blank > first).unwrap_or(cut.len()),
        false => cut.len(),
    };
    start..start + end
}

/// A chain, and what it saves.
struct Reading {
    chain: Chain,
    spelt: String,
    half_bits: u32,
}

/// The chain that reads `sample` best, if that saves enough.
fn best(sample: &str, suspicion: Suspicion, memory: &Memory) -> Option<Chain> {
    let now = cost(sample).half_bits;
    let mut best: Option<Reading> = None;
    let mut try_chain = |chain: Chain, penalty: u32, least: u32| {
        let Some(spelt) = spelt(&chain, sample) else { return };
        if best.as_ref().is_some_and(|best| best.spelt == spelt) {
            return;
        }
        let half_bits = cost(&spelt).half_bits + penalty;
        if half_bits + least <= now && best.as_ref().is_none_or(|best| half_bits < best.half_bits) {
            best = Some(Reading { chain, spelt, half_bits });
        }
    };
    if let Some(chain) = memory.chain {
        try_chain(chain, 0, LEAST_SAVING / 2);
    }
    if suspicion.utf_8 != 0 {
        for damage in [Damage::None, Damage::Replaced, Damage::Guessed] {
            let penalty = if damage == Damage::None { 0 } else { DAMAGE };
            for (number, chain) in utf_8(damage).enumerate().filter(|(number, _)| suspicion.utf_8 >> number & 1 == 1) {
                let rarity = if number < COMMON { 0 } else { RARITY };
                try_chain(chain, penalty + rarity, LEAST_SAVING);
            }
        }
    }
    if suspicion.odd > 1 || (suspicion.odd == 1 && now as usize > sample.chars().count() * RIGHT) {
        for (number, read_as) in charsets::all().iter().enumerate() {
            let rarity = if number < COMMON { 0 } else { RARITY };
            for chain in legacy(read_as) {
                try_chain(chain, rarity, LEAST_LEGACY_SAVING);
            }
        }
    }
    if std::env::var("DBG").is_ok() {
        eprintln!(
            "asis {now} {suspicion:?} best {:?}",
            best.as_ref().map(|b| (
                b.chain.read_as.name,
                match b.chain.written_in {
                    chain::Written::Utf8 => "utf8",
                    chain::Written::Single(c) => c.name,
                    chain::Written::Multi(e) => e.name(),
                },
                b.half_bits,
                &b.spelt
            ))
        );
    }
    best.map(|best| best.chain)
}

/// The sample as the chain reads it, if it changes anything.
fn spelt(chain: &Chain, sample: &str) -> Option<String> {
    let mended = chain.mend(sample);
    if mended.is_empty() {
        return None;
    }
    let mut spelt = String::with_capacity(sample.len());
    let mut at = 0;
    for (range, with) in mended {
        spelt.push_str(&sample[at..range.start]);
        spelt.push_str(&with);
        at = range.end;
    }
    spelt.push_str(&sample[at..]);
    Some(spelt)
}
