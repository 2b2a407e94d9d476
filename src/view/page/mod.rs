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

use super::{Live, Site, chart, others, sentence};
use crate::analysis::knowledge;
use crate::model::{Id, Procurement};
use crate::route::{EmbedView, Page, Selection};
use leptos::prelude::*;

/// What a page's chart says in a sentence, for a choice: the caption of its figure. `None` for
/// pages without one chart of their own, and where there is nothing to say.
pub fn said(site: Site, page: &Page, selection: &Selection) -> Option<String> {
    let only = |id: &Option<Id>| id.as_ref().and_then(|id| site.dataset.procurement(id.as_str()));
    let claims = |only| sentence::claims(site, &chart::chosen(site, selection, only));
    let compared = |only: Option<&Procurement>| match only {
        Some(procurement) => sentence::comparison(site, &[procurement]),
        None => sentence::comparison(site, &others::one_by_one(site, selection)),
    };
    let said = match page {
        Page::Overview => sentence::overview(site),
        Page::Timeline => timeline::say(site, selection, None),
        Page::Claims => claims(None),
        Page::Compare => compared(None),
        Page::Embed(EmbedView::Timeline, id) => timeline::say(site, selection, only(id)),
        Page::Embed(EmbedView::Claims, id) => claims(only(id)),
        Page::Embed(EmbedView::Comparison, id) => compared(only(id)),
        Page::Procurement(_)
        | Page::Event(..)
        | Page::Claim(..)
        | Page::Regions
        | Page::Sources
        | Page::Method
        | Page::Changes
        | Page::Search
        | Page::Register
        | Page::NotFound => return None,
    };
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

/// The page behind an address. Ids that name nothing lead to "not found".
pub fn page(site: Site<'static>, page: &Page, live: Live) -> AnyView {
    let dataset = site.dataset;
    if is_of_many(page)
        && dataset.procurements.iter().all(Procurement::is_empty)
        && let Some(first) = knowledge::first_day(site.today)
    {
        return live.still(move || later::nothing(site, first));
    }
    match page {
        Page::Overview => overview::overview(site, live),
        Page::Timeline => timeline::timeline(site, live),
        Page::Claims => claims::claims(site, live),
        Page::Compare => compare::compare(site, live),
        Page::Regions => live.still(move || regions::regions(site)),
        Page::Sources => live.still(move || sources::sources(site)),
        Page::Method => live.still(move || method::method(site)),
        Page::Changes => changes::changes(site, live),
        Page::Search => search::search(site, live),
        Page::Register => live.still(move || register::register(site)),
        Page::Procurement(id) => match dataset.procurement(id.as_str()) {
            Some(found) => procurement::procurement(site, found, live),
            None => live.still(move || not_found::not_found(site)),
        },
        Page::Event(id, event) => {
            let found = dataset.procurement(id.as_str()).and_then(|procurement| {
                let at = procurement.events.iter().position(|e| e.id == *event)?;
                Some((procurement, at))
            });
            match found {
                Some((procurement, at)) => live.still(move || event::event(site, procurement, at)),
                None if site.is_later(id, event) => live.still(move || later::later(site)),
                None => live.still(move || not_found::not_found(site)),
            }
        }
        Page::Claim(id, claim) => {
            let found = dataset.procurement(id.as_str()).and_then(|procurement| {
                let at = procurement.claims.iter().position(|c| c.id == *claim)?;
                Some((procurement, at))
            });
            match found {
                Some((procurement, at)) => live.still(move || claim::claim(site, procurement, at)),
                None if site.is_later(id, claim) => live.still(move || later::later(site)),
                None => live.still(move || not_found::not_found(site)),
            }
        }
        Page::Embed(view, id) => {
            let one = id.as_ref().map(|id| dataset.procurement(id.as_str()));
            match one {
                Some(None) => live.still(move || not_found::not_found(site)),
                Some(Some(procurement)) => embed::embed(site, *view, Some(procurement), live),
                None => embed::embed(site, *view, None, live),
            }
        }
        Page::NotFound => live.still(move || not_found::not_found(site)),
    }
}
