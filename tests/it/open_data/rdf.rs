//! The record as triples: read back by a parser, nothing blank, nothing secret, nothing early.

use super::{HOSTILE, ROOT, both, published};
use crate::knowledge::rewritten::some_dataset;
use crate::project::TOY;
use oxrdf::{NamedOrBlankNode, Term, Triple};
use oxttl::{NTriplesParser, TurtleParser};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use utlovat::analysis::knowledge::{as_of, days};
use utlovat::model::{Amount, Dataset, Licence, WikidataItem, Word};
use utlovat::open_data::v1::{to_json, v1};
use utlovat::open_data::{File, Publication, files, rdf};

const OWN: &str = "https://example.org/some/dir/data/vocabulary.ttl#";
const DERIVED: &str = "http://www.w3.org/ns/prov#wasDerivedFrom";
const NORTH: &str = "https://example.org/some/dir/sv/upphandling/toy-north/";

#[test]
fn the_dump_is_in_order_each_triple_once_and_nothing_blank() {
    let text = dump(&TOY);
    let lines: Vec<&str> = text.split_terminator('\n').collect();
    let mut ordered = lines.clone();
    ordered.sort_unstable();
    ordered.dedup();
    assert_eq!(lines, ordered);
    assert_eq!(triples(&TOY).len(), lines.len());
    for triple in triples(&TOY) {
        assert!(!matches!(triple.subject, NamedOrBlankNode::BlankNode(_)), "{triple}");
        assert!(!matches!(triple.object, Term::BlankNode(_)), "{triple}");
    }
    assert_eq!(dump(&TOY), text, "two builds are the same bytes");
}

#[test]
fn a_promise_has_its_window_its_slip_and_its_plan() {
    let first = TOY.procurements[0].headline().expect("a headline").id.clone();
    let facts = things(&triples(&TOY));
    let milestone = &facts[&format!("{NORTH}#milestone/{first}")];
    let promise = &facts[&milestone[&own("firstPromise")][0]];
    let range = TOY.procurements[0].headline().expect("it").schedule.original.promised.range();
    assert_eq!(promise[&own("promisedEarliest")], [range.first.to_string()]);
    assert_eq!(promise[&own("promisedLatest")], [range.last.to_string()]);
    let json: Value = serde_json::from_str(&to_json(&v1(&TOY, ROOT))).expect("JSON");
    let slip = &json["procurements"][0]["milestones"]
        .as_array()
        .and_then(|all| all.iter().find(|one| one["id"] == first.as_str()))
        .expect("the milestone")["slip_first"];
    let word = slip["outcome"].as_str().expect("a word");
    assert_eq!(promise[&own("outcome")], [format!("{OWN}outcome-{word}")]);
    let months = |term: &str| promise.get(&own(term)).and_then(|all| all[0].parse::<u64>().ok());
    assert_eq!(months("slipMonthsAtLeast"), slip["months_at_least"].as_u64());
    assert_eq!(months("slipMonthsAtMost"), slip["months_at_most"].as_u64());
    assert!(facts.contains_key(&promise[&own("madeIn")][0]));
}

#[test]
fn a_sum_that_is_not_public_has_no_number() {
    let mut kinds = BTreeSet::new();
    for (iri, facts) in things(&triples(&TOY)) {
        let Some(kind) = facts.get(&own("amountKind")) else { continue };
        let public = kind[0] == format!("{OWN}amount-kind-public");
        kinds.insert(kind[0].clone());
        for number in ["value", "minValue", "maxValue", "currency"] {
            let told = facts.contains_key(&format!("https://schema.org/{number}"));
            assert!(public || !told, "{iri} tells {number}");
        }
        let number = |name: &str| facts.contains_key(&format!("https://schema.org/{name}"));
        assert!(!public || number("value") ^ (number("minValue") && number("maxValue")), "{iri}");
    }
    assert!(kinds.len() > 1, "the toy facts have a secret: {kinds:?}");
}

