//! Takes empty edges out of the nodes that most of them leave from: behind a number
//! or a name at a block's start a hundred patterns go on, each by a way of its own,
//! and a search would walk them all for most blocks. Such a node gets the edges of
//! all nodes that it leads to (Rabin and Scott 1959: the subset construction); where
//! two of them have the same edge, the nodes behind become one.

use rustc_hash::FxHashMap;

use super::{Builder, Draft};
use crate::rules::automaton::{Node, RuleIndex};
use crate::rules::compiled::Precedence;

/// Nodes with more empty edges than this are closed.
const FEW_LEAPS: usize = 3;

/// Closes the busy nodes of `builder`.
pub(super) fn close(builder: &mut Builder, precedence: &dyn Fn(RuleIndex) -> Precedence) {
    let mut closing = Closing { builder, precedence, joined: FxHashMap::default() };
    for node in 0..closing.builder.states.len() as Node {
        if closing.builder.leaps(node).count() > FEW_LEAPS {
            closing.take_in(node, &[node]);
        }
    }
}

struct Closing<'b> {
    builder: &'b mut Builder,
    precedence: &'b dyn Fn(RuleIndex) -> Precedence,
    /// Nodes that stand for several.
    joined: FxHashMap<Vec<Node>, Node>,
}

impl Closing<'_> {
    /// Gives `node` all that `nodes` and those that they lead to have.
    fn take_in(&mut self, node: Node, nodes: &[Node]) {
        let reached = self.reached(nodes);
        let ends = reached.iter().filter_map(|node| self.builder.states[*node as usize].end);
        let end = ends.max_by_key(|rule| (self.precedence)(*rule));
        let (mut keys, mut behind) = (Vec::new(), FxHashMap::<u64, Vec<Node>>::default());
        for edge in reached.iter().flat_map(|node| self.builder.edges(*node)) {
            let targets = behind.entry(edge.key).or_default();
            if targets.is_empty() {
                keys.push(edge.key);
            }
            if let Err(place) = targets.binary_search(&edge.next) {
                targets.insert(place, edge.next);
            }
        }
        self.builder.states[node as usize].end = end;
        self.builder.states[node as usize].last_empty = 0;
        for key in keys {
            let next = self.one_of(&behind[&key]);
            self.builder.lead(node, key, next);
        }
    }

    /// All that is reached from `nodes` without a token.
    fn reached(&self, nodes: &[Node]) -> Vec<Node> {
        let (mut reached, mut todo) = (Vec::new(), nodes.to_vec());
        while let Some(node) = todo.pop() {
            if !reached.contains(&node) {
                reached.push(node);
                todo.extend(self.builder.leaps(node));
            }
        }
        reached
    }

    /// A node that stands for all of `nodes`.
    fn one_of(&mut self, nodes: &[Node]) -> Node {
        if let [node] = nodes {
            return *node;
        }
        if let Some(node) = self.joined.get(nodes) {
            return *node;
        }
        let node = self.builder.node(Draft::default());
        self.joined.insert(nodes.to_vec(), node);
        self.take_in(node, nodes);
        node
    }
}
