//! The releases of one procurement, oldest first.

use super::PREFIX;
use super::fact::{Fact, facts};
use super::object::{Object, end_of};
use super::party::{Roles, reference};
use super::release::Draft;
use super::section::{Section, placed};
use super::source::documents;
use crate::model::{Dataset, PartyRef, PlanRef, Procurement, SourceRef};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Every release of a procurement in the order of their days; the last one is of the day of the
/// review. None tells what was not yet known on its day.
pub fn releases(dataset: &Dataset, of: &Procurement) -> Vec<Value> {
    let mut history = History::new(dataset, of);
    let mut releases = vec![];
    for (day, fact) in facts(dataset, of) {
        let draft = match fact {
            Fact::Choice(at) | Fact::Event(at) => history.event(&of.events[at], day),
            Fact::Contract => history.contract(day),
            Fact::Plan(at) => history.plan(at, day),
            Fact::Met(at) => history.met(at, day),
            Fact::Step(claim, at) => history.step(claim, at, day),
            Fact::Demand(claim, at) => history.demand(claim, at, day),
            Fact::Loss(claim, at) => history.loss(claim, at, day),
            Fact::Received(claim, at) => history.received(claim, at, day),
            Fact::Cost(at) => history.cost(&of.costs[at], day),
        };
        releases.push(history.finish(draft));
    }
    let review = history.review();
    releases.push(history.finish(review));
    releases
}

/// What the releases so far have told.
pub struct History<'a> {
    pub dataset: &'a Dataset,
    pub of: &'a Procurement,
    pub seen: BTreeSet<Section>,
    pub roles: Roles,
    /// The plans that are known, by position, and in which part each stands.
    pub plans: BTreeMap<usize, Section>,
    /// In which part each promise stands: milestone and plan.
    pub promised: BTreeMap<(usize, PlanRef), Section>,
    /// The milestones that are known to have been met, by position, and where that is told.
    pub met: BTreeMap<usize, Section>,
    /// In which part each claim stands, by position.
    pub claims: BTreeMap<usize, Section>,
    /// The steps and demands that are known: claim and number.
    pub steps: BTreeSet<(usize, usize)>,
    pub demands: BTreeSet<(usize, usize)>,
    /// The costs whose dispute is told already, by id.
    pub disputed: BTreeSet<String>,
    /// Every party that a release referred to.
    pub named: BTreeSet<PartyRef>,
}

impl<'a> History<'a> {
    fn new(dataset: &'a Dataset, of: &'a Procurement) -> History<'a> {
        let mut roles = Roles::default();
        roles.give(of.buyer, "buyer");
        roles.give(of.buyer, "procuringEntity");
        History {
            dataset,
            of,
            seen: BTreeSet::new(),
            roles,
            plans: BTreeMap::new(),
            promised: BTreeMap::new(),
            met: BTreeMap::new(),
            claims: BTreeMap::new(),
            steps: BTreeSet::new(),
            demands: BTreeSet::new(),
            disputed: BTreeSet::new(),
            named: BTreeSet::new(),
        }
    }

    /// Where what is promised or demanded now belongs: to the contract as soon as there is one,
    /// and before that to the tender.
    pub fn stage(&self) -> Section {
        if self.seen.contains(&Section::Contract) {
            Section::Implementation
        } else {
            Section::Tender
        }
    }

    /// The same for what OCDS keeps outside of its parts: nothing has to be invented for it.
    pub fn stage_so_far(&self) -> Section {
        match self.stage() {
            Section::Tender if !self.seen.contains(&Section::Tender) => Section::Planning,
            stage => stage,
        }
    }

    /// A reference to a party, which thereby is one of the release.
    pub fn refer(&self, draft: &mut Draft, party: PartyRef) -> Option<Object> {
        let reference = reference(party, self.dataset, draft.day)?;
        draft.parties.insert(party);
        Some(reference)
    }

    /// The ids of sources, whose documents thereby stand in the release.
    pub fn cite(&self, draft: &mut Draft, sources: &[SourceRef]) -> Vec<String> {
        draft.sources.extend(sources);
        super::source::ids(sources, self.dataset)
    }

    /// The release as OCDS has it.
    fn finish(&mut self, mut draft: Draft) -> Value {
        let (dataset, of, day) = (self.dataset, self.of, draft.day);
        let buyer = self.refer(&mut draft, of.buyer);
        let documents = documents(&draft.sources, dataset);
        let home = draft.part(draft.home);
        *home = std::mem::take(home).list("documents", documents);
        self.named.extend(&draft.parties);
        let mut tags = vec![];
        for section in draft.parts.keys() {
            tags.push(section.tag(self.seen.insert(*section)));
        }
        if draft.ends {
            let contract = self.seen.contains(&Section::Contract);
            tags = vec![if contract { "contractTermination" } else { "tenderCancellation" }];
        }
        let parties: Vec<Value> = draft
            .parties
            .iter()
            .map(|party| self.roles.organization(*party, dataset, day))
            .collect();
        Object::of(release_id(of, &draft.name))
            .put("ocid", ocid(of))
            .put("date", end_of(day))
            .put("tag", tags)
            .put("initiationType", "tender")
            .put("language", "en")
            .words("title", &of.name)
            .maybe("buyer", buyer)
            .list("parties", parties)
            .and(draft.top)
            .and(placed(draft.parts, of.id.as_str()))
            .into()
    }
}

/// The id of the contracting process, under a prefix that nobody has registered.
pub fn ocid(of: &Procurement) -> String {
    format!("{PREFIX}-{}", of.id.as_str())
}

fn release_id(of: &Procurement, name: &str) -> String {
    format!("{}-{name}", of.id.as_str())
}
