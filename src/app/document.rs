//! Pages of plain reading: Markdown from `locales/documents/`, with the tables that we compute.

use super::data_page;
use super::frame::around;
use super::ledger;
use super::statement;
use super::versions;
use crate::model::Lang;
use crate::open_data::Publication;
use crate::open_data::disk::read;
use crate::open_data::tables::tables;
use crate::open_data::versions::Frozen;
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
    /// Every page of plain reading in a language. `root` is the project's folder.
    pub fn all(
        root: &Path,
        site: Site,
        publication: Publication,
        frozen: &Frozen,
    ) -> Result<Vec<Reading>, String> {
        let tables = tables(publication);
        let mut readings = Vec::new();
        for document in Document::texts(site.shown) {
            let blocks = match document {
                Document::Data => data_page::blocks(site, publication, &tables),
                Document::Ledger => {
                    vec![("ledger", ledger::versions(site.lang(), publication.ledger))]
                }
                Document::Versions => {
                    vec![("versions", versions::versions(site, publication, frozen))]
                }
                _ => vec![],
            };
            let mut told = match (document, &publication.settings.accessibility) {
                (Document::Accessibility, Some(accessibility)) => {
                    statement::told(site, accessibility)
                }
                _ => Told::default(),
            };
            told.parts.extend((!site.origin.is_empty()).then_some("placed"));
            told.holes.push(("base", site.base.to_owned()));
            readings.push(Reading::of_text(root, site, document, &told, blocks)?);
        }
        readings.extend(tables.iter().map(|table| Reading {
            document: Document::Table(table.name),
            title: table.title.get(site.lang()).to_owned(),
            description: table.description.get(site.lang()).to_owned(),
            body: framed(site, Document::Table(table.name), data_page::of_table(site, table)),
        }));
        Ok(readings)
    }

    /// The page of a text. Each block stands in place of the paragraph that is its name between
    /// `{{` and `}}`.
    fn of_text(
        root: &Path,
        site: Site,
        document: Document,
        told: &Told,
        blocks: Vec<(&'static str, Markup)>,
    ) -> Result<Reading, String> {
        let file = file(root, document, site.lang());
        let text = told.fill(&read(&file)?);
        let (title, description) = said(&text);
        let mut content = String::new();
        push_html(&mut content, Parser::new_ext(&text, Options::ENABLE_TABLES));
        for (name, block) in blocks {
            content = content.replace(&format!("<p>{{{{{name}}}}}</p>"), &block.0);
        }
        if let Some((_, hole)) = content.split_once("<p>{{") {
            let hole = hole.split("}}").next().unwrap_or_default();
            return Err(format!(
                "{} has a hole that nothing fills: {{{{{hole}}}}}. Mend its name, or take it out.",
                file.display()
            ));
        }
        let body = framed(site, document, PreEscaped(content));
        Ok(Reading { document, title, description, body })
    }
}

fn framed(site: Site, document: Document, content: Markup) -> Markup {
    let twin = format!("{}{}", site.base, document.path(site.lang().other()));
    around(site, &twin, html! { div class="reading" { (content) } })
}

/// What a text is filled with.
#[derive(Default)]
pub(super) struct Told {
    /// The parts that stay, of those between `<!-- NAME -->` and `<!-- /NAME -->`: `placed` where
    /// the site knows its own address.
    pub parts: Vec<&'static str>,
    /// What stands in place of `{{NAME}}`.
    pub holes: Vec<(&'static str, String)>,
}

impl Told {
    /// A text with its holes filled, and without the parts that do not stay.
    fn fill(&self, text: &str) -> String {
        let mut pieces = text.split("<!-- ");
        let mut left = pieces.next().unwrap_or_default().to_owned();
        let mut out_of: Option<&str> = None;
        for piece in pieces {
            let (name, after) = piece.split_once(" -->").unwrap_or((piece, ""));
            match (name.strip_prefix('/'), out_of) {
                (Some(ended), Some(name)) if ended == name => out_of = None,
                (None, None) if !self.parts.contains(&name) => out_of = Some(name),
                _ => {}
            }
            if out_of.is_none() {
                left.push_str(after);
            }
        }
        let fill = |text: String, (name, value): &(&str, String)| {
            text.replace(&format!("{{{{{name}}}}}"), value)
        };
        self.holes.iter().fold(left, fill)
    }
}

/// Where a page's text stands.
fn file(root: &Path, document: Document, lang: Lang) -> PathBuf {
    let name = match document {
        Document::Data | Document::Table(_) => "data",
        Document::Policy => "policy",
        Document::Ledger => "ledger",
        Document::Versions => "versions",
        Document::Accessibility => "accessibility",
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
