//! The signs of a line that may be a heading.

use super::super::decision::{Active, Draft};
use super::super::evidence::{Ending, Marker};
use super::super::points::{Sign, percent};
use super::super::{line, statistics};
use super::surroundings::Around;

const COUNT: usize = 34;

/// A line's signs, in the order of their values.
pub(in super::super) const SIGNS: [Sign; COUNT] = [
    Sign::new("words", &[2, 3, 4, 5, 6, 8, 10, 13, 16]),
    Sign::new("end: open, colon, question, call, ellipsis, full stop", &[1, 2, 3, 4, 5]),
    Sign::new("first character: sign, letter, digit, quotation mark", &[1, 2, 3]),
    Sign::new("percent of words with a capital, but for the first", &[1, 20, 35, 50, 75, 100]),
    Sign::new("percent of words in capitals alone", &[1, 50, 100]),
    Sign::new("numbered, or with number signs", &[1]),
    Sign::new("percent of numbers among the words", &[1, 20, 40]),
    Sign::new("commas", &[1, 2]),
    Sign::new("bars and arrows", &[1]),
    Sign::new("brackets", &[1]),
    Sign::new("quotation marks", &[1]),
    Sign::new("a colon inside", &[1]),
    Sign::new("a year, a time of day", &[1, 2, 3]),
    Sign::new("full stops inside", &[1, 2]),
    Sign::new("a likely rule fits: none, content, metadata, artifact", &[1, 2, 3]),
    Sign::new("what the model of content says, in tenths of a logit", &[-40, -20, -10, 0, 10, 20]),
    Sign::new("block of the article above", &[1, 2, 3, 4, 5, 6, 7]),
    Sign::new("block of the article below", &[1, 2, 3, 4, 5, 6, 7]),
    Sign::new("words of the block below", &[1, 4, 8, 15, 25, 40, 70]),
    Sign::new("blocks that are left out right above", &[1, 2]),
    Sign::new("blocks that are left out right below", &[1, 2]),
    Sign::new("running text above, in the article", &[1, 2, 3, 5, 8, 15]),
    Sign::new("running text below, in the article", &[1, 2, 3, 5, 8, 15]),
    Sign::new("running text up to the candidate above", &[1, 2, 3, 4, 6, 9]),
    Sign::new("running text down to the candidate below", &[1, 2, 3, 4, 6, 9]),
    Sign::new("candidates of the article", &[2, 3, 4, 6, 9, 14, 25, 50]),
    Sign::new("running text by candidate, in tenths", &[1, 3, 6, 10, 15, 20, 30, 50, 100]),
    Sign::new("candidates that look alike", &[1, 2, 3, 5, 9]),
    Sign::new("percent of its content words that the blocks below have", &[0, 1, 20, 40, 60, 100]),
    Sign::new("percent of its content words that the title has", &[0, 1, 20, 40, 60]),
    Sign::new("times among the candidates", &[2, 3]),
    Sign::new("percent of function words", &[1, 15, 30, 45, 60]),
    Sign::new("words of the block above", &[1, 4, 8, 15, 25, 40, 70]),
    Sign::new("second block of the article below", &[1, 2, 3, 4, 5, 6, 7]),
];

/// The values of the line at `place`.
pub(super) fn values(active: &Active<'_>, drafts: &[Draft], place: usize, around: &Around) -> [i32; COUNT] {
    let evidence = active.evidence(place);
    let (shape, text) = (&evidence.shape, active.text(place));
    let words = usize::from(shape.words);
    let content_words = active.words(place);
    let in_title = |title: usize| {
        let title = active.words(title);
        percent(content_words.iter().filter(|word| title.contains(word)).count(), content_words.len())
    };
    let running = around.running_above + around.running_below;
    [
        evidence.words as i32,
        line::end(evidence, text),
        line::first_character(text.trim_start_matches('#').trim_start()),
        line::capitals(evidence),
        percent(usize::from(shape.shouted), words),
        i32::from(evidence.marker == Some(Marker::Number) || is_marked(text)),
        percent(usize::from(shape.numbers), words),
        i32::from(shape.commas),
        i32::from(shape.separators),
        i32::from(shape.brackets),
        i32::from(shape.quotes),
        i32::from(evidence.pair),
        i32::from(shape.year) + 2 * i32::from(shape.clock),
        i32::from(shape.sentences),
        line::rule(active, place),
        (drafts[place].margin * 10.0) as i32,
        around.above.map_or(0, |above| neighbour(active, above, around.title)),
        around.below.map_or(0, |below| neighbour(active, below, around.title)),
        around.below.map_or(0, |below| active.evidence(below).words as i32),
        around.above.map_or(place, |above| place - above - 1) as i32,
        around.below.map_or(drafts.len() - place - 1, |below| below - place - 1) as i32,
        around.running_above as i32,
        around.running_below as i32,
        around.section_above as i32,
        around.section as i32,
        around.candidates as i32,
        (running as usize * 10 / around.candidates) as i32,
        i32::from(around.alike),
        percent(around.shared_below, content_words.len()),
        around.title.map_or(-1, in_title),
        i32::from(around.times),
        percent(evidence.votes().map_or(0, |most| most.votes as usize), words),
        around.above.map_or(0, |above| active.evidence(above).words as i32),
        around.second_below.map_or(0, |below| neighbour(active, below, around.title)),
    ]
}

/// Whether a line begins with several numbers (`2.1`), or with number signs (`##`).
fn is_marked(text: &str) -> bool {
    let mark = text.split(' ').next().unwrap_or_default();
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_numbered = mark.contains('.') && mark.trim_end_matches('.').split('.').all(is_number);
    mark.len() < text.len() && (is_numbered || !mark.is_empty() && mark.bytes().all(|byte| byte == b'#'))
}

/// What a block of the article is: the title, running text, a sentence, an introduction,
/// a list's item, a clause, or a line without an end.
fn neighbour(active: &Active<'_>, place: usize, title: Option<usize>) -> i32 {
    let evidence = active.evidence(place);
    match evidence.ending {
        _ if Some(place) == title => 1,
        _ if statistics::is_running_text(evidence) => 2,
        _ if evidence.marker.is_some() => 5,
        Ending::Sentence => 3,
        Ending::Colon => 4,
        Ending::Clause => 6,
        Ending::Open => 7,
    }
}
