//! A figure without the site's frame, for other people's pages.

use super::needs::{Needs, PageFacts, needs};
use super::spec;
use super::spec::{About, PageSpec};
use crate::i18n::Key;
use crate::model::Procurement;
use crate::route::Page;
use crate::view::block::Block;
use crate::view::figure::{self, FigureSpec};
use crate::view::{PageState, Site, chart, filter, html};

/// The embeds of all procurements in the table of pages.
pub static SPEC: PageSpec = OF_ALL;

/// The embeds of one procurement.
pub static OF_ONE: PageSpec = PageSpec { of_many: false, facts: PageFacts::OF_ONE, ..OF_ALL };

const OF_ALL: PageSpec = PageSpec {
    about: |site, page| {
        let (figure, only) = found(site, page)?;
        let home = &figure.page;
        let of_all = (spec(home).about)(site, home)?;
        Some(match only {
            Some(one) => About::within(site, one, &of_all.title, of_all.description),
            None => of_all,
        })
    },
    header: None,
    footer: None,
    of_many: true,
    facts: PageFacts {
        // Those of the figure's page.
        needs: |page, selection, today| match page {
            Page::Embed(home, None) => needs(home, selection, today),
            _ => Needs::default(),
        },
        ..PageFacts::NONE
    },
    blocks: |state, page| {
        let (figure, only) = found(state.site, page)?;
        Some(embed(state, figure, only))
    },
    sources: None,
};

/// The figure of an embed, and the procurement that it is about when it is about one.
fn found<'a>(
    site: Site<'a>,
    page: &Page,
) -> Option<(&'static FigureSpec, Option<&'a Procurement>)> {
    let figure = figure::of(page)?;
    match page {
        Page::Embed(_, Some(id)) => Some((figure, Some(site.dataset.procurement(id.as_str())?))),
        _ => Some((figure, None)),
    }
}

fn embed<'a>(
    state: PageState<'a>,
    figure: &'static FigureSpec,
    procurement: Option<&'a Procurement>,
) -> Vec<Block<'a>> {
    let site = state.site;
    let title = figure.name;
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
        chart::embedded(figure, state, procurement),
        Block::html("credit", "p", "credit", credit),
    ]
}
