//! A figure as a reader takes it along: what it is of, what it says, and where it stands.

use crate::route::{Page, Selection, Theme};
use crate::view::cite::citation;
use crate::view::figure::{Asked, FigureSpec, limited};
use crate::view::frame_height::{self, Heights};
use crate::view::only::Only;
use crate::view::page::embed::home;
use crate::view::picture::{Pictured, of_figure};
use crate::view::{PageState, Site};

/// What is taken along, and the choice that is taken with it.
#[derive(Clone, Copy)]
pub struct Taken<'a> {
    pub state: PageState<'a>,
    pub figure: &'static FigureSpec,
    /// What it is limited to.
    pub only: Only<'a>,
}

impl<'a> Taken<'a> {
    /// The figure of a page; `None` where its ids name nothing.
    pub fn of(state: PageState<'a>, page: &Page) -> Option<Taken<'a>> {
        let (figure, only) = limited(state.site, page)?;
        Some(Taken { state, figure, only })
    }

    /// The facts and words.
    pub fn site(&self) -> Site<'a> {
        self.state.site
    }

    /// The embed of the figure.
    pub fn embed(&self) -> Page {
        Page::Embed(&self.figure.page, self.only.of())
    }

    /// The page that the figure stands on.
    pub fn home(&self) -> Page {
        home(&self.embed()).unwrap_or(Page::Overview)
    }

    /// What the figure shows of the reader's choice, as a query.
    pub fn query(&self) -> Selection {
        self.figure.followed(self.state.selection)
    }

    /// Whether it is anything but the whole figure of today.
    pub fn is_chosen(&self) -> bool {
        self.query() != Selection::default()
    }

    /// The way back to the figure, as it is chosen.
    pub fn back(&self) -> String {
        self.there(self.site().href(self.home()))
    }

    /// The address of the figure on the site.
    pub fn address(&self) -> String {
        self.there(self.site().url(self.home()))
    }

    /// The figure on its page, whose address is told, as it is chosen.
    fn there(&self, page: String) -> String {
        format!("{page}{}{}", self.only.chosen(&self.query()), self.place())
    }

    /// Where the figure stands on its page. A claim's page is about that claim as a whole.
    fn place(&self) -> String {
        match self.only {
            Only::Claim(..) => String::new(),
            _ => format!("#{}", self.figure.id),
        }
    }

    /// The link to the embed with the choice and its colours.
    pub fn embed_href(&self) -> String {
        self.with_colours(self.site().href(self.embed()))
    }

    /// The same as a whole address.
    pub fn embed_url(&self) -> String {
        self.with_colours(self.site().url(self.embed()))
    }

    /// The whole address of the figure in the frozen version of today's facts, where there is one. It
    /// shows all of the figure, whatever is chosen.
    pub fn frozen_url(&self) -> Option<String> {
        let (site, theme) = (self.site(), self.state.selection.theme);
        let path = site.frozen(&self.embed())?;
        Some(format!("{}{path}?theme={}", site.origin, theme.word()))
    }

    /// A host's page sees by the address that the colours can be chosen, so they are always told.
    fn with_colours(&self, url: String) -> String {
        let theme = self.state.selection.theme;
        let query = Selection { theme, ..self.query() };
        match (theme, query == Selection::default()) {
            (Theme::Auto, true) => format!("{url}?theme=auto"),
            (Theme::Auto, false) => format!("{url}{query}&theme=auto"),
            _ => format!("{url}{query}"),
        }
    }

    /// The height of the frame in pixels: what the preview tells, or what the figure begins with.
    pub fn height(&self) -> u16 {
        self.heights().usual()
    }

    /// The same in columns of several widths, where they are known.
    pub fn heights(&self) -> Heights {
        let laid_out = || frame_height::of(self.state.site, &self.embed());
        self.state.preview.cloned().unwrap_or_else(laid_out)
    }

    /// Its finding.
    pub fn title(&self) -> String {
        (self.figure.embed.heading)(self.asked())
    }

    /// What it says; empty where there is nothing to say.
    pub fn sentence(&self) -> String {
        (self.figure.sentence)(self.asked())
    }

    /// The name of the figure, for those who hear it.
    pub fn name(&self) -> String {
        self.figure.name_of(self.site(), self.only)
    }

    /// How it is cited.
    pub fn citation(&self) -> String {
        let chosen = self.only.chosen(&self.query());
        citation(self.site(), &self.home(), &chosen, self.name())
    }

    /// The picture of the whole figure as it is known today, where there is one.
    pub fn pictured(&self) -> Option<Pictured> {
        let there = || of_figure(self.site(), self.figure, self.only);
        self.site().pictures.then(there).flatten()
    }

    /// What the figure is asked for.
    pub fn asked(&self) -> Asked<'a> {
        Asked::of(self.state, self.only)
    }
}
