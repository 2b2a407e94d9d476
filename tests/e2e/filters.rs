//! A reader chooses: what is left is what the facts say, and the address is the choice.

use crate::stage::{House, Reader, facts, read};
use utlovat::analysis::filter::{keeps_claim, keeps_event};
use utlovat::chart::timeline;
use utlovat::i18n::{kind, words};
use utlovat::model::{ClaimKind, EventGroup, Lang, Procurement, StepStatus, Word};
use utlovat::route::{Page, Selection};

const LANES: &str = "document.querySelectorAll('section.lane').length";
const ROWS: &str = "document.querySelectorAll('.as-table tbody tr').length";
const CLAIMS: &str = "document.querySelectorAll('ol.ledger > li:not([hidden])').length";

#[tokio::test]
async fn each_kind_of_event_leaves_its_rows_and_its_sentence() {
    read(async |reader| {
        let house = House::open();
        unfolded(&reader, &house.url("/en/timeline/")).await;
        let english = facts::words(Lang::En);
        for group in EventGroup::ALL {
            let name = english.get(kind::event_group(group));
            reader.press_chip(name).await;
            let query = format!("?kind={}", group.word());
            reader.until(&format!("location.search === '{query}'")).await;
            let rows = rows_left(&query);
            reader.until(&format!("{ROWS} === {rows}")).await;
            reader.press_chip(name).await;
            reader.until("location.search === ''").await;
        }
    })
    .await;
}

