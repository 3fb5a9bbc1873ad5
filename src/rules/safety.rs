//! No sure rule of any pack may take away what an article of any language says.

use std::sync::LazyLock;

use super::builtin::with_packs;
use super::compiled::RuleSet;
use super::tokens::Tokens;

static RULES: LazyLock<RuleSet> = LazyLock::new(|| with_packs(|packs| RuleSet::new(packs)));

/// The sure rule that fits a block and takes it away.
fn sure_rule(text: &str, tokens: &mut Tokens) -> Option<&'static str> {
    RULES.tokenize(text, tokens);
    let rule = RULES.rule(RULES.find(text, tokens, None)?.rule);
    let takes_away = rule.sure && !rule.role.to_string().starts_with("content/");
    takes_away.then_some(&*rule.name)
}

/// Headings, short sentences, names of people and places.
const ORDINARY: &[&str] = &[
    // English
    "Part 2",
    "Introduction",
    "Conclusion",
    "Background",
    "The results",
    "What happened next",
    "London",
    "Anna Hill",
    "Methods and materials",
    "He left.",
    "Nobody knows why.",
    "The end of an era",
    "Chapter 3",
    "Life in the village",
    "Why we walk",
    "She said no.",
    "Water",
    "History",
    "Early life",
    "A short history of bread",
    // Swedish, Danish, Norwegian
    "Delar av",
    "Del 2",
    "Bakgrund",
    "Så gick det till",
    "Göteborg",
    "Det blev sent.",
    "Historia",
    "Del 3",
    "Baggrund",
    "Hun kom hjem.",
    "København",
    "Bakgrunn",
    "Han kom tilbake.",
    "Bergen",
    "Slik gikk det",
    "Barndom og ungdom",
    // German, Dutch
    "Teil 2",
    "Einleitung",
    "Fazit",
    "Hintergrund",
    "Er kam zu spät.",
    "Wien",
    "Leben und Werk",
    "Geschichte",
    "Deel 2",
    "Achtergrond",
    "Zij bleef thuis.",
    "Inleiding",
    "Utrecht",
    "Hoe het begon",
    "Conclusie",
    // French, Spanish, Italian, Portuguese, Romanian
    "Partie 2",
    "Introduction générale",
    "Contexte",
    "Il est parti.",
    "Lyon",
    "La vie au village",
    "Parte 2",
    "Introducción",
    "Contexto",
    "Ella se fue.",
    "Sevilla",
    "La vida en el campo",
    "Introduzione",
    "Contesto",
    "È partito ieri.",
    "Firenze",
    "La vita in paese",
    "Introdução",
    "Ele foi embora.",
    "Coimbra",
    "A vida na aldeia",
    "Partea a doua",
    "Introducere",
    "A plecat acasă.",
    "Cluj",
    "Viața la sat",
    "Concluzii",
    // Polish, Czech, Slovak, Slovene, Croatian, Serbian
    "Część 2",
    "Wstęp",
    "Wyszedł z domu.",
    "Kraków",
    "Życie na wsi",
    "Wnioski",
    "Část 2",
    "Úvod do dějin",
    "Odešel domů.",
    "Brno",
    "Život na vsi",
    "Závěr",
    "Časť 2",
    "Odišiel domov.",
    "Košice",
    "Život na dedine",
    "Del drugi",
    "Odšel je domov.",
    "Maribor",
    "Življenje na vasi",
    "Drugi dio",
    "Otišao je kući.",
    "Split",
    "Život na selu",
    "Други део",
    "Отишао је кући.",
    "Нови Сад",
    "Живот на селу",
    "Увод",
    "Закључак",
    // Ukrainian, Russian, Belarusian, Bulgarian, Macedonian, Kazakh
    "Частина 2",
    "Вступ",
    "Він пішов додому.",
    "Львів",
    "Життя в селі",
    "Висновки",
    "Передісторія",
    "Часть 2",
    "Введение",
    "Он ушёл домой.",
    "Тверь",
    "Жизнь в деревне",
    "Выводы",
    "Предыстория",
    "Частка 2",
    "Ён пайшоў дадому.",
    "Гродна",
    "Жыццё ў вёсцы",
    "Част 2",
    "Той си тръгна.",
    "Пловдив",
    "Животът на село",
    "Втор дел",
    "Тој замина дома.",
    "Битола",
    "Животот на село",
    "2-бөлім",
    "Ол үйіне кетті.",
    "Алматы",
    "Ауыл өмірі",
    "Кіріспе",
    // Hungarian, Finnish, Estonian, Latvian, Lithuanian, Turkish
    "2. rész",
    "Bevezetés",
    "Hazament.",
    "Szeged",
    "Élet a faluban",
    "Osa 2",
    "Johdanto",
    "Hän lähti kotiin.",
    "Turku",
    "Elämää kylässä",
    "Sissejuhatus",
    "Ta läks koju.",
    "Tartu",
    "Elu külas",
    "2. daļa",
    "Ievads",
    "Viņš aizgāja mājās.",
    "Liepāja",
    "Dzīve laukos",
    "2 dalis",
    "Įvadas",
    "Jis išėjo namo.",
    "Kaunas",
    "Gyvenimas kaime",
    "Bölüm 2",
    "Giriş bölümü",
    "Eve gitti.",
    "Bursa",
    "Köyde yaşam",
    "Sonuç",
    // Greek, Arabic, Hebrew, Persian, Hindi, Indonesian
    "Μέρος δεύτερο",
    "Εισαγωγή",
    "Έφυγε για το σπίτι.",
    "Πάτρα",
    "Η ζωή στο χωριό",
    "الجزء الثاني",
    "مقدمة",
    "ذهب إلى البيت.",
    "حلب",
    "الحياة في القرية",
    "חלק שני",
    "מבוא",
    "הוא הלך הביתה.",
    "חיפה",
    "החיים בכפר",
    "بخش دوم",
    "مقدمه",
    "او به خانه رفت.",
    "شیراز",
    "زندگی در روستا",
    "भाग दो",
    "परिचय",
    "वह घर चला गया।",
    "जयपुर",
    "गाँव का जीवन",
    "Bagian 2",
    "Pendahuluan",
    "Dia pulang ke rumah.",
    "Bandung",
    "Kehidupan di desa",
    "Kesimpulan",
];

#[test]
fn ordinary_lines_stay() {
    let mut tokens = Tokens::default();
    let taken: Vec<_> = ORDINARY.iter().filter_map(|text| Some((text, sure_rule(text, &mut tokens)?))).collect();
    assert!(taken.is_empty(), "{taken:#?}");
}

/// Looks at other texts: files of paragraphs, one a line, in the folder
/// `CHYSTO_ORDINARY`.
#[test]
#[ignore = "needs texts"]
fn paragraphs_stay() {
    let folder = std::env::var("CHYSTO_ORDINARY").expect("a folder");
    let mut tokens = Tokens::default();
    let mut taken = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let text = std::fs::read_to_string(entry.path()).expect("a text");
        let lines = text.lines().map(str::trim);
        taken.extend(lines.filter_map(|line| Some((line.to_owned(), sure_rule(line, &mut tokens)?))));
    }
    assert!(taken.is_empty(), "{taken:#?}");
}
