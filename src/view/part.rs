//! A part of a page: an element that is hydrated in a turn of its own, and that may stay as it is
//! while the page around it is made anew for another day.
//!
//! A browser compiles WebAssembly as it is first called, so a page that is hydrated at once holds
//! up a slow phone for a tenth of a second. Between two turns it answers its reader.

use super::Live;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::CastFrom;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Position, PositionState};
use std::cell::RefCell;
use std::rc::Rc;

/// What is done in one turn.
pub type Turn = Box<dyn FnOnce()>;

/// Makes a view of one element.
type Make = Box<dyn FnOnce() -> AnyView + Send>;

/// A view of one element.
pub struct Part {
    /// While it is the same the part is not made anew.
    key: Option<String>,
    make: Make,
    line_up: fn(Turn),
}

/// A view of one element that is made and hydrated in its turn.
pub fn part(live: Live, make: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    Part { key: None, make: Box::new(make), line_up: live.line_up }.into_any()
}

/// The same, made anew only where its key says that it would look or act differently. Nothing in
/// it may be owned by the page that makes it: no signal and no memo of its own, since those end
/// with that page.
pub fn kept(live: Live, key: String, make: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    Part { key: Some(key), make: Box::new(make), line_up: live.line_up }.into_any()
}

/// What stands in the page: shared with the turn that brings it to life.
pub struct PartState {
    key: Option<String>,
    stands: Rc<RefCell<Stands>>,
}

enum Stands {
    /// As it came, with what makes the view that hydrates it, and who owns its signals.
    Awaits(Element, Option<Make>, Owner),
    Alive(AnyViewState),
}

impl Stands {
    /// Brings it to life, unless it lives.
    fn alive(&mut self) -> &mut AnyViewState {
        if let Stands::Awaits(element, make, owner) = self
            && let Some(make) = make.take()
        {
            let cursor = Cursor::new(element.clone());
            let position = PositionState::new(Position::Current);
            let state = owner.clone().with(|| make().hydrate::<true>(&cursor, &position));
            *self = Stands::Alive(state);
        }
        match self {
            Stands::Alive(state) => state,
            Stands::Awaits(..) => unreachable!("it was made to bring it to life"),
        }
    }
}

impl Render for Part {
    type State = PartState;

    fn build(self) -> PartState {
        let stands = Stands::Alive((self.make)().build());
        PartState { key: self.key, stands: Rc::new(RefCell::new(stands)) }
    }

    fn rebuild(self, state: &mut PartState) {
        if self.key.is_none() || self.key != state.key {
            state.key = self.key;
            (self.make)().rebuild(state.stands.borrow_mut().alive());
        }
    }
}

impl RenderHtml for Part {
    type AsyncOutput = Part;
    type Owned = Part;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Part {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        (self.make)().to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> PartState {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        position.set(Position::NextChild);
        let owner = Owner::current().unwrap_or_default();
        let Some(element) = Element::cast_from(cursor.current()) else { return self.build() };
        let stands = Rc::new(RefCell::new(Stands::Awaits(element, Some(self.make), owner)));
        let turn = stands.clone();
        (self.line_up)(Box::new(move || _ = turn.borrow_mut().alive()));
        PartState { key: self.key, stands }
    }

    fn into_owned(self) -> Part {
        self
    }
}

impl AddAnyAttr for Part {
    type Output<SomeNewAttr: leptos::attr::Attribute> = Part;

    /// Its view has its own.
    fn add_any_attr<NewAttr: leptos::attr::Attribute>(self, _attr: NewAttr) -> Part {
        self
    }
}

impl Mountable for PartState {
    fn unmount(&mut self) {
        self.stands.borrow_mut().alive().unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.stands.borrow_mut().alive().mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.stands.borrow_mut().alive().insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.stands.borrow_mut().alive().elements()
    }
}
