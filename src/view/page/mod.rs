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

use super::{Live, Site};
use crate::analysis::knowledge;
use crate::model::Procurement;
use crate::route::Page;
use leptos::prelude::*;

/// The page behind an address. Ids that name nothing lead to "not found".
pub fn page(site: Site, page: &Page, live: Live) -> AnyView {
    let dataset = site.dataset;
    let about_facts = !matches!(page, Page::Method | Page::Changes | Page::NotFound);
    if about_facts
        && dataset.procurements.iter().all(Procurement::is_empty)
        && let Some(first) = knowledge::days(site.today).first()
    {
        return live.still(|| later::nothing(site, *first));
    }
    match page {
        Page::Overview => overview::overview(site, live),
        Page::Timeline => timeline::timeline(site, live),
        Page::Claims => claims::claims(site, live),
        Page::Compare => compare::compare(site, live),
        Page::Regions => live.still(|| regions::regions(site)),
        Page::Sources => live.still(|| sources::sources(site)),
        Page::Method => live.still(|| method::method(site)),
        Page::Changes => changes::changes(site, live),
        Page::Search => search::search(site, live),
        Page::Register => live.still(|| register::register(site)),
        Page::Procurement(id) => match dataset.procurement(id.as_str()) {
            Some(found) => procurement::procurement(site, found, live),
            None => live.still(|| not_found::not_found(site)),
        },
        Page::Event(id, event) => {
            let found = dataset.procurement(id.as_str()).and_then(|procurement| {
                let at = procurement.events.iter().position(|e| e.id == *event)?;
                Some((procurement, at))
            });
            match found {
                Some((procurement, at)) => live.still(|| event::event(site, procurement, at)),
                None if site.is_later(id, event) => live.still(|| later::later(site)),
                None => live.still(|| not_found::not_found(site)),
            }
        }
        Page::Claim(id, claim) => {
            let found = dataset.procurement(id.as_str()).and_then(|procurement| {
                let at = procurement.claims.iter().position(|c| c.id == *claim)?;
                Some((procurement, at))
            });
            match found {
                Some((procurement, at)) => live.still(|| claim::claim(site, procurement, at)),
                None if site.is_later(id, claim) => live.still(|| later::later(site)),
                None => live.still(|| not_found::not_found(site)),
            }
        }
        Page::Embed(view, id) => {
            let one = id.as_ref().map(|id| dataset.procurement(id.as_str()));
            match one {
                Some(None) => live.still(|| not_found::not_found(site)),
                Some(Some(procurement)) => embed::embed(site, *view, Some(procurement), live),
                None => embed::embed(site, *view, None, live),
            }
        }
        Page::NotFound => live.still(|| not_found::not_found(site)),
    }
}
