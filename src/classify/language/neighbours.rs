//! Croatian and Serbian in Latin letters have most words and all letter pairs in
//! common: what tells them apart is the old vowel yat (`vrijeme`, `vreme`) and
//! words that only one of them has.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What a word of one of the two counts for, in half bits.
const TELLING_WORD: i32 = 10;
/// The same for letters that Croatian has for yat, which Serbian has now and then.
const TELLING_LETTERS: i32 = 8;

/// Beginnings of words that Serbian has and Croatian has not, and the other way round.
static BEGINNINGS: LazyLock<FxHashMap<&str, i32>> = LazyLock::new(|| {
    let table = include_str!("neighbours.txt");
    let mut beginnings = FxHashMap::default();
    let mut sign = 0;
    for word in table.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace) {
        match word {
            "sr:" => sign = 1,
            "hr:" => sign = -1,
            _ => _ = beginnings.insert(word, sign * TELLING_WORD),
        }
    }
    beginnings
});

/// Beginnings have no fewer and no more bytes.
const SHORTEST: usize = 3;
const LONGEST: usize = 10;

/// How much more `text` is Serbian than Croatian, in half bits.
pub(super) fn serbian_rather_than_croatian(text: &str) -> i32 {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).map(of_word).sum()
}

fn of_word(word: &str) -> i32 {
    if let Some(found) = BEGINNINGS.get(format!("{word}.").as_str()) {
        return *found;
    }
    let ends = (SHORTEST..=LONGEST.min(word.len())).rev().filter(|end| word.is_char_boundary(*end));
    let beginning = ends.map(|end| &word[..end]).find_map(|beginning| BEGINNINGS.get(beginning));
    beginning.copied().unwrap_or_else(|| if has_long_yat(word) { -TELLING_LETTERS } else { 0 })
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
        let serbian = "Juče je posle podne u Beogradu otvorena nova biblioteka, gde deca mogu da čitaju.";
        let croatian = "Jučer je poslijepodne u Zagrebu otvorena nova knjižnica, gdje djeca mogu čitati.";
        assert!(serbian_rather_than_croatian(serbian) > 20);
        assert!(serbian_rather_than_croatian(croatian) < -20);
        assert_eq!(serbian_rather_than_croatian("Ana i Marko su na putu."), 0);
    }
}
