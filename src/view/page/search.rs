//! The search: words in, facts out, at once.

use super::needs::{Needs, PageFacts};
use super::spec::{About, Chunk, PageContent, PageSpec};
use crate::analysis::search::{Found, search as search_for, words};
use crate::i18n::{Key, format, words};
use crate::route::Page;
use crate::view::block::{Block, Follows};
use crate::view::controls::{attribute, on_value};
use crate::view::found::found;
use crate::view::glossary::looked_for;
use crate::view::markup::words as escaped;
use crate::view::{Controls, Markup, PageState, SearchIndex, Site, html};
use leptos::prelude::*;
use std::cell::LazyCell;
use std::rc::Rc;

/// How many results are shown until the reader asks for all.
const FIRST: usize = 40;

/// What the reader wants, and what there is.
struct Answer<'a> {
    typed: &'a str,
    words: Vec<String>,
    /// `None` while the index is not there.
    found: Option<Found>,
    failed: bool,
    /// Whether all of it is to be shown.
    all: bool,
}

impl<'a> Answer<'a> {
    fn new(state: PageState<'a>) -> Answer<'a> {
        let typed = &*state.selection.words;
        let words = words(typed);
        let found = match state.search.index {
            SearchIndex::Ready(index) => {
                Some(search_for(index, &words, state.site.dataset.reviewed))
            }
            _ => None,
        };
        let failed = matches!(state.search.index, SearchIndex::Failed);
        Answer { typed, words, found, failed, all: state.search.all }
    }

    /// The words that are marked where they stand: those that were typed, and those that were
    /// taken for them.
    fn marked(&self) -> Vec<String> {
        let taken = self.found.iter().flat_map(|found| &found.taken);
        self.words.iter().chain(taken).cloned().collect()
    }
}

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    header: Some(Key::NavSearch),
    footer: None,
    of_many: true,
    facts: PageFacts {
        needs: |_, selection, today| match selection.words.is_empty() {
            true => Needs::outlines(),
            false => Needs::many(&today.procurements),
        },
        ..PageFacts::NONE
    },
    chunk: Some(Chunk::Texts),
};

/// What it shows.
pub static CONTENT: PageContent = PageContent {
    about: |site, _| About::words(site, Key::SearchTitle, Key::SearchDescription),
    blocks: |state, _| Some(search(state)),
    figure: None,
    pictures: None,
    sources: None,
};

/// The field, what it found, and the lists that serve without it.
fn search<'a>(state: PageState<'a>) -> Vec<Block<'a>> {
    let site = state.site;
    let head = move || {
        html! {
            h1 tabindex="-1" { (site.t(Key::SearchTitle)) }
            p class="unscripted notice" { (site.t(Key::SearchUnscripted)) }
        }
    };
    // One search answers both that something was found and what.
    let answer = Rc::new(LazyCell::new(move || Answer::new(state)));
    let (of, meant) = (answer.clone(), answer.clone());
    let said = move || escaped(said(site, &of));
    let blocks = vec![
        Block::control("field", "", field).attribute("role", "search"),
        Block::html("term", "div", "meaning", move || meaning(site, &meant))
            .following(Follows::Search),
        Block::html("answer", "p", "answer", said)
            .attribute("role", "status")
            .following(Follows::Search),
        Block::html("found", "div", "found", move || results(site, &answer))
            .following(Follows::Search),
    ];
    vec![Block::html("head", "div", "", head), Block::around("search", "div", "search", blocks)]
}

/// What a word of the glossary means that somebody looks for.
fn meaning(site: Site, answer: &Answer) -> Markup {
    let Some(term) = looked_for(site, answer.typed) else { return Markup::default() };
    html! {
        p {
            span class="visually-hidden" { (site.t(Key::GlossaryMeans)) " " }
            b { (format::capitalized(term.name(site))) } ". " (site.t(term.means)) " "
            a href=(term.href(site)) { (site.t(Key::NavGlossary)) }
        }
    }
}

/// Where the reader types.
fn field(controls: Controls) -> AnyView {
    let label = controls.facts.with_untracked(|facts| facts.site().t(Key::SearchLabel));
    let type_in = move |words: String| controls.change(|s| s.with_words(&words));
    view! {
        <label>
            {label}
            <input
                id="q"
                type="search"
                autocomplete="off"
                prop:value=attribute(move || controls.selection.with(|s| s.words.clone()))
                on:input=on_value(type_in)
            />
        </label>
    }
    .into_any()
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
    match found.facts.len() {
        0 if then => site.say(words::SearchNoneThen { words: typed }),
        0 => site.say(words::SearchNone { words: typed }),
        n => {
            let count = site.say(words::SearchCount { n, words: typed });
            match found.taken.is_empty() {
                true => count,
                false => {
                    let taken = &found.taken.join("”, ”");
                    format!("{count} {}", site.say(words::SearchTaken { words: taken }))
                }
            }
        }
    }
}

/// What was found, the best first. While that is nothing: how to search, what is searched, and
/// where else to look.
fn results(site: Site, answer: &Answer) -> Markup {
    let list = answer.found.as_ref().map(|found| &*found.facts).unwrap_or_default();
    if !list.is_empty() {
        let first = if answer.all { list } else { list.get(..FIRST).unwrap_or(list) };
        let n = list.len();
        return html! {
            (found(site, first, &answer.marked()))
            @if first.len() < list.len() { (button(&site.say(words::SearchAll { n }))) }
        };
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
        @if answer.failed { (button(site.t(Key::SearchRetry))) }
    }
}

/// Asks for more: the index once more, or all that was found. One listener hears it
/// (`app/browser/listen.rs`).
fn button(name: &str) -> Markup {
    html! { button type="button" class="reset" data-more="" { (name) } }
}
