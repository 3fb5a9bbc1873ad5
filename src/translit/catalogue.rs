//! The systems that come with the library: who published them, when and where.

/// What is known of a system besides its rules.
pub(super) struct Entry {
    pub(super) name: &'static str,
    /// The names of the Interscript maps, and of systems with the same rules.
    pub(super) others: &'static [&'static str],
    pub(super) language: &'static str,
    pub(super) authority: &'static str,
    pub(super) year: u16,
    pub(super) source: &'static str,
    /// The file.
    pub(super) rules: &'static str,
}

macro_rules! entries {
    ($($name:literal [$($other:literal)*] $language:literal $authority:expr, $year:literal, $source:literal;)*) => {
        &[$(Entry {
            name: $name,
            others: &[$($other),*],
            language: $language,
            authority: $authority,
            year: $year,
            source: $source,
            rules: include_str!(concat!("systems/", $name, ".toml")),
        }),*]
    };
}

const BGN: &str = "BGN/PCGN";
const LC: &str = "American Library Association, Library of Congress";
const ODNI: &str = "Office of the Director of National Intelligence (US)";
const UN: &str = "United Nations";
const ICAO: &str = "International Civil Aviation Organization";
const GOST: &str = "GOST";
const UA: &str = "Cabinet of Ministers of Ukraine";
const BY: &str = "State Committee on Property of Belarus";
const MVD: &str = "Ministry of Internal Affairs of Belarus";
const BAS: &str = "Bulgarian Academy of Sciences";
const APC: &str = "Antarctic Place-names Commission of Bulgaria";

