//! The network: two gated recurrent chains over a page's blocks, one from each
//! end, and what they say together. Forward, and backward for its training
//! (Cho et al. 2014; back-propagation through time, Werbos 1990).

use chysto::training::{ANSWERS, Bins, COUNT, FIRST_ANSWERS, GATES, HIDDEN, ROW, STATE};

/// Where the parts of the weights start.
#[derive(Clone, Copy)]
pub struct Layout {
    pub recurrent: [usize; 2],
    pub hidden: [usize; 2],
    pub bias: usize,
    pub output: usize,
    pub total: usize,
}

impl Layout {
    pub fn new() -> Self {
        let rows = ANSWERS * ROW;
        let recurrent = [rows, rows + STATE * GATES];
        let hidden = [recurrent[1] + STATE * GATES, recurrent[1] + STATE * GATES + STATE * HIDDEN];
        let bias = hidden[1] + STATE * HIDDEN;
        let output = bias + ROW;
        Self { recurrent, hidden, bias, output, total: output + HIDDEN }
    }
}

/// The numbers of a block's answers among all.
pub fn answer_rows(bins: &Bins) -> [usize; COUNT] {
    std::array::from_fn(|question| FIRST_ANSWERS[question] + usize::from(bins[question]))
}

/// Rises from -1 to 1; made of operations that every machine rounds alike.
fn squash(x: f32) -> f32 {
    x / (1.0 + x.abs())
}

fn slope_of_squash(y: f32) -> f32 {
    let rest = 1.0 - y.abs();
    rest * rest
}

fn gate(x: f32) -> f32 {
    0.5 + 0.5 * squash(x)
}

fn slope_of_gate(y: f32) -> f32 {
    0.5 * slope_of_squash(2.0 * y - 1.0)
}

/// All that a forward pass leaves for the way back.
#[derive(Default)]
pub struct Pass {
    rows: Vec<[usize; COUNT]>,
    /// What each block's answers add up to.
    inputs: Vec<[f32; ROW]>,
    /// States, gates and candidates of both chains, by block.
    chains: [Vec<Step>; 2],
    hidden: Vec<[f32; HIDDEN]>,
    pub logits: Vec<f32>,
    /// What stayed of every state, for training with noise.
    pub keep: [[f32; STATE]; 2],
    /// Questions that are left out, as bits.
    pub unasked: u64,
}

#[derive(Clone, Copy)]
struct Step {
    update: [f32; STATE],
    reset: [f32; STATE],
    /// What the state adds to the candidate, before the reset.
    recall: [f32; STATE],
    candidate: [f32; STATE],
    state: [f32; STATE],
}

const NO_STEP: Step = Step {
    update: [0.0; STATE],
    reset: [0.0; STATE],
    recall: [0.0; STATE],
    candidate: [0.0; STATE],
    state: [0.0; STATE],
};

/// `out += vector * matrix`, the matrix by rows.
fn add_product<const N: usize, const M: usize>(out: &mut [f32; M], vector: &[f32; N], matrix: &[f32]) {
    for (value, row) in vector.iter().zip(matrix.chunks_exact(M)) {
        for (out, weight) in out.iter_mut().zip(row) {
            *out += value * weight;
        }
    }
}

/// `out += matrix * vector`, and the matrix' own gradient.
fn back_product<const N: usize, const M: usize>(
    out: &mut [f32; N],
    gradient: &[f32; M],
    vector: &[f32; N],
    matrix: &[f32],
    matrix_gradient: &mut [f32],
) {
    for index in 0..N {
        let row = &matrix[index * M..(index + 1) * M];
        let row_gradient = &mut matrix_gradient[index * M..(index + 1) * M];
        let mut sum = 0.0;
        for lane in 0..M {
            sum += gradient[lane] * row[lane];
            row_gradient[lane] += gradient[lane] * vector[index];
        }
        out[index] += sum;
    }
}

impl Pass {
    /// Runs the network over a page.
    pub fn forward(&mut self, weights: &[f32], layout: &Layout, bins: &[Bins]) {
        self.rows.clear();
        self.rows.extend(bins.iter().map(answer_rows));
        self.inputs.clear();
        for rows in &self.rows {
            let mut input: [f32; ROW] = weights[layout.bias..layout.bias + ROW].try_into().expect("a row");
            for (_, row) in rows.iter().enumerate().filter(|(question, _)| self.unasked >> question & 1 == 0) {
                let row = &weights[row * ROW..(row + 1) * ROW];
                input.iter_mut().zip(row).for_each(|(input, weight)| *input += weight);
            }
            self.inputs.push(input);
        }
        self.chain(0, weights, layout);
        self.chain(1, weights, layout);
        self.answer(weights, layout);
    }

    fn order(length: usize, direction: usize) -> Box<dyn Iterator<Item = usize>> {
        if direction == 0 { Box::new(0..length) } else { Box::new((0..length).rev()) }
    }

    fn chain(&mut self, direction: usize, weights: &[f32], layout: &Layout) {
        let matrix = &weights[layout.recurrent[direction]..layout.recurrent[direction] + STATE * GATES];
        self.chains[direction].clear();
        self.chains[direction].resize(self.inputs.len(), NO_STEP);
        let mut state = [0.0; STATE];
        for block in Self::order(self.inputs.len(), direction) {
            let input = &self.inputs[block][direction * GATES..(direction + 1) * GATES];
            let mut product = [0.0; GATES];
            add_product(&mut product, &state, matrix);
            let mut step = NO_STEP;
            for lane in 0..STATE {
                step.update[lane] = gate(input[lane] + product[lane]);
                step.reset[lane] = gate(input[STATE + lane] + product[STATE + lane]);
                step.recall[lane] = product[2 * STATE + lane];
                step.candidate[lane] = squash(input[2 * STATE + lane] + step.reset[lane] * step.recall[lane]);
                step.state[lane] = state[lane] + step.update[lane] * (step.candidate[lane] - state[lane]);
            }
            state = step.state;
            self.chains[direction][block] = step;
        }
    }

