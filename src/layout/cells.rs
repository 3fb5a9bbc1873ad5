//! Cells of a table that a scraper laid out side by side, with wide gaps of blanks
//! between them: the article in one, a menu in another.

use memchr::memmem;

use super::lines::{Line, trimmed};
use crate::chars::scan::Traits;

/// So many blanks part cells.
const GAP: &str = "   ";

/// In running text there may be a few blanks too many, but not so many.
const SURE_GAP: usize = 8;

/// A table whose cells have fewer words each is a table of data: its rows stay whole.
const FEWEST_WORDS: usize = 8;

/// Bytes of a word where words are written without blanks.
const BYTES_OF_A_WORD: usize = 8;

/// Calls `take` with each cell of `line` if one of them holds running text, else with the line.
pub(crate) fn cells(source: &str, line: Line, take: &mut impl FnMut(Line)) {
    let text = &source[line.span.range()];
    if !line.traits.has(Traits::BLANKS) || memmem::find(text.as_bytes(), GAP.as_bytes()).is_none() {
        return take(line);
    }
    let cells = divided(text);
    if cells.len() < 2 || !cells.iter().any(|(start, end)| is_running_text(&text[*start..*end])) {
        return take(line);
    }
    let start = line.span.start();
    cells.iter().for_each(|(from, to)| trimmed(source, start + from, start + to, line.traits, take));
}

/// Where the cells of a line start and end.
fn divided(text: &str) -> Vec<(usize, usize)> {
    let (mut cells, mut start, mut at) = (Vec::new(), 0, 0);
    while let Some(found) = memmem::find(&text.as_bytes()[at..], GAP.as_bytes()) {
        let end = at + found;
        let width = text.len() - end - text[end..].trim_start_matches(' ').len();
        at = end + width;
        let goes_on = text[at..].starts_with(char::is_lowercase) && width < SURE_GAP;
        if !goes_on {
            cells.push((start, end));
            start = at;
        }
    }
    cells.push((start, text.len()));
    cells
}

fn is_running_text(cell: &str) -> bool {
    let words = cell.split_ascii_whitespace().count();
    let has_letters = cell.chars().any(char::is_alphabetic);
    has_letters && (words >= FEWEST_WORDS || (words < 3 && cell.len() >= FEWEST_WORDS * BYTES_OF_A_WORD))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::lines;

    fn texts(source: &str) -> Vec<&str> {
        let mut found = Vec::new();
        lines(source, |line| cells(source, line, &mut |cell| found.push(&source[cell.span.range()])));
        found
    }

    #[test]
    fn an_article_is_parted_from_the_menu_beside_it() {
        let source = "  Home      The bridge over the river will be closed for a year.    Weather\n";
        assert_eq!(texts(source), ["Home", "The bridge over the river will be closed for a year.", "Weather"]);
    }

    #[test]
    fn rows_of_data_and_badly_set_sentences_stay_whole() {
        for row in ["Apples    12    14", "The bridge over the river will    be closed for a whole year.", "a   b"] {
            assert_eq!(texts(row), [row]);
        }
    }
}
