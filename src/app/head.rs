//! What a page says of itself: title, description, and its twin in the other language.

use crate::i18n::Key;
use crate::model::Lang;
use crate::route::{Address, Page, Selection};
use crate::view::Site;
use crate::view::page::{About, about, every_page, said};

/// The title and the description of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub title: String,
    pub description: String,
}

/// What a page says of itself, for a choice.
pub fn head(site: Site, page: &Page, selection: &Selection) -> Head {
    let About { title, description } = about(site, page);
    // What the page's own facts say, rather than what there is to find on it.
    let description = said(site, page, selection).unwrap_or(description);
    let name = site.t(Key::SiteName);
    Head { title: format!("{title} · {name}"), description }
}

/// What a page is called, without the name of the site.
pub fn name(site: Site, page: &Page) -> String {
    about(site, page).title
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
    let pages = every_page(site.dataset, site.shown).into_iter();
    pages.map(|page| Address::new(site.lang(), page)).collect()
}
