//! How deep headings lie, where they say so: by number signs, by numbers, by capitals.

/// The levels of `headings`, in order, from 1; all are 1 where nothing tells.
pub(super) fn levels(headings: &[&str]) -> Vec<u8> {
    let by_signs = |headings: &[&str]| headings.iter().map(|heading| signs(heading)).collect();
    let told = [by_signs, numbers, capitals].into_iter().map(|ranks| ranks(headings)).find(|ranks| are_nested(ranks));
    told.map_or_else(|| vec![1; headings.len()], |ranks| dense(&ranks))
}

/// Whether several ranks occur. The first heading lies highest: one that lies higher would
/// have it for a child.
fn are_nested(ranks: &[usize]) -> bool {
    let (first, lowest) = (ranks.first(), ranks.iter().min());
    first == lowest && ranks.iter().any(|rank| Some(rank) != first)
}

/// Each level is at most one deeper than that of the heading it is under.
fn dense(ranks: &[usize]) -> Vec<u8> {
    let mut open: Vec<usize> = Vec::new();
    let level = |rank: &usize| {
        open.truncate(open.iter().position(|above| above >= rank).unwrap_or(open.len()));
        open.push(*rank);
        open.len().min(usize::from(u8::MAX)) as u8
    };
    ranks.iter().map(level).collect()
}

/// `## Heading`: the signs of Markdown.
fn signs(heading: &str) -> usize {
    const MOST: usize = 6;
    let count = heading.len() - heading.trim_start_matches('#').len();
    if count <= MOST && heading[count..].starts_with(' ') { count } else { 0 }
}

/// `2`, `2.1`, `2.1.3`: how many numbers a heading begins with. More than one count where
/// the heading above with one less was there: `3.5 million` stands under no 3.
fn numbers(headings: &[&str]) -> Vec<usize> {
    let mut open: Vec<&str> = Vec::new();
    let mut ranks = Vec::with_capacity(headings.len());
    for heading in headings {
        let numbered = number(heading).and_then(|number| Some((number, depth(number, &open)?)));
        if let Some((number, depth)) = numbered {
            open.truncate(depth);
            open.push(number);
        }
        ranks.push(numbered.map_or(1, |(_, depth)| depth + 1));
    }
    ranks
}

/// How many headings above a number of several parts belongs to, if they are `open`.
fn depth(number: &str, open: &[&str]) -> Option<usize> {
    match number.rfind('.') {
        None => Some(0),
        Some(dot) => open.iter().position(|above| *above == &number[..dot]).map(|place| place + 1),
    }
}

/// The number that a heading begins with, without its last full stop.
fn number(heading: &str) -> Option<&str> {
    let end = heading.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
    let number = heading[..end].strip_suffix('.').unwrap_or(&heading[..end]);
    let is_part = |part: &str| (1..=2).contains(&part.len());
    (heading[end..].starts_with(' ') && number.split('.').all(is_part)).then_some(number)
}

/// Headings in capitals over others; a lone one may be an abbreviation.
fn capitals(headings: &[&str]) -> Vec<usize> {
    const FEWEST: usize = 2;
    let is_high: Vec<bool> = headings.iter().map(|heading| is_in_capitals(heading)).collect();
    if is_high.iter().filter(|high| **high).count() < FEWEST {
        return vec![1; headings.len()];
    }
    is_high.into_iter().map(|high| if high { 1 } else { 2 }).collect()
}

/// Abbreviations have fewer letters in capitals than this.
const FEWEST_CAPITALS: usize = 6;

fn is_in_capitals(heading: &str) -> bool {
    heading.chars().filter(|c| c.is_uppercase()).count() >= FEWEST_CAPITALS && !heading.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_those_that_headings_show() {
        let cases: [(&[&str], &[u8]); 8] = [
            (&["Weather", "Traffic"], &[1, 1]),
            (&["## Weather", "#### Rain", "#### Snow", "## Traffic"], &[1, 2, 2, 1]),
            (&["1. Weather", "1.1 Rain", "1.1.1 Today", "1.2 Snow", "2. Traffic"], &[1, 2, 3, 2, 1]),
            (&["Weather", "3.5 million without power", "2 dead"], &[1, 1, 1]),
            (&["1 Rain", "Snow", "2 Wind"], &[1, 1, 1]),
            (&["THE WEATHER", "Rain", "Snow", "THE TRAFFIC"], &[1, 2, 2, 1]),
            (&["Rain", "THE WEATHER", "THE TRAFFIC"], &[1, 1, 1]),
            (&["НАТО", "Погода", "ЄС"], &[1, 1, 1]),
        ];
        cases.iter().for_each(|(headings, expected)| assert_eq!(levels(headings), *expected, "{headings:?}"));
    }
}
