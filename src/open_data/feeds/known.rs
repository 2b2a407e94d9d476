//! What became known, an entry each, as the page of what is new tells it.

use super::super::files::Publication;
use super::entry::{Block, Entry, id, links};
use super::words;
use crate::analysis::knowledge::{Change, Dated, Known, Move, changes};
use crate::i18n::words::{
    NewsDropped, NewsMet, NewsMoved, NewsPlan, NewsPromised, PartyNow, Sentence,
};
use crate::i18n::{Key, format, kind};
use crate::model::Word;
use crate::model::{
    Claim, ClaimStep, Confidence, Day, Id, Lang, PartialDate, PartyRef, Procurement, SourceRef,
};
use crate::route::{Address, Page};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that has become known, with the procurement that it is about.
pub fn entries(publication: Publication, lang: Lang) -> Vec<(Id, Entry)> {
    let dataset = publication.dataset;
    let mut ids = BTreeSet::new();
    let told = changes(dataset, Day(i32::MIN), dataset.reviewed);
    told.iter()
        .filter_map(|change| {
            let of = dataset.procurement_at(change.known().procurement);
            let mut entry = Teller { publication, of, lang }.entry(change)?;
            // Two steps of a claim that are alike in all that an id is made of.
            let mut nth = 2;
            while !ids.insert(entry.id.clone()) {
                entry.id = id(&[&entry.id, &nth.to_string()]);
                nth += 1;
            }
            Some((of.id.clone(), entry))
        })
        .collect()
}

/// The same by procurement.
pub fn by_procurement(entries: Vec<(Id, Entry)>) -> BTreeMap<Id, Vec<(Id, Entry)>> {
    let mut all: BTreeMap<Id, Vec<(Id, Entry)>> = BTreeMap::new();
    for (of, entry) in entries {
        all.entry(of.clone()).or_default().push((of, entry));
    }
    all
}

#[derive(Clone, Copy)]
struct Teller<'a> {
    publication: Publication<'a>,
    of: &'a Procurement,
    lang: Lang,
}

/// What differs between entries.
struct Told<'a> {
    /// What leads to it, within the procurement.
    path: Vec<String>,
    title: String,
    /// A fixed word for its kind.
    kind: &'static str,
    page: Page,
    /// A place on the page.
    place: String,
    said: Vec<String>,
    sources: &'a [SourceRef],
}

impl<'a> Teller<'a> {
    fn entry(self, change: &Change) -> Option<Entry> {
        let Known { id: fact, day, .. } = change.known();
        let told = match change {
            Change::Event(_) => self.event(fact)?,
            Change::Plan { moves, .. } => self.plan(fact, moves)?,
            Change::Claim(_) => self.claim(fact, *day)?,
            Change::ClaimStep { step, .. } => self.step(fact, *step)?,
            Change::Received { part, .. } => self.received(fact, *part)?,
            Change::Met(_) => self.met(fact)?,
            Change::Dropped(_) => self.dropped(fact)?,
            Change::Cost(_) => self.cost(fact)?,
        };
        let Teller { publication, of, lang } = self;
        let mut path = vec!["known", lang.code(), of.id.as_str()];
        path.extend(told.path.iter().map(String::as_str));
        let said = told.said.into_iter().filter(|text| !text.is_empty());
        Some(Entry {
            id: id(&path),
            title: format!("{}: {}", of.name.get(lang), told.title),
            day: *day,
            category: (told.kind, words::kind(lang, told.kind).to_owned()),
            url: format!("{}{}{}", publication.root, Address::new(lang, told.page), told.place),
            said: said.map(Block::Text).collect(),
            sources: links(publication, lang, told.sources),
        })
    }

