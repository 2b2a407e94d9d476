//! Sources, as the documents of a release.

use super::object::Object;
use crate::model::Word;
use crate::model::{Dataset, SourceRef};
use serde_json::Value;
use std::collections::BTreeSet;

/// The ids of sources, as they stand beside a fact: OCDS ties documents to sections only.
pub fn ids(sources: &[SourceRef], dataset: &Dataset) -> Vec<String> {
    sources.iter().map(|source| dataset.source(*source).id.as_str().to_owned()).collect()
}

/// Each source once, as a document.
pub fn documents(sources: &BTreeSet<SourceRef>, dataset: &Dataset) -> Vec<Value> {
    let document = |source: &SourceRef| {
        let source = dataset.source(*source);
        let mut document = Object::of(source.id.as_str())
            .put("documentType", source.kind.word())
            .put("url", source.url.as_str())
            .put("publisher", source.publisher.as_str())
            .put("language", source.language.word())
            .maybe("title", source.title.as_deref());
        if let Some(published) = source.published {
            document = document.happened("datePublished", published, dataset.reviewed);
        }
        Value::from(document)
    };
    sources.iter().map(document).collect()
}
