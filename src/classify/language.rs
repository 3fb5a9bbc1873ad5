//! The language of the document and of its blocks: alphabet and function words
//! first; whatlang on a bounded sample where they leave a doubt.

use super::decision::Page;
use super::evidence::Votes;
use crate::chars::first_bytes;
use crate::chars::script::{is_cyrillic, is_latin};
use crate::language::{Language, LanguageGuess};
use crate::reason::Reason;
use crate::role::Role;

/// Bytes that whatlang is asked about.
const SAMPLE: usize = 512;

/// With less of it, whatlang guesses at random.
const LEAST_CONFIDENCE: f64 = 0.05;

/// Running text has at least this share of function words, in percent.
const FEWEST_FUNCTION_WORDS: u32 = 15;

/// With fewer words the guess is not reliable.
const RELIABLE_WORDS: u32 = 12;

/// The language of the document: of its content, or of all its blocks where it has none.
pub(super) fn of_document(
    page: &Page<'_, '_>,
    verdicts: &[(Role, Reason)],
    hint: Option<Language>,
) -> Option<LanguageGuess> {
    if let Some(language) = hint {
        return Some(LanguageGuess { language, confidence: 1.0, reliable: true });
    }
    let content: Vec<usize> = (0..verdicts.len()).filter(|block| verdicts[*block].0.is_content()).collect();
    let blocks = if content.is_empty() { (0..verdicts.len()).collect() } else { content };
    function_words(page, &blocks).or_else(|| statistics(page, &blocks))
}

/// The language whose function words are most frequent, if that is clear.
fn function_words(page: &Page<'_, '_>, blocks: &[usize]) -> Option<LanguageGuess> {
    let mut totals = vec![0u32; page.rules.languages().len()];
    let mut words = 0;
    for votes in blocks.iter().filter_map(|block| page.blocks[*block].evidence.language) {
        totals[votes.language as usize] += u32::from(votes.votes);
        words += u32::from(votes.words);
    }
    let best = (0..totals.len()).max_by_key(|language| totals[*language])?;
    let second = (0..totals.len()).filter(|language| *language != best).map(|language| totals[language]).max();
    let (votes, others) = (totals[best], second.unwrap_or(0));
    let clear = votes * 100 >= words * FEWEST_FUNCTION_WORDS && votes >= 3 && votes >= 2 * others;
    clear.then(|| LanguageGuess {
        language: page.rules.languages()[best],
        confidence: (votes as f32 / (votes + others) as f32).min(0.99),
        reliable: words >= RELIABLE_WORDS,
    })
}

fn statistics(page: &Page<'_, '_>, blocks: &[usize]) -> Option<LanguageGuess> {
    let longest = blocks.iter().max_by_key(|block| page.blocks[**block].text.len())?;
    let text = &page.blocks[*longest].text;
    let info = whatlang::detect(first_bytes(text, SAMPLE)).filter(|info| info.confidence() >= LEAST_CONFIDENCE)?;
    Some(LanguageGuess {
        language: known(info.lang()),
        confidence: (info.confidence() as f32).clamp(0.0, 1.0),
        reliable: info.is_reliable(),
    })
}

/// The language of a block: that of its function words where the document or the
/// block's own letters agree, else that of its letters, its function words, or the
/// document where the scripts agree.
pub(super) fn of_block(page: &Page<'_, '_>, block: usize, document: Option<&LanguageGuess>) -> Option<Language> {
    let text = &page.blocks[block].text;
    let sample = first_bytes(text, SAMPLE);
    let script = Script::of(sample)?;
    let votes = page.blocks[block].evidence.language.filter(|votes| is_clear(*votes));
    let written = |language: &Language| Script::written(*language) == script;
    let voted = votes.map(|votes| page.rules.languages()[votes.language as usize]).filter(written);
    let expected = document.map(|guess| guess.language).filter(written);
    if voted.is_some() && voted == expected {
        return voted;
    }
    script.alphabet(sample).or(voted).or(expected)
}

fn is_clear(votes: Votes) -> bool {
    votes.votes >= 2 && u32::from(votes.votes) * 100 >= u32::from(votes.words) * FEWEST_FUNCTION_WORDS
}

/// The scripts that tell languages of the packs apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Other,
}

impl Script {
    /// The script of the first letter.
    fn of(text: &str) -> Option<Self> {
        text.chars().find(|c| c.is_alphabetic()).map(|c| match c {
            _ if is_latin(c) => Self::Latin,
            _ if is_cyrillic(c) => Self::Cyrillic,
            _ => Self::Other,
        })
    }

    /// The script that `language` is written in.
    fn written(language: Language) -> Self {
        const CYRILLIC: [&str; 12] = ["uk", "ru", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn", "tt", "ba"];
        const OTHER: [&str; 24] = [
            "el", "he", "yi", "ar", "fa", "ur", "hi", "mr", "ne", "bn", "gu", "pa", "ta", "te", "kn", "ml", "si", "th",
            "km", "my", "ka", "hy", "am", "zh",
        ];
        match language.code() {
            code if CYRILLIC.contains(&code) => Self::Cyrillic,
            code if OTHER.contains(&code) || matches!(code, "ja" | "ko") => Self::Other,
            _ => Self::Latin,
        }
    }

    /// The language that letters of its own give away.
    fn alphabet(self, text: &str) -> Option<Language> {
        if self != Self::Cyrillic {
            return None;
        }
        let (mut ukrainian, mut belarusian, mut russian, mut dotted, mut hard) = (false, false, false, false, false);
        for c in text.chars() {
            match c {
                'ї' | 'є' | 'ґ' | 'Ї' | 'Є' | 'Ґ' => ukrainian = true,
                'ў' | 'Ў' => belarusian = true,
                'і' | 'І' => dotted = true,
                'ы' | 'э' | 'ё' | 'Ы' | 'Э' | 'Ё' => russian = true,
                'ъ' | 'Ъ' => hard = true,
                _ => {}
            }
        }
        match (belarusian, ukrainian || dotted, russian) {
            (true, ..) => Some(Language::known("be")),
            (_, true, false) if ukrainian || !hard => Some(Language::known("uk")),
            (_, false, true) => Some(Language::known("ru")),
            _ => None,
        }
    }
}

/// ISO 639-1 for whatlang's languages, which have codes of three letters.
fn known(lang: whatlang::Lang) -> Language {
    const CODES: &str = "epo eo eng en rus ru cmn zh spa es por pt ita it ben bn fra fr deu de ukr uk kat ka ara ar \
        hin hi jpn ja heb he yid yi pol pl amh am jav jv kor ko nob nb dan da swe sv fin fi tur tr nld nl hun hu \
        ces cs ell el bul bg bel be mar mr kan kn ron ro slv sl hrv hr srp sr mkd mk lit lt lav lv est et tam ta \
        vie vi urd ur tha th guj gu uzb uz pan pa aze az ind id tel te pes fa mal ml ori or mya my nep ne sin si \
        khm km tuk tk aka ak zul zu sna sn afr af lat la slk sk cat ca tgl tl hye hy cym cy";
    let mut codes = CODES.split_whitespace();
    while let (Some(three), Some(two)) = (codes.next(), codes.next()) {
        if three == lang.code() {
            return Language::known(two);
        }
    }
    Language::known(lang.code())
}
