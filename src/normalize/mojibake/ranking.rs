//! Which of the many ways from one legacy charset to another are worth a full look.
//!
//! All of them are tried on a few words that look misread; those whose readings cost
//! least there go on.

use std::ops::Range;
use std::rc::Rc;

use encoding_rs::Encoding;

use super::chain::{Chain, Written, legacy, words};
use super::charsets::{self, Charset};
use super::class::Class;
use crate::plausibility::{Reader, cost};

/// Bytes of the words that are tried.
const PROBE: usize = 160;
/// Characters after which the worse readings are given up.
const STEP: usize = 32;
/// One reading in so many goes on then.
const BEST: usize = 3;
/// Readings that are left in the end.
const MOST: usize = 8;

/// The likeliest chains for `sample` with what each costs for the rarity of its charset,
/// the likeliest first.
pub(super) fn likeliest(sample: &str, rarity: impl Fn(usize) -> u32) -> Vec<(Chain, u32)> {
    let (probe, is_dense) = (probe(sample), is_dense(sample));
    let (mut contest, mut others) = (Vec::new(), Vec::new());
    for (number, read_as) in distinct(sample) {
        let bytes = Rc::new(bytes(read_as, &probe));
        for chain in legacy(read_as) {
            match chain.written_in {
                Written::Single(written) if keeps_letters(&bytes, written) => {
                    contest.push(Candidate {
                        chain,
                        rarity: rarity(number),
                        probe: Rc::clone(&bytes),
                        reader: Reader::default(),
                    });
                }
                Written::Multi(encoding) if is_dense => {
                    let price = multi_byte_price(encoding, &bytes) + rarity(number);
                    others.push((price, (chain, rarity(number))));
                }
                _ => {}
            }
        }
    }
    others.extend(best(contest).into_iter().map(|candidate| (candidate.price(), (candidate.chain, candidate.rarity))));
    others.sort_by_key(|(price, _)| *price);
    others.truncate(MOST);
    others.into_iter().map(|(_, chain)| chain).collect()
}

/// The charsets in which most of what is beyond ASCII may have been read, the commonest of those
/// that would have read it from the same bytes.
fn distinct(sample: &str) -> Vec<(usize, &'static Charset)> {
    let mut seen = Vec::new();
    let numbered = charsets::all().iter().enumerate().filter(|(number, _)| takes_most(*number, sample));
    let bytes = |charset: &Charset| sample.chars().filter(|c| !c.is_ascii()).map(|c| charset.exact_byte(c)).collect();
    let mut is_new = |charset: &Charset| {
        let bytes: Vec<Option<u8>> = bytes(charset);
        let is_new = charset.has_variants || !seen.contains(&bytes);
        seen.push(bytes);
        is_new
    };
    numbered.filter(|(_, charset)| is_new(charset)).collect()
}

/// A reading of the probe that is compared with others, some characters at a time.
struct Candidate {
    chain: Chain,
    rarity: u32,
    probe: Rc<Vec<Item>>,
    reader: Reader,
}

impl Candidate {
    fn read(&mut self, items: Range<usize>) {
        let Written::Single(written) = self.chain.written_in else { return };
        for item in &self.probe[items] {
            match item {
                Item::Byte(byte, _) => self.reader.take(written.character(*byte)),
                Item::Kept(c) => self.reader.take(*c),
            }
        }
    }

    fn price(&self) -> u32 {
        self.reader.so_far() + self.rarity
    }
}

/// The candidates that stay among the best to the end of the probe.
fn best(mut contest: Vec<Candidate>) -> Vec<Candidate> {
    let length = contest.first().map_or(0, |candidate| candidate.probe.len());
    for start in (0..length).step_by(STEP) {
        contest.iter_mut().for_each(|candidate| candidate.read(start..length.min(start + STEP)));
        let stay = MOST.max(contest.len() / BEST);
        if contest.len() > stay {
            contest.select_nth_unstable_by_key(stay, Candidate::price);
            contest.truncate(stay);
        }
    }
    contest
}

/// Misreading makes symbols of letters, rarely letters of symbols.
fn keeps_letters(probe: &[Item], written: &Charset) -> bool {
    const MOST_LOST: usize = 8;
    let lost = probe.iter().filter(|item| matches!(item, Item::Byte(byte, true) if !written.is_letter(*byte))).count();
    lost * MOST_LOST <= probe.len()
}

/// Whether most letters are beyond ASCII, as they are where a letter was two bytes.
pub(super) fn is_dense(sample: &str) -> bool {
    let letters = sample.chars().filter(|c| Class::of(*c).is(Class::LETTER)).count();
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
    /// That byte of the charset it was read in, and whether it was read as a letter.
    Byte(u8, bool),
    /// In a word with characters that the charset does not have.
    Kept(char),
}

fn bytes(read_as: &Charset, probe: &str) -> Vec<Item> {
    let mut items = Vec::with_capacity(probe.len());
    let item = |c: char| {
        let byte = if c.is_ascii() { c as u8 } else { read_as.exact_byte(c)? };
        Some(Item::Byte(byte, read_as.is_letter(byte)))
    };
    for word in probe.split_inclusive(' ') {
        let start = items.len();
        items.extend(word.chars().map_while(item));
        if items.len() - start < word.chars().count() {
            items.truncate(start);
            items.extend(word.chars().map(Item::Kept));
        }
    }
    items
}

/// What the reading of the probe in a multi-byte encoding costs.
fn multi_byte_price(encoding: &'static Encoding, probe: &[Item]) -> u32 {
    let byte = |item: &Item| if let Item::Byte(byte, _) = item { *byte } else { b'?' };
    let bytes: Vec<u8> = probe.iter().map(byte).collect();
    cost(&encoding.decode_without_bom_handling(&bytes).0)
}
