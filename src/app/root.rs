//! The whole app, as both the prerenderer and the browser call it.

use super::dated::dated;
use super::frame::framed;
use super::head::name;
use crate::route::{Address, Page};
use crate::view::{Live, Site, as_of, cite::cite, page::page};
use leptos::prelude::*;

/// The page behind the address, in the site's frame; embeds stand without it.
///
/// The facts may grow while the page lives (the overview comes first, the rest later): a page
/// is made from what is there when the reader comes to it.
pub fn root(site: Signal<Site<'static>>, address: Signal<Address>, live: Live) -> AnyView {
    let frame = site.get_untracked();
    let embedded = address.with_untracked(|a| matches!(a.page, Page::Embed(..)));
    let current = Memo::new(move |_| address.get().page);
    // What was known on the chosen day, once all facts are there to tell it from.
    let earlier = Memo::new(move |_| {
        let day = live.selection.with(|selection| selection.as_of)?;
        live.whole.get().then(|| dated(site.get(), day))
    });
    let shown = Signal::derive(move || earlier.get().unwrap_or_else(|| site.get()));
    let body = move || {
        let page = move || {
            let site = earlier.get().unwrap_or_else(|| site.get_untracked());
            current.with(|address| page(site, address, live))
        };
        view! { {as_of::banner(frame, live)} {page} }.into_any()
    };
    if embedded {
        return view! { <main id="content">{body()}</main> }.into_any();
    }
    framed(frame, address, live, move || {
        let cite = cite(shown, current, live, name);
        view! { {as_of::control(site, live)} {body()} {cite} }.into_any()
    })
}
