//! The day whose knowledge the page shows: said in a line, and changed with a date field, a slider
//! whose stops are the days on which something became known, and steps to the next of them.

use super::{Gathered, Live, Markup, Site, html, news};
use crate::analysis::knowledge::{self, Change};
use crate::i18n::{Key, format};
use crate::model::{Day, PartialDate};
use crate::route::{Page, Selection};
use crate::view::live::{fixed, given, pressed, told};
use crate::view::part::part;
use leptos::prelude::*;
use std::sync::Arc;

/// That the page shows an earlier day, and the way back.
pub fn banner(site: Site<'static>, live: Live) -> AnyView {
    let words = move |day: Day| {
        let date = format::on_date(site.lang(), PartialDate::Day(day));
        let now = move || {
            let now = live.selection.with_untracked(|s| Selection { as_of: None, ..s.clone() });
            live.choose.run(now);
        };
        view! {
            {fixed(live, "p", site.fill(Key::AsOfBanner, &[("date", &date)]))}
            <button type="button" on:click=pressed(now)>
                {site.t(Key::AsOfNow)}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="as-of-banner" role="status">
            {move || live.selection.with(|selection| selection.as_of).map(words)}
        </div>
    }
    .into_any()
}

/// The choice of a day. What it needs to know is worked out when it is opened.
pub fn control(site: Signal<Site<'static>>, live: Live) -> AnyView {
    part(live, move || fold(site, live))
}

fn fold(site: Signal<Site<'static>>, live: Live) -> AnyView {
    let open = RwSignal::new(false);
    let name = site.get_untracked().t(Key::AsOfTitle);
    view! {
        <details class="as-of" data-live="" on:toggle:target=move |event| open.set(event.target().open())>
            {fixed(live, "summary", name)}
            {move || {
                (open.get() && live.whole.get()).then(|| panel(site.get_untracked(), live))
            }}
        </details>
    }
    .into_any()
}

/// Closures and shared lists instead of memos: each kind of memo is kilobytes of WASM, and what
/// these work out takes microseconds.
fn panel(site: Site<'static>, live: Live) -> AnyView {
    let today = site.today;
    let days: Arc<[Day]> = knowledge::days(today).into();
    let all: Arc<[Change]> = knowledge::changes(today, Day(i32::MIN), today.reviewed).into();
    let first = days.first().copied().unwrap_or(today.reviewed);
    let last = days.len().saturating_sub(1);
    let day = move || live.selection.with(|selection| selection.as_of).unwrap_or(today.reviewed);
    let choose = move |choice: &dyn Fn(&Selection) -> Selection| {
        live.choose.run(live.selection.with_untracked(choice));
    };
    let pick = move |value: String| choose(&|s| s.on_date(&value, &site.known()));
    let stops = days.clone();
    let slide = move |stop: String| choose(&|s| s.on_stop(&stop, &stops, &site.known()));
    let iso = |day: Day| PartialDate::Day(day).edtf();
    let said = move || format::date(site.lang(), PartialDate::Day(day()));
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
    view! {
        <div class="as-of-panel">
            <label>
                {site.t(Key::AsOfDay)}
                <input
                    type="date"
                    min=iso(first)
                    max=iso(today.reviewed)
                    prop:value=told(move || iso(day()))
                    on:change=given(pick)
                />
            </label>
            <label class="slider">
                {site.t(Key::AsOfSlider)}
                <input
                    type="range"
                    min="0"
                    max=last.to_string()
                    prop:value=told(move || now().saturating_sub(1).to_string())
                    aria-valuetext=told(said)
                    on:input=given(slide)
                />
            </label>
            <p class="steps-between">
                <button type="button" disabled=told(move || before() == 0) on:click=pressed(step_back)>
                    {site.t(Key::AsOfEarlier)}
                </button>
                <button type="button" disabled=told(move || reached() > last) on:click=pressed(step_on)>
                    {site.t(Key::AsOfLater)}
                </button>
            </p>
            <div class="as-of-news" inner_html=told(move || known_then(site, &all, day()).0)></div>
        </div>
    }
    .into_any()
}

/// What had become known last, and where all that came after is listed.
fn known_then(site: Site<'static>, all: &[Change], day: Day) -> Markup {
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
        p { (site.fill(Key::AsOfNews, &[("date", &date)])) }
        ul {
            (said.gathered())
            @if last.len() > 3 {
                li { (site.fill(Key::AsOfMore, &[("n", &(last.len() - 3).to_string())])) }
            }
        }
        @if day < site.today.reviewed { p { a href=(href) { (site.t(Key::AsOfSince)) } } }
    }
}
