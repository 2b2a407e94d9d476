//! A view's sentence is one and the same wherever it stands: under the chart's title and in the
//! head of its page, made from the facts that are shown.

use super::markup::text_of;
use super::pages::{Edition, toy};
use super::project::COMPARED;
use utlovat::app::head::head;
use utlovat::model::{Day, Lang};
use utlovat::route::{Of, Page, Selection};
use utlovat::view::page::said;

const PAGES: [Page; 7] = [
    Page::Overview,
    Page::Timeline,
    Page::Claims,
    Page::Compare,
    Page::Embed(&Page::Timeline, Of::All),
    Page::Embed(&Page::Claims, Of::All),
    Page::Embed(&Page::Compare, Of::All),
];

/// The words of a figure's caption, without the spaces between them: some words stand in
/// elements of their own.
fn caption(html: &str) -> String {
    tight(&text_of(html, "figcaption"))
}

fn tight(text: &str) -> String {
    text.split_whitespace().collect()
}

fn check(edition: &Edition) {
    for page in PAGES {
        let description = head(edition.site, &page, &Selection::default()).description;
        let Some(sentence) = said(edition.site, &page, &Selection::default()) else { continue };
        assert_eq!(description, sentence);
        let caption = caption(&edition.body(page.clone()));
        assert!(caption.ends_with(&tight(&sentence)), "{page:?}: “{caption}” without “{sentence}”");
    }
}

#[test]
fn a_sentence_is_caption_and_description_in_one() {
    for lang in Lang::ALL {
        check(&toy(lang));
        check(&Edition::new(&COMPARED, lang));
    }
}

#[test]
fn a_sentence_follows_the_day_and_the_filter() {
    let edition = toy(Lang::En);
    let then = edition.as_of(Day::new(2020, 1, 1).expect("a day"));
    check(&then);
    let words = |edition: &Edition, query: &str| {
        let (selection, bad) = Selection::parse(query, &edition.site.known());
        assert!(bad.is_empty(), "{query}");
        PAGES.map(|page| said(edition.site, &page, &selection))
    };
    for (now, before) in words(&edition, "").iter().zip(words(&then, "")) {
        assert_ne!(*now, before);
    }
    let one = words(&edition, "procurement=toy-north");
    for (page, (all, one)) in PAGES.iter().zip(words(&edition, "").iter().zip(&one)) {
        // The overview and the embedded charts of everything have no filter of their own.
        assert_eq!(all == one, *page == Page::Overview, "{page:?}");
    }
}
