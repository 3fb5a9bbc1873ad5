//! Points of lines, by which a page's title and its headings are found.

mod lessons;
mod logistic;
mod references;
mod report;
mod table;

use std::io;
use std::path::{Path, PathBuf};

use chysto::training::{SIGNS, Sign, Weights};
use clap::Args;

use crate::{corpus, seeds};
use lessons::{Lesson, Marked};
use logistic::Search;

#[derive(Args)]
pub struct Arguments {
    /// Corpora: JSON lines, perhaps compressed, and folders of pages with labels as in `seeds/`.
    #[arg(required = true)]
    corpora: Vec<PathBuf>,
    /// What the pages' HTML says of titles and headings: `tools/metadata_accuracy.py references` writes it.
    #[arg(long)]
    references: PathBuf,
    /// Two tables of the model, trained without the first and without the second half of the sites, to read
    /// either half's pages with; without it the library's own, which has seen all of them.
    #[arg(long, num_args = 2)]
    weights: Vec<PathBuf>,
    /// Write the tables into the library's source.
    #[arg(long)]
    write: bool,
    /// Print the lines of headings that were judged wrongly on the half that the points were not fitted to.
    #[arg(long)]
    wrong: bool,
}

/// How much a line counts that stands out in bold letters, which is a heading by eye and not by name.
const DOUBTFUL: f64 = 0.5;

/// Fits both tables on one half of the sites and reports how right they are on the other, both ways; then on all.
pub fn run(arguments: &Arguments) -> io::Result<()> {
    let mut records = Vec::new();
    let mut references = references::read(&arguments.references)?;
    for path in &arguments.corpora {
        if path.is_dir() {
            records.extend(seeds::read(path)?);
            references.extend(references::of_seeds(path)?);
        } else {
            records.extend(corpus::read(path)?);
        }
    }
    let lessons = lessons::lessons(&records, &references, &weights(&arguments.weights)?);
    let [titles, headings] = &lessons;
    let halves = Halves::new(titles, SIGNS[0], Search::One);
    report::titles(titles, &|half, line| halves.points(half, line));
    if arguments.wrong {
        wrong_titles(titles, &halves);
    }
    let halves = Halves::new(headings, SIGNS[1], Search::Any);
    let fewest = report::fewest(headings, &|half, line| halves.points(half, line));
    report::headings(headings, &|half, line| halves.points(half, line), fewest);
    if arguments.wrong {
        wrong(headings, &halves, fewest);
    }
    if arguments.write {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/classify");
        let all = |lessons: &[Lesson], signs, search| fitted(lessons, signs, search, None);
        table::write(&source.join("title/points.rs"), &all(titles, SIGNS[0], Search::One), SIGNS[0], None)?;
        table::write(&source.join("heading/points.rs"), &all(headings, SIGNS[1], Search::Any), SIGNS[1], Some(fewest))?;
    }
    Ok(())
}

/// The tables that both halves are read with.
fn weights(paths: &[PathBuf]) -> io::Result<[Weights; 2]> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/classify/model/weights.bin");
    let read = |half: usize| {
        let path = paths.get(half).unwrap_or(&own);
        let table = std::fs::read(path).map_err(|error| io::Error::other(format!("{}: {error}", path.display())));
        table.map(|table| Weights::read(&table))
    };
    Ok([read(0)?, read(1)?])
}

/// Points for each half of the sites, fitted to the other.
struct Halves([Vec<Vec<i32>>; 2]);

impl Halves {
    fn new(lessons: &[Lesson], signs: &[Sign], search: Search) -> Self {
        Self([0, 1].map(|half| fitted(lessons, signs, search, Some(half))))
    }

    fn points(&self, half: usize, line: &Marked) -> i32 {
        self.0[half].iter().zip(&line.answers).map(|(points, answer)| points[usize::from(*answer)]).sum()
    }
}

/// Points fitted to all pages but those of the half `without`.
fn fitted(lessons: &[Lesson], signs: &[Sign], search: Search, without: Option<usize>) -> Vec<Vec<i32>> {
    let firsts: Vec<usize> =
        signs.iter().scan(0, |first, sign| Some(std::mem::replace(first, *first + sign.count()))).collect();
    let pages: Vec<_> =
        lessons.iter().filter(|lesson| Some(lesson.half) != without).map(|lesson| page(lesson, &firsts)).collect();
    let has_right = |page: &&logistic::Page| search == Search::Any || page.targets.contains(&1.0);
    let pages: Vec<_> = pages.iter().filter(has_right).collect();
    let inner = |(first, sign): (&usize, &Sign)| {
        (*first..first + sign.count() - 1).map(|answer| (answer, answer + 1)).collect::<Vec<_>>()
    };
    let neighbours: Vec<_> = firsts.iter().zip(signs).flat_map(inner).collect();
    let answers = signs.iter().map(Sign::count).sum();
    table::points(&logistic::fit(&pages, answers, &neighbours, search), signs)
}

fn page(lesson: &Lesson, firsts: &[usize]) -> logistic::Page {
    let answers =
        |line: &Marked| firsts.iter().zip(&line.answers).map(|(first, answer)| first + usize::from(*answer)).collect();
    logistic::Page {
        weight: lesson.weight,
        lines: lesson.lines.iter().map(answers).collect(),
        targets: lesson.lines.iter().map(|line| f64::from(u8::from(line.right || line.doubtful))).collect(),
        counts: lesson.lines.iter().map(|line| if line.doubtful { DOUBTFUL } else { 1.0 }).collect(),
    }
}

fn wrong_titles(lessons: &[Lesson], halves: &Halves) {
    for lesson in lessons {
        let points = |line: &&Marked| halves.points(lesson.half, line);
        let right = lesson.lines.iter().filter(|line| line.right).max_by_key(points);
        let best = lesson.lines.iter().max_by_key(points);
        if let (Some(best), Some(right)) = (best, right)
            && !best.right
        {
            for (kind, line) in [("chosen", best), ("instead", right)] {
                let answers: Vec<String> = line.answers.iter().map(u8::to_string).collect();
                println!(
                    "{kind} {} {} {} {} {}",
                    lesson.dataset,
                    lesson.variant,
                    points(&line),
                    answers.join(","),
                    line.text
                );
            }
        }
    }
}

fn wrong(lessons: &[Lesson], halves: &Halves, fewest: i32) {
    for lesson in lessons {
        for line in &lesson.lines {
            let points = halves.points(lesson.half, line);
            if (points >= fewest) != line.right {
                let kind = if line.right {
                    "missed"
                } else if line.doubtful {
                    "bold"
                } else {
                    "false"
                };
                println!("{kind} {} {} {points} {}", lesson.dataset, lesson.variant, line.text);
            }
        }
    }
}
