//! What of a procurement rests on which sources.

use crate::model::{
    Claim, Cost, Disagreement, Event, Milestone, Plan, Procurement, SourceRef, Statement,
};

/// Something that rests on sources.
#[derive(Debug, Clone, Copy)]
pub enum Rests<'a> {
    /// The story in short.
    Summary,
    /// What was signed.
    Contract,
    /// Who bought what, and where it stands.
    About,
    Stage(&'a Milestone),
    Plan(&'a Plan),
    Claim(&'a Claim),
    Cost(&'a Cost),
    Event(&'a Event),
    Statement(&'a Statement),
    Disagreement(&'a Disagreement),
}

/// All that rests on sources, each with its own, in the order in which the procurement's page
/// tells it.
pub fn resting(of: &Procurement) -> Vec<(Rests<'_>, Vec<SourceRef>)> {
    let mut all: Vec<(Rests, Vec<SourceRef>)> = Vec::new();
    let mut tell = |what, sources: &[SourceRef]| all.push((what, sources.to_vec()));
    tell(Rests::Summary, &of.summary_sources);
    of.contract.iter().for_each(|it| tell(Rests::Contract, &it.sources));
    of.headline().into_iter().for_each(|first| stage(first, &mut tell));
    tell(Rests::About, &of.scope_sources);
    tell(Rests::About, &of.replaces_sources);
    of.standing.iter().for_each(|it| tell(Rests::About, &it.sources));
    of.residents.iter().for_each(|it| tell(Rests::About, &it.sources));
    of.programmes.iter().for_each(|it| tell(Rests::About, &it.sources));
    of.other_milestones().for_each(|other| stage(other, &mut tell));
    of.plans.iter().for_each(|plan| tell(Rests::Plan(plan), &plan.sources));
    for claim in &of.claims {
        let mut sources = Vec::new();
        claim.each_source(&mut |source| sources.push(source));
        tell(Rests::Claim(claim), &sources);
    }
    for cost in &of.costs {
        tell(Rests::Cost(cost), &cost.sources);
        tell(Rests::Cost(cost), &cost.disputed_sources);
    }
    of.events.iter().for_each(|it| tell(Rests::Event(it), &it.sources));
    of.statements.iter().for_each(|it| tell(Rests::Statement(it), &it.sources));
    of.disagreements.iter().for_each(|it| tell(Rests::Disagreement(it), &it.sources));
    all
}

fn stage<'a>(milestone: &'a Milestone, tell: &mut impl FnMut(Rests<'a>, &[SourceRef])) {
    let schedule = &milestone.schedule;
    schedule.baselines().for_each(|baseline| tell(Rests::Stage(milestone), &baseline.sources));
    schedule.met.iter().for_each(|met| tell(Rests::Stage(milestone), &met.sources));
    schedule.unmet.iter().for_each(|unmet| tell(Rests::Stage(milestone), &unmet.sources));
}
