//! The table that the library reads: all numbers as 16-bit integers.

use std::path::Path;

use chysto::training::{ANSWERS, Bins, COUNT, FIRST_ANSWERS, UNIT};

use crate::network::answer_rows;

/// Steps of the fit of single answers, each over all pages.
const ROUNDS: usize = 8;

/// What single answers say, as far as their sum can tell the logits (stochastic
/// gradient descent on the squared error).
pub fn tendencies(pages: &[(&[Bins], Vec<f32>)]) -> Vec<f32> {
    let mut weights = vec![0.0f32; ANSWERS];
    for round in 0..ROUNDS {
        let rate = 0.004 / (1.0 + round as f32);
        for (bins, logits) in pages {
            for (bins, logit) in bins.iter().zip(logits) {
                let rows = answer_rows(bins);
                let error = logit.clamp(-6.0, 6.0) - rows.iter().map(|row| weights[*row]).sum::<f32>();
                rows.iter().for_each(|row| weights[*row] += rate * error);
            }
        }
    }
    weights
}

/// The most frequent answer to each question.
pub fn usual<'b>(pages: impl Iterator<Item = &'b [Bins]>) -> Vec<i16> {
    let mut counts = vec![0u32; ANSWERS];
    pages.flatten().for_each(|bins| answer_rows(bins).into_iter().for_each(|row| counts[row] += 1));
    let of = |question: usize| {
        let end = FIRST_ANSWERS.get(question + 1).copied().unwrap_or(ANSWERS);
        let answers = FIRST_ANSWERS[question]..end;
        answers.max_by_key(|answer| counts[*answer]).map_or(0, |answer| (answer - FIRST_ANSWERS[question]) as i16)
    };
    (0..COUNT).map(of).collect()
}

/// Writes the table.
pub fn write(path: &Path, weights: &[f32], tendencies: &[f32], usual: &[i16]) -> std::io::Result<()> {
    let number = |weight: &f32| (weight * UNIT).round().clamp(f32::from(i16::MIN), f32::from(i16::MAX)) as i16;
    let bytes: Vec<u8> = {
        let numbers = weights.iter().chain(tendencies).map(number).chain(usual.iter().copied());
        numbers.flat_map(i16::to_le_bytes).collect()
    };
    std::fs::write(path, bytes).map_err(|error| std::io::Error::other(format!("{}: {error}", path.display())))
}
