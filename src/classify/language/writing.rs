//! What a text is written in: an alphabet of many languages, or a script that
//! tells its language by itself.

use unicode_script::{Script, UnicodeScript};

use crate::chars::script::{is_cyrillic, is_greek, is_latin};
use crate::language::Language;
use crate::plausibility::bigrams::Alphabet;

/// A script, as far as it matters to languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Devanagari,
    Hebrew,
    /// Chinese characters and kana.
    Ideographs,
    Hangul,
    /// A script of one language.
    Own(Language),
}

impl Writing {
    /// The alphabet whose languages letter pairs tell apart.
    pub(super) fn alphabet(self) -> Option<Alphabet> {
        match self {
            Self::Latin => Some(Alphabet::Latin),
            Self::Cyrillic => Some(Alphabet::Cyrillic),
            Self::Greek => Some(Alphabet::Greek),
            _ => None,
        }
    }

    /// As many letters as one sign of it stands for.
    fn letters_a_sign(self) -> u32 {
        if matches!(self, Self::Ideographs | Self::Hangul) { 3 } else { 1 }
    }

    /// What most letters of `text` are written in, and how many those are.
    pub(super) fn of(text: &str) -> Option<(Self, u32)> {
        let [basic, accented, cyrillic, others] = counts_by_byte(text.as_bytes());
        // Without basic letters, accented ones may be multiplication signs.
        if others > 0 || (accented > 0 && basic == 0) {
            return Self::of_any(text);
        }
        most(&[(Self::Cyrillic, cyrillic), (Self::Latin, basic + accented)])
    }

    fn of_any(text: &str) -> Option<(Self, u32)> {
        let mut found: Vec<(Self, u32)> = Vec::new();
        let [mut latin, mut cyrillic] = [0, 0];
        for c in text.chars() {
            match c {
                _ if is_latin(c) => latin += 1,
                _ if is_cyrillic(c) => cyrillic += 1,
                _ if c < '\u{370}' => {}
                _ => {
                    let Some(writing) = beyond(c) else { continue };
                    let weight = writing.letters_a_sign();
                    match found.iter_mut().find(|(known, _)| *known == writing) {
                        Some((_, count)) => *count += weight,
                        None => found.push((writing, weight)),
                    }
                }
            }
        }
        found.splice(0..0, [(Self::Cyrillic, cyrillic), (Self::Latin, latin)]);
        most(&found)
    }

    /// All that `language` may be written in.
    pub(super) fn all_of(language: Language) -> Vec<Self> {
        let all = [
            Self::Latin,
            Self::Cyrillic,
            Self::Greek,
            Self::Arabic,
            Self::Devanagari,
            Self::Hebrew,
            Self::Ideographs,
            Self::Hangul,
            Self::Own(language),
        ];
        all.into_iter().filter(|writing| writing.writes(language)).collect()
    }

    /// Whether `language` may be written so.
    fn writes(self, language: Language) -> bool {
        let (code, script) = language.code().split_once('-').unwrap_or((language.code(), ""));
        let is = |codes: &str| codes.split(' ').any(|known| known == code);
        match (self, script) {
            (Self::Cyrillic, "") => is("uk ru be bg sr mk kk ky tg mn tt ba cv uz os ce av ab sah udm"),
            (Self::Cyrillic, script) => script == "Cyrl",
            (Self::Latin, "") => code == "sr" || code == "uz" || !WRITINGS.iter().any(|(codes, _)| is(codes)),
            (Self::Latin, script) => script == "Latn",
            (Self::Own(own), _) => own.code() == code,
            _ => WRITINGS.iter().any(|(codes, writing)| *writing == Some(self) && is(codes)),
        }
    }
}

/// The one with the highest count above zero, of equals the first.
fn most(counts: &[(Writing, u32)]) -> Option<(Writing, u32)> {
    counts.iter().rev().filter(|(_, count)| *count > 0).max_by_key(|(_, count)| *count).copied()
}

