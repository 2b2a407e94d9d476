//! The code that puts a chart on somebody else's page.

use super::Site;
use super::block::Block;
use super::cite::no_address;
use super::copy::copy_button;
use super::figure::FigureSpec;
use crate::i18n::Key;
use crate::model::Id;
use crate::route::Page;
use crate::view::{Markup, html};

/// A folded box with an iframe code: title, lazy loading, a height to begin with, and a sandbox.
/// The embed is whole in a stricter one too (`allow-scripts` alone).
pub fn embed_code<'a>(
    site: Site<'a>,
    figure: &'static FigureSpec,
    procurement: Option<Id>,
    title: String,
) -> Block<'a> {
    let height = figure.embed.begins_with(procurement.is_some());
    let page = Page::Embed(&figure.page, procurement);
    let make = move || folded(site, figure.id, page, &title, height);
    Block::html("embed-code", "div", "", make)
}

fn folded(site: Site, figure: &str, page: Page, title: &str, height: u16) -> Markup {
    let href = site.href(page.clone());
    let id = format!("embed-{figure}");
    let code = iframe(&site.url(page), title, height);
    html! {
        details class="embed-code" {
            summary { (site.t(Key::EmbedThis)) }
            p { (site.t(Key::EmbedHow)) }
            (no_address(site))
            textarea
                id=(id)
                readonly
                rows="5"
                spellcheck="false"
                aria-label=(site.t(Key::EmbedCode))
            { (code) }
            p data-live="" { (copy_button(site, Key::CopyCode, &format!("#{id}"))) }
            p { a href=(href) rel="external" { (site.t(Key::EmbedOpen)) } }
        }
    }
}

/// The iframe that a host page copies.
pub fn iframe(url: &str, title: &str, height: u16) -> String {
    let title = title.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        "<iframe title=\"{title}\" src=\"{url}?theme=auto\" loading=\"lazy\" height=\"{height}\" \
         style=\"width:0;min-width:100%!important;border:0\" scrolling=\"no\" data-external=\"1\" \
         sandbox=\"allow-scripts allow-same-origin allow-popups\"></iframe>"
    )
}
