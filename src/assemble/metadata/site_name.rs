//! The site's name, by the page's own title: `A bridge reopens - World - Valley News`.

use std::ops::Range;

use super::Page;
use super::choice::{Candidate, Signal};
use crate::assemble::{BlockRecord, origin};
use crate::confidence::Confidence;
use crate::metadata::{Field, MetadataValue, Metadatum};
use crate::reason::{Reason, Why};
use crate::role::Role;

/// Names are no longer than this, in words and in bytes; slogans and other headlines are.
const MOST_WORDS: usize = 6;
const LONGEST_NAME: usize = 80;

/// Copyright lines are no longer than this, in bytes; terms of use are.
const LONGEST_COPYRIGHT: usize = 250;

/// Marks between the parts of a page's title, with white space around them.
const LOOSE: &[char] = &['-', '–', '—', '•', '·', ':', '/', '~', '*', '«', '|', '»', '›', '¦'];

/// Those of them that need no white space.
const TIGHT: &[char] = &['|', '»', '›'];

/// What else on the page has the name, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Support {
    Copyright,
    Address,
    Nothing,
}

/// The part of the page's first line beside the title that names the site. Of several the
/// outermost one, unless a copyright line or an address on the page has another one. A
/// line without the title has to have such support.
pub(super) fn site_name(page: &Page<'_, '_>) -> Option<Candidate> {
    let (number, line) = page.blocks.iter().enumerate().find(|(_, block)| !block.text.is_empty())?;
    let title = page.blocks.iter().position(|block| block.role == Role::Title);
    let title = title.filter(|title| *title != number).map(|title| &*page.blocks[title].text);
    let beside = title.and_then(|title| beside(&line.text, title));
    let is_beside = beside.is_some();
    let parts = beside.unwrap_or_else(|| outermost(&line.text));
    let candidates = parts.into_iter().enumerate();
    let named = candidates.filter(|(_, part)| may_be_name(&line.text[part.clone()], title));
    let supported = named.map(|(place, part)| (support(page, number, &line.text[part.clone()]), place, part));
    let (support, place, part) = supported.min_by_key(|(support, ..)| *support)?;
    let is_outermost = is_beside && place == 0;
    (is_outermost || support != Support::Nothing).then(|| candidate(page, number, part, reason(is_beside, support)))
}

fn candidate(page: &Page<'_, '_>, block: usize, part: Range<usize>, reason: &'static str) -> Candidate {
    let record = &page.blocks[block];
    let value = MetadataValue::Text(record.text[part.clone()].to_owned());
    let span = origin::source_span(record, page.edits, part);
    let reason = Reason(Why::Place(reason), Confidence::SURE);
    let entry = Metadatum { field: Field::SiteName, value, span, block, reason };
    Candidate { entry, signal: Signal::None, objection: None }
}

fn reason(is_beside: bool, support: Support) -> &'static str {
    match (is_beside, support) {
        (true, Support::Copyright) => "beside the title in the page's first line, and in a copyright line",
        (true, Support::Address) => "beside the title in the page's first line, and in an address",
        (true, Support::Nothing) => "beside the title in the page's first line",
        (false, Support::Copyright) => "part of the page's first line, and in a copyright line",
        (false, _) => "part of the page's first line, and in an address",
    }
}

/// The parts of a line that begins or ends with the title, from the outermost one.
fn beside(line: &str, title: &str) -> Option<Vec<Range<usize>>> {
    if let Some(end) = behind(line, title) {
        let mut parts = parts(line, end..line.len());
        // What goes on without a mark is the title's own.
        let is_parted = parts.first().is_some_and(|first| line[end..first.start].contains(LOOSE));
        parts.reverse();
        return (is_parted && !parts.is_empty()).then_some(parts);
    }
    let start = before(line, title)?;
    let parts = parts(line, 0..start);
    let is_parted = parts.last().is_some_and(|last| line[last.end..start].contains(LOOSE));
    is_parted.then_some(parts)
}

/// The last part of a line and the first, if it has several.
fn outermost(line: &str) -> Vec<Range<usize>> {
    match &parts(line, 0..line.len())[..] {
        [first, .., last] => vec![last.clone(), first.clone()],
        _ => Vec::new(),
    }
}

/// Where the title's words end that the line begins with; fewer than two are no title.
fn behind(line: &str, title: &str) -> Option<usize> {
    let mut own = words(line);
    let mut matched = title_words(title)?.into_iter();
    matched.try_fold(0, |_, word| {
        own.next().filter(|(_, other)| are_equal(word, other)).map(|(at, other)| at + other.len())
    })
}

