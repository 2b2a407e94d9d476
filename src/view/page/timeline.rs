//! A lane per procurement: above the line what was promised, below it what happened.

use super::head;
use super::spec::{About, PageSpec};
use crate::i18n::Key;
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
    blocks: |state, _| Some(timeline(state)),
    sources: None,
};

fn timeline<'a>(state: PageState<'a>) -> Vec<Block<'a>> {
    let site = state.site;
    let filters = |controls| {
        view! {
            {filter::procurements(controls)}
            {filter::event_groups(controls)}
            {filter::years(controls, None)}
            {filter::reset(controls)}
        }
        .into_any()
    };
    vec![
        head(site.t(Key::TimelineTitle), site.t(Key::TimelineLead)),
        filter::row(filters),
        filter::notice(state),
        figure(&TIMELINE, state, None),
    ]
}
