//! oEmbed: what a content system needs to put a figure into an article when somebody pastes the
//! address of its page.
//!
//! A static host cannot answer `?url=…&maxwidth=…`, so each figure has a file of its own, which
//! its pages name in their heads. The width that it tells is a modest one, and the frame itself
//! takes the width of its place.

use super::head::name;
use super::social::Card;
use crate::i18n::Key;
use crate::model::Lang;
use crate::open_data::File;
use crate::route::{Address, Of, Page};
use crate::view::embed_code::iframe;
use crate::view::figure::CLAIMS;
use crate::view::frame_height;
use crate::view::markup::escape;
use crate::view::page::embed::home;
use crate::view::page::every_page;
use crate::view::{Site, figure};
use serde_json::json;

/// How wide the file says that a figure is, in pixels.
const WIDTH: u16 = 600;

/// How long a content system may keep the answer, in seconds: a day.
const CACHE_AGE: u32 = 86_400;

/// The lines of a page's head that name what it can be embedded as; none where the site does not
/// know its own address, which every part of the answer is made of.
pub fn lines(site: Site, page: &Page) -> String {
    let line = |embed: Page| {
        format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}{}{}\" \
             title=\"{}\">\n",
            site.origin,
            site.base,
            path(site.lang(), &embed),
            escape(&name(site, &embed))
        )
    };
    match site.origin.is_empty() {
        true => String::new(),
        false => embeds_of(site, page).into_iter().map(line).collect(),
    }
}

/// Every answer in the language of a site. `card` tells the picture of an embed, where there is one.
pub fn files(site: Site, card: impl Fn(&Page) -> Option<Card>) -> Vec<File> {
    if site.origin.is_empty() {
        return vec![];
    }
    let embeds =
        every_page(site.dataset, site.shown).into_iter().filter(|it| matches!(it, Page::Embed(..)));
    embeds.filter_map(|embed| file(site, &embed, card(&embed))).collect()
}

fn file(site: Site, embed: &Page, card: Option<Card>) -> Option<File> {
    let heights = frame_height::of(site, embed);
    let height = heights.usual();
    let (title, root) = (name(site, embed), format!("{}{}", site.origin, site.base));
    let url = site.url(embed.clone());
    // A content system that trusts nobody keeps the link, and shows the frame once it answers.
    // It looks for a `<blockquote>` without attributes.
    let frame = iframe(&format!("{url}?theme=auto"), &title, &heights);
    let frame = frame.replacen("<iframe ", &format!("<iframe width=\"{WIDTH}\" "), 1);
    let html = format!(
        "<blockquote><a href=\"{}\">{}</a></blockquote>{frame}",
        escape(&site.url(home(embed)?)),
        escape(&title)
    );
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "html": html,
        "width": WIDTH,
        "height": height,
        "title": title,
        "provider_name": site.t(Key::SiteName),
        "provider_url": root,
        "cache_age": CACHE_AGE,
    });
    if let Some(card) = card {
        answer["thumbnail_url"] = json!(format!("{root}{}", card.path));
        answer["thumbnail_width"] = json!(card.width);
        answer["thumbnail_height"] = json!(card.height);
    }
    Some(File::text(path(site.lang(), embed), answer.to_string()))
}

/// What a page can be embedded as: an embed as itself, any other page as its figures, the one
/// that tells the most first.
fn embeds_of(site: Site, page: &Page) -> Vec<Page> {
    match page {
        Page::Embed(..) => vec![page.clone()],
        Page::Procurement(id) => {
            let one = site.dataset.procurement(id.as_str()).into_iter();
            one.flat_map(|one| figure::embeds(Some(one))).collect()
        }
        Page::Claim(id, claim) => {
            vec![Page::Embed(&CLAIMS.page, Of::Claim(id.clone(), claim.clone()))]
        }
        page => {
            let own = |embed: &Page| matches!(embed, Page::Embed(home, Of::All) if *home == page);
            figure::embeds(None).filter(own).collect()
        }
    }
}

/// Where the answer lies below the site's base: `oembed/sv/tidslinje.json`.
fn path(lang: Lang, embed: &Page) -> String {
    let address = Address::new(lang, embed.clone()).to_string();
    let view = address.strip_prefix("embed/").unwrap_or(&address).trim_end_matches('/');
    format!("oembed/{view}.json")
}
