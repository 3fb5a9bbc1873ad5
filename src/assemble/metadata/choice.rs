//! Of the values that a page gives for a field, the one that is the article's.

use crate::assemble::BlockRecord;
use crate::metadata::{Field, Metadata, MetadataValue, Metadatum, Objection};
use crate::reason::Why;
use crate::role::{Class, Role};

/// By-lines and dates stand no more blocks above the title, or behind the text, than this;
/// share buttons and forms above the title do not count.
const CLOSE: usize = 4;

/// Where a value stands, the likeliest place first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// Between the title and the text.
    Below,
    /// Close above the title.
    Above,
    /// Close behind the text.
    Behind,
    /// Inside of the text.
    Text,
    /// Among menus, lists of other articles, comments.
    Elsewhere,
}

/// The blocks of the article.
pub(super) struct Article<'b, 's> {
    blocks: &'b [BlockRecord<'s>],
    above: usize,
    title: usize,
    /// The first block of the text.
    text: usize,
    /// The second one: a by-line may stand behind a lead.
    body: usize,
    end: usize,
}

impl<'b, 's> Article<'b, 's> {
    /// Without content all of the page is the article's head.
    pub(super) fn of(blocks: &'b [BlockRecord<'s>]) -> Self {
        let is_text = |block: &usize| blocks[*block].role.is_content() && blocks[*block].role != Role::Title;
        let title = blocks.iter().position(|block| block.role == Role::Title);
        let mut content = (title.unwrap_or(0)..blocks.len()).filter(is_text);
        let text = content.next().unwrap_or(blocks.len());
        let body = content.next().unwrap_or(text);
        let end = content.next_back().unwrap_or(body);
        let title = title.unwrap_or(text);
        let above = (0..title).rev().filter(|block| !is_furniture(&blocks[*block])).nth(CLOSE - 1).unwrap_or(0);
        Self { blocks, above, title, text, body, end }
    }

    fn place(&self, block: usize) -> Place {
        let is_by_title = |block: &BlockRecord<'_>| matches!(block.reason.0, Why::Statistics(_));
        if self.blocks.get(block).is_some_and(is_by_title) {
            if block < self.title { Place::Above } else { Place::Below }
        } else if self.is_listed(block) {
            Place::Elsewhere
        } else if (self.title..=self.body).contains(&block) {
            Place::Below
        } else if (self.above..self.title).contains(&block) {
            Place::Above
        } else if (self.end..=self.end.saturating_add(CLOSE)).contains(&block) {
            Place::Behind
        } else if (self.text..self.end).contains(&block) {
            Place::Text
        } else {
            Place::Elsewhere
        }
    }

    /// Whether a block stands amid a list of other articles, not right below the title.
    fn is_listed(&self, block: usize) -> bool {
        if (self.title..=self.title + CLOSE).contains(&block) {
            return false;
        }
        let opened =
            |block: Option<&BlockRecord<'_>>| block.is_some_and(|block| matches!(block.reason.0, Why::Opened(_)));
        block > 0 && opened(self.blocks.get(block - 1)) && opened(self.blocks.get(block + 1))
    }
}

/// Share buttons, forms, advertisements, as rules tell them.
fn is_furniture(block: &BlockRecord<'_>) -> bool {
    block.role.class() == Class::Artifact && matches!(block.reason.0, Why::Rule(_))
}

/// A value that was read off a block.
pub(super) struct Candidate {
    pub(super) entry: Metadatum,
    pub(super) signal: Signal,
    /// Why it is none, if that is clear from the block alone.
    pub(super) objection: Option<Objection>,
}

impl Candidate {
    /// The lower, the rather this value than another: a date over a relative one, which lists
    /// of the latest news have in plenty; then by its place; then by what says what it is.
    fn rank(&self, article: &Article<'_, '_>) -> (bool, Place, Signal) {
        let is_relative = matches!(self.entry.value, MetadataValue::Relative(_));
        (is_relative, article.place(self.entry.block), self.signal)
    }

