//! A page of the built site as it is read from disk.

use anyhow::{Context, Result};
use base64::Engine;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use utlovat::i18n::{Key, Messages};

/// What pages of the copy are made from.
pub struct Copied<'a> {
    /// Every file of the copy, by its path.
    pub there: &'a BTreeSet<String>,
    /// The path of the site's root, as addresses in its pages begin.
    pub base: &'a str,
    /// The site's origin, or nothing when nobody knows it.
    pub origin: &'a str,
    pub words: &'a [Messages],
}

/// Where an address of a page leads in the copy.
#[derive(Debug, PartialEq, Eq)]
enum Way {
    /// As it is: within the page, or to another site.
    Same,
    /// To this one: a file of the copy, or the site itself.
    To(String),
    /// Nowhere: it is not in the copy, and nobody knows where the site is.
    Nowhere,
}

/// A browser that could run scripts gets none here, so it is shown what one without scripts is.
const SCRIPTING: [(&str, &str); 2] =
    [("(scripting: none)", "(min-width: 0px)"), ("(scripting: enabled)", "(max-width: 0px)")];

/// The line at the top stands in its place and follows nobody.
const LINE: &str = "\n#unapplied { position: static; overflow-wrap: anywhere; }";

impl Copied<'_> {
    /// The page at a path of the site.
    pub fn page(&self, path: &str, html: &str) -> Result<String> {
        let (style, html) = self.restyled(html).with_context(|| format!("{path} has no style"))?;
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(&style));
        let policy = format!(
            "default-src 'none'; style-src 'sha256-{hash}'; img-src 'self' data: file:; \
             frame-src 'self' file:; base-uri 'none'; form-action 'none'"
        );
        let line = self.line(path, &html)?;
        let handlers = vec![
            element!("meta[http-equiv='Content-Security-Policy']", |it| {
                Ok(it.set_attribute("content", &policy)?)
            }),
            element!("script:not([type='application/ld+json'])", |it| {
                it.remove();
                Ok(())
            }),
            element!("#unscripted, #newer, #unavailable", |it| {
                it.remove();
                Ok(())
            }),
            element!("#unapplied", |it| {
                it.remove_attribute("hidden");
                it.set_attribute("role", "note")?;
                it.set_inner_content(&line, ContentType::Html);
                Ok(())
            }),
            element!("a[href]", |it| {
                match self.way(path, &it.get_attribute("href").unwrap_or_default()) {
                    Way::Same => {}
                    Way::To(address) => it.set_attribute("href", &address)?,
                    Way::Nowhere => it.remove_attribute("href"),
                }
                Ok(())
            }),
            element!("link[href]", |it| {
                self.link(path, it)?;
                Ok(())
            }),
            // What is shown within the page must be in the copy: it asks no network for anything.
            element!("iframe[src], img[src]", |it| {
                match self.way(path, &it.get_attribute("src").unwrap_or_default()) {
                    Way::To(address) if !address.contains("://") => {
                        it.set_attribute("src", &address)?
                    }
                    Way::Same => {}
                    _ => it.remove(),
                }
                Ok(())
            }),
        ];
        let settings = handlers.into_iter().fold(RewriteStrSettings::new(), |settings, handler| {
            settings.append_element_content_handler(handler)
        });
        rewrite_str(&html, settings).with_context(|| format!("{path} cannot be read"))
    }

    /// The page's own style as it holds here, and the page with it.
    fn restyled(&self, html: &str) -> Option<(String, String)> {
        let (before, rest) = html.split_once("<style>")?;
        let (style, after) = rest.split_once("</style>")?;
        // The typeface comes by a script.
        let style = match style.split_once("@font-face {") {
            Some((first, rest)) => format!("{first}{}", rest.split_once('}')?.1),
            None => style.to_owned(),
        };
        let resolved = SCRIPTING.iter().fold(style, |style, (from, to)| style.replace(from, to));
        let style = format!("{resolved}{LINE}");
        let html = format!("{before}<style>{style}</style>{after}");
        Some((style, html))
    }

    /// What a page says of itself, and where it is on the site.
    fn line(&self, path: &str, html: &str) -> Result<String> {
        let code = html.split("<html lang=\"").nth(1).and_then(|rest| rest.split('"').next());
        let words = self.words.iter().find(|words| Some(words.lang().code()) == code);
        let words = words.with_context(|| format!("{path} is in no language that we have"))?;
        let mut line = words.get(Key::FromDisk).to_owned();
        if !self.origin.is_empty() {
            let address =
                format!("{}{}{}", self.origin, self.base, path.trim_end_matches("index.html"));
            let same = words.get(Key::FromDiskLive);
            line += &format!(" {same}: <a href=\"{address}\">{address}</a>");
        }
        Ok(line)
    }

    /// A line of the head: an icon that is here, or what tells of the site and loads nothing.
    fn link(
        &self,
        path: &str,
        it: &mut Element,
    ) -> Result<(), lol_html::errors::AttributeNameError> {
        let tells = it
            .get_attribute("rel")
            .is_some_and(|rel| ["canonical", "alternate", "license"].contains(&&*rel));
        match self.way(path, &it.get_attribute("href").unwrap_or_default()) {
            Way::Same if tells => {}
            Way::To(address) if tells || !address.contains("://") => {
                it.set_attribute("href", &address)?
            }
            _ => it.remove(),
        }
        Ok(())
    }

    /// Where an address in the page at `path` leads.
    fn way(&self, path: &str, address: &str) -> Way {
        let Some(below) = address.strip_prefix(self.base) else { return Way::Same };
        let (rest, fragment) = match below.split_once('#') {
            Some((rest, fragment)) => (rest, format!("#{fragment}")),
            None => (below, String::new()),
        };
        let (target, query) = rest.split_once('?').unwrap_or((rest, ""));
        let index = if target.is_empty() || target.ends_with('/') { "index.html" } else { "" };
        let file = format!("{target}{index}");
        // A choice is shown by scripts, so it is left to the site; a theme is but a look.
        let chosen = !query.is_empty() && !query.starts_with("theme=");
        let live = || format!("{}{address}", self.origin);
        match (self.there.contains(&file), self.origin.is_empty()) {
            (true, true) => Way::To(format!("{}{fragment}", relative(path, &file))),
            (true, false) if !chosen => Way::To(format!("{}{fragment}", relative(path, &file))),
            (_, false) => Way::To(live()),
            (false, true) => Way::Nowhere,
        }
    }
}

