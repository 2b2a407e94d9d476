//! One claim: its parties, its sum, each dated step with its source, and its end.

use super::spec::{About, PageContent, PageSpec};
use super::text;
use crate::analysis::positions::{counterclaims, positions};
use crate::i18n::{Key, kind};
use crate::model::{Claim, ClaimStep, Procurement, Word};
use crate::route::Page;
use crate::view::Site;
use crate::view::chart::{claim_here, claim_parties, claim_whole};
use crate::view::figure::CLAIMS;
use crate::view::glossary::Terms;
use crate::view::known_note::known_note;
use crate::view::markup::maybe;
use crate::view::only::Only;
use crate::view::reuse::reuse;
use crate::view::source_note::{source_list, source_note};
use crate::view::{Gathered, Markup, html, mark};

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec::OF_ONE;

/// What it shows.
pub static CONTENT: PageContent = PageContent {
    about: |site, page| {
        let (one, at) = found(site, page)?;
        let claim = &one.claims[at];
        let demanded = claim.demands.first().map(|first| site.text(&first.text));
        let demanded = demanded.unwrap_or_default().to_owned();
        Some(About::within(site, one, site.text(&claim.title), demanded))
    },
    blocks: |state, page| {
        let (one, at) = found(state.site, page)?;
        let site = state.site;
        let mut blocks = text("claim", move || claim(site, one, at));
        blocks.push(reuse(state, &CLAIMS, Only::Claim(one, &one.claims[at])));
        Some(blocks)
    },
    figure: None,
    pictures: None,
    sources: Some(|site, page, tell| {
        if let Some((one, at)) = found(site, page) {
            one.claims[at].each_source(tell);
        }
    }),
};

/// Where the steps of both sides stand.
pub const STEPS: &str = "steps";

/// The procurement of a page's claim, and the claim's place in it.
fn found<'a>(site: Site<'a>, page: &Page) -> Option<(&'a Procurement, usize)> {
    let Page::Claim(id, claim) = page else { return None };
    let one = site.dataset.procurement(id.as_str())?;
    Some((one, one.claims.iter().position(|it| it.id == *claim)?))
}

fn claim(site: Site, procurement: &Procurement, at: usize) -> Markup {
    let claim = &procurement.claims[at];
    let home = site.href(Page::Procurement(procurement.id.clone()));
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
    let mut terms = Terms::new(site);
    html! {
        p class="crumb" { a href=(home) { (site.text(&procurement.name)) } }
        h1 tabindex="-1" { (site.text(&claim.title)) }
        (claim_parties(site, claim))
        (claim_whole(site, procurement, claim, &mut terms))
        (claim_here(site, procurement, claim))
        (sides(site, procurement, claim, &mut terms))
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

/// What each side has said, beside each other: the claimant's steps to the left, the other
/// side's to the right, and everybody else's across.
fn sides(site: Site, procurement: &Procurement, claim: &Claim, terms: &mut Terms) -> Markup {
    let words =
        |keys: Vec<Key>| keys.into_iter().map(|key| site.t(key)).collect::<Vec<_>>().join(", ");
    let sides = positions(claim);
    let side = |step: &ClaimStep| match () {
        _ if sides.claimant.iter().any(|own| std::ptr::eq(*own, step)) => "claimant",
        _ if sides.respondent.iter().any(|own| std::ptr::eq(*own, step)) => "respondent",
        _ => "others",
    };
    let steps = claim
        .steps
        .iter()
        .map(|step| {
            html! {
                li class=(format!("{} {}", side(step), step.status.word())) {
                    p class="when" {
                        (mark::step(step.status))
                        " "
                        (site.date(step.date))
                        " · "
                        b { (site.t(kind::step_status(step.status))) }
                        " · "
                        (site.party_on(step.by, step.date))
                    }
                    p { (terms.link(site.text(&step.text))) }
                    (known_note(site, step))
                    (source_note(site, &step.sources))
                }
            }
        })
        .gathered();
    let raised = claim.steps.first().map(|step| step.date);
    let counter = counterclaims(procurement, claim)
        .map(|other| {
            let href = site.href(Page::Claim(procurement.id.clone(), other.id.clone()));
            html! { li { a href=(href) { (site.text(&other.title)) } } }
        })
        .gathered();
    html! {
        h2 id=(STEPS) { (site.t(Key::StepsTitle)) }
        div class="sides" {
            div {
                p class="when" { (site.t(Key::SideClaimant)) }
                h3 { (site.party_when(claim.claimant, raised)) }
                dl {
                    dt { (site.t(Key::Grounds)) }
                    dd { (words(claim.grounds.iter().map(|it| kind::ground(*it)).collect())) }
                    dt { (site.t(Key::Remedies)) }
                    dd { (words(claim.remedies.iter().map(|it| kind::remedy(*it)).collect())) }
                }
            }
            div {
                p class="when" { (site.t(Key::SideRespondent)) }
                h3 { (site.party_when(claim.respondent, raised)) }
                @if sides.respondent.is_empty() {
                    p class="amount not-found" { (site.t(Key::SideNotFound)) }
                }
                @if !counter.0.is_empty() {
                    p { (site.t(Key::SideCounter)) }
                    ul { (counter) }
                }
            }
        }
        ol class="steps beside" { (steps) }
    }
}
