//! What single characters cost that no language's letter pairs tell about.
//!
//! Costs are half bits, as in the table of pairs; they are round figures of how
//! often such characters stand in web text, for only large differences decide.

use std::sync::LazyLock;

/// What a character is to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// White space.
    Blank,
    /// Digits and marks that stand inside of words too (apostrophe, hyphen, full stop).
    Neutral,
    /// Punctuation and symbols, which part words.
    Symbol,
    /// Those that do not stand right before a letter.
    Closing,
    /// Those that stand neither right before a letter nor right behind one.
    Apart,
    /// Lines and blocks of terminals: cheap in a row.
    Drawing,
    /// A letter of a script without models; the number tells its script.
    Letter(u8),
    /// A mark that acts on what stands before it.
    Mark,
    /// What no text is meant to have: controls, unassigned code points.
    Junk,
}

/// The script numbers of [`Kind::Letter`] start behind the alphabets with models.
pub(super) const HAN: u8 = 3;
const KANA: u8 = 3;
const HANGUL: u8 = 4;
const OTHER: u8 = 5;

/// The kind of a character that is no letter of an alphabet with models, and its cost.
pub(super) fn character(c: char) -> (Kind, u32) {
    match c {
        ' ' | '\t' | '\n' => (Kind::Blank, 5),
        '0'..='9' => (Kind::Neutral, 8),
        '.' | ',' | '\'' | '-' | '’' => (Kind::Neutral, 10),
        '!'..='~' => (Kind::Symbol, 13),
        '\u{81}' | '\u{8D}' | '\u{8F}' | '\u{90}' | '\u{9D}' | '\0'..='\u{1F}' | '\u{7F}' => (Kind::Junk, 44),
        // What windows-1252 has characters for.
        '\u{80}'..='\u{9F}' => (Kind::Junk, 28),
        '\u{A0}' => (Kind::Blank, 12),
        '\u{AD}' => (Kind::Neutral, 20),
        '«' | '“' | '„' | '‘' | '№' => (Kind::Symbol, 11),
        '»' | '”' | '–' | '—' | '…' => (Kind::Closing, 11),
        '€' => (Kind::Apart, 16),
        '¬' | '÷' => (Kind::Apart, 19),
        '√' | '≈' | '∆' => (Kind::Apart, 24),
        'ª' | 'º' | '§' | '©' | '®' | '™' | '£' | '°' | '·' | '•' | '¿' | '¡' | '²' | '³' | '½' | '‹' | '›' => {
            (Kind::Symbol, 16)
        }
        '\u{A1}'..='\u{B3}' | '\u{B5}'..='\u{BF}' | '×' => (Kind::Symbol, 19),
        '\u{384}' | '\u{385}' => (Kind::Symbol, 20),
        '´' | 'ʼ' | 'ʻ' => (Kind::Neutral, 14),
        '\u{2B0}'..='\u{2FF}' => (Kind::Symbol, 30),
        '\u{300}'..='\u{34F}' | '\u{483}'..='\u{489}' => (Kind::Mark, 20),
        '\u{350}'..='\u{36F}' => (Kind::Mark, 30),
        _ => beyond_latin(c),
    }
}

fn beyond_latin(c: char) -> (Kind, u32) {
    match c as u32 {
        0x531..=0x10FF
        | 0x1200..=0x18AF
        | 0x1900..=0x1CFF
        | 0x2C00..=0x2DFF
        | 0xA000..=0xABFF
        | 0xFB00..=0xFDFF
        | 0xFE70..=0xFEFC => script_of_its_own(c),
        0x1100..=0x11FF | 0x3131..=0x318E => (Kind::Letter(HANGUL), 20),
        0xAC00..=0xD7A3 => (Kind::Letter(HANGUL), 19),
        0x2000..=0x200A | 0x202F | 0x3000 => (Kind::Blank, 16),
        0x200B..=0x200F | 0x2060 => (Kind::Neutral, 18),
        0x2020..=0x205E => (Kind::Symbol, 20),
        0x2190..=0x21FF | 0x25A0..=0x27BF | 0x1F300..=0x1FAFF => (Kind::Symbol, 22),
        0x2500..=0x259F => (Kind::Drawing, 26),
        0x3001..=0x3020 | 0xFF00..=0xFF60 => (Kind::Symbol, 12),
        0x3041..=0x30FF => (Kind::Letter(KANA), 13),
        0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3134F => (Kind::Letter(HAN), han(c)),
        0x2460..=0x24FF => (Kind::Symbol, 34),
        0xFE00..=0xFE0F => (Kind::Mark, 8),
        0xFFFD => (Kind::Symbol, 30),
        0xE000..=0xF8FF | 0xF0000..=0x10FFFF => (Kind::Junk, 50),
        0x20A0..=0x218F | 0x2200..=0x245F | 0x27C0..=0x2BFF | 0x1D100..=0x1F2FF => (Kind::Symbol, 24),
        _ => (Kind::Junk, 50),
    }
}

