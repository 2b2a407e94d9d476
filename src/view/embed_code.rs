//! The code that puts a chart on somebody else's page.

use super::Site;
use super::block::Block;
use super::cite::no_address;
use super::copy::copy_button;
use super::figure::{COMPARISON, FigureSpec, embeds_of_pairs};
use super::only::Only;
use crate::analysis::compare;
use crate::i18n::{Key, words};
use crate::route::Page;
use crate::view::{Gathered, Markup, html};

/// A folded box with an iframe code: title, lazy loading, a height to begin with, and a sandbox.
/// The embed is whole in a stricter one too (`allow-scripts` alone).
pub fn embed_code<'a>(site: Site<'a>, figure: &'static FigureSpec, only: Only<'a>) -> Block<'a> {
    Block::html("embed-code", "div", "", move || folded(site, figure, only))
}

fn folded(site: Site, figure: &'static FigureSpec, only: Only) -> Markup {
    let of = only.of();
    let height = figure.embed.begins_with(&of);
    let page = Page::Embed(&figure.page, of);
    let href = site.href(page.clone());
    let id = format!("embed-{}", figure.id);
    let code = iframe(&site.url(page), &figure.name_of(site, only), height);
    let of_pairs = matches!((only, &figure.page), (Only::All, Page::Compare));
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
            @if of_pairs { (pairs(site)) }
        }
    }
}

/// The ways to the comparisons of two procurements.
fn pairs(site: Site) -> Markup {
    let there: Vec<Page> = embeds_of_pairs(site.today).collect();
    let links = compare::pairs(site.dataset).into_iter().filter_map(|[one, other]| {
        let page = Page::Embed(&COMPARISON.page, Only::Pair(one, other).of());
        let (one, other) = (site.text(&one.name), site.text(&other.name));
        let name = site.say(words::BothNames { one, other });
        let href = there.contains(&page).then(|| site.href(page))?;
        Some(html! { li { a href=(href) rel="external" { (name) } } })
    });
    let links = links.gathered();
    html! {
        @if !links.0.is_empty() { p { (site.t(Key::EmbedPairs)) } ul { (links) } }
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
