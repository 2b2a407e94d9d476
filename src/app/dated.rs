//! The facts as they were known on a day, worked out once for each day that a reader asks for.

use crate::analysis::knowledge;
use crate::model::{Dataset, Day};
use crate::view::Site;
use std::cell::RefCell;

/// A day, the facts that it was worked out from, and what was known of them on it.
type Kept = (Day, &'static Dataset, &'static Dataset);

thread_local! {
    /// Views borrow their facts for good, so a day that was shown once is kept. The overview's
    /// few facts tell less of a day than all of them, so it is kept with what it was made from.
    static DAYS: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// The site as it would have been on that day.
pub fn dated(site: Site<'static>, day: Day) -> Site<'static> {
    let dataset = DAYS.with_borrow_mut(|days| {
        let of_these = |kept: &&Kept| kept.0 == day && std::ptr::eq(kept.1, site.today);
        let known = days.iter().find(of_these).map(|(_, _, dataset)| *dataset);
        known.unwrap_or_else(|| {
            let then: &'static Dataset = Box::leak(Box::new(knowledge::as_of(site.today, day)));
            days.push((day, site.today, then));
            then
        })
    });
    Site { dataset, ..site }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Messages;
    use crate::model::Lang;

    /// A site that was reviewed on a day, with nothing in it.
    fn site(version: &str) -> Site<'static> {
        let dataset = Dataset {
            version: version.to_owned(),
            licence: Default::default(),
            reviewed: Day(20_000),
            parties: vec![],
            sources: Default::default(),
            procurements: vec![],
            regions: vec![],
        };
        let dataset: &'static Dataset = Box::leak(Box::new(dataset));
        let messages = Box::leak(Box::new(Messages::new(Lang::Sv, vec![])));
        Site { dataset, today: dataset, messages, base: "/", origin: "" }
    }

    #[test]
    fn a_day_of_few_facts_is_not_taken_for_that_day_of_all_facts() {
        let (few, all) = (site("few"), site("all"));
        let day = Day(19_000);
        assert_eq!(dated(few, day).dataset.version, "few");
        assert_eq!(dated(all, day).dataset.version, "all");
        // A day that was asked for before is the very same, so that nothing is made anew.
        assert!(dated(all, day) == dated(all, day));
    }
}
