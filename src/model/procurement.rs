//! The whole story: tender to use, or to its end.

use super::{
    Claim, Day, Event, Id, Milestone, Money, PartialDate, PartyRef, Plan, SourceRef, Statement,
    Text, WikidataItem,
};
use serde::{Deserialize, Serialize};

/// One buyer's purchase of one system, with everything known about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Procurement {
    pub id: Id,
    /// Whether only its outline is here: dates and kinds without words. A page that does not show
    /// a procurement loads no more of it.
    pub outline: bool,
    /// The short name of its lane: "Västra Götaland".
    pub name: Text,
    /// Brought in for comparison only: it has its pages, but the overview, the timeline and the
    /// claims show it only when it is chosen.
    pub comparator: bool,
    pub buyer: PartyRef,
    /// Absent while nobody has won.
    pub supplier: Option<PartyRef>,
    /// The system bought.
    pub product: Option<String>,
    /// What the system is in Wikidata; absent without a product. Pages show none of it, so it is
    /// left out of what they load.
    #[serde(skip)]
    pub product_wikidata: Option<WikidataItem>,
    /// The buyer's own names for the effort.
    pub programmes: Vec<Programme>,
    pub country: Country,
    /// The day on which an editor last checked it.
    pub reviewed: Day,
    /// Always there today; absent in what was known on an earlier day.
    pub summary: Option<Text>,
    pub summary_sources: Vec<SourceRef>,
    pub scope: Option<Text>,
    pub scope_sources: Vec<SourceRef>,
    /// The systems that it was to replace.
    pub replaces: Option<Text>,
    pub replaces_sources: Vec<SourceRef>,
    /// Always there today; absent in what was known on an earlier day.
    pub standing: Option<Standing>,
    pub residents: Option<Residents>,
    pub contract: Option<Contract>,
    /// In file order, which is the order of importance.
    pub milestones: Vec<Milestone>,
    /// In order of announcement.
    pub plans: Vec<Plan>,
    /// In order of date.
    pub events: Vec<Event>,
    /// In order of their first step.
    pub claims: Vec<Claim>,
    /// In order of their dates.
    pub costs: Vec<Cost>,
    pub statements: Vec<Statement>,
    /// What our sources do not tell.
    pub unknowns: Vec<Unknown>,
    /// Where sources say different things.
    pub disagreements: Vec<Disagreement>,
}

/// A buyer's own name for the effort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    pub name: String,
    /// When the name is first found.
    pub since: PartialDate,
    pub sources: Vec<SourceRef>,
}

/// Where a procurement is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Country {
    Sweden,
    Finland,
    Norway,
    Denmark,
    UnitedKingdom,
    UnitedStates,
    Australia,
}

/// Where it stands in the words of its sources, and since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    pub text: Text,
    pub since: PartialDate,
    pub sources: Vec<SourceRef>,
}

/// How many people live in an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Residents {
    pub count: u32,
    pub year: i16,
    pub sources: Vec<SourceRef>,
}

/// The signed agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contract {
    pub signed: PartialDate,
    pub value: Option<Money>,
    /// What the value covers: there when the value is.
    pub covers: Option<Text>,
    /// How long it runs, in words.
    pub term: Option<Text>,
    pub sources: Vec<SourceRef>,
}

/// A cost figure with what it covers. Figures of different kinds are never summed or compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    pub id: Id,
    pub as_of: PartialDate,
    /// When it became public, where that was later.
    pub public: Option<PartialDate>,
    pub kind: CostKind,
    pub money: Money,
    pub covers: Text,
    /// Whether it is for another area than the one whose residents the procurement counts.
    pub other_area: bool,
    /// Who stated it.
    pub by: Text,
    /// What must stand beside the figure wherever it is shown.
    pub disputed: Option<Text>,
    /// What the note rests on: it is known when all of these are out. There when the note is.
    pub disputed_sources: Vec<SourceRef>,
    pub sources: Vec<SourceRef>,
}

