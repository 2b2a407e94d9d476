//! Pages of plain reading: Markdown from `locales/documents/`, with the tables that we compute.

use super::frame::around;
use crate::model::Lang;
use crate::route::Document;
use crate::view::{Markup, Site, html};
use maud::PreEscaped;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html::push_html};
use std::path::{Path, PathBuf};

/// A page of plain reading in a language, ready for the shell.
pub struct Reading {
    pub document: Document,
    /// Its first heading.
    pub title: String,
    /// Its first paragraph, as text.
    pub description: String,
    /// What stands within the site's frame.
    pub body: Markup,
}

impl Reading {
    /// Makes the page, in the site's frame. `root` is the project's folder; what stands between
    /// `{{` and `}}` in the text is filled in.
    pub fn new(root: &Path, site: Site, document: Document) -> Result<Reading, String> {
        let file = file(root, document, site.lang());
        let mut text = std::fs::read_to_string(&file)
            .map_err(|error| format!("{} cannot be read ({error}): restore it.", file.display()))?;
        for (hole, with) in holes(site, document) {
            text = text.replace(&format!("{{{{{hole}}}}}"), &with);
        }
        if let Some((_, hole)) = text.split_once("{{") {
            let hole = hole.split("}}").next().unwrap_or_default();
            return Err(format!(
                "{} has a hole that nothing fills: {{{{{hole}}}}}. Mend its name, or take it out.",
                file.display()
            ));
        }
        let (title, description) = said(&text);
        let mut content = String::new();
        push_html(&mut content, Parser::new_ext(&text, Options::ENABLE_TABLES));
        let twin = format!("{}{}", site.base, document.path(site.lang().other()));
        let body = around(site, &twin, html! { (PreEscaped(content)) });
        Ok(Reading { document, title, description, body })
    }
}

/// What a page's text leaves open.
fn holes(site: Site, document: Document) -> Vec<(&'static str, String)> {
    let base = ("base", site.base.to_owned());
    match document {
        Document::Data | Document::Policy => vec![base],
    }
}

/// Where a page's text stands.
fn file(root: &Path, document: Document, lang: Lang) -> PathBuf {
    let name = match document {
        Document::Data => "data",
        Document::Policy => "policy",
    };
    root.join(format!("locales/documents/{name}.{}.md", lang.code()))
}

/// The first heading and the first paragraph, without their markup.
fn said(text: &str) -> (String, String) {
    let (mut title, mut description) = (String::new(), String::new());
    let mut into: Option<bool> = None;
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Heading { .. }) if title.is_empty() => into = Some(true),
            Event::Start(Tag::Paragraph) if description.is_empty() => into = Some(false),
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph) => into = None,
            Event::Text(text) | Event::Code(text) => match into {
                Some(true) => title.push_str(&text),
                Some(false) => description.push_str(&text),
                None => {}
            },
            Event::SoftBreak if into == Some(false) => description.push(' '),
            _ => {}
        }
    }
    (title, description)
}
