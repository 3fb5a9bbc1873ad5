//! How plausible a text is: what it would cost to spell out, in bits.
//!
//! The cost of letters comes from the letter pairs of the language that fits
//! best, for each alphabet of the text; what no language's pairs tell (symbols,
//! capitals inside of words, a change of scripts in a word) has costs of its own.
//! The reading of broken text that costs least is the likeliest one: the minimum
//! description length (J. Rissanen, 1978), which grows with the evidence.

pub(crate) mod bigrams;
mod characters;

use bigrams::{Alphabet, Letter};
use characters::{Kind, character, rarity};

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
/// The same for a Greek letter beside a Latin one, as sciences have it.
const GREEK_SYMBOL: u32 = 3;
/// A letter that costs more is a rare Chinese character.
const RARE_IDEOGRAPH: u32 = 24;
/// A symbol between two letters.
const SYMBOL_INSIDE: u32 = 14;
/// A drawing behind another, and a symbol, at the most: they come in rows.
const DRAWING_IN_A_ROW: u32 = 7;
const SYMBOL_IN_A_ROW: u32 = 12;
const RARE_SYMBOL: u32 = 20;

/// What `text` costs, in half bits. Linear in its length, at some fifty additions a letter:
/// for samples, not for whole documents.
pub(crate) fn cost(text: &str) -> u32 {
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
    /// What it costs if a letter encloses the symbol that stands behind one.
    encloses: u32,
}

/// What stands before the next character.
#[derive(Clone, Copy, Default)]
struct Before {
    /// The script of the letter just before, by number.
    script: Option<u8>,
    is_small: bool,
    capitals: u32,
    symbol: Option<Kind>,
}

impl Reader {
    fn take(&mut self, c: char) {
        match Alphabet::of(c) {
            // The palochka of the Caucasus, as it is typed.
            Some(Alphabet::Latin) if c == 'I' && self.before.script == Some(Alphabet::Cyrillic as u8) => {
                self.letter('ӏ', Alphabet::Cyrillic);
            }
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
        self.half_bits += rarity(c);
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
        if let Some(before) = self.before.script.filter(|before| *before != script) {
            self.half_bits += if is_formula(before, script) { GREEK_SYMBOL } else { SCRIPT_CHANGE };
            self.end_word();
            self.before = Before::default();
        }
        self.half_bits += std::mem::take(&mut self.encloses);
        let bit = 1 << (script % 64);
        if self.scripts & bit == 0 && self.scripts != 0 {
            self.half_bits += if script == Alphabet::Greek as u8 { GREEK_SYMBOL } else { NEW_SCRIPT };
        }
        self.scripts |= bit;
        self.before.script = Some(script);
        self.before.symbol = None;
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
                match (self.before.symbol, kind) {
                    (Some(Kind::Drawing), Kind::Drawing) => half_bits = DRAWING_IN_A_ROW,
                    (Some(Kind::Symbol), Kind::Symbol) if half_bits < RARE_SYMBOL => {
                        half_bits = half_bits.min(SYMBOL_IN_A_ROW)
                    }
                    _ => {}
                }
                self.part(kind);
            }
        }
        self.half_bits += half_bits;
    }

    /// What parts words.
    fn part(&mut self, kind: Kind) {
        self.end_word();
        let inside = self.before.script.is_some() || self.encloses > 0;
        self.encloses = match kind {
            Kind::Blank | Kind::Neutral => 0,
            _ if inside => SYMBOL_INSIDE,
            _ => 0,
        };
        self.before = Before { symbol: Some(kind), ..Before::default() };
    }

    fn finish(mut self) -> u32 {
        self.end_word();
        let letters = Alphabet::ALL.map(|alphabet| cheapest(alphabet, &self.letters[alphabet as usize]));
        self.half_bits + letters.iter().sum::<u32>()
    }
}

/// Whether nearly all Chinese characters of `text` are frequent ones, and more than a few.
pub(crate) fn is_running_han(text: &str) -> bool {
    const FEWEST: usize = 4;
    let kinds = || text.chars().map(character).filter(|(kind, _)| matches!(kind, Kind::Letter(_)));
    let rare = kinds().filter(|(_, half_bits)| *half_bits > RARE_IDEOGRAPH).count();
    kinds().count() >= FEWEST && rare * 10 <= kinds().count()
}

/// Whether the two scripts are Latin and Greek.
fn is_formula(one: u8, other: u8) -> bool {
    let (latin, greek) = (Alphabet::Latin as u8, Alphabet::Greek as u8);
    (one, other) == (latin, greek) || (one, other) == (greek, latin)
}

/// What the letters cost in the language that they cost least in, or in one without
/// a model.
fn cheapest(alphabet: Alphabet, letters: &[Letter]) -> u32 {
    if letters.is_empty() {
        return 0;
    }
    let unknown = letters.iter().map(|letter| match *letter {
        Letter::BORDER => 0,
        Letter::FOREIGN => UNKNOWN_FOREIGN,
        _ => UNKNOWN_LETTER,
    });
    let known = bigrams::of_alphabet(alphabet).map(|model| model.cost(letters)).min();
    unknown.sum::<u32>().min(known.unwrap_or(u32::MAX))
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
            assert!(cost(right) < cost(wrong), "{right}: {} {}", cost(right), cost(wrong));
        }
    }
}
