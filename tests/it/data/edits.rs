//! The edits that editors get wrong, more than a hundred and sixty of them: each is answered, the
//! cause first, in both languages, in less than a second.

use super::{files, fixture, told};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use utlovat::data::problem::Problem;
use utlovat::data::resolve::read_files;
use utlovat::model::Lang;

const N: &str = "data/procurements/toy-north/";

/// The file, what stands there, what somebody writes instead, the rule that is told first, and
/// what has to stand in what is told of it.
type Edit = (&'static str, &'static str, &'static str, &'static str, &'static str);

const E: &str = "events.toml";
const P: &str = "plans.toml";
const C: &str = "claims.toml";
const R: &str = "procurement.toml";
const S: &str = "statements.toml";
const D: &str = "/dataset.toml";
const A: &str = "/parties.toml";
const G: &str = "/regions.toml";
const Q: &str = "/sources/toy-gazette.toml";

const EDITS: &[Edit] = &[
    // Slips of TOML.
    (R, "400000000", "400 000 000", "number-apart", "value = 400000000"),
    (R, "400000000", "400.000.000", "number-apart", "value = 400000000"),
    (R, "400000000", "400,000,000", "number-apart", "value = 400000000"),
    (R, "400000000", "\"400000000\"", "number-apart", "value = 400000000"),
    (R, "400000000", "0,4", "number-with-decimals", "400000"),
    (R, "400000000", "0.4", "number-with-decimals", "400000"),
    (R, "400000000", "-400000000", "number-out-of-range", "value"),
    (C, "value = 50000000", "value = 50 000 000", "number-apart", "50000000"),
    (E, "\"Tinker får uppdraget\"", "”Tinker får uppdraget”", "curly-quotes", "title.sv = \""),
    (E, "\"Tinker får uppdraget\"", "“Tinker får uppdraget”", "curly-quotes", "title.sv = \""),
    (E, "\"Tinker får uppdraget\"", "Tinker får uppdraget", "missing-quote", "title.sv = \""),
    (E, "\"Tinker får uppdraget\"", "\"Tinker får uppdraget", "missing-quote", "title.sv = \""),
    (E, "\"Tinker får uppdraget\"", "\"Tinker \"får\" uppdraget\"", "inner-quotes", "”får”"),
    (E, "Nord valde Tinker", "Nord\nvalde Tinker", "line-break", "Nord valde Tinker"),
    (E, "parties = [\"toy-nurses\"]", "parties = [\"toy-nurses\"", "missing-bracket", "]"),
    (E, "parties = [\"toy-nurses\"]", "parties = \"toy-nurses\"]", "missing-bracket", "["),
    (E, "parties = [\"toy-nurses\"]", "parties = \"toy-nurses\"", "wrong-type", "parties = ["),
    (E, "\"toymaker\", \"puzzle\"", "\"toymaker\" \"puzzle\"", "missing-comma", "\", \""),
    (E, "[[event]]\nid = \"replan", "[event]\nid = \"replan", "single-brackets", "[[event]]"),
    (E, "[[event]]\nid = \"replan", "[[event]\nid = \"replan", "missing-bracket", "[[event]]"),
    (R, "[contract]", "[[contract]]", "double-brackets", "[contract]"),
    (R, "[[cost]]", "[cost]", "single-brackets", "[[cost]]"),
    (E, "landmark = true", "landmark = ja", "yes-or-no", "landmark = true"),
    (E, "landmark = true", "landmark = \"true\"", "yes-or-no", "landmark = true"),
    (E, "kind = \"award\"", "kind \"award\"", "missing-equals", "kind = "),
    (E, "kind = \"award\"", "kind: \"award\"", "missing-equals", "kind = "),
    (E, "kind = \"award\"", "kind =", "missing-value", "kind"),
    (E, "kind = \"award\"", "kind = award", "missing-quote", "kind = \"award\""),
    (E, "kind = \"award\"", "kind = \"award\"\nkind = \"award\"", "stands-twice", "kind"),
    (E, "kind = \"award\"", "kind\u{a0}= \"award\"", "odd-space", "kind = \"award\""),
    (E, "Tinker får", "Tin\u{200b}ker får", "invisible-letter", "U+200B"),
    (E, "Tinker får", "\u{202e}Tinker får", "invisible-letter", "U+202E"),
    (E, "kind = \"award\"", "<<<<<<< HEAD\nkind = \"award\"\n=======", "merge-marker", "<<<<<<<"),
    (E, "kind = \"award\"", "kind = \"award\"\nSe även protokollet.", "stray-line", "protokollet"),
    (E, "valde Tinker", "valde \\Tinker", "syntax", "TOML"),
    // Fields.
    (E, "kind = \"award\"", "kinds = \"award\"", "missing-field", "`kind`"),
    (E, "kind = \"award\"\n", "", "missing-field", "`kind`"),
    (E, "id = \"award-2018\"\n", "", "missing-field", "`id`"),
    (E, "confidence = \"high\"\n", "", "missing-field", "`confidence`"),
    (E, "landmark = true", "landmrk = true", "unknown-field", "landmark"),
    (E, "title.en = \"Tinker wins the award\"\n", "", "missing-translation", "title.en"),
    (E, "title.sv = \"Tinker får uppdraget\"\n", "", "missing-translation", "title.sv"),
    (E, "title.en = ", "title.de = ", "missing-translation", "title.en"),
    (E, "title.sv = \"Tinker får uppdraget\"", "title.sv = \"\"", "empty-text", "title.sv"),
    (E, "title.sv = \"Tinker får uppdraget\"", "title.sv = \"  \"", "empty-text", "title.sv"),
    (E, "title.sv = \"Tinker får uppdraget\"", "title.sv = 12", "wrong-type", "title.sv"),
    (E, "sources = [\"gazette-2018-03-01\"]\n", "", "fact-without-source", "sources"),
    (E, "sources = [\"gazette-2018-03-01\"]", "sources = []", "fact-without-source", "sources"),
    (E, "kind = \"award\"", "kind = \"prize\"", "unknown-word", "award"),
    (E, "confidence = \"high\"", "confidence = \"hög\"", "unknown-word", "high"),
    (E, "\"toymaker\", \"puzzle\"", "\"puzzle\", \"puzzle\"", "repeated-in-list", "puzzle"),
    (P, "headline = \"first-go-live\"\n", "", "missing-headline", "first-go-live"),
    (P, "headline = \"first-go-live\"", "headline = \"first\"", "unknown-milestone", "first"),
    (P, "form = \"decision\"", "form = \"beslut\"", "unknown-word", "decision"),
    (R, "currency = \"SEK\"\n", "", "amount-without-currency", "currency"),
    (R, "currency = \"SEK\"", "currency = \"kr\"", "unknown-word", "SEK"),
    (R, "value-high = 650000000", "value-high = 6", "amount-backwards", "value-high"),
    (R, "year = 2023", "year = 23", "number-out-of-range", "1900"),
    (R, "country = \"SE\"", "country = \"Sverige\"", "unknown-word", "SE"),
    (R, "id = \"toy-north\"", "id = \"toy-nord\"", "name-not-id", "toy-north"),
    (R, "id = \"2024-spent\"", "id = \"Förbrukat 2024\"", "id-not-kebab", "forbrukat-2024"),
    (R, "[[unknown]]\nid = \"compensation-2022\"\n", "[[unknown]]\n", "missing-field", "`id`"),
    (D, "\"0.1.0\"", "\"0.1\"", "not-semver", "1.2.0"),
    (D, "\"toy-north\", ", "", "unlisted-procurement", "toy-north"),
    (D, "\"toy-north\"", "\"toy-norht\"", "unknown-procurement", "toy-north"),
    (D, "reviewed = \"2026-06-30\"", "reviewed = \"2026-06\"", "date-not-a-day", "2024-11-12"),
    (D, "reviewed = \"2026-06-30\"", "reviewed = \"2023-01-01\"", "after-review", "2023-01-01"),
    (G, "short = \"Nord\"", "short = \"Nordligaste regionen\"", "too-long", "14"),
    (G, "change = \"chosen\"", "change = \"vald\"", "unknown-word", "chosen"),
    (
        G,
        "procurement = \"toy-north\"",
        "procurement = \"toy-nort\"",
        "unknown-procurement",
        "toy-north",
    ),
    // Dates.
    (E, "\"2018-03-01\"", "\"2018-02-30\"", "date-impossible", "2018-02-30"),
    (E, "\"2018-03-01\"", "\"2018-13\"", "date-impossible", "2018-13"),
    (E, "\"2018-03-01\"", "\"1 mars 2018\"", "date-unreadable", "2024-autumn"),
    (E, "\"2018-03-01\"", "\"2018/03/01\"", "date-unreadable", "2024-autumn"),
    (E, "\"2018-03-01\"", "2018-03-01", "wrong-type", "date"),
    (E, "\"2018-03-01\"", "2018", "wrong-type", "date"),
    (E, "\"2018-03-01\"", "\"2027-03-01\"", "after-review", "2026-06-30"),
    (P, "\"2020-autumn\"", "\"2020-winter\"", "date-winter", "2020-q1"),
    (P, "\"2020-autumn\"", "\"hösten 2020\"", "date-unreadable", "2024-autumn"),
    (P, "\"2021..2022\"", "\"2022..2021\"", "date-backwards", "2021..2022"),
    (P, "\"2021..2022\"", "\"2022..2022\"", "date-backwards", "`2022`"),
    (P, "\"2021..2022\"", "\"2021-2022\"", "date-unreadable", "2021..2022"),
    (
        C,
        "date = \"2022-06\"\npublic = \"2023-10\"",
        "date = \"2023-12\"\npublic = \"2023-10\"",
        "public-too-early",
        "2023-10",
    ),
    // Names.
    (E, "\"toy-nurses\"", "\"toy-nurse\"", "unknown-party", "toy-nurses"),
    (E, "\"toy-nurses\"", "\"Vårdförbundet\"", "unknown-party", "parties.toml"),
    (
        E,
        "sources = [\"gazette-2018-03-01\"]",
        "sources = [\"gazette-2018-03-02\"]",
        "unknown-source",
        "gazette-2018-03-01",
    ),
    (
        E,
        "sources = [\"gazette-2018-03-01\"]",
        "sources = [\"dn\"]",
        "unknown-source",
        "data/sources/",
    ),
    (E, "id = \"contract-2018\"", "id = \"award-2018\"", "duplicate-id", "award-2018"),
    (E, "id = \"award-2018\"", "id = \"Award 2018\"", "id-not-kebab", "award-2018"),
    (E, "id = \"award-2018\"", "id = \"award--2018\"", "id-not-kebab", "award-2018"),
    (
        P,
        "promise]]\nmilestone = \"islands\"",
        "promise]]\nmilestone = \"island\"",
        "unknown-milestone",
        "islands",
    ),
    (
        P,
        "[[milestone]]\nid = \"islands\"",
        "[[milestone]]\nid = \"complete\"",
        "duplicate-id",
        "complete",
    ),
    (A, "id = \"puzzle\"", "id = \"toymaker\"", "duplicate-id", "toymaker"),
    (A, "id = \"toy-nurses\"", "id = \"toy-doctors\"", "unused-party", "toy-doctors"),
    (A, "role = \"union\"", "role = \"unoin\"", "unknown-word", "union"),
    (
        Q,
        "id = \"gazette-2020-05-04\"",
        "id = \"gazette-2018-03-01\"",
        "duplicate-id",
        "gazette-2018-03-01",
    ),
    (Q, "id = \"gazette-2020-05-04\"", "id = \"gazette 2020\"", "id-not-kebab", "gazette-2020"),
    (Q, "id = \"toy-gazette\"", "id = \"gazette\"", "name-not-id", "toy-gazette"),
    (S, "id = \"2022-02-supplier\"", "id = \"2020-05-chair\"", "duplicate-id", "2020-05-chair"),
    // Addresses.
    (Q, "https://gazette.example/2020", "gazette.example/2020", "address-not-http", "https://"),
    (Q, "https://gazette.example/2020", "www.gazette.example/2020", "address-not-http", "https://"),
    (
        Q,
        "https://gazette.example/2020",
        "ftp://gazette.example/2020",
        "address-not-http",
        "https://",
    ),
    (
        Q,
        "https://gazette.example/2020",
        "https:/gazette.example/2020",
        "address-malformed",
        "https://",
    ),
    (
        Q,
        "https://gazette.example/2020",
        "https:// gazette.example/2020",
        "address-malformed",
        "https://",
    ),
    (Q, "https://gazette.example/2020", "https://localhost/2020", "no-public-host", "localhost"),
    (Q, "https://gazette.example/2020", "http://192.168.0.1/2020", "no-public-host", "192.168.0.1"),
    (Q, "https://gazette.example/2020", "https://gazette/2020", "no-public-host", "gazette"),
    (
        Q,
        "https://gazette.example/2020",
        "https://a.example,https://b.example/2020",
        "two-addresses",
        "a.example",
    ),
    (Q, "url = \"https://gazette.example/2020/05/04/nytt-besked\"\n", "", "missing-field", "url"),
    // What cannot be so, and what seldom is.
    (P, "announced = \"2018-06-15\"", "announced = \"2023\"", "plan-out-of-order", "plan-2020"),
    (P, "announced = \"2022-06\"", "announced = \"2017\"", "plan-out-of-order", "plan-2018"),
    (
        P,
        "[[met]]\nmilestone = \"e-services\"\ndate = \"2021-11\"",
        "[[met]]\nmilestone = \"e-services\"\ndate = \"2019\"",
        "met-before-announced",
        "2019",
    ),
    (
        P,
        "[[unmet]]\nmilestone = \"complete\"",
        "[[unmet]]\nmilestone = \"e-services\"",
        "met-and-unmet",
        "e-services",
    ),
    (P, "promised = \"2022-h1\"", "promised = \"2019\"", "promise-before-announced", "2019"),
    (
        P,
        "announced = \"2018-06-15\"",
        "announced = \"2010\"",
        "contract-plan-before-signing",
        "2010",
    ),
    (R, "value = 400000000", "value = 400", "small-sum", "400"),
    (R, "value = 400000000", "value = 0", "small-sum", "0"),
    (C, "value = 50000000,", "value = 50,", "small-sum", "50"),
    (C, "respondent = \"toymaker\"", "respondent = \"toy-region-north\"", "same-party", "claimant"),
    (C, "date = \"2018-q2\"", "date = \"2017\"", "step-out-of-order", "2017"),
    (C, "status = \"raised\"", "status = \"answered\"", "first-step-answers", "answered"),
    (C, "grounds = [\"procedure\"]", "grounds = []", "empty-list", "grounds"),
    (E, "\"Tinker wins the award\"", "\"Tinker får uppdraget\"\nlandmark = true", "none", ""),
    (
        E,
        "\"Toy Region North chose Tinker over Puzzle.\"",
        "\"Toyregion Nord valde Tinker före Puzzle.\"",
        "same-in-both-languages",
        "text",
    ),
    (E, "tells-of = [\"first-go-live\"]", "tells-of = [\"first\"]", "unknown-milestone", "first"),
    (E, "looks-ahead = [\"2022\"]\n", "", "text-tells-later", "looks-ahead"),
    (
        R,
        "country = \"SE\"",
        "without = [\"claims.toml\"]\ncountry = \"SE\"",
        "without-but-there",
        "claims.toml",
    ),
    (
        R,
        "country = \"SE\"",
        "without = [\"claims\"]\ncountry = \"SE\"",
        "unknown-word",
        "claims.toml",
    ),
];

fn path(file: &str) -> PathBuf {
    match file.strip_prefix('/') {
        Some(file) => Path::new("data").join(file),
        None => Path::new(N).join(file),
    }
}

#[test]
fn every_edit_of_a_line_is_answered_with_its_cause_first() {
    let toy = files(&fixture("toy"));
    let mut wrong = String::new();
    for (file, there, instead, rule, says) in EDITS {
        let mut files = toy.clone();
        let text = files.get_mut(&path(file)).expect("a file of the toy facts");
        assert!(text.contains(there), "{file} has no {there}");
        *text = text.replacen(there, instead, 1);
        let start = Instant::now();
        let (_, problems) = read_files(&files);
        let said = answered(&problems, &files, start.elapsed());
        let first = problems.first().map_or("none", |problem| problem.kind.name());
        if first != *rule || !said.contains(says) || problems.len() > 4 {
            wrong += &format!("{file}: {instead}\n  is no {rule} that says {says}:\n{said}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What is done to a whole file on the disk, and the rule that is told first.
type FileEdit = (&'static str, fn(&Path), &'static str);

const FILE_EDITS: &[FileEdit] = &[
    ("emptied", |file| write(file, b""), "empty-file"),
    ("emptied but for a note", |file| write(file, "# Inget här än.\n".as_bytes()), "empty-file"),
    ("renamed", |file| rename(file, &file.with_extension("txt")), "unknown-file"),
    ("copied beside itself", |file| copy(file, &file.with_extension("toml.bak")), "unknown-file"),
    (
        "replaced by a folder",
        |file| {
            remove(file);
            std::fs::create_dir(file).expect("a folder in its place");
        },
        "file-is-folder",
    ),
    (
        "saved as UTF-16",
        |file| {
            let text = format!("\u{feff}{}", read(file));
            let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            write(file, &bytes);
        },
        "not-utf8",
    ),
    (
        "saved as Latin-1",
        |file| {
            let bytes: Vec<u8> = format!("# Å\n{}", read(file)).chars().map(latin).collect();
            write(file, &bytes);
        },
        "not-utf8",
    ),
    (
        "of more than a megabyte",
        |file| {
            let text = format!("{}\n{}", read(file), "# En rad.\n".repeat(110_000));
            write(file, text.as_bytes());
        },
        "too-large",
    ),
    (
        "in two versions",
        |file| {
            let text = format!("{}=======\n{0}>>>>>>> other\n", read(file));
            write(file, text.as_bytes());
        },
        "merge-marker",
    ),
    #[cfg(unix)]
    (
        "replaced by a link",
        |file| {
            remove(file);
            std::os::unix::fs::symlink("/dev/zero", file).expect("a link in its place");
        },
        "not-a-file",
    ),
];

#[test]
fn every_edit_of_a_file_is_answered_with_its_cause_first() {
    let mut wrong = String::new();
    let names: Vec<PathBuf> = files(&fixture("toy")).into_keys().collect();
    for name in &names {
        for (done, edit, rule) in FILE_EDITS {
            let (problems, said) = on_disk(|root| edit(&root.join(name)));
            let first = problems.first().map_or("none", |problem| problem.kind.name());
            if first != *rule || problems.len() > 6 {
                wrong += &format!("{} {done} is no {rule}:\n{said}\n", name.display());
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(EDITS.len() + FILE_EDITS.len() * names.len() > 166);
}

#[test]
fn a_file_that_is_gone_is_told_with_what_follows_from_it() {
    for (file, rule, follows) in [
        ("data/dataset.toml", "missing-file", 0),
        ("data/parties.toml", "missing-file", 10),
        ("data/procurements/toy-north/procurement.toml", "missing-file", 0),
        ("data/procurements/toy-north/events.toml", "missing-file", 0),
        ("data/procurements/toy-north/claims.toml", "missing-file", 1),
        ("data/procurements/toy-north/plans.toml", "missing-file", 0),
        ("data/procurements/toy-north/statements.toml", "missing-file", 0),
        ("data/sources/toy-gazette.toml", "sources-gone", 20),
    ] {
        let (problems, said) = on_disk(|root| remove(&root.join(file)));
        assert_eq!(problems.first().map(|it| it.kind.name()), Some(rule), "{file}\n{said}");
        assert!(problems[0].follows.len() >= follows, "{file}\n{said}");
        assert_eq!(problems.len(), 1, "{file}\n{said}");
    }
}

#[test]
fn what_nothing_reads_is_told_with_the_place_where_it_belongs() {
    for (file, rule, says) in [
        ("data/claims.toml", "unknown-file", "parties.toml"),
        ("data/party.toml", "unknown-file", "data/parties.toml"),
        ("data/procurements/toy-north/Claims.toml", "unknown-file", "claims.toml"),
        ("data/procurements/toy-north/event.toml", "unknown-file", "toy-north/events.toml"),
        ("data/procurements/toy-north/events.toml.orig", "unknown-file", "remove it"),
        ("data/procurements/plans.toml", "unknown-file", "data/procurements/<id>/"),
        ("data/sources/dn.txt", "unknown-file", "data/sources/dn.toml"),
        ("data/sources/old/dn.toml", "unknown-file", "data/sources/<publisher>.toml"),
        ("data/notes/report.pdf", "unknown-file", "remove it"),
        ("data/procurements/toy-east/.gitkeep", "empty-folder", "toy-east"),
    ] {
        let (problems, said) = on_disk(|root| {
            let file = root.join(file);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("its folder");
            write(&file, b"# x\n");
        });
        let first = problems.first().map(|it| it.kind.name());
        assert!(first == Some(rule) && said.contains(says), "{file}\n{said}");
    }
    for beside in ["data/README.md", "data/LICENSE", "data/.DS_Store"] {
        let (problems, said) = on_disk(|root| write(&root.join(beside), b"# x\n"));
        assert!(problems.is_empty(), "{beside}\n{said}");
    }
}

#[test]
fn a_source_whose_id_is_taken_is_one_problem() {
    let mut files = files(&fixture("toy"));
    let text = files.get_mut(Path::new("data/sources/toy-gazette.toml")).expect("it");
    *text = text.replace("id = \"gazette-2022-06-20\"", "id = \"gazette-2022-02-10\"");
    let (_, problems) = read_files(&files);
    let kinds: Vec<_> = problems.iter().map(|it| (it.kind.name(), it.follows.len())).collect();
    assert_eq!(kinds.len(), 1, "{kinds:?}");
    assert!(kinds[0].0 == "duplicate-id" && kinds[0].1 > 6, "{kinds:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..Default::default() })]

    #[test]
    fn several_edits_at_once_are_answered_too(
        some in prop::collection::vec(0..EDITS.len(), 1..8), gone in prop::option::of(0usize..16),
    ) {
        let mut files = files(&fixture("toy"));
        for (file, there, instead, ..) in some.iter().map(|at| EDITS[*at]) {
            let text = files.get_mut(&path(file)).expect("a file of the toy facts");
            *text = text.replacen(there, instead, 1);
        }
        let gone = gone.and_then(|at| files.keys().nth(at).cloned());
        gone.iter().for_each(|gone| drop(files.remove(gone)));
        let start = Instant::now();
        let (_, problems) = read_files(&files);
        let said = answered(&problems, &files, start.elapsed());
        // One of the edits is right, and a file that may be missing takes its mistakes with it.
        let wrong = some.iter().map(|at| EDITS[*at]).any(|(file, _, _, rule, _)| {
            rule != "none" && gone.as_ref() != Some(&path(file))
        });
        prop_assert!(!said.is_empty() || !wrong);
        for problem in &problems {
            prop_assert!(problem.follows.iter().all(|one| one.follows.is_empty()), "{said}");
        }
    }
}

/// What is told, after it was seen that it is told well.
fn answered(problems: &[Problem], files: &BTreeMap<PathBuf, String>, took: Duration) -> String {
    assert!(took < Duration::from_secs(1), "{took:?}");
    for problem in problems {
        for told in std::iter::once(problem).chain(&problem.follows) {
            let [sv, en] = Lang::ALL.map(|lang| (told.sentence(lang), told.remedy(lang)));
            assert!(sv.0 != en.0, "{sv:?} in both languages");
            assert!([sv.0, sv.1, en.0, en.1].iter().all(|it| it.ends_with(['.', '?'])), "{told:?}");
        }
    }
    let text = |problem: &Problem| files.get(&problem.file).map_or("", String::as_str);
    problems.iter().map(|problem| told(problem, text(problem))).collect()
}

/// What is told of the toy facts after an edit on the disk.
fn on_disk(edit: impl FnOnce(&Path)) -> (Vec<Problem>, String) {
    let root = tempfile::tempdir().expect("a folder");
    for (path, text) in files(&fixture("toy")) {
        let file = root.path().join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("its folder");
        write(&file, text.as_bytes());
    }
    edit(root.path());
    let start = Instant::now();
    let (_, problems) = utlovat::data::folder::read(root.path());
    let took = start.elapsed();
    // Places are counted elsewhere; here it is the words.
    let bare = problems.iter().map(|it| Problem { span: None, ..it.clone() });
    let said = answered(&bare.collect::<Vec<_>>(), &BTreeMap::new(), took);
    (problems, said)
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(file).expect("a file of the copy")
}

fn write(file: &Path, bytes: &[u8]) {
    std::fs::write(file, bytes).expect("the copy can be written");
}

fn remove(file: &Path) {
    std::fs::remove_file(file).expect("the copy can be changed");
}

fn rename(file: &Path, to: &Path) {
    std::fs::rename(file, to).expect("the copy can be changed");
}

fn copy(file: &Path, to: &Path) {
    std::fs::copy(file, to).expect("the copy can be changed");
}

/// A letter as an old editor saves it.
fn latin(letter: char) -> u8 {
    u8::try_from(u32::from(letter)).unwrap_or(b'?')
}
