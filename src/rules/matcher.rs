//! Finds the pattern that fits a block best.

use super::automaton::{AFTER_REST, AFTER_TEXT, Automaton, EDGES, Node, ROOT, RuleIndex, State, mixed, slot_key};
use super::compiled::{Precedence, Rule};
use super::pattern::Slot;
use super::slots::{self, View};
use super::tokens::{Token, TokenKind};
use crate::date::Date;

/// Steps that one block may cost: enough for any real one, and a bound for those
/// made to be slow.
const MOST_STEPS: u32 = 20_000;

/// Bullets, arrows and other marks before the first word that are passed over.
const MOST_LEADING_MARKS: usize = 8;

/// What slots took in on the way.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Captured {
    pub(super) number: Option<u64>,
    pub(super) date: Option<Option<Date>>,
    /// The last date, where there are several.
    pub(super) last_date: Option<Option<Date>>,
    /// Bytes of a name, an address, or the text in front or behind.
    pub(super) text: Option<(u32, u32)>,
    /// Bytes of the first name.
    pub(super) name: Option<(u32, u32)>,
    /// Whether it is of a script without capitals.
    name_is_uncased: bool,
    /// The open end, and where it starts.
    tail: Option<(Slot, usize)>,
    /// Words and numbers that the pattern spells out: the more, the surer the match.
    pub(super) literals: u8,
    /// Where the pattern's own part starts and ends; the rest is a block of its own.
    pub(super) cut: Option<(u32, u32)>,
}

impl Captured {
    fn spelt(&self, token: &Token) -> Self {
        Self { literals: self.literals.saturating_add(u8::from(token.kind != TokenKind::Mark)), ..*self }
    }

    fn dated(&self, date: Option<Date>) -> Self {
        match self.date {
            None => Self { date: Some(date), ..*self },
            Some(_) => Self { last_date: Some(date), ..*self },
        }
    }

    /// The time of day belongs to the date before it.
    fn timed(&self, hour: u8, minute: u8) -> Self {
        let at = |date: Option<Date>| date.and_then(|date| date.at(hour, minute));
        match self.last_date {
            None => Self { date: self.date.map(at), ..*self },
            Some(last) => Self { last_date: Some(at(last)), ..*self },
        }
    }
}

/// The higher, the better a pattern fits: a sure rule, many words spelt out, no open end;
/// of equals the rule that takes precedence.
type Rank = (bool, u8, bool, Precedence);

/// A pattern that fits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) rule: RuleIndex,
    pub(super) captured: Captured,
    rank: Rank,
}

/// The best pattern for the block in `view`, whose rules are `rules`.
pub(super) fn best(automaton: &Automaton, rules: &[Rule], view: &View<'_>) -> Option<Candidate> {
    let words = slots::words(view.tokens);
    let trailing = view.tokens.iter().rposition(|token| !is_trailing(token)).map_or(0, |last| last + 1);
    let mut search = Search { automaton, rules, view, words, trailing, head: None, best: None, steps: MOST_STEPS };
    search.search_start();
    search.search_inside();
    search.best
}

struct Search<'s> {
    automaton: &'s Automaton,
    rules: &'s [Rule],
    view: &'s View<'s>,
    words: usize,
    /// From this token on there is nothing but marks that say nothing.
    trailing: usize,
    /// The text in front of the pattern, and which slot it fills.
    head: Option<(Slot, usize)>,
    best: Option<Candidate>,
    steps: u32,
}

