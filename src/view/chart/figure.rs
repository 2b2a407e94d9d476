//! The frame that every figure stands in: its title, its sentence, its drawing, its table.

use crate::i18n::Key;
use crate::view::block::{Block, Follows};
use crate::view::copy::copy_button;
use crate::view::figure::{Asked, FigureSpec};
use crate::view::markup::words;
use crate::view::prose::prose;

/// A figure with its drawing, and with what stands one step away: the table, the embed code.
/// Whatever the choice, a fold that is open stays open.
pub fn figure<'a>(
    spec: &'static FigureSpec,
    asked: Asked<'a>,
    drawing: Vec<Block<'a>>,
    under: Vec<Block<'a>>,
) -> Block<'a> {
    let id = spec.id;
    let title = move || words((spec.title)(asked));
    let sentence = move || prose((spec.sentence)(asked));
    let caption = vec![
        Block::html("title", "h2", "", title).following(Follows::Choice),
        Block::html("answer", "p", "answer", sentence).following(Follows::Choice),
    ];
    let copy = Block::html("copy", "p", "copying", move || {
        copy_button(asked.site, Key::CopySentence, &format!("#{id} .answer"))
    })
    .attribute("data-live", "");
    let mut blocks = vec![Block::around("caption", "figcaption", "", caption), copy];
    blocks.extend(drawing);
    blocks.push(Block::around("under", "div", "under", under));
    Block::around(id, "figure", "chart", blocks).attribute("id", id)
}

/// The fold over a figure's table.
pub fn table<'a>(spec: &'static FigureSpec, asked: Asked<'a>) -> Block<'a> {
    let name = asked.site.t(spec.table_name);
    Block::fold("table", "as-table", name, move || (spec.table)(asked))
}
