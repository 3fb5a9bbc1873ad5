//! Capitals: one letter that becomes several has to be told how.

use super::context::is_apostrophe;
use unicode_normalization::char::is_combining_mark;

/// How the Latin of a key is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Lower,
    Title,
    Upper,
}

/// A lone capital looks no further than this for the word beside it: a comma,
/// a dash and the blanks around it.
const MOST_BETWEEN: usize = 4;

/// The case of a key with letters of its own around it.
#[inline]
pub(super) fn of(before: &str, key: &str, after: &str) -> Case {
    if key.starts_with(|letter: char| matches!(letter, 'а'..='џ')) {
        return Case::Lower;
    }
    let mut letters = key.chars().filter(|letter| !is_within_word(*letter));
    match (letters.next().is_some_and(char::is_uppercase), letters.next()) {
        (false, _) => Case::Lower,
        (true, Some(second)) => title_unless(second.is_uppercase() && letters.all(char::is_uppercase)),
        (true, None) => title_unless(is_among_capitals(before, after)),
    }
}

fn title_unless(all_capitals: bool) -> Case {
    if all_capitals { Case::Upper } else { Case::Title }
}

/// The letter after decides; at the end of a word the one before; without
/// either the words around.
fn is_among_capitals(before: &str, after: &str) -> bool {
    let next = after.chars().find(|letter| !is_within_word(*letter));
    let last = before.chars().rev().find(|letter| !is_within_word(*letter));
    match (next.filter(|next| next.is_alphabetic()), last.filter(|last| last.is_alphabetic())) {
        (Some(next), _) => next.is_uppercase(),
        (None, Some(last)) => last.is_uppercase(),
        (None, None) => begins_in_capitals(after.chars()) || begins_in_capitals(before.chars().rev()),
    }
}

fn is_within_word(letter: char) -> bool {
    is_combining_mark(letter) || is_apostrophe(letter)
}

/// Whether the nearest word on the line has two capitals on its near side.
fn begins_in_capitals(letters: impl Iterator<Item = char>) -> bool {
    let mut letters = letters.take_while(|letter| *letter != '\n').enumerate();
    let near = letters.find(|(place, letter)| letter.is_alphabetic() || *place >= MOST_BETWEEN);
    near.is_some_and(|(_, letter)| letter.is_uppercase()) && letters.next().is_some_and(|(_, l)| l.is_uppercase())
}

/// `latin` with its first letter capital.
pub(super) fn title(latin: &str) -> String {
    let mut title = String::with_capacity(latin.len());
    let mut is_done = false;
    for letter in latin.chars() {
        match is_done || !letter.is_lowercase() || is_combining_mark(letter) || is_modifier(letter) {
            true => title.push(letter),
            false => title.extend(letter.to_uppercase()),
        }
        is_done |= letter.is_lowercase() && !is_modifier(letter);
    }
    title
}

/// Signs such as ʹ and ʼ are letters to Unicode, but have no capitals.
fn is_modifier(letter: char) -> bool {
    ('\u{2b0}'..='\u{2ff}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_follow_their_neighbours() {
        for (before, key, after, case) in [
            ("", "щ", "УКА", Case::Lower),
            ("", "Щ", "ука", Case::Title),
            ("", "Щ", "УКА", Case::Upper),
            ("БОР", "Щ", "", Case::Upper),
            ("бор", "Щ", "", Case::Title),
            ("", "Щ", "'Є", Case::Upper),
            ("", "Я", " люблю", Case::Title),
            ("", "Я", " ЛЮБЛЮ", Case::Upper),
            ("ЛЮБЛЮ, ", "Я", ".", Case::Upper),
            ("", "Я", "\nЛЮБЛЮ", Case::Title),
            ("", "Я", " — – — ЛЮБЛЮ", Case::Title),
            ("", "Ю", ". Є. Коваль", Case::Title),
            ("", "Ия", "", Case::Title),
            ("", "ИЯ", "", Case::Upper),
            ("", "’Я", "ма", Case::Title),
            ("", "’", "Я", Case::Lower),
        ] {
            assert_eq!(of(before, key, after), case, "{before}|{key}|{after}");
        }
        assert_eq!((title("·shch"), title("ʺe"), title("")), ("·Shch".into(), "ʺE".into(), String::new()));
    }
}
