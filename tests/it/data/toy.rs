//! The small data set that snapshots are drawn from.

use super::{fixture, lines};
use utlovat::data::folder;
use utlovat::model::{Amount, Confidence, Dataset, PartialDate};

fn toy() -> Dataset {
    folder::read(&fixture("toy")).0
}

#[test]
fn it_has_no_problem() {
    let root = fixture("toy");
    let (_, problems) = folder::read(&root);
    assert!(problems.is_empty(), "{}", lines(&problems, &root));
}

#[test]
fn it_holds_one_of_each_thing_that_is_drawn_differently() {
    let dataset = toy();
    let all = || dataset.procurements.iter();
    let schedules = || all().flat_map(|one| &one.milestones).map(|milestone| &milestone.schedule);
    assert!(schedules().any(|it| matches!(it.original.promised, PartialDate::Season(..))));
    assert!(schedules().any(|it| !it.rebaselines.is_empty()));
    assert!(schedules().any(|it| it.met.is_some()));
    assert!(schedules().any(|it| it.unmet.as_ref().is_some_and(|it| it.told_until.is_some())));
    assert!(schedules().any(|it| it.baselines().any(|promise| promise.called.is_some())));
    assert!(all().flat_map(|one| &one.milestones).any(|it| it.split_from.is_some()));
    assert!(schedules().any(|it| it.unmet.as_ref().is_some_and(|it| it.dropped.is_none())));
    assert!(schedules().any(|it| it.unmet.as_ref().is_some_and(|it| it.dropped.is_some())));
    let claims = || all().flat_map(|one| &one.claims);
    assert!(
        claims().any(|it| it
            .received
            .iter()
            .any(|part| matches!(part.amount, Amount::Withheld { .. })))
    );
    assert!(claims().any(|it| it.demanded() == Some(Amount::NotNamed)));
    assert!(claims().any(|it| it.demanded() == Some(Amount::NotFound)));
    assert!(claims().any(|it| matches!(it.demanded(), Some(Amount::Public(_)))));
    let events = || all().flat_map(|one| &one.events);
    assert!(events().any(|it| it.confidence == Confidence::Low));
    assert!(dataset.parties.iter().any(|it| !it.former.is_empty()));
    assert!(dataset.sources.iter().any(|it| it.published.is_none()));
}

#[test]
fn everything_stands_in_the_order_that_the_model_promises() {
    let dataset = toy();
    assert!(dataset.parties.is_sorted_by_key(|party| &party.id));
    let sources: Vec<&str> = dataset.sources.iter().map(|source| source.id.as_str()).collect();
    assert_eq!(
        sources,
        [
            "gazette-2018-03-01",
            "gazette-2020-05-04",
            "gazette-2021-06-01",
            "gazette-2022-02-10",
            "gazette-2022-06-20",
            "gazette-2023-10",
            "gazette-undated",
            "north-contract",
            "north-audit-2024",
            "south-programme",
            "south-end",
        ]
    );
    let ids: Vec<&str> = dataset.procurements.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["toy-north", "toy-south"]);
    let codes: Vec<&str> = dataset.regions.iter().map(|region| region.code.as_str()).collect();
    assert_eq!(codes, ["01", "02"]);
    for one in &dataset.procurements {
        assert!(one.events.is_sorted_by_key(|event| event.date.range().first));
        assert!(one.costs.is_sorted_by_key(|cost| cost.as_of.range().first));
        assert!(one.claims.is_sorted_by_key(|claim| claim.steps[0].date.range().first));
    }
}

#[test]
fn a_promise_keeps_the_plan_that_made_it() {
    let dataset = toy();
    let north = dataset.procurement("toy-north").expect("toy-north");
    let promises: Vec<String> = north.milestones[0]
        .schedule
        .baselines()
        .map(|it| format!("{} {}", north.plans[usize::from(it.plan.0)].id, it.promised))
        .collect();
    assert_eq!(promises, ["plan-2018 2020-autumn", "plan-2020 2022-h1", "plan-2022 2023-05"]);
}
