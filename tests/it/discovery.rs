//! How a page is found and shared: its links in the head, its card, its answer to oEmbed, the list
//! of all pages, the icons.

use super::pages::{BUILT, WORDS, build_at};
use super::project::{TOY, fixture};
use scraper::{Html, Selector};
use std::collections::BTreeSet;
use std::path::Path;
use utlovat::i18n::Key;
use utlovat::model::Lang;
use utlovat::route::{Address, Page};

const ROOT: &str = "https://example.org/some/dir/";

/// A file of the built site as text.
fn text(path: &str) -> String {
    let bytes = BUILT.get(Path::new(path)).unwrap_or_else(|| panic!("{path} is built"));
    String::from_utf8(bytes.clone()).expect("text")
}

/// Every page of the built site, by its path, with its head.
fn heads() -> impl Iterator<Item = (String, Html)> {
    let pages = BUILT.iter().filter(|(name, _)| name.ends_with("index.html"));
    pages.map(|(name, bytes)| {
        let html = String::from_utf8_lossy(bytes);
        let head = html.split_once("</head>").map_or("", |(head, _)| head);
        let path = name.to_string_lossy().replace("index.html", "");
        (path, Html::parse_document(&format!("{head}</head>")))
    })
}

fn contents(head: &Html, name: &str) -> Vec<String> {
    let one = format!("meta[property=\"{name}\"], meta[name=\"{name}\"]");
    let one = Selector::parse(&one).expect("a selector");
    let content = |meta: scraper::ElementRef| meta.attr("content").unwrap_or_default().to_owned();
    head.select(&one).map(content).collect()
}

fn links(head: &Html, rel: &str) -> Vec<(String, String)> {
    let one = Selector::parse(&format!("link[rel=\"{rel}\"]")).expect("a selector");
    let attribute =
        |link: &scraper::ElementRef, name| link.attr(name).unwrap_or_default().to_owned();
    head.select(&one).map(|link| (attribute(&link, "type"), attribute(&link, "href"))).collect()
}

#[test]
fn every_page_tells_how_it_is_to_be_shared() {
    let mut count = 0;
    for (path, head) in heads().filter(|(path, _)| !path.starts_with("embed/")) {
        count += 1;
        let lang = if path.starts_with("en/") { "en" } else { "sv" };
        let one = |name: &str| match contents(&head, name).as_slice() {
            [one] if !one.trim().is_empty() => one.clone(),
            other => panic!("{path} has {name} {} times", other.len()),
        };
        assert_eq!(one("og:description"), one("description"), "{path}");
        let title = Selector::parse("title").expect("a selector");
        let title: String = head.select(&title).flat_map(|title| title.text()).collect();
        assert!(title.starts_with(&one("og:title")), "{path} is called otherwise than {title}");
        let edition = if lang == "en" { Lang::En } else { Lang::Sv };
        assert_eq!(one("og:site_name"), WORDS[&edition].get(Key::SiteName));
        let (own, other) = if lang == "sv" { ("sv_SE", "en_GB") } else { ("en_GB", "sv_SE") };
        assert_eq!((&*one("og:locale"), &*one("og:locale:alternate")), (own, other), "{path}");
        assert!(["website", "article"].contains(&&*one("og:type")), "{path}");
        let canonical = links(&head, "canonical");
        assert_eq!(one("og:url"), canonical[0].1, "{path} has one address");
        assert!(["summary", "summary_large_image"].contains(&&*one("twitter:card")), "{path}");
        assert_eq!(links(&head, "license").len(), 1, "{path} tells its licence");
    }
    assert!(count > 20, "{count} pages");
}

