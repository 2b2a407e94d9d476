//! The record as linked data: RDF 1.1.
//!
//! - `data/utlovat.nt`: the whole record as N-Triples, with PROV for the sources of each fact.
//! - `data/vocabulary.ttl`: the terms that are ours, each explained.
//! - `data/dcat.rdf` and `data/dcat.ttl`: a catalogue by DCAT-AP-SE 3.0.1, which Sweden's data
//!   portal harvests as RDF/XML.
//! - `data/void.ttl` and `.well-known/void`: what the dump holds (VoID). The second is found only
//!   where the site stands at the root of its host.
//!
//! RDF names things by whole addresses, so a site that does not know its own has none of this.
//! How our IRIs are made stands in [`iri`]. Begin with [`record`].

mod catalogue;

mod graph;

mod iri;

mod record;

mod terms;

mod vocabulary;

mod void;

use super::files::{File, Publication};
use super::v1::v1;
use oxrdf::NamedNode;

/// Where the record as N-Triples lies, below the site's root.
pub const DUMP: &str = "data/utlovat.nt";

/// The record, its vocabulary and what the dump holds.
pub fn files(publication: Publication) -> Result<Vec<File>, String> {
    let root = publication.root;
    if !publication.is_placed() {
        return Ok(vec![]);
    }
    NamedNode::new(root).map_err(|error| {
        format!("the site's address {root} cannot stand in RDF ({error}): choose another.")
    })?;
    let v1 = v1(publication.dataset, root);
    let record = record::record(&v1, root);
    let triples = record.n_triples();
    let licence = record::licence(v1.licence.url);
    let terms = vocabulary::vocabulary(root, publication.messages, &v1.reviewed, &licence);
    let void = void::description(publication, &v1, &triples, &record.vocabularies()).turtle()?;
    Ok(vec![
        File::text(DUMP, triples),
        File::text(terms::VOCABULARY, terms.turtle()?),
        File::text("data/void.ttl", void.as_str()),
        File::text(".well-known/void", void),
    ])
}

/// A catalogue of these files in both of its forms.
pub fn catalogue(publication: Publication, files: &[File]) -> Result<Vec<File>, String> {
    if !publication.is_placed() {
        return Ok(vec![]);
    }
    let v1 = v1(publication.dataset, publication.root);
    let catalogue = catalogue::catalogue(publication, &v1, files);
    Ok(vec![
        File::text("data/dcat.rdf", catalogue.rdf_xml()?),
        File::text("data/dcat.ttl", catalogue.turtle()?),
    ])
}
