//! A fact that was not yet known on the day that the reader looks from.

use crate::i18n::Key;
use crate::view::{Markup, Site, html};

/// That it became known later, and nothing more of it.
pub fn later(site: Site) -> Markup {
    html! {
        h1 tabindex="-1" { (site.t(Key::LaterTitle)) }
        p class="lead" { (site.t(Key::LaterLead)) }
    }
}
