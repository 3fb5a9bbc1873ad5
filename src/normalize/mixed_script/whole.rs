//! Whole words of look-alikes: a Latin `OH` among Russian words, a Cyrillic `о`
//! among Polish ones.

use std::ops::Range;

use super::line::{Word, cost};
use super::token::is_inside_code;
use super::word::{Reading, Script};
use super::{Finder, STEP, has_latin};
use crate::chars::scan::Traits;
use crate::plausibility::bigrams::{Alphabet, Model, of_alphabet};

/// What a word must cost less in the other script to be read in it, in half bits: more
/// where nothing else in the line is broken.
const MARGIN_AMONG_SLIPS: u32 = 6;
const MARGIN: u32 = 16;
/// What a letter of a plausible word costs at most, in half bits.
const PLAUSIBLE: usize = 11;

/// Words of one letter, by language: those whose letter looks the same in the other script.
const ONE_LETTER: &[(&str, &str)] = &[
    ("ru", "аосу"),
    ("uk", "аіоу"),
    ("be", "аіоу"),
    ("bg", "аесоу"),
    ("mk", "аесоу"),
    ("sr", "аосу"),
    ("pl", "aio"),
    ("cs", "aios"),
    ("sk", "aios"),
    ("sh", "aios"),
    ("sl", "aos"),
    ("en", "a"),
    ("es", "aeoy"),
    ("pt", "aeo"),
    ("gl", "aeo"),
    ("it", "aeio"),
    ("ca", "aeio"),
    ("ro", "aeo"),
    ("sv", "i"),
    ("da", "i"),
    ("nb", "i"),
    ("hu", "as"),
];

/// Words of one letter that are no symbols in their language, whatever else the line holds.
const NEVER_A_SYMBOL: &[(&str, &str)] = &[("uk", "і"), ("be", "і")];

/// Names of the scripts, without their endings: text about letters quotes them.
const SCRIPT_NAMES: &[&str] = &["yrillic", "yrilic", "yrylic", "yrilli", "irilic", "ирилли", "ирилиц", "ирилиц"];

/// Whether a line has letters of both scripts.
pub(super) fn may_change(traits: Traits) -> bool {
    traits.has(Traits::CYRILLIC) && (traits.has(Traits::LATIN) || traits.mixes_scripts())
}

/// Finds whole words that are meant in the other script.
pub(super) fn find(finder: &mut Finder<'_>) {
    let script = finder.line.main_script();
    if finder.repaired[script.other() as usize] > 0 {
        twins(finder, script.other());
    }
    strangers(finder, script);
}

/// Finds words that a hyphen joins to a broken word of `script`: `Соса-Соla`.
fn twins(finder: &mut Finder<'_>, script: Script) {
    let (words, text) = (finder.line.words(), finder.line.text);
    let is_broken = |word: &Word| word.reading == Reading::Spoilt(script);
    let is_joined = |pair: &[Word]| &text[pair[0].range.end..pair[1].range.start] == "-";
    let twin = |pair: &[Word]| match pair {
        [one, other] if is_joined(pair) && is_broken(one) => Some(other.clone()),
        [one, other] if is_joined(pair) && is_broken(other) => Some(one.clone()),
        _ => None,
    };
    let is_name = |word: &Word| text[word.range.clone()].chars().skip(1).any(char::is_lowercase);
    let is_odd = |word: &Word| word.reading == Reading::Alike(script.other()) && is_name(word);
    let found: Vec<Word> = words.windows(2).filter_map(twin).filter(is_odd).collect();
    for word in found {
        finder.put(word.range, script);
    }
}

/// Finds words of the script that fewer letters of the line are of.
fn strangers(finder: &mut Finder<'_>, script: Script) {
    let candidates = match script {
        Script::Cyrillic => latin_candidate(finder.line.text.as_bytes()),
        Script::Latin => cyrillic_candidate(finder.line.text),
    };
    if !candidates || mentions_script(finder.line.text) {
        return;
    }
    let is_odd = |word: &Word| word.reading == Reading::Alike(script.other());
    let places: Vec<usize> = (0..finder.line.words().len()).filter(|at| is_odd(&finder.line.words()[*at])).collect();
    let meant: Vec<Range<usize>> = places
        .into_iter()
        .filter(|at| is_meant(finder, *at, script))
        .map(|at| finder.line.words()[at].range.clone())
        .collect();
    for range in meant {
        finder.put(range, script);
    }
}

