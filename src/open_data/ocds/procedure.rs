//! Tender, award, contract and what was said of their costs.

use super::amount::value;
use super::history::History;
use super::object::Object;
use super::release::Draft;
use super::section::Section;
use crate::analysis::knowledge::source_is_known;
use crate::model::Word;
use crate::model::{Cost, Day, Event, EventKind, PartyRole};
use serde_json::Value;

impl History<'_> {
    /// An event of the contracting process. It stands as it was told; no status is read from it.
    pub fn event(&mut self, event: &Event, day: Day) -> Draft {
        let home = match event.kind {
            EventKind::Tender | EventKind::Appeal | EventKind::Ruling => Section::Tender,
            EventKind::Award => Section::Award,
            EventKind::Contract => Section::Contract,
            _ => self.stage_so_far(),
        };
        let mut draft = Draft::new(format!("event-{}", event.id.as_str()), day, home);
        draft.ends = event.kind == EventKind::Cancellation;
        match home {
            Section::Award => self.awarded(&mut draft, Some(event)),
            Section::Contract if !self.seen.contains(&Section::Award) => {
                self.awarded(&mut draft, None);
            }
            _ => {}
        }
        let mut parties = vec![];
        for party in &event.parties {
            if self.dataset.party(*party).role == PartyRole::ReviewBody {
                self.roles.give(*party, "reviewBody");
            }
            parties.extend(self.refer(&mut draft, *party).map(Value::from));
        }
        let told = Object::of(event.id.as_str())
            .put("type", event.kind.word())
            .words("title", &event.title)
            .words("description", &event.text)
            .happened("date", event.date, day)
            .list("parties", parties)
            .list("sources", self.cite(&mut draft, &event.sources));
        draft.top.push("events", told);
        draft
    }

    /// The signed contract.
    pub fn contract(&mut self, day: Day) -> Draft {
        let mut draft = Draft::new("contract", day, Section::Contract);
        if !self.seen.contains(&Section::Award) {
            self.awarded(&mut draft, None);
        }
        if let Some(contract) = &self.of.contract {
            let sources = self.cite(&mut draft, &contract.sources);
            *draft.part(Section::Contract) = Object::default()
                .happened("dateSigned", contract.signed, day)
                .maybe("value", contract.value.as_ref().map(value))
                .maybe_words("description", &contract.covers)
                .list("sources", sources);
        }
        draft
    }

    /// Who won, and with what. The first award that is told gives the day.
    pub fn awarded(&mut self, draft: &mut Draft, told: Option<&Event>) {
        let mut award = Object::default();
        if let Some(event) = told.filter(|_| !self.seen.contains(&Section::Award)) {
            award = award.happened("date", event.date, draft.day);
        }
        if let Some(supplier) = self.of.supplier {
            self.roles.give(supplier, "supplier");
            award = award
                .list("suppliers", self.refer(draft, supplier).into_iter().collect::<Vec<_>>());
        }
        if let Some(product) = &self.of.product {
            let item = Object::of("product").put("description", product.as_str());
            award = award.list("items", vec![item]);
        }
        draft.parts.insert(Section::Award, award);
    }

    /// What somebody said that it costs. Such figures overlap and are never added.
    pub fn cost(&mut self, cost: &Cost, day: Day) -> Draft {
        let id = cost.id.as_str();
        let mut draft = Draft::new(format!("cost-{id}"), day, self.stage_so_far());
        let mut told = Object::of(id)
            .put("type", cost.kind.word())
            .put("amount", value(&cost.money))
            .words("description", &cost.covers)
            .words("statedBy", &cost.by)
            .put("otherArea", cost.other_area)
            .happened("date", cost.as_of, day)
            .list("sources", self.cite(&mut draft, &cost.sources));
        let out = |source| source_is_known(self.dataset.source(source), day);
        if cost.disputed_sources.iter().all(|source| out(*source)) {
            told = told.maybe_words("disputed", &cost.disputed);
            self.cite(&mut draft, &cost.disputed_sources);
            self.disputed.insert(id.to_owned());
        }
        draft.top.push("costs", told);
        draft
    }
}
