//! Every place of the page that rests on sources, in the order of the page: so a source's entry
//! leads back to the first fact that rests on it.

use crate::model::{Procurement, SourceRef};
use crate::view::chart::anchor_of;

/// The anchors of the page's facts, each with what it rests on.
pub fn places(of: &Procurement) -> Vec<(String, Vec<SourceRef>)> {
    let mut all: Vec<(String, Vec<SourceRef>)> = Vec::new();
    let mut tell = |anchor: String, sources: &[SourceRef]| all.push((anchor, sources.to_vec()));
    tell("summary".to_owned(), &of.summary_sources);
    if let Some(contract) = of.contract.as_ref().filter(|contract| contract.value.is_some()) {
        tell("summary".to_owned(), &contract.sources);
    }
    if let Some(first) = of.headline() {
        for baseline in first.schedule.baselines() {
            tell(anchor_of(first), &baseline.sources);
        }
        ends(first, &mut tell);
    }
    let about = || "about".to_owned();
    tell(about(), &of.scope_sources);
    tell(about(), &of.replaces_sources);
    of.standing.iter().for_each(|it| tell(about(), &it.sources));
    of.residents.iter().for_each(|it| tell(about(), &it.sources));
    of.contract.iter().for_each(|it| tell(about(), &it.sources));
    of.programmes.iter().for_each(|it| tell(about(), &it.sources));
    for stage in of.other_milestones() {
        for baseline in stage.schedule.baselines() {
            tell(anchor_of(stage), &baseline.sources);
        }
        ends(stage, &mut tell);
    }
    of.plans.iter().for_each(|plan| tell(plan.id.to_string(), &plan.sources));
    for claim in &of.claims {
        let mut sources = Vec::new();
        claim.each_source(&mut |source| sources.push(source));
        tell("claims".to_owned(), &sources);
    }
    for cost in &of.costs {
        tell(cost_place(cost.id.as_str()), &cost.sources);
        tell(cost_place(cost.id.as_str()), &cost.disputed_sources);
    }
    of.events.iter().for_each(|it| tell(event_place(it.id.as_str()), &it.sources));
    of.statements.iter().for_each(|it| tell(statement_place(it.id.as_str()), &it.sources));
    of.disagreements.iter().for_each(|it| tell(disagreement_place(it.id.as_str()), &it.sources));
    all
}

fn ends(milestone: &crate::model::Milestone, tell: &mut impl FnMut(String, &[SourceRef])) {
    let schedule = &milestone.schedule;
    schedule.met.iter().for_each(|met| tell(anchor_of(milestone), &met.sources));
    schedule.unmet.iter().for_each(|unmet| tell(anchor_of(milestone), &unmet.sources));
}

/// Where a cost figure stands.
pub fn cost_place(id: &str) -> String {
    format!("c-{id}")
}

/// Where an event stands.
pub fn event_place(id: &str) -> String {
    format!("e-{id}")
}

/// Where a statement stands.
pub fn statement_place(id: &str) -> String {
    format!("st-{id}")
}

/// Where a disagreement stands.
pub fn disagreement_place(id: &str) -> String {
    format!("d-{id}")
}
