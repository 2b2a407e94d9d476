//! The examples in the editor's guide are a data set without a problem, the same in both
//! languages, and explain every field that is read.

use super::guide::guide;
use super::{files, fixture, told};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use toml::{Table, Value};
use utlovat::data::problem::{Problem, ProblemKind};
use utlovat::data::resolve::read_files;
use utlovat::model::Lang;

type Files = BTreeMap<PathBuf, String>;

/// A field: its file, the headings above it (`plan.promise`), its name.
type Field = (PathBuf, String, String);

#[test]
fn they_are_a_data_set_without_a_problem() {
    for lang in Lang::ALL {
        let files = examples(lang);
        let (dataset, problems) = read_files(&files);
        let problems: String = problems.iter().map(|it| told(it, &files[&it.file])).collect();
        assert!(problems.is_empty(), "in {}:\n{problems}", lang.code());
        assert_eq!(dataset.procurements.len(), 1);
    }
}

#[test]
fn they_differ_in_nothing_but_their_comments() {
    assert_eq!(tables(&examples(Lang::Sv)), tables(&examples(Lang::En)));
}

#[test]
fn they_show_every_kind_of_file() {
    let kinds = |files: &Files| -> BTreeSet<PathBuf> {
        let kind = |path: &PathBuf| match path.parent() {
            Some(folder) if folder.ends_with("sources") => folder.to_owned(),
            _ => path.file_name().map(PathBuf::from).expect("a name"),
        };
        files.keys().map(kind).collect()
    };
    assert_eq!(kinds(&examples(Lang::Sv)), kinds(&files(&fixture("toy"))));
}

#[test]
fn they_show_every_field() {
    let mut probed = tables(&examples(Lang::Sv));
    let mut shown: BTreeSet<Field> = BTreeSet::new();
    let mut asked: Vec<(PathBuf, String)> = vec![];
    for (path, file) in &mut probed {
        each_table(file, "", &mut |table, headings| {
            for key in table.keys() {
                shown.insert((path.clone(), headings.to_owned(), key.clone()));
            }
            // The answer to a field that nobody knows lists those that are known.
            table.insert(format!("probe-{}", asked.len()), Value::Boolean(true));
            asked.push((path.clone(), headings.to_owned()));
        });
    }
    let mut answered = 0;
    for problem in problems(&probed) {
        let ProblemKind::UnknownField { field, allowed } = problem.kind else { continue };
        let number = field.rsplit_once("probe-").and_then(|(_, number)| number.parse().ok());
        let Some(number): Option<usize> = number else { continue };
        answered += 1;
        let (path, headings) = &asked[number];
        for key in allowed {
            let field = (path.clone(), headings.clone(), key.to_owned());
            assert!(shown.contains(&field), "data/README.md shows no {field:?}");
        }
    }
    assert_eq!(answered, asked.len(), "each table was asked");
    // Any entry may have it, so that it is in no list until it is written.
    assert!(shown.iter().any(|(_, _, key)| key == "looks-ahead"));
}

#[test]
fn they_explain_every_field_and_say_which_may_be_missing() {
    let files = examples(Lang::Sv);
    let (optional, required) = fields(&tables(&files));
    assert!(optional.len() > 40 && required.len() > 80, "{} {}", optional.len(), required.len());
    for (lang, missing) in [(Lang::Sv, "får saknas"), (Lang::En, "may be missing")] {
        let comments = comments(&examples(lang));
        for (field, comment) in &comments {
            assert!(!comment.is_empty(), "{field:?} has no comment in {}", lang.code());
        }
        let says = |field: &Field| {
            let comment = comments.get(field).unwrap_or_else(|| panic!("{field:?} has no line"));
            comment.contains(missing)
        };
        for field in &optional {
            assert!(says(field), "{field:?} may be missing; say so in {}", lang.code());
        }
        for field in required.difference(&optional) {
            assert!(!says(field), "{field:?} may not be missing, in {}", lang.code());
        }
    }
}

/// The examples of one language, by the path in the first line of each.
fn examples(lang: Lang) -> Files {
    let guide = guide();
    let (swedish, english) = guide.split_once("\n## English\n").expect("both languages");
    let part = if lang == Lang::Sv { swedish } else { english };
    let blocks = part.split("```toml\n").skip(1);
    let mut files = Files::new();
    for block in blocks.map(|rest| rest.split("```").next().unwrap_or_default()) {
        let path = block.lines().next().and_then(|line| line.strip_prefix("# "));
        let path = path.expect("an example starts with the path of its file");
        assert!(files.insert(path.into(), block.to_owned()).is_none(), "{path} is there twice");
    }
    files
}

