//! Language codes and guesses.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Kind};

/// A language's code: ISO 639 letters, with an ISO 15924 script where it needs
/// one (`uk`, `en`, `sr-Latn`).
///
/// ```
/// use chysto::Language;
///
/// let language: Language = "UK".parse().unwrap();
/// assert_eq!(language.code(), "uk");
/// assert!("Ukrainian".parse::<Language>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; LONGEST]);

/// Three letters, a hyphen, a four-letter script.
const LONGEST: usize = 8;

impl Language {
    /// The code of a language that the library itself names.
    pub(crate) const fn known(code: &'static str) -> Self {
        let bytes = code.as_bytes();
        let mut packed = [0; LONGEST];
        let mut i = 0;
        while i < bytes.len() && i < LONGEST {
            packed[i] = bytes[i];
            i += 1;
        }
        Self(packed)
    }

    /// The language alone, `sr` of `sr-Latn`.
    pub(crate) fn without_script(self) -> Self {
        let letters = self.0.iter().position(|byte| *byte == b'-').unwrap_or(LONGEST);
        let mut packed = self.0;
        packed[letters..].fill(0);
        Self(packed)
    }

    /// The code, two or three lower-case letters and perhaps `-Script`.
    pub fn code(&self) -> &str {
        let end = self.0.iter().position(|byte| *byte == 0).unwrap_or(LONGEST);
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

impl FromStr for Language {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self, Error> {
        let (letters, script) = match code.split_once('-') {
            Some((letters, script)) => (letters, Some(script)),
            None => (code, None),
        };
        let fits = matches!(letters.len(), 2 | 3) && is_alphabetic(letters);
        if !fits || script.is_some_and(|script| script.len() != 4 || !is_alphabetic(script)) {
            return Err(Error::new(
                Kind::Language,
                format!("`{code}` is no language code; give ISO 639 letters, such as `uk` or `sr-Latn`"),
            ));
        }
        let mut packed = letters.to_ascii_lowercase();
        if let Some(script) = script {
            packed.push('-');
            packed.push_str(&script[..1].to_ascii_uppercase());
            packed.push_str(&script[1..].to_ascii_lowercase());
        }
        let mut bytes = [0; LONGEST];
        bytes[..packed.len()].copy_from_slice(packed.as_bytes());
        Ok(Self(bytes))
    }
}

fn is_alphabetic(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({})", self.code())
    }
}

/// The language of a document, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LanguageGuess {
    pub(crate) language: Language,
    pub(crate) confidence: f32,
    pub(crate) reliable: bool,
}

impl LanguageGuess {
    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// How sure the guess is, from 0 to 1.
    pub fn confidence(&self) -> f32 {
        self.confidence
    }

    /// Whether the guess can be relied on: enough text, and a clear lead over
    /// the next language.
    pub fn is_reliable(&self) -> bool {
        self.reliable
    }
}
