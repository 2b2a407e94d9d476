//! A reader compares: any set, aligned at will, figures of one kind, and a rule on request.

use crate::keyboard::tab_to;
use crate::stage::{House, Reader, facts, read};
use fantoccini::key::Key as Press;
use utlovat::analysis::compare::{arranged, latest_first};
use utlovat::i18n::{Key, kind, words};
use utlovat::model::{CostKind, Lang, Procurement, Word};
use utlovat::route::Page;

const COLUMNS: &str = "document.querySelectorAll('table.answers thead th').length - 1";
const LADDERS: &str = "document.querySelectorAll('.multiple').length";
const FIGURES: &str = "document.querySelectorAll('.costs table.stacked tbody tr').length";
const LIGHTS: &str = "document.querySelectorAll('.rule .light').length";

fn comparators() -> Vec<&'static Procurement> {
    facts::dataset().procurements.iter().filter(|one| one.comparator).collect()
}

/// The query that chooses those that the site follows, and these.
fn with(more: &[&Procurement]) -> String {
    let followed = facts::dataset().followed().map(|one| one.id.as_str());
    let ids: Vec<&str> = followed.chain(more.iter().map(|one| one.id.as_str())).collect();
    format!("?procurement={}", ids.join(","))
}

#[tokio::test]
async fn a_comparator_is_added_and_taken_away_by_key() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/jamfor/")).await;
        let usual = facts::dataset().followed().count();
        assert_eq!(reader.js(COLUMNS).await, usual);
        tab_to(&reader, ".pick > summary").await;
        reader.press(Press::Enter.into()).await;
        tab_to(&reader, ".chooser .chip[aria-pressed=false]").await;
        let name = reader.text("document.activeElement.textContent").await;
        let one = comparators().into_iter().find(|one| one.name.sv == name).expect("it");
        reader.press(Press::Enter.into()).await;
        reader.until(&format!("{COLUMNS} === {}", usual + 1)).await;
        let chosen = format!("/sv/jamfor/{}", with(&[one]));
        reader.comes_to(&chosen).await;
        assert_eq!(reader.text("document.activeElement.ariaPressed").await, "true");

        reader.client().refresh().await.unwrap();
        reader.until(&format!("{COLUMNS} === {}", usual + 1)).await;
        reader.comes_to(&chosen).await;

        reader.press_chip(&name).await;
        reader.until(&format!("{COLUMNS} === {usual} && location.search === ''")).await;
    })
    .await;
}

#[tokio::test]
async fn the_first_ladder_is_on_the_first_screen_and_its_promises_say_what_they_are() {
    read(async |reader| {
        let house = House::open();
        for (lang, width, height) in
            [(Lang::Sv, 1280, 800), (Lang::En, 390, 844), (Lang::Sv, 390, 844)]
        {
            reader.window(width, height).await;
            reader.visit(&house.url(&facts::path(lang, Page::Compare))).await;
            reader
                .until(
                    "document.querySelector('.multiple').getBoundingClientRect().bottom
                        <= document.querySelector('.day-bar').getBoundingClientRect().top",
                )
                .await;
        }
        tab_to(&reader, ".multiple a[aria-label]").await;
        reader
            .until(
                "document.querySelector('.tip')?.textContent === document.activeElement.ariaLabel",
            )
            .await;
        assert_eq!(reader.js("document.querySelectorAll('svg title').length").await, 0);
    })
    .await;
}

#[tokio::test]
async fn ladders_are_aligned_by_key_and_who_cannot_be_is_named() {
    read(async |reader| {
        let house = House::open();
        let is_unsigned = |one: &&&Procurement| one.contract.is_none() && one.headline().is_some();
        let all = comparators();
        // Where every day of signing is known there is nobody to name.
        let Some(unsigned) = all.iter().find(is_unsigned).copied() else { return };
        let query = with(&[unsigned]);
        reader.visit(&house.url(&format!("/sv/jamfor/{query}"))).await;
        let usual = facts::dataset().followed().count();
        let left_out = "document.querySelector('#comparison .left-out')?.textContent ?? ''";
        let name = serde_json::json!(unsigned.name.sv);
        reader.until(&format!("({left_out}).includes({name})")).await;
        assert_eq!(reader.js(LADDERS).await, usual);
        tab_to(&reader, "#compare-align").await;
        reader.press(Press::Down.into()).await;
        reader.until(&format!("{LADDERS} === {}", usual + 1)).await;
        reader.comes_to(&format!("/sv/jamfor/{query}&align=calendar")).await;
        assert!(!reader.text(left_out).await.contains(&unsigned.name.sv));
        // Calendar years, and not years since the signing.
        let years = "[...document.querySelectorAll('.multiples-head .axis text')]
            .some(text => /^(19|20)\\d\\d$/.test(text.textContent.trim()))";
        assert_eq!(reader.js(years).await, true);
    })
    .await;
}

