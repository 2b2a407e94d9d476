//! Pages as they would have been on an earlier day.

use crate::pages::Edition;
use crate::project::TOY;
use std::sync::{Arc, LazyLock};
use utlovat::analysis::knowledge::{self, Change, as_of};
use utlovat::model::{Dataset, Day, Lang, PartialDate};
use utlovat::route::Page;

static TODAY: LazyLock<Edition> = LazyLock::new(|| Edition::new(&TOY, Lang::Sv));

fn day(year: i16, month: u8, day: u8) -> Day {
    Day::new(year, month, day).expect("a day")
}

/// Every page that shows facts of more than one kind.
fn pages(dataset: &Dataset) -> Vec<Page> {
    let mut pages = vec![
        Page::Overview,
        Page::Timeline,
        Page::Claims,
        Page::Compare,
        Page::Regions,
        Page::Sources,
    ];
    pages.extend([Page::Search, Page::Register]);
    pages.extend(dataset.procurements.iter().map(|one| Page::Procurement(one.id.clone())));
    pages
}

#[test]
fn no_page_tells_what_became_known_later() {
    let mut links = 0;
    for then in [day(2018, 6, 1), day(2021, 6, 1), day(2022, 6, 1), day(2023, 10, 20)] {
        links += no_page_links_to_what_is_later(&TODAY, then);
    }
    assert!(links > 20, "{links}");
}

/// On an earlier day no page leads to a fact that became known after it. Gives back how many
/// such facts there are.
pub fn no_page_links_to_what_is_later(today: &Edition, then: Day) -> usize {
    let dataset = today.site.today;
    let edition = today.as_of(then);
    let bodies: Vec<(Page, String)> =
        pages(dataset).into_iter().map(|page| (page.clone(), edition.body(page))).collect();
    let mut later = vec![];
    for change in knowledge::changes(dataset, then, dataset.reviewed) {
        let known = change.known();
        let id = &dataset.procurement_at(known.procurement).id;
        match change {
            Change::Event(_) => later.push(format!("/{id}/handelse/{}/", known.id)),
            Change::Claim(_) => later.push(format!("/{id}/krav/{}/", known.id)),
            Change::Plan { .. } => later.push(format!("/upphandling/{id}/#{}\"", known.id)),
            _ => {}
        }
    }
    for link in &later {
        for (page, body) in &bodies {
            assert!(!body.contains(link), "{page:?} on {then} tells of {link}");
        }
    }
    later.len()
}

#[test]
fn before_the_first_fact_every_page_says_when_it_came() {
    let edition = TODAY.as_of(day(1900, 1, 1));
    for page in pages(&TOY) {
        let body = edition.body(page.clone());
        assert!(body.contains("Inget var känt den dagen"), "{page:?}");
        assert!(draws_nothing(&body), "{page:?} draws nothing");
    }
}

#[test]
fn a_procurement_that_nothing_was_known_of_says_so() {
    let edition = TODAY.as_of(day(2018, 5, 1));
    let body = edition.body(Page::Procurement(TOY.procurements[1].id.clone()));
    assert!(body.contains("Inget var känt den dagen. Det första blev känt"), "{body}");
    assert!(draws_nothing(&body));
}

/// Whether there is no drawing of facts in a page: the bar of days stands outside of it.
fn draws_nothing(body: &str) -> bool {
    body.split_once("<main").is_some_and(|(_, main)| !main.contains("<svg"))
}

#[test]
fn a_fact_of_later_is_said_to_be_one() {
    let edition = TODAY.as_of(day(2022, 6, 1));
    let north = &TOY.procurements[0];
    let later = north.events.last().expect("an event");
    let body = edition.body(Page::Event(north.id.clone(), later.id.clone()));
    assert!(body.contains("Det här blev känt senare"), "{body}");
    assert!(!body.contains(&*later.title.sv));
}

#[test]
fn the_supplier_has_the_name_of_the_day() {
    let names = |then: Day| {
        let page = Page::Procurement(TOY.procurements[0].id.clone());
        let body = TODAY.as_of(then).body(page);
        (body.contains("Tinker"), body.contains("Toymaker Health"))
    };
    assert_eq!(names(day(2020, 6, 1)), (true, false));
    assert_eq!(names(day(2021, 7, 1)), (true, true));
}

#[test]
fn what_became_known_since_a_day_is_listed() {
    // A year before this review the supplier had just paid for its delay.
    let mut dataset = TOY.clone();
    dataset.reviewed = day(2023, 3, 1);
    dataset.procurements.iter_mut().for_each(|one| one.reviewed = dataset.reviewed);
    let body = Edition::new(&as_of(&dataset, dataset.reviewed), Lang::Sv).body(Page::Changes);
    let from = Day(dataset.reviewed.0 - 365);
    let count = knowledge::changes(&dataset, from, dataset.reviewed).len();
    assert!(count > 2, "{count}");
    assert!(body.contains(&format!("{count} uppgifter blev kända")), "{count}");
    assert_eq!(body.matches("<li><span class=\"tag\">").count(), count);
}

#[test]
fn a_fact_that_is_told_later_than_it_counts_as_known_says_so() {
    let north = &TOY.procurements[0];
    let line = "Räknas som känt från den 9 oktober 2023. Vår äldsta daterade källa är från den 12 oktober 2023.";
    let body = |published: &str| {
        let mut dataset = TOY.clone();
        let source = north.events[4].sources[0].at();
        Arc::make_mut(&mut dataset.sources)[source].published = PartialDate::parse(published).ok();
        let edition = Edition::new(&dataset, Lang::Sv);
        edition.body(Page::Event(north.id.clone(), north.events[4].id.clone()))
    };
    assert!(body("2023-10-12").contains(line), "{}", body("2023-10-12"));
    assert!(!body("2023-10-09").contains("Räknas som känt"), "the paper of the same day told it");
}

#[test]
fn a_reader_sees_up_to_when_each_procurement_is_known() {
    let known = |edition: &Edition, page: Page| {
        let body = edition.body(page);
        // A line in each drawing says it again.
        let said = |words: &str| body.matches(words).count();
        said("Känt till och med")
            - said("<title>Känt till och med")
            - said("<text class=\"known-to\"")
    };
    let followed = TOY.followed().count();
    assert_eq!(known(&TODAY, Page::Overview), followed);
    for one in &TOY.procurements {
        assert_eq!(known(&TODAY, Page::Procurement(one.id.clone())), 1, "{}", one.id);
    }
    // Nothing is known of a procurement up to a day before its first fact.
    assert_eq!(known(&TODAY.as_of(day(2010, 6, 1)), Page::Overview), 0);
    let body = TODAY.as_of(day(2019, 1, 1)).body(Page::Procurement(TOY.procurements[0].id.clone()));
    assert!(body.contains("Känt till och med 15 juni 2018"), "{body}");
}
