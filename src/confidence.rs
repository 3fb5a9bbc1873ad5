//! Confidence: how sure a decision about a block is.

/// How sure a decision is, in hundredths: all that there is to say, and the same
/// on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Confidence(u8);

impl Confidence {
    /// A rule decided, or there was nothing to decide.
    pub(crate) const SURE: Self = Self(100);

    /// As much spoke for the decision as against it.
    pub(crate) const UNDECIDED: Self = Self(50);

    /// What a logit says that lies so far from the threshold.
    ///
    /// An algebraic stand-in for the logistic function, for `exp` differs between
    /// machines, while square roots and divisions do not.
    pub(crate) fn of_margin(margin: f32) -> Self {
        let half = margin.abs() / 2.0;
        let squashed = half / (1.0 + half * half).sqrt();
        Self((50.0 + 50.0 * squashed).round() as u8)
    }

    /// The share of 1.
    pub(crate) fn share(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The confidence that was printed as `share`; none if it is none.
    #[cfg(feature = "serde")]
    pub(crate) fn read(share: f32) -> Option<Self> {
        (0.0..=1.0).contains(&share).then(|| Self((share * 100.0).round() as u8))
    }
}

#[cfg(test)]
mod tests {
    use super::Confidence;

    #[test]
    fn wider_margins_are_surer_on_both_sides() {
        let shares = [0.0, 0.5, 1.0, 3.0, 20.0].map(|margin| Confidence::of_margin(margin).share());
        assert_eq!(shares, [0.5, 0.62, 0.72, 0.92, 1.0]);
        assert_eq!(Confidence::of_margin(-1.0), Confidence::of_margin(1.0));
    }
}
