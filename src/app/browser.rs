//! All side effects: the only file that names `web_sys` or `gloo`.
//!
//! It hydrates the prerendered page and then keeps three things in step: the address, the page
//! and the reader's choice. A router of our own in a few lines, since [`Address`] already is
//! the route table: `leptos_router` costs 30 kB brotli, leaves links inside SVG to the browser
//! and takes over those of embeds, which belong to the page around them.

mod listen;

mod turns;

use super::dated::dated;
use super::edition::Edition;
use super::head::head;
use super::root::root;
use crate::analysis::search::Index;
use crate::chart::units::Width;
use crate::route::{Address, Page, Selection};
use crate::view::{Live, Lookup, Sight, Site};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use leptos::prelude::*;
use listen::{copy_on_click, followed_link, is_wide, open_on_click, walk_on_keys, watch_window};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use turns::Eye;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, MouseEvent};

/// The page that lives.
#[wasm_bindgen]
#[derive(Clone)]
pub struct Running {
    site: RwSignal<Site<'static>>,
    /// Whether all facts are there, or just those of the overview.
    whole: RwSignal<bool>,
    /// The index of the search.
    lookup: RwSignal<Lookup>,
    /// The choice in the address, once the page is hydrated.
    query: RwSignal<String>,
    hydrating: RwSignal<bool>,
    /// Begins to listen to the reader. Not before the page lives: one that cannot be hydrated must
    /// not answer beside the one that takes its place.
    listen: Rc<RefCell<Option<Listen>>>,
}

/// Begins to listen, once.
type Listen = Box<dyn FnOnce()>;

/// An edition that has been read. Reading and hydrating are two calls, so that the browser can
/// answer its reader in between.
#[wasm_bindgen]
pub struct Facts(Site<'static>);

/// Reads an edition's file: `base` is the path below which the site lives and `origin` where it
/// is published.
#[wasm_bindgen]
pub fn read(facts: &[u8], base: String, origin: String) -> Result<Facts, JsError> {
    site(facts, Box::leak(base.into_boxed_str()), Box::leak(origin.into_boxed_str())).map(Facts)
}

/// Begins to hydrate the page that stands in `place`; [`Running::go_on`] does the rest. `whole` says
/// that all facts were read, not just the overview's part, and `eye` tells what the reader sees.
///
/// `anew` makes the page in an empty place instead: for a page that something changed before it was
/// hydrated, such as a translator or a host that leaves out comments.
#[wasm_bindgen]
pub fn start(facts: Facts, whole: bool, eye: Eye, place: HtmlElement, anew: bool) -> Running {
    let (running, view) = running(facts.0, whole, eye, !anew);
    if anew {
        leptos::mount::mount_to(place, view).forget();
    } else {
        leptos::mount::hydrate_from(place, view).forget();
    }
    running
}

/// The page that is about to live, and what makes its view.
fn running(
    first: Site<'static>,
    whole: bool,
    eye: Eye,
    hydrating: bool,
) -> (Running, impl FnOnce() -> AnyView) {
    turns::open(eye);
    // They belong to no view, since they live as long as the page.
    let running = Running {
        site: RwSignal::new(first),
        whole: RwSignal::new(whole),
        lookup: RwSignal::new(Lookup::Asleep),
        query: RwSignal::new(String::new()),
        hydrating: RwSignal::new(hydrating),
        listen: Rc::default(),
    };
    let kept = running.clone();
    let view = move || {
        let Running { site, query, .. } = kept;
        let address = RwSignal::new(current_address(first));
        let (live, listen) = live(&kept);
        *kept.listen.borrow_mut() = Some(Box::new(move || {
            listen();
            walk_on_keys(live);
            follow(site, live, address, query);
        }));
        root(site.into(), address.into(), live)
    };
    (running, view)
}

#[wasm_bindgen]
impl Running {
    /// Hydrates the next part of the page. When there is none the page lives, follows the choice
    /// in the address, and `false` comes back.
    pub fn go_on(&self) -> bool {
        if turns::take() {
            return true;
        }
        if let Some(listen) = self.listen.borrow_mut().take() {
            listen();
        }
        self.hydrating.set(false);
        self.query.set(search());
        self.describe_choice();
        // Whoever comes to the search wants its index.
        if current_address(self.site.get_untracked()).page == Page::Search {
            look_up(self.lookup);
        }
        false
    }

    /// Gives the page all facts, when it began with the overview's.
    pub fn supply(&self, facts: &[u8]) -> Result<(), JsError> {
        let now = self.site.get_untracked();
        self.site.set(site(facts, now.base, now.origin)?);
        self.whole.set(true);
        self.describe_choice();
        Ok(())
    }

    /// Gives the search its index.
    pub fn index(&self, bytes: &[u8]) -> Result<(), JsError> {
        let index = Index::from_bytes(bytes)
            .map_err(|_| JsError::new("the index is cut short or from another build"))?;
        self.lookup.set(Lookup::Here(Box::leak(Box::new(index))));
        Ok(())
    }

    /// Tells the search that its index cannot be had.
    pub fn no_index(&self) {
        self.lookup.set(Lookup::Failed);
    }
}

impl Running {
    /// The head that was prerendered tells of today; an address that names a day or a choice
    /// gets its own.
    fn describe_choice(&self) {
        let site = self.site.get_untracked();
        let selection = self.query.with_untracked(|query| Selection::parse(query, &site.known()).0);
        if selection != Selection::default() {
            describe(site, self.whole.get_untracked(), &selection);
        }
    }
}

/// Reads an edition's file. It is read once and borrowed for as long as the page lives.
fn site(facts: &[u8], base: &'static str, origin: &'static str) -> Result<Site<'static>, JsError> {
    let edition = Edition::from_bytes(facts)
        .map_err(|_| JsError::new("the facts are cut short or from another build"))?;
    let edition: &'static Edition = Box::leak(Box::new(edition));
    let (dataset, messages) = (&edition.dataset, &edition.messages);
    Ok(Site { dataset, today: dataset, messages, base, origin })
}

