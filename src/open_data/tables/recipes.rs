//! Every table that is published. Tables and columns are only added, never renamed or taken away:
//! `tests/fixtures/csv-columns.txt` remembers them all.

mod promised;

mod happened;

mod claimed;

mod rest;

use super::spec::{Recipe, Spec, key};

const PAGE: Spec = key("page", "page");

const SUMMABLE: Spec = key("summable", "summable");

const SUM_RULE: Spec = key("sum_rule", "sum_rule");

/// The tables, the one to begin with first.
pub fn recipes() -> impl Iterator<Item = &'static Recipe> {
    let all = [promised::PROMISED, happened::HAPPENED, claimed::CLAIMED, rest::REST];
    all.into_iter().flatten()
}
