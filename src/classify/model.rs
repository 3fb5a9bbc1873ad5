//! The model: two chains of gated recurrent units over a page's blocks, one from
//! the top and one from the end (Cho et al. 2014), and what they say together.
//!
//! Its numbers are trained (`tools/train`). All arithmetic is additions,
//! multiplications and divisions of 32-bit floats in a fixed order, which every
//! machine rounds alike (IEEE 754), so that all machines decide alike.

// The tool that trains the model sees these.
#![cfg_attr(not(feature = "training"), allow(unreachable_pub))]

use std::sync::LazyLock;

use super::features::Bins;
use super::questions::{self, ANSWERS, FIRST_ANSWERS};

/// Numbers that a chain carries from block to block.
pub const STATE: usize = 8;

/// Numbers between the chains and the result.
pub const HIDDEN: usize = 16;

/// Inputs of a chain's gates: update, reset, candidate.
pub const GATES: usize = 3 * STATE;

/// What one answer adds: to the gates of both chains, to the hidden numbers, to the result.
pub const ROW: usize = 2 * GATES + HIDDEN + 1;

/// Trained numbers are stored as whole ones, in parts of this.
pub const UNIT: f32 = 4096.0;

/// The numbers, in the order of [`Model`]'s fields, of 16 bits each, low byte first.
static TRAINED: &[u8] = include_bytes!("model/weights.bin");

type Matrix<const ROWS: usize, const COLUMNS: usize> = Box<[[f32; COLUMNS]; ROWS]>;

/// What answers add, as whole numbers in parts of this: sums of some forty stay far from
/// the ends of 16 bits, and a register holds twice as many.
const FINE: f32 = 1024.0;

/// The trained numbers.
pub(super) struct Model {
    /// By answer, less what the question's usual answer adds, in parts of [`FINE`].
    rows: Vec<[i16; ROW]>,
    /// From the state to the gates, by chain.
    recurrent: [Matrix<STATE, GATES>; 2],
    /// From the state to the hidden numbers, by chain.
    hidden: [Matrix<STATE, HIDDEN>; 2],
    /// What every block starts with, the usual answers included, in parts of [`FINE`].
    bias: [i16; ROW],
    /// From the hidden numbers to the result.
    output: [f32; HIDDEN],
    /// How much each answer alone says for content, as far as single answers can tell.
    pub(super) tendencies: Box<[f32; ANSWERS]>,
    /// The most frequent answer to each question, which costs nothing to add.
    usual: Bins,
}

/// The answers that say most for a decision, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Strongest([u16; Self::COUNT]);

impl Strongest {
    const COUNT: usize = 3;

    /// Where the model was not asked.
    pub(crate) const NONE: Self = Self([u16::MAX; Self::COUNT]);

    /// Each question with its answer.
    pub(crate) fn words(self) -> impl Iterator<Item = (&'static str, String)> {
        self.0.into_iter().map(usize::from).filter(|answer| *answer < ANSWERS).map(questions::words)
    }
}

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let mut numbers = TRAINED.chunks_exact(2).map(|pair| f32::from(i16::from_le_bytes([pair[0], pair[1]])) / UNIT);
    let mut next = || numbers.next().unwrap_or(0.0);
    let mut rows: Matrix<ANSWERS, ROW> = matrix(&mut next);
    let (recurrent, hidden) = ([matrix(&mut next), matrix(&mut next)], [matrix(&mut next), matrix(&mut next)]);
    let mut bias = std::array::from_fn(|_| next());
    let output = std::array::from_fn(|_| next());
    let tendencies = Box::new(std::array::from_fn(|_| next()));
    let usual: Bins = std::array::from_fn(|_| (next() * UNIT) as u8);
    take_out(&usual, &mut rows, &mut bias);
    let rows = rows.iter().map(fine).collect();
    Model { rows, recurrent, hidden, bias: fine(&bias), output, tendencies, usual }
});

fn fine(row: &[f32; ROW]) -> [i16; ROW] {
    row.map(|weight| (weight * FINE).round() as i16)
}

/// Moves what the usual answers add from their questions' rows to the bias.
fn take_out(usual: &Bins, rows: &mut [[f32; ROW]; ANSWERS], bias: &mut [f32; ROW]) {
    let ends = FIRST_ANSWERS[1..].iter().chain([&ANSWERS]);
    for ((first, end), usual) in FIRST_ANSWERS.iter().zip(ends).zip(usual) {
        let usual = rows[first + usize::from(*usual)];
        bias.iter_mut().zip(&usual).for_each(|(bias, weight)| *bias += weight);
        for row in &mut rows[*first..*end] {
            row.iter_mut().zip(&usual).for_each(|(weight, usual)| *weight -= usual);
        }
    }
}

