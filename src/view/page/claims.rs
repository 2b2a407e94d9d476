//! Every claim: who demands what of whom, how much, and how it ended.

use crate::i18n::Key;
use crate::model::Procurement;
use crate::route::{EmbedView, Selection};
use crate::view::chart::{self, LiveFigure, Under, live_figure};
use crate::view::embed_code::embed_code;
use crate::view::markup::words;
use crate::view::others::{named, with_claims};
use crate::view::part::part;
use crate::view::{Live, Site, filter, html, sentence};
use leptos::prelude::*;

pub fn claims(site: Site<'static>, live: Live) -> AnyView {
    let title = site.t(Key::ClaimsTitle);
    let head = move || {
        html! {
            h1 tabindex="-1" { (title) }
            p class="lead" { (site.t(Key::ClaimsLead)) }
        }
    };
    let filters = move || {
        view! {
            {filter::procurements(site, live)}
            {filter::claim_kinds(site, live)}
            {filter::outcomes(site, live)}
            {filter::listing(site, live)}
            {filter::reset(site, live)}
        }
        .into_any()
    };
    view! {
        {live.still(head)}
        {filter::row(site, live, "claims", filters)}
        {filter::notice(site, live)}
        {chart(site, live, None, Box::new(move || embed_code(site, EmbedView::Claims, None, title)))}
    }
    .into_any()
}

/// The ledger itself, for the claims that the choice leaves or for those of one procurement.
pub fn chart(
    site: Site<'static>,
    live: Live,
    only: Option<&'static Procurement>,
    under: Under,
) -> AnyView {
    part(live, move || ledger(site, live, only, under))
}

fn ledger(
    site: Site<'static>,
    live: Live,
    only: Option<&'static Procurement>,
    under: Under,
) -> AnyView {
    live_figure(
        site,
        live,
        LiveFigure {
            id: "claims",
            title: site.t(Key::ClaimsQuestion),
            sentence: move |s: &Selection| {
                words(sentence::claims(site, &chart::chosen(site, s, only)))
            },
            drawing: live.draws_tree("drawing", move |s| chart::ledger(site, only, s)),
            beside: match only {
                Some(_) => ().into_any(),
                None => {
                    live.follows("others", move |s| named(site, &with_claims(site, s).1)).into_any()
                }
            },
            fold: site.t(Key::AsTable),
            table: move |s: &Selection| chart::claims_table(site, &chart::chosen(site, s, only)),
            under,
        },
    )
}
