//! How many function words of each language a block has, in little room.

/// Counts from 0 to 63 of up to 64 things, as planes of bits: a plane for each
/// power of two, so that one is added to any number of them in a few steps.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts([u64; PLANES]);

/// Blocks that rules look at have some sixty words at most.
const PLANES: usize = 6;

impl Counts {
    /// As many things are counted.
    pub(super) const THINGS: usize = u64::BITS as usize;

    /// Counts the things whose bits are set once more. Full counts stay.
    pub(super) fn add(&mut self, things: u64) {
        let full = self.0.iter().fold(u64::MAX, |full, plane| full & plane);
        let mut carry = things & !full;
        for plane in &mut self.0 {
            (*plane, carry) = (*plane ^ carry, *plane & carry);
        }
    }

    /// The highest count, and the things that have it, as bits.
    pub(super) fn most(&self) -> (u32, u64) {
        self.0.iter().enumerate().rev().fold((0, u64::MAX), |(count, things), (power, plane)| match things & plane {
            0 => (count, things),
            left => (count | 1 << power, left),
        })
    }

    /// Adds each thing's count to its place in `sums`.
    pub(super) fn add_to(&self, sums: &mut [u32]) {
        for (power, plane) in self.0.iter().enumerate() {
            let mut things = *plane;
            while things != 0 {
                if let Some(sum) = sums.get_mut(things.trailing_zeros() as usize) {
                    *sum += 1 << power;
                }
                things &= things - 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_add_up_and_stay_when_full() {
        let mut counts = Counts::default();
        (0..80).for_each(|step| counts.add(if step < 3 { 0b101 } else { 0b001 }));
        assert_eq!(counts.most(), (63, 0b001));
        let mut sums = [1; 3];
        counts.add_to(&mut sums);
        assert_eq!(sums, [64, 1, 4]);
        (0..70).for_each(|_| counts.add(0b010));
        assert_eq!(counts.most(), (63, 0b011));
    }
}