#[test]
fn a_site_without_an_address_shares_none() {
    let nowhere = build_at(&fixture("toy").join("data"), "");
    for (name, bytes) in &nowhere {
        let file = name.display();
        assert!(!name.starts_with("oembed"), "{file}");
        assert!(!name.to_string_lossy().contains("sitemap"), "{file}");
        if name.ends_with("index.html") {
            let html = String::from_utf8_lossy(bytes);
            for told in ["og:url", "og:image", "json+oembed"] {
                assert!(!html.contains(told), "{file} has {told}");
            }
            let embedded = name.starts_with("embed");
            assert_eq!(html.contains("property=\"og:title\""), !embedded, "{file}");
        }
    }
    let robots = String::from_utf8_lossy(&nowhere[Path::new("robots.txt")]);
    assert_eq!(robots, "User-agent: *\nAllow: /\n");
}

#[test]
fn the_list_of_pages_has_every_page_in_every_language() {
    let map = text("sitemap.xml");
    let map = addresses(&map);
    let pages: BTreeSet<String> = BUILT
        .keys()
        .filter(|name| name.ends_with("index.html") && !name.starts_with("embed"))
        .map(|name| name.to_string_lossy().replace("index.html", ""))
        // The Swedish overview stands at the root too, for who comes there.
        .filter(|path| !path.is_empty())
        // How a figure is taken along says the same as the page that it is taken from.
        .filter(|path| !Address::parse(path).page.is_for_other_sites())
        .map(|path| format!("{ROOT}{path}"))
        .collect();
    let listed: Vec<&String> = map.iter().map(|(address, _)| address).collect();
    assert_eq!(listed.len(), listed.iter().collect::<BTreeSet<_>>().len(), "each once");
    assert_eq!(listed.into_iter().cloned().collect::<BTreeSet<_>>(), pages);
    for (address, others) in &map {
        assert!(others.contains(&("x-default".to_owned(), others[0].1.clone())), "{address}");
        for lang in Lang::ALL {
            let own = others.iter().filter(|(code, _)| code == lang.code());
            let own: Vec<_> = own.map(|(_, href)| href).collect();
            assert_eq!(own.len(), 1, "{address} in {}", lang.code());
            assert!(pages.contains(own[0]), "{address} leads to {}", own[0]);
        }
        assert!(others.iter().any(|(_, href)| href == address), "{address} names itself");
    }
    assert!(text("robots.txt").ends_with(&format!("\nSitemap: {ROOT}sitemap.xml\n")));
}

