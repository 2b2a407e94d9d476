//! The headline of the front page tells what the facts of the day tell of all procurements
//! together, whichever they are.

use super::knowledge::rewritten::{some_dataset, two_days};
use super::pages::{Edition, toy};
use super::project::TOY;
use proptest::prelude::*;
use utlovat::analysis::knowledge::as_of;
use utlovat::model::{Confidence, Dataset, Day, EventKind, Id, Lang, PartialDate, Unmet};
use utlovat::route::Page;
use utlovat::view::headline::{headline, kicker};

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).expect("a date")
}

/// So many procurements: the toy facts, over and over.
fn many(count: usize) -> Dataset {
    let mut dataset = TOY.clone();
    let toys = std::mem::take(&mut dataset.procurements);
    for n in 0..count {
        let mut one = toys[n % toys.len()].clone();
        one.id = Id::parse(&format!("{}-{n}", one.id)).expect("an id");
        dataset.procurements.push(one);
    }
    dataset
}

fn told(dataset: &Dataset, lang: Lang) -> String {
    headline(Edition::new(dataset, lang).site)
}

/// The first procurement goes live on one day, is paused on another, and the others never do.
fn used(count: usize, go_live: &str, pause: &str) -> Dataset {
    let mut dataset = many(count);
    for (at, one) in dataset.procurements.iter_mut().enumerate() {
        let milestone = one.milestones.iter_mut().find(|one| one.headline).expect("a go-live");
        let sources = milestone.schedule.original.sources.clone();
        if at > 0 {
            milestone.schedule.met = None;
            milestone.schedule.unmet = Some(Unmet {
                dropped: Some(date("2024-02-01")),
                told_until: None,
                note: None,
                sources,
            });
            continue;
        }
        milestone.schedule.met.as_mut().expect("it happened").date = date(go_live);
        let mut event = one.events[0].clone();
        event.kind = EventKind::Pause;
        event.landmark = true;
        event.confidence = Confidence::High;
        event.date = date(pause);
        one.events = vec![event];
    }
    dataset
}

#[test]
fn the_time_in_use_is_told_where_several_bought_the_same() {
    let dataset = used(2, "2023-10-09", "2023-10-12");
    assert_eq!(
        told(&dataset, Lang::Sv),
        "Två regioner valde samma journalsystem. Det var i drift i tre\u{a0}dagar."
    );
    assert_eq!(
        told(&dataset, Lang::En),
        "Two regions chose the same record system. It was in use for three\u{a0}days."
    );
    let five = told(&used(5, "2023-10-09", "2023-10-10"), Lang::Sv);
    assert_eq!(five, "Fem regioner valde samma journalsystem. Det var i drift i en\u{a0}dag.");
}

#[test]
fn no_time_in_use_is_told_where_it_is_not_known() {
    let none = |dataset: &Dataset, why: &str| {
        let told = told(dataset, Lang::Sv);
        assert!(told.starts_with("Två regioner valde samma journalsystem."), "{told}");
        assert!(!told.contains("i drift i"), "{why}: {told}");
    };
    none(&used(2, "2023-10-09", "2023-11"), "a pause on no day");
    none(&used(2, "2023-10", "2023-11-12"), "a start on no day");
    none(&used(2, "2023-10-09", "2024-10-12"), "another story");
    let mut again = used(2, "2023-10-09", "2023-10-12");
    let mut start = again.procurements[0].events[0].clone();
    start.kind = EventKind::GoLive;
    start.date = date("2023-12-01");
    again.procurements[0].events.push(start);
    none(&again, "it was started again");
    let mut both = many(2);
    both.procurements[1] = used(1, "2023-10-09", "2023-10-12").procurements.remove(0);
    both.procurements[1].id = Id::parse("other").expect("an id");
    let told = told(&both, Lang::Sv);
    assert!(!told.contains("i drift i"), "the other was in use and is not paused: {told}");
}

#[test]
fn one_procurement_tells_its_own_story() {
    assert_eq!(
        told(&many(1), Lang::Sv),
        "Toyregion Nord tog Marble i drift 34–37\u{a0}månader sent"
    );
    let mut silent = many(1);
    silent.procurements[0].milestones.clear();
    assert_eq!(told(&silent, Lang::En), "Toy Region North chose Marble");
}

