//! What a page in the browser is made from, and what stands of it: one function brings the second
//! in step with the first.

use super::code::Code;
use super::control::Mount;
use super::mounted::{Mounted, Rendering, Versions, update};
use super::visibility::Visibility;
use super::{Edition, below, listen};
use crate::app::dated::Days;
use crate::app::facts::Loaded;
use crate::app::head::{Head, head};
use crate::app::root::root;
use crate::route::{Address, BadValue, Page, Selection};
use crate::view::frame_height::Heights;
use crate::view::page::needs::{Needs, needs};
use crate::view::reuse::dialog_page;
use crate::view::{Controls, Facts, PageState, Search};
use gloo::utils::document;
use leptos::prelude::*;
use std::collections::VecDeque;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What tells the loader that facts are wanted.
const WANTED: &str = "utlovat:facts";

/// What tells `steps.js` that the page goes to another day, and that it has come there.
const STEP: [&str; 2] = ["utlovat:step", "utlovat:stepped"];

/// The same for what was off the screen and is made when the reader has paused.
const FILL: [&str; 2] = ["utlovat:fill", "utlovat:filled"];

/// The page that lives, and all that it was made from.
pub struct Session {
    edition: Edition,
    /// All facts that have come.
    loaded: Loaded,
    /// Which parts of the WASM have come.
    code: Code,
    /// What every page has, and no procurement: from this it is told whether a page needs the index.
    nothing: Facts,
    /// All procurements in outline: from them it is told which of them a page needs.
    outlines: Facts,
    /// What is known today of what the page shows.
    today: Facts,
    needs: Needs,
    days: Days,
    address: Address,
    /// The path of the page that stands, as it stood in the address bar.
    path: String,
    /// The choice in the address, as text: what it means depends on the facts.
    query: String,
    selection: Selection,
    bad: Vec<BadValue>,
    search: Search,
    /// How high the preview of an embed is in columns of some widths, once it has told.
    preview: Option<Heights>,
    /// The site's style sheet, once it has come.
    sheet: &'static str,
    /// Where the reader wants to be, while the facts for it are on their way. Until they have come
    /// the page stays as it is, and answers.
    awaited: Option<Visit>,
    /// A page and a query that the reader may want next.
    soon: Option<(Page, String)>,
    /// Whether all elements of the prerendered page have been found: those that tell of facts
    /// which have not come are found when they have.
    adopted: bool,
    /// Whether the page is being printed: nothing waits, and folds are made.
    printing: bool,
    /// Whether the reader has stopped choosing, if only for a moment.
    idle: bool,
    versions: Versions,
    /// Which of the days that were chosen stands on the page.
    day: u32,
    place: Element,
    visibility: Visibility,
    mounted: Vec<Mounted>,
    mount: Mount,
    /// The same for the controls.
    facts: RwSignal<Facts>,
    choice: RwSignal<Selection>,
    /// Whether all facts are here that the page needs: it begins with fewer.
    ready: RwSignal<bool>,
}

/// Where a reader wants to be.
#[derive(Debug, Clone)]
pub struct Visit {
    pub address: Address,
    pub query: String,
    /// What the history is told when it is shown.
    pub step: Step,
    /// The place on the page that a link names, empty where it names none; `None` where no link
    /// was followed.
    pub place: Option<String>,
}

/// A step in the history, with the address that it leads to.
#[derive(Debug, Clone)]
pub enum Step {
    Next(String),
    Instead(String),
    /// The address bar has it already.
    Same,
}

/// What an address asks for, read with the names that have come.
struct Reading {
    selection: Selection,
    bad: Vec<BadValue>,
    needs: Needs,
}

