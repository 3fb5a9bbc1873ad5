//! Layout: where the source's lines and their cells are, and what white space lies
//! between two blocks.

mod cells;
mod gap;
mod lines;

pub(crate) use cells::cells;
pub(crate) use gap::Gap;
pub(crate) use lines::{Line, lines};
