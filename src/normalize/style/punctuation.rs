//! Quotation marks, dashes, ellipses and bullets.

use std::borrow::Cow;

use super::apostrophes::is_letter_like;
use crate::edit::EditRule;
use crate::normalize::NormalizeOptions;
use crate::normalize::policy::{Bullets, Dashes, Ellipsis, Quotes};
use crate::normalize::rewrite::{Replacement, Rewrite};

/// Marks, in the order of their code points, and what each becomes.
type Marks = [(char, &'static str)];

/// Source: Unicode 16.0, property Quotation_Mark, without the brackets of
/// Chinese and Japanese titles; the ornamental marks; the double prime, which
/// typewriters' users set for a quotation mark; the gershayim of Hebrew.
const DOUBLE_QUOTES: &Marks = &[
    ('«', "\""),
    ('»', "\""),
    ('\u{5F4}', "\""),
    ('“', "\""),
    ('”', "\""),
    ('„', "\""),
    ('‟', "\""),
    ('″', "\""),
    ('❝', "\""),
    ('❞', "\""),
    ('⹂', "\""),
    ('「', "\""),
    ('」', "\""),
    ('『', "\""),
    ('』', "\""),
    ('〝', "\""),
    ('〞', "\""),
    ('〟', "\""),
    ('\u{FF02}', "\""),
    ('｢', "\""),
    ('｣', "\""),
];

/// The single marks of the same sources; between two letters they are apostrophes.
const SINGLE_QUOTES: &Marks = &[
    ('´', "'"),
    ('\u{5F3}', "'"),
    ('‘', "'"),
    ('’', "'"),
    ('‚', "'"),
    ('‛', "'"),
    ('′', "'"),
    ('‹', "'"),
    ('›', "'"),
    ('❛', "'"),
    ('❜', "'"),
    ('\u{FF07}', "'"),
];

/// Source: Unicode 16.0, property Dash, without the wavy ones; the hyphen
/// bullet is a bullet.
const DASHES: &Marks = &[
    ('\u{58A}', "-"),
    ('\u{5BE}', "-"),
    ('\u{2010}', "-"),
    ('\u{2011}', "-"),
    ('\u{2012}', "-"),
    ('\u{2013}', "-"),
    ('\u{2014}', "-"),
    ('\u{2015}', "-"),
    ('\u{2212}', "-"),
    ('\u{2E3A}', "-"),
    ('\u{2E3B}', "-"),
    ('\u{FE58}', "-"),
    ('\u{FE63}', "-"),
    ('\u{FF0D}', "-"),
];

const ELLIPSES: &Marks = &[('‥', ".."), ('…', "..."), ('⋯', "...")];

const BULLETS: &Marks = &[('•', "*"), ('‣', "*"), ('⁃', "*"), ('∙', "*"), ('▪', "*"), ('▫', "*"), ('◦', "*")];

pub(super) fn is_on(options: &NormalizeOptions) -> bool {
    kinds(options).into_iter().any(|(is_on, _, _)| is_on) || options.quotes == Quotes::Ascii
}

/// Writes what the options ask for in ASCII.
pub(super) fn fold(text: &mut Rewrite<'_>, options: &NormalizeOptions) -> bool {
    let mut changed = options.quotes == Quotes::Ascii && single_quotes(text);
    for (_, rule, marks) in kinds(options).into_iter().filter(|(is_on, _, _)| *is_on) {
        changed |= super::each(text, rule, |c| ascii(c, marks).map(Cow::Borrowed));
    }
    changed
}

fn kinds(options: &NormalizeOptions) -> [(bool, EditRule, &'static Marks); 4] {
    [
        (options.quotes == Quotes::Ascii, EditRule::Quotes, DOUBLE_QUOTES),
        (options.dashes == Dashes::Ascii, EditRule::Dashes, DASHES),
        (options.ellipsis == Ellipsis::Ascii, EditRule::Ellipsis, ELLIPSES),
        (options.bullets == Bullets::Ascii, EditRule::Bullets, BULLETS),
    ]
}

fn ascii(c: char, marks: &Marks) -> Option<&'static str> {
    if c.is_ascii() {
        return None;
    }
    marks.binary_search_by_key(&c, |(mark, _)| *mark).ok().map(|found| marks[found].1)
}

/// Single marks that are no apostrophes.
fn single_quotes(text: &mut Rewrite<'_>) -> bool {
    let current = text.text();
    let mut found = Vec::new();
    let mut before = None;
    for (at, c) in current.char_indices() {
        let end = at + c.len_utf8();
        let between =
            || before.is_some_and(is_letter_like) && current[end..].chars().next().is_some_and(is_letter_like);
        if let Some(with) = ascii(c, SINGLE_QUOTES).filter(|_| !between()) {
            found.push(Replacement::new(at..end, with, EditRule::Quotes));
        }
        before = Some(c);
    }
    text.replace(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_sorted() {
        for marks in [DOUBLE_QUOTES, SINGLE_QUOTES, DASHES, ELLIPSES, BULLETS] {
            assert!(marks.windows(2).all(|pair| pair[0].0 < pair[1].0), "{marks:?}");
        }
    }
}
