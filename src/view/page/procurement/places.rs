//! Where each fact stands on the page of its procurement.

use crate::analysis::rests::{Rests, resting};
use crate::model::{Procurement, SourceRef};
use crate::view::chart::anchor_of;

/// The anchors of the page's facts, each with what it rests on, in the order of the page.
pub fn places(of: &Procurement) -> Vec<(String, Vec<SourceRef>)> {
    resting(of).into_iter().map(|(fact, sources)| (place(&fact), sources)).collect()
}

/// The anchor of a fact.
pub fn place(fact: &Rests) -> String {
    match fact {
        Rests::Summary => "summary".to_owned(),
        Rests::Contract | Rests::About => "about".to_owned(),
        Rests::Stage(milestone) => anchor_of(milestone),
        Rests::Plan(plan) => plan.id.to_string(),
        Rests::Claim(_) => "claims".to_owned(),
        Rests::Cost(cost) => format!("c-{}", cost.id),
        Rests::Event(event) => format!("e-{}", event.id),
        Rests::Statement(statement) => format!("st-{}", statement.id),
        Rests::Disagreement(disagreement) => format!("d-{}", disagreement.id),
    }
}
