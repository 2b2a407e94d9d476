//! The procurements side by side: the same questions asked of each.

use crate::analysis::compare::{self, Summary};
use crate::chart::Width;
use crate::i18n::{Key, format, kind};
use crate::model::Procurement;
use crate::route::{EmbedView, Page, Selection};
use crate::view::chart;
use crate::view::embed_code::embed_code;
use crate::view::markup::words;
use crate::view::prose::prose;
use crate::view::source_note::source_note;
use crate::view::{Gathered, Live, Markup, Site, filter, html, sentence};
use leptos::prelude::*;

pub fn compare(site: Site, live: Live) -> AnyView {
    let title = site.t(Key::CompareTitle);
    let head = move || {
        html! {
            h1 tabindex="-1" { (title) }
            p class="lead" { (site.t(Key::CompareLead)) }
        }
    };
    view! {
        {live.still(head)}
        <div class="filters" data-live="">
            {filter::procurements(site, live)} {filter::reset(site, live)}
        </div>
        {filter::notice(site, live)}
        {chart(site, live, None, embed_code(site, EmbedView::Comparison, None, title))}
    }
    .into_any()
}

/// The aligned lanes and the table of answers.
pub fn chart(site: Site, live: Live, only: Option<&'static Procurement>, under: Markup) -> AnyView {
    let left = move |selection: &Selection| -> Vec<&'static Procurement> {
        match only {
            Some(procurement) => vec![procurement],
            None => selection.shown(site.dataset),
        }
    };
    let sentence = move |s: &Selection| prose(sentence::comparison(site, &left(s)));
    let drawing = move |s: &Selection, widths: &[Width]| {
        let procurements = left(s);
        html! {
            (chart::aligned(site, &procurements, widths))
            p class="legend" { (site.t(Key::AlignedLegend)) }
            (answers(site, &procurements))
        }
    };
    view! {
        <figure class="chart" id="comparison">
            <figcaption>
                <h2>{site.t(Key::CompareQuestion)}</h2>
                {live.follows("answer", sentence)}
            </figcaption>
            {live.still(|| chart::copying(site, "comparison"))}
            {live.draws("drawing", drawing)}
            <div class="under">{live.still(|| under)}</div>
        </figure>
    }
    .into_any()
}

/// One column per procurement, one row per question. On a phone each cell says its column.
fn answers(site: Site, procurements: &[&'static Procurement]) -> Markup {
    let asked: Vec<(&'static Procurement, Summary)> =
        procurements.iter().map(|p| (*p, compare::summary(p))).collect();
    let head = asked
        .iter()
        .map(|(procurement, _)| {
            let href = site.href(Page::Procurement(procurement.id.clone()));
            html! { th scope="col" { a href=(href) { (site.text(&procurement.name)) } } }
        })
        .gathered();
    type Answer = fn(Site, &'static Procurement, &Summary) -> Markup;
    let questions: [(Key, Answer); 12] = [
        (Key::Buyer, |site, p, _| words(site.party(p.buyer))),
        (Key::RowSigned, |site, p, _| {
            known(site, p.contract.as_ref(), |contract| {
                html! { (site.date(contract.signed)) (source_note(site, &contract.sources)) }
            })
        }),
        (Key::RowValue, |site, p, _| {
            let valued = p.contract.as_ref().and_then(|c| Some((c.value?, c.covers.as_ref()?)));
            known(site, valued, |(value, covers)| {
                html! {
                    (format::money(site.lang(), value))
                    span class="note" { (site.sentence(covers)) }
                }
            })
        }),
        (Key::FirstPromise, |site, p, _| {
            known(site, p.first_go_live().map(|m| &m.schedule.original), |original| {
                html! { (site.date(original.promised)) (source_note(site, &original.sources)) }
            })
        }),
        (Key::WhatHappened, |site, p, s| {
            known(site, p.first_go_live(), |m| words(sentence::what_happened(site, p, m, s.known)))
        }),
        (Key::RowSlipFirst, |site, _, s| {
            known(site, s.slip, |slip| words(sentence::short_slip(site, slip)))
        }),
        (Key::RowSlipLatest, |site, _, s| {
            known(site, s.slip_from_latest, |slip| words(sentence::short_slip(site, slip)))
        }),
        (Key::RowRebaselines, |_, _, s| words(s.rebaselines.to_string())),
        (Key::RowSigningToUse, |site, _, s| match s.signing_to_use {
            Some(m) => words(format::months(site.lang(), m.at_least, m.at_most)),
            None if s.never_used => words(site.t(Key::NeverUsed)),
            None => words(site.t(Key::NotKnown)),
        }),
        (Key::ClaimsWord, |site, _, s| words(sentence::claims_line(site, s))),
        (Key::RowCost, |site, p, _| latest_cost(site, p)),
        (Key::RowResidents, |site, p, _| {
            known(site, p.residents.as_ref(), |residents| {
                html! {
                    (format::count(site.lang(), residents.count.into()))
                    span class="note" {
                        (site.fill(Key::InYear, &[("year", &residents.year.to_string())]))
                    }
                    (source_note(site, &residents.sources))
                }
            })
        }),
    ];
    let mut rows: Vec<Markup> = questions
        .into_iter()
        .map(|(question, answer)| row(site, question, &asked, answer))
        .collect();
    rows.push(row(site, Key::Stands, &asked, |site, p, _| {
        known(site, p.standing.as_ref(), |standing| {
            html! { (site.text(&standing.text)) (source_note(site, &standing.sources)) }
        })
    }));
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(site.t(Key::CompareCaption)) {
            table class="answers" {
                caption { (site.t(Key::CompareCaption)) }
                thead { tr { th scope="col" { (site.t(Key::ColQuestion)) } (head) } }
                tbody { (rows.into_iter().gathered()) }
            }
        }
    }
}

/// The answer to a question, or that there is none.
fn known<T>(site: Site, fact: Option<T>, say: impl FnOnce(T) -> Markup) -> Markup {
    fact.map_or_else(|| words(site.t(Key::NotKnown)), say)
}

fn row(
    site: Site,
    question: Key,
    asked: &[(&'static Procurement, Summary)],
    answer: fn(Site, &'static Procurement, &Summary) -> Markup,
) -> Markup {
    let cells = asked
        .iter()
        .map(|(procurement, summary)| {
            html! {
                td data-column=(site.text(&procurement.name)) { (answer(site, procurement, summary)) }
            }
        })
        .gathered();
    html! { tr { th scope="row" { (site.t(question)) } (cells) } }
}

/// The latest figure, with what it measures in the same cell: unlike kinds never stand alone.
fn latest_cost(site: Site, procurement: &'static Procurement) -> Markup {
    let latest = procurement.costs.iter().rev().find(|cost| cost.kind.is_whole());
    match latest {
        Some(cost) => html! {
            (format::money(site.lang(), cost.money))
            span class="note" {
                (format!(
                    "{}, {}: {}",
                    site.t(kind::cost_kind(cost.kind)),
                    site.date(cost.as_of),
                    site.sentence(&cost.covers),
                ))
            }
            @if let Some(text) = &cost.disputed {
                span class="note disputed" { (site.text(text)) }
            }
            (source_note(site, &cost.sources))
        },
        None => words(site.t(Key::NotKnown)),
    }
}
