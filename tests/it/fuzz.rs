//! Whatever comes from outside (an address, a date, a file of facts that was cut or spoilt on its
//! way, what an editor writes), there is an answer and never a panic.
//!
//! 10,000 cases each; `cargo xtask fuzz` asks for a million.

use super::data::mutations::{Files, TOY as FILES, answer, change, changed};
use super::facts::INDEX;
use super::pages::WORDS;
use super::project::TOY;
use proptest::prelude::*;
use std::sync::LazyLock;
use utlovat::analysis::search::Index as SearchIndex;
use utlovat::app::facts::{Head, Index, Loaded, OfSite, Part, Published, Words, divisible};
use utlovat::app::search_index::search_index;
use utlovat::data::publish::edition;
use utlovat::data::resolve::read_site;
use utlovat::model::{Day, Lang, PartialDate, ProcurementRef};
use utlovat::route::{Address, Known, Selection};
use utlovat::view::page::needs::Needs;

/// How often each is asked.
fn cases() -> u32 {
    std::env::var("FUZZ_CASES").ok().and_then(|number| number.parse().ok()).unwrap_or(10_000)
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: cases(), failure_persistence: None, ..Default::default() }
}

/// The files that a browser reads, as the build writes them.
struct Written {
    words: Vec<u8>,
    index: Vec<u8>,
    part: Vec<u8>,
    search: Vec<u8>,
}

static WRITTEN: LazyLock<Written> = LazyLock::new(|| {
    let whole = divisible(edition(&TOY, Lang::Sv));
    let part = Part::of(&whole, ProcurementRef(1));
    let head = Head::of(&whole, INDEX.to_owned(), OfSite::default());
    let words = Words { messages: WORDS[&Lang::Sv].clone(), head };
    let index = Index::of(&whole, std::slice::from_ref(&part), vec!["a.bin".to_owned()]);
    let search = search_index(&TOY, &WORDS[&Lang::Sv]);
    Written {
        words: words.to_bytes().expect("words"),
        index: index.to_bytes().expect("an index"),
        part: part.to_bytes().expect("a part"),
        search: search.to_bytes().expect("an index of the search"),
    }
});

/// What can happen to a file on its way: bytes are others, and its end is missing.
fn spoilt(file: &[u8], bytes: &[(usize, u8)], kept: usize) -> Vec<u8> {
    let mut file = file.to_vec();
    for (at, byte) in bytes {
        let length = file.len();
        file[at % length] = *byte;
    }
    // Most keep their whole length, so that reading gets far.
    file.truncate(if kept.is_multiple_of(4) { kept / 4 % (file.len() + 1) } else { file.len() });
    file
}

fn damage() -> impl Strategy<Value = (Vec<(usize, u8)>, usize)> {
    (prop::collection::vec((any::<usize>(), any::<u8>()), 0..6), any::<usize>())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_address_has_an_answer(path in "[/a-z0-9%.~-]{0,40}|\\PC{0,30}", query in "\\??[a-z&=%+~,0-9-]{0,60}|\\PC{0,40}") {
        let address = Address::parse(&path);
        prop_assert_eq!(Address::parse(&address.to_string()), address);
        let known = Known {
            procurements: TOY.procurements.iter().map(|one| &one.id).collect(),
            first_year: 2015,
            last_year: 2030,
            last_day: TOY.reviewed,
        };
        let (selection, _) = Selection::parse(&query, &known);
        let (again, refused) = Selection::parse(&selection.to_string(), &known);
        prop_assert_eq!(again, selection);
        prop_assert!(refused.is_empty());
    }

    #[test]
    fn any_date_has_an_answer(text in "[0-9]{0,5}[-./hqHQ0-9a-zåäö ]{0,14}|\\PC{0,20}", day in any::<i32>()) {
        if let Ok(date) = PartialDate::parse(&text) {
            prop_assert!(date.range().first <= date.range().last);
            prop_assert!(!date.edtf().is_empty());
        }
        let _ = Day(day).to_string();
    }

    #[test]
    fn any_file_of_facts_is_read_or_refused((bytes, kept) in damage()) {
        let Written { words, index, part, search } = &*WRITTEN;
        if let Ok(words) = Words::from_bytes(&spoilt(words, &bytes, kept)) {
            let mut loaded = Loaded::new(words.head);
            let _ = loaded.add(INDEX, &spoilt(index, &bytes, kept));
            let _ = loaded.add("a.bin", &spoilt(part, &bytes, kept));
            let _ = loaded.dataset(&Needs::outlines());
        }
        let _ = SearchIndex::from_bytes(&spoilt(search, &bytes, kept));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Words::from_bytes(&bytes);
        let _ = Index::from_bytes(&bytes);
        let _ = Part::from_bytes(&bytes);
        let _ = SearchIndex::from_bytes(&bytes);
    }

    #[test]
    fn any_settings_have_an_answer(text in "(\\PC|\\n){0,60}", line in "[a-z.-]{1,14} ?= ?(\"[^\"\\\\]{0,12}\"|true|[0-9]{1,4}|\\{ ?sv ?= ?\"a\" ?\\})") {
        for text in [text.clone(), format!("{line}\n{text}"), line] {
            let (_, problems) = read_site(&text);
            prop_assert!(!problems.is_empty(), "{text:?} lacks its names");
        }
    }

    #[test]
    fn any_facts_have_an_answer(at in any::<usize>(), changes in prop::collection::vec(change(), 1..4)) {
        // One file at a time: with the others a case would take a hundred times as long, and
        // `data::mutations` asks that.
        let (path, text) = FILES.iter().nth(at % FILES.len()).expect("a file");
        let one = Files::from([(path.clone(), text.clone())]);
        let changes: Vec<_> = changes.into_iter().map(|change| (0, change)).collect();
        answer(&changed(&one, &changes))?;
    }
}