/// What a cost figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CostKind {
    ContractValue,
    InvestmentFrame,
    Budget,
    Spent,
    ExpectedTotal,
    LifeCycle,
    BidPrice,
    Estimate,
    Share,
    Payment,
    PriceCut,
    Damage,
    Consultants,
    Review,
    Other,
}

/// What our sources do not tell. The id is for those who read the published JSON: wordings change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unknown {
    pub id: Id,
    pub text: Text,
}

/// Sources that say different things about the same matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disagreement {
    pub id: Id,
    pub text: Text,
    pub sources: Vec<SourceRef>,
}

impl Procurement {
    /// The milestone behind the headline slip: the one that the overview tells of.
    pub fn headline(&self) -> Option<&Milestone> {
        self.milestones.iter().find(|milestone| milestone.headline)
    }

    /// The other milestones.
    pub fn other_milestones(&self) -> impl Iterator<Item = &Milestone> {
        self.milestones.iter().filter(|milestone| !milestone.headline)
    }

    /// Whether nothing is known of it but who bought, as before anybody spoke of it in public.
    pub fn is_empty(&self) -> bool {
        self.summary.is_none()
            && self.scope.is_none()
            && self.replaces.is_none()
            && self.standing.is_none()
            && self.contract.is_none()
            && self.milestones.is_empty()
            && self.plans.is_empty()
            && self.events.is_empty()
            && self.claims.is_empty()
            && self.costs.is_empty()
            && self.statements.is_empty()
            && self.unknowns.is_empty()
            && self.disagreements.is_empty()
    }
}

impl CostKind {
    /// Every kind, those of the procurement as a whole first.
    pub const ALL: [CostKind; 15] = [
        CostKind::ContractValue,
        CostKind::InvestmentFrame,
        CostKind::Budget,
        CostKind::Spent,
        CostKind::ExpectedTotal,
        CostKind::LifeCycle,
        CostKind::BidPrice,
        CostKind::Estimate,
        CostKind::Share,
        CostKind::Payment,
        CostKind::PriceCut,
        CostKind::Damage,
        CostKind::Consultants,
        CostKind::Review,
        CostKind::Other,
    ];

    /// Whether a figure of this kind speaks of the procurement as a whole, and not of a part
    /// of it, a single payment or somebody's share.
    pub fn is_whole(self) -> bool {
        matches!(
            self,
            CostKind::ContractValue
                | CostKind::InvestmentFrame
                | CostKind::Budget
                | CostKind::Spent
                | CostKind::ExpectedTotal
                | CostKind::LifeCycle
        )
    }
}

impl Procurement {
    /// Tells every source that any of its facts names, some of them more than once.
    pub fn each_source(&self, tell: &mut dyn FnMut(SourceRef)) {
        let lists = [&self.summary_sources, &self.scope_sources, &self.replaces_sources];
        let mut all = |sources: &[SourceRef]| sources.iter().for_each(|source| tell(*source));
        lists.into_iter().for_each(|sources| all(sources));
        self.standing.iter().for_each(|standing| all(&standing.sources));
        self.residents.iter().for_each(|residents| all(&residents.sources));
        self.contract.iter().for_each(|contract| all(&contract.sources));
        for milestone in &self.milestones {
            let schedule = &milestone.schedule;
            schedule.baselines().for_each(|baseline| all(&baseline.sources));
            schedule.met.iter().for_each(|met| all(&met.sources));
            schedule.unmet.iter().for_each(|unmet| all(&unmet.sources));
        }
        self.plans.iter().for_each(|plan| all(&plan.sources));
        self.events.iter().for_each(|event| all(&event.sources));
        self.programmes.iter().for_each(|programme| all(&programme.sources));
        self.costs.iter().for_each(|cost| {
            all(&cost.sources);
            all(&cost.disputed_sources);
        });
        self.statements.iter().for_each(|statement| all(&statement.sources));
        self.disagreements.iter().for_each(|disagreement| all(&disagreement.sources));
        self.claims.iter().for_each(|claim| claim.each_source(tell));
    }
}
