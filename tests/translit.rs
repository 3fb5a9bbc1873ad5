//! Romanisation: examples of every system, and the promises on any text.

mod support;

use std::iter::repeat_n;

use chysto::translit::System;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use support::romanisation;

/// A text of the language's letters in all places that its rules name.
const EXAMPLES: &[(&str, &str, &str)] = &[
    ("uk-2010", "Їжа, мої; Йорк, гай; З’їзд ЗГОДА Русь", "Yizha, moi; York, hai; Zizd ZGHODA Rus"),
    ("uk-2007", "Григорій, Згода", "Grygorii, Zgoda"),
    ("uk-1996", "Щорічна п’ять", "Schorichna p”iat’"),
    ("uk-bgn-1965", "Згурівка, Акгерман, братство", "Z·hurivka, Ak·herman, brat·stvo"),
    ("uk-alalc", "Ївга Журба, Юля", "Ïvha Z͡Hurba, I͡Uli͡a"),
    ("uk-9112-a", "Знання, район, йєті, синьйор, льє, лье", "Znannja, rajon, jjeti, synjjor, ljje, lj'e"),
    ("uk-9112-b", "Щогла, веж’я, їжак, шчо", "Shchoghla, vezh'ja, jizhak, sh'cho"),
    ("ru-bgn-1947", "Ельня, объезд, маёр, Тсё", "Yel’nya, ob”yezd, mayër, T·së"),
    ("ru-iso-9", "Щёголь, объект, ҚАЗАҚ, мiр", "Ŝëgolʹ, obʺekt, ĶAZAĶ, mir"),
    ("ru-gost-7.79-b", "Цыц, цапля, объём, это щи", "Cy`cz, czaplya, ob``yom, e`to shhi"),
    ("ru-alalc", "Цюрих, объ ЦЮРИХ", "T͡Si͡urikh, ob T͡SI͡URIKH"),
    ("ru-icao", "Подъезд, Юлия, Андрей", "Podieezd, Iuliia, Andrei"),
    ("be-2007", "Мядзельскі, соль, дзень", "Miadzieĺski, soĺ, dzień"),
    ("be-bgn-1979", "Згода, ўсё", "Z·hoda, wsyo"),
    ("be-mvd-2010", "Дзмітрый, Яўген, Юлія", "Dzmitry, Yauhien, Yuliya"),
    ("bg-2009", "Мария, ИСТОРИЯ, България, Българиян, Кръстьо", "Maria, ISTORIA, Bulgaria, Balgariyan, Krastyo"),
    ("bg-alalc", "Щъркелъ", "Shtŭrkel"),
    ("sr-gajica", "Његош, ЊЕГОШ, Љ, Ђорђе Џабић", "Njegoš, NJEGOŠ, LJ, Đorđe Džabić"),
    ("kk-2021", "Ұлт, іні, Иран, шаңырақ", "Ūlt, ını, İran, şaŋyraq"),
    ("uz-1995", "Елим, поезд, Исҳоқ, цирк, милиция, чўққи", "Yelim, poyezd, Is’hoq, sirk, militsiya, cho‘qqi"),
    ("tt-bgn-2007", "Казан, китап, авыл, тау, Иль", "Qazan, kitap, awıl, taw, İl’"),
    ("ce-bgn-2008", "Хьаьрчий, кхо, къам", "Ẋärçiy, qo, q̇am"),
];

#[test]
fn systems_write_what_their_sources_say() {
    for (name, text, latin) in EXAMPLES {
        let system: System = name.parse().unwrap();
        assert_eq!(system.romanize(text), *latin, "{name}");
    }
}

#[test]
fn case_apostrophes_and_marks_are_kept_apart() {
    let system: System = "uk-2010".parse().unwrap();
    for (text, latin) in [
        ("Щ ЩУКА, Щ", "SHCH SHCHUKA, SHCH"),
        ("Щ щука", "Shch shchuka"),
        ("Щ-ЩО", "SHCH-SHCHO"),
        ("БОРЩ-БОРЩ, КРАЩ", "BORSHCH-BORSHCH, KRASHCH"),
        ("В'Я, в’я, вʼя, в`я, 'Яна' ‘Яна’", "VIA, via, via, via, 'Yana' ‘Yana’"),
        ("заі\u{308}зд Й І\u{308}жак", "zaizd Y Yizhak"),
        ("я\u{301}блуко, моя\u{301}", "ya\u{301}bluko, moia\u{301}"),
        ("з\u{301}г", "z\u{301}gh"),
        ("ы, ё, abc, 日本", "ы, ё, abc, 日本"),
    ] {
        assert_eq!(system.romanize(text), latin, "{text}");
    }
}

#[test]
fn serbian_prefixes_are_read_apart() {
    let system: System = "sr-gajica".parse().unwrap();
    for (latin, cyrillic) in [
        ("injekcija INJEKCIJA konjugacija", "инјекција ИНЈЕКЦИЈА конјугација"),
        ("nadžnjeti nadživeti podžanr", "наджњети надживети поджанр"),
        ("Tanjug, vanjezički, konj, dinja", "Танјуг, ванјезички, коњ, диња"),
        ("Džep DŽEP džep, NJ Nj nj", "Џеп ЏЕП џеп, Њ Њ њ"),
        ("c\u{30c}as\u{30c}a", "чаша"),
    ] {
        assert_eq!(system.reverse(latin).unwrap(), cyrillic);
    }
}

/// Were anything quadratic, this would take hours.
#[test]
fn long_runs_of_anything_are_read_in_one_go() {
    const LENGTH: usize = 300_000;
    for piece in ["'", "\u{301}", "Щ", "Щ'", "Щ\u{301}'", "ʹ", "nj", "j'", "ь’", "зг", " Щ ", "cz`", "ʹ\u{301}"]
    {
        let text: String = repeat_n(piece, LENGTH).collect();
        for name in ["uk-2010", "uk-9112-a", "ru-gost-7.79-b", "ru-iso-9", "sr-gajica"] {
            let system: System = name.parse().unwrap();
            system.romanize(&text);
            system.reverse(&text).ok();
        }
    }
}

/// Letters mostly, so that rules meet each other.
fn odd_text() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        8 => proptest::char::range('\u{400}', '\u{52f}'),
        2 => proptest::char::range(' ', '~'),
        1 => proptest::sample::select(vec!['’', 'ʼ', '`', '\u{301}', '\u{306}', '\u{308}', 'ʹ', '·', '\n']),
        1 => any::<char>(),
    ];
    proptest::collection::vec(letter, 0..40).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(1_000),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("proptest-regressions/translit.txt"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text(text in odd_text()) {
        romanisation::check(&text);
    }
}