#[tokio::test]
async fn unlike_costs_are_refused_and_one_kind_is_shown() {
    read(async |reader| {
        let house = House::open();
        for (lang, path) in [(Lang::Sv, "/sv/jamfor/"), (Lang::En, "/en/compare/")] {
            let words = facts::words(lang);
            let query = "?cost=contract-value,spent-so-far";
            reader.visit(&house.url(&format!("{path}{query}"))).await;
            let told = "[...document.querySelectorAll('[role=status].notice')].map(e => e.innerText).join('')";
            reader.until(&format!("({told}).length > 40")).await;
            let why = words.say(words::CostsRefused { kinds: "" });
            let said = reader.text(told).await;
            assert!(said.contains(why.trim()), "{said}");
            assert_eq!(reader.js(FIGURES).await, 0);
            let spent = words.get(kind::cost_kind(CostKind::Spent));
            let only = words.say(words::CostsOnly { kind: spent });
            let link = format!(
                "[...document.querySelectorAll('.costs a')].find(a => a.textContent === {})",
                serde_json::json!(only)
            );
            reader.hit(&link).await;
            let count = |kind: CostKind| {
                let followed = facts::dataset().followed();
                followed.flat_map(|one| &one.costs).filter(|cost| cost.kind == kind).count()
            };
            reader.until(&format!("{FIGURES} === {}", count(CostKind::Spent))).await;
            reader.comes_to(&format!("{path}?cost=spent")).await;
            assert_eq!(reader.text(told).await, "");
            // By key: the next kind of the list.
            tab_to(&reader, "#cost-kind").await;
            reader.press(Press::Down.into()).await;
            reader.until("location.search !== '?cost=spent'").await;
            let chosen = reader.text("document.querySelector('#cost-kind').value").await;
            let kind = CostKind::ALL.into_iter().find(|kind| kind.word() == chosen).expect("it");
            reader.until(&format!("{FIGURES} === {}", count(kind))).await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_danish_rule_is_switched_on_and_off_by_key() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/jamfor/")).await;
        assert_eq!(reader.js(LIGHTS).await, 0);
        tab_to(&reader, ".rule .chip").await;
        reader.press(Press::Enter.into()).await;
        reader.until(&format!("{LIGHTS} > 0")).await;
        reader.comes_to("/sv/jamfor/?rule=danish").await;
        let text = reader.text("document.querySelector('.rule-text').innerText").await;
        assert!(text.contains(facts::words(Lang::Sv).get(Key::RuleByUs)), "{text}");
        let source = "document.querySelector('.rule-text a').href";
        assert_eq!(reader.text(source).await, utlovat::analysis::rule::SOURCE);
        reader.press(' ').await;
        reader.until(&format!("{LIGHTS} === 0 && location.search === ''")).await;
    })
    .await;
}

#[tokio::test]
async fn what_a_comparison_does_not_understand_is_said() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/en/compare/?align=left&cost=gold&rule=swedish")).await;
        reader.until("document.querySelectorAll('.notice p').length === 3").await;
        let promised = facts::dataset().followed().filter(|one| one.headline().is_some());
        let signed = promised.filter(|one| one.contract.is_some());
        assert_eq!(reader.js(LADDERS).await, signed.count());
    })
    .await;
}

