//! Every claim: who demands what of whom, how much, and how it ended.

use super::head_of;
use super::needs::{Needs, PageFacts};
use super::spec::{About, Chunk, PageContent, PageSpec};
use crate::chart::crowd::told;
use crate::i18n::Key;
use crate::route::Selection;
use crate::view::block::Block;
use crate::view::chart::figure_of_page;
use crate::view::figure::CLAIMS;
use crate::view::{PageState, claim_filters, filter};
use leptos::prelude::*;

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    header: Some(Key::NavClaims),
    footer: None,
    of_many: true,
    facts: PageFacts {
        needs: |_, selection, today| {
            let of = |selection: &Selection| {
                let with = selection.shown(today).into_iter().filter(|one| !one.claims.is_empty());
                Needs::many(told(with.collect()).0)
            };
            // The heading tells of everything, whatever is chosen.
            of(selection).and(of(&Selection::default()))
        },
        ..PageFacts::NONE
    },
    chunk: Some(Chunk::Charts),
};

/// What it shows.
pub static CONTENT: PageContent = PageContent {
    about: |site, _| About::words(site, Key::ClaimsTitle, Key::ClaimsDescription),
    blocks: |state, _| Some(claims(state)),
    figure: Some(&CLAIMS),
    pictures: None,
    sources: None,
};

fn claims<'a>(state: PageState<'a>) -> Vec<Block<'a>> {
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
        head_of(state, &CLAIMS, Key::ClaimsLead),
        Block::control("filters", "filters of-claims", filters),
        filter::notice(state),
        figure_of_page(&CLAIMS, state),
    ]
}
