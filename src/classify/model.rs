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

/// Numbers of a [`ROW`] but the last: whole registers of any width.
const WIDE: usize = ROW - 1;

/// What an answer adds, or all of them together, in parts of [`FINE`].
#[derive(Clone, Copy)]
struct Input {
    /// To the gates of both chains and to the hidden numbers.
    wide: [i16; WIDE],
    /// To the result.
    direct: i16,
}

/// The trained numbers.
pub(crate) struct Model {
    /// By answer, less what the question's usual answer adds.
    rows: Vec<Input>,
    /// From the state to the gates, by chain.
    recurrent: [Matrix<STATE, GATES>; 2],
    /// From the state to the hidden numbers, by chain.
    hidden: [Matrix<STATE, HIDDEN>; 2],
    /// What every block starts with, the usual answers included.
    bias: Input,
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

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(TRAINED));

impl Input {
    fn new(row: &[f32; ROW]) -> Self {
        let fine = row.map(|weight| (weight * FINE).round() as i16);
        Self { wide: std::array::from_fn(|lane| fine[lane]), direct: fine[WIDE] }
    }

    #[inline(always)]
    fn add(&mut self, other: &Self) {
        self.wide.iter_mut().zip(&other.wide).for_each(|(sum, weight)| *sum = sum.saturating_add(*weight));
        self.direct = self.direct.saturating_add(other.direct);
    }

    /// What goes to the gates of chain `side`.
    #[inline(always)]
    fn gates(&self, side: usize) -> [f32; GATES] {
        std::array::from_fn(|lane| f32::from(self.wide[side * GATES + lane]) * (1.0 / FINE))
    }

    /// What goes to the hidden numbers.
    #[inline(always)]
    fn hidden(&self) -> [f32; HIDDEN] {
        std::array::from_fn(|lane| f32::from(self.wide[2 * GATES + lane]) * (1.0 / FINE))
    }
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
    /// Reads a table as [`TRAINED`] is one; what lacks at its end is zero.
    pub(crate) fn read(table: &[u8]) -> Self {
        let mut numbers = table.chunks_exact(2).map(|pair| f32::from(i16::from_le_bytes([pair[0], pair[1]])) / UNIT);
        let mut next = || numbers.next().unwrap_or(0.0);
        let mut rows: Matrix<ANSWERS, ROW> = matrix(&mut next);
        let (recurrent, hidden) = ([matrix(&mut next), matrix(&mut next)], [matrix(&mut next), matrix(&mut next)]);
        let mut bias = std::array::from_fn(|_| next());
        let output = std::array::from_fn(|_| next());
        let tendencies = Box::new(std::array::from_fn(|_| next()));
        let usual: Bins = std::array::from_fn(|_| (next() * UNIT) as u8);
        take_out(&usual, &mut rows, &mut bias);
        let rows = rows.iter().map(Input::new).collect();
        Self { rows, recurrent, hidden, bias: Input::new(&bias), output, tendencies, usual }
    }

    pub(super) fn get() -> &'static Self {
        &MODEL
    }

    /// For every block how much speaks for content (above zero) or against it, in
    /// the logarithm of the odds.
    pub(super) fn logits(&self, bins: &[Bins]) -> Vec<f32> {
        let inputs: Vec<Input> = bins.iter().map(|bins| self.input(bins)).collect();
        let mut hidden: Vec<[f32; HIDDEN]> = inputs.iter().map(Input::hidden).collect();
        self.chain::<0>(inputs.iter().zip(&mut hidden));
        self.chain::<1>(inputs.iter().zip(&mut hidden).rev());
        inputs.iter().zip(&hidden).map(|(input, hidden)| self.result(input, hidden)).collect()
    }

    /// The questions to which a block has another answer than most, with that answer's
    /// place among all answers.
    #[inline(always)]
    fn unusual<'b>(&'b self, bins: &'b Bins) -> impl Iterator<Item = usize> + 'b {
        differing(bins, &self.usual).map(|question| FIRST_ANSWERS[question] + usize::from(bins[question]))
    }

    /// What a block's answers add up to.
    #[inline(always)]
    fn input(&self, bins: &Bins) -> Input {
        let mut input = self.bias;
        self.unusual(bins).for_each(|answer| input.add(&self.rows[answer]));
        input
    }

    /// Runs a chain over the blocks; adds its states to their hidden numbers.
    fn chain<'b, const SIDE: usize>(&self, blocks: impl Iterator<Item = (&'b Input, &'b mut [f32; HIDDEN])>) {
        let mut state = [0.0; STATE];
        for (input, hidden) in blocks {
            let gates = product(&state, &self.recurrent[SIDE]);
            let input = input.gates(SIDE);
            let update: [f32; STATE] = std::array::from_fn(|lane| gate(input[lane] + gates[lane]));
            let reset: [f32; STATE] = std::array::from_fn(|lane| gate(input[STATE + lane] + gates[STATE + lane]));
            state = std::array::from_fn(|lane| {
                let candidate = squash(input[2 * STATE + lane] + reset[lane] * gates[2 * STATE + lane]);
                state[lane] + update[lane] * (candidate - state[lane])
            });
            let sums = product(&state, &self.hidden[SIDE]);
            hidden.iter_mut().zip(&sums).for_each(|(hidden, sum)| *hidden += sum);
        }
    }

    /// The answers that say most for content, or most against it. What most blocks would
    /// answer tells a reader little.
    pub(super) fn strongest(&self, bins: &Bins, content: bool) -> Strongest {
        let mut strongest = [(0.0f32, u16::MAX); Strongest::COUNT];
        for answer in self.unusual(bins) {
            let weight = if content { self.tendencies[answer] } else { -self.tendencies[answer] };
            if weight > strongest[Strongest::COUNT - 1].0 {
                let place = strongest.iter().take_while(|(stronger, _)| *stronger >= weight).count();
                strongest[place..].rotate_right(1);
                strongest[place] = (weight, answer as u16);
            }
        }
        Strongest(strongest.map(|(_, answer)| answer))
    }

    fn result(&self, input: &Input, hidden: &[f32; HIDDEN]) -> f32 {
        let sum = hidden.iter().zip(&self.output).fold(0.0, |sum, (hidden, weight)| sum + hidden.max(0.0) * weight);
        sum + f32::from(input.direct) / FINE
    }
}

/// Where two arrays of bytes differ, eight bytes at a time.
#[inline(always)]
fn differing<'b>(one: &'b Bins, other: &'b Bins) -> impl Iterator<Item = usize> + 'b {
    const EIGHT: usize = size_of::<u64>();
    const { assert!(size_of::<Bins>().is_multiple_of(EIGHT)) };
    let word = |bytes: &[u8]| bytes.try_into().map_or(0, u64::from_le_bytes);
    one.chunks_exact(EIGHT).zip(other.chunks_exact(EIGHT)).enumerate().flat_map(move |(chunk, (one, other))| {
        let mut left = word(one) ^ word(other);
        std::iter::from_fn(move || {
            let at = (left != 0).then(|| left.trailing_zeros() as usize / 8)?;
            left &= !(0xFF << (8 * at));
            Some(chunk * EIGHT + at)
        })
    })
}

/// `vector * matrix`.
#[inline(always)]
fn product<const N: usize, const M: usize>(vector: &[f32; N], matrix: &[[f32; M]; N]) -> [f32; M] {
    let mut out = [0.0; M];
    for (value, row) in vector.iter().zip(matrix) {
        out.iter_mut().zip(row).for_each(|(out, weight)| *out += value * weight);
    }
    out
}
