//! A problem in the words of the reader's language, and the whole report for people.

use super::picture::draw;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;
use std::path::Path;
use utlovat::data::problem::Problem;
use utlovat::i18n::locale::LocaleProblem;
use utlovat::model::Lang;

/// A problem as it is told. Its fields in this order are what `--format json` gives.
#[derive(Debug, Clone, Serialize)]
pub struct Told {
    /// From the project's root, with slashes.
    pub file: String,
    /// From one; absent where the file as a whole is meant.
    pub line: Option<usize>,
    /// From one, in characters.
    pub column: Option<usize>,
    /// `error` or `warning`.
    pub severity: &'static str,
    pub rule: String,
    pub entry: String,
    pub sentence: String,
    pub remedy: String,
    /// What goes away with it.
    pub follows: Vec<Told>,
    #[serde(skip)]
    pub span: Option<Range<usize>>,
}

impl Told {
    /// Every problem, with line and column.
    pub fn all(root: &Path, problems: Vec<Problem>, lang: Lang) -> Vec<Told> {
        let mut texts = BTreeMap::new();
        problems.into_iter().map(|problem| Told::of(root, problem, lang, &mut texts)).collect()
    }

    fn of(
        root: &Path,
        problem: Problem,
        lang: Lang,
        texts: &mut BTreeMap<String, Vec<u8>>,
    ) -> Told {
        let file = crate::folder::slashed(&problem.file);
        let severity = if problem.is_warning() { "warning" } else { "error" };
        let (sentence, remedy) = (problem.sentence(lang), problem.remedy(lang));
        let rule = problem.kind.name().to_owned();
        let place = problem.span.as_ref().and_then(|span| {
            let read = || std::fs::read(root.join(&problem.file)).unwrap_or_default();
            place(texts.entry(file.clone()).or_insert_with(read), span.start)
        });
        let follows = problem.follows.into_iter();
        let follows = follows.map(|problem| Told::of(root, problem, lang, texts)).collect();
        let (line, column) = (place.map(|it| it.0), place.map(|it| it.1));
        let (entry, span) = (problem.entry, problem.span);
        Told { file, line, column, severity, rule, entry, sentence, remedy, follows, span }
    }

    /// What is wrong with a word of the interface. Only programmers write these, in English.
    pub fn of_words(problem: &LocaleProblem) -> Told {
        let said = problem.to_string();
        let end = said.find(".toml").map_or(0, |at| at + ".toml".len());
        Told {
            file: said[..end].to_owned(),
            line: None,
            column: None,
            severity: "error",
            rule: "words".to_owned(),
            entry: String::new(),
            sentence: said,
            remedy: String::new(),
            follows: vec![],
            span: None,
        }
    }

    /// Whether the check fails for it.
    pub fn fatal(&self, strict: bool) -> bool {
        strict || self.severity == "error"
    }
}

/// The most problems of one file that are shown to people: who has mended these runs it again.
pub const SHOWN: usize = 20;

/// All problems, causes first, with a count instead of what follows from them.
pub fn report(root: &Path, told: &[Told], lang: Lang, fancy: bool) -> String {
    let mut out = String::new();
    let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
    for one in told {
        let count = shown.entry(&one.file).or_default();
        *count += 1;
        if *count > SHOWN {
            continue;
        }
        let picture = if fancy { draw(root, one, lang) } else { None };
        out += &picture.unwrap_or_else(|| plain(one, lang));
        if !one.follows.is_empty() {
            let _ = writeln!(out, "  {}", following(one.follows.len(), lang));
        }
        out.push('\n');
    }
    for (file, count) in shown.iter().filter(|(_, count)| **count > SHOWN) {
        let _ = match (lang, count - SHOWN) {
            (Lang::Sv, more) => writeln!(out, "{file}: och {more} till.\n"),
            (Lang::En, more) => writeln!(out, "{file}: and {more} more.\n"),
        };
    }
    out
}

/// How many problems stand in how many files.
pub fn summary(told: &[Told], lang: Lang) -> String {
    let errors = told.iter().filter(|one| one.severity == "error").count();
    let warnings = told.len() - errors;
    let files: BTreeSet<_> = told.iter().map(|one| &one.file).collect();
    let count = |number: usize, one: &str, many: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{number} {many}")),
    };
    let (kinds, within) = match lang {
        Lang::Sv => (
            [count(errors, "problem", "problem"), count(warnings, "varning", "varningar")],
            ("i", count(files.len(), "fil", "filer")),
        ),
        Lang::En => (
            [count(errors, "problem", "problems"), count(warnings, "warning", "warnings")],
            ("in", count(files.len(), "file", "files")),
        ),
    };
    let kinds: Vec<_> = kinds.into_iter().flatten().collect();
    let and = if lang == Lang::Sv { " och " } else { " and " };
    format!("{} {} {}", kinds.join(and), within.0, within.1.unwrap_or_default())
}

