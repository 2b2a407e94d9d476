//! `claims.toml`: what one party demands of another, step by step.

use super::{AmountRecord, Entry, Fields, Mentioned, Record};
use crate::model::{
    ClaimKind, DemandForm, Ground, Id, PartialDate, ReceiptKind, Remedy, StepStatus, Text,
};
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
    pub grounds: Vec<Ground>,
    pub remedies: Vec<Remedy>,
    pub outcome: Option<Text>,
    pub sources: Vec<Spanned<String>>,
    pub demands: Vec<Entry<DemandRecord>>,
    pub losses: Vec<Entry<LossRecord>>,
    pub received: Vec<Entry<ReceiptRecord>>,
    pub steps: Vec<Entry<StepRecord>>,
}

/// One `[[claim.demand]]`.
#[derive(Debug)]
pub struct DemandRecord {
    pub date: Option<Spanned<PartialDate>>,
    pub public: Option<Spanned<PartialDate>>,
    pub form: Option<DemandForm>,
    pub text: Option<Text>,
    pub amount: Option<AmountRecord>,
    pub sources: Vec<Spanned<String>>,
}

/// One `[[claim.loss]]`.
#[derive(Debug)]
pub struct LossRecord {
    pub date: Option<Spanned<PartialDate>>,
    pub public: Option<Spanned<PartialDate>>,
    pub by: Option<Text>,
    pub text: Option<Text>,
    pub amount: Option<AmountRecord>,
    pub sources: Vec<Spanned<String>>,
}

/// One `[[claim.received]]`.
#[derive(Debug)]
pub struct ReceiptRecord {
    pub date: Option<Spanned<PartialDate>>,
    pub public: Option<Spanned<PartialDate>>,
    pub kind: Option<ReceiptKind>,
    pub text: Option<Text>,
    pub amount: Option<AmountRecord>,
    pub sources: Vec<Spanned<String>>,
}

/// One `[[claim.step]]`.
#[derive(Debug)]
pub struct StepRecord {
    pub date: Option<Spanned<PartialDate>>,
    pub public: Option<Spanned<PartialDate>>,
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
            grounds: fields.at_least_one("grounds"),
            remedies: fields.at_least_one("remedies"),
            outcome: fields.required("outcome"),
            sources: fields.sources("sources"),
            demands: fields.entries("demand"),
            losses: fields.entries("loss"),
            received: fields.entries("received"),
            steps: fields.entries("step"),
        }
    }
}

impl Record for DemandRecord {
    fn read(fields: &mut Fields) -> Self {
        DemandRecord {
            date: fields.required("date"),
            public: fields.optional("public"),
            form: fields.required("form"),
            text: fields.required("text"),
            amount: fields.required("amount"),
            sources: fields.sources("sources"),
        }
    }
}

impl Record for LossRecord {
    fn read(fields: &mut Fields) -> Self {
        LossRecord {
            date: fields.required("date"),
            public: fields.optional("public"),
            by: fields.required("by"),
            text: fields.required("text"),
            amount: fields.required("amount"),
            sources: fields.sources("sources"),
        }
    }
}

impl Record for ReceiptRecord {
    fn read(fields: &mut Fields) -> Self {
        ReceiptRecord {
            date: fields.required("date"),
            public: fields.optional("public"),
            kind: fields.required("kind"),
            text: fields.required("text"),
            amount: fields.required("amount"),
            sources: fields.sources("sources"),
        }
    }
}

impl Record for StepRecord {
    fn read(fields: &mut Fields) -> Self {
        StepRecord {
            date: fields.required("date"),
            public: fields.optional("public"),
            status: fields.required("status"),
            by: fields.reference("by", Mentioned::Party),
            text: fields.required("text"),
            sources: fields.sources("sources"),
        }
    }
}
