//! The article that started this: its facts as they stood on days that do not move.
//!
//! A later fact changes none of these. Who finds that the article itself was wrong corrects
//! `data/` and this file together.

use crate::knowledge::day;
use crate::project::procurement;
use std::sync::LazyLock;
use utlovat::analysis::compare::summary;
use utlovat::analysis::knowledge::as_of;
use utlovat::analysis::slippage::{Months, Slippage};
use utlovat::data::folder;
use utlovat::model::{Dataset, PartialDate};

static REAL: LazyLock<Dataset> = LazyLock::new(|| folder::read(super::real()).0);

#[test]
fn in_june_2022_vastra_gotaland_had_promised_what_the_article_tells() {
    let then = as_of(&REAL, day("2022-06-01"));
    let vgr = procurement(&then, "vgr-millennium");
    let first = &vgr.headline().expect("it had been promised").schedule;
    assert_eq!(first.original.promised.to_string(), "2021-spring");
    assert_eq!(
        (first.latest().promised.to_string(), &first.met),
        ("2024-autumn".to_owned(), &None)
    );
    assert_eq!(vgr.contract.as_ref().map(|it| it.signed.to_string()).as_deref(), Some("2018-11"));
    let supplier = then.party(vgr.supplier.expect("the contract was signed"));
    assert_eq!(supplier.name.en, "Cerner");
}

#[test]
fn in_november_2024_it_was_41_to_44_months_late() {
    let then = as_of(&REAL, day("2024-11-30"));
    let slip = summary(procurement(&then, "vgr-millennium")).slip;
    assert_eq!(slip, Some(Slippage::Late(Months { at_least: 41, at_most: 44 })));
}

#[test]
fn in_june_2022_skane_had_the_suppliers_proposal() {
    let then = as_of(&REAL, day("2022-06-01"));
    let skane = procurement(&then, "skane-millennium");
    let latest = skane.headline().expect("it had been promised").schedule.latest();
    let plan = &skane.plans[usize::from(latest.plan.0)];
    assert_eq!(format!("{:?} {}", plan.form, latest.promised), "Proposal 2025-04");
}

#[test]
fn in_june_2022_aster_had_been_given_up() {
    let then = as_of(&REAL, day("2022-06-01"));
    let aster = procurement(&then, "aster-millennium");
    let first = aster.headline().expect("its first go-live had been promised");
    let on = PartialDate::parse("2021-10-15").expect("a date");
    assert_eq!(first.schedule.dropped(), Some(on));
    assert!(matches!(summary(aster).slip, Some(Slippage::Dropped { .. })));
}
