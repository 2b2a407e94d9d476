//! The reader's choices as buttons. Without scripts they are not shown: every procurement has
//! a page of its own instead.

use super::block::{Block, Follows};
use super::controls::{attribute, on_press, on_value};
use super::{Controls, Gathered, PageState, html};
use crate::chart::timeline::years as spanned;
use crate::i18n::{Key, kind, words};
use crate::model::{EventGroup, Id};
use crate::route::Selection;
use leptos::prelude::*;

/// Whether a button is pressed, for a choice. Functions on the heap, since each kind of closure
/// would bring a button of its own into the WASM.
type Pressed = Box<dyn Fn(&Selection) -> bool + Send + Sync>;

/// What a choice becomes when the button is pressed.
type Next = Box<dyn Fn(&Selection) -> Selection + Send + Sync>;

/// The word of the option that stands chosen, for a choice.
type Chosen = Box<dyn Fn(&Selection) -> String + Send + Sync>;

/// What a choice becomes with the option of a word.
type Picked = Box<dyn Fn(&Selection, &str) -> Selection + Send + Sync>;

/// A choice in a fold of its own, which lies over the page while it is open. Its summary tells what
/// is chosen.
fn folded(
    class: &'static str,
    summary: impl Fn() -> String + Send + Sync + 'static,
    choice: AnyView,
) -> AnyView {
    view! {
        <details class=class name="pick">
            <summary>{move || summary()}</summary>
            <div>{choice}</div>
        </details>
    }
    .into_any()
}

/// The choices of a page in a row.
pub fn row<'a>(filters: impl FnOnce(Controls) -> AnyView + 'static) -> Block<'a> {
    Block::control("filters", "filters", filters)
}

/// Which procurements: those that the site follows, and folded away those to compare with.
pub fn procurements(controls: Controls) -> AnyView {
    let facts = controls.facts.get_untracked();
    let site = facts.site();
    let chips = |comparators: bool| {
        let of = site.today.followed_first().filter(|one| one.comparator == comparators);
        let chips = of.map(|procurement| {
            let (chosen, toggled) = (procurement.id.clone(), procurement.id.clone());
            chip(
                controls,
                site.text(&procurement.name).to_owned(),
                Box::new(move |selection| selection.procurements.contains(&chosen)),
                Box::new(move |selection| selection.toggle_procurement(&toggled)),
            )
        });
        chips.collect::<Vec<_>>()
    };
    let others = chips(true);
    let more = (!others.is_empty()).then(|| {
        let is_other = |one: &&crate::model::Procurement| one.comparator;
        let others_ids: Vec<Id> =
            site.today.procurements.iter().filter(is_other).map(|one| one.id.clone()).collect();
        let open = RwSignal::new(false);
        let chosen =
            move || controls.holds(|s| s.procurements.iter().any(|id| others_ids.contains(id)));
        view! {
            <details
                class="more"
                open=attribute(move || open.get() || chosen())
                on:toggle:target=move |event| open.set(event.target().open())
            >
                <summary>{site.t(Key::FilterMore)}</summary>
                {others}
            </details>
        }
    });
    let all = view! { {chips(false)} {more} };
    group(site.t(Key::FilterProcurement), all.into_any())
}

/// A choice of procurements in a fold, which tells how many are shown.
pub fn counted(class: &'static str, controls: Controls, choice: AnyView) -> AnyView {
    let summary = move || {
        controls.facts.with(|facts| {
            let n = controls.selection.with(|selection| selection.shown(&facts.dataset).len());
            facts.site().say(words::ChooserShown { n })
        })
    };
    folded(class, summary, choice)
}

/// Which procurements: in a row where there is room for it, and in a fold on a phone.
pub fn procurements_folded(controls: Controls) -> AnyView {
    counted("pick on-phone", controls, procurements(controls))
}

/// A chip for each of some things that a choice can hold.
fn chips<T: Copy + Send + Sync + 'static>(
    controls: Controls,
    title: Key,
    all: &[T],
    name: fn(T) -> Key,
    holds: fn(&Selection, T) -> bool,
    toggle: fn(&Selection, T) -> Selection,
) -> AnyView {
    let facts = controls.facts.get_untracked();
    let site = facts.site();
    let chips = all.iter().map(|&one| {
        chip(
            controls,
            site.t(name(one)).to_owned(),
            Box::new(move |selection| holds(selection, one)),
            Box::new(move |selection| toggle(selection, one)),
        )
    });
    group(site.t(title), chips.collect_view().into_any())
}

/// Which groups of events.
pub fn event_groups(controls: Controls) -> AnyView {
    let holds = |s: &Selection, group| s.groups.contains(&group);
    let all = &EventGroup::ALL;
    chips(controls, Key::FilterKind, all, kind::event_group, holds, Selection::toggle_group)
}

/// The same in a fold.
pub fn event_groups_folded(controls: Controls) -> AnyView {
    let summary = move || {
        let facts = controls.facts.get();
        let site = facts.site();
        let chosen = controls.selection.with(|selection| {
            let names = selection.groups.iter().map(|group| site.group(*group));
            names.collect::<Vec<_>>().join(", ")
        });
        let name = site.t(Key::FilterKind);
        if chosen.is_empty() { name.to_owned() } else { format!("{name}: {chosen}") }
    };
    folded("pick", summary, event_groups(controls))
}

