//! Compiled patterns: an automaton whose edges are elements.
//!
//! Patterns that begin alike share their nodes, as in a trie; behind a choice
//! the ways join again through empty edges (Thompson 1968), so that a pattern
//! costs as many nodes as it has words, not as many as it has readings.

use rustc_hash::FxHashMap;

use super::pattern::{Element, Part, Pattern, Slot};
use super::tokens::TokenKind;
use super::vocabulary::mixed;

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
    ahead: Ahead,
}

/// What can come next at a node, its empty edges included: it tells most tokens
/// that there is no way without looking at any edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Ahead {
    /// A bit for every word, number and mark, by [`bit`].
    literals: u64,
    slots: u16,
    end: bool,
}

impl Ahead {
    fn join(self, other: Self) -> Self {
        Self { literals: self.literals | other.literals, slots: self.slots | other.slots, end: self.end || other.end }
    }
}

/// One of 64 bits for a [`mixed`] key.
fn bit(key: u64) -> u64 {
    1 << (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58)
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

impl State {
    pub(super) fn has_slots(&self) -> bool {
        self.slots != 0
    }

    /// The slots that edges from here ask for, as bits over [`EDGES`].
    pub(super) fn slots(&self) -> u16 {
        self.slots
    }

    /// Whether a pattern may end here.
    pub(super) fn may_end(&self) -> bool {
        self.ahead.end
    }

    /// Whether a word or a number with this [`mixed`] key may come next, or fill
    /// one of `slots`.
    #[inline]
    pub(super) fn may_go_on(&self, key: u64, slots: u16) -> bool {
        self.ahead.literals & bit(key) != 0 || self.ahead.slots & slots != 0
    }
}

/// An edge's label, small enough to be a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Label {
    node: Node,
    kind: u8,
    key: u64,
}

impl Label {
    /// The [`mixed`] key of a word, a number or a mark.
    fn literal(&self) -> Option<u64> {
        let kinds = [TokenKind::Word, TokenKind::Number, TokenKind::Mark];
        kinds.get(usize::from(self.kind)).map(|kind| mixed(*kind, self.key))
    }
}

/// How patterns begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    pub(super) root: Node,
    /// The [`mixed`] key of the first token.
    pub(super) first: u64,
    /// Whether a slot may follow.
    pub(super) slots: bool,
}

/// The automaton.
#[derive(Debug)]
pub(super) struct Automaton {
    states: Vec<State>,
    edges: FxHashMap<Label, Node>,
}

impl Automaton {
    pub(super) fn new() -> Self {
        Self {
            states: vec![State::default(); 3],
            edges: FxHashMap::default(),
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

    /// Notes for every node what can come next, once all patterns are in.
    pub(super) fn look_ahead(&mut self) {
        for (label, _) in &self.edges {
            let literal = label.literal().map_or(0, bit);
            self.states[label.node as usize].ahead.literals |= literal;
        }
        for state in &mut self.states {
            state.ahead.slots = state.slots;
            state.ahead.end = state.end.is_some();
        }
        while self.spread_back() {}
    }

    /// Brings what is ahead one empty edge back; whether that changed anything.
    fn spread_back(&mut self) -> bool {
        let mut changed = false;
        for node in (0..self.states.len()).rev() {
            let state = &self.states[node];
            let ahead =
                state.empty.iter().fold(state.ahead, |ahead, next| ahead.join(self.states[*next as usize].ahead));
            changed |= ahead != state.ahead;
            self.states[node].ahead = ahead;
        }
        changed
    }

    /// The nodes behind the first token of patterns, with the roots and the
    /// tokens that lead there.
    pub(super) fn starts(&self) -> FxHashMap<Node, Vec<Start>> {
        let mut starts = FxHashMap::default();
        for (label, node) in &self.edges {
            if let Some(first) = label.literal().filter(|_| label.node <= AFTER_REST) {
                self.spread(*node, Start { root: label.node, first, slots: false }, &mut starts);
            }
        }
        starts
    }

    /// Notes `start` at `node` and all nodes that are reached without a token.
    fn spread(&self, node: Node, start: Start, starts: &mut FxHashMap<Node, Vec<Start>>) {
        let state = self.state(node);
        starts.entry(node).or_default().push(Start { slots: state.has_slots(), ..start });
        for next in &state.empty {
            self.spread(*next, start, starts);
        }
    }

    /// All edges of words, numbers and marks: the nodes that they leave from, and
    /// the [`mixed`] keys.
    pub(super) fn literals(&self) -> impl Iterator<Item = (Node, u64)> {
        self.edges.keys().filter_map(|label| label.literal().map(|key| (label.node, key)))
    }

    fn child(&mut self, node: Node, element: Element) -> Node {
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
