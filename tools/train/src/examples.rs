//! Pages to learn from, and pages made of them.

use chysto::Cleaner;
use chysto::training::{Bins, Page};

use crate::chance::Chance;
use crate::corpus::Record;
use crate::labels::{self, Label};

/// A page with its labels.
pub struct Example {
    pub record: usize,
    pub variant: String,
    pub page: Page,
    pub labels: Vec<Label>,
    pub bins: Vec<Bins>,
}

/// What a step learns from.
pub struct Lesson {
    pub labels: Vec<Label>,
    pub bins: Vec<Bins>,
}

impl Example {
    fn new(cleaner: &Cleaner, number: usize, variant: &str, page: Page, labels: Vec<Label>) -> Self {
        let bins = page.bins(cleaner);
        Self { record: number, variant: variant.to_owned(), page, labels, bins }
    }

    /// All pages of a record: its variants, and what should remain of it as a page of its own.
    pub fn of(cleaner: &Cleaner, number: usize, record: &Record) -> Vec<Self> {
        let mut examples = Vec::new();
        for (variant, raw) in &record.raw {
            let page = Page::read(cleaner, raw);
            let labels = labels::labels(record, &page);
            examples.push(Self::new(cleaner, number, variant, page, labels));
        }
        if let Some(gold) = &record.gold {
            let page = Page::read(cleaner, gold);
            let weight = 1.0 / page.len().max(1) as f32;
            let labels = vec![Label { content: 1.0, weight }; page.len()];
            examples.push(Self::new(cleaner, number, "gold", page, labels));
        }
        examples.retain(|example| !example.page.is_empty());
        examples
    }

    fn changed(&self, cleaner: &Cleaner, keep: &[usize]) -> Lesson {
        let page = self.page.select(keep);
        Lesson { bins: page.bins(cleaner), labels: keep.iter().map(|block| self.labels[*block]).collect() }
    }

    /// The page, or what becomes of it when parts are left out.
    pub fn lesson(&self, cleaner: &Cleaner, chance: &mut Chance, other: &Self) -> Lesson {
        let dice = chance.share();
        if self.variant == "gold" || dice < 0.45 {
            return Lesson { labels: self.labels.clone(), bins: self.bins.clone() };
        }
        if dice < 0.7 {
            return self.changed(cleaner, &self.without_parts(chance));
        }
        if dice < 0.78 {
            // What a first decision may leave: the content, and a little else.
            let share = chance.share() * 0.15;
            let keep: Vec<usize> = (0..self.labels.len())
                .filter(|block| self.labels[*block].content > 0.5 || chance.share() < share)
                .collect();
            return self.changed(cleaner, &keep);
        }
        self.framed(cleaner, chance, other)
    }

    /// All blocks but one or two stretches of artifacts.
    fn without_parts(&self, chance: &mut Chance) -> Vec<usize> {
        let mut keep = vec![true; self.labels.len()];
        for _ in 0..1 + chance.below(2) {
            let length = 1 + chance.below(self.labels.len());
            let start = chance.below(self.labels.len());
            let end = (start + length).min(self.labels.len());
            let stretch = (start..end).filter(|block| self.labels[*block].content < 0.3);
            stretch.for_each(|block| keep[block] = false);
        }
        (0..keep.len()).filter(|block| keep[*block]).collect()
    }

    /// The article in the frame of another page.
    fn framed(&self, cleaner: &Cleaner, chance: &mut Chance, other: &Self) -> Lesson {
        let (Some(own), Some(others)) = (self.article(), other.article()) else {
            return Lesson { labels: self.labels.clone(), bins: self.bins.clone() };
        };
        let top = chance.share() < 0.5;
        let (head, head_labels) = if top { (other, 0..others.start) } else { (self, 0..own.start) };
        let (tail, tail_labels) =
            if top { (self, own.end..self.labels.len()) } else { (other, others.end..other.labels.len()) };
        let select = |example: &Self, range: std::ops::Range<usize>| example.page.select(&range.collect::<Vec<_>>());
        let parts = [select(head, head_labels.clone()), select(self, own.clone()), select(tail, tail_labels.clone())];
        let page = Page::join(&parts.iter().collect::<Vec<_>>());
        let labels = [&head.labels[head_labels], &self.labels[own], &tail.labels[tail_labels]].concat();
        Lesson { bins: page.bins(cleaner), labels }
    }

    /// From the first to the last block of content.
    fn article(&self) -> Option<std::ops::Range<usize>> {
        let content = |label: &Label| label.content > 0.5;
        let first = self.labels.iter().position(content)?;
        let last = self.labels.iter().rposition(content)?;
        Some(first..last + 1)
    }
}
