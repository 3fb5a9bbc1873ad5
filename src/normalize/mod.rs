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

use crate::chars::scan::{Traits, scan, specials};
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
    let is_sound = traits.is_plain() || !is_suspicious(source, traits);
    if is_sound && !(options.folds_lines() && style::may_change(source, &options)) {
        return Cow::Borrowed(source);
    }
    let (text, found) = repaired(source, options, memory).finish(offset);
    edits.extend(found);
    text
}

/// The second gate, for lines with bytes that are mostly harmless: dashes,
/// quotation marks, letters beyond Latin and Cyrillic.
fn is_suspicious(source: &str, traits: Traits) -> bool {
    let certain = traits.has(Traits::CONTROL)
        || traits.has(Traits::AMPERSAND)
        || traits.has(Traits::BLANKS)
        || traits.has(Traits::MISREAD)
        || traits.mixes_scripts();
    certain
        || (traits.has(Traits::SPECIAL) && specials(source).any(is_odd))
        || (traits.has(Traits::UNNORMALIZED)
            && (invisible::has_rare(source)
                || unicode_normalization::is_nfc_quick(source.chars()) != unicode_normalization::IsNormalized::Yes))
}

fn is_odd(c: char) -> bool {
    c.is_whitespace()
        || crate::chars::invisible::invisible(c).is_some()
        || unicode_normalization::char::canonical_combining_class(c) != 0
        || unicode_normalization::is_nfc_quick(std::iter::once(c)) != unicode_normalization::IsNormalized::Yes
}

fn repaired<'s>(source: &'s str, options: NormalizeOptions, memory: &mut mojibake::Memory) -> Rewrite<'s> {
    let mut text = Rewrite::new(source);
    let folds = options.folds_lines();
    // Controls and no-break blanks may be bytes of letters, so this comes first.
    misread(&mut text, options, memory);
    basic(&mut text, options);
    for _ in 0..MOST_ROUNDS {
        let traits = scan(text.text().as_bytes());
        let decoded = options.entities && traits.has(Traits::AMPERSAND) && entities::decode(&mut text);
        let mixed = options.mixed_script && (decoded || traits.mixes_scripts()) && mixed_script::repair(&mut text);
        let misread = misread(&mut text, options, memory);
        let folded = folds && style::apply(&mut text, &options);
        if !decoded && !mixed && !misread && !folded {
            return text;
        }
        basic(&mut text, options);
    }
    let mut text = Rewrite::new(source);
    basic(&mut text, options);
    text
}

fn misread(text: &mut Rewrite<'_>, options: NormalizeOptions, memory: &mut mojibake::Memory) -> bool {
    options.mojibake && mojibake::may_change(scan(text.text().as_bytes())) && mojibake::repair(text, memory)
}

/// The repairs that, done once in this order, have nothing left to do.
fn basic(text: &mut Rewrite<'_>, options: NormalizeOptions) {
    let choice = invisible::Choice { invisible: options.invisible, control: options.control };
    let mut traits = scan(text.text().as_bytes());
    if options.nfc && nfc::may_change(text.text(), traits) && nfc::compose(text) {
        traits = scan(text.text().as_bytes());
    }
    if invisible::may_change(text.text(), traits) && invisible::remove(text, choice) {
        // What was parted by an invisible character may compose now.
        let _ = options.nfc && nfc::compose(text);
        traits = scan(text.text().as_bytes());
    }
    if blanks::may_change(text.text(), traits) {
        blanks::tidy(text, options.white_space);
    }
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
            let traits = scan(line.as_bytes());
            let text = || Rewrite::new(&line);
            assert!(nfc::may_change(&line, traits) || !nfc::compose(&mut text()), "{c:?}");
            assert!(invisible::may_change(&line, traits) || !invisible::remove(&mut text(), choice), "{c:?}");
            assert!(blanks::may_change(&line, traits) || !blanks::tidy(&mut text(), true), "{c:?}");
        }
    }
}
