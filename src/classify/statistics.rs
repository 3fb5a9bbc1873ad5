//! The score of a block by its own statistics: above zero for running text,
//! below for the short lines of menus and lists of links.

use super::evidence::{Ending, Evidence, Marker};

/// Running text has at least this many words.
const FEWEST_WORDS: u32 = 8;

/// Longer paragraphs are not surer than those of this many words.
const MOST_WORDS: u32 = 60;

/// What a line that is no running text counts against its stretch, in words.
const SHORT_LINE: i64 = -15;

/// A line of words without a sentence's end: a headline, a caption, a title.
const HEADLINE: i64 = -11;

/// A short sentence: dialogue, a remark, an answer.
const SHORT_SENTENCE: i64 = -3;

/// A list's item: content where its neighbours are.
const LIST_ITEM: i64 = -5;

/// A clause that ends in a semicolon or a comma: part of a list in running text.
const CLAUSE: i64 = -2;

/// A name and a value: a property in a table, a recipe's times; but also the
/// furniture of forums and shops.
const PAIR: i64 = -8;

/// A line that introduces what follows.
const INTRODUCTION: i64 = -2;

/// Whether the block is running text by itself.
pub(super) fn is_running_text(evidence: &Evidence) -> bool {
    let ends = match evidence.ending {
        Ending::Sentence => true,
        Ending::Colon => evidence.words >= FEWEST_WORDS,
        Ending::Clause | Ending::Open => evidence.words >= 4 * FEWEST_WORDS,
    };
    ends && evidence.words >= FEWEST_WORDS && evidence.letters
}

/// The score, in words.
pub(super) fn score(evidence: &Evidence) -> i64 {
    if is_running_text(evidence) {
        return i64::from(evidence.words.min(MOST_WORDS));
    }
    match (evidence.ending, evidence.marker) {
        _ if !evidence.letters => SHORT_LINE,
        (Ending::Clause, _) if evidence.words > 1 => CLAUSE,
        (_, Some(Marker::Quantity)) if evidence.words > 1 => LIST_ITEM,
        (_, Some(_)) if evidence.words > 3 => LIST_ITEM,
        (Ending::Sentence, _) if evidence.words > 2 => SHORT_SENTENCE,
        (Ending::Colon, _) if evidence.words > 1 => INTRODUCTION,
        (Ending::Open, _) if evidence.pair => PAIR,
        _ if evidence.words >= FEWEST_WORDS => HEADLINE,
        _ => SHORT_LINE,
    }
}
