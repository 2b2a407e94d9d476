//! What a page says of itself: title, description, and its twin in the other language.

use crate::i18n::Key;
use crate::model::{Lang, Text};
use crate::route::{Address, EmbedView, Page, Selection};
use crate::view::figure::embedded;
use crate::view::{Site, page::said};

/// The title and the description of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub title: String,
    pub description: String,
}

/// What a page says of itself, for a choice.
pub fn head(site: Site, page: &Page, selection: &Selection) -> Head {
    let (title, description) = about(site, page);
    // What the page's own facts say, rather than what there is to find on it.
    let description = said(site, page, selection).unwrap_or(description);
    let name = site.t(Key::SiteName);
    Head { title: format!("{title} · {name}"), description }
}

/// What a page is called, without the name of the site.
pub fn name(site: Site, page: &Page) -> String {
    about(site, page).0
}

/// The links that a page's `<head>` carries to itself in each language, as (hreflang, address).
/// They have to be whole addresses: a site that does not know where it stands has none.
pub fn alternates(site: Site, page: &Page) -> Vec<(&'static str, String)> {
    if *page == Page::NotFound || site.origin.is_empty() {
        return vec![];
    }
    let link = |lang: Lang| format!("{}{}", site.origin, site.href_in(lang, page.clone()));
    let mut links: Vec<_> = Lang::ALL.into_iter().map(|lang| (lang.code(), link(lang))).collect();
    links.push(("x-default", link(Lang::Sv)));
    links
}

/// Every address that is prerendered, in every language.
pub fn every_address(site: Site) -> Vec<Address> {
    let mut pages = vec![
        Page::Overview,
        Page::Timeline,
        Page::Claims,
        Page::Compare,
        Page::Regions,
        Page::Sources,
        Page::Method,
        Page::Changes,
        Page::Search,
        Page::Register,
    ];
    for view in EmbedView::ALL {
        pages.push(Page::Embed(view, None));
    }
    for procurement in &site.dataset.procurements {
        let id = &procurement.id;
        pages.push(Page::Procurement(id.clone()));
        pages.extend(EmbedView::ALL.map(|view| Page::Embed(view, Some(id.clone()))));
        pages.extend(procurement.events.iter().map(|e| Page::Event(id.clone(), e.id.clone())));
        pages.extend(procurement.claims.iter().map(|c| Page::Claim(id.clone(), c.id.clone())));
    }
    pages.into_iter().map(|page| Address::new(site.lang(), page)).collect()
}

fn about(site: Site, page: &Page) -> (String, String) {
    let keys =
        |title: Key, description: Key| (site.t(title).to_owned(), site.t(description).to_owned());
    let missing = || keys(Key::NotFoundTitle, Key::NotFoundLead);
    let later = || keys(Key::LaterTitle, Key::LaterLead);
    let named = |name: &Text, title: String| format!("{}: {title}", site.text(name));
    match page {
        Page::Overview => keys(
            Key::OverviewTitle,
            site.once_chosen(Key::OverviewDescription, Key::OverviewDescriptionBefore),
        ),
        Page::Timeline => keys(Key::TimelineTitle, Key::TimelineDescription),
        Page::Claims => keys(Key::ClaimsTitle, Key::ClaimsDescription),
        Page::Compare => keys(Key::CompareTitle, compared(site)),
        Page::Regions => keys(Key::RegionsTitle, Key::RegionsDescription),
        Page::Sources => keys(Key::SourcesTitle, Key::SourcesDescription),
        Page::Method => keys(Key::MethodTitle, Key::MethodDescription),
        Page::Changes => keys(Key::ChangesTitle, Key::ChangesDescription),
        Page::Search => keys(Key::SearchTitle, Key::SearchDescription),
        Page::Register => keys(Key::RegisterTitle, Key::RegisterDescription),
        Page::NotFound => missing(),
        Page::Procurement(id) => match site.dataset.procurement(id.as_str()) {
            Some(procurement) => (
                match &procurement.product {
                    Some(product) => named(&procurement.name, product.clone()),
                    None => site.text(&procurement.name).to_owned(),
                },
                site.not_yet(procurement).unwrap_or_else(|| {
                    site.fill(
                        Key::ProcurementDescription,
                        &[
                            ("name", site.text(&procurement.name)),
                            ("product", site.system(procurement)),
                        ],
                    )
                }),
            ),
            None => missing(),
        },
        Page::Event(id, event) => {
            let found = site.dataset.procurement(id.as_str()).and_then(|procurement| {
                Some((procurement, procurement.events.iter().find(|e| e.id == *event)?))
            });
            match found {
                Some((procurement, event)) => (
                    named(&procurement.name, site.text(&event.title).to_owned()),
                    format!("{}: {}", site.date(event.date), site.text(&event.text)),
                ),
                None if site.is_later(id, event) => later(),
                None => missing(),
            }
        }
        Page::Claim(id, claim) => {
            let found = site.dataset.procurement(id.as_str()).and_then(|procurement| {
                Some((procurement, procurement.claims.iter().find(|c| c.id == *claim)?))
            });
            match found {
                Some((procurement, claim)) => (
                    named(&procurement.name, site.text(&claim.title).to_owned()),
                    claim
                        .demands
                        .first()
                        .map(|one| site.text(&one.text))
                        .unwrap_or_default()
                        .to_owned(),
                ),
                None if site.is_later(id, claim) => later(),
                None => missing(),
            }
        }
        Page::Embed(view, id) => {
            let (title, description) = about(site, &embedded(*view).page);
            match id.as_ref().map(|id| site.dataset.procurement(id.as_str())) {
                Some(Some(procurement)) => (named(&procurement.name, title), description),
                Some(None) => missing(),
                None => (title, description),
            }
        }
    }
}

/// What the comparison is, naming the product once all that is followed had chosen theirs.
fn compared(site: Site) -> Key {
    site.once_chosen(Key::CompareDescription, Key::CompareDescriptionBefore)
}
