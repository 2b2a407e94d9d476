//! The table of figures: each is whole, and found from every place where it stands.

use super::markup::{parsed, texts_of};
use super::pages::toy;
use super::project::TOY;
use std::collections::BTreeSet;
use utlovat::app::head::{every_address, head, name};
use utlovat::model::Lang;
use utlovat::route::{Address, Of, Page, Selection};
use utlovat::view::figure::{
    Asked, CLAIMS, COMPARISON, FIGURES, FigureSpec, TIMELINE, embed_of_claim, embeds,
    embeds_of_pairs, of,
};
use utlovat::view::only::Only;

#[test]
fn every_figure_is_whole_in_both_languages() {
    let selection = Selection::default();
    for lang in Lang::ALL {
        let site = toy(lang).site;
        let one = &site.dataset.procurements[0];
        for figure in &FIGURES {
            for only in [Only::All, Only::One(one)] {
                let asked = Asked { site, selection: &selection, only };
                assert!(!(figure.title)(asked).is_empty(), "{}", figure.id);
                assert!(!(figure.sentence)(asked).is_empty(), "{}", figure.id);
                assert!((figure.table)(asked).html(site).0.contains("<table"), "{}", figure.id);
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
    let one = &TOY.procurements[0];
    let (of_all, of_one): (Vec<Page>, Vec<Page>) =
        (embeds(None).collect(), embeds(Some(one)).collect());
    assert!(!of_all.is_empty() && !of_one.is_empty());
    for embed in of_all.iter().chain(&of_one) {
        for lang in Lang::ALL {
            let address = Address::new(lang, embed.clone());
            assert_eq!(Address::parse(&address.to_string()), address, "a path of its own");
        }
    }
    assert_eq!(of_all.len(), FIGURES.len(), "each figure travels");
    // What there is not of a procurement is not found at its figure's word either.
    let site = toy(Lang::Sv).site;
    for one in &site.dataset.procurements {
        for figure in &FIGURES {
            let page = Page::Embed(&figure.page, Of::One(one.id.clone()));
            let there = embeds(Some(one)).any(|embed| embed == page);
            assert_eq!(there, (figure.embed.is_of)(one), "{}", figure.id);
            assert_eq!(name(site, &page) != name(site, &Page::NotFound), there, "{}", figure.id);
        }
    }
    assert!(of(&Page::Method).is_none());
}

#[test]
fn a_figure_stands_on_its_page_by_its_id_and_the_page_is_headed_by_its_finding() {
    for lang in Lang::ALL {
        let edition = toy(lang);
        for figure in &FIGURES {
            let body = parsed(&edition.body(figure.page.clone()));
            assert_eq!(texts_of(&body, &format!("#{}", figure.id)).len(), 1, "{:?}", figure.page);
            let finding = figure.finding_of_all(edition.site);
            assert_eq!(texts_of(&body, "h1"), [finding.as_str()]);
            // Nothing is said twice.
            let again = texts_of(&body, "main :is(h2, h3)");
            assert!(!again.contains(&finding), "{again:?}");
        }
    }
}

#[test]
fn what_a_choice_finds_stands_at_the_figure_and_the_page_is_headed_as_ever() {
    let edition = toy(Lang::Sv);
    let all = TIMELINE.finding_of_all(edition.site);
    let one = edition.site.dataset.procurements[0].id.clone();
    let chosen = parsed(&edition.chosen(Page::Timeline, &format!("?procurement={one}")));
    assert_eq!(texts_of(&chosen, "h1"), [all.as_str()]);
    let selection = Selection::default().toggle_procurement(&one);
    let asked = Asked { site: edition.site, selection: &selection, only: Only::All };
    let finding = (TIMELINE.title)(asked);
    assert_ne!(finding, all);
    assert_eq!(texts_of(&chosen, "#timeline h2:not(.visually-hidden)"), [finding.as_str()]);
}

#[test]
fn each_claim_and_each_pair_has_an_embed_that_says_what_became_of_it() {
    for lang in Lang::ALL {
        let edition = toy(lang);
        let (site, pages) = (edition.site, edition.every_page());
        for one in &site.dataset.procurements {
            for claim in &one.claims {
                let page = embed_of_claim(one, claim);
                assert!(pages.contains(&page), "{page:?} is written");
                let html = edition.body(page);
                let body = parsed(&html);
                let heading = texts_of(&body, "h1").concat();
                assert!(heading.starts_with(site.text(&claim.title)), "{heading}");
                assert!(heading.len() > site.text(&claim.title).len() + 3, "{heading}");
                assert_eq!(texts_of(&body, ".claim-strip .strip-drawing").len(), 1);
                // Each sum is told, and no source: these are one link away.
                let sums = claim.demands.len() + claim.losses.len() + claim.received.len();
                assert_eq!(texts_of(&body, "dl.sums .amount").len(), sums.max(1), "{heading}");
                assert!(!html.contains("source-list"), "{heading}");
                let home = site.href(Page::Claim(one.id.clone(), claim.id.clone()));
                assert!(html.contains(&format!("href=\"{home}\"")), "{heading}");
                let reuse = Page::Reuse(&Page::Claims, Only::Claim(one, claim).of());
                let there = edition.body(Page::Claim(one.id.clone(), claim.id.clone()));
                assert!(
                    there.contains(&format!("href=\"{}\"", site.href(reuse.clone()))),
                    "{heading}"
                );
                let code = edition.body(reuse);
                assert!(code.contains(&site.url(embed_of_claim(one, claim))), "{heading}");
            }
        }
        let pairs: Vec<Page> = embeds_of_pairs(site.dataset).collect();
        assert!(!pairs.is_empty());
        let reuse = edition.body(Page::Reuse(&Page::Compare, Of::All));
        for page in pairs {
            assert!(pages.contains(&page), "{page:?} is written");
            let Page::Embed(home, of) = page.clone() else { unreachable!("an embed") };
            let href = site.href(Page::Reuse(home, of));
            assert!(reuse.contains(&format!("href=\"{href}\"")), "{href}");
            let body = parsed(&edition.body(page));
            assert_eq!(texts_of(&body, ".multiple h3").len(), 2);
        }
    }
}

#[test]
fn what_is_no_claim_of_it_or_the_same_twice_is_not_found() {
    let site = toy(Lang::Sv).site;
    let [north, south] = [0, 1].map(|at| site.dataset.procurements[at].id.clone());
    let claim = site.dataset.procurements[0].claims[0].id.clone();
    let found = |page: &Page| name(site, page) != name(site, &Page::NotFound);
    let of = |figure: &'static FigureSpec, of: Of| Page::Embed(&figure.page, of);
    assert!(found(&of(&CLAIMS, Of::Claim(north.clone(), claim.clone()))));
    assert!(!found(&of(&CLAIMS, Of::Claim(south.clone(), claim))));
    assert!(found(&of(&COMPARISON, Of::Pair(north.clone(), south))));
    assert!(!found(&of(&COMPARISON, Of::Pair(north.clone(), north))));
}

#[test]
fn a_figure_with_an_embed_is_drawn_there_and_offers_its_code() {
    for lang in Lang::ALL {
        let edition = toy(lang);
        let one = &edition.site.dataset.procurements[0];
        for page in embeds(None).chain(embeds(Some(one))) {
            let figure = of(&page).expect("the figure of an embed");
            let body = edition.body(page.clone());
            let (_, drawn) = body.split_once(&format!("id=\"{}\"", figure.id)).expect("the figure");
            assert!(drawn.contains("class=\"drawing"), "{page:?}");
            assert!(!drawn.contains("class=\"reuse-this\""), "{page:?}");
            if let Page::Embed(home, Of::All) = page {
                let reuse = edition.site.href(Page::Reuse(home, Of::All));
                let link = format!("href=\"{reuse}\"");
                assert!(edition.body(home.clone()).contains(&link), "{home:?} offers {reuse}");
            }
        }
    }
}

#[test]
fn an_embed_is_called_what_its_figure_s_page_is_called() {
    let site = toy(Lang::Sv).site;
    let written = every_address(site).into_iter().filter_map(|address| match address.page {
        Page::Embed(home, Of::All) => Some(home),
        _ => None,
    });
    let mut seen = 0;
    for home in written {
        let of_page = head(site, home, &Selection::default());
        let of_embed = head(site, &Page::Embed(home, Of::All), &Selection::default());
        assert_eq!(of_embed.title, of_page.title);
        seen += 1;
    }
    assert_eq!(seen, embeds(None).count());
}
