//! How plausible a text is: what it would cost to spell out, in bits.
//!
//! The cost of letters comes from the letter pairs of the language that fits
//! best, for each alphabet of the text; what no language's pairs tell (symbols,
//! capitals inside of words, a change of scripts in a word) has costs of its own.
//! The reading of broken text that costs least is the likeliest one: the minimum
//! description length (J. Rissanen, 1978), which grows with the evidence.

pub(crate) mod bigrams;
mod characters;

use bigrams::{Alphabet, Letter, Model};
use characters::{Kind, character};

/// Half bits for a letter in a language without a model.
const UNKNOWN_LETTER: u32 = 13;
/// The same for a letter that is in no model's alphabet.
const UNKNOWN_FOREIGN: u32 = 22;
/// A capital letter behind a small one.
const CAPITAL_INSIDE: u32 = 16;
/// A small letter behind two capitals or more, and a capital that starts a word.
const SMALL_BEHIND_CAPITALS: u32 = 10;
const CAPITAL: u32 = 4;
/// Two letters of different scripts side by side.
const SCRIPT_CHANGE: u32 = 20;
/// Each script of a text but its first.
const NEW_SCRIPT: u32 = 20;
/// A symbol between two letters.
const SYMBOL_INSIDE: u32 = 14;
/// A drawing behind another.
const DRAWING_IN_A_ROW: u32 = 7;

/// What a text costs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// Half bits in all.
    pub(crate) half_bits: u32,
    /// The language that fits the letters of each alphabet best, in the order of [`Alphabet::ALL`].
    pub(crate) languages: [Option<&'static Model>; 3],
}

/// The cost of `text`. Linear in its length, at some fifty additions a letter:
/// for samples, not for whole documents.
pub(crate) fn cost(text: &str) -> Cost {
    let mut reader = Reader::default();
    text.chars().for_each(|c| reader.take(c));
    reader.finish()
}

/// Reads characters one after another.
#[derive(Default)]
struct Reader {
    /// The letters of each alphabet, words parted by borders.
    letters: [Vec<Letter>; 3],
    half_bits: u32,
    scripts: u64,
    before: Before,
    /// A symbol that stands behind a letter, so that a letter behind it encloses it.
    encloses: bool,
}

/// What stands before the next character.
#[derive(Clone, Copy, Default)]
struct Before {
    /// The script of the letter just before, by number.
    script: Option<u8>,
    is_small: bool,
    capitals: u32,
    drawing: bool,
}

impl Reader {
    fn take(&mut self, c: char) {
        match Alphabet::of(c) {
            Some(alphabet) => self.letter(c, alphabet),
            None => self.other(c),
        }
    }

    fn letter(&mut self, c: char, alphabet: Alphabet) {
        let script = alphabet as u8;
        let letters = &mut self.letters[usize::from(script)];
        if letters.is_empty() {
            letters.push(Letter::BORDER);
        }
        letters.push(Letter::of(c));
        self.joins(script);
        if c.is_uppercase() {
            self.half_bits += if self.before.is_small { CAPITAL_INSIDE } else { 0 };
            self.half_bits += if self.before.capitals == 0 { CAPITAL } else { 0 };
            self.before.capitals += 1;
            self.before.is_small = false;
        } else {
            self.half_bits += if self.before.capitals > 1 { SMALL_BEHIND_CAPITALS } else { 0 };
            self.before.capitals = 0;
            self.before.is_small = true;
        }
    }

    /// What it costs that a letter of `script` stands here.
    fn joins(&mut self, script: u8) {
        if self.before.script.is_some_and(|before| before != script) {
            self.half_bits += SCRIPT_CHANGE;
            self.end_word();
            self.before = Before::default();
        }
        if std::mem::take(&mut self.encloses) {
            self.half_bits += SYMBOL_INSIDE;
        }
        let bit = 1 << (script % 64);
        if self.scripts & bit == 0 && self.scripts != 0 {
            self.half_bits += NEW_SCRIPT;
        }
        self.scripts |= bit;
        self.before.script = Some(script);
        self.before.drawing = false;
    }

    fn end_word(&mut self) {
        let letters = self.before.script.and_then(|script| self.letters.get_mut(usize::from(script)));
        if let Some(letters) = letters.filter(|letters| letters.last() != Some(&Letter::BORDER)) {
            letters.push(Letter::BORDER);
        }
    }

    fn other(&mut self, c: char) {
        let (kind, mut half_bits) = character(c);
        match kind {
            Kind::Letter(script) => {
                self.joins(script);
                (self.before.is_small, self.before.capitals) = (false, 0);
            }
            Kind::Mark => {}
            _ => {
                if kind == Kind::Drawing && self.before.drawing {
                    half_bits = DRAWING_IN_A_ROW;
                }
                self.part(kind);
            }
        }
        self.half_bits += half_bits;
    }

    /// What parts words.
    fn part(&mut self, kind: Kind) {
        self.end_word();
        let parts = matches!(kind, Kind::Blank | Kind::Neutral);
        self.encloses = !parts && (self.before.script.is_some() || self.encloses);
        self.before = Before { drawing: kind == Kind::Drawing, ..Before::default() };
    }

    fn finish(mut self) -> Cost {
        self.end_word();
        let mut languages = [None; 3];
        for alphabet in Alphabet::ALL {
            let letters = &self.letters[alphabet as usize];
            let (half_bits, language) = cheapest(alphabet, letters);
            self.half_bits += half_bits;
            languages[alphabet as usize] = language;
        }
        Cost { half_bits: self.half_bits, languages }
    }
}

/// The language that the letters cost least in; none where no language fits.
fn cheapest(alphabet: Alphabet, letters: &[Letter]) -> (u32, Option<&'static Model>) {
    if letters.is_empty() {
        return (0, None);
    }
    let unknown = letters.iter().map(|letter| match *letter {
        Letter::BORDER => 0,
        Letter::FOREIGN => UNKNOWN_FOREIGN,
        _ => UNKNOWN_LETTER,
    });
    let unknown = unknown.sum();
    let known = bigrams::of_alphabet(alphabet).map(|model| (model.cost(letters), model)).min_by_key(|(cost, _)| *cost);
    match known {
        Some((half_bits, model)) if half_bits < unknown => (half_bits, Some(model)),
        _ => (unknown, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_text_is_cheaper() {
        let cases = [
            ("Привет, как дела?", "Ïðèâåò, êàê äåëà?"),
            ("Привет, как дела?", "оПХБЕР, ЙЮЙ ДЕКЮ?"),
            ("Привет, как дела?", "РџСЂРёРІРµС‚, РєР°Рє РґРµР»Р°?"),
            ("Zażółć gęślą jaźń", "Za¿ó³æ gêœl¹ jaŸñ"),
            ("Καλημέρα σε όλους", "ÊáëçìÝñá óå üëïõò"),
            ("今天天气很好", "½ñÌìÌìÆøºÜºÃ"),
            ("déjà vu", "dÃ©jÃ  vu"),
        ];
        for (right, wrong) in cases {
            assert!(cost(right).half_bits < cost(wrong).half_bits, "{right}: {:?} {:?}", cost(right), cost(wrong));
        }
    }

    #[test]
    fn the_language_is_named() {
        let cost = cost("На ринку є свіжі яблука, and some English words too");
        let codes = cost.languages.map(|model| model.map(Model::code));
        assert_eq!(codes, [Some("uk"), Some("en"), None]);
    }
}
