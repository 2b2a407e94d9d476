//! The record, and each procurement of it, as a `Dataset` with what there is to download.

use super::{Told, thing};
use crate::i18n::Key;
use crate::model::{DateRange, Lang, Party, PartyRef, Procurement};
use crate::open_data::downloads::{self, Download};
use crate::route::{Document, Page};
use serde_json::{Value, json};

/// The whole record. Who publishes it is told nowhere in the facts, so there is no `publisher`:
/// a site is no organization.
pub fn record(told: Told) -> Value {
    let (lang, dataset) = (told.lang(), told.dataset);
    let site = told.words.get(Key::SiteName);
    let mut node = json!({
        "@type": "Dataset",
        "@id": whole(told),
        "name": format!("{site}: {}", told.words.get(Key::SiteMotto)),
        "description": told.words.get(Key::OverviewDescription),
        "url": format!("{}{}", told.root, Document::Data.path(lang)),
        "inLanguage": Lang::ALL.map(Lang::code),
        "version": dataset.version,
        "dateModified": dataset.reviewed.to_string(),
        "license": dataset.licence.url(),
        "isAccessibleForFree": true,
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "name": site,
            "url": told.url(Page::Overview),
        },
        "distribution": distribution(told, downloads::of_record(lang)),
    });
    cover(&mut node, dataset.procurements.iter());
    node
}

/// The same with its parts: a reader of the page about data looks for them, while the overview
/// has to be light.
pub fn record_with_parts(told: Told) -> Value {
    let part = |one: &Procurement| {
        json!({
            "@type": "Dataset",
            "@id": id(told, one),
            "name": one.name.get(told.lang()),
            "url": told.url(Page::Procurement(one.id.clone())),
        })
    };
    let mut node = record(told);
    node["hasPart"] = told.dataset.followed_first().map(part).collect();
    node
}

/// One procurement, with who buys and who supplies.
pub fn procurement(told: Told, of: &Procurement) -> Value {
    let lang = told.lang();
    let buyer = thing::named(told.dataset.party(of.buyer), "GovernmentOrganization", lang);
    let supplier = of.supplier.map(|supplier: PartyRef| {
        let supplier: &Party = told.dataset.party(supplier);
        thing::named(supplier, "Organization", lang)
    });
    let about: Vec<Value> = [buyer].into_iter().chain(supplier).collect();
    let mut node = json!({
        "@type": "Dataset",
        "@id": id(told, of),
        "name": told.name,
        "description": told.description,
        "url": told.url(Page::Procurement(of.id.clone())),
        "inLanguage": Lang::ALL.map(Lang::code),
        "version": told.dataset.version,
        "license": told.dataset.licence.url(),
        "isAccessibleForFree": true,
        "isPartOf": { "@id": whole(told) },
        "about": about,
    });
    let files = downloads::of_procurement(of, lang);
    if !files.is_empty() {
        node["distribution"] = distribution(told, files);
    }
    cover(&mut node, std::iter::once(of));
    node
}

/// The name of the whole record, the same in both languages.
fn whole(told: Told) -> String {
    format!("{}#record", told.root)
}

/// The name of a procurement's part of it, the same in both languages.
fn id(told: Told, of: &Procurement) -> String {
    format!("{}#{}", told.root, of.id)
}

fn distribution(told: Told, files: Vec<Download>) -> Value {
    let download = |file: Download| {
        let mut node = json!({
            "@type": "DataDownload",
            "name": file.name,
            "encodingFormat": file.media_type,
            "contentUrl": format!("{}{}", told.root, file.path),
        });
        if let Some(lang) = file.lang {
            node["inLanguage"] = json!(lang.code());
        }
        node
    };
    files.into_iter().map(download).collect()
}

/// The years from the first to the last that any promise or event may mean, where there is one.
fn cover<'a>(node: &mut Value, procurements: impl Iterator<Item = &'a Procurement>) {
    let years: Vec<i16> = procurements
        .flat_map(|one| {
            let promises = one.milestones.iter().flat_map(|milestone| {
                milestone.schedule.baselines().map(|promise| promise.promised)
            });
            promises.chain(one.events.iter().map(|event| event.date)).collect::<Vec<_>>()
        })
        .flat_map(|date| {
            let DateRange { first, last } = date.range();
            [first.year(), last.year()]
        })
        .collect();
    if let (Some(first), Some(last)) = (years.iter().min(), years.iter().max()) {
        node["temporalCoverage"] = json!(format!("{first:04}/{last:04}"));
    }
}
