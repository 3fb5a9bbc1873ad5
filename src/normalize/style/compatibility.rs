//! Compatibility characters: widths, ligatures, and NFKC as a whole.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, decompose_compatible};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

use crate::edit::EditRule;
use crate::normalize::rewrite::{Replacement, Rewrite};

/// Brings `text` to NFKC, one edit for each stretch that changes. A stretch
/// starts where nothing before can change it (UAX #15, section 9).
pub(super) fn nfkc(text: &mut Rewrite<'_>) -> bool {
    let current = text.text();
    if is_nfkc_quick(current.chars()) == IsNormalized::Yes {
        return false;
    }
    let mut found = Vec::new();
    let mut start = 0;
    for (at, _) in current.char_indices().filter(|(_, c)| is_boundary(*c)) {
        found.extend(composed(current, start..at));
        start = at;
    }
    found.extend(composed(current, start..current.len()));
    text.replace(found)
}

fn is_boundary(c: char) -> bool {
    c.is_ascii() || (canonical_combining_class(c) == 0 && is_nfkc_quick(std::iter::once(c)) == IsNormalized::Yes)
}

fn composed(text: &str, stretch: Range<usize>) -> Option<Replacement> {
    let old = &text[stretch.clone()];
    if old.is_ascii() {
        return None;
    }
    let composed: String = old.nfkc().collect();
    (composed != old).then(|| Replacement::owned(stretch, composed, EditRule::Nfkc))
}

/// Brings full-width and half-width characters to their ordinary width; a
/// half-width sound mark joins its letter.
pub(super) fn widths(text: &mut Rewrite<'_>) -> bool {
    let current = text.text();
    let mut found = Vec::new();
    let mut end = 0;
    while let Some(start) = current[end..].find(has_width).map(|at| end + at) {
        end = current[start..].find(|c| !has_width(c)).map_or(current.len(), |length| start + length);
        found.push(Replacement::owned(start..end, ordinary(&current[start..end]), EditRule::Width));
    }
    text.replace(found)
}

/// The full-width and half-width forms (Unicode block of that name), with the
/// full-width macron, which NFKC would make a blank with a mark.
fn has_width(c: char) -> bool {
    matches!(c, '\u{FF01}'..='\u{FFBE}' | '\u{FFC2}'..='\u{FFC7}' | '\u{FFCA}'..='\u{FFCF}' | '\u{FFD2}'..='\u{FFD7}'
        | '\u{FFDA}'..='\u{FFDC}' | '\u{FFE0}'..='\u{FFE6}' | '\u{FFE8}'..='\u{FFEE}')
}

fn ordinary(forms: &str) -> String {
    let mut ordinary = String::with_capacity(forms.len());
    for c in forms.chars() {
        match c {
            '\u{FFE3}' => ordinary.push('¯'),
            _ => decompose_compatible(c, |part| ordinary.push(part)),
        }
    }
    ordinary.nfc().collect()
}

/// Writes letters that are printed as one letter by letter.
pub(super) fn ligatures(text: &mut Rewrite<'_>) -> bool {
    super::each(text, EditRule::Ligature, |c| if is_ligature(c) { letters(c).map(Cow::Owned) } else { None })
}

/// ĳ, the Croatian digraphs, the ligatures of Latin, Armenian and Hebrew, and
/// the presentation forms of Arabic.
fn is_ligature(c: char) -> bool {
    matches!(c, '\u{132}' | '\u{133}' | '\u{1C4}'..='\u{1CC}' | '\u{1F1}'..='\u{1F3}' | '\u{FB00}'..='\u{FB17}'
        | '\u{FB20}'..='\u{FB28}' | '\u{FB4F}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// What NFKC has for `c`, if that is letters alone: phrases and marks that stand
/// by themselves stay.
fn letters(c: char) -> Option<String> {
    let mut letters = String::new();
    decompose_compatible(c, |part| letters.push(part));
    let letters: String = letters.nfc().collect();
    (!letters.chars().eq([c]) && letters.chars().all(char::is_alphabetic)).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(step: fn(&mut Rewrite<'_>) -> bool, text: &str) -> String {
        let mut rewrite = Rewrite::new(text);
        step(&mut rewrite);
        rewrite.text().to_owned()
    }

    #[test]
    fn each_form_becomes_the_ordinary_one() {
        let cases: [(fn(&mut Rewrite<'_>) -> bool, &str, &str); 8] = [
            (widths, "ＡＢＣ！ ｶﾞｷﾞ ￥１００ ￣", "ABC! ガギ ¥100 ¯"),
            (widths, "ﾡ￨ x² ﬁ", "ᄀ│ x² ﬁ"),
            (ligatures, "oﬃce, ǆep, ĳs, ﬓ, ﻻ", "office, džep, ijs, մն, لا"),
            (ligatures, "œuvre, æ, x², Ａ, ﷺ, ﹰ", "œuvre, æ, x², Ａ, ﷺ, ﹰ"),
            (nfkc, "x², №, ﬁ, Ａ, ½, ™", "x2, No, fi, A, 1⁄2, TM"),
            (nfkc, "e\u{301} ｶﾞ", "é ガ"),
            (nfkc, "plain — «text»", "plain — «text»"),
            (nfkc, "㍿ ℡", "株式会社 TEL"),
        ];
        for (step, source, wanted) in cases {
            assert_eq!(done(step, source), wanted);
        }
    }
}
