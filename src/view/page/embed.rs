//! A chart without the site's frame, for other people's pages.

use super::{claims, compare, timeline};
use crate::i18n::Key;
use crate::model::Procurement;
use crate::route::{EmbedView, Page};
use crate::view::{Live, Site, filter};
use leptos::prelude::*;

pub fn embed(
    site: Site,
    view: EmbedView,
    procurement: Option<&'static Procurement>,
    live: Live,
) -> AnyView {
    let (title, chart) = match view {
        EmbedView::Timeline => {
            (Key::TimelineTitle, timeline::chart(site, live, procurement, ().into_any()))
        }
        EmbedView::Claims => {
            (Key::ClaimsTitle, claims::chart(site, live, procurement, ().into_any()))
        }
        EmbedView::Comparison => {
            (Key::CompareTitle, compare::chart(site, live, procurement, ().into_any()))
        }
    };
    let title = match procurement {
        Some(procurement) => format!("{}: {}", site.text(&procurement.name), site.t(title)),
        None => site.t(title).to_owned(),
    };
    let home = match (view, procurement) {
        (_, Some(procurement)) => Page::Procurement(procurement.id.clone()),
        (EmbedView::Timeline, None) => Page::Timeline,
        (EmbedView::Claims, None) => Page::Claims,
        (EmbedView::Comparison, None) => Page::Compare,
    };
    view! {
        <h1 tabindex="-1">{title}</h1>
        {filter::notice(site, live)}
        {chart}
        <p class="credit">
            <a href=site.href(home) target="_blank" rel="external noopener">
                {site.t(Key::EmbedCredit)}
            </a>
        </p>
    }
    .into_any()
}
