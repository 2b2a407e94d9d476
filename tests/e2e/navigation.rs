//! A reader moves on: no page is fetched again, and they always know where they are.

use crate::stage::{House, Reader, facts, read};
use serde_json::json;
use utlovat::model::Lang;
use utlovat::route::{Address, Page};

const HEADING: &str = "document.querySelector('h1').textContent";

#[tokio::test]
async fn a_link_opens_its_page_in_place_with_title_focus_and_top() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        reader.mark().await;
        let mut before = (reader.client().title().await.unwrap(), reader.text(HEADING).await);
        for path in ["/sv/krav/", "/sv/jamfor/", "/sv/regioner/", "/sv/metod/", "/sv/"] {
            reader.run("scrollTo(0, 400)", vec![]).await;
            reader.click(&format!("header.site nav a[href='{path}']")).await;
            reader.until(&format!("location.pathname === '{path}'")).await;
            arrived(&reader).await;
            let now = (reader.client().title().await.unwrap(), reader.text(HEADING).await);
            assert!(now.0 != before.0 && now.1 != before.1, "{path}: {now:?}");
            assert_eq!(title_of(&house, path), now.0, "{path}");
            let current = "document.querySelector('header.site [aria-current=page]')";
            assert_eq!(reader.text(&format!("{current}.pathname")).await, path);
            before = now;
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_of_all_facts_is_left_to_the_browser() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/metod/")).await;
        reader.mark().await;
        reader.click("header.site nav a[href='/sv/kallor/']").await;
        reader.until("location.pathname === '/sv/kallor/'").await;
        reader.alive().await;
        assert!(!reader.is_marked().await, "it was made anew");
        let facts = |path: &String| path.contains("/facts-");
        assert!(!house.asked().iter().any(facts), "its file has it all");
        // To whoever has all facts it is a page like the others.
        let name = facts::query(facts::one().name.get(Lang::Sv));
        reader.visit(&house.url(&format!("/sv/sok/?q={name}"))).await;
        reader.until("document.querySelector('.found a')").await;
        reader.mark().await;
        reader.click("header.site nav a[href='/sv/kallor/']").await;
        reader.until("location.pathname === '/sv/kallor/'").await;
        arrived(&reader).await;
        assert_eq!(difference(&reader).await, "");
    })
    .await;
}

#[tokio::test]
async fn facts_lead_from_one_to_the_next_in_place() {
    read(async |reader| {
        let house = House::open();
        let home = facts::path(Lang::En, Page::Procurement(facts::one().id.clone()));
        reader.visit(&house.url(&home)).await;
        reader.mark().await;
        reader.click("#claims .ledger summary").await;
        reader.until("document.querySelector('#claims .own-page a')").await;
        reader.click("#claims .own-page a").await;
        reader.until("location.pathname.includes('/claim/')").await;
        arrived(&reader).await;
        reader.click(".neighbors a[rel=next]").await;
        reader.until("document.querySelector('.neighbors a[rel=prev]')").await;
        arrived(&reader).await;
        reader.click(".crumb a").await;
        reader.until(&format!("location.pathname === '{home}'")).await;
        arrived(&reader).await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

/// Where a page that was opened in place differs from its file, in words; nothing where it does
/// not.
async fn difference(reader: &Reader) -> serde_json::Value {
    let compare = "
    // The order of attributes and the borders of text nodes are nobody's business.
    const bare = page => {
        const app = page.querySelector('#app').cloneNode(true);
        const walk = page.createTreeWalker(app, NodeFilter.SHOW_COMMENT), found = [];
        while (walk.nextNode()) found.push(walk.currentNode);
        found.forEach(comment => comment.remove());
        // How to cite the page is written when somebody asks for it.
        app.querySelectorAll('details.cite > div').forEach(asked => asked.replaceChildren());
        app.normalize();
        return app;
    };
    const differ = (was, is) => {
        if (was.isEqualNode(is)) return '';
        const pairs = [...was.childNodes].map((node, at) => [node, is.childNodes[at]]);
        const same = was.cloneNode().isEqualNode(is.cloneNode()) && was.childNodes.length === is.childNodes.length;
        const inner = same && pairs.find(([a, b]) => !a.isEqualNode(b));
        const show = node => (node.outerHTML ?? node.data).slice(0, 300);
        return inner ? differ(...inner) : `${show(was)} … became … ${show(is)}`;
    };
    fetch(location.href).then(answer => answer.text()).then(text =>
        done(differ(bare(new DOMParser().parseFromString(text, 'text/html')), bare(document))));";
    reader.later(compare).await
}

#[tokio::test]
async fn a_page_that_is_opened_in_place_is_the_page_that_was_prerendered() {
    read(async |reader| {
        let house = House::open();
        for lang in Lang::ALL {
            reader.visit(&house.url(&facts::path(lang, Page::Method))).await;
            reader.mark().await;
            let in_place = |path: &&String| {
                let page = Address::parse(path).page;
                path.ends_with('/') && !matches!(page, Page::Sources | Page::Changes | Page::Register)
            };
            for path in facts::lively(lang).iter().filter(in_place) {
                let follow = "const link = document.createElement('a');
                    link.href = arguments[0]; document.body.append(link); link.click(); link.remove();";
                reader.run(follow, vec![json!(path)]).await;
                reader.until(&format!("location.pathname === '{path}'")).await;
                arrived(&reader).await;
                assert_eq!(difference(&reader).await, "", "{path}");
            }
            assert!(reader.is_marked().await);
        }
    })
    .await;
}

#[tokio::test]
async fn back_and_forward_bring_back_page_and_choice_in_place() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/en/timeline/?kind=use")).await;
        reader.mark().await;
        let first = reader.text(HEADING).await;
        reader.click("header.site nav a[href='/en/claims/']").await;
        reader
            .until("location.pathname === '/en/claims/' && document.querySelector('.ledger')")
            .await;
        let second = reader.text(HEADING).await;
        reader.client().back().await.unwrap();
        reader.until(&format!("{HEADING} === {}", json!(first))).await;
        reader.comes_to("/en/timeline/?kind=use").await;
        assert_eq!(
            reader.js("document.querySelectorAll('.chip[aria-pressed=true]').length").await,
            1
        );
        assert_eq!(reader.client().title().await.unwrap(), title_of(&house, "/en/timeline/"));
        reader.client().forward().await.unwrap();
        reader.until(&format!("{HEADING} === {}", json!(second))).await;
        reader.comes_to("/en/claims/").await;
        assert!(reader.is_marked().await);
    })
    .await;
}

