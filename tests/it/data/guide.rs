//! The editor's guide says what the checker does.

use super::root;
use std::collections::BTreeSet;
use utlovat::model::Word;
use utlovat::model::{
    ClaimKind, Confidence, CostKind, Country, Currency, DemandForm, EventKind, Ground, Licence,
    PartialDate, PartyRole, PlanForm, Qualifier, ReceiptKind, RegionChange, Remedy, SourceKind,
    SourceLanguage, StepStatus,
};

pub fn guide() -> String {
    std::fs::read_to_string(root().join("data/README.md")).expect("data/README.md")
}

#[test]
fn it_lists_every_word() {
    fn listed<W: Word>(field: &str, guide: &str) {
        let row = guide.lines().find(|line| line.starts_with(&format!("| {field} |")));
        let row = row.unwrap_or_else(|| panic!("data/README.md has no row for {field}"));
        for (word, _) in W::WORDS {
            assert!(row.contains(&format!("`{word}`")), "`{word}` is not listed for {field}");
        }
    }
    let guide = guide();
    listed::<EventKind>("event `kind`", &guide);
    listed::<Confidence>("`confidence`", &guide);
    listed::<PlanForm>("plan `form`", &guide);
    listed::<ClaimKind>("claim `kind`", &guide);
    listed::<DemandForm>("demand `form`", &guide);
    listed::<ReceiptKind>("received `kind`", &guide);
    listed::<Ground>("`grounds`", &guide);
    listed::<Remedy>("`remedies`", &guide);
    listed::<StepStatus>("step `status`", &guide);
    listed::<CostKind>("cost `kind`", &guide);
    listed::<Qualifier>("`qualifier`", &guide);
    listed::<Currency>("`currency`", &guide);
    listed::<Country>("`country`", &guide);
    listed::<Licence>("`licence`", &guide);
    listed::<PartyRole>("party `role`", &guide);
    listed::<RegionChange>("region `change`", &guide);
    listed::<SourceKind>("source `kind`", &guide);
    listed::<SourceLanguage>("source `language`", &guide);
}

#[test]
fn every_date_in_it_is_one() {
    let guide = guide();
    let rows = guide.lines().filter(|line| line.starts_with("| `\""));
    let dates: Vec<&str> = rows
        .flat_map(|row| row.split('`').filter_map(|part| part.strip_prefix('"')?.strip_suffix('"')))
        .collect();
    assert!(dates.len() >= 16, "{dates:?}");
    for date in dates {
        assert!(PartialDate::parse(date).is_ok(), "{date}");
    }
}

#[test]
fn it_tells_every_option_of_the_check() {
    let source = std::fs::read_to_string(root().join("xtask/src/main.rs")).expect("its source");
    let (_, check) = source.split_once("struct Check {").expect("the options of the check");
    let (fields, _) = check.split_once("\n}").expect("its end");
    let fields = fields.lines().map(str::trim).filter(|line| !line.starts_with(['/', '#']));
    let options: BTreeSet<&str> =
        fields.filter_map(|line| Some(line.split_once(": ")?.0)).collect();
    assert!(options.contains("since"), "{options:?}");
    let guide = guide();
    let (swedish, english) = guide.split_once("\n## English\n").expect("both languages");
    for part in [swedish, english] {
        let lines = part.lines().filter_map(|line| line.strip_prefix("- `--"));
        let told = lines.filter_map(|line| line.split([' ', '`']).next());
        assert_eq!(told.collect::<BTreeSet<&str>>(), options);
    }
}
