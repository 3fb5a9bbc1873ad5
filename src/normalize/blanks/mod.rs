//! White space inside a line.

mod punctuation;

use super::rewrite::{Replacement, Rewrite};
use crate::chars::scan::{Traits, specials};
use crate::edit::EditRule;
use punctuation::Typography;

/// Whether a line with `traits` may hold white space that [`tidy`] takes out or changes.
pub(super) fn may_change(line: &str, traits: Traits) -> bool {
    let inside = traits.has(Traits::BLANKS) || traits.has(Traits::CONTROL);
    inside
        || (traits.has(Traits::SPECIAL) && specials(line).any(char::is_whitespace))
        || line.starts_with(char::is_whitespace)
        || line.ends_with(char::is_whitespace)
}

/// Takes white space out at both ends of the line; where it is to be tidied
/// inside too (`inner`), makes every run one blank, and none before punctuation
/// where the line's language has none.
pub(super) fn tidy(text: &mut Rewrite<'_>, inner: bool) -> bool {
    let current = text.text();
    let mut found = Vec::new();
    let mut typography = Typography::new(current);
    let mut chars = current.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some((at, c)) = chars.next_if(|(_, c)| c.is_whitespace()) {
            end = at + c.len_utf8();
        }
        if start == 0 || end == current.len() {
            found.push(Replacement::new(start..end, "", EditRule::Blank));
        } else if inner {
            found.extend(tidied(current, start, end, &mut typography));
        }
    }
    text.replace(found)
}

fn tidied(text: &str, start: usize, end: usize, typography: &mut Typography<'_>) -> Option<Replacement> {
    if typography.has_no_blank(start, end) {
        return Some(Replacement::new(start..end, "", EditRule::BlankBeforePunctuation));
    }
    (&text[start..end] != " ").then(|| Replacement::new(start..end, " ", EditRule::Blank))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidied(text: &str) -> String {
        let mut rewrite = Rewrite::new(text);
        tidy(&mut rewrite, true);
        rewrite.text().to_owned()
    }

    #[test]
    fn every_kind_of_white_space_becomes_one_blank() {
        for c in (char::MIN..=char::MAX).filter(|c| c.is_whitespace()) {
            assert_eq!(tidied(&format!("{c}a{c}{c}b{c}")), "a b", "{c:?}");
        }
    }
}
