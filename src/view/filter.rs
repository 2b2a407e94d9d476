//! The reader's choices as buttons. Without scripts they are not shown: every procurement has
//! a page of its own instead.

use super::{Gathered, Live, Site, html};
use crate::chart::timeline::years as spanned;
use crate::i18n::{Key, kind};
use crate::model::{ClaimKind, EventGroup, Id, Procurement, StepStatus};
use crate::route::{ClaimGroup, ClaimSort, Selection};
use crate::view::live::{fixed, fold_while, given, pressed, told};
use crate::view::part::kept;
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

/// The choices of a page in a row, kept as they are while the reader goes from day to day, unless
/// another day has other years to choose from. `page` is the page's name among all.
pub fn row(
    site: Site<'static>,
    live: Live,
    page: &str,
    filters: impl FnOnce() -> AnyView + Send + 'static,
) -> AnyView {
    let shown = live.selection.with_untracked(|selection| selection.shown(site.dataset));
    let known = site.known();
    let (first, last) = spanned(shown);
    let years = [known.first_year, known.last_year, first, last].map(|year| year.to_string());
    kept(live, format!("{page} {}", years.join(" ")), move || {
        view! {
            <div class="filters" data-live="">
                {filters()}
            </div>
        }
        .into_any()
    })
}

/// Which procurements: those that the site follows, and folded away those to compare with.
pub fn procurements(site: Site<'static>, live: Live) -> AnyView {
    let chips = |comparators: bool| {
        let of = site.dataset.followed_first().filter(|one| one.comparator == comparators);
        let chips = of.map(|procurement| {
            let id = &procurement.id;
            chip(
                live,
                site.text(&procurement.name),
                Box::new(move |selection| selection.procurements.contains(id)),
                Box::new(move |selection| selection.toggle_procurement(id)),
            )
        });
        chips.collect::<Vec<_>>()
    };
    let others = chips(true);
    let more = (!others.is_empty()).then(|| {
        let others = others.collect_view().into_any();
        let open = ArcRwSignal::new(false);
        let opened = open.clone();
        let is_other =
            move |id: &Id| site.dataset.procurement(id.as_str()).is_some_and(|one| one.comparator);
        let chosen = move || live.selection.with(|s| s.procurements.iter().any(is_other));
        let shown = told(move || opened.get() || chosen());
        fold_while(live, "more", site.t(Key::FilterMore), shown, open, others)
    });
    let all = view! { {chips(false).collect_view()} {more} };
    group(live, site.t(Key::FilterProcurement), all.into_any())
}

/// Which groups of events.
pub fn event_groups(site: Site<'static>, live: Live) -> AnyView {
    let chips = EventGroup::ALL
        .into_iter()
        .map(|group| {
            chip(
                live,
                site.group(group),
                Box::new(move |selection| selection.groups.contains(&group)),
                Box::new(move |selection| selection.toggle_group(group)),
            )
        })
        .collect_view();
    group(live, site.t(Key::FilterKind), chips.into_any())
}

/// Which kinds of claims.
pub fn claim_kinds(site: Site<'static>, live: Live) -> AnyView {
    let chips = ClaimKind::ALL
        .into_iter()
        .map(|claim| {
            chip(
                live,
                site.t(kind::claim_kind(claim)),
                Box::new(move |selection| selection.claim_kinds.contains(&claim)),
                Box::new(move |selection| selection.toggle_claim_kind(claim)),
            )
        })
        .collect_view();
    group(live, site.t(Key::FilterClaimKind), chips.into_any())
}

/// Which outcomes.
pub fn outcomes(site: Site<'static>, live: Live) -> AnyView {
    let chips = StepStatus::STANDING
        .into_iter()
        .map(|status| {
            chip(
                live,
                site.t(kind::step_status(status)),
                Box::new(move |selection| selection.outcomes.contains(&status)),
                Box::new(move |selection| selection.toggle_outcome(status)),
            )
        })
        .collect_view();
    group(live, site.t(Key::FilterOutcome), chips.into_any())
}

/// In which order and in which groups claims are listed.
pub fn listing(site: Site<'static>, live: Live) -> AnyView {
    let sorts = ClaimSort::ALL.map(|sort| option(sort.code(), site.t(listed_by(sort))));
    let groups = ClaimGroup::ALL.map(|group| option(group.code(), site.t(grouped_by(group))));
    let fields = view! {
        {pick(
            live,
            site.t(Key::ListingSort),
            "claim-sort",
            sorts.into(),
            Box::new(|selection| selection.order.code().to_owned()),
            Box::new(|selection, word| selection.ordered(word)),
        )}
        {pick(
            live,
            site.t(Key::ListingGroup),
            "claim-group",
            groups.into(),
            Box::new(|selection| selection.group.code().to_owned()),
            Box::new(|selection, word| selection.grouped(word)),
        )}
    };
    group(live, site.t(Key::ListingTitle), fields.into_any())
}

