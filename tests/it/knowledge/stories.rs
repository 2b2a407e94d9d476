//! The toy facts on days of which we know what their public knew.

use super::day;
use super::told::{facts, told};
use crate::project::{TOY, procurement};
use std::sync::Arc;
use utlovat::analysis::knowledge::{as_of, known_on};
use utlovat::analysis::slippage::Slippage;
use utlovat::analysis::{compare, knowledge};
use utlovat::model::{PartialDate, Procurement};

#[test]
fn a_vague_plan_is_known_when_its_article_came_out() {
    let mut today = TOY.clone();
    let date = |text| PartialDate::parse(text).expect("a date");
    let source = today.procurements[0].events[0].sources[0];
    let mut published = |text| {
        Arc::make_mut(&mut today.sources)[source.at()].published = Some(date(text));
        known_on(date("2022"), &[source], &today)
    };
    assert_eq!(published("2022-05-20"), day("2022-05-20"));
    // A text from before the year proves nothing, and one from after it is later than it.
    assert_eq!(published("2021-12-30"), day("2022-12-31"));
    assert_eq!(published("2023-02"), day("2022-12-31"));
}

#[test]
fn in_june_2022_nobody_knew_what_came_after() {
    let then = as_of(&TOY, day("2022-06-01"));
    let north = procurement(&then, "toy-north");
    assert!(!north.events.is_empty());
    facts(north, &mut |date, _, line| {
        assert!(date.range().first <= day("2022-06-01"), "{line} {date}");
    });
    let first = north.headline().expect("the first go-live had been promised");
    assert_eq!(first.schedule.latest().promised.to_string(), "2022-h1");
    assert_eq!((&first.schedule.met, &north.standing, &north.summary), (&None, &None, &None));
    assert!(north.unknowns.is_empty());
}

#[test]
fn a_party_has_the_name_that_it_had() {
    let name = |text: &str| {
        let then = as_of(&TOY, day(text));
        let supplier = procurement(&then, "toy-north").supplier.expect("the contract was signed");
        let party = then.party(supplier);
        format!("{} {}", party.name.en, party.former.len())
    };
    // "June 2021": only at the end of the month can anybody be sure that the new name was there.
    assert_eq!(name("2020-06-01"), "Tinker 0");
    assert_eq!(name("2021-06-30"), "Toymaker Health 1");
}

#[test]
fn what_had_been_given_up_had_ended() {
    let slip = |text: &str| {
        let then = as_of(&TOY, day(text));
        let south = procurement(&then, "toy-south");
        let first = south.headline().expect("its first go-live had been promised");
        (first.schedule.dropped(), compare::summary(south).slip, south.standing.is_some())
    };
    let on = PartialDate::parse("2023-11-15").expect("a date");
    let (dropped, slipped, standing) = slip("2023-11-15");
    assert_eq!((dropped, standing), (Some(on), true));
    assert!(matches!(slipped, Some(Slippage::Dropped { .. })), "{slipped:?}");
    let (dropped, slipped, standing) = slip("2023-11-14");
    assert_eq!((dropped, standing), (None, false));
    assert!(matches!(slipped, Some(Slippage::Overdue { .. })), "{slipped:?}");
}

#[test]
fn a_promise_holds_until_there_is_another() {
    let latest = |text: &str| {
        let then = as_of(&TOY, day(text));
        let north = procurement(&then, "toy-north");
        let latest = north.headline().expect("it had been promised").schedule.latest();
        let plan = &north.plans[usize::from(latest.plan.0)];
        format!("{:?} {}", plan.form, latest.promised)
    };
    assert_eq!(latest("2020-05-03"), "Contract 2020-autumn");
    assert_eq!(latest("2020-05-04"), "Decision 2022-h1");
    assert_eq!(latest("2022-06-30"), "Proposal 2023-05");
}

#[test]
fn another_milestone_never_takes_the_place_of_the_headline() {
    // Without the contract's promise nobody had promised a go-live before May 2020.
    let mut today = TOY.clone();
    let schedule = &mut today.procurements[0].milestones[0].schedule;
    schedule.original = schedule.rebaselines.remove(0);
    let then = as_of(&today, day("2019-06-01"));
    let north = procurement(&then, "toy-north");
    assert!(!north.milestones.is_empty());
    assert!(north.headline().is_none());
    assert_eq!(compare::summary(north).slip, None);
}

#[test]
fn before_it_all_nothing_was_known() {
    let then = as_of(&TOY, day("2000-01-01"));
    assert!(told(&then).is_empty());
    assert!(then.procurements.iter().all(Procurement::is_empty));
    assert_eq!(then.procurements.len(), TOY.procurements.len());
}

#[test]
fn a_slider_has_stops_and_each_is_the_day_of_something() {
    let days = knowledge::days(&TOY);
    assert!(days.len() > 10, "{}", days.len());
    assert!(days.iter().all(|day| *day <= TOY.reviewed));
    let north = knowledge::days_of(&TOY, &TOY.procurements[0]);
    assert!(!north.is_empty() && north.iter().all(|day| days.contains(day)));
}
