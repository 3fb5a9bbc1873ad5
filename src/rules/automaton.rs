//! Compiled patterns: an automaton whose edges are elements.
//!
//! Patterns that begin alike share their nodes, as in a trie; behind a choice
//! the ways join again through empty edges (Thompson 1968), so that a pattern
//! costs as many nodes as it has words, not as many as it has readings.

use rustc_hash::FxHashMap;

use super::pattern::{Element, Part, Pattern, Slot};

/// A node's number.
pub(super) type Node = u32;

/// The root for patterns that start where the block starts.
pub(super) const ROOT: Node = 0;

/// The root for patterns with `{text}` in front.
pub(super) const AFTER_TEXT: Node = 1;

/// The root for patterns with `{rest}` in front.
pub(super) const AFTER_REST: Node = 2;

/// The number of a rule.
pub(super) type RuleIndex = u32;

/// What may happen at a node.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    /// The slots that edges from here ask for, as bits.
    slots: u16,
    /// Nodes that are reached without a token.
    pub(super) empty: Vec<Node>,
    /// The rule whose pattern ends here.
    pub(super) end: Option<RuleIndex>,
}

/// Slots that stand inside patterns, and whether they are glued.
pub(super) const EDGES: [(Slot, bool); 10] = [
    (Slot::Number, false),
    (Slot::Date, false),
    (Slot::Date, true),
    (Slot::Time, false),
    (Slot::Time, true),
    (Slot::Name, false),
    (Slot::Name, true),
    (Slot::Url, false),
    (Slot::Text, false),
    (Slot::Rest, false),
];

impl State {
    pub(super) fn has_slots(&self) -> bool {
        self.slots != 0
    }

    /// Whether an edge for `EDGES[edge]` leaves here.
    pub(super) fn asks_for(&self, edge: usize) -> bool {
        self.slots & 1 << edge != 0
    }
}

/// An edge's label, small enough to be a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Label {
    node: Node,
    kind: u8,
    key: u64,
}

/// The automaton.
#[derive(Debug)]
pub(super) struct Automaton {
    states: Vec<State>,
    edges: FxHashMap<Label, Node>,
    /// The roots, as bits, that an edge with these words or marks leaves from:
    /// most tokens begin no pattern at all.
    starts: FxHashMap<(u8, u64), u8>,
    /// A bit for every key of `starts`, by [`place`]: small enough to stay in the
    /// nearest cache, and for most tokens it answers that there is none.
    filter: Vec<u64>,
}

/// Bits of the filter, as a power of two; a tenth of them is set.
const FILTER_BITS: u32 = 17;

/// Where a key's bit stands in the filter: its word, and the bit in it. The upper
/// bits of a product with the golden ratio are well mixed (Knuth, volume 3, 6.4).
fn place(kind: u8, key: u64) -> (usize, u64) {
    let mixed = (key ^ u64::from(kind) << 60).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - FILTER_BITS);
    ((mixed >> 6) as usize, 1 << (mixed & 63))
}

impl Automaton {
    pub(super) fn new() -> Self {
        Self {
            states: vec![State::default(); 3],
            edges: FxHashMap::default(),
            starts: FxHashMap::default(),
            filter: vec![0; 1 << (FILTER_BITS - 6)],
        }
    }

    pub(super) fn state(&self, node: Node) -> &State {
        &self.states[node as usize]
    }

    /// The node behind `element`, if an edge leads there.
    pub(super) fn step(&self, node: Node, element: Element) -> Option<Node> {
        self.edges.get(&label(node, element)).copied()
    }

    /// Adds a pattern of rule `rule`. Of two equal patterns the one added first stays.
    pub(super) fn insert(&mut self, pattern: &Pattern, rule: RuleIndex) {
        let root = match pattern.head {
            Some(Slot::Rest) => AFTER_REST,
            Some(_) => AFTER_TEXT,
            None => ROOT,
        };
        for parts in tight(&pattern.parts) {
            let end = parts.iter().fold(root, |node, part| self.part(node, part));
            self.states[end as usize].end.get_or_insert(rule);
        }
    }

    /// Adds a part behind `node`; gives the node behind it.
    fn part(&mut self, node: Node, part: &Part) -> Node {
        match part {
            Part::Elements(elements) => elements.iter().fold(node, |node, element| self.child(node, *element)),
            Part::Choice(choices) => {
                let join = self.node();
                for choice in choices {
                    let end = choice.iter().fold(node, |node, part| self.part(node, part));
                    self.states[end as usize].empty.push(join);
                }
                join
            }
        }
    }

    fn node(&mut self) -> Node {
        self.states.push(State::default());
        (self.states.len() - 1) as Node
    }

    /// The roots that an edge for `element` leaves from, as bits.
    pub(super) fn roots(&self, element: Element) -> u8 {
        let Label { kind, key, .. } = label(ROOT, element);
        let (word, bit) = place(kind, key);
        if self.filter[word] & bit == 0 { 0 } else { self.starts.get(&(kind, key)).copied().unwrap_or(0) }
    }

    fn child(&mut self, node: Node, element: Element) -> Node {
        if node <= AFTER_REST {
            let Label { kind, key, .. } = label(node, element);
            *self.starts.entry((kind, key)).or_default() |= 1 << node;
            let (word, bit) = place(kind, key);
            self.filter[word] |= bit;
        }
        if let Element::Slot(slot, glued) = element {
            let edge = EDGES.iter().position(|known| *known == (slot, glued));
            self.states[node as usize].slots |= edge.map_or(0, |edge| 1 << edge);
        }
        let next = self.states.len() as Node;
        let child = *self.edges.entry(label(node, element)).or_insert(next);
        if child == next {
            self.states.push(State::default());
        }
        child
    }
}

/// The same parts without a choice at the start that may be passed over: an
/// empty edge at a root would be walked for every block.
fn tight(parts: &[Part]) -> Vec<Vec<Part>> {
    match parts.split_first() {
        _ if !is_loose(parts) => vec![parts.to_vec()],
        Some((Part::Choice(choices), rest)) => {
            choices.iter().flat_map(|choice| tight(&[choice.as_slice(), rest].concat())).collect()
        }
        Some((Part::Elements(_), rest)) => tight(rest),
        None => vec![parts.to_vec()],
    }
}

/// Whether a sequence starts with what may be passed over.
fn is_loose(parts: &[Part]) -> bool {
    match parts.first() {
        Some(Part::Choice(choices)) => choices.iter().any(|choice| choice.is_empty() || is_loose(choice)),
        Some(Part::Elements(elements)) => elements.is_empty(),
        None => false,
    }
}

fn label(node: Node, element: Element) -> Label {
    let (kind, key) = match element {
        Element::Word(word) => (0, word),
        Element::Number(number) => (1, number),
        Element::Mark(mark) => (2, mark),
        Element::Slot(slot, glued) => (3 + u8::from(glued), slot as u64),
    };
    Label { node, kind, key }
}
