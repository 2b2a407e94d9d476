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
use crate::view::{Gathered, Markup, html};
use crate::view::{Site, sentence};

pub fn overview(site: Site) -> Markup {
    html! {
        h1 tabindex="-1" { (site.t(Key::OverviewTitle)) }
        p class="lead" { (site.t(Key::OverviewLead)) }
        div class="cards" {
            (site.dataset.followed().map(|p| card(site, p)).gathered())
        }
        (ladders(site))
    }
}

/// Every promise of first go-live, moving away over time.
fn ladders(site: Site) -> Markup {
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
                &[("name", site.text(&procurement.name)), ("product", site.system(procurement))],
            );
            html! {
                section class="ladder" {
                    h3 { (title) }
                    p { (prose(sentence::ladder(site, milestone, *known))) }
                    (ladder(site, procurement, milestone, *known, years))
                }
            }
        })
        .gathered();
    let tables = all
        .iter()
        .map(|(procurement, milestone, known)| promises_table(site, procurement, milestone, *known))
        .gathered();
    let title = site.t(Key::OverviewPicture);
    figure(
        site,
        Figure {
            id: "promises",
            title: title.to_owned(),
            sentence: prose(sentence::overview(site)),
            drawing: html! { (drawings) p class="legend" { (site.t(Key::LadderLegend)) } },
            under: html! {
                (folded(site.t(Key::AsTable), tables))
                (embed_code(site, EmbedView::Comparison, None, title))
            },
        },
    )
}

fn card(site: Site, procurement: &'static Procurement) -> Markup {
    let lang = site.lang();
    let summary = compare::summary(procurement);
    let href = site.href(Page::Procurement(procurement.id.clone()));
    let signed = procurement.contract.as_ref().map(|contract| contract.signed);
    let supplier = procurement.supplier.map(|supplier| site.party_when(supplier, signed));
    let bought: Vec<String> = procurement.product.clone().into_iter().chain(supplier).collect();
    let slip = summary.slip.map(|slip| sentence::short_slip(site, slip));
    if let Some(nothing) = site.not_yet(procurement) {
        return html! {
            article class="card" {
                h2 { a href=(href) { (site.text(&procurement.name)) } }
                p { (nothing) }
            }
        };
    }
    html! {
        article class="card" {
            h2 { a href=(href) { (site.text(&procurement.name)) } }
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
                @if let Some(milestone) = procurement.first_go_live() {
                    dt { (site.t(Key::FirstPromise)) }
                    dd { (site.date(milestone.schedule.original.promised)) }
                    dt { (site.t(Key::WhatHappened)) }
                    dd { (sentence::what_happened(site, procurement, milestone, summary.known)) }
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
}