    fn answer(&mut self, weights: &[f32], layout: &Layout) {
        self.hidden.clear();
        self.logits.clear();
        let output = &weights[layout.output..layout.output + HIDDEN];
        for block in 0..self.inputs.len() {
            let input = &self.inputs[block];
            let mut hidden: [f32; HIDDEN] = input[2 * GATES..2 * GATES + HIDDEN].try_into().expect("hidden");
            for direction in 0..2 {
                let matrix = &weights[layout.hidden[direction]..layout.hidden[direction] + STATE * HIDDEN];
                let mut state = self.chains[direction][block].state;
                state.iter_mut().zip(&self.keep[direction]).for_each(|(state, keep)| *state *= keep);
                add_product(&mut hidden, &state, matrix);
            }
            hidden.iter_mut().for_each(|value| *value = value.max(0.0));
            let sum: f32 = hidden.iter().zip(output).map(|(hidden, weight)| hidden * weight).sum();
            self.logits.push(sum + input[ROW - 1]);
            self.hidden.push(hidden);
        }
    }

    /// Adds the gradient of the loss to `gradient`; `slopes` are the loss' own by each logit.
    pub fn backward(&self, weights: &[f32], layout: &Layout, slopes: &[f32], gradient: &mut [f32]) {
        let mut inputs = vec![[0.0f32; ROW]; self.inputs.len()];
        let mut states = [vec![[0.0f32; STATE]; self.inputs.len()], vec![[0.0f32; STATE]; self.inputs.len()]];
        for block in 0..self.inputs.len() {
            inputs[block][ROW - 1] = slopes[block];
            let mut hidden = [0.0; HIDDEN];
            for lane in 0..HIDDEN {
                gradient[layout.output + lane] += slopes[block] * self.hidden[block][lane];
                if self.hidden[block][lane] > 0.0 {
                    hidden[lane] = slopes[block] * weights[layout.output + lane];
                }
            }
            inputs[block][2 * GATES..2 * GATES + HIDDEN].copy_from_slice(&hidden);
            for (direction, states) in states.iter_mut().enumerate() {
                let range = layout.hidden[direction]..layout.hidden[direction] + STATE * HIDDEN;
                let mut state = self.chains[direction][block].state;
                state.iter_mut().zip(&self.keep[direction]).for_each(|(state, keep)| *state *= keep);
                let out = &mut states[block];
                back_product(out, &hidden, &state, &weights[range.clone()], &mut gradient[range]);
                out.iter_mut().zip(&self.keep[direction]).for_each(|(out, keep)| *out *= keep);
            }
        }
        for (direction, states) in states.iter().enumerate() {
            self.back_chain(direction, weights, layout, states, &mut inputs, gradient);
        }
        for (rows, input) in self.rows.iter().zip(&inputs) {
            for (_, row) in rows.iter().enumerate().filter(|(question, _)| self.unasked >> question & 1 == 0) {
                let row = &mut gradient[row * ROW..(row + 1) * ROW];
                row.iter_mut().zip(input).for_each(|(row, input)| *row += input);
            }
            let bias = &mut gradient[layout.bias..layout.bias + ROW];
            bias.iter_mut().zip(input).for_each(|(bias, input)| *bias += input);
        }
    }

    fn back_chain(
        &self,
        direction: usize,
        weights: &[f32],
        layout: &Layout,
        states: &[[f32; STATE]],
        inputs: &mut [[f32; ROW]],
        gradient: &mut [f32],
    ) {
        let range = layout.recurrent[direction]..layout.recurrent[direction] + STATE * GATES;
        let length = self.inputs.len();
        let mut carried = [0.0; STATE];
        for block in Self::order(length, 1 - direction) {
            let step = &self.chains[direction][block];
            let before = match direction {
                0 => block.checked_sub(1),
                _ => Some(block + 1).filter(|before| *before < length),
            };
            let old = before.map_or([0.0; STATE], |before| self.chains[direction][before].state);
            let mut product = [0.0; GATES];
            let mut next = [0.0; STATE];
            let input = &mut inputs[block][direction * GATES..(direction + 1) * GATES];
            for lane in 0..STATE {
                let slope = states[block][lane] + carried[lane];
                next[lane] = slope * (1.0 - step.update[lane]);
                let update = slope * (step.candidate[lane] - old[lane]) * slope_of_gate(step.update[lane]);
                let candidate = slope * step.update[lane] * slope_of_squash(step.candidate[lane]);
                let reset = candidate * step.recall[lane] * slope_of_gate(step.reset[lane]);
                (input[lane], input[STATE + lane], input[2 * STATE + lane]) = (update, reset, candidate);
                (product[lane], product[STATE + lane]) = (update, reset);
                product[2 * STATE + lane] = candidate * step.reset[lane];
            }
            back_product(&mut next, &product, &old, &weights[range.clone()], &mut gradient[range.clone()]);
            carried = next;
        }
    }
}
