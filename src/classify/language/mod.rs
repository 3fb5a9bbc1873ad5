//! The language of the document and of its blocks.
//!
//! The script comes first. Within an alphabet, a text is in the language in which
//! its letter pairs cost least, less what its function words save; a block has the
//! document's language unless another is clearly cheaper.

mod candidates;
mod neighbours;
mod signs;
mod writing;

use std::cell::OnceCell;

use candidates::{Candidates, Costs};
use writing::Writing;

use super::decision::Page;
use super::evidence::Votes;
use crate::chars::first_bytes;
use crate::language::{Language, LanguageGuess};
use crate::plausibility::bigrams::Alphabet;
use crate::reason::Reason;
use crate::role::Role;

/// Bytes of a block that are looked at: of those that tell the document's language,
/// and of the others, which mostly are in it.
const SAMPLE: usize = 256;
const SHORT_SAMPLE: usize = 128;

/// As many blocks of a page are asked for its language, the longest.
const SAMPLED_BLOCKS: usize = 10;

/// With fewer letters the guess is not reliable: some twelve words.
const RELIABLE_LETTERS: u32 = 60;

/// A guess is reliable if any other language costs as many half bits more.
const RELIABLE_LEAD: u32 = 24;

/// How many half bits less than in the document's language a block costs in
/// another that it is taken for.
const ANOTHER_LANGUAGE: u32 = 24;

/// So many function words of one language in a document, no more than two thirds as many
/// of any other, and one in so many of all words, leave little doubt.
const MANY_WORDS: u32 = 12;
const LEAST_SHARE: u32 = 8;

/// So many function words of one language in a block, and fewer of any other, leave no doubt.
const CLEAR_WORDS: u32 = 3;

/// Fewer letters cost hardly any more in one language than in another.
const FEW_LETTERS: u32 = 12;

/// How many half bits less than in any other language a block costs in the one
/// it is taken for where the document's is written otherwise.
const CLEAR_LEAD: u32 = 8;

/// Reads the languages of one page.
pub(super) struct Reader<'p, 's> {
    page: &'p Page<'p, 's>,
    /// By alphabet, made when a text in it is read first.
    alphabets: [OnceCell<Candidates>; 3],
}

/// The document's language, and what it may be written in.
pub(super) struct Expected {
    language: Language,
    writings: Vec<Writing>,
}

impl Expected {
    pub(super) fn new(guess: &LanguageGuess) -> Self {
        let language = guess.language;
        Self { language, writings: Writing::all_of(language) }
    }
}

/// What a block says of its language by itself.
enum Reading {
    /// What it costs in the languages of its alphabet.
    Priced(Alphabet, Costs),
    /// What its script and single letters tell.
    Told(Option<Language>),
}

impl<'p, 's> Reader<'p, 's> {
    pub(super) fn new(page: &'p Page<'p, 's>) -> Self {
        Self { page, alphabets: Default::default() }
    }

    /// The language of the document: of its content, or of all its blocks where it has none.
    pub(super) fn document(&self, verdicts: &[(Role, Reason)], hint: Option<Language>) -> Option<LanguageGuess> {
        if let Some(language) = hint {
            return Some(LanguageGuess { language, confidence: 1.0, reliable: true });
        }
        let longest = self.longest(verdicts);
        self.by_words(&longest).or_else(|| self.by_letters(&longest))
    }

    /// The language that has by far the most function words, if the letters of the
    /// longest block agree.
    fn by_words(&self, blocks: &[usize]) -> Option<LanguageGuess> {
        let mut counts = vec![0; self.page.rules.languages().len()];
        let mut words = 0;
        for evidence in blocks.iter().map(|block| &self.page.blocks[*block].evidence) {
            evidence.function_words.add_to(&mut counts);
            words += u32::from(evidence.shape.words);
        }
        let best = (0..counts.len()).rev().max_by_key(|language| counts[*language])?;
        let language = self.page.rules.languages()[best];
        let count = std::mem::take(&mut counts[best]);
        let second = counts.into_iter().max().unwrap_or(0);
        let is_clear = count >= MANY_WORDS && count * 2 >= second * 3 && count * LEAST_SHARE >= words;
        let has_neighbour = || neighbours::all().any(|pair| pair.codes.contains(&language.code()));
        let longest = blocks.iter().copied().max_by_key(|block| self.page.blocks[*block].text.len())?;
        let confidence = confidence((count - second) * candidates::FUNCTION_WORD);
        let is_sure = is_clear && !has_neighbour() && self.reads_as(longest, language);
        is_sure.then_some(LanguageGuess { language, confidence, reliable: true })
    }

