//! The record system of each region.

use super::needs::{Needs, PageFacts};
use super::spec::{About, PageSpec};
use crate::i18n::Key;
use crate::view::block::Block;
use crate::view::chart::figure;
use crate::view::figure::REGIONS;
use crate::view::{PageState, html};

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    about: |site, _| About::words(site, Key::RegionsTitle, Key::RegionsDescription),
    header: Some(Key::NavRegions),
    footer: None,
    of_many: true,
    facts: PageFacts { needs: |_, _, _| Needs::outlines(), ..PageFacts::NONE },
    blocks: |state, _| Some(regions(state)),
    sources: None,
};

fn regions<'a>(state: PageState<'a>) -> Vec<Block<'a>> {
    let site = state.site;
    let head = move || {
        html! {
            h1 tabindex="-1" { (site.t(Key::RegionsTitle)) }
            p class="lead" { (site.t(Key::RegionsLead)) }
            @if site.dataset.regions.is_empty() { p { (site.t(Key::RegionsNone)) } }
        }
    };
    let head = Block::html("head", "div", "", head);
    if site.dataset.regions.is_empty() {
        return vec![head];
    }
    vec![head, figure(&REGIONS, state, None)]
}
