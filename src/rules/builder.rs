//! Builds the automaton from patterns.
//!
//! Patterns that begin alike share their nodes, as in a trie; behind a choice
//! the ways join again through empty edges (Thompson 1968), so that a pattern
//! costs as many nodes as it has words, not as many as it has readings.

mod closing;

use super::automaton::{
    AFTER_REST, AFTER_TEXT, Ahead, Automaton, FEW_EDGES, Node, ROOT, RuleIndex, State, bit, key, slot_bit, wide_key,
};
use super::compiled::Precedence;
use super::lookup::Table;
use super::pattern::{Element, Part, Parts, Pattern, Slot};

/// An automaton that is being built. The edges of a node are a chain, and so are
/// its empty edges.
#[derive(Debug)]
pub(super) struct Builder {
    states: Vec<Draft>,
    edges: Vec<Edge>,
    empty: Vec<(Node, Link)>,
    /// The edges, counted from one, of nodes that have many.
    wide: Table,
    /// For every rule the node where its patterns end, if there is one yet.
    ends: Vec<Link>,
    /// Whether `{rest}` is left out, which is a block of its own by then.
    drops_rest: bool,
}

/// A place in a list, counted from one; zero is none.
type Link = u32;

/// A node that is being built.
#[derive(Clone, Debug, Default)]
struct Draft {
    /// A bit for every literal edge.
    literals: u64,
    first_edge: Link,
    edge_count: u32,
    last_empty: Link,
    end: Option<RuleIndex>,
    slots: u16,
    /// Whether ways join here, so that no other pattern may go on behind it.
    is_join: bool,
}

#[derive(Clone, Copy, Debug)]
struct Edge {
    key: u64,
    next: Node,
    sibling: Link,
}

/// Parts of a pattern, and those that follow behind them.
#[derive(Clone, Copy)]
struct Sequence<'p> {
    parts: Parts<'p>,
    behind: Option<&'p Sequence<'p>>,
}

impl Builder {
    pub(super) fn new() -> Self {
        let (edges, empty, ends) = (Vec::new(), Vec::new(), Vec::new());
        Self { states: vec![Draft::default(); 3], edges, empty, wide: Table::new(), ends, drops_rest: false }
    }

    /// Adds a pattern of rule `rule`. Of two equal patterns the one added first stays.
    pub(super) fn insert(&mut self, pattern: &Pattern, rule: RuleIndex) {
        for drops_rest in [false, true].into_iter().take(1 + usize::from(pattern.divides())) {
            self.drops_rest = drops_rest;
            let root = match pattern.head {
                Some(Slot::Rest) if !drops_rest => AFTER_REST,
                Some(Slot::Text) => AFTER_TEXT,
                _ => ROOT,
            };
            self.tight(root, Sequence { parts: pattern.parts(), behind: None }, rule);
        }
    }

    /// Adds `sequence` at a root, which stands for the open end in front. Choices at
    /// its start that may be passed over are written out: an empty edge at a root
    /// would be walked for every block.
    fn tight(&mut self, root: Node, sequence: Sequence<'_>, rule: RuleIndex) {
        let behind = sequence.behind;
        match (sequence.parts.split_first(), behind) {
            (None, Some(behind)) => self.tight(root, *behind, rule),
            (Some((Part::One(element), parts)), _) if element.anything().is_some() => {
                self.tight(root, Sequence { parts, behind }, rule);
            }
            (Some((Part::Choice(ways), parts)), _) if ways.iter().any(is_loose) => {
                let behind = Sequence { parts, behind };
                ways.iter().for_each(|parts| self.tight(root, Sequence { parts, behind: Some(&behind) }, rule));
            }
            _ => self.add(root, sequence, rule),
        }
    }

    /// Adds `sequence` behind `node`. A pattern without choices ends where equal
    /// ones do, so that they are known to be equal.
    fn add(&mut self, node: Node, sequence: Sequence<'_>, rule: RuleIndex) {
        let Sequence { parts, behind } = sequence;
        if let Some(behind) = behind {
            let end = self.parts(node, parts);
            self.add(end, *behind, rule);
        } else if parts.is_plain() {
            let end = self.parts(node, parts);
            self.states[end as usize].end.get_or_insert(rule);
        } else {
            let end = self.end(rule);
            self.parts_to(node, parts, end);
        }
    }

