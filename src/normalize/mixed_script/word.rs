//! What the letters of one word tell about its script.

use crate::chars::confusable::{to_cyrillic, to_latin};
use crate::chars::script::{is_cyrillic, is_latin};

/// Longer runs of letters are no words.
const LONGEST_WORD: usize = 64;
/// As many Latin letters in front of Cyrillic ones are a word with an ending (`exeшник`):
/// slips seldom hit three letters in a row.
const LATIN_STEM: usize = 3;
/// Endings that Russian and its neighbours put to Latin words (`Telegramом`).
const LONGEST_ENDING: usize = 3;

/// The scripts that are told apart here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Cyrillic,
    Latin,
}

impl Script {
    pub(super) fn of(c: char) -> Option<Self> {
        match c {
            _ if is_latin(c) => Some(Self::Latin),
            _ if is_cyrillic(c) => Some(Self::Cyrillic),
            _ => None,
        }
    }

    /// What looks like the letter `c` in this script, if `c` is not of it.
    pub(super) fn look_alike(self, c: char) -> Option<&'static str> {
        match self {
            Self::Cyrillic => to_cyrillic(c),
            Self::Latin => to_latin(c),
        }
    }

    pub(super) fn other(self) -> Self {
        match self {
            Self::Cyrillic => Self::Latin,
            Self::Latin => Self::Cyrillic,
        }
    }
}

/// What a word is by its letters alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Of a single script, with a letter that the other one has nothing like.
    Sure(Script),
    /// Of a single script, but all of its letters have look-alikes in the other one.
    Alike(Script),
    /// Of two scripts, and can only be meant in this one.
    Spoilt(Script),
    /// A Latin word with a Cyrillic letter or two at its end, which may be meant.
    WithEnding,
    /// Of two scripts, and can be meant in either.
    Either,
    /// Mixed on purpose, or no word.
    Other,
}

/// The counts of a word's letters.
#[derive(Default)]
struct Letters {
    latin: usize,
    cyrillic: usize,
    /// Letters that the other script has nothing like.
    only_latin: bool,
    only_cyrillic: bool,
    /// How often the script changes.
    changes: usize,
    last: Option<Script>,
}

impl Letters {
    /// The letters of `word`; none where it is no word of the two scripts.
    fn of(word: &str) -> Option<Self> {
        let mut letters = Self::default();
        for (count, c) in word.chars().filter(|c| !is_mark(*c)).enumerate() {
            if count == LONGEST_WORD {
                return None;
            }
            letters.take(c)?;
        }
        Some(letters)
    }

    fn take(&mut self, c: char) -> Option<()> {
        let script = Script::of(c)?;
        let is_only = script.other().look_alike(c).is_none();
        match script {
            Script::Latin => (self.latin, self.only_latin) = (self.latin + 1, self.only_latin | is_only),
            Script::Cyrillic => (self.cyrillic, self.only_cyrillic) = (self.cyrillic + 1, self.only_cyrillic | is_only),
        }
        self.changes += usize::from(self.last.is_some_and(|last| last != script));
        self.last = Some(script);
        Some(())
    }
}

/// Accents stand between the letters of a word.
pub(super) fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

/// What the word is by its letters alone.
pub(super) fn reading(word: &str) -> Reading {
    let Some(letters) = Letters::of(word) else { return Reading::Other };
    let single = |script, is_sure| if is_sure { Reading::Sure(script) } else { Reading::Alike(script) };
    match (letters.latin, letters.cyrillic) {
        (0, 0) => Reading::Other,
        (_, 0) => single(Script::Latin, letters.only_latin),
        (0, _) => single(Script::Cyrillic, letters.only_cyrillic),
        _ if is_composed(word, &letters) => Reading::Other,
        _ => mixed(word, &letters),
    }
}

fn mixed(word: &str, letters: &Letters) -> Reading {
    let has_ending = letters.changes == 1 && letters.last == Some(Script::Cyrillic);
    match (letters.only_latin, letters.only_cyrillic) {
        (true, true) => Reading::Other,
        (true, false) if has_ending && letters.cyrillic <= LONGEST_ENDING => Reading::WithEnding,
        (true, false) => Reading::Spoilt(Script::Latin),
        (false, true) if has_ending && letters.latin >= LATIN_STEM => Reading::Other,
        (false, true) => Reading::Spoilt(Script::Cyrillic),
        (false, false) if is_numeral(word) => Reading::Spoilt(Script::Latin),
        (false, false) if has_ending && letters.latin >= LATIN_STEM => Reading::WithEnding,
        (false, false) => Reading::Either,
    }
}

/// Two parts that are each of one script, and that the case tells apart: `PCшный`,
/// `iМаркет`, `РосTV`, `OKУдалить`.
fn is_composed(word: &str, letters: &Letters) -> bool {
    if letters.changes != 1 {
        return false;
    }
    let Some(first) = word.chars().next().and_then(Script::of) else { return false };
    let is_first = |c: &char| is_mark(*c) || Script::of(*c) == Some(first);
    let front = || word.chars().take_while(is_first).filter(|c| !is_mark(*c));
    let mut back = word.chars().skip_while(is_first);
    let is_abbreviation = front().nth(1).is_some() && front().all(char::is_uppercase);
    match back.next() {
        Some(c) if c.is_uppercase() && front().last().is_some_and(char::is_lowercase) => true,
        Some(c) => is_abbreviation && (c.is_lowercase() || back.any(char::is_lowercase)),
        None => false,
    }
}

/// A Roman number below 40, as centuries and monarchs have it.
fn is_numeral(word: &str) -> bool {
    let latin: String = word.chars().map(|c| to_latin(c).and_then(|c| c.chars().next()).unwrap_or(c)).collect();
    let units = latin.trim_start_matches('X');
    latin.len() - units.len() <= 3 && matches!(units, "" | "I" | "II" | "III" | "IX")
}

#[cfg(test)]
mod tests {
    use super::Script::{Cyrillic, Latin};
    use super::*;

    #[test]
    fn words_are_read() {
        let cases = [
            ("слово", Reading::Sure(Cyrillic)),
            ("word", Reading::Sure(Latin)),
            ("соус", Reading::Alike(Cyrillic)),
            ("COCA", Reading::Alike(Latin)),
            ("cлово", Reading::Spoilt(Cyrillic)),
            ("wоrd", Reading::Spoilt(Latin)),
            ("ХІX", Reading::Spoilt(Latin)),
            ("oсa", Reading::Either),
            ("Telegramе", Reading::WithEnding),
            ("SMSка", Reading::Other),
            ("exeшник", Reading::Other),
            ("ПриватBank", Reading::Other),
            ("РосTV", Reading::Other),
            ("iМаркет", Reading::Other),
            ("OKУдалить", Reading::Other),
            ("COЮЗ", Reading::Spoilt(Cyrillic)),
            ("casе", Reading::WithEnding),
            ("λόγος", Reading::Other),
            ("", Reading::Other),
        ];
        for (word, wanted) in cases {
            assert_eq!(reading(word), wanted, "{word}");
        }
    }
}
