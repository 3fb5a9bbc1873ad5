//! What the line around a word tells: its words, its languages, its scripts.

use std::cell::OnceCell;
use std::ops::Range;

use super::word::{Reading, Script, is_mark, reading};
use crate::chars::confusable::to_cyrillic;
use crate::plausibility::bigrams::{Alphabet, Letter, Model, of_alphabet};

/// Letters that are enough to tell a language.
const SAMPLE: usize = 600;
/// A word's neighbours are looked for among so many words to each side.
const NEIGHBOURS: usize = 4;

/// A run of letters.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) range: Range<usize>,
    pub(super) reading: Reading,
}

impl Word {
    /// The script that the word is meant in, where its letters tell.
    pub(super) fn script(&self) -> Option<Script> {
        match self.reading {
            Reading::Sure(script) | Reading::Spoilt(script) => Some(script),
            Reading::Alike(_) | Reading::WithEnding | Reading::Either | Reading::Other => None,
        }
    }
}

/// A line, and what was found out about it when it was asked for.
pub(super) struct Line<'t> {
    pub(super) text: &'t str,
    words: OnceCell<Vec<Word>>,
    languages: [OnceCell<Option<&'static Model>>; 2],
    main_script: OnceCell<Script>,
}

impl<'t> Line<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, words: OnceCell::new(), languages: Default::default(), main_script: OnceCell::new() }
    }

    /// The script that most letters are of.
    pub(super) fn main_script(&self) -> Script {
        *self.main_script.get_or_init(|| {
            let cyrillic = count(self.text.as_bytes(), |byte| (0xD0..=0xD3).contains(&byte));
            let latin = count(self.text.as_bytes(), |byte| (byte | 0x20).wrapping_sub(b'a') < 26);
            if cyrillic > latin { Script::Cyrillic } else { Script::Latin }
        })
    }

    /// All words, in order.
    pub(super) fn words(&self) -> &[Word] {
        self.words.get_or_init(|| words(self.text))
    }

    /// The place of the word at `range` among [`Line::words`].
    pub(super) fn place(&self, range: &Range<usize>) -> usize {
        self.words().partition_point(|word| word.range.start < range.start)
    }

    /// The script of the nearest words on both sides whose script is sure; none where they differ.
    pub(super) fn script_around(&self, place: usize) -> Option<Script> {
        let words = self.words();
        let before = words[..place].iter().rev().take(NEIGHBOURS).find_map(Word::script);
        let after = words[place + 1..].iter().take(NEIGHBOURS).find_map(Word::script);
        match (before, after) {
            (Some(before), Some(after)) if before != after => None,
            (before, after) => before.or(after),
        }
    }

    /// The language whose letter pairs fit the line's words of a script best.
    pub(super) fn language(&self, script: Script) -> Option<&'static Model> {
        *self.languages[script as usize].get_or_init(|| {
            let letters = self.sample(script);
            let alphabet = match script {
                Script::Cyrillic => Alphabet::Cyrillic,
                Script::Latin => Alphabet::Latin,
            };
            if letters.len() < 2 { None } else { of_alphabet(alphabet).min_by_key(|model| model.cost(&letters)) }
        })
    }

    /// The letters of the words that are surely of the script, repaired.
    fn sample(&self, script: Script) -> Vec<Letter> {
        let mut letters = vec![Letter::BORDER];
        for word in self.words().iter().filter(|word| word.script() == Some(script)) {
            spell(&self.text[word.range.clone()], script, &mut letters);
            if letters.len() > SAMPLE {
                break;
            }
        }
        letters
    }

    /// Whether the line writes the Caucasian letter palochka with a Latin or Ukrainian one: a
    /// capital I between small Cyrillic letters.
    pub(super) fn writes_palochka(&self) -> bool {
        let is_odd = |word: &Word| has_palochka(&self.text[word.range.clone()]);
        self.words().iter().any(is_odd)
    }

    /// The letter palochka that the line has, if any.
    pub(super) fn palochka(&self) -> Option<&'static str> {
        match self.text {
            text if text.contains('ӏ') => Some("ӏ"),
            text if text.contains('Ӏ') => Some("Ӏ"),
            _ => None,
        }
    }
}

/// How many bytes are such; counted in bytes for the vector instructions' sake.
fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    let parts = bytes.chunks(usize::from(u8::MAX));
    parts.map(|part| usize::from(part.iter().map(|byte| u8::from(is(*byte))).sum::<u8>())).sum()
}

/// Whether the word has a capital I beside or before a small Cyrillic letter, behind another letter.
pub(super) fn has_palochka(word: &str) -> bool {
    let is_small = |c: Option<char>| c.is_some_and(|c| Script::of(c) == Some(Script::Cyrillic) && c.is_lowercase());
    let mut odd = word.char_indices().skip(1).filter(|(_, c)| *c == 'I');
    odd.any(|(at, _)| is_small(word[..at].chars().next_back()) || is_small(word[at + 1..].chars().next()))
}

/// What the word costs in a language when it is meant in `script`, in half bits.
pub(super) fn cost(word: &str, script: Script, language: &Model) -> u32 {
    let mut letters = vec![Letter::BORDER];
    spell(word, script, &mut letters);
    language.cost(&letters)
}

/// The word's letters as they are meant in `script`, and a border.
fn spell(word: &str, script: Script, letters: &mut Vec<Letter>) {
    let meant = |c: char| script.look_alike(c).and_then(|letter| letter.chars().next()).unwrap_or(c);
    letters.extend(word.chars().filter(|c| !is_mark(*c)).map(|c| Letter::of(meant(c))));
    letters.push(Letter::BORDER);
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    let mut take = |range: Range<usize>| words.push(Word { reading: reading(&text[range.clone()]), range });
    for (at, c) in text.char_indices() {
        match (start, is_of_word(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                take(from..at);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        take(from..text.len());
    }
    words
}

/// Whether a word goes on with `c`.
pub(super) fn is_of_word(c: char) -> bool {
    c.is_alphabetic() || is_mark(c)
}

/// Whether the look-alike of `c` is a letter of the language.
pub(super) fn has_look_alike(language: &Model, c: char) -> bool {
    to_cyrillic(c).and_then(|letter| letter.chars().next()).is_some_and(|letter| language.has(letter))
}
