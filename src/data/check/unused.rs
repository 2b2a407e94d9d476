//! Every source is cited and every party takes part.

use crate::data::problem::{Problem, ProblemKind};
use crate::data::record::{Entry, Mentioned, Records};
use std::collections::BTreeSet;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    let cited = records.mentioned(Mentioned::Source);
    unused(records.sources(), &cited, problems, |id| ProblemKind::UnusedSource { id });
    let named = records.mentioned(Mentioned::Party);
    unused(records.parties.iter(), &named, problems, |id| ProblemKind::UnusedParty { id });
}

fn unused<'a, R: 'a>(
    entries: impl Iterator<Item = &'a Entry<R>>,
    used: &BTreeSet<&str>,
    problems: &mut Vec<Problem>,
    kind: impl Fn(String) -> ProblemKind,
) {
    for entry in entries {
        let Some(name) = &entry.name else { continue };
        if !used.contains(name.get_ref().as_str()) {
            problems.push(entry.place.problem(Some(name.span()), kind(name.get_ref().clone())));
        }
    }
}
