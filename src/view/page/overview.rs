//! What this is, how far the promises moved, and where each procurement stands.

use crate::analysis::compare;
use crate::chart::slip;
use crate::i18n::{Key, format};
use crate::model::Procurement;
use crate::route::{EmbedView, Page, Selection};
use crate::view::chart::{copying, ladder, promises_table};
use crate::view::embed_code::embed_code;
use crate::view::fact_table::folded;
use crate::view::others::{one_by_one, others};
use crate::view::part::part;
use crate::view::prose::prose;
use crate::view::source_note::source_note;
use crate::view::{Gathered, Live, Markup, Piece, Site, html, sentence};
use leptos::prelude::*;

pub fn overview(site: Site<'static>, live: Live) -> AnyView {
    let head = move || {
        html! {
            h1 tabindex="-1" { (site.t(Key::OverviewTitle)) }
            p class="lead" { (site.t(site.once_chosen(Key::OverviewLead, Key::OverviewLeadBefore))) }
        }
    };
    let cards = move |_| {
        let told = one_by_one(site, &Selection::default());
        told.into_iter().map(|p| Piece::new("card", move || card(site, p))).collect()
    };
    view! {
        {live.still(head)}
        {live.still_pieces("cards", cards)}
        {live.still(move || others(site, &Selection::default()))}
        {part(live, move || ladders(site, live))}
    }
    .into_any()
}

/// Every promise of first go-live, moving away over time.
fn ladders(site: Site<'static>, live: Live) -> AnyView {
    let all: Vec<_> = site.headlines().collect();
    let years = slip::years(all.iter().copied());
    let drawn = all.clone();
    let pieces = move |_: &_| {
        let piece = |&(procurement, milestone): &(&'static Procurement, _)| {
            Piece::new("ladder", move || {
                let blanks =
                    [("name", site.text(&procurement.name)), ("product", site.system(procurement))];
                html! {
                    h3 { (site.fill(Key::LadderQuestion, &blanks)) }
                    p { (prose(sentence::ladder(site, procurement, milestone))) }
                    (ladder(site, procurement, milestone, years))
                }
            })
        };
        drawn.iter().map(piece).collect()
    };
    let title = site.t(Key::OverviewPicture);
    let caption = move || {
        html! { h2 { (title) } p class="answer" { (prose(sentence::overview(site))) } }
    };
    let legend = move || html! { p class="legend" { (site.t(Key::LadderLegend)) } };
    let under = move || {
        let tables = all
            .iter()
            .map(|(procurement, milestone)| promises_table(site, procurement, milestone))
            .gathered();
        html! {
            (folded(site.t(Key::AsTable), tables))
            (embed_code(site, EmbedView::Comparison, None, title))
        }
    };
    view! {
        <figure class="chart" id="promises">
            <figcaption>{live.still(caption)}</figcaption>
            {live.still(move || copying(site, "promises"))}
            <div class="drawing">{live.still_pieces("", pieces)} {live.still(legend)}</div>
            <div class="under">{live.still(under)}</div>
        </figure>
    }
    .into_any()
}

fn card(site: Site<'static>, procurement: &'static Procurement) -> Markup {
    let lang = site.lang();
    let summary = compare::summary(procurement);
    let href = site.href(Page::Procurement(procurement.id.clone()));
    let signed = procurement.contract.as_ref().map(|contract| contract.signed);
    let supplier = procurement.supplier.map(|supplier| site.party_when(supplier, signed));
    let bought: Vec<String> = procurement.product.clone().into_iter().chain(supplier).collect();
    let slip = summary.slip.map(|slip| sentence::short_slip(site, slip));
    if let Some(nothing) = site.not_yet(procurement) {
        return html! {
            h2 { a href=(href) { (site.text(&procurement.name)) } }
            p { (nothing) }
        };
    }
    html! {
            h2 { a href=(href) { (site.text(&procurement.name)) } }
            p class="when" { (sentence::known_up_to(site, procurement)) }
            @if let Some(slip) = slip {
                p class="slip-figure" { strong { (slip) } span { (site.t(Key::AgainstFirst)) } }
            }
            dl {
                dt { (site.t(Key::Buyer)) }
                dd { (site.party(procurement.buyer)) }
                @if !bought.is_empty() {
                    dt { (site.t(Key::Product)) }
                    dd { (bought.join(", ")) }
                }
                @if let Some(contract) = &procurement.contract {
                    dt { (site.t(Key::Contract)) }
                    dd {
                        (site.date(contract.signed))
                        @if let Some(value) = contract.value { ", " (format::money(lang, value)) }
                        @if let Some(covers) = &contract.covers {
                            span class="note" { (site.sentence(covers)) }
                        }
                    }
                }
                @if let Some(milestone) = procurement.headline() {
                    dt { (site.t(Key::FirstPromise)) }
                    dd { (site.date(milestone.schedule.original.promised)) }
                    dt { (site.t(Key::WhatHappened)) }
                    dd { (sentence::what_happened(site, procurement, milestone)) }
                }
                dt { (site.t(Key::ClaimsWord)) }
                dd { (sentence::claims_line(site, &summary)) }
                @if let Some(standing) = &procurement.standing {
                    dt { (site.t(Key::Stands)) }
                    dd {
                        (site.text(&standing.text))
                        span class="note" {
                            (site.fill(Key::Since, &[("date", &site.date(standing.since))]))
                        }
                    }
                }
            }
            @if let Some(standing) = &procurement.standing {
                (source_note(site, &standing.sources))
            }
    }
}
