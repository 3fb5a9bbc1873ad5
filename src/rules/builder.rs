//! Builds the automaton from patterns.
//!
//! Patterns that begin alike share their nodes, as in a trie; behind a choice
//! the ways join again through empty edges (Thompson 1968), so that a pattern
//! costs as many nodes as it has words, not as many as it has readings.

use rustc_hash::FxHashMap;

use super::automaton::{AFTER_REST, AFTER_TEXT, Ahead, Automaton, EDGES, Node, ROOT, RuleIndex, State, bit, key};
use super::pattern::{Element, Part, Pattern, Slot};

/// An automaton that is being built.
#[derive(Debug)]
pub(super) struct Builder {
    states: Vec<Draft>,
    edges: FxHashMap<(Node, u64), Node>,
}

/// A node that is being built.
#[derive(Clone, Debug, Default)]
struct Draft {
    slots: u16,
    empty: Vec<Node>,
    end: Option<RuleIndex>,
    /// A bit for every literal edge.
    literals: u64,
}

impl Builder {
    pub(super) fn new() -> Self {
        Self { states: vec![Draft::default(); 3], edges: FxHashMap::default() }
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
        self.states.push(Draft::default());
        (self.states.len() - 1) as Node
    }

    fn child(&mut self, node: Node, element: Element) -> Node {
        let key = key(element);
        let draft = &mut self.states[node as usize];
        match element {
            Element::Slot(slot, glued) => {
                let edge = EDGES.iter().position(|known| *known == (slot, glued));
                draft.slots |= edge.map_or(0, |edge| 1 << edge);
            }
            _ => draft.literals |= bit(key),
        }
        let next = self.states.len() as Node;
        let child = *self.edges.entry((node, key)).or_insert(next);
        if child == next {
            self.states.push(Draft::default());
        }
        child
    }

    /// The automaton of all patterns.
    pub(super) fn finish(self) -> Automaton {
        let ahead = self.look_ahead();
        let mut states = Vec::with_capacity(self.states.len() + 1);
        let mut empty = Vec::new();
        for (draft, ahead) in self.states.iter().zip(ahead) {
            let first_empty = empty.len() as u32;
            states.push(State { first_edge: 0, first_empty, end: draft.end, slots: draft.slots, ahead });
            empty.extend_from_slice(&draft.empty);
        }
        states.push(State { first_empty: empty.len() as u32, ..State::default() });
        let edges = by_node(self.edges, &mut states);
        Automaton::new(states, edges, empty)
    }

    /// For every node what can come next.
    fn look_ahead(&self) -> Vec<Ahead> {
        let own = |draft: &Draft| Ahead::new(draft.literals, draft.slots, draft.end.is_some());
        let mut ahead: Vec<Ahead> = self.states.iter().map(own).collect();
        while self.spread_back(&mut ahead) {}
        ahead
    }

    /// Brings what is ahead one empty edge back; whether that changed anything.
    fn spread_back(&self, ahead: &mut [Ahead]) -> bool {
        let mut changed = false;
        for (node, draft) in self.states.iter().enumerate().rev() {
            let joined = draft.empty.iter().fold(ahead[node], |joined, next| joined.join(ahead[*next as usize]));
            changed |= joined != ahead[node];
            ahead[node] = joined;
        }
        changed
    }
}

/// The edges, node by node; notes in `states` where each node's begin.
fn by_node(edges: FxHashMap<(Node, u64), Node>, states: &mut [State]) -> Vec<(u64, Node)> {
    let mut all: Vec<((Node, u64), Node)> = edges.into_iter().collect();
    all.sort_unstable_by_key(|((node, _), _)| *node);
    for ((node, _), _) in &all {
        states[*node as usize + 1].first_edge += 1;
    }
    let mut first = 0;
    for state in states {
        first += state.first_edge;
        state.first_edge = first;
    }
    all.into_iter().map(|((_, key), next)| (key, next)).collect()
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
