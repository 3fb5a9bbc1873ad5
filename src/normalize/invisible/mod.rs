//! Takes out characters that leave no ink and do nothing.

mod direction;
mod escapes;

use unicode_normalization::char::canonical_combining_class;

use super::rewrite::{Replacement, Rewrite};
use crate::chars::invisible::{Invisible, invisible, is_mongolian, is_pictographic, is_shaped, is_unspaced};
use crate::chars::scan::{Traits, specials};
use crate::edit::EditRule;

/// What of the invisible characters goes.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub(super) invisible: bool,
    pub(super) control: bool,
}

/// Whether a line with `traits` may hold invisible or control characters.
pub(super) fn may_change(line: &str, traits: Traits) -> bool {
    traits.has(Traits::CONTROL)
        || traits.has(Traits::UNNORMALIZED)
        || (traits.has(Traits::SPECIAL) && specials(line).any(|c| invisible(c).is_some()))
}

/// Whether `line` may hold invisible characters among those whose bytes the
/// prescan takes for [`Traits::UNNORMALIZED`] alone: U+061C and tags.
pub(super) fn has_rare(line: &str) -> bool {
    const FIRST_OF_TAGS: u8 = 0xF3;
    memchr::memchr(FIRST_OF_TAGS, line.as_bytes()).is_some()
        || memchr::memmem::find(line.as_bytes(), "\u{61C}".as_bytes()).is_some()
}

/// Takes out escape sequences, then controls of direction, then all else that is
/// of no use where it stands: what goes first may be the neighbour by which the
/// others are judged.
pub(super) fn remove(text: &mut Rewrite<'_>, choice: Choice) -> bool {
    let escapes = choice.control && escapes::remove(text);
    let directions = choice.invisible && direction::remove(text);
    let others = remove_others(text, choice);
    escapes || directions || others
}

fn remove_others(text: &mut Rewrite<'_>, choice: Choice) -> bool {
    let current = text.text();
    let mut found = Vec::new();
    let mut place = Place::default();
    for (at, c) in current.char_indices() {
        if is_ordinary(c) {
            place.keep_ordinary(c);
            continue;
        }
        let end = at + c.len_utf8();
        match place.rule(c, &current[end..], choice) {
            Some(rule) => found.push(Replacement::new(at..end, "", rule)),
            None => place.keep(c),
        }
    }
    text.replace(found)
}

/// Whether `c` is visible and no mark, as nearly all characters are.
#[inline]
fn is_ordinary(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{AE}'..='\u{2FF}' | '\u{400}'..='\u{482}' | '\u{48A}'..='\u{52F}')
}

/// What stands before a character, of that which stays.
#[derive(Default)]
struct Place {
    /// The last character.
    last: Option<char>,
    /// The last visible character that is no mark.
    base: Option<char>,
    /// Characters of a flag that are still to come.
    flag: usize,
}

impl Place {
    #[inline]
    fn keep_ordinary(&mut self, c: char) {
        (self.last, self.base) = (Some(c), Some(c));
        self.flag = self.flag.saturating_sub(1);
    }

    fn keep(&mut self, c: char) {
        self.last = Some(c);
        self.flag = self.flag.saturating_sub(1);
        if invisible(c).is_none() && canonical_combining_class(c) == 0 {
            self.base = Some(c);
        }
    }

    /// Why `c` goes, if it does; `rest` is what follows it.
    fn rule(&mut self, c: char, rest: &str, choice: Choice) -> Option<EditRule> {
        let kind = invisible(c)?;
        if kind == Invisible::Control {
            return choice.control.then_some(EditRule::Control);
        }
        let is_needed = !choice.invisible
            || match kind {
                Invisible::Joiner => self.last != Some(c) && self.is_joined(c, rest),
                Invisible::Separator => self.has_beside(rest, is_unspaced),
                Invisible::VowelSeparator => self.base.is_some_and(is_mongolian) && self.last != Some(c),
                Invisible::Filler => is_filling(self.last, c, rest),
                Invisible::Tag => self.is_in_flag(c, rest),
                Invisible::Direction => true,
                Invisible::Useless | Invisible::Control => false,
            };
        (!is_needed).then_some(EditRule::Invisible)
    }

    /// Beside a letter that is drawn otherwise for it; U+200D between pictures too.
    fn is_joined(&self, c: char, rest: &str) -> bool {
        let joins_pictures =
            || c == '\u{200D}' && self.base.is_some_and(is_pictographic) && next(rest).is_some_and(is_pictographic);
        self.has_beside(rest, is_shaped) || joins_pictures()
    }

    fn has_beside(&self, rest: &str, fits: fn(char) -> bool) -> bool {
        self.base.is_some_and(fits) || next(rest).is_some_and(fits)
    }

    /// A flag of a region is U+1F3F4, tags, and the tag that ends them (UTS #51,
    /// annex C).
    fn is_in_flag(&mut self, c: char, rest: &str) -> bool {
        if self.flag == 0 && self.last == Some(BLACK_FLAG) && c != LAST_TAG {
            let tags = || rest.chars().take(LONGEST_FLAG).take_while(|c| invisible(*c) == Some(Invisible::Tag));
            self.flag = tags().position(|c| c == LAST_TAG).map_or(0, |others| others + 2);
        }
        self.flag > 0
    }
}

const BLACK_FLAG: char = '\u{1F3F4}';
const LAST_TAG: char = '\u{E007F}';

