//! The facts as they were known on a day, worked out once for each day that a reader asks for.

use crate::analysis::knowledge;
use crate::model::{Dataset, Day};
use crate::view::Site;
use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    /// Views borrow their facts for good, so a day that was shown once is kept.
    static DAYS: RefCell<BTreeMap<Day, &'static Dataset>> = const { RefCell::new(BTreeMap::new()) };
}

/// The site as it would have been on that day.
pub fn dated(site: Site, day: Day) -> Site {
    let dataset = DAYS.with_borrow_mut(|days| {
        *days.entry(day).or_insert_with(|| Box::leak(Box::new(knowledge::as_of(site.today, day))))
    });
    Site { dataset, ..site }
}
