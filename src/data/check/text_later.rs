//! A text tells nothing that happened after the day on which its fact became known.
//!
//! A reader may look from any day, and then reads the texts of the facts that were known by it.
//! So a date in a text that is later than the fact is either a promise, and then the entry says
//! `looks-ahead`, or something that belongs in an entry of its own.

use super::dates_in_text::dates_in;
use crate::data::problem::{Place, Problem, ProblemKind};
use crate::data::record::{Folder, Records, StepRecord};
use crate::model::{Day, PartialDate, public_since};
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    let Some(reviewed) = records.dataset.as_ref().and_then(|file| file.record.reviewed.as_ref())
    else {
        return;
    };
    let sources = records.sources().map(|source| {
        let published = source.record.published.as_ref().map(|date| *date.get_ref());
        (source.name(), published)
    });
    let known = Known { reviewed: *reviewed.get_ref(), published: sources.collect() };
    let mut since = BTreeMap::new();
    for folder in &records.procurements {
        known.folder(folder, &mut since);
    }
    // A date that stands in both languages is told once.
    let mut told = BTreeSet::new();
    for text in &records.texts {
        let Some(since) = since.get(&text.place) else { continue };
        let Some(day) = since.of(&text.field) else { continue };
        for date in dates_in(&text.text) {
            let meant = |ahead: &Spanned<PartialDate>| {
                let (ahead, date) = (ahead.get_ref().range(), date.range());
                ahead.first <= date.first && date.last <= ahead.last
            };
            let ahead = records.looks_ahead.get(&text.place);
            if date.range().first > day
                && !ahead.into_iter().flatten().any(meant)
                && told.insert((&text.place, date.to_string()))
            {
                let kind = ProblemKind::TextTellsLater { date, known: day.to_string() };
                problems.push(text.place.problem(Some(text.span.clone()), kind));
            }
        }
    }
}

/// Since when the texts of an entry are shown.
struct Since {
    /// Its fact.
    fact: Option<Day>,
    /// Its notes, which wait until all that they rest on was out.
    notes: Option<Day>,
}

impl Since {
    fn of(&self, field: &str) -> Option<Day> {
        let name = field.split('.').next().unwrap_or_default();
        match name {
            "note" | "outcome" | "term" | "disputed" => self.notes,
            _ => self.fact,
        }
    }
}

type Dates = Option<Spanned<PartialDate>>;

type Ids = [Spanned<String>];

struct Known<'a> {
    reviewed: Day,
    published: BTreeMap<&'a str, Option<PartialDate>>,
}

impl Known<'_> {
    fn folder(&self, folder: &Folder, since: &mut BTreeMap<Place, Since>) {
        let mut tell = |place: &Place, fact: Option<Day>, notes: Option<Day>| {
            since.insert(place.clone(), Since { fact, notes });
        };
        for entry in folder.dated() {
            let fact = self.fact(entry.date, entry.public, entry.sources);
            tell(entry.place, fact, self.all_out(entry.sources));
        }
        for unmet in &folder.plans.unmet {
            let sources = &unmet.record.sources;
            let dropped = self.fact(&unmet.record.dropped, &None, sources);
            tell(&unmet.place, dropped, self.all_out(sources));
        }
        // A promise is known with its plan.
        for plan in folder.plans.plans.iter().map(|entry| &entry.record) {
            for promise in &plan.promises {
                let sources = &promise.record.sources;
                let made = self.fact(&plan.announced, &plan.public, sources);
                tell(&promise.place, made, self.all_out(sources));
            }
        }
        for claim in &folder.claims {
            let record = &claim.record;
            let day = |step: &StepRecord| self.fact(&step.date, &step.public, &step.sources);
            let raised = record.steps.first().and_then(|step| day(&step.record));
            // How it ended waits for its last step and for all that the claim rests on.
            let ended = record.steps.last().and_then(|step| day(&step.record));
            let told = ended.zip(self.all_out(&record.sources)).map(|(a, b)| a.max(b));
            tell(&claim.place, raised, told);
        }
        // A cost's note waits for sources of its own.
        if let Some(file) = &folder.procurement {
            for cost in &file.record.costs {
                let (place, cost) = (&cost.place, &cost.record);
                let fact = self.fact(&cost.as_of, &cost.public, &cost.sources);
                tell(place, fact, self.all_out(&cost.disputed_sources));
            }
        }
    }

    fn fact(&self, date: &Dates, public: &Dates, sources: &Ids) -> Option<Day> {
        if let Some(public) = public {
            return Some(public.get_ref().range().last.min(self.reviewed));
        }
        let published =
            sources.iter().filter_map(|id| *self.published.get(id.get_ref().as_str())?);
        Some(public_since(*date.as_ref()?.get_ref(), published, self.reviewed))
    }

    /// The day on which the last of these sources was out; nothing when one has no date.
    fn all_out(&self, sources: &Ids) -> Option<Day> {
        let out = |id: &Spanned<String>| {
            let published = (*self.published.get(id.get_ref().as_str())?)?;
            Some(published.range().last)
        };
        let days: Option<Vec<Day>> = sources.iter().map(out).collect();
        days?.into_iter().max()
    }
}
