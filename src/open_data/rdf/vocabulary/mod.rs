//! Our own vocabulary: what no vocabulary that others know has a term for, each term explained
//! in both languages. It is small on purpose; names, pages, money, places and sources are told
//! with terms of Dublin Core, FOAF, PROV, schema.org and SKOS.

mod classes;

mod concepts;

mod properties;

use super::graph::Graph;
use super::iri;
use super::terms::{COMMENT, LABEL, LICENCE, MODIFIED, Space, TITLE, Term, VOCABULARY, own};
use super::terms::{DATE, EDTF, STRING, WINDOWS};
use crate::i18n::{Key, Messages};
use crate::model::Lang;
use crate::open_data::v1::Words;
use classes::CLASSES;
use concepts::{Scheme, schemes};
use properties::{PROPERTIES, WINDOW_WORDS};

/// What a term means: its label and its comment, Swedish first.
pub(super) struct Said {
    pub label: [&'static str; 2],
    pub comment: [&'static str; 2],
}

/// What a property points at.
#[derive(Clone, Copy)]
pub(super) enum Range {
    /// One of our own classes.
    Own(&'static str),
    /// A class or a datatype of others.
    Of(Term),
    /// EDTF, of the Library of Congress.
    Edtf,
    /// One of the fixed words.
    Concept,
    /// A text with a language.
    Text,
}

/// The vocabulary as a graph.
pub(super) fn vocabulary<'a>(
    root: &'a str,
    messages: &[Messages],
    reviewed: &str,
    licence: &str,
) -> Graph<'a> {
    let name = |lang: Lang| {
        let words = messages.iter().find(|words| words.lang() == lang);
        words.map_or("", |words| words.get(Key::SiteName))
    };
    let title =
        [format!("{}: ordförråd", name(Lang::Sv)), format!("{}: vocabulary", name(Lang::En))];
    let mut graph = Graph::new(root);
    let whole = format!("{root}{VOCABULARY}");
    graph
        .about(whole.as_str())
        .is(Term(Space::Owl, "Ontology"))
        .words(TITLE, &Words { sv: &title[0], en: &title[1] })
        .words(
            COMMENT,
            &Words {
                sv: "Det som uppgifterna om löften, krav och källor inte kan säga med andras ord.",
                en: "What the facts about promises, claims and sources cannot say in the terms \
                     of others.",
            },
        )
        .typed(MODIFIED, reviewed, DATE)
        .link(LICENCE, licence);
    for class in CLASSES {
        let mut about = term(&mut graph, class.name, &class.said);
        about.is(Term(Space::Owl, "Class"));
        for above in class.above {
            about.link(Term(Space::Rdfs, "subClassOf"), *above);
        }
    }
    for property in PROPERTIES {
        let mut about = term(&mut graph, property.name, &property.said);
        about.is(Term(Space::Rdf, "Property")).link(Term(Space::Rdfs, "domain"), property.domain);
        range(&mut about, property.range);
    }
    for (window, words) in WINDOWS.iter().zip(WINDOW_WORDS) {
        dates(&mut graph, window.edtf, words, "");
        dates(&mut graph, window.earliest, words, "earliest");
        dates(&mut graph, window.latest, words, "latest");
    }
    for scheme in schemes(messages) {
        concepts(&mut graph, &scheme);
    }
    graph
}

fn term<'g, 'a>(
    graph: &'g mut Graph<'a>,
    name: &'static str,
    said: &Said,
) -> super::graph::About<'g, 'a> {
    let (root, whole) = (graph.root, format!("{}{VOCABULARY}", graph.root));
    let mut about = graph.about(own(name).iri(root));
    about
        .words(LABEL, &Words { sv: said.label[0], en: said.label[1] })
        .words(COMMENT, &Words { sv: said.comment[0], en: said.comment[1] })
        .link(Term(Space::Rdfs, "isDefinedBy"), whole);
    about
}

fn range(about: &mut super::graph::About, range: Range) {
    let property = Term(Space::Rdfs, "range");
    match range {
        Range::Own(name) => about.link(property, own(name)),
        Range::Of(term) => about.link(property, term),
        Range::Edtf => about.link(property, EDTF),
        Range::Concept => about.link(property, Term(Space::Skos, "Concept")),
        Range::Text => about.link(property, Term(Space::Rdf, "langString")),
    };
}

/// One of the three properties of a date. `end` is empty for the date as its source tells it.
fn dates(graph: &mut Graph, name: &'static str, said: &Said, end: &str) {
    let (root, whole) = (graph.root, format!("{}{VOCABULARY}", graph.root));
    let (label, comment) = match end {
        "" => (
            ["", ""],
            [
                "Lika exakt som källan, i EDTF (ISO 8601-2): `2024-23` är hösten 2024.",
                "As exact as the source, in EDTF (ISO 8601-2): `2024-23` is the autumn of 2024.",
            ],
        ),
        "earliest" => (
            [", tidigast", ", earliest"],
            ["Den första dagen som datumet kan betyda.", "The first day that the date may mean."],
        ),
        _ => (
            [", senast", ", latest"],
            ["Den sista dagen som datumet kan betyda.", "The last day that the date may mean."],
        ),
    };
    let both = |at: usize| {
        (
            format!("{}{}", said.label[at], label[at]),
            format!("{} {}", said.comment[at], comment[at]),
        )
    };
    let ((label_sv, comment_sv), (label_en, comment_en)) = (both(0), both(1));
    let mut about = graph.about(own(name).iri(root));
    about
        .is(Term(Space::Rdf, "Property"))
        .words(LABEL, &Words { sv: &label_sv, en: &label_en })
        .words(COMMENT, &Words { sv: &comment_sv, en: &comment_en })
        .link(Term(Space::Rdfs, "isDefinedBy"), whole)
        .link(Term(Space::Rdfs, "domain"), Term(Space::Rdfs, "Resource"));
    range(&mut about, if end.is_empty() { Range::Edtf } else { Range::Of(DATE) });
}

fn concepts(graph: &mut Graph, scheme: &Scheme) {
    let (root, whole) = (graph.root, format!("{}{VOCABULARY}", graph.root));
    // Some lists are called as the property that points into them.
    let at = format!("{root}{VOCABULARY}#{}-scheme", scheme.name);
    graph
        .about(at.as_str())
        .is(Term(Space::Skos, "ConceptScheme"))
        .words(LABEL, &Words { sv: scheme.said.label[0], en: scheme.said.label[1] })
        .words(COMMENT, &Words { sv: scheme.said.comment[0], en: scheme.said.comment[1] })
        .link(Term(Space::Rdfs, "isDefinedBy"), whole.as_str());
    for concept in &scheme.concepts {
        let words = |lang: Lang| match lang {
            Lang::Sv => (scheme.said.label[0], &concept.sv),
            Lang::En => (scheme.said.label[1], &concept.en),
        };
        let said = |lang: Lang| {
            let (kind, label) = words(lang);
            format!("{kind}: {label}.")
        };
        let (sv, en) = (said(Lang::Sv), said(Lang::En));
        graph
            .about(iri::concept(root, scheme.name, concept.word))
            .is(Term(Space::Skos, "Concept"))
            .link(Term(Space::Skos, "inScheme"), at.as_str())
            .plain(Term(Space::Skos, "notation"), concept.word)
            .words(LABEL, &Words { sv: &concept.sv, en: &concept.en })
            .words(Term(Space::Skos, "prefLabel"), &Words { sv: &concept.sv, en: &concept.en })
            .words(COMMENT, &Words { sv: &sv, en: &en })
            .link(Term(Space::Rdfs, "isDefinedBy"), whole.as_str());
    }
}

/// A name that is in no language.
pub(super) const PLAIN: Range = Range::Of(STRING);

/// Where the sources of a fact stand.
pub(super) const DOCUMENT: Range = Range::Of(Term(Space::Foaf, "Document"));

/// Who takes part.
pub(super) const AGENT: Range = Range::Of(Term(Space::Foaf, "Agent"));