/// The way from the folder of one file to another.
fn relative(from: &str, to: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let most = from.len().min(to.len()) - 1;
    let shared = (0..most).take_while(|at| from[*at] == to[*at]).count();
    format!("{}{}", "../".repeat(from.len() - 1 - shared), to[shared..].join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use utlovat::i18n::locale;
    use utlovat::model::Lang;

    fn there() -> BTreeSet<String> {
        ["index.html", "sv/index.html", "sv/krav/index.html", "data/v1/dataset.json"]
            .map(str::to_owned)
            .into()
    }

    fn way(origin: &str, path: &str, address: &str) -> Way {
        let there = there();
        let base = if origin.is_empty() { "/" } else { "/some/dir/" };
        Copied { there: &there, base, origin, words: &[] }.way(path, address)
    }

    #[test]
    fn links_lead_from_file_to_file() {
        let to = |address: &str| Way::To(address.to_owned());
        assert_eq!(way("", "sv/index.html", "/sv/krav/#a"), to("krav/index.html#a"));
        assert_eq!(way("", "sv/krav/index.html", "/sv/"), to("../index.html"));
        assert_eq!(
            way("", "sv/krav/index.html", "/data/v1/dataset.json"),
            to("../../data/v1/dataset.json")
        );
        assert_eq!(way("", "index.html", "/sv/?q=a"), to("sv/index.html"));
        assert_eq!(way("", "sv/index.html", "#content"), Way::Same);
        assert_eq!(way("", "sv/index.html", "https://example.com/"), Way::Same);
        assert_eq!(way("", "sv/index.html", "/v/1.0.0/"), Way::Nowhere);
    }

    #[test]
    fn what_is_not_here_and_what_scripts_would_choose_is_on_the_site() {
        let to = |address: &str| Way::To(address.to_owned());
        let origin = "https://example.org";
        assert_eq!(
            way(origin, "sv/index.html", "/some/dir/v/1.0.0/"),
            to("https://example.org/some/dir/v/1.0.0/")
        );
        assert_eq!(
            way(origin, "sv/index.html", "/some/dir/sv/krav/?kind=a#b"),
            to("https://example.org/some/dir/sv/krav/?kind=a#b")
        );
        assert_eq!(way(origin, "sv/index.html", "/some/dir/sv/krav/"), to("krav/index.html"));
    }

    #[test]
    fn a_page_has_no_scripts_says_so_and_allows_its_very_style() {
        let texts = [
            (Lang::Sv, include_str!("../../../locales/sv.toml")),
            (Lang::En, include_str!("../../../locales/en.toml")),
        ];
        let words: Vec<Messages> = locale::read(&texts).0.into_values().collect();
        let there = there();
        let html = "<!doctype html><html lang=\"en\"><head><meta http-equiv=\"Content-Security-Policy\" content=\"x\">\
            <style>@font-face { src: url(/assets/a.woff2); }\n@media (scripting: none) { .copy { display: none; } }</style>\
            <link rel=\"preload\" href=\"/assets/app.wasm\"><link rel=\"license\" href=\"https://example.com/\"></head>\
            <body><p id=\"unscripted\">z</p><p id=\"unapplied\" role=\"status\" hidden>x</p><a href=\"/sv/\">sv</a><a href=\"/v/1/\">old</a>\
            <p id=\"unavailable\" hidden>y</p><script async src=\"/assets/boot.js\"></script>\
            <script type=\"application/ld+json\">{}</script></body></html>";
        let copied = Copied { there: &there, base: "/", origin: "", words: &words };
        let page = copied.page("sv/krav/index.html", html).unwrap();
        let style = page.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(style));
        assert!(page.contains(&format!("style-src 'sha256-{hash}'")), "{page}");
        assert!(style.contains("@media (min-width: 0px) { .copy"), "{style}");
        for gone in ["assets/", "scripting", "unscripted", "unavailable", "hidden"] {
            assert!(!page.contains(gone), "{gone}: {page}");
        }
        assert!(page.contains("<a href=\"../index.html\">sv</a><a>old</a>"), "{page}");
        assert!(page.contains("application/ld+json") && page.contains("This is a copy"), "{page}");
        assert!(!page.contains("the website:"), "nobody knows where it is");
        let live = Copied { base: "/some/dir/", origin: "https://example.org", ..copied };
        let page = live.page("sv/krav/index.html", html).unwrap();
        assert!(page.contains("<a href=\"https://example.org/some/dir/sv/krav/\">"), "{page}");
    }
}
