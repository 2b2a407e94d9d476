//! What a page fetches of facts and code: what it shows, once, and not before somebody wants it.

use crate::stage::bar::{EARLIER, SAID};
use crate::stage::{Gate, Habits, House, Reply, facts, on_top, read, read_as};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use utlovat::model::{Lang, Procurement};
use utlovat::route::{Of, Page};

/// Which files of facts were asked for: what each is, and of a procurement its id.
fn asked(house: &House) -> Vec<String> {
    let files = house.asked().into_iter().filter(|path| path.ends_with(".bin"));
    let name = |path: String| {
        let (_, name) = path.rsplit_once('/').expect("a folder");
        let (name, _hash) = name.rsplit_once('-').expect("a hash");
        name.replacen("-sv", "", 1)
    };
    let mut files: Vec<String> = files.map(name).collect();
    files.sort();
    files
}

/// The same as they should be: the words, and these.
fn expected(more: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut files: Vec<String> = more.into_iter().chain(["words".to_owned()]).collect();
    files.sort();
    files
}

fn part(procurement: &Procurement) -> String {
    format!("facts-{}", procurement.id)
}

fn page_of(procurement: &Procurement) -> String {
    facts::path(Lang::Sv, Page::Procurement(procurement.id.clone()))
}

#[tokio::test]
async fn a_page_fetches_the_facts_that_it_shows_and_nothing_twice() {
    read(async |reader| {
        let one = facts::one();
        let event = one.events.last().expect("an event");
        let event = facts::path(Lang::Sv, Page::Event(one.id.clone(), event.id.clone()));
        let followed: BTreeSet<String> = facts::dataset().followed().map(part).collect();
        let index = || "index".to_owned();
        let pages = [
            ("/sv/".to_owned(), expected([])),
            ("/sv/metod/".to_owned(), expected([])),
            ("/sv/regioner/".to_owned(), expected([index()])),
            ("/sv/nytt/".to_owned(), expected([index()])),
            ("/sv/tidslinje/".to_owned(), expected(followed.into_iter().chain([index()]))),
            (page_of(one), expected([part(one)])),
            (event, expected([part(one)])),
        ];
        for (path, files) in pages {
            let house = House::open();
            reader.visit(&house.url(&path)).await;
            assert_eq!(asked(&house), files, "{path}");
        }
    })
    .await;
}

/// Which parts of the WASM were asked for.
fn code(house: &House) -> Vec<String> {
    let files = house.asked().into_iter().filter(|path| path.ends_with(".wasm"));
    let name = |path: String| {
        let (_, name) = path.rsplit_once('/').expect("a folder");
        name.rsplit_once('-').expect("a hash").0.to_owned()
    };
    let mut parts: Vec<String> = files.map(name).collect();
    parts.sort();
    parts
}

/// The parts of the WASM that the built site has for these chunks, and the one for everybody.
fn parts(chunks: &[&str]) -> Vec<String> {
    let files = std::fs::read_dir(House::folder().join("assets")).expect("the assets");
    let names = files.map(|file| file.expect("a file").file_name().into_string().expect("a name"));
    let wanted = |name: &String| {
        name.ends_with(".wasm")
            && (name.starts_with("app-")
                || name.split(['-', '.']).any(|part| chunks.contains(&part)))
    };
    let name = |name: String| name.rsplit_once('-').expect("a hash").0.to_owned();
    let mut parts: Vec<String> = names.filter(wanted).map(name).collect();
    parts.sort();
    parts
}

