//! A reader of the long lists: sources by publisher, the glossary, and the page that is not there.

use crate::stage::{Habits, House, facts, read, read_as};
use serde_json::json;
use utlovat::i18n::Key;
use utlovat::model::Lang;
use utlovat::route::Page;

/// What is to be seen of an element.
fn seen(css: &str) -> String {
    format!("[...document.querySelectorAll({})].filter(e => e.getClientRects().length)", json!(css))
}

#[tokio::test]
async fn sources_are_cut_to_what_is_typed_and_a_link_opens_their_publisher() {
    read(async |reader| {
        let house = House::open();
        let path = facts::path(Lang::Sv, Page::Sources);
        let titled = facts::dataset().sources.iter().find(|source| source.title.is_some());
        let source = titled.expect("a source with a headline");
        reader.visit(&house.url(&path)).await;
        let publishers = seen("#publishers > li");
        let all = reader.js(&format!("{publishers}.length")).await;
        assert!(all.as_u64() > Some(1));
        reader.click(".list-filter input").await;
        let field = reader.find(".list-filter input").await;
        field.send_keys(&source.publisher).await.unwrap();
        let names = format!("{}.map(e => e.textContent)", seen("#publishers h2"));
        reader.until(&format!("{names}.includes({})", json!(source.publisher))).await;
        reader.until(&format!("{publishers}.length < {all}")).await;
        // The words of a headline open what has it.
        field.clear().await.unwrap();
        field.send_keys(source.title.as_ref().expect("a headline")).await.unwrap();
        let entry = format!("document.getElementById('{}')", source.id);
        reader.until(&format!("{entry}.getClientRects().length > 0")).await;
        field.clear().await.unwrap();
        field.send_keys("xyzzy").await.unwrap();
        let told = "document.querySelector('.list-filter [role=status]').textContent";
        let nothing = facts::words(Lang::Sv).get(Key::NothingLeft);
        reader.until(&format!("{publishers}.length === 0 && {told} === {}", json!(nothing))).await;
        // A search leads to one of them.
        reader.visit(&house.url(&format!("{path}#{}", source.id))).await;
        reader.until(&format!("{entry}.getClientRects().length > 0")).await;
        reader
            .until(&format!(
                "(({{ top }}) => top >= 0 && top < innerHeight)({entry}.getBoundingClientRect())"
            ))
            .await;
        // What rests on it leads to pages of the site.
        reader.until(&format!("{entry}.querySelectorAll('.rests a[href]').length > 0")).await;
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn an_address_that_leads_nowhere_is_answered_in_its_language_with_a_search() {
    read(async |reader| {
        let house = House::open();
        for lang in Lang::ALL {
            let (title, other) = match lang {
                Lang::Sv => (Key::NotFoundTitleSv, Key::NotFoundTitleEn),
                Lang::En => (Key::NotFoundTitleEn, Key::NotFoundTitleSv),
            };
            let word = |key| facts::words(Lang::Sv).get(key);
            reader.goto(&house.url(&format!("/{}/nowhere/", lang.code()))).await;
            let said = "document.querySelector('main').innerText";
            reader.until(&format!("document.title === {}", json!(word(title)))).await;
            reader.until(&format!("{said}.includes({})", json!(word(title)))).await;
            assert_eq!(reader.js(&format!("{said}.includes({})", json!(word(other)))).await, false);
            assert_eq!(reader.text("document.documentElement.lang").await, lang.code());
            // All that is to be seen is in that language, and leads to it.
            let foreign = format!(
                "[...document.querySelectorAll('#app :is(a, p, h1, h2, li, label, button)')]
                    .filter(one => one.checkVisibility() && one.innerText.trim())
                    .filter(one => one.closest('[lang]').lang !== {0} || one.host === location.host && !one.pathname.startsWith('/{1}/'))
                    .filter(one => !one.closest('.language') && !one.querySelector('[lang]'))
                    .map(one => one.outerHTML)",
                json!(lang.code()),
                lang.code()
            );
            assert_eq!(reader.js(&foreign).await, json!([]), "{lang:?}");
            let field = reader.pick(&format!("{}[0]", seen(".not-found input"))).await;
            field.send_keys("vite\u{e007}").await.unwrap();
            let search = facts::path(lang, Page::Search);
            reader.until(&format!("location.pathname === '{search}'")).await;
            reader.until("document.querySelector('#q')?.value === 'vite'").await;
        }
    })
    .await;
}

#[tokio::test]
async fn without_scripts_it_is_answered_in_both_languages() {
    let habits = Habits { scripts_off: true, ..Habits::default() };
    read_as(habits, async |reader| {
        let house = House::open();
        reader.goto(&house.url("/en/nowhere/")).await;
        let links = format!("{}.map(a => a.getAttribute('href'))", seen(".not-found a"));
        for lang in Lang::ALL {
            let search = facts::path(lang, Page::Search);
            assert_eq!(reader.js(&format!("{links}.includes('{search}')")).await, true);
        }
        assert_eq!(reader.js(&format!("{}.length", seen(".not-found input"))).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_word_of_the_glossary_leads_to_what_it_means() {
    read(async |reader| {
        let house = House::open();
        for lang in Lang::ALL {
            let path = facts::path(lang, Page::Method);
            reader.visit(&house.url(&path)).await;
            let term = "document.querySelector('main a.term')";
            let place = reader.text(&format!("{term}.hash.slice(1)")).await;
            reader.hit(term).await;
            let glossary = facts::path(lang, Page::Glossary);
            reader.until(&format!("location.pathname === '{glossary}'")).await;
            let meaning = format!("document.getElementById('{place}')");
            reader
                .until(&format!(
                    "(({{ top, bottom }}) => top >= 0 && bottom <= innerHeight)({meaning}.getBoundingClientRect())"
                ))
                .await;
        }
    })
    .await;
}
