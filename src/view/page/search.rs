//! The search: words in, facts out, at once.

use crate::analysis::search::{What, find, words};
use crate::i18n::Key;
use crate::route::Page;
use crate::view::found::found;
use crate::view::{Live, Lookup, Markup, Site, html};
use leptos::prelude::*;

/// How many results are shown at first, and how many more at a time.
const STEP: usize = 40;

/// The field, what it found, and the lists that serve without it.
pub fn search(site: Site, live: Live) -> AnyView {
    let head = move || {
        html! {
            h1 tabindex="-1" { (site.t(Key::SearchTitle)) }
            p class="unscripted notice" { (site.t(Key::SearchUnscripted)) }
        }
    };
    // Whoever comes here wants to search.
    Effect::new(move |_| live.look_up.run(()));
    let typed = Memo::new(move |_| live.selection.with(|selection| selection.words.clone()));
    let wanted = Memo::new(move |_| typed.with(|typed| words(typed)));
    let day = site.dataset.reviewed;
    let all: Memo<Option<Vec<What>>> = Memo::new(move |_| match live.lookup.get() {
        Lookup::Here(index) => Some(wanted.with(|wanted| find(index, wanted, day))),
        _ => None,
    });
    let most = RwSignal::new(STEP);
    let choose = move |words: &str| {
        most.set(STEP);
        live.choose.run(live.selection.with_untracked(|selection| selection.with_words(words)));
    };
    let left = move || all.with(|all| all.as_ref().map_or(0, Vec::len)).saturating_sub(most.get());
    let failed = move || matches!(live.lookup.get(), Lookup::Failed);
    view! {
        {live.still(head)}
        <div class="search" data-walk="">
            <div role="search" data-live="">
                <label for="q">{site.t(Key::SearchLabel)}</label>
                <input
                    id="q"
                    type="search"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    enterkeyhint="search"
                    maxlength="100"
                    aria-describedby="search-how"
                    aria-controls="found"
                    data-focus=""
                    prop:value=move || typed.get()
                    on:input:target=move |event| choose(&event.target().value())
                    on:focus=move |_| live.look_up.run(())
                    on:keydown=move |event| {
                        if event.key() == "Escape" {
                            choose("");
                        }
                    }
                />
                <p id="search-how" class="note">
                    {site.t(Key::SearchHow)}
                </p>
            </div>
            <p class="answer" role="status">
                {move || said(site, &typed.get(), live.lookup.get(), all.with(|all| all.as_ref().map(Vec::len)))}
            </p>
            <div class="retry">
                {move || {
                    failed()
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="reset"
                                    on:click=move |_| live.look_up.run(())
                                >
                                    {site.t(Key::SearchRetry)}
                                </button>
                            }
                                .into_any()
                        })
                }}
            </div>
            <div id="found">
                {live
                    .follows(
                        "found",
                        move |_| {
                            let list = all
                                .with(|all| {
                                    let all = all.as_ref().filter(|all| !all.is_empty())?;
                                    let shown = all.get(..most.get()).unwrap_or(all);
                                    Some(wanted.with(|wanted| found(site, shown, wanted)))
                                });
                            list.unwrap_or_else(|| start(site, wanted.with(Vec::is_empty)))
                        },
                    )}
            </div>
            <div class="more">
                {move || {
                    let more = left().min(STEP);
                    (more > 0)
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="reset"
                                    on:click=move |_| most.update(|most| *most += STEP)
                                >
                                    {site.fill(Key::SearchMore, &[("n", &more.to_string())])}
                                </button>
                            }
                                .into_any()
                        })
                }}
            </div>
        </div>
    }
    .into_any()
}

/// What there is to say of a search.
fn said(site: Site, typed: &str, lookup: Lookup, count: Option<usize>) -> String {
    if let Lookup::Failed = lookup {
        return site.t(Key::SearchFailed).to_owned();
    }
    let typed = typed.trim();
    if typed.is_empty() {
        return String::new();
    }
    let Some(count) = count else { return site.t(Key::SearchLoading).to_owned() };
    let then = site.dataset.reviewed < site.today.reviewed;
    let key = match count {
        0 if then => Key::SearchNoneThen,
        0 => Key::SearchNone,
        1 => Key::SearchOne,
        _ => Key::SearchCount,
    };
    site.fill(key, &[("n", &count.to_string()), ("words", typed)])
}

/// What is searched, and where else to look. It stands while nothing is found.
fn start(site: Site, nothing_wanted: bool) -> Markup {
    html! {
        @if !nothing_wanted { p { (site.t(Key::SearchHint)) } }
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
