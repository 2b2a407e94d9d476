//! Everything about one procurement, in chapters: what became of it first, then each kind of fact.

mod chapters;

mod costs;

mod events;

mod head;

mod places;

mod promises;

mod stages;

pub use self::places::place;

use self::chapters::{about, disagreements, sources, unknowns};
use super::spec::{About, PageContent, PageSpec};
use crate::i18n::{Key, words};
use crate::model::Procurement;
use crate::route::Page;
use crate::view::block::Block;
use crate::view::chart::figure;
use crate::view::figure::{CLAIMS, TIMELINE};
use crate::view::markup::words;
use crate::view::numbered::Numbers;
use crate::view::only::Only;
use crate::view::picture::of_one;
use crate::view::{Gathered, Markup, PageState, Site, filter, html};
use leptos::prelude::*;
use std::rc::Rc;

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec::OF_ONE;

/// What it shows.
pub static CONTENT: PageContent = PageContent {
    about: |site, page| {
        let one = found(site, page)?;
        let title = match &one.product {
            Some(product) => format!("{}: {product}", site.text(&one.name)),
            None => site.text(&one.name).to_owned(),
        };
        let described =
            words::ProcurementDescription { name: site.text(&one.name), product: site.system(one) };
        let description = site.not_yet(one).unwrap_or_else(|| site.say(described));
        Some(About { title, description })
    },
    blocks: |state, page| Some(procurement(state, found(state.site, page)?)),
    figure: None,
    pictures: Some(of_one),
    sources: Some(|site, page, tell| {
        if let Some(one) = found(site, page) {
            one.each_source(tell);
        }
    }),
};

fn found<'a>(site: Site<'a>, page: &Page) -> Option<&'a Procurement> {
    match page {
        Page::Procurement(id) => site.dataset.procurement(id.as_str()),
        _ => None,
    }
}

/// What a chapter is made from.
#[derive(Clone)]
struct Chapter<'a> {
    site: Site<'a>,
    procurement: &'a Procurement,
    /// Each source of the page by its number.
    numbers: Rc<Numbers>,
}

/// The chapters by their anchors, in their order, each with its name in the way through them.
const CHAPTERS: [(&str, Key); 12] = [
    ("promises", Key::SectionPromises),
    ("latest", Key::SectionLatest),
    ("about", Key::SectionAbout),
    ("stages", Key::SectionStages),
    ("claims", Key::SectionClaims),
    ("costs", Key::SectionCosts),
    ("timeline", Key::SectionTimeline),
    ("events", Key::SectionEvents),
    ("statements", Key::SectionStatements),
    ("unknown", Key::SectionUnknown),
    ("disagreements", Key::SectionDisagreements),
    ("sources", Key::SectionSources),
];

/// Whether a chapter has anything to show.
fn has(procurement: &Procurement, chapter: &str) -> bool {
    match chapter {
        "promises" => procurement.headline().is_some(),
        "latest" | "events" => !procurement.events.is_empty(),
        "stages" => !procurement.plans.is_empty(),
        "claims" => !procurement.claims.is_empty(),
        "costs" => !procurement.costs.is_empty(),
        "statements" => !procurement.statements.is_empty(),
        "unknown" => !procurement.unknowns.is_empty(),
        "disagreements" => !procurement.disagreements.is_empty(),
        _ => true,
    }
}

fn procurement<'a>(state: PageState<'a>, procurement: &'a Procurement) -> Vec<Block<'a>> {
    let site = state.site;
    if let Some(nothing) = site.not_yet(procurement) {
        let head = Block::html("head", "div", "", move || head::title(site, procurement));
        return vec![head, Block::html("nothing", "p", "", move || words(nothing))];
    }
    let numbers = Rc::new(Numbers::of(places::places(procurement)));
    let chapter = Chapter { site, procurement, numbers };
    let head = chapter.clone();
    let mut blocks = vec![
        Block::html("head", "div", "", move || head::head(&head)),
        Block::html("contents", "nav", "contents chapters", move || contents(site, procurement))
            .attribute("aria-label", site.t(Key::OnThisPage)),
    ];
    for (anchor, _) in CHAPTERS.iter().filter(|(anchor, _)| has(procurement, anchor)) {
        blocks.extend(match *anchor {
            "promises" => promises::first(state, chapter.clone()),
            "claims" => vec![figure(&CLAIMS, state, Only::One(procurement))],
            "timeline" => timeline(state, procurement),
            anchor => vec![text(anchor, chapter.clone())],
        });
    }
    blocks
}

/// A chapter of words.
fn text<'a>(anchor: &'static str, chapter: Chapter<'a>) -> Block<'a> {
    let make: fn(&Chapter) -> Markup = match anchor {
        "latest" => events::latest,
        "about" => about,
        "stages" => stages::stages,
        "costs" => costs::costs,
        "events" => events::events,
        "statements" => events::statements,
        "unknown" => unknowns,
        "disagreements" => disagreements,
        _ => sources,
    };
    Block::html(anchor, "section", "chapter far", move || make(&chapter)).attribute("id", anchor)
}

/// The way through the chapters. It stays in sight, and a script marks where the reader is.
fn contents(site: Site, procurement: &Procurement) -> Markup {
    let links = CHAPTERS
        .into_iter()
        .filter(|(anchor, _)| has(procurement, anchor))
        .map(|(anchor, name)| html! { li { a href={ "#" (anchor) } { (site.t(name)) } } });
    html! { ul { (links.gathered()) } }
}

/// What was promised and what happened on one line, and what chooses a part of it.
fn timeline<'a>(state: PageState<'a>, procurement: &'a Procurement) -> Vec<Block<'a>> {
    let id = procurement.id.clone();
    let filters = move |controls| {
        view! {
            {filter::event_groups_folded(controls)}
            {filter::years_folded(controls, Some(id))}
            {filter::reset(controls)}
        }
        .into_any()
    };
    vec![
        filter::row(filters),
        filter::notice(state),
        figure(&TIMELINE, state, Only::One(procurement)),
    ]
}
