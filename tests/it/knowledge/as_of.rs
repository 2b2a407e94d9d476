//! What was known on a day, and nothing that became known later.

use super::rewritten::{some_dataset, two_days};
use super::told::{facts, public, told, wordings};
use crate::project::{COMPARED, TOY};
use crate::slips::{last_told, walked};
use proptest::prelude::*;
use std::collections::BTreeSet;
use utlovat::analysis::knowledge::{
    as_of, days, horizon, known_sources, known_through, source_is_known,
};
use utlovat::analysis::slippage::slippage;
use utlovat::data::publish::edition;
use utlovat::model::{Dataset, Day, Lang, SourceRef};
use utlovat::open_data::v1;

/// The lines of all facts with a date that a data set tells, and those that `keep` leaves.
fn dated(dataset: &Dataset, keep: impl Fn(&str, bool) -> bool, day: Day) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for one in &dataset.procurements {
        let milestones = promised(dataset, one.id.as_str(), day);
        let claims = raised(one, dataset, day);
        facts(one, &mut |date, sources, line| {
            let known = public(date, sources, dataset, day);
            // What happened to a milestone is told of one that had been promised.
            let words: Vec<&str> = line.split(' ').collect();
            let hidden = match words[0] {
                "met" | "dropped" | "told-until" => !milestones.contains(words[1]),
                // Its parts are told of a claim that had been raised.
                "demand" | "loss" | "received" => !claims.contains(words[1]),
                _ => false,
            };
            if keep(&line, known && !hidden) {
                lines.insert(format!("{} {line}", one.id));
            }
        });
    }
    lines
}

/// The milestones that some plan had promised in public.
fn promised(dataset: &Dataset, id: &str, day: Day) -> BTreeSet<String> {
    let one = dataset.procurement(id).expect("it");
    let known = |plan: utlovat::model::PlanRef| {
        let plan = &one.plans[usize::from(plan.0)];
        match plan.public {
            Some(by) => public(by, &[], dataset, day),
            None => public(plan.announced, &plan.sources, dataset, day),
        }
    };
    let has = |it: &&utlovat::model::Milestone| it.schedule.baselines().any(|b| known(b.plan));
    one.milestones.iter().filter(has).map(|milestone| milestone.id.to_string()).collect()
}

/// The claims of which some step was public.
fn raised(one: &utlovat::model::Procurement, dataset: &Dataset, day: Day) -> BTreeSet<String> {
    let mut raised = BTreeSet::new();
    facts(one, &mut |date, sources, line| {
        let words: Vec<&str> = line.split(' ').collect();
        if words[0] == "step" && public(date, sources, dataset, day) {
            raised.insert(words[1].to_owned());
        }
    });
    raised
}

