//! The usual slips of those who write TOML by hand: each is found in its line, once, and the
//! line as it should read is TOML.

use super::{files, fixture};
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;
use utlovat::data::problem::{Fault, NotUtf8, ProblemKind};
use utlovat::data::resolve::read_files;
use utlovat::data::slips::{Found, find, not_utf8};
use utlovat::model::Lang;

/// A good file; each row below breaks a line of it.
const GOOD: &str = r#"[[event]]
id = "one"
date = "2024-11-12"
title.sv = "Avtalet"
title.en = "The contract"
text.sv = "Det skrevs under."
sources = ["a", "b"]
landmark = true
amount = { kind = "public", value = 1300000000, currency = "SEK" }
value = 1300000

[[event]]
id = "two"
"#;

/// What stands there, what somebody writes instead, the rule, the line where it is told (from
/// 1), and the line as it should read, where that can be told.
type Row = (&'static str, &'static str, &'static str, usize, Option<&'static str>);

const VALUE: &str = "value = 1300000\n";
const TEXT: &str = "text.sv = \"Det skrevs under.\"";
const SV: Option<&str> = Some(TEXT);
const AMOUNT: Option<&str> =
    Some("amount = { kind = \"public\", value = 1300000000, currency = \"SEK\" }");
const SOURCES: Option<&str> = Some("sources = [\"a\", \"b\"]");

const ROWS: &[Row] = &[
    (VALUE, "value = 1 300 000\n", "number-apart", 10, Some("value = 1300000")),
    (VALUE, "value = 1\u{a0}300\u{a0}000\n", "number-apart", 10, Some("value = 1300000")),
    (VALUE, "value = 1.300.000\n", "number-apart", 10, Some("value = 1300000")),
    (VALUE, "value = 1,300,000\n", "number-apart", 10, Some("value = 1300000")),
    (VALUE, "value = 1,3 miljoner kr\n", "number-apart", 10, Some("value = 1300000")),
    (VALUE, "value = 0,5\n", "number-with-decimals", 10, None),
    ("1300000000", "1 300 000 000", "number-apart", 9, AMOUNT),
    ("1300000000", "1,300,000,000", "number-apart", 9, AMOUNT),
    ("\"SEK\"", "SEK", "missing-quote", 9, AMOUNT),
    ("\"SEK\"", "\"SEK", "missing-quote", 9, AMOUNT),
    ("\"SEK\" }", "\"SEK\"", "missing-bracket", 9, AMOUNT),
    ("\"public\", value", "\"public\" value", "missing-comma", 9, AMOUNT),
    (TEXT, "text.sv = ”Det skrevs under.”", "curly-quotes", 6, SV),
    (TEXT, "text.sv = “Det skrevs under.\"", "curly-quotes", 6, SV),
    (TEXT, "text.sv = \"Det skrevs under.”", "curly-quotes", 6, SV),
    (TEXT, "text.sv = «Det skrevs under.»", "curly-quotes", 6, SV),
    (TEXT, "text.sv = ‘Det skrevs under.’", "curly-quotes", 6, SV),
    ("[\"a\", \"b\"]", "[”a”, ”b”]", "curly-quotes", 7, SOURCES),
    (
        TEXT,
        "text.sv = \"Det \"skrevs\" under.\"",
        "inner-quotes",
        6,
        Some("text.sv = \"Det ”skrevs” under.\""),
    ),
    (
        "title.en = \"The contract\"",
        "title.en = \"The \"contract\"\"",
        "inner-quotes",
        5,
        Some("title.en = \"The “contract”\""),
    ),
    (TEXT, "text.sv = \"Det skrevs\nunder.\"", "line-break", 6, SV),
    (TEXT, "text.sv = \"Det\r\nskrevs\n\nunder.\"", "line-break", 6, SV),
    (TEXT, "text.sv = \"Det skrevs\nunder.", "line-break", 6, SV),
    (TEXT, "text.sv = \"Det skrevs under.", "missing-quote", 6, SV),
    (TEXT, "text.sv = Det skrevs under.\"", "missing-quote", 6, SV),
    (TEXT, "text.sv = Det skrevs under.", "missing-quote", 6, SV),
    ("id = \"two\"", "id = \"two", "missing-quote", 13, Some("id = \"two\"")),
    ("[\"a\", \"b\"]", "[\"a, \"b\"]", "missing-quote", 7, SOURCES),
    ("[\"a\", \"b\"]", "[\"a\", \"b]", "missing-quote", 7, SOURCES),
    ("[\"a\", \"b\"]", "[\"a\", \"b\"", "missing-bracket", 7, SOURCES),
    ("[\"a\", \"b\"]", "\"a\", \"b\"]", "missing-bracket", 7, SOURCES),
    ("[\"a\", \"b\"]", "\"a\", \"b\"", "missing-bracket", 7, SOURCES),
    ("[\"a\", \"b\"]", "[\"a\", \"b\"]]", "missing-bracket", 7, SOURCES),
    ("[\"a\", \"b\"]", "[\n  \"a\",\n  \"b\"\n", "missing-bracket", 7, SOURCES),
    ("[\"a\", \"b\"]", "[\"a\" \"b\"]", "missing-comma", 7, SOURCES),
    ("[\"a\", \"b\"]", "[\"a\",, \"b\"]", "missing-comma", 7, SOURCES),
    ("title.sv = ", "title.sv: ", "missing-equals", 4, Some("title.sv = \"Avtalet\"")),
    ("title.sv = ", "title.sv ", "missing-equals", 4, Some("title.sv = \"Avtalet\"")),
    ("title.sv = ", "title.sv == ", "missing-equals", 4, Some("title.sv = \"Avtalet\"")),
    ("\"2024-11-12\"", "", "missing-value", 3, Some("# date =")),
    ("[[event]]\nid = \"one\"", "[event]\nid = \"one\"", "single-brackets", 1, Some("[[event]]")),
    ("[[event]]\nid = \"two\"", "[event]\nid = \"two\"", "single-brackets", 12, Some("[[event]]")),
    ("[[event]]\nid = \"two\"", "[event]]\nid = \"two\"", "missing-bracket", 12, Some("[[event]]")),
    ("[[event]]\nid = \"two\"", "[[event]\nid = \"two\"", "missing-bracket", 12, Some("[[event]]")),
    ("[[event]]\nid = \"two\"", "[[event\nid = \"two\"", "missing-bracket", 12, Some("[[event]]")),
    ("[[event]]\nid = \"two\"", "[[contract]]\n", "double-brackets", 12, Some("[contract]")),
    ("landmark = true", "landmark = ja", "yes-or-no", 8, Some("landmark = true")),
    ("landmark = true", "landmark = Nej", "yes-or-no", 8, Some("landmark = false")),
    ("landmark = true", "landmark =\u{a0}true", "odd-space", 8, Some("landmark = true")),
    ("landmark = true", "\u{a0}landmark = true", "odd-space", 8, Some("landmark = true")),
    ("landmark = true", "landmark = \u{200b}true", "invisible-letter", 8, Some("landmark = true")),
    ("skrevs", "skr\u{200b}evs", "invisible-letter", 6, SV),
    ("skrevs", "\u{202e}skrevs\u{202c}", "invisible-letter", 6, SV),
    (
        "id = \"two\"",
        "<<<<<<< HEAD\nid = \"two\"\n=======\nid = \"2\"\n>>>>>>> x",
        "merge-marker",
        13,
        None,
    ),
    ("landmark = true", "landmark = true\ndate = \"2024\"", "stands-twice", 9, None),
    (
        TEXT,
        "text.sv = \"Det skrevs under.\"\nDet var allt.\nSlut.",
        "stray-line",
        7,
        Some("# Det var allt."),
    ),
];