/// Whether a text has a word of basic Latin letters that all have look-alikes, and that may
/// stand among Cyrillic words ([`stands_among`], [`is_joined`], [`has_case_of`], told by bytes).
fn latin_candidate(text: &[u8]) -> bool {
    let mut run = Run { start: 0, is_alike: true };
    for (number, step) in text.chunks(STEP).enumerate() {
        let at = number * STEP;
        if run.start == at && !has_latin(step) {
            run.start += step.len();
        } else if step.iter().zip(at..).any(|(byte, at)| run.ends_in_candidate(text, *byte, at)) {
            return true;
        }
    }
    false
}

/// Basic Latin letters in a row.
struct Run {
    start: usize,
    is_alike: bool,
}

impl Run {
    /// Takes the byte at `at`; tells whether a candidate ends before it.
    fn ends_in_candidate(&mut self, text: &[u8], byte: u8, at: usize) -> bool {
        if byte.is_ascii_alphabetic() {
            self.is_alike = self.is_alike && Script::Cyrillic.look_alike(char::from(byte)).is_some();
            return false;
        }
        let is_candidate = self.start < at && self.is_alike && may_stand(text, self.start..at);
        *self = Self { start: at + 1, is_alike: true };
        is_candidate
    }
}

fn may_stand(text: &[u8], word: Range<usize>) -> bool {
    // The last bytes of both curved apostrophes are 99 and BC.
    let opens = word.start == 0 || matches!(text[word.start - 1], b' ' | b'\'' | 0x99 | 0xBC);
    let closes = matches!(text[word.end], b' ' | b',' | b';' | b'.' | b'\'' | 0xE2 | 0xCA);
    let is_shouted = word.len() > 1 && text[word.clone()].iter().all(u8::is_ascii_uppercase);
    opens && closes && !(is_shouted && is_small(&text[word.end..]))
}

/// Whether a blank and a small letter of the Russian alphabet come.
fn is_small(text: &[u8]) -> bool {
    matches!(text, [b' ', 0xD0, 0xB0..=0xBF, ..] | [b' ', 0xD1, 0x80..=0x8F, ..])
}

/// Whether a text has a word of Cyrillic letters that all have look-alikes.
fn cyrillic_candidate(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_cyrillic = |byte: u8| (0xD0..=0xD3).contains(&byte);
    let starts = |at: usize| {
        is_cyrillic(bytes[at]) && (at == 0 || !(bytes[at - 1].is_ascii_alphanumeric() || is_inside(bytes, at)))
    };
    (0..bytes.len()).filter(|at| starts(*at)).any(|at| {
        let rest = text[at..].trim_start_matches(|c| Script::Latin.look_alike(c).is_some());
        rest.len() < text.len() - at && !rest.starts_with(char::is_alphabetic)
    })
}

/// Whether the character before `at` is Cyrillic too.
fn is_inside(bytes: &[u8], at: usize) -> bool {
    at >= 2 && (0xD0..=0xD3).contains(&bytes[at - 2])
}

fn mentions_script(text: &str) -> bool {
    SCRIPT_NAMES.iter().any(|name| memchr::memmem::find(text.as_bytes(), name.as_bytes()).is_some())
}

/// Whether the word at `place`, of look-alikes alone, is meant in `script`.
fn is_meant(finder: &Finder<'_>, place: usize, script: Script) -> bool {
    let line = &finder.line;
    let range = &line.words()[place].range;
    let Some(language) = line.language(script) else { return false };
    if is_joined(finder, place, script) {
        return !is_inside_code(line.text, range);
    }
    if !stands_among(finder, place, script) || is_inside_code(line.text, range) {
        return false;
    }
    let word = &line.text[range.clone()];
    let has_slips = finder.repaired[script as usize] > 0;
    match one_letter(word, script) {
        Some(letter) => is_meant_letter(finder, place, letter, language, has_slips),
        None => is_likely(word, script, language, has_slips) && has_case_of(finder, place),
    }
}

/// The letter that a word of one letter has in `script`.
fn one_letter(word: &str, script: Script) -> Option<char> {
    let mut letters = word.chars();
    let first = letters.next()?;
    let meant = script.look_alike(first)?.chars().next()?;
    letters.next().is_none().then_some(meant)
}

/// Whether an apostrophe joins the word to one that is surely of `script`: `India'ѕ`, `O'Коннор`.
fn is_joined(finder: &Finder<'_>, place: usize, script: Script) -> bool {
    let (words, text) = (finder.line.words(), finder.line.text);
    let is_sure = |at: usize| words.get(at).is_some_and(|word| word.script() == Some(script));
    let is_apostrophe = |from: usize, to: usize| matches!(&text[from..to], "'" | "’" | "ʼ");
    let range = &words[place].range;
    let letters = text[range.clone()].chars().count();
    let behind = || place > 0 && is_sure(place - 1) && is_apostrophe(words[place - 1].range.end, range.start);
    let before = || is_sure(place + 1) && is_apostrophe(range.end, words[place + 1].range.start);
    (letters <= LONGEST_JOINED && behind()) || (letters == 1 && before())
}

