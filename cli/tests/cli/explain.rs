//! `chysto explain`: in the terminal and as a web page.

use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin;

use crate::place::{Place, Run};
use crate::{LEGACY, PAGE};

/// A record whose text would leave its page if it could.
const HOSTILE: &str = r#"{"text":"Old \"bridge\" opens </script><script>alert(1)</script>\n\nThe <img src=x onerror=alert(2)> bridge &amp; the road\u202eare open\u0000again , at last, to all who live on the other side.\n\n<!-- ]]> {{script}}"}"#;

#[test]
fn blocks_are_told_with_their_reasons() {
    let place = Place::with(&[("page.txt", PAGE.as_bytes())]);
    let told = place.run("explain page.txt").well();
    let expected = [
        "page.txt\n",
        "bytes of UTF-8 (found by validity)",
        "2 of 5 blocks kept",
        "title                               Old bridge opens again\n",
        "views                               18643\n",
        "    0 - artifact/navigation   100 % Top of page\n",
        "    1 + content/title",
        "fits the rule “read-also” of the pack “en”\n",
        "“i” became “\u{456}”: a letter of another script was replaced by its look-alike (letters/mixed-script)\n",
        "edits of white space between blocks: ",
    ];
    for part in expected {
        assert!(told.contains(part), "{part:?} is missing in {told}");
    }
    assert!(place.feed("explain", PAGE.as_bytes()).well().starts_with("-\n"));
    assert!(place.run("explain page.txt page.txt").well().matches("page.txt\n").count() == 2);
}

#[test]
fn values_are_told_with_what_was_considered() {
    let page = "A bridge reopens\n\nBy Anna Hill and Bob Gray, 12 March 2025\n\nThe old bridge over the river is open again.\n\n\
                It was built a hundred years ago.\n\nPublished: 11 March 2025\n";
    let told = Place::with(&[]).feed("explain", page.as_bytes()).well();
    let expected = [
        "author                              Anna Hill, Bob Gray\n",
        "block 1: fits the rule “by-line-date” of the pack “en”\n",
        "date                                2025-03-12\n",
        "not “2025-03-11” in block 4: another one stands closer to the title\n",
    ];
    for part in expected {
        assert!(told.contains(part), "{part:?} is missing in {told}");
    }
}

#[test]
fn options_of_clean_count() {
    let place = Place::with(&[("page.txt", PAGE.as_bytes()), ("old.txt", LEGACY)]);
    assert!(place.run("explain --keep artifact/navigation page.txt").well().contains("0 + artifact/navigation"));
    assert!(place.run("explain --language pl page.txt").well().contains("language pl"));
    assert!(place.run("explain --encoding koi8-u old.txt").well().contains("KOI8-U (found by given)"));
    place.run("explain --drop content page.txt").said(2, "no role is left to keep");
}

#[test]
fn colours_are_for_terminals_and_those_who_ask() {
    let place = Place::with(&[("page.txt", PAGE.as_bytes())]);
    let run = |line: &str, variable: (&str, &str)| {
        let mut command = Command::new(cargo_bin!("chysto"));
        command.env(variable.0, variable.1).current_dir(place.path("")).args(line.split_whitespace());
        Run::from(command.output().unwrap()).well()
    };
    let colored = |text: &str| text.contains("\u{1b}[");
    assert!(!colored(&place.run("explain page.txt").well()), "a pipe has no colours");
    assert!(colored(&place.run("explain --color always page.txt").well()));
    assert!(!colored(&run("explain page.txt", ("NO_COLOR", "1"))));
    assert!(!colored(&run("explain --color never page.txt", ("CLICOLOR_FORCE", "1"))));
    place.run("explain --color blue page.txt").said(2, "possible values: auto, always, never");
}

#[test]
fn control_characters_never_reach_the_terminal() {
    let place = Place::with(&[("r.jsonl", HOSTILE.as_bytes())]);
    let told = place.run("explain r.jsonl").well();
    assert!(!told.contains(|letter: char| letter.is_control() && letter != '\n'), "{told}");
    assert!(told.contains("“<U+0000>” became nothing") && told.contains("“<U+202E>” became nothing"), "{told}");
}

