//! What stands around every page: the way around, the other language, the small print.

use crate::i18n::Key;
use crate::model::{Lang, PartialDate};
use crate::route::{Address, Page};
use crate::view::Site;
use leptos::prelude::*;

/// A page in the site's frame.
pub fn framed(site: Site, address: Signal<Address>, page: AnyView) -> AnyView {
    view! {
        <a class="skip" href="#content">
            {site.t(Key::SkipToContent)}
        </a>
        {header(site, address)}
        <main id="content">{page}</main>
        {footer(site)}
    }
    .into_any()
}

fn header(site: Site, address: Signal<Address>) -> AnyView {
    let other = match site.lang() {
        Lang::Sv => Lang::En,
        Lang::En => Lang::Sv,
    };
    let links = [
        (Key::NavOverview, Page::Overview),
        (Key::NavTimeline, Page::Timeline),
        (Key::NavClaims, Page::Claims),
        (Key::NavCompare, Page::Compare),
        (Key::NavRegions, Page::Regions),
        (Key::NavSources, Page::Sources),
        (Key::NavMethod, Page::Method),
        (Key::NavSearch, Page::Search),
    ]
    .into_iter()
    .map(|(key, page)| {
        let href = site.href(page.clone());
        // The style draws a looking-glass before it.
        let rel = (page == Page::Search).then_some("search");
        view! {
            <li>
                <a
                    href=href
                    rel=rel
                    aria-current=move || address.with(|a| a.page == page).then_some("page")
                >
                    {site.t(key)}
                </a>
            </li>
        }
        .into_any()
    })
    .collect_view();
    view! {
        <header class="site">
            <p class="name">
                <a href=site.href(Page::Overview)>{site.t(Key::SiteName)}</a>
            </p>
            <nav aria-label=site.t(Key::NavLabel)>
                <ul>{links}</ul>
            </nav>
            <p class="language">
                <a
                    href=move || site.href_in(other, twin(address.get().page))
                    hreflang=other.code()
                    lang=other.code()
                    rel="external"
                >
                    {site.t(Key::OtherLanguage)}
                </a>
            </p>
        </header>
    }
    .into_any()
}

/// The page that the other language's link leads to.
fn twin(page: Page) -> Page {
    match page {
        Page::NotFound => Page::Overview,
        page => page,
    }
}

fn footer(site: Site) -> AnyView {
    let data = site.fill(
        Key::FooterData,
        &[
            ("version", &site.dataset.version),
            ("date", &site.date(PartialDate::Day(site.dataset.reviewed))),
        ],
    );
    view! {
        <footer class="site">
            <p>{site.t(Key::SiteMotto)} "."</p>
            <p>{data}</p>
            <p>
                <a href=site.href(Page::Method)>{site.t(Key::FooterMethod)}</a>
            </p>
            <p>
                <a href=site.href(Page::Changes)>{site.t(Key::NavChanges)}</a>
            </p>
            <p>
                <a href=site.href(Page::Register)>{site.t(Key::RegisterTitle)}</a>
            </p>
        </footer>
    }
    .into_any()
}
