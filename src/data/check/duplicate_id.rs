//! An id belongs to one entry: sources, parties and regions in the whole data set, everything else
//! within its procurement. Events and claims share their ids, since both have addresses.

use crate::data::problem::{Place, Problem, ProblemKind};
use crate::data::record::{Entry, Records};
use std::collections::BTreeMap;
use toml::Spanned;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    distinct(records.sources().map(named), problems);
    distinct(records.parties.iter().map(named), problems);
    distinct(records.regions.iter().map(named), problems);
    // A county has one region.
    let codes = records.regions.iter().map(|region| (region.record.code.as_ref(), &region.place));
    distinct(codes, problems);
    for folder in &records.procurements {
        let plans = &folder.plans;
        distinct(folder.events.iter().map(named).chain(folder.claims.iter().map(named)), problems);
        distinct(folder.statements.iter().map(named), problems);
        distinct(plans.milestones.iter().map(named), problems);
        distinct(plans.plans.iter().map(named), problems);
        distinct(plans.met.iter().map(named), problems);
        distinct(plans.unmet.iter().map(named), problems);
        for plan in &plans.plans {
            distinct(plan.record.promises.iter().map(named), problems);
        }
        if let Some(procurement) = &folder.procurement {
            let record = &procurement.record;
            distinct(record.costs.iter().map(named), problems);
            // One list, so that an id is enough to name what is not known or not agreed on.
            let open = record.unknowns.iter().map(named);
            distinct(open.chain(record.disagreements.iter().map(named)), problems);
        }
    }
}

type Named<'a> = (Option<&'a Spanned<String>>, &'a Place);

fn named<R>(entry: &Entry<R>) -> Named<'_> {
    (entry.name.as_ref(), &entry.place)
}

fn distinct<'a>(entries: impl Iterator<Item = Named<'a>>, problems: &mut Vec<Problem>) {
    let mut seen: BTreeMap<&str, &Place> = BTreeMap::new();
    for (name, place) in entries {
        let Some(name) = name.filter(|name| !name.get_ref().trim().is_empty()) else { continue };
        let Some(other) = seen.insert(name.get_ref(), place) else { continue };
        let kind = ProblemKind::DuplicateId {
            id: name.get_ref().clone(),
            other: other.entry.clone(),
            other_file: other.file.clone(),
        };
        problems.push(place.problem(Some(name.span()), kind));
    }
}