    /// Whether the letters and words of a block are those of `language`, rather than of any other.
    fn reads_as(&self, block: usize, language: Language) -> bool {
        let text = self.sample(block, SHORT_SAMPLE);
        let Some((writing, _)) = Writing::of(text) else { return false };
        match self.read(block, text, writing) {
            Reading::Told(told) => told == Some(language),
            Reading::Priced(alphabet, costs) => {
                let candidates = self.candidates(alphabet);
                costs.best().is_some_and(|best| !costs.is_nonsense(best) && candidates.language(best) == language)
            }
        }
    }

    /// The language in which the blocks' letters cost least.
    fn by_letters(&self, blocks: &[usize]) -> Option<LanguageGuess> {
        let mut readings: Vec<(Writing, u32, Reading)> = Vec::new();
        for block in blocks.iter().copied() {
            let text = self.sample(block, SAMPLE);
            let Some((writing, letters)) = Writing::of(text) else { continue };
            let reading = self.read(block, text, writing);
            readings.push((writing, letters, reading));
        }
        let weight = |writing: Writing| -> u32 {
            readings.iter().filter(|(own, ..)| *own == writing).map(|(_, letters, _)| letters).sum()
        };
        let writing = readings.iter().map(|(writing, ..)| *writing).max_by_key(|writing| weight(*writing))?;
        readings.retain(|(own, ..)| *own == writing);
        if writing.alphabet().is_some() { self.cheapest(readings) } else { commonest(&readings) }
    }

    /// The longest blocks of content, or of all where there is none.
    fn longest(&self, verdicts: &[(Role, Reason)]) -> Vec<usize> {
        let content = (0..verdicts.len()).filter(|block| verdicts[*block].0.is_content());
        let mut blocks: Vec<usize> = content.collect();
        if blocks.is_empty() {
            blocks = (0..verdicts.len()).collect();
        }
        if blocks.len() > SAMPLED_BLOCKS {
            let length = |block: &usize| (std::cmp::Reverse(self.page.blocks[*block].text.len()), *block);
            blocks.select_nth_unstable_by_key(SAMPLED_BLOCKS, length);
            blocks.truncate(SAMPLED_BLOCKS);
        }
        blocks
    }

