//! Every promise of a procurement: a ladder for each stage, and every plan as it was announced.

use crate::chart::slip;
use crate::i18n::{Key, kind, words};
use crate::model::{Milestone, Procurement};
use crate::view::block::Block;
use crate::view::chart::{anchor_of, called, framed, ladder, legend, promises_table, table};
use crate::view::fact_table::folded;
use crate::view::figure::{Asked, LADDERS};
use crate::view::markup::{PreEscaped, maybe, words};
use crate::view::prose::prose;
use crate::view::source_note::source_note;
use crate::view::{Gathered, Markup, PageState, Site, html, sentence};

/// A ladder for every milestone on one axis of years, the first go-live first; then the plans.
pub fn promises<'a>(state: PageState<'a>, procurement: &'a Procurement) -> Vec<Block<'a>> {
    let site = state.site;
    let years = slip::years(procurement.milestones.iter().map(|m| (procurement, m)));
    let first = procurement.headline().map(|milestone| first(state, procurement, milestone, years));
    let others = procurement.other_milestones().map(|milestone| {
        let make = move || {
            html! {
                h4 { (site.text(&milestone.name)) }
                p { (prose(sentence::ladder(site, procurement, milestone))) }
                (split(site, procurement, milestone))
                (ladder(site, procurement, milestone, years))
                (became(site, milestone))
                (folded(
                    site.t(Key::AsTable),
                    promises_table(site, procurement, milestone),
                ))
            }
        };
        Block::html(milestone.id.to_string(), "section", "ladder", make)
            .attribute("id", anchor_of(milestone))
    });
    let title = Block::html("title", "h3", "", move || words(site.t(Key::MilestonesTitle)));
    let milestones = std::iter::once(title).chain(others).collect();
    let plans = move || {
        html! {
            h3 { (site.t(Key::PlansTitle)) }
            ol class="plans" { (plans(site, procurement)) }
        }
    };
    let rest = [
        Block::around("milestones", "div", "far", milestones),
        Block::html("plans", "div", "far", plans),
    ];
    first.into_iter().chain(rest).collect()
}

/// The ladder of the first go-live.
fn first<'a>(
    state: PageState<'a>,
    procurement: &'a Procurement,
    milestone: &'a Milestone,
    years: (i16, i16),
) -> Block<'a> {
    let site = state.site;
    let drawing = move || ladder(site, procurement, milestone, years);
    let told = move || {
        html! { (split(site, procurement, milestone)) (became(site, milestone)) }
    };
    let drawing = vec![Block::html("ladder", "section", "first-ladder", drawing), legend(site)];
    let drawing = vec![Block::around("drawing", "div", "drawing", drawing)];
    let asked = Asked::of(state, Some(procurement));
    let under = vec![Block::html("told", "div", "", told), table(&LADDERS, asked)];
    framed(&LADDERS, asked, drawing, under)
}

/// What a milestone was a part of before a plan promised it by itself, and which parts later
/// plans promised by themselves.
fn split(site: Site, procurement: &Procurement, milestone: &Milestone) -> Markup {
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
fn became(site: Site, milestone: &Milestone) -> Markup {
    let met = milestone.schedule.met.as_ref().map(|met| {
        html! {
            (maybe(met.note.as_ref().map(|note| html! { p { (site.text(note)) } })))
            (source_note(site, &met.sources))
        }
    });
    let unmet = milestone.schedule.unmet.as_ref().map(|unmet| {
        html! {
            (maybe(unmet.note.as_ref().map(|note| html! { p { (site.text(note)) } })))
            (source_note(site, &unmet.sources))
        }
    });
    html! { div class="became" { (maybe(met)) (maybe(unmet)) } }
}

/// Every plan ever announced, with all it promised: where a rung of the ladder leads.
fn plans(site: Site, procurement: &Procurement) -> Markup {
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
                    let name = baseline.called.as_ref().map(|name| note(called(site, name)));
                    let told = baseline.note.as_ref().map(|told| note(site.text(told).to_owned()));
                    html! {
                        li {
                            (site.text(&milestone.name))
                            ": "
                            strong { (site.date(baseline.promised)) }
                            (maybe(name))
                            (maybe(told))
                            (source_note(site, &baseline.sources))
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
                    }
                    ul { (promises) }
                    (maybe(note))
                    (source_note(site, &plan.sources))
                }
            }
        })
        .gathered()
}
