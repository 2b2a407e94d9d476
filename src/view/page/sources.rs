//! Every source, by publisher.

use super::needs::PageFacts;
use super::spec::{About, PageSpec};
use super::text;
use crate::analysis::knowledge;
use crate::i18n::{Key, words};
use crate::model::{Source, SourceRef};
use crate::view::Site;
use crate::view::source_note::source_line;
use crate::view::{Gathered, Markup, html};

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    about: |site, _| About::words(site, Key::SourcesTitle, Key::SourcesDescription),
    header: Some(Key::NavSources),
    footer: None,
    of_many: true,
    facts: PageFacts::OF_ALL,
    blocks: |state, _| Some(text("sources", move || sources(state.site))),
    sources: None,
};

fn sources(site: Site) -> Markup {
    let mut publishers: Vec<(&str, Vec<&Source>)> = Vec::new();
    let known = knowledge::known_sources(site.today, site.dataset);
    let sources = (0..).map(SourceRef).zip(site.dataset.sources.iter());
    let sources = sources.filter(|(at, _)| known.contains(at));
    for (_, source) in sources {
        match publishers.last_mut() {
            Some((publisher, sources)) if *publisher == source.publisher => sources.push(source),
            _ => publishers.push((&source.publisher, vec![source])),
        }
    }
    let lead = site.say(words::SourcesLead {
        sources: &site.say(words::SourcesCount { n: known.len() }),
        publishers: &site.say(words::PublishersCount { n: publishers.len() }),
    });
    let groups = publishers
        .into_iter()
        .map(|(publisher, sources)| {
            let items = sources
                .into_iter()
                .map(|source| {
                    html! {
                        li id=(source.id.to_string()) { (source_line(site, source)) }
                    }
                })
                .gathered();
            html! { h2 { (publisher) } ul class="source-list" { (items) } }
        })
        .gathered();
    html! {
        h1 tabindex="-1" { (site.t(Key::SourcesTitle)) }
        p class="lead" { (lead) }
        (groups)
    }
}