#[tokio::test]
async fn a_wide_window_has_a_table_whose_names_stay_in_sight_and_a_phone_names_each_question() {
    read(async |reader| {
        let house = House::open();
        let count = facts::dataset().followed().count();
        let named = "getComputedStyle(document.querySelector('.answers td'), '::before').content";
        let buyer = format!("\"{}\"", facts::words(Lang::Sv).get(Key::Buyer));
        for (width, questions, said) in [(320, 0, buyer.as_str()), (1280, 1, "none")] {
            reader.width(width).await;
            reader.visit(&house.url("/sv/jamfor/")).await;
            is_seen(&reader, "table.answers thead th + th", count).await;
            is_seen(&reader, "table.answers tbody tr:first-child th", questions).await;
            is_seen(&reader, "table.answers tr:first-child td", count).await;
            assert_eq!(reader.text(named).await, said, "at {width}");
        }
        let last = "document.querySelector('.answers tbody tr:last-child')";
        reader.run(&format!("{last}.scrollIntoView({{ block: 'end' }})"), vec![]).await;
        let top =
            "document.querySelector('.answers thead th:last-child').getBoundingClientRect().top";
        reader.until(&format!("{top} >= 0 && {top} < innerHeight")).await;
    })
    .await;
}

/// So many elements of a selector have a place on the page.
async fn is_seen(reader: &Reader, selector: &str, count: usize) {
    let seen = format!(
        "[...document.querySelectorAll('{selector}')].filter(e => e.getClientRects().length).length"
    );
    reader.until(&format!("{seen} === {count}")).await;
}

#[tokio::test]
async fn rows_are_sorted_by_key_and_the_address_remembers() {
    read(async |reader| {
        let house = House::open();
        for lang in Lang::ALL {
            let path = facts::path(lang, Page::Compare);
            reader.visit(&house.url(&path)).await;
            tab_to(&reader, "#compare-sort").await;
            reader.press(Press::Down.into()).await;
            reader.comes_to(&format!("{path}?by=slip")).await;
            let followed = facts::dataset().followed().collect();
            let sorted: Vec<&str> = arranged(followed, latest_first)
                .into_iter()
                .map(|one| one.name.get(lang))
                .collect();
            for names in [".multiple h3", ".answers thead th:not(:first-child)"] {
                let names = format!(
                    "JSON.stringify([...document.querySelectorAll('{names}')].map(e => e.innerText.trim()))"
                );
                let sorted = serde_json::json!(serde_json::json!(sorted).to_string());
                reader.until(&format!("{names} === {sorted}")).await;
            }
            reader.click("button.reset").await;
            reader.until("location.search === ''").await;
        }
    })
    .await;
}

#[tokio::test]
async fn no_table_is_cut_and_on_a_phone_each_procurement_is_a_card() {
    read(async |reader| {
        let house = House::open();
        let all = with(&comparators());
        for (query, width) in [("", 1280), ("", 768), (&*all, 1280), (&*all, 390)] {
            reader.width(width).await;
            reader.visit(&house.url(&format!("/sv/jamfor/{query}"))).await;
            reader.until("document.querySelector('table.answers')").await;
            let cut = "(box => box.scrollHeight > box.clientHeight + 1)(
                document.querySelector('.scroll:has(> .answers)'))";
            assert_eq!(reader.js(cut).await, false, "{query} at {width}");
        }
        // A card holds its name and its answers, and then comes the next.
        let tops = "(() => {
            const top = e => e.getBoundingClientRect().top;
            const names = [...document.querySelectorAll('.answers thead th')].slice(1);
            const cells = at => [...document.querySelectorAll(`.answers td:nth-child(${at + 2})`)];
            return names.every((name, at) => cells(at).every(cell => top(cell) > top(name)
                && (!names[at + 1] || top(cell) < top(names[at + 1]))));
        })()";
        assert_eq!(reader.js(tops).await, true);
    })
    .await;
}

#[tokio::test]
async fn the_years_stay_in_sight_above_the_ladders() {
    read(async |reader| {
        let house = House::open();
        reader.width(390).await;
        reader.visit(&house.url(&format!("/sv/jamfor/{}", with(&comparators())))).await;
        let last = "[...document.querySelectorAll('.multiple')].at(-1)";
        reader.until(&format!("{last} && document.querySelectorAll('.multiple').length > 3")).await;
        reader.run(&format!("{last}.scrollIntoView({{ block: 'end' }})"), vec![]).await;
        let seen = "(head => head.top >= 0 && head.bottom <= innerHeight)(
            document.querySelector('.multiples-head svg').getBoundingClientRect())";
        reader.until(seen).await;
    })
    .await;
}
