//! What this is, how far the promises moved, and where each procurement stands.

use crate::analysis::compare;
use crate::chart::slip;
use crate::i18n::{Key, format};
use crate::model::Procurement;
use crate::route::{EmbedView, Page};
use crate::view::chart::{Figure, figure, ladder, promises_table};
use crate::view::embed_code::embed_code;
use crate::view::fact_table::folded;
use crate::view::prose::prose;
use crate::view::source_note::source_note;
use crate::view::{Site, sentence};
use leptos::prelude::*;

pub fn overview(site: Site) -> AnyView {
    view! {
        <h1 tabindex="-1">{site.t(Key::OverviewTitle)}</h1>
        <p class="lead">{site.t(Key::OverviewLead)}</p>
        <div class="cards">
            {site.dataset.procurements.iter().map(|p| card(site, p)).collect_view()}
        </div>
        {ladders(site)}
    }
    .into_any()
}

/// Every promise of first go-live, moving away over time.
fn ladders(site: Site) -> AnyView {
    let all: Vec<_> = site
        .first_go_lives()
        .map(|(procurement, milestone)| {
            (procurement, milestone, compare::summary(procurement).known)
        })
        .collect();
    let years = slip::years(all.iter().copied());
    let drawings = all
        .iter()
        .map(|(procurement, milestone, known)| {
            let title = site.fill(
                Key::LadderQuestion,
                &[("name", site.text(&procurement.name)), ("product", &procurement.product)],
            );
            view! {
                <section class="ladder">
                    <h3>{title}</h3>
                    <p>{prose(sentence::ladder(site, milestone, *known))}</p>
                    {ladder(site, procurement, milestone, *known, years)}
                </section>
            }
            .into_any()
        })
        .collect_view();
    let tables = all
        .iter()
        .map(|(procurement, milestone, known)| promises_table(site, procurement, milestone, *known))
        .collect_view();
    let title = site.t(Key::OverviewPicture);
    figure(Figure {
        id: "promises".to_owned(),
        title: view! { <h2>{title}</h2> }.into_any(),
        sentence: prose(sentence::overview(site)),
        drawing: view! {
            {drawings}
            <p class="legend">{site.t(Key::LadderLegend)}</p>
        }
        .into_any(),
        under: view! {
            {folded(site.t(Key::AsTable), tables)}
            {embed_code(site, EmbedView::Comparison, None, title.to_owned())}
        }
        .into_any(),
    })
}

fn card(site: Site, procurement: &'static Procurement) -> AnyView {
    let lang = site.lang();
    let summary = compare::summary(procurement);
    let contract = &procurement.contract;
    let href = site.href(Page::Procurement(procurement.id.clone()));
    let milestone = procurement.first_go_live();
    let first = milestone.map(|m| site.date(m.schedule.original.promised)).unwrap_or_default();
    let happened = milestone
        .map(|m| sentence::what_happened(site, procurement, m, summary.known))
        .unwrap_or_default();
    let slip = summary.slip.map(|slip| sentence::short_slip(site, slip)).unwrap_or_default();
    view! {
        <article class="card">
            <h2>
                <a href=href>{site.text(&procurement.name)}</a>
            </h2>
            <p class="slip-figure">
                <strong>{slip}</strong>
                <span>{site.t(Key::AgainstFirst)}</span>
            </p>
            <dl>
                <dt>{site.t(Key::Buyer)}</dt>
                <dd>{site.party(procurement.buyer)}</dd>
                <dt>{site.t(Key::Product)}</dt>
                <dd>
                    {format!(
                        "{}, {}",
                        procurement.product,
                        site.party_on(procurement.supplier, contract.signed),
                    )}
                </dd>
                <dt>{site.t(Key::Contract)}</dt>
                <dd>
                    {format!("{}, {}", site.date(contract.signed), format::money(lang, contract.value))}
                    <span class="note">{site.sentence(&contract.covers)}</span>
                </dd>
                <dt>{site.t(Key::FirstPromise)}</dt>
                <dd>{first}</dd>
                <dt>{site.t(Key::WhatHappened)}</dt>
                <dd>{happened}</dd>
                <dt>{site.t(Key::ClaimsWord)}</dt>
                <dd>{sentence::claims_line(site, &summary)}</dd>
                <dt>{site.t(Key::Stands)}</dt>
                <dd>
                    {site.text(&procurement.standing.text)}
                    <span class="note">
                        {site
                            .fill(
                                Key::Since,
                                &[("date", &site.date(procurement.standing.since))],
                            )}
                    </span>
                </dd>
            </dl>
            {source_note(site, &procurement.standing.sources)}
        </article>
    }
    .into_any()
}
