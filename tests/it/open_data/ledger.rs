//! The ledger: each change is told once, with what was told before, and nothing else is.

use super::{HOSTILE, ROOT, WORDS, both, published};
use crate::project::{TOY, fixture};
use std::collections::BTreeSet;
use utlovat::model::{Dataset, PartialDate};
use utlovat::open_data::Publication;
use utlovat::open_data::ledger::{
    COMPUTED, Change, How, Kind, Ledger, Pair, Said, Version, is_named,
};

fn changes(then: &Dataset, now: &Dataset) -> Vec<Change> {
    Pair { then, now, withheld: false }.changes("v", &WORDS)
}

fn facts(then: &Dataset, now: &Dataset) -> Vec<Change> {
    changes(then, now).into_iter().filter(|change| change.kind == Kind::Fact).collect()
}

fn version(id: &str, changes: Vec<Change>) -> Version {
    Version {
        id: id.to_owned(),
        day: "2026-01-01".to_owned(),
        commit: String::new(),
        tree: String::new(),
        said: vec![],
        compared: true,
        changes,
    }
}

fn edited(edit: impl FnOnce(&mut Dataset)) -> Dataset {
    let mut dataset = TOY.clone();
    edit(&mut dataset);
    dataset
}

#[test]
fn a_date_that_is_another_one_is_told_once_with_the_old_and_the_new() {
    let now = edited(|dataset| {
        dataset.procurements[0].events[0].date = PartialDate::parse("2018-04-02").unwrap();
    });
    let [change] = &facts(&TOY, &now)[..] else { panic!("{:#?}", facts(&TOY, &now)) };
    assert_eq!(change.change, How::Changed);
    assert_eq!(change.procurement.as_deref(), Some("toy-north"));
    assert_eq!(change.path, "procurements/toy-north/events/award-2018/date");
    let told = |text: &Option<utlovat::model::Text>| {
        text.as_ref().map(|text| (text.sv.clone(), text.en.clone())).unwrap_or_default()
    };
    let pair = |sv: &str, en: &str| (sv.to_owned(), en.to_owned());
    assert_eq!(told(&change.field), pair("datum", "date"));
    assert_eq!(told(&change.from), pair("1 mars 2018", "1 March 2018"));
    assert_eq!(told(&change.to), pair("2 april 2018", "2 April 2018"));
    assert_eq!(change.names[1].sv, TOY.procurements[0].events[0].title.sv);
}

#[test]
fn what_follows_from_a_fact_is_told_with_its_reason() {
    let now = edited(|dataset| {
        let met = dataset.procurements[0].milestones[0].schedule.met.as_mut().unwrap();
        met.date = PartialDate::parse("2023-12-09").unwrap();
    });
    let all = changes(&TOY, &now);
    let slip = all.iter().find(|one| one.kind == Kind::Conclusion).expect("a slip that changed");
    let because = slip.because.as_ref().expect("its reason");
    assert_eq!(because.sv, "eftersom det skedde den 9 december 2023");
    assert_ne!(slip.from, slip.to);
    let ids: BTreeSet<&str> = all.iter().map(|change| change.id.as_str()).collect();
    assert_eq!(ids.len(), all.len(), "each has an id of its own");
}

#[test]
fn what_is_gone_is_told_and_so_is_what_came() {
    let now = edited(|dataset| {
        dataset.procurements[0].events.remove(0);
    });
    for (then, now, how) in [(&*TOY, &now, How::Removed), (&now, &*TOY, How::Added)] {
        let all = facts(then, now);
        let event: Vec<&Change> =
            all.iter().filter(|one| one.path.ends_with("events/award-2018")).collect();
        let [change] = &event[..] else { panic!("{all:#?}") };
        assert_eq!(change.change, how);
        let title = Some(&TOY.procurements[0].events[0].title);
        let (said, silent) = match how {
            How::Removed => (&change.from, &change.to),
            _ => (&change.to, &change.from),
        };
        assert_eq!((said.as_ref(), silent), (title, &None));
    }
}

#[test]
fn another_order_says_nothing() {
    let now = edited(|dataset| {
        for one in &mut dataset.procurements {
            one.events.reverse();
            one.costs.reverse();
            one.statements.reverse();
            one.unknowns.reverse();
            for claim in &mut one.claims {
                claim.demands.reverse();
                claim.received.reverse();
                claim.remedies.reverse();
                claim.sources.reverse();
            }
            one.events.iter_mut().for_each(|event| event.sources.reverse());
        }
    });
    assert_eq!(facts(&TOY, &now), []);
    assert_eq!(changes(&TOY, &TOY), []);
}

#[test]
fn any_text_comes_through_as_it_was() {
    for text in HOSTILE {
        let now = edited(|dataset| dataset.procurements[0].events[0].text = both(text));
        let all = facts(&TOY, &now);
        assert_eq!(all.len(), 1, "{all:#?}");
        assert_eq!(all[0].to, Some(both(text)));
        let said = Said { subject: text.to_owned(), body: text.to_owned() };
        let version = Version { said: vec![said], ..version("v", all) };
        let ledger = Ledger { versions: vec![version] };
        assert_eq!(Ledger::read(&ledger.write()), Ok(ledger));
    }
}

#[test]
fn a_headline_or_an_address_that_is_gone_may_name_a_person_and_is_not_told_again() {
    let now = edited(|dataset| {
        let mut sources = dataset.sources.as_ref().clone();
        sources[0].title = None;
        sources[0].url = "https://example.org/another".to_owned();
        dataset.sources = sources.into();
    });
    let all = facts(&TOY, &now);
    assert_eq!(all.len(), 2, "{all:#?}");
    for change in &all {
        assert!(change.withheld && change.from.is_none(), "{change:#?}");
    }
    let asked = Pair { then: &TOY, now: &now, withheld: true }.changes("v", &WORDS);
    assert!(asked.iter().all(|change| change.from.is_none()), "{asked:#?}");
}

