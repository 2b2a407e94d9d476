//! Links lead somewhere: every file is served, every address in every page is a file, and every
//! place within a page is there. Read without a browser, on all pages.

use crate::stage::{House, facts, get};
use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use url::Url;
use utlovat::open_data::versions::SITE_FOLDER;
use xtask::folder::{files, slashed};

#[test]
fn every_file_of_the_site_is_served() {
    let house = House::open();
    let pages = files(&House::folder()).unwrap();
    let hidden = |path: &Path| slashed(path).split('/').any(|part| part.starts_with('.'));
    for file in pages.iter().filter(|file| !hidden(file)) {
        let (status, _, _) = get(&house.url(&slashed(file)));
        assert_eq!(status, 200, "{}", file.display());
    }
}

#[test]
fn every_page_has_its_file_and_its_language() {
    let house = House::open();
    for path in facts::every_path() {
        let (status, head, body) = get(&house.url(&path));
        assert_eq!(status, 200, "{path}");
        assert!(head.contains("content-type: text/html; charset=utf-8"), "{path}: {head}");
        let lang = if path.contains("/en/") { "en" } else { "sv" };
        assert!(body.contains(&format!("<html lang=\"{lang}\">")), "{path}");
    }
}

#[test]
fn no_page_is_there_that_no_address_names() {
    let mut named: BTreeSet<String> =
        facts::every_path().iter().map(|path| file_of(path)).collect();
    named.insert("index.html".to_owned());
    // What a frozen figure leads to stays, with a page that says that it is gone.
    let frozen = frozen_links();
    named.extend(frozen.iter().map(|(_, file)| file.clone()));
    let is_frozen = |file: &str| file.starts_with(SITE_FOLDER);
    for file in files(&House::folder()).unwrap().iter().map(|file| slashed(file)) {
        assert!(!file.ends_with(".html") || is_frozen(&file) || named.contains(&file), "{file}");
    }
}

#[test]
fn every_link_of_a_frozen_version_leads_to_a_file() {
    let links = frozen_links();
    assert!(links.len() > 100, "{} links", links.len());
    let folder = House::folder();
    let dead = links.into_iter().filter(|(_, file)| !folder.join(file).is_file());
    assert_eq!(dead.collect::<BTreeSet<_>>(), BTreeSet::new());
}

/// The files that frozen pages lead to, each with the page: their links are relative.
fn frozen_links() -> BTreeSet<(String, String)> {
    let folder = House::folder();
    let mut found = BTreeSet::new();
    let linked = Selector::parse("[href]").unwrap();
    let pages = files(&folder).unwrap().into_iter().map(|file| slashed(&file));
    for page in pages.filter(|it| it.starts_with(SITE_FOLDER) && it.ends_with(".html")) {
        let base = Url::parse(&format!("http://site/{page}")).unwrap();
        let html = Html::parse_document(&std::fs::read_to_string(folder.join(&page)).unwrap());
        for href in html.select(&linked).filter_map(|element| element.attr("href")) {
            let target = base.join(href).unwrap();
            if target.host_str() == Some("site") {
                found.insert((page.clone(), file_of(target.path())));
            }
        }
    }
    found
}

#[test]
fn every_link_leads_to_a_file_and_every_anchor_to_a_place() {
    let mut places: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut links = Vec::new();
    let (named, linked) =
        (Selector::parse("[id]").unwrap(), Selector::parse("[href], [src]").unwrap());
    for path in facts::every_path() {
        let text = std::fs::read_to_string(House::folder().join(file_of(&path))).unwrap();
        let page = Html::parse_document(&text);
        let mut ids = BTreeSet::new();
        for id in page.select(&named).filter_map(|element| element.attr("id")) {
            assert!(ids.insert(id.to_owned()), "{path}: two places are called {id}");
        }
        for element in page.select(&linked) {
            // Of facts there may be several files.
            for name in [
                "href",
                "src",
                "data-app",
                "data-wasm",
                "data-words",
                "data-code",
                "data-first",
                "data-search",
            ] {
                let named = element.attr(name).into_iter();
                let all = named.flat_map(|value| match name {
                    "data-code" | "data-first" => {
                        value.split(' ').filter(|one| !one.is_empty()).collect()
                    }
                    _ => vec![value],
                });
                links.extend(all.map(|link| (path.clone(), link.to_owned())));
            }
        }
        places.insert(file_of(&path), ids);
    }
    assert!(links.len() > 10_000, "{}", links.len());
    let folder = House::folder();
    let dead: BTreeSet<String> = links
        .into_iter()
        .filter(|(page, link)| !leads_somewhere(&folder, &places, page, link))
        .map(|(page, link)| format!("{page} → {link}"))
        .collect();
    assert_eq!(dead, BTreeSet::new());
}

fn leads_somewhere(
    folder: &Path,
    places: &BTreeMap<String, BTreeSet<String>>,
    page: &str,
    link: &str,
) -> bool {
    // The site's own whole addresses stand in the head and lead to where it will be published.
    // The rows of a figure that has no files stand in their link.
    if ["http://", "https://", "data:"].iter().any(|scheme| link.starts_with(scheme)) {
        return true;
    }
    let (path, hash) = link.split_once('#').unwrap_or((link, ""));
    let path = path.split('?').next().unwrap_or_default();
    let file = if path.is_empty() { file_of(page) } else { file_of(path) };
    let absolute = path.is_empty() || path.starts_with('/');
    absolute
        && folder.join(&file).is_file()
        && (hash.is_empty() || places.get(&file).is_some_and(|ids| ids.contains(hash)))
}

fn file_of(path: &str) -> String {
    let path = path.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}
