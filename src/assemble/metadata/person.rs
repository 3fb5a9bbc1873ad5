//! What a person's name looks like, and what surely is none.

use crate::rules::is_name_particle;

/// Words of a person's full name; more are a sentence, or several names.
const WORDS: std::ops::RangeInclusive<usize> = 2..=5;

/// Letters of a full name in a script without capitals that parts no words, as Chinese.
const HAN_LETTERS: std::ops::RangeInclusive<usize> = 2..=4;

/// `RSS`, `PDF`: capitals that are no name by themselves.
const LONGEST_ABBREVIATION: usize = 4;

/// Small words inside of names that mean something else in other lines, so that rules do not
/// take them for parts of one.
const MORE_PARTICLES: &[&str] = &["af", "av", "el"];

/// What names of papers begin with, and people's do not.
const ARTICLES: &[&str] = &["Das", "Der", "Die", "El", "Il", "La", "Las", "Le", "Les", "Los", "The"];

/// Words of papers, agencies, offices, jobs and places in by-lines, which have capitals as
/// names do; in small letters. Some are surnames too: such a name is rather left out.
const IMPERSONAL: &[&str] = &[
    // papers and agencies
    "advertiser",
    "agence",
    "agencia",
    "agencja",
    "agency",
    "agentur",
    "agenzia",
    "allgemeine",
    "anzeiger",
    "argus",
    "associated",
    "blog",
    "bulletin",
    "bureau",
    "canadian",
    "channel",
    "chronicle",
    "correio",
    "corriere",
    "courier",
    "daily",
    "diario",
    "digital",
    "dispatch",
    "echo",
    "examiner",
    "express",
    "gazeta",
    "gazette",
    "globe",
    "group",
    "guardian",
    "herald",
    "images",
    "independent",
    "inquirer",
    "international",
    "jornal",
    "journal",
    "kurier",
    "leader",
    "magazine",
    "mail",
    "media",
    "mercury",
    "mirror",
    "monitor",
    "morgenpost",
    "nachrichten",
    "network",
    "news",
    "newspaper",
    "observer",
    "online",
    "periódico",
    "pictures",
    "post",
    "press",
    "presse",
    "publico",
    "radio",
    "record",
    "register",
    "review",
    "rundschau",
    "sentinel",
    "service",
    "standard",
    "star",
    "sun",
    "tageblatt",
    "team",
    "telegraph",
    "times",
    "today",
    "tribune",
    "tv",
    "weekly",
    "world",
    "zeitung",
    "агенство",
    "агентство",
    "агенція",
    "вести",
    "газета",
    "журнал",
    "известия",
    "новини",
    "новости",
    "правда",
    "радио",
    "служба",
    // jobs and offices
    "assistant",
    "associate",
    "autor",
    "chief",
    "columnist",
    "contributing",
    "contributor",
    "correspondent",
    "desk",
    "director",
    "doctor",
    "editor",
    "editorial",
    "freelance",
    "freelancer",
    "guest",
    "head",
    "health",
    "intern",
    "journalist",
    "journalistin",
    "korrespondent",
    "managing",
    "medical",
    "office",
    "officer",
    "photographer",
    "political",
    "president",
    "producer",
    "professor",
    "redacción",
    "redakcja",
    "redakteur",
    "redakteurin",
    "redaktion",
    "redattore",
    "redazione",
    "rédaction",
    "reporter",
    "researcher",
    "science",
    "senior",
    "special",
    "sports",
    "staff",
    "writer",
    "редактор",
    "редакция",
    "редакція",
    "корреспондент",
    "кореспондент",
    "отдел",
    "журналист",
    // places and bodies
    "akademie",
    "association",
    "center",
    "centre",
    "city",
    "college",
    "committee",
    "council",
    "county",
    "department",
    "foundation",
    "hochschule",
    "institut",
    "institute",
    "kingdom",
    "ministerium",
    "ministry",
    "new",
    "north",
    "san",
    "santa",
    "school",
    "south",
    "stiftung",
    "union",
    "united",
    "universidad",
    "university",
    "universität",
    "université",
    "институт",
    "университет",
    "університет",
    "інститут",
];

/// Whether a text may name somebody: it begins with a capital, or with a letter of a
/// script without case, or is a handle; and is more than an abbreviation.
pub(super) fn may_be_name(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let has_small = text.chars().any(char::is_lowercase);
    let is_spelt_out = has_small || letters.count() > LONGEST_ABBREVIATION || !first.is_uppercase();
    first == '@' || first.is_alphabetic() && !first.is_lowercase() && is_spelt_out
}

/// Whether a text is surely a person's full name by its form: a few words with capitals,
/// small ones only between them; no digits, no abbreviations, none of [`IMPERSONAL`].
pub(super) fn is_full_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_shouted = !name.chars().any(char::is_lowercase);
    let [first, .., last] = words[..] else { return false };
    WORDS.contains(&words.len())
        && is_word(first, is_shouted)
        && is_word(last, is_shouted)
        && words.iter().all(|word| is_name_particle(word) || MORE_PARTICLES.contains(word) || is_word(word, is_shouted))
        && !ARTICLES.contains(&first)
        && !words.iter().any(|word| is_impersonal(word))
}

/// Whether a text in a script without capitals has the form of a full name.
pub(super) fn may_be_full_name_without_case(name: &str) -> bool {
    let has_case = |c: char| c.is_lowercase() || c.is_uppercase();
    let is_plain = name.chars().all(|c| c.is_whitespace() || c.is_alphabetic() && !has_case(c) || is_sign(c));
    let words = name.split_whitespace().count();
    is_plain && (WORDS.contains(&words) || words == 1 && HAN_LETTERS.contains(&name.chars().count()))
}

/// Vowel signs of Indic scripts are no letters.
fn is_sign(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn is_impersonal(word: &str) -> bool {
    IMPERSONAL.contains(&&*word.to_lowercase())
}

/// `Hill`, `O’Hill`, `J.`, `Jr.`; capitals alone only where all of the name is written so.
fn is_word(word: &str, is_shouted: bool) -> bool {
    let is_mark = |c: char| matches!(c, '.' | '-' | '’' | '\'' | 'ʼ' | '‑');
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let is_whole = word.chars().any(char::is_lowercase) || is_shouted || letters == 1 || word.contains('.');
    let is_plain = word.chars().all(|c| c.is_alphabetic() || is_mark(c) || is_sign(c));
    word.starts_with(char::is_uppercase) && is_plain && is_whole
}
