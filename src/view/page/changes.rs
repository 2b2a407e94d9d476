//! What became known between two days.

use crate::analysis::knowledge::{self, Change};
use crate::i18n::Key;
use crate::model::{Day, PartialDate};
use crate::route::Selection;
use crate::view::live::{fixed, given, told};
use crate::view::{Gathered, Live, Markup, Site, filter, html, news};
use leptos::prelude::*;

/// Two days to choose, and the news between them. Nothing chosen: the last year that we know of.
pub fn changes(site: Site<'static>, live: Live) -> AnyView {
    let today = site.today;
    let head = move || {
        html! {
            h1 tabindex="-1" { (site.t(Key::ChangesTitle)) }
            p class="lead" { (site.t(Key::ChangesLead)) }
        }
    };
    let iso = |day: Day| PartialDate::Day(day).edtf();
    let since = move || live.selection.with(|s| span(site, s).0);
    let until = move || live.selection.with(|s| span(site, s).1);
    let chosen = live.selection.with_untracked(|s| span(site, s));
    let from = move |value: String| {
        live.choose.run(live.selection.with_untracked(|s| s.from_date(&value, &site.known())));
    };
    let to = move |value: String| {
        live.choose.run(live.selection.with_untracked(|s| s.on_date(&value, &site.known())));
    };
    view! {
        {live.still(head)}
        <div class="filters" data-live="">
            <fieldset class="filter">
                {fixed(live, "legend", site.t(Key::ChangesDays))}
                <label>
                    {site.t(Key::ChangesFrom)}
                    <input
                        id="since"
                        type="date"
                        max=iso(today.reviewed)
                        value=iso(chosen.0)
                        prop:value=told(move || iso(since()))
                        on:change=given(from)
                    />
                </label>
                <label>
                    {site.t(Key::ChangesTo)}
                    <input
                        id="until"
                        type="date"
                        max=iso(today.reviewed)
                        value=iso(chosen.1)
                        prop:value=told(move || iso(until()))
                        on:change=given(to)
                    />
                </label>
            </fieldset>
            {filter::procurements(site, live)}
        </div>
        {filter::notice(site, live)}
        {live.follows("news", move |selection| list(site, selection))}
    }
    .into_any()
}

/// From which day to which.
fn span(site: Site<'static>, selection: &Selection) -> (Day, Day) {
    let until = selection.as_of.unwrap_or(site.today.reviewed);
    (selection.since.unwrap_or(Day(until.0 - 365)), until)
}

fn list(site: Site<'static>, selection: &Selection) -> Markup {
    let (since, until) = span(site, selection);
    let date = |day: Day| site.date(PartialDate::Day(day));
    let mut days: Vec<(Day, Vec<Change>)> = Vec::new();
    let mut count = 0_usize;
    for change in knowledge::changes(site.today, since, until) {
        let at = usize::from(change.known().procurement.0);
        if !site.today.procurements.get(at).is_some_and(|one| selection.shows(one)) {
            continue;
        }
        count += 1;
        match days.last_mut() {
            Some((day, same)) if *day == change.known().day => same.push(change),
            _ => days.push((change.known().day, vec![change])),
        }
    }
    let blanks = [("n", &*count.to_string()), ("from", &date(since)), ("to", &date(until))];
    let sections = days
        .iter()
        .rev()
        .map(|(day, changes)| {
            let lines = changes.iter().map(|change| html! { li { (news::line(site, change)) } });
            html! { h2 { (date(*day)) } ul class="news-list" { (lines.gathered()) } }
        })
        .gathered();
    let said = match count {
        0 => Key::ChangesNone,
        1 => Key::ChangesOne,
        _ => Key::ChangesCount,
    };
    html! { p class="answer" { (site.fill(said, &blanks)) } (sections) }
}
