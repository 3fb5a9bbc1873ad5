//! The readings of a sample, and which of them is taken.

use std::cell::OnceCell;
use std::ops::Range;

use super::chain::{Chain, Mended, Mending, Written, utf_8};
use super::charsets;
use super::class::Class;
use super::ranking;
use super::suspicion::{Suspicion, oddities};
use super::utf8::Damage;
use crate::chars::scan::{Traits, scan};
use crate::normalize::mixed_script;
use crate::normalize::rewrite::Rewrite;
use crate::plausibility::{cost, is_running_han};

/// Half bits that a reading has to save: one wrong repair in some thousands of lines
/// that look suspicious.
const LEAST_SAVING: u32 = 19;
/// The same for the chain that lines before had been read in.
const LEAST_USUAL_SAVING: u32 = 10;
/// The same for one character among symbols, which may be a face.
const LEAST_LONE_SAVING: u32 = 40;
/// The same where replacement characters show that bytes were lost.
const LEAST_REPLACED_SAVING: u32 = 10;
/// The same where the reading leaves characters beyond ASCII as they are: those had
/// been read rightly, so why not all?
const LEAST_INCONSISTENT_SAVING: u32 = 70;
const LEAST_INCONSISTENT_LEGACY_SAVING: u32 = 200;
/// The same where both readings are in Latin letters, and few words show anything odd.
const LEAST_FAINT_SAVING: u32 = 200;
/// The edges of a sample may cut a character.
const CUT_EDGES: u32 = 2;
/// Another charset's reading leaves one in so many of the oddities.
const FEWER_ODDITIES: u32 = 8;
/// Half bits a character that what UTF-8 spells stays below, on the way through layers too.
const MOST_OF_LAYER: u32 = 30;
/// The same where it leaves characters beyond ASCII as they are: what is garbled for good.
const MOST_OF_INCONSISTENT_LAYER: u32 = 23;
/// Half bits a character that text in another charset stays below, in alphabets and
/// in Chinese, Japanese and Korean.
const MOST_OF_LETTER: u32 = 12;
const MOST_OF_IDEOGRAPH: u32 = 24;
/// The same where the reading is of another charset without the structure of UTF-8.
const LEAST_LEGACY_SAVING: u32 = 60;
/// Half bits a character that right text stays below, in languages with a model or without.
const RIGHT: usize = 10;
/// What it costs to suppose that a byte was lost or replaced.
const DAMAGE: u32 = 3;
/// What it costs to suppose a rarer charset.
const RARITY: u32 = 8;
/// What it costs to suppose a charset in which what are controls here are characters.
const CONTROLS: u32 = 6;
/// So many oddities are worth a closer look even where the line costs no more than right text.
const CERTAINLY_ODD: u32 = 2;
/// A reading of plain text that saves so much is not by chance: more than half a bit for
/// every other reading that could be tried, a hundred times over.
const SETTLED: u32 = 250;
/// The same for the chain that lines before had been read in, or a third of what there is.
const SETTLED_USUAL: u32 = 60;
/// The first charsets of the list are common.
const COMMON: usize = 9;

/// Whether `usual`, the chain that lines before had been read in, reads `sample` so well that
/// there is no need to look at others.
pub(super) fn is_settled(sample: &str, suspicion: Suspicion, usual: Chain) -> bool {
    let mut readings = Readings::of(sample, suspicion);
    readings.add(usual, 0, LEAST_USUAL_SAVING);
    readings.is_settled(SETTLED_USUAL.min(readings.now / 3))
}

/// The chain that reads `sample` best, if that saves enough; `usual` is the one of
/// the lines before.
pub(super) fn best(sample: &str, suspicion: Suspicion, usual: Option<Chain>) -> Option<Chain> {
    let mut readings = Readings::of(sample, suspicion);
    if let Some(chain) = usual {
        readings.add(chain, 0, LEAST_USUAL_SAVING);
    }
    if suspicion.utf_8 != 0 {
        let suspects = |number: &usize| suspicion.utf_8 >> number & 1 == 1;
        for number in (0..charsets::all().len()).filter(suspects) {
            if readings.is_settled(SETTLED) {
                break;
            }
            readings.add_utf_8(number);
        }
    }
    let is_odd = suspicion.odd >= CERTAINLY_ODD || (suspicion.odd + suspicion.glued > 0 && !readings.is_right());
    let may_be_legacy = !readings.mixes_scripts || suspicion.is_everywhere();
    let is_found = readings.best.as_ref().is_some_and(|best| best.is_all_utf_8) || readings.is_settled(SETTLED);
    if is_odd && may_be_legacy && !is_found {
        for (chain, rarity) in ranking::likeliest(sample, rarity) {
            readings.add(chain, rarity, LEAST_LEGACY_SAVING);
        }
    }
    readings.best.map(|best| best.chain)
}

fn rarity(charset: usize) -> u32 {
    if charset < COMMON { 0 } else { RARITY }
}

