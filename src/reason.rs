//! Reasons: why a block has its role, or a metadatum its value.

use std::fmt;
use std::sync::Arc;

use crate::classify::Strongest;
use crate::confidence::Confidence;

/// Why a block has its role, or a metadatum its value.
///
/// Printed as `rule:uk/views` where a rule of a pack decided, else in words. How
/// sure the decision is, [`Block::confidence`](crate::Block::confidence) tells.
#[derive(Clone, Debug)]
pub struct Reason(pub(crate) Why, pub(crate) Confidence);

#[derive(Clone, Debug)]
pub(crate) enum Why {
    /// A rule fits the block.
    Rule(Arc<str>),
    /// The value of a label, which stands before it.
    Value(Arc<str>),
    /// Part of a list, or of the page's end, that a rule's block opens.
    Opened(Arc<str>),
    /// The block says what another one says: its number.
    Repeats(usize),
    /// Nothing visible is in it.
    Empty,
    /// The statistics of the block and its neighbourhood.
    Statistics(&'static [&'static str]),
    /// The model: what the block is taken for, and what speaks for that most.
    Weighed(&'static [&'static str], Strongest),
    /// The place of a value, in words.
    Place(&'static str),
    /// A reason that was read from a serialised document.
    #[cfg_attr(not(feature = "serde"), allow(dead_code))]
    Read(Box<str>),
}

impl Reason {
    /// The rule that decided, as `pack/rule`, if one did.
    pub fn rule(&self) -> Option<&str> {
        match &self.0 {
            Why::Rule(rule) => Some(rule),
            Why::Read(text) => text.strip_prefix("rule:"),
            _ => None,
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Why::Rule(rule) => write!(f, "rule:{rule}"),
            Why::Value(rule) => write!(f, "value of rule:{rule}"),
            Why::Opened(rule) => write!(f, "opened by rule:{rule}"),
            Why::Repeats(block) => write!(f, "repeats block {block}"),
            Why::Empty => f.write_str("nothing visible"),
            Why::Place(words) => f.write_str(words),
            Why::Statistics(evidence) => write!(f, "statistics: {}", evidence.join(", ")),
            Why::Weighed(kind, strongest) => {
                write!(f, "statistics: {}", kind.join(", "))?;
                strongest.words().try_for_each(|(question, answer)| write!(f, "; {question}: {answer}"))
            }
            Why::Read(text) => f.write_str(text),
        }
    }
}

impl PartialEq for Reason {
    /// Two reasons are equal when they read the same.
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl Eq for Reason {}
