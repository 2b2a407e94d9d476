//! Nothing is dated after the day of the last review, which is the only "today" there is.
//! Promises are not meant: they speak of the future.

use crate::data::problem::{Place, Problem, ProblemKind};
use crate::data::record::{Folder, Records};
use crate::model::{Day, PartialDate};
use toml::Spanned;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    let Some(dataset) = &records.dataset else { return };
    let Some(reviewed) = &dataset.record.reviewed else { return };
    let mut rule = Rule { reviewed: *reviewed.get_ref(), problems };
    for source in records.sources() {
        rule.date(&source.record.published, &source.place);
    }
    for region in &records.regions {
        rule.date(&region.record.system_as_of, &region.place);
        rule.date(&region.record.system_since, &region.place);
    }
    for folder in &records.procurements {
        rule.folder(folder);
    }
}

struct Rule<'a> {
    reviewed: Day,
    problems: &'a mut Vec<Problem>,
}

impl Rule<'_> {
    fn folder(&mut self, folder: &Folder) {
        for entry in folder.dated() {
            self.date(entry.date, entry.place);
            self.date(entry.public, entry.place);
        }
        for unmet in &folder.plans.unmet {
            self.date(&unmet.record.dropped, &unmet.place);
            self.date(&unmet.record.told_until, &unmet.place);
        }
        if let Some(procurement) = &folder.procurement {
            self.date(&procurement.record.standing_since, &procurement.place);
            if let Some(contract) = &procurement.record.contract {
                self.date(&contract.signed, &procurement.place);
            }
            for programme in &procurement.record.programmes {
                self.date(&programme.record.since, &programme.place);
            }
        }
    }

    fn date(&mut self, date: &Option<Spanned<PartialDate>>, place: &Place) {
        let Some(date) = date else { return };
        if date.get_ref().range().first > self.reviewed {
            let reviewed = self.reviewed.to_string();
            let kind = ProblemKind::AfterReview { date: *date.get_ref(), reviewed };
            self.problems.push(place.problem(Some(date.span()), kind));
        }
    }
}
