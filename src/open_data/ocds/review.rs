//! The last release: what is written in today's words, and what had not happened.

use super::history::History;
use super::object::{Object, end_of};
use super::promise::{named, part_of};
use super::release::Draft;
use super::section::Section;
use crate::analysis::knowledge::horizon;
use crate::model::{Baseline, Milestone, PartyRef, Unmet};

impl History<'_> {
    /// What can be dated to no other day than that of the review: texts about the whole, notes,
    /// how claims ended, which milestones had not been met, and today's names of all parties.
    pub fn review(&mut self) -> Draft {
        let day = self.dataset.reviewed;
        let of = self.of;
        let mut draft = Draft::new(format!("review-{day}"), day, self.stage_so_far());
        let renamed = |party: PartyRef| !self.dataset.party(party).former.is_empty();
        let awarded = self.seen.contains(&Section::Award);
        if of.supplier.is_some_and(|supplier| !awarded || renamed(supplier)) {
            self.awarded(&mut draft, None);
        }
        draft.parties.extend(&self.named);
        if let Some(summary) = &of.summary {
            draft.top = std::mem::take(&mut draft.top).words("description", summary);
            self.cite(&mut draft, &of.summary_sources);
        }
        if let Some(term) = of.contract.as_ref().and_then(|contract| contract.term.as_ref()) {
            *draft.part(Section::Contract) = Object::default().words("term", term);
        }
        self.notes_on_plans(&mut draft);
        for (number, milestone) in of.milestones.iter().enumerate() {
            self.milestone_today(&mut draft, number, milestone);
        }
        self.endings(&mut draft);
        self.disputes(&mut draft);
        draft
    }

    fn notes_on_plans(&self, draft: &mut Draft) {
        for (at, plan) in self.of.plans.iter().enumerate() {
            let Some(note) = &plan.note else { continue };
            let Some(part) = self.plans.get(&at).copied() else { continue };
            draft.part(part).push("plans", Object::of(plan.id.as_str()).words("description", note));
        }
    }

    fn milestone_today(&self, draft: &mut Draft, number: usize, milestone: &Milestone) {
        let schedule = &milestone.schedule;
        for baseline in schedule.baselines() {
            self.note_on_promise(draft, number, milestone, baseline);
        }
        let ending = if let Some(met) = &schedule.met {
            met.note.as_ref().map(|note| named(milestone).words("description", note))
        } else {
            schedule.unmet.as_ref().map(|unmet| self.unmet(draft, milestone, unmet))
        };
        if let Some(ending) = ending {
            let part = self.met.get(&number).copied();
            let part = part.unwrap_or_else(|| part_of(self, number));
            draft.part(part).push("milestones", ending);
        }
    }

    fn note_on_promise(
        &self,
        draft: &mut Draft,
        number: usize,
        milestone: &Milestone,
        baseline: &Baseline,
    ) {
        let Some(note) = &baseline.note else { return };
        let Some(plan) = self.of.plans.get(usize::from(baseline.plan.0)) else { return };
        let promise = Object::of(plan.id.as_str()).words("description", note);
        let part = self.promised.get(&(number, baseline.plan)).copied();
        let told = Object::of(milestone.id.as_str()).list("promises", vec![promise]);
        draft.part(part.unwrap_or_else(|| self.stage())).push("milestones", told);
    }

    /// That a milestone had not been met on the last day on which it is known.
    fn unmet(&self, draft: &mut Draft, milestone: &Milestone, unmet: &Unmet) -> Object {
        let mut told = named(milestone)
            .put("status", "notMet")
            .put("dateModified", end_of(horizon(self.of, milestone).day()))
            .maybe_words("description", &unmet.note)
            .list("sources", self.cite(draft, &unmet.sources));
        if let Some(dropped) = unmet.dropped {
            told = told.happened("dateDropped", dropped, self.dataset.reviewed);
        }
        told
    }

    /// How claims ended, between parties under today's names.
    fn endings(&self, draft: &mut Draft) {
        for (number, claim) in self.of.claims.iter().enumerate() {
            let Some(part) = self.claims.get(&number).copied() else { continue };
            let told = Object::of(claim.id.as_str())
                .maybe_words("resolution", &claim.outcome)
                .maybe("claimant", self.refer(draft, claim.claimant))
                .maybe("respondent", self.refer(draft, claim.respondent))
                .list("sources", self.cite(draft, &claim.sources));
            draft.part(part).push("claims", told);
        }
    }

    fn disputes(&self, draft: &mut Draft) {
        for cost in &self.of.costs {
            let id = cost.id.as_str();
            let Some(disputed) = &cost.disputed else { continue };
            if !self.disputed.contains(id) {
                draft.top.push("costs", Object::of(id).words("disputed", disputed));
                self.cite(draft, &cost.disputed_sources);
            }
        }
    }
}
