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
pub fn dated(site: Site, day: Day) -> Site {
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
