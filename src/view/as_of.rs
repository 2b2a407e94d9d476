//! The day whose knowledge the page shows: said in a line, and changed with a date field, a slider
//! whose stops are the days on which something became known, and steps to the next of them.

use super::controls::{attribute, on_press, on_value};
use super::{Controls, Gathered, Markup, Site, html, news};
use crate::analysis::knowledge::{self, Change};
use crate::i18n::{Key, format, words};
use crate::model::{Day, PartialDate};
use crate::route::{Page, Selection};
use leptos::prelude::*;
use std::sync::Arc;

/// That the page shows an earlier day, and the way back.
pub fn banner(controls: Controls) -> AnyView {
    let back = move || controls.change(|s| Selection { as_of: None, ..s.clone() });
    let said = move |day: Day| {
        let facts = controls.facts.get_untracked();
        let site = facts.site();
        let date = format::on_date(site.lang(), PartialDate::Day(day));
        view! {
            <p>{site.say(words::AsOfBanner { date: &date })}</p>
            <button type="button" on:click=on_press(back)>
                {site.t(Key::AsOfNow)}
            </button>
        }
    };
    (move || controls.selection.with(|s| s.as_of).map(said)).into_any()
}

/// The choice of a day. What it needs to know is worked out when it is opened. `ready` says
/// whether all facts are there to tell a day from.
pub fn control(controls: Controls) -> AnyView {
    let open = RwSignal::new(false);
    let name = controls.facts.with_untracked(|facts| facts.site().t(Key::AsOfTitle));
    view! {
        <details class="as-of" on:toggle:target=move |event| open.set(event.target().open())>
            <summary>{name}</summary>
            {move || (open.get() && controls.ready.get()).then(|| panel(controls))}
        </details>
    }
    .into_any()
}

/// Closures and shared lists instead of memos: each kind of memo is kilobytes of WASM, and what
/// these work out takes microseconds.
fn panel(controls: Controls) -> AnyView {
    let facts = controls.facts.get_untracked();
    let site = facts.site();
    let reviewed = facts.today.reviewed;
    let days: Arc<[Day]> = knowledge::days(&facts.today).into();
    let first = days.first().copied().unwrap_or(reviewed);
    let last = days.len().saturating_sub(1);
    let day = move || controls.selection.with(|selection| selection.as_of).unwrap_or(reviewed);
    let pick = move |value: String| controls.change_with(|s, known| s.on_date(&value, known));
    let stops = days.clone();
    let slide =
        move |stop: String| controls.change_with(|s, known| s.on_stop(&stop, &stops, known));
    let iso = |day: Day| PartialDate::Day(day).edtf();
    let lang = site.lang();
    let said = move || format::date(lang, PartialDate::Day(day()));
    let stops = days.clone();
    // How many stops come before the day, and how many not after it.
    let before = move || stops.partition_point(|stop| *stop < day());
    let reached = move || days.partition_point(|stop| *stop <= day());
    let (earlier, later, now) = (before.clone(), reached.clone(), reached.clone());
    let (to_earlier, to_later) = (slide.clone(), slide.clone());
    let step_back = move || {
        if let Some(stop) = earlier().checked_sub(1) {
            to_earlier(stop.to_string());
        }
    };
    let step_on = move || {
        if later() <= last {
            to_later(later().to_string());
        }
    };
    let all: Arc<[Change]> = knowledge::changes(&facts.today, Day(i32::MIN), reviewed).into();
    let held = facts.clone();
    view! {
        <div class="as-of-panel">
            <label>
                {site.t(Key::AsOfDay)}
                <input
                    type="date"
                    min=iso(first)
                    max=iso(reviewed)
                    prop:value=attribute(move || iso(day()))
                    on:change=on_value(pick)
                />
            </label>
            <label class="slider">
                {site.t(Key::AsOfSlider)}
                <input
                    type="range"
                    min="0"
                    max=last.to_string()
                    prop:value=attribute(move || now().saturating_sub(1).to_string())
                    aria-valuetext=attribute(said)
                    on:input=on_value(slide)
                />
            </label>
            <p class="steps-between">
                <button
                    type="button"
                    disabled=attribute(move || before() == 0)
                    on:click=on_press(step_back)
                >
                    {site.t(Key::AsOfEarlier)}
                </button>
                <button
                    type="button"
                    disabled=attribute(move || reached() > last)
                    on:click=on_press(step_on)
                >
                    {site.t(Key::AsOfLater)}
                </button>
            </p>
            <div
                class="as-of-news"
                inner_html=attribute(move || known_then(held.site(), &all, day()).0)
            ></div>
        </div>
    }
    .into_any()
}

/// What had become known last, and where all that came after is listed.
fn known_then(site: Site, all: &[Change], day: Day) -> Markup {
    let known = &all[..all.partition_point(|change| change.known().day <= day)];
    let Some(stop) = known.last().map(|change| change.known().day) else {
        return html! { p { (site.t(Key::AsOfNothing)) } };
    };
    let last = &known[known.partition_point(|change| change.known().day < stop)..];
    let said = last.iter().take(3).map(|change| html! { li { (news::line(site, change)) } });
    let date = site.date(PartialDate::Day(stop));
    let since = Selection { since: Some(day), ..Selection::default() };
    let href = format!("{}{since}", site.href(Page::Changes));
    html! {
        p { (site.say(words::AsOfNews { date: &date })) }
        ul {
            (said.gathered())
            @if last.len() > 3 {
                li { (site.say(words::AsOfMore { n: last.len() - 3 })) }
            }
        }
        @if day < site.today.reviewed { p { a href=(href) { (site.t(Key::AsOfSince)) } } }
    }
}
