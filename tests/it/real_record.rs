//! Tests about the real record: the only ones that read the facts that readers see.
//!
//! Facts change, and a correct one must never turn a test red. So what stands here holds of *any*
//! correct data: [`holds`] asks a data set, wherever it lies, what must be true of all of them, and
//! names no fact of ours. [`edits`] makes many correct changes, each on a copy, and asks the same of
//! the copy. A test of code stands on the toy facts instead, where it may count and
//! name as it likes. The exception is [`seed`], which keeps the facts of the article that started
//! this, as they were known on days that do not move.

mod seed;

mod editing;

mod edits;

mod pages;

use crate::project::root;
use crate::{charts, compare, conclusions, data, knowledge, slips};
use proptest::prelude::*;
use std::path::Path;
use utlovat::analysis::knowledge::horizon;
use utlovat::analysis::slippage::slippage;
use utlovat::data::folder;
use utlovat::data::publish::edition;
use utlovat::model::{Claim, Dataset, Lang};
use utlovat::open_data::v1;

/// The project whose `data/` readers see.
fn real() -> &'static Path {
    root()
}

/// How much is asked of a data set.
#[derive(Clone, Copy, PartialEq)]
enum Care {
    /// All that we know to ask.
    Full,
    /// What takes a second or less, since it is asked of many copies: only some pages, and no
    /// walk through all days.
    Quick,
}

#[test]
fn it_holds() {
    holds(real(), Care::Full);
}

/// What is true of any correct `data/`, whatever it tells: it lies in the folder `project`.
fn holds(project: &Path, care: Care) {
    let (dataset, problems) = folder::read(project);
    let lines = data::lines(&problems, project);
    assert!(problems.is_empty(), "{} problems:\n{lines}", problems.len());
    assert!(!dataset.procurements.is_empty());
    nothing_is_lost_on_the_way(&dataset, project);
    slips_are_those_that_a_calendar_gives(&dataset);
    knowledge::as_of::the_day_of_the_review_is_today(&dataset);
    if care == Care::Full {
        knowledge::as_of::nothing_new_but_on_its_days(&dataset);
    }
    charts::every_drawing_is_right(&dataset);
    compare::every_region_is_drawn(&dataset);
    it_can_be_published(&dataset);
    conclusions::each_is_told_once(&dataset);
    pages::hold(&dataset, care);
}

/// Every entry that stands in a file is in the data set.
fn nothing_is_lost_on_the_way(dataset: &Dataset, project: &Path) {
    let files = data::files(project);
    let headers = |header: &str| -> usize {
        let line = |line: &&str| line.trim() == header;
        files.values().map(|text| text.lines().filter(line).count()).sum()
    };
    let all = || dataset.procurements.iter();
    assert_eq!(headers("[[source]]"), dataset.sources.len());
    assert_eq!(headers("[[party]]"), dataset.parties.len());
    assert_eq!(headers("[[region]]"), dataset.regions.len());
    assert_eq!(headers("[[event]]"), all().map(|one| one.events.len()).sum::<usize>());
    assert_eq!(headers("[[claim]]"), all().map(|one| one.claims.len()).sum::<usize>());
    assert_eq!(headers("[[cost]]"), all().map(|one| one.costs.len()).sum::<usize>());
    assert_eq!(headers("[[plan]]"), all().map(|one| one.plans.len()).sum::<usize>());
    assert_eq!(headers("[[milestone]]"), all().map(|one| one.milestones.len()).sum::<usize>());
    assert_eq!(headers("[[statement]]"), all().map(|one| one.statements.len()).sum::<usize>());
    assert_eq!(headers("[[programme]]"), all().map(|one| one.programmes.len()).sum::<usize>());
    let in_claims = |parts: fn(&Claim) -> usize| -> usize {
        all().flat_map(|one| &one.claims).map(parts).sum()
    };
    assert_eq!(headers("[[claim.step]]"), in_claims(|claim| claim.steps.len()));
    assert_eq!(headers("[[claim.demand]]"), in_claims(|claim| claim.demands.len()));
    assert_eq!(headers("[[claim.loss]]"), in_claims(|claim| claim.losses.len()));
    assert_eq!(headers("[[claim.received]]"), in_claims(|claim| claim.received.len()));
    let promises = all()
        .flat_map(|one| &one.milestones)
        .map(|milestone| milestone.schedule.baselines().count());
    assert_eq!(headers("[[plan.promise]]"), promises.sum::<usize>());
}

/// Every slip, computed a second time day by day.
fn slips_are_those_that_a_calendar_gives(dataset: &Dataset) {
    for one in &dataset.procurements {
        for milestone in &one.milestones {
            let (schedule, known) = (&milestone.schedule, slips::last_told(one, milestone));
            for promise in schedule.baselines() {
                let slip = slippage(promise, schedule, horizon(one, milestone));
                let walked = slips::walked(promise.promised, schedule, known, one.reviewed);
                assert_eq!(slip, walked, "{} {}", one.id, milestone.id);
            }
        }
    }
}

/// Each published form of it reads back.
fn it_can_be_published(dataset: &Dataset) {
    let json = v1::to_json(&v1::v1(dataset, "/"));
    let mistakes = v1::mistakes(&json);
    assert!(mistakes.is_empty(), "{mistakes:#?}");
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let told = value["procurements"].as_array().map(Vec::len);
    assert_eq!(told, Some(dataset.procurements.len()));
    for lang in Lang::ALL {
        let edition = edition(dataset, lang);
        let bytes = postcard::to_allocvec(&edition).expect("bytes");
        let read: Dataset = postcard::from_bytes(&bytes).expect("it reads back");
        assert_eq!(read, edition);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..Default::default() })]

    #[test]
    fn whatever_is_done_to_it_there_is_an_answer(
        changes in prop::collection::vec((any::<usize>(), data::mutations::change()), 1..12),
    ) {
        data::mutations::answer(&data::mutations::changed(&data::files(real()), &changes))?;
    }
}
