//! Where a language sets no blank before punctuation, and which languages do so.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::chars::script::{is_cyrillic, is_latin};

/// What is known of a line's typography; found out where a blank first asks.
pub(super) struct Typography<'t> {
    text: &'t str,
    habit: Option<Habit>,
}

/// How a line's language sets its punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Habit {
    /// No blank before any mark.
    NoBlanks,
    /// No blank before a comma and a full stop; before `;`, `:`, `!` and `?` there
    /// may be one, as in French.
    BlanksBeforeTallMarks,
    /// Not known: all stays as it is.
    Unknown,
}

impl<'t> Typography<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, habit: None }
    }

    /// Whether the white space at `start..end` stands where the line's language
    /// has none: behind a word, before a mark that ends a word or a clause.
    pub(super) fn has_no_blank(&mut self, start: usize, end: usize) -> bool {
        let (before, after) = (&self.text[..start], &self.text[end..]);
        let Some(mark) = mark(after).filter(|_| ends_a_word(before)) else { return false };
        let habit = *self.habit.get_or_insert_with(|| habit(self.text));
        match mark {
            Mark::Low => habit != Habit::Unknown,
            Mark::Tall => habit == Habit::NoBlanks,
        }
    }
}

enum Mark {
    /// A comma or a full stop.
    Low,
    /// `;`, `:`, or one or more of `!` and `?`.
    Tall,
}

/// The mark that `after` begins with, if white space or the end follows it: `.NET`,
/// `...`, `,5`, `:)` and `;-)` are something else.
fn mark(after: &str) -> Option<Mark> {
    let (mark, length) = match after.as_bytes().first()? {
        b',' | b'.' => (Mark::Low, 1),
        b';' | b':' => (Mark::Tall, 1),
        b'!' | b'?' => (Mark::Tall, after.len() - after.trim_start_matches(['!', '?']).len()),
        _ => return None,
    };
    after[length..].chars().next().is_none_or(char::is_whitespace).then_some(mark)
}

/// Whether `before` ends with a word, behind which there may be a closing mark.
fn ends_a_word(before: &str) -> bool {
    let last = before.chars().next_back();
    last.is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | ']' | '"' | '»' | '”' | '’' | '%'))
}

/// Lines of fewer words than this tell nothing of their language. In none is a
/// blank before a comma or a full stop the rule.
const FEWEST_WORDS: usize = 6;

/// One word in so many must be a function word of a language for the line to be
/// taken as its. Running text has one in three of those in the table; a text in
/// another language that happens to have some of them, one in ten.
const FUNCTION_WORD_EACH: usize = 5;

/// One alone may be a word of another language, or an abbreviation (`AT`).
const FEWEST_FUNCTION_WORDS: usize = 2;

fn habit(text: &str) -> Habit {
    let mut words = Words::default();
    text.split_whitespace().for_each(|word| words.count(word));
    let best = words.languages.iter().max_by_key(|found| **found).copied().unwrap_or_default();
    if words.cyrillic * 2 > words.all {
        Habit::NoBlanks
    } else if best > 0 && best * FUNCTION_WORD_EACH >= words.all {
        let mut of_best = LANGUAGES.iter().zip(words.languages).filter(|(_, found)| *found == best);
        let is_sure = best >= FEWEST_FUNCTION_WORDS && of_best.all(|(language, _)| !language.has_blanks);
        if is_sure { Habit::NoBlanks } else { Habit::BlanksBeforeTallMarks }
    } else if words.all < FEWEST_WORDS && words.others == 0 {
        Habit::BlanksBeforeTallMarks
    } else {
        Habit::Unknown
    }
}

/// What words a line has.
#[derive(Default)]
struct Words {
    all: usize,
    cyrillic: usize,
    /// Words of other scripts than Latin and Cyrillic.
    others: usize,
    /// Function words of each of [`LANGUAGES`].
    languages: [usize; LANGUAGES.len()],
}

impl Words {
    fn count(&mut self, word: &str) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let Some(first) = word.chars().find(|c| c.is_alphabetic()) else { return };
        self.all += 1;
        match first {
            _ if is_cyrillic(first) => self.cyrillic += 1,
            _ if !is_latin(first) => self.others += 1,
            _ if word.len() > LONGEST_FUNCTION_WORD => {}
            _ => {
                let bits = FUNCTION_WORDS.get(word.to_lowercase().as_str()).copied().unwrap_or_default();
                for (number, found) in self.languages.iter_mut().enumerate() {
                    *found += usize::from(bits >> number & 1 == 1);
                }
            }
        }
    }
}