#[test]
fn every_usual_slip_is_told_once_in_its_line_with_the_line_as_it_should_read() {
    let mut wrong = String::new();
    for (there, instead, rule, at, line) in ROWS {
        assert!(GOOD.contains(there), "{there}");
        let text = GOOD.replacen(there, instead, 1);
        let found = find(&text);
        let told: Vec<_> = found
            .iter()
            .map(|found| {
                let line = text[..found.span.start].matches('\n').count() + 1;
                let ProblemKind::Slip(slip) = &found.kind else {
                    return (found.kind.name(), line, None);
                };
                (slip.name(), line, slip.line.clone())
            })
            .collect();
        let expected = vec![(*rule, *at, line.map(str::to_owned))];
        if told != expected {
            wrong += &format!("{instead}\n  gives {told:?}\n  not   {expected:?}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn each_slip_of_a_file_is_told_at_once() {
    let text = GOOD
        .replace("\"2024-11-12\"", "\"2024-11-12")
        .replace("1300000\n", "1 300 000\n")
        .replace("id = \"two\"", "id = ”two”");
    let rules: Vec<_> = find(&text).iter().map(|found| found.kind.name()).collect();
    assert_eq!(rules, ["missing-quote", "number-apart", "curly-quotes"]);
}

#[test]
fn what_is_right_is_left_alone() {
    for (path, text) in files(&fixture("toy")) {
        assert_eq!(find(&text), [], "{}", path.display());
    }
    let lines = "a = \"\"\"\n[event]\nb\n\"\"\"\nc = [\n  \"x\", # note\n  \"y\",\n]\nd = 'e'\r\n";
    for text in ["", "\u{feff}a = 1", "a = \"\u{a0}”“\"", lines] {
        assert_eq!(find(text), [], "{text:?}");
    }
    let broken = format!("{lines}f = 1 000\n");
    let rules: Vec<_> = find(&broken).iter().map(|found| found.kind.name()).collect();
    assert_eq!(rules, ["number-apart"], "the lines above it are right");
}

#[test]
fn every_entry_of_the_reader_is_known_by_its_brackets() {
    let records = super::root().join("src/data/record");
    let mut names = vec![];
    for file in std::fs::read_dir(records).expect("the reader's folder") {
        let path = file.expect("a file of it").path();
        let source = std::fs::read_to_string(path).expect("its source");
        for (call, brackets) in [(".entries(\"", 1), (".optional_table(\"", 2)] {
            let calls = source.split(call).skip(1);
            names.extend(
                calls.filter_map(|rest| Some((rest.split_once('"')?.0.to_owned(), brackets))),
            );
        }
    }
    assert!(names.len() > 20, "{names:?}");
    for (name, brackets) in names {
        let known = ["", "claim.", "plan.", "party."].iter().any(|above| {
            let header = format!("{}{above}{name}{}", "[".repeat(brackets), "]".repeat(brackets));
            find(&header).len() == 1
        });
        assert!(known, "`{name}` belongs into the lists of src/data/slips/header.rs");
    }
}

#[test]
fn another_encoding_is_told_with_its_line_and_byte() {
    let utf16 =
        |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    assert_eq!(not_utf8(&utf16("\u{feff}å = 1")), Some((0, NotUtf8::Utf16)));
    assert_eq!(not_utf8(&utf16("id = 1")), Some((0, NotUtf8::Utf16)));
    let text = "a = \"å\"".to_owned();
    let told = NotUtf8::Byte { line: 2, byte: 6, code: 0xe5, text };
    assert_eq!(not_utf8(b"b = 1\r\na = \"\xe5\"\r\n"), Some((12, told)));
    assert_eq!(not_utf8("\u{feff}å".as_bytes()), None);
}

#[test]
fn a_number_or_a_yes_in_quotes_is_told_as_what_it_should_be() {
    let told = |there: &str, instead: &str| {
        let mut files = files(&fixture("toy"));
        let path = Path::new("data/procurements/toy-north/procurement.toml");
        let text = files.get_mut(path).expect("its file");
        *text = text.replacen(there, instead, 1);
        let (_, problems) = read_files(&files);
        problems.iter().map(|problem| problem.remedy(Lang::En)).collect::<Vec<_>>()
    };
    let number = ["Write: `value = 400000000`."];
    assert_eq!(told("value = 400000000", "value = \"400 000 000\""), number);
    assert_eq!(told("value = 400000000", "value = 400.000000"), ["Write: `value = 400`."]);
    let half = told("value = 400000000", "value = 0.4");
    assert!(half[0].contains("`value = 400000`") && half.len() == 1, "{half:?}");
}

/// The text with what is to stand instead of its slips, if that is known of all of them.
fn mended(text: &str, found: &[Found]) -> Option<String> {
    let mut out = text.to_owned();
    for slip in found.iter().rev() {
        out.replace_range(slip.lines.clone(), slip.instead.as_ref()?);
    }
    Some(out)
}

static TOY: LazyLock<Vec<String>> =
    LazyLock::new(|| files(&fixture("toy")).into_values().collect());

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_text_is_too_much_and_what_is_written_instead_is_toml(
        text in "([a-z.]{0,4} ?[=:]? ?)?[\\[\\]{}\"'”“,.#0-9a-zåÅ \u{a0}\u{200b}=\\\\\r\n]{0,80}",
    ) {
        for slip in find(&text) {
            prop_assert!(text.get(slip.span.clone()).is_some(), "{slip:?}");
            prop_assert!(text.get(slip.lines.clone()).is_some(), "{slip:?}");
            if let Some(instead) = slip.instead {
                prop_assert!(toml::de::DeTable::parse(&instead).is_ok(), "{instead:?}");
            }
        }
    }

    #[test]
    fn a_file_with_one_letter_more_or_less_is_toml_when_it_is_mended(
        file in any::<usize>(), at in any::<usize>(), taken in 0usize..3,
        put in "[\"\\[\\]{}=,”a1\u{a0}\n]?",
    ) {
        let text = &TOY[file % TOY.len()];
        let mut letters: Vec<char> = text.chars().collect();
        if !letters.is_empty() {
            let at = at % letters.len();
            letters.splice(at..(at + taken).min(letters.len()), put.chars());
        }
        let text: String = letters.into_iter().collect();
        let found = find(&text);
        let twice = found.iter().any(|slip| matches!(
            &slip.kind, ProblemKind::Slip(slip) if matches!(slip.fault, Fault::StandsTwice { .. })
        ));
        if !found.is_empty() && !twice && let Some(mended) = mended(&text, &found) {
            let left = find(&mended);
            prop_assert!(
                left.iter().all(|slip| slip.instead.is_none()),
                "{found:?}\n{left:?}\n{mended}"
            );
        }
    }
}
