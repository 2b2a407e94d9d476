//! The comparison as a reader sees it who has made a choice in the address.

use super::pages::real;
use utlovat::analysis::cost::figures;
use utlovat::model::{CostKind, Lang};
use utlovat::route::Page;

fn compare(lang: Lang, query: &str) -> String {
    real(lang).chosen(Page::Compare, query)
}

#[test]
fn figures_stand_beside_figures_of_the_same_kind_only() {
    let edition = real(Lang::Sv);
    let ids: Vec<&str> = edition.site.dataset.procurements.iter().map(|p| p.id.as_str()).collect();
    for kind in CostKind::ALL {
        let query = format!("?procurement={}&cost={}", ids.join(","), kind.code());
        let html = compare(Lang::Sv, &query);
        let rows = html.split_once("<table class=\"stacked\">").map_or("", |(_, rest)| rest);
        let rows = rows.split_once("</table>").map_or("", |(table, _)| table);
        let count: usize =
            edition.site.dataset.procurements.iter().map(|p| figures(p, kind).count()).sum();
        assert_eq!(rows.matches("<th scope=\"row\">").count(), count, "{kind:?}");
    }
}

#[test]
fn unlike_kinds_are_refused_and_it_is_said_why() {
    for (lang, why, only) in [
        (Lang::Sv, "Avtalsvärde och förbrukat jämförs inte här", "Visa bara förbrukat"),
        (Lang::En, "Contract value and spent are not compared here", "Show just spent"),
    ] {
        let html = compare(lang, "?cost=contract-value,spent-so-far");
        assert!(html.contains(why) && html.contains(only));
        assert!(!html.contains("<table class=\"stacked\">"), "no figure is shown");
        assert!(html.contains("?cost=spent#costs"));
    }
    assert!(!compare(Lang::Sv, "").contains("jämförs inte här"));
}

#[test]
fn a_sum_per_resident_shows_what_it_was_made_from() {
    let html = compare(Lang::En, "?procurement=vgr-millennium").replace('\u{a0}', " ");
    assert!(html.contains("about SEK 1,185"), "the quotient");
    assert!(html.contains("about SEK 2.1 billion ÷ 1,772,821 residents (2024)"), "the formula");
    let html = compare(Lang::En, "?procurement=va-millennium,aster-millennium&cost=spent");
    assert!(html.contains("no population in our sources"));
    assert!(html.contains("the sum is for another area than the population"));
}

#[test]
fn who_has_no_figure_of_the_kind_is_named() {
    let html = compare(Lang::Sv, "?procurement=vgr-millennium,jamtland-cosmic");
    assert!(
        html.contains("Uppgift om avtalsvärde finns inte i våra källor för: Jämtland Härjedalen.")
    );
}

#[test]
fn who_cannot_be_aligned_is_named() {
    let query = "?procurement=vgr-millennium,sussa-cosmic,jamtland-cosmic";
    let signing = compare(Lang::Sv, query);
    let unsigned = "eftersom ingen avtalsdag är känd: Sussa (nio regioner).";
    let unpromised = "eftersom inget löfte om en första driftstart är känt: Jämtland Härjedalen.";
    assert!(signing.contains(unsigned) && signing.contains(unpromised));
    let calendar = compare(Lang::Sv, &format!("{query}&align=calendar"));
    assert!(!calendar.contains("ingen avtalsdag") && calendar.contains(unpromised));
    assert_eq!(calendar.matches("class=\"multiple\"").count(), 2);
}

#[test]
fn the_danish_rule_is_off_until_it_is_switched_on() {
    let off = compare(Lang::Sv, "");
    assert!(!off.contains("tillämpad av oss") && !off.contains("class=\"light\""));
    let on = compare(Lang::Sv, "?rule=danish");
    assert!(on.contains("Regel från Statens It-råd, tillämpad av oss."));
    assert!(on.contains(utlovat::analysis::rule::SOURCE));
    let shapes = "<span aria-hidden=\"true\">■</span> röd</span>";
    assert!(on.contains(shapes), "a word and a shape");
    assert!(on.contains("regeln gäller inte det som gavs upp"), "Aster");
    for input in ["Första löftet: våren 2021", "Driftstart 12 november 2024"] {
        assert!(on.contains(input), "{input}");
    }
    let english = compare(Lang::En, "?rule=danish");
    assert!(english.contains("applied by us"));
    assert!(english.contains("put off without a new date since the latest promise"), "Skåne");
}
