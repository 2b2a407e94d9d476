//! The procurements side by side: the same questions asked of each.

use super::answers::answers;
use super::head;
use super::spec::{About, PageSpec};
use crate::i18n::Key;
use crate::model::Procurement;
use crate::route::EmbedView;
use crate::view::block::{Block, Follows};
use crate::view::chart::{self, figure, table};
use crate::view::embed_code::embed_code;
use crate::view::figure::{Asked, COMPARISON};
use crate::view::others::others;
use crate::view::{Markup, PageState, chooser, costs, filter, rule};
use leptos::prelude::*;

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    about: |site, _| {
        // It names the product once all that is followed had chosen theirs.
        let description = site.once_chosen(Key::CompareDescription, Key::CompareDescriptionBefore);
        About::words(site, Key::CompareTitle, description)
    },
    header: Some(Key::NavCompare),
    footer: None,
    of_many: true,
    blocks: |state, _| Some(compare(state)),
    sources: None,
};

fn compare<'a>(state: PageState<'a>) -> Vec<Block<'a>> {
    let site = state.site;
    let title = site.t(Key::CompareTitle);
    let filters = |controls| {
        view! {
            {chooser::chooser(controls)}
            {chooser::align(controls)}
            {filter::reset_as(controls, Key::ChooserReset)}
        }
        .into_any()
    };
    vec![
        head(title, site.t(Key::CompareLead)),
        filter::row(filters),
        filter::notice(state),
        costs::refusal(state),
        chart(state, None, vec![embed_code(site, EmbedView::Comparison, None, title.to_owned())]),
        costs::costs(state),
        rule::danish(state),
        Block::html("elsewhere", "div", "", move || chooser::elsewhere(site)),
    ]
}

/// The ladders, and the same questions asked of each.
pub fn chart<'a>(
    state: PageState<'a>,
    only: Option<&'a Procurement>,
    under: Vec<Block<'a>>,
) -> Block<'a> {
    let PageState { site, selection, .. } = state;
    let asked = Asked::of(state, only);
    let left = move || asked.told();
    let ladders = move || chart::multiples(site, &left(), selection.align);
    let questions = move || answers(site, &left());
    let others = move || match only {
        Some(_) => Markup::default(),
        None => others(site, selection),
    };
    let drawing = vec![
        Block::html("ladders", "div", "drawing", ladders).following(Follows::Choice),
        Block::html("others", "div", "others", others).following(Follows::Choice),
        Block::html("answers", "div", "drawing", questions).following(Follows::Choice),
    ];
    let under = std::iter::once(table(&COMPARISON, asked)).chain(under).collect();
    figure(&COMPARISON, asked, drawing, under)
}
