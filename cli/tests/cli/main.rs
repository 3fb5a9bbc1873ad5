//! The real binary, on real files.

mod explain;
mod place;
mod stats;
mod streams;
mod translit;

use std::fs;
use std::process::Stdio;

use assert_cmd::cargo::cargo_bin;
use place::{Place, Run};

const PAGE: &str = "\
Top of page

Old bridge opens again

 \u{2022} 18643 \u{43f}\u{435}\u{440}\u{435}\u{433}\u{43b}\u{44f}\u{434}i\u{432}

After two years of repairs, the old bridge over the river is open again.

Read also: What the town paid for its bridge
";

const ARTICLE: &str =
    "Old bridge opens again\n\nAfter two years of repairs, the old bridge over the river is open again.\n";

/// "Старий міст знову відкрито." in windows-1251.
const LEGACY: &[u8] =
    b"\xd1\xf2\xe0\xf0\xe8\xe9 \xec\xb3\xf1\xf2 \xe7\xed\xee\xe2\xf3 \xe2\xb3\xe4\xea\xf0\xe8\xf2\xee.";

fn json(line: &str) -> serde_json::Value {
    serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
}

#[test]
fn text_is_cleaned_from_files_and_standard_input() {
    let place = Place::with(&[("page.txt", PAGE.as_bytes()), ("old.txt", LEGACY)]);
    assert_eq!(place.run("clean page.txt").well(), ARTICLE);
    for line in ["clean", "clean -", "clean --from text", "clean --to text -o -"] {
        assert_eq!(place.feed(line, PAGE.as_bytes()).well(), ARTICLE, "{line}");
    }
    assert_eq!(place.run("clean old.txt").well(), "Старий міст знову відкрито.\n");
    assert_eq!(place.run("clean page.txt page.txt").well(), format!("{ARTICLE}\n{ARTICLE}"));
    assert_eq!(place.feed("clean", b"").well(), "");
    let utf_16: Vec<u8> = "Старий міст.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(place.feed("decode --encoding utf-16le", &utf_16).well(), "Старий міст.");
}

#[test]
fn each_document_is_a_line_of_json() {
    let place = Place::with(&[("page.txt", PAGE.as_bytes()), ("r.jsonl", b"{\"text\":\"Top of page\"}\n")]);
    let document = json(&place.run("clean --to json page.txt").well());
    assert_eq!(document["source"]["name"], "page.txt");
    assert_eq!(document["title"], "Old bridge opens again");
    assert_eq!(document["metadata"]["views"], 18643);
    assert_eq!(document["text"], ARTICLE.trim_end());
    let restored: chysto::Document<'static> = serde_json::from_value(document).unwrap();
    assert_eq!(restored.source(), PAGE);
    assert_eq!(json(&place.feed("clean --to json", PAGE.as_bytes()).well())["source"]["name"], "-");
    assert_eq!(json(&place.run("clean --to json r.jsonl").well())["source"]["name"], "r.jsonl:1");
    assert_eq!(place.run("clean --to json page.txt page.txt r.jsonl").well().lines().map(json).count(), 3);
}

#[test]
fn text_becomes_records() {
    let place = Place::with(&[("page.txt", PAGE.as_bytes())]);
    let record = json(&place.run("clean --to records --field body page.txt").well());
    assert_eq!(record, serde_json::json!({"name": "page.txt", "body": ARTICLE.trim_end()}));
}

#[test]
fn markdown_has_marks_and_escapes() {
    let page = "\
Old bridge opens again

After two years of repairs, the old bridge over the river is open again to all.

# is how the mayor signs his letters, and nobody in the town knows why that is.

1871. That was the year in which the first stone of the old bridge was laid here.

The mayor promised three things to the people of the town on Sunday evening:

\u{2022} a new road to the bridge, with room for those who walk;

\u{2022} a lamp at each end of the bridge, lit until the morning;

\u{2022} a day of rest for all who worked on the bridge this year.
";
    let place = Place::new();
    let markdown = place.feed("clean --to markdown", page.as_bytes()).well();
    let expected = [
        "# Old bridge opens again\n\nAfter two",
        "\n\n\\# is how",
        "\n\n1871\\. That",
        "\n\n- a new road to the bridge, with room for those who walk;\n- a lamp",
    ];
    for part in expected {
        assert!(markdown.contains(part), "{part:?} is missing in {markdown}");
    }
}

