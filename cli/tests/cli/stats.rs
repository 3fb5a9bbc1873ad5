//! `chysto stats`: a corpus in figures.

use crate::place::Place;
use crate::{PAGE, json};

fn corpus() -> Place {
    let records = format!("{}\n{{\"text\":7}}\n{{\"text\":\"\"}}\n", serde_json::json!({"text": PAGE}));
    Place::with(&[("in/page.txt", PAGE.as_bytes()), ("in/r.jsonl", records.as_bytes())])
}

/// The row of that name in a table of the report.
fn row<'r>(report: &'r serde_json::Value, table: &str, label: &str, name: &str) -> &'r serde_json::Value {
    let rows = report[table].as_array().unwrap();
    rows.iter().find(|row| row[label] == name).unwrap_or_else(|| panic!("no {name} in {rows:?}"))
}

#[test]
fn a_bad_record_is_told_and_the_others_are_counted() {
    let report = json(&corpus().run("stats --to json in").said(1, "in/r.jsonl:2: the field `text` is a number"));
    let totals = ["documents", "failed", "blocks", "kept_blocks"].map(|key| report[key].as_u64().unwrap());
    assert_eq!(totals, [3, 1, 10, 4]);
    assert_eq!(report["source_bytes"], 2 * PAGE.len());
    let title = row(&report, "roles", "role", "content/title");
    assert_eq!((&title["blocks"], &title["bytes"]), (&2.into(), &(2 * "Old bridge opens again".len()).into()));
    assert_eq!(row(&report, "reasons", "reason", "rule:en/read-also")["blocks"], 2);
    assert_eq!(row(&report, "languages", "language", "en")["documents"], 2);
    assert_eq!(row(&report, "languages", "language", "unknown")["documents"], 1);
    let repaired = row(&report, "edits", "rule", "letters/mixed-script");
    assert_eq!((&repaired["edits"], &repaired["documents"]), (&2.into(), &2.into()));
    assert_eq!(row(&report, "metadata", "field", "title")["share"], 0.6667);
    assert_eq!(row(&report, "metadata", "field", "views")["documents"], 2);
}

#[test]
fn shares_of_roles_add_up() {
    let report = json(&corpus().run("stats --to json in/page.txt").well());
    let shares: f64 = report["roles"].as_array().unwrap().iter().map(|row| row["share"].as_f64().unwrap()).sum();
    assert!((shares - 1.0).abs() < 0.001, "{report}");
}

#[test]
fn reports_are_tables_json_and_pages() {
    let place = corpus();
    let table = place.run("stats in/page.txt").well();
    for part in
        ["documents                           1\n", "Blocks by role", "content/title", "letters/mixed-script", " %\n"]
    {
        assert!(table.contains(part), "{part:?} is missing in {table}");
    }
    let page = place.run("stats --html - in/page.txt").well();
    for part in ["default-src 'none'", "<th scope=\"row\">content/title<small>", "<dt>documents</dt><dd>1</dd>"] {
        assert!(page.contains(part), "{part:?} is missing in {page}");
    }
    assert!(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"));
    assert_eq!(place.feed("stats", PAGE.as_bytes()).well(), table);
}

#[test]
fn counts_do_not_depend_on_the_number_of_jobs() {
    let records: String =
        (0..500).map(|n| format!("{}\n", serde_json::json!({"text": format!("{PAGE}{n}")}))).collect();
    let place = Place::with(&[("r.jsonl", records.as_bytes())]);
    let reports = ["1", "2", "8"].map(|jobs| place.run(&format!("stats --to json --jobs {jobs} r.jsonl")).well());
    assert_eq!(json(&reports[0])["documents"], 500);
    assert!(reports.iter().all(|report| *report == reports[0]));
}

#[test]
fn names_of_rules_are_escaped() {
    let rules = "name = \"<b>\"\n[[rule]]\nname = \"bell\"\nrole = \"artifact/promo\"\nmatch = [\"ring the bell\"]\n";
    let place = Place::with(&[("rules.toml", rules.as_bytes()), ("a.txt", b"Ring the bell\n")]);
    let page = place.run("stats --rules rules.toml --html - a.txt");
    assert!(!page.out.contains("<b>"), "{page:?}");
}

#[test]
fn reports_are_overwritten_by_force_only() {
    let place = corpus();
    place.put("old.html", b"old");
    place.run("stats --html old.html in/page.txt").said(2, "old.html: it exists already; give --force");
    place.run("stats -o old.html in/page.txt").said(2, "old.html: it exists already; give --force");
    assert_eq!(place.read("old.html"), "old");
    place.run("stats --html old.html --force in/page.txt").well();
    assert!(place.read("old.html").starts_with("<!DOCTYPE html>"));
    place.run("stats --html in in/page.txt").said(2, "all counts go to one file; name a file");
    place.run("stats --html a.html --to json in/page.txt").said(2, "cannot be used with");
    place.run("stats missing.txt -o none.txt").said(1, "missing.txt: there is no such file");
    assert!(!place.path("none.txt").exists());
}

#[test]
fn an_empty_corpus_has_empty_tables() {
    let place = Place::with(&[("empty.txt", b"")]);
    let report = json(&place.run("stats --to json empty.txt").well());
    assert_eq!((&report["documents"], &report["roles"]), (&1.into(), &serde_json::json!([])));
    assert!(place.run("stats empty.txt").well().contains("documents                           1\n"));
    assert!(place.run("stats --html - empty.txt").well().contains("There are none."));
}
