//! How plausible a text is: what it would cost to spell out, in bits.
//!
//! The cost of letters comes from the letter pairs of the language that fits
//! best, for each alphabet of the text; what no language's pairs tell (symbols,
//! capitals inside of words, a change of scripts in a word) has costs of its own.
//! The reading of broken text that costs least is the likeliest one: the minimum
//! description length (J. Rissanen, 1978), which grows with the evidence.

pub(crate) mod bigrams;
mod characters;
mod classes;
mod languages;
mod tally;

use bigrams::{Alphabet, Letter};
use characters::{Kind, character};
use classes::{Class, class};
use tally::Tally;

pub(crate) use languages::LetterCosts;

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
/// One that stands apart behind a Cyrillic letter; behind Latin ones it may be a face.
const SYMBOL_BEHIND: u32 = 10;
/// A closing one before a letter.
const SYMBOL_BEFORE: u32 = 10;
/// A drawing behind another, and a symbol, at the most: they come in rows.
const DRAWING_IN_A_ROW: u32 = 7;
const SYMBOL_IN_A_ROW: u32 = 12;
const RARE_SYMBOL: u32 = 20;

/// What `text` costs, in half bits. Linear, at a few vector additions a letter: for samples
/// rather than for whole documents.
pub(crate) fn cost(text: &str) -> u32 {
    let mut reader = Reader::default();
    text.chars().for_each(|c| reader.take(c));
    reader.finish()
}

/// Reads characters one after another, and adds up what they cost.
#[derive(Default)]
pub(crate) struct Reader {
    /// What the letters of each alphabet cost, words parted by borders.
    letters: [Option<Tally>; 3],
    half_bits: u32,
    scripts: u64,
    before: Before,
    /// What it costs if a letter follows the symbol that stands just before.
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
    #[inline]
    pub(crate) fn take(&mut self, c: char) {
        let (class, half_bits) = class(c);
        match class {
            // The palochka of the Caucasus, as it is typed.
            Class::Letter { .. } if c == 'I' && self.before.script == Some(Alphabet::Cyrillic as u8) => {
                self.letter(Alphabet::Cyrillic, Letter::of('ӏ'), false);
            }
            Class::Letter { alphabet, letter, is_capital } => {
                self.half_bits += half_bits;
                self.letter(alphabet, letter, is_capital);
            }
            Class::Other(kind) => self.other(kind, half_bits),
        }
    }

    #[inline]
    fn letter(&mut self, alphabet: Alphabet, letter: Letter, is_capital: bool) {
        self.joins(alphabet as u8);
        self.letters[alphabet as usize].get_or_insert_with(|| Tally::new(alphabet)).add(letter);
        if is_capital {
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
        if let Some(Some(letters)) = letters {
            letters.add(Letter::BORDER);
        }
    }

    fn other(&mut self, kind: Kind, mut half_bits: u32) {
        match kind {
            Kind::Letter(script) => {
                self.joins(script);
                (self.before.is_small, self.before.capitals) = (false, 0);
            }
            Kind::Mark => {}
            _ => {
                match (self.before.symbol, kind) {
                    (Some(Kind::Drawing), Kind::Drawing) => half_bits = DRAWING_IN_A_ROW,
                    (Some(Kind::Symbol | Kind::Closing | Kind::Apart), Kind::Symbol | Kind::Closing | Kind::Apart)
                        if half_bits < RARE_SYMBOL =>
                    {
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
        if kind == Kind::Apart && self.before.script == Some(Alphabet::Cyrillic as u8) {
            self.half_bits += SYMBOL_BEHIND;
        }
        self.encloses = match kind {
            Kind::Blank | Kind::Neutral => 0,
            _ if inside => SYMBOL_INSIDE,
            Kind::Closing | Kind::Apart => SYMBOL_BEFORE,
            _ => 0,
        };
        self.before = Before { symbol: Some(kind), ..Before::default() };
    }

    /// What has been read so far costs, but for the end of a word that has not ended.
    pub(crate) fn so_far(&self) -> u32 {
        self.half_bits + self.letters.iter().flatten().map(Tally::least).sum::<u32>()
    }

    /// What all that was read costs, in half bits.
    pub(crate) fn finish(mut self) -> u32 {
        self.end_word();
        self.so_far()
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
