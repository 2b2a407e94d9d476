//! Procurements with what happened, what was said and what it costs.

use super::shared::{passage, residents, sources};
use super::{claim, item, money, schedule};
use crate::open_data::rdf::graph::Graph;
use crate::open_data::rdf::iri::{self, Numbered, concept, schema};
use crate::open_data::rdf::terms::{
    DATE, IDENTIFIER, IN_DATASET, KNOWN_THROUGH, LABEL, NOTE, PAGE, PART_OF, PUBLIC, SINCE,
    SPATIAL, TEXT, WHEN, own,
};
use crate::open_data::v1::event::{Event, Statement};
use crate::open_data::v1::procurement::{Contract, Cost, Procurement};

/// A procurement with all its facts.
pub fn procurement(graph: &mut Graph, from: &Procurement) {
    let it = iri::subject(&from.page);
    itself(graph, &it, from);
    described(graph, &it, from);
    for one in &from.plans {
        schedule::plan(graph, &it, one);
    }
    for one in &from.milestones {
        schedule::milestone(graph, &it, one);
    }
    for one in &from.events {
        event(graph, &it, one);
    }
    for one in &from.claims {
        claim::claim(graph, &it, one);
    }
    for one in &from.costs {
        cost(graph, &it, one);
    }
    for one in &from.statements {
        statement(graph, &it, one);
    }
    let root = graph.root;
    for one in &from.unknowns {
        graph
            .about(iri::on(&it, "unknown", one.id))
            .is(own("Unknown"))
            .plain(IDENTIFIER, one.id)
            .link(PART_OF, it.as_str())
            .words(TEXT, &one.text);
    }
    for one in &from.disagreements {
        graph
            .about(iri::on(&it, "disagreement", one.id))
            .is(own("Disagreement"))
            .plain(IDENTIFIER, one.id)
            .link(PART_OF, it.as_str())
            .words(TEXT, &one.text)
            .derived(sources(root, &one.sources));
    }
}

fn itself(graph: &mut Graph, it: &str, from: &Procurement) {
    let root = graph.root;
    let product = iri::below_page(it, "product");
    graph
        .about(it)
        .is(own("Procurement"))
        .plain(IDENTIFIER, from.id)
        .words(LABEL, &from.name)
        .link(PAGE, from.page.sv.as_str())
        .link(PAGE, from.page.en.as_str())
        .yes_or_no(own("comparator"), from.comparator)
        .link(own("buyer"), iri::party(root, from.buyer))
        .maybe_link(own("supplier"), from.supplier.map(|id| iri::party(root, id)))
        .maybe_link(own("product"), from.product.map(|_| product.as_str()))
        .link(SPATIAL, iri::country(from.country))
        .typed(own("reviewed"), &from.reviewed, DATE)
        .date(KNOWN_THROUGH, &from.known_through)
        .maybe_link(own("headline"), from.headline.map(|id| iri::on(it, "milestone", id)))
        .link(IN_DATASET, iri::dataset(root));
    if let Some(name) = from.product {
        graph
            .about(product)
            .is(schema("Product"))
            .plain(schema("name"), name)
            .maybe_link(schema("sameAs"), from.product_wikidata.as_deref().map(item));
    }
    let mut names = Numbered::default();
    for programme in &from.programmes {
        let name = iri::on(it, "programme", &names.name(&programme.since, ""));
        graph.about(it).link(own("programme"), name.as_str());
        graph
            .about(name)
            .is(own("Programme"))
            .plain(schema("name"), programme.name)
            .date(SINCE, &programme.since)
            .derived(sources(root, &programme.sources));
    }
}

