//! The table of figures: each is whole, and found from every place where it stands.

use super::pages::toy;
use std::collections::BTreeSet;
use utlovat::app::head::{every_address, head};
use utlovat::model::Lang;
use utlovat::route::{EmbedView, Page, Selection};
use utlovat::view::figure::{Asked, FIGURES, embedded, of};

#[test]
fn every_figure_is_whole_in_both_languages() {
    let selection = Selection::default();
    for lang in Lang::ALL {
        let site = toy(lang).site;
        let one = &site.dataset.procurements[0];
        for figure in &FIGURES {
            for only in [None, Some(one)] {
                let asked = Asked { site, selection: &selection, only };
                assert!(!(figure.title)(asked).is_empty(), "{}", figure.id);
                assert!(!(figure.sentence)(asked).is_empty(), "{}", figure.id);
                assert!((figure.table)(asked).0.contains("<table"), "{}", figure.id);
                let mut sources = BTreeSet::new();
                (figure.sources)(asked, &mut |source| {
                    sources.insert(source);
                });
                assert!(!sources.is_empty(), "{} rests on something", figure.id);
            }
        }
    }
}

#[test]
fn a_figure_is_found_from_its_page_and_its_embed() {
    let ids: BTreeSet<&str> = FIGURES.iter().map(|figure| figure.id).collect();
    assert_eq!(ids.len(), FIGURES.len(), "each has an id of its own");
    for figure in &FIGURES {
        assert_eq!(of(&figure.page).map(|it| it.id), Some(figure.id));
    }
    for view in EmbedView::ALL {
        let figure = embedded(view);
        assert!(figure.embed.as_ref().is_some_and(|embed| embed.view == view), "{view:?}");
        assert_eq!(of(&Page::Embed(view, None)).map(|it| it.id), Some(figure.id));
    }
    assert!(of(&Page::Method).is_none());
}

#[test]
fn a_figure_stands_on_its_page_by_its_id_and_under_its_title() {
    for lang in Lang::ALL {
        let edition = toy(lang);
        let selection = Selection::default();
        let asked = Asked { site: edition.site, selection: &selection, only: None };
        for figure in &FIGURES {
            let body = edition.body(figure.page.clone());
            let (_, from) = body
                .split_once(&format!("id=\"{}\"", figure.id))
                .unwrap_or_else(|| panic!("{:?} has no {}", figure.page, figure.id));
            let heading = from.split_once("<h2").and_then(|(_, it)| it.split_once("</h2>"));
            let (heading, _) = heading.expect("a heading");
            assert!(heading.ends_with(&(figure.title)(asked)), "{heading}");
        }
    }
}

#[test]
fn a_figure_with_an_embed_is_drawn_there_and_offers_its_code() {
    for lang in Lang::ALL {
        let edition = toy(lang);
        let one = edition.site.dataset.procurements[0].id.clone();
        for figure in &FIGURES {
            let Some(embed) = &figure.embed else { continue };
            let id = format!("id=\"{}\"", figure.id);
            for only in [None, Some(one.clone())] {
                let body = edition.body(Page::Embed(embed.view, only.clone()));
                let (_, drawn) = body.split_once(&id).expect("the figure");
                assert!(drawn.contains("class=\"drawing\""), "{} of {only:?}", figure.id);
                assert!(!drawn.contains("class=\"embed-code\""), "{}", figure.id);
            }
            let page = edition.body(figure.page.clone());
            let address = edition.site.url(Page::Embed(embed.view, None));
            let code = format!("src=&quot;{address}?theme=auto&quot;");
            assert!(page.contains(&code), "{} does not offer {address}", figure.id);
        }
    }
}

#[test]
fn an_embed_is_called_what_its_figure_s_page_is_called() {
    let site = toy(Lang::Sv).site;
    let embeds = every_address(site).into_iter().filter_map(|address| match address.page {
        Page::Embed(view, None) => Some(view),
        _ => None,
    });
    let mut seen = 0;
    for view in embeds {
        let of_page = head(site, &embedded(view).page, &Selection::default());
        let of_embed = head(site, &Page::Embed(view, None), &Selection::default());
        assert_eq!(of_embed.title, of_page.title);
        seen += 1;
    }
    assert_eq!(seen, EmbedView::ALL.len());
}
