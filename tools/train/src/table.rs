//! The table that the library reads: all numbers as 16-bit integers.

use std::path::Path;

use chysto::training::{ANSWERS, Bins, UNIT};

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

/// Writes the table.
pub fn write(path: &Path, weights: &[f32], tendencies: &[f32]) -> std::io::Result<()> {
    let number = |weight: &f32| (weight * UNIT).round().clamp(f32::from(i16::MIN), f32::from(i16::MAX)) as i16;
    let bytes: Vec<u8> = weights.iter().chain(tendencies).flat_map(|weight| number(weight).to_le_bytes()).collect();
    std::fs::write(path, bytes).map_err(|error| std::io::Error::other(format!("{}: {error}", path.display())))
}
