//! What is read off a page about its article: values, their places, their reasons.

use chysto::{Document, Field, MetadataValue, Objection};

const TEXT: &str = "The old bridge over the river is open again, and many people came on Sunday to cross it on foot.";

fn page(by_line: &str) -> String {
    format!("A bridge reopens\n\n{by_line}\n\n{TEXT}")
}

fn shown<'d>(document: &'d Document<'_>, field: Field) -> &'d str {
    &document.source()[document.metadata().get(field).expect("a value").span().range()]
}

#[test]
fn several_authors_are_a_list() {
    for (by_line, expected) in [
        ("By Anna Hill and Bob Gray", &["Anna Hill", "Bob Gray"][..]),
        ("By Anna Hill, Bob Gray", &["Anna Hill", "Bob Gray"]),
        ("By Anna Hill, Bob Gray and Mary Ann Stone", &["Anna Hill", "Bob Gray", "Mary Ann Stone"]),
        ("By ANNA HILL and BOB GRAY", &["ANNA HILL", "BOB GRAY"]),
        ("By Anna Hill and Bob Gray, 12 March 2025", &["Anna Hill", "Bob Gray"]),
        ("By Anna Hill and Bob Gray on 12 March 2025", &["Anna Hill", "Bob Gray"]),
        ("Authors: Anna Hill, Bob Gray", &["Anna Hill", "Bob Gray"]),
        ("Text: Anna Hill, photo: Bob Gray", &["Anna Hill"]),
        ("Автори: Ганна Хіл, Богдан Грай та Марія Стець", &["Ганна Хіл", "Богдан Грай", "Марія Стець"]),
        ("Авторы: Анна Хилл и Борис Грей", &["Анна Хилл", "Борис Грей"]),
        ("Текст: Анна Хилл, фото: Борис Грей", &["Анна Хилл"]),
        ("Von Anna Hügel und Boris von Grau", &["Anna Hügel", "Boris von Grau"]),
        ("Por Ana Colina y José Gris", &["Ana Colina", "José Gris"]),
        ("Autorzy: Anna Górka, Jan Szary", &["Anna Górka", "Jan Szary"]),
    ] {
        let page = page(by_line);
        let document = chysto::clean(&page);
        assert_eq!(document.metadata().authors(), expected, "{by_line}");
        assert_eq!(document.metadata().author(), expected.first().copied(), "{by_line}");
    }
}

#[test]
fn tags_part_at_the_commas_of_any_script() {
    for (line, expected) in [
        ("Tags: bridges, rivers; walks", &["bridges", "rivers", "walks"]),
        ("الوسوم: جسور، أنهار؛ نزهات", &["جسور", "أنهار", "نزهات"]),
        ("标签：桥梁，河流、步行", &["桥梁", "河流", "步行"]),
    ] {
        assert_eq!(chysto::clean(&page(line)).metadata().tags(), expected, "{line}");
    }
}

#[test]
fn labels_in_a_menu_have_no_values() {
    let menu = "Home\n\nTowns\n\nCategories\n\nMore\n\nPhoto\n\nVideo\n\nTopics\n\nPeople\n\nWeather\n\nTraffic\n\nSport\n\nContact us";
    let title = "The bridge over the river reopens on Sunday";
    let page = format!("{menu}\n\n{title}\n\nBy Anna Hill\n\n{TEXT} {TEXT}\n\n{TEXT}");
    let document = chysto::clean(&page);
    assert_eq!(document.title(), Some(title));
    for field in [Field::Category, Field::Photo, Field::Tags] {
        assert_eq!(document.metadata().get(field), None, "{field}");
    }
}

/// Jobs, places, papers and agencies are no authors; what may be either is left out.
#[test]
fn what_follows_a_name_is_no_author() {
    for by_line in [
        "By Anna Hill",
        "By Anna Hill, staff writer",
        "By Anna Hill, BBC News, London",
        "Author: Anna Hill, BBC News, London",
        "By Anna Hill, Calgary Herald",
        "Author: Anna Hill, MD, PhD",
        "By: Anna Hill, Health Reporter, The Valley Press",
    ] {
        let page = page(by_line);
        let document = chysto::clean(&page);
        assert_eq!(document.metadata().authors(), ["Anna Hill"], "{by_line}");
        assert_eq!(shown(&document, Field::Author), "Anna Hill", "{by_line}");
    }
}

#[test]
fn another_label_on_the_line_is_read_by_itself() {
    let page = page("Text: Anna Hill, photo: Bob Gray");
    let document = chysto::clean(&page);
    assert_eq!(document.metadata().author(), Some("Anna Hill"));
    assert_eq!(document.metadata().text(Field::Photo), Some("Bob Gray"));
}

