//! A quick look for what misread text looks like, so that right text is not
//! judged by the letter.

use super::class::Class;

/// So many odd places are more than slips of the keyboard, if they are in many words.
pub(super) const FEWEST_EVERYWHERE: u32 = 4;

/// What a line holds that misread text is full of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Suspicion {
    /// Where the first suspicious character stands.
    pub(super) first: Option<usize>,
    /// Sets of charsets, one bit each, in which a character and its next could be UTF-8.
    pub(super) utf_8: u32,
    /// Letters and symbols beside each other as no language has them.
    pub(super) odd: u32,
    /// Words that were glued together, a small letter to a capital one.
    pub(super) glued: u32,
    /// Words with letters beyond ASCII.
    pub(super) words: u32,
    /// Controls that windows-1252 has characters for.
    pub(super) controls: bool,
    /// Characters that are bytes of UTF-8 rather than letters.
    pub(super) telling: bool,
    /// Symbols right behind Cyrillic letters, as no slip of the keyboard puts them.
    pub(super) certain: bool,
    /// Capital letters beyond ASCII: in KOI8 and windows-1251 they are each other's small ones.
    pub(super) capitals: u32,
    /// An Ã at the end of a word, whose no-break blank was lost.
    pub(super) lone: bool,
}

impl Suspicion {
    /// Whether the little that is odd is words that were glued together.
    pub(super) fn is_rare(&self) -> bool {
        const EVERY_EIGHTH: u32 = 8;
        !self.is_marked() && self.capitals <= 2 * self.words && (self.odd + self.glued) * EVERY_EIGHTH < self.words
    }

    /// Whether there is anything that right text has not, however rarely.
    fn is_marked(&self) -> bool {
        self.telling || self.certain || self.lone || self.controls
    }

    /// Whether so many words are odd that it can't be slips of the keyboard.
    pub(super) fn is_everywhere(&self) -> bool {
        const EVERY_THIRD: u32 = 3;
        self.odd >= FEWEST_EVERYWHERE && self.odd * EVERY_THIRD >= self.words
    }
}

/// Bytes behind the first suspicious character that tell enough.
const ENOUGH: usize = 512;

/// Looks at `text` from `from` on. Linear.
pub(super) fn suspicion(text: &str, from: usize) -> Suspicion {
    let text = &text[from..];
    let mut look = Look::new(text);
    for (at, c) in text.char_indices() {
        look.take(at, c);
        if look.found.first.is_some_and(|first| at > first + ENOUGH) {
            break;
        }
    }
    // Its no-break blank was trimmed.
    let is_cut = text.ends_with('Ã');
    look.found.lone |= is_cut;
    look.found.utf_8 = match (is_cut, look.found.telling || look.found.odd > 0) {
        (true, _) => u32::MAX,
        (false, true) => look.candidates,
        (false, false) => 0,
    };
    let first = look.found.first.filter(|_| look.found.is_marked() || look.foreign * 2 < look.beyond);
    Suspicion { first: first.map(|first| from + first), ..look.found }
}

type Place = (usize, char, Class);

struct Look<'t> {
    text: &'t str,
    found: Suspicion,
    /// The two characters before, and their places.
    last: [Place; 2],
    in_word: bool,
    /// Charsets in which there are bytes of UTF-8, which letters may be by chance.
    candidates: u32,
    /// Characters beyond ASCII, and those of them that no charset has: what is full of
    /// these was not misread.
    beyond: u32,
    foreign: u32,
}

impl<'t> Look<'t> {
    fn new(text: &'t str) -> Self {
        let last = [(0, ' ', Class::of(' ')); 2];
        Self { text, found: Suspicion::default(), last, in_word: false, candidates: 0, beyond: 0, foreign: 0 }
    }

    #[inline]
    fn take(&mut self, at: usize, c: char) {
        let here = Class::of(c);
        let [first, second] = self.last;
        self.last = [second, (at, c, here)];
        self.in_word &= c != ' ';
        if !(c.is_ascii() && second.1.is_ascii()) {
            self.compare(first, second, (at, c, here));
        }
    }

    #[inline]
    fn compare(&mut self, (first, _, one): Place, (second, b, two): Place, (at, c, here): Place) {
        if !c.is_ascii() {
            self.found.words += u32::from(!self.in_word);
            self.in_word = true;
            self.found.capitals += u32::from(here.is(Class::CAPITAL));
            self.beyond += 1;
            self.foreign += u32::from(here.known == 0);
        }
        let bytes_of_two = two.begins_two & here.continues;
        let bytes_of_more = one.begins_more & two.continues & here.continues;
        self.candidates |= bytes_of_two | bytes_of_more;
        // The same symbol again is an ornament.
        let is_odd = b != c && is_odd(one, two, here);
        let is_glued = is_odd && self.is_glued([one, two, here], (at, c));
        let is_odd = is_odd && !is_glued;
        let is_telling = bytes_of_two | bytes_of_more != 0 && (is_odd || is_telling(b, c, [one, two, here]));
        let lone = b == 'Ã' && c == ' ';
        let is_control = matches!(c, '\u{80}'..='\u{9F}');
        if is_telling || lone || is_odd || is_glued || is_control {
            self.found.first.get_or_insert(if bytes_of_more != 0 { first } else { second });
            self.candidates |= if lone { u32::MAX } else { 0 };
            self.found.telling |= is_telling || lone;
            self.found.certain |= two.is(Class::CYRILLIC) && here.is(Class::CLOSING);
            self.found.odd += u32::from(is_odd);
            self.found.glued += u32::from(is_glued);
            self.found.controls |= is_control;
            self.found.lone |= lone;
        }
    }

