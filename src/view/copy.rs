//! A button that copies what stands somewhere on the page.

use super::{Markup, Site, html};
use crate::i18n::Key;

/// Copies the text of the first element that a selector finds. It answers in the browser only, by one listener
/// for all of them; without scripts it is not shown, and the text can be selected.
pub fn copy_button(site: Site, name: Key, selector: &str) -> Markup {
    html! {
        button
            type="button"
            class="copy"
            data-copy=(selector)
            data-copied=(site.t(Key::Copied))
            data-refused=(site.t(Key::CopyRefused))
        { (site.t(name)) }
        span class="copied" role="status" {}
    }
}

/// A text to take away, in a field of so many rows, and the button that copies it.
pub fn field_to_copy(site: Site, id: &str, rows: u8, copy: Key, text: &str) -> Markup {
    html! {
        textarea id=(id) readonly rows=(rows) spellcheck="false" { (text) }
        p data-live="" { (copy_button(site, copy, &format!("#{id}"))) }
    }
}
