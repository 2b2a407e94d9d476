//! What became known between two days.

use super::head;
use super::needs::{AtStart, Needs, PageFacts};
use super::spec::{About, Chunk, PageContent, PageSpec};
use crate::analysis::knowledge::{self, Change};
use crate::i18n::{Key, words};
use crate::model::{Day, PartialDate};
use crate::route::Selection;
use crate::view::block::{Block, Follows};
use crate::view::controls::{attribute, on_value};
use crate::view::{Controls, Gathered, Markup, PageState, Site, filter, html, news};
use leptos::prelude::*;

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    header: None,
    footer: Some(Key::NavChanges),
    of_many: false,
    facts: PageFacts {
        needs: |_, selection, today| Needs::many(selection.shown(today)),
        at_start: AtStart::Outlines,
        of_everything: true,
    },
    chunk: Some(Chunk::Texts),
};

/// What it shows.
pub static CONTENT: PageContent = PageContent {
    about: |site, _| About::words(site, Key::ChangesTitle, Key::ChangesDescription),
    blocks: |state, _| Some(changes(state)),
    figure: None,
    pictures: None,
    sources: None,
};

/// Two days to choose, and the news between them. Nothing chosen: the last year that we know of.
fn changes<'a>(state: PageState<'a>) -> Vec<Block<'a>> {
    let PageState { site, selection, .. } = state;
    vec![
        head(site, Key::ChangesTitle, Key::ChangesLead),
        filter::row(days),
        filter::notice(state),
        Block::html("news", "div", "news", move || list(site, selection))
            .following(Follows::Choice),
    ]
}

/// From which day to which, and of which procurements.
fn days(controls: Controls) -> AnyView {
    let facts = controls.facts.get_untracked();
    let words = facts.site();
    let last = iso(facts.today.reviewed);
    let shown =
        move || controls.facts.with(|facts| controls.selection.with(|s| span(facts.site(), s)));
    let chosen = shown();
    let from = move |value: String| controls.change_with(|s, known| s.from_date(&value, known));
    let to = move |value: String| controls.change_with(|s, known| s.on_date(&value, known));
    let days = view! {
        <label>
            {words.t(Key::ChangesFrom)}
            <input
                id="since"
                type="date"
                max=last.clone()
                value=iso(chosen.0)
                prop:value=attribute(move || iso(shown().0))
                on:change=on_value(from)
            />
        </label>
        <label>
            {words.t(Key::ChangesTo)}
            <input
                id="until"
                type="date"
                max=last
                value=iso(chosen.1)
                prop:value=attribute(move || iso(shown().1))
                on:change=on_value(to)
            />
        </label>
    };
    view! {
        {filter::group(words.t(Key::ChangesDays), days.into_any())}
        {filter::procurements(controls)}
    }
    .into_any()
}

fn iso(day: Day) -> String {
    PartialDate::Day(day).edtf()
}

/// From which day to which.
fn span(site: Site, selection: &Selection) -> (Day, Day) {
    let until = selection.as_of.unwrap_or(site.today.reviewed);
    (selection.since.unwrap_or(Day(until.0 - 365)), until)
}

fn list(site: Site, selection: &Selection) -> Markup {
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
    let sections = days
        .iter()
        .rev()
        .map(|(day, changes)| {
            let lines = changes.iter().map(|change| html! { li { (news::line(site, change)) } });
            html! { h2 { (date(*day)) } ul class="news-list" { (lines.gathered()) } }
        })
        .gathered();
    let (from, to) = (&date(since), &date(until));
    let said = match count {
        0 => site.say(words::ChangesNone { from, to }),
        n => site.say(words::ChangesCount { n, from, to }),
    };
    html! { p class="answer" { (said) } (sections) }
}
