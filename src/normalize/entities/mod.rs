//! HTML character references that a scraper left in the text.

mod code;
mod table;

use std::ops::{Range, RangeInclusive};

use memchr::memchr_iter;

use super::rewrite::{Replacement, Rewrite};
use crate::edit::EditRule;
use code::Code;

/// The longest name of the standard (`CounterClockwiseContourIntegral`) has 31 letters.
const LONGEST_NAME: usize = 31;

/// The longest name that is read without a semicolon has 6 letters (`eacute`), the
/// shortest 2 (`lt`).
const OPEN_NAMES: RangeInclusive<usize> = 2..=6;

/// Digits of the longest number that is a character (1114111).
const LONGEST_NUMBER: usize = 7;

/// How far back from an ampersand an address is looked for.
const ADDRESS: usize = 200;

/// Decodes the character references of `text`, but for those in code. A reference
/// that was escaped again (`&amp;quot;`) is decoded to the end.
pub(super) fn decode(text: &mut Rewrite<'_>) -> bool {
    let current = text.text();
    let references = references(current);
    let Some(last) = references.last().map(|found| found.at.end) else { return false };
    let mut code = Code::of(current, last);
    let outside = references.into_iter().filter(|found| !code.is_at(found.at.start));
    let replacement = |found: Reference| Replacement::owned(found.at, found.characters, EditRule::Entity);
    let found = outside.map(replacement).collect();
    text.replace(found)
}

/// A reference in the text, and the characters that it stands for.
struct Reference {
    at: Range<usize>,
    characters: String,
}

fn references(text: &str) -> Vec<Reference> {
    let mut found: Vec<Reference> = Vec::new();
    for at in memchr_iter(b'&', text.as_bytes()) {
        if found.last().is_some_and(|last| at < last.at.end) {
            continue;
        }
        if let Some((characters, length)) = closed(&text[at..]).or_else(|| open(text, at)) {
            // A decoded break would tear the line apart, a decoded control is residue of residue.
            let characters = characters.replace(is_unwelcome, " ");
            found.push(Reference { at: at..at + length, characters });
        }
    }
    found
}

fn is_unwelcome(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// The characters that the reference at the start of `text` stands for, and its
/// length; it ends with a semicolon.
fn closed(text: &str) -> Option<(String, usize)> {
    let (mut characters, mut length) = single(&text[1..])?;
    while characters == "&" {
        let Some((inner, more)) = single(&text[1 + length..]) else { break };
        (characters, length) = (inner, length + more);
    }
    Some((characters, length + 1))
}

/// Reads `name;` or `#number;`: its characters, and its length with the semicolon.
fn single(text: &str) -> Option<(String, usize)> {
    let window = &text.as_bytes()[..text.len().min(LONGEST_NAME + 1)];
    let length = window.iter().position(|byte| *byte == b';')?;
    let name = &text[..length];
    let characters = match name.strip_prefix('#') {
        Some(number) => numeric(number)?.to_string(),
        None => named(name)?.to_owned(),
    };
    Some((characters, length + 1))
}

fn named(name: &str) -> Option<&'static str> {
    let found = table::NAMES.binary_search_by_key(&name, |(name, _)| *name).ok()?;
    Some(table::NAMES[found].1)
}

/// The numbers as browsers read them: 128 to 159 as windows-1252, impossible ones as U+FFFD.
fn numeric(number: &str) -> Option<char> {
    let (digits, radix) = digits(number);
    if digits.is_empty() || !digits.chars().all(|c| c.is_digit(radix)) {
        return None;
    }
    match u32::from_str_radix(digits, radix) {
        Ok(0) | Err(_) => Some(char::REPLACEMENT_CHARACTER),
        Ok(code @ 0x80..=0x9F) => Some(table::C1[code as usize - 0x80]),
        Ok(code) => Some(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)),
    }
}

fn digits(number: &str) -> (&str, u32) {
    match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    }
}

/// The reference without a semicolon at `at`, if it is surely one. Browsers read
/// `&copy=2` and `&copying` as references too; but in an address the first is a
/// parameter, and in a text the second may be what was written.
fn open(text: &str, at: usize) -> Option<(String, usize)> {
    let after = &text[at + 1..];
    let (characters, length) = match after.strip_prefix('#') {
        Some(number) => open_number(number).map(|(character, length)| (character.to_string(), length + 1)),
        None => open_name(after),
    }?;
    let name = after.bytes().take(LONGEST_NAME).take_while(u8::is_ascii_alphanumeric).count();
    let is_parameter = after[name..].starts_with('=') || is_in_address(text, at);
    (!is_parameter).then_some((characters, length + 1))
}

fn open_number(number: &str) -> Option<(char, usize)> {
    let (digits, radix) = digits(number);
    let length = digits.chars().take(LONGEST_NUMBER + 1).take_while(|c| c.is_digit(radix)).count();
    let length = number.len() - digits.len() + length;
    let character = numeric(&number[..length])?;
    let is_sure = !character.is_control() && character != char::REPLACEMENT_CHARACTER;
    is_sure.then_some((character, length))
}

