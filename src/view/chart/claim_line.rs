//! A claim in one line: what is demanded and of whom, its steps in time on an axis that all lines
//! share, what was demanded and what was received. [`contract_claims`] is the picture of all
//! claims between buyers and suppliers, for any page.

use super::lane::where_seen;
use crate::analysis::claims::{left, listed};
use crate::analysis::knowledge::known_through;
use crate::analysis::order::{Listed, grouped};
use crate::analysis::outcome;
use crate::chart::strips::{Mark, Run, Strip, strip, years};
use crate::chart::{Percent, Span, TimeScale};
use crate::i18n::{Key, format, kind, words};
use crate::model::{
    Amount, Claim, ClaimKind, PartialDate, PartyRef, Procurement, StepStatus, Word,
};
use crate::route::Page;
use crate::view::markup::maybe;
use crate::view::{Gathered, Markup, Site, html, mark};

/// The picture of all claims between buyers and suppliers of these procurements, a line each that
/// leads to the claim's own page, procurement by procurement. Nothing where there is none.
pub fn contract_claims<'a>(
    site: Site<'a>,
    procurements: impl IntoIterator<Item = &'a Procurement>,
) -> Markup {
    let claims = left(listed(procurements), &[ClaimKind::Contract], &[]);
    picture(site, claims, &|party, raised| site.party_when(party, raised), Markup::default())
}

/// What a party is called that acted when a claim was raised.
pub(super) type Called<'n> = &'n dyn Fn(PartyRef, Option<PartialDate>) -> String;

/// Lines under the names of their procurements, and what stands under them all.
pub(super) fn picture(site: Site, claims: Vec<Listed>, called: Called, more: Markup) -> Markup {
    if claims.is_empty() {
        return Markup::default();
    }
    let years = years(&claims);
    let legend = claims_legend(site, &claims);
    let groups = grouped(claims, &|(procurement, _)| procurement.id.clone());
    let group = |rows: &[Listed]| {
        let lines = rows.iter().map(|(procurement, claim)| {
            let href = site.href(Page::Claim(procurement.id.clone(), claim.id.clone()));
            html! { li { a href=(href) { (line(site, procurement, claim, years, called)) } } }
        });
        html! {
            @if let Some((procurement, _)) = rows.first() {
                p class="group-name" { (site.text(&procurement.name)) }
            }
            ol class="claim-lines" { (lines.gathered()) }
        }
    };
    html! {
        div class="drawing claims-picture" {
            (claims_head(site, years))
            (groups.iter().map(|(_, rows)| group(rows)).gathered())
            (more)
            (legend)
        }
    }
}

/// The years above the strips, and what stands in the other columns.
pub fn claims_head(site: Site, (first, last): (i16, i16)) -> Markup {
    html! {
        div class="claim-line claims-head" aria-hidden="true" {
            span class="what" {}
            span class="claim-strip" {
                svg width="100%" height="18" { (mark::axis(&TimeScale::years(first, last).ticks())) }
            }
            span class="demanded" { (site.t(Key::Demanded)) }
            span class="received" { (site.t(Key::Received)) }
        }
    }
}

/// What the marks mean that these claims have.
pub fn claims_legend(site: Site, claims: &[Listed]) -> Markup {
    let has = |status: StepStatus| {
        claims.iter().any(|(_, claim)| claim.steps.iter().any(|step| step.status == status))
    };
    let steps = StepStatus::STANDING.into_iter().chain([StepStatus::Reported]);
    let entries = steps.filter(|status| has(*status)).map(|status| {
        html! { li class=(status.word()) { (mark::step(status)) " " (site.t(kind::step_status(status))) } }
    });
    let entries = entries.gathered();
    html! {
        ul class="claims-legend" {
            (entries)
            @if claims.iter().any(|(_, claim)| outcome::is_open(claim)) {
                li { (mark::still_open()) " " (site.t(Key::LegendStillOpen)) }
            }
        }
    }
}

/// One line, on the axis of the lines around it.
pub fn claim_line(
    site: Site,
    procurement: &Procurement,
    claim: &Claim,
    years: (i16, i16),
) -> Markup {
    line(site, procurement, claim, years, &|party, raised| site.party_when(party, raised))
}

fn line(
    site: Site,
    procurement: &Procurement,
    claim: &Claim,
    years: (i16, i16),
    called: Called,
) -> Markup {
    let raised = claim.steps.first().map(|step| step.date);
    let party = |party| called(party, raised);
    html! {
        span class="claim-line" {
            span class="what" {
                span class="of" { (site.text(&procurement.name)) }
                " "
                b { (site.text(&claim.title)) }
                small {
                    (party(claim.claimant))
                    " "
                    span class="arrow" aria-hidden="true" { "→" }
                    span class="visually-hidden" { (site.t(Key::DemandsOf)) }
                    " "
                    (party(claim.respondent))
                }
            }
            span class="claim-strip" { (drawing(site, procurement, claim, years)) }
            span class="demanded" {
                span class="label" { (site.t(Key::Demanded)) " " }
                (demanded(site, claim))
            }
            span class="received" {
                span class="label" { (site.t(Key::Received)) " " }
                (received(site, claim))
            }
        }
    }
}

