//! Feeds: an entry for each thing that became known and each edit, on its day and never earlier,
//! with ids that hold.

use super::{HOSTILE, ROOT, WORDS, both, published};
use crate::project::TOY;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use std::collections::BTreeSet;
use utlovat::analysis::knowledge::{as_of, changes, days};
use utlovat::model::{Dataset, Day, Lang, PartialDate};
use utlovat::open_data::Publication;
use utlovat::open_data::feeds::{Block, Feed, Form, LATEST, files, path};
use utlovat::open_data::ledger::{Ledger, Pair, Said, Version};

fn file(publication: Publication, path: &str) -> String {
    let files = files(publication).expect("the feeds can be written");
    let found = files.into_iter().find(|file| file.path == path);
    String::from_utf8(found.unwrap_or_else(|| panic!("there is no {path}")).bytes).expect("text")
}

fn json(publication: Publication, path: &str) -> Value {
    serde_json::from_str(&file(publication, path)).expect("JSON")
}

fn items(feed: &Value) -> &[Value] {
    feed["items"].as_array().map_or(&[], Vec::as_slice)
}

/// The texts of all elements with a name, as a parser gives them back.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut open) = (Vec::new(), false);
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) if tag.name().as_ref() == name => {
                open = true;
                found.push(String::new());
            }
            Event::End(tag) if tag.name().as_ref() == name => open = false,
            Event::Text(text) if open => {
                found.last_mut().unwrap().push_str(&text);
            }
            Event::GeneralRef(reference) if open => {
                let letter = match reference.resolve_char_ref().expect("a reference") {
                    Some(letter) => letter.to_string(),
                    None => {
                        let name = reference.to_string();
                        let known = quick_xml::escape::resolve_predefined_entity(&name);
                        known.unwrap_or_else(|| panic!("&{name};")).to_owned()
                    }
                };
                found.last_mut().unwrap().push_str(&letter);
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

/// The toy facts with another date, and the ledger of that edit.
fn edited(day: &str) -> (Dataset, Ledger) {
    let mut now = TOY.clone();
    now.procurements[0].events[0].date = PartialDate::parse("2018-04-02").unwrap();
    let version = Version {
        id: format!("{day}-abcdefa"),
        day: day.to_owned(),
        commit: String::new(),
        tree: String::new(),
        said: vec![Said { subject: "north: <it> was in April".to_owned(), body: String::new() }],
        compared: true,
        changes: Pair { then: &TOY, now: &now, withheld: false }.changes("v", &WORDS),
    };
    (now, Ledger { versions: vec![version] })
}

#[test]
fn there_is_a_feed_for_the_site_and_each_procurement_in_both_languages_and_forms() {
    let files = files(published(&TOY, ROOT)).expect("feeds");
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths.len(), (1 + TOY.procurements.len()) * Lang::ALL.len() * 2);
    for path in ["data/feeds/sv.atom", "data/feeds/toy-north.en.feed.json"] {
        assert!(paths.contains(path), "{path} in {paths:?}");
    }
}

#[test]
fn a_site_that_does_not_know_where_it_stands_has_no_feeds() {
    assert_eq!(files(published(&TOY, "/")), Ok(vec![]));
}

#[test]
fn everything_that_became_known_is_an_entry_of_its_procurement() {
    let all = changes(&TOY, Day(i32::MIN), TOY.reviewed);
    assert!(!all.is_empty());
    for (at, of) in TOY.procurements.iter().enumerate() {
        let known = all.iter().filter(|change| usize::from(change.known().procurement.0) == at);
        let days: BTreeSet<String> = known.clone().map(|one| one.known().day.to_string()).collect();
        let known = known.count();
        for lang in Lang::ALL {
            let feed = json(published(&TOY, ROOT), &path(Some(&of.id), lang, Form::Json));
            assert_eq!(items(&feed).len(), known, "{} {lang:?}", of.id);
            let told: BTreeSet<String> = items(&feed)
                .iter()
                .map(|item| item["date_modified"].as_str().unwrap()[..10].to_owned())
                .collect();
            assert_eq!(told, days);
            for item in items(&feed) {
                let title = item["title"].as_str().unwrap();
                assert!(title.starts_with(&format!("{}: ", of.name.get(lang))), "{title}");
            }
        }
    }
}

