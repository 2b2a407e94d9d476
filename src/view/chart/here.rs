//! The small timeline of a fact's own page: the landmarks of its procurement, and where the fact
//! stands among them.

use super::lane::drawing;
use super::lane_mark::Lane;
use crate::analysis::compare;
use crate::chart::timeline::{small, years};
use crate::chart::{Anchor, Percent, Span, TimeScale};
use crate::i18n::{Key, format};
use crate::model::{Claim, Confidence, DateRange, Procurement};
use crate::route::{Opened, Opens};
use crate::view::{Gathered, Markup, Site, html, mark};

/// An event among the landmarks. What is unconfirmed is in no drawing.
pub fn event_here(site: Site, procurement: &Procurement, at: usize) -> Markup {
    let event = &procurement.events[at];
    if event.confidence == Confidence::Low {
        return Markup::default();
    }
    let here = Opened { procurement: procurement.id.clone(), mark: Opens::Event(event.id.clone()) };
    let of = Lane { site, procurement, open: Some(&here), opens: false };
    let summary = compare::summary(procurement);
    around(of, drawing(of, &summary, |lengths| small(procurement, Some(at), lengths)))
}

/// A claim among the landmarks: from its first step to its last, each of them a dot.
pub fn claim_here(site: Site, procurement: &Procurement, claim: &Claim) -> Markup {
    let of = Lane { site, procurement, open: None, opens: false };
    let summary = compare::summary(procurement);
    let drawing = drawing(of, &summary, |lengths| small(procurement, None, lengths));
    let (first, last) = years([procurement]);
    let scale = TimeScale::years(first, last);
    let spans = claim.steps.iter().map(|step| scale.span(step.date.range()));
    let dots = spans.map(|span| html! { circle cx=(Percent(span.middle())) cy="12" r="3.5" {} });
    let (Some(begun), Some(ended)) = (claim.steps.first(), claim.steps.last()) else {
        return around(of, drawing);
    };
    let days = DateRange { first: begun.date.range().first, last: ended.date.range().last };
    let Span { from, to } = scale.span(days);
    let anchor = Anchor::at((from + to) / 2);
    let x = match anchor {
        Anchor::Start => from,
        Anchor::Middle => (from + to) / 2,
        Anchor::End => to,
    };
    let short = |date| format::short_date(site.lang(), date);
    let (begun, ended) = (short(begun.date), short(ended.date));
    let words = if begun == ended { begun } else { format!("{begun} – {ended}") };
    let strip = html! {
        svg class="claim-here" width="100%" height="42" role="img"
            aria-label=(format!("{}: {words}", site.t(Key::ThisClaim)))
        {
            rect x=(Percent(from)) width=(Percent(to - from)) y="9" height="6" rx="3" {}
            (dots.gathered())
            text x=(Percent(x)) y="34" text-anchor=[mark::anchor(anchor)] {
                (site.t(Key::ThisClaim)) ": " (words)
            }
        }
    };
    around(of, html! { (drawing) (strip) })
}

/// The years above the drawing, and their lines behind it.
fn around(of: Lane, drawing: Markup) -> Markup {
    let (first, last) = years([of.procurement]);
    let ticks = TimeScale::years(first, last).ticks();
    html! {
        figure class="here" aria-label=(of.site.t(Key::HereTitle)) {
            div class="picture" {
                svg class="axis" width="100%" height="20" { (mark::axis(&ticks)) }
                div class="here-lines" {
                    svg width="100%" height="100%" class="axis" aria-hidden="true" {
                        (mark::lines(&ticks))
                    }
                }
                (drawing)
            }
        }
    }
}
