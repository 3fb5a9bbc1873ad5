//! Packs, compiled.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use super::automaton::{Automaton, RuleIndex};
use super::builder::Builder;
use super::lexicon::Lexicon;
use super::locale::Locale;
use super::matcher::{self, Captured};
use super::pack::{DateOrder, Opens, Pack, PackData, PackRule};
use super::slots::{self, View};
use super::tokens::{Tokens, tokenize};
use super::vocabulary::Vocabulary;
use crate::date::Date;
use crate::language::Language;
use crate::metadata::Field;
use crate::role::{Role, RoleSet};

/// The number of a rule in its [`RuleSet`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RuleId(u32);

/// A rule without its patterns.
#[derive(Debug)]
pub(crate) struct Rule {
    /// `pack/rule`
    pub(crate) name: Arc<str>,
    pub(crate) role: Role,
    pub(crate) field: Option<Field>,
    pub(crate) opens: Opens,
    pub(crate) sure: bool,
    /// Whether it is a metadatum's label.
    pub(crate) is_label: bool,
    /// Of its pack.
    pub(crate) language: Option<Language>,
    pub(super) words: u16,
}

/// Of two rules that fit as well: one that is sure, then one whose value follows, then the
/// earlier one.
pub(super) type Precedence = (bool, bool, Reverse<RuleIndex>);

impl Rule {
    /// The higher, the rather this rule than another; `index` is its place.
    pub(super) fn precedence(&self, index: RuleIndex) -> Precedence {
        (self.sure, self.opens == Opens::Value, Reverse(index))
    }
}

/// What a slot of a fitting pattern took in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Number(u64),
    Date(Option<Date>),
    /// Bytes of the block.
    Text(Range<usize>),
}

/// How a block falls into two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Split {
    /// The pattern's own part ends here; the rest follows.
    Front(usize),
    /// The pattern's own part starts here; the rest stands before it.
    Back(usize),
}

/// A rule that fits a block.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    pub(crate) rule: RuleId,
    pub(crate) value: Option<Value>,
    /// Bytes of the name that a `{name}` slot took in.
    pub(crate) name: Option<Range<usize>>,
    pub(crate) split: Option<Split>,
    /// Whether the pattern spells out a word: else it is names, numbers and marks alone.
    pub(crate) is_spelt: bool,
}

/// Compiled packs.
#[derive(Debug)]
pub(crate) struct RuleSet {
    automaton: Automaton,
    lexicon: Lexicon,
    vocabulary: Vocabulary,
    rules: Vec<Rule>,
    most_words: usize,
    /// Of the rules that read values off their blocks.
    telling: RoleSet,
}