/// The readings of a sample, of which the best is kept.
struct Readings<'t> {
    sample: &'t str,
    suspicion: Suspicion,
    /// What the sample costs as it stands.
    now: u32,
    /// The same with the slips of the keyboard mended that it may hold instead.
    respelt: OnceCell<u32>,
    /// Whether it has words of two scripts, and nothing else that looks misread.
    mixes_scripts: bool,
    letters: usize,
    best: Option<Reading>,
}

struct Reading {
    chain: Chain,
    text: String,
    price: u32,
    half_bits: u32,
    /// Whether all beyond ASCII is made something of.
    takes_all: bool,
    /// Whether all beyond ASCII is UTF-8, several times, which no other charset is by chance.
    is_all_utf_8: bool,
}

impl<'t> Readings<'t> {
    fn of(sample: &'t str, suspicion: Suspicion) -> Self {
        let now = cost(sample);
        let traits = scan(sample);
        let mixes_scripts = traits.mixes_scripts() && !traits.has(Traits::MISREAD);
        let respelt = OnceCell::new();
        if !traits.mixes_scripts() {
            let _ = respelt.set(u32::MAX);
        }
        Self { sample, suspicion, now, respelt, mixes_scripts, letters: letters(sample), best: None }
    }

    fn respelt(&self) -> u32 {
        *self.respelt.get_or_init(|| respelt(self.sample))
    }

    /// Whether the sample costs no more than right text does, when words that were glued together
    /// are parted.
    fn is_right(&self) -> bool {
        let most = self.sample.chars().count() * RIGHT;
        self.now as usize <= most || (self.suspicion.glued > 0 && cost(&parted(self.sample)) as usize <= most)
    }

    /// Whether what has been found costs no more than right text, and saves so much
    /// that no other reading need be looked at.
    fn is_settled(&self, saving: u32) -> bool {
        self.best.as_ref().is_some_and(|best| {
            let is_right = best.half_bits as usize <= best.text.chars().count() * RIGHT;
            let is_doubtful = !best.is_all_utf_8 && best.text.chars().any(|c| Class::of(c).is(Class::ACCENT));
            best.price == 0 && best.takes_all && !is_doubtful && is_right && best.half_bits + saving <= self.now
        })
    }

    /// Takes part with UTF-8 read in a charset: whole, with replacement characters in
    /// it, or with losses that are to be guessed.
    fn add_utf_8(&mut self, number: usize) {
        let chain = |damage| utf_8(number, damage);
        let price = match self.suspicion.controls && !chain(Damage::None).read_as.has_controls() {
            true => rarity(number) + CONTROLS,
            false => rarity(number),
        };
        let is_whole = self.add(chain(Damage::None), price, LEAST_SAVING);
        if self.sample.contains(char::REPLACEMENT_CHARACTER) {
            self.add(chain(Damage::Replaced), price, LEAST_REPLACED_SAVING);
        }
        if is_whole || self.suspicion.lone || self.sample.contains('?') {
            self.add(chain(Damage::Guessed), price + DAMAGE, LEAST_SAVING);
        }
    }

    /// Takes part with the chain's reading, which costs `price` more than it spells
    /// and has to save `least`. Tells whether it changes anything.
    fn add(&mut self, chain: Chain, price: u32, least: u32) -> bool {
        let Some(spelt) = Spelt::of(&chain, self.sample) else { return false };
        if self.best.as_ref().is_some_and(|best| best.text == spelt.text && best.price <= price) {
            return true;
        }
        let half_bits = cost(&spelt.text) + price;
        let best = self.best.as_ref().map_or(u32::MAX, |best| best.half_bits);
        let is_utf_8 = matches!(chain.written_in, Written::Utf8);
        let now = if is_utf_8 { self.now } else { self.now.min(self.respelt()) };
        let is_all_utf_8 = is_utf_8 && spelt.changes > 1 && !spelt.leaves_some;
        let is_better = match self.best.as_ref().is_some_and(|best| best.is_all_utf_8) == is_all_utf_8 {
            true => half_bits < best,
            false => is_all_utf_8,
        };
        let saves = is_better && half_bits + self.least(&chain, &spelt, least) <= now;
        if saves && self.is_plausible(&chain, &spelt, half_bits) {
            let takes_all = if is_utf_8 { !spelt.leaves_some } else { spelt.takes_all };
            self.best = Some(Reading { chain, text: spelt.text, price, half_bits, takes_all, is_all_utf_8 });
        }
        true
    }

    /// What the reading has to save, for what speaks against it.
    fn least(&self, chain: &Chain, spelt: &Spelt, least: u32) -> u32 {
        match chain.written_in {
            Written::Utf8 if spelt.leaves_some => least.max(LEAST_INCONSISTENT_SAVING),
            Written::Utf8 if spelt.changes == 1 && self.letters == 0 => least.max(LEAST_LONE_SAVING),
            Written::Utf8 => least,
            _ if spelt.takes_all => least,
            _ => least.max(LEAST_INCONSISTENT_LEGACY_SAVING),
        }
    }

