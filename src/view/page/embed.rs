//! A chart without the site's frame, for other people's pages.

use super::{claims, compare, timeline};
use crate::i18n::Key;
use crate::model::Procurement;
use crate::route::{EmbedView, Page};
use crate::view::block::Block;
use crate::view::figure::embedded;
use crate::view::{PageState, filter, html};

pub fn embed<'a>(
    state: PageState<'a>,
    view: EmbedView,
    procurement: Option<&'a Procurement>,
) -> Vec<Block<'a>> {
    let site = state.site;
    let figure = embedded(view);
    let title = figure.name;
    let chart = match view {
        EmbedView::Timeline => timeline::chart(state, procurement, vec![]),
        EmbedView::Claims => claims::chart(state, procurement, vec![]),
        EmbedView::Comparison => compare::chart(state, procurement, vec![]),
    };
    let title = match procurement {
        Some(procurement) => format!("{}: {}", site.text(&procurement.name), site.t(title)),
        None => site.t(title).to_owned(),
    };
    let home = site.href(match procurement {
        Some(procurement) => Page::Procurement(procurement.id.clone()),
        None => figure.page.clone(),
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