#[test]
fn every_key_of_a_fact_has_a_name_for_readers() {
    let keys = std::fs::read_to_string(fixture("v1-keys.txt")).expect("the published keys");
    // Told whole, with what they are in.
    let parts = ["sv", "en", "edtf", "earliest", "latest", "currency", "qualifier", "value_high"];
    let whole = ["amount.kind", "amount.reason", "amount.said_by"];
    let unnamed: BTreeSet<&str> = keys
        .lines()
        .filter(|path| !whole.iter().any(|part| path.contains(part)))
        .map(|path| path.rsplit('.').next().unwrap_or(path).trim_end_matches("[]"))
        .filter(|key| !parts.contains(key) && !COMPUTED.contains(key) && !is_named(key))
        .filter(|key| !["outcome", "months_at_least", "months_at_most"].contains(key))
        .collect();
    assert!(unnamed.is_empty(), "name these in src/open_data/ledger/labels.rs: {unnamed:?}");
}

#[test]
fn the_published_file_tells_the_page_of_each_version() {
    let now = edited(|dataset| dataset.procurements[0].events[0].text = both("another"));
    let said = vec![Said { subject: "north".to_owned(), body: String::new() }];
    let version = Version { said, ..version("2026-01-01-abcdefa", facts(&TOY, &now)) };
    let ledger = Ledger { versions: vec![version] };
    let publication = Publication { ledger: &ledger, ..published(&TOY, ROOT) };
    let files = utlovat::open_data::ledger::files(publication);
    let json: serde_json::Value = serde_json::from_slice(&files[0].bytes).expect("JSON");
    let [version] = &json["versions"].as_array().expect("versions")[..] else { panic!("{json}") };
    assert_eq!(version["id"], "2026-01-01-abcdefa");
    // Whoever reads the file counts on these: keys may come, none may go.
    let keys =
        |value: &serde_json::Value, keys: &[&str]| keys.iter().all(|key| value.get(key).is_some());
    assert!(keys(&json, &["schema", "licence", "versions"]));
    let of_version = ["page", "id", "day", "commit", "tree", "said", "compared", "changes"];
    assert!(keys(version, &of_version), "{version}");
    assert!(keys(&version["said"][0], &["subject", "body"]), "{version}");
    let of_change = [
        "id",
        "kind",
        "change",
        "procurement",
        "path",
        "names",
        "field",
        "from",
        "to",
        "because",
        "withheld",
    ];
    assert!(keys(&version["changes"][0], &of_change), "{version}");
    assert_eq!(version["page"]["sv"], format!("{ROOT}sv/data/andringar/#2026-01-01-abcdefa"));
    assert_eq!(version["page"]["en"], format!("{ROOT}en/data/changes/#2026-01-01-abcdefa"));
}

#[test]
fn a_ledger_that_cannot_be_read_is_told_and_not_lost() {
    assert!(Ledger::read("{").unwrap_err().contains("restore it"));
    let undated =
        Ledger { versions: vec![Version { day: "in May".to_owned(), ..version("v", vec![]) }] };
    assert!(Ledger::read(&undated.write()).unwrap_err().contains("`in May`"));
}

#[test]
fn of_long_texts_the_words_that_differ_are_shown() {
    let words = |n: usize| (0..n).map(|n| format!("w{n}")).collect::<Vec<_>>().join(" ");
    let (old, new) = (format!("{0} old {0}", words(20)), format!("{0} brand new {0}", words(20)));
    let then = edited(|dataset| dataset.procurements[0].events[0].text = both(&old));
    let now = edited(|dataset| dataset.procurements[0].events[0].text = both(&new));
    let [change] = &facts(&then, &now)[..] else { panic!("one change") };
    let line = change.line(utlovat::model::Lang::En);
    let part = |middle: &str| format!("… w14 w15 w16 w17 w18 w19 {middle} w0 w1 w2 w3 w4 w5 …");
    assert_eq!(line, format!("{} → {}", part("old"), part("brand new")));
    // Repeated words must not be counted from both ends.
    for (one, other) in [("a a", "a a a"), ("a", ""), ("", "a b"), ("a b a", "a a")] {
        let then = edited(|dataset| dataset.procurements[0].events[0].text = both(one));
        let now = edited(|dataset| dataset.procurements[0].events[0].text = both(other));
        let [change] = &facts(&then, &now)[..] else { panic!("one change") };
        assert_eq!(change.line(utlovat::model::Lang::Sv), format!("{one} → {other}"));
    }
}

#[test]
fn the_page_has_a_place_for_each_version_and_each_change_whatever_they_say() {
    use utlovat::app::ledger::versions;
    use utlovat::model::Lang;
    for text in HOSTILE {
        let text = format!("{text} {{{{hole}}}}");
        let now = edited(|dataset| dataset.procurements[0].events[0].text = both(&text));
        let changes = changes(&TOY, &now);
        let said = Said { subject: text.clone(), body: text.clone() };
        let version = Version { said: vec![said], ..version("2026-01-01-abcdefa", changes) };
        let ledger = Ledger { versions: vec![version] };
        for lang in Lang::ALL {
            let html = versions(lang, &ledger).0;
            assert!(!html.contains("<p>{{"), "the page would take it for a hole: {html}");
            assert!(!html.contains("<script>"), "{html}");
            for change in &ledger.versions[0].changes {
                assert!(html.contains(&format!("<li id=\"{}\">", change.id)), "{html}");
            }
            assert!(html.contains("<section id=\"2026-01-01-abcdefa\">"), "{html}");
            assert!(html.contains("<p lang=\"en\">"), "{html}");
        }
    }
}