#[test]
fn unlike_systems_are_not_told_as_one() {
    let mut dataset = many(5);
    dataset.procurements[3].product = Some("Slate".to_owned());
    let told = told(&dataset, Lang::Sv);
    assert_eq!(
        told,
        "Fem regioner valde journalsystem. Ingen av 5 driftstarter blev av när det först lovades."
    );
}

#[test]
fn what_nobody_has_in_use_is_told_so() {
    let mut dataset = used(3, "2023-10-09", "2023-10-12");
    let drop = dataset.procurements[1].milestones[0].schedule.unmet.clone();
    let first = &mut dataset.procurements[0].milestones[0].schedule;
    first.met = None;
    first.unmet = drop;
    assert!(told(&dataset, Lang::Sv).ends_with(" Alla har gett upp det."));
}

#[test]
fn who_is_no_region_is_told_as_a_buyer() {
    let mut dataset = used(3, "2023-10-09", "2023-10-12");
    dataset.procurements[2].residents = None;
    let told = told(&dataset, Lang::Sv);
    assert!(told.starts_with("Tre köpare skrev avtal om samma journalsystem."), "{told}");
}

#[test]
fn it_follows_the_day() {
    let edition = toy(Lang::Sv);
    let on = |year: i16| edition.as_of(Day::new(year, 6, 1).expect("a day")).site;
    let signed = edition.site.dataset.procurements.iter().filter_map(|one| one.contract.as_ref());
    let first = signed.map(|contract| contract.signed.range().first.ymd().0).min().expect("one");
    assert_eq!(headline(on(first - 1)), edition.site.t(utlovat::i18n::Key::OverviewTitle));
    assert_ne!(headline(on(first + 2)), headline(edition.site));
}

#[test]
fn the_front_page_begins_with_it() {
    for lang in Lang::ALL {
        let edition = toy(lang);
        let body = edition.body(Page::Overview);
        let (_, from) = body.split_once("<h1").expect("a heading");
        let (title, _) = from.split_once("</h1>").expect("its end");
        assert!(title.ends_with(&headline(edition.site)), "{title}");
        assert!(body.contains(&kicker(edition.site)), "and up to when it is known");
    }
}

proptest! {
    /// Whatever the facts and the day: something is said, and nothing of which the facts of that
    /// day do not tell.
    #[test]
    fn on_any_day_it_says_what_is_known(today in some_dataset(), (day, _) in two_days()) {
        holds(&today, day);
    }
}

/// What must be true of the headline of any data set on any day.
pub fn holds(today: &Dataset, day: Day) {
    let then = as_of(today, day);
    for lang in Lang::ALL {
        let site = Edition::new(today, lang).as_of(day).site;
        let (said, when) = (headline(site), kicker(site));
        assert!(!said.trim().is_empty() && !said.contains(['{', '}']), "{said} on {day}");
        let told: Vec<_> = then.followed().collect();
        let met: Vec<_> = told
            .iter()
            .filter_map(|one| one.headline()?.schedule.met.as_ref())
            .map(|met| met.date.range())
            .collect();
        let in_use = match lang {
            Lang::Sv => ["Det var i drift i ", "Det är ännu inte i drift", "regioner valde"],
            Lang::En => ["It was in use for ", "It is not yet in use", "regions chose"],
        };
        if said.contains(in_use[0]) {
            assert_eq!(met.len(), 1, "{said} on {day}");
            assert!(met[0].last <= day, "{said} on {day}");
        }
        if said.contains(in_use[1]) {
            assert!(met.is_empty(), "{said} on {day}");
        }
        if said.contains(in_use[2]) {
            let signed = told.iter().filter(|one| one.contract.is_some()).count();
            assert!(signed > 1, "{said} on {day}");
        }
        // The day that it is known up to is none of later.
        let later = day.ymd().0 + 1;
        assert!(
            (later..later + 30).all(|year| !when.contains(&year.to_string())),
            "{when} on {day}"
        );
    }
}
