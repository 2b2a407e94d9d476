//! A catalogue of what is published, by DCAT-AP-SE 3.0.1, so that Sweden's data portal and
//! through it Europe's can harvest it. Standard: <https://docs.dataportal.se/dcat/3.0.1/en/>.
//!
//! The portal reads RDF/XML from one address and wants no blank node for catalogue, data set,
//! distribution or publisher, whole addresses, and a language on every text. What it says of
//! dates and contacts is only what the site knows:
//! - There is a contact point where `site.toml` has an e-mail address, which the profile wants in
//!   it.
//! - There is no date of first issue, since nobody has written it down.
//! - The publisher is named by the site's own address, not by a Swedish organisation number: who
//!   runs a copy of the site is not known to it. Its kind has to be told, and "non-governmental"
//!   is all that is certain.
//! - The catalogue itself is CC0, as the profile demands; the data have the licence of the data.

mod families;

use super::graph::Graph;
use super::iri;
use super::record::licence;
use super::terms::{
    DATE, DECIMAL, DESCRIPTION, IDENTIFIER, LANGUAGE, LICENCE, MODIFIED, NAME, PAGE, PUBLISHER,
    SPATIAL, Space, TITLE, Term,
};
use crate::i18n::Key;
use crate::model::{Contact, Lang};
use crate::open_data::files::{File, Publication};
use crate::open_data::v1::{V1, Words};
use crate::route;
use families::{FAMILIES, Family, Set};
use std::collections::BTreeSet;

/// The licence of the catalogue itself.
const CC0: &str = "http://creativecommons.org/publicdomain/zero/1.0/";
const THEMES: &str = "http://publications.europa.eu/resource/authority/data-theme";
const PUBLIC: &str = "http://publications.europa.eu/resource/authority/access-right/PUBLIC";
const IRREGULAR: &str = "http://publications.europa.eu/resource/authority/frequency/IRREG";
const NON_GOVERNMENTAL: &str = "http://purl.org/adms/publishertype/NonGovernmentalOrganisation";

/// The catalogue of these files.
pub(super) fn catalogue<'a>(publication: Publication<'a>, v1: &V1, files: &[File]) -> Graph<'a> {
    let mut graph = Graph::new(publication.root);
    let site = Site { publication, v1, files };
    site.publisher(&mut graph);
    site.whole(&mut graph);
    for set in Set::ALL {
        if site.has(set) {
            site.set(&mut graph, set);
        }
    }
    for family in FAMILIES {
        site.distribution(&mut graph, family);
    }
    site.classes(&mut graph);
    graph
}

struct Site<'a, 's> {
    publication: Publication<'a>,
    v1: &'s V1<'s>,
    files: &'s [File],
}

impl Site<'_, '_> {
    fn at(&self, name: &str) -> String {
        format!("{}data/dcat.rdf#{name}", self.publication.root)
    }

    fn data_set(&self, set: Set) -> String {
        match set {
            Set::Record => iri::dataset(self.publication.root),
            _ => self.at(set.name()),
        }
    }

    fn page(&self, lang: Lang, page: route::Page) -> String {
        format!("{}{}", self.publication.root, route::Address::new(lang, page))
    }

    /// The page about the data.
    fn data(&self, lang: Lang) -> String {
        format!("{}{}", self.publication.root, route::Document::Data.path(lang))
    }

    fn standard(&self, family: &Family) -> Option<String> {
        family.conforms_to.map(|standard| match standard.starts_with("http") {
            true => standard.to_owned(),
            false => format!("{}{standard}", self.publication.root),
        })
    }

