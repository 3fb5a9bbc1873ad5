//! How right points are on pages that they were not fitted to.

use std::collections::BTreeMap;

use super::lessons::{Lesson, Marked};

/// A line's points, by half of the sites.
pub type Points<'a> = dyn Fn(usize, &Marked) -> i32 + 'a;

/// The share of pages on which the line with most points, of equals the last, is a title.
pub fn titles(lessons: &[Lesson], points: &Points<'_>) {
    let mut sums: BTreeMap<(&str, &str), [usize; 3]> = BTreeMap::new();
    for lesson in lessons {
        let sum = sums.entry((&lesson.dataset, &lesson.variant)).or_default();
        let best = lesson.lines.iter().max_by_key(|line| points(lesson.half, line));
        sum[0] += 1;
        sum[1] += usize::from(lesson.lines.iter().any(|line| line.right));
        sum[2] += usize::from(best.is_some_and(|line| line.right));
    }
    println!("title     data set     variant      pages  among the lines  right");
    for ((dataset, variant), [pages, shown, right]) in sums {
        let share = |part: usize| part as f64 / pages as f64;
        println!("title     {dataset:<12} {variant:<11} {pages:6} {:16.3} {:6.3}", share(shown), share(right));
    }
}

/// A line's points with what it is.
struct Scored {
    points: i32,
    right: bool,
    doubtful: bool,
}

/// Shares of the headings that are found, at which precision is told.
const RECALLS: [f64; 6] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];

/// The precision of headings at several recalls, and at `fewest` points.
pub fn headings(lessons: &[Lesson], points: &Points<'_>, fewest: i32) {
    let mut sets: BTreeMap<(&str, &str), Vec<Scored>> = BTreeMap::new();
    for lesson in lessons {
        for line in &lesson.lines {
            for key in [(&lesson.dataset[..], &lesson.variant[..]), ("all", "all")] {
                let scored = Scored { points: points(lesson.half, line), right: line.right, doubtful: line.doubtful };
                sets.entry(key).or_default().push(scored);
            }
        }
    }
    println!(
        "headings  data set     variant      lines right   P, and with bold lines, at R {RECALLS:?}   at {fewest} points: P R, P with bold lines"
    );
    for ((dataset, variant), mut scored) in sets {
        scored.sort_by_key(|line| -line.points);
        let all = scored.iter().filter(|line| line.right).count();
        let curve = RECALLS.map(|recall| at_recall(&scored, recall * all as f64));
        let curve = curve.map(|(strict, loose)| format!("{strict:.2} {loose:.2}"));
        let chosen: Vec<&Scored> = scored.iter().filter(|line| line.points >= fewest).collect();
        let right = chosen.iter().filter(|line| line.right).count();
        let loose = chosen.iter().filter(|line| line.right || line.doubtful).count();
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        println!(
            "headings  {dataset:<12} {variant:<11} {:6} {all:5}   {}   {:.3} {:.3}, {:.3}",
            scored.len(),
            curve.join("  "),
            share(right, chosen.len()),
            share(right, all),
            share(loose, chosen.len())
        );
    }
}

/// The precision of the lines with most points, so many that `right` of them are right; without and with bold lines.
fn at_recall(scored: &[Scored], right: f64) -> (f64, f64) {
    let (mut found, mut loose) = (0.0, 0.0);
    for (place, line) in scored.iter().enumerate() {
        found += f64::from(u8::from(line.right));
        loose += f64::from(u8::from(line.right || line.doubtful));
        let is_last_of_equals = scored.get(place + 1).is_none_or(|next| next.points < line.points);
        if found >= right && is_last_of_equals {
            return (found / (place + 1) as f64, loose / (place + 1) as f64);
        }
    }
    (0.0, 0.0)
}

/// The fewest points with which the weighted mean of precision and recall, in which precision counts
/// twice, is best; bold lines are right.
pub fn fewest(lessons: &[Lesson], points: &Points<'_>) -> i32 {
    let every = |lesson: &'_ Lesson| {
        lesson.lines.iter().map(|line| (points(lesson.half, line), line.right || line.doubtful)).collect::<Vec<_>>()
    };
    let mut scored: Vec<(i32, bool)> = lessons.iter().flat_map(every).collect();
    scored.sort_by_key(|line| -line.0);
    let all = scored.iter().filter(|line| line.1).count() as f64;
    let (mut right, mut best) = (0.0, (0.0, i32::MAX));
    for (place, (points, is_right)) in scored.iter().enumerate() {
        right += f64::from(u8::from(*is_right));
        if scored.get(place + 1).is_some_and(|next| next.0 == *points) {
            continue;
        }
        // F0.5
        let value = 1.25 * right / (0.25 * all + (place + 1) as f64);
        if value > best.0 {
            best = (value, *points);
        }
    }
    best.1
}
