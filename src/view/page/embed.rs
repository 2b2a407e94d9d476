//! A chart without the site's frame, for other people's pages.

use super::{claims, compare, timeline};
use crate::i18n::Key;
use crate::model::Procurement;
use crate::route::{EmbedView, Page};
use crate::view::block::Block;
use crate::view::{PageState, filter, html};

pub fn embed<'a>(
    state: PageState<'a>,
    view: EmbedView,
    procurement: Option<&'a Procurement>,
) -> Vec<Block<'a>> {
    let site = state.site;
    let (title, chart) = match view {
        EmbedView::Timeline => (Key::TimelineTitle, timeline::chart(state, procurement, vec![])),
        EmbedView::Claims => (Key::ClaimsTitle, claims::chart(state, procurement, vec![])),
        EmbedView::Comparison => (Key::CompareTitle, compare::chart(state, procurement, vec![])),
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
            a href=(home) target="_blank" rel="external noopener" { (site.t(Key::EmbedCredit)) }
        }
    };
    vec![
        Block::html("head", "div", "", move || html! { h1 tabindex="-1" { (title) } }),
        filter::notice(state),
        chart,
        Block::html("credit", "p", "credit", credit),
    ]
}