    fn words(&self, key: Key) -> Words<'_> {
        let of = |lang| self.publication.words(lang).get(key);
        Words { sv: of(Lang::Sv), en: of(Lang::En) }
    }

    fn has(&self, set: Set) -> bool {
        FAMILIES.iter().any(|one| one.set == set && !one.files(self.files).is_empty())
    }

    fn countries(&self) -> BTreeSet<String> {
        self.v1.procurements.iter().map(|one| iri::country(one.country)).collect()
    }

    fn publisher(&self, graph: &mut Graph) {
        let name = self.words(Key::PublisherName);
        graph
            .about(self.at("publisher"))
            .is(Term(Space::Foaf, "Agent"))
            .words(NAME, &name)
            .link(Term(Space::Dcterms, "type"), NON_GOVERNMENTAL)
            .link(Term(Space::Foaf, "homepage"), self.page(Lang::Sv, route::Page::Overview));
    }

    /// Where those turn to who have a question about the data; the profile wants an e-mail address.
    fn contact(&self, graph: &mut Graph) -> Option<String> {
        let Some(Contact::Mail(address)) = &self.publication.settings.contact else { return None };
        let it = self.at("contact");
        graph
            .about(it.as_str())
            .is(Term(Space::Vcard, "Organization"))
            .words(Term(Space::Vcard, "fn"), &self.words(Key::PublisherName))
            .link(Term(Space::Vcard, "hasEmail"), format!("mailto:{address}"));
        Some(it)
    }

    fn whole(&self, graph: &mut Graph) {
        let name = self.words(Key::SiteName);
        let title = [format!("{}: öppna data", name.sv), format!("{}: open data", name.en)];
        let mut about = graph.about(self.at("catalogue"));
        about
            .is(Term(Space::Dcat, "Catalog"))
            .words(TITLE, &Words { sv: &title[0], en: &title[1] })
            .words(DESCRIPTION, &self.words(Key::SiteMotto))
            .link(PUBLISHER, self.at("publisher"))
            .link(LICENCE, CC0)
            .typed(MODIFIED, &self.v1.reviewed, DATE)
            .link(Term(Space::Foaf, "homepage"), self.page(Lang::Sv, route::Page::Overview))
            .link(Term(Space::Dcat, "themeTaxonomy"), THEMES);
        for set in Set::ALL.into_iter().filter(|set| self.has(*set)) {
            about.link(Term(Space::Dcat, "dataset"), self.data_set(set));
        }
        for lang in Lang::ALL {
            about.link(LANGUAGE, iri::language(lang.code()));
        }
        for country in self.countries() {
            about.link(SPATIAL, country);
        }
    }

    fn set(&self, graph: &mut Graph, set: Set) {
        let (title, description) = told(set);
        let it = self.data_set(set);
        let contact = self.contact(graph);
        let mut about = graph.about(it.as_str());
        about
            .is(Term(Space::Dcat, "Dataset"))
            .words(TITLE, &Words { sv: title[0], en: title[1] })
            .words(DESCRIPTION, &Words { sv: description[0], en: description[1] })
            .link(PUBLISHER, self.at("publisher"))
            .maybe_link(Term(Space::Dcat, "contactPoint"), contact)
            .plain(IDENTIFIER, &it)
            .plain(Term(Space::Dcat, "version"), self.v1.version)
            .typed(MODIFIED, &self.v1.reviewed, DATE)
            .link(Term(Space::Dcat, "theme"), format!("{THEMES}/GOVE"))
            .link(Term(Space::Dcterms, "accrualPeriodicity"), IRREGULAR)
            .link(Term(Space::Dcterms, "accessRights"), PUBLIC)
            .link(Term(Space::Dcterms, "temporal"), self.at("period"));
        for lang in Lang::ALL {
            about
                .link(LANGUAGE, iri::language(lang.code()))
                .link(Term(Space::Dcat, "landingPage"), self.data(lang))
                .link(PAGE, self.page(lang, route::Page::Method));
        }
        for (sv, en) in KEYWORDS {
            about.words(Term(Space::Dcat, "keyword"), &Words { sv, en });
        }
        for country in self.countries() {
            about.link(SPATIAL, country);
        }
        for family in FAMILIES.iter().filter(|one| one.set == set) {
            if !family.files(self.files).is_empty() {
                about.link(Term(Space::Dcat, "distribution"), self.at(family.name));
            }
        }
    }

    fn distribution(&self, graph: &mut Graph, family: &Family) {
        let files = family.files(self.files);
        let address = |file: &File| format!("{}{}", self.publication.root, file.path);
        // The profile has one address of access. Where there are many files, it is the page that
        // lists them.
        let access = match files.as_slice() {
            [] => return,
            [one] => address(one),
            _ => self.data(Lang::Sv),
        };
        let mut about = graph.about(self.at(family.name));
        about
            .is(Term(Space::Dcat, "Distribution"))
            .words(TITLE, &Words { sv: family.title[0], en: family.title[1] })
            .words(DESCRIPTION, &Words { sv: family.description[0], en: family.description[1] })
            .link(Term(Space::Dcat, "accessURL"), access)
            .plain(Term(Space::Dcterms, "format"), family.format)
            .link(LICENCE, licence(self.v1.licence.url))
            .typed(MODIFIED, &self.v1.reviewed, DATE)
            .maybe_link(Term(Space::Dcterms, "conformsTo"), self.standard(family));
        for lang in Lang::ALL {
            about.link(LANGUAGE, iri::language(lang.code()));
        }
        for file in &files {
            about.link(Term(Space::Dcat, "downloadURL"), address(file));
        }
        if let [one] = files.as_slice() {
            about.typed(Term(Space::Dcat, "byteSize"), one.bytes.len(), DECIMAL);
        }
    }

    /// What the things are that others name, as the profile wants it.
    fn classes(&self, graph: &mut Graph) {
        let period = self.at("period");
        let mut about = graph.about(period);
        about.is(Term(Space::Dcterms, "PeriodOfTime"));
        if let Some(first) = earliest(self.v1) {
            about.typed(Term(Space::Dcat, "startDate"), first, DATE);
        }
        for lang in Lang::ALL {
            graph.about(iri::language(lang.code())).is(Term(Space::Dcterms, "LinguisticSystem"));
            graph.about(self.data(lang)).is(Term(Space::Foaf, "Document"));
            graph.about(self.page(lang, route::Page::Method)).is(Term(Space::Foaf, "Document"));
        }
        graph.about(self.page(Lang::Sv, route::Page::Overview)).is(Term(Space::Foaf, "Document"));
        for country in self.countries() {
            graph.about(country).is(Term(Space::Dcterms, "Location"));
        }
        for licence in [CC0.to_owned(), licence(self.v1.licence.url)] {
            graph.about(licence).is(Term(Space::Dcterms, "LicenseDocument"));
        }
        for family in FAMILIES.iter().filter(|one| !one.files(self.files).is_empty()) {
            if let Some(standard) = self.standard(family) {
                graph.about(standard).is(Term(Space::Dcterms, "Standard"));
            }
        }
    }
}