#[tokio::test]
async fn a_link_to_a_place_within_a_page_leads_there() {
    read(async |reader| {
        let house = House::open();
        let one = facts::dataset().followed().find(|one| !one.costs.is_empty());
        let one = one.expect("a procurement with costs");
        let home = facts::path(Lang::Sv, Page::Procurement(one.id.clone()));
        reader.visit(&house.url(&home)).await;
        reader.mark().await;
        reader.click(".contents a[href='#costs']").await;
        reader.until("location.hash === '#costs'").await;
        reader
            .until("Math.abs(document.getElementById('costs').getBoundingClientRect().top) < 90")
            .await;
        assert!(reader.is_marked().await);
    })
    .await;
}

#[tokio::test]
async fn the_other_language_is_the_same_page() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/krav/")).await;
        reader.click("header.site nav a[href='/sv/jamfor/']").await;
        reader.until("location.pathname === '/sv/jamfor/'").await;
        arrived_by_any_means(&reader).await;
        reader.click(".language a").await;
        reader.until("location.pathname === '/en/compare/'").await;
        reader.alive().await;
        assert_eq!(reader.text("document.documentElement.lang").await, "en");
    })
    .await;
}

/// The page was changed in place, its heading has the focus, and its top is in view.
async fn arrived(reader: &Reader) {
    arrived_by_any_means(reader).await;
    assert!(reader.is_marked().await, "the page was fetched again");
    assert_eq!(reader.js("scrollY").await, 0, "the top is in view");
}

async fn arrived_by_any_means(reader: &Reader) {
    // The heading, or what the reader came to do.
    let first = "document.querySelector('#q') ?? document.querySelector('h1')";
    reader.until(&format!("document.activeElement === ({first})")).await;
}

/// The title that the prerendered file has.
fn title_of(house: &House, path: &str) -> String {
    let (_, _, body) = crate::stage::get(&house.url(path));
    let page = scraper::Html::parse_document(&body);
    let title = scraper::Selector::parse("title").unwrap();
    page.select(&title).next().map(|title| title.text().collect()).unwrap_or_default()
}

#[tokio::test]
async fn a_link_to_a_place_on_another_page_makes_it_the_target() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        reader.mark().await;
        let path = facts::path(Lang::Sv, Page::Procurement(facts::one().id.clone()));
        // As a reader's click on a link of ours to a place.
        reader
            .run(
                "const link = document.querySelector('header.site nav a'); link.href = arguments[0]; link.click();",
                vec![json!(format!("{path}#costs"))],
            )
            .await;
        reader.until("document.querySelector(':target')?.id === 'costs'").await;
        assert_eq!(reader.js("document.activeElement?.tagName !== 'H1'").await, true);
        assert!(reader.is_marked().await, "the page was fetched again");
    })
    .await;
}

#[tokio::test]
async fn another_choice_with_a_place_on_the_same_page_is_made_in_place() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/jamfor/")).await;
        reader.mark().await;
        reader
            .run(
                "const link = document.querySelector('header.site nav a'); link.href = '/sv/jamfor/?align=calendar#content'; link.click();",
                vec![],
            )
            .await;
        reader.until("location.search === '?align=calendar'").await;
        assert!(reader.is_marked().await, "the page was fetched again");
    })
    .await;
}
