//! The model of pages: training, and how good it is.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chysto::Cleaner;
use clap::Args;

use crate::ablation::Ablation;
use crate::corpus::{self, Record};
use crate::examples::Example;
use crate::measure::Score;
use crate::network::Pass;
use crate::{fit, seeds, table};

#[derive(Args)]
pub struct Arguments {
    /// Corpora: JSON lines, perhaps compressed, and folders of pages with labels as in `seeds/`.
    #[arg(required = true)]
    corpora: Vec<PathBuf>,
    /// Train on one half of the sites and score on the other, both ways.
    #[arg(long)]
    cross: bool,
    #[arg(long, default_value_t = 20)]
    epochs: usize,
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Train on the sites of the other half alone: 0 or 1.
    #[arg(long)]
    half: Option<u64>,
    /// Where the table goes.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Leave out a question, by its name, or `chains`; may be given several times.
    #[arg(long)]
    without: Vec<String>,
    /// Print the decisions on the worst documents of this data set.
    #[arg(long)]
    worst: Option<String>,
}

/// Reads the corpora, trains, and writes or reports what was asked for.
pub fn run(arguments: &Arguments) -> std::io::Result<()> {
    let mut records = Vec::new();
    for path in &arguments.corpora {
        let read = if path.is_dir() { seeds::read(path)? } else { corpus::read(path)? };
        records.extend(read);
    }
    let ablation = Ablation::read(&arguments.without)?;
    let cleaner = Cleaner::new();
    let mut examples: Vec<Example> =
        records.iter().enumerate().flat_map(|(number, record)| Example::of(&cleaner, number, record)).collect();
    balance(&records, &mut examples);
    eprintln!("{} records, {} pages", records.len(), examples.len());
    report(&records, &examples, "labels", |example| example.labels.iter().map(|label| label.content - 0.5).collect());
    report(&records, &examples, "rules", |example| example.bins.iter().map(crate::ablation::by_rules).collect());
    if arguments.cross {
        let both = std::thread::scope(|scope| {
            let halves = [0, 1].map(|half| {
                let (records, examples, cleaner) = (&records, &examples, &cleaner);
                scope.spawn(move || train(records, examples, cleaner, arguments, ablation, Some(half)))
            });
            halves.map(|half| half.join().expect("a fold"))
        });
        report(&records, &examples, "cross", |example| {
            let weights = &both[corpus::half(&records[example.record]) as usize];
            fit::logits(weights, example, ablation, &mut Pass::default())
        });
        if let Some(dataset) = &arguments.worst {
            worst(&records, &examples, dataset, |example| {
                let weights = &both[corpus::half(&records[example.record]) as usize];
                fit::logits(weights, example, ablation, &mut Pass::default())
            });
        }
    }
    if let Some(path) = &arguments.out {
        let weights = train(&records, &examples, &cleaner, arguments, ablation, arguments.half);
        let mut pass = Pass::default();
        let pages: Vec<_> = examples
            .iter()
            .map(|example| (&example.bins[..], fit::logits(&weights, example, ablation, &mut pass)))
            .collect();
        let usual = table::usual(examples.iter().map(|example| &example.bins[..]));
        table::write(path, &weights, &table::tendencies(&pages), &usual)?;
    }
    Ok(())
}

/// Sites with many pages count less for each: a model should know sites that it has never seen.
fn balance(records: &[Record], examples: &mut [Example]) {
    let mut sites: BTreeMap<(&str, &str), f32> = BTreeMap::new();
    for record in records {
        *sites.entry((&record.dataset, &record.site)).or_default() += 1.0;
    }
    let weight = |record: &Record| sites[&(&record.dataset[..], &record.site[..])].powf(-0.25);
    let mean: f32 = records.iter().map(weight).sum::<f32>() / records.len() as f32;
    for example in examples {
        let factor = weight(&records[example.record]) / mean;
        example.labels.iter_mut().for_each(|label| label.weight *= factor);
    }
}

fn train(
    records: &[Record],
    examples: &[Example],
    cleaner: &Cleaner,
    arguments: &Arguments,
    ablation: Ablation,
    half: Option<u64>,
) -> Vec<f32> {
    let mut chosen = Vec::new();
    for example in examples {
        let record = &records[example.record];
        if Some(corpus::half(record)) == half {
            continue;
        }
        let times = if matches!(&record.dataset[..], "aeb" | "seeds") { 3 } else { 1 };
        (0..times).for_each(|_| chosen.push(example));
    }
    let mut fit = fit::Fit::new(cleaner, ablation, arguments.seed);
    fit.run(&chosen, arguments.epochs, |epoch, loss, _| eprintln!("half {half:?} epoch {epoch}: loss {loss:.4}"));
    fit.mean
}

/// How many of the worst documents are shown.
const WORST: usize = 20;

/// Prints every block of the worst documents: what it should be, its logit and its weight, marked where the two differ.
fn worst(records: &[Record], examples: &[Example], dataset: &str, decide: impl Fn(&Example) -> Vec<f32>) {
    let mut all = Vec::new();
    for example in examples.iter().filter(|example| example.variant == "bs4") {
        let record = &records[example.record];
        if record.dataset != dataset && record.lang != dataset {
            continue;
        }
        let logits = decide(example);
        let lines: Vec<&str> =
            (0..logits.len()).filter(|block| logits[*block] >= 0.0).map(|block| example.page.text(block)).collect();
        let mut score = Score::default();
        score.add(record, &lines.join("\n"));
        all.push((score.values(), example, logits));
    }
    all.sort_by(|one, other| one.0[2].total_cmp(&other.0[2]));
    for (score, example, logits) in all.iter().take(WORST) {
        println!("== {} {:.3} {:.3} {:.3}", records[example.record].id, score[0], score[1], score[2]);
        for (block, logit) in logits.iter().enumerate() {
            let label = example.labels[block];
            let text: String = example.page.text(block).chars().take(90).collect();
            println!(
                "{} {:.2} {:>5.2} {:>6.3} {text}",
                if (*logit >= 0.0) != (label.content > 0.5) && label.weight > 0.0 { "!!" } else { "  " },
                label.content,
                logit,
                label.weight
            );
        }
    }
}

/// Scores of a decision by data set and variant.
fn report(records: &[Record], examples: &[Example], name: &str, decide: impl Fn(&Example) -> Vec<f32>) {
    let mut scores: BTreeMap<(String, String, String), Score> = BTreeMap::new();
    for example in examples {
        let record = &records[example.record];
        let logits = decide(example);
        let mut text = String::new();
        let threshold = example.page.threshold(&logits);
        for (block, _) in logits.iter().enumerate().filter(|(_, logit)| **logit >= threshold) {
            text.push_str(example.page.text(block));
            text.push('\n');
        }
        for lang in ["all", &record.lang] {
            let key = (record.dataset.clone(), example.variant.clone(), lang.to_owned());
            scores.entry(key).or_default().add(record, &text);
        }
    }
    for ((dataset, variant, lang), score) in &scores {
        let [precision, recall, f1] = score.values();
        if dataset == "daniel" || lang == "all" {
            println!("{name} {dataset:<12} {variant:<11} {lang:<4} {precision:.4} {recall:.4} {f1:.4}");
        }
    }
}
