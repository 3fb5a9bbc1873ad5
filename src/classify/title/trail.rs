//! Trails of links above a headline, which end with it: `Home > Town > The headline`, or one line each.

use super::super::decision::Active;

/// A trail stands no more lines above its headline.
const CLOSE: usize = 8;

/// Whether a line close above ends with the line at `place` (1), or it ends with one close below (2).
pub(super) fn trail(active: &Active<'_>, place: usize) -> i32 {
    let above = place.saturating_sub(CLOSE)..place;
    let below = place + 1..active.len().min(place + 1 + CLOSE);
    if above.into_iter().any(|other| leads_to(active, other, place)) {
        1
    } else if below.into_iter().any(|other| leads_to(active, place, other)) {
        2
    } else {
        0
    }
}

/// Whether one line ends with the whole of another, which has two words at least.
fn leads_to(active: &Active<'_>, trail: usize, line: usize) -> bool {
    let (trail, text) = (active.text(trail), active.text(line));
    active.evidence(line).words >= 2 && trail.len() > text.len() && trail.ends_with(text)
}
