//! The data set as it was known on a day.

use super::evidence::Evidence;
use super::known::Dated;
use crate::model::{
    Baseline, Claim, Contract, Cost, Dataset, Day, Disagreement, Event, FormerName, Milestone,
    Party, Plan, PlanRef, Procurement, Region, Schedule, SourceRef, Standing, Text, Unmet,
};

/// What was public on a day, in the shapes of today's data set: sources, parties and
/// procurements keep their places, so that references hold, and a procurement of which nothing
/// was public yet [is empty](Procurement::is_empty). From the day of the last review on it is
/// the data set itself.
///
/// A fact that was known keeps all its sources, those that came out later included: they are
/// the evidence that we have for it today.
pub fn as_of(dataset: &Dataset, day: Day) -> Dataset {
    if day >= dataset.reviewed {
        return dataset.clone();
    }
    let then = Then { evidence: Evidence::of(dataset), day };
    Dataset {
        version: dataset.version.clone(),
        licence: dataset.licence,
        reviewed: day,
        parties: dataset.parties.iter().map(|party| then.party(party)).collect(),
        sources: dataset.sources.clone(),
        procurements: dataset.procurements.iter().map(|one| then.procurement(one)).collect(),
        regions: dataset.regions.iter().filter_map(|region| then.region(region)).collect(),
    }
}

struct Then<'a> {
    evidence: Evidence<'a>,
    day: Day,
}

