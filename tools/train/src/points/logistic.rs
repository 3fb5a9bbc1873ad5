//! Logistic models over answers: one number for each, added up.

/// What is looked for among a page's lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Search {
    /// One of them: a conditional logit model (McFadden 1974).
    One,
    /// Any of them: each line by itself.
    Any,
}

/// The lines of a page, as the fit sees them.
pub struct Page {
    pub weight: f64,
    /// For every line the numbers of its answers among all.
    pub lines: Vec<Vec<usize>>,
    /// How right each line is.
    pub targets: Vec<f64>,
    /// How much each line counts.
    pub counts: Vec<f64>,
}

/// The sums of numbers are a page's scores.
pub fn scores(weights: &[f64], lines: &[Vec<usize>]) -> Vec<f64> {
    lines.iter().map(|answers| answers.iter().map(|answer| weights[*answer]).sum()).collect()
}

/// Steps of the fit; more change no point.
const STEPS: usize = 400;

/// The first steps' length; later ones are shorter.
const STEP: f64 = 0.15;

/// What differences between neighbouring answers cost, in pages: few pages answer some of them.
const ROUGHNESS: f64 = 1.0;

/// What numbers cost by themselves, so that those that no page needs are zero.
const SIZE: f64 = 0.05;

/// Fits the numbers by gradient descent with momentum and steps by each number's own gradients (Kingma and Ba 2015).
/// `neighbours` are the pairs of answers that should differ little.
pub fn fit(pages: &[&Page], answers: usize, neighbours: &[(usize, usize)], search: Search) -> Vec<f64> {
    let mut weights = vec![0.0; answers];
    let (mut mean, mut square) = (vec![0.0; answers], vec![0.0; answers]);
    for step in 1..=STEPS {
        let gradient = gradient(pages, &weights, neighbours, search);
        let length = STEP * (1.0 - step as f64 / (STEPS + 1) as f64);
        for answer in 0..answers {
            mean[answer] = 0.9 * mean[answer] + 0.1 * gradient[answer];
            square[answer] = 0.99 * square[answer] + 0.01 * gradient[answer] * gradient[answer];
            let (mean, square) =
                (mean[answer] / (1.0 - 0.9f64.powi(step as i32)), square[answer] / (1.0 - 0.99f64.powi(step as i32)));
            weights[answer] += length * mean / (square.sqrt() + 1e-8);
        }
    }
    weights
}

fn gradient(pages: &[&Page], weights: &[f64], neighbours: &[(usize, usize)], search: Search) -> Vec<f64> {
    let mut gradient: Vec<f64> = weights.iter().map(|weight| -SIZE * weight).collect();
    for (one, other) in neighbours {
        let pull = ROUGHNESS * (weights[*other] - weights[*one]);
        gradient[*one] += pull;
        gradient[*other] -= pull;
    }
    for page in pages {
        let errors = errors(page, &scores(weights, &page.lines), search);
        for (answers, error) in page.lines.iter().zip(errors) {
            answers.iter().for_each(|answer| gradient[*answer] += page.weight * error);
        }
    }
    gradient
}

/// How much more of each line there should be.
fn errors(page: &Page, scores: &[f64], search: Search) -> Vec<f64> {
    let lines = 0..scores.len();
    match search {
        Search::Any => {
            lines.map(|line| page.counts[line] * (page.targets[line] - 1.0 / (1.0 + (-scores[line]).exp()))).collect()
        }
        Search::One => {
            let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let shares: Vec<f64> = scores.iter().map(|score| (score - best).exp()).collect();
            let (all, right) = lines
                .clone()
                .fold((0.0, 0.0), |(all, right), line| (all + shares[line], right + shares[line] * page.targets[line]));
            lines.map(|line| shares[line] * (page.targets[line] / right.max(1e-9) - 1.0 / all)).collect()
        }
    }
}
