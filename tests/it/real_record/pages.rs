//! What holds of every page, whatever the facts are.

use crate::pages::Edition;
use crate::{days, heads, search, sparse};
use utlovat::analysis::knowledge;
use utlovat::model::{Dataset, Lang};

/// Every page is whole, and on earlier days tells nothing of what is later.
pub fn hold(dataset: &Dataset) {
    for lang in Lang::ALL {
        let edition = Edition::new(dataset, lang);
        let bodies = heads::bodies(&edition);
        heads::pages_are_whole(&bodies);
        sparse::read_whole(&bodies);
    }
    let edition = Edition::new(dataset, Lang::Sv);
    let stops = knowledge::days(dataset);
    for part in 1..4 {
        days::no_page_links_to_what_is_later(&edition, stops[stops.len() * part / 4]);
    }
    search::since_is_the_way_back(dataset, stops.len() / 8 + 1);
}
