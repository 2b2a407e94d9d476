//! A reader who searches: words in, facts out, by mouse, by key and on an earlier day.

use crate::stage::bar::NOW;
use crate::stage::{Habits, House, Reader, Reply, facts, hold, read, read_as};
use fantoccini::key::Key as Press;
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use utlovat::i18n::{Key, format, words};
use utlovat::model::{Amount, Day, Lang, Procurement};
use utlovat::route::Page;

const LINKS: &str = "[...document.querySelectorAll('main .found-list a')]";
/// The words that the address has.
const QUERY: &str = "new URLSearchParams(location.search).get('q')";
const FIRST: &str = "document.querySelector('main .found-list a')";
const FIELD: &str = "document.activeElement === document.querySelector('#q')";

#[tokio::test]
async fn the_index_is_fetched_by_nobody_but_who_searches() {
    read(async |reader| {
        let house = House::open();
        let asked = || house.asked().iter().filter(|path| path.contains("/search-")).count();
        for path in ["/sv/", "/sv/tidslinje/", "/sv/a-o/"] {
            reader.visit(&house.url(path)).await;
        }
        assert_eq!(asked(), 0);
        reader.click("header.site nav a[rel=search]").await;
        reader.until("location.pathname === '/sv/sok/'").await;
        reader.until(FIELD).await;
        reader.run("window.stayed = true", vec![]).await;
        typed(&reader, &facts::typed(&facts::one().name.sv)).await;
        reader.until(FIRST).await;
        reader.click("header.site nav a[href='/sv/krav/']").await;
        reader.until("location.pathname === '/sv/krav/'").await;
        reader.click("header.site nav a[rel=search]").await;
        reader.until(FIELD).await;
        typed(&reader, &facts::typed(&facts::one().name.sv)).await;
        reader.until(FIRST).await;
        assert_eq!(asked(), 1, "once");
        assert_eq!(reader.js("window.stayed").await, true);
    })
    .await;
}

#[tokio::test]
async fn letters_without_diacritics_find_their_fact_and_back_leads_back() {
    read(async |reader| {
        let house = House::open();
        let marked = |one: &&Procurement| !one.name.sv.is_ascii();
        let one = facts::dataset().followed().find(marked).unwrap_or_else(facts::one);
        let (name, words) = (&one.name.sv, facts::typed(&one.name.sv));
        let path = facts::path(Lang::Sv, Page::Procurement(one.id.clone()));
        let link = format!("{LINKS}.find(a => a.getAttribute('href') === '{path}')");
        reader.visit(&house.url("/sv/metod/")).await;
        reader.visit(&house.url("/sv/sok/")).await;
        let steps = reader.js("history.length").await;
        typed(&reader, &words).await;
        reader.until(&format!("{QUERY} === {}", json!(words))).await;
        reader.until(&format!("{link}?.textContent === {}", json!(name))).await;
        assert_eq!(reader.js("history.length").await, steps, "a search is one step");
        let marks =
            format!("[...{link}.querySelectorAll('mark')].map(m => m.textContent).join(' ')");
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        assert_eq!(letters(&reader.text(&marks).await), letters(name));
        let status = "document.querySelector('.search [role=status]').textContent";
        assert!(reader.text(status).await.contains(&format!("”{words}”")));

        reader.hit(&link).await;
        reader.until(&format!("location.pathname === '{path}'")).await;
        assert_eq!(reader.js("location.search").await, "", "the words stay behind");
        reader.client().back().await.unwrap();
        reader.until(&format!("{link}?.textContent === {}", json!(name))).await;
        assert_eq!(reader.text("document.querySelector('#q').value").await, words);
        reader.client().back().await.unwrap();
        reader.until("location.pathname === '/sv/metod/'").await;
    })
    .await;
}

