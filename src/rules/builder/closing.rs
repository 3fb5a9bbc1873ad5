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

#[cfg(test)]
mod tests {
    use crate::rules::RuleSet;
    use crate::rules::pack::Pack;
    use crate::rules::tokens::Tokens;

    const PACK: &str = r#"
        name = "test"
        [[rule]]
        name = "views"
        role = "artifact/counter"
        certainty = "likely"
        match = ["{number} [page] views", "{number} [unique] readers", "{number} [so] seen"]
        [[rule]]
        name = "replies"
        role = "artifact/comments"
        certainty = "likely"
        match = ["{number} [new] replies", "{number} [page] [two] comments", "{number} [new] comments"]
        [[rule]]
        name = "sure"
        role = "artifact/share"
        match = ["{number} [new] [friendly] comments so far", "{number} [unique] shares"]
    "#;

    /// Behind a number there are so many ways that its node is closed.
    #[test]
    fn all_ways_behind_a_busy_node_are_found() {
        let pack = Pack::parse("test.toml", PACK).expect("a pack");
        let rules = RuleSet::new(&[pack]);
        let rule = |text: &str| {
            let mut tokens = Tokens::default();
            rules.tokenize(text, &mut tokens);
            rules.find(text, &tokens, None).map(|hit| rules.rule(hit.rule).name.to_string())
        };
        let cases = [
            ("12 views", "views"),
            ("12 page views", "views"),
            ("12 (page) views", "views"),
            ("12 unique readers", "views"),
            ("12 page two comments", "replies"),
            ("12 comments", "replies"),
            ("12 new replies", "replies"),
            ("12 new friendly comments so far", "sure"),
            ("12 comments so far", "sure"),
            ("12 unique shares", "sure"),
        ];
        cases.iter().for_each(|(text, name)| assert_eq!(rule(text), Some(format!("test/{name}")), "{text}"));
        ["12 unique views", "12 page replies", "12 so", "12 friendly comments"]
            .iter()
            .for_each(|text| assert_eq!(rule(text), None, "{text}"));
    }
}
