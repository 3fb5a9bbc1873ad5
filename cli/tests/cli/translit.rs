//! `chysto translit`.

use crate::LEGACY;
use crate::place::Place;

#[test]
fn text_and_records_are_romanised() {
    let place = Place::with(&[
        ("old.txt", LEGACY),
        ("r.jsonl", "{\"n\":1.0,\"body\":\"Щука, ЩУКА\",\"text\":\"Щ\"}\n".as_bytes()),
        ("in/a.txt", "Юрій".as_bytes()),
        ("in/b/c.txt", "Їжакевич".as_bytes()),
    ]);
    assert_eq!(place.run("translit --system uk-2010 old.txt").well(), "Staryi mist znovu vidkryto.");
    assert_eq!(place.feed("translit --system ua-ukr-Cyrl-Latn-2010", "Київ\n".as_bytes()).well(), "Kyiv\n");
    let records = "{\"n\":1.0,\"body\":\"Shchuka, SHCHUKA\",\"text\":\"Щ\"}\n";
    assert_eq!(place.run("translit --system uk-2010 --field body r.jsonl").well(), records);
    assert_eq!(place.run("translit --system uk-2010 --to text r.jsonl").well(), "Shch");
    place.run("translit --system uk-bgn-1965 in -o out/").well();
    assert_eq!((&*place.read("out/a.txt"), &*place.read("out/b/c.txt")), ("Yuriy", "Yizhakevych"));
}

#[test]
fn latin_is_read_back_where_the_system_allows_it() {
    let place = Place::new();
    let back = |system: &str, latin: &str| {
        place.feed(&format!("translit --reverse --system {system}"), latin.as_bytes()).well()
    };
    assert_eq!(back("iso-9", "Ŝuka"), "Щука");
    assert_eq!(back("sr-gajica", "injekcija, Ljubav"), "инјекција, Љубав");
    place.run("translit --reverse --system uk-2010").said(2, "those that can are `uk-9112-a`");
}

#[test]
fn systems_are_listed_and_near_ones_suggested() {
    let place = Place::new();
    let list = place.run("translit --list").well();
    let row = list.lines().find(|line| line.starts_with("uk-2010\t")).unwrap();
    for part in ["\tuk\t2010\tno\tCabinet of Ministers of Ukraine\t", "Resolution 55", "ua-ukr-Cyrl-Latn-2010"] {
        assert!(row.contains(part), "{row}");
    }
    assert!(list.lines().all(|line| line.split('\t').count() == 7));
    place.run("translit --system uk-2011").said(2, "`uk-2010`");
    place.run("translit").said(2, "--system");
    place.run("translit --list page.txt").said(2, "--list");
}
