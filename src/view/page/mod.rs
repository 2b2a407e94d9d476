//! One page, one file. A page is what stands in `<main>`; its first element is its `<h1>`.

mod overview;

mod timeline;

mod claims;

mod compare;

mod answers;

mod procurement;

mod promises;

mod event;

mod claim;

mod regions;

mod sources;

mod method;

mod changes;

mod search;

mod register;

mod later;

mod not_found;

mod embed;

use super::block::Block;
use super::figure::{self, Asked};
use super::{Markup, PageState, Site, html};
use crate::analysis::knowledge;
use crate::model::Procurement;
use crate::route::{Page, Selection};

/// What a page's figure says in a sentence, for a choice: its caption. `None` for pages without
/// one figure of their own, and where there is nothing to say.
pub fn said(site: Site, page: &Page, selection: &Selection) -> Option<String> {
    let only = match page {
        Page::Embed(_, Some(id)) => site.dataset.procurement(id.as_str()),
        _ => None,
    };
    let said = (figure::of(page)?.sentence)(Asked { site, selection, only });
    (!said.is_empty()).then_some(said)
}

/// Whether a page shows what is known of the procurements, and not just of one.
fn is_of_many(page: &Page) -> bool {
    match page {
        Page::Overview
        | Page::Timeline
        | Page::Claims
        | Page::Compare
        | Page::Regions
        | Page::Sources
        | Page::Search
        | Page::Register => true,
        Page::Embed(_, only) => only.is_none(),
        Page::Procurement(_)
        | Page::Event(..)
        | Page::Claim(..)
        | Page::Method
        | Page::Changes
        | Page::NotFound => false,
    }
}

/// The page behind an address: what stands in `<main>`. Ids that name nothing lead to "not found".
pub fn page<'a>(state: PageState<'a>, page: &Page) -> Vec<Block<'a>> {
    let site = state.site;
    let dataset = site.dataset;
    if is_of_many(page)
        && dataset.procurements.iter().all(Procurement::is_empty)
        && let Some(first) = knowledge::first_day(site.today)
    {
        return text("nothing", move || later::nothing(site, first));
    }
    let not_found = || text("not-found", move || not_found::not_found(site));
    let later = || text("later", move || later::later(site));
    match page {
        Page::Overview => overview::overview(state),
        Page::Timeline => timeline::timeline(state),
        Page::Claims => claims::claims(state),
        Page::Compare => compare::compare(state),
        Page::Regions => regions::regions(state),
        Page::Sources => text("sources", move || sources::sources(site)),
        Page::Method => text("method", move || method::method(site)),
        Page::Changes => changes::changes(state),
        Page::Search => search::search(state),
        Page::Register => text("register", move || register::register(site)),
        Page::Procurement(id) => match dataset.procurement(id.as_str()) {
            Some(found) => procurement::procurement(state, found),
            None => not_found(),
        },
        Page::Event(id, event) => {
            let found = dataset.procurement(id.as_str()).and_then(|procurement| {
                let at = procurement.events.iter().position(|e| e.id == *event)?;
                Some((procurement, at))
            });
            match found {
                Some((procurement, at)) => {
                    text("event", move || event::event(site, procurement, at))
                }
                None if site.is_later(id, event) => later(),
                None => not_found(),
            }
        }
        Page::Claim(id, claim) => {
            let found = dataset.procurement(id.as_str()).and_then(|procurement| {
                let at = procurement.claims.iter().position(|c| c.id == *claim)?;
                Some((procurement, at))
            });
            match found {
                Some((procurement, at)) => {
                    text("claim", move || claim::claim(site, procurement, at))
                }
                None if site.is_later(id, claim) => later(),
                None => not_found(),
            }
        }
        Page::Embed(view, id) => {
            let one = id.as_ref().map(|id| dataset.procurement(id.as_str()));
            match one {
                Some(None) => not_found(),
                Some(Some(procurement)) => embed::embed(state, *view, Some(procurement)),
                None => embed::embed(state, *view, None),
            }
        }
        Page::NotFound => not_found(),
    }
}

/// What a page begins with: its name, and what it is for.
fn head<'a>(title: &'static str, lead: &'static str) -> Block<'a> {
    let make = move || {
        html! {
            h1 tabindex="-1" { (title) }
            p class="lead" { (lead) }
        }
    };
    Block::html("head", "div", "", make)
}

/// A page that is one text.
fn text<'a>(key: &'static str, make: impl FnOnce() -> Markup + 'a) -> Vec<Block<'a>> {
    vec![Block::html(key, "div", "", make)]
}