#[tokio::test]
async fn a_former_name_finds_who_bears_another_today() {
    read(async |reader| {
        let house = House::open();
        // Where nobody has another name there is nothing to find.
        let Some((party, former)) = facts::renamed() else { return };
        let (id, words) = (&party.id, facts::query(former));
        let link = format!("{LINKS}.find(a => a.hash === '#p-{id}')");
        reader.visit(&house.url(&format!("/en/search/?q={words}"))).await;
        reader.until(&format!("{link}?.textContent === {}", json!(party.name.en))).await;
        let line = format!("{link}.closest('li').textContent.includes({})", json!(former));
        reader.until(&line).await;
        reader.hit(&link).await;
        reader
            .until(&format!(
                "location.pathname === '/en/a-z/' && document.getElementById('p-{id}')"
            ))
            .await;
        assert_eq!(reader.js("location.hash").await, format!("#p-{id}"));
    })
    .await;
}

#[tokio::test]
async fn an_earlier_day_hides_what_was_not_known() {
    read(async |reader| {
        let house = House::open();
        let Some((party, former)) = facts::renamed() else { return };
        // The day before the name can have changed.
        let until = party.former.last().expect("a former name").until.range().first;
        let (day, now) = (Day(until.0 - 1), facts::typed(party.name.get(Lang::Sv)));
        let called = |name: &str| {
            let link = format!("{LINKS}.find(a => a.hash === '#p-{}')", party.id);
            format!("{link}?.textContent === {}", json!(name))
        };
        reader.visit(&house.url(&format!("/sv/sok/?as-of={day}&q={}", facts::query(&now)))).await;
        let status = "document.querySelector('.search [role=status]').textContent";
        reader.until(&format!("{status} !== ''")).await;
        let there = reader.js(&format!("{LINKS}.some(a => a.hash === '#p-{}')", party.id)).await;
        assert_eq!(there, false, "{now} on {day}");
        let words = facts::typed(former);
        typed(&reader, &words).await;
        reader.until(&called(former)).await;
        assert_eq!(reader.text(QUERY).await, words);
        reader.until("location.search.includes('as-of=')").await;
        reader.click(NOW).await;
        reader.until(&called(party.name.get(Lang::Sv))).await;
        assert_eq!(reader.text(QUERY).await, words);
        reader.until("!location.search.includes('as-of=')").await;
    })
    .await;
}

#[tokio::test]
async fn keys_lead_through_the_results_and_back() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/sok/")).await;
        typed(&reader, &facts::typed(&facts::one().name.sv)).await;
        reader.until(FIRST).await;
        let at = "[...document.querySelectorAll('.found a')].indexOf(document.activeElement)";
        let last = reader.js("document.querySelectorAll('.found a').length - 1").await;
        for (key, place) in [
            (Press::Down, 0.into()),
            (Press::Down, 1.into()),
            (Press::Up, 0.into()),
            (Press::End, last),
            (Press::Home, 0.into()),
            (Press::Up, (-1).into()),
            (Press::Enter, 0.into()),
            (Press::Escape, json!(-1)),
        ] {
            reader.press(key.into()).await;
            assert_eq!(reader.js(at).await, place, "{key:?}");
        }
        assert_eq!(reader.js(FIELD).await, true);
        let first = reader.text(&format!("{FIRST}.pathname")).await;
        reader.press(Press::Enter.into()).await;
        reader.press(Press::Enter.into()).await;
        reader.until(&format!("location.pathname === {}", json!(first))).await;
        reader.client().back().await.unwrap();
        reader.until(FIRST).await;
        reader.find("#q").await.click().await.unwrap();
        reader.press(Press::Escape.into()).await;
        reader.until("location.search === '' && document.querySelector('#q').value === ''").await;
    })
    .await;
}

