//! Foldings: differences that an option takes away, one subject a file.
//!
//! Each step finds its replacements in the present text. Steps may give each
//! other work (a full-width quotation mark becomes one that is to be ASCII), so
//! they are repeated with the repairs until none finds any.

mod apostrophes;
mod case;
mod compatibility;
mod diacritics;
mod digits;
mod emoji;
mod letters;
mod punctuation;
mod stress;
mod table;

use std::borrow::Cow;

use super::NormalizeOptions;
use super::policy::{Case, Compatibility, Diacritics, Digits, Ligatures, Stress, Widths};
use super::rewrite::{Replacement, Rewrite};
use crate::edit::EditRule;

/// A folding: whether an option asks for it, and what does it.
struct Step {
    is_on: fn(&NormalizeOptions) -> bool,
    fold: fn(&mut Rewrite<'_>, &NormalizeOptions) -> bool,
}

/// Punctuation goes before the compatibility forms, for those take a spacing
/// acute apart that is an apostrophe; stress before diacritics, for `á` in a
/// Cyrillic word is а; diacritics before case, so that `İ` is `i`.
const STEPS: &[Step] = &[
    Step { is_on: emoji::is_on, fold: emoji::fold },
    Step { is_on: |options| options.widths == Widths::Fold, fold: |text, _| compatibility::widths(text) },
    Step { is_on: |options| options.ligatures == Ligatures::Split, fold: |text, _| compatibility::ligatures(text) },
    Step { is_on: apostrophes::is_on, fold: apostrophes::fold },
    Step { is_on: punctuation::is_on, fold: punctuation::fold },
    Step { is_on: |options| options.compatibility == Compatibility::Nfkc, fold: |text, _| compatibility::nfkc(text) },
    Step { is_on: |options| options.digits == Digits::Ascii, fold: |text, _| digits::fold(text) },
    Step { is_on: |options| options.stress == Stress::Remove, fold: |text, _| stress::remove(text) },
    Step { is_on: letters::is_on, fold: letters::fold },
    Step { is_on: |options| options.diacritics == Diacritics::Fold, fold: |text, _| diacritics::fold(text) },
    Step { is_on: |options| options.case == Case::Fold, fold: |text, _| case::fold(text) },
];

/// Whether a line may hold something that [`apply`] changes. A line of ASCII has
/// only letters to fold, and marks that stand for an apostrophe.
pub(super) fn may_change(line: &str, options: &NormalizeOptions) -> bool {
    !line.is_ascii()
        || (options.case == Case::Fold && line.bytes().any(|byte| byte.is_ascii_uppercase()))
        || (apostrophes::is_on(options) && line.bytes().any(|byte| matches!(byte, b'\'' | b'`')))
}

/// Does every folding once; tells whether any found something.
pub(super) fn apply(text: &mut Rewrite<'_>, options: &NormalizeOptions) -> bool {
    let mut changed = false;
    for step in STEPS.iter().filter(|step| (step.is_on)(options)) {
        changed |= (step.fold)(text, options);
    }
    changed
}

/// Replaces every character for which `folded` gives something else.
fn each(text: &mut Rewrite<'_>, rule: EditRule, mut folded: impl FnMut(char) -> Option<Cow<'static, str>>) -> bool {
    let replacement =
        |(at, c): (usize, char)| folded(c).map(|with| Replacement::with(at..at + c.len_utf8(), with, rule));
    let found = text.text().char_indices().filter_map(replacement).collect();
    text.replace(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::policy::{Apostrophes, Preset};

    /// A line that the gate holds back has nothing to fold.
    #[test]
    fn the_gate_opens_for_every_character_that_is_folded() {
        let mut all = NormalizeOptions::preset(Preset::Search);
        all.apostrophes = Apostrophes::Letter;
        for c in char::MIN..=char::MAX {
            for line in [format!("a{c}b"), format!("-{c}-")] {
                let changed = apply(&mut Rewrite::new(&line), &all);
                assert!(!changed || may_change(&line, &all), "{c:?}");
            }
        }
    }
}