/// Tags of the longest flags (`gbeng`, and the one that ends them), with room to grow.
const LONGEST_FLAG: usize = 16;

/// Invisible characters and marks in a row that are looked past.
const LONGEST_RUN: usize = 8;

/// Looks past invisible characters, which may go themselves, and past marks, whose
/// order NFC may change. Bounded, so that a line of joiners costs no quadratic time.
fn next(rest: &str) -> Option<char> {
    rest.chars().take(LONGEST_RUN).find(|c| invisible(*c).is_none() && canonical_combining_class(*c) == 0)
}

/// Whether a Hangul filler stands for a letter: in a block of conjoining letters
/// (old Hangul), or beside a compatibility letter of its own width.
fn is_filling(last: Option<char>, c: char, rest: &str) -> bool {
    let mut following = rest.chars();
    let (next, second) = (following.next(), following.next());
    let ends = |c: Option<char>| matches!(c, Some('\u{11A8}'..='\u{11FF}' | '\u{D7CB}'..='\u{D7FB}'));
    let beside = |fits: fn(char) -> bool| last.is_some_and(fits) || next.is_some_and(fits);
    match c {
        '\u{115F}' => {
            matches!(next, Some('\u{1161}'..='\u{11A7}' | '\u{D7B0}'..='\u{D7C6}'))
                || (next == Some('\u{1160}') && ends(second))
        }
        '\u{1160}' => match last {
            Some('\u{1100}'..='\u{115E}' | '\u{A960}'..='\u{A97C}') => true,
            Some('\u{115F}') => ends(next),
            _ => false,
        },
        '\u{3164}' => beside(|c| matches!(c, '\u{3131}'..='\u{3163}' | '\u{3165}'..='\u{318E}')),
        _ => beside(|c| matches!(c, '\u{FFA1}'..='\u{FFDC}')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Choice = Choice { invisible: true, control: true };

    fn removed(text: &str) -> String {
        let mut rewrite = Rewrite::new(text);
        remove(&mut rewrite, ALL);
        rewrite.text().to_owned()
    }

    #[test]
    fn useless_characters_go() {
        let cases = [
            ("wo\u{AD}rd, w\u{200B}ord, \u{FEFF}word, wo\u{2060}rd", "word, word, word, word"),
            ("сло\u{200D}во, сло\u{200C}во", "слово, слово"),
            ("字\u{200B}字", "字字"),
            ("می\u{200C}\u{200C}خواهم", "می\u{200C}خواهم"),
            ("a\u{180E}b", "ab"),
            ("a\u{3164}b \u{FFA0} \u{115F}\u{1160}", "ab  "),
            ("hid\u{E0068}\u{E0069}den", "hidden"),
            ("\u{1F3F4}\u{E0067} cut off", "\u{1F3F4} cut off"),
            ("👍\u{200C}👍", "👍👍"),
            ("be\u{7}ll, es\u{1B}cape, nu\u{0}ll, \u{7F}", "bell, escape, null, "),
        ];
        for (source, wanted) in cases {
            assert_eq!(removed(source), wanted, "{source:?}");
        }
    }

    #[test]
    fn needed_characters_stay() {
        let cases = [
            "می\u{200C}خواهم PDF\u{200C}ها ۱۰\u{200C}ها",              // Persian
            "ئه\u{200C} گه\u{200C}ل",                                  // Kurdish, word-final too
            "ه\u{200D} . ش",                                           // Persian abbreviation
            "স্বাত\u{9CD}\u{200D} র\u{200D}\u{9CD}য",                    // Bengali
            "സ്ഥാപനമാണ്\u{200C} ല്\u{200D} അ",                              // Malayalam, word-final too
            "ශ\u{DCA}\u{200D}ර\u{DD3}",                                // Sinhala
            "क\u{94D}\u{200D}ष क\u{94D}\u{200C}ष",                     // Devanagari
            "ភាសា\u{200B}\u{200B}ខ្មែរ ภาษา\u{200B}ไทย ພາສາ\u{200B}ລາວ", // Khmer, Thai, Lao
            "မြန်\u{200B}မာ བོད་\u{200B}སྐད ꦧꦱ꧈\u{200B}ꦗꦮ ꦧ \u{200B}ꦗ",   // Burmese, Tibetan, Javanese
            "ᠨᠡᠷ\u{180E}ᠡ ᠠ\u{180B}",                                  // Mongolian
            "\u{115F}\u{1161} \u{1100}\u{1160}\u{11A8} \u{115F}\u{1160}\u{11A8} \u{3164}ㄱ\u{3164}", // old Hangul
            "👩\u{200D}👩\u{200D}👧 🏳\u{FE0F}\u{200D}🌈 👩🏽\u{200D}🚀 ❤\u{FE0F}\u{200D}🔥",
            "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
            "葛\u{E0100} ☺\u{FE0E} a\u{34F}b",
        ];
        for text in cases {
            assert_eq!(removed(text), text, "{text:?}");
        }
    }

    #[test]
    fn kinds_have_switches_of_their_own() {
        let source = "a\u{AD}b\u{7}c\u{1B}[1md\u{200E}e";
        let cases =
            [(true, false, "ab\u{7}c\u{1B}[1mde"), (false, true, "a\u{AD}bcd\u{200E}e"), (false, false, source)];
        for (invisible, control, wanted) in cases {
            let mut rewrite = Rewrite::new(source);
            remove(&mut rewrite, Choice { invisible, control });
            assert_eq!(rewrite.text(), wanted);
        }
    }
}
