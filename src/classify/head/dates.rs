//! Lines with a date, which no rule takes for one.

use super::super::decision::{Active, Draft};
use super::super::statistics;
use crate::reason::Why;
use crate::role::Role;
use crate::rules::Locale;
use crate::rules::tokens::Tokens;

/// Open lines below the title among which dates are looked for: menus and lists of other
/// articles may follow.
const BELOW: usize = 12;

/// Open lines above the title: kickers and by-lines.
const ABOVE: usize = 4;

/// A date's line has this many words at most, its own and those of names and rubrics.
const MOST_WORDS: u32 = 20;

/// One that the model takes for content has fewer, unless it stands right below the title: it
/// may be part of a list.
const MOST_WORDS_OF_CONTENT: u32 = 10;

/// Numbers of a date whose year has two digits.
const NUMBERS: u8 = 3;

/// Settles the lines by the title that have a date in them; `body` is the text's second paragraph.
pub(super) fn settle(active: &Active<'_>, drafts: &mut [Draft], title: usize, body: usize) {
    let is_open = |place: &usize| drafts[*place].verdict.is_none();
    let below = (title + 1..body).filter(is_open).take(BELOW);
    let above = (0..title).rev().filter(is_open).take(ABOVE);
    let mut tokens = Tokens::default();
    let most =
        |place: usize| if drafts[place].content && place != title + 1 { MOST_WORDS_OF_CONTENT } else { MOST_WORDS };
    let is_date = |place: &usize| is_date_line(active, *place, most(*place), &mut tokens);
    let dates: Vec<usize> = below.chain(above).filter(is_date).collect();
    for place in dates {
        drafts[place].settle(Role::Date, Why::Statistics(&["a date", "by the title"]));
    }
}

fn is_date_line(active: &Active<'_>, place: usize, most: u32, tokens: &mut Tokens) -> bool {
    let evidence = active.evidence(place);
    let may_have_date = evidence.shape.year || evidence.shape.numbers >= NUMBERS;
    if !may_have_date || evidence.words > most || statistics::is_running_text(evidence) {
        return false;
    }
    let (text, rules) = (active.text(place), active.page.rules);
    rules.tokenize(text, tokens);
    let date = rules.find_date(text, tokens, Locale::UNKNOWN);
    date.is_some_and(|(date, _)| date.is_some() || evidence.shape.year)
}