pub(super) static ENTRIES: &[Entry] = entries! {
    "uk-2010" ["ua-ukr-Cyrl-Latn-2010" "un-ukr-Cyrl-Latn-2012" "uk-un-2012"] "uk" UA, 2010, "Resolution 55 of 27 January 2010; UN resolution X/9, 2012";
    "uk-2007" ["ua-ukr-Cyrl-Latn-2007"] "uk" UA, 2007, "Resolution 858 of 26 July 2007, for passports";
    "uk-1996" ["ua-ukr-Cyrl-Latn-1996"] "uk" "Ukrainian Commission for Legal Terminology", 1996, "Decision 9 of 19 April 1996";
    "uk-bgn-1965" ["bgnpcgn-ukr-Cyrl-Latn-1965"] "uk" BGN, 1965, "Romanization system for Ukrainian, 1965";
    "uk-bgn-2019" ["bgnpcgn-ukr-Cyrl-Latn-2019"] "uk" BGN, 2019, "Romanization of Ukrainian, the national system of 2010 adopted in 2019";
    "uk-alalc" ["alalc-ukr-Cyrl-Latn-1997" "uk-alalc-1997"] "uk" LC, 1997, "ALA-LC romanization tables: Ukrainian";
    "uk-9112-a" [] "uk" "DSTU", 2021, "DSTU 9112:2021, system A";
    "uk-9112-b" [] "uk" "DSTU", 2021, "DSTU 9112:2021, system B";
    "uk-un-1998" ["un-ukr-Cyrl-Latn-1998"] "uk" UN, 1998, "United Nations romanization of Ukrainian before 2012, after GOST 1983";
    "uk-gki-1993" ["stategeocadastre-ukr-Cyrl-Latn-1993"] "uk" "State Service of Ukraine for Geodesy, Cartography and Cadastre", 1993, "Romanization of Ukrainian geographical names, 1993";
    "uk-odni-2015" ["odni-ukr-Cyrl-Latn-2015"] "uk" ODNI, 2015, "ICS 630-01, personal names: Ukrainian";
    "ru-bgn-1947" ["bgnpcgn-rus-Cyrl-Latn-1947"] "ru" BGN, 1947, "Romanization system for Russian, BGN 1944, PCGN 1947";
    "ru-iso-9" ["iso-rus-Cyrl-Latn-9-1995" "iso-9" "ru-gost-7.79-a" "gost-7.79-a"] "ru" "ISO", 1995, "ISO 9:1995, all Slavic and many other Cyrillic alphabets; GOST 7.79-2000, system A";
    "ru-gost-7.79-2002" ["gost-rus-Cyrl-Latn-7.79-2000-2002"] "ru" GOST, 2002, "GOST 7.79-2000, system A, its primes typed as ´ and \"";
    "ru-gost-7.79-b" ["gost-7.79-b"] "ru" GOST, 2002, "GOST 7.79-2000, system B";
    "ru-gost-16876" ["gost-rus-Cyrl-Latn-16876-71-1983"] "ru" GOST, 1983, "GOST 16876-71 as amended after ST SEV 1362-78, table 1";
    "ru-alalc" ["alalc-rus-Cyrl-Latn-2012" "alalc-rus-Cyrl-Latn-1997" "ru-alalc-2012" "ru-alalc-1997"] "ru" LC, 2012, "ALA-LC romanization tables: Russian";
    "ru-un-1987" ["un-rus-Cyrl-Latn-1987"] "ru" UN, 1987, "UN resolution V/18, 1987, after GOST 1983";
    "ru-icao" ["icao-rus-Cyrl-Latn-9303" "ru-icao-9303"] "ru" ICAO, 2015, "Doc 9303, part 3, section 6: Cyrillic";
    "ru-mvd-2010" ["mvd-rus-Cyrl-Latn-2010"] "ru" MVD, 2010, "Romanization of Russian names in documents";
    "ru-mvd-2008" ["mvd-rus-Cyrl-Latn-2008"] "ru" MVD, 2008, "Instruction 288 of 9 October 2008, Russian names";
    "ru-odni-2015" ["odni-rus-Cyrl-Latn-2015"] "ru" ODNI, 2015, "ICS 630-01, personal names: Russian";
    "ru-bas-2017-oss" ["bas-rus-Cyrl-Latn-2017-oss"] "ru" BAS, 2017, "L. Ivanov, Streamlined romanization of Russian Cyrillic: the optional system, with marks";
    "ru-bas-2017-bss" ["bas-rus-Cyrl-Latn-2017-bss"] "ru" BAS, 2017, "L. Ivanov, Streamlined romanization of Russian Cyrillic: the basic system";
    "be-2007" ["by-bel-Cyrl-Latn-2007" "un-bel-Cyrl-Latn-2007"] "be" BY, 2007, "Instruction 15 of 23 November 2000 as amended on 11 June 2007; UN resolution X/3, 2012";
    "be-1998" ["by-bel-Cyrl-Latn-1998"] "be" BY, 1998, "Romanization of Belarusian geographical names, 1998";
    "be-gki-2000" ["gki-bel-Cyrl-Latn-2000"] "be" BY, 2000, "Instruction 15 of 23 November 2000";
    "be-gki-1992" ["gki-bel-Cyrl-Latn-1992"] "be" BY, 1992, "Romanization of Belarusian geographical names, 1992";
    "be-bgn-1979" ["bgnpcgn-bel-Cyrl-Latn-1979"] "be" BGN, 1979, "Romanization system for Belarusian, 1979";
    "be-alalc" ["alalc-bel-Cyrl-Latn-1997" "be-alalc-1997"] "be" LC, 1997, "ALA-LC romanization tables: Belarusian";
    "be-icao" ["icao-bel-Cyrl-Latn-9303" "be-icao-9303"] "be" ICAO, 2015, "Doc 9303, part 3, section 6: Cyrillic, with the notes for Belarusian";
    "be-mvd-2008" ["mvd-bel-Cyrl-Latn-2008"] "be" MVD, 2008, "Instruction 288 of 9 October 2008, Belarusian names";
    "be-mvd-2010" ["mvd-bel-Cyrl-Latn-2010"] "be" MVD, 2010, "Romanization of Belarusian names in documents";
    "be-odni-2015" ["odni-bel-Cyrl-Latn-2015"] "be" ODNI, 2015, "ICS 630-01, personal names: Belarusian";
    "bg-2009" [] "bg" "National Assembly of Bulgaria", 2009, "Transliteration Act, State Gazette 19 of 13 March 2009";
    "bg-bgn-2013" ["bgnpcgn-bul-Cyrl-Latn-2013"] "bg" BGN, 2013, "Romanization of Bulgarian, the Transliteration Act adopted in 2013";
    "bg-bgn-1952" ["bgnpcgn-bul-Cyrl-Latn-1952"] "bg" BGN, 1952, "Romanization system for Bulgarian, 1952";
    "bg-alalc" ["alalc-bul-Cyrl-Latn-1997" "bg-alalc-1997"] "bg" LC, 1997, "ALA-LC romanization tables: Bulgarian";
    "bg-un-1977" ["un-bul-Cyrl-Latn-1977"] "bg" UN, 1977, "UN resolution III/10, 1977";
    "bg-apc-1995" ["apcbg-bul-Cyrl-Latn-1995"] "bg" APC, 1995, "Toponymic guidelines for Antarctica";
    "bg-bgna-2006" ["bgna-bul-Cyrl-Latn-2006"] "bg" APC, 2006, "Names in the Bulgarian gazetteer of Antarctica, rules of 2006";
    "bg-bgna-2009" ["bgna-bul-Cyrl-Latn-2009"] "bg" APC, 2009, "Names in the Bulgarian gazetteer of Antarctica, rules of 2009";
    "bg-odni-2005" ["odni-bul-Cyrl-Latn-2005"] "bg" ODNI, 2005, "Personal names: Bulgarian";
    "bg-odni-2015" ["odni-bul-Cyrl-Latn-2015"] "bg" ODNI, 2015, "ICS 630-01, personal names: Bulgarian";
    "mk-bgn-2013" ["bgnpcgn-mkd-Cyrl-Latn-2013"] "mk" BGN, 2013, "Romanization of Macedonian, 2013";
    "mk-bgn-1981" ["bgnpcgn-mkd-Cyrl-Latn-1981"] "mk" BGN, 1981, "Romanization system for Macedonian, 1981";
    "mk-un-1977" ["un-mkd-Cyrl-Latn-1977"] "mk" UN, 1977, "UN resolution III/11, 1977";
    "mk-alalc" ["alalc-mkd-Cyrl-Latn-2013" "alalc-mkd-Cyrl-Latn-1997" "mk-alalc-2013"] "mk" LC, 2013, "ALA-LC romanization tables: Serbian and Macedonian";
    "mk-odni-2005" ["odni-mkd-Cyrl-Latn-2005"] "mk" ODNI, 2005, "Personal names: Macedonian";
    "mk-odni-2015" ["odni-mkd-Cyrl-Latn-2015"] "mk" ODNI, 2015, "ICS 630-01, personal names: Macedonian";
    "sr-gajica" ["bgnpcgn-srp-Cyrl-Latn-2005" "bgnpcgn-srp-Cyrl-Latn-1962" "un-srp-Cyrl-Latn-1997" "alalc-srp-Cyrl-Latn-2013" "sr-bgn-2005" "sr-alalc-2013"] "sr" "Serbian orthography", 1830, "Gaj's Latin alphabet; BGN/PCGN 1962 and 2005, UN resolution III/11, ALA-LC 2013";
    "sr-odni-2005" ["odni-srp-Cyrl-Latn-2005"] "sr" ODNI, 2005, "Personal names: Serbian";
    "sr-odni-2015" ["odni-srp-Cyrl-Latn-2015"] "sr" ODNI, 2015, "ICS 630-01, personal names: Serbian";
    "kk-bgn-1979" ["bgnpcgn-kaz-Cyrl-Latn-1979"] "kk" BGN, 1979, "Romanization system for Kazakh, 1979";
    "kk-2021" [] "kk" "Government of Kazakhstan", 2021, "The Latin alphabet presented on 28 January 2021";
    "ky-bgn-1979" ["bgnpcgn-kir-Cyrl-Latn-1979"] "ky" BGN, 1979, "Romanization system for Kyrgyz, 1979";
    "tg-bgn-1994" ["bgnpcgn-tgk-Cyrl-Latn-1994"] "tg" BGN, 1994, "Romanization system for Tajik, 1994";
    "uz-bgn-1979" ["bgnpcgn-uzb-Cyrl-Latn-1979"] "uz" BGN, 1979, "Romanization system for Uzbek, 1979";
    "uz-bgn-2000" ["bgnpcgn-uzb-Cyrl-Latn-2000"] "uz" BGN, 2000, "Table of correspondences for Uzbek, 2000";
    "uz-1995" [] "uz" "Supreme Council of Uzbekistan", 1995, "Law on the Latin alphabet, 2 September 1993, as amended on 6 May 1995";
    "uz-odni-2015" ["odni-uzb-Cyrl-Latn-2015"] "uz" ODNI, 2015, "ICS 630-01, personal names: Uzbek";
    "tk-bgn-1979" ["bgnpcgn-tuk-Cyrl-Latn-1979"] "tk" BGN, 1979, "Romanization system for Turkmen, 1979";
    "tk-bgn-1993" ["bgnpcgn-tuk-Cyrl-Latn-1993" "tk-1993"] "tk" BGN, 1993, "Table of correspondences for Turkmen, the national alphabet of 1993";
    "tk-odni-2015" ["odni-tuk-Cyrl-Latn-2015"] "tk" ODNI, 2015, "ICS 630-01, personal names: Turkmen";
    "tt-bgn-2007" ["bgnpcgn-tat-Cyrl-Latn-2007"] "tt" BGN, 2007, "Table of correspondences for Tatar, 2007";
    "tt-2012" [] "tt" "State Council of Tatarstan", 2012, "Law 1-ZRT of 12 January 2013, table of correspondences";
    "ba-bgn-2007" ["bgnpcgn-bak-Cyrl-Latn-2007"] "ba" BGN, 2007, "Table of correspondences for Bashkir, 2007";
    "ce-bgn-2008" ["bgnpcgn-che-Cyrl-Latn-2008"] "ce" BGN, 2008, "Table of correspondences for Chechen, 2008";
    "mn-bgn-1964" ["bgnpcgn-mon-Cyrl-Latn-1964"] "mn" BGN, 1964, "Romanization system for Mongolian, 1964";
    "mn-alalc" ["alalc-mon-Cyrl-Latn-1997" "mn-alalc-1997"] "mn" LC, 1997, "ALA-LC romanization tables: Mongolian";
    "mn-2012" ["masm-mon-Cyrl-Latn-5217-2012"] "mn" "Mongolian Agency for Standardization and Metrology", 2012, "MNS 5217:2012";
    "rue-bgn-2016" ["bgnpcgn-rue-Cyrl-Latn-2016"] "rue" BGN, 2016, "Romanization of Rusyn, 2016";
    "ro-bgn-2002" ["bgnpcgn-ron-Cyrl-Latn-2002"] "ro" BGN, 2002, "Table of correspondences for Moldovan Cyrillic, 2002";
    "az-alalc" ["alalc-aze-Cyrl-Latn-1997" "az-alalc-1997"] "az" LC, 1997, "ALA-LC romanization tables: Azerbaijani";
    "az-1991" [] "az" "Government of Azerbaijan", 1991, "The Latin alphabet of 25 December 1991, as amended in 1992";
    "az-odni-2015" ["odni-aze-Cyrl-Latn-2015"] "az" ODNI, 2015, "ICS 630-01, personal names: Azerbaijani";
    "ug-odni-2015" ["odni-uig-Cyrl-Latn-2015"] "ug" ODNI, 2015, "ICS 630-01, personal names: Uyghur";
};

/// The file of the system `name`, for those that extend it.
pub(super) fn file(name: &str) -> Option<&'static str> {
    ENTRIES.iter().find(|entry| entry.name == name).map(|entry| entry.rules)
}
