//! The Danish rule for schedules: off until a reader switches it on, and then with the rule, its
//! source, what it was applied to, and that it was we who applied it.

use super::block::{Block, Follows};
use super::fact_table::stacked_table;
use super::markup::words;
use super::others::one_by_one;
use super::{Controls, Gathered, Markup, PageState, Site, filter, html};
use crate::analysis::knowledge::horizon;
use crate::analysis::rule::{self, Expected, Light, Verdict};
use crate::analysis::slippage::slippage;
use crate::i18n::{Key, format, words};
use crate::model::{Baseline, PartialDate, Procurement, Schedule};
use crate::route::{Page, Rule, Selection};
use crate::view::sentence;
use leptos::prelude::WithUntracked;

/// The switch, and what the rule says of each procurement that is compared.
pub fn danish<'a>(state: PageState<'a>) -> Block<'a> {
    let PageState { site, selection, .. } = state;
    let head = move || {
        html! { h2 { (site.t(Key::RuleTitle)) } p class="answer" { (site.t(Key::RuleLead)) } }
    };
    let switch = |controls: Controls| {
        let name = controls.facts.with_untracked(|facts| facts.site().t(Key::RuleSwitch));
        let pressed = Box::new(|selection: &Selection| selection.rule == Rule::Danish);
        filter::chip(controls, name.to_owned(), pressed, Box::new(Selection::toggle_rule))
    };
    let blocks = vec![
        Block::html("head", "div", "", head),
        Block::control("switch", "filters", switch),
        Block::html("verdicts", "div", "verdicts", move || verdicts(site, selection))
            .following(Follows::Choice),
    ];
    Block::around("rule", "section", "rule", blocks).attribute("id", "rule")
}

fn verdicts(site: Site, selection: &Selection) -> Markup {
    if selection.rule == Rule::Off {
        return Markup::default();
    }
    let rows: Vec<_> = one_by_one(site, selection).into_iter().map(|one| row(site, one)).collect();
    let headers = [Key::ColProcurement, Key::RowSlipFirst, Key::RowSlipLatest, Key::RuleInputs];
    html! {
        div class="rule-text" {
            p { strong { (site.t(Key::RuleByUs)) } " " (site.t(Key::RuleText)) }
            p {
                a href=(rule::SOURCE) rel="external noopener" hreflang="da" {
                    (site.t(Key::RuleSource))
                }
            }
        }
        (stacked_table(
            site.t(Key::RuleCaption).to_owned(),
            headers.map(|key| site.t(key)).to_vec(),
            rows,
        ))
    }
}

fn row(site: Site, one: &Procurement) -> Vec<Markup> {
    let href = site.href(Page::Procurement(one.id.clone()));
    let name = html! { a href=(href) { (site.text(&one.name)) } };
    let Some(milestone) = one.headline() else {
        let none = || words(site.t(Key::RuleNoPromise));
        return vec![name, none(), none(), words(site.t(Key::NotKnown))];
    };
    let schedule = &milestone.schedule;
    let expected = rule::expected(one, milestone);
    let without = match schedule.dropped() {
        Some(_) => Key::RuleDropped,
        None => Key::NotKnown,
    };
    let cell = |promise: &Baseline| {
        let came_to = slippage(promise, schedule, horizon(one, milestone));
        let slip = sentence::short_outcome(site, one, milestone, came_to);
        if let Some(paused) = sentence::kept_until(site, one, milestone, came_to) {
            return words(site.say(words::RulePaused { paused: &paused }));
        }
        match expected {
            Some(expected) => html! {
                (lights(site, rule::verdict(promise, expected)))
                span class="note" { (slip) }
            },
            None => html! {
                (site.t(without))
                span class="note" { (slip) }
            },
        }
    };
    vec![name, cell(&schedule.original), cell(schedule.latest()), inputs(site, schedule, expected)]
}

/// Each colour that is possible, as a shape and a word: "■ red", "▲ yellow or ■ red".
fn lights(site: Site, verdict: Verdict) -> Markup {
    let lights: Vec<Light> = verdict.lights().collect();
    let light = |(at, light): (usize, &Light)| {
        let (shape, word) = match light {
            Light::Green => ("●", Key::LightGreen),
            Light::Yellow => ("▲", Key::LightYellow),
            Light::Red => ("■", Key::LightRed),
        };
        html! {
            @if at > 0 && at + 1 < lights.len() { ", " }
            @if at > 0 && at + 1 == lights.len() { " " (site.t(Key::Or)) " " }
            span class="light" { span aria-hidden="true" { (shape) } " " (site.t(word)) }
        }
    };
    lights.iter().enumerate().map(light).gathered()
}

/// What the rule was applied to.
fn inputs(site: Site, schedule: &Schedule, expected: Option<Expected>) -> Markup {
    let lang = site.lang();
    let date = |date: PartialDate| format::date(lang, date);
    let expected = match expected {
        Some(Expected::PutOff(_)) => site.t(Key::RulePutOff).to_owned(),
        Some(Expected::Planned(_)) => site.t(Key::RulePlanned).to_owned(),
        Some(Expected::NotBy(day)) => {
            site.say(words::HappenedNot { date: &date(PartialDate::Day(day)) })
        }
        Some(Expected::Met(_)) => schedule
            .met
            .as_ref()
            .map(|met| site.say(words::HappenedGoLive { date: &date(met.date) }))
            .unwrap_or_default(),
        None => schedule
            .dropped()
            .map(|on| site.say(words::HappenedDropped { date: &date(on) }))
            .unwrap_or_default(),
    };
    let (first, latest) = (date(schedule.original.promised), date(schedule.latest().promised));
    html! {
        span class="note" { (site.say(words::RuleFirst { date: &first })) }
        span class="note" { (site.say(words::RuleLatest { date: &latest })) }
        span class="note" { (expected) }
    }
}