#[test]
fn a_value_has_its_own_span() {
    let page = "A bridge reopens\n\nBy  Anna&nbsp;Hill, 12  March 2025\n\n18 643 views\n\nTags: bridges; rivers\n\n\
                Updated: 13.03.2025 | 14:20\n\n"
        .to_owned()
        + TEXT;
    let document = chysto::clean(&page);
    for (field, expected) in [
        (Field::Author, "Anna&nbsp;Hill"),
        (Field::Date, "12  March 2025"),
        (Field::Views, "18 643"),
        (Field::Tags, "bridges; rivers"),
        (Field::Updated, "13.03.2025 | 14:20"),
    ] {
        assert_eq!(shown(&document, field), expected, "{field}");
    }
    let date = document.metadata().get(Field::Date).expect("a date");
    assert_eq!(date.block(), document.metadata().get(Field::Author).expect("an author").block());
    assert_eq!(date.reason().rule(), Some("en/by-line-date"));
}

#[test]
fn a_label_before_the_line_is_the_reason() {
    let page = page("Published\n12 March 2025");
    let document = chysto::clean(&page);
    let date = document.metadata().get(Field::Date).expect("a date");
    assert_eq!(date.reason().to_string(), "value of rule:en/label-date");
    assert_eq!(document.block(date.block()).expect("its block").text(), "12 March 2025");
}

#[test]
fn what_was_considered_is_told() {
    let page = format!(
        "A bridge reopens\n\nPublished: 12 March 2025\n\n{TEXT}\n\nIt was built long ago.\n\nPublished: 11 March 2025\n\n\
         Published: 12 March 2025\n\nAuthor: nobody in particular"
    );
    let document = chysto::clean(&page);
    let considered: Vec<_> = document
        .metadata()
        .considered()
        .map(|considered| (considered.value().to_string(), considered.objection()))
        .collect();
    let expected = [
        ("nobody in particular".to_owned(), Objection::NamesNobody),
        ("2025-03-11".to_owned(), Objection::FartherFromHead),
        ("2025-03-12".to_owned(), Objection::SaysTheSame),
    ];
    assert_eq!(considered, expected);
    assert!(Objection::ALL.iter().all(|objection| objection.words().parse().ok() == Some(*objection)));
}

#[test]
fn the_sites_name_stands_beside_the_title() {
    let legal = "© 2025 Valley News. All rights reserved";
    for (line, end, expected) in [
        ("A bridge reopens - Valley News", "", Some("Valley News")),
        ("A bridge reopens | World news | Valley News", "", Some("Valley News")),
        ("A bridge reopens | Valley News | The best of the valley", legal, Some("Valley News")),
        ("Valley News: A bridge reopens", "", None),
        ("Valley News » A bridge reopens", "", Some("Valley News")),
        ("A bridge reopens – valleynews.example", "", Some("valleynews.example")),
        ("A bridge reopens", legal, None),
        ("A bridge reopens again", legal, None),
        ("All about bridges - Valley News", legal, Some("Valley News")),
        ("All about bridges - Valley News", "", None),
        ("Bridge - Press - A bridge reopens", "", None),
    ] {
        let page = format!("{line}\n\nA bridge reopens\n\nBy Anna Hill\n\n{TEXT}\n\n{end}");
        let document = chysto::clean(&page);
        assert_eq!(document.metadata().site_name(), expected, "{line}");
        if let Some(name) = expected {
            assert_eq!(shown(&document, Field::SiteName), name);
        }
    }
}

#[test]
fn a_list_of_one_is_a_text() {
    let page = page("By Anna Hill, staff writer");
    let document = chysto::clean(&page);
    let author = document.metadata().get(Field::Author).expect("an author");
    assert_eq!(author.value(), &MetadataValue::Text("Anna Hill".to_owned()));
}

#[cfg(feature = "serde")]
#[test]
fn json_has_values_and_where_they_come_from() {
    let page = page("By Anna Hill and Bob Gray, 12 March 2025") + "\n\nPublished: 11 March 2025";
    let document = chysto::clean(&page);
    let printed = serde_json::to_value(&document).expect("JSON");
    assert_eq!(printed["metadata"]["author"], serde_json::json!(["Anna Hill", "Bob Gray"]));
    let source = &printed["metadata_sources"]["author"];
    assert_eq!(*source, serde_json::json!({"span": [21, 43], "block": 1, "reason": "rule:en/by-line-date"}));
    assert_eq!(printed["metadata_considered"][0]["value"], "2025-03-11");
    let read: Document<'_> = serde_json::from_value(printed.clone()).expect("a document");
    assert_eq!(read.metadata(), document.metadata());
    let mut broken = printed;
    broken["metadata_sources"]["author"]["span"] = serde_json::json!([0, 4]);
    let error = serde_json::from_value::<Document<'_>>(broken).expect_err("a span outside of its block");
    assert!(error.to_string().contains("a metadatum points nowhere"), "{error}");
}
