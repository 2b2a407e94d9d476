//! Triples, and the files that hold them: N-Triples, Turtle and RDF/XML, the same every time.
//!
//! There is no way to write a blank node: who leaves them out can compare two versions of a file
//! line by line, and point at everything.

use super::terms::{BOOLEAN, DATE, DERIVED, EDTF, INTEGER, Space, TYPE, Term, Window, own};
use crate::model::Lang;
use crate::open_data::v1::Words;
use crate::open_data::v1::date::Date;
use oxrdf::{Literal, NamedNode, Term as Value, Triple};
use oxrdfxml::RdfXmlSerializer;
use oxttl::TurtleSerializer;
use std::collections::BTreeMap;

/// Triples about the things of one site.
pub(super) struct Graph<'a> {
    /// What the site's addresses begin with.
    pub root: &'a str,
    triples: Vec<Triple>,
    /// Names of terms, since each stands in thousands of triples.
    names: BTreeMap<(Space, &'static str), NamedNode>,
}

/// One thing, while its triples are written.
pub(super) struct About<'g, 'a> {
    graph: &'g mut Graph<'a>,
    subject: NamedNode,
}

impl<'a> Graph<'a> {
    pub fn new(root: &'a str) -> Graph<'a> {
        Graph { root, triples: vec![], names: BTreeMap::new() }
    }

    /// Begins a thing of ours: `iri` is an IRI by its making.
    pub fn about(&mut self, iri: impl Into<String>) -> About<'_, 'a> {
        About { graph: self, subject: NamedNode::new_unchecked(iri) }
    }

    /// The vocabularies that are used, by what their IRIs begin with.
    pub fn vocabularies(&self) -> Vec<String> {
        self.prefixes().into_iter().map(|(_, iri)| iri).collect()
    }

    /// N-Triples: a line for each triple, each once, in the order of the alphabet.
    pub fn n_triples(&self) -> String {
        let mut lines: Vec<String> =
            self.triples.iter().map(|triple| format!("{triple} .\n")).collect();
        lines.sort_unstable();
        lines.dedup();
        lines.concat()
    }

    /// Turtle, with the prefixes that occur.
    pub fn turtle(&self) -> Result<String, String> {
        let mut serializer = TurtleSerializer::new();
        for (prefix, iri) in self.prefixes() {
            serializer = serializer.with_prefix(prefix, iri).map_err(|error| error.to_string())?;
        }
        let mut writer = serializer.for_writer(Vec::new());
        for triple in self.ordered() {
            writer.serialize_triple(triple).map_err(|error| error.to_string())?;
        }
        text(writer.finish())
    }

    /// RDF/XML, with the prefixes that occur.
    pub fn rdf_xml(&self) -> Result<String, String> {
        let mut serializer = RdfXmlSerializer::new();
        // `rdf` is what RDF/XML itself is written with.
        for (prefix, iri) in self.prefixes().into_iter().filter(|(prefix, _)| *prefix != "rdf") {
            serializer = serializer.with_prefix(prefix, iri).map_err(|error| error.to_string())?;
        }
        let mut writer = serializer.for_writer(Vec::new());
        for triple in self.ordered() {
            writer.serialize_triple(triple).map_err(|error| error.to_string())?;
        }
        text(writer.finish())
    }

    fn prefixes(&self) -> Vec<(&'static str, String)> {
        let used: Vec<Space> = self.names.keys().map(|(space, _)| *space).collect();
        let spaces = Space::ALL.into_iter().filter(|space| used.contains(space));
        spaces.map(|space| (space.prefix(), space.iri(self.root))).collect()
    }

    /// By thing, what it is first, each triple once.
    fn ordered(&self) -> Vec<&Triple> {
        let class = TYPE.iri(self.root);
        let mut ordered: Vec<(String, bool, String, &Triple)> = self
            .triples
            .iter()
            .map(|triple| {
                let what = triple.predicate.as_str() != class;
                let rest = format!("{} {}", triple.predicate, triple.object);
                (triple.subject.to_string(), what, rest, triple)
            })
            .collect();
        ordered.sort_by(|one, other| (&one.0, one.1, &one.2).cmp(&(&other.0, other.1, &other.2)));
        ordered.dedup_by(|one, other| one.3 == other.3);
        ordered.into_iter().map(|(_, _, _, triple)| triple).collect()
    }

    fn name(&mut self, term: Term) -> NamedNode {
        let Term(space, name) = term;
        let root = self.root;
        self.names
            .entry((space, name))
            .or_insert_with(|| NamedNode::new_unchecked(term.iri(root)))
            .clone()
    }
}

impl About<'_, '_> {
    /// What it is.
    pub fn is(&mut self, class: Term) -> &mut Self {
        self.link(TYPE, class)
    }

    /// That it stands in a relation to something else.
    pub fn link(&mut self, property: Term, to: impl Iri) -> &mut Self {
        let to = to.node(self.graph);
        self.add(property, to)
    }

