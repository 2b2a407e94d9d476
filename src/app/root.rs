//! The whole of a page, as both the prerenderer and the browser make it.

use super::frame;
use super::head::name;
use crate::route::{Address, Page};
use crate::view::block::Block;
use crate::view::{PageState, as_of, cite::cite, page::page};

/// What stands in `#app`: the page behind the address in the site's frame. Embeds have no frame.
pub fn root<'a>(state: PageState<'a>, address: &'a Address) -> Vec<Block<'a>> {
    let site = state.site;
    let embedded = matches!(address.page, Page::Embed(..));
    let banner =
        Block::control("banner", "as-of-banner", as_of::banner).attribute("role", "status");
    let mut blocks = page(state, &address.page);
    if !embedded {
        blocks.push(cite(state, &address.page, name(site, &address.page)));
    }
    // Another address is another page: nothing of the one before is kept.
    let page = Block::around(address.to_string(), "div", "", blocks);
    let mut content = vec![banner, page];
    if !embedded {
        content.insert(0, Block::control("as-of", "", as_of::control));
    }
    let main = Block::around("main", "main", "", content).attribute("id", "content");
    if embedded {
        return vec![main];
    }
    vec![frame::top(state, &address.page), main, frame::bottom(site)]
}