    /// Whether a text stands below a label far from the article: far above its title both are a
    /// menu's (`Photo`, `Video`), and a rubric or a photographer is hardly ever named far below.
    fn is_in_menu(&self, article: &Article<'_, '_>, place: Place) -> bool {
        let (field, is_above) = (self.entry.field, self.entry.block < article.title);
        let is_text = !field.is_date() && !field.is_numeric();
        let is_below_label = matches!(self.entry.reason.0, Why::Value(_));
        let is_menus = is_above || matches!(field, Field::Category | Field::Photo);
        is_text && is_below_label && place == Place::Elsewhere && is_menus
    }

    /// `last` is the last place at which a bare date counts.
    fn objection(&self, article: &Article<'_, '_>, last: Place) -> Option<Objection> {
        let (field, place) = (self.entry.field, article.place(self.entry.block));
        let is_close = match (field, self.signal) {
            _ if self.is_in_menu(article, place) => false,
            (Field::Author, Signal::Label) => place != Place::Elsewhere || is_full_name(&self.entry),
            (_, Signal::Label) => true,
            (Field::Author, Signal::None) => place <= Place::Above,
            (field, Signal::None) if field.is_date() => place <= last,
            (field, _) => place != Place::Elsewhere || !may_be_anybodys(field),
        };
        self.objection.or((!is_close).then_some(Objection::FarFromArticle))
    }
}

/// What says what a value is, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Signal {
    /// A label: `Author: …`.
    Label,
    /// Words around it: `Posted by …`.
    Words,
    /// Only its own form and its place.
    None,
}

impl Signal {
    pub(super) fn of(is_label: bool, is_spelt: bool) -> Self {
        match (is_label, is_spelt) {
            (true, _) => Self::Label,
            (false, true) => Self::Words,
            (false, false) => Self::None,
        }
    }
}

/// Other articles and comments have dates and authors too: without a label, one far from
/// the article is rather none than wrong.
fn may_be_anybodys(field: Field) -> bool {
    field.is_date() || field == Field::Author
}

/// Whether the bare dates amid the text all are of one day; else they are those of comments
/// or of other articles.
fn is_lone_day(candidates: &[Candidate], article: &Article<'_, '_>) -> bool {
    let bare = candidates.iter().filter(|candidate| candidate.signal == Signal::None);
    let mut days =
        bare.filter(|candidate| article.place(candidate.entry.block) == Place::Text).filter_map(|candidate| {
            let MetadataValue::Date(date) = candidate.entry.value else { return None };
            Some((date.year(), date.month(), date.day()))
        });
    let first = days.next();
    days.all(|day| Some(day) == first)
}

/// Whether a name has several words, or is written in a script without blanks: one word
/// behind a label far from the article may be a menu's.
fn is_full_name(entry: &Metadatum) -> bool {
    let MetadataValue::Text(name) = &entry.value else { return true };
    name.contains(' ') || !name.chars().any(|c| c.is_lowercase() || c.is_uppercase())
}

/// The best value of each field, of equals the first, and why the others are not.
pub(super) fn choose(mut candidates: Vec<Candidate>, article: &Article<'_, '_>) -> Metadata {
    candidates.sort_by_cached_key(|candidate| candidate.rank(article));
    let last = if is_lone_day(&candidates, article) { Place::Text } else { Place::Behind };
    let mut metadata = Metadata::default();
    let mut passed_over = Vec::new();
    for candidate in candidates {
        match candidate.objection(article, last) {
            None if metadata.get(candidate.entry.field).is_none() => metadata.add(candidate.entry),
            objection => passed_over.push((candidate, objection)),
        }
    }
    for (candidate, objection) in passed_over {
        let taken = metadata.get(candidate.entry.field);
        let objection = objection.unwrap_or_else(|| compared(&candidate, taken, article));
        metadata.pass_over(candidate.entry, objection);
    }
    metadata.sort();
    metadata
}

/// What the value that was taken has before another one.
fn compared(candidate: &Candidate, taken: Option<&Metadatum>, article: &Article<'_, '_>) -> Objection {
    let Some(taken) = taken else { return Objection::Later };
    let is_relative = |value: &MetadataValue| matches!(value, MetadataValue::Relative(_));
    if candidate.entry.value == taken.value {
        Objection::SaysTheSame
    } else if is_relative(&candidate.entry.value) && !is_relative(&taken.value) {
        Objection::NoDay
    } else if article.place(candidate.entry.block) > article.place(taken.block) {
        Objection::FartherFromHead
    } else {
        Objection::Later
    }
}
