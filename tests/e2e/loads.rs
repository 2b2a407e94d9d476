//! Pages load: nothing is missing, and the console is silent.

use crate::stage::{House, facts, read};
use std::time::Duration;
use utlovat::model::Lang;

#[tokio::test]
async fn every_swedish_page_loads_in_silence() {
    loads_in_silence(Lang::Sv).await;
}

#[tokio::test]
async fn every_english_page_loads_in_silence() {
    loads_in_silence(Lang::En).await;
}

async fn loads_in_silence(lang: Lang) {
    read(async move |reader| {
        let house = House::open();
        let mut heard = Vec::new();
        let mut paths = facts::most(lang);
        paths.extend(facts::each_type(lang).into_iter().filter(|path| path.contains("404")));
        paths.extend(facts::documents(lang));
        for path in &paths {
            reader.goto(&house.url(path)).await;
            if facts::comes_alive(path) {
                reader.alive().await;
            }
            if path.len() == "/sv/".len() {
                // What was preloaded and not used is told after some seconds.
                tokio::time::sleep(Duration::from_secs(4)).await;
            }
            assert_ne!(reader.text("document.querySelector('h1').textContent").await, "", "{path}");
            heard.extend(reader.console().await.into_iter().map(|line| (path.clone(), line)));
        }
        assert_eq!(heard, [], "the console is silent");
        assert_eq!(house.failures(), [], "every request is answered");
        assert!(paths.len() > 30, "{}", paths.len());
    })
    .await;
}

#[tokio::test]
async fn an_address_that_leads_nowhere_says_so_and_leads_back() {
    read(async |reader| {
        let house = House::open();
        for path in ["/sv/tidslinjen/", "/en/procurement/nobody/", "/nowhere"] {
            reader.visit(&house.url(path)).await;
            let lang = if path.starts_with("/en/") { Lang::En } else { Lang::Sv };
            let title = match lang {
                Lang::Sv => utlovat::i18n::Key::NotFoundTitleSv,
                Lang::En => utlovat::i18n::Key::NotFoundTitleEn,
            };
            let title = facts::words(Lang::Sv).get(title);
            reader
                .until(&format!("document.querySelector('h1').innerText.trim() === {title:?}"))
                .await;
            let home = format!("/{}/", lang.code());
            reader.click(&format!("main [lang='{}'] a[href='{home}']", lang.code())).await;
            reader
                .until(&format!(
                    "location.pathname === '{home}' && document.querySelector('.story')"
                ))
                .await;
        }
    })
    .await;
}