    /// Whether `c` looks like the first letter of a word that lost its blank: what is misread has
    /// several capital letters in a row, or changes with each. (But я is read as Я alone, in windows-1251
    /// for Mac OS Cyrillic.)
    fn is_glued(&self, [one, two, here]: [Class; 3], (at, c): (usize, char)) -> bool {
        let next = || self.text[at + c.len_utf8()..].chars().next();
        let is_word = one.is(Class::SMALL) && two.is(Class::SMALL) && here.is(Class::CAPITAL);
        is_word && two.script == here.script && c != 'Я' && next().is_some_and(char::is_lowercase)
    }
}

/// Whether `c` behind `b` says that the last two are bytes rather than letters: not where both
/// are letters, nor where right text ends a word or a sentence so.
fn is_telling(b: char, c: char, [one, two, here]: [Class; 3]) -> bool {
    match c {
        '?' => matches!(b, 'Ã' | 'Â' | 'â' | 'Ð' | 'Ñ'),
        // These open a quotation.
        '‚' | '„' => two.is(Class::LETTER),
        '\u{A0}' | '«' | '»' | '\u{2010}'..='\u{2027}' => {
            matches!(b, '\u{C2}'..='\u{F4}') || two.is(Class::SYMBOL_INSIDE)
        }
        // As in French and Ukrainian.
        _ if b == '’' => false,
        _ if matches!(b, '«' | '»' | '\u{2010}'..='\u{2027}') => one.is(Class::LETTER),
        _ => !(two.is(Class::LETTER) && here.is(Class::LETTER)),
    }
}

/// Whether no language has `a`, `b` and `c` beside each other.
#[inline]
fn is_odd(a: Class, b: Class, c: Class) -> bool {
    const SYMBOLS: u16 = Class::SYMBOL_INSIDE | Class::SYMBOL_BEFORE | Class::CLOSING | Class::DASH;
    let capital_inside = b.is(Class::SMALL) && c.is(Class::CAPITAL) && !b.is(Class::ASCII) && !c.is(Class::PALOCHKA);
    let scripts = (b.is(Class::LATIN) && c.is(Class::CYRILLIC)) || (b.is(Class::CYRILLIC) && c.is(Class::LATIN));
    let mixed = scripts && !is_palochka(b, c);
    let accents = b.is(Class::ACCENT) && c.is(Class::ACCENT) && b.is_stranger_to(c);
    // Greek letters stand beside basic Latin ones in sciences.
    let greek = b.is(Class::GREEK) && c.is(Class::ACCENT);
    let is_certain = capital_inside || mixed || accents || greek;
    is_certain || ((b.is(SYMBOLS) || c.is(SYMBOLS)) && is_beside_symbol(a, b, c))
}

/// Whether one of them is a symbol that does not stand where it does.
fn is_beside_symbol(a: Class, b: Class, c: Class) -> bool {
    let letter_beyond = c.is(Class::LETTER) && !c.is(Class::ASCII);
    let inside = a.is(Class::LETTER) && c.is(Class::LETTER) && b.is(Class::SYMBOL_INSIDE);
    let closing = b.is(Class::LETTER) && !b.is(Class::ASCII) && c.is(Class::CLOSING);
    let joined = letter_beyond && b.is(Class::SYMBOL_BEFORE);
    let dash = letter_beyond && a.is(Class::BLANK) && b.is(Class::DASH);
    let drawing = b.is(Class::DRAWING) && c.is(Class::DRAWING);
    inside || joined || dash || closing || drawing
}

/// Letters beside letters of another script, and symbols inside of words: what
/// the right reading of a text has hardly any of. Linear.
///
/// Chinese, Japanese and Korean stand beside Latin letters without a blank, and
/// Greek letters are symbols of sciences: of UTF-8, whose structure speaks for
/// itself, these are not held against a reading.
pub(super) fn oddities(text: &str, is_utf_8: bool) -> u32 {
    let mut last = [Class::of(' '); 2];
    let mut count = 0;
    for c in text.chars().map(Class::of) {
        let [a, b] = last;
        let borrowed = is_utf_8 && (b.is(Class::ASCII) || c.is(Class::ASCII));
        let mixed = is_mixed(b, c) && !borrowed && !is_palochka(b, c);
        let inside = b.is(Class::OUT_OF_PLACE) && a.script != 0 && c.script != 0;
        count += u32::from(mixed) + u32::from(inside);
        last = [b, c];
    }
    count
}

/// Whether the two are letters of different scripts.
fn is_mixed(one: Class, other: Class) -> bool {
    one.script != other.script && one.script != 0 && other.script != 0
}

fn is_palochka(one: Class, other: Class) -> bool {
    (one.is(Class::PALOCHKA) && other.is(Class::CYRILLIC)) || (one.is(Class::CYRILLIC) && other.is(Class::PALOCHKA))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_text_is_not_suspicious() {
        for text in ["Привет, мир", "déjà vu", "żur", "«Так…» — сказав він", "ПРИВЕТ", "Καλημέρα σε όλους"]
        {
            let found = suspicion(text, 0);
            assert_eq!(found.odd, 0, "{text}: {found:?}");
        }
    }

    #[test]
    fn misread_text_is() {
        for text in ["dÃ©jÃ\u{a0}", "РџСЂРёРІРµС‚", "–Я—А–Є"] {
            assert_ne!(suspicion(text, 0).utf_8, 0, "{text}");
        }
        for text in ["Ïðèâåò", "оПХБЕР", "Za¿ó³æ", "п÷я─п╦"] {
            assert_ne!(suspicion(text, 0).odd, 0, "{text}");
        }
        assert_eq!(suspicion("x dÃ©", 0).first, Some(3));
    }
}
