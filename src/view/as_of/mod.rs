//! The bar at the foot of every page that follows the day: the day in figures, a slider along true
//! time, what became known on that day, and the days going on by themselves.
//!
//! It is one line until it is touched. Nothing of it moves the page, and whatever a reader does
//! with it becomes a choice in the address.

mod density;

mod line;

mod play;

use super::block::{Block, Follows};
use super::controls::{attribute, on_press, on_value};
use super::page::needs::{Needs, needs};
use super::{Controls, PageState};
use crate::analysis::knowledge::{self, Change};
use crate::chart::WHOLE;
use crate::chart::density::Era;
use crate::i18n::{Key, format, words};
use crate::model::{Dataset, Day, PartialDate, Procurement};
use crate::route::{Page, Selection};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The bar of a page; `None` where the page is made of words alone. An embed has it while it shows
/// an earlier day.
pub fn bar<'a>(state: PageState<'a>, page: &Page) -> Option<Block<'a>> {
    let PageState { site, selection, .. } = state;
    let needs = needs(page, selection, site.today);
    if needs == Needs::default() {
        return None;
    }
    let embedded = matches!(page, Page::Embed(..));
    if embedded && selection.as_of.is_none() && !selection.play {
        return None;
    }
    let shown = selection.as_of.unwrap_or(site.today.reviewed);
    let picture = move || {
        let shows = |one: &Procurement| needs.procurements.contains(&one.id);
        let days = knowledge::days_among(site.today, shows, needs.index);
        density::density(site, &days, shown)
    };
    let picture = Block::html("density", "div", "day-density", picture).following(Follows::Choice);
    let controls = Block::control("controls", "day-controls", controls);
    let bar = Block::around("as-of", "div", "day-bar", vec![picture, controls])
        .attribute("role", "region")
        .attribute("aria-label", site.t(Key::AsOfTitle));
    Some(bar)
}

/// What a reader does with the slider. Where the facts are on their way it is done when they come.
#[derive(Clone, Copy)]
enum Step {
    /// To a place of the slider.
    To(i32),
    /// To the day before on which something became known.
    Earlier,
    /// To the next such day.
    Later,
}

/// All news of the facts that it was made from.
type News = Option<(Arc<Dataset>, Arc<[Change]>)>;

