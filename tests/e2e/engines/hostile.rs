//! Facts of somebody who wants to break the site: markup, scripts, letters that run the other way,
//! piles of marks, and words of ten thousand letters. They stand there as text, nothing of them
//! runs or is fetched, and no page grows wider than its window.

use crate::stage::{House, Reader, facts, on_top, read};
use std::sync::LazyLock;
use utlovat::data::folder;
use utlovat::model::{Dataset, Lang, Text};
use utlovat::route::{Of, Page};

/// The facts that the site was built from.
static FACTS: LazyLock<Dataset> =
    LazyLock::new(|| folder::read(&House::folder_of_hostile().with_extension("project")).0);

/// A page, and some of what has to stand on it.
struct Told {
    page: Page,
    texts: Vec<&'static Text>,
}

fn pages() -> Vec<Told> {
    let facts = &*FACTS;
    let names = || facts.procurements.iter().map(|one| &one.name).collect::<Vec<_>>();
    let told = |page: &Page| {
        let texts = match page {
            Page::Overview | Page::Timeline | Page::Compare => names(),
            _ => Vec::new(),
        };
        Told { page: page.clone(), texts }
    };
    let mut pages: Vec<Told> = Page::plain().map(told).collect();
    for one in &facts.procurements {
        let id = || one.id.clone();
        let mut texts = vec![&one.name];
        texts.extend(&one.summary);
        texts.extend(one.events.iter().map(|event| &event.title));
        pages.push(Told { page: Page::Procurement(id()), texts });
        pages.extend(one.events.iter().take(2).map(|event| Told {
            page: Page::Event(id(), event.id.clone()),
            texts: vec![&event.title, &event.text],
        }));
        pages.extend(one.claims.iter().map(|claim| Told {
            page: Page::Claim(id(), claim.id.clone()),
            texts: vec![&claim.title],
        }));
        let embed = Page::Embed(&Page::Timeline, Of::One(id()));
        pages.push(Told { page: embed, texts: vec![&one.name] });
    }
    pages
}

/// What would be there if a text of the facts were taken for markup.
const TAKEN_FOR_MARKUP: &str = "window.hostile !== undefined || !!document.querySelector(
    'main script, main style, main img[src=x], main [onerror], main title:not(svg title)')";

#[tokio::test]
async fn hostile_facts_stand_there_as_text_and_layout_holds() {
    read(async |reader| {
        let house = House::hostile();
        let mut wide = Vec::new();
        for Told { page, texts } in pages() {
            let path = facts::path(Lang::Sv, page);
            reader.goto(&house.url(&path)).await;
            if facts::comes_alive(&path) {
                reader.alive().await;
            }
            let unfold =
                "document.querySelectorAll('details:not(.pick)').forEach(it => it.open = true)";
            reader.run(unfold, vec![]).await;
            let said = reader.text("document.body.textContent").await;
            for text in texts {
                assert!(said.contains(text.get(Lang::Sv)), "{path} lacks {}", text.get(Lang::Sv));
            }
            assert_eq!(reader.js(TAKEN_FOR_MARKUP).await, false, "{path}");
            for width in [320, 1280] {
                reader.width(width).await;
                wide.extend(beyond(&reader).await.map(|what| format!("{path} at {width}: {what}")));
            }
            assert_eq!(reader.console().await, [""; 0], "{path}");
        }
        assert!(wide.is_empty(), "these are wider than the window:\n{}", wide.join("\n"));
        let odd = house.asked().into_iter().find(|path| path.ends_with("/x"));
        assert_eq!(odd, None, "a picture of the facts was fetched");
    })
    .await;
}

#[tokio::test]
async fn a_mark_of_hostile_facts_opens() {
    read(async |reader| {
        let house = House::hostile();
        let timeline = facts::path(Lang::Sv, Page::Timeline);
        reader.visit(&house.url(&timeline)).await;
        let marks = "document.querySelectorAll('section.lane a[data-open]').length";
        assert!(reader.js(marks).await.as_u64() > Some(5));
        reader.hit(&on_top("section.lane a[data-open]")).await;
        reader.until("document.querySelector('.panel article')").await;
        assert_eq!(reader.js(TAKEN_FOR_MARKUP).await, false);
        assert_eq!(reader.console().await, [""; 0]);
    })
    .await;
}

/// What of HTML makes the page scroll sideways, if it does.
async fn beyond(reader: &Reader) -> Option<String> {
    let culprits = "if (document.scrollingElement.scrollWidth <= innerWidth) return '';
        return 'it scrolls sideways' + [...document.querySelectorAll('main *:not(svg *)')]
            .filter(it => it.getBoundingClientRect().right > innerWidth + 1)
            .slice(0, 4).map(it => `; ${it.tagName}.${it.className} ${it.textContent.slice(0, 40)}`).join('')";
    let found = reader.run(culprits, vec![]).await;
    found.as_str().filter(|found| !found.is_empty()).map(str::to_owned)
}
