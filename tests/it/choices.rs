//! The comparison as a reader sees it who has made a choice in the address.

use super::pages::Edition;
use super::project::COMPARED;
use utlovat::analysis::cost::figures;
use utlovat::model::{CostKind, EventKind, Lang, PartialDate, Word};
use utlovat::route::Page;

fn compare(lang: Lang, query: &str) -> String {
    Edition::new(&COMPARED, lang).chosen(Page::Compare, query)
}

#[test]
fn figures_stand_beside_figures_of_the_same_kind_only() {
    let ids: Vec<&str> = COMPARED.procurements.iter().map(|p| p.id.as_str()).collect();
    for kind in CostKind::ALL {
        let query = format!("?procurement={}&cost={}", ids.join(","), kind.word());
        let html = compare(Lang::Sv, &query);
        let rows = html.split_once("<table class=\"stacked\">").map_or("", |(_, rest)| rest);
        let rows = rows.split_once("</table>").map_or("", |(table, _)| table);
        let count: usize = COMPARED.procurements.iter().map(|p| figures(p, kind).count()).sum();
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
    let html = compare(Lang::En, "?procurement=toy-north").replace('\u{a0}', " ");
    assert!(html.contains("about SEK 1,600"), "the quotient");
    assert!(html.contains("SEK 400 million ÷ 250,000 residents (2023)"), "the formula");
    let mut dataset = COMPARED.clone();
    dataset.procurements[1].residents = None;
    let edition = Edition::new(&dataset, Lang::En);
    let html = edition.chosen(Page::Compare, "?procurement=toy-south,toy-east&cost=spent");
    assert!(html.contains("no population in our sources"));
    assert!(html.contains("the amount is for another area than the population"));
}

#[test]
fn who_has_no_figure_of_the_kind_is_named() {
    let html = compare(Lang::Sv, "?procurement=toy-north,toy-south");
    assert!(html.contains("Uppgift om avtalsvärde finns inte i våra källor för: Toyregion Syd"));
}

#[test]
fn who_cannot_be_aligned_is_named() {
    // Toy-east was promised a go-live but has no contract; toy-west has neither.
    let query = "?procurement=toy-north,toy-east,toy-west";
    let signing = compare(Lang::Sv, query);
    let unsigned = "eftersom ingen avtalsdag är känd: Toyregion Öst.";
    let unpromised = "eftersom inget löfte om en första driftstart är känt: Toyregion Väst.";
    assert!(signing.contains(unsigned) && signing.contains(unpromised));
    assert_eq!(signing.matches("class=\"multiple\"").count(), 1);
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
    assert!(on.contains("regeln gäller inte det som gavs upp"), "toy-south");
    for input in ["Första löftet: hösten 2020", "Driftstart 9 oktober 2023"] {
        assert!(on.contains(input), "{input}");
    }
    // A pause since the latest promise, which is still to come.
    let mut dataset = COMPARED.clone();
    let pause = dataset.procurements[1].events.iter().find(|it| it.kind == EventKind::Pause);
    let mut pause = pause.expect("a pause").clone();
    pause.landmark = true;
    let north = &mut dataset.procurements[0];
    north.events.insert(4, pause);
    let first = &mut north.milestones[0].schedule;
    (first.met, first.unmet) = (None, None);
    first.rebaselines[1].promised = PartialDate::Year(2027);
    let english = Edition::new(&dataset, Lang::En).chosen(Page::Compare, "?rule=danish");
    assert!(english.contains("applied by us"));
    assert!(english.contains("put off without a new date since the latest promise"));
}
