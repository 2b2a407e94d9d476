//! How to take a figure along, as the reader has chosen it: its preview, the codes to paste, the
//! files to download, its sentence and its citation.
//!
//! The page and the dialog at a figure are made of the same blocks. Without scripts the page gives
//! all of the figure, as it is known today.

mod codes;

mod files;

mod plain;

mod taken;

use super::needs::{Needs, PageFacts, needs};
use super::spec::{About, Chunk, PageContent, PageSpec};
use crate::analysis::compare;
use crate::i18n::{Key, words};
use crate::model::Procurement;
use crate::route::{Page, Selection, Theme};
use crate::view::block::{Block, Follows};
use crate::view::copy::field_to_copy;
use crate::view::figure::{COMPARISON, FIGURES, FigureSpec, TIMELINE, embeds_of_pairs, limited};
use crate::view::filter::{Select, select};
use crate::view::only::Only;
use crate::view::prose::prose;
use crate::view::{Controls, Gathered, Markup, Site, html};
use leptos::prelude::*;
use taken::Taken;

/// The pages of one procurement's figures in the table of pages.
pub static OF_ONE: PageSpec = PageSpec { chunk: Some(Chunk::Reuse), ..PageSpec::OF_ONE };

/// The pages of the figures of all procurements.
pub static SPEC: PageSpec = PageSpec {
    of_many: true,
    chunk: Some(Chunk::Reuse),
    facts: PageFacts {
        // Those of the figure by itself.
        needs: |page, selection, today| match page {
            // The way to the others names them.
            Page::Reuse(home, of) => {
                needs(&Page::Embed(home, of.clone()), selection, today).and(Needs::outlines())
            }
            _ => Needs::default(),
        },
        ..PageFacts::NONE
    },
    ..PageSpec::OF_ONE
};

/// What they show.
pub static CONTENT: PageContent = PageContent {
    about: |site, page| {
        let (figure, only) = limited(site, page)?;
        let title = format!("{}: {}", site.t(Key::ReuseTitle), figure.name_of(site, only));
        Some(About { title, description: site.t(Key::ReuseDescription).to_owned() })
    },
    blocks: |state, page| {
        let taken = Taken::of(state, page)?;
        // The dialog is about its own figure alone.
        let figures = state.selection.reuse.is_none().then(|| figures(taken));
        Some([head(taken)].into_iter().chain(figures).chain(parts(taken)).collect())
    },
    figure: None,
    pictures: None,
    sources: None,
};

/// An embed, and the page of how its figure is taken along.
pub fn and_how(embed: Page) -> impl Iterator<Item = Page> {
    let how = match &embed {
        Page::Embed(home, of) => Some(Page::Reuse(home, of.clone())),
        _ => None,
    };
    [embed].into_iter().chain(how)
}

