//! "Cite this view": its address with the whole choice, the version of the data, the day and
//! the sources, as text, BibTeX and CSL-JSON.

use super::block::{Block, Follows};
use super::copy::field_to_copy;
use super::figure::{self, Asked};
use super::markup::words;
use super::only::Only;
use super::page::content as contents;
use super::picture::{Form, Pictured, of_page};
use super::{Gathered, Markup, PageState, Site, html};
use crate::i18n::cite::{Reference, bibtex, csl_json, text};
use crate::i18n::{Key, format, words};
use crate::model::{PartialDate, SourceRef};
use crate::route::{Address, Document, Of, Page, Selection, Theme};
use std::collections::BTreeSet;

/// A fold at the end of every page. Prerendered it cites the view; the sources, which stand on
/// the page, come with them when a reader opens it: written out three times on every page, they
/// would weigh more than the page.
pub fn cite<'a>(state: PageState<'a>, page: &'a Page, title: String) -> Block<'a> {
    let PageState { site, selection, .. } = state;
    let name = site.t(Key::CiteTitle);
    let make = move || {
        let sources = match state.prerendering {
            true => BTreeSet::new(),
            false => rests_on(site, page, selection),
        };
        content(site, page, selection, title, &sources)
    };
    let summary = Block::html("summary", "summary", "", move || words(name));
    let content =
        Block::html("content", "div", "", make).following(Follows::Opened).prerendered_in_part();
    Block::around("cite", "details", "cite", vec![summary, content])
}

/// The citation of a view as text, without its sources.
pub fn citation(site: Site, page: &Page, selection: &Selection, title: String) -> String {
    text(site.lang(), &[view_of(site, page, selection, title)])
}

fn content(
    site: Site,
    page: &Page,
    selection: &Selection,
    title: String,
    sources: &BTreeSet<SourceRef>,
) -> Markup {
    let view = view_of(site, page, selection, title);
    let line = text(site.lang(), std::slice::from_ref(&view));
    let mut all = vec![view];
    all.extend(sources.iter().map(|source| Reference::of_source(site.dataset.source(*source))));
    let listed = match sources.is_empty() {
        true => line,
        false => format!(
            "{line}\n\n{}\n{}",
            site.t(Key::CiteSources),
            text(site.lang(), all.get(1..).unwrap_or_default())
        ),
    };
    let block = |name: &'static str, copy: Key, id: &'static str, rows: u8, text: String| {
        html! {
            label for=(id) { (name) }
            (field_to_copy(site, id, rows, copy, &text))
        }
    };
    html! {
        p { (site.t(Key::CiteHow)) }
        (no_address(site))
        (block(site.t(Key::CiteText), Key::CopyText, "cite-text", 4, listed))
        (block("BibTeX", Key::CopyBibtex, "cite-bibtex", 8, bibtex(&all)))
        (block("CSL-JSON", Key::CopyJson, "cite-json", 8, csl_json(&all)))
        (pictures(site, page))
        (versions(site, page))
    }
}

/// That the address shows the latest, and where it stays as it is: the figure of the page where
/// today's facts are frozen, and the list of all that is.
fn versions(site: Site, page: &Page) -> Markup {
    let list = format!("{}{}", site.base, Document::Versions.path(site.lang()));
    let embed = figure::of(page).map(|figure| Page::Embed(&figure.page, Of::All));
    let frozen = embed.and_then(|embed| site.frozen(&embed));
    html! {
        p {
            @if let Some(href) = frozen {
                a href=(href) rel="external" { (site.t(Key::CiteFrozenFigure)) } " · "
            }
            a href=(list) rel="external" { (site.t(Key::CiteFrozen)) }
        }
    }
}

/// The pictures of the page's figures.
fn pictures(site: Site, page: &Page) -> Markup {
    let figures = if site.pictures { of_page(site, page) } else { vec![] };
    let link = |pictured: &Pictured, form: Form| {
        let href = format!("{}{}", site.base, pictured.path(site.lang(), form));
        html! { a href=(href) rel="external" { (form.name(site)) } }
    };
    let of = |pictured: &Pictured| {
        let links = Form::OFFERED.into_iter().map(|form| link(pictured, form));
        let links = links.map(|link| html! { " · " (link) }).gathered();
        html! { li { (site.t(pictured.figure.name)) (links) } }
    };
    html! {
        @if !figures.is_empty() {
            p { (site.t(Key::CitePictures)) }
            ul class="pictures" { (figures.iter().map(of).gathered()) }
        }
    }
}

/// That the code to copy has a path alone, where the site does not know where it stands.
pub fn no_address(site: Site) -> Markup {
    html! {
        @if site.origin.is_empty() { p { (site.t(Key::CiteNoAddress)) } }
    }
}

/// The view itself as a reference. Its address says the day even where that is today's, so that
/// it shows the same when more has become known.
fn view_of(site: Site, page: &Page, selection: &Selection, title: String) -> Reference {
    let day = |day| format::on_date(site.lang(), PartialDate::Day(day));
    let reviewed = site.today.reviewed;
    let whole = Selection {
        as_of: Some(selection.as_of.unwrap_or(reviewed)),
        theme: Theme::Auto,
        reuse: None,
        ..selection.clone()
    };
    let version = &site.today.version;
    let date = site.date(PartialDate::Day(reviewed));
    let licence = site.today.licence.name();
    let note = match selection.as_of {
        Some(then) => site.say(words::CiteAsOf { version, date: &date, licence, day: &day(then) }),
        None => site.say(words::CiteVersion { version, date: &date, licence }),
    };
    let address = Address::new(site.lang(), page.clone()).to_string();
    let mut id = site.slug();
    for part in address.split('/').filter(|part| !part.is_empty()) {
        id.push('-');
        id.push_str(part);
    }
    Reference {
        id,
        kind: "webpage",
        publisher: site.t(Key::PublisherName).to_owned(),
        title: Some(title),
        url: format!("{}{whole}", site.url(page.clone())),
        issued: Some(PartialDate::Day(reviewed)),
        version: Some(version.clone()),
        note: Some(note),
        language: site.lang().code(),
    }
}

/// The sources of what a view shows. The pages that are about no fact in particular have none.
fn rests_on(site: Site, page: &Page, selection: &Selection) -> BTreeSet<SourceRef> {
    let mut found = BTreeSet::new();
    let mut tell = |source: SourceRef| {
        found.insert(source);
    };
    match (figure::of(page), contents::of(page).sources) {
        (Some(figure), _) => {
            (figure.sources)(Asked { site, selection, only: Only::All }, &mut tell)
        }
        (None, Some(sources)) => sources(site, page, &mut tell),
        (None, None) => {}
    }
    found
}