impl RuleSet {
    /// Compiles `packs`; where two have the same pattern, the first one's rule counts.
    pub(crate) fn new<'p>(packs: impl IntoIterator<Item = &'p Pack>) -> Self {
        let (mut builder, mut lexicon, mut rules) = (Builder::new(), Lexicon::default(), Vec::new());
        for pack in packs {
            lexicon.add(&pack.data);
            for rule in &pack.data.rules {
                insert(&mut builder, rule, rules.len() as u32);
                rules.push(compiled(&pack.data, rule));
            }
        }
        let most_words = rules.iter().map(|rule: &Rule| usize::from(rule.words)).max().unwrap_or(0);
        let mut telling = RoleSet::EMPTY;
        rules
            .iter()
            .filter(|rule| rule.field.is_some() || rule.role == Role::Date)
            .for_each(|rule| telling.insert(rule.role.into()));
        let automaton = builder.finish(|rule| rules[rule as usize].precedence(rule));
        Self { vocabulary: Vocabulary::new(&automaton, &lexicon), automaton, lexicon, rules, most_words, telling }
    }

    pub(crate) fn rule(&self, id: RuleId) -> &Rule {
        &self.rules[id.0 as usize]
    }

    pub(super) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Whether blocks of a role may have values to read off.
    pub(crate) fn may_tell(&self, role: Role) -> bool {
        self.telling.contains(role)
    }

    /// Blocks of more words fit no rule.
    pub(crate) fn most_words(&self) -> usize {
        self.most_words
    }

    /// The languages whose function words are known.
    pub(crate) fn languages(&self) -> &[Language] {
        self.lexicon.languages()
    }

    /// Fills `tokens` with those of `text`, and notes what is known of each.
    pub(crate) fn tokenize(&self, text: &str, tokens: &mut Tokens) {
        tokenize(text, &mut tokens.all);
        self.vocabulary.recognize(tokens);
    }

    pub(super) fn view<'b>(&'b self, text: &'b str, tokens: &'b Tokens, locale: Locale) -> View<'b> {
        View { text, tokens, lexicon: &self.lexicon, vocabulary: &self.vocabulary, locale }
    }

    /// The order of day and month in a language, as its pack says.
    pub(crate) fn date_order(&self, language: Option<Language>) -> DateOrder {
        self.lexicon.date_order(language)
    }

    /// The rule that fits the block best; `locale` tells the order of day and month.
    pub(crate) fn find(&self, text: &str, tokens: &Tokens, locale: Locale) -> Option<Hit> {
        let view = self.view(text, tokens, locale);
        let candidate = matcher::best(&self.automaton, &self.rules, &view)?;
        let rule = RuleId(candidate.rule);
        let value = self.rule(rule).field.and_then(|field| self.value(&view, field, &candidate.captured));
        let split = candidate.captured.cut.and_then(|(start, end)| split(text, start as usize, end as usize));
        let name = candidate.captured.name.map(|(start, end)| start as usize..end as usize);
        Some(Hit { rule, value, name, split, is_spelt: candidate.captured.literals > 0 })
    }

    fn value(&self, view: &View<'_>, field: Field, captured: &Captured) -> Option<Value> {
        let text = captured.text.map(|(start, end)| start as usize..end as usize);
        if field.is_numeric() {
            let number = captured.number.or_else(|| self.number_in(view, text?));
            number.map(Value::Number)
        } else if field.is_date() {
            // A page says when it was written before it says when it was changed.
            let last = captured.last_date.filter(|_| field == Field::Updated);
            let date = last.or(captured.date).or_else(|| self.date_in(view, text?).map(|(date, _)| date));
            date.map(Value::Date)
        } else {
            text.map(Value::Text)
        }
    }

    fn number_in(&self, view: &View<'_>, range: Range<usize>) -> Option<u64> {
        let at = view
            .tokens
            .iter()
            .position(|token| token.start as usize >= range.start && token.kind == super::tokens::TokenKind::Number)?;
        slots::number(view, at).map(|(number, _)| number)
    }

    fn date_in(&self, view: &View<'_>, range: Range<usize>) -> Option<(Option<Date>, Range<usize>)> {
        let first = view.tokens.iter().position(|token| token.start as usize >= range.start)?;
        (first..view.tokens.len()).find_map(|at| {
            let reading = slots::date(view, at)?;
            Some((reading.date, view.tokens[at].start as usize..view.tokens[reading.end - 1].end as usize))
        })
    }

    /// The first date in a block, and its bytes.
    pub(crate) fn find_date(
        &self,
        text: &str,
        tokens: &Tokens,
        locale: Locale,
    ) -> Option<(Option<Date>, Range<usize>)> {
        self.date_in(&self.view(text, tokens, locale), 0..text.len())
    }
}

fn insert(builder: &mut Builder, rule: &PackRule, index: u32) {
    for pattern in &rule.patterns {
        builder.insert(pattern, index);
    }
}

fn compiled(pack: &PackData, rule: &PackRule) -> Rule {
    Rule {
        name: format!("{}/{}", pack.name, rule.name).into(),
        role: rule.role,
        field: rule.field,
        opens: rule.opens,
        sure: rule.sure,
        is_label: rule.is_label,
        language: pack.language,
        words: rule.words,
    }
}

/// Where to cut, if something is left on the other side.
fn split(text: &str, start: usize, end: usize) -> Option<Split> {
    if !text[end..].trim().is_empty() {
        Some(Split::Front(end))
    } else if !text[..start].trim().is_empty() {
        Some(Split::Back(start))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACK: &str = r#"
        name = "test"
        [[rule]]
        name = "any"
        role = "artifact/other"
        match = ["{text} one [small] step {text}", "{text} seen {date}", "end {text}", "{text} alone", "a [b] [c] d", "{name} says"]
    "#;

    /// What the filters in front of the matcher must let through.
    #[test]
    fn patterns_are_found_wherever_they_begin() {
        let pack = Pack::parse("test.toml", PACK).expect("a pack");
        let rules = RuleSet::new(&[pack]);
        let fits = |text: &str| {
            let mut tokens = Tokens::default();
            rules.tokenize(text, &mut tokens);
            rules.find(text, &tokens, Locale::UNKNOWN).is_some()
        };
        let fitting = [
            "Just one step more",
            "Just one (small) step more",
            "Last seen 2024-04-21",
            "End of it",
            "He stands alone…",
            "a d",
            "a b d",
            "A «c» d!",
            "Anna Hill says",
        ];
        fitting.iter().for_each(|text| assert!(fits(text), "{text}"));
        let others = [
            "One leap",
            "Just one big step more",
            "Last seen today",
            "The end of it",
            "alone he stands",
            "a c b d",
            "anna says",
        ];
        others.iter().for_each(|text| assert!(!fits(text), "{text}"));
    }
}
