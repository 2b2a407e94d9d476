//! What holds of every page, whatever the facts are.

use super::Care;
use crate::pages::Edition;
use crate::{days, early, headlines, heads, search, sparse};
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
    for day in stops.iter().step_by(stops.len() / 24 + 1).chain(stops.last()) {
        headlines::holds(dataset, *day);
    }
    for part in 1..4 {
        days::no_page_links_to_what_is_later(&edition, stops[stops.len() * part / 4]);
    }
    nothing_is_told_early(dataset);
    search::since_is_the_way_back(dataset, stops.len() / 8 + 1);
}

/// On every day on which something became known the heads tell nothing early; those of single
/// facts, the pages and the JSON, which take longer to read, on some of those days, spread over
/// all years.
fn nothing_is_told_early(dataset: &Dataset) {
    let stops = knowledge::days(dataset);
    let editions = Lang::ALL.map(|lang| Edition::new(dataset, lang));
    let single = |page: &Page| matches!(page, Page::Event(..) | Page::Claim(..));
    for (at, day) in stops.iter().enumerate() {
        // The languages take turns, since they come from the same facts.
        let edition = &editions[at % editions.len()];
        early::heads_tell_nothing_early(dataset, edition, *day, |page| {
            at % 16 < 2 || !single(page)
        });
    }
    for part in 1..5 {
        let edition = &editions[part % editions.len()];
        let day = stops[stops.len() * part / 5];
        early::pages_tell_nothing_early(dataset, edition, day, |page| !single(page));
    }
    for (at, day) in stops.iter().step_by(stops.len() / 8 + 1).enumerate() {
        early::json_tells_nothing_early(dataset, *day);
        let edition = &editions[at % editions.len()];
        early::figure_data_tells_nothing_early(dataset, edition, *day);
    }
}