impl Search<'_> {
    fn search_start(&mut self) {
        let tokens = &self.view.tokens.all;
        for (start, token) in tokens.iter().enumerate().take(MOST_LEADING_MARKS) {
            if self.view.vocabulary.may_begin(ROOT, token, tokens.get(start + 1)) {
                self.walk(ROOT, start, &Captured::default());
            }
            if token.kind != TokenKind::Mark {
                break;
            }
        }
    }

    /// Patterns with an open end in front may start at any token.
    fn search_inside(&mut self) {
        for (root, start) in &self.view.tokens.starts {
            let slot = if *root == AFTER_TEXT { Slot::Text } else { Slot::Rest };
            self.head = Some((slot, *start as usize));
            self.walk(*root, *start as usize, &Captured::default());
        }
        self.head = None;
    }

    /// Goes on at `node` with token `at`. Marks between a pattern's words are
    /// passed over here, not by recursion: a block may have any number of them.
    fn walk(&mut self, node: Node, mut at: usize, captured: &Captured) {
        let state = self.automaton.state(node);
        while self.steps > 0 && self.may_go_on(node, at) {
            self.steps -= 1;
            self.offer_ends(state, at, captured);
            for next in self.automaton.empty(node) {
                self.walk(*next, at, captured);
            }
            let Some(token) = self.view.tokens.get(at) else { return };
            let behind = self.automaton.step(node, mixed(token.kind, token.key));
            if let Some(next) = behind {
                self.walk(next, at + 1, &captured.spelt(token));
            }
            self.glued_name(node, at, token, captured);
            self.slots(node, at, token, captured);
            if node <= AFTER_REST || !is_passed_over(token) {
                return;
            }
            at += 1;
        }
    }

    /// Whether there may be a way on for token `at`.
    fn may_go_on(&self, node: Node, at: usize) -> bool {
        let Some(token) = self.view.tokens.get(at) else { return self.automaton.may_end(node) };
        let vague = token.kind == TokenKind::Mark || token.is_camel();
        vague || self.automaton.may_go_on(node, mixed(token.kind, token.key), self.view.vocabulary.slots(token))
    }

    fn offer_ends(&mut self, state: &State, at: usize, captured: &Captured) {
        if let Some(rule) = state.end.filter(|_| at >= self.trailing) {
            self.offer(rule, *captured);
        }
    }

    fn offer(&mut self, index: RuleIndex, mut captured: Captured) {
        let rule = &self.rules[index as usize];
        let open = captured.tail.is_some() || self.head.is_some();
        let rank = (rule.sure, captured.literals, !open, rule.precedence(index));
        // Where no capital tells a name, the pattern's words have to.
        let nameless = captured.name_is_uncased && captured.literals == 0;
        let too_long = nameless || open && self.words > usize::from(rule.words) && !self.divides(&captured);
        if too_long || self.best.is_some_and(|best| best.rank >= rank) || !self.head_fits(&captured) {
            return;
        }
        self.take_ends(&mut captured);
        self.best = Some(Candidate { rule: index, captured, rank });
    }

    fn divides(&self, captured: &Captured) -> bool {
        [self.head, captured.tail].into_iter().flatten().any(|(slot, _)| slot == Slot::Rest)
    }

    /// With `{text}` on both sides either may be empty; else the head holds a word.
    fn head_fits(&self, captured: &Captured) -> bool {
        match (self.head, captured.tail) {
            (None, _) | (Some((Slot::Text, _)), Some((Slot::Text, _))) => true,
            (Some((_, start)), _) => slots::words(&self.view.tokens[..start]) > 0,
        }
    }

    /// Notes where the open ends lie.
    fn take_ends(&self, captured: &mut Captured) {
        let tokens = self.view.tokens;
        let whole = (tokens[0].start, tokens[tokens.len() - 1].end);
        let own_start = self.head.map_or(whole.0, |(_, start)| tokens[start].start);
        let own_end = captured.tail.map_or(whole.1, |(_, at)| tokens[at - 1].end);
        if self.divides(captured) {
            captured.cut = Some((own_start, own_end));
        } else if captured.tail.is_some() {
            captured.text = captured.text.or(Some((own_end, whole.1)));
        } else if self.head.is_some() {
            captured.text = captured.text.or(Some((whole.0, own_start)));
        }
    }

    /// Fills the slots that edges from `node` ask for, where `token` may begin them.
    fn slots(&mut self, node: Node, at: usize, token: &Token, captured: &Captured) {
        let mut asked = self.automaton.state(node).slots & self.view.vocabulary.slots(token);
        while asked != 0 {
            let (slot, glued) = EDGES[asked.trailing_zeros() as usize];
            asked &= asked - 1;
            if let Some(next) = self.automaton.step(node, slot_key(slot, glued)) {
                self.fill(slot, next, at, captured);
            }
        }
    }

    fn fill(&mut self, slot: Slot, next: Node, at: usize, captured: &Captured) {
        let view = self.view;
        match slot {
            Slot::Number => {
                if let Some((number, end)) = slots::number(view, at) {
                    self.walk(next, end, &Captured { number: captured.number.or(Some(number)), ..*captured });
                }
            }
            Slot::Date => {
                for reading in slots::dates(view, at).into_iter().flatten() {
                    self.walk(next, reading.end, &captured.dated(reading.date));
                }
            }
            Slot::Time => {
                if let Some(((hour, minute), end)) = slots::time(view, at) {
                    self.walk(next, end, &captured.timed(hour, minute));
                }
            }
            Slot::Name => {
                let name_is_uncased = captured.name_is_uncased || view.tokens[at].uncased;
                for end in slots::names(view, at) {
                    let named = self.with_text(at, end, captured);
                    self.walk(next, end, &Captured { name: named.name.or(named.text), name_is_uncased, ..named });
                }
            }
            Slot::Url => {
                if let Some(end) = slots::url(view, at) {
                    self.walk(next, end, &self.with_text(at, end, captured));
                }
            }
            Slot::Text | Slot::Rest => {
                if view.tokens[at..].iter().any(|token| token.kind != TokenKind::Mark) {
                    let tail = Some((slot, at));
                    self.walk(next, view.tokens.len(), &Captured { tail, ..*captured });
                }
            }
        }
    }

    fn with_text(&self, at: usize, end: usize, captured: &Captured) -> Captured {
        let tokens = self.view.tokens;
        Captured { text: captured.text.or(Some((tokens[at].start, tokens[end - 1].end))), ..*captured }
    }

    /// `pictureAnna Hill`: a pattern that ends in a word with `{name}` glued to it.
    fn glued_name(&mut self, node: Node, at: usize, token: &Token, captured: &Captured) {
        let Some((word, cut)) = token.camel(self.view.text) else { return };
        let behind = self
            .automaton
            .step(node, mixed(TokenKind::Word, word))
            .and_then(|node| self.automaton.step(node, slot_key(Slot::Name, true)));
        let Some(rule) = behind.and_then(|node| self.automaton.state(node).end) else { return };
        let tokens = self.view.tokens;
        let rest = slots::names(self.view, at + 1).next().unwrap_or(at + 1);
        if rest >= self.trailing {
            let text = Some((cut, tokens[rest - 1].end));
            self.offer(rule, Captured { text, ..captured.spelt(token) });
        }
    }
}

/// Marks behind the last word that say nothing: any but a hashtag's, a handle's,
/// a percentage's, a sum's.
fn is_trailing(token: &Token) -> bool {
    token.kind == TokenKind::Mark && !['#', '@', '%', '$', '€', '£', '°', '+'].iter().any(|mark| token.is_mark(*mark))
}

/// Brackets, quotation marks and decoration between the words of a pattern.
fn is_passed_over(token: &Token) -> bool {
    let plain = "\"()[]{}<>*•·►▶→←»«✓✔";
    token.kind == TokenKind::Mark && (plain.chars().any(|mark| token.is_mark(mark)) || token.key >= 0x1F000)
}
