//! The record system of each region: a map of squares, and the same facts as a table.

use crate::analysis::region::{of_hospitals, systems};
use crate::chart::Percent;
use crate::chart::tiles::{SIDE, Tile, broken, tiles};
use crate::i18n::{Key, format, kind, words};
use crate::model::{Procurement, Region, RegionChange};
use crate::route::Page;
use crate::view::block::Block;
use crate::view::fact_table::stacked_table;
use crate::view::markup::{maybe, words};
use crate::view::source_note::source_note;
use crate::view::{Gathered, Markup, PageState, Site, html, sentence};

/// The map, and what its fills mean. It is the same whatever procurement it is about.
pub fn regions<'a>(state: PageState<'a>, _: Option<&'a Procurement>) -> Vec<Block<'a>> {
    let site = state.site;
    let picture = move || {
        html! {
            (map(site))
            p class="legend" { (site.t(Key::RegionsLegend)) }
        }
    };
    vec![Block::html("map", "div", "drawing", picture)]
}

/// The map.
fn map(site: Site) -> Markup {
    let drawing = tiles(&site.dataset.regions);
    let most = systems(site.dataset).first().and_then(|one| one.system);
    let tiles = drawing.tiles.iter().map(|tile| square(site, tile, most)).gathered();
    html! {
        svg
            class="tiles"
            width="100%"
            height=(drawing.height)
            role="img"
            aria-label=(format!("{} {}", site.t(Key::RegionsMap), sentence::regions(site)))
        {
            defs {
                pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)"
                {
                    rect class="hatch" width="2.5" height="7" {}
                }
            }
            (tiles)
        }
    }
}

/// A region: letters, name, system, and what comes next, in words; fill and pattern say it again.
fn square(site: Site, tile: &Tile, most: Option<&str>) -> Markup {
    let region = &site.dataset.regions[tile.region];
    let class = match region.system.as_deref() {
        Some(system) if most == Some(system) => "tile most",
        _ => "tile",
    };
    let line = |class: &str, y: i32, words: &str| {
        html! { text class=(class) x="4" y=(y) { (words) } }
    };
    let next = match (&region.next, region.change) {
        (Some(next), _) => format!("→{next}"),
        (None, RegionChange::Paused | RegionChange::PutOff) => {
            site.t(kind::region_change(region.change)).to_owned()
        }
        (None, _) => String::new(),
    };
    html! {
        svg x=(Percent(tile.x.from)) y=(tile.y) width=(Percent(tile.x.length())) height=(SIDE) {
            rect class=(class) width="100%" height="100%" {}
            @if region.next.is_some() {
                rect class="tile-next" y=(SIDE - 7) width="100%" height="7" fill="url(#hatch)" {}
            }
            (line("letters", 18, tile.letters))
            @if let Some((head, tail)) = broken(&region.short) {
                (line("whole", 35, &region.short))
                (line("broken", 32, &format!("{head}-")))
                (line("broken", 44, tail))
            } @else {
                (line("name", 35, &region.short))
            }
            (line("system", 59, of_hospitals(region).unwrap_or("?")))
            (line("next", 75, &next))
        }
    }
}

/// The regions, a row each.
pub fn regions_table(site: Site) -> Markup {
    let rows = site.dataset.regions.iter().map(|region| row(site, region)).collect();
    stacked_table(
        site.t(Key::RegionsCaption).to_owned(),
        [
            Key::ColRegion,
            Key::Residents,
            Key::ColSystem,
            Key::ColNext,
            Key::ColStanding,
            Key::ColProcurement,
            Key::ColSources,
        ]
        .map(|key| site.t(key))
        .to_vec(),
        rows,
    )
}

fn row(site: Site, region: &Region) -> Vec<Markup> {
    let unknown = || words(site.t(Key::NotKnown));
    let people = region.population.as_ref().map(|people| {
        html! {
            (format::count(site.lang(), people.count.into()))
            span class="note" { (site.say(words::InYear { year: &people.year.to_string() })) }
            (source_note(site, &people.sources))
        }
    });
    let as_of = site.say(words::SystemAsOf { date: &site.date(region.system_as_of) });
    let since = region.system_since.map(|since| site.say(words::Since { date: &site.date(since) }));
    let system = html! {
        (region.system.as_deref().unwrap_or(site.t(Key::NotKnown)))
        @if let Some(since) = since { " " (since) }
        span class="note" { (as_of) }
    };
    let procurement = region.procurement.map(|at| {
        let one = site.dataset.procurement_at(at);
        let href = site.href(Page::Procurement(one.id.clone()));
        html! { a href=(href) { (site.text(&one.name)) } }
    });
    vec![
        words(site.text(&region.name)),
        people.unwrap_or_else(unknown),
        system,
        words(region.next.as_deref().unwrap_or(site.t(Key::RegionsNoNext))),
        html! {
            (site.t(kind::region_change(region.change)))
            (maybe(region.note.as_ref().map(|note| {
                html! { span class="note" { (site.text(note)) } }
            })))
        },
        procurement.unwrap_or_else(|| words(site.t(Key::RegionsNoProcurement))),
        source_note(site, &region.sources),
    ]
}
