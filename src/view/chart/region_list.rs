//! The regions as a list that can be sorted by its headings, and as a table of all that is known.

use crate::analysis::region::{of_hospitals, spread, to_come};
use crate::analysis::sorted::sorted;
use crate::chart::tiles::has_square;
use crate::i18n::{Key, format, kind, words};
use crate::model::{Region, SourceRef};
use crate::route::{Page, RegionSort, Selection};
use crate::view::block::Block;
use crate::view::fact_table::{Cell, Column, FactTable, Holds, Look, Row, Value};
use crate::view::markup::{maybe, words};
use crate::view::source_note::source_note;
use crate::view::{Controls, Markup, Site, filter, html};
use leptos::prelude::*;

/// The list, in the order that the reader has chosen.
pub fn list<'a>(site: Site<'a>, selection: &Selection) -> Block<'a> {
    let heads = [
        ("name", Key::ColRegion, Some(RegionSort::Usual)),
        ("system", Key::ColSystem, Some(RegionSort::System)),
        ("next", Key::ColNext, Some(RegionSort::Next)),
        ("standing", Key::ColStanding, None),
        ("residents", Key::Residents, Some(RegionSort::Residents)),
    ];
    let head = heads.map(|(key, name, sort)| {
        let content = match sort {
            Some(sort) => Block::control("sort", "", move |controls| button(controls, name, sort)),
            None => Block::html("name", "div", "", move || words(site.t(name))),
        };
        Block::around(key, "th", "", vec![content]).attribute("scope", "col")
    });
    let rows = in_order(site, selection.regions).into_iter().map(|region| {
        Block::html(region.id.to_string(), "tr", "", move || row(site, region))
            .attribute("id", region.id.to_string())
    });
    let table = vec![
        Block::html("caption", "caption", "visually-hidden", move || {
            words(site.t(Key::RegionsCaption))
        }),
        Block::around("head", "thead", "", vec![Block::around("row", "tr", "", head.into())]),
        Block::around("body", "tbody", "", rows.collect()),
    ];
    let note = move || population_note(site);
    Block::around(
        "list",
        "div",
        "regions-list",
        vec![
            Block::around("table", "table", "", table),
            Block::html("population", "div", "footnote", note),
        ],
    )
}

/// The button of a heading, pressed while the list is in its order.
fn button(controls: Controls, name: Key, sort: RegionSort) -> AnyView {
    let name = controls.facts.with_untracked(|facts| facts.site().t(name));
    let holds = Box::new(move |selection: &Selection| selection.regions == sort);
    let next = Box::new(move |selection: &Selection| selection.regions_by(sort));
    filter::button(controls, "sort", name.into_any(), holds, next)
}

/// The regions in an order; those of one rank stay as they stood.
fn in_order(site: Site<'_>, sort: RegionSort) -> Vec<&Region> {
    let all: Vec<&Region> = site.dataset.regions.iter().collect();
    let systems = spread(site.dataset);
    let place = |system: Option<&str>| {
        systems.iter().position(|one| Some(one.system) == system).unwrap_or(usize::MAX)
    };
    match sort {
        RegionSort::Usual => all,
        RegionSort::Residents => sorted(all, |one| {
            u64::MAX - one.population.as_ref().map_or(0, |people| u64::from(people.count))
        }),
        RegionSort::System => sorted(all, |one| place(of_hospitals(one))),
        RegionSort::Next => sorted(all, |one| place(to_come(one))),
    }
}

/// A region: the way to its square, its systems, how far the change has come, its people.
fn row(site: Site, region: &Region) -> Markup {
    let lang = site.lang();
    let as_of = format::short_date(lang, region.system_as_of);
    let as_of = site.say(words::SystemAsOf { date: &as_of });
    let since = region.system_since.map(|since| {
        let since = site.say(words::Since { date: &format::short_date(lang, since) });
        html! { span class="note" { (since) } }
    });
    let procurement = region.procurement.map(|at| {
        let one = site.dataset.procurement_at(at);
        let href = site.href(Page::Procurement(one.id.clone()));
        html! {
            span class="note" {
                (site.t(Key::ColProcurement)) ": " a href=(href) { (site.text(&one.name)) }
            }
        }
    });
    html! {
        th scope="row" {
            @if has_square(region) {
                a href=(format!("#square-{}", region.id)) { (site.text(&region.name)) }
            } @else {
                (site.text(&region.name))
            }
        }
        td data-column=(site.t(Key::ColSystem)) {
            (region.system.as_deref().unwrap_or(site.t(Key::NotKnown)))
            span class="note" { (as_of) }
            (maybe(since))
        }
        td data-column=(site.t(Key::ColNext)) {
            (region.next.as_deref().unwrap_or(site.t(Key::RegionsNoNext)))
        }
        td data-column=(site.t(Key::ColStanding)) {
            (site.t(kind::region_change(region.change)))
            (maybe(region.note.as_ref().map(|note| {
                html! { span class="note" { (site.text(note)) } }
            })))
            (maybe(procurement))
            (source_note(site, &region.sources))
        }
        td class="number" data-column=(site.t(Key::Residents)) {
            @match &region.population {
                Some(people) => (format::count(lang, people.count.into())),
                None => (site.t(Key::NotKnown)),
            }
        }
    }
}

/// Of which years the numbers of people are, and who says so: once for all rows.
fn population_note(site: Site) -> Markup {
    let people = || site.dataset.regions.iter().filter_map(|region| region.population.as_ref());
    let years = people().map(|one| one.year);
    let Some((first, last)) = years.clone().min().zip(years.max()) else {
        return Markup::default();
    };
    let years = if first == last { first.to_string() } else { format!("{first}–{last}") };
    let mut sources: Vec<SourceRef> = Vec::new();
    for source in people().flat_map(|one| &one.sources) {
        if !sources.contains(source) {
            sources.push(*source);
        }
    }
    html! {
        p { (site.say(words::RegionsPeople { years: &years })) }
        (source_note(site, &sources))
    }
}

/// The same as a plain table, with the sources of each number of people.
pub fn regions_table(site: Site) -> FactTable {
    let rows = site.dataset.regions.iter().map(|region| {
        let people = region.population.as_ref().map(|people| {
            let year = site.say(words::InYear { year: &people.year.to_string() });
            let count = format::count(site.lang(), people.count.into());
            let value = Value::Residents { count: people.count, year: people.year };
            Cell::words(format!("{count} {year}")).worth(value)
        });
        let cells = vec![
            Cell::words(site.text(&region.name)),
            Cell::words(region.system.as_deref().unwrap_or(site.t(Key::NotKnown))),
            Cell::words(region.next.as_deref().unwrap_or(site.t(Key::RegionsNoNext))),
            Cell::words(site.t(kind::region_change(region.change))),
            people.unwrap_or_else(|| Cell::words(site.t(Key::NotKnown))),
            Cell::date(site, region.system_as_of),
        ];
        let of_people = region.population.iter().flat_map(|people| &people.sources);
        let sources = region.sources.iter().chain(of_people).copied().collect();
        Row { cells, sources }
    });
    let columns = vec![
        Column::words(site, Key::ColRegion),
        Column::words(site, Key::ColSystem),
        Column::words(site, Key::ColNext),
        Column::words(site, Key::ColStanding),
        Column::of(site, Key::Residents, Holds::Residents),
        // The list above the table tells it beside each system.
        Column { only_in_files: true, ..Column::of(site, Key::ColSystemAsOf, Holds::Dates) },
    ];
    let caption = site.t(Key::RegionsCaption).to_owned();
    FactTable::whole(Look::Plain, caption, columns, rows.collect())
}
