//! Every text of a data set, and whether the public could know it on a day: a second reading of
//! the rule that shares nothing with the code that makes the data set of a day.

use crate::knowledge::told::public;
use std::collections::BTreeSet;
use utlovat::model::{
    Amount, Claim, Dataset, Day, EventKind, Lang, Milestone, PartialDate, Procurement, SourceRef,
    Text,
};

/// What may be told on a day and what may not, in one language.
pub struct Record {
    /// Texts that were known.
    pub known: BTreeSet<String>,
    /// Texts and names that were not.
    pub later: BTreeSet<String>,
}

/// Reads a data set of today as of a day.
pub fn record(today: &Dataset, day: Day, lang: Lang) -> Record {
    let record = Record { known: BTreeSet::new(), later: BTreeSet::new() };
    let mut reader = Reader { today, day, lang, record, cited: BTreeSet::new() };
    for one in &today.procurements {
        reader.procurement(one);
    }
    reader.regions();
    reader.names();
    reader.sources();
    let Record { known, mut later } = reader.record;
    // Words that were there before are no news.
    later.retain(|text| !known.contains(text));
    Record { known, later }
}

/// The day on which the people of a year are counted.
fn end_of(year: i16) -> PartialDate {
    PartialDate::parse(&format!("{year}-12-31")).expect("a day")
}

struct Reader<'a> {
    today: &'a Dataset,
    day: Day,
    lang: Lang,
    record: Record,
    cited: BTreeSet<SourceRef>,
}

