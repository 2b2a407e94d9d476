//! Nobody makes a claim against themselves.

use crate::data::problem::{Problem, ProblemKind};
use crate::data::record::Records;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    for claim in records.procurements.iter().flat_map(|folder| &folder.claims) {
        if let (Some(claimant), Some(respondent)) =
            (&claim.record.claimant, &claim.record.respondent)
            && claimant.get_ref() == respondent.get_ref()
        {
            let kind = ProblemKind::SameParty { id: respondent.get_ref().clone() };
            problems.push(claim.place.problem(Some(respondent.span()), kind));
        }
    }
}
