//! Every source, by publisher, with what rests on it.

use super::needs::PageFacts;
use super::procurement::place;
use super::spec::{About, Chunk, PageContent, PageSpec};
use super::text;
use crate::analysis::knowledge;
use crate::analysis::rests::{Rests, resting};
use crate::i18n::{Key, format, kind, words};
use crate::model::{Dataset, Procurement, Source, SourceRef};
use crate::route::Page;
use crate::view::source_note::entry;
use crate::view::{Markup, Site, html};
use std::collections::BTreeMap;

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    header: Some(Key::NavSources),
    footer: None,
    of_many: true,
    facts: PageFacts::OF_ALL,
    chunk: Some(Chunk::Texts),
};

/// What it shows.
pub static CONTENT: PageContent = PageContent {
    about: |site, _| About::words(site, Key::SourcesTitle, Key::SourcesDescription),
    blocks: |state, _| Some(text("sources", move || sources(state.site))),
    figure: None,
    pictures: None,
    sources: None,
};

/// A fact that rests on a source: where it stands, and what it is called.
type Fact = (String, String);

fn sources(site: Site) -> Markup {
    let known = knowledge::known_sources(site.today, site.dataset);
    let facts = facts(site);
    let all = (0..).map(SourceRef).zip(site.dataset.sources.iter());
    let mut publishers: Vec<(&str, Vec<(SourceRef, &Source)>)> = Vec::new();
    for (at, source) in all.filter(|(at, _)| known.contains(at)) {
        match publishers.last_mut() {
            Some((publisher, sources)) if *publisher == source.publisher => {
                sources.push((at, source));
            }
            _ => publishers.push((&source.publisher, vec![(at, source)])),
        }
    }
    let lead = site.say(words::SourcesLead {
        sources: &site.say(words::SourcesCount { n: known.len() }),
        publishers: &site.say(words::PublishersCount { n: publishers.len() }),
    });
    html! {
        h1 tabindex="-1" { (site.t(Key::SourcesTitle)) }
        p class="lead" { (lead) }
        p class="filters list-filter" {
            label { (site.t(Key::SourcesFilter)) " " input type="search" autocomplete="off" data-cuts="publishers"; }
            span role="status" data-none=(site.t(Key::NothingLeft)) {}
        }
        ul class="publishers" id="publishers" {
            @for (publisher, sources) in publishers {
                li {
                    details class="publisher-fold" {
                        summary {
                            h2 { (publisher) }
                            " " span class="when" { (site.say(words::SourcesCount { n: sources.len() })) }
                        }
                        ul {
                            @for (at, source) in sources {
                                li id=(source.id.to_string()) {
                                    (entry(site, source))
                                    (rests(site, facts.get(&at)))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What rests on a source, as links.
fn rests(site: Site, facts: Option<&Vec<Fact>>) -> Markup {
    let Some(facts) = facts else { return Markup::default() };
    html! {
        p class="rests" {
            (site.t(Key::SourceCarries)) " "
            @for (at, (href, name)) in facts.iter().enumerate() {
                @if at > 0 { "; " }
                a href=(href) { (name) }
            }
        }
    }
}

/// The facts that rest on each source, each once.
fn facts(site: Site) -> BTreeMap<SourceRef, Vec<Fact>> {
    let dataset: &Dataset = site.dataset;
    let mut facts: BTreeMap<SourceRef, Vec<Fact>> = BTreeMap::new();
    let mut add = |sources: &[SourceRef], fact: Fact| {
        for source in sources {
            let known = facts.entry(*source).or_default();
            if !known.iter().any(|(href, _)| *href == fact.0) {
                known.push(fact.clone());
            }
        }
    };
    for one in dataset.procurements.iter().filter(|one| !one.is_empty()) {
        for (fact, sources) in resting(one) {
            add(&sources, named(site, one, &fact));
        }
    }
    for region in &dataset.regions {
        let href = format!("{}#r-{}", site.href(Page::Register), region.id);
        add(&region.sources, (href, site.text(&region.name).to_owned()));
    }
    facts
}

/// Where a fact stands, and what it is called.
fn named(site: Site, of: &Procurement, fact: &Rests) -> Fact {
    let home = site.href(Page::Procurement(of.id.clone()));
    let name = site.text(&of.name);
    let here = || format!("{home}#{}", place(fact));
    let within = |what: &str| format!("{name}: {what}");
    match fact {
        Rests::Event(event) => {
            let page = Page::Event(of.id.clone(), event.id.clone());
            (site.href(page), within(site.text(&event.title)))
        }
        Rests::Claim(claim) => {
            let page = Page::Claim(of.id.clone(), claim.id.clone());
            (site.href(page), within(site.text(&claim.title)))
        }
        Rests::Summary | Rests::About | Rests::Contract => (home.clone(), name.to_owned()),
        Rests::Stage(stage) => (here(), within(site.text(&stage.name))),
        Rests::Plan(plan) => {
            let title = site.say(words::NewsPlan { who: site.text(&plan.by) });
            (here(), within(&title))
        }
        Rests::Cost(cost) => {
            let sum = &format::money(site.lang(), cost.money);
            let title =
                site.say(words::CostFound { kind: site.t(kind::cost_kind(cost.kind)), sum });
            (here(), within(&title))
        }
        Rests::Statement(statement) => (here(), within(site.text(&statement.by))),
        Rests::Disagreement(_) => (here(), within(site.t(Key::SectionDisagreements))),
    }
}
