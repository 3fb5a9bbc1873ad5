//! Written by `tools/train` (docs/metadata.md).

/// Lines with fewer points are no headings.
pub(super) const FEWEST: i32 = 2;

/// Points by sign and answer.
#[rustfmt::skip]
pub(in super::super) const POINTS: &[&[i32]] = &[
    // words
    &[10, 10, 5, 4, 3, 0, -3, -5, -10, -13],
    // end: open, colon, question, call, ellipsis, full stop
    &[9, -8, 10, 1, -8, -20],
    // first character: sign, letter, digit, quotation mark
    &[-9, 0, -7, -2],
    // percent of words with a capital, but for the first
    &[0, -3, -1, 1, 2, -1, -1],
    // percent of words in capitals alone
    &[0, -1, -3, -9],
    // numbered, or with number signs
    &[-1, 13],
    // percent of numbers among the words
    &[1, 0, -6, -8],
    // commas
    &[1, -4, -6],
    // bars and arrows
    &[0, -18],
    // brackets
    &[0, -9],
    // quotation marks
    &[-1, 0],
    // a colon inside
    &[0, -5],
    // a year, a time of day
    &[0, -4, -8, -10],
    // full stops inside
    &[-1, -1, 4],
    // a likely rule fits: none, content, metadata, artifact
    &[-1, 8, 6, 4],
    // what the model of content says, in tenths of a logit
    &[-27, -15, -7, -2, -2, -2, 2],
    // block of the article above
    &[7, 10, -2, 9, 2, 4, -5, 0],
    // block of the article below
    &[1, -5, 2, 1, 2, -1, 0, -6],
    // words of the block below
    &[2, -4, -5, -3, 0, 2, 5, 4],
    // blocks that are left out right above
    &[-1, 3, 1],
    // blocks that are left out right below
    &[0, -2, -1],
    // running text above, in the article
    &[-7, -2, 0, -1, 0, -1, 2],
    // running text below, in the article
    &[-3, 2, 0, -2, -2, -1, 0],
    // running text up to the candidate above
    &[-5, 1, 3, 4, 3, 1, -6],
    // running text down to the candidate below
    &[-1, -2, 2, -1, 0, 1, -3],
    // candidates of the article
    &[-11, -1, -2, 3, 1, 3, -1, -3, -1],
    // running text by candidate, in tenths
    &[-7, -7, 3, 2, -1, -1, 2, -1, 4, -1],
    // candidates that look alike
    &[0, 2, 2, -2, -3, -1],
    // percent of its content words that the blocks below have
    &[-3, -3, -2, 0, 0, 5, 5],
    // percent of its content words that the title has
    &[-4, -2, -2, 5, 5, 6],
    // times among the candidates
    &[-1, 1, 3],
    // percent of function words
    &[-1, -3, -2, 2, -1, 0],
    // words of the block above
    &[-8, -5, -2, -2, -1, 1, 4, 4],
    // second block of the article below
    &[-5, -1, 0, -1, -4, -2, 7, -1],
];
