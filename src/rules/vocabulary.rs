//! What the packs know of single words, numbers and marks, found with one look-up
//! per token; and which two tokens in a row begin a pattern.

use super::automaton::{AFTER_REST, AFTER_TEXT, Automaton, GLUED, Node, ROOT, is_slot, mixed, slots_of};
use super::lexicon::Lexicon;
use super::lookup::{Filter, Table, combine};
use super::pattern::Slot;
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
struct Entry {
    /// The languages, as bits, in which it is a function word.
    languages: u64,
    /// The roots, as bits, of patterns with an open end in front that go on with it.
    roots: u8,
    /// Whether it means anything in dates and numbers.
    has_facts: bool,
}

/// Entries by their keys.
#[derive(Debug)]
pub(super) struct Vocabulary {
    entries: Vec<Entry>,
    places: Table,
    /// The keys of `places`: for most tokens it answers that there is none.
    known: Filter,
    /// What patterns begin with: a token, or two in a row.
    starts: Filter,
    /// The slots that patterns with an open end in front begin with, of all and by root.
    slots_inside: u16,
    slots: [u16; 3],
}

/// The roots of patterns that may begin inside of a block.
const INSIDE: [Node; 2] = [AFTER_TEXT, AFTER_REST];

impl Vocabulary {
    pub(super) fn new(automaton: &Automaton, lexicon: &Lexicon) -> Self {
        let slots = [ROOT, AFTER_TEXT, AFTER_REST].map(|root| automaton.state(root).slots);
        let mut vocabulary = Self {
            entries: vec![Entry::default()],
            places: Table::new(),
            known: Filter::new(&[]),
            starts: Filter::new(&[]),
            slots_inside: INSIDE.iter().fold(0, |all, root| all | slots[*root as usize]),
            slots,
        };
        for (word, languages) in lexicon.function_words() {
            vocabulary.entry(mixed(TokenKind::Word, word)).languages = languages;
        }
        for word in lexicon.words_with_facts() {
            vocabulary.entry(mixed(TokenKind::Word, word)).has_facts = true;
        }
        let mut starts = Vec::new();
        [ROOT, AFTER_TEXT, AFTER_REST].into_iter().for_each(|root| vocabulary.add_starts(automaton, root, &mut starts));
        vocabulary.known = Filter::new(&vocabulary.places.keys());
        vocabulary.starts = Filter::new(&starts);
        vocabulary
    }

    /// The entry of `key`, made where there is none.
    fn entry(&mut self, key: u64) -> &mut Entry {
        let mut place = self.places.find(key);
        if place == 0 {
            place = self.entries.len() as u32;
            self.places.insert(key, place);
            self.entries.push(Entry::default());
        }
        &mut self.entries[place as usize]
    }

    /// Notes what patterns at `root` begin with, and what follows that.
    fn add_starts(&mut self, automaton: &Automaton, root: Node, starts: &mut Vec<u64>) {
        for (first, node) in automaton.edges(root).iter().filter(|(key, _)| !is_slot(*key)) {
            starts.push(alone(root, *first));
            if root != ROOT {
                self.entry(*first).roots |= 1 << root;
            }
            add_seconds(automaton, *node, (root, *first), starts);
        }
    }

    /// Notes in every token what is known of it, and collects the function words,
    /// and where patterns may begin inside of the block.
    pub(super) fn recognize(&self, tokens: &mut Tokens) {
        tokens.function_words.clear();
        tokens.starts.clear();
        for (place, token) in tokens.all.iter_mut().enumerate() {
            let key = mixed(token.kind, token.key);
            if self.known.has(key) {
                token.entry = EntryId(self.places.find(key));
                let entry = self.of(token);
                if entry.languages != 0 {
                    tokens.function_words.push(entry.languages);
                }
            }
            if self.of(token).roots != 0 || self.may_fill(self.slots_inside, token) {
                tokens.starts.extend(INSIDE.map(|root| (root, place as u32)));
            }
        }
        let all = &tokens.all;
        tokens.starts.retain(|(root, place)| {
            let place = *place as usize;
            self.may_begin(*root, &all[place], all.get(place + 1))
        });
    }

