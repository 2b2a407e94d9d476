//! Parties, sources and dates in the words of schema.org.

use crate::model::{
    Dataset, Lang, PartialDate, Party, PartyRole, Source, SourceKind, SourceRef, Word,
};
use serde_json::{Value, json};

/// A party. Nobody is a `Person`: the facts know roles, not people.
pub fn party(party: &Party, lang: Lang) -> Value {
    let kind = match party.role {
        PartyRole::Buyer
        | PartyRole::ReviewBody
        | PartyRole::Authority
        | PartyRole::PublicBody => "GovernmentOrganization",
        PartyRole::Supplier
        | PartyRole::Tenderer
        // An auditor may be a firm.
        | PartyRole::Auditor
        | PartyRole::Union
        | PartyRole::PoliticalParty
        | PartyRole::Association
        | PartyRole::Media => "Organization",
        PartyRole::Staff | PartyRole::Person => "Thing",
    };
    named(party, kind, lang)
}

/// A party that is there as a thing of a certain type.
pub fn named(party: &Party, kind: &str, lang: Lang) -> Value {
    let mut node = json!({ "@type": kind, "name": party.name.get(lang) });
    if !party.former.is_empty() {
        let former: Vec<&str> = party.former.iter().map(|former| former.name.as_str()).collect();
        node["alternateName"] = json!(former);
    }
    if let Some(item) = party.wikidata {
        node["sameAs"] = json!(item.iri());
    }
    node
}

/// The documents in which a fact is found.
pub fn documents(dataset: &Dataset, sources: &[SourceRef]) -> Vec<Value> {
    sources.iter().map(|source| document(dataset.source(*source))).collect()
}

fn document(source: &Source) -> Value {
    let kind = match source.kind {
        SourceKind::News => "NewsArticle",
        SourceKind::Blog => "BlogPosting",
        SourceKind::AuditReport => "Report",
        SourceKind::Authority
        | SourceKind::PressRelease
        | SourceKind::Court
        | SourceKind::Vendor => "CreativeWork",
    };
    let mut node = json!({
        "@type": kind,
        "url": source.url,
        "inLanguage": source.language.word(),
        "publisher": { "@type": "Organization", "name": source.publisher },
    });
    if let Some(title) = &source.title {
        node["name"] = json!(title);
    }
    if let Some(date) = source.published.and_then(date) {
        node["datePublished"] = json!(date);
    }
    node
}

/// A date as ISO 8601 writes it, whole or cut off after the year or the month, as far as its
/// source goes. A season, a quarter or a half has no such form and is not made into another date:
/// `Event` has no property for a span in which something happened at some time.
pub fn date(date: PartialDate) -> Option<String> {
    match date {
        PartialDate::Year(_) | PartialDate::Month(..) | PartialDate::Day(_) => Some(date.edtf()),
        PartialDate::Half(..)
        | PartialDate::Quarter(..)
        | PartialDate::Season(..)
        | PartialDate::Years(..) => None,
    }
}
