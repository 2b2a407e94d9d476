//! What claims of one kind add up to, and what stands outside that, in words.

use crate::analysis::sums::{LeftOut, sums, without_number};
use crate::i18n::{Key, format, kind, words};
use crate::model::{Amount, Claim, ClaimKind, ReceiptKind};
use crate::view::{Gathered, Markup, Site, html};

/// A line for each currency for claims of one kind: what was demanded, once a claim, and what
/// was received, each kind of thing by itself, since a price cut may be the very compensation.
pub fn sum_lines(site: Site, kind: ClaimKind, claims: &[&Claim]) -> Markup {
    let demanded: Vec<Amount> = claims.iter().filter_map(|claim| claim.demanded()).collect();
    let demanded: Vec<&Amount> = demanded.iter().collect();
    let received = ReceiptKind::ALL.into_iter().map(|what| {
        let parts = claims.iter().flat_map(|claim| &claim.received);
        let amounts: Vec<&Amount> =
            parts.filter(|part| part.kind == what).map(|part| &part.amount).collect();
        lines(site, kind, Some(site.t(kind::receipt_kind(what))), &amounts)
    });
    std::iter::once(lines(site, kind, None, &demanded)).chain(received).gathered()
}

/// What was received, of a kind of thing; nothing where it is what was demanded.
fn lines(site: Site, kind: ClaimKind, what: Option<&str>, amounts: &[&Amount]) -> Markup {
    if amounts.is_empty() {
        return Markup::default();
    }
    let found = sums(amounts);
    if found.is_empty() {
        let list = &left_out(site, without_number(amounts));
        let count = &counted(site, kind, amounts.len());
        let line = match what {
            Some(what) => site.say(words::SumNoneReceived { what, count, list }),
            None => site.say(words::SumNoneDemanded { count, list }),
        };
        return html! { p { (line) } };
    }
    found
        .into_iter()
        .map(|sum| {
            let count = &counted(site, kind, sum.counted);
            let money = &format::money(site.lang(), sum.money);
            let mut line = match what {
                Some(what) => site.say(words::SumReceived { what, sum: money, count }),
                None => site.say(words::SumDemanded { sum: money, count }),
            };
            if sum.left_out.count() > 0 {
                let list = left_out(site, sum.left_out);
                line.push(' ');
                line.push_str(&site.say(words::SumLeftOut { list: &list }));
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
pub fn counted(site: Site, kind: ClaimKind, n: usize) -> String {
    kind::counted_claims(site.messages, kind, n)
}

fn left_out(site: Site, left: LeftOut) -> String {
    let LeftOut { withheld, not_named, not_found, other_currency } = left;
    [
        (withheld, site.say(words::SumWithheld { n: withheld })),
        (not_named, site.say(words::SumNotNamed { n: not_named })),
        (not_found, site.say(words::SumNotFound { n: not_found })),
        (other_currency, site.say(words::SumOtherCurrency { n: other_currency })),
    ]
    .into_iter()
    .filter(|(n, _)| *n > 0)
    .map(|(_, said)| said)
    .collect::<Vec<_>>()
    .join(", ")
}
