//! No such page. One file serves a static host for every unknown address, so it speaks both
//! languages; a script leaves the one that the address begins with.

use super::needs::PageFacts;
use super::spec::{About, PageContent, PageSpec};
use super::text;
use crate::i18n::Key;
use crate::model::Lang;
use crate::route::Page;
use crate::view::{Markup, Site, html};

/// The page in the table of pages.
pub static SPEC: PageSpec =
    PageSpec { header: None, footer: None, of_many: false, facts: PageFacts::NONE, chunk: None };

/// What it shows.
pub static CONTENT: PageContent = PageContent {
    about: |site, _| About::words(site, Key::NotFoundTitle, Key::NotFoundLead),
    blocks: |state, _| Some(text("not-found", move || not_found(state.site))),
    figure: None,
    pictures: None,
    sources: None,
};

/// What the page says in a language, whatever language the file is in.
struct Told {
    lang: Lang,
    title: Key,
    lead: Key,
    search: Key,
    ways: [(Page, Key); 4],
}

const TOLD: [Told; 2] = [
    Told {
        lang: Lang::Sv,
        title: Key::NotFoundTitleSv,
        lead: Key::NotFoundLeadSv,
        search: Key::NotFoundSearchSv,
        ways: [
            (Page::Overview, Key::NotFoundSwedish),
            (Page::Timeline, Key::NotFoundTimelineSv),
            (Page::Search, Key::NotFoundSearchSv),
            (Page::Register, Key::NotFoundRegisterSv),
        ],
    },
    Told {
        lang: Lang::En,
        title: Key::NotFoundTitleEn,
        lead: Key::NotFoundLeadEn,
        search: Key::NotFoundSearchEn,
        ways: [
            (Page::Overview, Key::NotFoundEnglish),
            (Page::Timeline, Key::NotFoundTimelineEn),
            (Page::Search, Key::NotFoundSearchEn),
            (Page::Register, Key::NotFoundRegisterEn),
        ],
    },
];

fn not_found(site: Site) -> Markup {
    html! {
        div class="not-found" {
            h1 tabindex="-1" {
                @for told in &TOLD { span lang=(told.lang.code()) { (site.t(told.title)) } " " }
            }
            @for told in &TOLD {
                div lang=(told.lang.code()) {
                    p class="lead" { (site.t(told.lead)) }
                    p class="filters" {
                        label {
                            (site.t(told.search)) " "
                            input type="search" autocomplete="off"
                                data-search=(site.href_in(told.lang, Page::Search));
                        }
                    }
                    ul {
                        @for (page, name) in &told.ways {
                            li {
                                a href=(site.href_in(told.lang, page.clone()))
                                    hreflang=(told.lang.code()) rel="external" { (site.t(*name)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