/// The language that somebody's system speaks, by its variables: Swedish, or else English.
pub fn language(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let first = named.into_iter().filter_map(variable).find(|value| !value.is_empty());
    match first.is_some_and(|value| value.to_lowercase().starts_with("sv")) {
        true => Lang::Sv,
        false => Lang::En,
    }
}

fn plain(one: &Told, lang: Lang) -> String {
    let mut out = one.file.clone();
    if let Some((line, column)) = one.line.zip(one.column) {
        let _ = write!(out, ":{line}:{column}");
    }
    if !one.entry.is_empty() {
        let _ = write!(out, " {}", one.entry);
    }
    let warning = match (one.severity, lang) {
        ("warning", Lang::Sv) => "Varning: ",
        ("warning", Lang::En) => "Warning: ",
        _ => "",
    };
    let _ = writeln!(out, "\n  {warning}{}", one.sentence);
    if !one.remedy.is_empty() {
        let _ = writeln!(out, "  {}", one.remedy);
    }
    out
}

fn following(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("… och {count} till som följer av det här."),
        Lang::En => format!("… and {count} more that follow from this."),
    }
}

/// Line and column of a byte, both from one, columns in characters as editors count them.
pub fn place(text: &[u8], offset: usize) -> Option<(usize, usize)> {
    let before = text.get(..offset)?;
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    Some((line, String::from_utf8_lossy(&before[start..]).chars().count() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is told of a project with these files below `data/`.
    fn told(files: &[(&str, &[u8])], lang: Lang) -> (tempfile::TempDir, Vec<Told>) {
        let root = tempfile::tempdir().unwrap();
        for (name, text) in files {
            crate::folder::write(&root.path().join("data").join(name), text).unwrap();
        }
        let (_, problems) = utlovat::data::folder::read(root.path());
        let told = Told::all(root.path(), problems, lang);
        (root, told)
    }

    #[test]
    fn at_most_twenty_of_a_file_are_shown_and_the_rest_counted() {
        let party = "[[party]]\nid = \"Å\"\n";
        let parties = party.repeat(30);
        let (root, told) = told(&[("parties.toml", parties.as_bytes())], Lang::Sv);
        let text = report(root.path(), &told, Lang::Sv, false);
        assert_eq!(text.matches("\ndata/parties.toml:").count(), SHOWN + 1, "{text}");
        assert!(text.contains("data/parties.toml: och ") && text.ends_with(" till.\n\n"), "{text}");
        assert!(text.contains(":2:6 "), "columns count characters: {text}");
    }

    #[test]
    fn the_same_is_told_in_both_languages() {
        let files: &[(&str, &[u8])] = &[("dataset.toml", b""), ("notes.txt", b"\xff")];
        let (root, swedish) = told(files, Lang::Sv);
        let text = report(root.path(), &swedish, Lang::Sv, false);
        assert!(text.contains("och 4 till som följer av det här."), "{text}");
        assert_eq!(summary(&swedish, Lang::Sv), "3 problem i 3 filer");
        let (root, english) = told(files, Lang::En);
        let text = report(root.path(), &english, Lang::En, true);
        assert!(text.contains("and 4 more that follow from this."), "{text}");
        assert_eq!(summary(&english, Lang::En), "3 problems in 3 files");
    }

    #[test]
    fn swedish_is_asked_for_by_the_environment() {
        let said = |values: &[(&str, &str)]| {
            language(|name| {
                let found = values.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(said(&[("LANG", "sv_SE.UTF-8")]), Lang::Sv);
        assert_eq!(said(&[("LANG", "sv_SE.UTF-8"), ("LC_ALL", "C")]), Lang::En);
        assert_eq!(said(&[("LC_ALL", ""), ("LC_MESSAGES", "sv")]), Lang::Sv);
        assert_eq!(said(&[("LANG", "de_DE")]), Lang::En);
        assert_eq!(said(&[]), Lang::En);
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(place("åäö = 1".as_bytes(), 4), Some((1, 3)));
        assert_eq!(place("a\nå = 1".as_bytes(), 4), Some((2, 2)));
        assert_eq!(place(b"a", 9), None);
    }
}
