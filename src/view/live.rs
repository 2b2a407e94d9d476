//! The reader's choice, as views see it: values that change, a way to change them, and the two
//! kinds of places on a page: those that stand still and those that follow the choice.

use super::markup::Markup;
use crate::analysis::search::Index;
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

/// How far the search has come with its index, which is fetched when somebody wants to search.
#[derive(Debug, Clone, Copy)]
pub enum Lookup {
    /// Nobody has wanted it.
    Asleep,
    Coming,
    Here(&'static Index),
    Failed,
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
    /// The index of the search.
    pub lookup: Signal<Lookup>,
    /// Fetches it, unless it is there or on its way.
    pub look_up: Callback<()>,
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
            let shape = self.shape.get();
            if self.hydrating.get_untracked() {
                return String::new();
            }
            let widths: &[Width] = match &shape {
                Some(width) => std::slice::from_ref(width),
                None => &Width::BOTH,
            };
            self.selection.with_untracked(|selection| make(selection, widths).0)
        };
        view! { <div class=class inner_html=html></div> }.into_any()
    }

    /// A fold whose content follows the reader's choice, and is made anew only while somebody
    /// can see it.
    pub fn folded(
        self,
        summary: &'static str,
        make: impl Fn(&Selection) -> Markup + Send + Sync + 'static,
    ) -> AnyView {
        let open = RwSignal::new(false);
        let now = if self.hydrating.get_untracked() {
            String::new()
        } else {
            self.selection.with_untracked(|selection| make(selection).0)
        };
        let html = RwSignal::new(now);
        // The choice that the content was made for.
        let made_for = StoredValue::new(self.selection.get_untracked());
        Effect::new(move |_| {
            let seen = open.get() || self.unfolded.get();
            self.selection.with(|selection| {
                if seen && made_for.with_value(|made| made != selection) {
                    html.set(make(selection).0);
                    made_for.set_value(selection.clone());
                }
            });
        });
        view! {
            <details
                class="as-table"
                on:toggle:target=move |event| open.set(event.target().open())
            >
                <summary>{summary}</summary>
                <div inner_html=move || html.get()></div>
            </details>
        }
        .into_any()
    }
}