fn listed_by(sort: ClaimSort) -> Key {
    match sort {
        ClaimSort::Procurement => Key::SortProcurement,
        ClaimSort::Newest => Key::SortNewest,
        ClaimSort::Oldest => Key::SortOldest,
        ClaimSort::Amount => Key::SortAmount,
    }
}

fn grouped_by(group: ClaimGroup) -> Key {
    match group {
        ClaimGroup::Kind => Key::ByKind,
        ClaimGroup::Claimant => Key::ByClaimant,
        ClaimGroup::Respondent => Key::ByRespondent,
        ClaimGroup::Procurement => Key::ByProcurement,
    }
}

/// From which year to which: of those shown, or of one.
pub fn years(site: Site<'static>, live: Live, only: Option<&'static Procurement>) -> AnyView {
    let known = site.known();
    // A page of one procurement has its years to choose from, and need not know of others.
    let (first, last) = match only {
        Some(procurement) => spanned([procurement]),
        None => (known.first_year, known.last_year),
    };
    let options: Vec<_> =
        (first..=last).map(|year| option(&year.to_string(), &year.to_string())).collect();
    let spanned = move |selection: &Selection| match only {
        Some(procurement) => spanned([procurement]),
        None => spanned(selection.shown(site.dataset)),
    };
    let fields = view! {
        {pick(
            live,
            site.t(Key::FilterFrom),
            "from-year",
            options.clone(),
            Box::new(move |s| s.from.unwrap_or_else(|| spanned(s).0).clamp(first, last).to_string()),
            Box::new(move |s, year| s.from_year(year, &site.known())),
        )}
        {pick(
            live,
            site.t(Key::FilterTo),
            "to-year",
            options,
            Box::new(move |s| s.to.unwrap_or_else(|| spanned(s).1).clamp(first, last).to_string()),
            Box::new(move |s, year| s.to_year(year, &site.known())),
        )}
    };
    group(live, site.t(Key::FilterYears), fields.into_any())
}

/// The word of an option in addresses, and its name.
fn option(word: &str, name: &str) -> (String, String) {
    (word.to_owned(), name.to_owned())
}

/// A list of which one is chosen.
fn pick(
    live: Live,
    name: &'static str,
    id: &'static str,
    options: Vec<(String, String)>,
    chosen: Chosen,
    choose: Picked,
) -> AnyView {
    let now = live.selection.with_untracked(&chosen);
    let options = options.iter().map(|(word, name)| {
        html! { option value=(word) selected[*word == now] { (name) } }
    });
    let options = options.gathered().0;
    let value = move || live.selection.with(&chosen);
    let change = move |word: String| {
        live.choose.run(live.selection.with_untracked(|selection| choose(selection, &word)));
    };
    view! {
        <label>
            {name}
            <select id=id inner_html=options prop:value=told(value) on:change=given(change)></select>
        </label>
    }
    .into_any()
}

/// The way back to everything, shown as unusable while everything is shown.
pub fn reset(site: Site<'static>, live: Live) -> AnyView {
    reset_as(site, live, Key::FilterReset)
}

/// The same under another name.
pub fn reset_as(site: Site<'static>, live: Live, name: Key) -> AnyView {
    let kept = move || live.selection.with_untracked(Selection::kept);
    view! {
        <button
            type="button"
            class="reset"
            disabled=told(move || live.selection.get() == kept())
            on:click=pressed(move || live.choose.run(kept()))
        >
            {site.t(name)}
        </button>
    }
    .into_any()
}

/// What in the address means nothing, said where the reader looks.
pub fn notice(site: Site<'static>, live: Live) -> AnyView {
    view! {
        <div class="notice" role="status">
            {move || {
                live.bad
                    .get()
                    .into_iter()
                    .map(|bad| {
                        let text = site
                            .fill(Key::BadValue, &[("key", &bad.key), ("value", &bad.value)]);
                        fixed(live, "p", text)
                    })
                    .collect_view()
            }}
        </div>
    }
    .into_any()
}

/// Choices under a name.
pub(super) fn group(live: Live, name: impl AsRef<str>, controls: AnyView) -> AnyView {
    view! {
        <fieldset class="filter">
            {fixed(live, "legend", name)}
            {controls}
        </fieldset>
    }
    .into_any()
}

/// A button that is pressed or not, and what the choice is once it is pressed.
pub(super) fn chip(live: Live, name: &'static str, holds: Pressed, next: Next) -> AnyView {
    let is_pressed = move || match live.selection.with(|selection| holds(selection)) {
        true => "true",
        false => "false",
    };
    let press = move || live.choose.run(live.selection.with_untracked(|s| next(s)));
    view! {
        <button type="button" class="chip" aria-pressed=told(is_pressed) on:click=pressed(press)>
            {name}
        </button>
    }
    .into_any()
}
