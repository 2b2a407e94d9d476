//! All side effects: the only file that names `web_sys` or `gloo`.
//!
//! It hydrates the prerendered page and then keeps three things in step: the address, the page
//! and the reader's choice. A router of our own in a few lines, since [`Address`] already is
//! the route table: `leptos_router` costs 30 kB brotli, leaves links inside SVG to the browser
//! and takes over those of embeds, which belong to the page around them.

use super::edition::Edition;
use super::head::head;
use super::root::root;
use crate::route::{Address, Page, Selection};
use crate::view::{Live, Site};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, MouseEvent};

/// Hydrates the page that is there. `facts` is the edition's file, `base` the path below which
/// the site lives and `origin` where it is published. Errors tell why it cannot be done; the
/// page then stays as it is.
#[wasm_bindgen]
pub fn start(facts: Vec<u8>, base: String, origin: String) -> Result<(), JsError> {
    let edition = Edition::from_bytes(&facts)
        .map_err(|_| JsError::new("the facts are cut short or from another build"))?;
    let root_element: HtmlElement = document()
        .get_element_by_id("app")
        .and_then(|element| element.dyn_into().ok())
        .ok_or_else(|| JsError::new("the page has no #app"))?;
    // Read once and borrowed for as long as the page lives.
    let edition: &'static Edition = Box::leak(Box::new(edition));
    let site = Site {
        dataset: &edition.dataset,
        messages: &edition.messages,
        base: Box::leak(base.into_boxed_str()),
        origin: Box::leak(origin.into_boxed_str()),
    };
    let handle = leptos::mount::hydrate_from(root_element, move || {
        let address = RwSignal::new(current_address(site));
        let query = RwSignal::new(String::new());
        let live = live(site, query);
        follow(site, address, query);
        root(site, address.into(), live)
    });
    handle.forget();
    Ok(())
}

/// The page of the address bar. A page of another language or an unknown one was prerendered
/// as "not found" in Swedish, and is hydrated as that.
fn current_address(site: Site) -> Address {
    let path = window().location().pathname().unwrap_or_default();
    match path.strip_prefix(site.base.trim_end_matches('/')) {
        Some(below) => Address::parse(below),
        None => Address::new(site.lang(), Page::NotFound),
    }
}

/// The choice in the address. It is the default one until hydration is over, since that is what
/// was prerendered.
fn live(site: Site, query: RwSignal<String>) -> Live {
    let known = site.known();
    let parsed = Memo::new(move |_| query.with(|query| Selection::parse(query, &known)));
    Effect::new(move |_| query.set(search()));
    Live {
        selection: Signal::derive(move || parsed.get().0),
        bad: Signal::derive(move || parsed.get().1),
        choose: Callback::new(move |selection: Selection| {
            let path = window().location().pathname().unwrap_or_default();
            let to = selection.to_string();
            push(&format!("{path}{to}"));
            query.set(to);
        }),
    }
}

/// Follows links within the site, and the back and forward buttons.
fn follow(site: Site, address: RwSignal<Address>, query: RwSignal<String>) {
    if matches!(address.get_untracked().page, Page::Embed(..)) {
        return;
    }
    EventListener::new_with_options(
        &document(),
        "click",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            let Some(link) = event.dyn_ref::<MouseEvent>().and_then(followed_link) else { return };
            let Some((path, search, hash)) = within(site, &link, &address.get_untracked()) else {
                return;
            };
            event.prevent_default();
            push(&format!("{path}{search}{hash}"));
            arrive(site, address, query);
            show(&hash);
        },
    )
    .forget();
    EventListener::new(&window(), "popstate", move |_| arrive(site, address, query)).forget();
}

/// Shows the page that the address bar now holds.
fn arrive(site: Site, address: RwSignal<Address>, query: RwSignal<String>) {
    let next = current_address(site);
    let head = head(site, &next.page);
    document().set_title(&head.title);
    if let Some(meta) = document().query_selector("meta[name=description]").ok().flatten() {
        let _ = meta.set_attribute("content", &head.description);
    }
    query.set(search());
    if next != address.get_untracked() {
        address.set(next);
    }
}

/// The link that a plain click on it means to follow.
fn followed_link(event: &MouseEvent) -> Option<Element> {
    let plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
        && !event.default_prevented();
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let ours = !link.has_attribute("target")
        && !link.has_attribute("download")
        && !link.get_attribute("rel").is_some_and(|rel| rel.contains("external"));
    (plain && ours).then_some(link)
}

/// Path, query and hash of a link, if it leads to a page of this edition other than the very
/// one that is shown (a mere anchor is the browser's to follow).
fn within(site: Site, link: &Element, now: &Address) -> Option<(String, String, String)> {
    let href = link.get_attribute("href")?;
    let url = web_sys::Url::new_with_base(&href, &window().location().href().ok()?).ok()?;
    let (path, hash) = (url.pathname(), url.hash());
    if url.origin() != window().location().origin().ok()? {
        return None;
    }
    let next = Address::parse(path.strip_prefix(site.base.trim_end_matches('/'))?);
    let ours = next.lang == site.lang() && !matches!(next.page, Page::NotFound | Page::Embed(..));
    let anchor = next == *now && !hash.is_empty();
    (ours && !anchor).then(|| (path, url.search(), hash))
}

/// Brings the reader to the new page: to the place that the hash names, or to its heading,
/// which takes the focus so that a screen reader tells where one is.
fn show(hash: &str) {
    let hash = hash.trim_start_matches('#').to_owned();
    // After the new page is in the document.
    gloo::timers::callback::Timeout::new(0, move || {
        let place = (!hash.is_empty()).then(|| document().get_element_by_id(&hash)).flatten();
        match place {
            Some(place) => place.scroll_into_view(),
            None => window().scroll_to_with_x_and_y(0.0, 0.0),
        }
        let heading = document().query_selector("h1").ok().flatten();
        if let Some(heading) = heading.and_then(|h| h.dyn_into::<HtmlElement>().ok()) {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = heading.focus_with_options(&options);
        }
    })
    .forget();
}

fn search() -> String {
    window().location().search().unwrap_or_default()
}

fn push(url: &str) {
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(url));
    }
}
