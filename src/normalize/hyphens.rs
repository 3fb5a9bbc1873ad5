//! Words that are divided at a line's end.
//!
//! The second half goes up to the first, so that lines stay lines:
//! `exam-⏎ple text` becomes `example⏎text`. Only halves are joined that are of
//! letters of one script and stand free, for such a word gives no other repair
//! and no folding any work: the joined text is as normal as its lines were.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter};
use unicode_normalization::char::canonical_combining_class;

use super::rewrite::{Replacement, Rewrite};
use crate::chars::script::{is_cyrillic, is_latin};
use crate::edit::{EditRecord, EditRule};

const SOFT_HYPHEN: char = '\u{AD}';

/// A soft hyphen, as sources write it.
const SOFT_HYPHENS: [&str; 5] = ["\u{AD}", "&shy;", "&#173;", "&#xAD;", "&#xad;"];

/// Typesetters leave no single letter at a line's end or start.
const SHORTEST_HALF: usize = 2;

/// Joins the divided words of `text`, which `edits` made of `source` and whose
/// lines are parted by single line feeds. Linear in the text.
pub(crate) fn join<'s>(source: &'s str, text: Cow<'s, str>, edits: Vec<EditRecord>) -> (Cow<'s, str>, Vec<EditRecord>) {
    let found = divisions(&text, &soft_hyphens(source, &edits));
    if found.is_empty() {
        return (text, edits);
    }
    let mut rewrite = Rewrite::resume(source, text, edits);
    rewrite.replace(found);
    rewrite.finish(0)
}

/// Where in the text a soft hyphen has been taken out.
fn soft_hyphens(source: &str, edits: &[EditRecord]) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut before, mut after) = (0, 0);
    for edit in edits {
        let was = &source[edit.span.range()];
        if edit.text.is_empty() && SOFT_HYPHENS.iter().any(|hyphen| was.ends_with(hyphen)) {
            found.push(edit.span.start() + after - before);
        }
        before += was.len();
        after += edit.text.len();
    }
    found
}

fn divisions(text: &str, soft_hyphens: &[usize]) -> Vec<Replacement> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in memchr_iter(b'\n', text.as_bytes()) {
        let line = &text[start..end];
        start = end + 1;
        let stem = line.strip_suffix(['-', '\u{2010}', SOFT_HYPHEN]);
        let stem = stem.or_else(|| soft_hyphens.binary_search(&end).ok().map(|_| line));
        let next = &text[start..];
        let next = &next[..memchr(b'\n', next.as_bytes()).unwrap_or(next.len())];
        if let Some(stem) = stem.filter(|stem| is_divided(stem, next)) {
            let hyphen = end - (line.len() - stem.len());
            found.push(Replacement::new(hyphen..start, "", EditRule::Hyphen));
            found.extend(moved_break(next, start));
        }
    }
    found
}

/// The line break behind what goes up, unless that is the whole line.
fn moved_break(line: &str, offset: usize) -> Option<Replacement> {
    let word = line.find(char::is_whitespace)?;
    let rest = line[word..].trim_start();
    Some(Replacement::new(offset + word..offset + line.len() - rest.len(), "\n", EditRule::Hyphen))
}

/// Whether a word that begins at the end of `line` ends at the start of `next`.
fn is_divided(line: &str, next: &str) -> bool {
    let Some(script) = line.chars().next_back().and_then(script) else { return false };
    let head = line.len() - letters(line.chars().rev());
    let tail = letters(next.chars());
    let (head, before, tail, after) = (&line[head..], &line[..head], &next[..tail], &next[tail..]);
    [head, tail]
        .iter()
        .all(|half| half.chars().nth(SHORTEST_HALF - 1).is_some() && half.chars().all(|c| is_plain(c, script)))
        && tail.chars().all(char::is_lowercase)
        && before.chars().next_back().is_none_or(may_precede)
        && !after.starts_with(|c| canonical_combining_class(c) != 0)
        && !is_suspended(next)
}

fn letters(chars: impl Iterator<Item = char>) -> usize {
    chars.take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum()
}

/// What tells whether `c` is of a script that divides words.
fn script(c: char) -> Option<fn(char) -> bool> {
    let scripts: [fn(char) -> bool; 4] = [is_latin, is_cyrillic, is_greek, is_armenian];
    scripts.into_iter().find(|is_of| is_of(c))
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}')
}

fn is_armenian(c: char) -> bool {
    matches!(c, '\u{530}'..='\u{58F}')
}

/// A letter of the script whose folding does not depend on the rest of the
/// word: ѐ and ѝ are kept or not by the number of its vowels.
fn is_plain(c: char, is_of: fn(char) -> bool) -> bool {
    is_of(c) && !matches!(c, 'ѐ' | 'ѝ' | 'Ѐ' | 'Ѝ')
}

/// What stands before a word; not what addresses and character references have there.
fn may_precede(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '(' | '[' | '{' | '"' | '\'' | '«' | '„' | '“' | '”' | '‘' | '’' | '-' | '\u{2010}'..='\u{2015}')
}

/// `-⏎ple- and`: the word that would go up ends with a hyphen itself.
fn is_suspended(next: &str) -> bool {
    let word = next.split(char::is_whitespace).next().unwrap_or_default();
    word.len() < next.len() && word.ends_with(['-', '\u{2010}', SOFT_HYPHEN])
}

#[cfg(test)]
mod tests {
    use crate::normalize::NormalizeOptions;
    use crate::normalize::policy::Hyphens;
    use crate::normalized::Normalized;

    #[test]
    fn divided_words_are_joined() {
        let cases = [
            ("an exam-\nple text", "an example\ntext"),
            ("an exam-  \r\n   ple, of text\n", "an example,\nof text\n"),
            ("an exam-\nple\nof text", "an example\nof text"),
            ("exam\u{2010}\nple", "example"),
            ("exam\u{ad}\nple, text", "example,\ntext"),
            ("exam&shy;\nple", "example"),
            ("під-\nприєм-\nство і край", "підприємство\nі край"),
            ("д'єд-\nнання", "д'єднання"),
            ("пiд-\nприємство", "підприємство"),
            ("παρά-\nδειγμα", "παράδειγμα"),
            ("(Eisen-\nbahn)", "(Eisenbahn)"),
        ];
        for (source, wanted) in cases {
            check(source, wanted);
        }
    }

    #[test]
    fn all_else_stays() {
        let lines = [
            "Rimsky-\nKorsakov",
            "exam-\n\nple",
            "a-\nmail",
            "e-mail-\na word",
            "Vor-\nund- und",
            "exam –\nple",
            "1990-\nfoo",
            "http://a.example/foo-\nbar",
            "&am-\np;",
            "Cу-\nпер",
            "сѐ-\nло",
            "- item\n- item",
            "exam-",
        ];
        for text in lines {
            check(text, text);
        }
    }

    fn check(source: &str, wanted: &str) {
        let options = NormalizeOptions { hyphens: Hyphens::Join, ..NormalizeOptions::default() };
        let normalized = Normalized::new(source, options);
        assert_eq!(normalized.text(), wanted, "{source:?}");
        assert_eq!(normalized.restore(), source);
        assert_eq!(Normalized::new(wanted, options).text(), wanted);
    }
}
