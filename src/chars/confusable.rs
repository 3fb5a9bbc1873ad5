//! Latin and Cyrillic letters that look the same.
//!
//! Source: the one-to-one pairs between the two scripts in Unicode's
//! confusables.txt (UTS #39, version 16.0) that letters of today's alphabets
//! take part in, and the pairs of the same shape with a diaeresis.

/// (Latin, Cyrillic), in the order of the Latin letters.
const PAIRS: &[(char, char)] = &[
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('I', 'І'),
    ('J', 'Ј'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('S', 'Ѕ'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('i', 'і'),
    ('j', 'ј'),
    ('o', 'о'),
    ('p', 'р'),
    ('s', 'ѕ'),
    ('x', 'х'),
    ('y', 'у'),
    ('Ë', 'Ё'),
    ('Ï', 'Ї'),
    ('ë', 'ё'),
    ('ï', 'ї'),
];

/// The Cyrillic letter that looks like the Latin letter `c`.
pub(crate) fn to_cyrillic(c: char) -> Option<char> {
    PAIRS.iter().find(|(latin, _)| *latin == c).map(|(_, cyrillic)| *cyrillic)
}

/// The Latin letter that looks like the Cyrillic letter `c`.
pub(crate) fn to_latin(c: char) -> Option<char> {
    PAIRS.iter().find(|(_, cyrillic)| *cyrillic == c).map(|(latin, _)| *latin)
}
