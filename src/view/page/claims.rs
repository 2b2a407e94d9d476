//! Every claim: who demands what of whom, how much, and how it ended.

use super::head;
use super::needs::{Needs, PageFacts};
use super::spec::{About, PageSpec};
use crate::chart::crowd::told;
use crate::i18n::Key;
use crate::view::block::Block;
use crate::view::chart::figure;
use crate::view::figure::CLAIMS;
use crate::view::{PageState, claim_filters, filter};
use leptos::prelude::*;

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    about: |site, _| About::words(site, Key::ClaimsTitle, Key::ClaimsDescription),
    header: Some(Key::NavClaims),
    footer: None,
    of_many: true,
    facts: PageFacts {
        needs: |_, selection, today| {
            let with = selection.shown(today).into_iter().filter(|one| !one.claims.is_empty());
            Needs::many(told(with.collect()).0)
        },
        ..PageFacts::NONE
    },
    blocks: |state, _| Some(claims(state)),
    sources: None,
};

fn claims<'a>(state: PageState<'a>) -> Vec<Block<'a>> {
    let site = state.site;
    let filters = |controls| {
        view! {
            {filter::procurements(controls)}
            {claim_filters::outcomes(controls)}
            {claim_filters::more(controls)}
            {filter::reset(controls)}
        }
        .into_any()
    };
    vec![
        head(site, Key::ClaimsTitle, Key::ClaimsLead),
        Block::control("filters", "filters of-claims", filters),
        filter::notice(state),
        figure(&CLAIMS, state, None),
    ]
}
