//! A feed as Atom, RFC 4287.

use super::entry::{Entry, timestamp};
use super::{Feed, Form, words};
use crate::i18n::Key;
use quick_xml::escape::escape;
use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::writer::Writer;
use std::io;

type Xml = Writer<Vec<u8>>;

/// The file's text.
pub fn write(feed: &Feed) -> io::Result<String> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let root = xml.create_element("feed").with_attributes([
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xml:lang", feed.lang.code()),
    ]);
    root.write_inner_content(|xml| head(xml, feed))?;
    let mut text = String::from_utf8(xml.into_inner())
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
    text.push('\n');
    Ok(text)
}

fn head(xml: &mut Xml, feed: &Feed) -> io::Result<()> {
    let messages = feed.publication.words(feed.lang);
    element(xml, "id", &feed.id())?;
    element(xml, "title", &feed.title())?;
    element(xml, "subtitle", words::subtitle(feed.lang))?;
    element(xml, "updated", &timestamp(feed.day()))?;
    let page = feed.page();
    link(xml, &[("rel", "self"), ("type", super::ATOM), ("href", &feed.address(Form::Atom))])?;
    let html = ("type", "text/html");
    link(xml, &[("rel", "alternate"), html, ("hreflang", feed.lang.code()), ("href", &page)])?;
    xml.create_element("author").write_inner_content(|xml| {
        element(xml, "name", messages.get(Key::PublisherName))?;
        element(xml, "uri", feed.publication.root)
    })?;
    element(xml, "rights", feed.publication.dataset.licence.name())?;
    feed.entries.iter().try_for_each(|entry| self::entry(xml, feed, entry))
}

fn entry(xml: &mut Xml, feed: &Feed, entry: &Entry) -> io::Result<()> {
    let day = timestamp(entry.day);
    xml.create_element("entry").write_inner_content(|xml| {
        element(xml, "id", &entry.id)?;
        element(xml, "title", &entry.title)?;
        element(xml, "published", &day)?;
        element(xml, "updated", &day)?;
        let html = ("type", "text/html");
        let lang = ("hreflang", feed.lang.code());
        link(xml, &[("rel", "alternate"), html, lang, ("href", &entry.url)])?;
        for source in &entry.sources {
            link(xml, &[("rel", "via"), ("hreflang", source.language), ("href", &source.url)])?;
        }
        let (term, label) = &entry.category;
        xml.create_element("category")
            .with_attributes([("term", *term), ("label", label)])
            .write_empty()?;
        xml.create_element("content")
            .with_attribute(("type", "html"))
            .write_text_content(text(&entry.html()))?;
        Ok(())
    })?;
    Ok(())
}

fn element(xml: &mut Xml, name: &str, content: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(text(content)).map(|_| ())
}

fn link(xml: &mut Xml, attributes: &[(&str, &str)]) -> io::Result<()> {
    xml.create_element("link").with_attributes(attributes.iter().copied()).write_empty().map(|_| ())
}

/// A text as a parser gives it back. A carriage return would come back as a line feed, and what
/// XML has no place for (RFC 4287 is XML 1.0) is told as a letter that is not known.
fn text(content: &str) -> BytesText<'static> {
    let clean: String = content
        .chars()
        .map(|letter| match letter {
            '\t' | '\n' | '\r' => letter,
            '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
            letter if letter < ' ' => char::REPLACEMENT_CHARACTER,
            letter => letter,
        })
        .collect();
    BytesText::from_escaped(escape(clean.as_str()).replace('\r', "&#13;"))
}
