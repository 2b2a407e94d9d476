//! A procurement in chapters: every mark leads to a source and every source back to a fact.

use super::markup::{all, parsed};
use super::pages::Edition;
use super::project::COMPARED;
use scraper::{ElementRef, Selector};
use std::collections::BTreeSet;
use utlovat::analysis::knowledge::days;
use utlovat::chart::slip;
use utlovat::chart::stages::stages;
use utlovat::model::{Dataset, Lang, Milestone, SourceRef};
use utlovat::route::Page;

/// Whether the marks of a data set's procurements and their numbered lists lead to each other,
/// and each source stands once.
pub fn marks_lead_to_sources_and_back(dataset: &Dataset) {
    for lang in Lang::ALL {
        let edition = Edition::new(dataset, lang);
        for one in &dataset.procurements {
            let html = parsed(&edition.body(Page::Procurement(one.id.clone())));
            let places: BTreeSet<&str> =
                all(&html, "[id]").into_iter().filter_map(|it| it.attr("id")).collect();
            let there = |link: &ElementRef| {
                let href = link.attr("href").unwrap_or_default();
                assert!(places.contains(href.trim_start_matches('#')), "{}: {href}", one.id);
            };
            all(&html, "a.ref, a.back, nav.chapters a").iter().for_each(there);
            let mut used: BTreeSet<SourceRef> = BTreeSet::new();
            one.each_source(&mut |source| {
                used.insert(source);
            });
            let listed: Vec<&str> = all(&html, ".numbered li li > a[href^=http]")
                .into_iter()
                .filter_map(|it| it.attr("href"))
                .collect();
            let wanted: Vec<&str> =
                used.iter().map(|source| dataset.source(*source).url.as_str()).collect();
            assert_eq!(listed, wanted, "{}", one.id);
            // A mark says the number under which its source stands.
            for mark in all(&html, "a.ref") {
                let number: String = mark.text().collect();
                assert_eq!(mark.attr("href"), Some(format!("#s{number}").as_str()));
            }
        }
    }
}

#[test]
fn every_mark_leads_to_its_source_and_the_list_leads_back() {
    marks_lead_to_sources_and_back(&COMPARED);
}

#[test]
fn every_fact_of_a_chapter_has_its_mark_on_any_day() {
    let days = days(&COMPARED);
    for day in [days[days.len() / 3], days[days.len() - 1]] {
        let edition = Edition::new(&COMPARED, Lang::Sv).as_of(day);
        for one in edition.site.dataset.procurements.iter().filter(|one| !one.is_empty()) {
            let html = parsed(&edition.body(Page::Procurement(one.id.clone())));
            let facts =
                all(&html, ".events > li, .disagreements > li, .plans > li > p:first-child");
            let events = all(&html, "#events .events > li").len();
            assert_eq!(events, one.events.len(), "{} on {day}", one.id);
            for fact in facts {
                let mark = Selector::parse("a.ref").expect("a selector");
                let words: String = fact.text().collect();
                assert!(fact.select(&mark).next().is_some(), "{}: {words}", one.id);
            }
        }
    }
}

#[test]
fn a_page_begins_with_three_figures_and_each_leads_on() {
    for lang in Lang::ALL {
        let edition = Edition::new(&COMPARED, lang);
        for one in COMPARED.procurements.iter().filter(|one| !one.is_empty()) {
            let html = parsed(&edition.body(Page::Procurement(one.id.clone())));
            let count = all(&html, ".key-figures > div").len();
            // Of a procurement of which next to nothing is told there may be fewer.
            let told = one.contract.is_some() || !one.claims.is_empty() || !one.plans.is_empty();
            assert!(
                if told { count == 3 } else { (1..=3).contains(&count) },
                "{}: {count}",
                one.id
            );
            for figure in all(&html, ".key-figures > div") {
                let link = Selector::parse("a[href^='#']").expect("a selector");
                assert!(figure.select(&link).next().is_some(), "{}", one.id);
            }
        }
    }
}

#[test]
fn stages_that_slipped_stand_first_and_every_promise_is_drawn() {
    for one in &COMPARED.procurements {
        let others: Vec<&Milestone> = one.other_milestones().collect();
        let years = slip::years(one.milestones.iter().map(|milestone| (one, milestone)));
        let drawing = stages(one, &others, years);
        let late: Vec<bool> = drawing.rows.iter().map(|row| row.slip.is_some()).collect();
        assert!(late.is_sorted_by(|a, b| a >= b), "{}: {late:?}", one.id);
        let mut drawn: Vec<usize> = drawing.rows.iter().map(|row| row.at).collect();
        drawn.sort_unstable();
        assert_eq!(drawn, (0..others.len()).collect::<Vec<_>>());
        for row in &drawing.rows {
            assert_eq!(row.rungs.len(), others[row.at].schedule.baselines().count());
            assert!(row.rungs.iter().all(|rung| rung.y < row.end_y) && row.end_y < row.height);
        }
    }
}