#[tokio::test]
async fn a_page_fetches_the_code_of_its_kind_and_nothing_twice() {
    read(async |reader| {
        let one = facts::one();
        let event = one.events.last().expect("an event").id.clone();
        let claim = one.claims.first().expect("a claim").id.clone();
        let path = |page| facts::path(Lang::Sv, page);
        let charts = [
            path(Page::Timeline),
            path(Page::Claims),
            path(Page::Compare),
            path(Page::Regions),
            path(Page::Procurement(one.id.clone())),
            path(Page::Event(one.id.clone(), event)),
            path(Page::Claim(one.id.clone(), claim)),
            // Whoever follows a link into a day has an embed come alive by itself.
            format!("{}?as-of=2023-01-01", path(Page::Embed(&Page::Timeline, Of::All))),
        ];
        let texts = [
            Page::Sources,
            Page::Method,
            Page::Changes,
            Page::Search,
            Page::Register,
            Page::Glossary,
        ];
        let overview = ["/sv/".to_owned(), "/sv/?as-of=2023-01-01".to_owned()];
        let expected = overview.into_iter().map(|path| (path, None));
        let expected = expected.chain(charts.into_iter().map(|path| (path, Some("charts"))));
        let texts = texts.into_iter().map(|page| (path(page), Some("texts")));
        for (path, chunk) in expected.chain(texts) {
            let house = House::open();
            reader.visit(&house.url(&path)).await;
            assert_eq!(code(&house), parts(chunk.as_slice()), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_code_of_another_kind_of_page_comes_with_the_first_of_them_and_stays() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/")).await;
        reader.mark().await;
        let link = "document.querySelector(\"header.site nav a[href='/sv/metod/']\")";
        reader.js(&format!("{link}.focus()")).await;
        let come = "performance.getEntriesByType('resource').some(e => e.name.includes('/texts-') && e.responseEnd > 0)";
        reader.until(come).await;
        assert_eq!(reader.address().await, "/sv/", "nobody has followed the link");
        assert_eq!(code(&house), parts(&["texts"]));
        for path in ["/sv/metod/", "/sv/regioner/", "/sv/metod/", "/sv/jamfor/", "/sv/"] {
            reader.click(&format!("header.site nav a[href='{path}']")).await;
            reader.until(&format!("location.pathname === '{path}'")).await;
            reader.until("document.activeElement === document.querySelector('h1')").await;
        }
        assert!(reader.is_marked().await, "a page was fetched again");
        assert_eq!(code(&house), parts(&["charts", "texts"]));
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_second_page_of_the_same_procurement_fetches_nothing() {
    read(async |reader| {
        let house = House::open();
        let one = facts::one();
        reader.visit(&house.url(&page_of(one))).await;
        reader.mark().await;
        reader.hit(&on_top("main a[href*='/handelse/']:not([data-open])")).await;
        reader.until("location.pathname.includes('/handelse/')").await;
        reader.until("document.activeElement === document.querySelector('h1')").await;
        assert!(reader.is_marked().await, "the page was fetched again");
        // The mouse now rests on whatever stands there, maybe a link to something else.
        let files = asked(&house);
        for file in expected([part(one)]) {
            assert_eq!(files.iter().filter(|one| **one == file).count(), 1, "{file}: {files:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_link_leads_to_is_fetched_when_the_reader_comes_to_it() {
    read(async |reader| {
        let house = House::open();
        let one = facts::one();
        reader.visit(&house.url("/sv/")).await;
        reader.mark().await;
        let link = format!("document.querySelector(\".card h3 a[href='{}']\")", page_of(one));
        // As Tab does, or a mouse that comes over it.
        reader.js(&format!("{link}.focus()")).await;
        let come = format!(
            "performance.getEntriesByType('resource').some(e => e.name.includes('/facts-sv-{}-') && e.responseEnd > 0)",
            one.id
        );
        reader.until(&come).await;
        assert_eq!(reader.address().await, "/sv/", "nobody has followed it");
        reader.hit(&link).await;
        reader.until(&format!("location.pathname === '{}'", page_of(one))).await;
        reader.until("document.activeElement === document.querySelector('h1')").await;
        assert!(reader.is_marked().await, "the page was fetched again");
        let files = asked(&house);
        let once: BTreeSet<&String> = files.iter().collect();
        assert_eq!(files.len(), once.len(), "nothing is fetched twice: {files:?}");
    })
    .await;
}

#[tokio::test]
async fn a_page_stays_and_answers_until_the_facts_of_the_next_have_come() {
    // In haste: what is held back would hold back the end of loading, too.
    let hasty = Habits { hasty: true, ..Habits::default() };
    read_as(hasty, async |reader| {
        let gate = Gate::default();
        let house = House::holding(&gate, |path| path.contains("/facts-"));
        let one = facts::one();
        reader.visit(&house.url("/sv/")).await;
        reader.mark().await;
        reader.click(&format!(".card h3 a[href='{}']", page_of(one))).await;
        reader.until("document.documentElement.hasAttribute('aria-busy')").await;
        assert_eq!(reader.address().await, "/sv/", "the address is that of the page that stands");
        reader.click("main details.as-table > summary").await;
        reader.until("document.querySelector('main details.as-table').open").await;
        reader.until("document.querySelector('main details.as-table table')").await;
        gate.open();
        reader.until(&format!("location.pathname === '{}'", page_of(one))).await;
        reader.until("document.activeElement === document.querySelector('h1')").await;
        reader.until("!document.documentElement.hasAttribute('aria-busy')").await;
        assert!(reader.is_marked().await, "the page was fetched again");
        reader.back().await;
        reader.until("location.pathname === '/sv/' && document.querySelector('.cards')").await;
        assert!(reader.is_marked().await, "the overview was fetched again");
    })
    .await;
}

#[tokio::test]
async fn the_last_thing_that_the_reader_asked_for_is_what_comes() {
    let hasty = Habits { hasty: true, ..Habits::default() };
    read_as(hasty, async |reader| {
        let gate = Gate::default();
        let house = House::holding(&gate, |path| path.contains("/facts-"));
        reader.visit(&house.url("/sv/")).await;
        reader.mark().await;
        reader.click(&format!(".card h3 a[href='{}']", page_of(facts::one()))).await;
        reader.until("document.documentElement.hasAttribute('aria-busy')").await;
        reader.click("header.site nav a[href='/sv/metod/']").await;
        reader.until("location.pathname === '/sv/metod/'").await;
        gate.open();
        let come = "performance.getEntriesByType('resource').some(e => e.name.includes('/facts-') && e.responseEnd > 0)";
        reader.until(come).await;
        reader.until("!document.documentElement.hasAttribute('aria-busy')").await;
        assert_eq!(reader.address().await, "/sv/metod/");
        assert!(reader.is_marked().await, "the page was fetched again");
    })
    .await;
}

#[tokio::test]
async fn the_overview_fetches_what_a_day_is_told_from_when_it_is_asked_for() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/")).await;
        assert!(!house.asked().iter().any(|path| path.contains("/facts-")));
        reader.open_bar().await;
        let followed: Vec<String> = facts::dataset().followed().map(part).collect();
        let files = asked(&house);
        assert!(followed.iter().all(|file| files.contains(file)), "{files:?}");
        reader.click(EARLIER).await;
        reader.until("location.search.startsWith('?as-of=')").await;
        reader.until(SAID).await;
    })
    .await;
}

#[tokio::test]
async fn facts_that_another_build_has_taken_away_are_had_from_a_page_of_their_own() {
    read(async |reader| {
        let gone = Arc::new(AtomicBool::new(false));
        let taken = Arc::clone(&gone);
        let house = House::with(move |path, _| {
            let taken = taken.load(Ordering::SeqCst) && path.contains("/facts-");
            taken.then(|| Reply::text(404, "gone"))
        });
        let (one, other) = (facts::one(), facts::dataset().followed());
        let other = other.into_iter().find(|it| it.id != one.id).expect("two are followed");
        // A link to a page whose facts are gone is followed by the browser.
        reader.visit(&house.url("/sv/")).await;
        reader.mark().await;
        gone.store(true, Ordering::SeqCst);
        reader.click(&format!(".card h3 a[href='{}']", page_of(one))).await;
        reader.until(&format!("location.pathname === '{}'", page_of(one))).await;
        reader.until("document.querySelectorAll('h1').length === 1").await;
        assert!(!reader.is_marked().await, "the browser has fetched the page");
        // That page says that it cannot answer, and its links lead on.
        reader.until("!document.getElementById('unavailable').hidden").await;
        gone.store(false, Ordering::SeqCst);
        reader.goto(&house.url(&page_of(other))).await;
        reader.alive().await;
        // So is a choice, which the file then says that it does not show.
        reader.visit(&house.url("/sv/")).await;
        gone.store(true, Ordering::SeqCst);
        reader.run("history.pushState(null, '', '?as-of=2023-01-01'); dispatchEvent(new PopStateEvent('popstate'))", vec![]).await;
        reader.until("!document.getElementById('unapplied').hidden").await;
    })
    .await;
}

#[tokio::test]
async fn code_that_cannot_be_had_leaves_the_link_to_the_browser() {
    read(async |reader| {
        for reply in [None, Some("<html>")] {
            let house = House::with(move |path, _| {
                path.contains("/charts-").then(|| match reply {
                    None => Reply::text(404, "gone"),
                    Some(text) => Reply::text(200, text),
                })
            });
            reader.visit(&house.url("/sv/")).await;
            reader.mark().await;
            reader.click("header.site nav a[href='/sv/krav/']").await;
            reader.until("location.pathname === '/sv/krav/'").await;
            // The page's own file has all that it shows, says that it cannot answer, and leads on.
            reader.until("!document.getElementById('unavailable').hidden").await;
            assert!(!reader.is_marked().await, "the browser has fetched the page");
            reader.click("header.site nav a[href='/sv/metod/']").await;
            reader.until("location.pathname === '/sv/metod/'").await;
            reader.alive().await;
        }
    })
    .await;
}
