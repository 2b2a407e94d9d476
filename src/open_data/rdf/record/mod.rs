//! The whole record as triples: each fact with what it is taken from.
//!
//! It is made from the JSON's own form ([`v1`]), so that no number can differ from it, and like
//! it holds only what was known on the day that the data set is of.

mod claim;

mod money;

mod procurement;

mod schedule;

mod shared;

use super::graph::{Graph, web_address};
use super::iri::{self, Numbered, concept, schema};
use super::terms::{
    ANY_URI, IDENTIFIER, IN_DATASET, LANGUAGE, LICENCE, MODIFIED, NAME, NOTE, PAGE, SAME_AS,
    SEE_ALSO, SINCE, Space, TITLE, Term, UNTIL, WHEN, own,
};
use super::terms::{DATE, LABEL};
use crate::open_data::v1::V1;
use crate::open_data::v1::party::Party;
use crate::open_data::v1::region::Region;
use crate::open_data::v1::source::Source;
use shared::residents;

/// Every triple of the record.
pub(super) fn record<'a>(v1: &V1, root: &'a str) -> Graph<'a> {
    let mut graph = Graph::new(root);
    whole(&mut graph, v1);
    for party in &v1.parties {
        one_party(&mut graph, party);
    }
    for source in &v1.sources {
        one_source(&mut graph, source);
    }
    for region in &v1.regions {
        one_region(&mut graph, region, v1);
    }
    for one in &v1.procurements {
        procurement::procurement(&mut graph, one);
    }
    graph
}

/// The licence as the catalogues of Europe know it.
pub(super) fn licence(url: &str) -> String {
    match url.strip_prefix("https://creativecommons.org/") {
        Some(rest) => format!("http://creativecommons.org/{rest}"),
        None => url.to_owned(),
    }
}

fn whole(graph: &mut Graph, v1: &V1) {
    graph
        .about(iri::dataset(graph.root))
        .is(Term(Space::Dcat, "Dataset"))
        .is(Term(Space::Void, "Dataset"))
        .typed(MODIFIED, &v1.reviewed, DATE)
        .plain(Term(Space::Owl, "versionInfo"), v1.version)
        .link(LICENCE, licence(v1.licence.url));
}

fn one_party(graph: &mut Graph, party: &Party) {
    let root = graph.root;
    let it = iri::party(root, party.id);
    graph
        .about(it.as_str())
        .is(Term(Space::Foaf, "Agent"))
        .plain(IDENTIFIER, party.id)
        .words(NAME, &party.name)
        .link(own("role"), concept(root, "party-role", party.role))
        .link(IN_DATASET, iri::dataset(root))
        .maybe_link(SAME_AS, party.wikidata.as_deref().map(item));
    let mut names = Numbered::default();
    for former in &party.former_names {
        let name = iri::below(&it, &format!("name/{}", names.name(&former.until, "")));
        graph.about(it.as_str()).link(own("formerName"), name.as_str());
        graph
            .about(name)
            .is(own("FormerName"))
            .plain(NAME, former.name)
            .date(UNTIL, &former.until)
            .derived(former.sources.iter().map(|id| iri::source(root, id)));
    }
}

fn one_source(graph: &mut Graph, source: &Source) {
    let root = graph.root;
    let mut about = graph.about(iri::source(root, source.id));
    about
        .is(Term(Space::Foaf, "Document"))
        .plain(IDENTIFIER, source.id)
        .plain(Term(Space::Dc, "publisher"), source.publisher)
        .typed(schema("url"), source.url, ANY_URI)
        .maybe_link(SEE_ALSO, web_address(source.url))
        .link(PAGE, source.page.sv.as_str())
        .link(PAGE, source.page.en.as_str())
        .link(LANGUAGE, iri::language(source.language))
        .link(own("kind"), concept(root, "source-kind", source.kind))
        .maybe_words(NOTE, &source.note)
        .link(IN_DATASET, iri::dataset(root));
    if let Some(title) = source.title {
        about.tagged(TITLE, title, source.language);
    }
    if let Some(published) = &source.published {
        about.edtf(Term(Space::Dcterms, "issued"), published).date(WHEN, published);
    }
}

fn one_region(graph: &mut Graph, region: &Region, v1: &V1) {
    let root = graph.root;
    let it = iri::region(root, region.id);
    let about = v1.procurements.iter().find(|one| Some(one.id) == region.procurement);
    let mut thing = graph.about(it.as_str());
    thing
        .is(schema("AdministrativeArea"))
        .is(own("Region"))
        .plain(IDENTIFIER, region.id)
        .plain(own("countyCode"), region.code)
        .words(LABEL, &region.name)
        .plain(Term(Space::Skos, "altLabel"), region.short)
        .date(WHEN, &region.system_as_of)
        .maybe_date(SINCE, &region.system_since)
        .link(own("change"), concept(root, "region-change", region.change))
        .maybe_words(NOTE, &region.note)
        .maybe_link(own("changedBy"), about.map(|one| iri::subject(&one.page)))
        .derived(region.sources.iter().map(|id| iri::source(root, id)))
        .link(IN_DATASET, iri::dataset(root))
        .maybe_link(SAME_AS, region.wikidata.as_deref().map(item));
    for (property, system) in [("recordSystem", region.system), ("nextRecordSystem", region.next)] {
        if let Some(system) = system {
            thing.plain(own(property), system);
        }
    }
    if let Some(people) = &region.population {
        residents(graph, &it, people);
    }
}

/// What Wikidata calls the item in linked data.
fn item(id: &str) -> String {
    format!("http://www.wikidata.org/entity/{id}")
}
