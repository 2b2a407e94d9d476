//! What holds of every page: a name of its own, one heading, nothing that the
//! content security policy forbids, no blank left unfilled, no word of the other language.

use super::markup::{attributes, elements, parsed, texts};
use super::pages::{BUILT, Edition, WORDS, build_at, toy};
use super::project::{COMPARED, fixture};
use scraper::{ElementRef, Html};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;
use utlovat::app::head::head;
use utlovat::data::folder;
use utlovat::i18n::Key;
use utlovat::model::{Lang, Licence};
use utlovat::route::{Address, Page, Selection};

/// Every page of the toy facts in every language: its address and its body.
static PAGES: LazyLock<Vec<(Address, String)>> = LazyLock::new(|| {
    Lang::ALL.into_iter().flat_map(|lang| bodies(&edition(lang), |_| true)).collect()
});

fn edition(lang: Lang) -> Edition {
    Edition::new(&COMPARED, lang)
}

/// The pages of an edition that are wanted: their addresses and their bodies.
pub fn bodies(edition: &Edition, wanted: impl Fn(&Page) -> bool) -> Vec<(Address, String)> {
    let address = |page| Address::new(edition.site.lang(), page);
    let pages = edition.every_page().into_iter().filter(wanted);
    pages.map(|page| (address(page.clone()), edition.body(page))).collect()
}

/// Words of the English interface that must not stand in the Swedish one, whatever element
/// they stand in.
const ENGLISH: &[&str] = &[
    "sources",
    "Sources",
    "Show as",
    "Show the",
    "Embed this",
    "What happened",
    "at least",
    "months",
    "Timeline",
    "Compare",
    "Claims",
];

#[test]
fn every_page_has_a_title_and_a_description_of_its_own() {
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        let edition = edition(lang);
        let mut titles: BTreeMap<String, String> = BTreeMap::new();
        for page in edition.every_page() {
            let address = Address::new(lang, page.clone()).to_string();
            let head = head(edition.site, &page, &Selection::default());
            let words = head.title.split(" · ").next().unwrap_or_default();
            if words.trim().is_empty() || head.description.trim().is_empty() {
                wrong.push(format!("{address} has no title or no description"));
            }
            for text in [&head.title, &head.description] {
                if let Some(blank) = blank(text) {
                    wrong.push(format!("{address} leaves {blank} unfilled in “{text}”"));
                }
            }
            if matches!(page, Page::Embed(..)) {
                continue;
            }
            if let Some(other) = titles.insert(head.title.clone(), address.clone()) {
                wrong.push(format!("{other} and {address} are both called “{}”", head.title));
            }
        }
    }
    none(wrong);
}

#[test]
fn every_page_has_one_main_and_one_heading_that_says_what_it_is() {
    each_page(main_and_heading);
}

fn main_and_heading(address: &Address, page: &Html, wrong: &mut Vec<String>) {
    for name in ["h1", "main"] {
        let count = elements(page).filter(|element| element.value().name() == name).count();
        if count != 1 {
            wrong.push(format!("{address} has {count} <{name}>"));
        }
    }
    let mut headings = elements(page).filter(|element| element.value().name() == "h1");
    if headings.any(|heading| heading.text().all(|text| text.trim().is_empty())) {
        wrong.push(format!("{address} has an empty <h1>"));
    }
}

#[test]
fn no_id_stands_twice_on_a_page() {
    each_page(ids);
}

fn ids(address: &Address, page: &Html, wrong: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for (_, id) in attributes(page).filter(|(name, _)| *name == "id") {
        if !seen.insert(id) {
            wrong.push(format!("{address} has id=\"{id}\" twice"));
        }
    }
}

#[test]
fn nothing_stands_inline_that_the_policy_forbids() {
    each_page(inline);
}

fn inline(address: &Address, page: &Html, wrong: &mut Vec<String>) {
    for element in elements(page) {
        let name = element.value().name();
        if ["script", "style"].contains(&name) {
            wrong.push(format!("{address} has <{name}> in its body"));
        }
        for (attribute, value) in element.value().attrs() {
            if attribute == "style"
                || attribute.starts_with("on")
                || value.trim_start().starts_with("javascript:")
            {
                wrong.push(format!("{address} has {attribute}=“{value}” in <{name}>"));
            }
        }
    }
}

