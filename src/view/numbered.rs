//! The sources of a page by number: a small mark beside each fact leads to the numbered list at
//! the end, and the list leads back.

use super::source_note::entry;
use super::{Gathered, Markup, Site, html};
use crate::i18n::words;
use crate::model::{Source, SourceRef};
use std::collections::{BTreeMap, BTreeSet};

/// The numbers of a page's sources, in the order of the data set: by publisher.
pub struct Numbers {
    /// Each source with the first place of the page that rests on it.
    first: BTreeMap<SourceRef, String>,
}

impl Numbers {
    /// Numbers the sources of a page's places, which come in the order in which they stand.
    pub fn of(places: impl IntoIterator<Item = (String, Vec<SourceRef>)>) -> Numbers {
        let mut first = BTreeMap::new();
        for (place, sources) in places {
            for source in sources {
                first.entry(source).or_insert_with(|| place.clone());
            }
        }
        Numbers { first }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.first.len()
    }

    fn number(&self, source: SourceRef) -> Option<usize> {
        self.first.contains_key(&source).then(|| self.first.range(..=source).count())
    }

    /// The marks of a fact's sources: [1] [2].
    pub fn marks(&self, site: Site, sources: &[SourceRef]) -> Markup {
        let numbers: BTreeSet<usize> = sources.iter().filter_map(|it| self.number(*it)).collect();
        let marks = numbers.into_iter().map(|n| {
            let label = site.say(words::SourceNumber { n });
            html! { a class="ref" href=(format!("#s{n}")) aria-label=(label) { (n) } }
        });
        match sources {
            [] => Markup::default(),
            _ => html! { span class="refs" { (marks.gathered()) } },
        }
    }

    /// The list itself, a publisher at a time.
    pub fn list(&self, site: Site) -> Markup {
        let mut publishers: Vec<(usize, Vec<(&Source, &str)>)> = Vec::new();
        for (at, (source, place)) in self.first.iter().enumerate() {
            let source = site.dataset.source(*source);
            match publishers.last_mut() {
                Some((_, all)) if all[0].0.publisher == source.publisher => {
                    all.push((source, place))
                }
                _ => publishers.push((at + 1, vec![(source, place)])),
            }
        }
        html! {
            ul class="numbered" {
                @for (from, sources) in publishers {
                    li {
                        b class="publisher" { (sources[0].0.publisher) }
                        ol start=(from) {
                            @for (at, (source, place)) in sources.iter().enumerate() {
                                li id=(format!("s{}", from + at)) {
                                    (entry(site, source)) " "
                                    a class="back" href=(format!("#{place}"))
                                        aria-label=(site.say(words::BackToFact { n: from + at })) { "↑" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
