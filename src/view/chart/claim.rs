//! A claim: who demands what of whom, how much, its dated life, and how it ended.

use crate::analysis::{knowledge, outcome};
use crate::chart::balance::{Balance, Bar, balance};
use crate::chart::{Percent, Span};
use crate::i18n::{Key, format, kind, words};
use crate::model::{Amount, Claim, Demand, Procurement, Receipt, Word};
use crate::view::fact_table::{Cell, Value};
use crate::view::glossary::Terms;
use crate::view::markup::maybe;
use crate::view::source_note::source_note;
use crate::view::{Gathered, Markup, Site, html, mark};

/// Who demands of whom, and what kind of claim it is.
pub fn claim_parties(site: Site, claim: &Claim) -> Markup {
    let raised = claim.steps.first().map(|step| step.date);
    let party = |party| site.party_when(party, raised);
    html! {
        p class="parties" {
            span class="tag kind" { (site.t(kind::claim_kind(claim.kind))) }
            b { (party(claim.claimant)) }
            span class="arrow" aria-hidden="true" { "→" }
            span class="visually-hidden" { (site.t(Key::DemandsOf)) }
            b { (party(claim.respondent)) }
        }
    }
}

/// All of a claim but its parties: demand, sums, life, end, each with its sources.
pub fn claim_whole(
    site: Site,
    procurement: &Procurement,
    claim: &Claim,
    terms: &mut Terms,
) -> Markup {
    html! {
        div class="claim" {
            (demands(site, claim, terms))
            (sums(site, claim, terms))
            (strip(site, procurement, claim))
            (ending(site, procurement, claim, terms))
            (source_note(site, &claim.sources))
        }
    }
}

/// What was demanded, in words. Where several reports tell it, each stands beside its sum.
pub(super) fn demands(site: Site, claim: &Claim, terms: &mut Terms) -> Markup {
    match claim.demands.as_slice() {
        [only] => html! { p { (terms.link(site.text(&only.text))) } },
        _ => Markup::default(),
    }
}

/// That no demand was known on the day that is shown.
pub(super) fn not_known(site: Site) -> Markup {
    html! { span class="amount not-found" { (site.t(Key::NotKnown)) } }
}

/// In what a demand stands, and when it was made or told.
pub(super) fn form(site: Site, demand: &Demand) -> Markup {
    html! {
        span class="tag" { (site.t(kind::demand_form(demand.form))) }
        " "
        span class="when" { (format::short_date(site.lang(), demand.date)) }
    }
}

/// In what a part was received, and when.
pub(super) fn received_form(site: Site, part: &Receipt) -> Markup {
    html! {
        span class="tag" { (site.t(kind::receipt_kind(part.kind))) }
        " "
        span class="when" { (format::short_date(site.lang(), part.date)) }
    }
}

/// What was demanded, what damage was stated and what was received, each as it is told, in this
/// order; what there is none of is left out, but for the demand.
pub(super) fn sums_list(
    site: Site,
    claim: &Claim,
    [demanded, lost, received]: [Markup; 3],
) -> Markup {
    html! {
        dl class="sums" {
            div {
                dt { (site.t(Key::Demanded)) }
                (demanded)
                @if claim.demands.is_empty() { dd { (not_known(site)) } }
            }
            @if !claim.losses.is_empty() {
                div { dt { (site.t(Key::StatedLoss)) } (lost) }
            }
            @if !claim.received.is_empty() {
                div {
                    dt { (site.t(Key::Received)) }
                    (received)
                    @if claim.received.len() > 1 {
                        dd class="note" { (site.t(Key::ReceivedParts)) }
                    }
                }
            }
        }
    }
}

/// What was demanded, what damage was stated and what was received, side by side, each part with
/// its own sources.
fn sums(site: Site, claim: &Claim, terms: &mut Terms) -> Markup {
    let several = claim.demands.len() > 1;
    let demanded = claim
        .demands
        .iter()
        .map(|demand| {
            html! {
                dd {
                    @if several { (form(site, demand)) " " }
                    (amount(site, &demand.amount))
                    @if several { p { (terms.link(site.text(&demand.text))) } }
                    (source_note(site, &demand.sources))
                }
            }
        })
        .gathered();
    let lost = claim.losses.iter().map(|loss| {
        let note = words::StatedLossNote { who: site.text(&loss.by) };
        html! {
            dd {
                (amount(site, &loss.amount))
                p { (terms.link(site.text(&loss.text))) }
                p class="note" { (site.say(note)) }
                (source_note(site, &loss.sources))
            }
        }
    });
    let lost = lost.gathered();
    let received = claim
        .received
        .iter()
        .map(|part| {
            html! {
                dd {
                    (received_form(site, part)) " "
                    (amount(site, &part.amount))
                    p { (terms.link(site.text(&part.text))) }
                    (source_note(site, &part.sources))
                }
            }
        })
        .gathered();
    let bars = match (claim.demanded(), claim.received.as_slice()) {
        (Some(demanded), [only]) => balance(&demanded, Some(&only.amount)).map(bars),
        _ => None,
    };
    html! {
        (sums_list(site, claim, [demanded, lost, received]))
        (maybe(bars))
    }
}

