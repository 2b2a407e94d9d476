//! A page of each type comes alive, and nothing of it is missing.

use crate::stage::{House, facts, read};
use utlovat::model::Lang;

#[tokio::test]
async fn every_type_of_page_comes_alive_in_silence() {
    read(async |reader| {
        let house = House::open();
        for path in facts::lively(Lang::Sv) {
            reader.visit(&house.url(&path)).await;
            assert_ne!(reader.text("document.querySelector('h1').textContent").await, "", "{path}");
            assert_eq!(reader.js("document.getElementById('unavailable').hidden").await, true);
            assert_eq!(reader.console().await, [""; 0], "{path}");
        }
        assert_eq!(house.failures(), []);
    })
    .await;
}

#[tokio::test]
async fn a_link_opens_its_page_in_place() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        reader.mark().await;
        for path in ["/sv/krav/", "/sv/jamfor/", "/sv/"] {
            reader.click(&format!("header.site nav a[href='{path}']")).await;
            reader.until(&format!("location.pathname === '{path}'")).await;
            reader.until("document.activeElement === document.querySelector('h1')").await;
        }
        assert!(reader.is_marked().await, "no page was loaded again");
    })
    .await;
}
