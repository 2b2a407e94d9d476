//! The record system of each region: a map of squares, now and next, and beside it the regions as a
//! list that can be sorted. A square leads to its row and the row to its square.

use super::region_list::list;
use crate::analysis::region::{Spread, of_hospitals, spread, to_come};
use crate::chart::Percent;
use crate::chart::tiles::{SIDE, Tile, broken, tiles};
use crate::i18n::{Key, kind};
use crate::model::{Region, RegionChange};
use crate::route::Page;
use crate::view::block::Block;
use crate::view::only::Only;
use crate::view::{Gathered, Markup, PageState, Site, html, sentence};

/// The map with its switch and its colours, and the list. It is the same whatever procurement it
/// is about.
pub fn regions<'a>(state: PageState<'a>, _: Only<'a>) -> Vec<Block<'a>> {
    let PageState { site, selection, .. } = state;
    let map = Block::html("map", "div", "regions-map", move || picture(site, ""));
    let both = Block::around("both", "div", "regions", vec![map, list(site, selection)]);
    vec![Block::around("regions", "div", "drawing", vec![both])]
}

/// The map alone; its squares lead to the rows of the page.
pub fn regions_alone<'a>(state: PageState<'a>, _: Only<'a>) -> Vec<Block<'a>> {
    let site = state.site;
    let make = move || picture(site, &site.href(Page::Regions));
    let map = Block::html("map", "div", "regions-map", make);
    let regions = Block::around("both", "div", "regions alone", vec![map]);
    vec![Block::around("regions", "div", "drawing", vec![regions])]
}

/// The switch, the map and its colours. `list` is the address of the page that has the list.
fn picture(site: Site, list: &str) -> Markup {
    let spread = spread(site.dataset);
    html! { (switch(site)) (map(site, &spread, list)) (colours(site, &spread)) }
}

/// Now or next: radio buttons, which need no script.
fn switch(site: Site) -> Markup {
    let choice = |value: &str, key: Key, checked: bool| {
        html! {
            label {
                input type="radio" name="regions-when" value=(value) checked[checked];
                " "
                (site.t(key))
            }
        }
    };
    html! {
        fieldset class="regions-when" {
            legend class="visually-hidden" { (site.t(Key::RegionsWhen)) }
            (choice("now", Key::ColSystem, true))
            (choice("next", Key::ColNext, false))
        }
    }
}

/// How many fills and how many patterns there are beside that of the followed procurements.
const LOOKS: usize = 6;

/// The class of a system's colour, and the id of its pattern. More systems than looks take other
/// pairs of them.
fn look(spread: &[Spread], system: Option<&str>) -> (String, Option<String>) {
    let followed = spread.iter().filter(|one| one.followed).count();
    match spread.iter().position(|one| Some(one.system) == system) {
        None => ("unknown".to_owned(), None),
        Some(at) if at < followed => ("followed".to_owned(), None),
        Some(at) => {
            let at = at - followed;
            let pattern = (at + at / LOOKS) % LOOKS + 1;
            (format!("system-{}", at % LOOKS + 1), Some(format!("url(#pattern-{pattern})")))
        }
    }
}

/// The map.
fn map(site: Site, spread: &[Spread], list: &str) -> Markup {
    let drawing = tiles(&site.dataset.regions);
    let squares = drawing.tiles.iter().map(|tile| square(site, tile, spread, list)).gathered();
    html! {
        svg
            class="tiles"
            width="100%"
            height=(drawing.height)
            role="group"
            aria-label=(format!("{} {}", site.t(Key::RegionsMap), sentence::regions(site)))
        {
            defs { (patterns()) }
            (squares)
        }
    }
}

/// The patterns that tell systems apart without a colour.
fn patterns() -> Markup {
    let shapes = ["M0 6 6 0", "M1.5 1.5h1v1h-1Z", "M0 3H6", "M3 0V6", "M0 3H6M3 0V6", "M0 0 6 6"];
    let pattern = |(at, shape): (usize, &str)| {
        html! {
            pattern id=(format!("pattern-{}", at + 1)) width="6" height="6"
                patternUnits="userSpaceOnUse"
            { path class="hatch" d=(shape) {} }
        }
    };
    shapes.into_iter().enumerate().map(pattern).gathered()
}

/// How high the band with a system's pattern is, in pixels.
const BAND: i32 = 9;

/// A region: letters, name, system and what comes next, in words; fill and pattern say it again.
fn square(site: Site, tile: &Tile, spread: &[Spread], list: &str) -> Markup {
    let region = &site.dataset.regions[tile.region];
    let change = || site.t(kind::region_change(region.change)).to_owned();
    let coming = match (&region.next, region.change) {
        (Some(next), _) => format!("→{next}"),
        (None, RegionChange::Paused | RegionChange::PutOff) => change(),
        (None, _) => String::new(),
    };
    let brought = match region.change {
        RegionChange::Paused | RegionChange::PutOff | RegionChange::RollingOut => change(),
        _ => String::new(),
    };
    let state = |when: &str, system: Option<&str>, note: &str| {
        let (class, pattern) = look(spread, system);
        html! {
            g class=(format!("{when} {class}")) {
                rect class="tile" width="100%" height="100%" {}
                @if let Some(pattern) = pattern {
                    rect y=(SIDE - BAND) width="100%" height=(BAND) fill=(pattern) {}
                }
                (names(tile, region))
                text class="system" x="4" y="57" { (system.unwrap_or("?")) }
                text x="4" y="72" { (note) }
            }
        }
    };
    html! {
        svg x=(Percent(tile.x.from)) y=(tile.y) width=(Percent(tile.x.length())) height=(SIDE) {
            a id=(format!("square-{}", region.id)) href=(format!("{list}#{}", region.id)) {
                (state("now", of_hospitals(region), &coming))
                (state("next", to_come(region), &brought))
            }
        }
    }
}

fn names(tile: &Tile, region: &Region) -> Markup {
    let line = |class: &str, y: i32, words: &str| {
        html! { text class=(class) x="4" y=(y) { (words) } }
    };
    html! {
        (line("letters", 17, tile.letters))
        @if let Some((head, tail)) = broken(&region.short) {
            (line("whole", 34, &region.short))
            (line("broken", 30, &format!("{head}-")))
            (line("broken", 42, tail))
        } @else {
            (line("name", 34, &region.short))
        }
    }
}

/// Each system with its colour and pattern, and in how many regions it is.
fn colours(site: Site, spread: &[Spread]) -> Markup {
    let entry = |one: &Spread| {
        let (class, pattern) = look(spread, Some(one.system));
        html! {
            li {
                svg class=(class) width="30" height="18" aria-hidden="true" {
                    rect class="tile" width="100%" height="100%" {}
                    @if let Some(pattern) = pattern {
                        rect y="9" width="100%" height="9" fill=(pattern) {}
                    }
                }
                " "
                (one.system)
                " "
                span class="now" { (one.now) }
                span class="next" { (one.next) }
            }
        }
    };
    html! {
        ul class="systems" { (spread.iter().map(entry).gathered()) }
        p class="legend" { (site.t(Key::RegionsLegend)) }
    }
}