fn matrix<const ROWS: usize, const COLUMNS: usize>(next: &mut impl FnMut() -> f32) -> Matrix<ROWS, COLUMNS> {
    let mut matrix = vec![[0.0; COLUMNS]; ROWS];
    matrix.iter_mut().flatten().for_each(|number| *number = next());
    matrix.try_into().expect("as many rows as were made")
}

/// Rises from -1 to 1.
#[inline(always)]
fn squash(x: f32) -> f32 {
    x / (1.0 + x.abs())
}

/// Rises from 0 to 1.
#[inline(always)]
fn gate(x: f32) -> f32 {
    0.5 + 0.5 * squash(x)
}

impl Model {
    pub(super) fn get() -> &'static Self {
        &MODEL
    }

    /// For every block how much speaks for content (above zero) or against it, in
    /// the logarithm of the odds.
    pub(super) fn logits(&self, bins: &[Bins]) -> Vec<f32> {
        let inputs: Vec<[f32; ROW]> = bins.iter().map(|bins| self.input(bins)).collect();
        let mut hidden: Vec<[f32; HIDDEN]> = inputs.iter().map(hidden_input).collect();
        self.chain::<0>(inputs.iter().zip(&mut hidden));
        self.chain::<1>(inputs.iter().zip(&mut hidden).rev());
        inputs.iter().zip(&hidden).map(|(input, hidden)| self.result(input, hidden)).collect()
    }

    /// The questions to which a block has another answer than most, with that answer.
    #[inline(always)]
    fn unusual<'b>(&'b self, bins: &'b Bins) -> impl Iterator<Item = (usize, u8)> + 'b {
        let pairs = bins.iter().zip(&self.usual).enumerate();
        pairs.filter(|(_, (bin, usual))| bin != usual).map(|(question, (bin, _))| (question, *bin))
    }

    /// What a block's answers add up to.
    #[inline(always)]
    fn input(&self, bins: &Bins) -> [f32; ROW] {
        let mut input = self.bias;
        for (question, bin) in self.unusual(bins) {
            let row = &self.rows[FIRST_ANSWERS[question] + usize::from(bin)];
            input.iter_mut().zip(row).for_each(|(input, weight)| *input = input.saturating_add(*weight));
        }
        input.map(|sum| f32::from(sum) / FINE)
    }

    /// Runs a chain over the blocks; adds its states to their hidden numbers.
    fn chain<'b, const SIDE: usize>(&self, blocks: impl Iterator<Item = (&'b [f32; ROW], &'b mut [f32; HIDDEN])>) {
        let mut state = [0.0; STATE];
        for (input, hidden) in blocks {
            let mut gates = [0.0; GATES];
            add_product(&mut gates, &state, &self.recurrent[SIDE]);
            let input = &input[SIDE * GATES..(SIDE + 1) * GATES];
            let sum = |lane: usize| input[lane] + gates[lane];
            let update: [f32; STATE] = std::array::from_fn(|lane| gate(sum(lane)));
            let reset: [f32; STATE] = std::array::from_fn(|lane| gate(sum(STATE + lane)));
            state = std::array::from_fn(|lane| {
                let candidate = squash(input[2 * STATE + lane] + reset[lane] * gates[2 * STATE + lane]);
                state[lane] + update[lane] * (candidate - state[lane])
            });
            add_product(hidden, &state, &self.hidden[SIDE]);
        }
    }

    /// The answers that say most for content, or most against it. What most blocks would
    /// answer tells a reader little.
    pub(super) fn strongest(&self, bins: &Bins, content: bool) -> Strongest {
        let mut strongest = [(0.0f32, u16::MAX); Strongest::COUNT];
        for (question, bin) in self.unusual(bins) {
            let answer = FIRST_ANSWERS[question] + usize::from(bin);
            let weight = if content { self.tendencies[answer] } else { -self.tendencies[answer] };
            if weight > strongest[Strongest::COUNT - 1].0 {
                strongest[Strongest::COUNT - 1] = (weight, answer as u16);
                strongest.sort_by(|one, other| other.0.total_cmp(&one.0));
            }
        }
        Strongest(strongest.map(|(_, answer)| answer))
    }

    fn result(&self, input: &[f32; ROW], hidden: &[f32; HIDDEN]) -> f32 {
        let sum = hidden.iter().zip(&self.output).fold(0.0, |sum, (hidden, weight)| sum + hidden.max(0.0) * weight);
        sum + input[ROW - 1]
    }
}

fn hidden_input(input: &[f32; ROW]) -> [f32; HIDDEN] {
    std::array::from_fn(|lane| input[2 * GATES + lane])
}

/// `out += vector * matrix`.
#[inline(always)]
fn add_product<const N: usize, const M: usize>(out: &mut [f32; M], vector: &[f32; N], matrix: &[[f32; M]; N]) {
    for (value, row) in vector.iter().zip(matrix) {
        out.iter_mut().zip(row).for_each(|(out, weight)| *out += value * weight);
    }
}
