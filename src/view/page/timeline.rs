//! A lane per procurement: above the line what was promised, below it what happened.

use super::head;
use super::needs::{Needs, PageFacts};
use super::spec::{About, PageSpec};
use crate::analysis::knowledge::as_of;
use crate::chart::crowd::{ROOM, crowd};
use crate::chart::timeline::{Choice, years};
use crate::i18n::Key;
use crate::model::Dataset;
use crate::route::Selection;
use crate::view::block::Block;
use crate::view::chart::figure;
use crate::view::figure::TIMELINE;
use crate::view::{PageState, filter};
use leptos::prelude::*;

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    about: |site, _| About::words(site, Key::TimelineTitle, Key::TimelineDescription),
    header: Some(Key::NavTimeline),
    footer: None,
    of_many: true,
    facts: PageFacts {
        needs: |_, selection, today| match selection.as_of {
            Some(day) => lanes(selection, &as_of(today, day)),
            None => lanes(selection, today),
        },
        ..PageFacts::NONE
    },
    blocks: |state, _| Some(timeline(state)),
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
    let site = state.site;
    let filters = |controls| {
        view! {
            {filter::procurements(controls)}
            {filter::event_groups_folded(controls)}
            {filter::years_folded(controls, None)}
            {filter::reset(controls)}
        }
        .into_any()
    };
    vec![
        head(site, Key::TimelineTitle, Key::TimelineLead),
        filter::row(filters),
        filter::notice(state),
        figure(&TIMELINE, state, None),
    ]
}
