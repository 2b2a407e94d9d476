//! A lane of the timeline as SVG that fits every width: places along it are per cent, heights and
//! letters px. What is gathered for some widths only has classes that hide it at the others.

use crate::analysis::compare::{self, Summary};
use crate::chart::gather::{Period, Point, Seen};
use crate::chart::names::BESIDE;
use crate::chart::timeline::{
    Bar, Choice, Landmark, Lengths, POINTS, PromisedWindow, State, Stretch, Words, lane as draw,
};
use crate::chart::{Anchor, Percent};
use crate::i18n::{format, kind, words};
use crate::model::{Event, EventKind, Procurement};
use crate::route::Page;
use crate::view::markup::maybe;
use crate::view::prose::prose;
use crate::view::{Gathered, Markup, Site, html, mark, sentence};

/// One lane: whose it is, where it stands in words, and its drawing.
pub fn lane(site: Site, procurement: &Procurement, choice: Choice) -> Markup {
    let summary = compare::summary(procurement);
    let slip = summary.slip.map(|slip| prose(sentence::slip(site, slip)));
    html! {
        h3 {
            a href=(site.href(Page::Procurement(procurement.id.clone()))) {
                (site.text(&procurement.name))
            }
        }
        @if let Some(nothing) = site.not_yet(procurement) {
            p { (nothing) }
        }
        @if procurement.standing.is_some() || slip.is_some() {
            p {
                @if let Some(standing) = &procurement.standing {
                    (site.text(&standing.text))
                    ". "
                }
                span class="late" { (maybe(slip)) }
            }
        }
        @if !procurement.is_empty() { (drawing(site, procurement, choice, &summary)) }
    }
}

fn drawing(site: Site, procurement: &Procurement, choice: Choice, summary: &Summary) -> Markup {
    let late = summary.slip.map_or_else(String::new, |slip| sentence::late_by(site, slip));
    let known = format::short_date(site.lang(), summary.known);
    let known = site.say(words::KnownUpTo { date: &known });
    let lengths = Lengths {
        landmark: &|event| length(&landmark_words(site, event)),
        slip: length(&late),
        known: length(&known),
    };
    let lane = draw(procurement, choice, &lengths);
    let windows = lane.windows.iter().map(|window| promised(site, procurement, window)).gathered();
    let stretches = lane.stretches.iter().map(|one| stretch(one, lane.line)).gathered();
    let slip = lane.slip.map(|slip| {
        html! {
            (mark::slip_bar(slip.span, lane.line, 8))
            @if !late.is_empty() { (placed("number", slip.words, 0, &late)) }
        }
    });
    let known = lane.known.map(|last| {
        let x = Percent(last.x);
        html! {
            line class="known" x1=(x) x2=(x) y1=(last.words.y + 5) y2=(lane.line + 6) {}
            (placed("known-to", last.words, 4, &known))
        }
    });
    // The lines to all landmarks lie below all names.
    let stems = lane.landmarks.iter().map(|one| {
        let x = Percent(one.words.x);
        html! { line class="stem" x1=(x) x2=(x) y1=(lane.line) y2=(one.y) {} }
    });
    let landmarks = lane.landmarks.iter().map(|one| landmark(site, procurement, one, lane.line));
    let points = lane.points.iter().map(|one| point(site, procurement, one, lane.points_y));
    let bars = lane.bars.iter().map(|one| bar(site, procurement, one));
    html! {
        svg
            class="lane-drawing"
            width="100%"
            height=(lane.height)
            role="group"
            aria-label=(site.say(words::LaneLabel { name: site.text(&procurement.name) }))
        {
            (windows)
            (stretches)
            (maybe(slip))
            (maybe(known))
            (stems.gathered())
            (landmarks.gathered())
            (points.gathered())
            (bars.gathered())
        }
    }
}

/// The window of one promise, with its words.
fn promised(site: Site, procurement: &Procurement, window: &PromisedWindow) -> Markup {
    let milestone = &procurement.milestones[window.milestone];
    let baseline = milestone.schedule.baselines().nth(window.promise);
    let title = baseline.map(|baseline| {
        let plan = &procurement.plans[usize::from(baseline.plan.0)];
        site.say(words::WindowTitle {
            milestone: site.text(&milestone.name),
            promised: &site.date(baseline.promised),
            made: &site.date(plan.announced),
        })
    });
    let class = match (milestone.headline, window.promise, window.future) {
        (true, 0, false) => "promise first",
        (true, 0, true) => "promise first to-come",
        (true, _, false) => "promise",
        (true, _, true) => "promise to-come",
        (false, _, false) => "promise other",
        (false, _, true) => "promise other to-come",
    };
    mark::window(class, window.span, window.y, 7, title.as_deref())
}

/// A part of the line. A use is a bar, however short it was.
fn stretch(stretch: &Stretch, line: i32) -> Markup {
    let (from, to) = (Percent(stretch.span.from), Percent(stretch.span.to));
    let class = match stretch.state {
        State::InUse => {
            let width = Percent(stretch.span.length());
            return html! { rect class="in-use" x=(from) width=(width) y=(line - 6) height="12" {} };
        }
        State::Outside => "stretch",
        State::Contracted => "stretch contracted",
        State::Paused => "stretch paused",
        State::Unknown => "stretch unknown",
    };
    html! { line class=(class) x1=(from) x2=(to) y1=(line) y2=(line) {} }
}