#[tokio::test]
async fn years_narrow_the_axis_and_the_rows_and_reset_brings_all_back() {
    read(async |reader| {
        let house = House::open();
        unfolded(&reader, &house.url("/sv/tidslinje/")).await;
        let all = rows_left("");
        assert_eq!(reader.js(ROWS).await, all);
        assert!(!reader.find("button.reset").await.is_enabled().await.unwrap());
        reader.unfold_around("document.querySelector('#from-year')").await;
        // A year in the middle and the next one, with years on either side where there are any.
        let (from, to) = (facts::a_year(), facts::known().last_year.min(facts::a_year() + 1));
        reader.find("#from-year").await.select_by_value(&from.to_string()).await.unwrap();
        reader.until(&format!("location.search === '?from={from}'")).await;
        reader.find("#to-year").await.select_by_value(&to.to_string()).await.unwrap();
        reader.until(&format!("location.search === '?from={from}&to={to}'")).await;
        let some = rows_left(&format!("from={from}&to={to}"));
        assert!(0 < some && some < all);
        reader.until(&format!("{ROWS} === {some}")).await;
        let axis = reader.text("document.querySelector('.drawing .axis').textContent").await;
        let on_axis = |year: i16| axis.contains(&year.to_string());
        assert!(on_axis(from) && !on_axis(from - 1) && !on_axis(to + 1), "{axis}");

        reader.client().refresh().await.unwrap();
        reader.alive().await;
        unfold(&reader).await;
        reader.until(&format!("{ROWS} === {some}")).await;
        assert_eq!(
            reader.text("document.querySelector('#from-year').value").await,
            from.to_string()
        );
        assert_eq!(reader.text("document.querySelector('#to-year').value").await, to.to_string());

        // A first year after the last one lets go of the last one.
        reader.unfold_around("document.querySelector('#from-year')").await;
        let after = facts::known().last_year;
        reader.find("#from-year").await.select_by_value(&after.to_string()).await.unwrap();
        reader.until(&format!("location.search.startsWith('?from={after}')")).await;
        if after > to {
            reader.until("!location.search.includes('to=')").await;
        }
        reader.click("button.reset").await;
        reader.until(&format!("location.search === '' && {ROWS} === {all}")).await;
        assert!(!reader.find("button.reset").await.is_enabled().await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn a_table_that_is_opened_after_the_choice_shows_the_choice() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/tidslinje/")).await;
        reader.press_chip(facts::words(Lang::Sv).get(kind::event_group(EventGroup::Money))).await;
        reader.until("location.search === '?kind=money'").await;
        unfold(&reader).await;
        reader.until(&format!("{ROWS} === {}", rows_left("kind=money"))).await;
    })
    .await;
}

#[tokio::test]
async fn kinds_and_outcomes_leave_as_many_claims_as_the_facts_have() {
    read(async |reader| {
        let house = House::open();
        for (lang, path) in [(Lang::Sv, "/sv/krav/"), (Lang::En, "/en/claims/")] {
            unfolded(&reader, &house.url(path)).await;
            let words = facts::words(lang);
            let count = |kinds: &[ClaimKind], outcomes: &[StepStatus]| {
                let all = facts::dataset().followed().flat_map(|p| &p.claims);
                all.filter(|claim| keeps_claim(claim, kinds, outcomes)).count()
            };
            assert_eq!(reader.js(CLAIMS).await, count(&[], &[]));
            reader.run("document.querySelector('.more-choices').open = true", vec![]).await;
            let kinds =
                ClaimKind::ALL.map(|kind| (words.get(kind::claim_kind(kind)), count(&[kind], &[])));
            let outcomes = StepStatus::STANDING
                .map(|status| (words.get(kind::step_status(status)), count(&[], &[status])));
            for (name, left) in kinds.into_iter().chain(outcomes) {
                reader.press_chip(name).await;
                reader.until(&format!("location.search !== '' && {CLAIMS} === {left}")).await;
                reader.until(&format!("{ROWS} === {left}")).await;
                let empty =
                    reader.js("document.querySelectorAll('p.empty:not([hidden])').length").await;
                assert_eq!(empty, usize::from(left == 0), "{name}");
                reader.press_chip(name).await;
                reader.until("location.search === ''").await;
            }
            let both = [ClaimKind::Contract, ClaimKind::Stop];
            for kind in both {
                reader.press_chip(words.get(kind::claim_kind(kind))).await;
            }
            reader.until(&format!("{CLAIMS} === {}", count(&both, &[]))).await;
            reader.comes_to(&format!("{path}?claim=contract,stop")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_link_with_values_that_mean_nothing_says_so_and_shows_the_rest() {
    read(async |reader| {
        let house = House::open();
        let one = &facts::one().id;
        let query = format!("?procurement=atlantis,{one}&from=1066&kind=plans");
        for (lang, path) in [(Lang::Sv, "/sv/tidslinje/"), (Lang::En, "/en/timeline/")] {
            unfolded(&reader, &house.url(&format!("{path}{query}"))).await;
            reader.until(&format!("{LANES} === 1")).await;
            let told =
                reader.text("document.querySelector('.notice[role=status]').innerText").await;
            for (key, value) in [("procurement", "atlantis"), ("from", "1066")] {
                let sentence = facts::words(lang).say(words::BadValue { key, value });
                assert!(told.contains(&sentence), "{told}");
            }
            assert_eq!(told.lines().filter(|line| !line.is_empty()).count(), 2, "{told}");
            let rows = rows_left(&format!("procurement={one}&kind=plans"));
            reader.until(&format!("{ROWS} === {rows}")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn keys_that_nobody_knows_are_ignored_in_silence() {
    read(async |reader| {
        let house = House::open();
        unfolded(&reader, &house.url("/sv/tidslinje/?utm_source=x&kind=use&fbclid")).await;
        let rows = rows_left("kind=use");
        reader.until(&format!("{ROWS} === {rows}")).await;
        assert_eq!(reader.js("document.querySelector('.notice').children.length").await, 0);
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_procurements_own_page_is_filtered_by_its_own_address() {
    read(async |reader| {
        let house = House::open();
        for procurement in &facts::dataset().procurements {
            let path = facts::path(Lang::En, Page::Procurement(procurement.id.clone()));
            unfolded(&reader, &house.url(&path)).await;
            let name = facts::words(Lang::En).get(kind::event_group(EventGroup::Review));
            reader.press_chip(name).await;
            let (selection, _) = Selection::parse("kind=review", &facts::known());
            let rows = rows_of(procurement, &selection);
            reader
                .until(&format!(
                    "document.querySelectorAll('#timeline .as-table tbody tr').length === {rows}"
                ))
                .await;
            reader.comes_to(&format!("{path}?kind=review")).await;
        }
    })
    .await;
}

/// Opens an address and the tables in it: a folded one need not be right until it is opened.
async fn unfolded(reader: &Reader, url: &str) {
    reader.visit(url).await;
    unfold(reader).await;
}

async fn unfold(reader: &Reader) {
    let closed = "document.querySelectorAll('details.as-table:not([open]) > summary')";
    reader.run(&format!("{closed}.forEach(summary => summary.click())"), vec![]).await;
}

/// How many rows the timeline's table has for a query.
fn rows_left(query: &str) -> usize {
    let (selection, bad) = Selection::parse(query, &facts::known());
    assert!(bad.is_empty(), "{query}");
    let left = selection.shown(facts::dataset()).into_iter();
    left.map(|procurement| rows_of(procurement, &selection)).sum()
}

fn rows_of(procurement: &Procurement, selection: &Selection) -> usize {
    let shown = facts::dataset().followed().chain([procurement]);
    let years = selection.years(timeline::years(shown));
    let events = procurement.events.iter().filter(|e| keeps_event(e, &selection.groups, years));
    let plans = selection.groups.is_empty() || selection.groups.contains(&EventGroup::Plans);
    let promises = procurement
        .milestones
        .iter()
        .flat_map(|milestone| milestone.schedule.baselines())
        .filter(|baseline| plans && baseline.promised.range().overlaps(years));
    events.count() + promises.count()
}
