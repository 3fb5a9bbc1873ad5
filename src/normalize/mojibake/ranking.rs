//! Which of the many ways from one legacy charset to another are worth a full look.
//!
//! All of them are tried on a few words that look misread; those whose readings cost
//! least there go on.

use super::chain::{Chain, Written, legacy, words};
use super::charsets::{self, Charset};
use super::class::Class;
use crate::plausibility::{Reader, cost};

/// Bytes of the words that are tried.
const PROBE: usize = 160;
/// Readings that go on, and all that cost the same as the last of them.
const MOST: usize = 12;

/// The likeliest chains for `sample` with what each costs for the rarity of its charset,
/// the likeliest first.
pub(super) fn likeliest(sample: &str, rarity: impl Fn(usize) -> u32) -> Vec<(Chain, u32)> {
    let probe = probe(sample);
    let is_dense = is_dense(sample);
    let mut ranked = Vec::new();
    for (number, read_as) in charsets::all().iter().enumerate().filter(|(number, _)| takes_most(*number, sample)) {
        let bytes = bytes(read_as, &probe);
        let chains = legacy(read_as).filter(|chain| is_dense || !matches!(chain.written_in, Written::Multi(_)));
        ranked.extend(chains.map(|chain| (price(&chain, &bytes) + rarity(number), rarity(number), chain)));
    }
    ranked.sort_by_key(|(price, ..)| *price);
    let last = ranked.get(MOST - 1).map_or(u32::MAX, |(price, ..)| *price);
    ranked.into_iter().take_while(|(price, ..)| *price <= last).map(|(_, rarity, chain)| (chain, rarity)).collect()
}

/// Whether most letters are beyond ASCII, as they are where a letter was two bytes.
pub(super) fn is_dense(sample: &str) -> bool {
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    sample.bytes().filter(u8::is_ascii_alphabetic).count() * 2 < letters
}

/// Whether most of what is beyond ASCII may have been read in the charset of that number.
fn takes_most(number: usize, sample: &str) -> bool {
    let beyond = || sample.chars().filter(|c| !c.is_ascii()).map(Class::of);
    beyond().filter(|class| class.known >> number & 1 == 1).count() * 2 > beyond().count()
}

/// The first words with characters beyond ASCII, with a blank between each two.
fn probe(sample: &str) -> String {
    let mut probe = String::with_capacity(PROBE);
    let beyond = words(sample).map(|word| &sample[word]).filter(|word| !word.is_ascii());
    for word in beyond {
        if !probe.is_empty() && probe.len() + word.len() > PROBE {
            break;
        }
        probe.push_str(word);
        probe.push(' ');
    }
    probe
}

/// A character of the probe.
#[derive(Clone, Copy)]
enum Item {
    /// That byte of the charset it was read in.
    Byte(u8),
    /// In a word with characters that the charset does not have.
    Kept(char),
}

fn bytes(read_as: &Charset, probe: &str) -> Vec<Item> {
    let mut items = Vec::with_capacity(probe.len());
    for word in probe.split_inclusive(' ') {
        let start = items.len();
        let byte = |c: char| if c.is_ascii() { Some(c as u8) } else { read_as.exact_byte(c) };
        items.extend(word.chars().map_while(byte).map(Item::Byte));
        if items.len() - start < word.chars().count() {
            items.truncate(start);
            items.extend(word.chars().map(Item::Kept));
        }
    }
    items
}

/// What the chain's reading of the probe costs.
fn price(chain: &Chain, probe: &[Item]) -> u32 {
    let mut reader = Reader::default();
    match chain.written_in {
        Written::Single(written) => probe.iter().for_each(|item| match item {
            Item::Byte(byte) => reader.take(written.character(*byte)),
            Item::Kept(c) => reader.take(*c),
        }),
        Written::Multi(encoding) => {
            let bytes: Vec<u8> =
                probe.iter().map(|item| if let Item::Byte(byte) = item { *byte } else { b'?' }).collect();
            return cost(&encoding.decode_without_bom_handling(&bytes).0);
        }
        Written::Utf8 => {}
    }
    reader.finish()
}
