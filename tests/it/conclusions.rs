//! What an edit of the facts does: the conclusions that it changes, and why.

use super::knowledge::rewritten::some_dataset;
use super::project::{COMPARED, TOY};
use proptest::prelude::*;
use std::collections::BTreeSet;
use utlovat::analysis::conclusions::{Because, Counted, Value, What, changes, conclusions};
use utlovat::analysis::slippage::{Months, Slippage};
use utlovat::model::{Dataset, Day, Id, Met, PartialDate, StepStatus, TellsOf};

/// What changed, a line each: what, of what, from, to, because.
fn told(edit: impl FnOnce(&mut Dataset)) -> Vec<String> {
    let mut edited = TOY.clone();
    edit(&mut edited);
    let (before, after) = (conclusions(&TOY), conclusions(&edited));
    changes(&before, &after)
        .iter()
        .map(|change| {
            let one = change.after.or(change.before).expect("one of them");
            let value = |one: Option<&utlovat::analysis::conclusions::Conclusion>| {
                one.map_or("-".to_owned(), |one| short(&one.value))
            };
            let (then, now) = (value(change.before), value(change.after));
            let because = change.because.map_or(String::new(), |why| format!(" {why:?}"));
            let because = because.split([' ', '(', '{']).nth(1).unwrap_or_default().to_owned();
            format!("{:?} {} {then} > {now} {because}", one.what, one.path).trim_end().to_owned()
        })
        .collect()
}

fn short(value: &Value) -> String {
    match value {
        Value::Slip(Slippage::Late(Months { at_least, at_most })) => {
            format!("{at_least}-{at_most}")
        }
        Value::Slip(Slippage::Overdue { at_least, .. }) => format!("{at_least}+"),
        Value::Slip(other) => {
            format!("{other:?}").split([' ', '(']).next().unwrap_or("").to_owned()
        }
        Value::Date(date) => date.to_string(),
        Value::Count(count) => count.to_string(),
        Value::Months(Months { at_least, at_most }) => format!("{at_least}-{at_most}"),
        Value::Status(status) => format!("{status:?}"),
        Value::Text(text) => text.en.clone(),
        other => format!("{other:?}").split([' ', '(']).next().unwrap_or("").to_owned(),
    }
}

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).expect("a date")
}

#[test]
fn nothing_changed_is_nothing_told() {
    assert_eq!(told(|_| ()), [""; 0]);
}

#[test]
fn a_new_event_lengthens_what_it_tells_of_and_says_so() {
    let later = |of: Option<TellsOf>| {
        told(|dataset| {
            let north = &mut dataset.procurements[0];
            let mut event = north.events[5].clone();
            event.id = Id::parse("new-one").expect("an id");
            (event.date, event.tells_of) = (date("2026-06-01"), of);
            north.events.push(event);
        })
    };
    let complete = Id::parse("complete").expect("an id");
    let told = later(Some(TellsOf::Milestones(vec![complete])));
    let slip = told.iter().find(|line| line.starts_with("SlipFromFirst")).expect("a longer slip");
    assert!(slip.starts_with("SlipFromFirst toy-north/complete/ "), "{slip}");
    assert!(slip.ends_with("> 41+ Known"), "{slip}");
    assert!(told.contains(&"Count(Events) toy-north/ 6 > 7".to_owned()), "{told:?}");
    assert!(told.iter().all(|line| !line.contains("islands")), "{told:?}");
    // Of something else, it changes the count and nothing of the promises.
    assert_eq!(later(Some(TellsOf::Elsewhere)), ["Count(Events) toy-north/ 6 > 7"]);
}

#[test]
fn a_slip_is_another_for_the_reason_that_is_given() {
    let first = |edit: fn(&mut Dataset)| -> Vec<String> {
        let slips = told(edit).into_iter();
        slips.filter(|line| line.starts_with("SlipFromFirst toy-north/first-go-live")).collect()
    };
    assert_eq!(
        first(|it| it.procurements[0].milestones[0].schedule.original.promised = date("2020-12")),
        ["SlipFromFirst toy-north/first-go-live/ 34-37 > 33-34 Promised"]
    );
    assert_eq!(
        first(|it| {
            let schedule = &mut it.procurements[0].milestones[0].schedule;
            schedule.met =
                Some(Met { date: date("2024-10-09"), ..schedule.met.clone().expect("it") });
        }),
        ["SlipFromFirst toy-north/first-go-live/ 34-37 > 46-49 Met"]
    );
    let dropped = told(|it| {
        let schedule = &mut it.procurements[1].milestones[0].schedule;
        schedule.unmet = None;
    });
    assert!(dropped[0].ends_with("Dropped"), "{dropped:?}");
    // Only the review is of another day: a promise that could be kept has passed since.
    let reviewed = told(|it| {
        let day = Day::new(2027, 6, 30).expect("a day");
        it.reviewed = day;
        it.procurements.iter_mut().for_each(|one| one.reviewed = day);
    });
    let passed: Vec<&String> = reviewed.iter().filter(|it| it.ends_with("Reviewed")).collect();
    assert_eq!(passed, ["SlipFromFirst toy-north/islands/ Pending > Untold Reviewed"]);
}

