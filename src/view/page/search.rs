//! The search: words in, facts out, at once.

use crate::analysis::search::{What, find, words};
use crate::i18n::Key;
use crate::route::Page;
use crate::view::found::found;
use crate::view::{Live, Lookup, Markup, Site, html};
use leptos::prelude::*;

/// How many results are shown at first, and how many more at a time.
const STEP: usize = 40;

/// What the reader wants, and what there is.
#[derive(PartialEq)]
struct Answer {
    typed: String,
    words: Vec<String>,
    /// `None` while the index is not there.
    found: Option<Vec<What>>,
    failed: bool,
}

/// The field, what it found, and the lists that serve without it.
pub fn search(site: Site, live: Live) -> AnyView {
    let head = move || {
        html! {
            h1 tabindex="-1" { (site.t(Key::SearchTitle)) }
            p class="unscripted notice" { (site.t(Key::SearchUnscripted)) }
        }
    };
    let day = site.dataset.reviewed;
    let answer = Memo::new(move |_| {
        let typed = live.selection.with(|selection| selection.words.clone());
        let words = words(&typed);
        let lookup = live.lookup.get();
        let found = match lookup {
            Lookup::Here(index) => Some(find(index, &words, day)),
            _ => None,
        };
        Answer { typed, words, found, failed: matches!(lookup, Lookup::Failed) }
    });
    let most = RwSignal::new(STEP);
    let type_in = move |words: String| {
        most.set(STEP);
        live.choose.run(live.selection.with_untracked(|selection| selection.with_words(&words)));
    };
    // One button for what there is to do: try again, or show more.
    let next = move || answer.with(|answer| next(site, answer, most.get()));
    let press = move |_| match answer.with_untracked(|answer| answer.failed) {
        true => live.look_up.run(()),
        false => most.update(|most| *most += STEP),
    };
    view! {
        {live.still(head)}
        <div class="search">
            <div role="search" data-live="">
                <label>
                    {site.t(Key::SearchLabel)}
                    <input
                        id="q"
                        type="search"
                        autocomplete="off"
                        prop:value=move || answer.with(|answer| answer.typed.clone())
                        on:input:target=move |event| type_in(event.target().value())
                    />
                </label>
            </div>
            <p class="answer" role="status">
                {move || answer.with(|answer| said(site, answer))}
            </p>
            {live
                .follows(
                    "found",
                    move |_| answer.with(|answer| results(site, answer, most.get())),
                )}
            <button
                type="button"
                class="reset"
                hidden=move || next().is_empty()
                on:click=press
            >
                {next}
            </button>
        </div>
    }
    .into_any()
}

/// What the button does, in words; nothing when there is nothing to do.
fn next(site: Site, answer: &Answer, most: usize) -> String {
    if answer.failed {
        return site.t(Key::SearchRetry).to_owned();
    }
    let left = answer.found.as_ref().map_or(0, Vec::len).saturating_sub(most);
    match left.min(STEP) {
        0 => String::new(),
        more => site.fill(Key::SearchMore, &[("n", &more.to_string())]),
    }
}

/// What there is to say of a search.
fn said(site: Site, answer: &Answer) -> String {
    if answer.failed {
        return site.t(Key::SearchFailed).to_owned();
    }
    let typed = answer.typed.trim();
    if typed.is_empty() {
        return String::new();
    }
    let Some(found) = &answer.found else { return site.t(Key::SearchLoading).to_owned() };
    let then = site.dataset.reviewed < site.today.reviewed;
    let key = match found.len() {
        0 if then => Key::SearchNoneThen,
        0 => Key::SearchNone,
        1 => Key::SearchOne,
        _ => Key::SearchCount,
    };
    site.fill(key, &[("n", &found.len().to_string()), ("words", typed)])
}

/// What was found, the best first. While that is nothing: how to search, what is searched, and
/// where else to look.
fn results(site: Site, answer: &Answer, most: usize) -> Markup {
    let all = answer.found.as_deref().unwrap_or_default();
    if !all.is_empty() {
        return found(site, all.get(..most).unwrap_or(all), &answer.words);
    }
    html! {
        p { (site.t(if answer.words.is_empty() { Key::SearchHow } else { Key::SearchHint })) }
        p { (site.t(Key::SearchWhat)) }
        p {
            (site.t(Key::SearchElse)) " "
            a href=(site.href(Page::Register)) { (site.t(Key::RegisterTitle)) }
            ", "
            a href=(site.href(Page::Sources)) { (site.t(Key::SourcesTitle)) }
            "."
        }
    }
}