const KEYWORDS: [(&str, &str); 6] = [
    ("offentlig upphandling", "public procurement"),
    ("tidsplaner", "time plans"),
    ("förseningar", "delays"),
    ("avtal", "contracts"),
    ("krav", "claims"),
    ("journalsystem", "health record systems"),
];

/// What a data set is called, and what it holds.
fn told(set: Set) -> ([&'static str; 2], [&'static str; 2]) {
    match set {
        Set::Record => (
            [
                "Löften, händelser och krav i offentliga upphandlingar",
                "Promises, events and claims in public procurements",
            ],
            [
                "Vad som lovades, vad som hände och vad som krävdes i stora upphandlingar, med \
              källorna till varje uppgift. Datum är lika exakta som sina källor, och ett hemligt \
              belopp har inget tal.",
                "What was promised, what happened and what was demanded in large procurements, with \
              the sources of each fact. Dates are as exact as their sources, and a secret amount \
              has no number.",
            ],
        ),
        Set::Calendars => (
            [
                "Kalendrar över utlovade och verkliga tider",
                "Calendars of promised and actual times",
            ],
            [
                "Löften och händelser i upphandlingarna som poster i en kalender. En post är lika \
              lång som dess datum är vagt.",
                "Promises and events of the procurements as entries of a calendar. An entry is as \
              long as its date is vague.",
            ],
        ),
        Set::News => (
            [
                "Nytt och ändrat i uppgifterna om upphandlingar",
                "What is new and changed in the facts about procurements",
            ],
            [
                "Vad som blev känt om upphandlingarna, och vad redaktionen har ändrat.",
                "What became known about the procurements, and what the editors have changed.",
            ],
        ),
    }
}

/// The first day that anything in the record may be of.
fn earliest<'v>(v1: &'v V1) -> Option<&'v str> {
    let procurements = v1.procurements.iter();
    procurements
        .flat_map(|one| {
            let events = one.events.iter().map(|event| &event.date);
            let plans = one.plans.iter().map(|plan| &plan.announced);
            let signed = one.contract.iter().map(|contract| &contract.signed);
            let costs = one.costs.iter().map(|cost| &cost.as_of);
            events.chain(plans).chain(signed).chain(costs)
        })
        .map(|date| date.earliest.as_str())
        .min()
}
