//! Calendars: windows as wide as their source, one entry for each promise for ever, and lines
//! that any program can read.

use super::{HOSTILE, ROOT, both, published};
use crate::knowledge::rewritten::some_dataset;
use crate::project::TOY;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use utlovat::analysis::knowledge::{as_of, days};
use utlovat::model::{Confidence, Dataset, Day, Lang, PartialDate};
use utlovat::open_data::calendars::{calendar, files};

/// The properties of an entry: name with parameters → value as it stands.
type Entry = BTreeMap<String, String>;

#[test]
fn an_entry_is_as_long_as_its_date_is_vague_and_says_so() {
    let entries = toy("toy-north", Lang::Sv);
    let promise = |milestone: &str, plan: &str| {
        let entry = &entries[&format!("promise.toy-north.{milestone}.{plan}@utlovat")];
        (entry["DTSTART;VALUE=DATE"].as_str(), entry["DTEND;VALUE=DATE"].as_str(), summary(entry))
    };
    let later = "Utlovat, senare plan finns";
    assert_eq!(
        promise("first-go-live", "plan-2018"),
        (
            "20200901",
            "20201201",
            format!("{later}: Första driftstart, Toyregion Nord (hösten 2020)")
        )
    );
    assert_eq!(
        promise("complete", "plan-2018"),
        ("20210101", "20230101", format!("{later}: Hela regionen, Toyregion Nord (2021–2022)"))
    );
    assert_eq!(
        promise("first-go-live", "plan-2022"),
        (
            "20230501",
            "20230601",
            "Utlovat (förslag): Första driftstart, Toyregion Nord (maj 2023)".to_owned()
        )
    );
    let met = &entries["met.toy-north.first-go-live@utlovat"];
    assert_eq!(
        (met["DTSTART;VALUE=DATE"].as_str(), met["DTEND;VALUE=DATE"].as_str(), summary(met)),
        ("20231009", "20231010", "Hände: Första driftstart, Toyregion Nord".to_owned())
    );
}

#[test]
fn a_promise_with_a_later_plan_stays_and_tells_it() {
    for (lang, said) in [
        (Lang::Sv, "En senare plan (4 maj 2020) anger en annan tid: första halvåret 2022."),
        (Lang::En, "A later plan (4 May 2020) gives another time: first half of 2022."),
    ] {
        let entries = toy("toy-north", lang);
        let first = &entries["promise.toy-north.first-go-live.plan-2018@utlovat"];
        let description = description(first);
        assert!(description.contains(said), "{description}");
        assert_eq!(first["STATUS"], "TENTATIVE", "a promise is no certain thing");
        assert!(!entries.values().any(|entry| entry["STATUS"] == "CANCELLED"));
    }
    // A plan that repeats the date replaces nothing.
    let mut dataset = TOY.clone();
    let schedule = &mut dataset.procurements[0].milestones[0].schedule;
    schedule.rebaselines.truncate(1);
    schedule.rebaselines[0].promised = schedule.original.promised;
    let entries = of(&dataset, 0, Lang::En, ROOT);
    let first = &entries["promise.toy-north.first-go-live.plan-2018@utlovat"];
    assert!(summary(first).starts_with("Promised: First go-live"), "{}", summary(first));
}

#[test]
fn what_was_given_up_or_is_unconfirmed_says_so() {
    let mut dataset = TOY.clone();
    let south = &mut dataset.procurements[1];
    let unmet = south.milestones[0].schedule.unmet.as_mut().expect("unmet in the toy facts");
    unmet.dropped = Some(PartialDate::Year(2024));
    south.events[0].confidence = Confidence::Low;
    let event = format!("event.toy-south.{}@utlovat", south.events[0].id);
    let entries = of(&dataset, 1, Lang::Sv, ROOT);
    let dropped = &entries["dropped.toy-south.first-go-live@utlovat"];
    assert_eq!(summary(dropped), "Gavs upp: Första driftstart, Toyregion Syd (Domino) (2024)");
    assert!(summary(&entries[&event]).starts_with("Hände (obekräftat): "));
    assert_eq!(entries[&event]["STATUS"], "TENTATIVE");
}

#[test]
fn an_entry_has_one_name_in_every_language_and_at_every_address() {
    for at in 0..TOY.procurements.len() {
        let names = |lang, root| of(&TOY, at, lang, root).into_keys().collect::<BTreeSet<_>>();
        let swedish = names(Lang::Sv, ROOT);
        assert_eq!(swedish, names(Lang::En, ROOT));
        assert_eq!(swedish, names(Lang::Sv, "/"));
    }
}