/// The longest name that `after` begins with; one that may begin a word or a
/// parameter only where no letter follows.
fn open_name(after: &str) -> Option<(String, usize)> {
    let is_name = |name: &&str| table::LEGACY.binary_search(name).is_ok();
    let name = OPEN_NAMES.rev().filter_map(|length| after.get(..length)).find(is_name)?;
    let letter_follows = after.as_bytes().get(name.len()).is_some_and(u8::is_ascii_alphabetic);
    let is_sure = !letter_follows || !WORDLY.contains(&name);
    is_sure.then(|| named(name)).flatten().map(|characters| (characters.to_owned(), name.len()))
}

/// Names that are words, or that words and usual parameters begin with (`&copying`,
/// `&region`, `&ltd`, `&amplitude`). The others name a letter with its accent,
/// a quotation mark, a fraction: nothing else begins so.
const WORDLY: &[&str] = &[
    "AMP", "COPY", "ETH", "GT", "LT", "QUOT", "REG", "THORN", "acute", "amp", "cent", "copy", "curren", "deg",
    "divide", "eth", "gt", "lt", "macr", "micro", "not", "para", "pound", "reg", "sect", "shy", "thorn", "times",
    "uml", "yen",
];

/// Whether the ampersand at `at` stands in an address (or in what follows its `?`).
fn is_in_address(text: &str, at: usize) -> bool {
    let mut start = at.saturating_sub(ADDRESS);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let before = &text[start..at];
    let word = &before[before.rfind(char::is_whitespace).unwrap_or_default()..];
    word.contains(['?', '=']) || word.contains("://") || word.contains("www.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(text: &str) -> String {
        let mut rewrite = Rewrite::new(text);
        decode(&mut rewrite);
        rewrite.text().to_owned()
    }

    #[test]
    fn references() {
        let cases = [
            ("Marks &amp; Spencer", "Marks & Spencer"),
            ("&laquo;Так&raquo;", "«Так»"),
            ("&amp;amp;quot;", "\""),
            ("&amp;#38;lt;", "<"),
            ("&#8212; &#x2014; &#151; &#X2014;", "— — — —"),
            ("a&#10;b", "a b"),
            ("&#0; &#x110000; &#99999999999;", "\u{FFFD} \u{FFFD} \u{FFFD}"),
            ("http://a.example/?b=1&amp;c=2", "http://a.example/?b=1&c=2"),
        ];
        for (source, wanted) in cases {
            assert_eq!(decoded(source), wanted, "{source}");
        }
    }

    #[test]
    fn references_without_a_semicolon() {
        let cases = [
            ("&copy 2024 Example", "© 2024 Example"),
            ("Marks &amp Spencer, 5 &lt 7, 20&deg C", "Marks & Spencer, 5 < 7, 20° C"),
            ("caf&eacutes, &laquoТак&raquo, &frac12l", "cafés, «Так», ½l"),
            ("&#1055&#1088&#1080&#x432&#1110&#1090", "Привіт"),
            ("don&#39t, &#147so&#148", "don't, “so”"),
            ("&pound5 &nbsp", "£5 \u{A0}"),
        ];
        for (source, wanted) in cases {
            assert_eq!(decoded(source), wanted, "{source}");
        }
    }

    #[test]
    fn what_is_no_reference_stays() {
        let texts = [
            "AT&T; R&D, &nosuchname; &; &#; &#x;",
            "Q&A, x&y, &c., we are &#1, Cut&copying",
            "http://a.example/?a=1&copy=2 /list?lang=en&para &region=5",
            "http://a.example/a&lt",
            "&notit;",
            "&#99999999 &#0 &#xD800",
        ];
        for text in texts {
            assert_eq!(decoded(text), text);
        }
    }

    #[test]
    fn code_stays() {
        let texts = [
            "Write `&amp;` for an ampersand, ``a ` &lt; b`` for less",
            "Write <code>&amp;</code> or <kbd>&lt;</kbd>",
            "if (a &lt; b) {",
            "if (a &lt; b) return 0;",
            "x = a &amp;&amp; b;",
            "std::vector&lt;int&gt; sizes;",
            "printf(&quot;%d&quot;, n);",
            "$row-&gt;name = 5;",
            "<p>Marks &amp; Spencer</p>",
        ];
        for text in texts {
            assert_eq!(decoded(text), text);
        }
    }

    #[test]
    fn text_that_has_a_sign_of_code_is_decoded() {
        let cases = [
            ("`a` &amp; `b` &amp; `", "`a` & `b` & `"),
            ("<code>a</code> &amp; b", "<code>a</code> & b"),
            ("&lt;b&gt;Marks &amp; Spencer&lt;/b&gt;", "<b>Marks & Spencer</b>"),
            ("5 &lt; 7, so x = 3", "5 < 7, so x = 3"),
            ("import of coal &amp; gas fell", "import of coal & gas fell"),
            ("coal, gas &amp; wood;", "coal, gas & wood;"),
            ("so x = 3 &nbsp;", "so x = 3 \u{A0}"),
            ("<3 you &amp; me>", "<3 you & me>"),
        ];
        for (source, wanted) in cases {
            assert_eq!(decoded(source), wanted, "{source}");
        }
    }

    #[test]
    fn names_are_sorted() {
        assert!(table::NAMES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(table::NAMES.iter().all(|(name, _)| name.len() <= LONGEST_NAME));
        assert!(table::LEGACY.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(table::LEGACY.iter().all(|name| OPEN_NAMES.contains(&name.len()) && named(name).is_some()));
        assert!(WORDLY.iter().all(|name| table::LEGACY.contains(name)));
    }
}
