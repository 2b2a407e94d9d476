//! What one party demanded of another.

use super::date::Date;
use super::money::{Adding, Amount, Money};
use super::page::Page;
use super::{Ids, Words, maybe_words, words};
use crate::model;
use crate::model::Word;
use crate::route;
use serde::Serialize;

/// A claim with its dated steps.
#[derive(Debug, Serialize)]
pub struct Claim<'a> {
    pub id: &'a str,
    pub page: Page,
    pub kind: &'static str,
    pub claimant: &'a str,
    pub respondent: &'a str,
    pub title: Words<'a>,
    pub grounds: Vec<&'static str>,
    pub remedies: Vec<&'static str>,
    /// The sum demanded as the site counts it: once for all reports of it.
    pub demanded: Option<Demanded<'a>>,
    /// One for each report of what was demanded; never empty.
    pub demands: Vec<Demand<'a>>,
    /// What damage was stated, which is no demand.
    pub losses: Vec<Loss<'a>>,
    /// Part by part; parts of different kinds may overlap and may not be added up.
    pub received: Vec<Receipt<'a>>,
    pub steps: Vec<Step<'a>>,
    pub outcome: Option<Words<'a>>,
    pub sources: Vec<&'a str>,
}

/// The sum of a demand, counted once.
#[derive(Debug, Serialize)]
pub struct Demanded<'a> {
    pub amount: Amount<'a>,
    #[serde(flatten)]
    pub adding: Adding,
}

/// What was demanded, as one report tells it.
#[derive(Debug, Serialize)]
pub struct Demand<'a> {
    pub date: Date,
    pub public: Option<Date>,
    pub form: &'static str,
    pub text: Words<'a>,
    pub amount: Amount<'a>,
    #[serde(flatten)]
    pub adding: Adding,
    pub sources: Vec<&'a str>,
}

/// What damage somebody stated.
#[derive(Debug, Serialize)]
pub struct Loss<'a> {
    pub date: Date,
    pub public: Option<Date>,
    pub by: Words<'a>,
    pub text: Words<'a>,
    pub amount: Amount<'a>,
    #[serde(flatten)]
    pub adding: Adding,
    pub sources: Vec<&'a str>,
}

/// One part of what was received.
#[derive(Debug, Serialize)]
pub struct Receipt<'a> {
    pub date: Date,
    pub public: Option<Date>,
    pub kind: &'static str,
    pub text: Words<'a>,
    pub amount: Amount<'a>,
    #[serde(flatten)]
    pub adding: Adding,
    pub sources: Vec<&'a str>,
}

/// One step of a claim.
#[derive(Debug, Serialize)]
pub struct Step<'a> {
    pub date: Date,
    pub public: Option<Date>,
    pub status: &'static str,
    pub by: &'a str,
    pub text: Words<'a>,
    pub sources: Vec<&'a str>,
}

impl<'a> Claim<'a> {
    pub(super) fn new(claim: &'a model::Claim, of: &model::Procurement, ids: Ids<'a>) -> Claim<'a> {
        Claim {
            id: claim.id.as_str(),
            page: Page::new(route::Page::Claim(of.id.clone(), claim.id.clone()), ids),
            kind: claim.kind.word(),
            claimant: ids.party(claim.claimant),
            respondent: ids.party(claim.respondent),
            title: words(&claim.title),
            grounds: claim.grounds.iter().map(|ground| ground.word()).collect(),
            remedies: claim.remedies.iter().map(|remedy| remedy.word()).collect(),
            demanded: Demanded::new(claim, ids),
            demands: claim.demands.iter().map(|demand| Demand::new(demand, ids)).collect(),
            losses: claim.losses.iter().map(|loss| Loss::new(loss, ids)).collect(),
            received: claim.received.iter().map(|part| Receipt::new(part, ids)).collect(),
            steps: claim.steps.iter().map(|step| Step::new(step, ids)).collect(),
            outcome: maybe_words(&claim.outcome),
            sources: ids.sources(&claim.sources),
        }
    }
}

impl<'a> Demanded<'a> {
    fn new(claim: &'a model::Claim, ids: Ids<'a>) -> Option<Demanded<'a>> {
        let amount = match claim.demanded()? {
            model::Amount::Public(money) => Amount::Public(Money::new(&money)),
            // Without a number it is what the first report says.
            _ => Amount::new(&claim.demands.first()?.amount, ids),
        };
        Some(Demanded { adding: amount.demanded(), amount })
    }
}

impl<'a> Demand<'a> {
    fn new(demand: &'a model::Demand, ids: Ids<'a>) -> Demand<'a> {
        Demand {
            date: Date::new(demand.date),
            public: demand.public.map(Date::new),
            form: demand.form.word(),
            text: words(&demand.text),
            amount: Amount::new(&demand.amount, ids),
            adding: Adding::REPORT,
            sources: ids.sources(&demand.sources),
        }
    }
}

impl<'a> Loss<'a> {
    fn new(loss: &'a model::Loss, ids: Ids<'a>) -> Loss<'a> {
        Loss {
            date: Date::new(loss.date),
            public: loss.public.map(Date::new),
            by: words(&loss.by),
            text: words(&loss.text),
            amount: Amount::new(&loss.amount, ids),
            adding: Adding::DAMAGE,
            sources: ids.sources(&loss.sources),
        }
    }
}

impl<'a> Receipt<'a> {
    fn new(part: &'a model::Receipt, ids: Ids<'a>) -> Receipt<'a> {
        let amount = Amount::new(&part.amount, ids);
        Receipt {
            date: Date::new(part.date),
            public: part.public.map(Date::new),
            kind: part.kind.word(),
            text: words(&part.text),
            adding: amount.received(),
            amount,
            sources: ids.sources(&part.sources),
        }
    }
}

impl<'a> Step<'a> {
    fn new(step: &'a model::ClaimStep, ids: Ids<'a>) -> Step<'a> {
        Step {
            date: Date::new(step.date),
            public: step.public.map(Date::new),
            status: step.status.word(),
            by: ids.party(step.by),
            text: words(&step.text),
            sources: ids.sources(&step.sources),
        }
    }
}
