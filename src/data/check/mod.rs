//! The rules that look across fields, entries and files: one a file, one sentence each.
//!
//! What one value can tell by itself (a date, an id, an empty text) is told while reading,
//! in [`record`](super::record); what is left out of the model for it, in
//! [`resolve`](super::resolve).

mod expected_files;

mod name_is_id;

mod duplicate_id;

mod listed_procurements;

mod unknown_reference;

mod unused;

mod address;

mod plan_order;

mod step_order;

mod opposing_parties;

mod never_promised;

mod split_order;

mod met_and_unmet;

mod met_before_announced;

mod after_review;

mod doubtful;

mod headline;

mod tells_of;

mod dates_in_text;

mod text_later;

mod public_later;

mod forbidden_word;

pub use address::web_address;

use super::problem::Problem;
use super::record::Records;

/// Everything that is wrong, by every rule.
pub fn all(records: &Records) -> Vec<Problem> {
    let mut problems = vec![];
    for check in CHECKS {
        check(records, &mut problems);
    }
    problems
}

const CHECKS: &[fn(&Records, &mut Vec<Problem>)] = &[
    expected_files::check,
    name_is_id::check,
    duplicate_id::check,
    listed_procurements::check,
    unknown_reference::check,
    unused::check,
    address::check,
    plan_order::check,
    step_order::check,
    opposing_parties::check,
    never_promised::check,
    split_order::check,
    met_and_unmet::check,
    met_before_announced::check,
    after_review::check,
    doubtful::check,
    headline::check,
    tells_of::check,
    text_later::check,
    public_later::check,
    forbidden_word::check,
];