    /// The node where patterns of `rule` end.
    fn end(&mut self, rule: RuleIndex) -> Node {
        let place = rule as usize;
        if place >= self.ends.len() {
            self.ends.resize(place + 1, 0);
        }
        if self.ends[place] == 0 {
            self.ends[place] = self.node(Draft { end: Some(rule), is_join: true, ..Draft::default() });
        }
        self.ends[place]
    }

    /// Adds parts behind `node`; gives the node behind them.
    fn parts(&mut self, mut node: Node, mut parts: Parts<'_>) -> Node {
        while let Some((part, rest)) = parts.split_first() {
            (node, parts) = (self.part(node, part), rest);
        }
        node
    }

    fn part(&mut self, node: Node, part: Part<'_>) -> Node {
        match part {
            Part::One(element) if self.drops(element) => node,
            Part::One(element) => self.child(node, element),
            Part::Choice(ways) => {
                let join = self.node(Draft { is_join: true, ..Draft::default() });
                ways.iter().for_each(|way| self.parts_to(node, way, join));
                join
            }
        }
    }

    fn drops(&self, element: Element) -> bool {
        self.drops_rest && matches!(element, Element::Slot(Slot::Rest, _))
    }

    /// Adds parts behind `node` that lead to `join`.
    fn parts_to(&mut self, mut node: Node, mut parts: Parts<'_>, join: Node) {
        while let Some((part, rest)) = parts.split_first().filter(|(_, rest)| !rest.is_empty()) {
            (node, parts) = (self.part(node, part), rest);
        }
        match parts.split_first() {
            Some((Part::One(element), _)) if !self.drops(element) => self.edge_to(node, element, join),
            Some((Part::Choice(ways), _)) => ways.iter().for_each(|way| self.parts_to(node, way, join)),
            _ => self.leap(node, join),
        }
    }

    fn node(&mut self, draft: Draft) -> Node {
        self.states.push(draft);
        (self.states.len() - 1) as Node
    }

    /// Adds an empty edge, if it is not there.
    fn leap(&mut self, node: Node, next: Node) {
        if !self.leaps(node).any(|known| known == next) {
            self.empty.push((next, self.states[node as usize].last_empty));
            self.states[node as usize].last_empty = self.empty.len() as Link;
        }
    }

    /// The nodes behind the empty edges of `node`, the last first.
    fn leaps(&self, node: Node) -> impl Iterator<Item = Node> {
        let first = link(&self.empty, self.states[node as usize].last_empty);
        std::iter::successors(first, |(_, before)| link(&self.empty, *before)).map(|(next, _)| next)
    }

    fn edges(&self, node: Node) -> impl Iterator<Item = Edge> {
        let first = link(&self.edges, self.states[node as usize].first_edge);
        std::iter::successors(first, |edge| link(&self.edges, edge.sibling))
    }

    /// The edge of `node` with `key`.
    fn find(&self, node: Node, key: u64) -> Link {
        let draft = &self.states[node as usize];
        if draft.edge_count > FEW_EDGES {
            return self.wide.find(wide_key(node, key));
        }
        let mut at = draft.first_edge;
        while let Some(edge) = link(&self.edges, at).filter(|edge| edge.key != key) {
            at = edge.sibling;
        }
        at
    }

    /// Leads the edge of `node` with `key` to `next`, made where there is none.
    fn lead(&mut self, node: Node, key: u64, next: Node) {
        match self.find(node, key) {
            0 => self.add_edge(node, key, next),
            at => self.edges[at as usize - 1].next = next,
        }
    }

    fn add_edge(&mut self, node: Node, key: u64, next: Node) {
        let draft = &mut self.states[node as usize];
        self.edges.push(Edge { key, next, sibling: draft.first_edge });
        draft.first_edge = self.edges.len() as Link;
        draft.edge_count += 1;
        match slot_bit(key) {
            0 => draft.literals |= bit(key),
            slot => draft.slots |= slot,
        }
        self.widen(node);
    }

