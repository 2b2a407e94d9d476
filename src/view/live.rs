//! The reader's choice, as views see it: values that change, a way to change them, and the two
//! kinds of places on a page: those that stand still and those that follow the choice.

use super::markup::{Markup, words as escaped};
use super::part::Turn;
use super::shown::{Content, Piece, Shown};
use crate::analysis::search::Index;
use crate::chart::units::Width;
use crate::model::Id;
use crate::route::{BadValue, Selection};
use leptos::prelude::*;
use leptos::tachys::renderer::types::Element;

/// Events that a reader has opened on a chart, by their ids and that of their procurement: their
/// places would be those of other events on another day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub procurement: Id,
    pub events: Vec<Id>,
}

/// How far the search has come with its index, which is fetched when somebody wants to search.
#[derive(Debug, Clone, Copy)]
pub enum Lookup {
    /// Nobody has wanted it.
    Asleep,
    Coming,
    Here(&'static Index),
    Failed,
}

/// What the reader sees of the page, as far as a browser tells.
#[derive(Debug, Clone, Copy)]
pub struct Sight {
    /// Begins to watch an element.
    pub watch: fn(&Element),
    /// Whether an element is on the screen or close to it; so is what was never watched.
    pub near: fn(&Element) -> bool,
}

impl Sight {
    /// Of a page that is being prerendered: nobody sees it, and all of it is made.
    pub const NOBODY: Sight = Sight { watch: |_| {}, near: |_| true };
}

/// The choice in the address, and what to do when the reader makes another.
///
/// While prerendering and until hydration is over the choice is the default one, so that the
/// prerendered and the hydrated page are the same.
#[derive(Clone, Copy)]
pub struct Live {
    pub selection: Signal<Selection>,
    /// Values in the address that mean nothing: the page says so.
    pub bad: Signal<Vec<BadValue>>,
    /// Puts another choice into the address.
    pub choose: Callback<Selection>,
    /// What the reader has opened.
    pub opened: RwSignal<Option<Opened>>,
    /// Whether the page is being hydrated: what it shows is already there.
    pub hydrating: Signal<bool>,
    /// Whether all facts are there, or just those of the overview.
    pub whole: Signal<bool>,
    /// The shape of drawings that the reader sees; `None` where nobody knows yet.
    pub shape: Signal<Option<Width>>,
    /// Whether folds are shown open whatever the reader did: the page is being printed.
    pub unfolded: Signal<bool>,
    /// Whether the reader has stopped choosing, if only for a moment.
    pub settled: Signal<bool>,
    /// What the reader sees of the page.
    pub sight: Sight,
    /// Does something in a turn of its own, while a page is being hydrated.
    pub line_up: fn(Turn),
    /// Which folds of the page are open.
    pub folds: StoredValue<Vec<(String, ArcRwSignal<bool>)>>,
    /// The index of the search.
    pub lookup: Signal<Lookup>,
    /// Fetches it, unless it is there or on its way.
    pub look_up: Callback<()>,
}

impl Live {
    /// Whether an element is to be what it should be: at once where the reader sees it, elsewhere
    /// when the reader has paused. What asks is asked again then.
    pub fn is_due(self, element: &Element) -> bool {
        (self.sight.near)(element) || self.settled.get()
    }

    /// A place that shows the same for as long as the page stands.
    pub fn still(self, make: impl FnOnce() -> Markup + Send + 'static) -> AnyView {
        // What is there need not be made again.
        let mut make = (!self.hydrating.get_untracked()).then_some(make);
        let html = move || make.take().map(|make| Content::Whole(make()));
        Shown::new(self, "", html).into_any()
    }

