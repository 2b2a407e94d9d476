//! The facts themselves.

use super::{lines, root};
use utlovat::data::folder;

#[test]
fn the_real_data_set_has_no_problem() {
    let (dataset, problems) = folder::read(root());
    let lines = lines(&problems, root());
    assert!(problems.is_empty(), "{} problems:\n{lines}", problems.len());
    assert!(!dataset.procurements.is_empty());
}

#[test]
fn nothing_of_the_real_data_set_is_lost_on_the_way() {
    let (dataset, _) = folder::read(root());
    let files = super::files(root());
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
    let steps = all().flat_map(|one| &one.claims).map(|claim| claim.steps.len());
    assert_eq!(headers("[[claim.step]]"), steps.sum::<usize>());
    let promises = all()
        .flat_map(|one| &one.milestones)
        .map(|milestone| milestone.schedule.baselines().count());
    assert_eq!(headers("[[plan.promise]]"), promises.sum::<usize>());
}
