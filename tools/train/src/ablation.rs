//! What of the model is left out, to see what it is good for.

use chysto::training::{Bins, QUESTIONS};

/// What is left out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ablation {
    /// Questions that are not asked, as bits.
    pub unasked: u64,
    /// Whether blocks know nothing of each other but what the answers tell.
    pub no_chains: bool,
}

impl Ablation {
    /// Reads the names of questions, or `chains`.
    pub fn read(names: &[String]) -> std::io::Result<Self> {
        let mut ablation = Self::default();
        for name in names {
            match QUESTIONS.iter().position(|question| question.name == name) {
                Some(question) => ablation.unasked |= 1 << question,
                None if name == "chains" => ablation.no_chains = true,
                None => return Err(std::io::Error::other(unknown(name))),
            }
        }
        Ok(ablation)
    }
}

fn unknown(name: &str) -> String {
    let known: Vec<&str> = QUESTIONS.iter().map(|question| question.name).collect();
    format!("nothing is called `{name}`; there are `chains` and the questions {}", known.join(", "))
}

/// What the rules alone decide: above zero what is no artifact and no metadata to any of them.
pub fn by_rules(bins: &Bins) -> f32 {
    let rule = QUESTIONS.iter().position(|question| question.name == "rule");
    let answer = rule.map_or("none".to_owned(), |question| chysto::training::answer(question, bins[question]));
    if answer.contains("artifact/") || answer.contains("metadata/") { -1.0 } else { 1.0 }
}