impl Reader<'_> {
    fn procurement(&mut self, one: &Procurement) {
        let mut all = true;
        let mut chosen = false;
        let mut any_choice = false;
        self.record.known.insert(one.id.to_string());
        self.tell(true, &one.name);
        for event in &one.events {
            let known = self.public(event.date, event.public, &event.sources);
            all &= known;
            self.tell(known, &event.title);
            self.tell(known, &event.text);
            self.cite(known, &event.sources);
            if matches!(event.kind, EventKind::Award | EventKind::Contract | EventKind::GoLive) {
                any_choice = true;
                chosen |= known;
            }
        }
        for (at, plan) in one.plans.iter().enumerate() {
            let known = self.public(plan.announced, plan.public, &plan.sources);
            all &= known;
            self.cite(known, &plan.sources);
            self.tell(known, &plan.by);
            all &= self.note(known, plan.note.as_ref(), &plan.sources);
            let promises =
                one.milestones.iter().flat_map(|milestone| milestone.schedule.baselines());
            for promise in promises.filter(|promise| usize::from(promise.plan.0) == at) {
                self.cite(known, &promise.sources);
                promise.called.iter().for_each(|name| self.tell(known, name));
                all &= self.note(known, promise.note.as_ref(), &promise.sources);
            }
        }
        for milestone in &one.milestones {
            all &= self.milestone(one, milestone);
        }
        for claim in &one.claims {
            all &= self.claim(claim);
        }
        for cost in &one.costs {
            let known = self.public(cost.as_of, cost.public, &cost.sources);
            all &= known;
            self.cite(known, &cost.sources);
            self.tell(known, &cost.covers);
            self.tell(known, &cost.by);
            all &= self.note(known, cost.disputed.as_ref(), &cost.disputed_sources);
        }
        for said in &one.statements {
            let known = self.public(said.date, said.public, &said.sources);
            all &= known;
            self.cite(known, &said.sources);
            self.tell(known, &said.by);
            self.tell(known, &said.text);
        }
        if let Some(contract) = &one.contract {
            let known = self.public(contract.signed, None, &contract.sources);
            all &= known;
            (any_choice, chosen) = (true, chosen || known);
            self.cite(known, &contract.sources);
            contract.covers.iter().for_each(|text| self.tell(known, text));
            all &= self.note(known, contract.term.as_ref(), &contract.sources);
        }
        if let Some(people) = &one.residents {
            let known = self.public(end_of(people.year), None, &people.sources);
            all &= known;
            self.cite(known, &people.sources);
        }
        for programme in &one.programmes {
            let known = self.public(programme.since, None, &programme.sources);
            all &= known;
            self.cite(known, &programme.sources);
            self.name(known, &programme.name);
        }
        for (hint, sources) in
            [(&one.scope, &one.scope_sources), (&one.replaces, &one.replaces_sources)]
        {
            let Some(text) = hint else { continue };
            let known = self.one_out(sources);
            all &= known;
            self.cite(known, sources);
            self.tell(known, text);
        }
        if let Some(standing) = &one.standing {
            let known = self.public(standing.since, None, &standing.sources)
                && self.all_out(&standing.sources);
            all &= known;
            self.cite(known, &standing.sources);
            self.tell(known, &standing.text);
        }
        for differ in &one.disagreements {
            let known = self.all_out(&differ.sources);
            all &= known;
            self.cite(known, &differ.sources);
            self.tell(known, &differ.text);
        }
        // What is written of the whole waits for all of it.
        let all = all || self.day >= self.today.reviewed;
        self.cite(all, &one.summary_sources);
        one.summary.iter().for_each(|text| self.tell(all, text));
        one.unknowns.iter().for_each(|unknown| self.tell(all, &unknown.text));
        if let Some(product) = &one.product {
            self.name(if any_choice { chosen } else { all }, product);
        }
    }

    /// What became of a milestone. Gives back whether all of it was known.
    fn milestone(&mut self, one: &Procurement, milestone: &Milestone) -> bool {
        let promised = milestone.schedule.baselines().any(|promise| {
            let plan = &one.plans[usize::from(promise.plan.0)];
            self.public(plan.announced, plan.public, &plan.sources)
        });
        let mut all = promised;
        self.tell(promised, &milestone.name);
        if let Some(met) = &milestone.schedule.met {
            let known = promised && self.public(met.date, met.public, &met.sources);
            all &= known;
            self.cite(known, &met.sources);
            all &= self.note(known, met.note.as_ref(), &met.sources);
        }
        if let Some(unmet) = &milestone.schedule.unmet {
            for date in unmet.dropped.into_iter().chain(unmet.told_until) {
                let known = self.public(date, None, &unmet.sources);
                all &= known;
                self.cite(promised && known, &unmet.sources);
            }
            all &= self.note(promised, unmet.note.as_ref(), &unmet.sources);
        }
        all
    }

    fn claim(&mut self, claim: &Claim) -> bool {
        let steps: Vec<bool> = claim
            .steps
            .iter()
            .map(|step| self.public(step.date, step.public, &step.sources))
            .collect();
        let (raised, ended) = (steps.iter().any(|known| *known), steps.iter().all(|known| *known));
        for (step, known) in claim.steps.iter().zip(steps) {
            self.cite(known, &step.sources);
            self.tell(known, &step.text);
        }
        self.cite(raised, &claim.sources);
        self.tell(raised, &claim.title);
        let mut all = ended;
        let mut part = |date, public, text: &Text, amount: &Amount, sources: &[SourceRef]| {
            let known = self.public(date, public, sources);
            all &= known;
            self.cite(known && raised, sources);
            self.tell(known && raised, text);
            if let Amount::Withheld { reason, said_by, sources } = amount {
                self.cite(known && raised, sources);
                self.tell(known && raised, reason);
                self.tell(known && raised, said_by);
            }
        };
        for one in &claim.demands {
            part(one.date, one.public, &one.text, &one.amount, &one.sources);
        }
        for one in &claim.losses {
            part(one.date, one.public, &one.text, &one.amount, &one.sources);
            part(one.date, one.public, &one.by, &one.amount, &one.sources);
        }
        for one in &claim.received {
            part(one.date, one.public, &one.text, &one.amount, &one.sources);
        }
        all & self.note(ended, claim.outcome.as_ref(), &claim.sources)
    }

    fn regions(&mut self) {
        for region in &self.today.regions {
            let known = self.public(region.system_as_of, None, &region.sources);
            self.tell(true, &region.name);
            self.cite(known, &region.sources);
            self.note(known, region.note.as_ref(), &region.sources);
            if let Some(people) = &region.population {
                let known = known && self.public(end_of(people.year), None, &people.sources);
                self.cite(known, &people.sources);
            }
            if known {
                self.record.known.extend(region.system.iter().chain(&region.next).cloned());
            }
        }
    }

    /// A party has its former name until the last day that this may have been its name.
    fn names(&mut self) {
        for party in &self.today.parties {
            self.record.known.insert(party.id.to_string());
            let mut in_use = true;
            for former in &party.former {
                self.name(in_use, &former.name);
                in_use &= former.until.range().last <= self.day;
                self.cite(in_use, &former.sources);
            }
            self.name(in_use || self.day >= self.today.reviewed, party.name.get(self.lang));
        }
    }

    /// A fact that was known keeps all its evidence, whenever that was published.
    fn sources(&mut self) {
        for (at, source) in (0..).map(SourceRef).zip(self.today.sources.iter()) {
            let out = source.published.is_some_and(|date| date.range().last <= self.day);
            let shown = out || self.cited.contains(&at) || self.day >= self.today.reviewed;
            source.title.iter().for_each(|title| self.put(shown, title));
            source.note.iter().for_each(|note| self.tell(shown, note));
            if shown {
                self.record.known.extend([source.publisher.clone(), source.url.clone()]);
                self.record.known.insert(source.id.to_string());
            }
        }
    }

    fn public(
        &self,
        date: PartialDate,
        public_on: Option<PartialDate>,
        sources: &[SourceRef],
    ) -> bool {
        match public_on {
            Some(date) => public(date, &[], self.today, self.day),
            None => public(date, sources, self.today, self.day),
        }
    }

    /// A text in today's words, which waits for all that it rests on too. Gives back whether it
    /// was known, or is not there.
    fn note(&mut self, known: bool, text: Option<&Text>, sources: &[SourceRef]) -> bool {
        let Some(text) = text else { return true };
        let known = known && self.all_out(sources);
        self.cite(known, sources);
        self.tell(known, text);
        known
    }

    /// Whether every dated one of these sources was out.
    fn all_out(&self, sources: &[SourceRef]) -> bool {
        self.day >= self.today.reviewed
            || sources
                .iter()
                .filter_map(|one| self.today.source(*one).published)
                .all(|date| date.range().last <= self.day)
    }

    /// Whether one dated source was out, or there is none that is dated.
    fn one_out(&self, sources: &[SourceRef]) -> bool {
        let mut dated =
            sources.iter().filter_map(|one| self.today.source(*one).published).peekable();
        self.day >= self.today.reviewed
            || dated.peek().is_none()
            || dated.any(|date| date.range().last <= self.day)
    }

    fn cite(&mut self, known: bool, sources: &[SourceRef]) {
        if known {
            self.cited.extend(sources);
        }
    }

    fn tell(&mut self, known: bool, text: &Text) {
        let text = text.get(self.lang);
        // A word or two ("the region", "first go-live") prove nothing: they stand in other places.
        if known || text.split_whitespace().count() > 2 {
            self.put(known, text);
        }
    }

    fn name(&mut self, known: bool, name: &str) {
        self.put(known, name);
    }

    fn put(&mut self, known: bool, text: &str) {
        let list = if known { &mut self.record.known } else { &mut self.record.later };
        list.insert(text.to_owned());
    }
}
