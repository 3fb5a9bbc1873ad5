//! Words of two scripts: mixtures that are meant stay, slips are repaired.
//!
//! `tests/mixtures.txt` and `tests/slips.txt` tell at their tops how they are written.

/// The lines of a list that are not comments.
fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with("# "))
}

#[test]
fn intended_mixtures_stay() {
    let list = include_str!("mixtures.txt");
    let count: usize = lines(list).map(|line| line.matches('[').count()).sum();
    assert!(count >= 400, "{count}");
    for line in lines(list) {
        let text = line.replace(['[', ']'], "");
        assert_eq!(chysto::normalize(&text), text);
    }
}

/// A line with slips in it as it is, as it is meant, and how many slips it has.
fn spoilt_and_meant(line: &str) -> (String, String, usize) {
    let (mut spoilt, mut meant, mut count) = (String::new(), String::new(), 0);
    for (number, part) in line.split(['{', '}']).enumerate() {
        let (one, other) = if number % 2 == 1 { part.split_once('|').expect(line) } else { (part, part) };
        spoilt.push_str(one);
        meant.push_str(other);
        count += usize::from(one != other);
    }
    (spoilt, meant, count)
}

#[test]
fn slips_are_repaired() {
    let slips: Vec<_> = lines(include_str!("slips.txt")).map(spoilt_and_meant).collect();
    let count: usize = slips.iter().map(|(_, _, count)| count).sum();
    assert!(count >= 100, "{count}");
    for (spoilt, meant, _) in slips {
        assert_eq!(chysto::normalize(&spoilt), meant, "{spoilt}");
        assert_eq!(chysto::normalize(&meant), meant);
    }
}
