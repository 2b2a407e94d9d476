//! No such page. One file serves a static host for every unknown address, so it speaks both
//! languages.

use crate::i18n::Key;
use crate::model::Lang;
use crate::route::Page;
use crate::view::Site;
use leptos::prelude::*;

pub fn not_found(site: Site) -> AnyView {
    view! {
        <h1 tabindex="-1">{site.t(Key::NotFoundTitle)}</h1>
        <p class="lead">{site.t(Key::NotFoundLead)}</p>
        <ul>
            <li>
                <a href=site.href_in(Lang::Sv, Page::Overview) hreflang="sv" lang="sv" rel="external">
                    {site.t(Key::NotFoundSwedish)}
                </a>
            </li>
            <li>
                <a href=site.href_in(Lang::En, Page::Overview) hreflang="en" lang="en" rel="external">
                    {site.t(Key::NotFoundEnglish)}
                </a>
            </li>
        </ul>
    }
    .into_any()
}