fn described(graph: &mut Graph, it: &str, from: &Procurement) {
    let root = graph.root;
    let texts = [("summary", &from.summary), ("scope", &from.scope), ("replaces", &from.replaces)];
    for (property, fact) in texts {
        if let Some(fact) = fact {
            passage(graph, it, property, &fact.text, &fact.sources);
        }
    }
    if let Some(standing) = &from.standing {
        let name = iri::below_page(it, "standing");
        graph.about(it).link(own("standing"), name.as_str());
        graph
            .about(name)
            .is(own("Standing"))
            .words(TEXT, &standing.text)
            .date(SINCE, &standing.since)
            .derived(sources(root, &standing.sources));
    }
    if let Some(people) = &from.residents {
        residents(graph, it, people);
    }
    if let Some(signed) = &from.contract {
        contract(graph, it, signed);
    }
}

fn contract(graph: &mut Graph, whole: &str, contract: &Contract) {
    let root = graph.root;
    let it = iri::below_page(whole, "contract");
    let sum = iri::below(&it, "amount");
    graph.about(whole).link(own("contract"), it.as_str());
    graph
        .about(it.as_str())
        .is(own("Contract"))
        .date(WHEN, &contract.signed)
        .maybe_link(own("amount"), contract.value.as_ref().map(|_| sum.as_str()))
        .maybe_words(own("covers"), &contract.covers)
        .maybe_words(own("term"), &contract.term)
        .derived(sources(root, &contract.sources));
    if let Some(value) = &contract.value {
        money::public(graph, &sum, value, None);
    }
}

fn event(graph: &mut Graph, whole: &str, event: &Event) {
    let root = graph.root;
    let mut about = graph.about(iri::subject(&event.page));
    about
        .is(own("Event"))
        .plain(IDENTIFIER, event.id)
        .link(PART_OF, whole)
        .link(PAGE, event.page.sv.as_str())
        .link(PAGE, event.page.en.as_str())
        .words(LABEL, &event.title)
        .words(TEXT, &event.text)
        .date(WHEN, &event.date)
        .maybe_date(PUBLIC, &event.public)
        .link(own("kind"), concept(root, "event-kind", event.kind))
        .link(own("confidence"), concept(root, "confidence", event.confidence))
        .yes_or_no(own("landmark"), event.landmark)
        .maybe_words(NOTE, &event.note)
        .derived(sources(root, &event.sources));
    for party in &event.parties {
        about.link(own("party"), iri::party(root, party));
    }
    if let Some(told) = &event.tells_of {
        about.link(own("tellsOf"), concept(root, "tells-of", told.what));
        for milestone in &told.milestones {
            about.link(own("tellsOfMilestone"), iri::on(whole, "milestone", milestone));
        }
    }
}

fn cost(graph: &mut Graph, whole: &str, cost: &Cost) {
    let root = graph.root;
    let it = iri::on(whole, "cost", cost.id);
    let sum = iri::below(&it, "amount");
    let mut about = graph.about(it);
    about
        .is(own("Cost"))
        .plain(IDENTIFIER, cost.id)
        .link(PART_OF, whole)
        .date(WHEN, &cost.as_of)
        .maybe_date(PUBLIC, &cost.public)
        .link(own("kind"), concept(root, "cost-kind", cost.kind))
        .link(own("amount"), sum.as_str())
        .words(own("covers"), &cost.covers)
        .yes_or_no(own("otherArea"), cost.other_area)
        .words(own("by"), &cost.by)
        .maybe_words(own("disputed"), &cost.disputed)
        .derived(sources(root, &cost.sources));
    for source in sources(root, &cost.disputed_sources) {
        about.link(own("disputedIn"), source);
    }
    money::public(graph, &sum, &cost.money, Some(cost.adding));
}

fn statement(graph: &mut Graph, whole: &str, statement: &Statement) {
    let root = graph.root;
    graph
        .about(iri::on(whole, "statement", statement.id))
        .is(own("Statement"))
        .plain(IDENTIFIER, statement.id)
        .link(PART_OF, whole)
        .date(WHEN, &statement.date)
        .maybe_date(PUBLIC, &statement.public)
        .words(own("by"), &statement.by)
        .words(TEXT, &statement.text)
        .derived(sources(root, &statement.sources));
}