impl Session {
    /// Finds the prerendered page in its place. The reader's choice is none, since that is what
    /// was prerendered; [`go_on`](Session::go_on) does the rest.
    pub fn start(
        (loaded, code): (Loaded, Code),
        edition: Edition,
        (address, path): (Address, String),
        choose: Callback<Selection>,
        (place, visibility): (Element, Visibility),
    ) -> Session {
        // A file names the code of its page. Where that is not what the address wants, the file is
        // the one for addresses that lead nowhere.
        let page = match code.missing(&address.page).is_empty() {
            true => address.page,
            false => Page::NotFound,
        };
        let address = Address { page, ..address };
        let nothing = facts_of(&loaded, edition, &Needs::default());
        let outlines = facts_of(&loaded, edition, &Needs::outlines());
        let needs = needs(&address.page, &Selection::default(), &outlines.today);
        let today = facts_of(&loaded, edition, &needs);
        // They live as long as the page.
        let facts = RwSignal::new(today.clone());
        let choice = RwSignal::new(Selection::default());
        let ready = RwSignal::new(loaded.missing(&needs).is_empty());
        let controls =
            Controls { facts: facts.into(), selection: choice.into(), ready: ready.into(), choose };
        let mut session = Session {
            edition,
            loaded,
            code,
            nothing,
            outlines,
            today,
            needs,
            days: Days::default(),
            address,
            path,
            query: String::new(),
            selection: Selection::default(),
            bad: vec![],
            search: Search::default(),
            preview: None,
            sheet: "",
            awaited: None,
            soon: None,
            adopted: false,
            printing: false,
            idle: true,
            versions: Versions::default(),
            day: 0,
            place,
            visibility,
            mounted: vec![],
            mount: Mount { controls, queue: Some(VecDeque::new()) },
            facts,
            choice,
            ready,
        };
        session.make();
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

    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn set_path(&mut self, path: String) {
        self.path = path;
    }

    pub fn edition(&self) -> Edition {
        self.edition
    }

    /// The choice as the controls tell it, whose facts may be on their way.
    pub fn choice(&self) -> Selection {
        self.choice.get_untracked()
    }

    /// The same with these years alone.
    pub fn within_years(&mut self, years: (i16, i16)) -> Selection {
        let facts = self.shown();
        self.choice().within_years(years, &facts.site().known())
    }

    pub fn search(&self) -> Search {
        self.search
    }

    /// Shows another page or choice, and gives it back; or waits for its facts.
    pub fn visit(&mut self, visit: Visit) -> Option<Visit> {
        let reading = self.read(&visit.address.page, &visit.query);
        match reading {
            Some(reading) if self.is_here(&visit.address.page, &reading) => {
                self.awaited = None;
                if self.address != visit.address {
                    // What stands around a page tells of that page.
                    self.versions.choice += 1;
                    self.preview = None;
                }
                self.address = visit.address.clone();
                self.query = visit.query.clone();
                self.take(reading);
                self.render();
                return Some(visit);
            }
            // The controls of the page answer at once.
            Some(reading) if visit.address == self.address => self.choice.set(reading.selection),
            _ => {}
        }
        self.awaited = Some(visit);
        listen::dispatch(WANTED);
        None
    }

    /// Begins to fetch the facts of a page that the reader may want next.
    pub fn expect(&mut self, page: Page, query: String) {
        if !self.missing(&page, &query).is_empty() {
            self.soon = Some((page, query));
            listen::dispatch(WANTED);
        }
    }

    /// Whether the page and the choice can be shown at once.
    pub fn has(&self, page: &Page, query: &str) -> bool {
        self.missing(page, query).is_empty()
    }

    /// The addresses of the files that are wanted and have not come.
    pub fn wanted(&self) -> Vec<String> {
        let awaited = self.awaited.as_ref().map(|it| (&it.address.page, &*it.query));
        let soon = self.soon.as_ref().map(|(page, query)| (page, &**query));
        let files = awaited.or(soon).map(|(page, query)| self.missing(page, query));
        let files = files.unwrap_or_default().into_iter();
        files.map(|file| format!("{}{file}", self.edition.base)).collect()
    }

    /// Whether the reader waits for what is wanted.
    pub fn is_awaited(&self) -> bool {
        self.awaited.is_some()
    }

    /// Takes a file of facts.
    pub fn add(&mut self, url: &str, bytes: &[u8]) -> Result<(), postcard::Error> {
        self.loaded.add(below(self.edition.base, url), bytes)
    }

    /// Takes note of a part of the WASM.
    pub fn add_code(&mut self, url: &str) {
        self.code.add(below(self.edition.base, url));
    }

    /// Does what waited for facts that have come. What the reader waited for, if it is shown now,
    /// comes back.
    pub fn supplied(&mut self) -> Option<Visit> {
        self.outlines = facts_of(&self.loaded, self.edition, &Needs::outlines());
        if !self.ready.get_untracked()
            && let Some(reading) = self.read(&self.address.page, &self.query)
            && self.is_here(&self.address.page, &reading)
        {
            self.take(reading);
            self.render();
        }
        let visit = self.awaited.as_ref()?;
        let here = self.has(&visit.address.page, &visit.query);
        let visit = if here { self.awaited.take() } else { None };
        self.visit(visit?)
    }

    /// Gives up on what was wanted. What the reader waited for comes back.
    pub fn missed(&mut self) -> Option<Visit> {
        self.soon = None;
        self.awaited.take()
    }

    /// Gives up on it where there is no network: whoever wanted to go on from the page keeps it, and
    /// its controls say what it shows. `false` where nobody did.
    pub fn stay(&mut self) -> bool {
        if !matches!(&self.awaited, Some(visit) if !matches!(visit.step, Step::Same)) {
            return false;
        }
        self.missed();
        self.choice.set(self.selection.clone());
        true
    }

    pub fn set_search(&mut self, search: Search) {
        self.search = search;
        self.versions.search += 1;
        self.render();
    }

    /// Whether the page shows what a figure is taken along as, and the style sheet for it has not
    /// come.
    pub fn wants_sheet(&self) -> bool {
        let page = &self.address.page;
        let shown = matches!(page, Page::Reuse(..)) || dialog_page(page, &self.selection).is_some();
        shown && self.sheet.is_empty()
    }

    /// Takes the style sheet.
    pub fn set_sheet(&mut self, sheet: String) {
        self.sheet = Box::leak(sheet.into_boxed_str());
        self.versions.sheet += 1;
        self.render();
    }

    /// Takes note of how high the preview of an embed is.
    pub fn set_preview(&mut self, heights: Heights) {
        if self.preview.as_ref() != Some(&heights) {
            self.preview = Some(heights);
            self.versions.preview += 1;
            self.render();
        }
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

    /// What the page says of itself, for the choice.
    pub fn head(&mut self) -> Head {
        let facts = self.shown();
        head(facts.site(), &self.address.page, &self.selection)
    }

    /// Makes what is to be seen and is not what it should be, or fetches the facts for it first.
    pub fn render(&mut self) {
        if self.ready.get_untracked() {
            self.make();
        } else {
            self.expect(self.address.page.clone(), self.query.clone());
        }
    }

    /// The facts of the day that is looked at.
    fn shown(&mut self) -> Facts {
        let facts = match self.selection.as_of {
            Some(day) => self.days.on(&self.today, day),
            None => self.today.clone(),
        };
        facts.styled(self.sheet)
    }

    /// What a page and a query ask for; `None` while the names that a query may hold have not
    /// come.
    fn read(&self, page: &Page, query: &str) -> Option<Reading> {
        let names = self.names(page);
        if !self.loaded.missing(&names).is_empty() {
            return None;
        }
        let facts = if names.index {
            self.outlines.clone()
        } else if names == self.needs && self.ready.get_untracked() {
            self.today.clone()
        } else {
            facts_of(&self.loaded, self.edition, &names)
        };
        let (selection, bad) = Selection::parse(query, &facts.site().known());
        let needs = needs(page, &selection, &self.outlines.today);
        Some(Reading { selection, bad, needs })
    }

    /// Whether a page's code has come, that of its dialog, and all facts that were read to be
    /// needed.
    fn is_here(&self, page: &Page, reading: &Reading) -> bool {
        self.missing_code(page, &reading.selection).is_empty()
            && self.loaded.missing(&reading.needs).is_empty()
    }

    fn missing_code(&self, page: &Page, selection: &Selection) -> Vec<String> {
        let mut files = self.code.missing(page);
        files
            .extend(dialog_page(page, selection).into_iter().flat_map(|it| self.code.missing(&it)));
        files
    }

    /// What tells the names that an address of a page may hold.
    fn names(&self, page: &Page) -> Needs {
        match needs(page, &Selection::default(), &self.nothing.today) {
            all if all.index => Needs::outlines(),
            one => one,
        }
    }

    /// The files that have to come before a page and a query can be shown, as far as that can be
    /// told.
    fn missing(&self, page: &Page, query: &str) -> Vec<String> {
        let names = self.names(page);
        // What a page without the index needs, only a query changes, which may open a dialog.
        let read = names.index || !query.is_empty();
        let chosen = if read { self.read(page, query) } else { None };
        let (selection, needs) =
            chosen.map_or((Selection::default(), names), |it| (it.selection, it.needs));
        let mut files = self.missing_code(page, &selection);
        files.extend(self.loaded.missing(&needs));
        files
    }

    /// Makes what was read the choice that the page shows, from the facts that it needs.
    fn take(&mut self, reading: Reading) {
        let Reading { selection, bad, needs } = reading;
        if self.needs != needs || !self.ready.get_untracked() {
            self.today = facts_of(&self.loaded, self.edition, &needs);
            self.needs = needs;
        }
        // What does not follow the opened mark is not made anew for it.
        let opened =
            self.selection.opening(selection.open.clone()).reusing(selection.reuse) == selection;
        if !(opened && self.bad == bad) {
            self.versions.choice += 1;
        }
        self.versions.opened += 1;
        // What is opened is wanted at once, wherever it stands.
        self.idle |= self.selection.open != selection.open;
        if self.selection.as_of != selection.as_of {
            self.versions.facts += 1;
        }
        (self.selection, self.bad) = (selection, bad);
        let facts = self.shown();
        if self.facts.with_untracked(|there| *there != facts) {
            self.facts.set(facts);
        }
        if !self.ready.get_untracked() {
            self.ready.set(true);
        }
        self.choice.set(self.selection.clone());
    }

    fn make(&mut self) {
        let facts = self.shown();
        let state = PageState {
            site: facts.site(),
            selection: &self.selection,
            bad: &self.bad,
            search: self.search,
            preview: self.preview.as_ref(),
            prerendering: false,
        };
        let blocks = root(state, &self.address);
        let focused = document().active_element();
        let mut rendering = Rendering {
            versions: self.versions,
            adopting: !self.adopted,
            all: self.idle || self.printing,
            folds: self.printing,
            visibility: &self.visibility,
            mount: &mut self.mount,
        };
        // Once a day was chosen, what the reader looks at is held in its place.
        let [before, after] = if self.day == self.versions.facts { FILL } else { STEP };
        let holds = self.versions.facts > 0;
        self.day = self.versions.facts;
        if holds {
            listen::dispatch(before);
        }
        update(&mut rendering, &self.place, blocks, &mut self.mounted, false);
        if holds {
            listen::dispatch(after);
        }
        self.adopted = self.ready.get_untracked();
        give_back_focus(focused);
    }
}

/// The facts of today that have come of what is needed.
fn facts_of(loaded: &Loaded, edition: Edition, needs: &Needs) -> Facts {
    let Edition { messages, base, origin, shown } = edition;
    Facts::of_today(loaded.dataset(needs), messages, base, origin)
        .pictured(loaded.pictures())
        .frozen_as(loaded.frozen())
        .showing(shown)
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
