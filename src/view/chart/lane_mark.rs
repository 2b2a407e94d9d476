//! The marks of a lane. Each is a link that works without scripts; with them it opens its facts in
//! its lane. Each has a name, which is also its tip, and 24 px of room for the finger.

use super::lane::{length, placed, where_seen};
use crate::chart::gather::Point;
use crate::chart::names::{BESIDE, Place};
use crate::chart::timeline::{Bar, Landmark, Promised, ROW, Slip, Stretch};
use crate::chart::{Anchor, Percent};
use crate::i18n::{format, words};
use crate::model::{Baseline, Event, EventKind, Milestone, Plan, Procurement};
use crate::route::{Opened, Opens, Page};
use crate::view::{Gathered, Markup, Site, html, mark, sentence};

/// Whose lane it is, and what is opened on the page.
#[derive(Clone, Copy)]
pub(super) struct Lane<'a> {
    pub site: Site<'a>,
    pub procurement: &'a Procurement,
    pub open: Option<&'a Opened>,
    /// Whether a mark opens its facts here, and does not just lead to them.
    pub opens: bool,
}

/// A promise, what it is of and the plan that made it.
#[derive(Clone, Copy)]
pub(super) struct Promise<'a> {
    pub milestone: &'a Milestone,
    pub baseline: &'a Baseline,
    pub plan: &'a Plan,
}

impl<'a> Promise<'a> {
    /// Every promise of a procurement, milestone by milestone.
    pub fn all(procurement: &'a Procurement) -> impl Iterator<Item = Promise<'a>> {
        procurement.milestones.iter().flat_map(move |milestone| {
            milestone.schedule.baselines().map(move |baseline| {
                let plan = &procurement.plans[usize::from(baseline.plan.0)];
                Promise { milestone, baseline, plan }
            })
        })
    }

    /// Whether it is the very first of the first go-live, or a later one of that.
    fn class(self) -> &'static str {
        let first = std::ptr::eq(self.baseline, &raw const self.milestone.schedule.original);
        match (self.milestone.headline, first) {
            (true, true) => "promise first",
            (true, false) => "promise",
            (false, _) => "promise other",
        }
    }

    /// Where it stands on the page of its procurement.
    pub fn href(self, site: Site, procurement: &Procurement) -> String {
        let page = site.href(Page::Procurement(procurement.id.clone()));
        format!("{page}#{}", self.plan.id)
    }
}

/// What was promised for one window: a bar for each promise.
pub(super) fn promised(of: Lane, one: &Promised) -> Markup {
    let Lane { site, procurement, .. } = of;
    let promises: Vec<Promise> =
        Promise::all(procurement).filter(|promise| promise.baseline.promised == one.date).collect();
    let Some(first) = promises.first() else { return Markup::default() };
    let date = site.date(one.date);
    let name = match promises.as_slice() {
        [only] => site.say(words::WindowTitle {
            milestone: site.text(&only.milestone.name),
            promised: &date,
            made: &site.date(only.plan.announced),
        }),
        several => site.say(words::PromisedLabel { n: several.len(), date: &date }),
    };
    // All bars of a row are as high together as a finger is wide.
    let count = promises.len() as i32;
    let step = (22 / count).min(11);
    let bars = promises.iter().zip(0..).map(|(promise, at)| {
        let y = one.y + (2 * at - count + 1) * step / 2;
        let class = match one.future {
            true => format!("{} to-come", promise.class()),
            false => promise.class().to_owned(),
        };
        mark::window(&class, one.span, y, (step - 2).clamp(1, 8))
    });
    let inside = html! { (bars.gathered()) (mark::hit_window(one.span, one.y)) };
    link(of, "mark", first.href(site, procurement), Opens::Promised(one.date), &name, inside)
}

/// The slip of the first go-live, with its length in words.
pub(super) fn slip(of: Lane, slip: Slip, line: i32, late: &str) -> Markup {
    let Lane { site, procurement, .. } = of;
    // Higher than any promise, so that it is told from them by its shape too.
    let bar = mark::slip_bar(slip.span, line, 11);
    let Some(milestone) = procurement.headline() else { return bar };
    let href = format!("{}#promises", site.href(Page::Procurement(procurement.id.clone())));
    let happened = sentence::what_happened(site, procurement, milestone);
    let name = match late.is_empty() {
        true => happened,
        false => format!("{late}: {happened}"),
    };
    let inside = html! {
        (bar)
        @if !late.is_empty() { (placed("number", slip.words, 0, late)) }
        (mark::hit_window(slip.span, line))
    };
    link(of, "mark", href, Opens::Slip, &name, inside)
}

