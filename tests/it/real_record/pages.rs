//! What holds of every page, whatever the facts are.

use super::Care;
use crate::pages::Edition;
use crate::{days, heads, search, sparse};
use utlovat::analysis::knowledge;
use utlovat::model::{Dataset, Lang};
use utlovat::route::Page;

/// Every page is whole, and on earlier days tells nothing of what is later.
pub fn hold(dataset: &Dataset, care: Care) {
    for lang in Lang::ALL {
        let edition = Edition::new(dataset, lang);
        let single = |page: &Page| matches!(page, Page::Event(..) | Page::Claim(..));
        let bodies = heads::bodies(&edition, |page| care == Care::Full || !single(page));
        sparse::read_whole(&bodies);
        if care == Care::Quick {
            // That they could be made at all is most of what an edit may break.
            return;
        }
        heads::pages_are_whole(&bodies);
    }
    let edition = Edition::new(dataset, Lang::Sv);
    let stops = knowledge::days(dataset);
    for part in 1..4 {
        days::no_page_links_to_what_is_later(&edition, stops[stops.len() * part / 4]);
    }
    search::since_is_the_way_back(dataset, stops.len() / 8 + 1);
}
