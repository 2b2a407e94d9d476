//! The procurements side by side: the same questions asked of each.

use super::answers::answers;
use crate::i18n::Key;
use crate::model::Procurement;
use crate::route::{EmbedView, Selection};
use crate::view::chart::{self, Under};
use crate::view::embed_code::embed_code;
use crate::view::live::fixed;
use crate::view::others::{one_by_one, others};
use crate::view::part::part;
use crate::view::prose::prose;
use crate::view::{Gathered, Live, Markup, Site, chooser, costs, filter, html, rule, sentence};
use leptos::prelude::*;

pub fn compare(site: Site<'static>, live: Live) -> AnyView {
    let title = site.t(Key::CompareTitle);
    let head = move || {
        html! {
            h1 tabindex="-1" { (title) }
            p class="lead" { (site.t(Key::CompareLead)) }
        }
    };
    let filters = move || {
        view! {
            {chooser::chooser(site, live)}
            {chooser::align(site, live)}
            {filter::reset_as(site, live, Key::ChooserReset)}
        }
        .into_any()
    };
    view! {
        {live.still(head)}
        {filter::row(site, live, "compare", filters)}
        {filter::notice(site, live)}
        {costs::refusal(site, live)}
        {chart(site, live, None, Box::new(move || embed_code(site, EmbedView::Comparison, None, title)))}
        {costs::costs(site, live)}
        {rule::danish(site, live)}
        {live.still(move || chooser::elsewhere(site))}
    }
    .into_any()
}

/// The ladders, and the same questions asked of each.
pub fn chart(
    site: Site<'static>,
    live: Live,
    only: Option<&'static Procurement>,
    under: Under,
) -> AnyView {
    part(live, move || ladders(site, live, only, under))
}

fn ladders(
    site: Site<'static>,
    live: Live,
    only: Option<&'static Procurement>,
    under: Under,
) -> AnyView {
    let left = move |selection: &Selection| -> Vec<&'static Procurement> {
        match only {
            Some(procurement) => vec![procurement],
            None => one_by_one(site, selection),
        }
    };
    let sentence = move |s: &Selection| prose(sentence::comparison(site, &left(s)));
    let drawing = move |s: &Selection| chart::multiples(site, &left(s), s.align);
    view! {
        <figure class="chart" id="comparison">
            <figcaption>
                {fixed(live, "h2", site.t(Key::CompareQuestion))}
                {live.follows("answer", sentence)}
            </figcaption>
            {live.still(move || chart::copying(site, "comparison"))}
            {live.follows("drawing", drawing)}
            {only.is_none().then(|| live.follows("others", move |s| others(site, s)))}
            {live.follows("drawing", move |s| answers(site, &left(s)))}
            <div class="under">
                {live.folded("comparison", site.t(Key::MultiplesTable), move |s| tables(site, &left(s)))}
                {live.still(under)}
            </div>
        </figure>
    }
    .into_any()
}

/// Every promise that the ladders draw, with its sources.
fn tables(site: Site<'static>, procurements: &[&'static Procurement]) -> Markup {
    let table = |one: &&'static Procurement| {
        let milestone = one.headline()?;
        Some(chart::promises_table(site, one, milestone))
    };
    procurements.iter().filter_map(table).gathered()
}