fn head(taken: Taken<'_>) -> Block<'_> {
    let make = move || {
        let site = taken.site();
        html! {
            p class="kicker" { (site.t(Key::ReuseTitle)) }
            h1 id="reuse-title" tabindex="-1" { (prose(taken.title())) }
            p class="lead" { (site.t(Key::ReuseLead)) " " a href=(taken.back()) { (site.t(Key::ReuseBack)) } }
        }
    };
    Block::html("head", "div", "", make).following(Follows::Choice)
}

/// The other figures, of all procurements and of each.
fn figures(taken: Taken<'_>) -> Block<'_> {
    let make = move || {
        let (site, query) = (taken.site(), taken.query());
        let link = |figure: &'static FigureSpec, only: Option<&Procurement>, name: &str| {
            let of = Only::from(only).of();
            let here = std::ptr::eq(figure, taken.figure) && of == taken.only.of();
            let page = Page::Reuse(&figure.page, of);
            let current = here.then_some("page");
            html! { a href=(format!("{}{query}", site.href(page))) aria-current=[current] { (name) } }
        };
        let of = |only: Option<&Procurement>| {
            let is_of = |figure: &&FigureSpec| only.is_none_or(figure.embed.is_of);
            let figures = FIGURES.into_iter().filter(is_of).filter(|it| site.has(&it.page));
            let links = figures.map(|figure| {
                let name = if only.is_some() { figure.embed.name_of_one } else { figure.name };
                html! { li { (link(figure, only, site.t(name))) } }
            });
            html! { ul class="chips" { (links.gathered()) } }
        };
        let named = |one: &Procurement| {
            html! { li { (link(&TIMELINE, Some(one), site.text(&one.name))) } }
        };
        html! {
            (of(None))
            @match taken.only.one() {
                Some(one) => { h2 { (site.text(&one.name)) } (of(Some(one))) }
                None => {
                    details {
                        summary { (site.t(Key::ReuseOfOne)) }
                        ul { (site.dataset.procurements.iter().map(named).gathered()) }
                    }
                    (pairs(site))
                }
            }
        }
    };
    Block::html("figures", "nav", "reuse-figures", make)
        .attribute("aria-label", taken.site().t(Key::ReuseFigure))
        .following(Follows::Choice)
}

/// The ways to the comparisons of two procurements.
fn pairs(site: Site) -> Markup {
    let there: Vec<Page> = embeds_of_pairs(site.today).collect();
    let links = compare::pairs(site.dataset).into_iter().filter_map(|[one, other]| {
        let of = Only::Pair(one, other).of();
        let (one, other) = (site.text(&one.name), site.text(&other.name));
        let name = site.say(words::BothNames { one, other });
        let is_there = there.contains(&Page::Embed(&COMPARISON.page, of.clone()));
        let href = is_there.then(|| site.href(Page::Reuse(&COMPARISON.page, of)))?;
        Some(html! { li { a href=(href) { (name) } } })
    });
    let links = links.gathered();
    html! {
        @if !links.0.is_empty() {
            details { summary { (site.t(Key::ReusePairs)) } ul { (links) } }
        }
    }
}

fn parts(taken: Taken<'_>) -> Vec<Block<'_>> {
    let site = taken.site();
    let widths = Block::html("widths", "div", "reuse-widths", move || widths(site));
    let frame = Block::html("frame", "div", "reuse-frame", move || frame(taken))
        .following(Follows::Preview);
    vec![
        Block::control("colours", "filters", colours),
        Block::around("preview", "section", "reuse-preview", vec![widths, frame])
            .attribute("aria-label", site.t(Key::ReusePreview)),
        Block::html("codes", "section", "", move || codes::codes(taken))
            .following(Follows::Preview),
        Block::html("plain", "section", "", move || codes::plain_code(taken))
            .following(Follows::Sheet),
        Block::html("files", "section", "", move || files::files(taken)).following(Follows::Choice),
        Block::html("texts", "section", "", move || texts(taken)).following(Follows::Choice),
    ]
}

/// Which colours the figure has: those of the reader's own system, or always the same.
fn colours(controls: Controls) -> AnyView {
    let facts = controls.facts.get_untracked();
    let site = facts.site();
    let option = |theme: Theme, name: Key| (theme.word().to_owned(), site.t(name).to_owned());
    let options = vec![
        option(Theme::Auto, Key::ReuseColoursAuto),
        option(Theme::Light, Key::ReuseColoursLight),
        option(Theme::Dark, Key::ReuseColoursDark),
    ];
    select(
        controls,
        Select {
            name: site.t(Key::ReuseColours),
            id: "reuse-colours",
            options,
            chosen: Box::new(|selection| selection.theme.word().to_owned()),
            choose: Box::new(Selection::coloured),
        },
    )
}

/// How wide the preview is. The style sheet does it, so it works without scripts too.
fn widths(site: Site) -> Markup {
    let width = |id: &'static str, name: &str, checked: bool| {
        html! {
            label { input type="radio" name="reuse-width" id=(id) checked[checked]; " " (name) }
        }
    };
    html! {
        fieldset {
            legend { (site.t(Key::ReuseWidth)) }
            (width("reuse-320", "320 px", false))
            (width("reuse-680", "680 px", true))
            (width("reuse-full", site.t(Key::ReuseFull), false))
        }
    }
}

fn frame(taken: Taken) -> Markup {
    let site = taken.site();
    html! {
        iframe
            class="reuse-shown"
            title=(site.t(Key::ReusePreview))
            src=(taken.embed_href())
            height=(taken.height())
            loading="lazy"
            scrolling="no"
            {}
        p { a href=(taken.embed_href()) rel="external" { (site.t(Key::EmbedOpen)) } }
    }
}

/// What may be quoted: the sentence, where it comes from, and the address.
fn texts(taken: Taken) -> Markup {
    let site = taken.site();
    let sentence = taken.sentence();
    html! {
        h2 { (site.t(Key::ReuseText)) }
        @if !sentence.is_empty() { (box_of(site, Key::ReuseSentence, "reuse-sentence", &sentence)) }
        (box_of(site, Key::ReuseCitation, "reuse-citation", &taken.citation()))
        (box_of(site, Key::ReuseAddress, "reuse-address", &taken.address()))
    }
}

/// A text to copy, under its name.
fn box_of(site: Site, name: Key, id: &'static str, text: &str) -> Markup {
    html! {
        h3 { label for=(id) { (site.t(name)) } }
        (field_to_copy(site, id, 3, Key::ReuseCopy, text))
    }
}
