//! Hashes of words. Basic Latin letters are read eight at a time, others one by
//! one; both ways give the same hash for the same folded letters.

use super::lookup::combine;

/// The hash of a word, letter by letter.
///
/// The low bytes of the letters gather in chunks of eight, their high bytes (there
/// are none in basic Latin) in one number of their own; chunks and number are
/// combined one after another.
#[derive(Clone, Copy, Default)]
pub(super) struct WordHash {
    state: u64,
    chunk: u64,
    high: u64,
    letters: u32,
}

impl WordHash {
    /// Takes in the next letter.
    #[inline(always)]
    pub(super) const fn push(mut self, letter: u32) -> Self {
        self.chunk |= (letter as u64 & 0xFF) << (8 * (self.letters & 7));
        self.high = self.high.rotate_left(7) ^ (letter >> 8) as u64;
        self.letters += 1;
        if self.letters & 7 == 0 { self.close() } else { self }
    }

    /// Takes in a run of basic letters. Before it there are none but full runs.
    #[inline(always)]
    pub(super) const fn push_run(mut self, run: Run) -> Self {
        self.chunk = run.lowered();
        self.letters += run.length;
        if run.is_full() { self.close() } else { self }
    }

    #[inline(always)]
    const fn close(mut self) -> Self {
        self.state = combine(self.state, self.chunk);
        self.chunk = 0;
        self
    }

    #[inline(always)]
    pub(super) const fn finish(self) -> u64 {
        combine(combine(self.state, self.chunk), self.high)
    }
}

/// The hash of a word of one lower-case basic letter.
pub(super) const fn letter_key(letter: char) -> u64 {
    WordHash { state: 0, chunk: 0, high: 0, letters: 0 }.push(letter as u32).finish()
}

/// Up to eight basic Latin letters at the start of a text, found without a branch
/// per letter (the bytes of a word are compared side by side: Lamport 1975).
#[derive(Clone, Copy)]
pub(super) struct Run {
    bytes: u64,
    /// How many of the eight bytes, from the first, are letters.
    pub(super) length: u32,
    /// The high bit of every byte that is a capital.
    capitals: u64,
}

const HIGH_BITS: u64 = 0x8080_8080_8080_8080;

impl Run {
    #[inline(always)]
    pub(super) fn at(text: &[u8], at: usize) -> Self {
        let bytes = eight_bytes(text, at);
        let lowered = (bytes | each(0x20)) & !HIGH_BITS;
        let (from_a, behind_z) = (lowered + each(0x80 - b'a'), lowered + each(0x7F - b'z'));
        let letters = from_a & !behind_z & !bytes & HIGH_BITS;
        let length = (!letters & HIGH_BITS).trailing_zeros() / 8;
        Self { bytes, length, capitals: !(bytes << 2) & letters }
    }

    #[inline(always)]
    pub(super) const fn is_full(self) -> bool {
        self.length == 8
    }

    /// The letters in lower case, the first in the lowest byte.
    #[inline(always)]
    const fn lowered(self) -> u64 {
        (self.bytes | each(0x20)) & self.letters()
    }

    /// All bits of the bytes that are letters.
    #[inline(always)]
    const fn letters(self) -> u64 {
        if self.is_full() { u64::MAX } else { (1 << (8 * self.length)) - 1 }
    }

    /// Whether any letter but the first is a capital.
    #[inline(always)]
    pub(super) const fn has_capital_inside(self) -> bool {
        self.capitals & self.letters() & !0x80 != 0
    }

    /// The place of the first capital behind a small letter; `after_small` tells
    /// whether there is one before the run.
    #[inline(always)]
    pub(super) const fn camel(self, after_small: bool) -> Option<u32> {
        let capitals = self.capitals & self.letters();
        let small = !self.capitals & HIGH_BITS;
        let humps = capitals & (small << 8 | (after_small as u64) << 7);
        if humps == 0 { None } else { Some(humps.trailing_zeros() / 8) }
    }

    /// Whether the last letter, which there is, is a small one.
    #[inline(always)]
    pub(super) const fn ends_small(self) -> bool {
        self.capitals >> (8 * self.length - 1) & 1 == 0
    }
}

#[inline(always)]
const fn each(byte: u8) -> u64 {
    byte as u64 * 0x0101_0101_0101_0101
}

/// Eight bytes from `at` on, with zeros behind the end.
#[inline(always)]
fn eight_bytes(text: &[u8], at: usize) -> u64 {
    let rest = &text[at..];
    match rest.first_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => {
            let mut bytes = [0; 8];
            bytes[..rest.len()].copy_from_slice(rest);
            u64::from_le_bytes(bytes)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_letters(word: &str) -> u64 {
        word.chars().fold(WordHash::default(), |hash, c| hash.push(c as u32)).finish()
    }

    #[test]
    fn runs_hash_like_letters() {
        for word in ["a", "bridge", "eightabc", "extraordinary", "sixteenlettersab"] {
            let mut hash = WordHash::default();
            let mut at = 0;
            while at < word.len() {
                let run = Run::at(word.to_uppercase().as_bytes(), at);
                hash = hash.push_run(run);
                at += run.length as usize;
            }
            assert_eq!(hash.finish(), by_letters(word), "{word}");
        }
    }

    #[test]
    fn runs_end_at_what_is_no_letter() {
        for (text, length) in [("", 0), ("ab", 2), ("Zz[", 2), ("a@b", 1), ("abc1", 3), ("aé", 1), ("abcdefghi", 8)] {
            assert_eq!(Run::at(text.as_bytes(), 0).length, length, "{text}");
        }
    }

    #[test]
    fn humps() {
        let camel = |text: &str, after_small| Run::at(text.as_bytes(), 0).camel(after_small);
        assert_eq!(camel("picTure", false), Some(3));
        assert_eq!(camel("Picture", false), None);
        assert_eq!(camel("Picture", true), Some(0));
        assert_eq!(camel("ABC", false), None);
        assert_eq!(camel("ab C", false), None);
    }

    #[test]
    fn other_letters_differ() {
        let words = ["так", "тик", "tak", "éa", "aé", "ééaa", "", "a", "aa"];
        let hashes: std::collections::HashSet<u64> = words.iter().map(|word| by_letters(word)).collect();
        assert_eq!(hashes.len(), words.len());
    }
}
