//! How a figure is taken along: every code stands on the page as it is written, without scripts.

use super::markup::{all, parsed, texts_of};
use super::pages::toy;
use scraper::Html;
use utlovat::model::Lang;
use utlovat::route::{Of, Page};
use utlovat::view::only::Only;

#[test]
fn every_page_of_taking_along_has_every_code_without_scripts() {
    for lang in Lang::ALL {
        let edition = toy(lang);
        let pages: Vec<Page> =
            edition.every_page().into_iter().filter(|it| matches!(it, Page::Reuse(..))).collect();
        assert!(pages.iter().any(|it| matches!(it, Page::Reuse(_, Of::Claim(..)))));
        assert!(pages.iter().any(|it| matches!(it, Page::Reuse(_, Of::Pair(..)))));
        for page in pages {
            let Page::Reuse(home, of) = page.clone() else { unreachable!("was filtered") };
            let embed = edition.site.href(Page::Embed(home, of.clone()));
            assert!(edition.every_page().contains(&Page::Embed(home, of.clone())), "{page:?}");
            let body = parsed(&edition.body(page.clone()));
            for id in ["iframe", "listener", "element"] {
                let code = text_of(&body, &format!("#reuse-{id}"));
                assert!(code.contains(&format!("{embed}?theme=auto")), "{page:?}: {code}");
                assert!(code.contains("title=\"") && code.contains("height=\""), "{code}");
            }
            assert!(text_of(&body, "#reuse-listener").contains("utlovat:height"));
            assert!(
                text_of(&body, "#reuse-listener").len()
                    < 1_000 + text_of(&body, "#reuse-iframe").len()
            );
            assert!(
                text_of(&body, "#reuse-address").contains(&edition.site.href(Page::Overview)[..1])
            );
            assert!(!text_of(&body, "#reuse-citation").is_empty());
            if let Of::Pair(one, other) = &of {
                let both = format!("?procurement={one},{other}");
                assert!(text_of(&body, "#reuse-address").contains(&both), "{page:?}");
                assert!(text_of(&body, "#reuse-citation").contains(&both), "{page:?}");
            }
            let files: Vec<&str> = all(&body, "a[download]")
                .into_iter()
                .filter_map(|it| it.attr("download"))
                .collect();
            assert!(files.iter().any(|it| it.ends_with(".csv")), "{files:?}");
            assert!(files.iter().any(|it| it.ends_with(".json")), "{files:?}");
        }
    }
}

#[test]
fn plain_html_stands_by_itself() {
    for lang in Lang::ALL {
        let edition = toy(lang).styled();
        for page in edition.every_page() {
            let Page::Reuse(home, of) = &page else { continue };
            let body = parsed(&edition.body(page.clone()));
            let code = text_of(&body, "#reuse-plain");
            let figure = Html::parse_fragment(&code);
            for gone in
                ["script", "iframe", "link", "[style]", "[data-open]", "[data-live]", "button"]
            {
                assert_eq!(all(&figure, gone).len(), 0, "{page:?}: {gone}");
            }
            // Every rule begins with the class of the figure, so that it is no other's.
            let style = text_of(&figure, ".utlovat > style");
            for (selectors, _) in rules(&style) {
                for selector in split(&selectors) {
                    assert!(selector.starts_with(".utlovat"), "{page:?}: {selector}");
                }
            }
            assert!(!style.contains("rem"), "lengths of the page around: {style}");
            // The finding, the drawing, the words and the way back.
            let embed = parsed(&edition.body(Page::Embed(home, of.clone())));
            assert_eq!(text_of(&figure, "h3.utlovat-title"), text_of(&embed, "h1"));
            assert_eq!(all(&figure, "svg").len(), all(&embed, "figure svg").len(), "{page:?}");
            let links: Vec<&str> =
                all(&figure, "a").into_iter().filter_map(|it| it.attr("href")).collect();
            assert!(links.iter().all(|it| !it.starts_with('#')), "{links:?}");
        }
    }
}

#[test]
fn the_choice_and_the_day_are_in_every_code() {
    let edition = toy(Lang::Sv);
    let one = edition.site.dataset.procurements[0].id.clone();
    let query = format!("?procurement={one}&from=2019");
    let body = parsed(&edition.chosen(Page::Reuse(&Page::Timeline, Of::All), &query));
    let whole = format!("{query}&theme=auto").replace('&', "&amp;");
    for id in ["iframe", "listener", "element"] {
        let code = text_of(&body, &format!("#reuse-{id}"));
        assert!(code.contains(&whole), "{code}");
    }
    assert!(text_of(&body, "#reuse-address").contains(&query));
    let rows = all(&body, "a[download$=\".csv\"]").first().and_then(|it| it.attr("href")).unwrap();
    assert!(rows.starts_with("data:text/csv;charset=utf-8,"), "{rows}");
}

#[test]
fn each_figure_leads_to_its_own_page_of_taking_along() {
    for lang in Lang::ALL {
        let edition = toy(lang);
        let one = &edition.site.dataset.procurements[0];
        let page = parsed(&edition.body(Page::Procurement(one.id.clone())));
        let links: Vec<&str> = all(&page, "figure [data-reuse]")
            .into_iter()
            .filter_map(|it| it.attr("href"))
            .collect();
        let of = Only::One(one).of();
        assert!(
            links.contains(&edition.site.href(Page::Reuse(&Page::Timeline, of)).as_str()),
            "{links:?}"
        );
    }
}

/// The words of the first element that a selector finds; none where it finds nothing.
fn text_of(html: &Html, css: &str) -> String {
    texts_of(html, css).into_iter().next().unwrap_or_default()
}

/// The rules of a sheet, also those within others: what stands before each brace that holds
/// declarations.
fn rules(css: &str) -> Vec<(String, String)> {
    let mut found = vec![];
    for part in css.split('}') {
        if let Some((before, block)) = part.rsplit_once('{') {
            let selectors = before.rsplit('{').next().unwrap_or_default().trim();
            if !selectors.starts_with('@') {
                found.push((selectors.to_owned(), block.to_owned()));
            }
        }
    }
    found
}

/// The selectors of a list, where those in brackets are no list of their own.
fn split(list: &str) -> Vec<String> {
    let mut depth = 0;
    let alone = list.split(|letter: char| {
        depth += i32::from("([".contains(letter)) - i32::from(")]".contains(letter));
        depth == 0 && letter == ','
    });
    alone.map(|text| text.trim().to_owned()).collect()
}
