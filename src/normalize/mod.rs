//! Normalisation: the repair of letters and white space, as edits.

mod blanks;
mod entities;
mod invisible;
mod mixed_script;
mod nfc;
mod rewrite;

use std::borrow::Cow;

use crate::chars::scan::{Traits, scan, specials};
use crate::edit::EditRecord;
use rewrite::Rewrite;

/// Which repairs are made. All of them, by default.
///
/// ```
/// use chysto::{Cleaner, NormalizeOptions};
///
/// let mut letters = NormalizeOptions::default();
/// letters.entities = false;
/// let cleaner = Cleaner::builder().normalize(letters).build().unwrap();
/// assert_eq!(cleaner.normalize("Q&amp;A  ,").text(), "Q&amp;A,");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
#[non_exhaustive]
pub struct NormalizeOptions {
    /// Decode HTML character references that were left in the text.
    pub entities: bool,
    /// Take out zero-width characters, soft hyphens and byte order marks that do nothing.
    pub invisible: bool,
    /// Take out control characters.
    pub control: bool,
    /// Bring characters to Unicode's normal form NFC. Without it the output is
    /// in NFC only where the source is.
    pub nfc: bool,
    /// Make runs of white space inside a line one blank, and take out blanks
    /// before a comma or a full stop.
    pub white_space: bool,
    /// Repair words in which a Latin letter stands for a Cyrillic one, or the reverse.
    pub mixed_script: bool,
}

impl Default for NormalizeOptions {
    fn default() -> Self {
        Self { entities: true, invisible: true, control: true, nfc: true, white_space: true, mixed_script: true }
    }
}

/// Repairs feed each other: a character that was taken out may complete a
/// reference, a decoded letter may compose with its neighbour. They are repeated
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
    edits: &mut Vec<EditRecord>,
) -> Cow<'s, str> {
    if traits.is_plain() {
        return Cow::Borrowed(source);
    }
    let mixes = options.mixed_script && mixed_script::may_change(source, traits);
    let text = if is_suspicious(source, traits) || (mixes && traits.has(Traits::UNNORMALIZED)) {
        repaired(source, traits, options)
    } else if mixes {
        respelt(source, traits)
    } else {
        return Cow::Borrowed(source);
    };
    let (text, found) = text.finish(offset);
    edits.extend(found);
    text
}

/// The second gate, for lines with bytes that are mostly harmless: dashes,
/// quotation marks, letters beyond Latin and Cyrillic.
fn is_suspicious(source: &str, traits: Traits) -> bool {
    let certain = traits.has(Traits::CONTROL) || traits.has(Traits::AMPERSAND) || traits.has(Traits::BLANKS);
    certain
        || (traits.has(Traits::SPECIAL) && specials(source).any(is_odd))
        || (traits.has(Traits::UNNORMALIZED)
            && unicode_normalization::is_nfc_quick(source.chars()) != unicode_normalization::IsNormalized::Yes)
}

fn is_odd(c: char) -> bool {
    c.is_whitespace()
        || crate::chars::invisible::invisible(c).is_some()
        || unicode_normalization::char::canonical_combining_class(c) != 0
        || unicode_normalization::is_nfc_quick(std::iter::once(c)) != unicode_normalization::IsNormalized::Yes
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

fn repaired(source: &str, traits: Traits, options: NormalizeOptions) -> Rewrite<'_> {
    let mut text = Rewrite::new(source);
    let mut now = basic(&mut text, traits, options);
    for _ in 0..MOST_ROUNDS {
        let decoded = options.entities && now.has(Traits::AMPERSAND) && entities::decode(&mut text);
        if decoded {
            now = scan(text.text().as_bytes());
        }
        let mixes = options.mixed_script && mixed_script::may_change(text.text(), now);
        let is_respelt = mixes && mixed_script::repair(&mut text, now) != mixed_script::Repaired::None;
        if !decoded && !is_respelt {
            return text;
        }
        now = scan(text.text().as_bytes());
        now = basic(&mut text, now, options);
    }
    let mut text = Rewrite::new(source);
    basic(&mut text, traits, options);
    text
}

/// The repairs that, done once in this order, have nothing left to do; gives the traits of
/// what came out.
fn basic(text: &mut Rewrite<'_>, mut traits: Traits, options: NormalizeOptions) -> Traits {
    let choice = invisible::Choice { invisible: options.invisible, control: options.control };
    if options.nfc && nfc::may_change(text.text(), traits) && nfc::compose(text) {
        traits = scan(text.text().as_bytes());
    }
    if invisible::may_change(text.text(), traits) && invisible::remove(text, choice) {
        traits = scan(text.text().as_bytes());
        // What was parted by an invisible character may compose now.
        if options.nfc && nfc::may_change(text.text(), traits) && nfc::compose(text) {
            traits = scan(text.text().as_bytes());
        }
    }
    if blanks::may_change(text.text(), traits) && blanks::tidy(text, options.white_space) {
        traits = scan(text.text().as_bytes());
    }
    traits
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
