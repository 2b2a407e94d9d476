//! The procurements side by side: the same questions asked of each.

use crate::analysis::compare::{self, Summary};
use crate::i18n::{Key, format, kind};
use crate::model::Procurement;
use crate::route::{EmbedView, Page};
use crate::view::chart::{self, Figure, figure};
use crate::view::embed_code::embed_code;
use crate::view::prose::prose;
use crate::view::source_note::source_note;
use crate::view::{Live, Site, filter, sentence};
use leptos::prelude::*;

pub fn compare(site: Site, live: Live) -> AnyView {
    let title = site.t(Key::CompareTitle);
    view! {
        <h1 tabindex="-1">{title}</h1>
        <p class="lead">{site.t(Key::CompareLead)}</p>
        <div class="filters" data-live="">
            {filter::procurements(site, live)} {filter::reset(site, live)}
        </div>
        {filter::notice(site, live)}
        {chart(site, live, None, embed_code(site, EmbedView::Comparison, None, title.to_owned()))}
    }
    .into_any()
}

/// The aligned lanes and the table of answers.
pub fn chart(
    site: Site,
    live: Live,
    only: Option<&'static Procurement>,
    under: AnyView,
) -> AnyView {
    let shown = Memo::new(move |_| live.selection.get());
    let left = move || -> Vec<&'static Procurement> {
        match only {
            Some(procurement) => vec![procurement],
            None => shown
                .with(|s| site.dataset.procurements.iter().filter(|p| s.shows(&p.id)).collect()),
        }
    };
    figure(Figure {
        id: "comparison".to_owned(),
        title: view! { <h2>{site.t(Key::CompareQuestion)}</h2> }.into_any(),
        sentence: view! { {move || prose(sentence::comparison(site, &left()))} }.into_any(),
        drawing: view! {
            {move || chart::aligned(site, &left())}
            <p class="legend">{site.t(Key::AlignedLegend)}</p>
            {move || answers(site, &left())}
        }
        .into_any(),
        under,
    })
}

/// One column per procurement, one row per question. On a phone each cell says its column.
fn answers(site: Site, procurements: &[&'static Procurement]) -> AnyView {
    let asked: Vec<(&'static Procurement, Summary)> =
        procurements.iter().map(|p| (*p, compare::summary(p))).collect();
    let head = asked
        .iter()
        .map(|(procurement, _)| {
            let href = site.href(Page::Procurement(procurement.id.clone()));
            view! {
                <th scope="col">
                    <a href=href>{site.text(&procurement.name)}</a>
                </th>
            }
            .into_any()
        })
        .collect_view();
    type Answer = fn(Site, &'static Procurement, &Summary) -> AnyView;
    let questions: [(Key, Answer); 12] = [
        (Key::Buyer, |site, p, _| site.party(p.buyer).into_any()),
        (Key::RowSigned, |site, p, _| {
            view! {
                {site.date(p.contract.signed)}
                {source_note(site, &p.contract.sources)}
            }
            .into_any()
        }),
        (Key::RowValue, |site, p, _| {
            view! {
                {format::money(site.lang(), p.contract.value)}
                <span class="note">{site.sentence(&p.contract.covers)}</span>
            }
            .into_any()
        }),
        (Key::FirstPromise, |site, p, _| {
            p.first_go_live()
                .map(|m| {
                    view! {
                        {site.date(m.schedule.original.promised)}
                        {source_note(site, &m.schedule.original.sources)}
                    }
                    .into_any()
                })
                .into_any()
        }),
        (Key::WhatHappened, |site, p, s| {
            p.first_go_live().map(|m| sentence::what_happened(site, p, m, s.known)).into_any()
        }),
        (Key::RowSlipFirst, |site, _, s| {
            s.slip.map(|slip| sentence::short_slip(site, slip)).into_any()
        }),
        (Key::RowSlipLatest, |site, _, s| {
            s.slip_from_latest.map(|slip| sentence::short_slip(site, slip)).into_any()
        }),
        (Key::RowRebaselines, |_, _, s| s.rebaselines.to_string().into_any()),
        (Key::RowSigningToUse, |site, _, s| match s.signing_to_use {
            Some(m) => format::months(site.lang(), m.at_least, m.at_most).into_any(),
            None => site.t(Key::NeverUsed).into_any(),
        }),
        (Key::ClaimsWord, |site, _, s| sentence::claims_line(site, s).into_any()),
        (Key::RowCost, |site, p, _| latest_cost(site, p)),
        (Key::RowResidents, |site, p, _| {
            view! {
                {format::count(site.lang(), p.residents.count.into())}
                <span class="note">
                    {site.fill(Key::InYear, &[("year", &p.residents.year.to_string())])}
                </span>
                {source_note(site, &p.residents.sources)}
            }
            .into_any()
        }),
    ];
    let mut rows: Vec<AnyView> = questions
        .into_iter()
        .map(|(question, answer)| row(site, question, &asked, answer))
        .collect();
    rows.push(row(site, Key::Stands, &asked, |site, p, _| {
        view! {
            {site.text(&p.standing.text)}
            {source_note(site, &p.standing.sources)}
        }
        .into_any()
    }));
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=site.t(Key::CompareCaption)>
            <table class="answers">
                <caption>{site.t(Key::CompareCaption)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{site.t(Key::ColQuestion)}</th>
                        {head}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(
    site: Site,
    question: Key,
    asked: &[(&'static Procurement, Summary)],
    answer: fn(Site, &'static Procurement, &Summary) -> AnyView,
) -> AnyView {
    let cells = asked
        .iter()
        .map(|(procurement, summary)| {
            view! {
                <td data-column=site.text(
                    &procurement.name,
                )>{answer(site, procurement, summary)}</td>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row">{site.t(question)}</th>
            {cells}
        </tr>
    }
    .into_any()
}

/// The latest figure, with what it measures in the same cell: unlike kinds never stand alone.
fn latest_cost(site: Site, procurement: &'static Procurement) -> AnyView {
    let latest = procurement.costs.iter().rev().find(|cost| cost.kind.is_whole());
    match latest {
        Some(cost) => view! {
            {format::money(site.lang(), cost.money)}
            <span class="note">
                {format!(
                    "{}, {}: {}",
                    site.t(kind::cost_kind(cost.kind)),
                    site.date(cost.as_of),
                    site.sentence(&cost.covers),
                )}
            </span>
            {cost
                .disputed
                .as_ref()
                .map(|text| view! { <span class="note disputed">{site.text(text)}</span> }.into_any())}
            {source_note(site, &cost.sources)}
        }
        .into_any(),
        None => site.t(Key::NotKnown).into_any(),
    }
}
