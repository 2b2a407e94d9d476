//! The whole app, as both the prerenderer and the browser call it.

use super::frame::framed;
use crate::route::{Address, Page};
use crate::view::{Live, Site, page::page};
use leptos::prelude::*;

/// The page behind the address, in the site's frame; embeds stand without it.
pub fn root(site: Site, address: Signal<Address>, live: Live) -> AnyView {
    let embedded = address.with_untracked(|a| matches!(a.page, Page::Embed(..)));
    let current = Memo::new(move |_| address.get().page);
    let body = view! { {move || current.with(|address| page(site, address, live))} }.into_any();
    if embedded {
        view! { <main id="content">{body}</main> }.into_any()
    } else {
        framed(site, address, body)
    }
}
