//! The entries of a calendar: every promise ever made, what became of each milestone, and what
//! happened.

use super::super::files::Publication;
use super::words::{Begins, begins, later_plan};
use crate::analysis::knowledge::horizon;
use crate::i18n::cite::{self, Reference};
use crate::i18n::words::{
    FirstPromiseWas, HappenedDropped, HappenedMet, HappenedNot, PromiseCalled, Sentence,
    WindowTitle,
};
use crate::i18n::{Key, format, kind};
use crate::model::{
    Baseline, Confidence, DateRange, Event, Lang, Milestone, PartialDate, Plan, PlanForm,
    Procurement, SourceRef,
};
use crate::route::{Address, Page};

/// One entry.
#[derive(Debug)]
pub struct Entry {
    /// The same in both languages, in every build and at every address.
    pub uid: String,
    /// First and last day that its date may mean.
    pub window: DateRange,
    pub summary: String,
    /// Sentences, then the sources with their addresses.
    pub description: String,
    pub categories: Vec<String>,
    /// The page that tells of it, where the site knows where it stands.
    pub url: Option<String>,
    /// Whether it has happened and is confirmed. No promise is certain.
    pub certain: bool,
}

/// Every entry of a procurement's calendar, in order of its first day.
pub fn entries(publication: Publication, of: &Procurement, lang: Lang) -> Vec<Entry> {
    let teller = Teller { publication, of, lang };
    let mut entries = Vec::new();
    for milestone in &of.milestones {
        let promises: Vec<&Baseline> = milestone.schedule.baselines().collect();
        for (at, promise) in promises.iter().enumerate() {
            // A plan that repeats the date replaces nothing.
            let later = promises.get(at + 1..).unwrap_or_default();
            let later = later.iter().find(|later| later.promised != promise.promised);
            entries.push(teller.promise(milestone, promise, later.copied()));
        }
        entries.extend(teller.met(milestone));
        entries.extend(teller.given_up(milestone));
    }
    entries.extend(of.events.iter().map(|event| teller.event(event)));
    entries
        .sort_by(|one, other| (one.window.first, &one.uid).cmp(&(other.window.first, &other.uid)));
    entries
}

/// The page of a procurement.
pub fn page(publication: Publication, of: &Procurement, lang: Lang) -> String {
    format!("{}{}", publication.root, Address::new(lang, Page::Procurement(of.id.clone())))
}

#[derive(Clone, Copy)]
struct Teller<'a> {
    publication: Publication<'a>,
    of: &'a Procurement,
    lang: Lang,
}

impl<'a> Teller<'a> {
    /// A promise. `later` is the first one after it that gives another date.
    fn promise(self, milestone: &Milestone, promise: &Baseline, later: Option<&Baseline>) -> Entry {
        let Teller { of, lang, .. } = self;
        let plan = self.plan(promise);
        let form = self.word(kind::plan_form(plan.form));
        let prefix =
            begins(lang, if later.is_some() { Begins::PromisedEarlier } else { Begins::Promised });
        // A proposal, or what others reported, is no promise of whoever decides: it says so.
        let prefix = match plan.form {
            PlanForm::Contract | PlanForm::Decision => prefix.to_owned(),
            PlanForm::Proposal | PlanForm::Report => format!("{prefix} ({form})"),
        };
        let mut said = Said::default();
        said.sentence(&self.publication.words(lang).say(WindowTitle {
            milestone: milestone.name.get(lang),
            promised: &self.date(promise.promised),
            made: &self.date(plan.announced),
        }));
        said.sentence(&format::capitalized(&format!("{form}, {}", plan.by.get(lang))));
        if let Some(called) = &promise.called {
            let called = self.say(PromiseCalled { name: called.get(lang) });
            said.sentence(&format::capitalized(&called));
        }
        for note in [&promise.note, &plan.note].into_iter().flatten() {
            said.sentence(note.get(lang));
        }
        if let Some(later) = later {
            let announced = self.date(self.plan(later).announced);
            said.sentence(&later_plan(lang, &announced, &self.date(later.promised)));
        }
        said.sentence(&self.what_happened(milestone));
        Entry {
            uid: format!("promise.{}.{}.{}@utlovat", of.id, milestone.id, plan.id),
            window: promise.promised.range(),
            summary: self.summary(&prefix, &self.name(milestone), promise.promised),
            description: self.with_sources(said, [&promise.sources, &plan.sources]),
            categories: self.categories(Key::KindPromise),
            url: self.url(Page::Procurement(of.id.clone()), &format!("#{}", plan.id)),
            certain: false,
        }
    }

    fn met(self, milestone: &Milestone) -> Option<Entry> {
        let met = milestone.schedule.met.as_ref()?;
        let note = met.note.as_ref();
        Some(self.became(milestone, "met", (Begins::Happened, met.date, note, &met.sources)))
    }