/// What follows an apostrophe, unless it is a name of its own: `'s`, `'re`.
const LONGEST_JOINED: usize = 2;

/// Whether the words beside it are of `script`, parted from it by no more than a blank, and
/// a comma or a dash; and no word of its own script is near (Latin names are common in Cyrillic
/// text, Cyrillic ones in Latin text are not).
fn stands_among(finder: &Finder<'_>, place: usize, script: Script) -> bool {
    let words = finder.line.words();
    let text = finder.line.text;
    let own = |word: &Word| matches!(word.reading, Reading::Sure(other) if other != script);
    let near = match script {
        Script::Cyrillic => &words[place.saturating_sub(NEAR)..(place + NEAR + 1).min(words.len())],
        Script::Latin => words,
    };
    if near.iter().any(own) {
        return false;
    }
    let range = &words[place].range;
    let before = place.checked_sub(1).map(|at| &words[at]);
    let after = words.get(place + 1);
    let is_of = |word: &Word| word.script() == Some(script) || word.reading == Reading::Alike(script);
    let gap = |from: usize, to: usize| matches!(&text[from..to], " " | ", " | " — " | " – " | "; " | "... " | "… ");
    let opens = |from: usize, to: usize| matches!(&text[from..to], ". " | "! " | "? " | ": " | " — " | " – ");
    let is_behind = before.map_or(range.start == 0, |word| {
        is_of(word) && (gap(word.range.end, range.start) || opens(word.range.end, range.start))
    });
    let is_before = after.is_some_and(|word| is_of(word) && gap(range.end, word.range.start));
    is_behind && is_before
}

/// How far a foreign word makes one doubt.
const NEAR: usize = 3;

/// Whether a word of one letter is a word of the language here, rather than a symbol.
fn is_meant_letter(finder: &Finder<'_>, place: usize, letter: char, language: &Model, has_slips: bool) -> bool {
    let is_listed = |list: &[(&str, &str)], letter: char| {
        list.iter().any(|(code, letters)| *code == language.code() && letters.contains(letter))
    };
    let small = letter.to_lowercase().next().unwrap_or(letter);
    if !is_listed(ONE_LETTER, small) || (letter.is_uppercase() && !starts_sentence(finder, place)) {
        return false;
    }
    let is_conjunction = letter == 'а' && is_behind_comma(finder, place);
    is_listed(NEVER_A_SYMBOL, small) || is_conjunction || has_slips || language.alphabet() == Alphabet::Latin
}

/// `…, а …`: no symbol stands between a comma and a word of two letters or more.
fn is_behind_comma(finder: &Finder<'_>, place: usize) -> bool {
    let words = finder.line.words();
    let is_long =
        |at: usize| words.get(at).is_some_and(|word| finder.line.text[word.range.clone()].chars().nth(1).is_some());
    finder.line.text[..words[place].range.start].ends_with(", ")
        && place > 0
        && is_long(place - 1)
        && is_long(place + 1)
}

fn starts_sentence(finder: &Finder<'_>, place: usize) -> bool {
    let start = finder.line.words()[place].range.start;
    let before = finder.line.text[..start].trim_end();
    let is_small = finder
        .line
        .words()
        .get(place + 1)
        .is_some_and(|word| finder.line.text[word.range.clone()].chars().next().is_some_and(char::is_lowercase));
    is_small && (before.is_empty() || before.ends_with(['.', '!', '?', '—', '–', ':']))
}

/// Whether the word is plausible in the language, and much more so than in the other script.
fn is_likely(word: &str, script: Script, language: &Model, has_slips: bool) -> bool {
    let here = cost(word, script, language);
    let other = match script {
        Script::Cyrillic => Alphabet::Latin,
        Script::Latin => Alphabet::Cyrillic,
    };
    let there = of_alphabet(other).map(|model| cost(word, script.other(), model)).min().unwrap_or(u32::MAX);
    let margin = if has_slips { MARGIN_AMONG_SLIPS } else { MARGIN };
    here as usize <= PLAUSIBLE * word.chars().count() && here + margin <= there
}

/// Whether the word is in capitals where its neighbours are, and only there.
fn has_case_of(finder: &Finder<'_>, place: usize) -> bool {
    let text = |word: &Word| &finder.line.text[word.range.clone()];
    let words = finder.line.words();
    let is_shouted = |word: &Word| text(word).chars().all(char::is_uppercase);
    let around = [place.checked_sub(1), Some(place + 1)].into_iter().flatten().filter_map(|at| words.get(at));
    around.into_iter().all(|word| is_shouted(word) == is_shouted(&words[place]))
}
