//! A chart without the site's frame, for other people's pages.

use super::{claims, compare, timeline};
use crate::i18n::Key;
use crate::model::Procurement;
use crate::route::{EmbedView, Page};
use crate::view::chart::Under;
use crate::view::{Live, Markup, Site, filter, html};
use leptos::prelude::*;

pub fn embed(
    site: Site<'static>,
    view: EmbedView,
    procurement: Option<&'static Procurement>,
    live: Live,
) -> AnyView {
    let nothing: Under = Box::new(Markup::default);
    let (title, chart) = match view {
        EmbedView::Timeline => {
            (Key::TimelineTitle, timeline::chart(site, live, procurement, nothing))
        }
        EmbedView::Claims => (Key::ClaimsTitle, claims::chart(site, live, procurement, nothing)),
        EmbedView::Comparison => {
            (Key::CompareTitle, compare::chart(site, live, procurement, nothing))
        }
    };
    let title = match procurement {
        Some(procurement) => format!("{}: {}", site.text(&procurement.name), site.t(title)),
        None => site.t(title).to_owned(),
    };
    let home = site.href(match (view, procurement) {
        (_, Some(procurement)) => Page::Procurement(procurement.id.clone()),
        (EmbedView::Timeline, None) => Page::Timeline,
        (EmbedView::Claims, None) => Page::Claims,
        (EmbedView::Comparison, None) => Page::Compare,
    });
    let credit = move || {
        html! {
            p class="credit" {
                a href=(home) target="_blank" rel="external noopener" { (site.t(Key::EmbedCredit)) }
            }
        }
    };
    view! {
        {live.still(move || html! { h1 tabindex="-1" { (title) } })}
        {filter::notice(site, live)}
        {chart}
        {live.still(credit)}
    }
    .into_any()
}
