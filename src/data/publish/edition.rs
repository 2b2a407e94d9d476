//! The data set in one language, which is what a page loads.

use crate::model::{
    Amount, Baseline, Claim, ClaimStep, Contract, Cost, Dataset, Demand, Disagreement, Event, Lang,
    Loss, Met, Milestone, Party, Plan, Procurement, Receipt, Region, Schedule, Source, Standing,
    Statement, Text, Unknown, Unmet,
};
use std::sync::Arc;

/// A copy with the words of one language; those of the other are empty. What no page shows
/// (items of Wikidata) is left out.
///
/// Every struct that holds a [`Text`] is taken apart field by field, without `..`: a new
/// field does not compile before somebody has decided which language it speaks.
pub fn edition(dataset: &Dataset, lang: Lang) -> Dataset {
    let mut dataset = dataset.clone();
    let Dataset { version: _, licence: _, reviewed: _, parties, sources, procurements, regions } =
        &mut dataset;
    let keep = Keep(lang);
    parties.iter_mut().for_each(|party| keep.party(party));
    Arc::make_mut(sources).iter_mut().for_each(|source| keep.source(source));
    procurements.iter_mut().for_each(|procurement| keep.procurement(procurement));
    regions.iter_mut().for_each(|region| keep.region(region));
    dataset
}

/// The language that stays.
#[derive(Clone, Copy)]
struct Keep(Lang);

impl Keep {
    fn text(self, text: &mut Text) {
        let Text { sv, en } = text;
        match self.0 {
            Lang::Sv => *en = String::new(),
            Lang::En => *sv = String::new(),
        }
    }

    fn texts<'a>(self, texts: impl IntoIterator<Item = &'a mut Text>) {
        texts.into_iter().for_each(|text| self.text(text));
    }

    fn party(self, party: &mut Party) {
        let Party { id: _, role: _, name, former: _, wikidata } = party;
        self.text(name);
        *wikidata = None;
    }

    fn source(self, source: &mut Source) {
        let Source {
            id: _,
            publisher: _,
            title: _,
            url: _,
            published: _,
            language: _,
            kind: _,
            note,
            told: _,
        } = source;
        self.texts(note);
    }

    fn procurement(self, procurement: &mut Procurement) {
        let Procurement {
            id: _,
            outline: _,
            name,
            comparator: _,
            buyer: _,
            supplier: _,
            product: _,
            product_wikidata,
            programmes: _,
            country: _,
            reviewed: _,
            summary,
            summary_sources: _,
            scope,
            scope_sources: _,
            replaces,
            replaces_sources: _,
            standing,
            residents: _,
            contract,
            milestones,
            plans,
            events,
            claims,
            costs,
            statements,
            unknowns,
            disagreements,
        } = procurement;
        *product_wikidata = None;
        self.text(name);
        self.texts([summary, scope, replaces].into_iter().flatten());
        if let Some(Standing { text, since: _, sources: _ }) = standing {
            self.text(text);
        }
        if let Some(Contract { signed: _, value: _, covers, term, sources: _ }) = contract {
            self.texts([covers, term].into_iter().flatten());
        }
        milestones.iter_mut().for_each(|milestone| self.milestone(milestone));
        plans.iter_mut().for_each(|plan| self.plan(plan));
        events.iter_mut().for_each(|event| self.event(event));
        claims.iter_mut().for_each(|claim| self.claim(claim));
        costs.iter_mut().for_each(|cost| self.cost(cost));
        statements.iter_mut().for_each(|statement| self.statement(statement));
        for Unknown { id: _, text } in unknowns {
            self.text(text);
        }
        for Disagreement { id: _, text, sources: _ } in disagreements {
            self.text(text);
        }
    }

    fn region(self, region: &mut Region) {
        let Region {
            id: _,
            code: _,
            name,
            short: _,
            population: _,
            system: _,
            system_as_of: _,
            system_since: _,
            next: _,
            change: _,
            note,
            procurement: _,
            sources: _,
            wikidata,
        } = region;
        *wikidata = None;
        self.text(name);
        self.texts(note);
    }

    fn milestone(self, milestone: &mut Milestone) {
        let Milestone { id: _, name, headline: _, split_from: _, schedule } = milestone;
        let Schedule { original, rebaselines, met, unmet } = schedule;
        self.text(name);
        for baseline in std::iter::once(original).chain(rebaselines) {
            let Baseline { plan: _, promised: _, called, note, sources: _ } = baseline;
            self.texts(called);
            self.texts(note);
        }
        if let Some(Met { date: _, public: _, note, sources: _ }) = met {
            self.texts(note);
        }
        if let Some(Unmet { dropped: _, told_until: _, note, sources: _ }) = unmet {
            self.texts(note);
        }
    }

    fn plan(self, plan: &mut Plan) {
        let Plan { id: _, announced: _, public: _, form: _, by, note, sources: _ } = plan;
        self.text(by);
        self.texts(note);
    }

    fn event(self, event: &mut Event) {
        let Event {
            id: _,
            date: _,
            public: _,
            kind: _,
            title,
            text,
            parties: _,
            sources: _,
            confidence: _,
            landmark: _,
            note,
            tells_of: _,
        } = event;
        self.texts([title, text]);
        self.texts(note);
    }

    fn claim(self, claim: &mut Claim) {
        let Claim {
            id: _,
            kind: _,
            claimant: _,
            respondent: _,
            title,
            grounds: _,
            remedies: _,
            demands,
            losses,
            received,
            steps,
            outcome,
            sources: _,
        } = claim;
        self.text(title);
        self.texts(outcome);
        for Demand { date: _, public: _, form: _, text, amount, sources: _ } in demands {
            self.text(text);
            self.amount(amount);
        }
        for Loss { date: _, public: _, by, text, amount, sources: _ } in losses {
            self.texts([by, text]);
            self.amount(amount);
        }
        for Receipt { date: _, public: _, kind: _, text, amount, sources: _ } in received {
            self.text(text);
            self.amount(amount);
        }
        for ClaimStep { date: _, public: _, status: _, by: _, text, sources: _ } in steps {
            self.text(text);
        }
    }

    fn amount(self, amount: &mut Amount) {
        match amount {
            Amount::Withheld { reason, said_by, sources: _ } => self.texts([reason, said_by]),
            Amount::Public(_) | Amount::NotNamed | Amount::NotFound => {}
        }
    }

    fn cost(self, cost: &mut Cost) {
        let Cost {
            id: _,
            as_of: _,
            public: _,
            kind: _,
            money: _,
            covers,
            other_area: _,
            by,
            disputed,
            disputed_sources: _,
            sources: _,
        } = cost;
        self.texts([covers, by]);
        self.texts(disputed);
    }

    fn statement(self, statement: &mut Statement) {
        let Statement { id: _, date: _, public: _, by, text, sources: _ } = statement;
        self.texts([by, text]);
    }
}
