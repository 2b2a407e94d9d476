//! A host with a folder: the site works below any path.

use crate::stage::{House, facts, read};
use utlovat::model::Lang;
use utlovat::route::Page;

#[tokio::test]
async fn below_a_path_pages_come_alive_lead_on_and_stay_below_it() {
    read(async |reader| {
        let house = House::below();
        let one = facts::path(Lang::En, Page::Procurement(facts::one().id.clone()));
        for path in ["/some/dir/", "/some/dir/sv/krav/", &format!("/some/dir{one}")] {
            reader.visit(&house.url(path)).await;
        }
        reader.mark().await;
        reader.click("header.site nav a[href='/some/dir/en/timeline/']").await;
        reader.until("document.activeElement.tagName === 'H1'").await;
        reader.comes_to("/some/dir/en/timeline/").await;
        assert!(reader.is_marked().await, "the page was changed in place");
        reader.press_chip(facts::one().name.get(Lang::En)).await;
        reader.until("location.search.startsWith('?procurement=')").await;
        reader
            .until("(location.pathname + location.search).startsWith('/some/dir/en/timeline/?')")
            .await;
        reader.client().refresh().await.unwrap();
        reader.until("document.querySelectorAll('section.lane').length === 1").await;
        reader.client().back().await.unwrap();
        let lanes = "document.querySelectorAll('section.lane').length";
        reader.until(&format!("{lanes} === {}", facts::lanes())).await;
        reader.click(".language a").await;
        reader.until("location.pathname === '/some/dir/sv/tidslinje/'").await;
        reader.alive().await;
        assert_eq!(reader.console().await, [""; 0]);
        assert_eq!(house.failures(), []);
        let astray: Vec<_> =
            house.asked().into_iter().filter(|path| !path.starts_with("/some/dir/")).collect();
        assert_eq!(astray, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn below_a_path_an_embed_opens_a_mark() {
    read(async |reader| {
        let house = House::below();
        reader.goto(&house.url("/some/dir/embed/sv/tidslinje/")).await;
        reader
            .run("document.querySelector('a.mark').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))", vec![])
            .await;
        reader.until("document.querySelector('.panel article')").await;
        assert_eq!(reader.console().await, [""; 0]);
        assert_eq!(house.failures(), []);
    })
    .await;
}

#[tokio::test]
async fn a_copied_embed_code_holds_the_published_address() {
    read(async |reader| {
        let house = House::below();
        reader.goto(&house.url("/some/dir/sv/anvand/tidslinje/")).await;
        let code = reader.text("document.querySelector('#reuse-iframe').value").await;
        assert!(
            code.contains("src=\"https://example.org/some/dir/embed/sv/tidslinje/?theme=auto\""),
            "{code}"
        );
        let canonical = reader.text("document.querySelector('link[rel=canonical]').href").await;
        assert_eq!(canonical, "https://example.org/some/dir/sv/anvand/tidslinje/");
    })
    .await;
}