    fn sample(&self, block: usize, most: usize) -> &'p str {
        first_bytes(&self.page.blocks[block].text, most)
    }

    fn read(&self, block: usize, text: &str, writing: Writing) -> Reading {
        match writing.alphabet() {
            Some(alphabet) => {
                let counts = &self.page.blocks[block].evidence.function_words;
                Reading::Priced(alphabet, self.candidates(alphabet).costs(text, counts))
            }
            None => Reading::Told(signs::language(text, writing)),
        }
    }

    fn candidates(&self, alphabet: Alphabet) -> &Candidates {
        self.alphabets[alphabet as usize].get_or_init(|| Candidates::new(alphabet, self.page.rules.languages()))
    }

    /// The language in which all readings of one alphabet cost least.
    fn cheapest(&self, readings: Vec<(Writing, u32, Reading)>) -> Option<LanguageGuess> {
        let mut priced = readings.into_iter().filter_map(|(_, _, reading)| match reading {
            Reading::Priced(alphabet, costs) => Some((alphabet, costs)),
            Reading::Told(_) => None,
        });
        let (alphabet, mut sum) = priced.next()?;
        priced.for_each(|(_, costs)| sum.add(&costs));
        let best = sum.best().filter(|best| !sum.is_nonsense(*best))?;
        let lead = sum.lead(best);
        Some(LanguageGuess {
            language: self.candidates(alphabet).language(best),
            confidence: confidence(lead),
            reliable: lead >= RELIABLE_LEAD && sum.letters >= RELIABLE_LETTERS,
        })
    }

    /// The language of a block: the document's, unless its own text tells otherwise.
    pub(super) fn block(&self, block: usize, document: Option<&Expected>) -> Option<Language> {
        if let Some(expected) = document.filter(|expected| self.has_words_of(block, expected.language)) {
            return Some(expected.language);
        }
        let text = self.sample(block, SHORT_SAMPLE);
        let Some((writing, letters)) = Writing::of(text) else {
            let has_digits = self.page.blocks[block].text.bytes().any(|byte| byte.is_ascii_digit());
            return document.filter(|_| has_digits).map(|expected| expected.language);
        };
        let document = document.filter(|expected| expected.writings.contains(&writing));
        let expected = document.map(|expected| expected.language);
        if expected.is_some() && letters < FEW_LETTERS {
            return expected;
        }
        match self.read(block, text, writing) {
            Reading::Told(told) => self.told(told, writing, expected),
            Reading::Priced(alphabet, costs) => self.priced(self.candidates(alphabet), &costs, expected),
        }
    }

    /// Whether the block has more function words of `language` than of any other:
    /// then its letters need not be asked.
    fn has_words_of(&self, block: usize, language: Language) -> bool {
        let clear = |votes: &Votes| votes.alone && votes.votes >= CLEAR_WORDS;
        let votes = self.page.blocks[block].evidence.votes().filter(clear);
        votes.is_some_and(|votes| self.page.rules.languages()[usize::from(votes.language)] == language)
    }

    fn told(&self, told: Option<Language>, writing: Writing, expected: Option<Language>) -> Option<Language> {
        // A headline without kana is Japanese on a Japanese page.
        let japanese = writing == Writing::Ideographs && expected == Some(Language::known("ja"));
        if japanese { expected } else { told.or(expected) }
    }

    fn priced(&self, candidates: &Candidates, costs: &Costs, expected: Option<Language>) -> Option<Language> {
        let best = costs.best()?;
        let own = candidates.language(best);
        match expected.map(|language| (language, candidates.find(language))) {
            Some((language, Some(place))) => {
                let saved = costs.by_candidate[place] - costs.by_candidate[best];
                Some(if saved >= ANOTHER_LANGUAGE { own } else { language })
            }
            Some((language, None)) => Some(language),
            None => (costs.lead(best) >= CLEAR_LEAD && !costs.is_nonsense(best)).then_some(own),
        }
    }
}

/// The language that most letters are in.
fn commonest(readings: &[(Writing, u32, Reading)]) -> Option<LanguageGuess> {
    let mut languages: Vec<(Language, u32)> = Vec::new();
    let told = readings.iter().filter_map(|(_, letters, reading)| match reading {
        Reading::Told(language) => language.map(|language| (language, *letters)),
        Reading::Priced(..) => None,
    });
    for (language, letters) in told {
        match languages.iter_mut().find(|(known, _)| *known == language) {
            Some((_, all)) => *all += letters,
            None => languages.push((language, letters)),
        }
    }
    let all: u32 = languages.iter().map(|(_, letters)| letters).sum();
    let (language, letters) = languages.into_iter().rev().max_by_key(|(_, letters)| *letters)?;
    let share = letters as f32 / all as f32;
    Some(LanguageGuess { language, confidence: share.min(0.99), reliable: share > 0.8 && letters >= RELIABLE_LETTERS })
}

/// How likely it is that the language is the one that is ahead by `lead` half bits,
/// which do not all count: neither letters nor words are independent of each other.
fn confidence(lead: u32) -> f32 {
    const DEPENDENCE: f32 = 8.0;
    let odds = (lead as f32 / DEPENDENCE).exp2();
    (odds / (odds + 1.0)).min(0.99)
}
