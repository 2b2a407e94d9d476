//! What each page shows, by the part of the WASM that has it.
//!
//! The code of all pages together would be half of what a reader of the front page fetches. So the
//! linked module is cut into one that everybody has and one for each [`Chunk`], where it is built
//! (`xtask/src/wasm/split.rs`). The cut goes through the functions of `split` and through what
//! nobody else reaches: whatever is named elsewhere too is in everybody's part. `app/browser/code.rs`
//! sees to it that a page's chunk has come before [`of`] is asked for it. So the content of a page
//! never asks for that of a page of another chunk.

use super::{
    Chunk, PageContent, changes, claim, claims, compare, embed, event, glossary, method, not_found,
    overview, procurement, regions, register, search, sources, spec, timeline,
};
use crate::route::Page;

/// What a page shows.
pub fn of(page: &Page) -> &'static PageContent {
    match spec(page).chunk {
        None => everybodys(page),
        Some(Chunk::Charts) => split::charts(page),
        Some(Chunk::Texts) => split::texts(page),
        Some(Chunk::Reuse) => split::reuse(page),
    }
}

fn everybodys(page: &Page) -> &'static PageContent {
    match page {
        Page::Overview => &overview::CONTENT,
        _ => &not_found::CONTENT,
    }
}

fn charts(page: &Page) -> &'static PageContent {
    match page {
        Page::Timeline => &timeline::CONTENT,
        Page::Claims => &claims::CONTENT,
        Page::Compare => &compare::CONTENT,
        Page::Regions => &regions::CONTENT,
        Page::Procurement(_) => &procurement::CONTENT,
        Page::Event(..) => &event::CONTENT,
        Page::Claim(..) => &claim::CONTENT,
        Page::Embed(..) => &embed::CONTENT,
        _ => &not_found::CONTENT,
    }
}

fn texts(page: &Page) -> &'static PageContent {
    match page {
        Page::Sources => &sources::CONTENT,
        Page::Method => &method::CONTENT,
        Page::Changes => &changes::CONTENT,
        Page::Search => &search::CONTENT,
        Page::Register => &register::CONTENT,
        Page::Glossary => &glossary::CONTENT,
        _ => &not_found::CONTENT,
    }
}

fn reuse(page: &Page) -> &'static PageContent {
    match page {
        Page::Reuse(..) => &super::reuse::CONTENT,
        _ => &not_found::CONTENT,
    }
}

/// The cut. `wasm_split_cli_support` finds it by these names: a module, the name of a chunk, which
/// end it is, and a number of 32 digits that both ends have.
#[cfg(target_family = "wasm")]
#[expect(unsafe_code, reason = "what one module of WASM asks of another has no other form")]
mod split {
    use super::{Page, PageContent};

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    #[expect(improper_ctypes, reason = "both ends are compiled together")]
    unsafe extern "C" {
        #[link_name = "__wasm_split_00charts00_import_00000000000000000000000000000001"]
        pub safe fn charts(page: &Page) -> &'static PageContent;

        #[link_name = "__wasm_split_00texts00_import_00000000000000000000000000000002"]
        pub safe fn texts(page: &Page) -> &'static PageContent;

        #[link_name = "__wasm_split_00reuse00_import_00000000000000000000000000000003"]
        pub safe fn reuse(page: &Page) -> &'static PageContent;
    }

    #[unsafe(export_name = "__wasm_split_00charts00_export_00000000000000000000000000000001")]
    extern "C" fn charts_there(page: &Page) -> &'static PageContent {
        super::charts(page)
    }

    #[unsafe(export_name = "__wasm_split_00texts00_export_00000000000000000000000000000002")]
    extern "C" fn texts_there(page: &Page) -> &'static PageContent {
        super::texts(page)
    }

    #[unsafe(export_name = "__wasm_split_00reuse00_export_00000000000000000000000000000003")]
    extern "C" fn reuse_there(page: &Page) -> &'static PageContent {
        super::reuse(page)
    }
}

/// Natively there is one program.
#[cfg(not(target_family = "wasm"))]
mod split {
    pub(super) use super::{charts, reuse, texts};
}
