//! Mojibake: text that was written in one charset and read in another.
//!
//! Every way in which a line may have been broken gives a reading of it. The
//! reading that costs least to spell out ([`crate::plausibility`]) is taken if it
//! saves enough over the line as it stands; in doubt, nothing is changed. Layers
//! come off one after another.

mod chain;
mod charsets;
mod class;
mod controls;
mod ranking;
mod readings;
mod suspicion;
mod utf8;

use std::ops::Range;

use super::mixed_script;
use super::rewrite::{Replacement, Rewrite};
use crate::chars::first_bytes;
use crate::chars::scan::{Traits, scan};
use crate::edit::EditRule;
use chain::{Chain, Mended};
use suspicion::{FEWEST_EVERYWHERE, suspicion};

/// Bytes of a line that readings are compared on.
const SAMPLE: usize = 480;
/// The same where the lines before tell what to expect.
const SHORT_SAMPLE: usize = 160;
/// Such samples of a line.
const MOST_SAMPLES: usize = 8;
/// Layers that are taken off.
const MOST_LAYERS: usize = 6;

/// What the lines of a document before this one had been read in.
#[derive(Clone, Copy, Default)]
pub(crate) struct Memory {
    chain: Option<Chain>,
}

/// Whether a line with `traits` may be misread. Words of two scripts alone are more
/// likely slips of the keyboard, unless they are everywhere.
pub(super) fn may_change(line: &str, traits: Traits) -> bool {
    let may_be_everywhere =
        || mixed_script::borders_of_cyrillic(line.as_bytes()).nth(FEWEST_EVERYWHERE as usize - 1).is_some();
    traits.has(Traits::MISREAD) || (traits.mixes_scripts() && may_be_everywhere() && suspicion(line, 0).is_everywhere())
}

/// Takes the layers of misreading off; tells whether there were any. Keeps the traits up to date.
pub(super) fn repair(text: &mut Rewrite<'_>, traits: &mut Traits, memory: &mut Memory) -> bool {
    let mut changed = false;
    for _ in 0..MOST_LAYERS {
        let Some(chain) = layer(text.text(), *traits, memory) else { break };
        changed |= replace(text, chain.mend(text.text()).places);
        changed |= replace(text, chain.mend_losses(text.text()));
        *traits = scan(text.text());
    }
    if !traits.has(Traits::MISREAD) {
        return changed;
    }
    let mended = controls::mended(text.text());
    if replace(text, mended) {
        *traits = scan(text.text());
        changed = true;
    }
    changed
}

/// The outermost layer of misreading.
fn layer(text: &str, traits: Traits, memory: &mut Memory) -> Option<Chain> {
    if !traits.has(Traits::MISREAD) && !traits.mixes_scripts() {
        return None;
    }
    let mut from = 0;
    for _ in 0..MOST_SAMPLES {
        let suspicion = suspicion(text, from);
        let is_enough = traits.has(Traits::MISREAD) || suspicion.is_everywhere();
        let first = suspicion.first.filter(|_| is_enough && !suspicion.is_rare())?;
        let is_as_before =
            |chain: &Chain| readings::is_settled(&text[sample(text, first, SHORT_SAMPLE)], suspicion, *chain);
        if memory.chain.as_ref().is_some_and(is_as_before) {
            return memory.chain;
        }
        let range = sample(text, first, SAMPLE);
        if let Some(chain) = readings::best(&text[range.clone()], suspicion, memory.chain) {
            memory.chain = Some(chain);
            return Some(chain);
        }
        from = range.end;
        if from >= text.len() {
            return None;
        }
    }
    None
}

fn replace(text: &mut Rewrite<'_>, mended: Vec<Mended>) -> bool {
    text.replace(mended.into_iter().map(|(at, with)| Replacement::owned(at, with, EditRule::Mojibake)).collect())
}

/// From the word before the one at `first`, as many whole words as `size` bytes hold.
fn sample(text: &str, first: usize, size: usize) -> Range<usize> {
    let word = text[..first].rfind(' ').unwrap_or(0);
    let start = text[..word].rfind(' ').map_or(0, |blank| blank + 1);
    let start = if first - start > size / 2 { first } else { start };
    let rest = &text[start..];
    let cut = first_bytes(rest, size);
    let end = match cut.len() < rest.len() {
        true => cut.rfind(' ').filter(|blank| start + blank > first).unwrap_or(cut.len()),
        false => cut.len(),
    };
    start..start + end
}
