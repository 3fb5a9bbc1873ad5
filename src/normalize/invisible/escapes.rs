//! Escape sequences that a terminal would have carried out (ECMA-48; xterm).

use memchr::memchr_iter;

use crate::edit::EditRule;
use crate::normalize::rewrite::{Replacement, Rewrite};

const ESCAPE: u8 = 0x1B;

/// Takes out whole escape sequences, each with one edit. An escape character
/// that begins none is left for the removal of control characters.
pub(super) fn remove(text: &mut Rewrite<'_>) -> bool {
    let current = text.text();
    let mut found = Vec::new();
    let mut done = 0;
    for at in memchr_iter(ESCAPE, current.as_bytes()) {
        let after = &current.as_bytes()[at + 1..];
        if let Some(length) = (at >= done).then(|| sequence(after)).flatten() {
            done = at + 1 + length;
            found.push(Replacement::new(at..done, "", EditRule::Escape));
        }
    }
    text.replace(found)
}

/// The length of the sequence that an escape character before `after` begins.
/// `ESC` and a mere letter is none: the letter may be the text's own.
fn sequence(after: &[u8]) -> Option<usize> {
    match after {
        [b'[', parameters @ ..] => Some(1 + control_sequence(parameters)?),
        [b']' | b'P' | b'X' | b'^' | b'_', string @ ..] => Some(1 + control_string(string)?),
        // Character sets, double-height lines.
        [b'(' | b')' | b'*' | b'+' | b'#' | b'%', last, ..] if last.is_ascii_alphanumeric() => Some(2),
        // Save and restore the cursor, keypad modes.
        [b'7' | b'8' | b'=' | b'>', ..] => Some(1),
        _ => None,
    }
}

/// `31m`, `?25l`, `2 q`: parameters, intermediates, and a letter (or `@`, `` ` ``, `~`).
fn control_sequence(text: &[u8]) -> Option<usize> {
    let parameters = text.iter().take_while(|byte| (0x30..0x40).contains(*byte)).count();
    let intermediates = text[parameters..].iter().take_while(|byte| (0x20..0x30).contains(*byte)).count();
    let last = text.get(parameters + intermediates)?;
    let is_last = last.is_ascii_alphabetic() || matches!(last, b'@' | b'`' | b'~');
    is_last.then_some(parameters + intermediates + 1)
}

/// Titles and links, up to BEL or `ESC \`. Any other control character means
/// that the end is lost; so no stretch is looked at twice.
fn control_string(text: &[u8]) -> Option<usize> {
    let end = text.iter().position(|byte| byte.is_ascii_control())?;
    match &text[end..] {
        [0x07, ..] => Some(end + 1),
        [ESCAPE, b'\\', ..] => Some(end + 2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_go_whole() {
        let cases = [
            ("\u{1B}[1;31mred\u{1B}[0m", "red"),
            ("\u{1B}[?25lhidden\u{1B}[2 q\u{1B}[!p\u{1B}[3~", "hidden"),
            ("\u{1B}]0;title\u{7}text", "text"),
            ("\u{1B}]8;;http://a.example\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
            ("\u{1B}(Bplain\u{1B}7\u{1B}8\u{1B}=", "plain"),
            ("\u{1B}Hello \u{1B}[", "\u{1B}Hello \u{1B}["),
            ("\u{1B}[12] note", "\u{1B}[12] note"),
            ("\u{1B}]lost end", "\u{1B}]lost end"),
            ("\u{1B}]lost\u{1B}[1m end", "\u{1B}]lost end"),
            ("\u{1B}[1й", "\u{1B}[1й"),
        ];
        for (source, wanted) in cases {
            let mut rewrite = Rewrite::new(source);
            remove(&mut rewrite);
            assert_eq!(rewrite.text(), wanted, "{source:?}");
        }
    }
}
