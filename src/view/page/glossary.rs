//! What the words mean.

use super::needs::PageFacts;
use super::spec::{About, Chunk, PageContent, PageSpec};
use super::text;
use crate::i18n::{Key, format};
use crate::route::{Page, Selection};
use crate::view::glossary::{LAW, STORY, Term};
use crate::view::{Markup, Site, html};

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    header: None,
    footer: Some(Key::NavGlossary),
    of_many: false,
    facts: PageFacts::NONE,
    chunk: Some(Chunk::Texts),
};

/// What it shows.
pub static CONTENT: PageContent = PageContent {
    about: |site, _| About::words(site, Key::GlossaryTitle, Key::GlossaryDescription),
    blocks: |state, _| Some(text("glossary", move || glossary(state.site))),
    figure: None,
    pictures: None,
    sources: None,
};

fn glossary(site: Site) -> Markup {
    html! {
        h1 tabindex="-1" { (site.t(Key::GlossaryTitle)) }
        p class="lead" { (site.t(Key::GlossaryLead)) }
        (group(site, Key::GlossaryLaw, &LAW))
        (group(site, Key::GlossaryStory, &STORY))
    }
}

fn group(site: Site, name: Key, terms: &[Term]) -> Markup {
    html! {
        h2 { (site.t(name)) }
        dl class="glossary" {
            @for term in terms {
                div id=(term.id) {
                    dt { (format::capitalized(term.name(site))) }
                    dd {
                        (site.t(term.means)) " "
                        a href=(search(site, term)) rel="nofollow" aria-label={
                            (site.t(Key::GlossarySearch)) ": " (term.name(site))
                        } { (site.t(Key::NavSearch)) }
                    }
                }
            }
        }
    }
}

/// Where the word is looked for.
fn search(site: Site, term: &Term) -> String {
    let words = Selection::default().with_words(term.name(site));
    format!("{}{words}", site.href(Page::Search))
}
