//! Points of a line for what it shows: the numbers of logistic models, in tenths, that
//! `tools/train` fits and writes (docs/metadata.md).

// The tool that fits them sees these.
#![cfg_attr(not(feature = "training"), allow(unreachable_pub))]

/// Something that a line shows, as a number.
pub struct Sign {
    /// What the number is: a word for the reader, and for the tool.
    #[cfg_attr(not(feature = "training"), allow(dead_code))]
    pub name: &'static str,
    /// Where one answer ends and the next begins, rising; there is one answer more.
    pub limits: &'static [i32],
}

impl Sign {
    pub(super) const fn new(name: &'static str, limits: &'static [i32]) -> Self {
        Self { name, limits }
    }

    /// The number of answers.
    #[cfg(any(test, feature = "training"))]
    pub const fn count(&self) -> usize {
        self.limits.len() + 1
    }

    fn answer(&self, value: i32) -> u8 {
        self.limits.iter().map(|limit| u8::from(*limit <= value)).sum()
    }
}

/// The answers that `values` are.
pub(super) fn answers<const COUNT: usize>(signs: &[Sign; COUNT], values: &[i32; COUNT]) -> [u8; COUNT] {
    std::array::from_fn(|sign| signs[sign].answer(values[sign]))
}

/// The points for all answers together.
pub(super) fn sum(table: &[&[i32]], answers: &[u8]) -> i32 {
    table.iter().zip(answers).map(|(points, answer)| points[usize::from(*answer)]).sum()
}

/// `part` of `whole` in percent; -1 where there is nothing to share.
pub(super) fn percent(part: usize, whole: usize) -> i32 {
    (part * 100).checked_div(whole).map_or(-1, |share| share as i32)
}

#[cfg(test)]
mod tests {
    use super::super::{heading, title};
    use super::*;

    fn fits(signs: &[Sign], table: &[&[i32]]) {
        assert_eq!(signs.len(), table.len());
        for (sign, points) in signs.iter().zip(table) {
            assert_eq!(sign.count(), points.len(), "{}", sign.name);
            assert!(sign.limits.is_sorted(), "{}", sign.name);
        }
    }

    #[test]
    fn every_answer_has_points() {
        fits(&title::SIGNS, title::POINTS);
        fits(&heading::SIGNS, heading::POINTS);
    }

    #[test]
    fn a_value_on_a_limit_is_above_it() {
        let sign = [Sign::new("words", &[2, 5])];
        let points = [1, 2, 4, 5].map(|words| sum(&[&[-3, 0, 7]], &answers(&sign, &[words])));
        assert_eq!(points, [-3, 0, 0, 7]);
    }
}
