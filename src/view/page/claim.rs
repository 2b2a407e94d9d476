//! One claim: its parties, its sum, each dated step with its source, and its end.

use crate::i18n::{Key, kind};
use crate::model::Procurement;
use crate::route::Page;
use crate::view::Site;
use crate::view::chart::claim_row;
use crate::view::source_note::{source_list, source_note};
use leptos::prelude::*;

pub fn claim(site: Site, procurement: &'static Procurement, at: usize) -> AnyView {
    let claim = &procurement.claims[at];
    let home = site.href(Page::Procurement(procurement.id.clone()));
    let words =
        |keys: Vec<Key>| keys.into_iter().map(|key| site.t(key)).collect::<Vec<_>>().join(", ");
    let steps = claim
        .steps
        .iter()
        .map(|step| {
            view! {
                <li class=step.status.code()>
                    <p class="when">
                        {site.date(step.date)} " · " <b>{site.t(kind::step_status(step.status))}</b>
                        " · " {site.party_on(step.by, step.date)}
                    </p>
                    <p>{site.text(&step.text)}</p>
                    {source_note(site, &step.sources)}
                </li>
            }
            .into_any()
        })
        .collect_view();
    let neighbor = |at: Option<usize>, key: Key, rel: &'static str| {
        at.and_then(|at| procurement.claims.get(at)).map(|claim| {
            let href = site.href(Page::Claim(procurement.id.clone(), claim.id.clone()));
            view! {
                <li>
                    <span class="when">{site.t(key)}</span>
                    <a href=href rel=rel>
                        {site.text(&claim.title)}
                    </a>
                </li>
            }
            .into_any()
        })
    };
    view! {
        <p class="crumb">
            <a href=home>{site.text(&procurement.name)}</a>
        </p>
        <h1 tabindex="-1">{site.text(&claim.title)}</h1>
        {claim_row(site, procurement, claim, false)}
        <dl class="about-procurement">
            <dt>{site.t(Key::Grounds)}</dt>
            <dd>{words(claim.grounds.iter().map(|ground| kind::ground(*ground)).collect())}</dd>
            <dt>{site.t(Key::Remedies)}</dt>
            <dd>{words(claim.remedies.iter().map(|remedy| kind::remedy(*remedy)).collect())}</dd>
        </dl>
        <h2>{site.t(Key::StepsTitle)}</h2>
        <ol class="steps">{steps}</ol>
        <h2>{site.t(Key::SectionSources)}</h2>
        {source_list(site, &claim.sources)}
        <nav class="neighbors" aria-label=site.t(Key::BeforeAndAfter)>
            <ul>
                {neighbor(at.checked_sub(1), Key::ClaimBefore, "prev")}
                {neighbor(Some(at + 1), Key::ClaimAfter, "next")}
            </ul>
        </nav>
    }
    .into_any()
}
