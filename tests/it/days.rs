//! Pages as they would have been on an earlier day.

use crate::pages::Edition;
use crate::project::REAL;
use std::sync::LazyLock;
use utlovat::analysis::knowledge::{self, Change};
use utlovat::model::{Day, Lang};
use utlovat::route::Page;

static TODAY: LazyLock<Edition> = LazyLock::new(|| Edition::new(&REAL, Lang::Sv));

fn day(year: i16, month: u8, day: u8) -> Day {
    Day::new(year, month, day).expect("a day")
}

/// Every page that shows facts of more than one kind.
fn pages() -> Vec<Page> {
    let mut pages = vec![
        Page::Overview,
        Page::Timeline,
        Page::Claims,
        Page::Compare,
        Page::Regions,
        Page::Sources,
    ];
    pages.extend([Page::Search, Page::Register]);
    pages.extend(REAL.procurements.iter().map(|one| Page::Procurement(one.id.clone())));
    pages
}

#[test]
fn no_page_tells_what_became_known_later() {
    for then in [day(2018, 6, 1), day(2022, 6, 1), day(2024, 2, 29), day(2024, 11, 14)] {
        let edition = TODAY.as_of(then);
        let bodies: Vec<String> = pages().into_iter().map(|page| edition.body(page)).collect();
        let mut later = vec![];
        for change in knowledge::changes(&REAL, then, REAL.reviewed) {
            let known = change.known();
            let procurement = &REAL.procurements[usize::from(known.procurement.0)];
            match change {
                Change::Event(_) => {
                    let found = procurement.events.iter().find(|one| one.id == known.id);
                    later.push(format!("/{}/handelse/{}/", procurement.id, found.expect("it").id));
                }
                Change::Claim(_) => later.push(format!("/{}/krav/{}/", procurement.id, known.id)),
                Change::Plan { .. } => {
                    later.push(format!("/upphandling/{}/#{}\"", procurement.id, known.id));
                }
                _ => {}
            }
        }
        assert!(later.len() > 20);
        for link in later {
            for (body, page) in bodies.iter().zip(pages()) {
                assert!(!body.contains(&link), "{page:?} on {then:?} tells of {link}");
            }
        }
    }
}

#[test]
fn before_the_first_fact_every_page_says_when_it_came() {
    let edition = TODAY.as_of(day(1900, 1, 1));
    for page in pages() {
        let body = edition.body(page.clone());
        assert!(body.contains("Inget var känt den dagen"), "{page:?}");
        assert!(!body.contains("<svg"), "{page:?} draws nothing");
    }
}

#[test]
fn a_procurement_that_nothing_was_known_of_says_so() {
    let edition = TODAY.as_of(day(2010, 6, 1));
    let skane = REAL.procurements.iter().find(|one| one.id.as_str() == "skane-millennium");
    let page = Page::Procurement(skane.expect("Skåne").id.clone());
    let body = edition.body(page);
    assert!(body.contains("Inget var känt den dagen. Det första blev känt"), "{body}");
    assert!(!body.contains("<svg"));
}

#[test]
fn a_fact_of_later_is_said_to_be_one() {
    let edition = TODAY.as_of(day(2022, 6, 1));
    let vgr = REAL.procurements.iter().find(|one| one.id.as_str() == "vgr-millennium");
    let vgr = vgr.expect("Västra Götaland");
    let later = vgr.events.last().expect("an event");
    let body = edition.body(Page::Event(vgr.id.clone(), later.id.clone()));
    assert!(body.contains("Det här blev känt senare"), "{body}");
    assert!(!body.contains(&*later.title.sv));
}

#[test]
fn the_supplier_has_the_name_of_the_day() {
    let names = |then: Day| {
        let body = TODAY.as_of(then).body(Page::Overview);
        (body.contains("Cerner"), body.contains("Oracle Health"))
    };
    assert_eq!(names(day(2022, 6, 1)), (true, false));
    assert_eq!(names(day(2022, 7, 1)), (true, true));
}

#[test]
fn what_became_known_since_a_day_is_listed() {
    let body = TODAY.body(Page::Changes);
    let from = Day(REAL.reviewed.0 - 365);
    let followed =
        |change: &&Change| !REAL.procurements[usize::from(change.known().procurement.0)].comparator;
    let changes = knowledge::changes(&REAL, from, REAL.reviewed);
    let count = changes.iter().filter(followed).count();
    assert!(body.contains(&format!("{count} uppgifter blev kända")), "{count}");
    assert_eq!(body.matches("<li><span class=\"tag\">").count(), count);
}
