//! The facts of the mark that a reader has opened on the timeline, in the lane of the mark.

use super::lane_mark::Promise;
use crate::analysis::knowledge::horizon;
use crate::analysis::slippage::{is_late, slippage};
use crate::chart::slip::ending;
use crate::chart::timeline::{Choice, events, is_exact};
use crate::chart::{Percent, TimeScale};
use crate::i18n::{Key, format, kind, words};
use crate::model::{DateRange, Event, PartialDate, Procurement, SourceRef, Text};
use crate::route::{Opened, Opens, Page};
use crate::view::known_note::known_note;
use crate::view::source_note::source_note;
use crate::view::{Gathered, Markup, Site, html, sentence};

/// What a mark stands for on the day that is shown.
enum Found<'a> {
    Event(&'a Event),
    Events(PartialDate, Vec<&'a Event>),
    Promises(PartialDate, Vec<Promise<'a>>),
    /// The first promise of the first go-live, which was broken.
    Slip(Promise<'a>),
}

/// Whether there is such a mark: an address may name what is not there, or was not yet known.
pub fn is_there(procurement: &Procurement, choice: Choice, opened: &Opened) -> bool {
    find(procurement, choice, opened).is_some()
}

/// The panel of the opened mark; empty where there is no such mark.
pub fn panel(site: Site, procurement: &Procurement, choice: Choice, opened: &Opened) -> Markup {
    let Some(found) = find(procurement, choice, opened) else { return Markup::default() };
    let range = range(procurement, &found);
    let x = TimeScale::years(choice.years.0, choice.years.1).span(range).middle();
    let (span, what) = called(site, procurement, &found);
    let name = site.text(&procurement.name);
    // Fewer years have room for finer marks.
    let years = (range.first.year(), range.last.year());
    let finer = matches!(found, Found::Events(..)) && years != choice.years;
    let tool = |key: Key| site.t(key);
    html! {
        svg class="pointer" width="100%" height="9" aria-hidden="true" {
            svg x=(Percent(x)) { path d="M-9 9.5 0 0 9 9.5" {} }
        }
        section aria-labelledby="opened" {
            header {
                h4 id="opened" tabindex="-1" {
                    (site.say(words::OpenedTitle { name, span: &span, what: &what }))
                }
                @if finer {
                    button type="button" data-years=(format!("{}-{}", years.0, years.1)) {
                        (site.say(words::OpenedZoom { years: &in_words(years) }))
                    }
                }
                span class="steps-between" {
                    button type="button" data-step="-1" aria-label=(tool(Key::OpenedPrevious)) { "‹" }
                    button type="button" data-step="1" aria-label=(tool(Key::OpenedNext)) { "›" }
                    button type="button" data-close="" aria-label=(tool(Key::OpenedClose)) { "✕" }
                }
            }
            (facts(site, procurement, &found))
        }
    }
}

fn find<'a>(procurement: &'a Procurement, choice: Choice, opened: &Opened) -> Option<Found<'a>> {
    let others = |date: PartialDate, keeps: &dyn Fn(&Event) -> bool| {
        let kept = events(procurement, choice).filter(|(_, it)| !it.landmark && keeps(it));
        let found: Vec<&Event> = kept.map(|(at, _)| &procurement.events[at]).collect();
        (!found.is_empty()).then_some(Found::Events(date, found))
    };
    match &opened.mark {
        Opens::Event(id) => {
            procurement.events.iter().find(|event| event.id == *id).map(Found::Event)
        }
        Opens::Gathered(date) => {
            let all = date.range();
            others(*date, &|event| {
                let one = event.date.range();
                is_exact(event) && all.first <= one.first && one.last <= all.last
            })
        }
        Opens::Within(date) => others(*date, &|event| event.date == *date),
        Opens::Promised(date) => {
            let promises = Promise::all(procurement).filter(|it| it.baseline.promised == *date);
            let promises: Vec<Promise> = promises.collect();
            (!promises.is_empty()).then_some(Found::Promises(*date, promises))
        }
        Opens::Slip => {
            let first = Promise::all(procurement).find(|promise| promise.milestone.headline)?;
            let known = horizon(procurement, first.milestone);
            is_late(first.baseline, &first.milestone.schedule, known).then_some(Found::Slip(first))
        }
    }
}

/// The days that it spans.
fn range(procurement: &Procurement, found: &Found) -> DateRange {
    match found {
        Found::Event(event) => event.date.range(),
        Found::Events(date, _) | Found::Promises(date, _) => date.range(),
        Found::Slip(Promise { milestone, baseline, .. }) => {
            let (end, _) = ending(&milestone.schedule, horizon(procurement, milestone));
            DateRange { first: baseline.promised.range().last, last: end.first }
        }
    }
}

/// Its span and what it is, in words.
fn called(site: Site, procurement: &Procurement, found: &Found) -> (String, String) {
    let lang = site.lang();
    match found {
        Found::Event(event) => {
            (format::short_date(lang, event.date), site.t(kind::event_kind(event.kind)).to_owned())
        }
        Found::Events(date, events) => {
            let (year, from, _) = date.range().first.ymd();
            let (last, to, _) = date.range().last.ymd();
            let span = match year == last && is_months(*date) {
                true => format::months_of(lang, year, (from, to)),
                false => format::short_date(lang, *date),
            };
            (span, site.say(words::EventsCount { n: events.len() }))
        }
        Found::Promises(date, promises) => {
            (format::short_date(lang, *date), site.say(words::PromisesCount { n: promises.len() }))
        }
        Found::Slip(first) => {
            let days = range(procurement, found);
            let schedule = &first.milestone.schedule;
            let late = slippage(first.baseline, schedule, horizon(procurement, first.milestone));
            let short = |date| format::short_date(lang, date);
            let span = format!(
                "{} – {}",
                short(first.baseline.promised),
                short(PartialDate::Day(days.last))
            );
            let months = &sentence::late_by(site, late);
            (span, site.say(words::OpenedSlip { months }))
        }
    }
}

/// Whether a date is of whole months that events are gathered by.
fn is_months(date: PartialDate) -> bool {
    matches!(date, PartialDate::Quarter(..) | PartialDate::Half(..) | PartialDate::Month(..))
}

fn in_words((first, last): (i16, i16)) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

fn facts(site: Site, procurement: &Procurement, found: &Found) -> Markup {
    match found {
        Found::Event(event) => fact(site, procurement, event),
        Found::Events(_, events) => {
            events.iter().map(|event| fact(site, procurement, event)).gathered()
        }
        Found::Promises(_, promises) => {
            promises.iter().map(|promise| promised(site, procurement, *promise)).gathered()
        }
        Found::Slip(first) => {
            let told = sentence::ladder(site, procurement, first.milestone);
            html! { p { (told) } (promised(site, procurement, *first)) }
        }
    }
}

/// An event: when, what, by whose word.
fn fact(site: Site, procurement: &Procurement, event: &Event) -> Markup {
    let href = site.href(Page::Event(procurement.id.clone(), event.id.clone()));
    html! {
        article class="fact" {
            p class="when" {
                (site.date(event.date)) " · " (site.t(kind::event_kind(event.kind)))
            }
            h5 { a href=(href) { (site.text(&event.title)) } }
            p { (site.text(&event.text)) }
            (known_note(site, event))
            (source_note(site, &event.sources))
        }
    }
}

/// A promise: what was promised, when and by whom, and what became of it.
fn promised(site: Site, procurement: &Procurement, promise: Promise) -> Markup {
    let Promise { milestone, baseline, plan } = promise;
    let schedule = &milestone.schedule;
    let slip = slippage(baseline, schedule, horizon(procurement, milestone));
    let note = |text: &Option<Text>| {
        html! { @if let Some(text) = text { p class="note" { (site.text(text)) } } }
    };
    let (end_note, end_sources): (&Option<Text>, &[SourceRef]) =
        match (&schedule.met, &schedule.unmet) {
            (Some(met), _) => (&met.note, &met.sources),
            (None, Some(unmet)) => (&unmet.note, &unmet.sources),
            (None, None) => (&None, &[]),
        };
    html! {
        article class="fact" {
            p class="when" {
                (site.date(plan.announced)) " · " (site.text(&plan.by)) " "
                span class="tag" { (site.t(kind::plan_form(plan.form))) }
            }
            h5 {
                a href=(promise.href(site, procurement)) {
                    (site.text(&milestone.name)) ": " (site.date(baseline.promised))
                }
            }
            @if let Some(name) = &baseline.called {
                p class="note" { (super::called(site, name)) }
            }
            (note(&baseline.note))
            (source_note(site, &baseline.sources))
            p {
                b { (site.t(Key::WhatBecame)) } " "
                @if schedule.met.is_some() {
                    (sentence::what_happened(site, procurement, milestone)) ". "
                }
                (sentence::came_to(site, slip))
            }
            (note(end_note))
            (source_note(site, end_sources))
        }
    }
}
