//! What one party demanded of another.

use super::date::Date;
use super::money::Amount;
use super::{Ids, Words, maybe_words, words};
use crate::data::words::Word;
use crate::model;
use serde::Serialize;

/// A claim with its dated steps.
#[derive(Debug, Serialize)]
pub struct Claim<'a> {
    pub id: &'a str,
    pub kind: &'static str,
    pub claimant: &'a str,
    pub respondent: &'a str,
    pub title: Words<'a>,
    pub demanded: Words<'a>,
    pub grounds: Vec<&'static str>,
    pub remedies: Vec<&'static str>,
    pub amount: Amount<'a>,
    pub received: Option<Amount<'a>>,
    pub steps: Vec<Step<'a>>,
    pub outcome: Option<Words<'a>>,
    pub sources: Vec<&'a str>,
}

/// One step of a claim.
#[derive(Debug, Serialize)]
pub struct Step<'a> {
    pub date: Date,
    pub status: &'static str,
    pub by: &'a str,
    pub text: Words<'a>,
    pub sources: Vec<&'a str>,
}

impl<'a> Claim<'a> {
    pub(super) fn new(claim: &'a model::Claim, ids: Ids<'a>) -> Claim<'a> {
        Claim {
            id: claim.id.as_str(),
            kind: claim.kind.word(),
            claimant: ids.party(claim.claimant),
            respondent: ids.party(claim.respondent),
            title: words(&claim.title),
            demanded: words(&claim.demanded),
            grounds: claim.grounds.iter().map(|ground| ground.word()).collect(),
            remedies: claim.remedies.iter().map(|remedy| remedy.word()).collect(),
            amount: Amount::new(&claim.amount, ids),
            received: claim.received.as_ref().map(|amount| Amount::new(amount, ids)),
            steps: claim.steps.iter().map(|step| Step::new(step, ids)).collect(),
            outcome: maybe_words(&claim.outcome),
            sources: ids.sources(&claim.sources),
        }
    }
}

impl<'a> Step<'a> {
    fn new(step: &'a model::ClaimStep, ids: Ids<'a>) -> Step<'a> {
        Step {
            date: Date::new(step.date),
            status: step.status.word(),
            by: ids.party(step.by),
            text: words(&step.text),
            sources: ids.sources(&step.sources),
        }
    }
}
