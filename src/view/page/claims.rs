//! Every claim: who demands what of whom, how much, and how it ended.

use crate::i18n::Key;
use crate::model::Procurement;
use crate::route::{EmbedView, Selection};
use crate::view::chart::{self, Figure, figure};
use crate::view::embed_code::embed_code;
use crate::view::fact_table::folded;
use crate::view::{Live, Site, filter, sentence};
use leptos::prelude::*;

pub fn claims(site: Site, live: Live) -> AnyView {
    let title = site.t(Key::ClaimsTitle);
    view! {
        <h1 tabindex="-1">{title}</h1>
        <p class="lead">{site.t(Key::ClaimsLead)}</p>
        <div class="filters" data-live="">
            {filter::procurements(site, live)}
            {filter::claim_kinds(site, live)}
            {filter::outcomes(site, live)}
            {filter::reset(site, live)}
        </div>
        {filter::notice(site, live)}
        {chart(site, live, None, embed_code(site, EmbedView::Claims, None, title.to_owned()))}
    }
    .into_any()
}

/// The ledger itself, for the claims that the choice leaves or for those of one procurement.
pub fn chart(
    site: Site,
    live: Live,
    only: Option<&'static Procurement>,
    under: AnyView,
) -> AnyView {
    let shown = Memo::new(move |_| live.selection.get());
    let left = move |selection: &Selection| {
        let mut claims = chart::chosen(site, selection);
        if let Some(only) = only {
            claims.retain(|(procurement, _)| procurement.id == only.id);
        }
        claims
    };
    figure(Figure {
        id: "claims".to_owned(),
        title: view! { <h2>{site.t(Key::ClaimsQuestion)}</h2> }.into_any(),
        sentence: view! { {move || shown.with(|s| sentence::claims(site, &left(s)))} }.into_any(),
        drawing: view! { {move || shown.with(|s| chart::ledger(site, &left(s)))} }.into_any(),
        under: view! {
            {folded(
                site.t(Key::AsTable),
                move || shown.with(|s| chart::claims_table(site, &left(s))),
            )}
            {under}
        }
        .into_any(),
    })
}