/// The addresses of a list, each with its languages.
fn addresses(text: &str) -> Vec<(String, Vec<(String, String)>)> {
    use quick_xml::events::Event;
    let (mut found, mut path) = (Vec::new(), Vec::new());
    let mut reader = quick_xml::Reader::from_str(text);
    loop {
        let attribute = |tag: &quick_xml::events::BytesStart, name: &str| {
            let value = tag.try_get_attribute(name).expect("an attribute").expect("there is one");
            value.value.to_string()
        };
        match reader.read_event().expect("XML") {
            Event::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                if name == "url" {
                    found.push((String::new(), Vec::new()));
                }
                path.push(name);
            }
            Event::End(_) => drop(path.pop()),
            Event::Empty(tag) if tag.name().as_ref() == "xhtml:link" => {
                let link = (attribute(&tag, "hreflang"), attribute(&tag, "href"));
                found.last_mut().expect("a link of an address").1.push(link);
            }
            Event::Text(text) if path.last().is_some_and(|name| name == "loc") => {
                found.last_mut().expect("an address").0.push_str(&text);
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

/// As anchors of the format ask: version, type, html, width, height and the rest.
#[test]
fn whoever_pastes_an_address_gets_the_figure_of_its_page() {
    let mut named = BTreeSet::new();
    for (path, head) in heads() {
        let of_type = |(kind, _): &(String, String)| kind == "application/json+oembed";
        for (_, href) in links(&head, "alternate").into_iter().filter(of_type) {
            let file = href.strip_prefix(ROOT).unwrap_or_else(|| panic!("{path}: {href}"));
            let lang = if file.starts_with("oembed/en/") { Lang::En } else { Lang::Sv };
            let name = WORDS[&lang].get(Key::SiteName);
            let answer: serde_json::Value = serde_json::from_str(&text(file)).expect("JSON");
            assert_eq!(answer["version"], "1.0", "{file}");
            assert_eq!(answer["type"], "rich", "{file}");
            assert_eq!(answer["provider_name"], name, "{file}");
            assert_eq!(answer["provider_url"], ROOT, "{file}");
            assert!(answer["cache_age"].as_u64().is_some_and(|seconds| seconds > 0), "{file}");
            assert!(answer["title"].as_str().is_some_and(|title| !title.is_empty()), "{file}");
            let html = answer["html"].as_str().expect("html");
            for (key, least) in [("width", 300), ("height", 300)] {
                let size = answer[key].as_u64().expect("a number");
                assert!(size >= least, "{file} has {key} {size}");
                assert!(html.contains(&format!(" {key}=\"{size}\"")), "{file}: {html}");
            }
            assert!(html.starts_with("<blockquote><a href=\"https://"), "{html}");
            let fragment = Html::parse_fragment(html);
            let one = |tag, attribute| {
                let tag = Selector::parse(tag).expect("a selector");
                let found: Vec<_> = fragment.select(&tag).collect();
                assert_eq!(found.len(), 1, "{html}");
                found[0].attr(attribute).unwrap_or_default().to_owned()
            };
            for address in [one("a", "href"), one("iframe", "src")] {
                let address = address.split('?').next().unwrap_or_default();
                let page = address.strip_prefix(ROOT).unwrap_or_else(|| panic!("{address}"));
                assert!(BUILT.contains_key(Path::new(&format!("{page}index.html"))), "{page}");
            }
            assert!(!one("iframe", "title").is_empty(), "{html}");
            named.insert(file.to_owned());
        }
    }
    let there: BTreeSet<String> = BUILT
        .keys()
        .filter(|name| name.starts_with("oembed"))
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    assert_eq!(named, there, "each is named by some page");
    let one = &TOY.procurements[0].id;
    for lang in Lang::ALL {
        for page in [Page::Timeline, Page::Claims, Page::Procurement(one.clone())] {
            let path = Address::new(lang, page).to_string();
            let html = text(&format!("{path}index.html"));
            assert!(html.contains("json+oembed"), "{path} has a figure");
        }
        let path = Address::new(lang, Page::Method).to_string();
        assert!(!text(&format!("{path}index.html")).contains("json+oembed"), "{path} has none");
    }
}

#[test]
fn every_icon_is_there_in_its_size() {
    let size = |png: &[u8]| {
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
        assert_eq!(side(16), side(20), "a square");
        side(16)
    };
    let ico = &BUILT[Path::new("favicon.ico")];
    assert_eq!((&ico[..8], size(&ico[22..])), (&[0, 0, 1, 0, 1, 0, 32, 32][..], 32));
    assert_eq!(size(&BUILT[Path::new("apple-touch-icon.png")]), 180);
    for lang in Lang::ALL {
        let path = format!("{}/manifest.webmanifest", lang.code());
        let manifest: serde_json::Value = serde_json::from_str(&text(&path)).expect("JSON");
        assert_eq!(manifest["lang"], lang.code());
        assert_eq!(manifest["start_url"], format!("/some/dir/{}/", lang.code()));
        for icon in manifest["icons"].as_array().expect("icons") {
            let file = icon["src"].as_str().and_then(|src| src.strip_prefix("/some/dir/"));
            let side = size(&BUILT[Path::new(file.expect("below the site"))]);
            assert_eq!(icon["sizes"], format!("{side}x{side}"));
        }
        let colour = manifest["theme_color"].as_str().expect("a colour");
        assert!(colour.len() == 7 && colour != "#000000", "{colour}");
    }
    for (path, head) in heads() {
        let icons =
            [links(&head, "icon"), links(&head, "apple-touch-icon"), links(&head, "manifest")];
        let files: Vec<String> = icons.concat().into_iter().map(|(_, href)| href).collect();
        assert_eq!(files.len(), 4, "{path}");
        for file in files.iter().filter(|file| !file.ends_with(".svg")) {
            let file = file.strip_prefix("/some/dir/").expect("below the site");
            assert!(BUILT.contains_key(Path::new(file)), "{path} names {file}");
        }
    }
}