/// The strip; its name tells the same in words.
pub(super) fn drawing(
    site: Site,
    procurement: &Procurement,
    claim: &Claim,
    years: (i16, i16),
) -> Markup {
    let Strip { years, life, open, vague, runs } = strip(procurement, claim, years);
    let line = |class: &str, span: Span| {
        html! {
            line class=(class) x1=(Percent(span.from)) x2=(Percent(span.to)) y1=(MIDDLE) y2=(MIDDLE) {}
        }
    };
    let window = |span: &Span| {
        html! {
            rect class="vague" x=(Percent(span.from)) width=(Percent(span.length()))
                y=(MIDDLE - 4) height="8" rx="4" {}
        }
    };
    html! {
        svg class="strip-drawing" width="100%" height=(2 * MIDDLE) role="img" aria-label=(steps(site, procurement, claim)) {
            g class="axis" { (mark::lines(&years)) }
            (maybe(open.map(|span| line("life still-open", span))))
            (line("life", life))
            (vague.iter().map(window).gathered())
            (runs.iter().map(run).gathered())
        }
    }
}

/// Half the height of a strip, in pixels.
const MIDDLE: i32 = 17;

/// Marks side by side.
fn run(run: &Run) -> Markup {
    let class = where_seen("", run.seen);
    let class = Some(class.trim()).filter(|class| !class.is_empty());
    let marks = run.marks.iter().zip(0..).map(|(one, at)| {
        let dx = run.from + at * run.apart;
        match one {
            Mark::Step(status) => mark::step_on_strip(*status, dx),
            Mark::Open => mark::still_open_on_strip(dx),
        }
    });
    html! { svg class=[class] x=(Percent(run.x)) y=(MIDDLE) { (marks.gathered()) } }
}

/// Each step with its date, and until when no end was known.
fn steps(site: Site, procurement: &Procurement, claim: &Claim) -> String {
    let lang = site.lang();
    let step = |step: &crate::model::ClaimStep| {
        let word = site.t(kind::step_status(step.status));
        format!("{word} {}", format::short_date(lang, step.date))
    };
    let steps = claim.steps.iter().map(step).collect::<Vec<_>>().join(", ");
    if !outcome::is_open(claim) {
        return format!("{steps}.");
    }
    let known = site.date(known_through(procurement));
    format!("{steps}. {}", site.say(words::ClaimOpenUntil { date: &known }))
}

/// What was demanded, in what it stands where others told it, and the damage that was stated.
fn demanded(site: Site, claim: &Claim) -> Markup {
    let told = claim.demands.iter().filter(|one| matches!(one.amount, Amount::Public(_)));
    let told: Vec<&str> = told.map(|one| site.t(kind::demand_form(one.form))).collect();
    let losses = claim.losses.iter().map(|loss| {
        html! { small { (site.t(Key::StatedLoss)) ": " (brief(site, &loss.amount)) } }
    });
    html! {
        @match claim.demanded() {
            Some(sum) => { (brief(site, &sum)) }
            None => { span class="amount not-found" { (site.t(Key::NotKnown)) } }
        }
        @if let [first, ..] = told.as_slice() {
            small { (first) @for other in told.iter().skip(1).filter(|it| *it != first) { ", " (other) } }
        }
        (losses.gathered())
    }
}

/// What was received, part by part, and how the claim stands.
fn received(site: Site, claim: &Claim) -> Markup {
    let parts = claim.received.iter().map(|part| {
        html! { (brief(site, &part.amount)) small { (site.t(kind::receipt_kind(part.kind))) } }
    });
    let standing = site.t(kind::step_status(outcome::standing(claim)));
    html! {
        (parts.gathered())
        @if claim.received.is_empty() {
            span class="amount none-known" { (site.t(Key::ReceivedNone)) }
        }
        @if outcome::is_open(claim) {
            small class="stands open" { (site.t(Key::ClaimOpen)) " · " (standing) }
        } @else {
            small class="stands" { (standing) }
        }
    }
}

/// A sum, or which kind of "no number" it is, in two or three words. Never a zero.
fn brief(site: Site, amount: &Amount) -> Markup {
    let (class, said) = match amount {
        Amount::Public(money) => {
            let said = format::money_brief(site.lang(), *money);
            return html! { span class="amount public" { (said) } };
        }
        Amount::Withheld { .. } => ("amount secret", Key::SecretSum),
        Amount::NotNamed => ("amount not-named", Key::AmountNotNamed),
        Amount::NotFound => ("amount not-found", Key::SumNotFoundBrief),
    };
    html! { span class=(class) { (site.t(said)) } }
}
