//! What the packs know of single words, numbers and marks, found with one look-up
//! per token; and which two tokens in a row begin a pattern.

use rustc_hash::FxHashMap;

use super::automaton::{AFTER_REST, AFTER_TEXT, Automaton, Node, State};
use super::lexicon::Lexicon;
use super::tokens::{Token, TokenKind, Tokens};

/// An entry's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EntryId(u32);

impl EntryId {
    /// Of what no pack knows.
    pub(super) const UNKNOWN: Self = Self(0);
}

/// What the packs know of a word, a number or a mark.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// The roots, as bits, that an edge with it leaves from.
    roots: u8,
    /// Those of them behind which a slot may follow, so that the next token says nothing.
    slots: u8,
    /// The languages, as bits, in which it is a function word.
    languages: u64,
    /// Whether it means anything in dates and numbers.
    has_facts: bool,
}

/// Entries by their keys.
#[derive(Debug)]
pub(super) struct Vocabulary {
    entries: Vec<Entry>,
    places: FxHashMap<u64, u32>,
    known: Filter,
    pairs: Filter,
    slots_inside: Inside,
}

/// The slots right behind an open end that patterns start with.
#[derive(Clone, Copy, Debug)]
enum Inside {
    None,
    /// Only without a blank before them.
    Glued,
    Any,
}

impl Inside {
    fn of(automaton: &Automaton) -> Self {
        let mut states = [AFTER_TEXT, AFTER_REST].map(|root| automaton.state(root)).into_iter();
        match (states.clone().any(State::has_slots), states.all(State::has_only_glued_slots)) {
            (false, _) => Self::None,
            (true, true) => Self::Glued,
            (true, false) => Self::Any,
        }
    }
}

/// Bits of the filter of single tokens; a tenth of them is set.
const KNOWN_BITS: u32 = 17;

/// Bits of the filter of pairs.
const PAIR_BITS: u32 = 20;

impl Vocabulary {
    pub(super) fn new(automaton: &Automaton, lexicon: &Lexicon) -> Self {
        let mut vocabulary = Self {
            entries: vec![Entry::default()],
            places: FxHashMap::default(),
            known: Filter::new(KNOWN_BITS),
            pairs: Filter::new(PAIR_BITS),
            slots_inside: Inside::of(automaton),
        };
        for (word, languages) in lexicon.function_words() {
            vocabulary.entry(mixed(TokenKind::Word, word)).languages = languages;
        }
        for word in lexicon.words_with_facts() {
            vocabulary.entry(mixed(TokenKind::Word, word)).has_facts = true;
        }
        vocabulary.add_starts(automaton);
        vocabulary
    }

    /// The entry of `key`, made where there is none.
    fn entry(&mut self, key: u64) -> &mut Entry {
        let next = self.entries.len() as u32;
        let place = *self.places.entry(key).or_insert(next);
        if place == next {
            self.entries.push(Entry::default());
            self.known.set(key);
        }
        &mut self.entries[place as usize]
    }

    /// Notes what patterns begin with, and what follows that.
    fn add_starts(&mut self, automaton: &Automaton) {
        let starts = automaton.starts();
        for start in starts.values().flatten() {
            let entry = self.entry(start.first);
            entry.roots |= 1 << start.root;
            entry.slots |= u8::from(start.slots) << start.root;
        }
        for (node, second) in automaton.literals() {
            for start in starts.get(&node).into_iter().flatten() {
                self.pairs.set(pair(start.root, start.first, second));
            }
        }
    }

    /// Notes in every token what is known of it.
    pub(super) fn recognize(&self, tokens: &mut Tokens) {
        tokens.known.clear();
        for (place, token) in tokens.all.iter_mut().enumerate() {
            let key = mixed(token.kind, token.key);
            if self.known.has(key) {
                token.entry = self.places.get(&key).map_or(EntryId::UNKNOWN, |place| EntryId(*place));
            }
            if token.entry != EntryId::UNKNOWN || self.may_fill_slot(token) {
                tokens.known.push(place as u32);
            }
        }
    }

    /// Whether a pattern with an open end in front may go on with a slot here.
    fn may_fill_slot(&self, token: &Token) -> bool {
        match (self.slots_inside, token.kind) {
            (Inside::None, _) => false,
            (Inside::Glued, TokenKind::Word) => token.glued,
            (Inside::Glued, TokenKind::Mark) => token.is_mark('@') && token.glued,
            (Inside::Glued | Inside::Any, _) => true,
        }
    }

    fn of(&self, token: &Token) -> &Entry {
        &self.entries[token.entry.0 as usize]
    }

    /// Whether a token means anything in dates and numbers.
    pub(super) fn has_facts(&self, token: &Token) -> bool {
        self.of(token).has_facts
    }

    /// The languages, as bits, in which a token is a function word.
    pub(super) fn languages(&self, token: &Token) -> u64 {
        self.of(token).languages
    }

    /// Whether any pattern at `root` begins with `token`, followed by `next`; it
    /// may say so in vain.
    #[inline]
    pub(super) fn begins(&self, root: Node, token: &Token, next: Option<&Token>) -> bool {
        let entry = self.of(token);
        if entry.roots & 1 << root == 0 {
            return false;
        }
        // Marks may be passed over, or stand behind the pattern's end.
        let open = next.is_none_or(|next| next.kind == TokenKind::Mark || next.is_camel());
        let follows = |next: &Token| {
            self.pairs.has(pair(root, mixed(token.kind, token.key), mixed(next.kind, next.key)))
        };
        open || entry.slots & 1 << root != 0 || next.is_some_and(follows)
    }
}

/// One key for all kinds of tokens.
pub(super) fn mixed(kind: TokenKind, key: u64) -> u64 {
    key ^ (kind as u64) << 60
}

fn pair(root: Node, first: u64, second: u64) -> u64 {
    (first.rotate_left(21) ^ u64::from(root)).wrapping_mul(MULTIPLIER) ^ second
}

/// The golden ratio: the upper bits of a product with it are well mixed (Knuth,
/// volume 3, 6.4).
const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// A bit for every key: where it is not set, the key is not there.
#[derive(Debug)]
struct Filter {
    words: Vec<u64>,
    bits: u32,
}

impl Filter {
    fn new(bits: u32) -> Self {
        Self { words: vec![0; 1 << (bits - 6)], bits }
    }

    #[inline(always)]
    fn place(&self, key: u64) -> (usize, u64) {
        let mixed = key.wrapping_mul(MULTIPLIER) >> (64 - self.bits);
        ((mixed >> 6) as usize, 1 << (mixed & 63))
    }

    fn set(&mut self, key: u64) {
        let (word, bit) = self.place(key);
        self.words[word] |= bit;
    }

    #[inline(always)]
    fn has(&self, key: u64) -> bool {
        let (word, bit) = self.place(key);
        self.words[word] & bit != 0
    }
}
