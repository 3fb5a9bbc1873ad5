//! The author's line, which no rule takes for one.

use super::super::common_words::Core;
use super::super::decision::{Active, Draft};
use super::super::evidence::Ending;
use super::super::statistics;
use crate::metadata::Field;
use crate::reason::Why;
use crate::role::Role;
use crate::rules::Locale;
use crate::rules::tokens::Tokens;

/// Open lines above the title that may be by-lines.
const ABOVE: usize = 4;

/// Open lines below the title that may be a name.
const BELOW: usize = 8;

/// Lines below the title that may be a name that stands behind the text again.
const SIGNED: usize = 4;

/// A by-line has this many words at most.
const MOST_WORDS: u32 = 12;

/// Marks behind a name, before its owner's office or paper.
const BEHIND_NAMES: [char; 8] = [',', '|', '/', '•', '·', '–', '—', '('];

/// Settles the author's line by the title, where no rule has found one; `body` is the text's second paragraph.
pub(super) fn settle(active: &Active<'_>, drafts: &mut [Draft], title: usize, body: usize) {
    let is_author = |draft: &Draft| draft.verdict.as_ref().is_some_and(|(role, _)| *role == Role::Author);
    if drafts[title..body].iter().any(is_author) {
        return;
    }
    let is_open = |place: &usize| drafts[*place].verdict.is_none() && may_be_names(active, *place);
    let mut names = Names { active, tokens: Tokens::default(), title, body };
    let below = (title + 1..body).filter(is_open).take(BELOW).find_map(|place| names.told(place, false));
    let above = || (0..title).rev().filter(is_open).take(ABOVE).find_map(|place| names.told(place, true));
    if let Some((place, why)) = below.or_else(above) {
        drafts[place].settle(Role::Author, Why::Statistics(why));
    }
}

/// What can be told of a line without a look at its words.
fn may_be_names(active: &Active<'_>, place: usize) -> bool {
    let evidence = active.evidence(place);
    let shape = &evidence.shape;
    evidence.words <= MOST_WORDS
        && evidence.ending == Ending::Open
        && evidence.capital
        && shape.capitals >= 2
        && shape.numbers == 0
}

struct Names<'a> {
    active: &'a Active<'a>,
    tokens: Tokens,
    title: usize,
    body: usize,
}

impl Names<'_> {
    /// Why the line at `place` is the author's, if it is.
    fn told(&mut self, place: usize, is_above: bool) -> Option<(usize, &'static [&'static str])> {
        let why: &[&str] = match self.is_introduced(place) {
            true => &["a name", "behind a line that ends as a by-line begins"],
            false if self.is_line(place, is_above) => &["a name", "by the title"],
            false => return None,
        };
        Some((place, why))
    }

    /// Whether the line above ends as a by-line begins (`12 May 2021 by`), as where the name is a link.
    fn is_introduced(&mut self, place: usize) -> bool {
        let Some(above) = place.checked_sub(1) else { return false };
        let word = self.active.text(above).rsplit(' ').next().unwrap_or_default();
        let is_small = !word.is_empty() && word.chars().all(char::is_lowercase);
        let is_short = self.active.evidence(above).words <= MOST_WORDS;
        is_small && is_short && self.is_by_line(&format!("{word} {}", self.active.text(place)))
    }

    fn is_running(&self, place: usize) -> bool {
        statistics::is_running_text(self.active.evidence(place))
    }

    /// Whether a line is `Anna Hill`, `Anna Hill, Staff Writer` or `By Anna Hill | The Paper`;
    /// a name by itself may be a rubric's, so with `is_told` there has to be more.
    fn is_line(&mut self, place: usize, is_told: bool) -> bool {
        let text = self.active.text(place);
        let end = text.find(BEHIND_NAMES).unwrap_or(text.len());
        let (name, has_more) = (text[..end].trim_end(), end < text.len());
        let rules = self.active.page.rules;
        let may_be_bare = has_more || !is_told;
        may_be_bare && rules.is_person(name, &mut self.tokens) && !self.is_subject(name)
            || has_more && self.is_by_line(name)
            || !has_more && !is_told && self.signs(place)
    }

    fn is_by_line(&mut self, text: &str) -> bool {
        let rules = self.active.page.rules;
        rules.tokenize(text, &mut self.tokens);
        let hit = rules.find(text, &self.tokens, Locale::UNKNOWN).filter(|hit| hit.is_spelt);
        hit.is_some_and(|hit| rules.rule(hit.rule).field == Some(Field::Author))
    }

    /// Whether the article is about the person: the title has the name.
    fn is_subject(&self, name: &str) -> bool {
        let last = name.rsplit(' ').next().unwrap_or(name);
        self.active.text(self.title).contains(last)
    }

    /// Whether the article's text has any of a line's words: it hardly speaks of its author.
    fn text_has(&self, place: usize) -> bool {
        let mut core = Core::new();
        (self.title..self.active.len())
            .filter(|other| self.is_running(*other))
            .for_each(|other| core.add(self.active.words(other)));
        core.count(self.active.words(place), 0) > 0
    }

    /// Whether two or three words with capitals right below the title, whose first one no pack
    /// knows, stand behind the text again, as an author's box begins, and nowhere above.
    fn signs(&self, place: usize) -> bool {
        let evidence = self.active.evidence(place);
        let names = (2..=3).contains(&evidence.words) && u32::from(evidence.shape.capitals) == evidence.words;
        let repeats = |other: &usize| self.active.are_equal(place, *other);
        names
            && evidence.hit.is_none()
            && place <= self.title + SIGNED
            && !self.text_has(place)
            && (self.body..self.active.len()).any(|other| repeats(&other))
            && !(0..self.title).any(|other| repeats(&other))
    }
}
