//! What romanisation promises for any text and any system.

use std::borrow::Cow;

use chysto::translit::System;

use super::ensure;

/// Between words, and in no system a part of the Latin of a letter.
const BETWEEN: &str = "  -.,1\n";

const RUSSIAN: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
const UKRAINIAN: &str = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’";
const SERBIAN: &str = "абвгдђежзијклљмнњопрстћуфхцчџш";

/// The systems that can be read back, and the letters of their languages.
const REVERSIBLE: &[(&str, &str, &str)] = &[
    ("ru-iso-9", RUSSIAN, "ґєіїјѕљњћџђѓќўѣѫѳѵәңөүһ"),
    ("ru-gost-7.79-b", RUSSIAN, "іѣѳѵ"),
    ("uk-9112-a", UKRAINIAN, ""),
    ("uk-9112-b", UKRAINIAN, ""),
    ("sr-gajica", SERBIAN, ""),
];

const SIGNS: &str = "ьъ";

/// No text makes a system panic; what has no Cyrillic is left alone; and what is
/// made of a system's letters comes back.
pub fn check(text: &str) {
    let has_cyrillic = text.chars().any(|letter| ('\u{400}'..'\u{530}').contains(&letter));
    for system in System::all() {
        let latin = system.romanize(text);
        ensure!(text, has_cyrillic || matches!(latin, Cow::Borrowed(_)), "{system} changed a text without Cyrillic");
        let back = system.reverse(text);
        ensure!(text, back.is_ok() == system.is_reversible(), "{system} is reversible or not");
    }
    for (name, letters, more) in REVERSIBLE {
        let system: System = name.parse().unwrap_or_else(|error| panic!("{error}"));
        let text = in_letters(text, &format!("{letters}{more}"));
        let latin = system.romanize(&text);
        let back = system.reverse(&latin).unwrap_or_else(|error| panic!("{error}"));
        if *name == "sr-gajica" && holds_two_sounds(&latin) {
            continue;
        }
        ensure!(&text, back == text, "{name} made {latin:?} of it, and of that {back:?}");
    }
    let reversible: Vec<_> = System::all().filter(|system| system.is_reversible()).map(System::name).collect();
    ensure!(text, reversible.iter().all(|name| REVERSIBLE.iter().any(|(known, ..)| known == name)), "one is not tried");
}

/// Whether the text holds a part of a word in which Serbian nj or dž are two sounds, so that a letter
/// of one sound there does not come back (`System::reverse`).
fn holds_two_sounds(latin: &str) -> bool {
    const SYSTEM: &str = include_str!("../../src/translit/systems/sr-gajica.toml");
    let latin = latin.to_lowercase();
    let parts = SYSTEM.split_whitespace().filter(|part| part.contains('·'));
    parts.map(|part| part.replace('·', "")).any(|part| latin.contains(&part))
}

/// A text of as many characters as `seed`, each choosing one of the alphabet,
/// without what the documentation of `System::reverse` excludes.
fn in_letters(seed: &str, alphabet: &str) -> String {
    let capitals = alphabet.to_uppercase();
    let choices: Vec<char> = alphabet.chars().chain(capitals.chars()).chain(BETWEEN.chars()).collect();
    let mut text: Vec<char> = Vec::new();
    for letter in seed.chars().map(|letter| choices[letter as usize % choices.len()]) {
        if text.last() == Some(&'’') && (!letter.is_alphabetic() || lower(letter) == 'ь') {
            text.pop();
        }
        if fits(letter, text.last().copied()) {
            text.push(letter);
        }
    }
    if text.last() == Some(&'’') {
        text.pop();
    }
    signs_like_neighbours(&text, alphabet == UKRAINIAN)
}

fn fits(letter: char, last: Option<char>) -> bool {
    let small = last.map(lower);
    match lower(letter) {
        'ь' | 'ъ' => !small.is_some_and(|last| SIGNS.contains(last)),
        '’' => small.is_some_and(char::is_alphabetic),
        'ј' => !matches!(small, Some('н' | 'л')),
        'ж' => small != Some('д'),
        _ => true,
    }
}

fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// Where the Latin sign has no case, the letter is as large as those around it.
fn signs_like_neighbours(text: &[char], has_case: bool) -> String {
    let mut written: Vec<char> = Vec::new();
    for (place, letter) in text.iter().copied().enumerate() {
        let mut before = written.iter().rev().copied();
        let is_after_capital = before.next().is_some_and(char::is_uppercase);
        let other = text.get(place + 1).copied().filter(|next| next.is_alphabetic()).or_else(|| before.next());
        match (has_case || !SIGNS.contains(lower(letter)), is_after_capital && other.is_some_and(char::is_uppercase)) {
            (true, _) => written.push(letter),
            (false, true) => written.extend(letter.to_uppercase()),
            (false, false) => written.push(lower(letter)),
        }
    }
    written.into_iter().collect()
}
