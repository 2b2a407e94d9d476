//! The search: words in, facts out, at once.

use crate::analysis::search::{What, find, words};
use crate::i18n::Key;
use crate::route::Page;
use crate::view::found::found;
use crate::view::live::{given, pressed, told};
use crate::view::markup::words as escaped;
use crate::view::{Live, Lookup, Markup, Site, html};
use leptos::prelude::*;

/// How many results are shown until the reader asks for all.
const FIRST: usize = 40;

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
pub fn search(site: Site<'static>, live: Live) -> AnyView {
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
    let all = RwSignal::new(false);
    let type_in = move |words: String| {
        all.set(false);
        live.choose.run(live.selection.with_untracked(|selection| selection.with_words(&words)));
    };
    // One button for what there is to do: try again, or show all.
    let next = move || answer.with(|answer| next(site, answer, all.get()));
    let press = move || {
        all.set(answer.with_untracked(|answer| !answer.failed));
        live.look_up.run(());
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
                        prop:value=told(move || answer.with(|answer| answer.typed.clone()))
                        on:input=given(type_in)
                    />
                </label>
            </div>
            <p
                class="answer"
                role="status"
                inner_html=told(move || answer.with(|answer| escaped(said(site, answer)).0))
            ></p>
            {live
                .follows(
                    "found",
                    move |_| answer.with(|answer| results(site, answer, all.get())),
                )}
            <button
                type="button"
                class="reset"
                hidden=told(move || next().is_empty())
                on:click=pressed(press)
                inner_html=told(move || escaped(next()).0)
            ></button>
        </div>
    }
    .into_any()
}

/// What the button does, in words; nothing when there is nothing to do.
fn next(site: Site<'static>, answer: &Answer, all: bool) -> String {
    match answer.found.as_ref().map_or(0, Vec::len) {
        _ if answer.failed => site.t(Key::SearchRetry).to_owned(),
        n if n > FIRST && !all => site.fill(Key::SearchAll, &[("n", &n.to_string())]),
        _ => String::new(),
    }
}

/// What there is to say of a search.
fn said(site: Site<'static>, answer: &Answer) -> String {
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
fn results(site: Site<'static>, answer: &Answer, all: bool) -> Markup {
    let list = answer.found.as_deref().unwrap_or_default();
    if !list.is_empty() {
        let first = if all { list } else { list.get(..FIRST).unwrap_or(list) };
        return found(site, first, &answer.words);
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