#[test]
fn both_forms_tell_the_same_and_the_newest_comes_first() {
    let (now, ledger) = edited("2026-01-02");
    let publication = Publication { ledger: &ledger, ..published(&now, ROOT) };
    for name in ["data/feeds/sv", "data/feeds/toy-north.en"] {
        let feed = json(publication, &format!("{name}.feed.json"));
        let atom = file(publication, &format!("{name}.atom"));
        let of = |key: &str| -> Vec<String> {
            items(&feed).iter().map(|item| item[key].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(texts(&atom, "id")[1..], of("id"));
        assert_eq!(texts(&atom, "title")[1..], of("title"));
        assert_eq!(texts(&atom, "updated")[1..], of("date_modified"));
        assert_eq!(texts(&atom, "content"), of("content_html"));
        assert_eq!(texts(&atom, "updated")[0], of("date_modified")[0]);
        assert!(of("date_modified").is_sorted_by(|one, next| one >= next));
    }
}

#[test]
fn nothing_is_told_before_it_was_known() {
    for day in days(&TOY) {
        let then = as_of(&TOY, day);
        for lang in Lang::ALL {
            let feed = json(published(&then, ROOT), &path(None, lang, Form::Json));
            for item in items(&feed) {
                let told = &item["date_modified"].as_str().unwrap()[..10];
                assert!(told <= day.to_string().as_str(), "on {day}: {item}");
            }
        }
    }
}

#[test]
fn an_edit_is_an_entry_with_the_old_and_the_new_value_where_it_belongs() {
    let (now, ledger) = edited("2026-01-02");
    let publication = Publication { ledger: &ledger, ..published(&now, ROOT) };
    let entries = |of: Option<usize>| {
        let of = of.map(|at| &now.procurements[at]);
        let feed = Feed::new(publication, Lang::En, of);
        feed.entries.into_iter().filter(|one| one.category.0 == "edit").collect::<Vec<_>>()
    };
    assert_eq!(entries(Some(1)), [], "nothing of the other procurement was edited");
    for of in [None, Some(0)] {
        let [entry] = &entries(of)[..] else { panic!("{:?}", entries(of)) };
        assert_eq!(entry.url, format!("{ROOT}en/data/changes/#2026-01-02-abcdefa"));
        assert_eq!(entry.day.to_string(), "2026-01-02");
        assert_eq!(entry.said[0], Block::English("north: <it> was in April".to_owned()));
        let text = entry.text();
        assert!(text.contains("date: 1 March 2018 → 2 April 2018"), "{text}");
        assert!(entry.html().contains("north: &lt;it&gt; was in April"), "{}", entry.html());
    }
}

#[test]
fn an_id_is_the_same_at_every_address_and_for_every_later_version() {
    let (now, ledger) = edited("2026-01-02");
    let ids = |publication, lang| -> Vec<String> {
        let feed = json(publication, &path(None, lang, Form::Json));
        items(&feed).iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    let before = ids(published(&TOY, ROOT), Lang::Sv);
    let moved = ids(published(&TOY, "https://other.example/"), Lang::Sv);
    assert_eq!(before, moved);
    let after = ids(Publication { ledger: &ledger, ..published(&now, ROOT) }, Lang::Sv);
    let (before, after) = (before.into_iter().collect::<BTreeSet<_>>(), after);
    let new: Vec<_> = after.iter().filter(|id| !before.contains(*id)).collect();
    assert_eq!(new.len(), 1, "an edit is one new entry, and no old one is new again");
    let english = ids(published(&TOY, ROOT), Lang::En);
    assert!(english.iter().all(|id| !before.contains(id)), "a language has entries of its own");
}

#[test]
fn the_feed_of_the_site_holds_the_latest_and_those_of_procurements_everything() {
    let mut many = TOY.clone();
    let event = many.procurements[0].events[0].clone();
    for nth in 0..LATEST {
        let mut other = event.clone();
        other.id = utlovat::model::Id::parse(&format!("again-{nth}")).unwrap();
        many.procurements[0].events.push(other);
    }
    let feed = |of| items(&json(published(&many, ROOT), &path(of, Lang::Sv, Form::Json))).len();
    assert_eq!(feed(None), LATEST);
    assert!(feed(Some(&many.procurements[0].id)) > LATEST);
}

#[test]
fn any_text_comes_through_as_it_was() {
    let extra = ["a\rb\r\nc", "]]>", "\u{0}\u{b}"];
    for text in HOSTILE.into_iter().chain(extra) {
        let mut facts = TOY.clone();
        facts.procurements[0].events[0].title = both(text);
        facts.procurements[0].events[0].text = both(text);
        let publication = published(&facts, ROOT);
        let title = format!("{}: {text}", facts.procurements[0].name.sv);
        let feed = json(publication, "data/feeds/toy-north.sv.feed.json");
        let item = items(&feed).iter().find(|item| item["title"] == title.as_str());
        let item = item.unwrap_or_else(|| panic!("{title:?}"));
        assert!(item["content_text"].as_str().unwrap().contains(text));
        // XML 1.0 has no place for these letters.
        let possible = title.replace(['\u{0}', '\u{b}'], "\u{fffd}");
        let atom = file(publication, "data/feeds/toy-north.sv.atom");
        let titles = texts(&atom, "title");
        assert!(titles.contains(&possible), "{possible:?} in {titles:?}");
    }
}
