//! The longest stretch of running text, told by length alone: one of the model's
//! questions.
//!
//! A chain of two states, in the stretch and out of it. Every block adds its score
//! to a stretch; every border between the two states costs the same. The best
//! labelling is found by dynamic programming (Viterbi 1967), in linear time.

/// What a border between content and artifacts costs, in words.
const BORDER: i64 = 30;

/// For every score whether its block is content in the best labelling; of equal
/// labellings the one with more content.
pub(super) fn label(scores: &[i64]) -> Vec<bool> {
    let mut came_from_other = Vec::with_capacity(scores.len());
    let (mut content, mut artifact) = (0i64, 0i64);
    for score in scores {
        let (from_artifact, from_content) = (artifact - BORDER > content, content - BORDER >= artifact);
        came_from_other.push((from_artifact, from_content));
        let best_content = if from_artifact { artifact - BORDER } else { content };
        let best_artifact = if from_content { content - BORDER } else { artifact };
        (content, artifact) = (best_content + *score, best_artifact);
    }
    trace(&came_from_other, content >= artifact)
}

fn trace(came_from_other: &[(bool, bool)], last: bool) -> Vec<bool> {
    let mut labels = vec![false; came_from_other.len()];
    let mut is_content = last;
    for (label, (from_artifact, from_content)) in labels.iter_mut().zip(came_from_other).rev() {
        *label = is_content;
        let switched = if is_content { *from_artifact } else { *from_content };
        is_content ^= switched;
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn stretches_win_over_single_blocks() {
        let scores = [-15, -15, -15, -15, 40, -15, 40, 40, -15, -15, -15, -15, -15, 9];
        let labels = label(&scores);
        assert_eq!(labels.iter().position(|content| *content), Some(4));
        assert_eq!(labels.iter().rposition(|content| *content), Some(7));
        assert_eq!(labels.iter().filter(|content| **content).count(), 4);
    }

    #[test]
    fn what_is_left_is_content_again() {
        let scores = [9, -15, 31, -15, -15, -15, -15, -15, 70, -3, -3];
        let labels = label(&scores);
        let left: Vec<i64> =
            scores.iter().zip(&labels).filter(|(_, content)| **content).map(|(score, _)| *score).collect();
        assert!(label(&left).iter().all(|content| *content));
    }
}