#[test]
fn markdown_has_the_levels_of_headings() {
    let page = "\
Roads of the town

1. Bridges

Both bridges in the town are open to all again, and the work has ended.

1.1 The old bridge

The old one has been closed to all for more than a year because of a flood.
";
    let markdown = Place::new().feed("clean --to markdown", page.as_bytes()).well();
    let marks: Vec<&str> = markdown.lines().filter_map(|line| line.split_once("# ").map(|(marks, _)| marks)).collect();
    assert_eq!(marks, ["", "#", "##"], "{markdown}");
}

#[test]
fn records_keep_all_but_their_text() {
    let lines = "\u{feff}{\"z\": 1.0, \"text\":\"Top of page\\n\\nThe \\u0062ridge is \\\"open\\\" again.\", \"a\": 12345678901234567890.10e+400,\"e\":\"\\u0456\"}\r\n\
        \n   \r\n\
        {\"body\":{\"text\":\"Top of page\"},\"text\" : \"The bridge is open again.\" , \"z\":-0, \"a\":[1,  2]}";
    let expected = "{\"z\": 1.0, \"text\":\"The bridge is \\\"open\\\" again.\", \"a\": 12345678901234567890.10e+400,\"e\":\"\\u0456\"}\n\
        {\"body\":{\"text\":\"Top of page\"},\"text\" : \"The bridge is open again.\" , \"z\":-0, \"a\":[1,  2]}\n";
    let place = Place::with(&[("r.jsonl", lines.as_bytes()), ("r.NDJSON", lines.as_bytes()), ("r", lines.as_bytes())]);
    for line in ["clean r.jsonl", "clean r.NDJSON", "clean --from jsonl r", "clean --to records r.jsonl"] {
        assert_eq!(place.run(line).well(), expected, "{line}");
    }
    assert_eq!(place.feed("clean", lines.as_bytes()).well(), expected);
    let one_text = "The bridge is \"open\" again.\n\nThe bridge is open again.\n";
    assert_eq!(place.run("clean --to text r.jsonl").well(), one_text);
    let other =
        place.feed("clean --field body --from jsonl", b"{\"text\":1,\"body\":\"Top of page\\n\\nA new bridge.\"}");
    assert_eq!(other.well(), "{\"text\":1,\"body\":\"A new bridge.\"}\n");
}

#[test]
fn records_of_other_encodings_are_read_if_named() {
    let place = Place::new();
    let line = [b"{\"text\":\"".as_slice(), LEGACY, b"\"}"].concat();
    assert_eq!(place.feed("clean --encoding cp1251", &line).well(), "{\"text\":\"Старий міст знову відкрито.\"}\n");
    assert_eq!(place.feed("clean", &line).said(1, "standard input:1: the line is not UTF-8"), "");
    assert_eq!(place.feed("clean --encoding utf-16 --from jsonl", &line).said(1, "chysto decode"), "");
}

#[test]
fn roles_rules_options_and_language_count() {
    let rules = "name = \"village\"\n[[rule]]\nname = \"bell\"\nrole = \"artifact/promo\"\nmatch = [\"ring the bell for more\"]\n";
    let config = "drop = [\"content/title\"]\nlanguage = \"en\"\n[normalize]\nentities = false\n";
    let page = format!(
        "{PAGE}\nThe town thanks all who helped with the bridge &amp; the road to it.\n\nRing the bell for more\n"
    );
    let place = Place::with(&[
        ("rules.toml", rules.as_bytes()),
        ("config.toml", config.as_bytes()),
        ("page.txt", page.as_bytes()),
    ]);
    let contains = |line: &str, part: &str| place.run(line).well().contains(part);
    assert!(!contains("clean page.txt", "Top of page"));
    assert!(contains("clean --keep artifact/navigation page.txt", "Top of page"));
    assert!(contains("clean --keep artifact,metadata page.txt", "Top of page"));
    assert!(!contains("clean --keep artifact --drop artifact/navigation,content/title page.txt", "Top of page"));
    assert!(!contains("clean --drop content/title page.txt", "Old bridge opens"));
    assert!(contains("clean --rules rules.toml --to json page.txt", "rule:village/bell"));
    assert!(contains("clean --config config.toml page.txt", "&amp;"));
    assert!(contains("normalize --config config.toml page.txt", "&amp;"));
    assert!(!contains("clean --config config.toml page.txt", "Old bridge opens"));
    assert!(contains("clean --config config.toml --keep content/title page.txt", "Old bridge opens"));
    let language = |line: &str| json(&place.run(line).well())["language"]["code"].clone();
    assert_eq!(language("clean --to json --language pl page.txt"), "pl");
    assert_eq!(language("clean --to json --config config.toml --language pl page.txt"), "pl");
}

