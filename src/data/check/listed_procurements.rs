//! `dataset.toml` lists each folder of `data/procurements/`, and nothing else.

use crate::data::problem::{Problem, ProblemKind, nearest};
use crate::data::record::Records;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    let Some(dataset) = &records.dataset else { return };
    let listed = &dataset.record.procurements;
    let folders = || records.procurements.iter().map(|folder| folder.name.as_str());
    for id in listed {
        if !folders().any(|folder| folder == id.get_ref()) {
            let nearest = nearest(id.get_ref(), folders());
            let kind = ProblemKind::UnknownProcurement { id: id.get_ref().clone(), nearest };
            problems.push(dataset.place.problem(Some(id.span()), kind));
        }
    }
    for folder in &records.procurements {
        if listed.iter().all(|id| *id.get_ref() != folder.name)
            && let Some(procurement) = &folder.procurement
        {
            let kind = ProblemKind::UnlistedProcurement { id: folder.name.clone() };
            problems.push(procurement.place.problem(Some(procurement.name_span()), kind));
        }
    }
}
