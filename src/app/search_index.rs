//! The index of the search, made when the site is built: every fact with its words, each known
//! since its own day.

use crate::analysis::knowledge::{Since, named_parties};
use crate::analysis::search::{Entry, Index, Part, What, fold};
use crate::i18n::{Key, Messages, format, kind, words};
use crate::model::{
    Amount, Claim, Cost, Dataset, Day, Event, PartialDate, PartyRef, Plan, PlanRef, Procurement,
    ProcurementRef, Region, Source, SourceRef, Text,
};
use std::collections::BTreeSet;

/// The index of a data set in the language of the words.
pub fn search_index(dataset: &Dataset, words: &Messages) -> Index {
    let desk = Desk { dataset, words, since: Since::of(dataset) };
    let mut entries = Vec::new();
    for (at, procurement) in (0..).map(ProcurementRef).zip(&dataset.procurements) {
        if procurement.is_empty() {
            continue;
        }
        entries.push(desk.procurement(at, procurement));
        let claims = (0..).zip(&procurement.claims);
        entries.extend(claims.map(|(n, claim)| desk.claim(at, procurement, n, claim)));
        let events = (0..).zip(&procurement.events);
        entries.extend(events.map(|(n, event)| desk.event(at, procurement, n, event)));
        let plans = (0..).map(PlanRef).zip(&procurement.plans);
        entries.extend(plans.map(|(n, plan)| desk.plan(at, procurement, n, plan)));
        let costs = (0..).zip(&procurement.costs);
        entries.extend(costs.map(|(n, cost)| desk.cost(at, procurement, n, cost)));
    }
    entries.extend(desk.parties());
    entries.extend((0..).zip(&dataset.regions).map(|(at, region)| desk.region(at, region)));
    entries.extend(desk.sources());
    Index::ordered(entries)
}

struct Desk<'a> {
    dataset: &'a Dataset,
    words: &'a Messages,
    since: Since<'a>,
}

