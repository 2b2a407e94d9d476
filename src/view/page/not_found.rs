//! No such page. One file serves a static host for every unknown address, so it speaks both
//! languages.

use super::needs::PageFacts;
use super::spec::{About, PageSpec};
use super::text;
use crate::i18n::Key;
use crate::model::Lang;
use crate::route::Page;
use crate::view::Site;
use crate::view::{Markup, html};

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    about: |site, _| About::words(site, Key::NotFoundTitle, Key::NotFoundLead),
    header: None,
    footer: None,
    of_many: false,
    facts: PageFacts::NONE,
    blocks: |state, _| Some(text("not-found", move || not_found(state.site))),
    sources: None,
};

fn not_found(site: Site) -> Markup {
    html! {
        h1 tabindex="-1" { (site.t(Key::NotFoundTitle)) }
        p class="lead" { (site.t(Key::NotFoundLead)) }
        ul {
            li {
                a
                    href=(site.href_in(Lang::Sv, Page::Overview))
                    hreflang="sv"
                    lang="sv"
                    rel="external"
                {
                    (site.t(Key::NotFoundSwedish))
                }
            }
            li {
                a
                    href=(site.href_in(Lang::En, Page::Overview))
                    hreflang="en"
                    lang="en"
                    rel="external"
                {
                    (site.t(Key::NotFoundEnglish))
                }
            }
        }
    }
}