#[test]
fn hostile_texts_come_back_as_they_were() {
    for text in HOSTILE {
        let mut dataset = TOY.clone();
        let one = &mut dataset.procurements[0];
        one.events[0].title = both(text);
        one.product = Some(text.to_owned());
        let amount = one.claims.iter_mut().flat_map(|claim| &mut claim.demands).next();
        let demand = amount.expect("a demand");
        demand.amount =
            Amount::Withheld { reason: both(text), said_by: both(text), sources: vec![] };
        let source = &mut Arc::make_mut(&mut dataset.sources)[0];
        source.title = Some(text.to_owned());
        source.publisher = text.to_owned();
        let all = triples(&dataset);
        let told = |predicate: &str, language: Option<&str>| {
            all.iter().any(|triple| match &triple.object {
                Term::Literal(literal) => {
                    triple.predicate.as_str() == predicate
                        && literal.value() == text
                        && literal.language() == language
                }
                _ => false,
            })
        };
        let label = "http://www.w3.org/2000/01/rdf-schema#label";
        assert!(told(label, Some("sv")) && told(label, Some("en")), "{text}");
        assert!(told("https://schema.org/name", None), "{text}");
        assert!(told(&own("withheldReason"), Some("sv")), "{text}");
        assert!(told("http://purl.org/dc/elements/1.1/publisher", None), "{text}");
        let language = TOY.sources[0].language.word();
        assert!(told("http://purl.org/dc/terms/title", Some(language)), "{text}");
    }
}

/// Others wrote the addresses, and browsers forgive what an IRI may not hold.
#[test]
fn an_odd_address_is_told_as_it_was_and_as_an_iri() {
    for (address, iri) in [
        ("https://example.org/å?q=ä", "https://example.org/å?q=ä"),
        ("https://example.org/a|b", "https://example.org/a%7Cb"),
        ("https://example.org/\"a\"{b}", "https://example.org/%22a%22%7Bb%7D"),
        ("https://example.org/[a]", "https://example.org/%5Ba%5D"),
    ] {
        let mut dataset = TOY.clone();
        let id = dataset.sources[0].id.clone();
        Arc::make_mut(&mut dataset.sources)[0].url = address.to_owned();
        let facts = things(&triples(&dataset));
        let source = &facts[&format!("{ROOT}sv/kallor/#{id}")];
        assert_eq!(source["https://schema.org/url"], [address]);
        assert_eq!(source["http://www.w3.org/2000/01/rdf-schema#seeAlso"], [iri]);
    }
}

/// Every text of a day's triples is one of that day's JSON, which is tested for itself.
#[test]
fn nothing_is_told_early() {
    for day in days(&TOY) {
        let then = as_of(&TOY, day);
        let json: Value = serde_json::from_str(&to_json(&v1(&then, ROOT))).expect("JSON");
        let mut known = BTreeSet::new();
        strings(&json, &mut known);
        for triple in triples(&then) {
            if let Term::Literal(literal) = &triple.object {
                let number = literal.value().parse::<u64>().is_ok();
                let plain = number || ["true", "false"].contains(&literal.value());
                assert!(plain || known.contains(literal.value()), "{triple} on {day}");
            }
        }
    }
}

#[test]
fn every_term_of_ours_is_explained_in_both_languages() {
    let vocabulary = turtle(&file(&TOY, "data/vocabulary.ttl"));
    let terms = things(&vocabulary);
    let mut said: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for triple in &vocabulary {
        if let Term::Literal(literal) = &triple.object
            && let Some(language) = literal.language()
        {
            assert!(!literal.value().trim().is_empty(), "{triple}");
            let at = (triple.subject.to_string(), triple.predicate.as_str().to_owned());
            said.entry(at).or_default().push(language.to_owned());
        }
    }
    said.values_mut().for_each(|languages| languages.sort());
    let both = ["en", "sv"].map(str::to_owned).to_vec();
    for iri in terms.keys().filter(|iri| iri.starts_with(OWN)) {
        for what in ["label", "comment"] {
            let at = format!("http://www.w3.org/2000/01/rdf-schema#{what}");
            assert_eq!(said.get(&(format!("<{iri}>"), at)), Some(&both), "{what} of {iri}");
        }
    }
    for triple in triples(&TOY) {
        let mut used = vec![triple.predicate.as_str().to_owned()];
        if let Term::NamedNode(node) = &triple.object {
            used.push(node.as_str().to_owned());
        }
        for iri in used.iter().filter(|iri| iri.starts_with(OWN)) {
            assert!(terms.contains_key(iri), "{iri} is not explained");
        }
    }
}

