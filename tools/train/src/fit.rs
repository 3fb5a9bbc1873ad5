//! Training: gradient descent with moments (Adam, Kingma and Ba 2014).

use chysto::Cleaner;

use crate::ablation::Ablation;
use crate::chance::Chance;
use crate::examples::{Example, Lesson};
use crate::labels::Label;
use chysto::training::{ROW, STATE};

use crate::network::{Layout, Pass};

/// Pages a step looks at.
const BATCH: usize = 8;
const RATE: f32 = 4e-3;
const DECAY: [f32; 2] = [0.9, 0.995];
/// How much weights shrink with each step, in parts of the rate.
const SHRINK: f32 = 0.02;
/// The longest step of a batch.
const LONGEST: f32 = 5.0;
/// How much of the mean stays with each step.
const MEAN: f32 = 0.998;
/// The share of states that is left out in training.
const DROPPED: f32 = 0.15;
/// The share of questions that a page is not asked in training.
const UNASKED: f32 = 0.1;

pub struct Fit<'e> {
    weights: Vec<f32>,
    /// The weights' mean over the last steps, which generalises better.
    pub mean: Vec<f32>,
    layout: Layout,
    moments: [Vec<f32>; 2],
    steps: i32,
    chance: Chance,
    cleaner: &'e Cleaner,
    ablation: Ablation,
}

impl<'e> Fit<'e> {
    pub fn new(cleaner: &'e Cleaner, ablation: Ablation, seed: u64) -> Self {
        let layout = Layout::new();
        let mut chance = Chance::new(seed);
        let mut weights = vec![0.0; layout.total];
        let scale = |index: usize| if index < layout.recurrent[0] { 0.1 } else { 0.4 };
        weights.iter_mut().enumerate().for_each(|(index, weight)| *weight = (chance.share() - 0.5) * scale(index));
        weights[layout.bias..layout.bias + ROW].fill(0.0);
        let moments = [vec![0.0; layout.total], vec![0.0; layout.total]];
        Self { mean: weights.clone(), weights, layout, moments, steps: 0, chance, cleaner, ablation }
    }

    /// Goes over all examples of `epochs`; calls `after` behind each epoch.
    pub fn run(&mut self, examples: &[&Example], epochs: usize, mut after: impl FnMut(usize, f32, &[f32])) {
        let per_epoch = examples.len() / BATCH;
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut pass = Pass::default();
        let mut gradient = vec![0.0; self.layout.total];
        for epoch in 0..epochs {
            self.chance.shuffle(&mut order);
            let mut loss = 0.0;
            for (batch, members) in order.chunks_exact(BATCH).enumerate() {
                gradient.fill(0.0);
                for member in members {
                    let other = examples[self.chance.below(examples.len())];
                    let lesson = examples[*member].lesson(self.cleaner, &mut self.chance, other);
                    loss += self.learn(&lesson, &mut pass, &mut gradient);
                }
                let progress = (epoch * per_epoch + batch) as f32 / (epochs * per_epoch) as f32;
                self.step(&mut gradient, progress);
            }
            after(epoch, loss / examples.len() as f32, &self.mean);
        }
    }

    fn learn(&mut self, lesson: &Lesson, pass: &mut Pass, gradient: &mut [f32]) -> f32 {
        for state in &mut pass.keep {
            for keep in state {
                *keep =
                    if self.chance.share() < DROPPED || self.ablation.no_chains { 0.0 } else { 1.0 / (1.0 - DROPPED) };
            }
        }
        let unasked: u64 = (0..64).map(|question| u64::from(self.chance.share() < UNASKED) << question).sum();
        pass.unasked = unasked | self.ablation.unasked;
        pass.forward(&self.weights, &self.layout, &lesson.bins);
        let mut loss = 0.0;
        let slopes: Vec<f32> = pass
            .logits
            .iter()
            .zip(&lesson.labels)
            .map(|(logit, label)| {
                let (value, slope) = cross_entropy(*logit, label);
                loss += value;
                slope
            })
            .collect();
        pass.backward(&self.weights, &self.layout, &slopes, gradient);
        loss
    }

    fn step(&mut self, gradient: &mut [f32], progress: f32) {
        self.steps += 1;
        let norm = gradient.iter().map(|slope| slope * slope).sum::<f32>().sqrt();
        let scale = (LONGEST / norm).min(1.0);
        let warm = (self.steps as f32 / 100.0).min(1.0);
        let rate = RATE * warm * 0.5 * (1.0 + (std::f32::consts::PI * progress).cos());
        let corrections = DECAY.map(|decay| 1.0 - decay.powi(self.steps));
        let share = MEAN.min(self.steps as f32 / (self.steps as f32 + 10.0));
        for (index, slope) in gradient.iter().enumerate() {
            let slope = slope * scale;
            let [first, second] = &mut self.moments;
            first[index] += (1.0 - DECAY[0]) * (slope - first[index]);
            second[index] += (1.0 - DECAY[1]) * (slope * slope - second[index]);
            let direction = (first[index] / corrections[0]) / ((second[index] / corrections[1]).sqrt() + 1e-8);
            self.weights[index] -= rate * (direction + SHRINK * self.weights[index]);
            self.mean[index] += (1.0 - share) * (self.weights[index] - self.mean[index]);
        }
    }
}

/// The loss of a logit, and its slope.
fn cross_entropy(logit: f32, label: &Label) -> (f32, f32) {
    if label.weight == 0.0 {
        return (0.0, 0.0);
    }
    let probability = 1.0 / (1.0 + (-logit).exp());
    let loss = logit.max(0.0) - logit * label.content + (1.0 + (-logit.abs()).exp()).ln();
    (label.weight * loss, label.weight * (probability - label.content))
}

/// The logits of a page.
pub fn logits(weights: &[f32], example: &Example, ablation: Ablation, pass: &mut Pass) -> Vec<f32> {
    pass.keep = [[if ablation.no_chains { 0.0 } else { 1.0 }; STATE]; 2];
    pass.unasked = ablation.unasked;
    pass.forward(weights, &Layout::new(), &example.bins);
    pass.logits.clone()
}
