//! Languages that have most words and nearly all letter pairs in common. What tells
//! Croatian and Serbian in Latin letters apart is the old vowel yat (`vrijeme`,
//! `vreme`) and words that only one of them has; Danish and Norwegian, their spelling.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What a word of one of the two counts for, in half bits.
const TELLING_WORD: i32 = 10;
/// The same for letters that Croatian has for yat, which Serbian has now and then.
const TELLING_LETTERS: i32 = 8;
/// The same for an ending or a word that both have, one of them twice as often.
const TELLING_A_LITTLE: i32 = 3;

/// Two close languages, and what beginnings of words speak for the second, or, below
/// zero, for the first of them.
pub(super) struct Neighbours {
    pub(super) codes: [&'static str; 2],
    beginnings: FxHashMap<&'static str, i32>,
    words: FxHashMap<&'static str, i32>,
}

static NEIGHBOURS: LazyLock<Vec<Neighbours>> = LazyLock::new(|| {
    let table = include_str!("neighbours.txt");
    let sections = table.split('[').skip(1).filter_map(|section| section.split_once(']'));
    sections.filter_map(|(codes, words)| Neighbours::read(codes, words)).collect()
});

/// Beginnings have no fewer and no more bytes.
const SHORTEST: usize = 3;
const LONGEST: usize = 10;

/// The pairs of close languages.
pub(super) fn all() -> impl Iterator<Item = &'static Neighbours> {
    NEIGHBOURS.iter()
}

impl Neighbours {
    fn read(codes: &'static str, words: &'static str) -> Option<Self> {
        let (one, other) = codes.split_once(' ')?;
        let mut read = Self { codes: [one, other], beginnings: FxHashMap::default(), words: FxHashMap::default() };
        let mut worth = 0;
        for entry in words.split_whitespace() {
            if let Some(code) = entry.strip_suffix(':') {
                worth = if code == other { TELLING_WORD } else { -TELLING_WORD };
            } else if let Some(word) = entry.strip_suffix('.') {
                *read.words.entry(word).or_default() += worth;
            } else {
                *read.beginnings.entry(entry).or_default() += worth;
            }
        }
        Some(read)
    }

    /// How much more `text` is in the second than in the first, in half bits.
    pub(super) fn second_rather(&self, text: &str) -> i32 {
        let lower = text.to_lowercase();
        let is_croatian = self.codes[0] == "hr";
        let of_word = |word| self.listed(word).unwrap_or_else(|| if is_croatian { serbian_rather(word) } else { 0 });
        let words = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        words.map(of_word).sum()
    }

    fn listed(&self, word: &str) -> Option<i32> {
        if let Some(found) = self.words.get(word) {
            return Some(*found);
        }
        let ends = (SHORTEST..=LONGEST.min(word.len())).rev().filter(|end| word.is_char_boundary(*end));
        ends.map(|end| &word[..end]).find_map(|beginning| self.beginnings.get(beginning)).copied()
    }
}

/// How much more a word is Serbian than Croatian by its letters.
fn serbian_rather(word: &str) -> i32 {
    let is_verb = ["irati", "irao", "irala", "irali", "iran", "irana", "irano", "irani"];
    match word {
        "da" => TELLING_A_LITTLE,
        _ if has_long_yat(word) => -TELLING_LETTERS,
        _ if word.len() > 6 && is_verb.iter().any(|ending| word.ends_with(ending)) => -TELLING_A_LITTLE,
        _ if word.len() > 5 && word.ends_with("ti") && !word.ends_with("sti") => -TELLING_A_LITTLE,
        _ if word.contains("ovan") || word.ends_with("ovao") || word.ends_with("ovala") => TELLING_A_LITTLE,
        _ => 0,
    }
}

/// Whether the word has the letters that Croatian writes for yat.
fn has_long_yat(word: &str) -> bool {
    const SHORT: [&str; 7] = ["mje", "vje", "bje", "pje", "tje", "dje", "sje"];
    let long = word.match_indices("ije").any(|(at, _)| {
        let (before, behind) = (word[..at].chars().next_back(), word[at + 3..].chars().next());
        before.is_some_and(|c| c != 'n') && behind.is_some_and(|c| !"aeioum".contains(c))
    });
    long || SHORT.iter().any(|letters| word.contains(letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_are_told_apart() {
        let croatian = "Jučer je poslijepodne u Zagrebu otvorena nova knjižnica, gdje djeca mogu čitati.";
        let serbian = "Juče je posle podne u Beogradu otvorena nova biblioteka, gde deca mogu da čitaju.";
        let danish = "Efter mødet gik han hjem, og der var noget vand i huset.";
        let norwegian = "Etter møtet gikk han hjem, og det var noe vann i huset.";
        for (codes, first, second) in [(["hr", "sr"], croatian, serbian), (["da", "nb"], danish, norwegian)] {
            let neighbours = all().find(|neighbours| neighbours.codes == codes).expect("a section");
            let (of_first, of_second) = (neighbours.second_rather(first), neighbours.second_rather(second));
            assert!(of_first < -10 && of_second > 10, "{codes:?}: {of_first} {of_second}");
            assert_eq!(neighbours.second_rather("Anna 12 Oslo"), 0);
        }
    }
}