#[test]
fn whoever_has_an_item_of_wikidata_can_be_joined_with_the_world() {
    let facts = things(&triples(&TOY));
    let item = |number: &str| [format!("http://www.wikidata.org/entity/{number}")];
    let same = "http://www.w3.org/2002/07/owl#sameAs";
    assert_eq!(facts[&format!("{ROOT}sv/a-o/#party/toymaker")][same], item("Q1000001"));
    assert_eq!(facts[&format!("{ROOT}sv/regioner/#region/toy-north")][same], item("Q1000002"));
    let product = &facts[&format!("{NORTH}#product")];
    assert_eq!(product["https://schema.org/sameAs"], item("Q1000003"));
    let mut dataset = TOY.clone();
    dataset.parties.iter_mut().for_each(|party| party.wikidata = None);
    dataset.parties[0].wikidata = WikidataItem::parse("Q42");
    assert_eq!(dump(&dataset).matches("entity/Q42>").count(), 1);
}

#[test]
fn a_site_without_an_address_has_no_linked_data() {
    assert_eq!(rdf::files(published(&TOY, "/")), Ok(vec![]));
    assert_eq!(rdf::catalogue(published(&TOY, "/"), &[]), Ok(vec![]));
    let wrong = rdf::files(published(&TOY, "https://example.org/a|b/"));
    assert!(wrong.is_err_and(|sentence| sentence.contains("a|b")));
}

#[test]
fn the_catalogue_lists_what_is_published_and_nothing_else() {
    let publication = published(&TOY, ROOT);
    let all = files(publication).expect("files");
    let listed = downloads(publication, &all);
    let paths: BTreeSet<String> = all.iter().map(|file| format!("{ROOT}{}", file.path)).collect();
    assert!(listed.is_subset(&paths));
    // Descriptions, schemas and worked examples are no data; but each folder of data is in the catalogue.
    let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let folders: BTreeSet<String> = listed.iter().filter_map(|path| folder(path)).collect();
    for file in &all {
        let parts: Vec<&str> = file.path.split('/').collect();
        if let ["data", top, _, ..] = parts.as_slice()
            && *top != "examples"
        {
            let top = format!("{ROOT}data/{top}");
            let known = folders.iter().any(|folder| folder.starts_with(&top));
            assert!(known, "add a family for {} to rdf/catalogue/families.rs", file.path);
        }
    }
    let json: Vec<File> =
        all.into_iter().filter(|file| file.path == "data/v1/dataset.json").collect();
    let alone = downloads(publication, &json);
    assert_eq!(alone.into_iter().collect::<Vec<_>>(), [format!("{ROOT}data/v1/dataset.json")]);
}