#[tokio::test]
async fn figures_and_names_together_find_a_claim_and_a_slip_is_forgiven() {
    read(async |reader| {
        let house = House::open();
        let one = facts::one();
        let public = one.claims.iter().find_map(|claim| match claim.demanded()? {
            Amount::Public(money) => Some((claim, money)),
            _ => None,
        });
        reader.visit(&house.url("/sv/sok/")).await;
        if let Some((claim, money)) = public {
            let name = &facts::dataset().party(claim.respondent).name.sv;
            let sum = format::money(Lang::Sv, money);
            typed(&reader, &facts::typed(&format!("{name} {sum}"))).await;
            let path = facts::path(Lang::Sv, Page::Claim(one.id.clone(), claim.id.clone()));
            reader.until(&format!("{LINKS}.some(a => a.getAttribute('href') === '{path}')")).await;
        }
        let Some(product) = one.product.as_ref().filter(|name| name.len() > 6) else { return };
        let mut slip = product.clone();
        slip.remove(4);
        typed(&reader, &slip).await;
        let path = facts::path(Lang::Sv, Page::Procurement(one.id.clone()));
        reader.until(&format!("{LINKS}.some(a => a.getAttribute('href') === '{path}')")).await;
        let status = "document.querySelector('.search [role=status]').textContent";
        let taken = facts::typed(product);
        assert!(reader.text(status).await.contains(&format!("”{taken}”")));
        // It is marked where it stands.
        reader
            .until(&format!(
                "[...document.querySelectorAll('.found mark')].some(m => m.textContent === {})",
                json!(product)
            ))
            .await;
    })
    .await;
}

#[tokio::test]
async fn nothing_found_leads_on() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/sok/")).await;
        typed(&reader, "xyzzy <b>").await;
        let none = facts::words(Lang::Sv).say(words::SearchNone { words: "xyzzy <b>" });
        let status = "document.querySelector('.search [role=status]').textContent";
        reader.until(&format!("{status} === {}", json!(none))).await;
        reader.click("main .found a[href='/sv/a-o/']").await;
        reader
            .until("location.pathname === '/sv/a-o/' && document.querySelector('.register a')")
            .await;
        reader.click(".letters a").await;
        reader.until("location.hash === '#letter-0'").await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn all_is_shown_when_it_is_asked_for() {
    read(async |reader| {
        let house = House::open();
        // A letter that many words begin with; of few facts all are shown at once.
        reader.visit(&house.url("/sv/sok/?q=s")).await;
        let count = "document.querySelectorAll('main .found-list > li').length";
        reader.until(&format!("{count} > 0")).await;
        if reader.js("!document.querySelector('.found > button')").await == true {
            return;
        }
        reader.until(&format!("{count} === 40")).await;
        reader.click(".found > button").await;
        reader.until(&format!("{count} > 40 && !document.querySelector('.found > button')")).await;
    })
    .await;
}

#[tokio::test]
async fn an_index_that_does_not_come_is_told_and_tried_again() {
    read(async |reader| {
        let gone = Arc::new(AtomicBool::new(true));
        let trick = Arc::clone(&gone);
        let house = House::with(move |path, _| {
            let tricked = path.contains("/search-") && trick.load(Ordering::Relaxed);
            tricked.then(|| Reply::text(404, "gone"))
        });
        fails_and_recovers(&reader, &house, &gone).await;
    })
    .await;
}

#[tokio::test]
async fn an_index_that_is_cut_short_is_told_and_tried_again() {
    read(async |reader| {
        let short = Arc::new(AtomicBool::new(true));
        let trick = Arc::clone(&short);
        let house = House::with(move |path, site| {
            (path.contains("/search-") && trick.load(Ordering::Relaxed)).then(|| {
                let mut reply = Reply::file(path, site);
                reply.body.truncate(reply.body.len() / 2);
                reply.headers.push(("cache-control", "no-store".to_owned()));
                reply
            })
        });
        fails_and_recovers(&reader, &house, &short).await;
    })
    .await;
}

