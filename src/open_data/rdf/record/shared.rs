//! What several kinds of facts have.

use crate::open_data::rdf::graph::Graph;
use crate::open_data::rdf::iri;
use crate::open_data::rdf::terms::{INTEGER, TEXT, YEAR, own};
use crate::open_data::v1::Words;
use crate::open_data::v1::procurement::Residents;

/// How many people live somewhere.
pub fn residents(graph: &mut Graph, whole: &str, people: &Residents) {
    let it = iri::below_page(whole, "residents");
    graph.about(whole).link(own("residents"), it.as_str());
    let root = graph.root;
    graph
        .about(it)
        .is(own("Residents"))
        .typed(own("count"), people.count, INTEGER)
        .typed(own("year"), format!("{:04}", people.year), YEAR)
        .derived(sources(root, &people.sources));
}

/// A text of the record with its sources.
pub fn passage(
    graph: &mut Graph,
    whole: &str,
    property: &'static str,
    text: &Words,
    from: &[&str],
) {
    let it = iri::below_page(whole, property);
    graph.about(whole).link(own(property), it.as_str());
    let root = graph.root;
    graph.about(it).is(own("Passage")).words(TEXT, text).derived(sources(root, from));
}

/// The IRIs of sources.
pub fn sources(root: &str, ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| iri::source(root, id)).collect()
}
