//! Since when each fact is shown: the same as [`as_of`](super::as_of()) tells, asked the other
//! way round, for all days at once.

use super::evidence::Evidence;
use crate::model::{
    Amount, Claim, Dataset, Day, Event, Milestone, Party, PartyRef, Plan, Procurement, Region,
    SourceRef, Text,
};
use std::collections::BTreeSet;

/// Tells since when each fact of a data set is shown.
pub struct Since<'a>(Evidence<'a>);

impl<'a> Since<'a> {
    /// Of today's data set.
    pub fn of(today: &'a Dataset) -> Since<'a> {
        Since(Evidence::of(today))
    }

    /// An event.
    pub fn event(&self, event: &Event) -> Day {
        self.0.known(event)
    }

    /// A plan.
    pub fn plan(&self, plan: &Plan) -> Day {
        self.0.known(plan)
    }

    /// A figure of what it costs.
    pub fn cost(&self, cost: &crate::model::Cost) -> Day {
        self.0.known(cost)
    }

    /// A region.
    pub fn region(&self, region: &Region) -> Day {
        self.0.known(region)
    }

    /// A claim's step.
    pub fn step(&self, step: &crate::model::ClaimStep) -> Day {
        self.0.known(step)
    }

    /// What was demanded, in the words of one report of it.
    pub fn demand(&self, demand: &crate::model::Demand) -> Day {
        self.0.known(demand)
    }

    /// What damage was stated.
    pub fn loss(&self, loss: &crate::model::Loss) -> Day {
        self.0.known(loss)
    }

    /// A part of what was received.
    pub fn receipt(&self, receipt: &crate::model::Receipt) -> Day {
        self.0.known(receipt)
    }

    /// A buyer's own name for the effort.
    pub fn programme(&self, programme: &crate::model::Programme) -> Day {
        self.0.known(programme)
    }

    /// A claim: since the first of its steps.
    pub fn claim(&self, claim: &Claim) -> Day {
        claim.steps.iter().map(|step| self.step(step)).min().unwrap_or(self.0.today.reviewed)
    }

    /// What became of a claim: since the last of its steps.
    pub fn end(&self, claim: &Claim) -> Day {
        claim.steps.iter().map(|step| self.step(step)).max().unwrap_or(self.0.today.reviewed)
    }

    /// The last fact that rests on a source that has no date of its own; `None` for a dated one.
    pub fn told(&self, source: SourceRef) -> Option<Day> {
        self.0.told(source)
    }

    /// A text in today's words, such as a note.
    pub fn wording(&self, sources: &[SourceRef]) -> Day {
        self.0.all_out(sources)
    }

    /// The scope of a procurement, or what it was to replace.
    pub fn hint(&self, sources: &[SourceRef]) -> Day {
        self.0.one_out(sources)
    }

    /// Supplier and product of a procurement.
    pub fn choice(&self, procurement: &Procurement) -> Day {
        self.0.chosen(procurement)
    }

    /// All of a procurement, and so its summary.
    pub fn summary(&self, procurement: &Procurement) -> Day {
        self.0.complete(procurement)
    }

    /// Where a procurement stands.
    pub fn standing(&self, procurement: &Procurement) -> Option<Day> {
        procurement.standing.as_ref().map(|standing| self.0.stands(standing))
    }

    /// A procurement: since it [is not empty](Procurement::is_empty).
    pub fn procurement(&self, procurement: &Procurement) -> Day {
        let mut first = None;
        self.each_shown(procurement, &mut |day, _, counts| {
            if counts {
                first = Some(first.map_or(day, |first: Day| first.min(day)));
            }
        });
        let complete = self.0.complete(procurement);
        first.map_or(complete, |first| first.min(complete))
    }

    /// The names that a party had, each with the day since when it is shown.
    pub fn names<'p>(
        &self,
        party: &'p Party,
        today: impl Fn(&'p Text) -> &'p str,
    ) -> Vec<(Day, &'p str)> {
        let mut since = Day(i32::MIN);
        let mut names = Vec::new();
        for former in &party.former {
            names.push((since, former.name.as_str()));
            since = since.max(former.until.range().last.min(self.0.today.reviewed));
        }
        names.push((since, today(&party.name)));
        names
    }

    /// Every party, by its position: since the first fact that names it.
    pub fn parties(&self) -> Vec<Day> {
        let today = self.0.today;
        let mut first = vec![today.reviewed; today.parties.len()];
        let mut tell = |party: PartyRef, day: Day| {
            if let Some(first) = first.get_mut(usize::from(party.0)) {
                *first = (*first).min(day);
            }
        };
        for procurement in &today.procurements {
            tell(procurement.buyer, self.procurement(procurement));
            procurement.supplier.iter().for_each(|one| {
                tell(*one, self.choice(procurement).max(self.procurement(procurement)));
            });
            for event in &procurement.events {
                event.parties.iter().for_each(|party| tell(*party, self.event(event)));
            }
            for claim in &procurement.claims {
                let raised = self.claim(claim);
                [claim.claimant, claim.respondent]
                    .into_iter()
                    .for_each(|party| tell(party, raised));
                claim.steps.iter().for_each(|step| tell(step.by, self.step(step)));
            }
        }
        first
    }

    /// Every source, by its position: since it was out, or, for an undated one, since the first
    /// fact that rests on it is shown.
    pub fn sources(&self) -> Vec<Day> {
        let today = self.0.today;
        let mut first: Vec<Day> = today
            .sources
            .iter()
            .map(|source| source.published.map_or(today.reviewed, |date| date.range().last))
            .map(|day| day.min(today.reviewed))
            .collect();
        let mut tell = |day: Day, sources: &[SourceRef]| {
            for source in sources.iter().filter(|one| today.source(**one).published.is_none()) {
                if let Some(first) = first.get_mut(source.at()) {
                    *first = (*first).min(day);
                }
            }
        };
        for procurement in &today.procurements {
            tell(self.summary(procurement), &procurement.summary_sources);
            self.each_shown(procurement, &mut |day, sources, _| tell(day, sources));
        }
        for region in &today.regions {
            tell(self.region(region), &region.sources);
            let people = region.population.iter();
            people.for_each(|one| tell(self.region(region).max(self.0.known(one)), &one.sources));
        }
        for former in today.parties.iter().flat_map(|party| &party.former) {
            tell(former.until.range().last, &former.sources);
        }
        first
    }

    /// Tells of everything in a procurement since when it is shown, with which sources, and
    /// whether a procurement that has it is not empty any more.
    fn each_shown(&self, from: &Procurement, tell: &mut dyn FnMut(Day, &[SourceRef], bool)) {
        let known = &self.0;
        if from.scope.is_some() {
            tell(self.hint(&from.scope_sources), &from.scope_sources, true);
        }
        if from.replaces.is_some() {
            tell(self.hint(&from.replaces_sources), &from.replaces_sources, true);
        }
        from.standing.iter().for_each(|it| tell(known.stands(it), &it.sources, true));
        from.residents.iter().for_each(|it| tell(known.known(it), &it.sources, false));
        from.programmes.iter().for_each(|it| tell(known.known(it), &it.sources, false));
        from.contract.iter().for_each(|it| tell(known.known(it), &it.sources, true));
        from.plans.iter().for_each(|it| tell(known.known(it), &it.sources, true));
        from.events.iter().for_each(|it| tell(known.known(it), &it.sources, true));
        for cost in &from.costs {
            tell(known.known(cost), &cost.sources, true);
            if cost.disputed.is_some() {
                let day = known.known(cost).max(self.wording(&cost.disputed_sources));
                tell(day, &cost.disputed_sources, true);
            }
        }
        from.statements.iter().for_each(|it| tell(known.known(it), &it.sources, true));
        for differ in &from.disagreements {
            tell(self.wording(&differ.sources), &differ.sources, true);
        }
        from.milestones.iter().for_each(|it| self.each_of_milestone(from, it, tell));
        from.claims.iter().for_each(|it| self.each_of_claim(it, tell));
    }

    fn each_of_milestone(
        &self,
        from: &Procurement,
        milestone: &Milestone,
        tell: &mut dyn FnMut(Day, &[SourceRef], bool),
    ) {
        let schedule = &milestone.schedule;
        let mut first = self.0.today.reviewed;
        for baseline in schedule.baselines() {
            if let Some(plan) = from.plans.get(usize::from(baseline.plan.0)) {
                first = first.min(self.plan(plan));
                tell(self.plan(plan), &baseline.sources, true);
            }
        }
        if let Some(met) = &schedule.met {
            tell(first.max(self.0.known(met)), &met.sources, true);
        }
        if let Some(unmet) = &schedule.unmet {
            let noted = unmet.note.iter().map(|_| self.wording(&unmet.sources));
            let dated = self.0.dropped(unmet).into_iter().chain(self.0.told_until(unmet));
            if let Some(day) = noted.chain(dated).min() {
                tell(first.max(day), &unmet.sources, true);
            }
        }
    }

    fn each_of_claim(&self, claim: &Claim, tell: &mut dyn FnMut(Day, &[SourceRef], bool)) {
        tell(self.claim(claim), &claim.sources, true);
        claim.steps.iter().for_each(|step| tell(self.step(step), &step.sources, true));
        let raised = self.claim(claim);
        let mut part = |day: Day, sources: &[SourceRef], amount: &Amount| {
            let day = day.max(raised);
            tell(day, sources, true);
            if let Amount::Withheld { sources, .. } = amount {
                tell(day, sources, true);
            }
        };
        let known = &self.0;
        claim.demands.iter().for_each(|it| part(known.known(it), &it.sources, &it.amount));
        claim.losses.iter().for_each(|it| part(known.known(it), &it.sources, &it.amount));
        claim.received.iter().for_each(|it| part(known.known(it), &it.sources, &it.amount));
    }
}

/// The parties that the facts of a data set name: those who buy and sell, and those who take
/// part in an event or a claim. Today all of them; on an earlier day those who were known.
pub fn named_parties(dataset: &Dataset) -> BTreeSet<PartyRef> {
    let mut named = BTreeSet::new();
    for procurement in dataset.procurements.iter().filter(|one| !one.is_empty()) {
        named.insert(procurement.buyer);
        named.extend(procurement.supplier);
        named.extend(procurement.events.iter().flat_map(|event| event.parties.iter().copied()));
        for claim in &procurement.claims {
            named.extend([claim.claimant, claim.respondent]);
            named.extend(claim.steps.iter().map(|step| step.by));
        }
    }
    named
}
