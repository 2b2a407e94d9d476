//! The article that started this: its facts as they stood on days that do not move.
//!
//! A later fact changes none of these. Who finds that the article itself was wrong corrects
//! `data/` and this file together.

use crate::knowledge::day;
use std::path::Path;
use utlovat::analysis::knowledge::as_of;
use utlovat::data::folder;
use utlovat::model::{Dataset, Milestone, PartialDate, Procurement};

#[test]
fn the_facts_of_the_article_are_those_of_june_2022() {
    let there = stands(super::real());
    assert_eq!(there, 3, "a procurement of the article is gone");
}

/// What the article tells of the procurement at this place.
type Fact = fn(&Dataset, usize);

/// Looks at each procurement of the article that is there, and gives back how many those are.
pub fn stands(project: &Path) -> usize {
    let (today, _) = folder::read(project);
    let then = as_of(&today, day("2022-06-01"));
    let facts: [(&str, Fact); 3] = [
        ("vgr-millennium", vastra_gotaland_had_promised_autumn_2024),
        ("skane-millennium", skane_had_the_suppliers_proposal),
        ("aster-millennium", aster_had_been_given_up),
    ];
    let mut there = 0;
    for (id, fact) in facts {
        if let Some(at) = then.procurements.iter().position(|one| one.id.as_str() == id) {
            fact(&then, at);
            there += 1;
        }
    }
    there
}

fn vastra_gotaland_had_promised_autumn_2024(then: &Dataset, at: usize) {
    let one = &then.procurements[at];
    let first = &first_go_live(one).schedule;
    assert_eq!(first.original.promised.to_string(), "2021-spring");
    assert_eq!(first.latest().promised.to_string(), "2024-autumn");
    assert_eq!(first.met, None);
    let signed = one.contract.as_ref().expect("the contract was signed").signed;
    assert_eq!(signed.to_string(), "2018-11");
    assert_eq!(then.party(one.supplier.expect("a supplier")).name.en, "Cerner");
}

fn skane_had_the_suppliers_proposal(then: &Dataset, at: usize) {
    let one = &then.procurements[at];
    let latest = first_go_live(one).schedule.latest();
    let plan = &one.plans[usize::from(latest.plan.0)];
    assert_eq!(format!("{:?} {}", plan.form, latest.promised), "Proposal 2025-04");
}

fn aster_had_been_given_up(then: &Dataset, at: usize) {
    let one = &then.procurements[at];
    let first = first_go_live(one);
    let on = PartialDate::parse("2021-10-15").expect("a date");
    assert_eq!(first.schedule.dropped(), Some(on));
}

/// Named by its id: which milestone is the headline is another fact.
fn first_go_live(one: &Procurement) -> &Milestone {
    let first = one.milestones.iter().find(|it| it.id.as_str() == "first-go-live");
    first.expect("it had been promised")
}
