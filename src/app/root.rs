//! The whole of a page, as both the prerenderer and the browser make it.

use super::frame;
use super::head::name;
use crate::route::{Address, Page};
use crate::view::block::Block;
use crate::view::{PageState, as_of, cite::cite, page::page, reuse::dialog};

/// What stands in `#app`: the page behind the address in the site's frame. Embeds have no frame.
pub fn root<'a>(state: PageState<'a>, address: &'a Address) -> Vec<Block<'a>> {
    let site = state.site;
    let embedded = matches!(address.page, Page::Embed(..));
    let mut blocks = page(state, &address.page);
    if !embedded {
        blocks.push(cite(state, &address.page, name(site, &address.page)));
    }
    // Another address is another page: nothing of the one before is kept.
    let page = Block::around(address.to_string(), "div", "", blocks);
    let main = Block::around("main", "main", "", vec![page]).attribute("id", "content");
    // Before the page for who comes by keyboard or by ear; it stands at the foot of the window.
    let bar = as_of::bar(state, &address.page);
    if embedded {
        return [main].into_iter().chain(bar).collect();
    }
    let top = frame::top(state, &address.page);
    let bottom = frame::bottom(site);
    let dialog = dialog(state, &address.page);
    [top].into_iter().chain(bar).chain([main, bottom]).chain(dialog).collect()
}
