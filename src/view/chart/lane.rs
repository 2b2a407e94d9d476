//! A lane of the timeline as SVG that fits every width: places along it are per cent, heights and
//! letters px. What is gathered for some widths only has classes that hide it at the others.

use super::lane_mark::{self, Lane};
use crate::analysis::compare::{self, Summary, paused_after};
use crate::chart::gather::Seen;
use crate::chart::timeline::{self, Choice, Lengths, State, Stretch, Words, lane as draw};
use crate::chart::{Anchor, Percent, WHOLE};
use crate::i18n::{format, kind, words};
use crate::model::{Event, Procurement};
use crate::route::{Opened, Page};
use crate::view::markup::maybe;
use crate::view::prose::prose;
use crate::view::{Gathered, Markup, Site, html, mark, sentence};

/// One lane: whose it is, where it stands in words, and its drawing, in which the mark that is
/// opened is told from the others.
pub fn lane(
    site: Site,
    procurement: &Procurement,
    choice: Choice,
    open: Option<&Opened>,
) -> Markup {
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
        @if !procurement.is_empty() {
            (drawing(Lane { site, procurement, open, opens: true }, &summary, |lengths| {
                draw(procurement, choice, lengths)
            }))
        }
    }
}

/// A drawing of the numbers that are made for words so long.
pub(super) fn drawing(
    of: Lane,
    summary: &Summary,
    draw: impl FnOnce(&Lengths) -> timeline::Lane,
) -> Markup {
    let Lane { site, procurement, .. } = of;
    let late = summary.slip.map_or_else(String::new, |slip| sentence::late_by(site, slip));
    let known = format::short_date(site.lang(), summary.known);
    let known = site.say(words::KnownUpTo { date: &known });
    let lengths = Lengths {
        landmark: &|event| length(&landmark_words(site, procurement, event)),
        slip: length(&late),
        known: length(&known),
    };
    let lane = draw(&lengths);
    let promised = lane.promised.iter().map(|one| lane_mark::promised(of, one)).gathered();
    let lines = lane.stretches.iter().map(|one| stretch(one, lane.line)).gathered();
    let pauses = lane.stretches.iter().filter(|one| one.state == State::Paused);
    let pauses = pauses.map(|one| lane_mark::pause(of, one, lane.line)).gathered();
    let slip = lane.slip.map(|slip| lane_mark::slip(of, slip, lane.line, &late));
    let known = lane.known.map(|last| {
        let x = Percent(last.x);
        html! {
            rect class="future" x=(x) width=(Percent(WHOLE - last.x)) height="100%" {}
            line class="known" x1=(x) x2=(x) y1=(last.words.y + 5) y2=(lane.line + 6) {}
            (placed("known-to", last.words, 4, &known))
        }
    });
    // The lines to all landmarks lie below all names.
    let stems = lane.landmarks.iter().map(|one| {
        let x = Percent(one.words.x);
        html! { line class="stem" x1=(x) x2=(x) y1=(lane.line) y2=(one.y) {} }
    });
    let landmarks = lane.landmarks.iter().map(|one| {
        let words = landmark_words(site, procurement, &procurement.events[one.event]);
        lane_mark::landmark(of, one, lane.line, &words)
    });
    let points = lane.points.iter().map(|one| lane_mark::point(of, one, lane.points_y));
    let bars = lane.bars.iter().map(|one| lane_mark::bar(of, one));
    html! {
        svg
            class="lane-drawing"
            width="100%"
            height=(lane.height)
            role="group"
            aria-label=(site.say(words::LaneLabel { name: site.text(&procurement.name) }))
        {
            (maybe(known))
            (promised)
            (lines)
            (maybe(slip))
            (pauses)
            (stems.gathered())
            (landmarks.gathered())
            (points.gathered())
            (bars.gathered())
        }
    }
}

/// A part of the line. A use is a bar, however short it was; a pause is a mark of its own.
fn stretch(stretch: &Stretch, line: i32) -> Markup {
    let (from, to) = (Percent(stretch.span.from), Percent(stretch.span.to));
    let class = match stretch.state {
        State::InUse => {
            let width = Percent(stretch.span.length());
            return html! { rect class="in-use" x=(from) width=(width) y=(line - 6) height="12" {} };
        }
        State::Paused => return Markup::default(),
        State::Outside => "stretch",
        State::Contracted => "stretch contracted",
        State::Unknown => "stretch unknown",
    };
    html! { line class=(class) x1=(from) x2=(to) y1=(line) y2=(line) {} }
}

/// Words at their place; they begin or end so many px beside it.
pub(super) fn placed(class: &str, words: Words, beside: i32, text: &str) -> Markup {
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

/// A landmark's name on the chart: its kind and its date; of a pause, after how many days of use
/// it came, where both days are known.
fn landmark_words(site: Site, procurement: &Procurement, event: &Event) -> String {
    let kind = site.t(kind::event_kind(event.kind));
    match paused_after(procurement, event) {
        Some(days @ ..=92) => {
            let days = format::days(site.lang(), days);
            site.say(words::LandmarkPaused { kind, days: &days })
        }
        _ => format!("{kind} {}", format::short_date(site.lang(), event.date)),
    }
}

/// How many px words are long, near enough: an average bold letter of a drawing.
pub(super) fn length(words: &str) -> i32 {
    words.chars().count() as i32 * 71 / 10
}
