//! Whatever is written in `data/`, there is an answer and never a panic.

use super::{files, fixture, told};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;
use utlovat::data::publish::edition;
use utlovat::data::resolve::read_files;
use utlovat::model::Lang;
use utlovat::open_data::v1;

pub type Files = BTreeMap<PathBuf, String>;

/// The toy facts as files.
pub static TOY: LazyLock<Files> = LazyLock::new(|| files(&fixture("toy")));

/// What somebody may do to a file.
#[derive(Debug, Clone)]
pub enum Change {
    Delete { at: usize, count: usize },
    Insert { at: usize, text: String },
    SwapLines { a: usize, b: usize },
    RepeatLine { at: usize },
    Replace { line: usize, value: String },
}

pub fn change() -> impl Strategy<Value = Change> {
    let at = any::<usize>;
    prop_oneof![
        (at(), 1usize..40).prop_map(|(at, count)| Change::Delete { at, count }),
        (at(), "[\"\\[\\]{}=#.\\\\\\n]{1,3}|\\PC{0,6}")
            .prop_map(|(at, text)| Change::Insert { at, text }),
        (at(), at()).prop_map(|(a, b)| Change::SwapLines { a, b }),
        at().prop_map(|at| Change::RepeatLine { at }),
        (at(), toml_value()).prop_map(|(line, value)| Change::Replace { line, value }),
    ]
}

/// Any TOML value, as text.
fn toml_value() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f64>().prop_map(|number| format!("{number:e}")),
        any::<bool>().prop_map(|yes| yes.to_string()),
        Just("2024-11-12".to_owned()),
        Just("0x7fff".to_owned()),
        "[0-9]{4}(-[0-9hq]{1,2}|\\.\\.[0-9]{4})?".prop_map(|date| format!("\"{date}\"")),
        "[a-z-]{0,12}".prop_map(|word| format!("\"{word}\"")),
        "[^\"\\\\\\PC]{0,12}".prop_map(|text| format!("\"{text}\"")),
        Just("\"https://[\"".to_owned()),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3)
                .prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::vec(("[a-z]{1,4}", inner), 0..3).prop_map(|items| {
                let items = items.iter().map(|(key, value)| format!("{key} = {value}"));
                format!("{{ {} }}", items.collect::<Vec<_>>().join(", "))
            }),
        ]
    })
}

fn apply(text: &str, change: &Change) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let mut lines: Vec<&str> = text.lines().collect();
    if chars.is_empty() || lines.is_empty() {
        return text.to_owned();
    }
    match change {
        Change::Delete { at, count } => {
            let at = at % chars.len();
            chars.drain(at..(at + count).min(chars.len()));
            chars.into_iter().collect()
        }
        Change::Insert { at, text } => {
            let at = at % chars.len();
            chars.splice(at..at, text.chars());
            chars.into_iter().collect()
        }
        Change::SwapLines { a, b } => {
            let count = lines.len();
            lines.swap(a % count, b % count);
            lines.join("\n")
        }
        Change::RepeatLine { at } => {
            let at = at % lines.len();
            lines.insert(at, lines[at]);
            lines.join("\n")
        }
        Change::Replace { line, value } => {
            let at = line % lines.len();
            let key = lines[at].split('=').next().unwrap_or_default();
            let replaced = format!("{key}= {value}");
            lines[at] = &replaced;
            lines.join("\n")
        }
    }
}

/// Reads a changed data set and does with the answer whatever is done with it.
pub fn answer(files: &Files) -> Result<(), TestCaseError> {
    let (dataset, problems) = read_files(files);
    for problem in &problems {
        let text = files.get(&problem.file).map_or("", String::as_str);
        if let Some(span) = &problem.span {
            prop_assert!(span.start <= span.end && span.end <= text.len(), "{problem:?}");
        }
        let told = told(problem, text);
        let said = told.lines().skip(1).take(2);
        prop_assert!(said.clone().all(|line| line.ends_with(['.', '?'])), "{told}");
    }
    let _ = edition(&dataset, Lang::Sv);
    let _ = v1::to_json(&v1::v1(&dataset, "/"));
    Ok(())
}

pub fn changed(files: &Files, changes: &[(usize, Change)]) -> Files {
    let mut files = files.clone();
    let paths: Vec<PathBuf> = files.keys().cloned().collect();
    for (file, change) in changes {
        let text = files.get_mut(&paths[file % paths.len()]).expect("a path of these files");
        *text = apply(text, change);
    }
    files
}

/// In a text of several lines, say.
#[test]
fn an_id_with_a_line_break_is_told_in_one_line() {
    let mut files = TOY.clone();
    let plans = PathBuf::from("data/procurements/toy-south/plans.toml");
    let text = files.get_mut(&plans).expect("the plans");
    let (before, after) = text.split_once("id = \"plan-2019\"").expect("a plan");
    *text = format!("{before}id = \"\"\"plan\n-2019\"\"\"{after}");
    let (_, problems) = read_files(&files);
    assert!(problems.iter().any(|one| one.entry.contains("plan\\n-2019")), "{problems:?}");
    answer(&files).expect("each is told in its lines");
    // Nor are those that a file of sources, which is gone, would have had.
    let mut files = TOY.clone();
    for text in files.values_mut() {
        *text = text.replace("north-contract", "north-co\\ntract");
    }
    files.retain(|path, _| !path.starts_with("data/sources"));
    answer(&files).expect("each is told in its lines");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_mended_toy_data_set_has_an_answer(
        changes in prop::collection::vec((any::<usize>(), change()), 1..12),
    ) {
        answer(&changed(&TOY, &changes))?;
    }

    #[test]
    fn any_text_in_any_file_has_an_answer(
        texts in prop::collection::vec("\\PC{0,60}", 1..4), file in any::<usize>(),
    ) {
        let mut files = TOY.clone();
        let path = files.keys().nth(file % files.len()).cloned().expect("a path");
        files.insert(path, texts.join("\n"));
        answer(&files)?;
    }

    #[test]
    fn any_path_has_an_answer(path in "data/[a-z./-]{0,20}", text in "[a-z\\[\\]= \"\\n]{0,20}") {
        let mut files = TOY.clone();
        files.insert(PathBuf::from(path), text);
        answer(&files)?;
    }
}
