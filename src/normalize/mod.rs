//! Normalisation: the repair of letters and white space, and the folding of
//! differences where options ask for it, as edits.

mod blanks;
mod entities;
pub(crate) mod hyphens;
mod invisible;
mod mixed_script;
pub(crate) mod mojibake;
mod nfc;
mod options;
pub(crate) mod policy;
mod rewrite;
mod style;

use std::borrow::Cow;

use crate::chars::scan::{Traits, scan};
use crate::edit::EditRecord;
pub use options::NormalizeOptions;
use rewrite::Rewrite;

/// Repairs and foldings feed each other: a character that was taken out may complete
/// a reference, a decoded letter may compose with its neighbour, a letter without its
/// accent may be one that was mixed up. They are repeated
/// until nothing changes; a line that is still changing after this many rounds
/// was made to do so, and only gets the repairs that need no second round.
const MOST_ROUNDS: usize = 6;

/// Repairs one line; `offset` is where it starts in the source. Lines without
/// faults are borrowed.
pub(crate) fn line<'s>(
    source: &'s str,
    traits: Traits,
    offset: usize,
    options: NormalizeOptions,
    memory: &mut mojibake::Memory,
    edits: &mut Vec<EditRecord>,
) -> Cow<'s, str> {
    let folds = options.folds_lines() && style::may_change(source, &options);
    if traits.is_plain() && !folds {
        return Cow::Borrowed(source);
    }
    let misread = options.mojibake && mojibake::may_change(source, traits);
    let mixes = options.mixed_script && mixed_script::may_change(source, traits);
    let faults = misread || is_suspicious(source, traits) || (mixes && traits.has(Traits::UNNORMALIZED));
    let text = if misread {
        reread(source, traits, options, memory)
    } else if folds || faults {
        repaired(source, traits, options, memory)
    } else if mixes {
        Some(respelt(source, traits))
            .filter(|text| !is_read_later(text, options))
            .unwrap_or_else(|| Rewrite::new(source))
    } else {
        return Cow::Borrowed(source);
    };
    let (text, found) = text.finish(offset);
    edits.extend(found);
    text
}

/// Repairs a line that may be misread, if what comes out would stay as it is: else the
/// reading was chance. What lines before were read in counts only where it is needed.
fn reread<'s>(
    source: &'s str,
    traits: Traits,
    options: NormalizeOptions,
    memory: &mut mojibake::Memory,
) -> Rewrite<'s> {
    for mut known in [*memory, mojibake::Memory::default()] {
        if let Some(text) = settled(source, traits, options, &mut known) {
            *memory = known;
            return text;
        }
    }
    let mut others = options;
    others.mojibake = false;
    let text = repaired(source, traits, others, memory);
    if !is_read_later(&text, options) {
        return text;
    }
    others.mixed_script = false;
    repaired(source, traits, others, memory)
}

/// A line with all repairs, if they have nothing left to do.
fn settled<'s>(
    source: &'s str,
    traits: Traits,
    options: NormalizeOptions,
    memory: &mut mojibake::Memory,
) -> Option<Rewrite<'s>> {
    let text = repaired(source, traits, options, memory);
    let stays = |text: &str| repaired(text, scan(text), options, &mut mojibake::Memory::default()).text() == text;
    (text.text() == source || stays(text.text())).then_some(text)
}

/// Whether a line without its misreading repaired would be read again when it comes back,
/// as letters that were respelt may make a reading possible.
fn is_read_later(text: &Rewrite<'_>, options: NormalizeOptions) -> bool {
    let (text, traits) = (text.text(), scan(text.text()));
    let may_be_read = options.mojibake && mojibake::may_change(text, traits);
    let read = may_be_read.then(|| settled(text, traits, options, &mut mojibake::Memory::default())).flatten();
    read.is_some_and(|read| read.text() != text)
}