    fn given_up(self, milestone: &Milestone) -> Option<Entry> {
        let unmet = milestone.schedule.unmet.as_ref()?;
        let note = unmet.note.as_ref();
        let dropped = (Begins::GivenUp, unmet.dropped?, note, &unmet.sources);
        Some(self.became(milestone, "dropped", dropped))
    }

    /// What became of a milestone.
    fn became(
        self,
        milestone: &Milestone,
        how: &str,
        (prefix, date, note, sources): (
            Begins,
            PartialDate,
            Option<&crate::model::Text>,
            &Vec<SourceRef>,
        ),
    ) -> Entry {
        let Teller { of, lang, .. } = self;
        let mut said = Said::default();
        said.sentence(&format!("{}: {}", self.name(milestone), self.what_happened(milestone)));
        let first = self.date(milestone.schedule.original.promised);
        said.sentence(&self.say(FirstPromiseWas { date: &first }));
        if let Some(note) = note {
            said.sentence(note.get(lang));
        }
        Entry {
            uid: format!("{how}.{}.{}@utlovat", of.id, milestone.id),
            window: date.range(),
            summary: self.summary(begins(lang, prefix), &self.name(milestone), date),
            description: self.with_sources(said, [sources, &vec![]]),
            categories: self.categories(Key::WhatHappened),
            url: self.url(Page::Procurement(of.id.clone()), ""),
            certain: true,
        }
    }

    fn event(self, event: &Event) -> Entry {
        let Teller { of, lang, .. } = self;
        let certain = event.confidence != Confidence::Low;
        let mut said = Said::default();
        said.sentence(event.text.get(lang));
        let mut prefix = begins(lang, Begins::Happened).to_owned();
        if !certain {
            prefix = format!("{prefix} ({})", self.word(Key::Unconfirmed));
            said.sentence(self.word(Key::UnconfirmedLong));
        }
        Entry {
            uid: format!("event.{}.{}@utlovat", of.id, event.id),
            window: event.date.range(),
            summary: self.summary(&prefix, event.title.get(lang), event.date),
            description: self.with_sources(said, [&event.sources, &vec![]]),
            categories: self.categories(kind::event_kind(event.kind)),
            url: self.url(Page::Event(of.id.clone(), event.id.clone()), ""),
            certain,
        }
    }

    /// A summary says in words how exact its date is, since a calendar only draws a long entry.
    fn summary(self, prefix: &str, what: &str, date: PartialDate) -> String {
        match date {
            PartialDate::Day(_) => format!("{prefix}: {what}"),
            _ => format!("{prefix}: {what} ({})", self.date(date)),
        }
    }

    /// A milestone, with its procurement: calendars are laid over each other.
    fn name(self, milestone: &Milestone) -> String {
        format!("{}, {}", milestone.name.get(self.lang), self.of.name.get(self.lang))
    }

    fn what_happened(self, milestone: &Milestone) -> String {
        let schedule = &milestone.schedule;
        match (&schedule.met, schedule.dropped()) {
            (Some(met), _) => self.say(HappenedMet { date: &self.date(met.date) }),
            (None, Some(dropped)) => self.say(HappenedDropped { date: &self.date(dropped) }),
            (None, None) => {
                let known = horizon(self.of, milestone).known;
                self.say(HappenedNot { date: &self.date(known) })
            }
        }
    }

    fn plan(self, promise: &Baseline) -> &'a Plan {
        &self.of.plans[usize::from(promise.plan.0)]
    }

    fn date(self, date: PartialDate) -> String {
        format::date(self.lang, date)
    }

    fn word(self, key: Key) -> &'a str {
        self.publication.words(self.lang).get(key)
    }

    fn say(self, sentence: impl Sentence) -> String {
        self.publication.words(self.lang).say(sentence)
    }

    fn categories(self, what: Key) -> Vec<String> {
        vec![format::capitalized(self.word(what)), self.of.name.get(self.lang).to_owned()]
    }

    fn url(self, page: Page, anchor: &str) -> Option<String> {
        let address = Address::new(self.lang, page);
        let Publication { root, .. } = self.publication;
        self.publication.is_placed().then(|| format!("{root}{address}{anchor}"))
    }

    /// What is said, and then each source once, as the site cites it.
    fn with_sources(self, said: Said, sources: [&Vec<SourceRef>; 2]) -> String {
        let mut all: Vec<SourceRef> = Vec::new();
        for source in sources.into_iter().flatten() {
            if !all.contains(source) {
                all.push(*source);
            }
        }
        let references: Vec<Reference> = all
            .into_iter()
            .map(|source| Reference::of_source(self.publication.dataset.source(source)))
            .collect();
        let list = cite::text(self.lang, &references);
        format!("{}\n{}\n{list}", said.0, self.word(Key::CiteSources))
    }
}

/// Sentences, a line each.
#[derive(Debug, Default)]
struct Said(String);

impl Said {
    fn sentence(&mut self, text: &str) {
        self.0.push_str(text);
        if !text.ends_with(['.', '!', '?', '”', '"', ')']) {
            self.0.push('.');
        }
        self.0.push('\n');
    }
}
