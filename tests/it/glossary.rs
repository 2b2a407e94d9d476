//! The glossary: its words lead to it where a page first uses them, and a search explains them.

use super::heads::bodies;
use super::markup::parsed;
use super::pages::Edition;
use super::project::COMPARED;
use scraper::{Html, Selector};
use std::collections::BTreeSet;
use utlovat::model::Lang;
use utlovat::route::Page;
use utlovat::view::glossary::{LAW, STORY, Terms, looked_for};

fn all(html: &Html, css: &str, attribute: &str) -> Vec<String> {
    let selector = Selector::parse(css).expect("a selector");
    let found = html.select(&selector).filter_map(|it| it.attr(attribute));
    found.map(str::to_owned).collect()
}

#[test]
fn every_word_has_its_place_and_a_name_of_its_own() {
    for lang in Lang::ALL {
        let edition = Edition::new(&COMPARED, lang);
        let html = parsed(&edition.body(Page::Glossary));
        let places = all(&html, ".glossary > div", "id");
        let ids: Vec<&str> = LAW.iter().chain(&STORY).map(|term| term.id).collect();
        assert_eq!(places, ids);
        let names: BTreeSet<&str> =
            LAW.iter().chain(&STORY).map(|term| term.name(edition.site)).collect();
        assert_eq!(names.len(), ids.len());
    }
}

#[test]
fn a_word_is_a_link_where_it_is_first_used_and_only_there() {
    let mut linked = 0;
    for lang in Lang::ALL {
        let edition = Edition::new(&COMPARED, lang);
        let glossary = edition.site.href(Page::Glossary);
        for (address, body) in bodies(&edition, |_| true) {
            let links = all(&parsed(&body), "a.term", "href");
            let once: BTreeSet<&String> = links.iter().collect();
            assert_eq!(once.len(), links.len(), "{address}: {links:?}");
            for link in &links {
                let id = link.strip_prefix(&format!("{glossary}#"));
                let known = LAW.iter().chain(&STORY).any(|term| Some(term.id) == id);
                assert!(known, "{address}: {link}");
            }
            linked += links.len();
        }
    }
    assert!(linked > 4, "hardly a word is linked: {linked}");
}

/// No word of the glossary stands in what begins a page before it is a link.
#[test]
fn what_begins_a_page_leaves_no_word_unexplained() {
    let mut begun = 0;
    for lang in Lang::ALL {
        let edition = Edition::new(&COMPARED, lang);
        let glossary = edition.site.href(Page::Glossary);
        for (address, body) in bodies(&edition, |page| *page != Page::Glossary) {
            let html = parsed(&body);
            let leads = Selector::parse("main p.lead").expect("a selector");
            for lead in html.select(&leads) {
                begun += 1;
                let linked = Selector::parse("a.term").expect("a selector");
                let links: Vec<_> = lead.select(&linked).collect();
                let text = lead.text().collect::<String>();
                for term in LAW.iter().chain(&STORY) {
                    let name = term.name(edition.site);
                    if !stands_in(&text, name) {
                        continue;
                    }
                    let explained = links.iter().any(|link| {
                        let within = link.text().collect::<String>().to_lowercase();
                        link.attr("href") == Some(&*format!("{glossary}#{}", term.id))
                            // A longer word that is one of the glossary too.
                            || stands_in(&within, name)
                    });
                    assert!(explained, "{address}: “{name}” is no link in “{text}”");
                }
            }
        }
    }
    assert!(begun > 20, "only {begun} pages begin with a text");
}

/// Whether a text has words as words of their own.
fn stands_in(text: &str, words: &str) -> bool {
    let plain = |text: &str| {
        let letters = |c: char| if c.is_alphanumeric() || c == '-' { c } else { ' ' };
        text.to_lowercase().chars().map(letters).collect::<String>()
    };
    let text = plain(text);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!(" {text} ").contains(&format!(" {} ", plain(words).trim()))
}

#[test]
fn the_page_of_a_claim_links_what_it_tells_with_the_words_of_the_glossary() {
    for lang in Lang::ALL {
        let edition = Edition::new(&COMPARED, lang);
        let claims = bodies(&edition, |page| matches!(page, Page::Claim(..)));
        let linked = claims.iter().flat_map(|(_, body)| all(&parsed(body), "main a.term", "href"));
        assert!(linked.count() > 0, "{lang:?}");
        // The rows of the ledger would say the same words again and again.
        let ledger = parsed(&edition.body(Page::Claims));
        assert!(all(&ledger, ".whole a.term", "href").is_empty());
    }
}

#[test]
fn the_text_stays_what_it_was() {
    for lang in Lang::ALL {
        let edition = Edition::new(&COMPARED, lang);
        let names = LAW.iter().chain(&STORY).map(|term| term.name(edition.site));
        let text = names.collect::<Vec<_>>().join(" & ");
        let markup = Terms::new(edition.site).link(&text).0;
        let html = Html::parse_fragment(&markup);
        let said: String = html.root_element().text().collect();
        assert_eq!(said, text);
        let linked = all(&html, "a.term", "href").len();
        assert!(linked + 2 >= LAW.len() + STORY.len(), "{linked}: {markup}");
    }
}

#[test]
fn a_search_for_a_word_explains_it() {
    for (lang, typed) in [(Lang::Sv, "VITE"), (Lang::Sv, "viten"), (Lang::En, "go-live")] {
        let edition = Edition::new(&COMPARED, lang);
        let term = looked_for(edition.site, typed).expect("a word of the glossary");
        let html = parsed(&edition.chosen(Page::Search, &format!("?q={typed}")));
        assert_eq!(all(&html, ".meaning a", "href"), [term.href(edition.site)]);
        let none = parsed(&edition.chosen(Page::Search, "?q=xyzzy"));
        assert!(all(&none, ".meaning a", "href").is_empty());
    }
}
