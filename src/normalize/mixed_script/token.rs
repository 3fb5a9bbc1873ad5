//! Words inside of addresses, names and code, which stay as they are.

use std::ops::Range;

/// As far as a word's surroundings are looked at: longer ones are no text.
const FARTHEST: usize = 80;
/// Signs of addresses, handles, hashtags, formulas and code.
const SIGNS: &[u8] = b"@#_\\=`{}$^~*";
/// A word of so many letters is one even where a digit touches it (`переглядів18643`).
const LONG_WORD: usize = 5;

/// Whether the word at `range` is part of an address, a name of several words, a number
/// or a piece of code.
pub(super) fn is_inside_code(text: &str, range: &Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let is_blank = |byte: &u8| byte.is_ascii_whitespace();
    let before = &bytes[range.start.saturating_sub(FARTHEST)..range.start];
    let after = &bytes[range.end..(range.end + FARTHEST).min(bytes.len())];
    let before = &before[before.iter().rposition(is_blank).map_or(0, |at| at + 1)..];
    let after = &after[..after.iter().position(is_blank).unwrap_or(after.len())];
    has_sign(before) || has_sign(after) || is_dotted(text, range) || touches_digit(text, range)
}

fn has_sign(part: &[u8]) -> bool {
    part.iter().any(|byte| SIGNS.contains(byte)) || part.windows(3).any(|three| three == b"://" || three == b"www")
}

/// `example.com`, `page.html`, but not `the end.Next`.
fn is_dotted(text: &str, range: &Range<usize>) -> bool {
    let joins = |before: &str, after: &str| {
        before.chars().next_back().is_some_and(char::is_alphanumeric)
            && after.chars().next().is_some_and(|c| c.is_alphanumeric() && !c.is_uppercase())
    };
    let before = text[..range.start].strip_suffix('.');
    let after = text[range.end..].strip_prefix('.');
    before.is_some_and(|before| joins(before, &text[range.start..]))
        || after.is_some_and(|after| joins(&text[range.clone()], after))
}

/// `М4А1`, `А4`.
fn touches_digit(text: &str, range: &Range<usize>) -> bool {
    let touches = text[..range.start].ends_with(|c: char| c.is_numeric())
        || text[range.end..].starts_with(|c: char| c.is_numeric());
    touches && text[range.clone()].chars().filter(|c| !c.is_uppercase()).count() < LONG_WORD
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_code_are_seen() {
        let cases = [
            ("a https://site.ua/Украiна b", true),
            ("user_Украiна", true),
            ("#Украiна", true),
            ("me@Украiна", true),
            ("Украiна.рф", true),
            ("Украiна2", false),
            ("4Украiна", false),
            ("Кінець.Украiна", false),
            ("(Украiна), a_b", false),
        ];
        for (text, wanted) in cases {
            let at = text.find("Украiна").unwrap();
            assert_eq!(is_inside_code(text, &(at..at + "Украiна".len())), wanted, "{text}");
        }
    }
}
