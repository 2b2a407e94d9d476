//! The reader's choice, as views see it: values that change, a way to change them, and the two
//! kinds of places on a page: those that stand still and those that follow the choice.

use super::markup::Markup;
use crate::chart::Width;
use crate::route::{BadValue, Selection};
use leptos::prelude::*;

/// Events that a reader has opened on a chart: the positions of their procurement in the data
/// set and of the events in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub procurement: usize,
    pub events: Vec<usize>,
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
    /// Whether the reader has stopped going from day to day, if only for a moment.
    pub settled: Signal<bool>,
    /// What places of the page show, while it is made anew for another day.
    pub places: StoredValue<Vec<(String, Place)>>,
}

impl Live {
    /// A place that shows the same for as long as the page stands.
    pub fn still(self, make: impl FnOnce() -> Markup) -> AnyView {
        // What is there need not be made again.
        let html = if self.hydrating.get_untracked() { String::new() } else { make().0 };
        view! { <div inner_html=html></div> }.into_any()
    }

    /// A place that follows the reader's choice.
    pub fn follows(
        self,
        class: &'static str,
        make: impl Fn(&Selection) -> Markup + Send + Sync + 'static,
    ) -> AnyView {
        let html = move || {
            self.selection.track();
            if self.hydrating.get_untracked() {
                return String::new();
            }
            self.selection.with_untracked(|selection| make(selection).0)
        };
        view! { <div class=class inner_html=html></div> }.into_any()
    }

    /// A drawing that follows the reader's choice. It is made in all widths while prerendering,
    /// and for the one that the reader sees when it is made anew.
    pub fn draws(
        self,
        class: &'static str,
        make: impl Fn(&Selection, &[Width]) -> Markup + Send + Sync + 'static,
    ) -> AnyView {
        let html = move || {
            self.selection.track();
            let widths = self.widths(self.shape.get());
            if self.hydrating.get_untracked() {
                return String::new();
            }
            self.selection.with_untracked(|selection| make(selection, widths).0)
        };
        view! { <div class=class inner_html=html></div> }.into_any()
    }

    /// Pieces of a drawing that follow the reader's choice, made like [`draws`](Live::draws). What
    /// a choice leaves as it was is not touched: one lane changes, the others stay.
    pub fn draws_pieces(
        self,
        class: &'static str,
        make: impl Fn(&Selection, &'static [Width]) -> Vec<Piece> + Send + Sync + 'static,
    ) -> AnyView {
        let pieces = move || {
            self.selection.track();
            let widths = self.widths(self.shape.get());
            let hydrating = self.hydrating.get_untracked();
            self.selection.with_untracked(|selection| sections(hydrating, make(selection, widths)))
        };
        view! { <div class=class>{pieces}</div> }.into_any()
    }

    /// Pieces that show the same for as long as the page stands, made in the widths that are seen.
    /// On another day only those are touched that another day changes.
    pub fn still_pieces(
        self,
        make: impl Fn(&'static [Width]) -> Vec<Piece> + Send + Sync + 'static,
    ) -> AnyView {
        let pieces = move || {
            let widths = self.widths(self.shape.get());
            sections(self.hydrating.get_untracked(), make(widths))
        };
        view! { {pieces} }.into_any()
    }

    /// A place far below what a reader who goes from day to day is looking at: it is made as soon
    /// as the reader has stopped, and shows until then what it showed before. `key` names it
    /// among the places of all pages.
    pub fn later(self, key: String, make: impl Fn() -> Markup + Send + Sync + 'static) -> AnyView {
        let place = self.place(key);
        let html = place.html.clone();
        let hydrating = self.hydrating.get_untracked();
        let due = StoredValue::new(!hydrating);
        let fill = move || {
            if due.get_value() {
                due.set_value(false);
                html.set(make().0);
            }
        };
        if self.settled.get_untracked() {
            fill();
        } else {
            Effect::new(move |_| self.settled.get().then(&fill));
        }
        view! { <div inner_html=move || place.html.get()></div> }.into_any()
    }

    /// A fold whose content follows the reader's choice. It is made anew while somebody can see
    /// it; where nobody can, when the reader has stopped going from day to day. `id` is that of its
    /// figure.
    pub fn folded(
        self,
        id: &str,
        summary: &'static str,
        make: impl Fn(&Selection) -> Markup + Send + Sync + 'static,
    ) -> AnyView {
        let place = self.place(format!("{id} fold"));
        let (open, html) = (place.open.clone(), place.html.clone());
        // The choice that the content was made for.
        let made_for = StoredValue::new(None);
        let fill = move |selection: &Selection| {
            html.set(make(selection).0);
            made_for.set_value(Some(selection.clone()));
        };
        if self.hydrating.get_untracked() {
            made_for.set_value(Some(self.selection.get_untracked()));
        } else if self.settled.get_untracked() || open.get_untracked() {
            self.selection.with_untracked(&fill);
        }
        let opened = place.open.clone();
        Effect::new(move |_| {
            let seen = open.get() || self.unfolded.get();
            let due = self.settled.get() && made_for.with_value(Option::is_none);
            self.selection.with(|selection| {
                let stale = made_for.with_value(|made| made.as_ref() != Some(selection));
                if (seen && stale) || due {
                    fill(selection);
                }
            });
        });
        let toggled = place.open.clone();
        view! {
            <details
                class="as-table"
                open=move || opened.get()
                on:toggle:target=move |event| toggled.set(event.target().open())
            >
                <summary>{summary}</summary>
                <div inner_html=move || place.html.get()></div>
            </details>
        }
        .into_any()
    }

    /// What is kept of a place while pages are made anew for another day.
    fn place(self, key: String) -> Place {
        let known = self.places.with_value(|places| {
            places.iter().find(|(known, _)| *known == key).map(|(_, place)| place.clone())
        });
        known.unwrap_or_else(|| {
            let place = Place::default();
            self.places.update_value(|places| places.push((key, place.clone())));
            place
        })
    }

    fn widths(self, shape: Option<Width>) -> &'static [Width] {
        match shape {
            Some(Width::Phone) => &[Width::Phone],
            Some(Width::Wide) => &[Width::Wide],
            None => &Width::BOTH,
        }
    }
}

fn sections(hydrating: bool, pieces: Vec<Piece>) -> Vec<AnyView> {
    let section = |piece: Piece| {
        let html = if hydrating { String::new() } else { (piece.make)().0 };
        view! { <section class=piece.class inner_html=html></section> }.into_any()
    };
    pieces.into_iter().map(section).collect()
}

/// A part of a drawing or a page that changes as one: a `<section>`.
pub struct Piece {
    class: &'static str,
    make: Box<dyn FnOnce() -> Markup>,
}

impl Piece {
    /// What stands in the section; it is made only when it is needed.
    pub fn new(class: &'static str, make: impl FnOnce() -> Markup + 'static) -> Piece {
        Piece { class, make: Box::new(make) }
    }
}

/// What stands in a place, and whether its fold is open, apart from the page that shows it.
#[derive(Clone)]
pub struct Place {
    html: ArcRwSignal<String>,
    open: ArcRwSignal<bool>,
}

impl Default for Place {
    fn default() -> Place {
        Place { html: ArcRwSignal::new(String::new()), open: ArcRwSignal::new(false) }
    }
}
