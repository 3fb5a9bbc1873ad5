//! Compatibility characters: widths, ligatures, and NFKC as a whole.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, decompose_compatible};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick, is_nfkc_quick};

use crate::edit::EditRule;
use crate::normalize::rewrite::{Replacement, Rewrite};

/// Brings `text` to NFKC, one edit for each stretch that changes. Characters
/// whose form has a blank beside something else stay (´, ¨, ﷺ): it would part
/// what is one word, and one block.
pub(super) fn nfkc(text: &mut Rewrite<'_>) -> bool {
    let current = text.text();
    if is_nfkc_quick(current.chars()) == IsNormalized::Yes {
        return false;
    }
    let found = stretches(current).filter_map(|stretch| composed(current, stretch)).collect();
    text.replace(found)
}

/// The stretches of `text` that are composed by themselves.
fn stretches(text: &str) -> impl Iterator<Item = Range<usize>> {
    let starts = text.char_indices().filter(|(at, c)| *at > 0 && is_boundary(*c)).map(|(at, _)| at);
    let mut start = 0;
    starts.chain([text.len()]).map(move |end| std::mem::replace(&mut start, end)..end)
}

/// Whether nothing before `c` can change what becomes of it: it decomposes to a
/// starter that composes with nothing before (UAX #15, section 9).
fn is_boundary(c: char) -> bool {
    if c.is_ascii() {
        return true;
    }
    let mut first = None;
    decompose_compatible(c, |part| first = first.or(Some(part)));
    let first = first.unwrap_or(c);
    canonical_combining_class(first) == 0 && is_nfc_quick(std::iter::once(first)) == IsNormalized::Yes
}

fn composed(text: &str, stretch: Range<usize>) -> Option<Replacement> {
    let old = &text[stretch.clone()];
    let first = old.chars().next().filter(|c| !c.is_ascii() || old.len() > 1)?;
    let kept = if has_blank(first) { first.len_utf8() } else { 0 };
    let composed: String = old[..kept].chars().chain(old[kept..].nfkc()).collect();
    (composed != old).then(|| Replacement::owned(stretch, composed, EditRule::Nfkc))
}

/// Whether the form of `c` is more than a blank, and has one.
fn has_blank(c: char) -> bool {
    let (mut count, mut blanks) = (0, 0);
    decompose_compatible(c, |part| {
        count += 1;
        blanks += usize::from(part == ' ');
    });
    blanks > 0 && count > 1
}

/// Brings full-width and half-width characters to their ordinary width; a
/// half-width sound mark joins its letter.
pub(super) fn widths(text: &mut Rewrite<'_>) -> bool {
    let current = text.text();
    if !current.contains(has_width) {
        return false;
    }
    let ordinary = |stretch: Range<usize>| {
        let old = &current[stretch.clone()];
        old.contains(has_width).then(|| Replacement::owned(stretch, ordinary(old), EditRule::Width))
    };
    let found = stretches(current).filter_map(ordinary).collect();
    text.replace(found)
}

/// The full-width and half-width forms (Unicode block of that name), with the
/// full-width macron, which NFKC would make a blank with a mark.
fn has_width(c: char) -> bool {
    matches!(c, '\u{FF01}'..='\u{FFBE}' | '\u{FFC2}'..='\u{FFC7}' | '\u{FFCA}'..='\u{FFCF}' | '\u{FFD2}'..='\u{FFD7}'
        | '\u{FFDA}'..='\u{FFDC}' | '\u{FFE0}'..='\u{FFE6}' | '\u{FFE8}'..='\u{FFEE}')
}

fn ordinary(text: &str) -> String {
    let mut ordinary = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{FFE3}' => ordinary.push('¯'),
            _ if has_width(c) => decompose_compatible(c, |part| ordinary.push(part)),
            _ => ordinary.push(c),
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

    type Step = fn(&mut Rewrite<'_>) -> bool;

    fn done(step: Step, text: &str) -> String {
        let mut rewrite = Rewrite::new(text);
        step(&mut rewrite);
        rewrite.text().to_owned()
    }

    #[test]
    fn each_form_becomes_the_ordinary_one() {
        let cases: [(Step, &str, &str); 10] = [
            (widths, "ＡＢＣ！ ｶﾞｷﾞ ￥１００ ￣", "ABC! ガギ ¥100 ¯"),
            (widths, "ﾡ￨ x² ﬁ", "ᄀ│ x² ﬁ"),
            (ligatures, "oﬃce, ǆep, ĳs, ﬓ, ﻻ", "office, džep, ijs, մն, لا"),
            (ligatures, "œuvre, æ, x², Ａ, ﷺ, ﹰ", "œuvre, æ, x², Ａ, ﷺ, ﹰ"),
            (nfkc, "x², №, ﬁ, Ａ, ½, ™", "x2, No, fi, A, 1⁄2, TM"),
            (nfkc, "e\u{301} ｶﾞ ﬁ\u{301} ﾡﾟ", "é ガ fí ᄀ\u{309a}"),
            (nfkc, "´ ¨\u{2009}ﷺ ´\u{2009}", "´ ¨ ﷺ ´ "),
            (widths, "かﾞ ﾡￂ", "が 가"),
            (nfkc, "plain — «text»", "plain — «text»"),
            (nfkc, "㍿ ℡", "株式会社 TEL"),
        ];
        for (step, source, wanted) in cases {
            assert_eq!(done(step, source), wanted);
        }
    }
}
