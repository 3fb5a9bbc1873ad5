//! Mojibake: text that was written in one charset and read in another.
//!
//! Every way in which a line may have been broken gives a reading of it. The
//! reading that costs least to spell out ([`crate::plausibility`]) is taken if it
//! saves enough over the line as it stands; in doubt, nothing is changed. Layers
//! come off one after another.

mod chain;
mod charsets;
mod controls;
mod suspicion;
mod utf8;

use std::ops::Range;

use super::rewrite::{Replacement, Rewrite};
use crate::chars::first_bytes;
use crate::chars::scan::Traits;
use crate::edit::EditRule;
use crate::plausibility::cost;
use chain::{Chain, Mended, Written, legacy, utf_8};
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
const LEAST_SAVING: u32 = 18;
/// The same where replacement characters show that bytes were lost.
const LEAST_REPLACED_SAVING: u32 = 10;
/// The same where the reading leaves characters beyond ASCII as they are: those had
/// been read rightly, so why not all?
const LEAST_INCONSISTENT_SAVING: u32 = 70;
/// Half bits a character that what UTF-8 spells stays below, on the way through layers too.
const MOST_OF_LAYER: u32 = 30;
/// Half bits a character that text in another charset stays below, in alphabets and
/// in Chinese, Japanese and Korean.
const MOST_OF_LETTER: u32 = 12;
const MOST_OF_IDEOGRAPH: u32 = 24;
/// The same where the reading is of another charset without the structure of UTF-8.
const LEAST_LEGACY_SAVING: u32 = 60;
/// Half bits a character that right text stays below, in languages with a model or without.
const RIGHT: usize = 10;
/// What it costs to suppose that a byte was lost or replaced.
const DAMAGE: u32 = 12;
/// What it costs to suppose a rarer charset.
const RARITY: u32 = 8;
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
        let mended = layer(text.text(), memory).unwrap_or_else(|| controls::mended(text.text()));
        if !text.replace(mended.into_iter().map(replacement).collect()) {
            break;
        }
        changed = true;
    }
    changed
}

/// What the outermost layer of misreading hides.
fn layer(text: &str, memory: &mut Memory) -> Option<Vec<Mended>> {
    let mut from = 0;
    for _ in 0..MOST_SAMPLES {
        let suspicion = suspicion(text, from);
        let first = suspicion.first?;
        let range = sample(text, first);
        if let Some(chain) = best(&text[range.clone()], suspicion, memory) {
            memory.chain = Some(chain);
            // What this chain has broken, it may have broken with losses elsewhere.
            return Some(Chain { damage: Damage::Guessed, ..chain }.mend(text));
        }
        from = range.end;
        if from >= text.len() {
            return None;
        }
    }
    None
}

fn replacement((at, with): Mended) -> Replacement {
    Replacement::owned(at, with, EditRule::Mojibake)
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

/// The chain that reads `sample` best, if that saves enough.
fn best(sample: &str, suspicion: Suspicion, memory: &Memory) -> Option<Chain> {
    let mut readings = Readings::of(sample);
    if let Some(chain) = memory.chain {
        readings.add(chain, 0, LEAST_SAVING / 2);
    }
    if suspicion.utf_8 != 0 {
        for damage in [Damage::None, Damage::Replaced, Damage::Guessed] {
            let least = if damage == Damage::Replaced { LEAST_REPLACED_SAVING } else { LEAST_SAVING };
            let price = if damage == Damage::None { 0 } else { DAMAGE };
            for (number, chain) in utf_8(damage).enumerate().filter(|(number, _)| suspicion.utf_8 >> number & 1 == 1) {
                readings.add(chain, price + rarity(number), least);
            }
        }
    }
    if suspicion.odd > 1 || (suspicion.odd == 1 && !readings.is_right()) {
        for (number, read_as) in charsets::all().iter().enumerate() {
            legacy(read_as).for_each(|chain| readings.add(chain, rarity(number), LEAST_LEGACY_SAVING));
        }
    }
    if std::env::var("DBG").is_ok() {
        eprintln!(
            "{sample:?} asis {} {suspicion:?} best {:?}",
            readings.now,
            readings.best.as_ref().map(|b| (b.chain.read_as.name, b.half_bits, &b.spelt))
        );
    }
    readings.best()
}

fn rarity(charset: usize) -> u32 {
    if charset < COMMON { 0 } else { RARITY }
}

/// The readings of a sample that save enough.
struct Readings<'t> {
    sample: &'t str,
    /// What the sample costs as it stands.
    now: u32,
    best: Option<Reading>,
    /// What the second reading costs, if it spells something else.
    second: u32,
}

struct Reading {
    chain: Chain,
    spelt: String,
    half_bits: u32,
}

impl<'t> Readings<'t> {
    fn of(sample: &'t str) -> Self {
        Self { sample, now: cost(sample).half_bits, best: None, second: u32::MAX }
    }

    /// Whether the sample costs no more than right text does.
    fn is_right(&self) -> bool {
        self.now as usize <= self.sample.chars().count() * RIGHT
    }

    /// Takes part with the chain's reading, which costs `price` more than it spells
    /// and has to save `least`.
    fn add(&mut self, chain: Chain, price: u32, least: u32) {
        let Some(spelt) = spelt(&chain, self.sample) else { return };
        if self.best.as_ref().is_some_and(|best| best.spelt == spelt) {
            return;
        }
        let half_bits = cost(&spelt).half_bits + price;
        let best = self.best.as_ref().map_or(u32::MAX, |best| best.half_bits);
        let least = if self.leaves_some(&spelt) { least.max(LEAST_INCONSISTENT_SAVING) } else { least };
        if half_bits + least > self.now || !is_plausible(&chain, &spelt, half_bits) {
            return;
        }
        if half_bits < best {
            self.second = best;
            self.best = Some(Reading { chain, spelt, half_bits });
        } else {
            self.second = self.second.min(half_bits);
        }
    }

    /// Whether a character beyond ASCII stands both in the sample and in what it spells.
    fn leaves_some(&self, spelt: &str) -> bool {
        let beyond = |c: &char| !c.is_ascii() && !matches!(c, '\u{A0}' | '\u{FFFD}' | '\u{80}'..='\u{9F}');
        self.sample.chars().filter(beyond).any(|c| spelt.contains(c))
    }

    fn best(self) -> Option<Chain> {
        self.best.map(|best| best.chain)
    }
}

/// Whether text that another charset would make of the sample could be real: what
/// is hopeless may cost more than any reading of it.
fn is_plausible(chain: &Chain, spelt: &str, half_bits: u32) -> bool {
    let most = match chain.written_in {
        Written::Utf8 => MOST_OF_LAYER,
        Written::Single(_) => MOST_OF_LETTER,
        Written::Multi(_) => MOST_OF_IDEOGRAPH,
    };
    let length = spelt.chars().count();
    half_bits <= length as u32 * most
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
