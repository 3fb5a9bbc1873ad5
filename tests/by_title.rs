//! What the lines between a title and its text say of the article.

use chysto::{Cleaner, Field, Metadata};

const TITLE: &str = "The old bridge over the Tarn reopens to walkers";

const TEXT: &str = "The footbridge below the mill, closed for two winters, is open again since Monday morning.\n\n\
                    Workers replaced every plank on the northern side and painted the railings, the council said.\n\n\
                    About four hundred people used to cross it each day on their way to the station and the market.\n";

/// The metadata of a page with `lines` right below its title and `end` behind its text.
fn metadata(lines: &[&str], end: &str) -> Metadata {
    let page = format!("Home\n\nNews\n\n{TITLE}\n\n{}\n\n{TEXT}\n{end}\n", lines.join("\n\n"));
    let document = Cleaner::new().clean(&page);
    assert_eq!(document.title(), Some(TITLE), "{lines:?}");
    document.metadata().clone()
}

fn date(lines: &[&str], field: Field) -> Option<String> {
    metadata(lines, "").get(field).map(|entry| entry.value().to_string())
}

#[test]
fn a_line_with_a_date_below_the_title_dates_the_article() {
    let cases = [
        ("14 December 2011 Last seen at 11:32 from the hills", "2011-12-14"),
        ("12 May 2021 Outdoors, Rivers, Bridges", "2021-05-12"),
        ("Riverside // 3 June 2020", "2020-06-03"),
        ("Nov 18, 2019 @17:19 · 4 min read", "2019-11-18"),
    ];
    for (line, expected) in cases {
        assert_eq!(date(&[line], Field::Date).as_deref(), Some(expected), "{line}");
    }
}

#[test]
fn a_time_a_date_and_a_counter_may_stand_without_blanks() {
    for line in ["14:2621.04.202437", "21.04.202414:26", "2024-04-2114:26"] {
        assert_eq!(date(&[line], Field::Date).as_deref(), Some("2024-04-21T14:26"), "{line}");
    }
}

#[test]
fn each_date_of_a_line_is_what_the_words_before_it_say() {
    let cases = [
        ("4 May 2022, 05:34 Updated 6 May 2022, 05:35", Some("2022-05-04"), Some("2022-05-06")),
        ("Last updated 4 June 2020, originally created 17 June 2019", Some("2019-06-17"), Some("2020-06-04")),
        ("By Peter Lake / June 12, 2020 9:49 am / Updated: Aug. 18, 2020", Some("2020-06-12"), Some("2020-08-18")),
        ("Updated: 16 January 2020", None, Some("2020-01-16")),
    ];
    for (line, published, updated) in cases {
        let day = |field| date(&[line], field).map(|date| date.split('T').next().unwrap_or_default().to_owned());
        assert_eq!((day(Field::Date).as_deref(), day(Field::Updated).as_deref()), (published, updated), "{line}");
    }
}

#[test]
fn a_numeric_date_is_read_as_the_others_of_the_page() {
    let cases = [
        ("By Peter Lake 11/01/2012", "First shown 25/01/2012", Some("2012-01-11")),
        ("By Peter Lake 11/01/2012", "First shown 01/25/2012", Some("2012-11-01")),
        ("By Peter Lake 11/01/2012", "Mill fire, 15 January 2012", Some("2012-01-11")),
        // English is written in both orders, and nothing else tells.
        ("By Peter Lake 11/01/2012", "", None),
        ("By Peter Lake 25/01/2012", "", Some("2012-01-25")),
    ];
    for (line, end, expected) in cases {
        let date = metadata(&[line], end).date().map(|date| date.to_string());
        assert_eq!(date.as_deref(), expected, "{line} {end}");
    }
}

#[test]
fn names_by_the_title_are_the_authors() {
    let cases = [
        ("Anna Hill", "Anna Hill"),
        ("Anna Hill, Rivers Editor", "Anna Hill"),
        ("By Peter van der Lake | The Tarn Post", "Peter van der Lake"),
        ("12 May 2021 | Anna Hill | Rivers", "Anna Hill"),
    ];
    for (line, expected) in cases {
        assert_eq!(metadata(&[line], "").author(), Some(expected), "{line}");
    }
}

#[test]
fn what_is_no_name_is_no_author() {
    let lines = ["Rivers News", "Walks in the hills", "Nature 12 May 2021", "Share Print"];
    lines.iter().for_each(|line| assert_eq!(metadata(&[line], "").author(), None, "{line}"));
}

#[test]
fn who_stands_behind_the_text_again_wrote_it() {
    assert_eq!(metadata(&["Zorvan Quell"], "Zorvan Quell").author(), Some("Zorvan Quell"));
    assert_eq!(metadata(&["Zorvan Quell"], "").author(), None);
}

#[test]
fn a_line_that_ends_as_a_by_line_begins_names_who_is_below_it() {
    assert_eq!(metadata(&["12 May 2021 10:05 by", "Zorvan Quell"], "").author(), Some("Zorvan Quell"));
    assert_eq!(metadata(&["12 May 2021 10:05", "Zorvan Quell"], "").author(), None);
}