    /// The same for something that may be absent.
    pub fn maybe_link(&mut self, property: Term, to: Option<impl Iri>) -> &mut Self {
        match to {
            Some(to) => self.link(property, to),
            None => self,
        }
    }

    /// Words in both languages, each with its tag.
    pub fn words(&mut self, property: Term, words: &Words) -> &mut Self {
        self.tagged(property, words.sv, Lang::Sv.code()).tagged(property, words.en, Lang::En.code())
    }

    /// The same for words that may be absent.
    pub fn maybe_words(&mut self, property: Term, words: &Option<Words>) -> &mut Self {
        match words {
            Some(words) => self.words(property, words),
            None => self,
        }
    }

    /// A text in the language of this code.
    pub fn tagged(&mut self, property: Term, text: &str, language: &'static str) -> &mut Self {
        self.add(property, Literal::new_language_tagged_literal_unchecked(text, language))
    }

    /// A name or a code, which is in no language.
    pub fn plain(&mut self, property: Term, text: &str) -> &mut Self {
        self.add(property, Literal::new_simple_literal(text))
    }

    /// A value of a datatype.
    pub fn typed(&mut self, property: Term, value: impl ToString, datatype: Term) -> &mut Self {
        let datatype = self.graph.name(datatype);
        self.add(property, Literal::new_typed_literal(value.to_string(), datatype))
    }

    pub fn integer(&mut self, property: Term, value: u64) -> &mut Self {
        self.typed(property, value, INTEGER)
    }

    pub fn yes_or_no(&mut self, property: Term, yes: bool) -> &mut Self {
        self.typed(property, yes, BOOLEAN)
    }

    /// A date: as exact as its source, and the days of its window.
    pub fn date(&mut self, window: Window, date: &Date) -> &mut Self {
        self.edtf(own(window.edtf), date).typed(own(window.earliest), &date.earliest, DATE).typed(
            own(window.latest),
            &date.latest,
            DATE,
        )
    }

    /// The same for a date that may be absent.
    pub fn maybe_date(&mut self, window: Window, date: &Option<Date>) -> &mut Self {
        match date {
            Some(date) => self.date(window, date),
            None => self,
        }
    }

    /// A date as exact as its source.
    pub fn edtf(&mut self, property: Term, date: &Date) -> &mut Self {
        let datatype = NamedNode::new_unchecked(EDTF);
        self.add(property, Literal::new_typed_literal(date.edtf.as_str(), datatype))
    }

    /// What it is taken from.
    pub fn derived(&mut self, sources: impl IntoIterator<Item = String>) -> &mut Self {
        for source in sources {
            self.link(DERIVED, source);
        }
        self
    }

    fn add(&mut self, property: Term, value: impl Into<Value>) -> &mut Self {
        let property = self.graph.name(property);
        self.graph.triples.push(Triple::new(self.subject.clone(), property, value));
        self
    }
}

/// Something that a triple can point at.
pub(super) trait Iri {
    fn node(self, graph: &mut Graph) -> NamedNode;
}

impl Iri for Term {
    fn node(self, graph: &mut Graph) -> NamedNode {
        graph.name(self)
    }
}

impl Iri for String {
    fn node(self, _: &mut Graph) -> NamedNode {
        NamedNode::new_unchecked(self)
    }
}

impl Iri for &str {
    fn node(self, _: &mut Graph) -> NamedNode {
        NamedNode::new_unchecked(self)
    }
}

/// An address that somebody else wrote, as an IRI: what an address may hold and an IRI may not
/// is escaped. Nothing when it is no address at all.
pub(super) fn web_address(url: &str) -> Option<String> {
    let escaped: String = url
        .chars()
        .map(|letter| match letter {
            '<'
            | '>'
            | '"'
            | '{'
            | '}'
            | '|'
            | '\\'
            | '^'
            | '`'
            | '\0'..=' '
            | '\u{7f}'..='\u{9f}' => {
                let mut bytes = [0; 4];
                let bytes = letter.encode_utf8(&mut bytes).bytes();
                bytes.map(|byte| format!("%{byte:02X}")).collect()
            }
            _ => letter.to_string(),
        })
        .collect();
    let known = NamedNode::new(&escaped).ok();
    // The host's other rules for addresses are looser: `[` in a path, `%` before no number.
    let known = known.or_else(|| {
        let parsed = url::Url::parse(&escaped).ok()?;
        let strict = parsed.as_str().replace('[', "%5B").replace(']', "%5D");
        NamedNode::new(strict).ok()
    });
    known.map(NamedNode::into_string)
}

fn text(written: std::io::Result<Vec<u8>>) -> Result<String, String> {
    let bytes = written.map_err(|error| error.to_string())?;
    let mut text = String::from_utf8(bytes).map_err(|error| error.to_string())?;
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(text)
}
