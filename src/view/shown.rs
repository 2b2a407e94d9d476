//! An element whose content is HTML as text, put into the page only where it differs from what
//! stands there. Leptos would clear `inner_html` whenever a page is made anew for another day,
//! and make closures' elements anew; this keeps them, so that a day which changes one lane of a
//! chart costs the browser one lane. What nobody sees waits until the reader has paused.

mod pieces;

use super::{Live, Markup};
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::renderer::{CastFrom, Rndr};
use leptos::tachys::view::{Position, PositionState};

pub use pieces::Piece;

/// What an element shows.
pub enum Content {
    /// HTML.
    Whole(Markup),
    /// Elements in a row.
    Pieces(Vec<Piece>),
}

/// An element that shows what a closure gives, and follows the signals that it reads.
pub struct Shown {
    tag: &'static str,
    class: &'static str,
    live: Live,
    /// `None`: what is there is to stay.
    make: Box<dyn FnMut() -> Option<Content> + Send>,
}

impl Shown {
    /// A `<div>` of a class, or of none when that is empty.
    pub fn new(
        live: Live,
        class: &'static str,
        make: impl FnMut() -> Option<Content> + Send + 'static,
    ) -> Shown {
        Shown::tagged(live, "div", class, make)
    }

    /// The same with another tag.
    pub fn tagged(
        live: Live,
        tag: &'static str,
        class: &'static str,
        make: impl FnMut() -> Option<Content> + Send + 'static,
    ) -> Shown {
        Shown { tag, class, live, make: Box::new(make) }
    }
}

/// What stands in the page: the HTML of the element, or its pieces. `None` where it came with the
/// page.
enum Stands {
    Whole(Option<String>),
    Pieces(Vec<pieces::Standing>),
}

/// The element in the page, and what keeps it in step.
pub struct ShownState {
    tag: &'static str,
    class: &'static str,
    element: Element,
    effect: RenderEffect<Stands>,
}

fn follow(
    live: Live,
    mut make: Box<dyn FnMut() -> Option<Content> + Send>,
    element: Element,
    stands: Stands,
) -> RenderEffect<Stands> {
    let run = move |stands: Option<Stands>| {
        let stands = stands.unwrap_or(Stands::Whole(None));
        // Out of sight it follows nothing but the reader's pause.
        if !live.is_due(&element) {
            return stands;
        }
        match make() {
            Some(content) => put(live, &element, content, stands),
            None => stands,
        }
    };
    RenderEffect::new_with_value(run, Some(stands))
}

/// Changes an element from what stands in it to what should.
fn put(live: Live, element: &Element, content: Content, stands: Stands) -> Stands {
    match content {
        Content::Whole(html) => {
            if !matches!(&stands, Stands::Whole(Some(there)) if *there == html.0) {
                Rndr::set_inner_html(element, &html.0);
            }
            Stands::Whole(Some(html.0))
        }
        Content::Pieces(made) => {
            let mut there = match stands {
                Stands::Pieces(there) => there,
                Stands::Whole(Some(_)) => {
                    Rndr::set_inner_html(element, "");
                    vec![]
                }
                Stands::Whole(None) => pieces::adopted(live, element, &made),
            };
            // What came with the page is what it should be.
            if live.hydrating.get_untracked() {
                return Stands::Pieces(there);
            }
            pieces::put(live, element, made, &mut there);
            Stands::Pieces(there)
        }
    }
}

impl Render for Shown {
    type State = ShownState;

    fn build(self) -> ShownState {
        let element = Rndr::create_element(self.tag, None);
        if !self.class.is_empty() {
            Rndr::set_attribute(&element, "class", self.class);
        }
        // An element of its own is empty, so nothing in it came with the page.
        let stands = Stands::Whole(Some(String::new()));
        let effect = follow(self.live, self.make, element.clone(), stands);
        (self.live.sight.watch)(&element);
        ShownState { tag: self.tag, class: self.class, element, effect }
    }

    fn rebuild(self, state: &mut ShownState) {
        if state.tag != self.tag {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        if state.class != self.class {
            state.class = self.class;
            Rndr::set_attribute(&state.element, "class", self.class);
        }
        let stands = state.effect.take_value().unwrap_or(Stands::Whole(None));
        state.effect = follow(self.live, self.make, state.element.clone(), stands);
    }
}

impl RenderHtml for Shown {
    type AsyncOutput = Shown;
    type Owned = Shown;

    const MIN_LENGTH: usize = 11;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Shown {
        self
    }

    fn to_html_with_buf(
        mut self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        match self.class {
            "" => buf.push_str(&format!("<{}>", self.tag)),
            class => buf.push_str(&format!("<{} class=\"{class}\">", self.tag)),
        }
        match (self.make)() {
            Some(Content::Whole(html)) => buf.push_str(&html.0),
            Some(Content::Pieces(pieces)) => pieces.into_iter().for_each(|piece| piece.write(buf)),
            None => {}
        }
        buf.push_str(&format!("</{}>", self.tag));
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> ShownState {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        let node = cursor.current();
        let element =
            Element::cast_from(node).unwrap_or_else(|| Rndr::create_element(self.tag, None));
        position.set(Position::NextChild);
        (self.live.sight.watch)(&element);
        let effect = follow(self.live, self.make, element.clone(), Stands::Whole(None));
        ShownState { tag: self.tag, class: self.class, element, effect }
    }

    fn into_owned(self) -> Shown {
        self
    }
}

impl AddAnyAttr for Shown {
    type Output<SomeNewAttr: leptos::attr::Attribute> = Shown;

    /// Its attributes are its own.
    fn add_any_attr<NewAttr: leptos::attr::Attribute>(self, _attr: NewAttr) -> Shown {
        self
    }
}

impl Mountable for ShownState {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.element.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}
