//! The facts as they were known on a day, worked out once for each day that a reader asks for.

use crate::analysis::knowledge;
use crate::model::{Dataset, Day};
use crate::view::Site;
use std::cell::RefCell;

thread_local! {
    /// Views borrow their facts for good, so a day that was shown once is kept.
    static DAYS: RefCell<Vec<(Day, &'static Dataset)>> = const { RefCell::new(Vec::new()) };
}

/// The site as it would have been on that day.
pub fn dated(site: Site, day: Day) -> Site {
    let dataset = DAYS.with_borrow_mut(|days| {
        let known = days.iter().find(|(kept, _)| *kept == day).map(|(_, dataset)| *dataset);
        known.unwrap_or_else(|| {
            let then: &'static Dataset = Box::leak(Box::new(knowledge::as_of(site.today, day)));
            days.push((day, then));
            then
        })
    });
    Site { dataset, ..site }
}
