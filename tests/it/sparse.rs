//! Pages of procurements of which little is known: comparators, and facts of an earlier day.

use super::heads::bodies;
use super::pages::Edition;
use super::project::{COMPARED, TOY};
use utlovat::analysis::knowledge::as_of;
use utlovat::model::{Dataset, Day, Lang, PartialDate};
use utlovat::route::{Address, Page};

/// The toy facts with a first procurement that lacks all it may lack.
fn sparse() -> Dataset {
    let mut dataset = TOY.clone();
    let north = &mut dataset.procurements[0];
    north.comparator = true;
    north.supplier = None;
    north.product = None;
    north.programmes.clear();
    (north.summary, north.scope, north.replaces) = (None, None, None);
    north.summary_sources.clear();
    north.scope_sources.clear();
    north.replaces_sources.clear();
    (north.standing, north.residents, north.contract) = (None, None, None);
    north.milestones.clear();
    north.plans.clear();
    north.events.clear();
    north.costs.clear();
    north.statements.clear();
    north.unknowns.clear();
    north.disagreements.clear();
    north.claims.truncate(1);
    north.claims[0].outcome = None;
    dataset
}

#[test]
fn what_is_missing_leaves_no_empty_row_behind() {
    for lang in Lang::ALL {
        reads_whole(&sparse(), lang);
    }
}

#[test]
fn the_facts_of_an_earlier_day_read_whole() {
    for year in [2000, 2015, 2017, 2018, 2020, 2022, 2025] {
        let day = Day::new(year, 6, 1).expect("a day");
        reads_whole(&as_of(&COMPARED, day), Lang::Sv);
        reads_whole(&as_of(&TOY, day), Lang::En);
    }
}

fn reads_whole(dataset: &Dataset, lang: Lang) {
    read_whole(&bodies(&Edition::new(dataset, lang), |_| true));
}

/// Every page has something in each of its rows, and each of its anchors.
pub fn read_whole(pages: &[(Address, String)]) {
    for (address, html) in pages {
        for empty in ["<dd></dd>", "<td></td>", "<p></p>", "<strong></strong>"] {
            assert!(!html.contains(empty), "{address} has {empty}");
        }
        for anchor in html.split("href=\"#").skip(1).filter_map(|it| it.split('"').next()) {
            let found = html.contains(&format!("id=\"{anchor}\"")) || anchor == "content";
            assert!(found, "{address} leads to #{anchor}, which is not there");
        }
    }
}

#[test]
fn a_comparator_is_offered_and_not_shown() {
    let edition = Edition::new(&sparse(), Lang::Sv);
    let names = |page: Page| {
        let html = edition.body(page);
        let chips = html.matches("class=\"chip\"").count();
        (chips > 0, html.matches("Toyregion Nord").count(), html.contains("Toyregion Syd"))
    };
    assert_eq!(names(Page::Overview), (false, 0, true));
    // Its button, and nothing else; where there is something to compare, the way to it too.
    for (page, count) in [(Page::Timeline, 1), (Page::Claims, 1), (Page::Compare, 2)] {
        assert_eq!(names(page.clone()), (true, count, true), "{page:?}");
    }
}

#[test]
fn what_is_not_shown_does_not_widen_the_timeline() {
    let axis = |dataset: &Dataset, page: Page| {
        let html = Edition::new(dataset, Lang::Sv).body(page);
        html.contains(">1990</text>")
    };
    let mut dataset = sparse();
    let north = TOY.procurements[0].id.clone();
    let mut old = TOY.procurements[0].events[0].clone();
    old.date = PartialDate::Year(1990);
    dataset.procurements[0].events.push(old);
    assert!(!axis(&dataset, Page::Timeline));
    assert!(axis(&dataset, Page::Procurement(north)));
    dataset.procurements[0].comparator = false;
    assert!(axis(&dataset, Page::Timeline));
}
