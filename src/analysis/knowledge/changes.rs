//! What became known between two days.

use super::change::{Change, Known, Move};
use super::known::{Dated, known_on};
use crate::analysis::sorted::sorted;
use crate::model::{Claim, Dataset, Day, Id, Milestone, Plan, Procurement, ProcurementRef};

/// What became known after one day and up to another, in order of day, then of procurement. Of a
/// procurement of which only the outline is here nothing can be told.
pub fn changes(dataset: &Dataset, from: Day, to: Day) -> Vec<Change> {
    let mut changes = vec![];
    for (at, procurement) in (0..=u16::MAX).map(ProcurementRef).zip(&dataset.procurements) {
        if procurement.outline {
            continue;
        }
        let news = News { dataset, at, procurement };
        changes.extend(
            news.all().filter(|change| (from < change.known().day) && change.known().day <= to),
        );
    }
    sorted(changes, |change| (change.known().day, change.known().procurement))
}

/// The facts of one procurement as news.
struct News<'a> {
    dataset: &'a Dataset,
    at: ProcurementRef,
    procurement: &'a Procurement,
}

impl<'a> News<'a> {
    fn all(&self) -> impl Iterator<Item = Change> {
        let Procurement { events, plans, milestones, claims, costs, .. } = self.procurement;
        let events = events.iter().map(|event| Change::Event(self.known(&event.id, event)));
        let plans = plans.iter().enumerate().map(|(at, plan)| self.plan(at, plan));
        let claims = claims.iter().flat_map(|claim| self.claim(claim));
        let endings = milestones.iter().flat_map(|milestone| self.ending(milestone));
        let costs = costs.iter().map(|cost| Change::Cost(self.known(&cost.id, cost)));
        plans.chain(events).chain(claims).chain(endings).chain(costs)
    }

    fn known(&self, id: &Id, fact: &impl Dated) -> Known {
        self.on(id, fact.known_on(self.dataset))
    }

    fn on(&self, id: &Id, day: Day) -> Known {
        Known { procurement: self.at, id: id.clone(), day }
    }

    fn plan(&self, at: usize, plan: &'a Plan) -> Change {
        let known = self.known(&plan.id, plan);
        let moves = self
            .procurement
            .milestones
            .iter()
            .filter_map(|milestone| self.moved(milestone, at, known.day))
            .collect();
        Change::Plan { plan: known, moves }
    }

    /// How the plan at a position, known on `day`, moved a milestone. The same promise made
    /// again moves nothing.
    fn moved(&self, milestone: &Milestone, at: usize, day: Day) -> Option<Move> {
        let mut before = None;
        for baseline in milestone.schedule.baselines() {
            let place = usize::from(baseline.plan.0);
            if place == at {
                let (from, to) = (before, baseline.promised);
                let milestone = milestone.id.clone();
                return (from != Some(to)).then_some(Move { milestone, from, to });
            }
            let known = self.procurement.plans.get(place).map(|plan| plan.known_on(self.dataset));
            if known.is_some_and(|known| known <= day) {
                before = Some(baseline.promised);
            }
        }
        None
    }

    fn claim(&self, claim: &'a Claim) -> Vec<Change> {
        let days: Vec<Day> = claim.steps.iter().map(|step| step.known_on(self.dataset)).collect();
        let Some(raised) = days.iter().min().copied() else { return vec![] };
        let first = days.iter().position(|day| *day == raised);
        let news = |(step, day): (usize, &Day)| {
            let known = self.on(&claim.id, *day);
            if Some(step) == first {
                Change::Claim(known)
            } else {
                Change::ClaimStep { claim: known, step }
            }
        };
        let parts = claim.received.iter().enumerate().filter_map(|(part, receipt)| {
            let day = receipt.known_on(self.dataset);
            let told = day <= raised || days.contains(&day);
            (!told).then(|| Change::Received { claim: self.on(&claim.id, day), part })
        });
        days.iter().enumerate().map(news).chain(parts).collect()
    }

    fn ending(&self, milestone: &'a Milestone) -> impl Iterator<Item = Change> {
        let schedule = &milestone.schedule;
        let met = schedule.met.as_ref().map(|met| Change::Met(self.known(&milestone.id, met)));
        let dropped = schedule.unmet.as_ref().and_then(|unmet| {
            let day = known_on(unmet.dropped?, &unmet.sources, self.dataset);
            Some(Change::Dropped(self.on(&milestone.id, day)))
        });
        met.into_iter().chain(dropped)
    }
}