/// Where the title's words begin that the line ends with.
fn before(line: &str, title: &str) -> Option<usize> {
    let mut own = words(line).rev();
    let mut matched = title_words(title)?.into_iter().rev();
    matched.try_fold(0, |_, word| own.next().filter(|(_, other)| are_equal(word, other)).map(|(at, _)| at))
}

fn title_words(title: &str) -> Option<Vec<&str>> {
    let words: Vec<&str> = words(title).map(|(_, word)| word).collect();
    (words.len() > 1).then_some(words)
}

/// Runs of letters and digits, each with where it starts.
fn words(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(move |word| (word.as_ptr() as usize - start, word))
}

fn are_equal(one: &str, other: &str) -> bool {
    one == other || one.to_lowercase() == other.to_lowercase()
}

/// The parts of a range between its marks.
fn parts(line: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let (mut parts, mut start) = (Vec::new(), range.start);
    let is_edge = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || LOOSE.contains(&c));
    for (at, mark) in line[range.clone()].match_indices(LOOSE).map(|(at, mark)| (range.start + at, mark)) {
        let (before, behind) = (&line[range.start..at], &line[at + mark.len()..range.end]);
        if mark.starts_with(TIGHT) || is_edge(before.chars().next_back()) && is_edge(behind.chars().next()) {
            parts.push(start..at);
            start = at + mark.len();
        }
    }
    parts.push(start..range.end);
    parts
        .into_iter()
        .map(|part| blank_free(line, part))
        .filter(|part| words(&line[part.clone()]).next().is_some())
        .collect()
}

fn blank_free(line: &str, part: Range<usize>) -> Range<usize> {
    let text = &line[part.clone()];
    let start = part.start + text.len() - text.trim_start().len();
    start..start + text.trim().len()
}

/// Whether a part is short enough, and no part of the title itself.
fn may_be_name(part: &str, title: Option<&str>) -> bool {
    part.len() <= LONGEST_NAME
        && (1..=MOST_WORDS).contains(&words(part).count())
        && title.is_none_or(|title| !contains(title, part))
}

/// Whether the words of `part` stand in a row in `whole`.
fn contains(whole: &str, part: &str) -> bool {
    let (whole, part) = (words(whole).collect::<Vec<_>>(), words(part).collect::<Vec<_>>());
    let same = |(one, other): (&(usize, &str), &(usize, &str))| are_equal(one.1, other.1);
    whole.windows(part.len()).any(|window| window.iter().zip(&part).all(same))
}

fn support(page: &Page<'_, '_>, line: usize, name: &str) -> Support {
    let others = || page.blocks[line + 1..].iter().filter(|block| !block.role.is_content());
    if others().any(|block| is_copyright(block) && contains(&block.text, name)) {
        return Support::Copyright;
    }
    let squeezed = squeezed(name);
    let bare = name.split_once('.').map_or_else(|| squeezed.clone(), |(label, _)| self::squeezed(label));
    let has_label = |word: &str| labels(word).any(|label| is_squeezed(label, &squeezed) || is_squeezed(label, &bare));
    match others().flat_map(|block| dotted(&block.text)).any(has_label) {
        true => Support::Address,
        false => Support::Nothing,
    }
}

fn is_copyright(block: &BlockRecord<'_>) -> bool {
    block.text.len() <= LONGEST_COPYRIGHT && (block.role == Role::Legal || block.text.contains('©'))
}

/// The words of a text with a full stop inside.
fn dotted(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let stops = memchr::memchr_iter(b'.', bytes).filter(|at| bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric));
    stops.map(|at| {
        let start = memchr::memrchr(b' ', &bytes[..at]).map_or(0, |blank| blank + 1);
        let end = memchr::memchr(b' ', &bytes[at..]).map_or(bytes.len(), |blank| at + blank);
        &text[start..end]
    })
}

/// The labels of a domain in an address, but for the last one: `valley-news` of
/// `https://www.valley-news.com/about`.
fn labels(word: &str) -> impl Iterator<Item = &str> {
    let host = word.split_once("://").map_or(word, |(_, rest)| rest);
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    host.rsplit('.').skip(1).filter(|label| !label.is_empty() && *label != "www")
}

fn is_squeezed(text: &str, squeezed: &str) -> bool {
    letters(text).eq(squeezed.chars())
}

fn squeezed(text: &str) -> String {
    letters(text).collect()
}

/// Letters and digits in small letters.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}
