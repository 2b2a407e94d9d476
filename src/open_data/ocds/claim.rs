//! What one party demanded of another: an extension of our own, since OCDS ends with the
//! complaints of bidders. Names follow Prozorro's `claims` where it has one.

use super::amount::{amount, value};
use super::history::History;
use super::object::Object;
use super::release::Draft;
use super::section::Section;
use crate::model::Word;
use crate::model::{
    Amount, Claim, ClaimKind, Day, PartialDate, PartyRole, SourceRef, StepStatus, Text,
};
use serde_json::Value;

impl History<'_> {
    /// One step, and how the claim stands after the steps that are known.
    pub fn step(&mut self, number: usize, at: usize, day: Day) -> Draft {
        let claim = &self.of.claims[number];
        let step = &claim.steps[at];
        let (mut draft, mut told) = self.claim(number, &format!("step-{}", at + 1), day);
        self.steps.insert((number, at));
        if self.dataset.party(step.by).role == PartyRole::ReviewBody {
            self.roles.give(step.by, "reviewBody");
        }
        let part = Object::of(format!("step-{}", at + 1))
            .put("status", step.status.word())
            .maybe("by", self.refer(&mut draft, step.by));
        let part = self.part(&mut draft, part, step.date, &step.text, &step.sources);
        told.push("statusHistory", part);
        told = self.standing(told, number, claim, day);
        self.tell(draft, number, told)
    }

    /// What was demanded, as one report tells it, and the sum as all known reports give it.
    pub fn demand(&mut self, number: usize, at: usize, day: Day) -> Draft {
        let claim = &self.of.claims[number];
        let demand = &claim.demands[at];
        let id = format!("demand-{}", at + 1);
        let (mut draft, mut told) = self.claim(number, &id, day);
        self.demands.insert((number, at));
        let part = Object::of(&id).put("form", demand.form.word());
        let part = self.part(&mut draft, part, demand.date, &demand.text, &demand.sources);
        told.push("demands", self.sum(&mut draft, part, claim, &demand.amount));
        if let Some(sum) = self.demanded(number, claim) {
            told = amount(told, &sum);
            if let Amount::Public(money) = &sum
                && money.high.is_none()
                && claim.demands.len() > 1
            {
                // An earlier release may have told a span, which another report took back.
                told = told.put("amount", value(money).put("amountHigh", Value::Null));
            }
        }
        self.tell(draft, number, told)
    }

    /// What damage somebody stated: no demand, and in no sum.
    pub fn loss(&mut self, number: usize, at: usize, day: Day) -> Draft {
        let claim = &self.of.claims[number];
        let loss = &claim.losses[at];
        let id = format!("loss-{}", at + 1);
        let (mut draft, mut told) = self.claim(number, &id, day);
        let part = Object::of(&id).words("statedBy", &loss.by);
        let part = self.part(&mut draft, part, loss.date, &loss.text, &loss.sources);
        told.push("losses", self.sum(&mut draft, part, claim, &loss.amount));
        self.tell(draft, number, told)
    }

    /// One part of what was received.
    pub fn received(&mut self, number: usize, at: usize, day: Day) -> Draft {
        let claim = &self.of.claims[number];
        let received = &claim.received[at];
        let id = format!("received-{}", at + 1);
        let (mut draft, mut told) = self.claim(number, &id, day);
        let part = Object::of(&id).put("type", received.kind.word());
        let part = self.part(&mut draft, part, received.date, &received.text, &received.sources);
        told.push("received", self.sum(&mut draft, part, claim, &received.amount));
        self.tell(draft, number, told)
    }

    /// A release about a claim, and the claim by its name. A claim stays in the part where it was
    /// first told: appeals against the award belong to the tender.
    fn claim(&mut self, number: usize, name: &str, day: Day) -> (Draft, Object) {
        let claim = &self.of.claims[number];
        let stage = self.stage();
        let home = *self.claims.entry(number).or_insert(match claim.kind {
            ClaimKind::Appeal => Section::Tender,
            _ => stage,
        });
        self.roles.give(claim.claimant, "claimant");
        self.roles.give(claim.respondent, "respondent");
        let mut draft = Draft::new(format!("claim-{}-{name}", claim.id.as_str()), day, home);
        let words = |words: Vec<&'static str>| words;
        let object = Object::of(claim.id.as_str())
            .put("type", claim.kind.word())
            .words("title", &claim.title)
            .list("grounds", words(claim.grounds.iter().map(|ground| ground.word()).collect()))
            .list("remedies", words(claim.remedies.iter().map(|one| one.word()).collect()))
            .maybe("claimant", self.refer(&mut draft, claim.claimant))
            .maybe("respondent", self.refer(&mut draft, claim.respondent));
        (draft, object)
    }

    /// What every part of a claim has: when, in which words and by which sources.
    fn part(
        &self,
        draft: &mut Draft,
        part: Object,
        date: PartialDate,
        text: &Text,
        sources: &[SourceRef],
    ) -> Object {
        part.happened("date", date, draft.day)
            .words("description", text)
            .list("sources", self.cite(draft, sources))
    }

    /// The sum of a part. One that is kept secret is named among what is withheld as well.
    fn sum(&self, draft: &mut Draft, part: Object, claim: &Claim, sum: &Amount) -> Object {
        if let Amount::Withheld { reason, said_by, sources } = sum {
            let path = draft.name.trim_start_matches("claim-").to_owned();
            let secret = Object::of(&path)
                .put("field", format!("{path}/amount"))
                .words("name", &claim.title)
                .words("rationale", reason)
                .words("statedBy", said_by)
                .list("sources", self.cite(draft, sources));
            draft.top.push("withheldInformation", secret);
        }
        amount(part, sum)
    }

    /// The sum that was demanded, counted once for all reports that are known.
    fn demanded(&self, number: usize, claim: &Claim) -> Option<Amount> {
        let known = |(at, _): &(usize, _)| self.demands.contains(&(number, *at));
        let demands = claim.demands.iter().enumerate().filter(known);
        let demands = demands.map(|(_, demand)| demand.clone()).collect();
        Claim { demands, ..claim.clone() }.demanded()
    }

    /// How the claim stands by the steps that are known, and since when.
    fn standing(&self, told: Object, number: usize, claim: &Claim, day: Day) -> Object {
        let known = |(at, _): &(usize, _)| self.steps.contains(&(number, *at));
        let steps: Vec<_> =
            claim.steps.iter().enumerate().filter(known).map(|(_, step)| step).collect();
        let first = |status| steps.iter().find(|step| step.status == status);
        let decided = |status| {
            matches!(
                status,
                StepStatus::Settled
                    | StepStatus::Withdrawn
                    | StepStatus::Rejected
                    | StepStatus::Upheld
            )
        };
        let dates = [
            ("date", first(StepStatus::Raised)),
            ("dateAnswered", first(StepStatus::Answered)),
            ("dateDecision", steps.iter().rfind(|step| decided(step.status))),
        ];
        let mut told = told;
        for (key, step) in dates {
            if let Some(step) = step {
                told = told.happened(key, step.date, day);
            }
        }
        let moved = steps.iter().rfind(|step| step.status != StepStatus::Reported);
        told.maybe("status", moved.map(|step| step.status.word()))
    }

    fn tell(&self, mut draft: Draft, number: usize, told: Object) -> Draft {
        let home = self.claims.get(&number).copied().unwrap_or(draft.home);
        draft.part(home).push("claims", Value::from(told));
        draft
    }
}
