//! Letter pairs of languages, and what they cost.
//!
//! The table was counted from the word frequencies of wordfreq (R. Speer, 2022) and,
//! for languages that it lacks, the Universal Declaration of Human Rights;
//! `tools/bigrams.py` writes it.

use std::sync::LazyLock;

use crate::chars::script::{is_cyrillic, is_greek, is_latin};

/// The scripts whose languages are told apart by their letter pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alphabet {
    Cyrillic,
    Latin,
    Greek,
}

impl Alphabet {
    /// The alphabet that the letter `c` belongs to.
    pub(crate) fn of(c: char) -> Option<Self> {
        match c {
            // Ordinal indicators are Latin letters by script only.
            'ª' | 'º' => None,
            _ if is_latin(c) || matches!(c, '\u{FB00}'..='\u{FB06}') => Some(Self::Latin),
            _ if is_cyrillic(c) => Some(Self::Cyrillic),
            _ if is_greek(c) => Some(Self::Greek),
            _ => None,
        }
    }
}

/// A letter as the table knows it: its place among all letters of all models,
/// whatever its case. 0 is the border of a word, [`Letter::FOREIGN`] a letter
/// that no model has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letter(u8);

impl Letter {
    pub(crate) const BORDER: Self = Self(0);
    pub(crate) const FOREIGN: Self = Self(255);

    /// All letters of all models.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (1..Self::FOREIGN.0).map(Self)
    }

    pub(crate) fn number(self) -> usize {
        usize::from(self.0)
    }

    /// The letter that `c`, in either case, is.
    pub(crate) fn of(c: char) -> Self {
        let c = if c.is_ascii_uppercase() { c.to_ascii_lowercase() } else { c };
        match MODELS.letters.get(c as usize) {
            Some(letter) => *letter,
            None => Self::FOREIGN,
        }
    }
}

/// What letter pairs cost in one language.
#[derive(Debug)]
pub(crate) struct Model {
    code: &'static str,
    alphabet: Alphabet,
    /// From a [`Letter`] to its row; the last row is that of foreign letters.
    rows: [u8; 256],
    width: usize,
    costs: Vec<u8>,
}

/// Half bits for a letter that the language does not have, and for the letter behind it.
const FOREIGN_COST: u8 = 20;

impl Model {
    /// ISO 639-1, with a script where the language has several.
    pub(crate) fn code(&self) -> &'static str {
        self.code
    }

    pub(crate) fn alphabet(&self) -> Alphabet {
        self.alphabet
    }

    /// What it costs, in half bits, that `after` follows `before`.
    #[inline]
    pub(crate) fn pair(&self, before: Letter, after: Letter) -> u32 {
        self.step(self.row(before), after).0
    }

    #[inline]
    fn row(&self, letter: Letter) -> usize {
        usize::from(self.rows[usize::from(letter.0)])
    }

    /// What it costs that `after` follows the letter of a row, and the row of `after`.
    #[inline]
    fn step(&self, row: usize, after: Letter) -> (u32, usize) {
        let column = self.row(after);
        (u32::from(self.costs[row * self.width + column]), column)
    }

    /// What the letters cost one after another, in half bits.
    pub(crate) fn cost(&self, letters: &[Letter]) -> u32 {
        let [first, rest @ ..] = letters else { return 0 };
        let mut row = self.row(*first);
        rest.iter()
            .map(|after| {
                let (cost, next) = self.step(row, *after);
                row = next;
                cost
            })
            .sum()
    }

    /// Whether the language's alphabet has the letter.
    pub(crate) fn has(&self, c: char) -> bool {
        self.has_letter(Letter::of(c))
    }

    pub(crate) fn has_letter(&self, letter: Letter) -> bool {
        self.row(letter) + 1 < self.width
    }
}

/// All models.
#[derive(Debug)]
struct Models {
    /// Letters by their code points, both cases.
    letters: Vec<Letter>,
    models: Vec<Model>,
}

static MODELS: LazyLock<Models> = LazyLock::new(|| Models::read(include_str!("bigrams.txt")));