/// The sum that was demanded, as it is counted; nothing where no demand was known.
pub fn demanded(site: Site, claim: &Claim) -> Cell {
    match claim.demanded() {
        Some(sum) => amount_cell(site, &sum),
        None => Cell::words(site.t(Key::NotKnown)).looking(not_known(site)),
    }
}

/// Two bars on one scale, the demand above. The figures stand beside them in words.
fn bars(balance: Balance) -> Markup {
    let rect = |class: &str, span: Span, y: i32| {
        html! {
            rect class=(class) x=[(span.from > 0).then_some(Percent(span.from))]
                width=(Percent(span.length())) y=(y) height="12" {}
        }
    };
    let bar = |class: &str, bar: Bar, y: i32| {
        html! {
            (rect(class, bar.sure, y))
            (maybe(bar.span.map(|span| rect("span", span, y))))
        }
    };
    html! {
        svg class="balance" width="100%" height="30" aria-hidden="true" {
            (bar("demanded", balance.demanded, 1))
            (bar("received", balance.received, 17))
        }
    }
}

/// The dated steps of a claim as a strip: a shape, a word, a date and who acted. A claim that
/// nothing has ended runs on to the last day that we know of.
pub(super) fn strip(site: Site, procurement: &Procurement, claim: &Claim) -> Markup {
    let steps = claim
        .steps
        .iter()
        .map(|step| {
            html! {
                li class=(step.status.word()) {
                    (mark::step(step.status))
                    b { (site.t(kind::step_status(step.status))) }
                    " "
                    span class="when" { (format::short_date(site.lang(), step.date)) }
                    " "
                    span class="who" { (site.party_on(step.by, step.date)) }
                }
            }
        })
        .gathered();
    let open = outcome::is_open(claim).then(|| {
        let known = knowledge::known_through(procurement);
        html! {
            li class="open" {
                (mark::still_open())
                b { (site.t(Key::ClaimOpen)) }
                " "
                span class="when" { (format::short_date(site.lang(), known)) }
            }
        }
    });
    html! { ol class="strip" aria-label=(site.t(Key::StepsLabel)) { (steps) (maybe(open)) } }
}

/// How it ended, or until when no end was known.
fn ending(site: Site, procurement: &Procurement, claim: &Claim, terms: &mut Terms) -> Markup {
    let standing = outcome::standing(claim);
    let (class, word) = match outcome::is_open(claim) {
        true => ("tag standing open", Key::ClaimOpen),
        false => ("tag standing", kind::step_status(standing)),
    };
    let until = outcome::is_open(claim).then(|| {
        let known = site.date(knowledge::known_through(procurement));
        html! { span class="note" { (site.say(words::ClaimOpenUntil { date: &known })) } }
    });
    html! {
        p class="outcome" {
            span class=(class) { (site.t(word)) }
            " "
            (maybe(claim.outcome.as_ref().map(|outcome| terms.link(site.text(outcome)))))
            (maybe(until))
        }
    }
}

/// A sum, or which kind of "no number" it is. Never a zero.
pub fn amount(site: Site, value: &Amount) -> Markup {
    amount_cell(site, value).html(site)
}

/// The same in a table.
pub fn amount_cell(site: Site, value: &Amount) -> Cell {
    let said = |class: &str, text: &str| {
        Cell::words(text).looking(html! { span class=(class) { (text) } })
    };
    match value {
        Amount::Public(money) => {
            let sum = format::money(site.lang(), *money);
            said("amount public", &sum).worth(Value::Sum(*money))
        }
        Amount::Withheld { reason, said_by, sources } => {
            let who = site.say(words::AmountWithheld { who: site.text(said_by) });
            let mut cell = said("amount withheld", &who).noted(Some(site.text(reason).to_owned()));
            cell.sources.clone_from(sources);
            cell
        }
        Amount::NotNamed => said("amount not-named", site.t(Key::AmountNotNamed)),
        Amount::NotFound => said("amount not-found", site.t(Key::AmountNotFound)),
    }
}