async fn fails_and_recovers(reader: &Reader, house: &House, broken: &AtomicBool) {
    for lang in Lang::ALL {
        broken.store(true, Ordering::Relaxed);
        let path = facts::path(lang, Page::Search);
        let name = facts::one().name.get(lang);
        let words = facts::query(name);
        reader.visit(&house.url(&format!("{path}?q={words}"))).await;
        let told = facts::words(lang).get(Key::SearchFailed);
        let status = "document.querySelector('.search [role=status]').textContent";
        reader.until(&format!("{status} === {}", json!(told))).await;
        assert_eq!(reader.js("document.querySelectorAll('.found a').length").await, 2);
        broken.store(false, Ordering::Relaxed);
        reader.click(".found > button").await;
        reader.until(&format!("{LINKS}.some(a => a.textContent === {})", json!(name))).await;
    }
}

#[tokio::test]
async fn what_was_typed_early_is_searched_for() {
    let hasty = Habits { hasty: true, ..Habits::default() };
    read_as(hasty, async |reader| {
        let house = House::with(|path, _| {
            if path.ends_with(".wasm") {
                hold(Duration::from_secs(2));
            }
            None
        });
        reader.goto(&house.url("/sv/sok/")).await;
        reader.until("document.querySelector('#unavailable')").await;
        let (name, words) = (&facts::one().name.sv, facts::typed(&facts::one().name.sv));
        typed(&reader, &words).await;
        assert_eq!(reader.js("document.documentElement.dataset.alive === undefined").await, true);
        reader.alive().await;
        reader.until(&format!("{LINKS}.some(a => a.textContent === {})", json!(name))).await;
        assert_eq!(reader.text("document.querySelector('#q').value").await, words);
    })
    .await;
}

/// The most nodes that the answer to one letter may add to the page.
const TOUCHED: u64 = 1_500;

#[tokio::test]
async fn a_letter_is_answered_in_its_own_turn_and_touches_only_the_answer() {
    read(async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/sok/?q=x")).await;
        reader.until("document.querySelector('.search [role=status]').textContent.includes('”x”')").await;
        let count = "
            const field = document.querySelector('#q'), words = 'vastra gotaland inforande';
            const added = [], late = [], elsewhere = [];
            const weight = node => 1 + (node.querySelectorAll?.('*').length ?? 0);
            let changes = [];
            const watch = new MutationObserver(more => changes.push(...more));
            watch.observe(document.body, { childList: true, characterData: true, subtree: true });
            const next = at => {
                if (at > words.length) return done({ added, late, elsewhere });
                changes = [];
                field.value = words.slice(0, at);
                field.dispatchEvent(new Event('input', { bubbles: true }));
                setTimeout(() => {
                    const told = document.querySelector('.search [role=status]').textContent;
                    if (!told.includes(field.value.trim())) late.push(`${field.value}: ${told}`);
                    changes.push(...watch.takeRecords());
                    const place = ({ target }) => target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
                    const out = changes.map(place).filter(element => !element?.closest('.search'));
                    elsewhere.push(...out.map(element => element?.outerHTML.slice(0, 80)));
                    added.push(changes.flatMap(({ addedNodes }) => [...addedNodes]).reduce((sum, node) => sum + weight(node), 0));
                    next(at + 1);
                });
            };
            next(1);";
        let counted = reader.later(count).await;
        assert_eq!(counted["late"], json!([]), "an answer came in a later turn");
        assert_eq!(counted["elsewhere"], json!([]), "something beside the answer was rewritten");
        let added: Vec<u64> = serde_json::from_value(counted["added"].clone()).expect("counts");
        assert!(added.iter().any(|nodes| *nodes > 0), "nothing was shown: {added:?}");
        assert!(added.iter().all(|nodes| *nodes < TOUCHED), "{added:?}");
        println!("nodes added a letter: {added:?}");
    })
    .await;
}

/// Types into the field, instead of what is there.
async fn typed(reader: &Reader, words: &str) {
    let field = reader.find("#q").await;
    field.clear().await.unwrap();
    field.send_keys(words).await.unwrap();
}
