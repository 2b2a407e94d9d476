//! The promises of a procurement: the ladder of its first go-live, what is told of each stage, and
//! every plan as it was announced.

use super::Chapter;
use crate::i18n::{kind, words};
use crate::model::{Milestone, Procurement, SourceRef, Text};
use crate::view::block::Block;
use crate::view::chart::{anchor_of, called, framed, ladders_alone, table};
use crate::view::figure::{Asked, LADDERS};
use crate::view::markup::{PreEscaped, maybe};
use crate::view::only::Only;
use crate::view::{Gathered, Markup, PageState, Site, html};

/// The ladder of the first go-live, under its finding.
pub fn first<'a>(state: PageState<'a>, chapter: Chapter<'a>) -> Vec<Block<'a>> {
    let Chapter { site, procurement, .. } = chapter;
    let Some(milestone) = procurement.headline() else { return vec![] };
    let told = move || {
        html! { (split(site, procurement, milestone)) (became(&chapter, milestone)) }
    };
    let drawing = ladders_alone(state, Only::One(procurement));
    let asked = Asked::of(state, Only::One(procurement));
    let under = vec![Block::html("told", "div", "", told), table(&LADDERS, asked)];
    vec![framed(&LADDERS, asked, drawing, under)]
}

/// What a milestone was a part of before a plan promised it by itself, and which parts later
/// plans promised by themselves.
pub fn split(site: Site, procurement: &Procurement, milestone: &Milestone) -> Markup {
    let link =
        |to: &Milestone| html! { a href={ "#" (anchor_of(to)) } { (site.text(&to.name)) } }.0;
    let plan = |of: &Milestone| {
        let plan = of.schedule.original.plan;
        site.date(procurement.plans[usize::from(plan.0)].announced)
    };
    let whole = procurement
        .milestones
        .iter()
        .find(|whole| Some(&whole.id) == milestone.split_from.as_ref());
    let whole = whole.map(|whole| {
        let promised = site.date(whole.schedule.original.promised);
        let (date, whole) = (plan(milestone), link(whole));
        site.say(words::SplitFrom { whole: &whole, date: &date, promised: &promised })
    });
    let parts: Vec<String> = procurement
        .milestones
        .iter()
        .filter(|part| part.split_from.as_ref() == Some(&milestone.id))
        .map(|part| site.say(words::SplitPart { part: &link(part), date: &plan(part) }))
        .collect();
    let parts =
        (!parts.is_empty()).then(|| site.say(words::SplitInto { parts: &parts.join(", ") }));
    // The names in them are links.
    whole.into_iter().chain(parts).map(|text| html! { p { (PreEscaped(text)) } }).gathered()
}

/// What is said of how a milestone was met, or of its not having been, with the sources.
pub fn became(chapter: &Chapter, milestone: &Milestone) -> Markup {
    let Chapter { site, numbers, .. } = chapter;
    let told = |note: &Option<Text>, sources: &[SourceRef]| {
        html! {
            p { @if let Some(note) = note { (site.text(note)) } (numbers.marks(*site, sources)) }
        }
    };
    let met = milestone.schedule.met.as_ref().map(|met| told(&met.note, &met.sources));
    let unmet = milestone.schedule.unmet.as_ref().map(|unmet| told(&unmet.note, &unmet.sources));
    html! { div class="became" { (maybe(met)) (maybe(unmet)) } }
}

/// Every plan ever announced, with all it promised: where a rung of the ladder leads.
pub fn plans(chapter: &Chapter) -> Markup {
    let Chapter { site, procurement, numbers } = chapter;
    procurement
        .plans
        .iter()
        .enumerate()
        .map(|(at, plan)| {
            let promises = procurement
                .milestones
                .iter()
                .flat_map(|milestone| {
                    milestone
                        .schedule
                        .baselines()
                        .filter(move |baseline| usize::from(baseline.plan.0) == at)
                        .map(move |baseline| (milestone, baseline))
                })
                .map(|(milestone, baseline)| {
                    let note = |text: String| html! { span class="note" { (text) } };
                    let name = baseline.called.as_ref().map(|name| note(called(*site, name)));
                    let told = baseline.note.as_ref().map(|told| note(site.text(told).to_owned()));
                    html! {
                        li {
                            (site.text(&milestone.name))
                            ": "
                            strong { (site.date(baseline.promised)) }
                            (maybe(name))
                            (maybe(told))
                            (numbers.marks(*site, &baseline.sources))
                        }
                    }
                })
                .gathered();
            let note =
                plan.note.as_ref().map(|note| html! { p class="note" { (site.text(note)) } });
            html! {
                li id=(plan.id.to_string()) {
                    p {
                        b { (site.date(plan.announced)) }
                        " · "
                        (site.text(&plan.by))
                        " "
                        span class="tag" { (site.t(kind::plan_form(plan.form))) }
                        (numbers.marks(*site, &plan.sources))
                    }
                    ul { (promises) }
                    (maybe(note))
                }
            }
        })
        .gathered()
}
