//! What the terminal can show: colours, and how many columns.

use std::io::{self, IsTerminal};

use anstream::{AutoStream, ColorChoice};
use anstyle::Style;
use unicode_width::UnicodeWidthChar;

use crate::arguments::Color;
use crate::signs;

/// How a report is printed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    has_colors: bool,
    /// Of a terminal; files and pipes have no edge.
    columns: Option<usize>,
}

impl Look {
    /// What standard output takes.
    pub(crate) fn of(color: Color) -> Self {
        let output = io::stdout();
        let has_colors = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => AutoStream::choice(&output) != ColorChoice::Never,
        };
        let size = output.is_terminal().then(terminal_size::terminal_size).flatten();
        Self { has_colors, columns: size.map(|(width, _)| usize::from(width.0)) }
    }

    /// `text` in `style`, where there are colours.
    pub(crate) fn painted(self, style: Style, text: &str) -> String {
        match self.has_colors {
            true => format!("{style}{text}{style:#}"),
            false => text.to_owned(),
        }
    }

    /// `text` with its signs visible, cut where the line ends that has `used` columns already.
    pub(crate) fn cut(self, text: &str, used: usize) -> String {
        let text = signs::spelt(text);
        match self.columns {
            Some(columns) => cut(text, columns.saturating_sub(used)),
            None => text,
        }
    }
}

/// The start of `text` that takes so many columns, with an ellipsis if that is not all.
fn cut(text: String, columns: usize) -> String {
    let mut used = 0;
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        used += letter.width().unwrap_or(0);
        if used > columns {
            return format!("{}…", &text[..end]);
        }
        if used < columns {
            end = at + letter.len_utf8();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn lines_end_at_the_last_column() {
        let cases = [("bridge", 6, "bridge"), ("bridges", 6, "bridg…"), ("橋が開く", 5, "橋が…"), ("ab", 0, "…")];
        for (text, columns, wanted) in cases {
            assert_eq!(cut(text.to_owned(), columns), wanted, "{text}");
        }
    }
}
