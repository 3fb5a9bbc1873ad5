//! One author or several.

use std::ops::Range;

use super::person::{is_full_name, may_be_full_name_without_case};
use super::trimmed;
use crate::language::Language;

/// What stands between the last two names of several, by language.
const CONJUNCTIONS: &[(&str, &[&str])] = &[
    ("be", &["і", "й", "ды"]),
    ("bg", &["и"]),
    ("cs", &["a"]),
    ("da", &["og"]),
    ("de", &["und"]),
    ("el", &["και"]),
    ("en", &["and", "with"]),
    ("es", &["y", "e"]),
    ("et", &["ja"]),
    ("fa", &["و"]),
    ("fi", &["ja"]),
    ("fr", &["et", "avec"]),
    ("hi", &["और"]),
    ("hr", &["i"]),
    ("hu", &["és"]),
    ("id", &["dan"]),
    ("it", &["e", "ed"]),
    ("kk", &["және", "мен"]),
    ("lt", &["ir"]),
    ("lv", &["un"]),
    ("mk", &["и"]),
    ("nb", &["og"]),
    ("nl", &["en"]),
    ("pl", &["i", "oraz"]),
    ("pt", &["e"]),
    ("ro", &["și", "şi"]),
    ("ru", &["и"]),
    ("sk", &["a"]),
    ("sl", &["in"]),
    ("sr", &["i", "и"]),
    ("sv", &["och"]),
    ("tr", &["ve"]),
    ("uk", &["і", "й", "та"]),
    ("vi", &["và"]),
    ("zh", &["和"]),
];

/// Marks between names.
const SEPARATORS: &[char] = &[',', ';', '|', '/', '&', '、', '，', '；', '،'];

/// Those of them that scripts without capitals have between names, but hardly between a name
/// and something else.
const SURE_SEPARATORS: &[char] = &['&', '、'];

/// The names of persons that `range` of `text` begins with, with commas or conjunctions of
/// `languages` between them; none where it does not begin with a full name, or where it is
/// open whether what stands behind it is one.
pub(super) fn names(text: &str, range: Range<usize>, languages: &[Language]) -> Vec<Range<usize>> {
    let parts = parts(text, range, languages);
    if parts.len() > 1
        && parts.iter().all(|part| part.is_sure && may_be_full_name_without_case(&text[part.range.clone()]))
    {
        return parts.into_iter().map(|part| part.range).collect();
    }
    parts.into_iter().map(|part| part.range).take_while(|part| is_full_name(&text[part.clone()])).collect()
}

/// A part of a text between commas and conjunctions.
struct Part {
    range: Range<usize>,
    /// Whether no comma stands before it.
    is_sure: bool,
}

fn parts(text: &str, range: Range<usize>, languages: &[Language]) -> Vec<Part> {
    let (mut parts, mut start, mut is_sure) = (Vec::new(), range.start, true);
    for (joint, is_sure_joint) in joints(text, range.clone(), languages) {
        push(&mut parts, text, start..joint.start, is_sure);
        (start, is_sure) = (joint.end, is_sure_joint);
    }
    push(&mut parts, text, start..range.end, is_sure);
    parts
}

fn push(parts: &mut Vec<Part>, text: &str, range: Range<usize>, is_sure: bool) {
    let range = trimmed(text, range);
    if !range.is_empty() {
        parts.push(Part { range, is_sure });
    }
}

/// Where separators and conjunctions stand in a range, in order, and whether they are sure.
fn joints(text: &str, range: Range<usize>, languages: &[Language]) -> Vec<(Range<usize>, bool)> {
    let conjunctions = conjunctions(languages);
    let mut joints = Vec::new();
    let mut word = range.start;
    for (at, c) in text[range.clone()].char_indices().map(|(at, c)| (range.start + at, c)) {
        if !c.is_whitespace() && !SEPARATORS.contains(&c) {
            continue;
        }
        if conjunctions.contains(&&*text[word..at].to_lowercase()) {
            joints.push((word..at, true));
        }
        word = at + c.len_utf8();
        if SEPARATORS.contains(&c) {
            joints.push((at..word, SURE_SEPARATORS.contains(&c)));
        }
    }
    joints
}

fn conjunctions(languages: &[Language]) -> Vec<&'static str> {
    let is_spoken = |code: &str| languages.iter().any(|language| language.without_script().code() == code);
    CONJUNCTIONS.iter().filter(|(code, _)| is_spoken(code)).flat_map(|(_, words)| words.iter().copied()).collect()
}
