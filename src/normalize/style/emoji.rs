//! Emoji: whole sequences, or their look alone.

use super::table::EMOJI;
use crate::edit::EditRule;
use crate::normalize::NormalizeOptions;
use crate::normalize::policy::Emoji;
use crate::normalize::rewrite::{Replacement, Rewrite};

const JOINER: char = '\u{200D}';
const KEYCAP: char = '\u{20E3}';
const TEXT_LOOK: char = '\u{FE0E}';
const EMOJI_LOOK: char = '\u{FE0F}';

/// What a character is among emoji.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A picture: an emoji by itself.
    Picture,
    /// A sign of text that may look like a picture: digits, `#`, `©`, `↔`.
    Sign,
    Other,
}

pub(super) fn is_on(options: &NormalizeOptions) -> bool {
    options.emoji != Emoji::Keep
}

/// Takes out what the options ask for.
pub(super) fn fold(text: &mut Rewrite<'_>, options: &NormalizeOptions) -> bool {
    if text.text().is_ascii() {
        return false;
    }
    match options.emoji {
        Emoji::Keep => false,
        Emoji::Fold => looks(text, Kind::Picture),
        Emoji::Remove => {
            let removed = sequences(text);
            looks(text, Kind::Sign) || removed
        }
    }
}

/// Digits, letters, arrows, geometric shapes and punctuation have the property
/// Emoji too, but are text.
fn kind(c: char) -> Kind {
    let run = EMOJI.partition_point(|(first, _)| *first <= c).checked_sub(1);
    if run.is_none_or(|run| EMOJI[run].1 < c) {
        return Kind::Other;
    }
    match c {
        '\0'..='\u{2319}'
        | '\u{24C2}'
        | '\u{25A0}'..='\u{25FF}'
        | '\u{3030}'
        | '\u{303D}'
        | '\u{3297}'
        | '\u{3299}' => Kind::Sign,
        _ => Kind::Picture,
    }
}

fn is_skin_tone(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}

/// Takes the selectors of a look off signs, and off pictures with their skin
/// tones too where `of` is pictures.
fn looks(text: &mut Rewrite<'_>, of: Kind) -> bool {
    let mut found = Vec::new();
    let mut before = Kind::Other;
    for (at, c) in text.text().char_indices() {
        let is_look = match c {
            TEXT_LOOK | EMOJI_LOOK => before == Kind::Sign || before == of,
            _ => is_skin_tone(c) && before == Kind::Picture && of == Kind::Picture,
        };
        match is_look {
            true => found.push(Replacement::new(at..at + c.len_utf8(), "", EditRule::Emoji)),
            false => before = kind(c),
        }
    }
    text.replace(found)
}

/// Takes out runs of emoji sequences; a run that parts two words leaves a blank.
fn sequences(text: &mut Rewrite<'_>) -> bool {
    let current = text.text();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = current[at..].chars().next() {
        let length = run(&current[at..]);
        if length == 0 {
            at += c.len_utf8();
            continue;
        }
        let parts =
            current[..at].ends_with(char::is_alphanumeric) && current[at + length..].starts_with(char::is_alphanumeric);
        found.push(Replacement::new(at..at + length, if parts { " " } else { "" }, EditRule::Emoji));
        at += length;
    }
    text.replace(found)
}

/// The bytes of the sequences that `text` begins with.
fn run(text: &str) -> usize {
    let mut length = 0;
    while let Some(more) = sequence(&text[length..]) {
        length += more;
    }
    length
}

/// The bytes of the emoji that `text` begins with, with all that is joined to it
/// (UTS #51, ED-17: emoji sequences; flags are pictures one after another).
fn sequence(text: &str) -> Option<usize> {
    let mut length = element(text, Kind::Picture)?;
    while let Some(joined) = text[length..].strip_prefix(JOINER) {
        let Some(more) = element(joined, Kind::Sign) else { break };
        length += JOINER.len_utf8() + more;
    }
    Some(length)
}

/// A picture, a keycap, or where `least` is a sign also that, with what
/// modifies it. A picture that is to look like text is none.
fn element(text: &str, least: Kind) -> Option<usize> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    let is_element = match kind(first) {
        Kind::Picture => !rest.starts_with(TEXT_LOOK),
        Kind::Sign => least == Kind::Sign || is_keycap(first, rest),
        Kind::Other => false,
    };
    let modifies =
        |c: &char| *c == EMOJI_LOOK || *c == KEYCAP || is_skin_tone(*c) || matches!(c, '\u{E0020}'..='\u{E007F}');
    is_element.then(|| first.len_utf8() + rest.chars().take_while(modifies).map(char::len_utf8).sum::<usize>())
}

fn is_keycap(c: char, rest: &str) -> bool {
    c.is_ascii() && rest.strip_prefix(EMOJI_LOOK).unwrap_or(rest).starts_with(KEYCAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(emoji: Emoji, text: &str) -> String {
        let mut rewrite = Rewrite::new(text);
        let options = NormalizeOptions { emoji, ..NormalizeOptions::default() };
        fold(&mut rewrite, &options);
        rewrite.text().to_owned()
    }

    #[test]
    fn whole_sequences_go() {
        let sequences = [
            "👍",
            "👍🏽",
            "❤️",
            "❤",
            "👩\u{200d}👩\u{200d}👧",
            "🏳\u{fe0f}\u{200d}🌈",
            "🙂\u{200d}↔\u{fe0f}",
            "🇺🇦",
            "🇺🇦🇵🇱",
            "1\u{fe0f}\u{20e3}",
            "#\u{20e3}",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            "👩🏽\u{200d}❤\u{fe0f}\u{200d}💋\u{200d}👨🏿",
            "🪉",
            "☎\u{fe0f}",
        ];
        for sequence in sequences {
            assert_eq!(folded(Emoji::Remove, sequence), "");
            assert_eq!(folded(Emoji::Remove, &format!("a {sequence}, b")), "a , b");
            assert_eq!(folded(Emoji::Remove, &format!("a{sequence}b")), "a b");
        }
    }

    #[test]
    fn text_stays() {
        for text in ["1 # * ©2024 Chysto™ ® ‼ ℹ ↔ → ■ ● ★ 12", "☎\u{fe0e} 5", "a\u{200d}b", "日本㊗"]
        {
            assert_eq!(folded(Emoji::Remove, text), text);
        }
        assert_eq!(folded(Emoji::Remove, "©\u{fe0f} ↔\u{fe0f}"), "© ↔");
    }

    #[test]
    fn looks_are_folded() {
        let cases = [
            ("👍🏽 👍", "👍 👍"),
            ("❤\u{fe0f} ❤\u{fe0e} ❤", "❤ ❤ ❤"),
            ("👩🏽\u{200d}🚀", "👩\u{200d}🚀"),
            ("1\u{fe0f}\u{20e3}", "1\u{20e3}"),
            ("🏽", "🏽"),
        ];
        for (source, wanted) in cases {
            assert_eq!(folded(Emoji::Fold, source), wanted);
        }
    }
}
