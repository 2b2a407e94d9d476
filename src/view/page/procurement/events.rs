//! What happened and who said what: the latest events, and everything by year, folded.

use super::Chapter;
use super::places::place;
use crate::analysis::rests::Rests;
use crate::analysis::sorted::sorted;
use crate::chart::{Percent, WHOLE};
use crate::i18n::{Key, kind, words};
use crate::model::{Confidence, Event, Statement};
use crate::route::Page;
use crate::view::{Gathered, Markup, html};

/// How many of the events are the latest.
const LATEST: usize = 4;

/// What happened last, the last first.
pub fn latest(chapter: &Chapter) -> Markup {
    let Chapter { site, procurement, .. } = chapter;
    let events = &procurement.events;
    let lines =
        events.iter().rev().take(LATEST).map(|event| html! { li { (line(chapter, event)) } });
    html! {
        h2 { (site.t(Key::LatestTitle)) }
        ol class="events" { (lines.gathered()) }
        @if events.len() > LATEST {
            p { a href="#events" { (site.say(words::AllEvents { n: events.len() })) } }
        }
    }
}

/// Every event under its year: where a gathered mark of the timeline leads.
pub fn events(chapter: &Chapter) -> Markup {
    let Chapter { site, procurement, .. } = chapter;
    let lines = procurement.events.iter().map(|event| {
        let line = html! { li id=(place(&Rests::Event(event))) { (line(chapter, event)) } };
        (event.date.range().first.year(), line)
    });
    let years = by_year("y", lines, |n| site.say(words::EventsCount { n }));
    html! { h2 { (site.t(Key::SectionEvents)) } (years) }
}

/// An event in a line, with the way to its page and its sources.
fn line(chapter: &Chapter, event: &Event) -> Markup {
    let Chapter { site, procurement, numbers } = chapter;
    let href = site.href(Page::Event(procurement.id.clone(), event.id.clone()));
    html! {
        span class="when" { (site.date(event.date)) }
        span {
            a href=(href) { (site.text(&event.title)) }
            @if event.confidence == Confidence::Low {
                " " span class="tag unconfirmed" { (site.t(Key::Unconfirmed)) }
            }
            " " span class="when" { (site.t(kind::event_kind(event.kind))) }
            (numbers.marks(*site, &event.sources))
        }
    }
}

/// What was said, by year.
pub fn statements(chapter: &Chapter) -> Markup {
    let Chapter { site, procurement, numbers } = chapter;
    let said = procurement.statements.iter().collect();
    let said = sorted(said, |statement: &&Statement| statement.date.range().first);
    let lines = said.into_iter().map(|statement| {
        let line = html! {
            li id=(place(&Rests::Statement(statement))) {
                span class="when" { (site.date(statement.date)) }
                span {
                    b { (site.text(&statement.by)) } ". "
                    (site.text(&statement.text))
                    (numbers.marks(*site, &statement.sources))
                }
            }
        };
        (statement.date.range().first.year(), line)
    });
    let years = by_year("st", lines, |n| site.say(words::StatementsCount { n }));
    html! {
        h2 { (site.t(Key::SectionStatements)) }
        p class="answer" { (site.t(Key::StatementsLead)) }
        (years)
    }
}

/// A fold for each year, with how much there is in it in words and as a bar.
fn by_year(
    prefix: &str,
    lines: impl Iterator<Item = (i16, Markup)>,
    count: impl Fn(usize) -> String,
) -> Markup {
    let mut years: Vec<(i16, Vec<Markup>)> = Vec::new();
    for (year, line) in lines {
        match years.last_mut() {
            Some((last, lines)) if *last == year => lines.push(line),
            _ => years.push((year, vec![line])),
        }
    }
    let most = years.iter().map(|(_, lines)| lines.len()).max().unwrap_or(1) as i32;
    let folds = years.into_iter().map(|(year, lines)| {
        let n = lines.len();
        html! {
            details class="year" id=(format!("{prefix}{year}")) {
                summary {
                    h3 { (year.to_string()) }
                    " " span class="when" { (count(n)) }
                    svg class="tally" width="100%" height="8" aria-hidden="true" {
                        rect width=(Percent(WHOLE * n as i32 / most)) height="8" {}
                    }
                }
                ol class="events" { (lines.into_iter().gathered()) }
            }
        }
    });
    html! { div class="years-folded" { (folds.gathered()) } }
}
