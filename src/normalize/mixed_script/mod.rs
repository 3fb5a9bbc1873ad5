//! Words in which a letter of one script stands for its look-alike in the other.
//!
//! Three rounds, from what is certain to what its neighbours tell: words of both
//! scripts where the letters leave one reading; words of both scripts with two
//! readings; whole words of look-alikes, and digits among letters.

mod digits;
mod line;
mod token;
mod whole;
mod word;

use std::ops::Range;

use super::rewrite::{Replacement, Rewrite};
use crate::chars::confusable::is_of_all_alphabets;
use crate::chars::scan::{Traits, begins_latin};
use crate::edit::EditRule;
use line::{Line, cost, has_look_alike, has_palochka, is_of_word};
use word::{Reading, Script, reading};

/// What a word may cost more in the script of its neighbours than in the other one, in half bits.
const NEIGHBOURS_WEIGH: u32 = 20;

/// Whether a line with these traits may have something to repair.
pub(super) fn may_change(line: &str, traits: Traits) -> bool {
    traits.mixes_scripts() || whole::may_change(traits) || digits::may_change(line, traits)
}

/// How much of a line was repaired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repaired {
    /// Nothing was.
    None,
    /// Something was, and may tell more about what was not.
    Some,
    /// All that ever will be.
    All,
}

/// Repairs words of Latin and Cyrillic letters whose odd letters all have a
/// look-alike in the script that the word can only be meant in. Linear in the line.
pub(super) fn repair(text: &mut Rewrite<'_>, traits: Traits) -> Repaired {
    let mut finder = Finder { line: Line::new(text.text()), found: Vec::new(), doubtful: Vec::new(), repaired: [0; 2] };
    if traits.mixes_scripts() {
        finder.sure_words();
    }
    let sure = finder.found.len();
    let is_settled = finder.doubtful.is_empty();
    finder.neighbours_decide(traits);
    let is_settled = is_settled && finder.found.len() == sure;
    let mut found = finder.found;
    found.sort_by_key(Replacement::start);
    match (text.replace(found), is_settled) {
        (false, _) => Repaired::None,
        (true, true) => Repaired::All,
        (true, false) => Repaired::Some,
    }
}

/// What has been found in a line so far.
struct Finder<'t> {
    line: Line<'t>,
    found: Vec<Replacement>,
    /// Words of both scripts that need their neighbours to be read.
    doubtful: Vec<(Range<usize>, Reading)>,
    /// Words repaired, by their script.
    repaired: [u32; 2],
}

impl Finder<'_> {
    fn sure_words(&mut self) {
        let text = self.line.text;
        let mut done = 0;
        for at in borders(text.as_bytes()) {
            if at >= done {
                let range = letters_around(text, done, at);
                done = range.end;
                self.sure_word(range);
            }
        }
    }

    fn sure_word(&mut self, range: Range<usize>) {
        match reading(&self.line.text[range.clone()]) {
            Reading::Spoilt(script) => self.put(range, script),
            reading @ (Reading::WithEnding | Reading::Either) => self.doubtful.push((range, reading)),
            Reading::Sure(_) | Reading::Alike(_) | Reading::Other => {}
        }
    }

    /// What the words around tell.
    fn neighbours_decide(&mut self, traits: Traits) {
        self.doubtful_words();
        if whole::may_change(traits) {
            whole::find(self);
        }
        if digits::may_change(self.line.text, traits) {
            digits::find(self);
        }
    }

    fn doubtful_words(&mut self) {
        for (range, reading) in std::mem::take(&mut self.doubtful) {
            let script = match reading {
                // `в Telegramе` is meant, `the nаmе of` is not.
                Reading::WithEnding => self.neighbours(&range).filter(|script| *script == Script::Latin),
                _ => self.likely_script(&range),
            };
            if let Some(script) = script {
                self.put(range, script);
            }
        }
    }

    fn neighbours(&self, range: &Range<usize>) -> Option<Script> {
        self.line.script_around(self.line.place(range))
    }

    /// The script of the neighbours, if the word is not far better in the other one.
    fn likely_script(&self, range: &Range<usize>) -> Option<Script> {
        let script = self.neighbours(range)?;
        let word = &self.line.text[range.clone()];
        let price = |script| Some(cost(word, script, self.line.language(script)?));
        match (price(script), price(script.other())) {
            (Some(here), Some(there)) if here > there + NEIGHBOURS_WEIGH => None,
            _ => Some(script),
        }
    }

    /// Puts the letters of `script` for their look-alikes in the word, if it is text and the
    /// line's language has these letters.
    fn put(&mut self, range: Range<usize>, script: Script) {
        let text = self.line.text;
        let word = &text[range.clone()];
        let is_scheme = script == Script::Latin && text[range.end..].starts_with("://");
        if (!is_scheme && token::is_inside_code(text, &range))
            || (script == Script::Cyrillic && !self.fits_language(word))
        {
            return;
        }
        let palochka = if has_palochka(word) { self.line.palochka() } else { None };
        for (at, c) in word.char_indices() {
            let letter = match palochka {
                Some(palochka) if c == 'I' => Some(palochka),
                _ => script.look_alike(c),
            };
            if let Some(letter) = letter {
                let at = range.start + at;
                self.found.push(Replacement::new(at..at + c.len_utf8(), letter, EditRule::MixedScript));
            }
        }
        self.repaired[script as usize] += 1;
    }

    /// Whether the line's language has the Cyrillic letters that would stand for the Latin ones.
    fn fits_language(&self, word: &str) -> bool {
        if has_palochka(word) {
            return self.line.palochka().is_some();
        }
        let is_doubtful = |c: &char| {
            let look_alike = Script::Cyrillic.look_alike(*c).and_then(|letter| letter.chars().next());
            look_alike.is_some_and(|letter| !is_of_all_alphabets(letter))
        };
        let mut doubtful = word.chars().filter(is_doubtful).peekable();
        if doubtful.peek().is_none() {
            return true;
        }
        let has_palochka = word.contains('I') && (self.line.palochka().is_some() || self.line.writes_palochka());
        !has_palochka
            && self
                .line
                .language(Script::Cyrillic)
                .is_some_and(|language| doubtful.all(|c| has_look_alike(language, c)))
    }
}

