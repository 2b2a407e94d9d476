//! What a page tells of itself where somebody shares a link to it: Open Graph, and the card that
//! goes with it.

use crate::i18n::Key;
use crate::model::Lang;
use crate::view::Site;
use crate::view::markup::escape;

/// A page that can be shared.
pub struct Shared<'a> {
    /// Without the name of the site, which is told by itself.
    pub title: &'a str,
    pub description: &'a str,
    /// Its path below the site's base in a language.
    pub path: &'a dyn Fn(Lang) -> String,
    /// Whether it tells of one thing, and is not a way to many.
    pub article: bool,
    /// What is shown beside the link.
    pub card: Option<Card>,
}

/// A picture that is shown beside a link.
pub struct Card {
    /// Below the site's base.
    pub path: String,
    pub width: u32,
    pub height: u32,
    /// What it shows, for those who do not see it.
    pub alt: String,
}

/// The lines of a page's head. Addresses are whole or left out: where a link is shared, nobody
/// knows where it stood.
pub fn lines(site: Site, shared: &Shared) -> String {
    let mut lines = String::new();
    let mut tell = |attribute: &str, name: &str, content: &str| {
        let content = escape(content);
        lines.push_str(&format!("<meta {attribute}=\"{name}\" content=\"{content}\">\n"));
    };
    let lang = site.lang();
    let url = |path: &str| format!("{}{}{path}", site.origin, site.base);
    tell("property", "og:type", if shared.article { "article" } else { "website" });
    tell("property", "og:site_name", site.t(Key::SiteName));
    tell("property", "og:title", shared.title);
    tell("property", "og:description", shared.description);
    tell("property", "og:locale", locale(lang));
    tell("property", "og:locale:alternate", locale(lang.other()));
    let is_placed = !site.origin.is_empty();
    if is_placed {
        tell("property", "og:url", &url(&(shared.path)(lang)));
    }
    match shared.card.as_ref().filter(|_| is_placed) {
        Some(card) => {
            tell("property", "og:image", &url(&card.path));
            tell("property", "og:image:type", "image/png");
            tell("property", "og:image:width", &card.width.to_string());
            tell("property", "og:image:height", &card.height.to_string());
            tell("property", "og:image:alt", &card.alt);
            tell("name", "twitter:card", "summary_large_image");
        }
        None => tell("name", "twitter:card", "summary"),
    }
    lines
}

/// A language as Open Graph writes it, which asks for a country too.
fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => "sv_SE",
        Lang::En => "en_GB",
    }
}