/// From which year to which, in a fold.
pub fn years_folded(controls: Controls, only: Option<Id>) -> AnyView {
    let one = only.clone();
    let summary = move || {
        controls.facts.with(|facts| {
            let years = controls.selection.with(|selection| {
                selection.years(match &one {
                    Some(id) => spanned(facts.dataset.procurement(id.as_str())),
                    None => spanned(selection.shown(&facts.dataset)),
                })
            });
            format!("{}–{}", years.first.year(), years.last.year())
        })
    };
    folded("pick", summary, years(controls, only))
}

/// From which year to which: of those shown, or of one. The years to choose from are today's on
/// every day, so that the lists stay as they are.
pub fn years(controls: Controls, only: Option<Id>) -> AnyView {
    let facts = controls.facts.get_untracked();
    let site = facts.site();
    // A page of one procurement has its years to choose from, and need not know of others.
    let (first, last) = match &only {
        Some(id) => spanned(site.today.procurement(id.as_str())),
        None => spanned(&site.today.procurements),
    };
    let years: Vec<_> = (first..=last).map(|year| (year.to_string(), year.to_string())).collect();
    // Where nothing is chosen, the years of what is shown.
    let shown = move |selection: &Selection| {
        controls.facts.with(|facts| match &only {
            Some(id) => spanned(facts.dataset.procurement(id.as_str())),
            None => spanned(selection.shown(&facts.dataset)),
        })
    };
    let until = shown.clone();
    let from = Select {
        name: site.t(Key::FilterFrom),
        id: "from-year",
        options: years.clone(),
        chosen: Box::new(move |s| {
            s.from.unwrap_or_else(|| shown(s).0).clamp(first, last).to_string()
        }),
        choose: Box::new(move |s, year| {
            controls.facts.with_untracked(|facts| s.from_year(year, &facts.site().known()))
        }),
    };
    let to = Select {
        name: site.t(Key::FilterTo),
        id: "to-year",
        options: years,
        chosen: Box::new(move |s| {
            s.to.unwrap_or_else(|| until(s).1).clamp(first, last).to_string()
        }),
        choose: Box::new(move |s, year| {
            controls.facts.with_untracked(|facts| s.to_year(year, &facts.site().known()))
        }),
    };
    let fields = view! { {select(controls, from)} {select(controls, to)} };
    group(site.t(Key::FilterYears), fields.into_any())
}

/// A list of which one is chosen.
pub struct Select {
    pub name: &'static str,
    pub id: &'static str,
    /// The word of each option in addresses, and its name.
    pub options: Vec<(String, String)>,
    pub chosen: Chosen,
    pub choose: Picked,
}

/// The list as a control.
pub fn select(controls: Controls, list: Select) -> AnyView {
    let Select { name, id, options, chosen, choose } = list;
    let now = untrack(|| controls.selection.with_untracked(&chosen));
    let options = options.iter().map(|(word, name)| {
        html! { option value=(word) selected[*word == now] { (name) } }
    });
    let options = options.gathered().0;
    let value = move || controls.selection.with(&chosen);
    let change = move |word: String| controls.change(|selection| choose(selection, &word));
    view! {
        <label>
            {name}
            <select
                id=id
                inner_html=options
                prop:value=attribute(value)
                on:change=on_value(change)
            ></select>
        </label>
    }
    .into_any()
}

/// The way back to everything, shown as unusable while everything is shown.
pub fn reset(controls: Controls) -> AnyView {
    let name = controls.facts.with_untracked(|facts| facts.site().t(Key::FilterReset));
    view! {
        <button
            type="button"
            class="reset"
            disabled=attribute(move || controls.holds(|selection| *selection == selection.kept()))
            on:click=on_press(move || controls.change(Selection::kept))
        >
            {name}
        </button>
    }
    .into_any()
}

/// What in the address means nothing, said where the reader looks.
pub fn notice<'a>(state: PageState<'a>) -> Block<'a> {
    let PageState { site, bad, .. } = state;
    let told = move || {
        let line = |bad: &crate::route::BadValue| {
            let told = words::BadValue { key: &bad.key, value: &bad.value };
            html! { p { (site.say(told)) } }
        };
        bad.iter().map(line).gathered()
    };
    Block::html("notice", "div", "notice", told)
        .attribute("role", "status")
        .following(Follows::Choice)
}

/// Choices under a name.
pub fn group(name: impl Into<String>, controls: AnyView) -> AnyView {
    view! {
        <fieldset class="filter">
            <legend>{name.into()}</legend>
            {controls}
        </fieldset>
    }
    .into_any()
}

/// A choice that is one button among others.
pub fn chip(controls: Controls, name: String, holds: Pressed, next: Next) -> AnyView {
    button(controls, "chip", name.into_any(), holds, next)
}

/// A button that is pressed or not, and what the choice is once it is pressed.
pub fn button(
    controls: Controls,
    class: &'static str,
    name: AnyView,
    holds: Pressed,
    next: Next,
) -> AnyView {
    let is_pressed = move || match controls.holds(&holds) {
        true => "true",
        false => "false",
    };
    let press = move || controls.change(&next);
    view! {
        <button
            type="button"
            class=class
            aria-pressed=attribute(is_pressed)
            on:click=on_press(press)
        >
            {name}
        </button>
    }
    .into_any()
}
