//! Claims, by their first step.

use super::happenings::list_order;
use super::money::amount;
use super::{Names, plain};
use crate::data::record::{
    ClaimRecord, DemandRecord, Entry, LossRecord, ReceiptRecord, StepRecord,
};
use crate::model::{Claim, ClaimStep, Demand, Loss, Receipt};
use std::collections::BTreeSet;

/// The claims that are whole and have at least one demand and one step.
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
    let demands: Vec<Demand> =
        record.demands.iter().filter_map(|entry| demand(&entry.record, names)).collect();
    if demands.is_empty() {
        return None;
    }
    Some(Claim {
        id: plain(&record.id)?,
        kind: record.kind?,
        claimant: names.party(&record.claimant)?,
        respondent: names.party(&record.respondent)?,
        title: record.title.clone()?,
        grounds: record.grounds.clone(),
        remedies: record.remedies.clone(),
        demands,
        losses: record.losses.iter().filter_map(|entry| loss(&entry.record, names)).collect(),
        received: record
            .received
            .iter()
            .filter_map(|entry| receipt(&entry.record, names))
            .collect(),
        steps,
        outcome: Some(record.outcome.clone()?),
        sources: names.sources(&record.sources)?,
    })
}

fn demand(record: &DemandRecord, names: &Names) -> Option<Demand> {
    Some(Demand {
        date: plain(&record.date)?,
        public: plain(&record.public),
        form: record.form?,
        text: record.text.clone()?,
        amount: amount(record.amount.as_ref()?, names)?,
        sources: names.sources(&record.sources)?,
    })
}

fn loss(record: &LossRecord, names: &Names) -> Option<Loss> {
    Some(Loss {
        date: plain(&record.date)?,
        public: plain(&record.public),
        by: record.by.clone()?,
        text: record.text.clone()?,
        amount: amount(record.amount.as_ref()?, names)?,
        sources: names.sources(&record.sources)?,
    })
}

fn receipt(record: &ReceiptRecord, names: &Names) -> Option<Receipt> {
    Some(Receipt {
        date: plain(&record.date)?,
        public: plain(&record.public),
        kind: record.kind?,
        text: record.text.clone()?,
        amount: amount(record.amount.as_ref()?, names)?,
        sources: names.sources(&record.sources)?,
    })
}

fn step(record: &StepRecord, names: &Names) -> Option<ClaimStep> {
    Some(ClaimStep {
        date: plain(&record.date)?,
        public: plain(&record.public),
        status: record.status?,
        by: names.party(&record.by)?,
        text: record.text.clone()?,
        sources: names.sources(&record.sources)?,
    })
}
