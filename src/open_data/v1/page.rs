//! Where a thing has its page.

use super::Ids;
use crate::model::Lang;
use crate::route;
use serde::Serialize;

/// The address of the page in each language: whole where the site knows where it stands, and
/// else from the root of its host.
#[derive(Debug, Serialize)]
pub struct Page {
    pub sv: String,
    pub en: String,
}

impl Page {
    pub(super) fn new(page: route::Page, ids: Ids) -> Page {
        Page::at(page, "", ids)
    }

    /// A place on a page, by the name of its anchor.
    pub(super) fn anchored(page: route::Page, anchor: &str, ids: Ids) -> Page {
        Page::at(page, &format!("#{anchor}"), ids)
    }

    fn at(page: route::Page, anchor: &str, ids: Ids) -> Page {
        let address =
            |lang| format!("{}{}{anchor}", ids.root, route::Address::new(lang, page.clone()));
        Page { sv: address(Lang::Sv), en: address(Lang::En) }
    }
}
