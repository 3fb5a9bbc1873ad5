//! What scrapers and sites do to letters and white space.

use super::Choices;

/// Letters that look alike in Latin and Cyrillic.
const LOOK_ALIKES: &[(char, char)] = &[
    ('а', 'a'),
    ('е', 'e'),
    ('і', 'i'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
    ('С', 'C'),
    ('В', 'B'),
];

const BLANKS: &[&str] =
    &["\u{a0}", "  ", "\t", "\u{2009}", "\u{202f}", " \u{200b}", "&nbsp;", "\u{3000}", " \u{ad}", "\u{2028}"];

const BREAKS: &[&str] = &["\n\n", "\n", "\r\n", "\n\n\n", "\n \n", "\r\n\r\n", "\r", "\u{b}", "\u{85}", "\u{2029}"];

const INVISIBLE: &[&str] =
    &["\u{200b}", "\u{feff}", "\u{ad}", "\u{200e}", "\u{2060}", "\u{200d}", "\u{200c}", "\u{301}", "\u{7}"];

/// What terminals and editors put around a word.
const WRAPPINGS: &[(&str, &str)] = &[
    ("\u{1b}[1;31m", "\u{1b}[0m"),
    ("\u{1b}]8;;http://a.example\u{7}", "\u{1b}]8;;\u{7}"),
    ("\u{202b}", "\u{202c}"),
    ("\u{2068}", "\u{2069}"),
    ("\u{202e}", ""),
    ("", "\u{2069}\u{200f}"),
    ("\u{5d0} \u{200f}", "!\u{200e}"),
    ("`", "`"),
    ("<code>", "</code>"),
];

const OPEN_REFERENCES: &[&str] =
    &["&copy", "&nbsp", "&eacute", "&#1087", "&#x27", "&amp", "&amp;lt", "&quot", "&copy=1"];

const MARKS: &[&str] = &[",", ".", " ;", " :", " !", " ?!", " :)", "\u{a0}!", "\u{202f}:"];

/// The lines, damaged here and there, with line breaks between them.
pub(super) fn joined(lines: Vec<String>, choices: &mut Choices<'_>) -> String {
    let (is_damaged, usual) = (choices.once_in(2), choices.below(4));
    let mut page = String::new();
    for line in lines {
        page.push_str(&if is_damaged { damaged(&line, choices) } else { line });
        let is_usual = !choices.once_in(4);
        page.push_str(if is_usual { BREAKS[usual] } else { choices.pick(BREAKS) });
    }
    page
}

fn damaged(line: &str, choices: &mut Choices<'_>) -> String {
    let words: Vec<String> = line.split(' ').map(|word| damaged_word(word, choices)).collect();
    let mut text = choices.pick(&["", "", "", " ", "\u{feff}", "\t", "\u{a0}"]).to_owned();
    for (number, word) in words.iter().enumerate() {
        if number > 0 {
            text.push_str(if choices.once_in(12) { choices.pick(BLANKS) } else { " " });
        }
        text.push_str(word);
    }
    text + choices.pick(&["", "", "", " ", "  ", "\u{200b}"])
}

fn damaged_word(word: &str, choices: &mut Choices<'_>) -> String {
    if !choices.once_in(10) {
        return word.to_owned();
    }
    match choices.below(10) {
        0 => swapped(word),
        1 => word.replace('й', "и\u{306}").replace('ї', "і\u{308}").replace('ä', "a\u{308}").replace('ó', "o\u{301}"),
        2 => word.chars().map(|c| format!("&#{};", u32::from(c))).collect(),
        3 => word.replace(['«', '"', '„'], "&quot;").replace('&', "&amp;"),
        4 => format!("{word} ,"),
        5 => format!("{word}{}", choices.pick(INVISIBLE)),
        6 => format!("{word}{}", choices.pick(OPEN_REFERENCES)),
        7 => format!("{word}{}", choices.pick(MARKS)),
        8 => {
            let (before, after) = WRAPPINGS[choices.below(WRAPPINGS.len())];
            format!("{before}{word}{after}")
        }
        _ => inserted(word, choices.pick(INVISIBLE)),
    }
}

/// The word with its first look-alike letter in the other script.
fn swapped(word: &str) -> String {
    let other = |c: char| {
        LOOK_ALIKES
            .iter()
            .find_map(|(one, other)| (c == *one).then_some(*other).or_else(|| (c == *other).then_some(*one)))
    };
    match word.char_indices().find_map(|(at, c)| other(c).map(|other| (at, c, other))) {
        Some((at, c, other)) => format!("{}{other}{}", &word[..at], &word[at + c.len_utf8()..]),
        None => word.to_owned(),
    }
}

fn inserted(word: &str, piece: &str) -> String {
    let middle = word.char_indices().nth(word.chars().count() / 2).map_or(0, |(at, _)| at);
    format!("{}{piece}{}", &word[..middle], &word[middle..])
}
