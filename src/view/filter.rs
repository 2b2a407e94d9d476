//! The reader's choices as buttons. Without scripts they are not shown: every procurement has
//! a page of its own instead.

use super::{Live, Site};
use crate::chart::timeline::years as spanned;
use crate::i18n::{Key, kind};
use crate::model::{ClaimKind, EventGroup, Procurement, StepStatus};
use crate::route::Selection;
use leptos::prelude::*;

/// Which procurements.
pub fn procurements(site: Site, live: Live) -> AnyView {
    let chips = site
        .dataset
        .followed_first()
        .map(|procurement| {
            let id = &procurement.id;
            chip(
                site.text(&procurement.name),
                move || live.selection.with(|selection| selection.procurements.contains(id)),
                move || {
                    live.choose.run(live.selection.with_untracked(|s| s.toggle_procurement(id)))
                },
            )
        })
        .collect_view();
    group(site.t(Key::FilterProcurement), chips.into_any())
}

/// Which groups of events.
pub fn event_groups(site: Site, live: Live) -> AnyView {
    let chips = EventGroup::ALL
        .into_iter()
        .map(|group| {
            chip(
                site.group(group),
                move || live.selection.with(|selection| selection.groups.contains(&group)),
                move || live.choose.run(live.selection.with_untracked(|s| s.toggle_group(group))),
            )
        })
        .collect_view();
    group(site.t(Key::FilterKind), chips.into_any())
}

/// Which kinds of claims.
pub fn claim_kinds(site: Site, live: Live) -> AnyView {
    let chips = ClaimKind::ALL
        .into_iter()
        .map(|claim| {
            chip(
                site.t(kind::claim_kind(claim)),
                move || live.selection.with(|selection| selection.claim_kinds.contains(&claim)),
                move || {
                    live.choose.run(live.selection.with_untracked(|s| s.toggle_claim_kind(claim)))
                },
            )
        })
        .collect_view();
    group(site.t(Key::FilterClaimKind), chips.into_any())
}

/// Which outcomes.
pub fn outcomes(site: Site, live: Live) -> AnyView {
    let chips = StepStatus::STANDING
        .into_iter()
        .map(|status| {
            chip(
                site.t(kind::step_status(status)),
                move || live.selection.with(|selection| selection.outcomes.contains(&status)),
                move || {
                    live.choose.run(live.selection.with_untracked(|s| s.toggle_outcome(status)))
                },
            )
        })
        .collect_view();
    group(site.t(Key::FilterOutcome), chips.into_any())
}

/// From which year to which: of those shown, or of one.
pub fn years(site: Site, live: Live, only: Option<&'static Procurement>) -> AnyView {
    let known = site.known();
    let options = move |chosen: Memo<i16>| {
        (known.first_year..=known.last_year)
            .map(|year| {
                view! {
                    <option value=year.to_string() selected=move || chosen.get() == year>
                        {year.to_string()}
                    </option>
                }
                .into_any()
            })
            .collect_view()
    };
    let spanned = move |selection: &Selection| match only {
        Some(procurement) => spanned([procurement]),
        None => spanned(selection.shown(site.dataset)),
    };
    let from = Memo::new(move |_| live.selection.with(|s| s.from.unwrap_or_else(|| spanned(s).0)));
    let to = Memo::new(move |_| live.selection.with(|s| s.to.unwrap_or_else(|| spanned(s).1)));
    let choose_from = move |value: String| {
        live.choose.run(live.selection.with_untracked(|s| s.from_year(&value, &site.known())));
    };
    let choose_to = move |value: String| {
        live.choose.run(live.selection.with_untracked(|s| s.to_year(&value, &site.known())));
    };
    let fields = view! {
        <label>
            {site.t(Key::FilterFrom)}
            <select
                id="from-year"
                prop:value=move || from.get().to_string()
                on:change:target=move |event| choose_from(event.target().value())
            >
                {options(from)}
            </select>
        </label>
        <label>
            {site.t(Key::FilterTo)}
            <select
                id="to-year"
                prop:value=move || to.get().to_string()
                on:change:target=move |event| choose_to(event.target().value())
            >
                {options(to)}
            </select>
        </label>
    };
    group(site.t(Key::FilterYears), fields.into_any())
}

/// The way back to everything, shown as unusable while everything is shown.
pub fn reset(site: Site, live: Live) -> AnyView {
    reset_as(site, live, Key::FilterReset)
}

/// The same under another name.
pub fn reset_as(site: Site, live: Live, name: Key) -> AnyView {
    let kept = move || live.selection.with_untracked(Selection::kept);
    view! {
        <button
            type="button"
            class="reset"
            disabled=move || live.selection.get() == kept()
            on:click=move |_| live.choose.run(kept())
        >
            {site.t(name)}
        </button>
    }
    .into_any()
}

/// What in the address means nothing, said where the reader looks.
pub fn notice(site: Site, live: Live) -> AnyView {
    view! {
        <div class="notice" role="status">
            {move || {
                live.bad
                    .get()
                    .into_iter()
                    .map(|bad| {
                        let text = site
                            .fill(Key::BadValue, &[("key", &bad.key), ("value", &bad.value)]);
                        view! { <p>{text}</p> }.into_any()
                    })
                    .collect_view()
            }}
        </div>
    }
    .into_any()
}

/// Choices under a name.
pub(super) fn group(name: impl Into<String>, controls: AnyView) -> AnyView {
    let name: String = name.into();
    view! {
        <fieldset class="filter">
            <legend>{name}</legend>
            {controls}
        </fieldset>
    }
    .into_any()
}

/// A button that is pressed or not.
pub(super) fn chip(
    name: &'static str,
    pressed: impl Fn() -> bool + Send + Sync + 'static,
    press: impl Fn() + 'static,
) -> AnyView {
    view! {
        <button
            type="button"
            class="chip"
            aria-pressed=move || if pressed() { "true" } else { "false" }
            on:click=move |_| press()
        >
            {name}
        </button>
    }
    .into_any()
}
