//! A file of sources and a procurement's folder are named by their ids.

use crate::data::problem::{Problem, ProblemKind};
use crate::data::record::{Entry, Records};

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    for publisher in &records.publishers {
        let stem = publisher.place.file.file_stem().and_then(|stem| stem.to_str());
        compare(publisher, stem.unwrap_or_default(), problems);
    }
    for folder in &records.procurements {
        if let Some(procurement) = &folder.procurement {
            compare(procurement, &folder.name, problems);
        }
    }
}

fn compare<R>(entry: &Entry<R>, name: &str, problems: &mut Vec<Problem>) {
    if let Some(id) = &entry.name
        && id.get_ref() != name
    {
        let kind = ProblemKind::NameNotId { name: name.to_owned(), id: id.get_ref().clone() };
        problems.push(entry.place.problem(Some(id.span()), kind));
    }
}
