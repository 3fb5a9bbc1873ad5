use memchr::{memchr, memchr3};

use super::gap::is_line_break;
use crate::chars::scan::{Traits, scan, specials};
use crate::span::Span;

/// A line that holds something: its span without the white space around it,
/// and what the prescan saw.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    pub(crate) span: Span,
    pub(crate) traits: Traits,
}

/// Calls `take` with every line of `source` that holds more than white space.
///
/// One pass; the rare breaks (U+000B, U+000C, U+2028, U+2029, a lone
/// carriage return) are looked for only in lines whose prescan allows them.
pub(crate) fn lines(source: &str, mut take: impl FnMut(Line)) {
    let mut at = 0;
    while at < source.len() {
        let end = memchr(b'\n', &source.as_bytes()[at..]).map_or(source.len(), |found| at + found);
        if end > at {
            stretch(source, at, end, &mut take);
        }
        at = end + 1;
    }
}

/// What lies between two line feeds: one line, or several where a rare break divides it.
fn stretch(source: &str, start: usize, end: usize, take: &mut impl FnMut(Line)) {
    let end = if source.as_bytes()[end - 1] == b'\r' { end - 1 } else { end };
    let traits = scan(&source[start..end]);
    if has_rare_break(&source[start..end], traits) {
        let mut from = start;
        for (found, c) in source[start..end].char_indices().filter(|(_, c)| is_line_break(*c)) {
            trimmed(source, from, start + found, traits, take);
            from = start + found + c.len_utf8();
        }
        trimmed(source, from, end, traits, take);
    } else {
        trimmed(source, start, end, traits, take);
    }
}

fn has_rare_break(line: &str, traits: Traits) -> bool {
    let control = || memchr3(b'\r', 0x0B, 0x0C, line.as_bytes()).is_some();
    (traits.has(Traits::CONTROL) && control()) || (traits.has(Traits::SPECIAL) && specials(line).any(is_line_break))
}

/// Calls `take` with `start..end` of `source` without the white space around it, if anything is left.
pub(super) fn trimmed(source: &str, start: usize, end: usize, traits: Traits, take: &mut impl FnMut(Line)) {
    let line = &source[start..end];
    let is_around = if traits.has(Traits::MISREAD) { is_surely_white_space } else { char::is_whitespace };
    let text = line.trim_start_matches(is_around);
    let start = start + line.len() - text.len();
    let text = text.trim_end_matches(is_around);
    if !text.trim_start().is_empty() {
        take(Line { span: Span::new(start, start + text.len()), traits });
    }
}

/// No-break blanks and U+0085 may be letters of a line that was misread.
fn is_surely_white_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{85}' | '\u{A0}')
}

#[cfg(test)]
mod tests {
    use super::lines;

    fn texts(source: &str) -> Vec<&str> {
        let mut found = Vec::new();
        lines(source, |line| found.push(&source[line.span.range()]));
        found
    }

    #[test]
    fn every_break_divides() {
        assert_eq!(texts("a\nb\r\nc\rd\u{b}e\u{c}f\u{2028}h\u{2029}i"), ["a", "b", "c", "d", "e", "f", "h", "i"]);
    }

    #[test]
    fn white_space_is_left_outside() {
        assert_eq!(texts("\n\n  a b\u{a0}\n \t\n\u{3000}c\n"), ["a b", "c"]);
        assert_eq!(texts(" \n\r\n"), [""; 0]);
    }
}
