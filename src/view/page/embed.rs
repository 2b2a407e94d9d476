//! A figure without the site's frame, for other people's pages.

use super::content;
use super::needs::{Needs, PageFacts, needs};
use super::spec::{About, PageContent, PageSpec};
use crate::i18n::Key;
use crate::model::Procurement;
use crate::route::Page;
use crate::view::block::{Block, Follows};
use crate::view::figure::{self, Asked, FigureSpec};
use crate::view::picture::of_one;
use crate::view::prose::prose;
use crate::view::{PageState, Site, chart, filter, html};

/// The embeds of one procurement in the table of pages.
pub static OF_ONE: PageSpec = PageSpec::OF_ONE;

/// The embeds of all procurements.
pub static SPEC: PageSpec = PageSpec {
    of_many: true,
    facts: PageFacts {
        // Those of the figure's page.
        needs: |page, selection, today| match page {
            Page::Embed(home, None) => needs(home, selection, today),
            _ => Needs::default(),
        },
        ..PageFacts::NONE
    },
    ..PageSpec::OF_ONE
};

/// What they show. Their figure is that of the page that they are taken from.
pub static CONTENT: PageContent = PageContent {
    about: |site, page| {
        let (figure, only) = found(site, page)?;
        let home = &figure.page;
        let of_all = (content::of(home).about)(site, home)?;
        Some(match only {
            Some(one) => About::within(site, one, &of_all.title, of_all.description),
            None => of_all,
        })
    },
    blocks: |state, page| {
        let (figure, only) = found(state.site, page)?;
        Some(embed(state, page, figure, only))
    },
    figure: None,
    pictures: Some(of_one),
    sources: None,
};

/// The figure of an embed, and the procurement that it is about when it is about one.
fn found<'a>(
    site: Site<'a>,
    page: &Page,
) -> Option<(&'static FigureSpec, Option<&'a Procurement>)> {
    let figure = figure::of(page)?;
    match page {
        Page::Embed(_, Some(id)) => {
            let one = site.dataset.procurement(id.as_str())?;
            (figure.embed.is_of)(one).then_some((figure, Some(one)))
        }
        _ => Some((figure, None)),
    }
}

/// The page of the site that an embed comes from, with its table and all sources. What compares
/// procurements stands on no page of a single one.
pub fn home(page: &Page) -> Option<Page> {
    match page {
        Page::Embed(Page::Compare, _) => Some(Page::Compare),
        Page::Embed(_, Some(id)) => Some(Page::Procurement(id.clone())),
        Page::Embed(home, None) => Some((*home).clone()),
        _ => None,
    }
}

fn embed<'a>(
    state: PageState<'a>,
    page: &Page,
    figure: &'static FigureSpec,
    procurement: Option<&'a Procurement>,
) -> Vec<Block<'a>> {
    let site = state.site;
    let asked = Asked::of(state, procurement);
    let heading = move || {
        let name = (figure.embed.heading)(asked);
        html! { h1 tabindex="-1" { (prose(name)) } }
    };
    let home = site.href(home(page).unwrap_or(Page::Overview));
    let credit = move || {
        html! {
            a href=(format!("{home}#{}", figure.id)) { (site.t(Key::EmbedTable)) }
            " · "
            a href=(home) { (site.t(Key::EmbedCredit)) }
        }
    };
    vec![
        Block::html("head", "div", "", heading).following(Follows::Choice),
        filter::notice(state),
        chart::embedded(figure, state, procurement),
        Block::html("credit", "p", "credit", credit),
    ]
}
