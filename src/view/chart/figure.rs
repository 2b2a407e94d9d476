//! The frame that every figure stands in: its title, its sentence, its drawing, its table.

use crate::i18n::Key;
use crate::view::PageState;
use crate::view::block::{Block, Follows};
use crate::view::copy::copy_button;
use crate::view::figure::{Asked, FigureSpec};
use crate::view::markup::words;
use crate::view::only::Only;
use crate::view::prose::prose;
use crate::view::reuse::reuse;

/// A figure on a page of the site, of all procurements or of one. One step away stand its table
/// and the code of its embed.
pub fn figure<'a>(spec: &'static FigureSpec, state: PageState<'a>, only: Only<'a>) -> Block<'a> {
    whole(spec, state, only, heading(spec, Asked::of(state, only)))
}

/// A figure on its own page, whose heading tells already what it finds of everything: here only
/// what a choice finds is told.
pub fn figure_of_page<'a>(spec: &'static FigureSpec, state: PageState<'a>) -> Block<'a> {
    let site = state.site;
    let finding = (spec.title)(Asked::of(state, Only::All));
    let told = finding == spec.finding_of_all(site);
    let class = if told { "visually-hidden" } else { "" };
    // Headings keep their order for who hears them.
    let title = move || words(if told { site.t(spec.name).to_owned() } else { finding });
    let heading = Block::html("title", "h2", class, title).following(Follows::Choice);
    whole(spec, state, Only::All, heading)
}

/// A figure on somebody else's page: its drawing first, what it says under it. The table is one
/// link away.
pub fn embedded<'a>(spec: &'static FigureSpec, state: PageState<'a>, only: Only<'a>) -> Block<'a> {
    let asked = Asked::of(state, only);
    let sentence = move || prose((spec.sentence)(asked));
    let answer = Block::html("answer", "p", "answer", sentence).following(Follows::Choice);
    // Headings keep their order for who hears them.
    let name = move || words(asked.site.t(spec.name));
    let mut blocks = vec![Block::html("title", "h2", "visually-hidden", name)];
    blocks.extend((spec.embed.drawing)(state, only));
    blocks.push(Block::around("caption", "figcaption", "", vec![answer]));
    Block::around(spec.id, "figure", "chart", blocks).attribute("id", spec.id)
}

fn whole<'a>(
    spec: &'static FigureSpec,
    state: PageState<'a>,
    only: Only<'a>,
    heading: Block<'a>,
) -> Block<'a> {
    let asked = Asked::of(state, only);
    let under = vec![table(spec, asked), reuse(state, spec, only)];
    under_heading(spec, asked, heading, (spec.drawing)(state, only), under)
}

/// A figure's finding as its heading.
fn heading<'a>(spec: &'static FigureSpec, asked: Asked<'a>) -> Block<'a> {
    let title = move || words((spec.title)(asked));
    Block::html("title", "h2", "", title).following(Follows::Choice)
}

/// A drawing in the frame of its figure, with what stands one step away. Whatever the choice, a
/// fold that is open stays open.
pub fn framed<'a>(
    spec: &'static FigureSpec,
    asked: Asked<'a>,
    drawing: Vec<Block<'a>>,
    under: Vec<Block<'a>>,
) -> Block<'a> {
    under_heading(spec, asked, heading(spec, asked), drawing, under)
}

fn under_heading<'a>(
    spec: &'static FigureSpec,
    asked: Asked<'a>,
    heading: Block<'a>,
    drawing: Vec<Block<'a>>,
    under: Vec<Block<'a>>,
) -> Block<'a> {
    let id = spec.id;
    let sentence = move || prose((spec.sentence)(asked));
    let caption =
        vec![heading, Block::html("answer", "p", "answer", sentence).following(Follows::Choice)];
    let copy = Block::html("copy", "p", "copying", move || {
        copy_button(asked.site, Key::CopySentence, &format!("#{id} .answer"))
    })
    .attribute("data-live", "");
    let mut blocks = vec![Block::around("caption", "figcaption", "", caption)];
    blocks.extend(drawing);
    let under = under.into_iter().chain([copy]).collect();
    blocks.push(Block::around("under", "div", "under", under));
    Block::around(id, "figure", "chart", blocks).attribute("id", id)
}

/// A figure's table, in its fold.
pub fn table<'a>(spec: &'static FigureSpec, asked: Asked<'a>) -> Block<'a> {
    let make = move || (spec.table)(asked).html(asked.site);
    match spec.table_name {
        Some(name) => Block::fold("table", "as-table", asked.site.t(name), make),
        None => Block::html("table", "div", "", make),
    }
}
