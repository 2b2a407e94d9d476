//! What a page knows of a procurement that it does not show: dates and kinds, no words.
//!
//! From it one can tell whether a drawing has room for the procurement, count what it has in a
//! year, and say which of that was known on a day. It is a hundredth of the whole.

use super::knowledge::Since;
use crate::model::{
    Baseline, Claim, ClaimStep, Contract, Cost, Dataset, Day, Event, Id, Milestone, PartialDate,
    Plan, Procurement, Schedule, Statement, TellsOf, Text,
};

/// The outline of a procurement of today's data set.
///
/// What is left out takes with it the sources that tell since when the rest is known; so each
/// part says that day itself, and on any day [`as_of`](super::knowledge::as_of()) tells the same
/// of an outline as of the whole.
pub fn outline(today: &Dataset, since: &Since, from: &Procurement) -> Procurement {
    let draft = Draft { today, since };
    Procurement {
        id: from.id.clone(),
        outline: true,
        name: from.name.clone(),
        comparator: from.comparator,
        buyer: from.buyer,
        supplier: from.supplier,
        product: from.product.clone(),
        product_wikidata: None,
        programmes: vec![],
        country: from.country,
        reviewed: from.reviewed,
        summary: None,
        summary_sources: vec![],
        scope: None,
        scope_sources: vec![],
        replaces: None,
        replaces_sources: vec![],
        standing: None,
        residents: None,
        contract: from.contract.as_ref().map(|contract| Contract {
            signed: contract.signed,
            value: None,
            covers: None,
            term: None,
            sources: contract.sources.clone(),
        }),
        milestones: from.milestones.iter().map(|it| draft.milestone(it)).collect(),
        plans: from.plans.iter().map(|it| draft.plan(it)).collect(),
        events: from.events.iter().map(|it| draft.event(it)).collect(),
        claims: from.claims.iter().map(|it| draft.claim(it)).collect(),
        costs: from.costs.iter().map(|it| draft.cost(it)).collect(),
        statements: vec![],
        unknowns: vec![],
        disagreements: vec![],
    }
    .knowing([since.procurement(from), since.summary(from)])
}

impl Procurement {
    /// With the days since when anything and since when all of it is known, as statements without
    /// words.
    fn knowing(mut self, days: [Day; 2]) -> Procurement {
        self.statements = days
            .map(|day| Statement {
                id: Id::nameless(),
                date: PartialDate::Day(day),
                public: None,
                by: Text::default(),
                text: Text::default(),
                sources: vec![],
            })
            .into();
        self
    }
}

struct Draft<'a> {
    today: &'a Dataset,
    since: &'a Since<'a>,
}

impl Draft<'_> {
    /// The day since when a fact is known, where its date alone would tell another one.
    fn public(&self, date: PartialDate, known: Day) -> Option<PartialDate> {
        let told = date.range().last.min(self.today.reviewed);
        (told != known).then_some(PartialDate::Day(known))
    }

    fn milestone(&self, from: &Milestone) -> Milestone {
        let baseline = |from: &Baseline| Baseline {
            plan: from.plan,
            promised: from.promised,
            called: None,
            note: None,
            sources: vec![],
        };
        Milestone {
            id: Id::nameless(),
            name: Text::default(),
            headline: from.headline,
            split_from: None,
            schedule: Schedule {
                original: baseline(&from.schedule.original),
                rebaselines: from.schedule.rebaselines.iter().map(baseline).collect(),
                met: None,
                unmet: None,
            },
        }
    }

    fn plan(&self, from: &Plan) -> Plan {
        Plan {
            id: Id::nameless(),
            announced: from.announced,
            public: self.public(from.announced, self.since.plan(from)),
            form: from.form,
            by: Text::default(),
            note: None,
            sources: vec![],
        }
    }

    fn event(&self, from: &Event) -> Event {
        Event {
            id: Id::nameless(),
            date: from.date,
            public: self.public(from.date, self.since.event(from)),
            kind: from.kind,
            title: Text::default(),
            text: Text::default(),
            parties: vec![],
            sources: vec![],
            confidence: from.confidence,
            landmark: from.landmark,
            note: None,
            tells_of: from.tells_of.clone().filter(|of| *of == TellsOf::Elsewhere),
        }
    }

    fn cost(&self, from: &Cost) -> Cost {
        Cost {
            id: Id::nameless(),
            as_of: from.as_of,
            public: self.public(from.as_of, self.since.cost(from)),
            kind: from.kind,
            money: from.money,
            covers: Text::default(),
            other_area: from.other_area,
            by: Text::default(),
            disputed: None,
            disputed_sources: vec![],
            sources: vec![],
        }
    }

    fn claim(&self, from: &Claim) -> Claim {
        let step = |step: &ClaimStep| ClaimStep {
            date: step.date,
            public: self.public(step.date, self.since.step(step)),
            status: step.status,
            by: from.claimant,
            text: Text::default(),
            sources: vec![],
        };
        Claim {
            id: Id::nameless(),
            kind: from.kind,
            claimant: from.claimant,
            respondent: from.claimant,
            title: Text::default(),
            grounds: vec![],
            remedies: vec![],
            demands: vec![],
            losses: vec![],
            received: vec![],
            steps: from.steps.iter().map(step).collect(),
            outcome: None,
            sources: vec![],
        }
    }
}
