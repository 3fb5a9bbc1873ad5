//! Decimal digits of all scripts.

use std::borrow::Cow;

use super::table::ZEROS;
use crate::edit::EditRule;
use crate::normalize::rewrite::Rewrite;

const ASCII: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// Writes all decimal digits in ASCII.
pub(super) fn fold(text: &mut Rewrite<'_>) -> bool {
    super::each(text, EditRule::Digits, |c| if c.is_ascii() { None } else { ascii(c).map(Cow::Borrowed) })
}

fn ascii(c: char) -> Option<&'static str> {
    let zero = ZEROS[..ZEROS.partition_point(|zero| *zero <= c)].last()?;
    ASCII.get(u32::from(c).checked_sub(u32::from(*zero))? as usize).copied()
}