/// The page of the address bar. A page of another language or an unknown one was prerendered
/// as "not found" in Swedish, and is hydrated as that.
fn current_address(site: Site) -> Address {
    let path = window().location().pathname().unwrap_or_default();
    match below(site, &path) {
        Some(below) => Address::parse(below),
        None => Address::new(site.lang(), Page::NotFound),
    }
}

/// What of a path lies below the site's base: of `/a/sv/` it is `/sv/` below `/a/`, and of `/asv/`
/// nothing.
fn below<'p>(site: Site, path: &'p str) -> Option<&'p str> {
    let below = path.strip_prefix(site.base.trim_end_matches('/'))?;
    (below.is_empty() || below.starts_with('/')).then_some(below)
}

/// The choice in the address. It is the default one until hydration is over, since that is what
/// was prerendered.
///
/// Beside it comes what begins to listen to the window and the reader.
fn live(running: &Running) -> (Live, impl FnOnce() + 'static) {
    let Running { site, whole, lookup, query, hydrating, .. } = *running;
    // The overview's facts know fewer procurements than those that follow.
    let known = move || site.get().known();
    let parsed = Memo::new(move |_| query.with(|query| Selection::parse(query, &known())));
    let opened = RwSignal::new(None);
    let printing = RwSignal::new(false);
    let settled = RwSignal::new(true);
    let wide = RwSignal::new(is_wide());
    let listen = move || {
        watch_window(settled, printing, wide);
        open_on_click(opened);
        copy_on_click();
    };
    // On paper the wide drawings stand, whatever the window.
    let shape = Signal::derive(move || match wide.get() || printing.get() {
        true => Some(Width::Wide),
        false => Some(Width::Phone),
    });
    let live = Live {
        selection: Signal::derive(move || parsed.get().0),
        bad: Signal::derive(move || parsed.get().1),
        choose: Callback::new(move |selection: Selection| {
            let path = window().location().pathname().unwrap_or_default();
            let to = selection.to_string();
            let url = format!("{path}{to}");
            // A way from day to day is one step in the history, and so are all letters of a
            // search: "back" leads to before them. Whatever else is chosen is a step of its own.
            let stepped = parsed.with_untracked(|(now, _)| {
                let days = now.as_of.is_some() == selection.as_of.is_some();
                let words = selection.words.clone();
                let as_of = if days { selection.as_of } else { now.as_of };
                Selection { words, as_of, ..now.clone() } == selection
            });
            if stepped {
                replace(&url)
            } else {
                push(&url)
            };
            opened.set(None);
            settled.set(false);
            let this = PAUSE.fetch_add(1, Ordering::Relaxed) + 1;
            let over = move || {
                if PAUSE.load(Ordering::Relaxed) == this {
                    settled.set(true);
                    let (site, whole) = (site.get_untracked(), whole.get_untracked());
                    parsed.with_untracked(|(now, _)| describe(site, whole, now));
                }
            };
            gloo::timers::callback::Timeout::new(STOPPED, over).forget();
            query.set(to);
        }),
        opened,
        hydrating: hydrating.into(),
        whole: whole.into(),
        shape,
        unfolded: printing.into(),
        settled: settled.into(),
        sight: Sight { watch: turns::watch, near: turns::near },
        line_up: turns::line_up,
        folds: StoredValue::new(vec![]),
        lookup: lookup.into(),
        look_up: Callback::new(move |()| look_up(lookup)),
    };
    (live, listen)
}

