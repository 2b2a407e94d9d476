//! Cost figures beside figures of the same kind, and of no other. Who asks for unlike kinds is
//! told why they are not shown.

use super::block::{Block, Follows};
use super::fact_table::stacked_table;
use super::markup::{maybe, words};
use super::others::one_by_one;
use super::source_note::source_note;
use super::{Controls, Gathered, Markup, PageState, Site, filter, html};
use crate::analysis::cost::{self, PerResident};
use crate::i18n::{Key, format, kind, words};
use crate::model::{Cost, Procurement, Word};
use crate::route::{Page, Selection};
use leptos::prelude::*;

/// A choice of one kind, and every figure of that kind.
pub fn costs<'a>(state: PageState<'a>) -> Block<'a> {
    let PageState { site, selection, .. } = state;
    let head = move || {
        html! { h2 { (site.t(Key::CostsTitle)) } p class="answer" { (site.t(Key::CostsLead)) } }
    };
    let blocks = vec![
        Block::html("head", "div", "", head),
        Block::control("kind", "filters", kind_of_cost),
        Block::html("figures", "div", "figures", move || figures(site, selection))
            .following(Follows::Choice),
    ];
    Block::around("costs", "section", "costs", blocks).attribute("id", "costs")
}

fn kind_of_cost(controls: Controls) -> AnyView {
    let facts = controls.facts.get_untracked();
    let site = facts.site();
    let kinds = cost::kinds(site.dataset).into_iter();
    let options = kinds.map(|one| (one.word().to_owned(), site.t(kind::cost_kind(one)).to_owned()));
    let select = filter::Select {
        name: site.t(Key::CostsKind),
        id: "cost-kind",
        options: options.collect(),
        chosen: Box::new(|s| s.one_cost().map_or("", |kind| kind.word()).to_owned()),
        choose: Box::new(|s, code| s.with_cost(code)),
    };
    view! { <div class="filter">{filter::select(controls, select)}</div> }.into_any()
}

/// That unlike kinds are not compared, at the top of the page.
pub fn refusal<'a>(state: PageState<'a>) -> Block<'a> {
    let PageState { site, selection, .. } = state;
    let told = move || match selection.one_cost() {
        Some(_) => Markup::default(),
        None => html! {
            p { (refused(site, selection)) " " a href="#costs" { (site.t(Key::CostsGo)) } }
        },
    };
    Block::html("refusal", "div", "notice", told)
        .attribute("role", "status")
        .following(Follows::Choice)
}

fn refused(site: Site, selection: &Selection) -> String {
    let names: Vec<&str> =
        selection.costs.iter().map(|one| site.t(kind::cost_kind(*one))).collect();
    let and = format!(" {} ", site.t(Key::And));
    let kinds = format::capitalized(&names.join(&and));
    site.say(words::CostsRefused { kinds: &kinds })
}

fn figures(site: Site, selection: &Selection) -> Markup {
    let Some(one) = selection.one_cost() else {
        let links = selection.costs.iter().map(|one| {
            let alone = selection.with_cost(one.word());
            let name = site.t(kind::cost_kind(*one));
            html! {
                li {
                    a href=(format!("{}{alone}#costs", site.href(Page::Compare))) {
                        (site.say(words::CostsOnly { kind: name }))
                    }
                }
            }
        });
        return html! { p { (refused(site, selection)) } ul { (links.gathered()) } };
    };
    let name = site.t(kind::cost_kind(one));
    let procurements = one_by_one(site, selection);
    let (some, none): (Vec<_>, Vec<_>) = procurements
        .into_iter()
        .partition(|procurement| cost::figures(procurement, one).count() > 0);
    let rows: Vec<_> = some
        .into_iter()
        .flat_map(|procurement| {
            cost::figures(procurement, one).map(move |figure| row(site, procurement, figure))
        })
        .collect();
    let missing: Vec<&str> = none.into_iter().map(|one| site.text(&one.name)).collect();
    let caption = site.say(words::CostsOfKind { kind: name });
    let headers = COLUMNS.map(|key| site.t(key)).to_vec();
    html! {
        @if !rows.is_empty() { (stacked_table(caption, headers, rows)) }
        @if !missing.is_empty() {
            p class="left-out" {
                (site.say(words::CostsNone { kind: name, names: &missing.join(", ") }))
            }
        }
    }
}

const COLUMNS: [Key; 5] =
    [Key::ColProcurement, Key::ColSum, Key::ColCovers, Key::CostsAccording, Key::PerResident];

fn row(site: Site, procurement: &Procurement, figure: &Cost) -> Vec<Markup> {
    let href = site.href(Page::Procurement(procurement.id.clone()));
    vec![
        html! { a href=(href) { (site.text(&procurement.name)) } },
        html! { span class="figure" { (format::money(site.lang(), figure.money)) } },
        html! {
            (site.sentence(&figure.covers))
            (maybe(figure.disputed.as_ref().map(|text| {
                html! { span class="note disputed" { (site.text(text)) } }
            })))
        },
        html! {
            (site.text(&figure.by))
            span class="note" { (site.date(figure.as_of)) }
            (source_note(site, &figure.sources))
        },
        per_resident(site, procurement, figure),
    ]
}

/// The quotient with all that it was made from, or why there is none.
fn per_resident(site: Site, procurement: &Procurement, figure: &Cost) -> Markup {
    let lang = site.lang();
    match cost::per_resident(figure, procurement) {
        PerResident::Sum(sum, residents) => {
            let formula = site.say(words::PerResidentFormula {
                sum: &format::money(lang, figure.money),
                n: residents.count as usize,
                year: &residents.year.to_string(),
            });
            html! {
                (format::money(lang, sum))
                span class="note" { (formula) }
                (source_note(site, &residents.sources))
            }
        }
        PerResident::NoResidents => words(site.t(Key::PerResidentUnknown)),
        PerResident::OtherArea => words(site.t(Key::PerResidentArea)),
        PerResident::TooSmall => words(site.t(Key::PerResidentSmall)),
    }
}
