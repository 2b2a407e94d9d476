//! The whole story of one purchase.

use super::claim::Claim;
use super::date::Date;
use super::event::{Event, Statement};
use super::money::{Adding, Money};
use super::page::Page;
use super::schedule::{Milestone, Plan};
use super::{Ids, Words, maybe_words, words};
use crate::analysis::knowledge::known_through;
use crate::model;
use crate::model::Word;
use crate::route;
use serde::Serialize;

/// A procurement with everything that is known about it.
#[derive(Debug, Serialize)]
pub struct Procurement<'a> {
    pub id: &'a str,
    pub page: Page,
    pub name: Words<'a>,
    /// Brought in for comparison only.
    pub comparator: bool,
    pub buyer: &'a str,
    pub supplier: Option<&'a str>,
    pub product: Option<&'a str>,
    /// The item of the product in Wikidata.
    pub product_wikidata: Option<String>,
    pub programmes: Vec<Programme<'a>>,
    pub country: &'static str,
    pub reviewed: String,
    pub summary: Option<Fact<'a>>,
    pub scope: Option<Fact<'a>>,
    pub replaces: Option<Fact<'a>>,
    pub standing: Option<Standing<'a>>,
    pub residents: Option<Residents<'a>>,
    pub contract: Option<Contract<'a>>,
    /// Up to when the sources tell anything of it.
    pub known_through: Date,
    /// The milestone whose slip the site tells first.
    pub headline: Option<&'a str>,
    pub milestones: Vec<Milestone<'a>>,
    pub plans: Vec<Plan<'a>>,
    pub events: Vec<Event<'a>>,
    pub claims: Vec<Claim<'a>>,
    pub costs: Vec<Cost<'a>>,
    pub statements: Vec<Statement<'a>>,
    pub unknowns: Vec<Unknown<'a>>,
    pub disagreements: Vec<Disagreement<'a>>,
}

/// A buyer's own name for the effort.
#[derive(Debug, Serialize)]
pub struct Programme<'a> {
    pub name: &'a str,
    pub since: Date,
    pub sources: Vec<&'a str>,
}

/// What the sources do not tell.
#[derive(Debug, Serialize)]
pub struct Unknown<'a> {
    pub id: &'a str,
    pub text: Words<'a>,
}

/// Sources that say different things about the same matter.
#[derive(Debug, Serialize)]
pub struct Disagreement<'a> {
    pub id: &'a str,
    pub text: Words<'a>,
    pub sources: Vec<&'a str>,
}

/// A text with its sources.
#[derive(Debug, Serialize)]
pub struct Fact<'a> {
    pub text: Words<'a>,
    pub sources: Vec<&'a str>,
}

/// Where it stands, and since when.
#[derive(Debug, Serialize)]
pub struct Standing<'a> {
    pub text: Words<'a>,
    pub since: Date,
    pub sources: Vec<&'a str>,
}

/// How many people live in an area.
#[derive(Debug, Serialize)]
pub struct Residents<'a> {
    pub count: u32,
    pub year: i16,
    pub sources: Vec<&'a str>,
}

/// The signed agreement.
#[derive(Debug, Serialize)]
pub struct Contract<'a> {
    pub signed: Date,
    pub value: Option<Money>,
    pub covers: Option<Words<'a>>,
    pub term: Option<Words<'a>>,
    pub sources: Vec<&'a str>,
}

/// A figure with what it covers. Figures of different kinds may not be summed or compared.
#[derive(Debug, Serialize)]
pub struct Cost<'a> {
    pub id: &'a str,
    pub as_of: Date,
    pub public: Option<Date>,
    pub kind: &'static str,
    pub money: Money,
    #[serde(flatten)]
    pub adding: Adding,
    pub covers: Words<'a>,
    /// Whether it is for another area than the one of `residents`.
    pub other_area: bool,
    pub by: Words<'a>,
    /// What has to stand beside the figure wherever it is shown.
    pub disputed: Option<Words<'a>>,
    pub disputed_sources: Vec<&'a str>,
    pub sources: Vec<&'a str>,
}

