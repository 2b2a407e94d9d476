//! The names that our triples use: terms of vocabularies that others know, and our own.

/// Whose vocabulary a term stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Space {
    Dc,
    Dcat,
    Dcterms,
    Foaf,
    Owl,
    Prov,
    Rdf,
    Rdfs,
    Schema,
    Skos,
    Vcard,
    Void,
    Xsd,
    /// Ours, published as `data/vocabulary.ttl` of the site.
    Own,
}

/// A class, a property or a datatype.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Term(pub Space, pub &'static str);

/// Our own vocabulary, below the site's root.
pub(super) const VOCABULARY: &str = "data/vocabulary.ttl";

impl Space {
    /// Every vocabulary, by its usual prefix.
    pub const ALL: [Space; 14] = [
        Space::Dc,
        Space::Dcat,
        Space::Dcterms,
        Space::Foaf,
        Space::Owl,
        Space::Prov,
        Space::Rdf,
        Space::Rdfs,
        Space::Schema,
        Space::Skos,
        Space::Vcard,
        Space::Void,
        Space::Xsd,
        Space::Own,
    ];

    /// The prefix that files of Turtle and RDF/XML give it.
    pub fn prefix(self) -> &'static str {
        match self {
            Space::Dc => "dc",
            Space::Dcat => "dcat",
            Space::Dcterms => "dcterms",
            Space::Foaf => "foaf",
            Space::Owl => "owl",
            Space::Prov => "prov",
            Space::Rdf => "rdf",
            Space::Rdfs => "rdfs",
            Space::Schema => "schema",
            Space::Skos => "skos",
            Space::Vcard => "vcard",
            Space::Void => "void",
            Space::Xsd => "xsd",
            Space::Own => "utlovat",
        }
    }

    /// What the IRIs of its terms begin with. Schema.org's own files say `https`.
    pub fn iri(self, root: &str) -> String {
        let known = match self {
            Space::Dc => "http://purl.org/dc/elements/1.1/",
            Space::Dcat => "http://www.w3.org/ns/dcat#",
            Space::Dcterms => "http://purl.org/dc/terms/",
            Space::Foaf => "http://xmlns.com/foaf/0.1/",
            Space::Owl => "http://www.w3.org/2002/07/owl#",
            Space::Prov => "http://www.w3.org/ns/prov#",
            Space::Rdf => "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            Space::Rdfs => "http://www.w3.org/2000/01/rdf-schema#",
            Space::Schema => "https://schema.org/",
            Space::Skos => "http://www.w3.org/2004/02/skos/core#",
            Space::Vcard => "http://www.w3.org/2006/vcard/ns#",
            Space::Void => "http://rdfs.org/ns/void#",
            Space::Xsd => "http://www.w3.org/2001/XMLSchema#",
            Space::Own => return format!("{root}{VOCABULARY}#"),
        };
        known.to_owned()
    }
}

impl Term {
    /// The whole name.
    pub fn iri(self, root: &str) -> String {
        self.0.iri(root) + self.1
    }
}

/// A term of our own.
pub(super) const fn own(name: &'static str) -> Term {
    Term(Space::Own, name)
}

pub(super) const TYPE: Term = Term(Space::Rdf, "type");
pub(super) const LABEL: Term = Term(Space::Rdfs, "label");
pub(super) const COMMENT: Term = Term(Space::Rdfs, "comment");
pub(super) const SEE_ALSO: Term = Term(Space::Rdfs, "seeAlso");
pub(super) const NAME: Term = Term(Space::Foaf, "name");
pub(super) const PAGE: Term = Term(Space::Foaf, "page");
pub(super) const NOTE: Term = Term(Space::Skos, "note");
pub(super) const TEXT: Term = Term(Space::Schema, "text");
pub(super) const TITLE: Term = Term(Space::Dcterms, "title");
pub(super) const DESCRIPTION: Term = Term(Space::Dcterms, "description");
pub(super) const PART_OF: Term = Term(Space::Dcterms, "isPartOf");
pub(super) const IDENTIFIER: Term = Term(Space::Dcterms, "identifier");
pub(super) const MODIFIED: Term = Term(Space::Dcterms, "modified");
pub(super) const LICENCE: Term = Term(Space::Dcterms, "license");
pub(super) const PUBLISHER: Term = Term(Space::Dcterms, "publisher");
pub(super) const LANGUAGE: Term = Term(Space::Dcterms, "language");
pub(super) const SPATIAL: Term = Term(Space::Dcterms, "spatial");
pub(super) const DERIVED: Term = Term(Space::Prov, "wasDerivedFrom");
pub(super) const IN_DATASET: Term = Term(Space::Void, "inDataset");
pub(super) const SAME_AS: Term = Term(Space::Owl, "sameAs");

pub(super) const STRING: Term = Term(Space::Xsd, "string");
pub(super) const DATE: Term = Term(Space::Xsd, "date");
pub(super) const YEAR: Term = Term(Space::Xsd, "gYear");
pub(super) const BOOLEAN: Term = Term(Space::Xsd, "boolean");
pub(super) const INTEGER: Term = Term(Space::Xsd, "integer");
pub(super) const DECIMAL: Term = Term(Space::Xsd, "decimal");
pub(super) const ANY_URI: Term = Term(Space::Xsd, "anyURI");

/// The datatype of EDTF that the Library of Congress names.
pub(super) const EDTF: &str = "http://id.loc.gov/datatypes/edtf/EDTF";

/// Three properties for one date: as exact as its source, and the days of its window.
#[derive(Debug, Clone, Copy)]
pub(super) struct Window {
    pub edtf: &'static str,
    pub earliest: &'static str,
    pub latest: &'static str,
}

macro_rules! windows {
    ($($(#[$doc:meta])* $name:ident $edtf:literal;)+) => {
        $($(#[$doc])* pub(super) const $name: Window = Window {
            edtf: $edtf,
            earliest: concat!($edtf, "Earliest"),
            latest: concat!($edtf, "Latest"),
        };)+

        /// Every kind of date.
        pub(super) const WINDOWS: &[Window] = &[$($name),+];
    };
}

windows! {
    /// When it was or happened.
    WHEN "date";
    /// When it became public, where that was later.
    PUBLIC "public";
    /// When something was to be met.
    PROMISED "promised";
    /// Until when a name was used.
    UNTIL "until";
    /// Since when.
    SINCE "since";
    /// When a milestone was given up.
    DROPPED "dropped";
    /// Until when sources tell that it had not been met.
    TOLD_UNTIL "toldUntil";
    /// Up to when the sources tell anything.
    KNOWN_THROUGH "knownThrough";
}
