//! What a page in the browser is made from, and what stands of it: one function brings the second
//! in step with the first.

use super::control::Mount;
use super::mounted::{Mounted, Rendering, Versions, update};
use super::visibility::Visibility;
use crate::app::dated::Days;
use crate::app::head::{Head, head};
use crate::app::root::root;
use crate::route::{Address, BadValue, Selection};
use crate::view::{Controls, Facts, Opened, PageState, Search};
use gloo::utils::document;
use leptos::prelude::*;
use std::collections::VecDeque;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The page that lives, and all that it was made from.
pub struct Session {
    /// What is known today.
    today: Facts,
    days: Days,
    address: Address,
    /// The choice in the address, as text: what it means depends on the facts.
    query: String,
    selection: Selection,
    bad: Vec<BadValue>,
    opened: Option<Opened>,
    search: Search,
    /// Whether the page is being printed: nothing waits, and folds are made.
    printing: bool,
    /// Whether the reader has stopped choosing, if only for a moment.
    idle: bool,
    versions: Versions,
    place: Element,
    visibility: Visibility,
    mounted: Vec<Mounted>,
    mount: Mount,
    /// The same for the controls.
    facts: RwSignal<Facts>,
    choice: RwSignal<Selection>,
    /// Whether all facts are there, or just those of the overview.
    ready: RwSignal<bool>,
}

impl Session {
    /// Finds the prerendered page in its place. The reader's choice is none, since that is what
    /// was prerendered; [`go_on`](Session::go_on) does the rest.
    pub fn start(
        today: Facts,
        all_loaded: bool,
        address: Address,
        choose: Callback<Selection>,
        (place, visibility): (Element, Visibility),
    ) -> Session {
        // They live as long as the page.
        let facts = RwSignal::new(today.clone());
        let choice = RwSignal::new(Selection::default());
        let ready = RwSignal::new(all_loaded);
        let controls =
            Controls { facts: facts.into(), selection: choice.into(), ready: ready.into(), choose };
        let mut session = Session {
            today,
            days: Days::default(),
            address,
            query: String::new(),
            selection: Selection::default(),
            bad: vec![],
            opened: None,
            search: Search::default(),
            printing: false,
            idle: true,
            versions: Versions::default(),
            place,
            visibility,
            mounted: vec![],
            mount: Mount { controls, queue: Some(VecDeque::new()) },
            facts,
            choice,
            ready,
        };
        session.render_from(true);
        session
    }

    /// The next control, to be brought to life when nobody holds the session; `None` when all live.
    pub fn go_on(&mut self) -> Option<Box<dyn FnOnce()>> {
        let next = self.mount.queue.as_mut().and_then(VecDeque::pop_front);
        if next.is_none() {
            self.mount.queue = None;
        }
        next
    }

    pub fn address(&self) -> &Address {
        &self.address
    }

    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    pub fn all_loaded(&self) -> bool {
        self.ready.get_untracked()
    }

    pub fn search(&self) -> Search {
        self.search
    }

    pub fn today(&self) -> &Facts {
        &self.today
    }

    /// Shows another page or choice.
    pub fn go_to(&mut self, address: Address, query: String) {
        self.address = address;
        self.opened = None;
        self.query = query;
        self.read_choice();
        self.render();
    }

    /// Takes all facts in the place of the overview's.
    pub fn supply(&mut self, facts: Facts) {
        self.today = facts;
        self.ready.set(true);
        if self.selection.as_of.is_some() {
            // Today was shown until then.
            self.versions.facts += 1;
        }
        self.read_choice();
        self.render();
    }

    pub fn open(&mut self, opened: Opened) {
        self.opened = Some(opened);
        self.versions.opened += 1;
        self.render();
    }

    pub fn set_search(&mut self, search: Search) {
        self.search = search;
        self.versions.search += 1;
        self.render();
    }

    pub fn set_printing(&mut self, printing: bool) {
        self.printing = printing;
        self.render();
    }

    /// Whether what is off the screen may be made.
    pub fn set_idle(&mut self, idle: bool) {
        self.idle = idle;
        if idle {
            self.render();
        }
    }

    /// What the page says of itself, for the choice. What was known on a day can be told only
    /// from all facts; until they are there the page shows today, and so does its head.
    pub fn head(&mut self) -> Option<Head> {
        let untold = self.selection.as_of.is_some() && !self.all_loaded();
        let facts = self.shown();
        (!untold).then(|| head(facts.site(), &self.address.page, &self.selection))
    }

    /// Makes what is to be seen and is not what it should be.
    pub fn render(&mut self) {
        self.render_from(false);
    }

    /// The facts of the day that is looked at.
    fn shown(&mut self) -> Facts {
        match self.selection.as_of {
            Some(day) if self.all_loaded() => self.days.on(&self.today, day),
            _ => self.today.clone(),
        }
    }

    /// What the address says, read with today's facts.
    fn read_choice(&mut self) {
        let before = self.selection.as_of;
        (self.selection, self.bad) = Selection::parse(&self.query, &self.today.site().known());
        self.versions.choice += 1;
        self.versions.opened += 1;
        if before != self.selection.as_of {
            self.versions.facts += 1;
        }
        let facts = self.shown();
        if self.facts.with_untracked(|there| *there != facts) {
            self.facts.set(facts);
        }
        self.choice.set(self.selection.clone());
    }

    fn render_from(&mut self, adopting: bool) {
        let facts = self.shown();
        let state = PageState {
            site: facts.site(),
            selection: &self.selection,
            bad: &self.bad,
            opened: self.opened.as_ref(),
            search: self.search,
            prerendering: false,
        };
        let blocks = root(state, &self.address);
        let focused = document().active_element();
        let mut rendering = Rendering {
            versions: self.versions,
            adopting,
            all: self.idle || self.printing,
            folds: self.printing,
            visibility: &self.visibility,
            mount: &mut self.mount,
        };
        update(&mut rendering, &self.place, blocks, &mut self.mounted, false);
        give_back_focus(focused);
    }
}

/// An element that was moved within the page has lost the focus.
fn give_back_focus(focused: Option<Element>) {
    let Some(element) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    if element.is_connected() && document().active_element().as_deref() != Some(&element) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}