impl<'a> Procurement<'a> {
    pub(super) fn new(from: &'a model::Procurement, ids: Ids<'a>) -> Procurement<'a> {
        let milestone = |milestone| Milestone::new(milestone, from, ids);
        let fact = |text: &'a Option<model::Text>, sources| {
            text.as_ref().map(|text| Fact::new(text, sources, ids))
        };
        let unknown =
            |from: &'a model::Unknown| Unknown { id: from.id.as_str(), text: words(&from.text) };
        let disagreement = |from: &'a model::Disagreement| Disagreement {
            id: from.id.as_str(),
            text: words(&from.text),
            sources: ids.sources(&from.sources),
        };
        Procurement {
            id: from.id.as_str(),
            page: Page::new(route::Page::Procurement(from.id.clone()), ids),
            name: words(&from.name),
            comparator: from.comparator,
            buyer: ids.party(from.buyer),
            supplier: from.supplier.map(|supplier| ids.party(supplier)),
            product: from.product.as_deref(),
            product_wikidata: from.product_wikidata.map(|item| item.to_string()),
            programmes: from
                .programmes
                .iter()
                .map(|programme| Programme {
                    name: &programme.name,
                    since: Date::new(programme.since),
                    sources: ids.sources(&programme.sources),
                })
                .collect(),
            country: from.country.word(),
            reviewed: from.reviewed.to_string(),
            summary: fact(&from.summary, &from.summary_sources),
            scope: fact(&from.scope, &from.scope_sources),
            replaces: fact(&from.replaces, &from.replaces_sources),
            standing: from.standing.as_ref().map(|standing| Standing {
                text: words(&standing.text),
                since: Date::new(standing.since),
                sources: ids.sources(&standing.sources),
            }),
            residents: from.residents.as_ref().map(|people| Residents::new(people, ids)),
            contract: from.contract.as_ref().map(|contract| Contract {
                signed: Date::new(contract.signed),
                value: contract.value.as_ref().map(Money::new),
                covers: maybe_words(&contract.covers),
                term: maybe_words(&contract.term),
                sources: ids.sources(&contract.sources),
            }),
            known_through: Date::new(known_through(from)),
            headline: from.headline().map(|milestone| milestone.id.as_str()),
            milestones: from.milestones.iter().map(milestone).collect(),
            plans: from.plans.iter().map(|plan| Plan::new(plan, ids)).collect(),
            events: from.events.iter().map(|event| Event::new(event, from, ids)).collect(),
            claims: from.claims.iter().map(|claim| Claim::new(claim, from, ids)).collect(),
            costs: from.costs.iter().map(|cost| Cost::new(cost, ids)).collect(),
            statements: from.statements.iter().map(|said| Statement::new(said, ids)).collect(),
            unknowns: from.unknowns.iter().map(unknown).collect(),
            disagreements: from.disagreements.iter().map(disagreement).collect(),
        }
    }
}

impl<'a> Residents<'a> {
    pub(super) fn new(residents: &model::Residents, ids: Ids<'a>) -> Residents<'a> {
        Residents {
            count: residents.count,
            year: residents.year,
            sources: ids.sources(&residents.sources),
        }
    }
}

impl<'a> Fact<'a> {
    fn new(text: &'a model::Text, sources: &[model::SourceRef], ids: Ids<'a>) -> Fact<'a> {
        Fact { text: words(text), sources: ids.sources(sources) }
    }
}

impl<'a> Cost<'a> {
    fn new(cost: &'a model::Cost, ids: Ids<'a>) -> Cost<'a> {
        Cost {
            id: cost.id.as_str(),
            as_of: Date::new(cost.as_of),
            public: cost.public.map(Date::new),
            kind: cost.kind.word(),
            money: Money::new(&cost.money),
            adding: Adding::COST,
            covers: words(&cost.covers),
            other_area: cost.other_area,
            by: words(&cost.by),
            disputed: maybe_words(&cost.disputed),
            disputed_sources: ids.sources(&cost.disputed_sources),
            sources: ids.sources(&cost.sources),
        }
    }
}
