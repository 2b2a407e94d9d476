//! The record system of each region.

use super::needs::{Needs, PageFacts};
use super::spec::{About, Chunk, PageContent, PageSpec};
use super::{head_of, heading};
use crate::i18n::Key;
use crate::view::block::Block;
use crate::view::chart::figure_of_page;
use crate::view::figure::REGIONS;
use crate::view::{PageState, html};

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    header: Some(Key::NavRegions),
    footer: None,
    of_many: true,
    facts: PageFacts { needs: |_, _, _| Needs::outlines(), ..PageFacts::NONE },
    chunk: Some(Chunk::Charts),
};

/// What it shows.
pub static CONTENT: PageContent = PageContent {
    about: |site, _| About::words(site, Key::RegionsTitle, Key::RegionsDescription),
    blocks: |state, _| Some(regions(state)),
    figure: Some(&REGIONS),
    pictures: None,
    sources: None,
};

fn regions<'a>(state: PageState<'a>) -> Vec<Block<'a>> {
    let site = state.site;
    if site.dataset.regions.is_empty() {
        let head = move || heading(site, &REGIONS, Key::RegionsLead);
        let none = move || html! { p { (site.t(Key::RegionsNone)) } };
        return vec![Block::html("head", "div", "", head), Block::html("none", "div", "", none)];
    }
    let head = head_of(state, &REGIONS, Key::RegionsLead);
    vec![head, figure_of_page(&REGIONS, state)]
}
