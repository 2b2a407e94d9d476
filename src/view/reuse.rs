//! The button at a figure that leads to all that it can be taken along as, and the dialog that it
//! opens.

use super::block::{Block, Follows};
use super::figure::FigureSpec;
use super::only::Only;
use super::page::content;
use super::{PageState, html};
use crate::i18n::Key;
use crate::route::{Of, Page, Selection};

/// A link to the page of what a figure can be taken along as, with the reader's choice. In the
/// browser it opens the same in a dialog.
pub fn reuse<'a>(state: PageState<'a>, figure: &'static FigureSpec, only: Only<'a>) -> Block<'a> {
    let PageState { site, selection, .. } = state;
    let make = move || {
        let query = Selection { theme: selection.theme, ..figure.followed(selection) };
        let href = format!("{}{query}", site.href(Page::Reuse(&figure.page, only.of())));
        let code = figure.page.figure_code();
        html! { a class="button" href=(href) data-reuse=[code] { (site.t(Key::ReuseThis)) } }
    };
    Block::html("reuse", "p", "reuse-this", make).following(Follows::Choice)
}

/// What the dialog shows that is open on a page; `None` where none is.
pub fn dialog_page(page: &Page, selection: &Selection) -> Option<Page> {
    let figure = selection.reuse?;
    match page {
        Page::Procurement(id) => Some(Page::Reuse(figure, Of::One(id.clone()))),
        Page::Claim(id, claim) => Some(Page::Reuse(figure, Of::Claim(id.clone(), claim.clone()))),
        page => (page == figure).then_some(Page::Reuse(figure, Of::All)),
    }
}

/// The dialog that is open on a page.
pub fn dialog<'a>(state: PageState<'a>, page: &Page) -> Option<Block<'a>> {
    let site = state.site;
    let shown = dialog_page(page, state.selection)?;
    let blocks = (content::of(&shown).blocks)(state, &shown)?;
    let close =
        move || html! { button type="button" data-close-dialog { (site.t(Key::ReuseClose)) } };
    let close = Block::html("close", "p", "reuse-close", close);
    let blocks = [close].into_iter().chain(blocks).collect();
    let dialog = Block::around("dialog", "dialog", "reuse-dialog", blocks);
    Some(dialog.attribute("aria-labelledby", "reuse-title"))
}