    #[inline(always)]
    fn of(&self, token: &Token) -> &Entry {
        &self.entries[token.entry.0 as usize]
    }

    /// Whether a token means anything in dates and numbers.
    pub(super) fn has_facts(&self, token: &Token) -> bool {
        self.of(token).has_facts
    }

    /// Whether any pattern at `root` may begin with `token`, followed by `next`.
    pub(super) fn may_begin(&self, root: Node, token: &Token, next: Option<&Token>) -> bool {
        self.begins(root, token, next) || self.may_fill(self.slots[root as usize], token)
    }

    /// Whether any of `slots` may begin with `token`.
    #[inline(always)]
    fn may_fill(&self, slots: u16, token: &Token) -> bool {
        slots & self.room(token) != 0 && slots & self.slots(token) != 0
    }

    fn begins(&self, root: Node, token: &Token, next: Option<&Token>) -> bool {
        if root != ROOT && self.of(token).roots & 1 << root == 0 {
            return false;
        }
        let first = mixed(token.kind, token.key);
        let behind = match next {
            Some(next) if next.kind != TokenKind::Mark && !next.is_camel() => {
                pair(root, first, mixed(next.kind, next.key))
            }
            // Marks may be passed over, or stand behind the pattern's end.
            _ => alone(root, first),
        };
        self.starts.has(behind) || self.starts.has(before_slot(root, first))
    }

    /// The slots, as bits over the automaton's edges, that may begin with `token`.
    #[inline(always)]
    pub(super) fn slots(&self, token: &Token) -> u16 {
        let slots = match token.kind {
            TokenKind::Number => BY_NUMBERS,
            TokenKind::Mark if token.is_mark('@') => BY_WORDS,
            TokenKind::Mark => BY_MARKS,
            TokenKind::Word => {
                let names = if token.capital || token.uncased { BY_NAMES } else { 0 };
                let dates = if self.of(token).has_facts { BY_DATES } else { 0 };
                BY_WORDS | names | dates
            }
        };
        slots & self.room(token)
    }

    /// The slots that the white space before `token` allows.
    #[inline(always)]
    fn room(&self, token: &Token) -> u16 {
        if token.glued { u16::MAX } else { !GLUED }
    }
}

/// Notes what follows at `node`, behind the first token at a root, and at those that
/// are reached without a token.
fn add_seconds(automaton: &Automaton, node: Node, (root, first): (Node, u64), starts: &mut Vec<u64>) {
    for (second, _) in automaton.edges(node) {
        starts.push(if is_slot(*second) { before_slot(root, first) } else { pair(root, first, *second) });
    }
    automaton.empty(node).iter().for_each(|next| add_seconds(automaton, *next, (root, first), starts));
}

/// The slots that a number may fill.
const BY_NUMBERS: u16 = slots_of(&[Slot::Number, Slot::Date, Slot::Time, Slot::Url, Slot::Text, Slot::Rest]);

/// The slots that any word may fill; the others that one with a capital may; and
/// one that means anything in dates.
const BY_WORDS: u16 = slots_of(&[Slot::Url, Slot::Text, Slot::Rest]);
const BY_NAMES: u16 = slots_of(&[Slot::Name]);
const BY_DATES: u16 = slots_of(&[Slot::Date, Slot::Time]);

/// The slots that a mark may fill.
const BY_MARKS: u16 = slots_of(&[Slot::Text, Slot::Rest]);

/// The keys of what patterns at `root` begin with: two tokens in a row, the first
/// alone, the first with a slot behind it.
fn pair(root: Node, first: u64, second: u64) -> u64 {
    combine(combine(u64::from(root), first), second)
}

fn alone(root: Node, first: u64) -> u64 {
    pair(root, first, 0)
}

fn before_slot(root: Node, first: u64) -> u64 {
    pair(root, first, 1)
}