#[test]
fn no_file_of_the_site_holds_an_inline_script_or_an_unfilled_hole() {
    let mut wrong = Vec::new();
    let pages = BUILT.iter().filter(|(name, _)| name.extension().is_some_and(|e| e == "html"));
    let mut count = 0;
    for (file, bytes) in pages {
        count += 1;
        let (file, html) = (file.display(), String::from_utf8_lossy(bytes));
        let mut rest = html.as_ref();
        while let Some((_, script)) = rest.split_once("<script") {
            let (tag, after) = script.split_once('>').unwrap_or((script, ""));
            // A data block, which no browser runs; nothing in it can end it early.
            let data = tag == " type=\"application/ld+json\"";
            let block = after.split_once('<').is_some_and(|(_, end)| end.starts_with("/script>"));
            let loaded = tag.contains(" src=\"") && after.starts_with("</script>");
            if !(loaded || data && block) {
                wrong.push(format!("{file} has an inline script: <script{tag}>"));
            }
            rest = after;
        }
        if let Some((_, hole)) = html.split_once("{{") {
            let hole = hole.split_once("}}").map_or(hole, |(name, _)| name);
            wrong.push(format!("{file} leaves the shell's {{{{{hole}}}}} unfilled"));
        }
        for needed in ["<title>", "name=\"description\"", "http-equiv=\"Content-Security-Policy\""]
        {
            let head = html.split_once("</head>").map_or("", |(head, _)| head);
            if head.matches(needed).count() != 1 {
                wrong.push(format!("{file} has {needed} {} times", head.matches(needed).count()));
            }
        }
    }
    let pages: usize = Lang::ALL.map(|lang| toy(lang).every_page().len()).into_iter().sum();
    // "Not found" is one file for both languages.
    assert!(count >= pages - 1, "{count} files for {pages} pages");
    none(wrong);
}

/// Search engines and others read only whole addresses here, so a site that does not know its own
/// says nothing, and what is there to copy says what is missing.
#[test]
fn a_site_without_an_address_claims_none() {
    let nowhere = build_at(&fixture("toy").join("data"), "");
    let links = ["rel=\"canonical\" href=\"", "rel=\"alternate\" hreflang="];
    let hint = WORDS[&Lang::En].get(Key::CiteNoAddress);
    let mut wrong = Vec::new();
    for (file, bytes) in BUILT.iter().filter(|(name, _)| name.ends_with("index.html")) {
        let (known, unknown) = (String::from_utf8_lossy(bytes), &nowhere[file]);
        let unknown = String::from_utf8_lossy(unknown);
        let (path, file) = (file, file.display());
        for link in links {
            if unknown.contains(link) {
                wrong.push(format!("{file} has {link} without an address"));
            }
            if !known.contains(link) {
                wrong.push(format!("{file} has no {link}"));
            }
        }
        // What search engines read is whole addresses too; what is for other sites says nothing
        // to them.
        let block = "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\"";
        if unknown.contains("ld+json") {
            wrong.push(format!("{file} tells search engines of addresses that it has not"));
        }
        if known.matches(block).count() != usize::from(!is_for_other_sites(path)) {
            wrong.push(format!("{file} has another number of blocks of JSON-LD than it should"));
        }
        let head = known.split_once("</head>").map_or("", |(head, _)| head);
        let whole = "href=\"https://example.org/some/dir/";
        let links = head.lines().filter(|line| links.iter().any(|link| line.contains(link)));
        wrong.extend(
            links.filter(|line| !line.contains(whole)).map(|line| format!("{file}: {line}")),
        );
        if known.contains(hint) {
            wrong.push(format!("{file} hints at an address that it has"));
        }
    }
    none(wrong);
    let reuse = String::from_utf8_lossy(&nowhere[Path::new("en/use/claims/index.html")]);
    assert_eq!(reuse.matches(hint).count(), 2, "to cite and to paste");
}

/// A frame in an article is no page of its own for a search engine, and what is followed in it
/// opens beside the article.
#[test]
fn an_embed_belongs_to_the_page_that_it_comes_from() {
    let mut seen = 0;
    for (path, bytes) in BUILT.iter().filter(|(name, _)| name.ends_with("index.html")) {
        let text = String::from_utf8_lossy(bytes);
        let (head, _) = text.split_once("</head>").expect("a head");
        let embedded = path.starts_with("embed");
        seen += usize::from(embedded);
        let away = head.contains("<base target=\"_blank\">");
        assert_eq!(away, embedded, "{}", path.display());
        let hidden = head.contains("<meta name=\"robots\" content=\"noindex\">");
        assert_eq!(hidden, is_for_other_sites(path), "{}", path.display());
        let canonical = "<link rel=\"canonical\" href=\"https://example.org/some/dir/";
        let (_, to) = head.split_once(canonical).expect("a canonical address");
        let (to, _) = to.split_once('"').expect("its end");
        assert!(!to.starts_with("embed/"), "{} belongs to {to}", path.display());
        // Where a frame has no origin, Safari takes nothing for 'self'.
        let named = head.contains("script-src 'self' https://example.org 'wasm-unsafe-eval'");
        assert_eq!(named, embedded, "{}", path.display());
    }
    assert!(seen > 10, "{seen} embeds");
}