#[test]
fn one_record_is_chosen_by_its_line() {
    let records = "{\"text\":\"The first bridge.\"}\n\n{\"text\":\"The third bridge.\"}\n{\"text\":4}\n";
    let place = Place::with(&[("r.jsonl", records.as_bytes()), ("page.txt", PAGE.as_bytes())]);
    let told = place.run("explain --record 3 r.jsonl").well();
    assert!(told.starts_with("r.jsonl:3\n") && told.contains("third") && !told.contains("first"), "{told}");
    assert!(place.feed("explain --record 1", records.as_bytes()).well().contains("first"));
    for missing in ["2", "9"] {
        let message = format!("r.jsonl:{missing}: there is no record on this line");
        assert_eq!(place.run(&format!("explain --record {missing} r.jsonl")).said(1, &message), "");
    }
    place.run("explain --record 4 r.jsonl").said(1, "r.jsonl:4: the field `text` is a number");
    place.run("explain --record 1 page.txt").said(1, "page.txt: it is one document, not JSON Lines");
    place.run("explain --record 0 r.jsonl").said(2, "--record");
    place.run("explain --html out.html r.jsonl").said(1, "choose one by its line with --record");
    place.run("explain --html out.html page.txt page.txt").said(2, "a web page explains one document, not 2");
    assert_eq!(place.files(), ["page.txt", "r.jsonl"]);
}

#[test]
fn a_page_holds_all_that_it_needs() {
    let place = Place::with(&[("page.txt", PAGE.as_bytes())]);
    assert_eq!(place.run("explain --html why.html page.txt").well(), "");
    let page = place.read("why.html");
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("default-src 'none'"));
    for outward in ["http:", "https:", "src=", "<link", "@import", "url("] {
        assert!(!page.contains(outward), "{outward}");
    }
    let expected = [
        "<h1 dir=\"auto\" lang=\"en\">Old bridge opens again</h1>",
        "<del>i</del><ins>\u{456}</ins>",
        "data-rule=\"letters/mixed-script\"",
        "<a href=\"#b3\" dir=\"auto\">",
        "aria-pressed=\"false\" data-group=\"kept\">Kept <span class=\"figure\">2</span>",
    ];
    for part in expected {
        assert!(page.contains(part), "{part:?} is missing in {page}");
    }
    assert_eq!(place.run("explain --html - page.txt").well(), page);
}

#[test]
fn no_source_leaves_its_page() {
    let place = Place::with(&[("r.jsonl", HOSTILE.as_bytes())]);
    let page = place.run("explain --record 1 --html - r.jsonl").well();
    assert_eq!(page.matches("<script").count(), 2, "the data and the page's own");
    assert_eq!(page.matches("</script").count(), 2);
    for (part, count) in [("<img", 0), ("<!--", 0), ("&lt;img src=x", 1), ("{{script}}", 1)] {
        assert_eq!(page.matches(part).count(), count, "{part}");
    }
    for sign in ["data-sign=\"U+0000\"", "data-sign=\"U+202E\""] {
        assert!(page.contains(sign), "{sign}");
    }
    assert!(!page.contains(['\0', '\u{202e}']));
}

#[test]
fn pages_are_overwritten_by_force_only() {
    let place = Place::with(&[("in/a.txt", PAGE.as_bytes()), ("old.html", b"old"), ("in/b.txt", b"")]);
    place.run("explain --html old.html in/a.txt").said(2, "old.html: it exists already; give --force");
    assert_eq!(place.read("old.html"), "old");
    place.run("explain --html in/a.txt in/a.txt --force").said(2, "also an input");
    place.run("explain --html missing/a.html in/a.txt").said(2, "its folder does not exist");
    place.run("explain --html old.html in/a.txt --force").well();
    assert!(place.read("old.html").contains("Old bridge"));
    place.run("explain --html out/ in").well();
    assert_eq!(place.files(), ["in/a.txt", "in/b.txt", "old.html", "out/a.html", "out/b.html"]);
}

#[test]
fn empty_and_broken_inputs_are_told() {
    let place = Place::with(&[("empty.txt", b""), ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")]);
    assert!(place.run("explain empty.txt").well().contains("0 of 0 blocks kept, 0 edits"));
    assert!(place.run("explain --html - empty.txt").well().contains("The page is empty."));
    place.run("explain picture.txt").said(1, "picture.txt: not text");
    place.run("explain --html out.html picture.txt").said(1, "picture.txt: not text");
    place.run("explain missing.txt").said(1, "missing.txt: there is no such file");
    let page = "Місто відкрило старий міст через річку. ".repeat(20).into_bytes();
    let bytes = [page.as_slice(), b"\xff."].concat();
    assert!(place.feed("explain", &bytes).said(0, "warning: some bytes are not UTF-8").contains('\u{fffd}'));
    assert_eq!(place.files(), ["empty.txt", "picture.txt"]);
}