/// The models of an alphabet.
pub(crate) fn of_alphabet(alphabet: Alphabet) -> impl Iterator<Item = &'static Model> {
    MODELS.models.iter().filter(move |model| model.alphabet == alphabet)
}

/// The model of a language.
pub(crate) fn of_language(code: &str) -> Option<&'static Model> {
    MODELS.models.iter().find(|model| model.code == code)
}

impl Models {
    fn read(table: &'static str) -> Self {
        let headers = || table.lines().filter_map(header);
        let mut known: Vec<char> = headers().flat_map(|(_, letters)| letters.chars()).collect();
        known.sort_unstable();
        known.dedup();
        let mut lines = table.lines();
        let mut models = Vec::new();
        while let Some(line) = lines.next() {
            if let Some((code, letters)) = header(line) {
                models.push(Model::read(code, letters, &known, &mut lines));
            }
        }
        Self { letters: by_code_point(&known), models }
    }
}

/// A language's first line; rows have no blank in them.
fn header(line: &'static str) -> Option<(&'static str, &'static str)> {
    line.split_once(' ').filter(|(code, _)| *code != "#")
}

fn by_code_point(known: &[char]) -> Vec<Letter> {
    let highest = known.iter().map(|c| upper(*c).max(*c) as usize).max().unwrap_or(0);
    let mut letters = vec![Letter::FOREIGN; highest + 1];
    for (place, c) in known.iter().enumerate() {
        let letter = Letter(place as u8 + 1);
        letters[*c as usize] = letter;
        letters[upper(*c) as usize] = letter;
    }
    // Turkish has it for its own small letter too; all others for this one alone.
    letters['I' as usize] = letters['i' as usize];
    letters
}

fn upper(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(upper), None) => upper,
        _ => c,
    }
}

impl Model {
    fn read(
        code: &'static str,
        letters: &'static str,
        known: &[char],
        lines: &mut impl Iterator<Item = &'static str>,
    ) -> Self {
        let own = letters.chars().count() + 1;
        let mut rows = [own as u8; 256];
        rows[0] = 0;
        for (row, c) in letters.chars().enumerate() {
            if let Ok(place) = known.binary_search(&c) {
                rows[place + 1] = row as u8 + 1;
            }
        }
        let mut costs = Vec::with_capacity((own + 1) * (own + 1));
        for line in lines.by_ref().take(own) {
            costs.extend(line.bytes().map(|byte| byte - b'0'));
            costs.push(FOREIGN_COST);
        }
        costs.resize((own + 1) * (own + 1), FOREIGN_COST / 2);
        let alphabet = letters.chars().next_back().and_then(Alphabet::of).unwrap_or(Alphabet::Latin);
        Self { code, alphabet, rows, width: own + 1, costs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cheapest(word: &str) -> &'static str {
        let letters: Vec<Letter> =
            [Letter::BORDER].into_iter().chain(word.chars().map(Letter::of)).chain([Letter::BORDER]).collect();
        let alphabet = Alphabet::of(word.chars().next().unwrap()).unwrap();
        of_alphabet(alphabet).min_by_key(|model| model.cost(&letters)).unwrap().code()
    }

    #[test]
    fn words_are_cheapest_in_their_language() {
        let cases = [
            ("здравствуйте", "ru"),
            ("перекладачі", "uk"),
            ("ПЕРАКЛАДЧЫКАЎ", "be"),
            ("najważniejszych", "pl"),
            ("geschichtlichen", "de"),
            ("ανθρώπους", "el"),
            ("þetta", "is"),
        ];
        for (word, language) in cases {
            assert_eq!(cheapest(word), language, "{word}");
        }
    }

    #[test]
    fn letters_are_known_in_both_cases() {
        for model in &MODELS.models {
            assert_eq!(model.costs.len(), model.width * model.width, "{}", model.code());
        }
        for (small, capital) in [('ї', 'Ї'), ('ą', 'Ą'), ('σ', 'Σ'), ('i', 'I')] {
            assert_eq!(Letter::of(small), Letter::of(capital));
        }
        let russian = of_language("ru").unwrap();
        assert!(russian.has('Ы') && !russian.has('ї') && !russian.has('w'));
    }
}