struct Language {
    /// Whether it, or a language that is easily taken for it, sets blanks before
    /// `;`, `:`, `!` and `?`.
    has_blanks: bool,
    words: &'static str,
}

impl Language {
    const fn without_blanks(words: &'static str) -> Self {
        Self { has_blanks: false, words }
    }

    const fn with_blanks(words: &'static str) -> Self {
        Self { has_blanks: true, words }
    }
}

/// In bytes.
const LONGEST_FUNCTION_WORD: usize = 8;

/// Frequent function words of languages in Latin script, all of which set no blank
/// before a comma. French does before taller marks (Imprimerie nationale, Lexique
/// des règles typographiques, 2002), and a line of Spanish, Italian or Portuguese
/// may be one of Occitan or Catalan, which follow it at times. No word of one
/// letter: many languages have all of those.
const LANGUAGES: &[Language] = &[
    // English
    Language::without_blanks(
        "the of and to in is that for it was with as on by at from are this be have not his her they which or an",
    ),
    // German
    Language::without_blanks(
        "der die und den das von zu mit ist des auf für nicht ein eine dem sich im auch es an als wird sie oder aus",
    ),
    // Polish
    Language::without_blanks(
        "się na nie do że jest to po jak ale od za przez dla są oraz ich przy był lub jego co tym być",
    ),
    // Dutch
    Language::without_blanks("de het een van en dat is op te voor met zijn niet aan er om ook als bij uit door naar"),
    // Spanish
    Language::with_blanks("el la los las que en del por con una un su para es al lo como más pero sus fue"),
    // Italian
    Language::with_blanks("il di che la per un una del della con sono non dei le gli nel si da alla anche ha"),
    // Portuguese
    Language::with_blanks("os as um uma do da dos das em no na que para com não por ao mais foi sua ou ser"),
    // French
    Language::with_blanks(
        "le la les de des du et un une que qui dans en pour sur est pas au aux par plus avec ce se ne ou",
    ),
];

/// For each word the languages that have it, a bit each.
static FUNCTION_WORDS: LazyLock<FxHashMap<&'static str, u8>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for (number, language) in LANGUAGES.iter().enumerate() {
        for word in language.words.split(' ') {
            *words.entry(word).or_default() |= 1 << number;
        }
    }
    words
});

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` marks the blank that is asked about.
    fn has_no_blank(text: &str) -> bool {
        let at = text.find('|').expect("a blank is marked");
        Typography::new(&text.replace('|', " ")).has_no_blank(at, at + 1)
    }

    #[test]
    fn blanks_that_are_slips() {
        let cases = [
            "Hello|, world",
            "Кот|, собака",
            "Це сталося вчора|!",
            "Кто там|?! Никого",
            "Він сказав|: так",
            "«Дим»|; потім",
            "The bridge over the river is open again|!",
            "De brug over de rivier is weer open|!",
            "Most jest znowu otwarty, ale nie dla samochodów|: tak postanowiono",
            "El puente sobre el río está abierto|, dice la alcaldesa",
            "Le pont sur la rivière est ouvert|, dit la maire",
            "Die Brücke ist wieder offen|?",
        ];
        for text in cases {
            assert!(has_no_blank(text), "{text}");
        }
    }

    #[test]
    fn blanks_that_stay() {
        let cases = [
            "Le pont sur la rivière est de nouveau ouvert|!",
            "Bonjour|!",
            "El puente sobre el río está abierto|; la alcaldesa lo dice",
            "%s|: option non valide",
            "Valeur AT inconnue|: 5",
            "Mise à jour|: la rivière",
            "Це сталося|:) вчора",
            "Це сталося|;-)",
            "Рахунок 3 —|: 2",
            "Язик|.NET та інші",
            "Дробь|,5 да",
            "Ну|... так",
            "Ola o atu i le fale|, ma le tamaʻi fale i tua",
            "ព្រះរាជាណាចក្រ|. កម្ពុជា",
        ];
        for text in cases {
            assert!(!has_no_blank(text), "{text}");
        }
    }

    #[test]
    fn words_fit_the_table() {
        let words = || LANGUAGES.iter().flat_map(|language| language.words.split(' '));
        assert!(words().all(|word| word.len() <= LONGEST_FUNCTION_WORD && word == word.to_lowercase()));
        assert!(LANGUAGES.len() <= u8::BITS as usize);
    }
}
