//! A source, a party, a milestone or a procurement that is named somewhere exists.

use crate::data::problem::{Problem, ProblemKind, nearest};
use crate::data::record::{Entry, Mentioned, Records};
use std::collections::BTreeSet;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    let sources: BTreeSet<&str> = records.sources().map(Entry::name).collect();
    let parties: BTreeSet<&str> = records.parties.iter().map(Entry::name).collect();
    let procurements: BTreeSet<&str> =
        records.procurements.iter().map(|folder| folder.name.as_str()).collect();
    let none = BTreeSet::new();
    for mention in &records.mentions {
        let name = mention.name.get_ref();
        let milestones = || -> BTreeSet<&str> {
            let here = mention.place.file.parent();
            let folder = records.procurements.iter().find(|f| Some(&*f.folder()) == here);
            folder.map_or(none.clone(), |f| f.plans.milestones.iter().map(Entry::name).collect())
        };
        let known = match mention.kind {
            Mentioned::Source => &sources,
            Mentioned::Party => &parties,
            Mentioned::Milestone => &milestones(),
            Mentioned::Procurement => &procurements,
        };
        if known.contains(name.as_str()) {
            continue;
        }
        let (id, nearest) = (name.clone(), nearest(name, known.iter().copied()));
        let kind = match mention.kind {
            Mentioned::Source => ProblemKind::UnknownSource { id, nearest },
            Mentioned::Party => ProblemKind::UnknownParty { id, nearest },
            Mentioned::Milestone => ProblemKind::UnknownMilestone { id, nearest },
            Mentioned::Procurement => ProblemKind::UnknownProcurement { id, nearest },
        };
        problems.push(mention.place.problem(Some(mention.name.span()), kind));
    }
}
