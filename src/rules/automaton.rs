//! Compiled patterns: an automaton whose edges are elements.
//!
//! It is built by [`super::builder`] and then only read: a node's edges lie side
//! by side, and those of nodes with many are in a table.

use std::ops::Range;

use super::lookup::{Filter, Table, combine, spread};
use super::pattern::{Element, Slot};
use super::tokens::TokenKind;

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
    /// Its edges among the automaton's, from here to the next node's.
    pub(super) first_edge: u32,
    /// Its empty edges, likewise.
    pub(super) first_empty: u32,
    /// The rule whose pattern ends here.
    pub(super) end: Option<RuleIndex>,
    /// The slots that edges from here ask for, as bits.
    pub(super) slots: u16,
    pub(super) ahead: Ahead,
}

/// What can come next at a node, its empty edges included: it tells most tokens
/// that there is no way without looking at any edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ahead {
    /// A bit for every word, number and mark, by [`bit`].
    pub(super) literals: u64,
    pub(super) slots: u16,
    pub(super) end: bool,
    /// Whether so many literals follow that the bits say little.
    is_crowded: bool,
}

impl Ahead {
    pub(super) fn join(self, other: Self) -> Self {
        let literals = self.literals | other.literals;
        Self::new(literals, self.slots | other.slots, self.end || other.end)
    }

    pub(super) fn new(literals: u64, slots: u16, end: bool) -> Self {
        Self { literals, slots, end, is_crowded: literals.count_ones() > CROWDED }
    }
}

/// Nodes with more bits than this have their literals in a filter, too.
const CROWDED: u32 = 16;

/// One of 64 bits for a [`mixed`] key.
pub(super) fn bit(key: u64) -> u64 {
    1 << (spread(key) >> 58)
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

/// The edges of `EDGES` that `wanted` picks, as bits.
pub(super) const fn slots_of(wanted: &[Slot]) -> u16 {
    let (mut bits, mut edge) = (0, 0);
    while edge < EDGES.len() {
        let mut place = 0;
        while place < wanted.len() {
            if wanted[place] as u8 == EDGES[edge].0 as u8 {
                bits |= 1 << edge;
            }
            place += 1;
        }
        edge += 1;
    }
    bits
}

/// The edges of `EDGES` that allow no white space before the slot, as bits.
pub(super) const GLUED: u16 = {
    let (mut bits, mut edge) = (0, 0);
    while edge < EDGES.len() {
        bits |= (EDGES[edge].1 as u16) << edge;
        edge += 1;
    }
    bits
};

/// The automaton.
#[derive(Debug)]
pub(super) struct Automaton {
    /// By node, and one more behind the last.
    states: Vec<State>,
    /// Keys of elements, and the nodes that they lead to.
    edges: Vec<(u64, Node)>,
    /// Nodes that are reached without a token.
    empty: Vec<Node>,
    /// The nodes behind the edges of nodes that have many.
    wide: Table,
    /// What follows at crowded nodes.
    crowds: Filter,
}

/// Edges of nodes that have no more than this are looked through one by one.
pub(super) const FEW_EDGES: u32 = 8;

/// The key of an edge among all.
pub(super) fn wide_key(node: Node, key: u64) -> u64 {
    combine(u64::from(node), key)
}

impl Automaton {
    /// The automaton of `states`, of which there is one more than nodes.
    /// `wide` has the nodes behind the edges of nodes that have more than [`FEW_EDGES`].
    pub(super) fn new(states: Vec<State>, edges: Vec<(u64, Node)>, empty: Vec<Node>, wide: Table) -> Self {
        let mut automaton = Self { states, edges, empty, wide, crowds: Filter::new(&[]) };
        let mut crowds = Vec::new();
        for node in 0..automaton.states.len() as Node - 1 {
            if automaton.state(node).ahead.is_crowded {
                automaton.crowd(node, node, &mut crowds);
            }
        }
        automaton.crowds = Filter::new(&crowds);
        automaton
    }

    /// Notes what follows at `next`, to which empty edges lead from `node`.
    fn crowd(&self, node: Node, next: Node, crowds: &mut Vec<u64>) {
        crowds.extend(self.edges(next).iter().map(|(key, _)| wide_key(node, *key)));
        self.empty(next).iter().for_each(|behind| self.crowd(node, *behind, crowds));
    }

    fn edge_range(&self, node: Node) -> Range<usize> {
        self.state(node).first_edge as usize..self.state(node + 1).first_edge as usize
    }

    fn empty_range(&self, node: Node) -> Range<usize> {
        self.state(node).first_empty as usize..self.state(node + 1).first_empty as usize
    }

    /// Whether a pattern may end at `node`.
    pub(super) fn may_end(&self, node: Node) -> bool {
        self.state(node).ahead.end
    }

    /// Whether at `node` a word or a number with this [`mixed`] key may come next,
    /// or fill one of `slots`.
    #[inline]
    pub(super) fn may_go_on(&self, node: Node, key: u64, slots: u16) -> bool {
        let ahead = &self.state(node).ahead;
        let literal = ahead.literals & bit(key) != 0 && (!ahead.is_crowded || self.crowds.has(wide_key(node, key)));
        literal || ahead.slots & slots != 0
    }

    pub(super) fn state(&self, node: Node) -> &State {
        &self.states[node as usize]
    }

    /// The nodes that are reached from `node` without a token.
    pub(super) fn empty(&self, node: Node) -> &[Node] {
        &self.empty[self.empty_range(node)]
    }

    /// The edges of `node`: keys, and the nodes behind them.
    pub(super) fn edges(&self, node: Node) -> &[(u64, Node)] {
        &self.edges[self.edge_range(node)]
    }

    /// The node behind the edge of `node` with `key`.
    pub(super) fn step(&self, node: Node, key: u64) -> Option<Node> {
        let edges = self.edges(node);
        if edges.len() <= FEW_EDGES as usize {
            return edges.iter().find(|edge| edge.0 == key).map(|edge| edge.1);
        }
        // No edge leads to a root, so there is no node of number zero behind one.
        Some(self.wide.find(wide_key(node, key))).filter(|next| *next != ROOT)
    }
}

/// The key of an edge for `element`.
pub(super) fn key(element: Element) -> u64 {
    match element {
        Element::Word(word) => mixed(TokenKind::Word, word),
        Element::Number(number) => mixed(TokenKind::Number, number),
        Element::Mark(mark) => mixed(TokenKind::Mark, mark),
        Element::Slot(slot, glued) => slot_key(slot, glued),
    }
}

/// The key of a token of `kind`.
#[inline(always)]
pub(super) fn mixed(kind: TokenKind, key: u64) -> u64 {
    key ^ (kind as u64) << 60
}

/// Whether a key is one of [`slot_key`]'s.
pub(super) fn is_slot(key: u64) -> bool {
    slot_bit(key) != 0
}

/// The bit of the slot whose [`slot_key`] a key is, or zero.
pub(super) fn slot_bit(key: u64) -> u16 {
    let edge = EDGES.iter().position(|(slot, glued)| slot_key(*slot, *glued) == key);
    edge.map_or(0, |edge| 1 << edge)
}

/// The key of an edge for a slot.
pub(super) const fn slot_key(slot: Slot, glued: bool) -> u64 {
    3 << 60 | (slot as u64) << 1 | glued as u64
}
