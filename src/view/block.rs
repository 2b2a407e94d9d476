//! What a page is made of: a tree of elements, each known by a key among its siblings.
//!
//! A page is a function of facts and choice to such a tree. The prerenderer writes the tree out;
//! the browser finds the elements again by their keys, and when facts or choice change it makes
//! the tree once more and changes what differs. So the content of an element is made late, and
//! only where it is asked for.

use super::{Controls, Markup};
use leptos::prelude::AnyView;
use std::borrow::Cow;

/// An element that is made, shown, moved and changed as one.
pub struct Block<'a> {
    /// What tells it from its siblings, on every day and for every choice.
    pub key: Cow<'static, str>,
    pub tag: &'static str,
    /// Empty where it has none.
    pub class: Cow<'static, str>,
    /// Attributes that never change, beside class and key.
    pub attributes: Vec<(&'static str, String)>,
    pub hidden: bool,
    /// What its content is made from, beside the facts.
    pub follows: Follows,
    /// Whether the prerendered content is less than what a reader who asks for it gets.
    pub prerendered_in_part: bool,
    pub content: Content<'a>,
}

/// What stands in a block.
pub enum Content<'a> {
    Html(Box<dyn FnOnce() -> Markup + 'a>),
    Blocks(Vec<Block<'a>>),
    /// A Leptos component, which lives for as long as its block stands.
    Control(Box<dyn FnOnce(Controls) -> AnyView>),
}

/// What can make the content of a block another, beside another day's facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// Nothing else.
    Facts,
    /// The reader's choice, as the address tells it.
    Choice,
    /// The choice, and the mark that the reader has opened.
    Opened,
    /// The choice, and how far the search has come.
    Search,
    /// The choice, and how high the preview of an embed is.
    Preview,
    /// The choice, and whether the style sheet has come.
    Sheet,
}

/// Writes an element out as it stands there while nobody chooses anything: without its key and
/// attributes, and without what answers.
pub fn still(block: Block, html: &mut String) {
    if block.hidden {
        return;
    }
    let Block { tag, class, content, .. } = block;
    html.push_str(&format!("<{tag} class=\"{class}\">"));
    match content {
        Content::Html(make) => html.push_str(&make().0),
        Content::Blocks(blocks) => blocks.into_iter().for_each(|block| still(block, html)),
        Content::Control(_) => {}
    }
    html.push_str(&format!("</{tag}>"));
}

impl<'a> Block<'a> {
    fn new(
        key: impl Into<Cow<'static, str>>,
        tag: &'static str,
        class: impl Into<Cow<'static, str>>,
        content: Content<'a>,
    ) -> Block<'a> {
        Block {
            key: key.into(),
            tag,
            class: class.into(),
            attributes: vec![],
            hidden: false,
            follows: Follows::Facts,
            prerendered_in_part: false,
            content,
        }
    }

    /// An element with HTML in it, which is made when somebody sees it.
    pub fn html(
        key: impl Into<Cow<'static, str>>,
        tag: &'static str,
        class: impl Into<Cow<'static, str>>,
        make: impl FnOnce() -> Markup + 'a,
    ) -> Block<'a> {
        Block::new(key, tag, class, Content::Html(Box::new(make)))
    }

    /// An element around others.
    pub fn around(
        key: impl Into<Cow<'static, str>>,
        tag: &'static str,
        class: impl Into<Cow<'static, str>>,
        blocks: Vec<Block<'a>>,
    ) -> Block<'a> {
        Block::new(key, tag, class, Content::Blocks(blocks))
    }

    /// A `<div>` around something that answers.
    pub fn control(
        key: impl Into<Cow<'static, str>>,
        class: impl Into<Cow<'static, str>>,
        make: impl FnOnce(Controls) -> AnyView + 'static,
    ) -> Block<'a> {
        let block = Block::new(key, "div", class, Content::Control(Box::new(make)));
        block.attribute("data-live", "")
    }

    /// A fold. Its content follows the choice, and in the browser it is made while it is open.
    pub fn fold(
        key: impl Into<Cow<'static, str>>,
        class: &'static str,
        summary: &'static str,
        make: impl FnOnce() -> Markup + 'a,
    ) -> Block<'a> {
        let summary = Block::html("summary", "summary", "", move || super::markup::words(summary));
        let content = Block::html("content", "div", "", make).following(Follows::Choice);
        Block::around(key, "details", class, vec![summary, content])
    }

    /// Made from more than the facts.
    pub fn following(mut self, follows: Follows) -> Block<'a> {
        self.follows = follows;
        self
    }

    /// Shown only when not so.
    pub fn hidden_when(mut self, hidden: bool) -> Block<'a> {
        self.hidden = hidden;
        self
    }

    /// With an attribute that never changes.
    pub fn attribute(mut self, name: &'static str, value: impl Into<String>) -> Block<'a> {
        self.attributes.push((name, value.into()));
        self
    }

    /// The page comes with less in it than a reader gets who asks for it.
    pub fn prerendered_in_part(mut self) -> Block<'a> {
        self.prerendered_in_part = true;
        self
    }
}
