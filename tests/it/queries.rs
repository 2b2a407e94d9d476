//! Which claims and which facts of a timeline a choice leaves, in which order and parts.

use super::project::TOY;
use utlovat::analysis::claims::{About, Common, Part, left as claims_left, listed, parts};
use utlovat::analysis::order;
use utlovat::analysis::timeline::{Fact, in_order, left};
use utlovat::model::{ClaimKind, DateRange, Day, EventGroup, Procurement, StepStatus};

/// The claims of a list, part by part and group by group.
fn ids<'a>(parts: &'a [Part]) -> Vec<(About, Vec<Vec<&'a str>>)> {
    let claims = |part: &'a Part| {
        let groups = part.groups.iter();
        groups.map(|group| group.claims.iter().map(|(_, claim)| claim.id.as_str()).collect())
    };
    parts.iter().map(|part| (part.about, claims(part).collect())).collect()
}

#[test]
fn claims_stand_in_a_part_for_each_kind_in_their_order() {
    let all = || listed(TOY.followed());
    let found = parts(all(), None, None);
    assert_eq!(
        ids(&found),
        [
            (About::Kind(ClaimKind::Contract), vec![vec!["damages-2022"]]),
            (About::Kind(ClaimKind::Appeal), vec![vec!["appeal-2018"]]),
            (About::Kind(ClaimKind::Safety), vec![vec!["safety-2022"]]),
        ]
    );
    // As they stand, those between buyer and supplier have a group for each procurement.
    let grouped = |parts: &[Part]| {
        let groups =
            parts.iter().flat_map(|part| part.groups.iter().map(move |it| (part.about, it)));
        groups
            .filter(|(_, group)| group.common.is_some())
            .map(|(about, _)| about)
            .collect::<Vec<_>>()
    };
    assert_eq!(grouped(&found), [About::Kind(ClaimKind::Contract)]);
    assert_eq!(grouped(&parts(all(), Some(order::newest), None)), []);
    assert_eq!(parts(vec![], None, None), []);
}

#[test]
fn whatever_the_groups_claims_between_buyer_and_supplier_stand_apart() {
    let all = listed(TOY.followed());
    let of_procurement =
        parts(all.clone(), Some(order::newest), Some(|(one, _)| Common::Procurement(one)));
    assert_eq!(
        ids(&of_procurement),
        [
            (About::Contract, vec![vec!["damages-2022"]]),
            (About::Apart, vec![vec!["safety-2022"], vec!["appeal-2018"]]),
        ]
    );
    let south = TOY.procurement("toy-south").expect("a procurement");
    assert_eq!(of_procurement[1].groups[0].common, Some(Common::Procurement(south)));

    // Groups stand where the first of their claims stands.
    let oldest =
        parts(all, Some(order::oldest), Some(|(_, claim)| Common::Claimant(claim.claimant)));
    assert_eq!(ids(&oldest)[1], (About::Apart, vec![vec!["appeal-2018"], vec!["safety-2022"]]));
}

#[test]
fn a_choice_of_kinds_and_outcomes_leaves_its_claims() {
    let left = |kinds: &[ClaimKind], outcomes: &[StepStatus]| -> Vec<&str> {
        let left = claims_left(listed(TOY.followed()), kinds, outcomes);
        left.into_iter().map(|(_, claim)| claim.id.as_str()).collect()
    };
    assert_eq!(left(&[], &[]), ["appeal-2018", "damages-2022", "safety-2022"]);
    assert_eq!(
        left(&[ClaimKind::Safety, ClaimKind::Contract], &[]),
        ["damages-2022", "safety-2022"]
    );
    assert_eq!(left(&[ClaimKind::Safety], &[StepStatus::Upheld]), [""; 0]);
}

fn years(from: i16, to: i16) -> DateRange {
    let first = Day::new(from, 1, 1).expect("a day");
    DateRange { first, last: Day::last_of_month(to, 12) }
}

/// What is told of a fact of toy-south: the event's name, or how the promised time is written.
fn told(fact: Fact) -> String {
    match fact {
        Fact::Event(_, event) => event.id.to_string(),
        Fact::Promise(_, milestone, baseline) => {
            format!("{} by {}", milestone.id, baseline.promised.edtf())
        }
    }
}

fn south(groups: &[EventGroup], years: DateRange) -> Vec<String> {
    let south: &Procurement = TOY.procurement("toy-south").expect("a procurement");
    in_order(left(&[south], groups, years)).into_iter().map(told).collect()
}

#[test]
fn a_timeline_tells_events_and_promises_in_order_of_date() {
    assert_eq!(
        south(&[], years(2018, 2024)),
        [
            "tender-2018",
            "contract-2019",
            "ownership-2021",
            "first-go-live by 2021-12-01",
            "rumour-2022",
            "first-go-live by [2023..2024]",
            "pause-2023",
            "end-2023",
        ]
    );
}

#[test]
fn a_choice_of_kinds_and_years_leaves_its_facts() {
    // What is promised by then stands in each year that it may come to.
    assert_eq!(south(&[], years(2024, 2024)), ["first-go-live by [2023..2024]"]);
    assert_eq!(south(&[EventGroup::Plans], years(2018, 2022)), ["first-go-live by 2021-12-01"]);
    let without_promises = south(&[EventGroup::Procedure], years(2018, 2024));
    assert!(without_promises.iter().all(|told| !told.contains(" by ")), "{without_promises:?}");
    assert!(!without_promises.is_empty());
}
