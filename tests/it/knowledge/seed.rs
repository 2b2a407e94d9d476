//! The real facts on days of which we know what the public knew.

use super::day;
use super::told::{facts, told};
use crate::project::{REAL, procurement};
use std::sync::Arc;
use utlovat::analysis::knowledge::{as_of, known_on};
use utlovat::analysis::slippage::Slippage;
use utlovat::analysis::{compare, knowledge};
use utlovat::model::{Dataset, PartialDate, Procurement};

fn of<'a>(dataset: &'a Dataset, id: &str) -> &'a Procurement {
    dataset.procurement(id).expect("it keeps its place")
}

#[test]
fn a_vague_plan_is_known_when_its_article_came_out() {
    let mut today = REAL.clone();
    let date = |text| PartialDate::parse(text).expect("a date");
    let source = today.procurements[0].events[0].sources[0];
    let mut published = |text| {
        Arc::make_mut(&mut today.sources)[usize::from(source.0)].published = Some(date(text));
        known_on(date("2022"), &[source], &today)
    };
    assert_eq!(published("2022-05-20"), day("2022-05-20"));
    // A text from before the year proves nothing, and one from after it is later than it.
    assert_eq!(published("2021-12-30"), day("2022-12-31"));
    assert_eq!(published("2023-02"), day("2022-12-31"));
}

#[test]
fn in_june_2022_nobody_knew_what_came_after() {
    let then = as_of(&REAL, day("2022-06-01"));
    let vgr = of(&then, "vgr-millennium");
    assert!(!vgr.events.is_empty());
    facts(vgr, &mut |date, _, line| {
        assert!(date.range().first <= day("2022-06-01"), "{line} {date}");
    });
    let first = vgr.first_go_live().expect("the first go-live had been promised");
    assert_eq!(first.schedule.latest().promised.to_string(), "2024-autumn");
    assert_eq!((&first.schedule.met, &vgr.standing, &vgr.summary), (&None, &None, &None));
    assert!(vgr.unknowns.is_empty());
}

#[test]
fn a_party_has_the_name_that_it_had() {
    let name = |text: &str| {
        let then = as_of(&REAL, day(text));
        let supplier = of(&then, "vgr-millennium").supplier.expect("the contract was signed");
        let party = then.party(supplier);
        format!("{} {}", party.name.en, party.former.len())
    };
    // "June 2022": on the first of June nobody can be sure that the new name was there.
    assert_eq!(name("2022-06-01"), "Cerner 0");
    assert_eq!(name("2022-06-30"), "Oracle Health 1");
}

#[test]
fn aster_had_ended() {
    let then = as_of(&REAL, day("2022-06-01"));
    let aster = of(&then, "aster-millennium");
    assert!(aster.standing.is_some());
    let first = aster.first_go_live().expect("its first go-live had been promised");
    let on = PartialDate::parse("2021-10-15").expect("a date");
    assert_eq!(first.schedule.dropped(), Some(on));
    let slip = compare::summary(aster).slip;
    assert!(matches!(slip, Some(Slippage::Dropped { .. })), "{slip:?}");
}

#[test]
fn skane_had_the_suppliers_proposal_until_there_was_another_date() {
    let latest = |text: &str| {
        let then = as_of(&REAL, day(text));
        let skane = of(&then, "skane-millennium");
        let schedule = &skane.first_go_live().expect("it had been promised").schedule;
        let latest = schedule.latest();
        let plan = &skane.plans[usize::from(latest.plan.0)];
        format!("{:?} {}", plan.form, latest.promised)
    };
    assert_eq!(latest("2022-05-31"), "Proposal 2025-04");
    assert_eq!(latest("2023-02-27"), "Proposal 2025-04");
    assert_eq!(latest("2025-05-30"), "Decision 2025-autumn");
}

#[test]
fn another_milestone_never_takes_the_place_of_the_first_go_live() {
    // In 2017 Västra Götaland had promised to choose a supplier, and no go-live.
    let then = as_of(&REAL, day("2017-06-01"));
    let vgr = of(&then, "vgr-millennium");
    assert!(!vgr.milestones.is_empty());
    assert!(vgr.first_go_live().is_none());
    assert_eq!((vgr.supplier, &vgr.product), (None, &None));
    assert_eq!(compare::summary(vgr).slip, None);
}

#[test]
fn before_it_all_nothing_was_known() {
    let then = as_of(&REAL, day("2000-01-01"));
    assert!(told(&then).is_empty());
    assert!(then.procurements.iter().all(Procurement::is_empty));
    assert_eq!(then.procurements.len(), REAL.procurements.len());
}

#[test]
fn a_slider_has_stops_and_each_is_the_day_of_something() {
    let days = knowledge::days(&REAL);
    assert!(days.len() > 50, "{}", days.len());
    assert!(days.iter().all(|day| *day <= REAL.reviewed));
    let vgr = knowledge::days_of(&REAL, procurement(&REAL, "vgr-millennium"));
    assert!(vgr.iter().all(|day| days.contains(day)));
    println!("{} stops, {} of them of Västra Götaland", days.len(), vgr.len());
}