impl<'a> Desk<'a> {
    fn text(&self, text: &'a Text) -> &'a str {
        text.get(self.words.lang())
    }

    fn date(&self, date: PartialDate) -> String {
        format::date(self.words.lang(), date)
    }

    fn procurement(&self, at: ProcurementRef, from: &'a Procurement) -> Entry {
        let since = &self.since;
        let mut draft = Draft::new(since.procurement(from));
        draft.title(Day(i32::MIN), self.text(&from.name));
        draft.add(Day(i32::MIN), self.words.get(Key::FindProcurement));
        for programme in &from.programmes {
            draft.add(self.since.programme(programme), &programme.name);
        }
        self.party(&mut draft, from.buyer, Day(i32::MIN));
        let chosen = since.choice(from);
        from.product.iter().for_each(|product| draft.title(chosen, product));
        from.supplier.iter().for_each(|supplier| self.party(&mut draft, *supplier, chosen));
        from.summary.iter().for_each(|it| draft.add(since.summary(from), self.text(it)));
        for (text, sources) in
            [(&from.scope, &from.scope_sources), (&from.replaces, &from.replaces_sources)]
        {
            text.iter().for_each(|it| draft.add(since.hint(sources), self.text(it)));
        }
        if let (Some(standing), Some(day)) = (&from.standing, since.standing(from)) {
            draft.add(day, self.text(&standing.text));
        }
        draft.done(What::Procurement(at), !from.comparator)
    }

    fn event(&self, at: ProcurementRef, from: &'a Procurement, n: u16, event: &'a Event) -> Entry {
        let known = self.since.event(event);
        let mut draft = Draft::new(known);
        draft.title(known, self.text(&event.title));
        for text in [
            self.text(&event.text),
            self.words.get(kind::event_kind(event.kind)),
            self.text(&from.name),
            &self.date(event.date),
        ] {
            draft.add(known, text);
        }
        event.parties.iter().for_each(|party| self.party(&mut draft, *party, known));
        draft.done(What::Event(at, n), !from.comparator)
    }

    fn claim(&self, at: ProcurementRef, from: &'a Procurement, n: u16, claim: &'a Claim) -> Entry {
        let known = self.since.claim(claim);
        let mut draft = Draft::new(known);
        draft.title(known, self.text(&claim.title));
        for text in [self.words.get(kind::claim_kind(claim.kind)), self.text(&from.name)] {
            draft.add(known, text);
        }
        for party in [claim.claimant, claim.respondent] {
            self.party(&mut draft, party, known);
        }
        for demand in &claim.demands {
            draft.add(self.since.demand(demand).max(known), self.text(&demand.text));
            self.amount(&mut draft, self.since.demand(demand).max(known), &demand.amount);
        }
        for loss in &claim.losses {
            draft.add(self.since.loss(loss).max(known), self.text(&loss.text));
            self.amount(&mut draft, self.since.loss(loss).max(known), &loss.amount);
        }
        for part in &claim.received {
            draft.add(self.since.receipt(part).max(known), self.text(&part.text));
            self.amount(&mut draft, self.since.receipt(part).max(known), &part.amount);
        }
        for step in &claim.steps {
            let day = self.since.step(step);
            draft.add(day, self.text(&step.text));
            draft.add(day, self.words.get(kind::step_status(step.status)));
            draft.add(day, &self.date(step.date));
        }
        if let Some(outcome) = &claim.outcome {
            let day = self.since.end(claim).max(self.since.wording(&claim.sources));
            draft.add(day, self.text(outcome));
        }
        draft.done(What::Claim(at, n), !from.comparator)
    }

    fn plan(&self, at: ProcurementRef, from: &'a Procurement, n: PlanRef, plan: &'a Plan) -> Entry {
        let known = self.since.plan(plan);
        let mut draft = Draft::new(known);
        draft.title(known, &self.words.say(words::NewsPlan { who: self.text(&plan.by) }));
        for text in [
            self.words.get(Key::FindPlan),
            self.words.get(kind::plan_form(plan.form)),
            self.text(&from.name),
            &self.date(plan.announced),
        ] {
            draft.add(known, text);
        }
        for milestone in &from.milestones {
            for baseline in milestone.schedule.baselines().filter(|one| one.plan == n) {
                draft.add(known, self.text(&milestone.name));
                draft.add(known, &self.date(baseline.promised));
            }
        }
        if let Some(note) = &plan.note {
            draft.add(self.since.wording(&plan.sources), self.text(note));
        }
        draft.done(What::Plan(at, n), !from.comparator)
    }

    fn cost(&self, at: ProcurementRef, from: &'a Procurement, n: u16, cost: &'a Cost) -> Entry {
        let known = self.since.cost(cost);
        let mut draft = Draft::new(known);
        let kind = self.words.get(kind::cost_kind(cost.kind));
        let sum = format::money(self.words.lang(), cost.money);
        draft.title(known, &self.words.say(words::CostFound { kind, sum: &sum }));
        for text in [
            self.text(&cost.covers),
            self.text(&cost.by),
            self.text(&from.name),
            &self.date(cost.as_of),
        ] {
            draft.add(known, text);
        }
        if let Some(disputed) = &cost.disputed {
            draft.add(self.since.hint(&cost.disputed_sources).max(known), self.text(disputed));
        }
        draft.done(What::Cost(at, n), !from.comparator)
    }

    /// A sum as it is written: its figures are words.
    fn amount(&self, draft: &mut Draft, known: Day, amount: &Amount) {
        let text = match amount {
            Amount::Public(money) => format::money(self.words.lang(), *money),
            Amount::Withheld { .. } => self.words.get(Key::SecretSum).to_owned(),
            Amount::NotNamed | Amount::NotFound => return,
        };
        draft.add(known, &text);
    }

    fn region(&self, at: u16, region: &'a Region) -> Entry {
        let known = self.since.region(region);
        let mut draft = Draft::new(known);
        draft.title(known, self.text(&region.name));
        draft.title(known, &region.short);
        draft.add(known, self.words.get(Key::FindRegion));
        region.system.iter().chain(&region.next).for_each(|system| draft.add(known, system));
        if let Some(note) = &region.note {
            draft.add(self.since.wording(&region.sources), self.text(note));
        }
        let procurement = region.procurement.map(|at| self.dataset.procurement_at(at));
        draft.done(What::Region(at), procurement.is_some_and(|one| !one.comparator))
    }

    fn parties(&self) -> impl Iterator<Item = Entry> {
        let first = self.since.parties();
        let followed: BTreeSet<PartyRef> = {
            let mut only = self.dataset.clone();
            only.procurements.retain(|one| !one.comparator);
            named_parties(&only)
        };
        named_parties(self.dataset).into_iter().map(move |party| {
            let known = first.get(usize::from(party.0)).copied();
            let mut draft = Draft::new(known.unwrap_or(self.dataset.reviewed));
            for (day, name) in self.names(party) {
                draft.title(day, name);
            }
            draft.add(Day(i32::MIN), self.words.get(Key::FindParty));
            draft.done(What::Party(party), followed.contains(&party))
        })
    }

    fn sources(&self) -> impl Iterator<Item = Entry> {
        let first = self.since.sources();
        let mut followed: BTreeSet<SourceRef> = BTreeSet::new();
        for procurement in self.dataset.followed() {
            procurement.each_source(&mut |source| {
                followed.insert(source);
            });
        }
        let all = (0..).map(SourceRef).zip(self.dataset.sources.iter()).zip(first);
        all.map(move |((at, source), known)| self.source(at, source, known, followed.contains(&at)))
    }

    fn source(&self, at: SourceRef, source: &'a Source, known: Day, followed: bool) -> Entry {
        let mut draft = Draft::new(known);
        draft.title(known, source.title.as_ref().unwrap_or(&source.publisher));
        draft.add(known, &source.publisher);
        draft.add(known, self.words.get(Key::FindSource));
        source.published.iter().for_each(|date| draft.add(known, &self.date(*date)));
        source.note.iter().for_each(|note| draft.add(known, self.text(note)));
        draft.done(What::Source(at), followed)
    }

    /// The names of a party that has to do with a fact.
    fn party(&self, draft: &mut Draft, party: PartyRef, known: Day) {
        for (day, name) in self.names(party) {
            draft.add(day.max(known), name);
        }
    }

    fn names(&self, party: PartyRef) -> Vec<(Day, &'a str)> {
        self.since.names(self.dataset.party(party), |name| name.get(self.words.lang()))
    }
}

/// An entry that is being written.
struct Draft {
    known: Day,
    titles: Vec<(Day, String)>,
    texts: Vec<(Day, String)>,
}

impl Draft {
    fn new(known: Day) -> Draft {
        Draft { known, titles: vec![], texts: vec![] }
    }

