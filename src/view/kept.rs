//! A part of a page that stays as it is while the page is made anew for another day, unless its
//! key says that it would look or act differently.

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Position, PositionState};

/// A view and its key. Nothing in it may be owned by the page that makes it: no signal and no memo
/// of its own, since those end with that page.
pub struct Kept {
    key: String,
    view: AnyView,
}

/// A view that is rebuilt only where its key differs.
pub fn kept(key: String, view: AnyView) -> AnyView {
    Kept { key, view }.into_any()
}

/// What stands in the page, and for which key.
pub struct KeptState {
    key: String,
    stands: AnyViewState,
}

impl Render for Kept {
    type State = KeptState;

    fn build(self) -> KeptState {
        KeptState { key: self.key, stands: self.view.build() }
    }

    fn rebuild(self, state: &mut KeptState) {
        if self.key != state.key {
            state.key = self.key;
            self.view.rebuild(&mut state.stands);
        }
    }
}

impl RenderHtml for Kept {
    type AsyncOutput = Kept;
    type Owned = Kept;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Kept {
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
        self.view.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> KeptState {
        KeptState { key: self.key, stands: self.view.hydrate::<FROM_SERVER>(cursor, position) }
    }

    fn into_owned(self) -> Kept {
        self
    }
}

impl AddAnyAttr for Kept {
    type Output<SomeNewAttr: leptos::attr::Attribute> = Kept;

    /// Its view has its own.
    fn add_any_attr<NewAttr: leptos::attr::Attribute>(self, _attr: NewAttr) -> Kept {
        self
    }
}

impl Mountable for KeptState {
    fn unmount(&mut self) {
        self.stands.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.stands.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.stands.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.stands.elements()
    }
}
