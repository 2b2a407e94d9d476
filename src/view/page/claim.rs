//! One claim: its parties, its sum, each dated step with its source, and its end.

use crate::i18n::{Key, kind};
use crate::model::Procurement;
use crate::route::Page;
use crate::view::Site;
use crate::view::chart::claim_row;
use crate::view::markup::maybe;
use crate::view::source_note::{source_list, source_note};
use crate::view::{Gathered, Markup, html};

pub fn claim(site: Site, procurement: &'static Procurement, at: usize) -> Markup {
    let claim = &procurement.claims[at];
    let home = site.href(Page::Procurement(procurement.id.clone()));
    let words =
        |keys: Vec<Key>| keys.into_iter().map(|key| site.t(key)).collect::<Vec<_>>().join(", ");
    let steps = claim
        .steps
        .iter()
        .map(|step| {
            html! {
                li class=(step.status.code()) {
                    p class="when" {
                        (site.date(step.date))
                        " · "
                        b { (site.t(kind::step_status(step.status))) }
                        " · "
                        (site.party_on(step.by, step.date))
                    }
                    p { (site.text(&step.text)) }
                    (source_note(site, &step.sources))
                }
            }
        })
        .gathered();
    let neighbor = |at: Option<usize>, key: Key, rel: &'static str| {
        at.and_then(|at| procurement.claims.get(at)).map(|claim| {
            let href = site.href(Page::Claim(procurement.id.clone(), claim.id.clone()));
            html! {
                li {
                    span class="when" { (site.t(key)) }
                    a href=(href) rel=(rel) { (site.text(&claim.title)) }
                }
            }
        })
    };
    html! {
        p class="crumb" { a href=(home) { (site.text(&procurement.name)) } }
        h1 tabindex="-1" { (site.text(&claim.title)) }
        (claim_row(site, procurement, claim, false))
        dl class="about-procurement" {
            dt { (site.t(Key::Grounds)) }
            dd { (words(claim.grounds.iter().map(|ground| kind::ground(*ground)).collect())) }
            dt { (site.t(Key::Remedies)) }
            dd { (words(claim.remedies.iter().map(|remedy| kind::remedy(*remedy)).collect())) }
        }
        h2 { (site.t(Key::StepsTitle)) }
        ol class="steps" { (steps) }
        h2 { (site.t(Key::SectionSources)) }
        (source_list(site, &claim.sources))
        nav class="neighbors" aria-label=(site.t(Key::BeforeAndAfter)) {
            ul {
                (maybe(neighbor(at.checked_sub(1), Key::ClaimBefore, "prev")))
                (maybe(neighbor(Some(at + 1), Key::ClaimAfter, "next")))
            }
        }
    }
}
