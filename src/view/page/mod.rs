//! One page, one file, with its entry in the table of pages, which [`spec`] finds, and its
//! [`content`]. A page is what stands in `<main>`; it begins with its `<h1>`.

mod spec;

pub mod needs;

pub mod content;

mod overview;

mod standings;

mod timeline;

mod claims;

mod compare;

mod procurement;

mod event;

mod claim;

mod regions;

mod sources;

mod method;

mod changes;

mod search;

mod register;

mod glossary;

mod later;

mod not_found;

pub mod embed;

pub mod reuse;

use super::block::Block;
use super::figure::{self, Asked, FigureSpec, embeds, embeds_of_pairs};
use super::glossary::Terms;
use super::only::Only;
use super::prose::prose;
use super::site::is_shown;
use super::{Markup, PageState, Site, html};
use crate::analysis::knowledge;
use crate::i18n::Key;
use crate::model::{Dataset, Procurement, Shown};
use crate::route::{Of, Page, Selection};

pub use spec::{About, Chunk, PageContent, PageSpec};

/// The entry of a page.
pub fn spec(page: &Page) -> &'static PageSpec {
    match page {
        Page::Overview => &overview::SPEC,
        Page::Timeline => &timeline::SPEC,
        Page::Claims => &claims::SPEC,
        Page::Compare => &compare::SPEC,
        Page::Procurement(_) => &procurement::SPEC,
        Page::Event(..) => &event::SPEC,
        Page::Claim(..) => &claim::SPEC,
        Page::Regions => &regions::SPEC,
        Page::Sources => &sources::SPEC,
        Page::Method => &method::SPEC,
        Page::Changes => &changes::SPEC,
        Page::Search => &search::SPEC,
        Page::Register => &register::SPEC,
        Page::Glossary => &glossary::SPEC,
        Page::Embed(_, Of::All | Of::Pair(..)) => &embed::SPEC,
        Page::Embed(_, Of::One(_) | Of::Claim(..)) => &embed::OF_ONE,
        Page::Reuse(_, Of::All | Of::Pair(..)) => &reuse::SPEC,
        Page::Reuse(_, Of::One(_) | Of::Claim(..)) => &reuse::OF_ONE,
        Page::NotFound => &not_found::SPEC,
    }
}

/// Every page that a site shows of a data set, but "not found". Those of a procurement follow each other: they are
/// made from the same facts.
pub fn every_page(dataset: &Dataset, shown: &Shown) -> Vec<Page> {
    let mut pages: Vec<Page> = Page::plain().cloned().collect();
    pages.extend(embeds(None).chain(embeds_of_pairs(dataset)).flat_map(reuse::and_how));
    for one in &dataset.procurements {
        let Procurement { id, events, claims, .. } = one;
        pages.push(Page::Procurement(id.clone()));
        pages.extend(embeds(Some(one)).flat_map(reuse::and_how));
        pages.extend(events.iter().map(|it| Page::Event(id.clone(), it.id.clone())));
        pages.extend(claims.iter().map(|it| Page::Claim(id.clone(), it.id.clone())));
        let embeds = claims.iter().map(|it| figure::embed_of_claim(one, it));
        pages.extend(embeds.flat_map(reuse::and_how));
    }
    pages.retain(|page| is_shown(shown, page));
    pages
}

/// What a page is called, and what it is for.
pub fn about(site: Site, page: &Page) -> About {
    ask(site, page, |content| (content.about)(site, page))
}

/// What a page's figure says in a sentence, for a choice: its caption. `None` for pages without
/// one figure of their own, and where there is nothing to say.
pub fn said(site: Site, page: &Page, selection: &Selection) -> Option<String> {
    let only = Only::on(site, page).unwrap_or(Only::All);
    let said = (figure::of(page)?.sentence)(Asked { site, selection, only });
    (!said.is_empty()).then_some(said)
}

/// The page behind an address: what stands in `<main>`. Ids that name nothing lead to "not found".
pub fn page<'a>(state: PageState<'a>, page: &Page) -> Vec<Block<'a>> {
    let site = state.site;
    if spec(page).of_many
        && site.dataset.procurements.iter().all(Procurement::is_empty)
        && let Some(first) = knowledge::first_day(site.today)
    {
        return text("nothing", move || later::nothing(site, first));
    }
    ask(site, page, |content| (content.blocks)(state, page))
}

/// What a page's content answers. Where the page's ids name nothing, another answers in its place:
/// that the fact became known later, or that there is no such page.
fn ask<T: Default>(site: Site, page: &Page, of: impl Fn(&PageContent) -> Option<T>) -> T {
    let instead = || match page {
        Page::Event(id, fact) | Page::Claim(id, fact) | Page::Embed(_, Of::Claim(id, fact))
            if site.is_later(id, fact) =>
        {
            &later::LATER
        }
        _ => &not_found::CONTENT,
    };
    of(content::of(page)).or_else(|| of(instead())).unwrap_or_default()
}

/// What a page begins with: its name, and what it is for.
fn head<'a>(site: Site<'a>, title: Key, lead: Key) -> Block<'a> {
    let make = move || {
        html! {
            h1 tabindex="-1" { (site.t(title)) }
            p class="lead" { (Terms::new(site).link(site.t(lead))) }
        }
    };
    Block::html("head", "div", "", make)
}

/// What the page of a figure begins with: its name, what its figure finds, and what it is for. The
/// finding is that of everything, so that no choice moves the buttons under it; what a choice finds
/// stands at the figure.
fn head_of<'a>(state: PageState<'a>, figure: &'static FigureSpec, lead: Key) -> Block<'a> {
    let site = state.site;
    let make = move || {
        html! {
            a class="skip" href={ "#" (figure.id) } { (site.t(Key::SkipToChart)) }
            (heading(site, figure, lead))
        }
    };
    Block::html("head", "div", "", make)
}

/// The same without a way to the figure, for a day on which there is none yet.
fn heading(site: Site, figure: &'static FigureSpec, lead: Key) -> Markup {
    let name = spec(&figure.page).header.map(|name| site.t(name));
    html! {
        @if let Some(name) = name { p class="kicker" { (name) } }
        h1 tabindex="-1" { (prose(figure.finding_of_all(site))) }
        p class="lead" { (Terms::new(site).link(site.t(lead))) }
    }
}

/// A page that is one text.
fn text<'a>(key: &'static str, make: impl FnOnce() -> Markup + 'a) -> Vec<Block<'a>> {
    vec![Block::html(key, "div", "", make)]
}
