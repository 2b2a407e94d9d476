//! The facts as they were known on a day. The last days that a reader looked at are kept, since
//! the way from one to the next and back is the usual one.

use crate::analysis::knowledge;
use crate::model::{Dataset, Day};
use crate::view::Facts;
use std::sync::Arc;

/// How many days are kept. Each holds as much as all facts do.
const KEPT: usize = 4;

/// The facts of some days, the one that was asked for last at the end.
#[derive(Default)]
pub struct Days(Vec<(Day, Arc<Dataset>, Arc<Dataset>)>);

impl Days {
    /// The facts as they were known on a day, of these facts of today.
    pub fn on(&mut self, today: &Facts, day: Day) -> Facts {
        // More facts may have come since a day was worked out.
        let of_these = |(at, from, _): &(Day, Arc<Dataset>, Arc<Dataset>)| {
            *at == day && Arc::ptr_eq(from, &today.today)
        };
        let kept = match self.0.iter().position(of_these) {
            Some(at) => self.0.remove(at),
            None => {
                let then = Arc::new(knowledge::as_of(&today.today, day));
                (day, today.today.clone(), then)
            }
        };
        let dataset = kept.2.clone();
        self.0.push(kept);
        if self.0.len() > KEPT {
            self.0.remove(0);
        }
        Facts { dataset, ..today.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Messages;
    use crate::model::Lang;

    /// Facts that were reviewed on a day, with nothing in them.
    fn facts(version: &str) -> Facts {
        let dataset = Dataset {
            version: version.to_owned(),
            licence: Default::default(),
            reviewed: Day(20_000),
            parties: vec![],
            sources: Default::default(),
            procurements: vec![],
            regions: vec![],
        };
        let messages = Box::leak(Box::new(Messages::new(Lang::Sv, vec![])));
        Facts::of_today(dataset, messages, "/", "")
    }

    #[test]
    fn a_day_of_few_facts_is_not_taken_for_that_day_of_all_facts() {
        let (few, all) = (facts("few"), facts("all"));
        let (mut days, day) = (Days::default(), Day(19_000));
        assert_eq!(days.on(&few, day).dataset.version, "few");
        assert_eq!(days.on(&all, day).dataset.version, "all");
        // A day that was asked for before is the very same.
        assert!(days.on(&all, day) == days.on(&all, day));
    }

    #[test]
    fn a_way_through_many_days_holds_few_of_them() {
        let (facts, mut days) = (facts("all"), Days::default());
        let first = Arc::downgrade(&days.on(&facts, Day(0)).dataset);
        for day in 1..50 {
            days.on(&facts, Day(day));
        }
        assert!(first.upgrade().is_none(), "the first day is still held");
        assert_eq!(days.0.len(), KEPT);
    }
}
