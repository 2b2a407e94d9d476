//! Lanes that a page cannot hold, as one: how many events and promises each year has, the names,
//! and a link that opens them as lanes.

use super::lane::where_seen;
use crate::chart::Percent;
use crate::chart::crowd::{Bin, Counts, counts};
use crate::chart::timeline::Choice;
use crate::i18n::{Key, words};
use crate::model::Procurement;
use crate::route::{Page, Selection};
use crate::view::fact_table::{Cell, Row};
use crate::view::{Gathered, Markup, Site, html, others};

/// A group of procurements: a count for each year, and two ways to open it.
pub fn group(
    site: Site,
    members: &[&Procurement],
    years: (i16, i16),
    selection: &Selection,
) -> Markup {
    let choice = Choice { years, groups: &selection.groups };
    let counts = counts(members, choice);
    let title = others::title(site, members);
    let opened = Selection {
        procurements: members.iter().map(|one| one.id.clone()).collect(),
        ..selection.clone()
    };
    html! {
        h3 { (title) }
        p { (site.say(words::GroupCount { n: counts.all })) }
        (svg(&title, &counts))
        p class="scripted" {
            a href=(format!("{}{opened}", site.href(Page::Timeline))) { (site.t(Key::GroupOpen)) }
        }
        (others::names(site, members))
    }
}

fn svg(title: &str, counts: &Counts) -> Markup {
    html! {
        svg class="lane-drawing" width="100%" height=(counts.height) role="img" aria-label=(title) {
            (counts.bins.iter().map(|one| bin(one, counts.height)).gathered())
        }
    }
}

fn bin(bin: &Bin, bottom: i32) -> Markup {
    let seen = where_seen("bin", bin.seen);
    html! {
        rect class=(seen) x=(Percent(bin.span.from)) width=(Percent(bin.span.length()))
            y=(bottom - bin.height) height=(bin.height) {}
        text class=(seen) x=(Percent(bin.span.middle())) y=(bottom - bin.height - 4) {
            (bin.count)
        }
    }
}

/// A gathered procurement as a row of the timeline's table: the years, its name, its count.
pub fn group_row(site: Site, procurement: &Procurement, choice: Choice) -> Row {
    let all = counts(&[procurement], choice).all;
    let href = site.href(Page::Procurement(procurement.id.clone()));
    let (from, to) = choice.years;
    let cells = vec![
        Cell::words(format!("{from}–{to}")),
        Cell::link(site.text(&procurement.name), &href),
        Cell::words(site.t(Key::GroupKind)),
        Cell::words(site.say(words::GroupCount { n: all })),
    ];
    Row { cells, sources: vec![] }
}
