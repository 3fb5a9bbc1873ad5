//! Latin and Cyrillic letters that look the same.
//!
//! Source: the one-to-one pairs between the two scripts in Unicode's
//! confusables.txt (UTS #39, version 16.0) that letters of today's alphabets
//! take part in; pairs of the same shape with a mark above or below (ë, ç, ķ); and
//! the Latin letters with an acute accent, for which Cyrillic has the letter and
//! U+0301.

/// (Latin, Cyrillic) in both directions.
const PAIRS: &[(&str, &str)] = &[
    ("A", "А"),
    ("B", "В"),
    ("C", "С"),
    ("E", "Е"),
    ("H", "Н"),
    ("I", "І"),
    ("J", "Ј"),
    ("K", "К"),
    ("M", "М"),
    ("O", "О"),
    ("P", "Р"),
    ("Q", "Ԛ"),
    ("S", "Ѕ"),
    ("T", "Т"),
    ("W", "Ԝ"),
    ("X", "Х"),
    ("Y", "У"),
    ("a", "а"),
    ("c", "с"),
    ("e", "е"),
    ("h", "һ"),
    ("i", "і"),
    ("j", "ј"),
    ("o", "о"),
    ("p", "р"),
    ("q", "ԛ"),
    ("s", "ѕ"),
    ("w", "ԝ"),
    ("x", "х"),
    ("y", "у"),
    ("Ä", "Ӓ"),
    ("Ç", "Ҫ"),
    ("Ë", "Ё"),
    ("Ï", "Ї"),
    ("Ö", "Ӧ"),
    ("ä", "ӓ"),
    ("ç", "ҫ"),
    ("ë", "ё"),
    ("ï", "ї"),
    ("ö", "ӧ"),
    ("Ă", "Ӑ"),
    ("ă", "ӑ"),
    ("Ĕ", "Ӗ"),
    ("ĕ", "ӗ"),
    ("Ķ", "Қ"),
    ("ķ", "қ"),
    ("Ə", "Ә"),
    ("ə", "ә"),
    ("Ɵ", "Ө"),
    ("ɵ", "ө"),
    ("Ȳ", "Ӯ"),
    ("ȳ", "ӯ"),
];

/// (Latin, Cyrillic) where the Cyrillic side has no character of its own.
const STRESSED: &[(&str, &str)] = &[
    ("Á", "А\u{301}"),
    ("É", "Е\u{301}"),
    ("Ó", "О\u{301}"),
    ("Ý", "У\u{301}"),
    ("á", "а\u{301}"),
    ("é", "е\u{301}"),
    ("ó", "о\u{301}"),
    ("ý", "у\u{301}"),
];

/// Letters that nearly every Cyrillic alphabet has, or that are borrowed with their words
/// (ё, ї), so that their language need not be asked for.
const OF_ALL_ALPHABETS: &str = "АВСЕНКМОРТХУасеорхуЁёЇї";

/// From code points, less `first`, to look-alikes.
struct Table<const LENGTH: usize> {
    first: usize,
    look_alikes: [&'static str; LENGTH],
}

impl<const LENGTH: usize> Table<LENGTH> {
    const fn new(first: usize) -> Self {
        Self { first, look_alikes: [""; LENGTH] }
    }

    const fn set(mut self, letter: &str, look_alike: &'static str) -> Self {
        self.look_alikes[code_point(letter) - self.first] = look_alike;
        self
    }

    fn get(&self, c: char) -> Option<&'static str> {
        let place = (c as usize).wrapping_sub(self.first);
        self.look_alikes.get(place).copied().filter(|look_alike| !look_alike.is_empty())
    }
}

/// The first code point of a text that starts with one or two bytes in UTF-8.
const fn code_point(text: &str) -> usize {
    let bytes = text.as_bytes();
    match bytes[0] {
        0..0x80 => bytes[0] as usize,
        lead => (lead as usize & 0x1F) << 6 | (bytes[1] as usize & 0x3F),
    }
}

const LAST_LATIN: usize = code_point("ɵ");
const FIRST_CYRILLIC: usize = 0x400;
const LAST_CYRILLIC: usize = code_point("ԝ");

static CYRILLIC: Table<{ LAST_LATIN + 1 }> = {
    let mut table = Table::new(0);
    let mut at = 0;
    while at < PAIRS.len() {
        table = table.set(PAIRS[at].0, PAIRS[at].1);
        at += 1;
    }
    at = 0;
    while at < STRESSED.len() {
        table = table.set(STRESSED[at].0, STRESSED[at].1);
        at += 1;
    }
    table
};

static LATIN: Table<{ LAST_CYRILLIC - FIRST_CYRILLIC + 1 }> = {
    let mut table = Table::new(FIRST_CYRILLIC);
    let mut at = 0;
    while at < PAIRS.len() {
        table = table.set(PAIRS[at].1, PAIRS[at].0);
        at += 1;
    }
    table
};

/// The Cyrillic letter, perhaps with an accent behind it, that looks like the Latin letter `c`.
pub(crate) fn to_cyrillic(c: char) -> Option<&'static str> {
    CYRILLIC.get(c)
}

/// The Latin letter that looks like the Cyrillic letter `c`.
pub(crate) fn to_latin(c: char) -> Option<&'static str> {
    LATIN.get(c)
}

/// The letter that is `text`, if it is one of the look-alikes.
pub(crate) fn letter(text: &str) -> Option<&'static str> {
    let first = |text: &str| text.chars().next();
    let c = first(text)?;
    let there = to_latin(c).or_else(|| to_cyrillic(c)).and_then(first)?;
    to_latin(there).or_else(|| to_cyrillic(there)).filter(|letter| *letter == text)
}

/// Whether the Cyrillic letter `c` is in nearly all Cyrillic alphabets.
pub(crate) fn is_of_all_alphabets(c: char) -> bool {
    OF_ALL_ALPHABETS.contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_lead_there_and_back() {
        for (latin, cyrillic) in PAIRS {
            let (latin, cyrillic) = (latin.chars().next().unwrap(), cyrillic.chars().next().unwrap());
            assert!(crate::chars::script::is_latin(latin) && crate::chars::script::is_cyrillic(cyrillic));
            assert_eq!(to_cyrillic(latin).unwrap().chars().next(), Some(cyrillic));
            assert_eq!(to_latin(cyrillic).unwrap().chars().next(), Some(latin));
            assert!(latin.to_uppercase().all(|capital| to_cyrillic(capital).is_some()), "{latin}");
        }
        assert_eq!((letter("а"), letter("a"), letter("ж"), letter("ab")), (Some("а"), Some("a"), None, None));
        for c in ['b', 'n', 'б', 'Ж', 'z', '\u{10FFFF}', 'É'] {
            assert_eq!(to_latin(c), None);
        }
        assert_eq!(to_cyrillic('é'), Some("е\u{301}"));
    }
}
