//! Every claim: who demands what of whom, how much, and how it ended.

use super::head;
use super::spec::{About, PageSpec};
use crate::i18n::Key;
use crate::model::Procurement;
use crate::route::EmbedView;
use crate::view::block::{Block, Follows};
use crate::view::chart::{self, figure, table};
use crate::view::embed_code::embed_code;
use crate::view::figure::{Asked, CLAIMS};
use crate::view::others::{named, with_claims};
use crate::view::{PageState, filter};
use leptos::prelude::*;

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    about: |site, _| About::words(site, Key::ClaimsTitle, Key::ClaimsDescription),
    header: Some(Key::NavClaims),
    footer: None,
    of_many: true,
    blocks: |state, _| Some(claims(state)),
    sources: None,
};

fn claims<'a>(state: PageState<'a>) -> Vec<Block<'a>> {
    let site = state.site;
    let title = site.t(Key::ClaimsTitle);
    let filters = |controls| {
        view! {
            {filter::procurements(controls)}
            {filter::claim_kinds(controls)}
            {filter::outcomes(controls)}
            {filter::listing(controls)}
            {filter::reset(controls)}
        }
        .into_any()
    };
    vec![
        head(title, site.t(Key::ClaimsLead)),
        filter::row(filters),
        filter::notice(state),
        chart(state, None, vec![embed_code(site, EmbedView::Claims, None, title.to_owned())]),
    ]
}

/// The ledger itself, for the claims that the choice leaves or for those of one procurement.
pub fn chart<'a>(
    state: PageState<'a>,
    only: Option<&'a Procurement>,
    under: Vec<Block<'a>>,
) -> Block<'a> {
    let PageState { site, selection, .. } = state;
    let ledger = chart::ledger(site, only, selection);
    let mut drawing = vec![Block::around("ledger", "div", "drawing", ledger)];
    if only.is_none() {
        let others = move || named(site, &with_claims(site, selection).1);
        drawing.push(Block::html("others", "div", "others", others).following(Follows::Choice));
    }
    let asked = Asked::of(state, only);
    let under = std::iter::once(table(&CLAIMS, asked)).chain(under).collect();
    figure(&CLAIMS, asked, drawing, under)
}