fn tables(files: &Files) -> BTreeMap<PathBuf, Table> {
    let table = |text: &String| text.parse().expect("an example is TOML");
    files.iter().map(|(path, text)| (path.clone(), table(text))).collect()
}

fn problems(tables: &BTreeMap<PathBuf, Table>) -> Vec<Problem> {
    let text = |table: &Table| toml::to_string(table).expect("a table can be written");
    read_files(&tables.iter().map(|(path, table)| (path.clone(), text(table))).collect()).1
}

/// Visits a table and those in it, with their headings. An amount is one wherever it stands.
fn each_table(table: &mut Table, headings: &str, visit: &mut dyn FnMut(&mut Table, &str)) {
    // Within first, so that what a visit adds is not visited.
    for (key, value) in table.iter_mut() {
        let inner = match headings {
            _ if key == "amount" => key.clone(),
            "" => key.clone(),
            _ => format!("{headings}.{key}"),
        };
        match value {
            Value::Table(table) => each_table(table, &inner, visit),
            Value::Array(array) => {
                let tables = array.iter_mut().filter_map(Value::as_table_mut);
                tables.for_each(|table| each_table(table, &inner, visit));
            }
            _ => {}
        }
    }
    visit(table, headings);
}

/// The fields that may be missing, and those that may not: each is taken away once.
fn fields(files: &BTreeMap<PathBuf, Table>) -> (BTreeSet<Field>, BTreeSet<Field>) {
    let (mut optional, mut required) = (BTreeSet::new(), BTreeSet::new());
    for (path, file) in files {
        let mut places: Vec<(String, Vec<String>)> = vec![];
        each_table(&mut file.clone(), "", &mut |table, headings| {
            let keys = table.keys().cloned().collect();
            places.push((headings.to_owned(), keys));
        });
        for (at, (headings, keys)) in places.iter().enumerate() {
            // Texts and amounts stand on the line of their field; a file with one kind of
            // entry is there for it.
            let within = keys.contains(&"sv".to_owned()) || headings.starts_with("amount");
            if within || (headings.is_empty() && keys.len() == 1) {
                continue;
            }
            for key in keys {
                let field = (path.clone(), headings.clone(), key.clone());
                let without = |gone: &[&str]| {
                    let mut files = files.clone();
                    let mut number = 0;
                    each_table(files.get_mut(path).expect("its file"), "", &mut |table, _| {
                        if number == at {
                            table.retain(|key, _| !gone.contains(&key));
                        }
                        number += 1;
                    });
                    problems(&files)
                };
                let mut left = without(&[key]);
                for more in ["sources", "wikidata"].map(|more| format!("{key}-{more}")) {
                    if keys.contains(&more) {
                        let both = without(&[key, &more]);
                        left = if misses(&both) { left } else { both };
                    }
                }
                if misses(&left) {
                    required.insert(field);
                } else if left.iter().all(|problem| problem.kind.name().starts_with("unused-")) {
                    optional.insert(field);
                }
            }
        }
    }
    (optional, required)
}

/// Whether something that has to be there is not.
fn misses(problems: &[Problem]) -> bool {
    let rules = [
        "missing-field",
        "fact-without-source",
        "amount-without-currency",
        "missing-headline",
        "claim-without-demand",
        "claim-without-steps",
    ];
    problems.iter().any(|problem| rules.contains(&problem.kind.name()))
}

/// What is said of each field, on its line and on those above it, wherever it is shown.
fn comments(files: &Files) -> BTreeMap<Field, String> {
    let mut comments: BTreeMap<Field, String> = BTreeMap::new();
    for (path, text) in files {
        let (mut headings, mut said) = (String::new(), String::new());
        for line in text.lines().skip(1) {
            let (code, comment) = split_comment(line);
            said += comment;
            let mut say = |headings: &str, key: &str| {
                let field = (path.clone(), headings.to_owned(), key.to_owned());
                *comments.entry(field).or_default() += &said;
                said.clear();
            };
            if code.starts_with('[') {
                headings = code.trim_matches(['[', ']']).to_owned();
                let (above, key) = headings.rsplit_once('.').unwrap_or(("", &headings));
                say(above, key);
            } else if let Some(key) = code.split(['.', ' ']).next().filter(|key| !key.is_empty()) {
                say(&headings, key);
            }
        }
    }
    comments
}

/// A line as what is read of it and what is not.
fn split_comment(line: &str) -> (&str, &str) {
    let mut quoted = false;
    let start = line.find(|letter| {
        quoted ^= letter == '"';
        letter == '#' && !quoted
    });
    let (code, comment) = line.split_at(start.unwrap_or(line.len()));
    (code.trim(), comment)
}
