//! The files of the systems, as they are written (CONTRIBUTING.md has the format).

use toml::Spanned;
use toml::de::{DeTable, DeValue};

type Table<'t> = DeTable<'t>;

/// A file with all that it extends.
#[derive(Clone, Debug, Default)]
pub(super) struct Notation {
    /// Rules in the order in which they are tried, for keys of the same length.
    pub(super) rules: Vec<Rule>,
    /// Letters that are written once where they stand several times in a row.
    pub(super) once: String,
    /// Capitals that are not simply the small letters' ones.
    pub(super) capitals: Vec<(String, String)>,
    pub(super) back: Option<Back>,
}

/// What `key` becomes in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) key: String,
    pub(super) latin: String,
    pub(super) after: Option<String>,
    pub(super) before: Option<String>,
}

/// How the way back differs from the rules read backwards.
#[derive(Clone, Debug, Default)]
pub(super) struct Back {
    /// Put between two letters whose Latin would be read as another letter's.
    pub(super) separator: Option<char>,
    /// Beginnings of words, with `·` where two Latin letters stand for two Cyrillic ones.
    pub(super) apart: Vec<String>,
}

const FIELDS: [&str; 5] = ["extends", "letters", "once", "rule", "reverse"];

impl Notation {
    /// Reads `text`; `load` finds a file that it extends.
    pub(super) fn read(text: &str, load: &dyn Fn(&str) -> Option<&'static str>) -> Result<Self, String> {
        let file = DeTable::parse(text).map_err(|error| error.message().to_owned())?;
        let file = file.get_ref();
        if let Some(field) = file.keys().map(|field| field.get_ref()).find(|field| !FIELDS.contains(&field.as_ref())) {
            return Err(format!("`{field}` is no field of a system; there are {}", FIELDS.join(", ")));
        }
        let mut own = Self::own(file)?;
        if let Some(name) = string(file, "extends")? {
            let base = load(name).ok_or_else(|| format!("`extends`: there is no file `{name}`"))?;
            own.extend(Self::read(base, load)?);
        }
        Ok(own)
    }

    fn own(file: &Table<'_>) -> Result<Self, String> {
        let once = string(file, "once")?.unwrap_or_default().to_owned();
        let mut own = Self { back: back(file)?, once, ..Self::default() };
        for place in list(file, "rule")? {
            let place = place.get_ref().as_table().ok_or("`rule` is not a list of tables")?;
            own.letters(place, string(place, "after")?, string(place, "before")?)?;
        }
        own.letters(file, None, None)?;
        Ok(own)
    }

    /// The pairs `letter=latin` of a table's `letters`.
    fn letters(&mut self, table: &Table<'_>, after: Option<&str>, before: Option<&str>) -> Result<(), String> {
        for pair in string(table, "letters")?.unwrap_or_default().split_whitespace() {
            let (key, latin) = pair.split_once('=').ok_or_else(|| format!("`{pair}` is not letter=latin"))?;
            match key.starts_with(char::is_uppercase) {
                true => self.capitals.push((key.to_lowercase(), latin.to_owned())),
                false => self.rules.push(Rule {
                    key: key.to_owned(),
                    latin: latin.to_owned(),
                    after: after.map(str::to_owned),
                    before: before.map(str::to_owned),
                }),
            }
        }
        Ok(())
    }

    /// A letter that this file writes at all forgets what the base says of it.
    fn extend(&mut self, base: Self) {
        let own = |key: &str| self.rules.iter().any(|rule| rule.key == key);
        let capitals: Vec<_> = base.capitals.into_iter().filter(|(key, _)| !own(key)).collect();
        let rules: Vec<_> = base.rules.into_iter().filter(|rule| !own(&rule.key)).collect();
        self.rules.extend(rules);
        self.once.push_str(&base.once);
        self.capitals.extend(capitals);
    }
}

fn back(file: &Table<'_>) -> Result<Option<Back>, String> {
    let Some(value) = file.get("reverse") else { return Ok(None) };
    let table = value.get_ref().as_table().ok_or("`reverse` is not a table")?;
    let apart = string(table, "apart")?.unwrap_or_default();
    Ok(Some(Back {
        separator: string(table, "separator")?.and_then(|separator| separator.chars().next()),
        apart: apart.split_whitespace().map(str::to_owned).collect(),
    }))
}

fn string<'t>(table: &'t Table<'_>, field: &str) -> Result<Option<&'t str>, String> {
    table
        .get(field)
        .map(|value| value.get_ref().as_str().ok_or_else(|| format!("`{field}` is not a string")))
        .transpose()
}

fn list<'t, 'd>(table: &'t Table<'d>, field: &str) -> Result<&'t [Spanned<DeValue<'d>>], String> {
    match table.get(field) {
        None => Ok(&[]),
        Some(value) => {
            value.get_ref().as_array().map(|list| &list[..]).ok_or_else(|| format!("`{field}` is not a list"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(text: &str) -> Result<Vec<String>, String> {
        let base = "letters = 'а=a е=e'\n[[rule]]\nafter = '^'\nletters = 'е=ye'";
        let load = move |name: &str| (name == "base").then_some(base);
        let shown = |rule: &Rule| format!("{}|{}={}", rule.after.as_deref().unwrap_or_default(), rule.key, rule.latin);
        Notation::read(text, &load).map(|notation| notation.rules.iter().map(shown).collect())
    }

    #[test]
    fn own_letters_replace_those_of_the_base() {
        assert_eq!(rules("extends = 'base'\nletters = 'е=je б=b'").unwrap(), ["|е=je", "|б=b", "|а=a"]);
        assert_eq!(rules("extends = 'base'\nonce = 'е'").unwrap(), ["^|е=ye", "|а=a", "|е=e"]);
    }

    #[test]
    fn faults_are_named() {
        for (text, message) in [
            ("letter = ''", "`letter` is no field"),
            ("letters = 'а'", "`а` is not letter=latin"),
            ("extends = 'other'", "there is no file `other`"),
            ("rule = 1", "`rule` is not a list"),
            ("letters = 1", "`letters` is not a string"),
            ("reverse = 1", "`reverse` is not a table"),
        ] {
            let error = rules(text).unwrap_err();
            assert!(error.contains(message), "{error}");
        }
    }
}
