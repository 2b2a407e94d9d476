//! What became known since then.

use super::day;
use super::rewritten::{some_dataset, two_days};
use super::told::told;
use crate::project::TOY;
use proptest::prelude::*;
use std::collections::BTreeSet;
use utlovat::analysis::knowledge::{Change, as_of, changes};
use utlovat::model::Dataset;

/// A change as the line of the fact that it tells of.
fn line(dataset: &Dataset, change: &Change) -> String {
    let known = change.known();
    let one = dataset.procurement_at(known.procurement);
    let fact = match change {
        Change::Event(_) => "event",
        Change::Plan { .. } => "plan",
        Change::Claim(_) => "claim",
        Change::ClaimStep { .. } => "step",
        Change::Received { .. } => "received",
        Change::Met(_) => "met",
        Change::Dropped(_) => "dropped",
        Change::Cost(_) => "cost",
    };
    format!("{} {fact} {}", one.id, known.id)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..Default::default() })]

    #[test]
    fn they_are_what_the_later_day_tells_and_the_earlier_does_not(
        today in some_dataset(), (from, to) in two_days(),
    ) {
        let to = to.min(today.reviewed);
        let all = changes(&today, from, to);
        prop_assert!(all.is_sorted_by_key(|change| change.known().day));
        prop_assert!(all.iter().all(|change| from < change.known().day && change.known().day <= to));
        let (before, after) = (told(&as_of(&today, from)), told(&as_of(&today, to)));
        for kind in ["event", "plan", "claim", "cost"] {
            let of_kind = |line: &&String| line.split(' ').nth(1) == Some(kind);
            let new: BTreeSet<&String> = after.difference(&before).filter(of_kind).collect();
            let lines: BTreeSet<String> = all.iter().map(|it| line(&today, it)).collect();
            let found: BTreeSet<&String> = lines.iter().filter(of_kind).collect();
            prop_assert_eq!(found, new);
        }
        let steps = all.iter().filter(|it| matches!(it, Change::Claim(_) | Change::ClaimStep { .. }));
        let count = |dataset: Dataset| -> usize {
            dataset.procurements.iter().flat_map(|it| &it.claims).map(|it| it.steps.len()).sum()
        };
        prop_assert_eq!(steps.count(), count(as_of(&today, to)) - count(as_of(&today, from)));
    }

    #[test]
    fn a_longer_time_is_the_sum_of_its_parts(today in some_dataset(), (from, to) in two_days()) {
        let middle = utlovat::model::Day((from.0 + to.0) / 2);
        let mut parts = changes(&today, from, middle);
        parts.extend(changes(&today, middle, to));
        prop_assert_eq!(parts, changes(&today, from, to));
    }
}

#[test]
fn a_new_plan_says_what_it_moved() {
    let all = changes(&TOY, day("2020-01-01"), day("2022-12-31"));
    let moves: Vec<String> = all
        .iter()
        .filter_map(|change| match change {
            Change::Plan { plan, moves } => Some((plan, moves)),
            _ => None,
        })
        .flat_map(|(plan, moves)| {
            moves.iter().map(move |it| {
                let from = it.from.map_or("nothing".to_owned(), |from| from.to_string());
                format!("{} {}: {from} to {}", plan.day, it.milestone, it.to)
            })
        })
        .collect();
    assert_eq!(
        moves,
        [
            "2020-05-04 first-go-live: 2020-autumn to 2022-h1",
            "2020-05-04 e-services: nothing to 2021-q4",
            "2021-12-31 first-go-live: 2021-12-01 to 2023..2024",
            "2022-06-30 first-go-live: 2022-h1 to 2023-05",
            "2022-06-30 complete: 2021..2022 to 2025",
            "2022-06-30 islands: nothing to 2026",
        ]
    );
}

#[test]
fn they_come_in_order_with_their_steps() {
    let all = changes(&TOY, day("2022-01-01"), day("2022-06-30"));
    let lines: Vec<String> =
        all.iter().map(|it| format!("{} {}", it.known().day, line(&TOY, it))).collect();
    assert_eq!(
        lines,
        [
            "2022-02-10 toy-north claim damages-2022",
            "2022-05-31 toy-north step damages-2022",
            "2022-06-30 toy-north plan plan-2022",
            "2022-06-30 toy-north step damages-2022",
        ]
    );
    assert_eq!(changes(&TOY, day("2022-06-30"), day("2022-01-01")), []);
}
