//! What the page begins with: its name, three key figures, and the story in short.

use super::Chapter;
use crate::analysis::{claims::listed, compare};
use crate::i18n::{Key, format, words};
use crate::model::{ClaimKind, Procurement};
use crate::view::chart::counted;
use crate::view::glossary::Terms;
use crate::view::{Markup, Site, finding, html, sentence};

/// How many key figures there are at the most.
const FIGURES: usize = 3;

/// The name of the procurement and of what was bought.
pub fn title(site: Site, procurement: &Procurement) -> Markup {
    html! {
        @if procurement.headline().is_some() {
            a class="skip" href="#promises" { (site.t(Key::SkipToChart)) }
        }
        h1 tabindex="-1" {
            (site.text(&procurement.name))
            @if let Some(product) = &procurement.product { ": " (product) }
        }
    }
}

/// The name, the key figures, the summary.
pub fn head(chapter: &Chapter) -> Markup {
    let Chapter { site, procurement, numbers } = chapter;
    html! {
        (title(*site, procurement))
        p class="when" { (sentence::known_up_to(*site, procurement)) }
        div id="summary" {
            dl class="key-figures" {
                @for figure in figures(chapter).into_iter().take(FIGURES) {
                    div class=[figure.late.then_some("late")] {
                        dt { (figure.label) (figure.marks) }
                        dd {
                            @if let Some(anchor) = figure.anchor {
                                a href=(format!("#{anchor}")) { (figure.number) }
                            } @else { (figure.number) }
                        }
                    }
                }
            }
            @if let Some(summary) = &procurement.summary {
                p class="lead" { (Terms::new(*site).link(site.text(summary))) (numbers.marks(*site, &procurement.summary_sources)) }
            }
        }
    }
}

/// A figure in large type, and what it is.
struct KeyFigure {
    number: String,
    label: String,
    marks: Markup,
    /// Whether it is the length of a slip.
    late: bool,
    /// The chapter that tells more of it.
    anchor: Option<&'static str>,
}

/// The figures that there are of a procurement, those that tell most first.
fn figures(chapter: &Chapter) -> Vec<KeyFigure> {
    let Chapter { site, procurement, numbers } = chapter;
    let plain = |number: String, label: String, anchor: &'static str| KeyFigure {
        number: format::capitalized(&number),
        label,
        marks: Markup::default(),
        late: false,
        anchor: Some(anchor),
    };
    let mut figures = Vec::new();
    let summary = compare::summary(procurement);
    let schedule = procurement.headline().map(|milestone| &milestone.schedule);
    if let (Some(slip), Some(schedule)) = (summary.slip, schedule) {
        let date = &format::date(site.lang(), schedule.original.promised);
        let months = sentence::months_late(*site, slip);
        figures.push(match months.is_empty() {
            true => plain(
                sentence::short_slip(*site, slip),
                site.say(words::KeyFirstPromise { date }),
                "promises",
            ),
            false => {
                let late = plain(months, site.say(words::KeyLate { date }), "promises");
                KeyFigure { late: true, ..late }
            }
        });
    }
    if let Some(contract) = &procurement.contract
        && let Some(value) = contract.value
    {
        let date = format::on_date(site.lang(), contract.signed);
        let covers = contract.covers.as_ref().map(|covers| site.sentence(covers));
        let covers = covers.unwrap_or_else(|| site.t(Key::CostContractValue).to_owned());
        figures.push(KeyFigure {
            number: format::capitalized(&format::money(site.lang(), value)),
            label: site.say(words::KeyContract { covers: &covers, date: &date }),
            marks: numbers.marks(*site, &contract.sources),
            late: false,
            anchor: None,
        });
    }
    let between: Vec<_> = listed([*procurement])
        .into_iter()
        .filter(|(_, it)| it.kind == ClaimKind::Contract)
        .collect();
    if !between.is_empty() {
        let label = match between.len() {
            1 => site.t(Key::KeyClaims).to_owned(),
            _ => finding::claims(*site, &between),
        };
        figures.push(plain(counted(*site, ClaimKind::Contract, between.len()), label, "claims"));
    }
    if let Some(schedule) = schedule {
        let n = schedule.baselines().count();
        let label = site.t(Key::KeyPromises).to_owned();
        figures.push(plain(site.say(words::PromisesCount { n }), label, "promises"));
    }
    if let Some(first) = procurement.events.first() {
        let n = procurement.events.len();
        let label = site.say(words::Since { date: &first.date.range().first.year().to_string() });
        figures.push(plain(site.say(words::EventsCount { n }), label, "events"));
    }
    let n = numbers.count();
    let label = site.t(Key::KeySources).to_owned();
    figures.push(plain(site.say(words::SourcesCount { n }), label, "sources"));
    figures
}
