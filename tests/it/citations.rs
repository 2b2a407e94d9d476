//! How pages are to be cited, as it stands on them without scripts.

use super::markup::text_of;
use super::pages::{Edition, toy};
use serde_json::Value;
use std::collections::BTreeSet;
use utlovat::i18n::Key;
use utlovat::model::{Day, Lang, PartialDate};
use utlovat::route::Page;

/// The text of a field of the fold.
fn field(html: &str, id: &str) -> String {
    text_of(html, &format!("textarea#{id}"))
}

fn check(edition: &Edition) {
    let site = edition.site;
    let day = PartialDate::Day(site.today.reviewed).edtf();
    let mut seen = BTreeSet::new();
    for page in edition.every_page() {
        let html = edition.body(page.clone());
        if matches!(page, Page::Embed(..)) {
            assert!(!html.contains("class=\"cite\""), "{page:?}");
            continue;
        }
        let address = format!("{}?as-of={day}", site.url(page.clone()));
        for id in ["cite-text", "cite-bibtex", "cite-json"] {
            let text = field(&html, id);
            assert!(text.contains(&address), "{page:?}: {id} without {address}: {text}");
            assert!(text.contains(&site.today.version), "{page:?}: {id}: {text}");
        }
        let items: Vec<Value> = serde_json::from_str(&field(&html, "cite-json")).expect("CSL-JSON");
        assert_eq!(items.len(), 1);
        let item = &items[0];
        let publisher = site.t(Key::PublisherName);
        assert_eq!((&item["type"], &item["publisher"]), (&"webpage".into(), &publisher.into()));
        let (year, month, day) = site.today.reviewed.ymd();
        assert_eq!(item["issued"]["date-parts"], serde_json::json!([[year, month, day]]));
        let id = item["id"].as_str().expect("an id").to_owned();
        assert!(id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.'), "{id}");
        assert!(field(&html, "cite-bibtex").starts_with(&format!("@misc{{{id},")));
        assert!(seen.insert(id.clone()), "{id} names two pages");
    }
}

#[test]
fn every_page_says_how_to_cite_it() {
    for lang in Lang::ALL {
        check(&toy(lang));
    }
}

#[test]
fn a_page_of_an_earlier_day_is_cited_as_long_as_anything_was_known() {
    for year in [2000, 2018, 2022] {
        check(&toy(Lang::En).as_of(Day::new(year, 6, 1).expect("a day")));
    }
}