/// A landmark hangs from the line: a mark, and its name beside or below it.
fn landmark(site: Site, procurement: &Procurement, one: &Landmark, line: i32) -> Markup {
    let event = &procurement.events[one.event];
    let words = landmark_words(site, event);
    let title = format!("{words}: {}", site.text(&event.title));
    let class = match event.kind {
        EventKind::GoLive => "mark landmark met",
        EventKind::Pause | EventKind::Cancellation => "mark landmark stop",
        _ => "mark landmark",
    };
    let inside = html! {
        @if !one.exact {
            rect x=(Percent(one.span.from)) width=(Percent(one.span.length()))
                y=(line - 7) height="14" rx="4" {}
        }
        (mark::at(one.words.x, one.y, html! { path d="M0-6 6 0 0 6-6 0Z" {} }))
        (placed("", one.words, BESIDE, &words))
    };
    link(site, procurement, class, &[one.event], None, &title, inside)
}

/// A dot on its day, or the count of what a part of a year holds.
fn point(site: Site, procurement: &Procurement, point: &Point, top: i32) -> Markup {
    let y = top + point.row * POINTS;
    let class = where_seen("mark", point.seen);
    let (title, name, inside) = match &point.events[..] {
        [at] => {
            let title = dated(site, &procurement.events[*at]);
            let dot = html! { circle cx=(Percent(point.x)) cy=(y) r="3.5" {} };
            (title.clone(), Some(title), dot)
        }
        many => {
            let Period { year, months } = point.period;
            let when = format::months_of(site.lang(), year, months);
            (gathered_label(site, many.len(), &when), None, count(point.x, y, many.len()))
        }
    };
    link(site, procurement, &class, &point.events, name.as_deref(), &title, inside)
}

/// A bar as wide as the time within which it was.
fn bar(site: Site, procurement: &Procurement, bar: &Bar) -> Markup {
    let first = &procurement.events[bar.events[0]];
    let many = bar.events.len() > 1;
    let title = if many {
        gathered_label(site, bar.events.len(), &site.date(first.date))
    } else {
        dated(site, first)
    };
    let name = (!many).then_some(&*title);
    let inside = html! {
        rect x=(Percent(bar.span.from)) width=(Percent(bar.span.length()))
            y=(bar.y - 4) height="8" rx="4" {}
        @if many { (count(bar.span.middle(), bar.y, bar.events.len())) }
    };
    link(site, procurement, "mark vague", &bar.events, name, &title, inside)
}

/// A link that works without scripts, and opens a panel with them.
fn link(
    site: Site,
    procurement: &Procurement,
    class: &str,
    events: &[usize],
    name: Option<&str>,
    title: &str,
    inside: Markup,
) -> Markup {
    let first = &procurement.events[events[0]];
    let href = if events.len() > 1 {
        let page = site.href(Page::Procurement(procurement.id.clone()));
        format!("{page}#y{}", first.date.range().first.year())
    } else {
        site.href(Page::Event(procurement.id.clone(), first.id.clone()))
    };
    let ids: Vec<&str> = events.iter().map(|at| procurement.events[*at].id.as_str()).collect();
    let opens = format!("{}:{}", procurement.id, ids.join(","));
    // Words that are seen begin the title, which names such a mark; a dot has no words of its own.
    html! {
        a class=(class) href=(href) aria-label=[name] data-open=(opens) {
            title { (title) }
            (inside)
        }
    }
}

/// A count of what is gathered.
fn count(x: i32, y: i32, n: usize) -> Markup {
    let x = Percent(x);
    let radius = match n {
        ..10 => "7.5",
        10..100 => "8.5",
        _ => "11",
    };
    html! {
        circle cx=(x) cy=(y) r=(radius) {}
        text x=(x) y=(y + 4) { (n) }
    }
}

/// Words at their place; they begin or end so many px beside it.
fn placed(class: &str, words: Words, beside: i32, text: &str) -> Markup {
    let dx = match words.anchor {
        Anchor::Start => beside,
        Anchor::Middle => 0,
        Anchor::End => -beside,
    };
    let (dx, anchor) = ((dx != 0).then_some(dx), mark::anchor(words.anchor));
    let class = (!class.is_empty()).then_some(class);
    html! {
        text class=[class] x=(Percent(words.x)) dx=[dx] y=(words.y) text-anchor=[anchor] { (text) }
    }
}

/// Classes that hide what is not seen in a drawing that is so wide.
pub(super) fn where_seen(class: &str, seen: Seen) -> String {
    let hiding = [" not-narrow", " not-middle", " not-wide"].into_iter().zip(seen);
    let hiding = hiding.filter(|(_, seen)| !seen).map(|(class, _)| class);
    [class].into_iter().chain(hiding).collect()
}

/// An event's date and title.
fn dated(site: Site, event: &Event) -> String {
    format!("{}: {}", site.date(event.date), site.text(&event.title))
}

/// "17 händelser, okt–dec 2024".
fn gathered_label(site: Site, n: usize, when: &str) -> String {
    site.say(words::ClusterLabel { n, date: when })
}

/// A landmark's name on the chart: its kind and its date.
fn landmark_words(site: Site, event: &Event) -> String {
    format!(
        "{} {}",
        site.t(kind::event_kind(event.kind)),
        format::short_date(site.lang(), event.date)
    )
}

/// How many px words are long, near enough: an average bold letter of a drawing.
fn length(words: &str) -> i32 {
    words.chars().count() as i32 * 71 / 10
}
