//! The languages of pages and blocks: `tests/language/CODE.txt` has a text a line,
//! of some 20 words, each of which is told by itself.

mod support;

use std::path::Path;

use chysto::{Cleaner, Document, Language};
use support::files;

fn language(code: &str) -> Language {
    code.parse().expect("a code")
}

fn block_of(document: &Document<'_>, text: &str) -> Option<String> {
    let block = document.blocks().find(|block| block.text() == text).expect("a block");
    block.language().map(|language| language.to_string())
}

#[test]
fn short_texts_are_told_by_themselves() {
    let cleaner = Cleaner::new();
    for code in ["uk", "ru", "be", "bg", "sr", "sr-Latn", "mk", "hr"] {
        let texts = files::read(Path::new(&format!("tests/language/{code}.txt")));
        let expected = language(&code[..2]);
        for text in texts.lines() {
            let found = cleaner.clean(text).language().map(|guess| guess.language());
            assert_eq!(found, Some(expected), "{text}");
        }
    }
}

#[test]
fn a_block_has_its_own_language() {
    let own = "We are sorry, but this page is not available in your language yet.";
    let page = format!("{}\n\n{own}\n\n{own} Bis bald!", files::read(Path::new("tests/language/hr.txt")));
    let document = Cleaner::new().clean(&page);
    assert_eq!(document.language().map(|guess| guess.language()), Some(language("hr")));
    assert_eq!(block_of(&document, own).as_deref(), Some("en"));
}

#[test]
fn a_block_that_says_nothing_has_the_page_s_where_it_is_written_so() {
    let page = format!("Оля Гай\n\n{}\n\n1234\n\nОй\n\nXYZ\n", files::read(Path::new("tests/language/uk.txt")));
    let document = Cleaner::new().clean(&page);
    let languages = ["Оля Гай", "1234", "Ой", "XYZ"].map(|text| block_of(&document, text));
    assert_eq!(languages, [Some("uk"), Some("uk"), Some("uk"), None].map(|code| code.map(str::to_owned)));
}

#[test]
fn scripts_of_one_language_need_no_more() {
    let cases = [
        ("새 다리가 일요일에 개통됩니다.", "ko"),
        ("新しい橋は日曜日に開通します。", "ja"),
        ("新桥将于星期日通车，市民可以步行通过。", "zh"),
        ("Η νέα γέφυρα ανοίγει την Κυριακή.", "el"),
        ("הגשר החדש ייפתח ביום ראשון.", "he"),
        ("ახალი ხიდი კვირას გაიხსნება.", "ka"),
    ];
    for (text, code) in cases {
        let found = Cleaner::new().clean(text).language().map(|guess| guess.language());
        assert_eq!(found, Some(language(code)), "{text}");
    }
}

#[test]
fn a_hint_counts() {
    let cleaner = Cleaner::builder().language(language("hr")).build().expect("options");
    let document = cleaner.clean("Šta je ovo?");
    let guess = document.language().expect("the hint");
    assert_eq!((guess.language(), guess.is_reliable()), (language("hr"), true));
}
