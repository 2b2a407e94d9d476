//! What pages say of themselves to search engines: no more than the facts, and nothing that can
//! end the block that it stands in.

use super::{HOSTILE, ROOT, WORDS, both};
use crate::project::TOY;
use serde_json::{Value, json};
use utlovat::i18n::Key;
use utlovat::model::{Confidence, Dataset, Id, Lang, PartialDate, PartyRole};
use utlovat::open_data::schema_org::{Told, of_document, of_page};
use utlovat::route::{Document, Of, Page};

#[test]
fn the_overview_and_the_page_about_data_tell_of_the_whole_record() {
    for lang in Lang::ALL {
        let overview = nodes(&TOY, lang, &Page::Overview);
        let [record] = overview.as_slice() else { panic!("{overview:?}") };
        assert_eq!(record["@type"], "Dataset");
        assert_eq!(record["version"], TOY.version.as_str());
        assert_eq!(record["dateModified"], TOY.reviewed.to_string());
        assert_eq!(record["license"], TOY.licence.url());
        assert_eq!(record["url"], format!("{ROOT}{}", Document::Data.path(lang)));
        let files = record["distribution"].as_array().expect("downloads");
        let json = files.iter().find(|file| file["encodingFormat"] == "application/json");
        let json = json.expect("the record as JSON");
        assert_eq!(json["contentUrl"], format!("{ROOT}data/v1/dataset.json"));

        let script = of_document(told(&TOY, lang, ROOT), Document::Data).expect("a block");
        let data = graph(&script);
        let parts = data[0]["hasPart"].as_array().expect("parts");
        assert_eq!(parts.len(), TOY.procurements.len());
        assert_eq!((&data[0]["@id"], kind(&data[1])), (&record["@id"], "BreadcrumbList"));
    }
}