    /// Pieces that show the same for as long as the page stands, made in the widths that are
    /// seen. On another day only those are touched that another day changes.
    pub fn still_pieces(
        self,
        class: &'static str,
        make: impl Fn(&'static [Width]) -> Vec<Piece> + Send + 'static,
    ) -> AnyView {
        let pieces = move || {
            let widths = self.widths();
            (!self.hydrating.get_untracked()).then(|| Content::Pieces(make(widths)))
        };
        Shown::new(self, class, pieces).into_any()
    }

    /// A place that follows the reader's choice.
    pub fn follows(
        self,
        class: &'static str,
        make: impl Fn(&Selection) -> Markup + Send + 'static,
    ) -> AnyView {
        let html = move || {
            self.selection.track();
            let made = || self.selection.with_untracked(&make);
            (!self.hydrating.get_untracked()).then(|| Content::Whole(made()))
        };
        Shown::new(self, class, html).into_any()
    }

    /// Pieces of a drawing that follow the reader's choice. They are made in all widths while
    /// prerendering, and for the one that the reader sees when they are made anew. What a choice
    /// leaves as it was is not touched: one lane changes, the others stay.
    pub fn draws_pieces(
        self,
        class: &'static str,
        make: impl Fn(&Selection, &'static [Width]) -> Vec<Piece> + Send + 'static,
    ) -> AnyView {
        let pieces = move || {
            self.selection.track();
            let widths = self.widths();
            let made = || self.selection.with_untracked(|selection| make(selection, widths));
            (!self.hydrating.get_untracked()).then(|| Content::Pieces(made()))
        };
        Shown::new(self, class, pieces).into_any()
    }

    /// Pieces in pieces that follow the reader's choice. While a page is hydrated they are asked
    /// for how they stand, and not made.
    pub fn draws_tree(
        self,
        class: &'static str,
        make: impl Fn(&Selection) -> Vec<Piece> + Send + 'static,
    ) -> AnyView {
        let pieces = move || Some(Content::Pieces(self.selection.with(&make)));
        Shown::new(self, class, pieces).into_any()
    }

    /// A fold whose content follows the reader's choice, and is made anew while it is open. `id`
    /// is that of its figure.
    pub fn folded(
        self,
        id: &str,
        summary: &'static str,
        make: impl Fn(&Selection) -> Markup + Send + 'static,
    ) -> AnyView {
        let open = self.fold_of(id);
        // The choice that the content was made for.
        let mut made_for = self.hydrating.get_untracked().then(|| self.selection.get_untracked());
        let seen = open.clone();
        let html = move || {
            let seen = seen.get() || self.unfolded.get();
            self.selection.with(|selection| {
                let stale = made_for.as_ref() != Some(selection);
                (stale && (seen || made_for.is_none())).then(|| {
                    made_for = Some(selection.clone());
                    Content::Whole(make(selection))
                })
            })
        };
        fold(self, "as-table", summary, open, Shown::new(self, "", html).into_any())
    }

    /// Whether a fold is open, apart from the page that shows it: it stays so while pages are made
    /// anew for another day.
    fn fold_of(self, id: &str) -> ArcRwSignal<bool> {
        let known = self.folds.with_value(|folds| {
            folds.iter().find(|(known, _)| known == id).map(|(_, open)| open.clone())
        });
        known.unwrap_or_else(|| {
            let open = ArcRwSignal::new(false);
            self.folds.update_value(|folds| folds.push((id.to_owned(), open.clone())));
            open
        })
    }

    /// The widths to draw: the one that is seen, or all where nobody knows.
    fn widths(self) -> &'static [Width] {
        match self.shape.get() {
            Some(Width::Phone) => &[Width::Phone],
            Some(Width::Wide) => &[Width::Wide],
            None => &Width::BOTH,
        }
    }
}

/// A closure for an attribute that follows signals, on the heap: each kind of closure would bring
/// all that Leptos does with an attribute into the WASM once more.
pub fn told<T>(tell: impl Fn() -> T + Send + Sync + 'static) -> Box<dyn Fn() -> T + Send + Sync> {
    Box::new(tell)
}

/// What a control does with the value that a reader gave it, on the heap for the same reason.
pub fn given(hear: impl Fn(String) + 'static) -> Box<dyn FnMut(leptos::ev::Event)> {
    Box::new(move |event| hear(event_target_value(&event)))
}

/// What a button does when it is pressed.
pub fn pressed(act: impl Fn() + 'static) -> Box<dyn FnMut(leptos::ev::MouseEvent)> {
    Box::new(move |_| act())
}

/// An element of words that never change.
pub fn fixed(live: Live, tag: &'static str, words: impl AsRef<str>) -> AnyView {
    let mut html = Some(escaped(words));
    Shown::tagged(live, tag, "", move || html.take().map(Content::Whole)).into_any()
}

/// A fold that is open while a signal says so; the reader's hand changes the signal.
pub fn fold(
    live: Live,
    class: &'static str,
    summary: &'static str,
    open: ArcRwSignal<bool>,
    content: AnyView,
) -> AnyView {
    let opened = open.clone();
    fold_while(live, class, summary, told(move || opened.get()), open, content)
}

/// A fold that is open while a closure says so; the reader's hand changes the signal.
pub fn fold_while(
    live: Live,
    class: &'static str,
    summary: &'static str,
    shown: Box<dyn Fn() -> bool + Send + Sync>,
    open: ArcRwSignal<bool>,
    content: AnyView,
) -> AnyView {
    view! {
        <details
            class=class
            open=shown
            on:toggle:target=move |event| open.set(event.target().open())
        >
            {fixed(live, "summary", summary)}
            {content}
        </details>
    }
    .into_any()
}
