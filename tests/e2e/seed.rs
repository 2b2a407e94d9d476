//! An editor: the facts that this site was begun for stand on their pages, each with a source
//! in the same entry. Read from the files, as a reader without scripts gets them.

use crate::stage::bar::SAID;
use crate::stage::{House, facts, read};
use scraper::{ElementRef, Html, Selector};
use utlovat::analysis::knowledge;
use utlovat::model::{Day, Id, Lang};
use utlovat::route::{Address, Page};

#[test]
fn vastra_gotaland_keeps_its_contract_and_its_first_promise() {
    let page = Read::page("vgr-millennium", Lang::Sv);
    page.states("tr, dd", &["november 2018"]);
    page.states("tr, li", &["våren 2021"]);
    let page = Read::page("vgr-millennium", Lang::En);
    page.states("tr, dd", &["November 2018"]);
    page.states("tr, li", &["spring 2021"]);
}

#[test]
fn vastra_gotaland_keeps_the_half_billion_of_february_2022() {
    let page = Read::page("vgr-millennium", Lang::Sv);
    page.states(".claim", &["februari 2022", "minst 500 miljoner kronor"]);
    let page = Read::page("vgr-millennium", Lang::En);
    page.states(".claim", &["February 2022", "at least SEK 500 million"]);
}

#[test]
fn vastra_gotaland_keeps_the_plan_of_may_2022() {
    let page = Read::page("vgr-millennium", Lang::Sv);
    page.states(
        ".plans > li",
        &["17 maj 2022", "hösten 2022", "hösten 2024", "våren 2026", "hösten 2026"],
    );
    let page = Read::page("vgr-millennium", Lang::En);
    page.states(
        ".plans > li",
        &["17 May 2022", "autumn 2022", "autumn 2024", "spring 2026", "autumn 2026"],
    );
}

#[test]
fn vastra_gotaland_keeps_each_part_of_that_plan() {
    let parts = [
        ("e-tjänster", "e-services", "hösten 2022", "autumn 2022"),
        ("södra", "south", "hösten 2024", "autumn 2024"),
        ("norra", "north", "våren 2026", "spring 2026"),
        ("östra", "east", "våren 2026", "spring 2026"),
        ("västra", "west", "hösten 2026", "autumn 2026"),
    ];
    for (place_sv, place_en, time_sv, time_en) in parts {
        let within = |lang, place: &str, day: &str, time: &str| {
            let page = Read::page("vgr-millennium", lang);
            let found = page.entries("details[id^=m-]").into_iter().any(|milestone| {
                let name = text(milestone.select(&selector("h3, h4")).next()).to_lowercase();
                let rows = selector("tbody tr");
                name.contains(place)
                    && milestone.select(&rows).any(|row| {
                        let words = text(Some(row));
                        words.contains(day) && words.contains(time) && has_source(row)
                    })
            });
            assert!(found, "{lang:?}: nothing promises {place} for {time} on {day}");
        };
        within(Lang::Sv, place_sv, "17 maj 2022", time_sv);
        within(Lang::En, place_en, "17 May 2022", time_en);
    }
}

#[test]
fn vastra_gotaland_keeps_a_compensation_whose_sum_is_secret() {
    Read::page("vgr-millennium", Lang::Sv).states(".claim", &["Hemligt belopp, enligt"]);
    Read::page("vgr-millennium", Lang::En).states(".claim", &["Secret amount, according to"]);
}

#[test]
fn skane_keeps_the_demands_of_april_and_the_answer_of_may_2022() {
    let page = Read::page("skane-millennium", Lang::Sv);
    page.states(".claim, .events > li", &["april 2022"]);
    page.states(".claim, .events > li, .plans > li", &["maj 2022", "april 2025"]);
    let page = Read::page("skane-millennium", Lang::En);
    page.states(".claim, .events > li", &["April 2022"]);
    page.states(".claim, .events > li, .plans > li", &["May 2022", "April 2025"]);
}

#[test]
fn the_finnish_procurement_fell_on_15_october_2021() {
    Read::page("aster-millennium", Lang::Sv).states("dd, .events > li", &["15 oktober 2021"]);
    Read::page("aster-millennium", Lang::En).states("dd, .events > li", &["15 October 2021"]);
}

