//! Where each procurement stands, side by side: the same five questions asked of each.

use crate::analysis::compare;
use crate::i18n::{Key, format, words};
use crate::model::Procurement;
use crate::route::{Page, Selection};
use crate::view::block::Block;
use crate::view::markup::words as text;
use crate::view::others::one_by_one;
use crate::view::source_note::source_note;
use crate::view::{Gathered, Markup, Site, html, sentence};

/// A column for each procurement that is told one by one.
pub fn standings(site: Site<'_>) -> Block<'_> {
    let head = move || {
        html! {
            h2 { (site.t(Key::StandingsTitle)) }
            p class="between" { (site.t(Key::StandingsLead)) }
        }
    };
    let all = one_by_one(site, &Selection::default());
    // Two and two where three would leave one alone.
    let class = if all.len() == 2 || all.len() == 4 { "cards by-two" } else { "cards" };
    let columns = all.into_iter().map(|procurement| {
        let make = move || column(site, procurement);
        Block::html(procurement.id.to_string(), "section", "card", make)
    });
    let blocks = vec![
        Block::html("head", "div", "", head),
        Block::around("columns", "div", class, columns.collect()),
    ];
    Block::around("cards", "section", "standings", blocks)
}

fn column(site: Site, procurement: &Procurement) -> Markup {
    let href = site.href(Page::Procurement(procurement.id.clone()));
    let name = html! { h3 { a href=(href) { (site.text(&procurement.name)) } } };
    if let Some(nothing) = site.not_yet(procurement) {
        return html! { div { (name) } p { (nothing) } };
    }
    let summary = compare::summary(procurement);
    let unknown = || text(site.t(Key::NotKnown));
    let answers = [
        (Key::Contract, contract(site, procurement)),
        (
            Key::FirstPromise,
            procurement
                .headline()
                .map(|milestone| text(site.date(milestone.schedule.original.promised))),
        ),
        (
            Key::WhatHappened,
            procurement
                .headline()
                .map(|milestone| text(sentence::what_happened(site, procurement, milestone))),
        ),
        (Key::ClaimsWord, Some(text(sentence::claims_line(site, &summary)))),
        (Key::Stands, standing(site, procurement)),
    ];
    let answers = answers.into_iter().map(|(question, answer)| {
        html! {
            div {
                dt { (site.t(question)) }
                dd { (answer.unwrap_or_else(unknown)) }
            }
        }
    });
    let sources = sources(procurement);
    html! {
        div { (name) p class="when" { (sentence::known_up_to(site, procurement)) } }
        dl { (answers.gathered()) }
        div { (source_note(site, &sources)) }
    }
}

/// When it was signed, for how much, and what that covers.
fn contract(site: Site, procurement: &Procurement) -> Option<Markup> {
    let contract = procurement.contract.as_ref()?;
    let value = contract.value.map(|value| format::money(site.lang(), value));
    Some(html! {
        (site.date(contract.signed))
        @if let Some(value) = value { ", " (value) }
        @if let Some(covers) = &contract.covers { span class="note" { (site.sentence(covers)) } }
    })
}

fn standing(site: Site, procurement: &Procurement) -> Option<Markup> {
    let standing = procurement.standing.as_ref()?;
    let since = site.say(words::Since { date: &site.date(standing.since) });
    Some(html! { (site.text(&standing.text)) span class="note" { (since) } })
}

/// What the column rests on: the contract, the first promise, what happened and where it stands.
/// Of the claims each has its own.
fn sources(procurement: &Procurement) -> Vec<crate::model::SourceRef> {
    let contract = procurement.contract.iter().flat_map(|contract| &contract.sources);
    let schedule = procurement.headline().map(|milestone| &milestone.schedule);
    let promised = schedule.iter().flat_map(|schedule| &schedule.original.sources);
    let met = schedule.iter().flat_map(|schedule| &schedule.met).flat_map(|met| &met.sources);
    let unmet = schedule.iter().flat_map(|one| &one.unmet).flat_map(|unmet| &unmet.sources);
    let standing = procurement.standing.iter().flat_map(|standing| &standing.sources);
    let mut all: Vec<_> =
        contract.chain(promised).chain(met).chain(unmet).chain(standing).copied().collect();
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|source| seen.insert(*source));
    all
}