#[test]
fn only_a_site_that_knows_where_it_stands_gives_addresses() {
    let placed = of(&TOY, 0, Lang::Sv, ROOT);
    for (uid, entry) in &placed {
        let url = &entry["URL;VALUE=URI"];
        assert!(url.starts_with(&format!("{ROOT}sv/upphandling/toy-north/")), "{uid}: {url}");
    }
    for file in files(published(&TOY, "/")).expect("calendars") {
        let text = String::from_utf8(file.bytes).expect("UTF-8");
        assert!(!text.contains("\r\nURL") && !text.contains("\r\nSOURCE"), "{}", file.path);
    }
}

#[test]
fn where_nothing_is_dated_there_is_no_calendar() {
    let mut dataset = TOY.clone();
    dataset.procurements[1].milestones.clear();
    dataset.procurements[1].events.clear();
    let files = files(published(&dataset, ROOT)).expect("calendars");
    let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["data/calendars/toy-north.sv.ics", "data/calendars/toy-north.en.ics"]);
}

#[test]
fn the_clock_is_the_day_of_the_review() {
    for entry in of(&TOY, 0, Lang::En, ROOT).values() {
        let day = TOY.reviewed.to_string().replace('-', "");
        assert_eq!(entry["DTSTAMP"], format!("{day}T000000Z"));
        assert_eq!(entry["LAST-MODIFIED"], entry["DTSTAMP"]);
        assert_eq!(entry["SEQUENCE"], day);
    }
}

#[test]
fn hostile_texts_come_back_as_they_were() {
    for text in HOSTILE {
        let mut dataset = TOY.clone();
        let north = &mut dataset.procurements[0];
        north.name = both(text);
        north.events[0].title = both(text);
        north.events[0].text = both(text);
        north.milestones[0].name = both(text);
        north.plans[0].by = both(text);
        north.milestones[0].schedule.original.note = Some(both(text));
        let event = format!("event.toy-north.{}@utlovat", north.events[0].id);
        for lang in Lang::ALL {
            let entries = of(&dataset, 0, lang, ROOT);
            assert_eq!(entries.len(), of(&TOY, 0, lang, ROOT).len(), "an entry in an entry");
            let entry = &entries[&event];
            assert!(summary(entry).contains(text), "{text:?} became {:?}", summary(entry));
            assert!(description(entry).starts_with(text), "{:?}", description(entry));
            assert_eq!(texts(&entry[&format!("CATEGORIES;LANGUAGE={}", lang.code())])[1], text);
            let promise = &entries["promise.toy-north.first-go-live.plan-2018@utlovat"];
            assert_eq!(description(promise).matches(text).count(), 3, "{:?}", description(promise));
        }
    }
}

#[test]
fn a_line_break_is_one_and_no_control_character_is_left() {
    let mut dataset = TOY.clone();
    dataset.procurements[0].events[0].text = both("a\r\nb\rc\u{7}d\u{0}");
    let event = format!("event.toy-north.{}@utlovat", TOY.procurements[0].events[0].id);
    let entries = of(&dataset, 0, Lang::En, ROOT);
    assert!(description(&entries[&event]).starts_with("a\nb\ncd"));
}

