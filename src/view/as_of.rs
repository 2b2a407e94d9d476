//! The day whose knowledge the page shows: said in a line, and changed with a date field, a slider
//! whose stops are the days on which something became known, and steps to the next of them.

use super::{Gathered, Live, Markup, Site, html, news};
use crate::analysis::knowledge::{self, Change};
use crate::i18n::{Key, format};
use crate::model::{Day, PartialDate};
use crate::route::{Page, Selection};
use leptos::prelude::*;

/// That the page shows an earlier day, and the way back.
pub fn banner(site: Site, live: Live) -> AnyView {
    let day = Memo::new(move |_| live.selection.with(|selection| selection.as_of));
    let words = move |day: Day| {
        let date = format::on_date(site.lang(), PartialDate::Day(day));
        let now = move |_| {
            let now = live.selection.with_untracked(|s| Selection { as_of: None, ..s.clone() });
            live.choose.run(now);
        };
        view! {
            <p>{site.fill(Key::AsOfBanner, &[("date", &date)])}</p>
            <button type="button" on:click=now>
                {site.t(Key::AsOfNow)}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="as-of-banner" role="status">
            {move || day.get().map(words)}
        </div>
    }
    .into_any()
}

/// The choice of a day. What it needs to know is worked out when it is opened.
pub fn control(site: Signal<Site>, live: Live) -> AnyView {
    let open = RwSignal::new(false);
    let name = site.get_untracked().t(Key::AsOfTitle);
    view! {
        <details class="as-of" data-live="" on:toggle:target=move |event| open.set(event.target().open())>
            <summary>{name}</summary>
            {move || {
                (open.get() && live.whole.get()).then(|| panel(site.get_untracked(), live))
            }}
        </details>
    }
    .into_any()
}

fn panel(site: Site, live: Live) -> AnyView {
    let today = site.today;
    let days = StoredValue::new(knowledge::days(today));
    let all = StoredValue::new(knowledge::changes(today, Day(i32::MIN), today.reviewed));
    let first = days.with_value(|days| days.first().copied()).unwrap_or(today.reviewed);
    let day = Memo::new(move |_| {
        live.selection.with(|selection| selection.as_of).unwrap_or(today.reviewed)
    });
    // The last stop that is not after the day.
    let stop = Memo::new(move |_| {
        days.with_value(|days| days.partition_point(|stop| *stop <= day.get())).saturating_sub(1)
    });
    let last = days.with_value(Vec::len).saturating_sub(1);
    let known = StoredValue::new(site.known());
    let choose = move |choice: &dyn Fn(&Selection) -> Selection| {
        live.choose.run(live.selection.with_untracked(choice));
    };
    let pick = move |value: String| {
        choose(&|s| known.with_value(|known| s.on_date(&value, known)));
    };
    let slide = move |stop: String| {
        choose(&|s| known.with_value(|known| days.with_value(|d| s.on_stop(&stop, d, known))));
    };
    let step = move |stop: Option<usize>| {
        if let Some(stop) = stop {
            slide(stop.to_string());
        }
    };
    let iso = |day: Day| PartialDate::Day(day).edtf();
    let said = move || format::date(site.lang(), PartialDate::Day(day.get()));
    let earlier = move || {
        let day = day.get();
        days.with_value(|days| days.partition_point(|stop| *stop < day)).checked_sub(1)
    };
    let later = move || {
        let day = day.get();
        let next = days.with_value(|days| days.partition_point(|stop| *stop <= day));
        (next <= last).then_some(next)
    };
    view! {
        <div class="as-of-panel">
            <label>
                {site.t(Key::AsOfDay)}
                <input
                    type="date"
                    min=iso(first)
                    max=iso(today.reviewed)
                    prop:value=move || iso(day.get())
                    on:change:target=move |event| pick(event.target().value())
                />
            </label>
            <label class="slider">
                {site.t(Key::AsOfSlider)}
                <input
                    type="range"
                    min="0"
                    max=last.to_string()
                    prop:value=move || stop.get().to_string()
                    aria-valuetext=said
                    on:input:target=move |event| slide(event.target().value())
                />
            </label>
            <p class="steps-between">
                <button type="button" disabled=move || earlier().is_none() on:click=move |_| step(earlier())>
                    {site.t(Key::AsOfEarlier)}
                </button>
                <button type="button" disabled=move || later().is_none() on:click=move |_| step(later())>
                    {site.t(Key::AsOfLater)}
                </button>
            </p>
            <div class="as-of-news" inner_html=move || all.with_value(|all| known_then(site, all, day.get()).0)></div>
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