    fn event(self, fact: &Id) -> Option<Told<'a>> {
        let event = self.of.events.iter().find(|event| event.id == *fact)?;
        let kind = self.word(kind::event_kind(event.kind));
        let sure = event.confidence == Confidence::Low;
        let unconfirmed = if sure { self.word(Key::UnconfirmedLong) } else { String::new() };
        Some(Told {
            path: vec!["event".to_owned(), fact.to_string()],
            title: event.title.get(self.lang).to_owned(),
            kind: "event",
            page: Page::Event(self.of.id.clone(), fact.clone()),
            place: String::new(),
            said: vec![
                format!("{kind}, {}.", self.date(event.date)),
                unconfirmed,
                event.text.get(self.lang).to_owned(),
            ],
            sources: &event.sources,
        })
    }

    fn plan(self, fact: &Id, moves: &[Move]) -> Option<Told<'a>> {
        let plan = self.of.plans.iter().find(|plan| plan.id == *fact)?;
        let form = self.word(kind::plan_form(plan.form));
        let mut said =
            vec![format!("{}, {}.", format::capitalized(&form), self.date(plan.announced))];
        said.extend(moves.iter().filter_map(|moved| self.moved(moved)));
        said.extend(plan.note.as_ref().map(|note| note.get(self.lang).to_owned()));
        Some(Told {
            path: vec!["plan".to_owned(), fact.to_string()],
            title: self.say(NewsPlan { who: plan.by.get(self.lang) }),
            kind: "plan",
            page: Page::Procurement(self.of.id.clone()),
            place: format!("#{fact}"),
            said,
            sources: &plan.sources,
        })
    }

    /// What a plan promised, and what had been promised before.
    fn moved(self, moved: &Move) -> Option<String> {
        let milestone = self.of.milestones.iter().find(|one| one.id == moved.milestone)?;
        let (milestone, to) = (milestone.name.get(self.lang), &self.date(moved.to));
        Some(match moved.from {
            Some(from) => self.say(NewsMoved { milestone, from: &self.date(from), to }),
            None => self.say(NewsPromised { milestone, to }),
        })
    }

    fn claim(self, fact: &Id, day: Day) -> Option<Told<'a>> {
        let claim = self.claim_of(fact)?;
        let known = |step: &&ClaimStep| step.known_on(self.publication.dataset) == day;
        let first = claim.steps.iter().find(known)?;
        Some(Told {
            path: vec!["claim".to_owned(), fact.to_string()],
            title: claim.title.get(self.lang).to_owned(),
            said: vec![
                format!("{}.", self.word(kind::claim_kind(claim.kind))),
                self.of_step(first),
                first.text.get(self.lang).to_owned(),
            ],
            sources: &first.sources,
            ..self.about(claim, "claim")
        })
    }

    fn step(self, fact: &Id, nth: usize) -> Option<Told<'a>> {
        let claim = self.claim_of(fact)?;
        let step = claim.steps.get(nth)?;
        let who = self.publication.dataset.party(step.by).id.to_string();
        Some(Told {
            path: vec![
                "claim".to_owned(),
                fact.to_string(),
                "step".to_owned(),
                step.date.edtf(),
                step.status.word().to_owned(),
                who,
            ],
            title: format!(
                "{}: {}",
                claim.title.get(self.lang),
                self.word(kind::step_status(step.status)).to_lowercase()
            ),
            said: vec![self.of_step(step), step.text.get(self.lang).to_owned()],
            sources: &step.sources,
            ..self.about(claim, "claim-step")
        })
    }

    fn received(self, fact: &Id, nth: usize) -> Option<Told<'a>> {
        let claim = self.claim_of(fact)?;
        let part = claim.received.get(nth)?;
        let what = self.word(kind::receipt_kind(part.kind));
        Some(Told {
            path: vec![
                "claim".to_owned(),
                fact.to_string(),
                "received".to_owned(),
                part.date.edtf(),
                part.kind.word().to_owned(),
            ],
            title: format!("{}: {}", claim.title.get(self.lang), what.to_lowercase()),
            said: vec![
                format!("{what}, {}.", self.date(part.date)),
                part.text.get(self.lang).to_owned(),
            ],
            sources: &part.sources,
            ..self.about(claim, "received")
        })
    }

    fn met(self, fact: &Id) -> Option<Told<'a>> {
        let milestone = self.of.milestones.iter().find(|one| one.id == *fact)?;
        let met = milestone.schedule.met.as_ref()?;
        let date = &format::on_date(self.lang, met.date);
        let title = NewsMet { milestone: milestone.name.get(self.lang), date };
        let note = met.note.iter().map(|note| note.get(self.lang).to_owned());
        Some(Told {
            path: vec!["met".to_owned(), fact.to_string()],
            title: self.say(title),
            kind: "met",
            page: Page::Procurement(self.of.id.clone()),
            place: String::new(),
            said: note.collect(),
            sources: &met.sources,
        })
    }

    fn dropped(self, fact: &Id) -> Option<Told<'a>> {
        let milestone = self.of.milestones.iter().find(|one| one.id == *fact)?;
        let unmet = milestone.schedule.unmet.as_ref()?;
        let date = self.date(unmet.dropped?);
        let note = unmet.note.iter().map(|note| note.get(self.lang).to_owned());
        Some(Told {
            path: vec!["dropped".to_owned(), fact.to_string()],
            title: self.say(NewsDropped { milestone: milestone.name.get(self.lang) }),
            kind: "dropped",
            page: Page::Procurement(self.of.id.clone()),
            place: String::new(),
            said: std::iter::once(format::capitalized(&format!("{date}."))).chain(note).collect(),
            sources: &unmet.sources,
        })
    }

    fn cost(self, fact: &Id) -> Option<Told<'a>> {
        let cost = self.of.costs.iter().find(|cost| cost.id == *fact)?;
        let kind = self.word(kind::cost_kind(cost.kind));
        let money = format::money(self.lang, cost.money);
        // It has to stand beside the figure wherever that is shown.
        let disputed = cost.disputed.iter().map(|text| text.get(self.lang).to_owned());
        let said = [
            format!("{}.", format::capitalized(cost.covers.get(self.lang))),
            format!("{}, {}.", format::capitalized(cost.by.get(self.lang)), self.date(cost.as_of)),
        ];
        Some(Told {
            path: vec!["cost".to_owned(), fact.to_string()],
            title: format!("{kind}: {money}"),
            kind: "cost",
            page: Page::Procurement(self.of.id.clone()),
            place: String::new(),
            said: said.into_iter().chain(disputed).collect(),
            sources: &cost.sources,
        })
    }

    fn claim_of(self, fact: &Id) -> Option<&'a Claim> {
        self.of.claims.iter().find(|claim| claim.id == *fact)
    }

    /// What all entries about a claim have in common.
    fn about(self, claim: &Claim, kind: &'static str) -> Told<'a> {
        Told {
            path: vec![],
            title: String::new(),
            kind,
            page: Page::Claim(self.of.id.clone(), claim.id.clone()),
            place: String::new(),
            said: vec![],
            sources: &[],
        }
    }

    /// What a step did, who acted and when.
    fn of_step(self, step: &ClaimStep) -> String {
        let status = self.word(kind::step_status(step.status));
        let (date, who) = (self.date(step.date), self.party_on(step.by, step.date));
        format!("{status}, {date}: {who}.")
    }

    fn party_on(self, party: PartyRef, date: PartialDate) -> String {
        let party = self.publication.dataset.party(party);
        let name = party.name.get(self.lang);
        match party.former_name_on(date.range().first) {
            Some(former) => self.say(PartyNow { former, name }),
            None => name.to_owned(),
        }
    }

    fn word(self, key: Key) -> String {
        self.publication.words(self.lang).get(key).to_owned()
    }

    fn say(self, sentence: impl Sentence) -> String {
        self.publication.words(self.lang).say(sentence)
    }

    fn date(self, date: PartialDate) -> String {
        format::date(self.lang, date)
    }
}
