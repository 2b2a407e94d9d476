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
            (site.dataset.procurements.iter().map(|p| card(site, p)).gathered())
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
                &[("name", site.text(&procurement.name)), ("product", &procurement.product)],
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
    figure(Figure {
        id: "promises",
        title: title.to_owned(),
        sentence: prose(sentence::overview(site)),
        drawing: html! { (drawings) p class="legend" { (site.t(Key::LadderLegend)) } },
        under: html! {
            (folded(site.t(Key::AsTable), tables))
            (embed_code(site, EmbedView::Comparison, None, title))
        },
    })
}

fn card(site: Site, procurement: &'static Procurement) -> Markup {
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
    html! {
        article class="card" {
            h2 { a href=(href) { (site.text(&procurement.name)) } }
            p class="slip-figure" { strong { (slip) } span { (site.t(Key::AgainstFirst)) } }
            dl {
                dt { (site.t(Key::Buyer)) }
                dd { (site.party(procurement.buyer)) }
                dt { (site.t(Key::Product)) }
                dd {
                    (format!(
                        "{}, {}",
                        procurement.product,
                        site.party_on(procurement.supplier, contract.signed),
                    ))
                }
                dt { (site.t(Key::Contract)) }
                dd {
                    (format!("{}, {}", site.date(contract.signed), format::money(lang, contract.value)))
                    span class="note" { (site.sentence(&contract.covers)) }
                }
                dt { (site.t(Key::FirstPromise)) }
                dd { (first) }
                dt { (site.t(Key::WhatHappened)) }
                dd { (happened) }
                dt { (site.t(Key::ClaimsWord)) }
                dd { (sentence::claims_line(site, &summary)) }
                dt { (site.t(Key::Stands)) }
                dd {
                    (site.text(&procurement.standing.text))
                    span class="note" {
                        (site
                            .fill(
                                Key::Since,
                                &[("date", &site.date(procurement.standing.since))],
                            ))
                    }
                }
            }
            (source_note(site, &procurement.standing.sources))
        }
    }
}
