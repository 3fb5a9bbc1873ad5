//! Which line is the title.

use chysto::Cleaner;

const MENU: &str = "Home\n\nTowns\n\nWeather\n\nSport\n\nContact us\n\nMore stories\n\n";

const TEXT: &str = "The footbridge below the mill, closed for two winters, is open again since Monday morning.\n\n\
                    Workers replaced every plank on the northern side and painted the railings, the council said.\n\n\
                    About four hundred people used to cross it each day on their way to the station and the market.\n";

fn title(page: &str) -> Option<String> {
    Cleaner::new().clean(page).title().map(str::to_owned)
}

#[test]
fn what_the_pages_own_title_has_is_the_title_whatever_it_looks_like() {
    let titles = [
        // A number and a small word, as in a list of ingredients.
        "7 things to know before you cross the bridge again",
        "16-inch planks and a coat of paint: the bridge reopens",
        // A whole sentence.
        "The old bridge is open to walkers again after two long winters.",
        "The bridge is back. Here is why you should cross it on foot this spring.",
        // No capital at its start.
        "£60,000 cost of repairs brings the bridge back to walkers",
        "iBridge app shows when the old bridge reopens to walkers",
    ];
    for expected in titles {
        let page = format!("{expected} | The Mill Courier\n\n{MENU}{expected}\n\nBy Peter Lake\n\n{TEXT}");
        assert_eq!(title(&page).as_deref(), Some(expected));
    }
}

#[test]
fn text_above_the_headline_is_not_where_the_article_starts() {
    let (headline, notice) = (
        "Old bridge by the mill reopens to walkers",
        "We use small files to see how many of you read our stories, and share them with no one else.",
    );
    let page = format!(
        "{headline} - The Mill Courier\n\n{MENU}{notice}\n\nMill fire put out by night\n\n{headline}\n\n{TEXT}"
    );
    assert_eq!(title(&page).as_deref(), Some(headline));
}

#[test]
fn a_headline_that_stands_again_below_its_text_leaves_the_first_one_the_title() {
    let headline = "Old bridge by the mill reopens to walkers";
    let page = format!("{headline}\n\n{TEXT}\n{headline}\n\n{TEXT}{TEXT}");
    let document = Cleaner::new().clean(&page);
    assert_eq!(document.title(), Some(headline));
    assert!(document.text().starts_with(headline));
}

#[test]
fn a_line_that_a_trail_of_links_ends_with_is_the_title() {
    let (headline, lead) = ("Flood plain, west", "Old bridge by the mill reopens to walkers after two winters");
    for trail in [format!("3. {headline}"), format!("Home / Towns / {headline}"), format!("Home » Towns » {headline}")]
    {
        let page = format!("{MENU}{trail}\n\n{headline}\n\n{lead}\n\n{TEXT}");
        assert_eq!(title(&page).as_deref(), Some(headline), "{trail}");
    }
}
