//! Keys, and two ways to ask for one, each with one look at memory in most cases.

/// The golden ratio: the upper bits of a product with it are well mixed (Knuth,
/// volume 3, 6.4).
const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// A key well mixed: its upper bits depend on all of it.
#[inline(always)]
pub(super) const fn spread(key: u64) -> u64 {
    key.wrapping_mul(MULTIPLIER)
}

/// One key of two, in this order: the step of FxHash.
#[inline(always)]
pub(super) const fn combine(one: u64, other: u64) -> u64 {
    (one.rotate_left(5) ^ other).wrapping_mul(0x517C_C1B7_2722_0A95)
}

/// Numbers by their keys: a table with open addressing, at most half full, so that
/// one of the first two places that are looked at has the key or is empty, mostly.
#[derive(Debug)]
pub(super) struct Table {
    /// Keys with their numbers; none where the number is zero.
    places: Vec<(u64, u32)>,
    count: usize,
}

impl Table {
    pub(super) fn new() -> Self {
        Self { places: vec![(0, 0); 64], count: 0 }
    }

    #[inline(always)]
    fn home(&self, key: u64) -> usize {
        // The table is never empty, so there are fewer than 64 bits to drop.
        (spread(key) >> (64 - self.places.len().trailing_zeros())) as usize
    }

    /// The number of `key`, or zero.
    #[inline(always)]
    pub(super) fn find(&self, key: u64) -> u32 {
        let mut at = self.home(key);
        loop {
            let (known, number) = self.places[at & (self.places.len() - 1)];
            if known == key || number == 0 {
                return number;
            }
            at += 1;
        }
    }

    /// Adds a key that is not there, with a number above zero.
    pub(super) fn insert(&mut self, key: u64, number: u32) {
        if self.count * 2 >= self.places.len() {
            let doubled = vec![(0, 0); self.places.len() * 2];
            let old = std::mem::replace(&mut self.places, doubled);
            old.into_iter().filter(|(_, number)| *number != 0).for_each(|(key, number)| self.put(key, number));
        }
        self.put(key, number);
        self.count += 1;
    }

    /// The table with other numbers above zero.
    pub(super) fn renumbered(mut self, number: impl Fn(u32) -> u32) -> Self {
        self.places.iter_mut().filter(|(_, old)| *old != 0).for_each(|(_, old)| *old = number(*old));
        self
    }

    /// The keys, in no order.
    pub(super) fn keys(&self) -> Vec<u64> {
        self.places.iter().filter(|(_, number)| *number != 0).map(|(key, _)| *key).collect()
    }

    fn put(&mut self, key: u64, number: u32) {
        let mask = self.places.len() - 1;
        let mut at = self.home(key) & mask;
        while self.places[at].1 != 0 {
            at = (at + 1) & mask;
        }
        self.places[at] = (key, number);
    }
}

/// Bits of a filter for each key, at least: one key in eight that is not there is
/// let through, and a filter of all first words stays in the cache.
const BITS_FOR_EACH: usize = 8;

/// A bit for every key: where it is not set, the key is not there.
#[derive(Debug)]
pub(super) struct Filter {
    words: Vec<u64>,
    bits: u32,
}

impl Filter {
    /// A filter of `keys`.
    pub(super) fn new(keys: &[u64]) -> Self {
        let bits = (keys.len() * BITS_FOR_EACH).next_power_of_two().trailing_zeros().max(6);
        let mut filter = Self { words: vec![0; 1 << (bits - 6)], bits };
        keys.iter().for_each(|key| filter.set(*key));
        filter
    }

    #[inline(always)]
    fn place(&self, key: u64) -> (usize, u64) {
        let mixed = spread(key) >> (64 - self.bits);
        ((mixed >> 6) as usize, 1 << (mixed & 63))
    }

    fn set(&mut self, key: u64) {
        let (word, bit) = self.place(key);
        self.words[word] |= bit;
    }

    #[inline(always)]
    pub(super) fn has(&self, key: u64) -> bool {
        let (word, bit) = self.place(key);
        self.words[word] & bit != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_keys_are_found_and_no_other() {
        let mut table = Table::new();
        (1..1000).for_each(|number| table.insert(u64::from(number) << 40, number));
        assert!((1..1000).all(|number| table.find(u64::from(number) << 40) == number));
        assert!((1..1000).all(|number| table.find((number << 40) + 1) == 0));
    }

    #[test]
    fn a_filter_never_denies() {
        let filter = Filter::new(&(0..100).collect::<Vec<_>>());
        assert!((0..100).all(|key| filter.has(key)));
        assert!((100..10_000).filter(|key| filter.has(*key)).count() < 2_000);
    }
}