#[test]
fn a_claim_that_moves_is_told_with_what_it_came_to() {
    let told = told(|dataset| {
        let claim = &mut dataset.procurements[1].claims[0];
        let mut step = claim.steps[0].clone();
        (step.date, step.status) = (date("2023"), StepStatus::Rejected);
        claim.steps.push(step);
        claim.outcome = None;
    });
    assert_eq!(
        told,
        [
            "Claim toy-south/safety-2022 Raised > Rejected",
            "Outcome toy-south/safety-2022 No answer was found. > -",
        ]
    );
}

#[test]
fn of_a_procurement_that_comes_or_goes_only_that_is_told() {
    let (toy, compared) = (conclusions(&TOY), conclusions(&COMPARED));
    let paths = |before, after| -> Vec<(bool, String)> {
        let told = changes(before, after).into_iter();
        told.map(|it| (it.after.is_some(), it.after.or(it.before).expect("it").path.clone()))
            .collect()
    };
    let (east, west) = ("toy-east/".to_owned(), "toy-west/".to_owned());
    assert_eq!(paths(&toy, &compared), [(true, east.clone()), (true, west.clone())]);
    assert_eq!(paths(&compared, &toy), [(false, east), (false, west)]);
}

#[test]
fn what_is_followed_no_more_is_told() {
    assert_eq!(
        told(|dataset| dataset.procurements[1].comparator = true),
        ["Followed toy-south/ There > -"]
    );
}

#[test]
fn each_kind_of_conclusion_is_drawn_from_the_toy_facts() {
    each_is_told_once(&TOY);
    let all = conclusions(&TOY);
    for what in [
        What::SlipFromFirst,
        What::SlipFromLater,
        What::KnownOf,
        What::Met,
        What::Headline,
        What::KnownThrough,
        What::SigningToUse,
        What::SigningToEnd,
        What::Standing,
        What::Summary,
        What::Product,
        What::Claim,
        What::Demanded,
        What::Outcome,
        What::Cost,
        What::Count(Counted::Claims),
        What::System,
        What::SystemChange,
        What::PartyName,
        What::Reviewed,
    ] {
        assert!(all.iter().any(|one| one.what == what), "{what:?}");
    }
    assert!(all.iter().any(|one| matches!(one.what, What::Sums(_))));
    assert!(all.iter().any(|one| matches!(one.what, What::Received(_))));
}

/// Each conclusion has a place of its own, so that it can be found again in other facts.
pub fn each_is_told_once(dataset: &Dataset) {
    let all = conclusions(dataset);
    let places: BTreeSet<String> =
        all.iter().map(|one| format!("{:?} {}", one.what, one.path)).collect();
    assert_eq!(places.len(), all.len());
    assert_eq!(changes(&all, &all), []);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..Default::default() })]

    #[test]
    fn what_an_edit_changes_its_undoing_changes_back(one in some_dataset(), other in some_dataset()) {
        let (one, other) = (conclusions(&one), conclusions(&other));
        let place = |it: &utlovat::analysis::conclusions::Conclusion| format!("{:?} {}", it.what, it.path);
        let there: BTreeSet<_> = changes(&one, &other)
            .iter()
            .map(|it| (it.before.map(place), it.after.map(place)))
            .collect();
        let back: BTreeSet<_> = changes(&other, &one)
            .iter()
            .map(|it| (it.after.map(place), it.before.map(place)))
            .collect();
        prop_assert_eq!(there, back);
        for change in changes(&one, &other) {
            // A reason is given for slips alone, and only for one that was there before.
            let slip = change.after.is_some_and(|it| it.grounds.is_some());
            prop_assert!(change.because.is_none() || slip && change.before.is_some());
            if let Some(Because::Known { from, to }) = change.because {
                prop_assert_ne!(from, to);
            }
        }
    }
}
