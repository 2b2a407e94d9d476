//! What a release is made for, and in which order.

use crate::analysis::knowledge::Dated;
use crate::model::{Confidence, Dataset, Day, EventKind, Procurement};

/// A fact that became known on a day. Numbers are positions in the lists of the procurement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// A tender or an award: it comes before a contract of the same day.
    Choice(usize),
    Contract,
    Event(usize),
    Plan(usize),
    Met(usize),
    Step(usize, usize),
    Demand(usize, usize),
    Loss(usize, usize),
    Received(usize, usize),
    Cost(usize),
}

/// Every fact of a procurement that OCDS can hold, in the order in which they became known.
/// Unconfirmed events are not among them: OCDS cannot say that something is unconfirmed.
pub fn facts(dataset: &Dataset, of: &Procurement) -> Vec<(Day, Fact)> {
    let mut facts: Vec<(Day, Fact)> = vec![];
    let mut tell = |fact: Fact, dated: &dyn Fn() -> Day| facts.push((dated(), fact));
    for (at, event) in of.events.iter().enumerate() {
        if event.confidence == Confidence::Low {
            continue;
        }
        if let Some(fact) = procedural(event.kind, at) {
            tell(fact, &|| event.known_on(dataset));
        }
    }
    if let Some(contract) = &of.contract {
        tell(Fact::Contract, &|| contract.known_on(dataset));
    }
    for (at, plan) in of.plans.iter().enumerate() {
        tell(Fact::Plan(at), &|| plan.known_on(dataset));
    }
    for (at, milestone) in of.milestones.iter().enumerate() {
        if let Some(met) = &milestone.schedule.met {
            tell(Fact::Met(at), &|| met.known_on(dataset));
        }
    }
    for (claim, at) in of.claims.iter().zip(0..) {
        for (step, number) in claim.steps.iter().zip(0..) {
            tell(Fact::Step(at, number), &|| step.known_on(dataset));
        }
        for (demand, number) in claim.demands.iter().zip(0..) {
            tell(Fact::Demand(at, number), &|| demand.known_on(dataset));
        }
        for (loss, number) in claim.losses.iter().zip(0..) {
            tell(Fact::Loss(at, number), &|| loss.known_on(dataset));
        }
        for (part, number) in claim.received.iter().zip(0..) {
            tell(Fact::Received(at, number), &|| part.known_on(dataset));
        }
    }
    for (at, cost) in of.costs.iter().enumerate() {
        tell(Fact::Cost(at), &|| cost.known_on(dataset));
    }
    facts.sort();
    facts
}

/// The events that belong to the contracting process itself. Plans and claims are told as such;
/// what else happened around it has no place in OCDS.
fn procedural(kind: EventKind, at: usize) -> Option<Fact> {
    match kind {
        EventKind::Tender | EventKind::Award => Some(Fact::Choice(at)),
        EventKind::Contract
        | EventKind::Appeal
        | EventKind::Ruling
        | EventKind::GoLive
        | EventKind::Pause
        | EventKind::Cancellation => Some(Fact::Event(at)),
        EventKind::Decision
        | EventKind::Plan
        | EventKind::Replan
        | EventKind::Incident
        | EventKind::Audit
        | EventKind::Supervision
        | EventKind::Cost
        | EventKind::Staffing
        | EventKind::Claim
        | EventKind::Response
        | EventKind::Settlement
        | EventKind::Ownership
        | EventKind::Successor
        | EventKind::Other => None,
    }
}