/// The second gate, for lines with bytes that are mostly harmless: dashes,
/// quotation marks, letters beyond Latin and Cyrillic.
fn is_suspicious(source: &str, traits: Traits) -> bool {
    let certain = traits.has(Traits::CONTROL) || traits.has(Traits::AMPERSAND) || traits.has(Traits::BLANKS);
    certain
        || traits.has(Traits::SPECIAL)
        || (traits.has(Traits::UNNORMALIZED)
            && (invisible::has_rare(source)
                || unicode_normalization::is_nfc_quick(source.chars()) != unicode_normalization::IsNormalized::Yes))
}

/// Repairs a line that has no faults but look-alikes, which no other repair minds.
fn respelt(source: &str, traits: Traits) -> Rewrite<'_> {
    let mut text = Rewrite::new(source);
    for _ in 0..MOST_ROUNDS {
        match mixed_script::repair(&mut text, traits) {
            mixed_script::Repaired::Some => {}
            mixed_script::Repaired::None | mixed_script::Repaired::All => return text,
        }
    }
    Rewrite::new(source)
}

fn repaired<'s>(
    source: &'s str,
    traits: Traits,
    options: NormalizeOptions,
    memory: &mut mojibake::Memory,
) -> Rewrite<'s> {
    let mut text = Rewrite::new(source);
    let mut now = traits;
    // Controls and no-break blanks may be bytes of letters, so this comes first.
    let mut is_new = misread(&mut text, &mut now, options, memory);
    is_new |= basic(&mut text, &mut now, options);
    for _ in 0..MOST_ROUNDS {
        let decoded = options.entities && now.has(Traits::AMPERSAND) && entities::decode(&mut text);
        if decoded {
            now = scan(text.text());
        }
        let misread = (is_new || decoded) && misread(&mut text, &mut now, options, memory);
        let mixes = options.mixed_script && mixed_script::may_change(text.text(), now);
        let is_respelt = mixes && mixed_script::repair(&mut text, now) != mixed_script::Repaired::None;
        let folded = options.folds_lines() && style::apply(&mut text, &options);
        if !decoded && !misread && !is_respelt && !folded {
            return text;
        }
        now = scan(text.text());
        basic(&mut text, &mut now, options);
        is_new = true;
    }
    let mut text = Rewrite::new(source);
    now = traits;
    basic(&mut text, &mut now, options);
    text
}

/// Tells whether it did anything, as do all repairs.
fn misread(text: &mut Rewrite<'_>, now: &mut Traits, options: NormalizeOptions, memory: &mut mojibake::Memory) -> bool {
    options.mojibake && mojibake::may_change(text.text(), *now) && mojibake::repair(text, now, memory)
}

/// The repairs that, done once in this order, have nothing left to do.
fn basic(text: &mut Rewrite<'_>, now: &mut Traits, options: NormalizeOptions) -> bool {
    let choice = invisible::Choice { invisible: options.invisible, control: options.control };
    let mut changed = composed(text, now, options);
    if invisible::may_change(text.text(), *now) && invisible::remove(text, choice) {
        *now = scan(text.text());
        changed = true;
        // What was parted by an invisible character may compose now.
        composed(text, now, options);
    }
    if blanks::may_change(text.text(), *now) && blanks::tidy(text, options.white_space) {
        *now = scan(text.text());
        changed = true;
    }
    changed
}

fn composed(text: &mut Rewrite<'_>, now: &mut Traits, options: NormalizeOptions) -> bool {
    let changed = options.nfc && nfc::may_change(text.text(), *now) && nfc::compose(text);
    if changed {
        *now = scan(text.text());
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A gate may open in vain, but never stays shut where its repair has work.
    #[test]
    fn gates_open_for_every_character_that_is_repaired() {
        let choice = invisible::Choice { invisible: true, control: true };
        for c in char::MIN..=char::MAX {
            let line = format!("a{c}b");
            let traits = scan(&line);
            let text = || Rewrite::new(&line);
            assert!(nfc::may_change(&line, traits) || !nfc::compose(&mut text()), "{c:?}");
            assert!(invisible::may_change(&line, traits) || !invisible::remove(&mut text(), choice), "{c:?}");
            assert!(blanks::may_change(&line, traits) || !blanks::tidy(&mut text(), true), "{c:?}");
        }
    }
}