/// As many bytes are looked at together: those without a Latin letter, which most of Cyrillic
/// text is, take some vector instructions.
const STEP: usize = 32;

/// Places where a basic Latin letter touches a character that is not ASCII, or
/// where another Latin letter starts: every word of two scripts has one.
fn borders(text: &[u8]) -> impl Iterator<Item = usize> {
    let before = |at: usize| if at == 0 { b' ' } else { text[at - 1] };
    let is_border = move |at: &usize| {
        let (one, other) = (before(*at), text[*at]);
        (one.is_ascii_alphabetic() && !other.is_ascii())
            || (!one.is_ascii() && other.is_ascii_alphabetic())
            || begins_latin(other)
    };
    let steps = (0..text.len()).step_by(STEP).map(|start| start..(start + STEP).min(text.len()));
    let with_latin =
        steps.filter(move |step| before(step.start).is_ascii_alphabetic() || has_latin(&text[step.clone()]));
    with_latin.flatten().filter(is_border)
}

/// Those of them where the character beyond ASCII is a Cyrillic letter, or the letter has an accent.
pub(super) fn borders_of_cyrillic(text: &[u8]) -> impl Iterator<Item = usize> {
    let is_cyrillic = |at: usize| text.get(at).is_some_and(|byte| (0xD0..=0xD3).contains(byte));
    borders(text).filter(move |at| is_cyrillic(*at) || begins_latin(text[*at]) || is_cyrillic(at.wrapping_sub(2)))
}

/// Whether there is a byte of a Latin letter; without branches, so that it is vectorised.
fn has_latin(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |found, byte| found | ((byte | 0x20).wrapping_sub(b'a') < 26) | begins_latin(*byte))
}

/// The run of letters around the border at `at`, which goes back no further than `from`.
fn letters_around(text: &str, from: usize, at: usize) -> Range<usize> {
    at - letters(text[from..at].chars().rev())..at + letters(text[at..].chars())
}

/// The bytes of the letters that `chars` begins with.
fn letters(chars: impl Iterator<Item = char>) -> usize {
    chars.take_while(|c| is_of_word(*c)).map(char::len_utf8).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chars::scan::scan;

    fn repaired(text: &str) -> String {
        let mut rewrite = Rewrite::new(text);
        repair(&mut rewrite, scan(text));
        rewrite.text().to_owned()
    }

    #[test]
    fn slips_are_repaired() {
        let cases = [
            ("18643 переглядiв", "18643 переглядів"),
            ("Cупер, Украïна", "Супер, Україна"),
            ("Gооglе", "Google"),
            ("пiд'їзд", "під'їзд"),
            ("ïжак", "їжак"),
            ("Москвá", "Москва\u{301}"),
            ("ХІX століття", "XIX століття"),
            ("Он коjи jе рекао да ће доћи", "Он који је рекао да ће доћи"),
        ];
        for (source, wanted) in cases {
            assert_eq!(repaired(source), wanted);
        }
    }

    #[test]
    fn letters_of_other_languages_stay() {
        for text in ["нохчийн гIалгIай мотт", "это былi те самые дни, когда мы были вместе"]
        {
            assert_eq!(repaired(text), text);
        }
        assert_eq!(repaired("гӏалгӏай гIаланаш"), "гӏалгӏай гӏаланаш");
    }
}