#[test]
fn every_page_tells_the_licence_of_the_data_set() {
    let mut dataset = folder::read(&fixture("toy")).0;
    dataset.licence = Licence::Cc0;
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        let edition = Edition::new(&dataset, lang);
        for page in edition.every_page() {
            let html = edition.body(page.clone());
            if html.contains("CC BY") || html.contains("licenses/by/") {
                wrong.push(format!("{page:?} tells another licence"));
            }
            let framed = !matches!(page, Page::Embed(..));
            let (named, linked) =
                ("CC0 1.0", "href=\"https://creativecommons.org/publicdomain/zero");
            // The footer, and the note of the citation in its three forms.
            let told = html.matches(named).count() >= 4 && html.contains(linked);
            if framed && !told {
                wrong.push(format!("{page:?} does not tell the licence"));
            }
        }
    }
    none(wrong);
}

#[test]
fn every_blank_of_a_sentence_is_filled() {
    each_page(blanks);
}

fn blanks(address: &Address, page: &Html, wrong: &mut Vec<String>) {
    let texts = texts(page).map(|(_, text)| text);
    for text in texts.chain(attributes(page).map(|(_, value)| value)) {
        if let Some(blank) = blank(text) {
            wrong.push(format!("{address} leaves {blank} unfilled in “{text}”"));
        }
    }
}

#[test]
fn an_edition_speaks_its_own_language() {
    let words =
        |lang: Lang| -> BTreeSet<&str> { WORDS[&lang].texts().map(|(_, text)| text).collect() };
    let (swedish, english) = (words(Lang::Sv), words(Lang::En));
    each_page(|address, page, wrong| {
        let (own, other) = match address.lang {
            Lang::Sv => (&swedish, &english),
            Lang::En => (&english, &swedish),
        };
        for text in texts_of_its_language(page, address.lang) {
            let strange = other.contains(text) && !own.contains(text);
            if strange {
                wrong.push(format!("{address} says “{text}” in the other language"));
            }
        }
        for (name, value) in attributes(page).filter(|(name, _)| SPOKEN.contains(name)) {
            if other.contains(value) && !own.contains(value) {
                wrong.push(format!("{address} says {name}=“{value}” in the other language"));
            }
        }
    });
}

#[test]
fn the_interface_in_swedish_has_no_english_word() {
    for (_, text) in WORDS[&Lang::Sv].texts() {
        for word in ENGLISH {
            assert!(!has_word(text, word), "locales/sv.toml says “{word}” in “{text}”");
        }
    }
}

/// The attributes that are read aloud.
const SPOKEN: &[&str] = &["aria-label", "title", "alt", "placeholder"];

/// The texts of a page that claim to be in its language: not those of elements with another.
fn texts_of_its_language(page: &Html, lang: Lang) -> impl Iterator<Item = &str> {
    let foreign =
        move |element: ElementRef| element.attr("lang").is_some_and(|it| it != lang.code());
    let of_another = move |element: ElementRef| {
        foreign(element) || element.ancestors().filter_map(ElementRef::wrap).any(foreign)
    };
    texts(page).filter(move |(element, _)| !of_another(*element)).map(|(_, text)| text)
}

/// `{name}`, if a text has such a thing left.
fn blank(text: &str) -> Option<&str> {
    for (at, _) in text.match_indices('{') {
        let end = text[at..].find('}').map(|end| at + end);
        if let Some(end) = end
            && end > at + 1
            && text[at + 1..end].bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b == b'_')
        {
            return Some(&text[at..=end]);
        }
    }
    None
}

/// Whether a file is a figure for other people's sites, or how it is taken along.
fn is_for_other_sites(file: &Path) -> bool {
    Address::parse(&file.to_string_lossy()).page.is_for_other_sites()
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

fn each_page(check: impl Fn(&Address, &Html, &mut Vec<String>)) {
    let mut wrong = Vec::new();
    for (address, html) in PAGES.iter() {
        check(address, &parsed(html), &mut wrong);
    }
    none(wrong);
}

/// What must hold of every page, whatever the facts are.
pub fn pages_are_whole(pages: &[(Address, String)]) {
    let mut wrong = Vec::new();
    for (address, html) in pages {
        let page = parsed(html);
        for check in [main_and_heading, ids, inline, blanks] {
            check(address, &page, &mut wrong);
        }
    }
    none(wrong);
}

fn none(wrong: Vec<String>) {
    let shown = wrong.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "\n{shown}\n({} in all)\n", wrong.len());
}
