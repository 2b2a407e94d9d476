//! Everything about one procurement.

use super::needs::PageFacts;
use super::promises;
use super::spec::{About, PageSpec};
use crate::i18n::{Key, format, kind, words};
use crate::model::{Confidence, Event, Procurement, SourceRef};
use crate::route::Page;
use crate::view::block::Block;
use crate::view::chart::figure;
use crate::view::fact_table::fact_table;
use crate::view::figure::{CLAIMS, TIMELINE};
use crate::view::markup::{maybe, words};
use crate::view::source_note::{source_line, source_note};
use crate::view::{Gathered, Markup, PageState, Site, filter, html, sentence};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
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
    header: None,
    footer: None,
    of_many: false,
    facts: PageFacts::OF_ONE,
    blocks: |state, page| Some(procurement(state, found(state.site, page)?)),
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

fn procurement<'a>(state: PageState<'a>, procurement: &'a Procurement) -> Vec<Block<'a>> {
    let site = state.site;
    let head = Block::html("head", "div", "", move || head(site, procurement));
    if let Some(nothing) = site.not_yet(procurement) {
        return vec![head, Block::html("nothing", "p", "", move || words(nothing))];
    }
    let mut blocks = vec![head, Block::html("about", "div", "", move || about(site, procurement))];
    if !procurement.plans.is_empty() {
        blocks.extend(promises::promises(state, procurement));
    }
    let id = procurement.id.clone();
    let filters = move |controls| {
        view! {
            {filter::event_groups(controls)}
            {filter::years(controls, Some(id))}
            {filter::reset(controls)}
        }
        .into_any()
    };
    blocks.push(filter::row(filters));
    blocks.push(filter::notice(state));
    blocks.push(figure(&TIMELINE, state, Some(procurement)));
    if has(procurement, "claims") {
        blocks.push(figure(&CLAIMS, state, Some(procurement)));
    }
    let sections: [(&'static str, Section); 6] = [
        ("costs", costs),
        ("events", events),
        ("statements", statements),
        ("unknown", unknowns),
        ("disagreements", disagreements),
        ("sources", sources),
    ];
    for (name, make) in sections {
        if has(procurement, name) {
            let make = move || make(site, procurement);
            blocks.push(Block::html(name, "section", "far", make).attribute("id", name));
        }
    }
    blocks
}

fn head(site: Site, procurement: &Procurement) -> Markup {
    let sections = [
        ("promises", Key::SectionPromises),
        ("timeline", Key::SectionTimeline),
        ("claims", Key::SectionClaims),
        ("costs", Key::SectionCosts),
        ("events", Key::SectionEvents),
        ("statements", Key::SectionStatements),
        ("unknown", Key::SectionUnknown),
        ("disagreements", Key::SectionDisagreements),
        ("sources", Key::SectionSources),
    ]
    .into_iter()
    .filter(|(anchor, _)| has(procurement, anchor))
    .map(|(anchor, key)| html! { li { a href={ "#" (anchor) } { (site.t(key)) } } })
    .gathered();
    html! {
        h1 tabindex="-1" {
            (site.text(&procurement.name))
            @if let Some(product) = &procurement.product { ": " (product) }
        }
        @if !procurement.is_empty() {
            p class="when" { (sentence::known_up_to(site, procurement)) }
        }
        @if let Some(summary) = &procurement.summary {
            p class="lead" { (site.text(summary)) }
        }
        (source_note(site, &procurement.summary_sources))
        @if !procurement.is_empty() {
            nav class="contents" aria-label=(site.t(Key::OnThisPage)) { ul { (sections) } }
        }
    }
}

/// Makes a section of the page.
type Section = fn(Site, &Procurement) -> Markup;

/// Whether a section of the page has anything to show.
fn has(procurement: &Procurement, section: &str) -> bool {
    match section {
        "promises" => procurement.headline().is_some(),
        "claims" => !procurement.claims.is_empty(),
        "costs" => !procurement.costs.is_empty(),
        "events" => !procurement.events.is_empty(),
        "statements" => !procurement.statements.is_empty(),
        "unknown" => !procurement.unknowns.is_empty(),
        "disagreements" => !procurement.disagreements.is_empty(),
        _ => true,
    }
}

fn about(site: Site, procurement: &Procurement) -> Markup {
    let signed = procurement.contract.as_ref().map(|contract| contract.signed);
    html! {
        dl class="about-procurement" {
            dt { (site.t(Key::Buyer)) }
            dd { (site.party(procurement.buyer)) }
            @if let Some(supplier) = procurement.supplier {
                dt { (site.t(Key::Supplier)) }
                dd { (site.party_when(supplier, signed)) }
            }
            @if !procurement.programmes.is_empty() {
                dt { (site.t(Key::Programme)) }
                dd { (procurement.programmes.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ")) }
            }
            @if let Some(scope) = &procurement.scope {
                dt { (site.t(Key::Scope)) }
                dd { (site.text(scope)) (source_note(site, &procurement.scope_sources)) }
            }
            @if let Some(replaces) = &procurement.replaces {
                dt { (site.t(Key::Replaces)) }
                dd { (site.text(replaces)) (source_note(site, &procurement.replaces_sources)) }
            }
            @if let Some(contract) = &procurement.contract {
                dt { (site.t(Key::Contract)) }
                dd {
                    (site.date(contract.signed))
                    @if let Some(value) = contract.value {
                        ": " (format::money(site.lang(), value))
                    }
                    @for note in contract.covers.iter().chain(&contract.term) {
                        span class="note" { (site.sentence(note)) }
                    }
                    (source_note(site, &contract.sources))
                }
            }
            @if let Some(standing) = &procurement.standing {
                dt { (site.t(Key::Stands)) }
                dd {
                    (site.text(&standing.text))
                    span class="note" {
                        (site.say(words::Since { date: &site.date(standing.since) }))
                    }
                    (source_note(site, &standing.sources))
                }
            }
            @if let Some(residents) = &procurement.residents {
                dt { (site.t(Key::Residents)) }
                dd {
                    (format!(
                        "{} ({})",
                        format::count(site.lang(), residents.count.into()),
                        residents.year,
                    ))
                    (source_note(site, &residents.sources))
                }
            }
        }
    }
}

fn costs(site: Site, procurement: &Procurement) -> Markup {
    let rows = procurement
        .costs
        .iter()
        .map(|cost| {
            let disputed = cost.disputed.as_ref().map(|text| {
                html! { span class="note disputed" { (site.text(text)) } }
            });
            vec![
                words(site.date(cost.as_of)),
                words(site.t(kind::cost_kind(cost.kind))),
                html! {
                    span class="figure" { (format::money(site.lang(), cost.money)) }
                    (maybe(disputed))
                },
                words(site.sentence(&cost.covers)),
                words(site.sentence(&cost.by)),
                source_note(site, &cost.sources),
            ]
        })
        .collect();
    let table = fact_table(
        site.say(words::CostsCaption { name: site.text(&procurement.name) }),
        [Key::ColDate, Key::ColMeasures, Key::ColSum, Key::ColCovers, Key::ColBy, Key::ColSources]
            .map(|key| site.t(key))
            .to_vec(),
        rows,
    );
    html! {
        h2 { (site.t(Key::SectionCosts)) }
        p { (site.t(Key::CostsWarning)) }
        (table)
    }
}

/// Every event under its year: where a gathered mark of the timeline leads.
fn events(site: Site, procurement: &Procurement) -> Markup {
    let mut years: Vec<(i16, Vec<&Event>)> = Vec::new();
    for event in &procurement.events {
        let year = event.date.range().first.year();
        match years.last_mut() {
            Some((last, events)) if *last == year => events.push(event),
            _ => years.push((year, vec![event])),
        }
    }
    let years = years
        .into_iter()
        .map(|(year, events)| {
            let items = events
                .into_iter()
                .map(|event| {
                    let href = site.href(Page::Event(procurement.id.clone(), event.id.clone()));
                    let unconfirmed = (event.confidence == Confidence::Low).then(|| {
                        html! {
                            span class="tag unconfirmed" { (site.t(Key::Unconfirmed)) }
                        }
                    });
                    html! {
                        li {
                            p class="when" {
                                (site.date(event.date))
                                " · "
                                (site.t(kind::event_kind(event.kind)))
                                " "
                                (maybe(unconfirmed))
                            }
                            a href=(href) { (site.text(&event.title)) }
                            (source_note(site, &event.sources))
                        }
                    }
                })
                .gathered();
            html! {
                h3 id=(format!("y{year}")) { (year.to_string()) }
                ol class="events" { (items) }
            }
        })
        .gathered();
    html! { h2 { (site.t(Key::SectionEvents)) } (years) }
}

fn statements(site: Site, procurement: &Procurement) -> Markup {
    let items = procurement
        .statements
        .iter()
        .map(|statement| {
            html! {
                li {
                    p class="when" {
                        (site.date(statement.date))
                        " · "
                        (site.text(&statement.by))
                    }
                    p { (site.text(&statement.text)) }
                    (source_note(site, &statement.sources))
                }
            }
        })
        .gathered();
    html! {
        h2 { (site.t(Key::SectionStatements)) }
        p { (site.t(Key::StatementsLead)) }
        ol class="events" { (items) }
    }
}

fn unknowns(site: Site, procurement: &Procurement) -> Markup {
    let items =
        procurement.unknowns.iter().map(|one| html! { li { (site.text(&one.text)) } }).gathered();
    html! {
        h2 { (site.t(Key::SectionUnknown)) }
        ul class="unknown" { (items) }
    }
}

fn disagreements(site: Site, procurement: &Procurement) -> Markup {
    let items = procurement
        .disagreements
        .iter()
        .map(|disagreement| {
            html! {
                li {
                    p { (site.text(&disagreement.text)) }
                    (source_note(site, &disagreement.sources))
                }
            }
        })
        .gathered();
    html! {
        h2 { (site.t(Key::SectionDisagreements)) }
        p { (site.t(Key::DisagreementsLead)) }
        ul class="disagreements" { (items) }
    }
}

/// Every source that the page's facts rest on, once.
fn sources(site: Site, procurement: &Procurement) -> Markup {
    let mut used: BTreeSet<SourceRef> = BTreeSet::new();
    procurement.each_source(&mut |source| {
        used.insert(source);
    });
    let items = used
        .into_iter()
        .map(|source| {
            html! { li { (source_line(site, site.dataset.source(source))) } }
        })
        .gathered();
    html! {
        h2 { (site.t(Key::SectionSources)) }
        ul class="source-list" { (items) }
    }
}
