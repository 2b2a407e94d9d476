//! `claims.toml`: what one party demands of another, step by step.

use super::{AmountRecord, Entry, Fields, Mentioned, Record};
use crate::model::{ClaimKind, Ground, Id, PartialDate, Remedy, StepStatus, Text};
use toml::Spanned;

/// The whole file.
#[derive(Debug)]
pub struct ClaimsRecord {
    pub claims: Vec<Entry<ClaimRecord>>,
}

/// One `[[claim]]`.
#[derive(Debug)]
pub struct ClaimRecord {
    pub id: Option<Spanned<Id>>,
    pub kind: Option<ClaimKind>,
    pub claimant: Option<Spanned<String>>,
    pub respondent: Option<Spanned<String>>,
    pub title: Option<Text>,
    pub demanded: Option<Text>,
    pub grounds: Vec<Ground>,
    pub remedies: Vec<Remedy>,
    pub amount: Option<AmountRecord>,
    pub received: Option<AmountRecord>,
    pub outcome: Option<Text>,
    pub sources: Vec<Spanned<String>>,
    pub steps: Vec<Entry<StepRecord>>,
}

/// One `[[claim.step]]`.
#[derive(Debug)]
pub struct StepRecord {
    pub date: Option<Spanned<PartialDate>>,
    pub status: Option<StepStatus>,
    pub by: Option<Spanned<String>>,
    pub text: Option<Text>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for ClaimsRecord {
    fn read(fields: &mut Fields) -> Self {
        ClaimsRecord { claims: fields.entries("claim") }
    }
}

impl Record for ClaimRecord {
    fn read(fields: &mut Fields) -> Self {
        ClaimRecord {
            id: fields.required("id"),
            kind: fields.required("kind"),
            claimant: fields.reference("claimant", Mentioned::Party),
            respondent: fields.reference("respondent", Mentioned::Party),
            title: fields.required("title"),
            demanded: fields.required("demanded"),
            grounds: fields.at_least_one("grounds"),
            remedies: fields.at_least_one("remedies"),
            amount: fields.required("amount"),
            received: fields.optional("received"),
            outcome: fields.required("outcome"),
            sources: fields.sources("sources"),
            steps: fields.entries("step"),
        }
    }
}

impl Record for StepRecord {
    fn read(fields: &mut Fields) -> Self {
        StepRecord {
            date: fields.required("date"),
            status: fields.required("status"),
            by: fields.reference("by", Mentioned::Party),
            text: fields.required("text"),
            sources: fields.sources("sources"),
        }
    }
}
