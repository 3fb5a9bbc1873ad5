//! Rules: packs of phrases and patterns, compiled to one matcher.

mod automaton;
mod builder;
pub(crate) mod builtin;
mod compiled;
mod expand;
mod folding;
mod lexicon;
mod lookup;
mod matcher;
pub(crate) mod pack;
mod pattern;
mod phrases;
mod read;
#[cfg(test)]
mod safety;
mod slots;
pub(crate) mod tokens;
mod vocabulary;
mod whole;
mod word_hash;

pub(crate) use compiled::{Hit, RuleId, RuleSet, Split, Value};
pub(crate) use pack::Opens;
pub use pack::Pack;
