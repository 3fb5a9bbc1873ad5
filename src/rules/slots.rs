//! Slots: numbers, dates, times, names and addresses at a place in a block.

mod dates;
mod numbers;
mod relative;

pub(super) use dates::{behind_date, behind_date_words, date, dates, time};
pub(super) use numbers::numeral;
pub(super) use relative::relative;

use super::lexicon::Lexicon;
use super::locale::Locale;
use super::tokens::{Token, TokenKind, Tokens};
use super::vocabulary::Vocabulary;

/// A block as slots see it.
#[derive(Clone, Copy)]
pub(super) struct View<'b> {
    pub(super) text: &'b str,
    pub(super) tokens: &'b Tokens,
    pub(super) lexicon: &'b Lexicon,
    pub(super) vocabulary: &'b Vocabulary,
    pub(super) locale: Locale,
}

impl View<'_> {
    fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    fn number(&self, at: usize) -> Option<&Token> {
        self.get(at).filter(|token| token.kind == TokenKind::Number)
    }

    fn word(&self, at: usize) -> Option<u64> {
        self.get(at).filter(|token| token.kind == TokenKind::Word).map(|token| token.key)
    }

    fn is_mark(&self, at: usize, mark: char) -> bool {
        self.get(at).is_some_and(|token| token.is_mark(mark))
    }

    fn is_glued_mark(&self, at: usize, mark: char) -> bool {
        self.get(at).is_some_and(|token| token.glued && token.is_mark(mark))
    }

    /// The digits' own spelling: `007` has three.
    fn digits(&self, at: usize) -> usize {
        let of = |token: &Token| self.text[token.start as usize..token.end as usize].chars().count();
        self.number(at).map_or(0, of)
    }
}

/// Reads a number: its value, rounded down, and the token behind it.
pub(super) fn number(view: &View<'_>, at: usize) -> Option<(u64, usize)> {
    numeral(view, at).map(|numeral| (numeral.value, numeral.end))
}

/// The ends of names at `at`, the longest first: one to five words, each with a
/// capital or a particle between two such (`van`, `de`), with initials and
/// hyphens, perhaps two names with `and`. In scripts without capitals, up to four words.
pub(super) fn names(view: &View<'_>, at: usize) -> impl Iterator<Item = usize> {
    let mut ends = [0; MOST_NAMES];
    let (mut next, mut words) = (at, 0);
    while let Some(token) = view.get(next) {
        match token.kind {
            TokenKind::Word if token.capital && words < MOST_NAMES || token.uncased && words < MOST_UNCASED => {
                ends[words] = next + 1;
                words += 1;
            }
            TokenKind::Word if words > 0 && is_particle(token, view.text) => {}
            TokenKind::Mark if words > 0 && token.glued && (token.is_mark('.') || token.is_mark('-')) => {}
            _ => break,
        }
        next += 1;
    }
    // A weekday alone is no name: `Thu Apr 25 2024`.
    let fewest = usize::from(dates::is_weekday(view, at));
    (fewest..words.max(fewest)).rev().map(move |word| ends[word])
}

/// Words of a name; two people's full names fit.
const MOST_NAMES: usize = 5;

/// Words of a name that no capital tells from others.
const MOST_UNCASED: usize = 4;

/// Small words inside names, in the languages of the packs and their neighbours.
const PARTICLES: &[&str] = &[
    "de", "da", "di", "do", "dos", "del", "della", "der", "den", "du", "la", "le", "van", "von", "zu", "ten", "ter",
    "al", "bin", "ibn", "фон", "ван", "де",
];

/// What stands between two people's names.
const CONJUNCTIONS: &[&str] = &["and", "und", "та", "і", "й", "и", "i", "oraz", "et", "y", "e"];

/// Whether a word in small letters may stand inside of one person's name.
pub(crate) fn is_name_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

fn is_particle(token: &Token, text: &str) -> bool {
    let word = &text[token.start as usize..token.end as usize];
    is_name_particle(word) || CONJUNCTIONS.contains(&word)
}

/// Tokens of an address; what goes on is none.
const LONGEST_URL: usize = 200;

/// The token behind a URL, a domain, an e-mail address or a @handle at `at`.
pub(super) fn url(view: &View<'_>, at: usize) -> Option<usize> {
    let first = view.get(at)?;
    let marked = |at| ['.', '@', ':'].iter().any(|mark| view.is_glued_mark(at, *mark));
    if !first.is_mark('@') && !(1..6).any(|ahead| marked(at + ahead)) {
        return None;
    }
    let end = view.tokens.len().min(at + LONGEST_URL);
    let behind = (at + 1..end).find(|next| !view.tokens[*next].glued).unwrap_or(end);
    let chunk = &view.text[first.start as usize..view.tokens[behind - 1].end as usize];
    is_address(chunk.trim_end_matches(['.', ',', ')', ';'])).then_some(behind)
}

/// Whether a chunk without blanks is a URL, a domain, an e-mail address or a @handle.
pub(crate) fn is_address(chunk: &str) -> bool {
    if let Some(handle) = chunk.strip_prefix('@') {
        return handle.len() > 1 && handle.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.'));
    }
    let bare = chunk.strip_prefix("https://").or_else(|| chunk.strip_prefix("http://"));
    let host = bare.unwrap_or(chunk).split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.split_once('@').map_or(host, |(_, host)| host);
    is_host(host) && (bare.is_some() || chunk.len() > 3)
}

/// Labels of letters, digits and hyphens, the last one of letters.
fn is_host(host: &str) -> bool {
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    let Some((rest, last)) = host.rsplit_once('.') else { return false };
    let top = last.len() >= 2 && last.chars().all(char::is_lowercase) && last.len() <= 24;
    top && rest.split('.').all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'))
}

/// The number of words among `tokens`.
pub(super) fn words(tokens: &[Token]) -> usize {
    tokens.iter().filter(|token| token.kind != TokenKind::Mark).count()
}