#[test]
fn relative_dates_count_from_a_reference() {
    let page =
        b"Old bridge opens\n\nPublished 2 hours ago\n\nAfter two years of repairs, the old bridge is open again.\n";
    let place = Place::with(&[("page.txt", page), ("config.toml", b"reference_time = \"2024-03-01T01:30\"\n")]);
    let date = |line: &str| json(&place.run(line).well())["metadata"]["date"].clone();
    assert_eq!(date("clean --to json page.txt"), "-PT2H");
    assert_eq!(date("clean --to json --reference-time 2024-03-01T01:30 page.txt"), "2024-02-29T23:30");
    assert_eq!(date("clean --to json --config config.toml page.txt"), "2024-02-29T23:30");
    assert_eq!(
        date("clean --to json --config config.toml --reference-time 2024-03-01T12:00 page.txt"),
        "2024-03-01T10:00"
    );
    let wrong = place.run("clean --reference-time 2024-13-01 page.txt").err;
    assert!(wrong.contains("--reference-time") && wrong.contains("write 2024-04-21 or 2024-04-21T14:20"), "{wrong}");
}

#[test]
fn normalize_repairs_letters_only() {
    let place = Place::with(&[("r.jsonl", b"{\"text\":\"a  &amp; b\",\"n\":1.50}\n")]);
    let source = "Top of page\r\nсв\u{69}т  &amp; міст";
    let text = "Top of page\nсвіт & міст";
    assert_eq!(place.feed("normalize", source.as_bytes()).well(), text);
    let printed = json(&place.feed("normalize --to json", source.as_bytes()).well());
    assert_eq!(printed["text"], text);
    assert_eq!(
        printed["source"],
        serde_json::json!({"name": "-", "bytes": source.len(), "encoding": "UTF-8", "found_by": "validity"})
    );
    let rules: Vec<_> =
        printed["edits"].as_array().unwrap().iter().map(|edit| edit["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["layout/gap", "letters/mixed-script", "space/blank", "letters/entity"]);
    assert_eq!(place.run("normalize r.jsonl").well(), "{\"text\":\"a & b\",\"n\":1.50}\n");
    assert_eq!(place.run("normalize --to text r.jsonl").well(), "a & b");
    place.run("normalize --to markdown").said(2, "possible values: text, json, records");
}

#[test]
fn foldings_are_flags_that_go_before_the_file() {
    let config = "[normalize]\npreset = \"search\"\nghe = \"keep\"\nentities = false\n";
    let text = "Ґанок — «Ёлка» &amp; CAFÉ 👍🏽 exam-\nple text\n";
    let place = Place::with(&[("config.toml", config.as_bytes()), ("a.txt", text.as_bytes())]);
    let cases = [
        ("normalize a.txt", "Ґанок — «Ёлка» & CAFÉ 👍🏽 exam-\nple text\n"),
        ("normalize --preset faithful a.txt", "Ґанок — «Ёлка» & CAFÉ 👍🏽 exam-\nple text\n"),
        ("normalize --preset plain a.txt", "Ґанок - \"Ёлка\" & CAFÉ 👍🏽 exam-\nple text\n"),
        ("normalize --preset search a.txt", "ганок - \"елка\" & cafe 👍 exam-\nple text\n"),
        ("normalize --ghe keep --preset search --hyphens join a.txt", "ґанок - \"елка\" & cafe 👍 example\ntext\n"),
        ("normalize --emoji remove --case fold --quotes ascii a.txt", "ґанок — \"ёлка\" & café exam-\nple text\n"),
        ("normalize --config config.toml a.txt", "ґанок - \"елка\" &amp; cafe 👍 exam-\nple text\n"),
        ("normalize --config config.toml --case keep a.txt", "Ґанок - \"Елка\" &amp; CAFE 👍 exam-\nple text\n"),
        ("normalize --config config.toml --preset plain a.txt", "Ґанок - \"Ёлка\" &amp; CAFÉ 👍🏽 exam-\nple text\n"),
    ];
    for (line, wanted) in cases {
        assert_eq!(place.run(line).well(), wanted, "{line}");
    }
    let page = "Old bridge opens again\n\nAfter two years of repairs — «at last» — the old bridge is open again.\n";
    let cleaned =
        "Old bridge opens again\n\nAfter two years of repairs - \"at last\" - the old bridge is open again.\n";
    assert_eq!(place.feed("clean --preset plain", page.as_bytes()).well(), cleaned);
    place.run("normalize --quotes asci a.txt").said(2, "possible values: keep, ascii");
    place.run("normalize --preset serach a.txt").said(2, "search");
    place.run("clean --hyphens join a.txt").said(2, "--hyphens");
}

#[test]
fn decode_decodes_only() {
    let place = Place::with(&[("old.txt", LEGACY), ("r.jsonl", b"{\"text\":1}\n")]);
    assert_eq!(place.run("decode old.txt").well(), "Старий міст знову відкрито.");
    assert_eq!(place.run("decode r.jsonl").well(), "{\"text\":1}\n");
    assert_eq!(place.run("decode old.txt r.jsonl").well(), "Старий міст знову відкрито.\n\n{\"text\":1}\n");
    let printed = json(&place.run("decode --to json old.txt").well());
    let source = serde_json::json!({"name": "old.txt", "bytes": LEGACY.len(), "encoding": "windows-1251", "found_by": "detected"});
    assert_eq!(printed, serde_json::json!({"source": source, "text": "Старий міст знову відкрито."}));
    let given = json(&place.run("decode --encoding koi8-r --to json old.txt").well());
    assert_eq!(given["source"]["found_by"], "given");
    for (hint, found_by) in [("cp1251", "hint"), ("koi8-r", "detected"), ("shift_jis", "detected")] {
        let hinted = json(&place.run(&format!("decode --charset-hint {hint} --to json old.txt")).well());
        let got = (&hinted["source"]["found_by"], &hinted["source"]["encoding"]);
        assert_eq!(got, (&found_by.into(), &"windows-1251".into()), "{hint}");
    }
    place.run("decode --charset-hint koi8 --encoding koi8-r old.txt").said(2, "cannot be used with");
    place.run("decode --charset-hint cp9999 old.txt").said(2, "no encoding is called `cp9999`");
}

#[test]
fn folders_go_to_folders() {
    let files: &[(&str, &[u8])] = &[
        ("in/b.txt", PAGE.as_bytes()),
        ("in/sub/a.html", PAGE.as_bytes()),
        ("in/sub/example.com", PAGE.as_bytes()),
        ("in/r.jsonl", b"{\"text\":\"A new bridge.\"}\n"),
        ("in/empty.jsonl", b""),
        ("in/.hidden", b"no"),
    ];
    let cases: &[(&str, &[&str])] = &[
        ("", &["b.txt", "empty.jsonl", "r.jsonl", "sub/a.txt", "sub/example.com.txt"]),
        ("--to markdown", &["b.md", "empty.md", "r.md", "sub/a.md", "sub/example.com.md"]),
        ("--to json", &["b.json", "empty.jsonl", "r.jsonl", "sub/a.json", "sub/example.com.json"]),
        ("--to records", &["b.jsonl", "empty.jsonl", "r.jsonl", "sub/a.jsonl", "sub/example.com.jsonl"]),
    ];
    for (options, expected) in cases {
        let place = Place::with(files);
        assert_eq!(place.run(&format!("clean {options} in -o out/")).well(), "");
        let found: Vec<_> =
            place.files().into_iter().filter_map(|file| Some(file.strip_prefix("out/")?.to_owned())).collect();
        assert_eq!(&found, expected, "{options}");
    }
    let place = Place::with(files);
    place.run("clean . -o out/").well();
    assert_eq!(place.read("out/in/b.txt"), ARTICLE);
    // The outputs of the first run are no inputs of the second.
    place.run("clean . -o out --force").well();
    assert!(!place.path("out/out").exists());
}

#[test]
fn folders_are_read_in_order() {
    let place = Place::with(&[("in/b.txt", b"Second."), ("in/a/z.txt", b"First."), ("in/c.txt", b"Third.")]);
    assert_eq!(place.run("decode in").well(), "First.\n\nSecond.\n\nThird.");
    place.run("decode in -o one.txt").well();
    assert_eq!(place.read("one.txt"), "First.\n\nSecond.\n\nThird.");
}

#[test]
fn bad_inputs_are_told_and_the_rest_goes_on() {
    let place = Place::with(&[
        ("good.txt", b"The bridge is open again."),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("nul.txt", &[0, 1, 2, 3, 0, 0, 7, 200]),
        ("good.jsonl", b"{\"text\":\"The bridge is open again.\"}\n"),
    ]);
    fs::create_dir(place.path("empty")).unwrap();
    let cases = [
        ("missing.txt", "chysto: missing.txt: there is no such file"),
        ("missing.jsonl", "chysto: missing.jsonl: there is no such file"),
        ("good.txt/x", "chysto: good.txt/x: "),
        ("picture.txt", "chysto: picture.txt: not text"),
        ("nul.txt", "chysto: nul.txt: not text"),
        ("--encoding=cp1251 picture.txt", "chysto: picture.txt: not text"),
        ("empty", "chysto: empty: no file in this folder"),
        ("good.jsonl", "chysto: good.jsonl: text and JSON Lines"),
    ];
    for (bad, message) in cases {
        let out = place.run(&format!("clean good.txt {bad} good.txt")).said(1, message);
        assert_eq!(out, "The bridge is open again.\n\nThe bridge is open again.\n", "{bad}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn unreadable_files_are_told() {
    let place = Place::with(&[("good.txt", b"The bridge is open again.")]);
    // Not even the superuser can read it from its start.
    let bad = "/proc/self/mem";
    assert_eq!(place.run(&format!("clean {bad} good.txt")).said(1, bad), "The bridge is open again.\n");
    assert_eq!(place.run(&format!("clean --from jsonl {bad}")).said(1, bad), "");
    place.run(&format!("clean --from jsonl {bad} -o out/")).said(1, bad);
    assert_eq!(place.files(), ["good.txt"]);
}

#[test]
fn broken_records_are_told_and_left_out() {
    let good = "{\"text\":\"The bridge is open again.\"}\n";
    let cases = [
        ("{\"text\":\"open", "not a record of JSON Lines: EOF"),
        ("{\"text\":\"a\"} x", "not a record of JSON Lines: trailing"),
        ("[\"text\"]", "not a record of JSON Lines: invalid type"),
        ("{\"text\":\"\\ud800\"}", "not a record of JSON Lines: "),
        ("nonsense", "not a record of JSON Lines: "),
        ("{\"body\":\"a\"}", "the record has no field `text`"),
        ("{\"text\":\"a\",\"text\":\"b\"}", "the record has the field `text` twice"),
        ("{\"text\":null}", "the field `text` is null"),
        ("{\"text\":17}", "the field `text` is a number"),
        ("{\"text\":{}}", "the field `text` is an object"),
        ("{\"text\":[\"a\"]}", "the field `text` is a list"),
        ("{\"text\":true}", "the field `text` is true or false"),
    ];
    for (bad, message) in cases {
        let place = Place::with(&[("r.jsonl", format!("{good}\n{bad}\n{good}").as_bytes())]);
        assert_eq!(
            place.run("clean r.jsonl").said(1, &format!("chysto: r.jsonl:3: {message}")),
            good.repeat(2),
            "{bad}"
        );
        place.run("clean r.jsonl -o out.jsonl").said(1, message);
        assert_eq!(place.read("out.jsonl"), good.repeat(2), "{bad}");
    }
}

#[test]
fn undecodable_bytes_are_warned_of() {
    let place = Place::new();
    let page = "Місто відкрило старий міст через річку. ".repeat(20).into_bytes();
    let page = [page.as_slice(), b"\xff."].concat();
    assert!(place.feed("decode", &page).said(0, "warning: some bytes are not UTF-8").contains('\u{fffd}'));
    assert!(place.feed("decode --quiet", &page).well().contains('\u{fffd}'));
}

#[test]
fn usage_errors_end_with_two() {
    let place = Place::with(&[
        ("page.txt", PAGE.as_bytes()),
        ("pack.toml", b"name = 1"),
        ("role.toml", b"keep = [\"content/titel\"]"),
        ("packs.toml", b"packs = [\"klingon\"]"),
        ("option.toml", b"\ncolour = true"),
        ("latin.toml", b"name = \"\xe9\""),
    ]);
    let cases = [
        ("clean --frob", "'--frob'"),
        ("frob", "'frob'"),
        ("clean --to yaml page.txt", "'yaml'"),
        ("clean --keep content/titel page.txt", "did you mean `content/title`?"),
        ("clean --drop nothing page.txt", "no role is called `nothing`"),
        ("clean --drop content page.txt", "no role is left to keep"),
        ("clean --encoding cp9999 page.txt", "no encoding is called `cp9999`"),
        ("clean --language Ukrainian page.txt", "`Ukrainian` is no language code"),
        ("clean --jobs 0 page.txt", "1..=1024"),
        ("clean --jobs many page.txt", "'many'"),
        ("clean --rules missing.toml page.txt", "missing.toml: there is no such file"),
        ("clean --rules pack.toml page.txt", "pack.toml:"),
        ("clean --rules latin.toml page.txt", "latin.toml: not UTF-8"),
        ("clean --config missing.toml page.txt", "missing.toml: there is no such file"),
        ("clean --config role.toml page.txt", "role.toml:1: "),
        ("clean --config option.toml page.txt", "option.toml:2: "),
        ("clean --config packs.toml page.txt", "packs.toml: no built-in pack is called `klingon`"),
        ("clean - -", "standard input"),
        ("clean page.txt -o missing/out.txt", "missing/out.txt: its folder does not exist"),
        ("decode --to markdown page.txt", "'markdown'"),
        ("completions tcsh", "'tcsh'"),
        ("completions", "<SHELL>"),
        ("man frob", "`frob`"),
    ];
    let files = place.files();
    for (line, message) in cases {
        assert_eq!(place.run(line).said(2, message), "", "{line}");
    }
    assert_eq!(place.files(), files);
    let bare = place.run("");
    assert!(bare.status == Some(2) && bare.err.contains("Usage: chysto <COMMAND>"), "{bare:?}");
}

#[test]
fn files_are_overwritten_by_force_only() {
    let place = Place::with(&[("in/a.txt", PAGE.as_bytes()), ("old.txt", b"old"), ("out/a.txt", b"old")]);
    place.run("clean in/a.txt -o old.txt").said(2, "old.txt: it exists already; give --force");
    place.run("clean in -o out").said(1, "a.txt: it exists already; give --force");
    assert_eq!((place.read("old.txt"), place.read("out/a.txt")), ("old".to_owned(), "old".to_owned()));
    place.run("clean in/a.txt -o old.txt --force").well();
    place.run("clean in -o out --force").well();
    assert_eq!((&*place.read("old.txt"), &*place.read("out/a.txt")), (ARTICLE, ARTICLE));
    assert_eq!(place.files(), ["in/a.txt", "old.txt", "out/a.txt"]);
}

#[test]
fn inputs_are_never_outputs() {
    let place = Place::with(&[("in/a.txt", PAGE.as_bytes()), ("in/b.html", b"The bridge.")]);
    let before = place.files();
    place.run("clean in/a.txt -o in/a.txt --force").said(2, "also an input");
    place.run("clean in -o in/../in/a.txt --force").said(2, "also an input");
    place.run("clean in/a.txt -o in --force").said(1, "also an input");
    assert_eq!((place.read("in/a.txt"), place.files()), (PAGE.to_owned(), before));
}

#[test]
fn two_inputs_never_share_a_file() {
    let place = Place::with(&[("in/a.txt", b"First."), ("in/a.html", b"Second."), ("b/a.txt", b"Third.")]);
    place.run("clean in/a.txt in/a.html -o out/").said(1, "in/a.html: another input is written to");
    assert_eq!(place.read("out/a.txt"), "First.\n");
    place.run("clean in/a.txt b -o other/ --quiet").said(1, "b/a.txt: another input is written to");
}

#[test]
fn nothing_is_left_half_written() {
    let place = Place::with(&[("bad.jsonl", b"{\n"), ("bad.bin", b"%PDF-1.7")]);
    for line in
        ["clean bad.jsonl -o out.jsonl", "clean bad.bin -o out.txt", "clean bad.jsonl -o out/", "clean bad.bin -o out/"]
    {
        assert_eq!(place.run(line).status, Some(1), "{line}");
        assert_eq!(place.files(), ["bad.bin", "bad.jsonl"], "{line}");
    }
}

#[cfg(unix)]
#[test]
fn new_files_have_usual_permissions() {
    use std::os::unix::fs::PermissionsExt;

    let place = Place::with(&[("a.txt", PAGE.as_bytes())]);
    place.run("clean a.txt -o b.txt").well();
    let mode = |name: &str| fs::metadata(place.path(name)).unwrap().permissions().mode();
    assert_eq!(mode("b.txt"), mode("a.txt"));
    fs::set_permissions(place.path("b.txt"), fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("b.txt", place.path("link.txt")).unwrap();
    place.run("clean a.txt a.txt -o link.txt --force").well();
    assert_eq!(mode("b.txt") & 0o777, 0o640);
    assert!(fs::symlink_metadata(place.path("link.txt")).unwrap().is_symlink());
    assert_eq!(place.read("b.txt"), format!("{ARTICLE}\n{ARTICLE}"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let place = Place::with(&[("a.txt", PAGE.as_bytes())]);
    place.run("clean a.txt -o /dev/full").said(1, "/dev/full: the disk is full");
    for line in [&["clean", "a.txt"][..], &["man"], &["completions", "bash"]] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let mut command = std::process::Command::new(cargo_bin!("chysto"));
        let output =
            command.args(line).current_dir(place.path("")).stdout(full).stderr(Stdio::piped()).output().unwrap();
        assert!(matches!(output.status.code(), Some(1 | 2)), "{line:?}: {output:?}");
        assert_eq!(Run::from(output).err, "chysto: standard output: the disk is full; free some space and run again\n");
    }
}

#[test]
fn help_completions_and_manual_come_from_one_definition() {
    let place = Place::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = place.run(&format!("completions {shell}")).well();
        assert!(script.contains("normalize") && script.contains("encoding"), "{shell}");
    }
    for (line, words) in [
        ("man", "chysto\\-clean"),
        ("man clean", "\\-\\-encoding"),
        ("man decode", ".nf\nExamples"),
        ("--help", "Examples:"),
        ("clean --help", "artifact/"),
        ("decode --help", "Examples:"),
        ("--version", env!("CARGO_PKG_VERSION")),
    ] {
        let page = place.run(line).well();
        assert!(page.contains(words), "{line}: {page}");
    }
}

#[test]
fn lost_letters_are_reported() {
    let records = "{\"text\":\"whole\"}\n{\"text\":\"caf\u{fffd} n\u{fffd}\"}\n";
    let place = Place::with(&[("lost.txt", "caf\u{fffd} au lait\n".as_bytes()), ("r.jsonl", records.as_bytes())]);
    let cases = [
        ("normalize lost.txt", "chysto: lost.txt: warning: 1 replacement character (U+FFFD)"),
        ("clean lost.txt", "chysto: lost.txt: warning: 1 replacement character (U+FFFD)"),
        ("normalize r.jsonl", "chysto: r.jsonl:2: warning: 2 replacement characters (U+FFFD)"),
        ("decode lost.txt", ""),
        ("normalize --quiet lost.txt", ""),
    ];
    for (line, wanted) in cases {
        let run = place.run(line);
        assert!(run.err.starts_with(wanted) && run.err.is_empty() == wanted.is_empty(), "{line}: {}", run.err);
        assert_eq!(run.status, Some(0), "{line}");
    }
    assert_eq!(place.run("normalize --quiet lost.txt").well(), "caf\u{fffd} au lait\n");
}
