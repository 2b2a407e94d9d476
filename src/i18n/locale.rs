//! Reads `locales/*.toml` and finds every key that is missing, unknown, empty or differs in
//! its blanks or forms. Native only: the browser gets [`Messages`] ready-made.

use super::Messages;
use super::locale_file::{self, Entry, blanks};
use super::messages::Shape;
use super::words::SHAPES;
use crate::model::Lang;
use std::collections::BTreeMap;
use std::fmt;

/// Something wrong with the words of the interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LocaleProblem {
    /// The file is no TOML, or holds something else than texts and plurals.
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
    /// A plural in one language alone.
    Forms {
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
        let mut entries: BTreeMap<String, Entry> = match locale_file::read(text) {
            Ok(entries) => entries.into_iter().collect(),
            Err(reasons) => {
                let unreadable = |reason| LocaleProblem::Unreadable { lang, reason };
                problems.extend(reasons.into_iter().map(unreadable));
                continue;
            }
        };
        let mut words = Vec::new();
        for shape in SHAPES {
            let entry = entries.remove(shape.key);
            problems.extend(mistake(lang, shape, entry.as_ref()));
            let forms = entry.as_ref().map(Entry::forms).unwrap_or_default();
            words.extend((0..shape.forms).map(|form| numbered(shape, forms.get(form))));
        }
        problems.extend(entries.into_keys().map(|key| LocaleProblem::Unknown { lang, key }));
        languages.insert(lang, Messages::new(lang, words));
    }
    (languages, problems)
}

/// The keys, forms and blanks of a file, a line each: what is compiled of it. Nothing where it
/// cannot be read.
pub fn compiled_of(text: &str) -> Option<Vec<String>> {
    let line = |(key, entry): (String, Entry)| {
        format!("{key} {} {}", entry.forms().len(), entry.blanks().join(" "))
    };
    Some(locale_file::read(text).ok()?.into_iter().map(line).collect())
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
                "{} has `{key}`, which is not in locales/sv.toml: remove it, or correct its name.",
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
            LocaleProblem::Forms { lang, key } => write!(
                f,
                "{}: `{key}` is a plural in one language alone: write `one` and `other` in both.",
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

fn mistake(lang: Lang, shape: &Shape, entry: Option<&Entry>) -> Option<LocaleProblem> {
    let key = shape.key;
    let Some(entry) = entry else { return Some(LocaleProblem::Missing { lang, key }) };
    let sorted = |mut names: Vec<&str>| {
        names.sort_unstable();
        names.join(" ")
    };
    if entry.forms().len() != shape.forms {
        Some(LocaleProblem::Forms { lang, key })
    } else if entry.forms().iter().any(|text| text.trim().is_empty()) {
        Some(LocaleProblem::Empty { lang, key })
    } else if sorted(entry.blanks()) != sorted(shape.blanks.to_vec()) {
        Some(LocaleProblem::Blanks { lang, key })
    } else {
        None
    }
}

/// A text with the numbers of its blanks instead of their names.
fn numbered(shape: &Shape, text: Option<&&str>) -> String {
    let mut out = text.copied().unwrap_or_default().to_owned();
    for name in blanks(&out.clone()) {
        let number = shape.blanks.iter().position(|blank| *blank == name);
        let number = number.map(|at| at.to_string()).unwrap_or_default();
        out = out.replace(&format!("{{{name}}}"), &format!("{{{number}}}"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::words;
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
            .replace("“{words}”", "“{word}”")
            .replace("{ one = \"{n} source\", other = \"{n} sources\" }", "\"{n} sources\"")
            .replace("site-motto", "site-moto")
            .replace("{version}", "{edition}")
            .replace("nav-claims = \"Claims\"", "nav-claims = \" \"");
        let (_, problems) = read(&[(Lang::Sv, sv), (Lang::En, &en)]);
        let has = |wanted: LocaleProblem| assert!(problems.contains(&wanted), "{wanted}");
        has(LocaleProblem::Missing { lang: Lang::En, key: "site-motto" });
        has(LocaleProblem::Unknown { lang: Lang::En, key: "site-moto".to_owned() });
        has(LocaleProblem::Empty { lang: Lang::En, key: "nav-claims" });
        has(LocaleProblem::Blanks { lang: Lang::En, key: "footer-data" });
        has(LocaleProblem::Blanks { lang: Lang::En, key: "search-count" });
        has(LocaleProblem::Forms { lang: Lang::En, key: "sources-count" });
        let (_, problems) = read(&[(Lang::Sv, "not toml")]);
        assert!(matches!(problems[0], LocaleProblem::Unreadable { lang: Lang::Sv, .. }));
    }

    #[test]
    fn a_sentence_is_said_with_its_blanks_and_its_number() {
        let (languages, _) = read(&shipped());
        let said = |lang: Lang, n| {
            let (from, to) = ("“{n}”", "2 May");
            languages[&lang].say(words::ChangesCount { n, from, to })
        };
        assert_eq!(said(Lang::En, 1), "One fact became known after “{n}”, through 2 May.");
        assert_eq!(said(Lang::En, 1_234), "1,234 facts became known after “{n}”, through 2 May.");
        let swedish = "1\u{a0}234 uppgifter blev kända efter “{n}”, till och med 2 May.";
        assert_eq!(said(Lang::Sv, 1_234), swedish);
    }

    #[test]
    fn only_names_and_blanks_are_compiled() {
        let [(_, sv), _] = shipped();
        let same = |from: &str, to: &str| {
            assert!(sv.contains(from), "{from}");
            compiled_of(&sv.replace(from, to)) == compiled_of(sv)
        };
        assert!(same("Löftet hölls.", "Löftet hölls!"));
        assert!(!same("slip-kept =", "slip-held ="));
        assert!(!same("Ny tidsplan, {who}", "Ny tidsplan"));
        assert!(compiled_of("not toml").is_none());
    }
}
