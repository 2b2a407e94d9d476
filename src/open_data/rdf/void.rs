//! What the dump of triples holds, for programs that look for linked data: VoID,
//! <https://www.w3.org/TR/void/>.

use super::graph::Graph;
use super::iri;
use super::record::licence;
use super::terms::{DATE, INTEGER, LICENCE, MODIFIED, NAME, Space, TITLE, Term};
use crate::i18n::Key;
use crate::model::Lang;
use crate::open_data::files::Publication;
use crate::open_data::v1::{V1, Words};
use crate::route;

/// A description of the dump, whose text is `triples` and which uses these vocabularies.
pub(super) fn description<'a>(
    publication: Publication<'a>,
    v1: &V1,
    triples: &str,
    vocabularies: &[String],
) -> Graph<'a> {
    let root = publication.root;
    let mut graph = Graph::new(root);
    let name = |lang| publication.words(lang).get(Key::SiteName);
    let name = Words { sv: name(Lang::Sv), en: name(Lang::En) };
    let it = iri::dataset(root);
    graph
        .about(format!("{root}data/void.ttl"))
        .is(Term(Space::Void, "DatasetDescription"))
        .words(TITLE, &name)
        .link(Term(Space::Foaf, "primaryTopic"), it.as_str());
    let (count, things) = size(triples);
    let mut about = graph.about(it);
    about
        .is(Term(Space::Void, "Dataset"))
        .words(NAME, &name)
        .link(LICENCE, licence(v1.licence.url))
        .typed(MODIFIED, &v1.reviewed, DATE)
        .link(
            Term(Space::Foaf, "homepage"),
            format!("{root}{}", route::Address::new(Lang::Sv, route::Page::Overview)),
        )
        .link(Term(Space::Void, "dataDump"), format!("{root}data/utlovat.nt"))
        .link(Term(Space::Void, "feature"), "http://www.w3.org/ns/formats/N-Triples")
        .plain(Term(Space::Void, "uriSpace"), root)
        .typed(Term(Space::Void, "triples"), count, INTEGER)
        .typed(Term(Space::Void, "distinctSubjects"), things, INTEGER);
    for vocabulary in vocabularies {
        about.link(Term(Space::Void, "vocabulary"), vocabulary.as_str());
    }
    if let Some(first) = v1.procurements.first() {
        about.link(Term(Space::Void, "exampleResource"), iri::subject(&first.page));
    }
    graph
}

/// How many triples there are, and of how many things. Lines are in order, so what they are about
/// stands together.
fn size(triples: &str) -> (usize, usize) {
    let mut things = 0;
    let mut last = "";
    let mut count = 0;
    for line in triples.split_terminator('\n') {
        let subject = line.split(' ').next().unwrap_or_default();
        count += 1;
        if subject != last {
            things += 1;
            last = subject;
        }
    }
    (count, things)
}
