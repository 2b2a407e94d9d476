//! What one party demanded of another, as a `Claim`.
//!
//! It says who demands what and where that is found. It says nothing of whether the claimant is
//! right, and no sum, which a number without its qualifier and its source would tell too surely.

use super::{Told, thing};
use crate::model::{Id, Procurement};
use crate::route::Page;
use serde_json::{Value, json};

/// A claim.
pub fn claim(told: Told, of: &Procurement, id: &Id) -> Option<Value> {
    let claim = of.claims.iter().find(|claim| claim.id == *id)?;
    let (lang, dataset) = (told.lang(), told.dataset);
    let mut node = json!({
        "@type": "Claim",
        "name": claim.title.get(lang),
        "url": told.url(Page::Claim(of.id.clone(), claim.id.clone())),
        "inLanguage": lang.code(),
        "author": thing::party(dataset.party(claim.claimant), lang),
        "about": thing::party(dataset.party(claim.respondent), lang),
        "appearance": thing::documents(dataset, &claim.sources),
    });
    if let Some(demand) = claim.demands.first() {
        // Our words for what was demanded: `text` would be the claimant's own.
        node["description"] = json!(demand.text.get(lang));
    }
    // When it became public, where that was later than the day on which it was raised.
    let raised = claim.steps.first().map(|step| step.public.unwrap_or(step.date));
    if let Some(date) = raised.and_then(thing::date) {
        node["datePublished"] = json!(date);
    }
    Some(node)
}
