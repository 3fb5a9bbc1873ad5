//! Written by `tools/train` (docs/metadata.md).

/// Points by sign and answer.
#[rustfmt::skip]
pub(in super::super) const POINTS: &[&[i32]] = &[
    // candidates below, above the text
    &[1, 6, 7, 4, -1, -4, -5],
    // words
    &[-9, -3, 4, 5, 8, 5, 8, 4, -4, -10, -16],
    // what the model of content says, in tenths of a logit
    &[-14, 1, 2, 7, 9, 9, 12, 13, 14, 15],
    // is in a list that a rule opened
    &[1, -1],
    // times on the page
    &[-1, 3, 4, -5],
    // bars and arrows
    &[2, 1, -3],
    // words in capitals
    &[3, 0, -5],
    // blocks down to a by-line or a date, 4 for none close by
    &[8, 5, 3, -8],
    // first character: sign, letter, digit, quotation mark
    &[-11, 6, 8, 8],
    // percent of its content words that the text has, -1 without any
    &[-10, -6, 2, 5, 4, 3, 9, 7],
    // content words that the text has more than once
    &[-11, -7, 3, 14, 16],
    // is the page's first line
    &[-3, 3],
    // percent of content words in common with the first line
    &[-7, -11, -13, -15, 3, 13],
    // of the first line it is: less than most, most, all
    &[-8, 9, 3],
];
