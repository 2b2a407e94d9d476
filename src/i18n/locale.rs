//! Reads `locales/*.toml` and finds every key that is missing, unknown, empty or differs in
//! its blanks. Native only: the browser gets [`Messages`] ready-made.

use super::{Key, Messages};
use crate::model::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Something wrong with the words of the interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LocaleProblem {
    /// The file is no TOML, or holds more than texts.
    Unreadable {
        lang: Lang,
        reason: String,
    },
    Missing {
        lang: Lang,
        key: &'static str,
    },
    Unknown {
        lang: Lang,
        key: String,
    },
    Empty {
        lang: Lang,
        key: &'static str,
    },
    /// The blanks of a sentence differ from those in Swedish.
    Blanks {
        lang: Lang,
        key: &'static str,
    },
    /// A word that the site has chosen against; which these are is not known here.
    Forbidden {
        lang: Lang,
        key: &'static str,
        word: &'static str,
        instead: &'static str,
    },
}

/// Reads the words of every language from the texts of their files.
pub fn read(files: &[(Lang, &str)]) -> (BTreeMap<Lang, Messages>, Vec<LocaleProblem>) {
    let mut problems = Vec::new();
    let mut languages = BTreeMap::new();
    for (lang, text) in files {
        let lang = *lang;
        let words: BTreeMap<String, String> = match toml::from_str(text) {
            Ok(words) => words,
            Err(error) => {
                problems.push(LocaleProblem::Unreadable { lang, reason: error.to_string() });
                continue;
            }
        };
        let names: BTreeSet<&str> = Key::ALL.iter().map(|key| key.name()).collect();
        for key in words.keys().filter(|key| !names.contains(key.as_str())) {
            problems.push(LocaleProblem::Unknown { lang, key: key.clone() });
        }
        let list = Key::ALL.iter().map(|key| {
            let key = key.name();
            match words.get(key) {
                Some(words) if words.trim().is_empty() => {
                    problems.push(LocaleProblem::Empty { lang, key });
                    String::new()
                }
                Some(words) => words.clone(),
                None => {
                    problems.push(LocaleProblem::Missing { lang, key });
                    String::new()
                }
            }
        });
        let list = list.collect();
        languages.insert(lang, Messages::new(lang, list));
    }
    problems.extend(different_blanks(&languages));
    (languages, problems)
}

impl fmt::Display for LocaleProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = |lang: &Lang| format!("locales/{}.toml", lang.code());
        match self {
            LocaleProblem::Unreadable { lang, reason } => {
                write!(f, "{} cannot be read: {reason}", file(lang))
            }
            LocaleProblem::Missing { lang, key } => write!(
                f,
                "{} lacks `{key}`: add it, with the words of the other language as a model.",
                file(lang)
            ),
            LocaleProblem::Unknown { lang, key } => write!(
                f,
                "{} has `{key}`, which no page uses: remove it, or correct its name.",
                file(lang)
            ),
            LocaleProblem::Empty { lang, key } => {
                write!(f, "{}: `{key}` is empty: write its words.", file(lang))
            }
            LocaleProblem::Blanks { lang, key } => write!(
                f,
                "{}: the {{blanks}} of `{key}` differ from those in locales/sv.toml: use the same.",
                file(lang)
            ),
            LocaleProblem::Forbidden { lang, key, word, instead } => write!(
                f,
                "{}: `{key}` uses “{word}”: write “{instead}”, for instance; data/TERMS.md has \
                 the whole list.",
                file(lang)
            ),
        }
    }
}

fn different_blanks(languages: &BTreeMap<Lang, Messages>) -> Vec<LocaleProblem> {
    let Some(swedish) = languages.get(&Lang::Sv) else { return vec![] };
    let mut problems = Vec::new();
    for (lang, messages) in languages.iter().filter(|(lang, _)| **lang != Lang::Sv) {
        for key in Key::ALL {
            if blanks(swedish.get(*key)) != blanks(messages.get(*key)) {
                problems.push(LocaleProblem::Blanks { lang: *lang, key: key.name() });
            }
        }
    }
    problems
}

fn blanks(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> [(Lang, &'static str); 2] {
        [
            (Lang::Sv, include_str!("../../locales/sv.toml")),
            (Lang::En, include_str!("../../locales/en.toml")),
        ]
    }

    #[test]
    fn the_shipped_words_are_complete_in_both_languages() {
        let (languages, problems) = read(&shipped());
        assert_eq!(problems, []);
        assert_eq!(languages.len(), Lang::ALL.len());
    }

    #[test]
    fn every_kind_of_mistake_is_found_at_once() {
        let [(_, sv), (_, en)] = shipped();
        let en = en
            .replace("site-motto", "site-moto")
            .replace("{version}", "{edition}")
            .replace("nav-claims = \"Claims\"", "nav-claims = \" \"");
        let (_, problems) = read(&[(Lang::Sv, sv), (Lang::En, &en)]);
        let has = |wanted: LocaleProblem| assert!(problems.contains(&wanted), "{wanted}");
        has(LocaleProblem::Missing { lang: Lang::En, key: "site-motto" });
        has(LocaleProblem::Unknown { lang: Lang::En, key: "site-moto".to_owned() });
        has(LocaleProblem::Empty { lang: Lang::En, key: "nav-claims" });
        has(LocaleProblem::Blanks { lang: Lang::En, key: "footer-data" });
        let (_, problems) = read(&[(Lang::Sv, "not toml")]);
        assert!(matches!(problems[0], LocaleProblem::Unreadable { lang: Lang::Sv, .. }));
    }
}