/// What answers. It is made of closures and not of memos: each kind of memo is kilobytes of WASM.
fn controls(controls: Controls) -> AnyView {
    let facts = controls.facts.get_untracked();
    let site = facts.site();
    let (lang, reviewed) = (site.lang(), facts.today.reviewed);
    // What it needs to know is worked out once it is touched.
    let touched = RwSignal::new(false);
    let waiting = RwSignal::new(None::<Step>);
    let day = move || controls.selection.with(|selection| selection.as_of).unwrap_or(reviewed);
    let is_today = move || controls.holds(|selection| selection.as_of.is_none());
    let plays = move || controls.holds(|selection| selection.play);
    let iso = |day: Day| PartialDate::Day(day).edtf();

    let take = move |step: Step| {
        if !controls.ready.get_untracked() {
            waiting.set(Some(step));
            return;
        }
        waiting.set(None);
        let days = controls.facts.with_untracked(|facts| stops(&facts.today));
        let now = controls.selection.with_untracked(|s| s.as_of).unwrap_or(reviewed);
        let before = |day: Day| days.partition_point(|stop| *stop < day);
        let next = match step {
            // The last day up to there on which something became known.
            Step::To(place) => {
                let at = controls.facts.with_untracked(|facts| era(&facts.today)).day(place);
                before(Day(at.0 + 1)).saturating_sub(1)
            }
            Step::Earlier => before(now).saturating_sub(1),
            Step::Later => before(Day(now.0 + 1)),
        };
        if let Some(next) = days.get(next) {
            controls.change_with(|s, known| s.on_day(*next, known));
        }
    };
    Effect::new(move |_| {
        if controls.ready.get()
            && let Some(step) = waiting.get_untracked()
        {
            take(step);
        }
    });
    // An earlier day tells its news by itself.
    Effect::new(move |_| {
        if !is_today() || plays() {
            touched.set(true);
        }
    });
    play::go_on_by_itself(controls);

    let place = move || {
        if is_today() {
            return WHOLE;
        }
        controls.facts.with(|facts| era(&facts.today)).place(day())
    };
    let slide = move |value: String| {
        if let Ok(place) = value.parse() {
            take(Step::To(place));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => Step::Earlier,
            "ArrowRight" | "ArrowUp" => Step::Later,
            _ => return,
        };
        event.prevent_default();
        take(step);
    };
    let pick = move |value: String| controls.change_with(|s, known| s.on_date(&value, known));
    let date = move |of: fn(crate::model::Lang, PartialDate) -> String| {
        move || of(lang, PartialDate::Day(day()))
    };
    let said = {
        let messages = facts.messages;
        move || {
            let date = format::on_date(lang, PartialDate::Day(day()));
            (!is_today() && !plays()).then(|| messages.say(words::AsOfBanner { date: &date }))
        }
    };
    let word = |key: Key| site.t(key);
    let (all, then) = (word(Key::AsOfAll), word(Key::AsOfThen));
    let (play, pause) = (word(Key::AsOfPlay), word(Key::AsOfPause));
    let fetching = word(Key::AsOfFetching);
    let news = StoredValue::new(News::None);
    let line = move || {
        if !touched.get() {
            return String::new();
        }
        if !controls.ready.get() {
            return fetching.to_owned();
        }
        let facts = controls.facts.get();
        line::line(facts.site(), &news_of(news, &facts.today), day()).0
    };
    let since = move || {
        let facts = controls.facts.get_untracked();
        let shown = controls.selection.with(|selection| selection.as_of);
        shown.map(|day| {
            let href = line::news_page(facts.site(), day, None);
            view! { <a href=href>{facts.site().t(Key::AsOfSince)}</a> }
        })
    };
    let touch = move || touched.set(true);
    view! {
        <div class="day-parts" on:focusin=move |_| touch() on:pointerdown=move |_| touch()>
        <p class="day-said" role="status">
            {said}
        </p>
        <button
            type="button"
            class="day-play"
            class:playing=plays
            on:click=on_press(move || controls.change(Selection::toggle_play))
        >
            <span class="visually-hidden">{move || if plays() { pause } else { play }}</span>
        </button>
        <p class="day-shown">
            <span class="day-known">{move || if is_today() { all } else { then }}</span>
            <strong>{date(format::short_date)}</strong>
        </p>
        <input
            type="range"
            class="day-slider"
            min="0"
            max=WHOLE.to_string()
            value=WHOLE.to_string()
            prop:value=attribute(move || place().to_string())
            aria-label=word(Key::AsOfSlider)
            aria-valuetext=attribute(date(format::date))
            on:input=on_value(slide)
            on:keydown=on_key
        />
        <button
            type="button"
            class="day-now"
            disabled=attribute(is_today)
            on:click=on_press(move || controls.change_with(|s, known| s.on_day(reviewed, known)))
        >
            {word(Key::AsOfNow)}
        </button>
        <div class="day-more">
            <div class="day-line" inner_html=attribute(line)></div>
            <p class="day-steps">
                <button
                    type="button"
                    class="day-earlier"
                    on:click=on_press(move || take(Step::Earlier))
                >
                    {word(Key::AsOfEarlier)}
                </button>
                <label>
                    <span class="visually-hidden">{word(Key::AsOfDay)}</span>
                    <input
                        type="date"
                        max=iso(reviewed)
                        prop:value=attribute(move || iso(day()))
                        on:change=on_value(pick)
                    />
                </label>
                <button
                    type="button"
                    class="day-later"
                    disabled=attribute(is_today)
                    on:click=on_press(move || take(Step::Later))
                >
                    {word(Key::AsOfLater)}
                </button>
                {since}
            </p>
        </div>
        </div>
    }
    .into_any()
}

/// The days that the slider stops at: those on which something became known, and today.
fn stops(today: &Dataset) -> Vec<Day> {
    let mut days = knowledge::days(today);
    if days.last() != Some(&today.reviewed) {
        days.push(today.reviewed);
    }
    days
}

/// The time that the picture behind the slider spans. In the browser no procurement is whole but
/// those that the page shows.
fn era(today: &Dataset) -> Era {
    Era::of(&knowledge::days_among(today, |one| !one.outline, true), today.reviewed)
}

/// All news of some facts, worked out once.
fn news_of(held: StoredValue<News>, today: &Arc<Dataset>) -> Arc<[Change]> {
    if let Some((of, news)) = held.get_value()
        && Arc::ptr_eq(&of, today)
    {
        return news;
    }
    let news: Arc<[Change]> = knowledge::changes(today, Day(i32::MIN), today.reviewed).into();
    held.set_value(Some((today.clone(), news.clone())));
    news
}
