//! Takes empty edges out of the nodes that most of them leave from: behind a number
//! or a name at a block's start a hundred patterns go on, each by a way of its own,
//! and a search would walk them all for most blocks. Such a node gets the edges of
//! all nodes that it leads to (Rabin and Scott 1959: the subset construction); where
//! two of them have the same edge, the nodes behind become one.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Builder, Draft};
use crate::rules::automaton::{Node, RuleIndex};
use crate::rules::compiled::Precedence;

/// Nodes with more empty edges than this are closed.
const FEW_LEAPS: usize = 3;

/// Closes the busy nodes of `builder`, and at most doubles the number of nodes.
pub(super) fn close(builder: &mut Builder, precedence: &dyn Fn(RuleIndex) -> Precedence) {
    let most = builder.states.len();
    let mut closing = Closing { builder, precedence, joined: FxHashMap::default(), most };
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
    /// No more of them are closed: a pack can be written that has more subsets than
    /// anyone could wait for.
    most: usize,
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
        let (mut reached, mut todo, mut seen) = (Vec::new(), nodes.to_vec(), FxHashSet::default());
        while let Some(node) = todo.pop() {
            if seen.insert(node) {
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
        match self.joined.len() <= self.most {
            true => self.take_in(node, nodes),
            false => nodes.iter().for_each(|next| self.builder.leap(node, *next)),
        }
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

    fn rule(pack: &str, text: &str) -> Option<String> {
        let rules = RuleSet::new(&[Pack::parse("test.toml", pack).expect("a pack")]);
        let mut tokens = Tokens::default();
        rules.tokenize(text, &mut tokens);
        rules.find(text, &tokens, crate::rules::Locale::UNKNOWN).map(|hit| rules.rule(hit.rule).name.to_string())
    }

    /// Behind a number there are so many ways that its node is closed.
    #[test]
    fn all_ways_behind_a_busy_node_are_found() {
        let fitting = |name: &str, texts: &[&str]| {
            texts.iter().for_each(|text| assert_eq!(rule(PACK, text), Some(format!("test/{name}")), "{text}"));
        };
        fitting("views", &["12 views", "12 page views", "12 (page) views", "12 unique readers"]);
        fitting("replies", &["12 page two comments", "12 comments", "12 new replies"]);
        fitting("sure", &["12 new friendly comments so far", "12 comments so far", "12 unique shares"]);
        let others = ["12 unique views", "12 page replies", "12 so", "12 friendly comments"];
        others.iter().for_each(|text| assert_eq!(rule(PACK, text), None, "{text}"));
    }

    /// Which of these words are the optional ones can be told in as many ways as there
    /// are subsets of them.
    #[test]
    fn a_pack_with_very_many_subsets_is_compiled() {
        let [optional, fixed] = ["[a|b]", "(a|b)"].map(|part| [part; 26].join(" "));
        let busy = r#"match = ["{number} [x] one", "{number} [y] two", "{number} [z] three", "{number} "#;
        let head = "name = \"test\"\n[[rule]]\nname = \"all\"\nrole = \"artifact/other\"\n";
        let pack = format!("{head}{busy}{optional} a {fixed}\"]");
        let text = |words: usize| format!("12 {}", ["a"; 40][..words].join(" "));
        assert_eq!(rule(&pack, &text(34)), Some("test/all".to_owned()));
        assert_eq!(rule(&pack, &text(26)), None);
    }
}
