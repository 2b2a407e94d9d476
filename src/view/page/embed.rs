//! A figure without the site's frame, for other people's pages.

use super::claim::STEPS;
use super::content;
use super::needs::{Needs, PageFacts, needs};
use super::spec::{About, PageContent, PageSpec};
use crate::i18n::Key;
use crate::route::{Of, Page, Selection};
use crate::view::block::{Block, Follows};
use crate::view::figure::{Asked, FigureSpec, limited};
use crate::view::only::Only;
use crate::view::picture::of_one;
use crate::view::prose::prose;
use crate::view::{PageState, chart, filter, html};

/// The embeds of one procurement in the table of pages.
pub static OF_ONE: PageSpec = PageSpec::OF_ONE;

/// The embeds of all procurements.
pub static SPEC: PageSpec = PageSpec {
    of_many: true,
    facts: PageFacts {
        // Those of the figure's page.
        needs: |page, selection, today| match page {
            Page::Embed(home, Of::All) => needs(home, selection, today),
            Page::Embed(_, Of::Pair(one, other)) => {
                Needs { index: true, procurements: vec![one.clone(), other.clone()] }
            }
            _ => Needs::default(),
        },
        ..PageFacts::NONE
    },
    ..PageSpec::OF_ONE
};

/// What they show. Their figure is that of the page that they are taken from.
pub static CONTENT: PageContent = PageContent {
    about: |site, page| {
        let (figure, only) = limited(site, page)?;
        let home = &figure.page;
        let of_all = (content::of(home).about)(site, home)?;
        let title = figure.name_of(site, only);
        Some(match only {
            Only::All => of_all,
            Only::One(one) => About::within(site, one, &of_all.title, of_all.description),
            Only::Claim(..) | Only::Pair(..) => About { title, description: of_all.description },
        })
    },
    blocks: |state, page| {
        let (figure, only) = limited(state.site, page)?;
        Some(embed(state, page, figure, only))
    },
    figure: None,
    pictures: Some(of_one),
    sources: None,
};

/// The page of the site that an embed comes from, with its table and all sources. What compares
/// procurements stands on no page of a single one.
pub fn home(page: &Page) -> Option<Page> {
    match page {
        Page::Embed(Page::Compare, _) => Some(Page::Compare),
        Page::Embed(_, Of::One(id)) => Some(Page::Procurement(id.clone())),
        Page::Embed(_, Of::Claim(id, claim)) => Some(Page::Claim(id.clone(), claim.clone())),
        Page::Embed(home, Of::All | Of::Pair(..)) => Some((*home).clone()),
        _ => None,
    }
}

fn embed<'a>(
    state: PageState<'a>,
    page: &Page,
    figure: &'static FigureSpec,
    only: Only<'a>,
) -> Vec<Block<'a>> {
    let site = state.site;
    let asked = Asked::of(state, only);
    let heading = move || {
        let name = (figure.embed.heading)(asked);
        html! { h1 tabindex="-1" { (prose(name)) } }
    };
    let home = site.href(home(page).unwrap_or(Page::Overview));
    // Two that were chosen are chosen on the page too.
    let chosen = only.chosen(&Selection::default());
    // A claim's page has its steps where others have a table.
    let (name, place) = match only {
        Only::Claim(..) => (Key::StepsTitle, STEPS),
        _ => (Key::EmbedTable, figure.id),
    };
    let credit = move || {
        html! {
            a href=(format!("{home}{chosen}#{place}")) { (site.t(name)) }
            " · "
            a href=(format!("{home}{chosen}")) { (site.t(Key::EmbedCredit)) }
        }
    };
    vec![
        Block::html("head", "div", "", heading).following(Follows::Choice),
        filter::notice(state),
        chart::embedded(figure, state, only),
        Block::html("credit", "p", "credit", credit),
    ]
}
