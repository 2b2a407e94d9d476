//! Claims, by their first step.

use super::happenings::list_order;
use super::money::amount;
use super::{Names, plain};
use crate::data::record::{ClaimRecord, Entry, StepRecord};
use crate::model::{Claim, ClaimStep};
use std::collections::BTreeSet;

/// The claims that are whole and have at least one step.
pub fn resolve(entries: &[Entry<ClaimRecord>], names: &Names) -> Vec<Claim> {
    let mut seen = BTreeSet::new();
    let mut claims: Vec<Claim> = entries
        .iter()
        .filter_map(|entry| claim(&entry.record, names))
        .filter(|claim| seen.insert(claim.id.clone()))
        .collect();
    claims.sort_by_key(|claim| claim.steps.first().map(|step| list_order(step.date, &claim.id)));
    claims
}

fn claim(record: &ClaimRecord, names: &Names) -> Option<Claim> {
    let steps: Vec<ClaimStep> =
        record.steps.iter().filter_map(|entry| step(&entry.record, names)).collect();
    if steps.is_empty() {
        return None;
    }
    Some(Claim {
        id: plain(&record.id)?,
        kind: record.kind?,
        claimant: names.party(&record.claimant)?,
        respondent: names.party(&record.respondent)?,
        title: record.title.clone()?,
        demanded: record.demanded.clone()?,
        grounds: record.grounds.clone(),
        remedies: record.remedies.clone(),
        amount: amount(record.amount.as_ref()?, names)?,
        received: record.received.as_ref().and_then(|received| amount(received, names)),
        steps,
        outcome: Some(record.outcome.clone()?),
        sources: names.sources(&record.sources)?,
    })
}

fn step(record: &StepRecord, names: &Names) -> Option<ClaimStep> {
    Some(ClaimStep {
        date: plain(&record.date)?,
        status: record.status?,
        by: names.party(&record.by)?,
        text: record.text.clone()?,
        sources: names.sources(&record.sources)?,
    })
}