/// A pause, which opens as the event that it began with.
pub(super) fn pause(of: Lane, pause: &Stretch, line: i32) -> Markup {
    let (from, to) = (Percent(pause.span.from), Percent(pause.span.to));
    // A slip may run under it, so it stands in a gap of its own.
    let drawn = ["stretch gap", "stretch paused"].map(|class| {
        html! { line class=(class) x1=(from) x2=(to) y1=(line) y2=(line) {} }
    });
    let drawn = drawn.into_iter().gathered();
    let Some(at) = pause.event else { return drawn };
    let inside = html! { (drawn) (mark::hit_window(pause.span, line)) };
    event(of, "mark", at, inside)
}

/// A landmark hangs from the line: a mark, and its name beside or below it.
pub(super) fn landmark(of: Lane, one: &Landmark, line: i32, words: &str) -> Markup {
    let event = &of.procurement.events[one.event];
    let name = match words.ends_with(&format::short_date(of.site.lang(), event.date)) {
        true => format!("{words}: {}", of.site.text(&event.title)),
        false => format!("{words}, {}", dated(of.site, event)),
    };
    let class = match event.kind {
        EventKind::GoLive => "mark landmark met",
        EventKind::Pause | EventKind::Cancellation => "mark landmark stop",
        _ => "mark landmark",
    };
    let (from, to) = Place::reach(one.words.anchor, length(words));
    let height = if one.words.anchor == Anchor::Middle { 2 * ROW } else { ROW };
    let inside = html! {
        @if !one.exact {
            rect x=(Percent(one.span.from)) width=(Percent(one.span.length()))
                y=(line - 7) height="14" rx="4" {}
        }
        (mark::at(one.words.x, one.y, html! {
            path d="M0-6 6 0 0 6-6 0Z" {}
            rect class="hit" x=(from) y=(-ROW / 2) width=(to - from) height=(height) {}
        }))
        (placed("", one.words, BESIDE, words))
    };
    let page = Page::Event(of.procurement.id.clone(), event.id.clone());
    link(of, class, of.site.href(page), Opens::Event(event.id.clone()), &name, inside)
}

/// A dot on its day, or the count of what a part of a year holds.
pub(super) fn point(of: Lane, point: &Point, top: i32) -> Markup {
    let y = top + point.row * ROW;
    let class = where_seen("mark", point.seen);
    if let [at] = point.events[..] {
        let inside = html! {
            circle cx=(Percent(point.x)) cy=(y) r="3.5" {}
            (mark::hit(point.x, y))
        };
        return event(of, &class, at, inside);
    }
    let date = point.period.date();
    let when = format::months_of(of.site.lang(), point.period.year, point.period.months);
    let inside = html! { (count(point.x, y, point.events.len())) (mark::hit(point.x, y)) };
    several(of, &class, &point.events, Opens::Gathered(date), &when, inside)
}

/// A bar as wide as the time within which it was.
pub(super) fn bar(of: Lane, bar: &Bar) -> Markup {
    let drawn = html! {
        rect x=(Percent(bar.span.from)) width=(Percent(bar.span.length()))
            y=(bar.y - 4) height="8" rx="4" {}
    };
    let hit = mark::hit_window(bar.span, bar.y);
    if let [at] = bar.events[..] {
        return event(of, "mark vague", at, html! { (drawn) (hit) });
    }
    let count = count(bar.span.middle(), bar.y, bar.events.len());
    let inside = html! { (drawn) (count) (hit) };
    let when = of.site.date(bar.date);
    several(of, "mark vague", &bar.events, Opens::Within(bar.date), &when, inside)
}

/// One event, which has a page of its own.
fn event(of: Lane, class: &str, at: usize, inside: Markup) -> Markup {
    let event = &of.procurement.events[at];
    let name = dated(of.site, event);
    let page = Page::Event(of.procurement.id.clone(), event.id.clone());
    link(of, class, of.site.href(page), Opens::Event(event.id.clone()), &name, inside)
}

/// Events that are gathered in one mark: "17 händelser, okt–dec 2024".
fn several(
    of: Lane,
    class: &str,
    events: &[usize],
    opens: Opens,
    when: &str,
    inside: Markup,
) -> Markup {
    let year = of.procurement.events[events[0]].date.range().first.year();
    let href = format!("{}#y{year}", of.site.href(Page::Procurement(of.procurement.id.clone())));
    let name = of.site.say(words::ClusterLabel { n: events.len(), date: when });
    link(of, class, href, opens, &name, inside)
}

fn link(of: Lane, class: &str, href: String, mark: Opens, name: &str, inside: Markup) -> Markup {
    let opens = Opened { procurement: of.procurement.id.clone(), mark };
    let current = (of.open == Some(&opens)).then_some("true");
    html! {
        a class=(class) href=(href) aria-label=(name) aria-current=[current]
            data-open=[of.opens.then_some(opens)]
        {
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

/// An event's date and title.
fn dated(site: Site, event: &Event) -> String {
    format!("{}: {}", site.date(event.date), site.text(&event.title))
}
