//! What a page takes on paper.

use crate::stage::{House, facts, read};
use utlovat::model::{Lang, Procurement};
use utlovat::route::{Address, Page};

/// How many sheets a page may take.
async fn sheets(page: Page, most: usize) {
    read(async move |reader| {
        let house = House::open();
        for lang in Lang::ALL {
            let path = Address::new(lang, page.clone()).to_string();
            reader.visit(&house.url(&path)).await;
            let sheets = reader.printed().await;
            assert!(sheets.len() <= most, "{path}: {} sheets: {sheets:?}", sheets.len());
            let (_, before) = sheets.split_last().expect("a page takes a sheet");
            let empty = before.iter().position(|filled| *filled < 1.0 / 3.0);
            assert_eq!(empty, None, "{path}: a sheet is less than a third full: {sheets:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_event_takes_two_sheets() {
    let one = facts::one();
    let longest = one.events.iter().max_by_key(|event| event.text.sv.len());
    let longest = longest.expect("an event").id.clone();
    sheets(Page::Event(one.id.clone(), longest), 2).await;
}

#[tokio::test]
async fn the_front_page_takes_two_sheets() {
    sheets(Page::Overview, 2).await;
}

#[tokio::test]
async fn the_largest_procurement_takes_eight_sheets() {
    let told = |one: &&Procurement| one.events.len() + one.statements.len() + one.costs.len();
    let one = facts::dataset().followed().max_by_key(told).expect("a followed procurement");
    sheets(Page::Procurement(one.id.clone()), 8).await;
}
