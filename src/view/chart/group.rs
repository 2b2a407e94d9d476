//! Lanes that a page cannot hold, as one: how many events and promises each year has, the names,
//! and a link that opens them as lanes.

use crate::chart::crowd::{Counts, counts};
use crate::chart::timeline::Choice;
use crate::chart::units::Width;
use crate::i18n::{Key, format};
use crate::model::Procurement;
use crate::route::{Page, Selection};
use crate::view::markup::words;
use crate::view::{Gathered, Markup, Site, html, mark};

/// A group of procurements: a count for each year, and two ways to open it.
pub fn group(
    site: Site,
    members: &[&Procurement],
    years: (i16, i16),
    selection: &Selection,
    widths: &[Width],
) -> Markup {
    let choice = Choice { years, groups: &selection.groups };
    let drawn: Vec<(Width, Counts)> =
        widths.iter().map(|width| (*width, counts(members, choice, *width))).collect();
    let all = drawn.first().map_or(0, |(_, counts)| counts.all);
    let name = |at: Option<usize>| {
        at.and_then(|at| members.get(at)).map_or("", |one| site.text(&one.name))
    };
    let n = format::count(site.lang(), members.len() as u64);
    let blanks =
        [("n", &*n), ("first", name(Some(0))), ("last", name(members.len().checked_sub(1)))];
    let title = site.fill(Key::GroupTitle, &blanks);
    let drawings = drawn.into_iter().map(|(width, counts)| svg(&title, width, counts)).gathered();
    let names = members.iter().map(|one| {
        let href = site.href(Page::Procurement(one.id.clone()));
        html! { li { a href=(href) { (site.text(&one.name)) } } }
    });
    let opened = Selection {
        procurements: members.iter().map(|one| one.id.clone()).collect(),
        ..selection.clone()
    };
    html! {
        h3 { (title) }
        p { (site.fill(Key::GroupCount, &[("n", &format::count(site.lang(), all as u64))])) }
        (drawings)
        p class="scripted" {
            a href=(format!("{}{opened}", site.href(Page::Timeline))) { (site.t(Key::GroupOpen)) }
        }
        details {
            summary { (site.t(Key::GroupNames)) }
            ul class="names" { (names.gathered()) }
        }
    }
}

fn svg(title: &str, width: Width, counts: Counts) -> Markup {
    let bottom = counts.height - 16;
    let bins = counts.bins.iter().map(|bin| {
        html! {
            rect
                class="bin"
                x=(bin.span.from + 1)
                y=(bottom - bin.height)
                width=((bin.span.length() - 2).max(2))
                height=(bin.height) {}
            text
                class="bin"
                x=(bin.span.middle())
                y=(bottom - bin.height - 4)
                text-anchor="middle"
            { (bin.count.to_string()) }
        }
    });
    html! {
        svg
            class=(mark::units::class_of(width))
            viewBox=(format!("0 0 {} {}", counts.width, counts.height))
            role="img"
            aria-label=(title)
        {
            (mark::units::axis(&counts.years, 2, bottom))
            (bins.gathered())
        }
    }
}

/// A gathered procurement as a row of the timeline's table: the years, its name, its count.
pub fn group_row(site: Site, procurement: &Procurement, choice: Choice) -> Vec<Markup> {
    let all = counts(&[procurement], choice, Width::Wide).all;
    let href = site.href(Page::Procurement(procurement.id.clone()));
    let (from, to) = choice.years;
    vec![
        words(format!("{from}–{to}")),
        html! { a href=(href) { (site.text(&procurement.name)) } },
        words(site.t(Key::GroupKind)),
        words(site.fill(Key::GroupCount, &[("n", &format::count(site.lang(), all as u64))])),
    ]
}
