//! The frame that every chart shares: its question, its answer in words, its picture, its table.

use crate::i18n::Key;
use crate::view::block::{Block, Follows};
use crate::view::copy::copy_button;
use crate::view::markup::words;
use crate::view::{Markup, Site};

/// HTML that is made when somebody sees it.
pub type Later<'a> = Box<dyn FnOnce() -> Markup + 'a>;

/// A chart with all that belongs to it.
pub struct Figure<'a> {
    /// Where links to it point.
    pub id: &'static str,
    /// The reader's question.
    pub title: String,
    /// The answer in words: what the chart shows.
    pub sentence: Later<'a>,
    /// The drawing, and what stands right below it: a panel, a legend.
    pub drawing: Vec<Block<'a>>,
    /// What stands one step away: the table, the embed code.
    pub under: Vec<Block<'a>>,
}

/// Question, answer, picture, table. Whatever the choice, a fold that is open stays open.
pub fn figure<'a>(site: Site<'a>, parts: Figure<'a>) -> Block<'a> {
    let Figure { id, title, sentence, drawing, under } = parts;
    let caption = vec![
        Block::html("title", "h2", "", move || words(title)).following(Follows::Choice),
        Block::html("answer", "p", "answer", sentence).following(Follows::Choice),
    ];
    let copy = Block::html("copy", "p", "copying", move || {
        copy_button(site, Key::CopySentence, &format!("#{id} .answer"))
    })
    .attribute("data-live", "");
    let mut blocks = vec![Block::around("caption", "figcaption", "", caption), copy];
    blocks.extend(drawing);
    blocks.push(Block::around("under", "div", "under", under));
    Block::around(id, "figure", "chart", blocks).attribute("id", id)
}

/// The fold over a figure's table.
pub fn table<'a>(site: Site<'a>, name: Key, make: impl FnOnce() -> Markup + 'a) -> Block<'a> {
    Block::fold("table", "as-table", site.t(name), make)
}