#[test]
fn a_licence_is_told_by_the_address_that_catalogues_know() {
    for (licence, address) in [
        (Licence::Cc0, "http://creativecommons.org/publicdomain/zero/1.0/"),
        (Licence::CcBy4, "http://creativecommons.org/licenses/by/4.0/"),
        (Licence::Odbl, "https://opendatacommons.org/licenses/odbl/1-0/"),
    ] {
        let mut dataset = TOY.clone();
        dataset.licence = licence;
        let publication = published(&dataset, ROOT);
        let all = files(publication).expect("files");
        let facts = things(&turtle(&text(&all, "data/dcat.ttl")));
        let of = |name: &str| {
            let thing = &facts[&format!("{ROOT}data/dcat.rdf#{name}")];
            thing["http://purl.org/dc/terms/license"].clone()
        };
        assert_eq!(of("json"), [address]);
        // What the profile demands of the catalogue itself.
        assert_eq!(of("catalogue"), ["http://creativecommons.org/publicdomain/zero/1.0/"]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..Default::default() })]

    /// Two facts with one IRI would have two dates.
    #[test]
    fn no_two_facts_share_an_iri(dataset in some_dataset()) {
        for (iri, facts) in things(&triples(&dataset)) {
            for single in ["date", "dateEarliest", "promised", "since", "until", "amountKind"] {
                let count = facts.get(&own(single)).map_or(0, Vec::len);
                prop_assert!(count <= 1, "{} has {} of {}", iri, count, single);
            }
        }
        let claims = dataset.procurements.iter().flat_map(|one| &one.claims);
        let steps: usize = claims.map(|claim| claim.steps.len()).sum();
        let told = triples(&dataset)
            .iter()
            .filter(|triple| triple.predicate.as_str() == own("step"))
            .count();
        prop_assert_eq!(told, steps);
    }

    #[test]
    fn every_source_of_a_fact_is_described(dataset in some_dataset()) {
        let all = triples(&dataset);
        let facts = things(&all);
        for triple in all.iter().filter(|triple| triple.predicate.as_str() == DERIVED) {
            let Term::NamedNode(source) = &triple.object else { panic!("{triple}") };
            prop_assert!(facts.contains_key(source.as_str()), "{}", triple);
        }
    }
}

fn own(name: &str) -> String {
    format!("{OWN}{name}")
}

fn dump(dataset: &Dataset) -> String {
    file(dataset, "data/utlovat.nt")
}

fn file(dataset: &Dataset, path: &str) -> String {
    text(&rdf::files(published(dataset, ROOT)).expect("files"), path)
}

fn text(files: &[File], path: &str) -> String {
    let file = files.iter().find(|file| file.path == path).expect(path);
    String::from_utf8(file.bytes.clone()).expect("text")
}

fn triples(dataset: &Dataset) -> Vec<Triple> {
    let text = dump(dataset);
    NTriplesParser::new().for_slice(&text).collect::<Result<_, _>>().expect("N-Triples")
}

fn turtle(text: &str) -> Vec<Triple> {
    TurtleParser::new().for_slice(text).collect::<Result<_, _>>().expect("Turtle")
}

/// What is told of each thing: property → values.
fn things(triples: &[Triple]) -> BTreeMap<String, BTreeMap<String, Vec<String>>> {
    let mut things: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for triple in triples {
        let subject = triple.subject.to_string();
        let subject = subject.trim_matches(['<', '>']).to_owned();
        let value = match &triple.object {
            Term::NamedNode(node) => node.as_str().to_owned(),
            Term::Literal(literal) => literal.value().to_owned(),
            other => other.to_string(),
        };
        let property = triple.predicate.as_str().to_owned();
        things.entry(subject).or_default().entry(property).or_default().push(value);
    }
    things
}

/// The addresses of all files that a catalogue of these lists.
fn downloads(publication: Publication, files: &[File]) -> BTreeSet<String> {
    let made = rdf::catalogue(publication, files).expect("a catalogue");
    let facts = things(&turtle(&text(&made, "data/dcat.ttl")));
    let property = "http://www.w3.org/ns/dcat#downloadURL";
    facts.values().filter_map(|one| one.get(property)).flatten().cloned().collect()
}

/// Every text of a JSON value.
fn strings(value: &Value, all: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => drop(all.insert(text.clone())),
        Value::Array(items) => items.iter().for_each(|one| strings(one, all)),
        Value::Object(fields) => fields.values().for_each(|one| strings(one, all)),
        _ => {}
    }
}