#[tokio::test]
async fn on_1_june_2022_each_page_tells_what_was_reported_then_and_nothing_later() {
    read(async |reader| {
        let house = House::open();
        let known = Day::new(2022, 6, 1).expect("a day");
        let then = async |path: &str| {
            reader.visit(&house.url(&format!("{path}?as-of=2022-06-01"))).await;
            reader.until(SAID).await;
            // Whatever is folded away counts too.
            let text = "document.querySelector('main').textContent";
            for event in later(path, known) {
                reader.until(&format!("!{text}.includes({})", serde_json::json!(event))).await;
            }
            reader.text(&format!("{text}.replace(/\\s+/g, ' ')")).await
        };
        let vgr = then("/sv/upphandling/vgr-millennium/").await;
        for reported in [
            "november 2018",
            "våren 2021",
            "minst 500 miljoner kronor",
            "17 maj 2022",
            "hösten 2022",
            "hösten 2024",
            "våren 2026",
            "hösten 2026",
        ] {
            assert!(vgr.contains(reported), "{reported}");
        }
        let skane = then("/sv/upphandling/skane-millennium/").await;
        assert!(skane.contains("april 2025"));
        let aster = then("/sv/upphandling/aster-millennium/").await;
        assert!(aster.contains("15 oktober 2021"));
    })
    .await;
}

#[test]
fn every_event_and_every_claim_has_a_source_on_its_own_page() {
    for lang in Lang::ALL {
        for path in facts::every_path() {
            let page = Address::parse(&path).page;
            if path.starts_with(&format!("/{}/", lang.code()))
                && matches!(page, Page::Event(..) | Page::Claim(..))
            {
                let page = Read::file(&path);
                let lists = page.entries("main ul.source-list");
                assert!(lists.into_iter().any(has_source), "{path}");
            }
        }
    }
}

/// The titles of what became known of a page's procurement after a day.
fn later(path: &str, day: Day) -> Vec<&'static str> {
    let id = path.trim_end_matches('/').rsplit('/').next().expect("a name");
    let today = facts::dataset().procurement(id).expect("a procurement");
    let then = knowledge::as_of(facts::dataset(), day);
    let then = then.procurement(id).expect("a procurement");
    let known = |id| then.events.iter().any(|event| event.id == id);
    let later = today.events.iter().filter(|event| !known(event.id.clone()));
    later.map(|event| event.title.get(Lang::Sv)).collect()
}

/// A page as a reader without scripts has it.
struct Read {
    path: String,
    html: Html,
}

impl Read {
    fn page(procurement: &str, lang: Lang) -> Read {
        let id = Id::parse(procurement).expect("an id");
        Read::file(&facts::path(lang, Page::Procurement(id)))
    }

    fn file(path: &str) -> Read {
        let file = House::folder().join(path.trim_start_matches('/')).join("index.html");
        let html = Html::parse_document(&std::fs::read_to_string(file).expect("a page"));
        Read { path: path.to_owned(), html }
    }

    fn entries(&self, entry: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&selector(entry)).collect()
    }

    /// One entry says all of this and links to a source.
    fn states(&self, entry: &str, words: &[&str]) {
        let says = |element: &ElementRef| {
            let said = text(Some(*element));
            words.iter().all(|word| said.contains(word)) && has_source(*element)
        };
        let found = self.entries(entry).iter().any(says);
        assert!(found, "{}: no entry says {} with a source", self.path, words.join(" and "));
    }
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("a selector")
}

/// Whether an entry names a source, or has the number of one: each number leads to a source
/// (`chapters`).
fn has_source(element: ElementRef) -> bool {
    element.select(&selector("a[rel~=external][href^=http], a.ref")).next().is_some()
}

/// The words of an element, with single spaces.
fn text(element: Option<ElementRef>) -> String {
    let words: Vec<&str> = element.iter().flat_map(|e| e.text()).collect();
    words.concat().split_whitespace().collect::<Vec<_>>().join(" ")
}
