//! Written by `tools/train` (docs/metadata.md).

/// Points by sign and answer.
#[rustfmt::skip]
pub(in super::super) const POINTS: &[&[i32]] = &[
    // candidates below, above the text
    &[2, 7, 8, 4, -1, -5, -6],
    // words
    &[-8, -3, 3, 4, 8, 5, 9, 4, -6, -15, -19],
    // what the model of content says, in tenths of a logit
    &[-13, 2, 3, 8, 9, 9, 12, 12, 11, 12],
    // is in a list that a rule opened
    &[0, 0],
    // times on the page
    &[-1, 2, 4, -6],
    // bars and arrows
    &[6, 2, -9],
    // words in capitals
    &[3, 0, -4],
    // blocks down to a by-line or a date, 4 for none close by
    &[9, 6, 4, -9],
    // first character: sign, letter, digit, quotation mark
    &[-11, 5, 8, 9],
    // percent of its content words that the text has, -1 without any
    &[-10, -7, 1, 4, 5, 4, 9, 6],
    // content words that the text has more than once
    &[-11, -7, 2, 14, 17],
    // is the page's first line
    &[-2, 2],
    // percent of content words in common with the first line
    &[-10, -12, -13, -15, 4, 14],
    // of the first line it is: less than most, most, all
    &[-9, 10, 3],
    // end of a trail: no line close by, a line above ends with it, it ends with one below
    &[-5, 7, -8],
];