#[test]
fn a_procurement_is_a_dataset_with_its_buyer_and_supplier() {
    let north = &TOY.procurements[0];
    let page = Page::Procurement(north.id.clone());
    let told = nodes(&TOY, Lang::En, &page);
    assert_eq!(told.iter().map(kind).collect::<Vec<_>>(), ["Dataset", "BreadcrumbList"]);
    let buyer = TOY.party(north.buyer).name.en.as_str();
    assert_eq!(told[0]["about"][0], json!({ "@type": "GovernmentOrganization", "name": buyer }));
    let supplier = TOY.party(north.supplier.expect("a supplier"));
    assert_eq!(told[0]["about"][1]["@type"], "Organization");
    assert_eq!(told[0]["about"][1]["name"], supplier.name.en.as_str());
    let item = supplier.wikidata.expect("an item in the toy facts").iri();
    assert_eq!(told[0]["about"][1]["sameAs"], item);
    assert_eq!(
        told[0]["distribution"][0]["contentUrl"],
        format!("{ROOT}data/calendars/{}.en.ics", north.id)
    );
    // A part of the same record, by the same name in both languages.
    let whole = nodes(&TOY, Lang::Sv, &Page::Overview)[0]["@id"].clone();
    assert_eq!(told[0]["isPartOf"]["@id"], whole);
    assert_eq!(nodes(&TOY, Lang::Sv, &page)[0]["@id"], told[0]["@id"]);

    let mut dataset = TOY.clone();
    dataset.procurements[0].supplier = None;
    let alone = nodes(&dataset, Lang::En, &page);
    assert_eq!(alone[0]["about"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_date_is_no_more_exact_than_its_source() {
    let mut dataset = TOY.clone();
    let page = Page::Event(dataset.procurements[0].id.clone(), event_of(&dataset));
    for (date, start, end) in [
        ("2024-11-12", json!("2024-11-12"), json!("2024-11-12")),
        ("2024-11", json!("2024-11"), Value::Null),
        ("2024", json!("2024"), Value::Null),
        ("2024-autumn", Value::Null, Value::Null),
        ("2024-h1", Value::Null, Value::Null),
        ("2024-q2", Value::Null, Value::Null),
        ("2021..2022", Value::Null, Value::Null),
    ] {
        dataset.procurements[0].events[0].date = PartialDate::parse(date).expect("a date");
        let event = &nodes(&dataset, Lang::Sv, &page)[0];
        assert_eq!((&event["startDate"], &event["endDate"]), (&start, &end), "{date}");
    }
}

#[test]
fn what_is_unconfirmed_is_not_told_as_an_event() {
    let mut dataset = TOY.clone();
    let page = Page::Event(dataset.procurements[0].id.clone(), event_of(&dataset));
    assert_eq!(kind(&nodes(&dataset, Lang::Sv, &page)[0]), "Event");
    dataset.procurements[0].events[0].confidence = Confidence::Low;
    let kinds = nodes(&dataset, Lang::Sv, &page);
    assert_eq!(kinds.iter().map(kind).collect::<Vec<_>>(), ["BreadcrumbList"]);
}

#[test]
fn a_claim_is_told_with_who_made_it_and_never_judged() {
    for one in &TOY.procurements {
        for claim in &one.claims {
            let page = Page::Claim(one.id.clone(), claim.id.clone());
            let told = nodes(&TOY, Lang::En, &page);
            assert_eq!(told.iter().map(kind).collect::<Vec<_>>(), ["Claim", "BreadcrumbList"]);
            let node = &told[0];
            assert_eq!(node["author"]["name"], TOY.party(claim.claimant).name.en.as_str());
            assert_eq!(node["about"]["name"], TOY.party(claim.respondent).name.en.as_str());
            let found = node["appearance"].as_array().expect("where it is found");
            assert_eq!(found.len(), claim.sources.len());
            for word in ["ClaimReview", "Rating", "rating", "price", "amount", "\"text\""] {
                assert!(!node.to_string().contains(word), "{}: {word}", claim.id);
            }
        }
    }
}

#[test]
fn nobody_is_a_person() {
    let mut dataset = TOY.clone();
    dataset.parties.iter_mut().for_each(|party| party.role = PartyRole::Person);
    for one in &dataset.procurements {
        for claim in &one.claims {
            let page = Page::Claim(one.id.clone(), claim.id.clone());
            let node = &nodes(&dataset, Lang::En, &page)[0];
            assert_eq!(node["author"]["@type"], "Thing");
        }
    }
}

#[test]
fn every_page_but_the_overview_tells_the_way_to_it() {
    let north = &TOY.procurements[0];
    let way = |page: &Page| {
        let told = nodes(&TOY, Lang::Sv, page);
        let way = told.into_iter().find(|node| kind(node) == "BreadcrumbList")?;
        let steps = way["itemListElement"].as_array().expect("steps").clone();
        for (at, step) in steps.iter().enumerate() {
            assert_eq!(step["position"], at + 1);
        }
        let names = steps.iter().map(|step| step["name"].as_str().unwrap_or("").to_owned());
        Some(names.collect::<Vec<_>>().join(" > "))
    };
    let site = WORDS[0].get(Key::SiteName);
    let (name, event) = (&north.name.sv, &north.events[0]);
    assert_eq!(way(&Page::Overview), None);
    assert_eq!(way(&Page::Timeline), Some(format!("{site} > A page")));
    assert_eq!(way(&Page::Procurement(north.id.clone())), Some(format!("{site} > {name}")));
    assert_eq!(
        way(&Page::Event(north.id.clone(), event.id.clone())),
        Some(format!("{site} > {name} > {}", event.title.sv))
    );
}

#[test]
fn a_chart_in_another_page_and_what_is_not_found_say_nothing() {
    let id = TOY.procurements[0].id.clone();
    for page in [
        Page::NotFound,
        Page::Embed(&Page::Claims, Of::All),
        Page::Embed(&Page::Timeline, Of::One(id.clone())),
        Page::Event(id.clone(), id.clone()),
        Page::Claim(id.clone(), id),
    ] {
        assert_eq!(of_page(told(&TOY, Lang::Sv, ROOT), &page), None, "{page:?}");
    }
}

#[test]
fn a_site_without_an_address_says_nothing() {
    for page in [Page::Overview, Page::Claims, Page::Procurement(TOY.procurements[0].id.clone())] {
        assert_eq!(of_page(told(&TOY, Lang::Sv, "/"), &page), None, "{page:?}");
    }
    assert_eq!(of_document(told(&TOY, Lang::Sv, "/"), Document::Data), None);
}

#[test]
fn no_text_can_end_the_block_or_is_changed_by_it() {
    let more = ["{{class}} {{{{body}}}}", "<!--<script>", "</SCRIPT >"];
    for text in HOSTILE.into_iter().chain(more) {
        let mut dataset = TOY.clone();
        dataset.parties.iter_mut().for_each(|party| party.name = both(text));
        let north = &mut dataset.procurements[0];
        north.name = both(text);
        north.events[0].title = both(text);
        north.claims[0].title = both(text);
        let id = north.id.clone();
        let pages = [
            Page::Procurement(id.clone()),
            Page::Event(id.clone(), north.events[0].id.clone()),
            Page::Claim(id.clone(), north.claims[0].id.clone()),
            Page::Claims,
        ];
        for page in pages {
            let told = Told { name: text, description: text, ..told(&dataset, Lang::En, ROOT) };
            let script = of_page(told, &page).expect("a block");
            // Neither the end of the element, nor a comment, nor a hole of the shell.
            assert!(!script.contains('<') && !script.contains("{{"), "{script}");
            let nodes = graph(&script);
            let steps = nodes.last().expect("the way")["itemListElement"].clone();
            let last = steps.as_array().and_then(|steps| steps.last()).expect("a step");
            assert_eq!(last["name"], text, "{page:?}");
        }
    }
}

fn told<'a>(dataset: &'a Dataset, lang: Lang, root: &'a str) -> Told<'a> {
    let words = WORDS.iter().find(|words| words.lang() == lang).expect("words");
    Told { dataset, words, root, name: "A page", description: "What it says." }
}

fn nodes(dataset: &Dataset, lang: Lang, page: &Page) -> Vec<Value> {
    of_page(told(dataset, lang, ROOT), page).map_or_else(Vec::new, |script| graph(&script))
}

fn graph(script: &str) -> Vec<Value> {
    let block: Value = serde_json::from_str(script).expect("JSON");
    assert_eq!(block["@context"], "https://schema.org");
    block["@graph"].as_array().expect("nodes").clone()
}

fn kind(node: &Value) -> &str {
    node["@type"].as_str().expect("a type")
}

fn event_of(dataset: &Dataset) -> Id {
    dataset.procurements[0].events[0].id.clone()
}