    fn title(&mut self, known: Day, text: &str) {
        self.titles.push((known.max(self.known), fold(text)));
    }

    fn add(&mut self, known: Day, text: &str) {
        self.texts.push((known.max(self.known), fold(text)));
    }

    /// Each name is a part of its own; of the texts, those of a day are, without words that an
    /// earlier part has.
    fn done(mut self, what: What, followed: bool) -> Entry {
        self.texts.sort_by_key(|(day, _)| *day);
        let mut seen: Vec<(Day, String)> = Vec::new();
        let mut parts: Vec<Part> = Vec::new();
        for (known, words) in self.titles {
            let own = words.split(' ').map(|word| (known, word.to_owned()));
            seen.extend(own);
            parts.push(Part { known, title: true, words });
        }
        for (known, words) in self.texts {
            for word in words.split(' ').filter(|word| !word.is_empty()) {
                if seen.iter().any(|(day, other)| *day <= known && other == word) {
                    continue;
                }
                seen.push((known, word.to_owned()));
                match parts.last_mut() {
                    Some(part) if !part.title && part.known == known => {
                        part.words.push(' ');
                        part.words.push_str(word);
                    }
                    _ => parts.push(Part { known, title: false, words: word.to_owned() }),
                }
            }
        }
        Entry { what, known: self.known, followed, parts }
    }
}
