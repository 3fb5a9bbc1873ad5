use crate::edit::EditRule;

/// The white space between two blocks, brought to its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// No line break: the two stand on one line of the source.
    Inline,
    /// One line break.
    Line,
    /// A blank line, or several.
    Blank,
}

impl Gap {
    /// The kind of `space`, which holds nothing but white space.
    pub(crate) fn of(space: &str) -> Self {
        match line_breaks(space) {
            0 => Self::Inline,
            1 => Self::Line,
            _ => Self::Blank,
        }
    }

    /// What the gap is in the text. Two blocks never share a line there.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Inline | Self::Line => "\n",
            Self::Blank => "\n\n",
        }
    }

    /// The rule of the edit that brings it there.
    pub(crate) const fn rule(self) -> EditRule {
        match self {
            Self::Inline => EditRule::Split,
            Self::Line | Self::Blank => EditRule::Gap,
        }
    }
}

/// Counts up to two: more make no difference.
fn line_breaks(space: &str) -> usize {
    let mut count = 0;
    let mut after_return = false;
    for c in space.chars() {
        count += usize::from(is_line_break(c) && !(after_return && c == '\n'));
        if count == 2 {
            break;
        }
        after_return = c == '\r';
    }
    count
}

/// The mandatory breaks of Unicode's line breaking (UAX #14, classes BK, CR, LF, NL).
pub(super) fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::Gap;

    #[test]
    fn kinds() {
        let cases = [
            ("", Gap::Inline),
            (" \u{a0}", Gap::Inline),
            ("\n", Gap::Line),
            ("\r\n", Gap::Line),
            ("\r", Gap::Line),
            (" \u{2028} ", Gap::Line),
            ("\r\r", Gap::Blank),
            ("\r\n\r\n", Gap::Blank),
            ("\n \n\n", Gap::Blank),
            ("\u{c}\n", Gap::Blank),
        ];
        for (space, gap) in cases {
            assert_eq!(Gap::of(space), gap, "{space:?}");
        }
    }
}