    /// Whether the reading could be real: what is hopeless may cost more than any
    /// reading of it.
    fn is_plausible(&self, chain: &Chain, spelt: &Spelt, half_bits: u32) -> bool {
        let length = spelt.text.chars().count() as u32;
        match chain.written_in {
            Written::Utf8 => {
                half_bits <= length * if spelt.leaves_some { MOST_OF_INCONSISTENT_LAYER } else { MOST_OF_LAYER }
                    && (!spelt.leaves_some || oddities(&spelt.text, true) <= oddities(self.sample, true) + CUT_EDGES)
            }
            Written::Multi(_) => {
                let is_tidy = ranking::is_dense(self.sample) && self.is_tidier(spelt) && spelt.takes_all;
                half_bits <= length * MOST_OF_IDEOGRAPH
                    && is_tidy
                    && is_running_han(&spelt.text)
                    && chain.may_spell(&spelt.text)
            }
            Written::Single(_) => {
                half_bits <= length * MOST_OF_LETTER && self.is_tidier(spelt) && self.is_legacy(spelt, half_bits)
            }
        }
    }

    fn is_tidier(&self, spelt: &Spelt) -> bool {
        oddities(&spelt.text, false) * FEWER_ODDITIES <= oddities(self.sample, false) + self.suspicion.odd
    }

    /// Misreading makes symbols of letters, rarely letters of symbols (quotation marks); and where both
    /// readings are in Latin letters, one word in four shows it, or the reading saves a lot.
    fn is_legacy(&self, spelt: &Spelt, half_bits: u32) -> bool {
        let is_foreign = |c: char| Class::of(c).is(Class::LETTER) && !Class::of(c).is(Class::LATIN);
        let is_latin = !self.sample.contains(is_foreign) && !spelt.text.contains(is_foreign);
        !spelt.text.contains(char::REPLACEMENT_CHARACTER)
            && letters(&spelt.text) * 20 >= self.letters * 19
            && (!is_latin
                || self.suspicion.odd * 4 >= self.suspicion.words
                || half_bits + LEAST_FAINT_SAVING <= self.now)
    }
}

/// What the sample costs where letters that were mixed up with their look-alikes are
/// put right.
fn respelt(sample: &str) -> u32 {
    let traits = scan(sample);
    let mut text = Rewrite::new(sample);
    match mixed_script::repair(&mut text, traits) {
        mixed_script::Repaired::None => u32::MAX,
        _ => cost(text.text()),
    }
}

/// The text with a blank between a small letter and a capital one.
fn parted(text: &str) -> String {
    let mut last = ' ';
    let mut parted = String::with_capacity(text.len() + 1);
    for c in text.chars() {
        if last.is_lowercase() && c.is_uppercase() {
            parted.push(' ');
        }
        parted.push(c);
        last = c;
    }
    parted
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| Class::of(*c).is(Class::LETTER)).count()
}

/// What a chain makes of a sample.
struct Spelt {
    text: String,
    /// Characters that it spells.
    changes: usize,
    /// Whether the chain's charsets have all words beyond ASCII.
    takes_all: bool,
    /// Whether characters beyond ASCII stay outside of these.
    leaves_some: bool,
}

impl Spelt {
    /// The sample as the chain reads it, if it changes anything.
    fn of(chain: &Chain, sample: &str) -> Option<Self> {
        let Mending { places, takes_all } = chain.mend(sample);
        let changes = places.iter().map(|(_, with)| with.chars().count()).sum();
        let mut spelt = Self { text: String::with_capacity(sample.len()), changes, takes_all, leaves_some: false };
        let (mut at, mut left) = (0, Vec::new());
        for (range, with) in places {
            left.push(spelt.leave(&sample[at..range.start]));
            spelt.text.push_str(&with);
            at = range.end;
        }
        left.push(spelt.leave(&sample[at..]));
        let losses = if chain.damage == Damage::Guessed { chain.mend_losses(&spelt.text) } else { Vec::new() };
        spelt.leaves_some = left.into_iter().any(|range| has_left(&spelt.text, range, &losses));
        spelt.changes += losses.len();
        for (range, with) in losses.into_iter().rev() {
            spelt.text.replace_range(range, &with);
        }
        (spelt.changes > 0).then_some(spelt)
    }

    /// Takes `text` as it is; gives where it stands now.
    fn leave(&mut self, text: &str) -> Range<usize> {
        let start = self.text.len();
        self.text.push_str(text);
        start..self.text.len()
    }
}

/// Whether there are characters beyond ASCII in a range of `text` and outside of `losses`.
fn has_left(text: &str, range: Range<usize>, losses: &[Mended]) -> bool {
    let beyond = |c: char| !c.is_ascii() && !matches!(c, '\u{A0}' | '\u{FFFD}' | '\u{80}'..='\u{9F}');
    let is_lost = |at: usize| losses.iter().any(|(loss, _)| loss.contains(&at));
    text[range.clone()].char_indices().any(|(at, c)| beyond(c) && !is_lost(range.start + at))
}