/// Asks for the index of the search, unless it is there or on its way.
fn look_up(lookup: RwSignal<Lookup>) {
    if matches!(lookup.get_untracked(), Lookup::Asleep | Lookup::Failed) {
        lookup.set(Lookup::Coming);
        // The loader knows where the index lies, and answers with it.
        if let Ok(wanted) = web_sys::Event::new("utlovat:search") {
            let _ = window().dispatch_event(&wanted);
        }
    }
}

/// After so many milliseconds a reader who chose has paused.
const STOPPED: u32 = 120;

/// The last pause that was begun: an earlier one that ends has nothing to say.
static PAUSE: AtomicU32 = AtomicU32::new(0);

/// Follows links within the site, and the back and forward buttons.
///
/// Before all facts are there and the page lives a link is left to the browser: every page is a
/// file of its own.
fn follow(
    facts: RwSignal<Site<'static>>,
    live: Live,
    address: RwSignal<Address>,
    query: RwSignal<String>,
) {
    if matches!(address.get_untracked().page, Page::Embed(..)) {
        return;
    }
    let site = facts.get_untracked();
    let ready = move || live.whole.get_untracked() && !live.hydrating.get_untracked();
    EventListener::new_with_options(
        &document(),
        "click",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            let Some(link) = event.dyn_ref::<MouseEvent>().and_then(followed_link) else { return };
            let Some((path, search, hash)) = within(site, &link, &address.get_untracked()) else {
                return;
            };
            if !ready() {
                return;
            }
            event.prevent_default();
            // A reader who looks from an earlier day goes on looking from it.
            let search = match search.is_empty() {
                true => live.selection.with_untracked(|s| s.kept().to_string()),
                false => search,
            };
            push(&format!("{path}{search}{hash}"));
            arrive(facts, live, address, query);
            show(&hash);
        },
    )
    .forget();
    EventListener::new(&window(), "popstate", move |_| {
        if ready() || current_address(site) == address.get_untracked() {
            arrive(facts, live, address, query);
        } else {
            let _ = window().location().reload();
        }
    })
    .forget();
}

/// Shows the page that the address bar now holds.
fn arrive(
    site: RwSignal<Site<'static>>,
    live: Live,
    address: RwSignal<Address>,
    query: RwSignal<String>,
) {
    let site = site.get_untracked();
    let next = current_address(site);
    query.set(search());
    let whole = live.whole.get_untracked();
    live.selection.with_untracked(|selection| describe(site, whole, selection));
    if next.page == Page::Search {
        live.look_up.run(());
    }
    // What was opened belongs to the page, and to the choice, that the reader leaves.
    live.opened.set(None);
    if next != address.get_untracked() {
        // Folds are closed on another page.
        live.folds.update_value(Vec::clear);
        address.set(next);
    }
}

/// Says in the document's head what the page shows: its title, and its sentence for a choice.
/// What was known on a day can be told only from all facts; until they are there the page shows
/// today, and so does its head.
fn describe(site: Site<'static>, whole: bool, selection: &Selection) {
    if selection.as_of.is_some() && !whole {
        return;
    }
    let then = selection.as_of.map_or(site, |day| dated(site, day));
    let head = head(then, &current_address(site).page, selection);
    document().set_title(&head.title);
    if let Some(meta) = document().query_selector("meta[name=description]").ok().flatten() {
        let _ = meta.set_attribute("content", &head.description);
    }
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
    let next = Address::parse(below(site, &path)?);
    let ours = next.lang == site.lang() && !matches!(next.page, Page::NotFound | Page::Embed(..));
    let anchor = next == *now && !hash.is_empty() && url.search() == search();
    (ours && !anchor).then(|| (path, url.search(), hash))
}

/// Brings the reader to the new page: to the place that the hash names, or to its heading,
/// which takes the focus so that a screen reader tells where one is.
fn show(hash: &str) {
    let hash = hash.trim_start_matches('#').to_owned();
    // After the new page is in the document.
    gloo::timers::callback::Timeout::new(0, move || {
        if !hash.is_empty() && document().get_element_by_id(&hash).is_some() {
            // The browser's own way to a place: it scrolls there, marks it as the target, and Tab
            // goes on from it.
            let _ = window().location().replace(&format!("#{hash}"));
            return;
        }
        window().scroll_to_with_x_and_y(0.0, 0.0);
        let first = |css: &str| document().query_selector(css).ok().flatten();
        // Or to what the reader came to do.
        let place = first("#q").or_else(|| first("h1"));
        if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = place.focus_with_options(&options);
        }
    })
    .forget();
}

fn search() -> String {
    window().location().search().unwrap_or_default()
}

fn replace(url: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(url));
    }
}

fn push(url: &str) {
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(url));
    }
}
