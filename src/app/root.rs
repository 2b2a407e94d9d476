//! The whole app, as both the prerenderer and the browser call it.

use super::frame::framed;
use crate::route::{Address, Page};
use crate::view::{Live, Site, page::page};
use leptos::prelude::*;

/// The page behind the address, in the site's frame; embeds stand without it.
///
/// The facts may grow while the page lives (the overview comes first, the rest later): a page
/// is made from what is there when the reader comes to it.
pub fn root(site: Signal<Site>, address: Signal<Address>, live: Live) -> AnyView {
    let frame = site.get_untracked();
    let embedded = address.with_untracked(|a| matches!(a.page, Page::Embed(..)));
    let current = Memo::new(move |_| address.get().page);
    let body =
        view! { {move || current.with(|address| page(site.get_untracked(), address, live))} }
            .into_any();
    if embedded {
        view! { <main id="content">{body}</main> }.into_any()
    } else {
        framed(frame, address, body)
    }
}