/// Basic Latin, other Latin and Cyrillic letters, and characters that may be letters of
/// other scripts, counted by first bytes.
fn counts_by_byte(text: &[u8]) -> [u32; 4] {
    text.iter().fold([0; 4], |[basic, accented, cyrillic, others], byte| {
        let is_basic = (byte | 0x20).wrapping_sub(b'a') < 26;
        // From C3 to C9 there are Latin letters; behind C2 and E2 hardly any letters at all.
        let is_accented = byte.wrapping_sub(0xC3) < 7;
        let is_cyrillic = byte.wrapping_sub(0xD0) < 4;
        let is_other = *byte >= 0xCA && !is_cyrillic && *byte != 0xE2;
        [
            basic + u32::from(is_basic),
            accented + u32::from(is_accented),
            cyrillic + u32::from(is_cyrillic),
            others + u32::from(is_other),
        ]
    })
}

/// Languages that are not written in Latin letters, and in what they are.
const WRITINGS: [(&str, Option<Writing>); 8] = [
    ("uk ru be bg sr mk kk ky tg mn tt ba cv os ce av ab sah udm", Some(Writing::Cyrillic)),
    ("el", Some(Writing::Greek)),
    ("ar fa ur ps ckb ug sd", Some(Writing::Arabic)),
    ("hi mr ne sa", Some(Writing::Devanagari)),
    ("he yi", Some(Writing::Hebrew)),
    ("zh ja", Some(Writing::Ideographs)),
    ("ko", Some(Writing::Hangul)),
    ("bn pa gu or ta te kn ml si th lo bo my ka hy am km dv", None),
];

fn beyond(c: char) -> Option<Writing> {
    if is_greek(c) {
        return Some(Writing::Greek);
    }
    Some(match c {
        '\u{590}'..='\u{5FF}' if c.is_alphabetic() => Writing::Hebrew,
        '\u{600}'..='\u{6FF}' if c.is_alphabetic() => Writing::Arabic,
        '\u{900}'..='\u{963}' => Writing::Devanagari,
        '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{3400}'..='\u{9FFF}' => Writing::Ideographs,
        '\u{AC00}'..='\u{D7A3}' => Writing::Hangul,
        _ if !c.is_alphabetic() => return None,
        _ => return by_script(c.script()),
    })
}

fn by_script(script: Script) -> Option<Writing> {
    Some(match script {
        Script::Latin => Writing::Latin,
        Script::Cyrillic => Writing::Cyrillic,
        Script::Arabic => Writing::Arabic,
        Script::Hebrew => Writing::Hebrew,
        Script::Han | Script::Hiragana | Script::Katakana => Writing::Ideographs,
        Script::Hangul => Writing::Hangul,
        _ => Writing::Own(Language::known(language_of(script)?)),
    })
}

/// The language of a script that hardly any other is written in.
fn language_of(script: Script) -> Option<&'static str> {
    Some(match script {
        Script::Bengali => "bn",
        Script::Gurmukhi => "pa",
        Script::Gujarati => "gu",
        Script::Oriya => "or",
        Script::Tamil => "ta",
        Script::Telugu => "te",
        Script::Kannada => "kn",
        Script::Malayalam => "ml",
        Script::Sinhala => "si",
        Script::Thai => "th",
        Script::Lao => "lo",
        Script::Tibetan => "bo",
        Script::Myanmar => "my",
        Script::Georgian => "ka",
        Script::Armenian => "hy",
        Script::Ethiopic => "am",
        Script::Khmer => "km",
        Script::Thaana => "dv",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counting_by_bytes_is_counting_by_characters() {
        let texts =
            ["Ж and b", "Žluťoučký kůň", "× ×", "×", "ÄÖ", "日本 a", "12 — 34", "Привет, мир", "…", "Ёж", "ქართული"];
        texts.iter().for_each(|text| assert_eq!(Writing::of(text), Writing::of_any(text), "{text}"));
    }
}
