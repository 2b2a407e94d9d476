//! A lane per procurement: above the line what was promised, below it what happened.

use super::head_of;
use super::needs::{Needs, PageFacts};
use super::spec::{About, Chunk, PageContent, PageSpec};
use crate::analysis::knowledge::as_of;
use crate::chart::crowd::{ROOM, TOLD, crowd};
use crate::chart::timeline::{Choice, years};
use crate::i18n::Key;
use crate::model::Dataset;
use crate::route::Selection;
use crate::view::block::Block;
use crate::view::chart::figure_of_page;
use crate::view::figure::TIMELINE;
use crate::view::{PageState, filter};
use leptos::prelude::*;

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    header: Some(Key::NavTimeline),
    footer: None,
    of_many: true,
    facts: PageFacts {
        needs: |_, selection, today| {
            // The heading tells of everything, whatever is chosen; of so many it asks.
            let both = |known: &Dataset| match known.followed().count() {
                ..=TOLD => lanes(selection, known).and(lanes(&Selection::default(), known)),
                _ => lanes(selection, known),
            };
            match selection.as_of {
                Some(day) => both(&as_of(today, day)),
                None => both(today),
            }
        },
        ..PageFacts::NONE
    },
    chunk: Some(Chunk::Charts),
};

/// What it shows.
pub static CONTENT: PageContent = PageContent {
    about: |site, _| About::words(site, Key::TimelineTitle, Key::TimelineDescription),
    blocks: |state, _| Some(timeline(state)),
    figure: Some(&TIMELINE),
    pictures: None,
    sources: None,
};

/// The procurements that it draws; the others are counted from their outlines.
fn lanes(selection: &Selection, dataset: &Dataset) -> Needs {
    let shown = selection.shown(dataset);
    let days = selection.years(years(shown.iter().copied()));
    let choice = Choice { years: (days.first.year(), days.last.year()), groups: &selection.groups };
    Needs::many(crowd(&shown, choice, ROOM).lanes)
}

fn timeline<'a>(state: PageState<'a>) -> Vec<Block<'a>> {
    let filters = |controls| {
        view! {
            {filter::procurements_folded(controls)}
            {filter::event_groups_folded(controls)}
            {filter::years_folded(controls, None)}
            {filter::reset(controls)}
        }
        .into_any()
    };
    vec![
        head_of(state, &TIMELINE, Key::TimelineLead),
        filter::row(filters),
        filter::notice(state),
        figure_of_page(&TIMELINE, state),
    ]
}