    /// Notes the last edge of `node` where it has many, and all when they become so.
    fn widen(&mut self, node: Node) {
        let draft = &self.states[node as usize];
        let (mut at, count) = (draft.first_edge, draft.edge_count);
        let new = if count == FEW_EDGES + 1 { count } else { u32::from(count > FEW_EDGES) };
        for _ in 0..new {
            let edge = self.edges[at as usize - 1];
            self.wide.insert(wide_key(node, edge.key), at);
            at = edge.sibling;
        }
    }

    /// The node behind the edge for `element`, on which other patterns may build.
    fn child(&mut self, node: Node, element: Element) -> Node {
        let at = self.find(node, key(element));
        match link(&self.edges, at) {
            None => {
                let next = self.node(Draft::default());
                self.add_edge(node, key(element), next);
                next
            }
            Some(edge) if self.states[edge.next as usize].is_join => {
                let next = self.node(Draft::default());
                self.leap(next, edge.next);
                self.edges[at as usize - 1].next = next;
                next
            }
            Some(edge) => edge.next,
        }
    }

    /// An edge for `element` that leads to `join`.
    fn edge_to(&mut self, node: Node, element: Element, join: Node) {
        match link(&self.edges, self.find(node, key(element))) {
            None => self.add_edge(node, key(element), join),
            Some(edge) if edge.next == join => {}
            Some(_) => {
                let next = self.child(node, element);
                self.leap(next, join);
            }
        }
    }

    /// The automaton of all patterns. Where several rules' patterns are equal, the one
    /// of highest `precedence` stays.
    pub(super) fn finish(mut self, precedence: impl Fn(RuleIndex) -> Precedence) -> Automaton {
        closing::close(&mut self, &precedence);
        let ahead = self.look_ahead();
        let mut states = Vec::with_capacity(self.states.len() + 1);
        let (mut edges, mut empty) = (Vec::with_capacity(self.edges.len()), Vec::with_capacity(self.empty.len()));
        for (node, (draft, ahead)) in self.states.iter().zip(ahead).enumerate() {
            let (first_edge, first_empty) = (edges.len() as u32, empty.len() as u32);
            states.push(State { first_edge, first_empty, end: draft.end, slots: draft.slots, ahead });
            edges.extend(self.edges(node as Node).map(|edge| (edge.key, edge.next)));
            empty.extend(self.leaps(node as Node));
            empty[first_empty as usize..].reverse();
        }
        let (first_edge, first_empty) = (edges.len() as u32, empty.len() as u32);
        states.push(State { first_edge, first_empty, ..State::default() });
        let wide = self.wide.renumbered(|edge| self.edges[edge as usize - 1].next);
        Automaton::new(states, edges, empty, wide)
    }

    /// For every node what can come next.
    fn look_ahead(&self) -> Vec<Ahead> {
        let own = |draft: &Draft| Ahead::new(draft.literals, draft.slots, draft.end.is_some());
        let mut ahead: Vec<Ahead> = self.states.iter().map(own).collect();
        let mut done: Vec<bool> = self.states.iter().map(|draft| draft.last_empty == 0).collect();
        (0..self.states.len() as Node).for_each(|node| self.bring_back(node, &mut ahead, &mut done));
        ahead
    }

    /// Brings what is ahead back over the empty edges from `node`. These never lead
    /// in a circle, for they lead to where a group of the pattern ends.
    fn bring_back(&self, node: Node, ahead: &mut [Ahead], done: &mut [bool]) {
        if std::mem::replace(&mut done[node as usize], true) {
            return;
        }
        for next in self.leaps(node) {
            self.bring_back(next, ahead, done);
            ahead[node as usize] = ahead[node as usize].join(ahead[next as usize]);
        }
    }
}

/// What stands at a link of a chain.
fn link<T: Copy>(all: &[T], at: Link) -> Option<T> {
    all.get((at as usize).checked_sub(1)?).copied()
}

/// Whether a sequence is empty or starts with what may be passed over, or with an
/// open end.
fn is_loose(parts: Parts<'_>) -> bool {
    match parts.split_first() {
        Some((Part::Choice(ways), _)) => ways.iter().any(is_loose),
        Some((Part::One(element), _)) => element.anything().is_some(),
        None => true,
    }
}
