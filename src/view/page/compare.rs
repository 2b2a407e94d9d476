//! The procurements side by side: the same questions asked of each.

use super::head_of;
use super::needs::{Needs, PageFacts};
use super::spec::{About, Chunk, PageContent, PageSpec};
use crate::chart::crowd::{TOLD, told};
use crate::i18n::Key;
use crate::route::Selection;
use crate::view::block::Block;
use crate::view::chart::figure_of_page;
use crate::view::figure::COMPARISON;
use crate::view::{PageState, chooser, costs, filter, rule};
use leptos::prelude::*;

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    header: Some(Key::NavCompare),
    footer: None,
    of_many: true,
    facts: PageFacts {
        needs: |_, selection, today| {
            let of = |selection: &Selection| Needs::many(told(selection.shown(today)).0);
            // The heading tells of everything, whatever is chosen; of so many it asks.
            match today.followed().count() {
                ..=TOLD => of(selection).and(of(&Selection::default())),
                _ => of(selection),
            }
        },
        ..PageFacts::NONE
    },
    chunk: Some(Chunk::Charts),
};

/// What it shows.
pub static CONTENT: PageContent = PageContent {
    about: |site, _| {
        // It names the product once all that is followed had chosen theirs.
        let description = site.once_chosen(Key::CompareDescription, Key::CompareDescriptionBefore);
        About::words(site, Key::CompareTitle, description)
    },
    blocks: |state, _| Some(compare(state)),
    figure: Some(&COMPARISON),
    pictures: None,
    sources: None,
};

fn compare<'a>(state: PageState<'a>) -> Vec<Block<'a>> {
    let site = state.site;
    let filters = |controls| {
        view! {
            {chooser::folded(controls)}
            {chooser::listing(controls)}
            {filter::reset(controls)}
        }
        .into_any()
    };
    let mut blocks = vec![
        head_of(state, &COMPARISON, Key::CompareLead),
        filter::row(filters),
        filter::notice(state),
        costs::refusal(state),
        figure_of_page(&COMPARISON, state),
        costs::costs(state),
    ];
    if site.shown.danish_rule {
        blocks.push(rule::danish(state));
    }
    blocks.push(Block::html("elsewhere", "div", "", move || chooser::elsewhere(site)));
    blocks
}
