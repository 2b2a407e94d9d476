//! `public` says when a fact became public where its own date does not: nothing is public before
//! it can have happened.

use crate::data::problem::{Problem, ProblemKind};
use crate::data::record::Records;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    for folder in &records.procurements {
        for entry in folder.dated() {
            let (Some(date), Some(public)) = (entry.date, entry.public) else { continue };
            if public.get_ref().range().last < date.get_ref().range().first {
                let (date, span, public) = (*date.get_ref(), public.span(), *public.get_ref());
                let kind = ProblemKind::PublicTooEarly { public, date };
                problems.push(entry.place.problem(Some(span), kind));
            }
        }
    }
}
