//! The table of figures: each is whole, and found from every place where it stands.

use super::pages::toy;
use super::project::TOY;
use std::collections::BTreeSet;
use utlovat::app::head::{every_address, head};
use utlovat::model::Lang;
use utlovat::route::{Address, Page, Selection};
use utlovat::view::figure::{Asked, FIGURES, embeds, of};

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
    let one = &TOY.procurements[0].id;
    let (of_all, of_one): (Vec<Page>, Vec<Page>) =
        (embeds(None).collect(), embeds(Some(one)).collect());
    assert!(!of_all.is_empty() && !of_one.is_empty());
    for embed in of_all.iter().chain(&of_one) {
        for lang in Lang::ALL {
            let address = Address::new(lang, embed.clone());
            assert_eq!(Address::parse(&address.to_string()), address, "a path of its own");
        }
    }
    // What a figure has not, it has not at its page's word either.
    for figure in &FIGURES {
        let (all, one) =
            (Page::Embed(&figure.page, None), Page::Embed(&figure.page, Some(one.clone())));
        assert_eq!(of(&all).is_some(), of_all.contains(&all), "{}", figure.id);
        assert_eq!(of(&all).is_some(), figure.embed.is_some(), "{}", figure.id);
        assert_eq!(of(&one).is_some(), of_one.contains(&one), "{}", figure.id);
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
            // The front page begins with its figure, whose title is the page's.
            let level = if figure.page == Page::Overview { "h1" } else { "h2" };
            let heading = from.split_once(&format!("<{level}"));
            let heading = heading.and_then(|(_, it)| it.split_once(&format!("</{level}>")));
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
        for page in embeds(None).chain(embeds(Some(&one))) {
            let figure = of(&page).expect("the figure of an embed");
            let body = edition.body(page.clone());
            let (_, drawn) = body.split_once(&format!("id=\"{}\"", figure.id)).expect("the figure");
            assert!(drawn.contains("class=\"drawing"), "{page:?}");
            assert!(!drawn.contains("class=\"embed-code\""), "{page:?}");
            if let Page::Embed(home, None) = page {
                let address = edition.site.url(page.clone());
                let code = format!("src=&quot;{address}?theme=auto&quot;");
                assert!(edition.body(home.clone()).contains(&code), "{home:?} offers {address}");
            }
        }
    }
}

#[test]
fn an_embed_is_called_what_its_figure_s_page_is_called() {
    let site = toy(Lang::Sv).site;
    let written = every_address(site).into_iter().filter_map(|address| match address.page {
        Page::Embed(home, None) => Some(home),
        _ => None,
    });
    let mut seen = 0;
    for home in written {
        let of_page = head(site, home, &Selection::default());
        let of_embed = head(site, &Page::Embed(home, None), &Selection::default());
        assert_eq!(of_embed.title, of_page.title);
        seen += 1;
    }
    assert_eq!(seen, embeds(None).count());
}
