//! What claims of one kind add up to, and what stands outside that, in words.

use crate::analysis::sums::{LeftOut, sums, without_number};
use crate::i18n::{Key, format, kind};
use crate::model::{Amount, Claim, ClaimKind, ReceiptKind};
use crate::view::{Gathered, Markup, Site, html};

/// The words that differ between what was demanded and what was received.
struct Side {
    sum: Key,
    none: Key,
}

const DEMANDED: Side = Side { sum: Key::SumDemanded, none: Key::SumNoneDemanded };

const RECEIVED: Side = Side { sum: Key::SumReceived, none: Key::SumNoneReceived };

/// A line for each currency for claims of one kind: what was demanded, once a claim, and what
/// was received, each kind of thing by itself, since a price cut may be the very compensation.
pub fn sum_lines(site: Site, kind: ClaimKind, claims: &[&Claim]) -> Markup {
    let demanded: Vec<Amount> = claims.iter().filter_map(|claim| claim.demanded()).collect();
    let demanded: Vec<&Amount> = demanded.iter().collect();
    let received = ReceiptKind::ALL.into_iter().map(|what| {
        let parts = claims.iter().flat_map(|claim| &claim.received);
        let amounts: Vec<&Amount> =
            parts.filter(|part| part.kind == what).map(|part| &part.amount).collect();
        lines(site, kind, &RECEIVED, site.t(kind::receipt_kind(what)), &amounts)
    });
    std::iter::once(lines(site, kind, &DEMANDED, "", &demanded)).chain(received).gathered()
}

fn lines(site: Site, kind: ClaimKind, side: &Side, what: &str, amounts: &[&Amount]) -> Markup {
    if amounts.is_empty() {
        return Markup::default();
    }
    let found = sums(amounts);
    if found.is_empty() {
        let list = left_out(site, without_number(amounts));
        let count = counted(site, kind, amounts.len());
        return html! { p { (site.fill(side.none, &[("what", what), ("count", &count), ("list", &list)])) } };
    }
    found
        .into_iter()
        .map(|sum| {
            let count = counted(site, kind, sum.counted);
            let money = format::money(site.lang(), sum.money);
            let mut line =
                site.fill(side.sum, &[("what", what), ("sum", &money), ("count", &count)]);
            if sum.left_out.count() > 0 {
                let list = left_out(site, sum.left_out);
                line.push(' ');
                line.push_str(&site.fill(Key::SumLeftOut, &[("list", &list)]));
            }
            if sum.counted > 1 {
                line.push(' ');
                line.push_str(site.t(Key::SumOverlap));
            }
            html! { p { (line) } }
        })
        .gathered()
}

/// A number of claims of a kind: "3 avtalskrav".
pub fn counted(site: Site, kind: ClaimKind, count: usize) -> String {
    format!("{count}\u{a0}{}", site.t(kind::claim_kind_count(kind, count)))
}

fn left_out(site: Site, left: LeftOut) -> String {
    [
        (Key::SumWithheld, left.withheld),
        (Key::SumNotNamed, left.not_named),
        (Key::SumNotFound, left.not_found),
        (Key::SumOtherCurrency, left.other_currency),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| site.fill(key, &[("n", &count.to_string())]))
    .collect::<Vec<_>>()
    .join(", ")
}