/// A calendar of an earlier day has no promise of a later plan and nothing that happened later.
#[test]
fn nothing_is_told_early() {
    for day in days(&TOY) {
        let then = as_of(&TOY, day);
        for (at, of_today) in TOY.procurements.iter().enumerate() {
            let entries = of(&then, at, Lang::En, ROOT);
            for (uid, entry) in &entries {
                let first = &entry["DTSTART;VALUE=DATE"];
                let happened = !uid.starts_with("promise.");
                assert!(!happened || *first <= day.to_string().replace('-', ""), "{uid} on {day}");
            }
            for plan in &of_today.plans {
                let ending = format!(".{}@utlovat", plan.id);
                let told = entries.keys().any(|uid| uid.ends_with(&ending));
                assert!(!told || plan.announced.range().first <= day, "{} on {day}", plan.id);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..Default::default() })]

    #[test]
    fn every_promise_and_event_has_its_window_and_every_line_its_length(dataset in some_dataset()) {
        for (at, one) in dataset.procurements.iter().enumerate() {
            let entries = of(&dataset, at, Lang::Sv, ROOT);
            let mut wanted: BTreeMap<String, PartialDate> = BTreeMap::new();
            for milestone in &one.milestones {
                for promise in milestone.schedule.baselines() {
                    let plan = &one.plans[usize::from(promise.plan.0)].id;
                    let uid = format!("promise.{}.{}.{plan}@utlovat", one.id, milestone.id);
                    wanted.insert(uid, promise.promised);
                }
                if let Some(met) = &milestone.schedule.met {
                    wanted.insert(format!("met.{}.{}@utlovat", one.id, milestone.id), met.date);
                }
                if let Some(date) = milestone.schedule.dropped() {
                    wanted.insert(format!("dropped.{}.{}@utlovat", one.id, milestone.id), date);
                }
            }
            for event in &one.events {
                wanted.insert(format!("event.{}.{}@utlovat", one.id, event.id), event.date);
            }
            let told: BTreeMap<String, (String, String)> = entries
                .iter()
                .map(|(uid, entry)| {
                    let day = |name: &str| entry[name].clone();
                    (uid.clone(), (day("DTSTART;VALUE=DATE"), day("DTEND;VALUE=DATE")))
                })
                .collect();
            let wanted: BTreeMap<String, (String, String)> = wanted
                .into_iter()
                .map(|(uid, date)| {
                    let plain = |day: Day| day.to_string().replace('-', "");
                    let range = date.range();
                    (uid, (plain(range.first), plain(Day(range.last.0 + 1))))
                })
                .collect();
            prop_assert_eq!(told, wanted);
        }
    }
}

fn toy(id: &str, lang: Lang) -> BTreeMap<String, Entry> {
    let at = TOY.procurements.iter().position(|one| one.id.as_str() == id);
    of(&TOY, at.expect("a toy procurement"), lang, ROOT)
}

/// The entries of a calendar by their UIDs, read line by line as the standard says.
fn of(dataset: &Dataset, at: usize, lang: Lang, root: &str) -> BTreeMap<String, Entry> {
    let Some(text) = calendar(published(dataset, root), &dataset.procurements[at], lang) else {
        return BTreeMap::new();
    };
    let lines = text.strip_suffix("\r\n").expect("the last line ends too").split("\r\n");
    let mut unfolded: Vec<String> = Vec::new();
    for line in lines {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
        match line.strip_prefix(' ') {
            Some(more) => unfolded.last_mut().expect("a line to go on").push_str(more),
            None => unfolded.push(line.to_owned()),
        }
    }
    assert_eq!(unfolded.first().map(String::as_str), Some("BEGIN:VCALENDAR"));
    assert_eq!(unfolded.pop().as_deref(), Some("END:VCALENDAR"));
    let mut entries = BTreeMap::new();
    let mut open: Option<Entry> = None;
    for line in unfolded {
        match (line.as_str(), &mut open) {
            ("BEGIN:VEVENT", None) => open = Some(Entry::new()),
            ("END:VEVENT", Some(_)) => {
                let entry = open.take().expect("an open entry");
                let uid = entry["UID"].clone();
                assert!(entries.insert(uid.clone(), entry).is_none(), "{uid} twice");
            }
            (line, Some(entry)) => {
                let (name, value) = line.split_once(':').expect("a name and a value");
                let old = entry.insert(name.to_owned(), value.to_owned());
                assert!(old.is_none(), "{name} twice");
            }
            _ => {}
        }
    }
    assert!(open.is_none());
    entries
}

fn summary(entry: &Entry) -> String {
    text(entry, "SUMMARY")
}

fn description(entry: &Entry) -> String {
    text(entry, "DESCRIPTION")
}

fn text(entry: &Entry, name: &str) -> String {
    let value = entry.iter().find(|(key, _)| key.starts_with(name)).expect("the property").1;
    let all = texts(value);
    assert_eq!(all.len(), 1, "a comma that was not escaped: {value}");
    all[0].clone()
}

/// The texts of a list, as they were before they were escaped.
fn texts(value: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        let text = all.last_mut().expect("a text");
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => panic!("nothing is escaped at the end of {value}"),
            },
            ',' => all.push(String::new()),
            ';' => panic!("a semicolon that was not escaped: {value}"),
            other => text.push(other),
        }
    }
    all
}
