//! The list itself: the data set, its procurements one by one, its regions and parties.

use super::{Conclusion, Counted, Grounds, Value, What, milestones};
use crate::analysis::compare::summary;
use crate::analysis::outcome::standing;
use crate::analysis::sums::sums;
use crate::model::{Amount, Claim, ClaimKind, Dataset, Id, PartialDate, Procurement, Text};

/// Everything that we conclude from a data set, in the order in which the site tells it.
pub fn conclusions(dataset: &Dataset) -> Vec<Conclusion> {
    let mut list = List::default();
    list.add(What::Reviewed, "", Value::Date(PartialDate::Day(dataset.reviewed)));
    for (what, count) in [
        (Counted::Sources, dataset.sources.len()),
        (Counted::Parties, dataset.parties.len()),
        (Counted::Regions, dataset.regions.len()),
    ] {
        list.count(what, count);
    }
    for one in &dataset.procurements {
        list.about = Some(one.id.clone());
        list.names = vec![one.name.clone()];
        procurement(&mut list, one);
    }
    list.about = None;
    for region in &dataset.regions {
        list.names = vec![region.name.clone()];
        let path = region.id.as_str();
        for (what, system) in [(What::System, &region.system), (What::NextSystem, &region.next)] {
            if let Some(system) = system {
                list.add(what, path, Value::Name(system.clone()));
            }
        }
        list.add(What::SystemChange, path, Value::Change(region.change));
    }
    list.names.clear();
    for party in &dataset.parties {
        list.add(What::PartyName, party.id.as_str(), Value::Text(party.name.clone()));
    }
    list.all
}

fn procurement(list: &mut List, one: &Procurement) {
    list.add(What::Procurement, "", Value::There);
    if !one.comparator {
        list.add(What::Followed, "", Value::There);
    }
    let summary = summary(one);
    if let Some(headline) = one.headline() {
        list.add(What::Headline, "", Value::Text(headline.name.clone()));
    }
    for milestone in &one.milestones {
        list.names.push(milestone.name.clone());
        milestones::of(one, milestone, &mut |what, plan, value, grounds| {
            list.push(what, &format!("{}/{plan}", milestone.id), value, grounds);
        });
        list.names.truncate(1);
    }
    list.add(What::KnownThrough, "", Value::Date(summary.known));
    for (what, months) in [
        (What::SigningToUse, summary.signing_to_use),
        (What::SigningToPause, summary.signing_to_pause),
        (What::SigningToEnd, summary.signing_to_end),
    ] {
        if let Some(months) = months {
            list.add(what, "", Value::Months(months));
        }
    }
    if let Some(standing) = &one.standing {
        list.add(What::Standing, "", Value::Text(standing.text.clone()));
    }
    if let Some(summary) = &one.summary {
        list.add(What::Summary, "", Value::Text(summary.clone()));
    }
    if let Some(product) = &one.product {
        list.add(What::Product, "", Value::Name(product.clone()));
    }
    one.claims.iter().for_each(|claim| self::claim(list, claim));
    for kind in ClaimKind::ALL {
        let demanded: Vec<Amount> = one
            .claims
            .iter()
            .filter(|claim| claim.kind == kind)
            .filter_map(Claim::demanded)
            .collect();
        let sums = sums(&demanded.iter().collect::<Vec<_>>());
        if !sums.is_empty() {
            list.add(What::Sums(kind), "", Value::Sums(sums));
        }
    }
    for cost in &one.costs {
        list.names.push(cost.covers.clone());
        list.add(What::Cost, cost.id.as_str(), Value::Money(cost.money));
        list.names.truncate(1);
    }
    for (what, count) in [
        (Counted::Events, one.events.len()),
        (Counted::Plans, one.plans.len()),
        (Counted::Milestones, one.milestones.len()),
        (Counted::Claims, one.claims.len()),
        (Counted::Costs, one.costs.len()),
        (Counted::Statements, one.statements.len()),
        (Counted::Unknowns, one.unknowns.len()),
        (Counted::Disagreements, one.disagreements.len()),
    ] {
        list.count(what, count);
    }
}

fn claim(list: &mut List, claim: &Claim) {
    list.names.push(claim.title.clone());
    let id = claim.id.as_str();
    list.add(What::Claim, id, Value::Status(standing(claim)));
    if let Some(amount) = claim.demanded() {
        list.add(What::Demanded, id, Value::Amount(bare(&amount)));
    }
    for (nth, part) in claim.received.iter().enumerate() {
        let path = format!("{id}/{nth}");
        list.add(What::Received(part.kind), &path, Value::Amount(bare(&part.amount)));
    }
    if let Some(outcome) = &claim.outcome {
        list.add(What::Outcome, id, Value::Text(outcome.clone()));
    }
    list.names.truncate(1);
}

/// An amount without what two data sets number differently: its sources.
fn bare(amount: &Amount) -> Amount {
    match amount {
        Amount::Withheld { .. } => {
            Amount::Withheld { reason: Text::default(), said_by: Text::default(), sources: vec![] }
        }
        other => other.clone(),
    }
}

/// The conclusions so far, and what the next one is about.
#[derive(Default)]
struct List {
    all: Vec<Conclusion>,
    about: Option<Id>,
    names: Vec<Text>,
}

impl List {
    fn add(&mut self, what: What, path: &str, value: Value) {
        self.push(what, path, value, None);
    }

    fn count(&mut self, what: Counted, count: usize) {
        self.add(What::Count(what), "", Value::Count(count));
    }

    fn push(&mut self, what: What, path: &str, value: Value, grounds: Option<Grounds>) {
        let path = match &self.about {
            Some(about) => format!("{about}/{path}"),
            None => path.to_owned(),
        };
        let (names, procurement) = (self.names.clone(), self.about.clone());
        self.all.push(Conclusion { what, path, names, value, grounds, procurement });
    }
}
