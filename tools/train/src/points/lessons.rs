//! Pages as the fits see them: lines, what they show, and which of them are right.

use std::collections::{BTreeMap, HashMap};

use chysto::Cleaner;
use chysto::training::{Page, PointedLine, Weights};

use super::references::{Reference, squeezed};
use crate::corpus::{self, Record};
use crate::labels;

/// The lines of one page that points are given to.
pub struct Lesson {
    pub dataset: String,
    pub variant: String,
    /// The half of the sites that it belongs to.
    pub half: usize,
    /// How much it counts.
    pub weight: f64,
    pub lines: Vec<Marked>,
}

/// A line and what it is.
pub struct Marked {
    pub answers: Vec<u8>,
    pub text: String,
    /// Whether it is what is looked for.
    pub right: bool,
    /// Whether it stands out in the HTML without being marked as what is looked for.
    pub doubtful: bool,
}

/// Titles and headings of all pages. `weights` are of the model that both halves of the sites are read with.
pub fn lessons(
    records: &[Record],
    references: &HashMap<String, Reference>,
    weights: &[Weights; 2],
) -> [Vec<Lesson>; 2] {
    let mut sites: BTreeMap<&str, f64> = BTreeMap::new();
    records.iter().for_each(|record| *sites.entry(&record.site).or_default() += 1.0);
    let cleaner = Cleaner::new();
    let mut lessons = [const { Vec::new() }; 2];
    for record in records {
        let Some(reference) = references.get(&record.id) else { continue };
        // Sites with many pages count less for each: points should fit sites that nobody has seen.
        let weight = 1.0 / sites[&record.site[..]].sqrt() / record.raw.len() as f64;
        let half = corpus::half(record) as usize;
        for (variant, raw) in &record.raw {
            let page = Page::read(&cleaner, raw);
            let [titles, headings] = page.lines(&cleaner, &weights[half]);
            let lesson =
                |lines| Lesson { dataset: record.dataset.clone(), variant: variant.clone(), half, weight, lines };
            if !reference.titles.is_empty() {
                lessons[0].push(lesson(mark_titles(&page, titles, reference)));
            }
            lessons[1].push(lesson(mark_headings(record, &page, headings, reference)));
        }
    }
    lessons
}

fn mark_titles(page: &Page, lines: Vec<PointedLine>, reference: &Reference) -> Vec<Marked> {
    let mark = |line: PointedLine| {
        let text = page.text(line.block);
        let right = reference.titles.contains(&squeezed(text));
        Marked { answers: line.answers, text: text.to_owned(), right, doubtful: false }
    };
    lines.into_iter().map(mark).collect()
}

/// Lines of other articles are left out, as are the title's repetitions: they are headings by name, and nobody's. What
/// the model of content does not take for content should stay so outside of the article.
fn mark_headings(record: &Record, page: &Page, lines: Vec<PointedLine>, reference: &Reference) -> Vec<Marked> {
    let labels = labels::labels(record, page);
    let mark = |line: PointedLine| {
        let text = page.text(line.block);
        let squeezed = squeezed(text);
        let is_foreign = labels[line.block].weight > 0.0 && labels[line.block].content < 0.5;
        let (right, bold) = (reference.headings.contains(&squeezed), reference.emphasised.contains(&squeezed));
        let is_open = (!is_foreign || !line.is_content) && !reference.titles.contains(&squeezed);
        is_open.then(|| Marked {
            answers: line.answers,
            text: text.to_owned(),
            right: right && !is_foreign,
            doubtful: bold && !right && !is_foreign,
        })
    };
    lines.into_iter().filter_map(mark).collect()
}