/// Whether every dated one of these sources was out.
fn out(today: &Dataset, sources: &[SourceRef], day: Day) -> bool {
    sources
        .iter()
        .map(|it| today.source(*it))
        .all(|it| it.published.is_none() || source_is_known(it, day) || day >= today.reviewed)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..Default::default() })]

    #[test]
    fn it_tells_all_that_was_public_and_nothing_else(today in some_dataset(), (day, _) in two_days()) {
        let then = as_of(&today, day);
        let found = dated(&then, |_, _| true, day);
        let expected = dated(&today, |_, known| known, day);
        prop_assert_eq!(found, expected);
        prop_assert_eq!(then.reviewed, day.min(today.reviewed));
        for (one, now) in then.procurements.iter().zip(&today.procurements) {
            prop_assert_eq!(&one.id, &now.id);
            prop_assert!(one.reviewed <= day);
            prop_assert!(known_through(one).range().first <= day);
            // What was written today waits for what it rests on.
            if let Some(standing) = &one.standing {
                prop_assert!(public(standing.since, &standing.sources, &today, day));
                prop_assert!(out(&today, &standing.sources, day));
            }
            let mut early = vec![];
            wordings(one, &mut |sources, line| {
                if !out(&today, sources, day) {
                    early.push(line);
                }
            });
            prop_assert!(early.is_empty(), "{early:?}");
            for unmet in one.milestones.iter().filter_map(|it| it.schedule.unmet.as_ref()) {
                let told = unmet.dropped.or(unmet.told_until);
                prop_assert!(told.is_some() || unmet.note.is_some());
            }
            for claim in &one.claims {
                let all = now.claims.iter().find(|it| it.id == claim.id).map(|it| it.steps.len());
                let ended = Some(claim.steps.len()) == all;
                prop_assert!(ended || claim.outcome.is_none());
            }
            let counts = |it: &utlovat::model::Procurement| {
                [it.events.len(), it.plans.len(), it.costs.len(), it.statements.len(),
                 it.claims.iter().map(|claim| claim.steps.len()).sum(),
                 it.milestones.len(), it.disagreements.len()]
            };
            if one.summary.is_some() || !one.unknowns.is_empty() {
                prop_assert_eq!(counts(one), counts(now));
                prop_assert!(one.standing.is_some());
            }
            prop_assert!(!one.is_empty() || one.programmes.is_empty());
        }
    }

    #[test]
    fn a_later_day_tells_no_less(today in some_dataset(), (early, late) in two_days()) {
        let (early, late) = (told(&as_of(&today, early)), told(&as_of(&today, late)));
        let lost: Vec<&String> = early.difference(&late).collect();
        prop_assert!(lost.is_empty(), "{lost:?}");
    }

    #[test]
    fn looking_back_from_an_earlier_day_shows_the_same(
        today in some_dataset(), (early, late) in two_days(),
    ) {
        prop_assert_eq!(as_of(&as_of(&today, late), early), as_of(&today, early));
    }

    #[test]
    fn nothing_becomes_known_between_two_of_its_days(today in some_dataset(), (day, _) in two_days()) {
        let stops = days(&today);
        prop_assert!(stops.is_sorted_by(|a, b| a < b));
        let mut last = stops.iter().rev().find(|stop| **stop <= day).map(|stop| as_of(&today, *stop));
        if let Some(last) = &mut last {
            let mut then = as_of(&today, day);
            (last.reviewed, then.reviewed) = (day, day);
            for one in last.procurements.iter_mut().chain(&mut then.procurements) {
                one.reviewed = day;
            }
            prop_assert_eq!(last, &then);
        } else {
            prop_assert_eq!(told(&as_of(&today, day)), BTreeSet::new());
        }
    }

    #[test]
    fn its_references_hold_and_it_can_be_published(today in some_dataset(), (day, _) in two_days()) {
        let then = as_of(&today, day);
        let _ = v1::to_json(&v1::v1(&then, "/"));
        prop_assert_eq!(edition(&then, Lang::En).procurements, as_of(&edition(&today, Lang::En), day).procurements);
        for one in &then.procurements {
            prop_assert!(one.milestones.iter().filter(|it| it.headline).count() <= 1);
            one.each_source(&mut |source| {
                then.source(source);
            });
        }
        let known = known_sources(&today, &then);
        for source in &known {
            let published = today.source(*source).published;
            prop_assert!(published.is_none_or(|it| it.range().last <= day || day >= today.reviewed));
        }
    }

    #[test]
    fn its_slips_are_those_that_a_calendar_gives(today in some_dataset(), (day, _) in two_days()) {
        for one in &as_of(&today, day).procurements {
            for milestone in &one.milestones {
                let schedule = &milestone.schedule;
                let slip = slippage(&schedule.original, schedule, horizon(one, milestone));
                let known = last_told(one, milestone);
                prop_assert_eq!(slip, walked(schedule.original.promised, schedule, known, one.reviewed));
            }
        }
    }
}

/// Every day that ends the window of a source or of a fact, and is none of the data set's days,
/// told nothing that the day before had not.
pub fn nothing_new_but_on_its_days(today: &Dataset) {
    let stops = days(today);
    let mut ends: BTreeSet<Day> = BTreeSet::new();
    ends.extend(today.sources.iter().filter_map(|it| Some(it.published?.range().last)));
    for one in &today.procurements {
        facts(one, &mut |date, _, _| ends.extend([date.range().first, date.range().last]));
    }
    for end in ends.into_iter().filter(|end| !stops.contains(end) && *end < today.reviewed) {
        let (before, after) = (told(&as_of(today, Day(end.0 - 1))), told(&as_of(today, end)));
        let new: Vec<&String> = after.difference(&before).collect();
        assert!(new.is_empty(), "{end} is none of the days, and tells {new:?}");
    }
}

#[test]
fn every_day_that_tells_something_new_is_one_of_its_days() {
    nothing_new_but_on_its_days(&COMPARED);
    nothing_new_but_on_its_days(&TOY);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..Default::default() })]

    #[test]
    fn every_such_day_of_other_dates_is_too(today in some_dataset()) {
        nothing_new_but_on_its_days(&today);
    }
}

#[test]
fn on_the_day_of_the_review_it_is_the_data_set_itself() {
    the_day_of_the_review_is_today(&TOY);
}

/// Looking back to the day of the review, or to a later one, changes nothing.
pub fn the_day_of_the_review_is_today(today: &Dataset) {
    for day in [today.reviewed, Day(today.reviewed.0 + 400)] {
        assert_eq!(as_of(today, day), *today);
    }
    assert_eq!(known_sources(today, today).len(), today.sources.len());
}