/// Letters and marks of scripts that no legacy charset confuses with each other.
fn script_of_its_own(c: char) -> (Kind, u32) {
    use unicode_script::{Script, UnicodeScript};
    let script = c.script();
    if script == Script::Unknown {
        return (Kind::Junk, 50);
    }
    let half_bits = if unicode_normalization::char::is_combining_mark(c) { 14 } else { 12 };
    match script {
        Script::Common | Script::Inherited => (Kind::Mark, half_bits),
        // Three alphabets with models and two scripts above stand before them.
        _ => (Kind::Letter(OTHER.saturating_add(script as u8)), half_bits),
    }
}

/// Letters of the models' alphabets that hardly any text of today has: phonetic,
/// archaic and dialect letters. What they cost besides.
pub(super) fn rarity(c: char) -> u32 {
    const RARE: u32 = 30;
    match c {
        'ə' | 'Ə' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'ș' | 'Ș' | 'ț' | 'Ț' => 0,
        '\u{17F}'..='\u{2AF}'
        | '\u{460}'..='\u{489}'
        | '\u{1D00}'..='\u{1DBF}'
        | '\u{370}'..='\u{37D}'
        | '\u{3CF}'..='\u{3FF}' => RARE,
        _ => 0,
    }
}

/// Chinese characters by whether the first levels of the national standards have them.
fn han(c: char) -> u32 {
    const COMMON: u32 = 20;
    const RARE: u32 = 34;
    let place = (c as usize).wrapping_sub(FIRST_HAN);
    match FREQUENT_HAN.get(place / 64) {
        Some(bits) if bits >> (place % 64) & 1 == 1 => COMMON,
        _ => RARE,
    }
}

const FIRST_HAN: usize = 0x4E00;

/// The characters of the first levels of GB 2312, Big5 and JIS X 0208 (between 3,000
/// and 5,400 of each), which hold nearly all of running text.
static FREQUENT_HAN: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let levels = [
        (encoding_rs::GBK, 0xB0..=0xD7, 0xA1..=0xFE),
        (encoding_rs::BIG5, 0xA4..=0xC6, 0x40..=0xFE),
        (encoding_rs::EUC_JP, 0xB0..=0xCF, 0xA1..=0xFE),
    ];
    let mut frequent = vec![0_u64; 0x5200 / 64];
    for (encoding, leads, trails) in levels {
        for pair in leads.flat_map(|lead: u8| trails.clone().map(move |trail: u8| [lead, trail])) {
            let (text, _) = encoding.decode_without_bom_handling(&pair);
            let place = text.chars().next().map_or(usize::MAX, |c| (c as usize).wrapping_sub(FIRST_HAN));
            if let Some(bits) = frequent.get_mut(place / 64) {
                *bits |= 1 << (place % 64);
            }
        }
    }
    frequent
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_characters_are_cheaper() {
        assert!(character('的').1 < character('钀').1);
        assert!(character('뉴').1 < character('\u{90}').1);
        assert!(character('—').1 < character('╨').1);
        assert_eq!(character('ש').0, character('א').0);
        assert_ne!(character('ש').0, character('ع').0);
        assert_eq!(character('\u{378}').0, Kind::Junk);
    }
}