impl Then<'_> {
    /// The party under the name that it had. A new name counts from the last day that it may
    /// have come into use on: until then nobody can be sure that it was known.
    fn party(&self, party: &Party) -> Party {
        let is_past = |former: &FormerName| former.until.range().last <= self.day;
        let name = match party.former.iter().find(|former| !is_past(former)) {
            Some(former) => Text { sv: former.name.clone(), en: former.name.clone() },
            None => party.name.clone(),
        };
        Party {
            id: party.id.clone(),
            role: party.role,
            name,
            former: party.former.iter().filter(|former| is_past(former)).cloned().collect(),
            wikidata: party.wikidata,
        }
    }

    fn region(&self, region: &Region) -> Option<Region> {
        let mut region = self.one(region)?;
        region.population = region.population.filter(|people| self.knows(people));
        self.worded(&mut region.note, &region.sources);
        Some(region)
    }

    fn procurement(&self, from: &Procurement) -> Procurement {
        let complete = self.reached(self.evidence.complete(from));
        let chosen = self.reached(self.evidence.chosen(from));
        let told = |known: bool, text: &Option<Text>, sources: &[SourceRef]| {
            if known { (text.clone(), sources.to_vec()) } else { (None, vec![]) }
        };
        let hinted = |text: &Option<Text>, sources: &[SourceRef]| {
            told(self.reached(self.evidence.one_out(sources)), text, sources)
        };
        let (summary, summary_sources) = told(complete, &from.summary, &from.summary_sources);
        let (scope, scope_sources) = hinted(&from.scope, &from.scope_sources);
        let (replaces, replaces_sources) = hinted(&from.replaces, &from.replaces_sources);
        let (plans, places) = self.plans(&from.plans);
        let milestone = |milestone: &Milestone| self.milestone(milestone, &places);
        let mut then = Procurement {
            id: from.id.clone(),
            outline: from.outline,
            name: from.name.clone(),
            comparator: from.comparator,
            buyer: from.buyer,
            supplier: from.supplier.filter(|_| chosen),
            product: from.product.clone().filter(|_| chosen),
            product_wikidata: from.product_wikidata.filter(|_| chosen),
            programmes: self.all(&from.programmes),
            country: from.country,
            reviewed: from.reviewed.min(self.day),
            summary,
            summary_sources,
            scope,
            scope_sources,
            replaces,
            replaces_sources,
            standing: self.standing(from.standing.as_ref()),
            residents: from.residents.as_ref().and_then(|people| self.one(people)),
            contract: self.contract(from.contract.as_ref()),
            milestones: from.milestones.iter().filter_map(milestone).collect(),
            plans,
            events: self.events(&from.events),
            claims: from.claims.iter().filter_map(|claim| self.claim(claim)).collect(),
            costs: self.costs(&from.costs),
            statements: self.all(&from.statements),
            unknowns: if complete { from.unknowns.clone() } else { vec![] },
            disagreements: self.disagreements(&from.disagreements),
        };
        if then.is_empty() {
            then.programmes.clear();
        }
        then
    }

    /// The plans that were known, and where each of all plans now stands among them.
    fn plans(&self, plans: &[Plan]) -> (Vec<Plan>, Vec<Option<PlanRef>>) {
        let mut next = 0;
        let places = plans
            .iter()
            .map(|plan| {
                let place = self.knows(plan).then_some(PlanRef(next));
                next += u16::from(place.is_some());
                place
            })
            .collect();
        let mut known = self.all(plans);
        known.iter_mut().for_each(|plan| self.worded(&mut plan.note, &plan.sources));
        (known, places)
    }

    /// The milestone with the promises that were known; without one it was no milestone yet.
    fn milestone(&self, from: &Milestone, places: &[Option<PlanRef>]) -> Option<Milestone> {
        let mut kept = from.schedule.baselines().filter_map(|baseline| {
            let plan = (*places.get(usize::from(baseline.plan.0))?)?;
            let mut kept = Baseline { plan, ..baseline.clone() };
            self.worded(&mut kept.note, &kept.sources);
            Some(kept)
        });
        let original = kept.next()?;
        let rebaselines = kept.collect();
        let mut met = from.schedule.met.as_ref().and_then(|met| self.one(met));
        met.iter_mut().for_each(|met| self.worded(&mut met.note, &met.sources));
        let unmet = from.schedule.unmet.as_ref().and_then(|unmet| self.unmet(unmet));
        Some(Milestone {
            id: from.id.clone(),
            name: from.name.clone(),
            headline: from.headline,
            split_from: from.split_from.clone(),
            schedule: Schedule { original, rebaselines, met, unmet },
        })
    }

    /// What was known of a milestone's not having been met, if anything.
    fn unmet(&self, unmet: &Unmet) -> Option<Unmet> {
        let given_up = self.evidence.dropped(unmet).is_some_and(|day| self.reached(day));
        let dropped = unmet.dropped.filter(|_| given_up);
        let mut note = unmet.note.clone();
        self.worded(&mut note, &unmet.sources);
        let reach = self.evidence.told_until(unmet).is_some_and(|day| self.reached(day));
        let told_until = unmet.told_until.filter(|_| reach);
        let told = dropped.is_some() || told_until.is_some() || note.is_some();
        let sources = unmet.sources.clone();
        told.then_some(Unmet { dropped, told_until, note, sources })
    }

    /// The claim with the steps, demands, losses and received parts that were known, each from its
    /// own day; how it ended, which is in today's words, is told when every step was known.
    fn claim(&self, from: &Claim) -> Option<Claim> {
        let steps = self.all(&from.steps);
        if steps.is_empty() {
            return None;
        }
        let ended = steps.len() == from.steps.len();
        let mut outcome = from.outcome.clone().filter(|_| ended);
        self.worded(&mut outcome, &from.sources);
        Some(Claim {
            id: from.id.clone(),
            kind: from.kind,
            claimant: from.claimant,
            respondent: from.respondent,
            title: from.title.clone(),
            grounds: from.grounds.clone(),
            remedies: from.remedies.clone(),
            demands: self.all(&from.demands),
            losses: self.all(&from.losses),
            received: self.all(&from.received),
            steps,
            outcome,
            sources: from.sources.clone(),
        })
    }

    fn contract(&self, contract: Option<&Contract>) -> Option<Contract> {
        let mut contract = self.one(contract?)?;
        self.worded(&mut contract.term, &contract.sources);
        Some(contract)
    }

    fn costs(&self, costs: &[Cost]) -> Vec<Cost> {
        let mut known = self.all(costs);
        for cost in &mut known {
            self.worded(&mut cost.disputed, &cost.disputed_sources);
            if cost.disputed.is_none() {
                cost.disputed_sources.clear();
            }
        }
        known
    }

    fn standing(&self, standing: Option<&Standing>) -> Option<Standing> {
        standing.filter(|standing| self.reached(self.evidence.stands(standing))).cloned()
    }

    fn disagreements(&self, all: &[Disagreement]) -> Vec<Disagreement> {
        let out = |one: &&Disagreement| self.reached(self.evidence.all_out(&one.sources));
        all.iter().filter(out).cloned().collect()
    }

    /// Takes away a text in today's words unless all that it rests on was out.
    fn worded(&self, text: &mut Option<Text>, sources: &[SourceRef]) {
        if !self.reached(self.evidence.all_out(sources)) {
            *text = None;
        }
    }

    /// The events that were known; what the ladder says of one waits for all of its sources.
    fn events(&self, events: &[Event]) -> Vec<Event> {
        let mut known = self.all(events);
        known.iter_mut().for_each(|event| self.worded(&mut event.note, &event.sources));
        known
    }

    fn all<F: Dated + Clone>(&self, facts: &[F]) -> Vec<F> {
        facts.iter().filter_map(|fact| self.one(fact)).collect()
    }

    fn one<F: Dated + Clone>(&self, fact: &F) -> Option<F> {
        self.knows(fact).then(|| fact.clone())
    }

    fn knows(&self, fact: &impl Dated) -> bool {
        self.reached(self.evidence.known(fact))
    }

    fn reached(&self, day: Day) -> bool {
        day <= self.day
    }
}
