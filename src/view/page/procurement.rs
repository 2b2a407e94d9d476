//! Everything about one procurement.

use super::{claims, timeline};
use crate::analysis::compare;
use crate::chart::slip;
use crate::i18n::{Key, format, kind};
use crate::model::{Confidence, Event, Milestone, Procurement, SourceRef};
use crate::route::{EmbedView, Page};
use crate::view::chart::{Figure, figure, ladder, promises_table};
use crate::view::embed_code::embed_code;
use crate::view::fact_table::{fact_table, folded};
use crate::view::prose::prose;
use crate::view::source_note::{source_line, source_note};
use crate::view::{Live, Site, filter, sentence};
use leptos::prelude::*;
use std::collections::BTreeSet;

pub fn procurement(site: Site, procurement: &'static Procurement, live: Live) -> AnyView {
    let name = site.text(&procurement.name);
    let id = procurement.id.clone();
    let embed =
        |view, key| embed_code(site, view, Some(id.clone()), format!("{name}: {}", site.t(key)));
    let sections = [
        ("promises", Key::SectionPromises),
        ("timeline", Key::SectionTimeline),
        ("claims", Key::SectionClaims),
        ("costs", Key::SectionCosts),
        ("events", Key::SectionEvents),
        ("statements", Key::SectionStatements),
        ("unknown", Key::SectionUnknown),
        ("disagreements", Key::SectionDisagreements),
        ("sources", Key::SectionSources),
    ]
    .into_iter()
    .map(|(anchor, key)| {
        view! {
            <li>
                <a href=format!("#{anchor}")>{site.t(key)}</a>
            </li>
        }
        .into_any()
    })
    .collect_view();
    view! {
        <h1 tabindex="-1">{format!("{name}: {}", procurement.product)}</h1>
        <p class="lead">{site.text(&procurement.summary)}</p>
        {source_note(site, &procurement.summary_sources)}
        <nav class="contents" aria-label=site.t(Key::OnThisPage)>
            <ul>{sections}</ul>
        </nav>
        {about(site, procurement)}
        {promises(site, procurement)}
        <div class="filters" data-live="">
            {filter::event_groups(site, live)} {filter::years(site, live)}
            {filter::reset(site, live)}
        </div>
        {filter::notice(site, live)}
        {timeline::chart(
            site,
            live,
            Some(procurement),
            embed(EmbedView::Timeline, Key::SectionTimeline),
        )}
        {claims::chart(site, live, Some(procurement), embed(EmbedView::Claims, Key::SectionClaims))}
        {costs(site, procurement)}
        {events(site, procurement)}
        {statements(site, procurement)}
        {unknowns(site, procurement)}
        {disagreements(site, procurement)}
        {sources(site, procurement)}
    }
    .into_any()
}

fn about(site: Site, procurement: &'static Procurement) -> AnyView {
    let contract = &procurement.contract;
    view! {
        <dl class="about-procurement">
            <dt>{site.t(Key::Buyer)}</dt>
            <dd>{site.party(procurement.buyer)}</dd>
            <dt>{site.t(Key::Supplier)}</dt>
            <dd>{site.party_on(procurement.supplier, contract.signed)}</dd>
            <dt>{site.t(Key::Programme)}</dt>
            <dd>{procurement.programmes.join(", ")}</dd>
            <dt>{site.t(Key::Scope)}</dt>
            <dd>
                {site.text(&procurement.scope)} {source_note(site, &procurement.scope_sources)}
            </dd>
            <dt>{site.t(Key::Replaces)}</dt>
            <dd>
                {site.text(&procurement.replaces)}
                {source_note(site, &procurement.replaces_sources)}
            </dd>
            <dt>{site.t(Key::Contract)}</dt>
            <dd>
                {format!(
                    "{}: {}",
                    site.date(contract.signed),
                    format::money(site.lang(), contract.value),
                )} <span class="note">{site.sentence(&contract.covers)}</span>
                <span class="note">{site.sentence(&contract.term)}</span>
                {source_note(site, &contract.sources)}
            </dd>
            <dt>{site.t(Key::Stands)}</dt>
            <dd>
                {site.text(&procurement.standing.text)}
                <span class="note">
                    {site.fill(Key::Since, &[("date", &site.date(procurement.standing.since))])}
                </span> {source_note(site, &procurement.standing.sources)}
            </dd>
            <dt>{site.t(Key::Residents)}</dt>
            <dd>
                {format!(
                    "{} ({})",
                    format::count(site.lang(), procurement.residents.count.into()),
                    procurement.residents.year,
                )} {source_note(site, &procurement.residents.sources)}
            </dd>
        </dl>
    }
    .into_any()
}

/// A ladder for every milestone on one axis of years, the first go-live first; then the plans.
fn promises(site: Site, procurement: &'static Procurement) -> AnyView {
    let known = compare::summary(procurement).known;
    let years = slip::years(procurement.milestones.iter().map(|m| (procurement, m, known)));
    let first = procurement.first_go_live().map(|milestone| {
        let title = site.fill(
            Key::LadderQuestion,
            &[("name", site.text(&procurement.name)), ("product", &procurement.product)],
        );
        figure(Figure {
            id: "promises".to_owned(),
            title: view! { <h2>{title}</h2> }.into_any(),
            sentence: prose(sentence::ladder(site, milestone, known)),
            drawing: view! {
                {ladder(site, procurement, milestone, known, years)}
                <p class="legend">{site.t(Key::LadderLegend)}</p>
            }
            .into_any(),
            under: view! {
                {became(site, milestone)}
                {folded(
                    site.t(Key::AsTable),
                    promises_table(site, procurement, milestone, known),
                )}
            }
            .into_any(),
        })
    });
    let others = procurement
        .milestones
        .iter()
        .skip(1)
        .map(|milestone| {
            view! {
                <section class="ladder" id=format!("m-{}", milestone.id)>
                    <h4>{site.text(&milestone.name)}</h4>
                    <p>{prose(sentence::ladder(site, milestone, known))}</p>
                    {ladder(site, procurement, milestone, known, years)}
                    {became(site, milestone)}
                    {folded(
                        site.t(Key::AsTable),
                        promises_table(site, procurement, milestone, known),
                    )}
                </section>
            }
            .into_any()
        })
        .collect_view();
    view! {
        {first}
        <h3>{site.t(Key::MilestonesTitle)}</h3>
        {others}
        <h3>{site.t(Key::PlansTitle)}</h3>
        <ol class="plans">{plans(site, procurement)}</ol>
    }
    .into_any()
}

/// What is said of how a milestone was met, or of its not having been, with the sources.
fn became(site: Site, milestone: &'static Milestone) -> AnyView {
    let met = milestone.schedule.met.as_ref().map(|met| {
        view! {
            {met.note.as_ref().map(|note| view! { <p>{site.text(note)}</p> }.into_any())}
            {source_note(site, &met.sources)}
        }
        .into_any()
    });
    let unmet = milestone.schedule.unmet.as_ref().map(|unmet| {
        view! {
            <p>{site.text(&unmet.note)}</p>
            {source_note(site, &unmet.sources)}
        }
        .into_any()
    });
    view! { <div class="became">{met} {unmet}</div> }.into_any()
}

/// Every plan ever announced, with all it promised: where a rung of the ladder leads.
fn plans(site: Site, procurement: &'static Procurement) -> AnyView {
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
                    let note = baseline.note.as_ref().map(|note| {
                        view! { <span class="note">{site.text(note)}</span> }.into_any()
                    });
                    view! {
                        <li>
                            {site.text(&milestone.name)} ": "
                            <strong>{site.date(baseline.promised)}</strong> {note}
                            {source_note(site, &baseline.sources)}
                        </li>
                    }
                    .into_any()
                })
                .collect_view();
            let note = plan
                .note
                .as_ref()
                .map(|note| view! { <p class="note">{site.text(note)}</p> }.into_any());
            view! {
                <li id=plan.id.to_string()>
                    <p>
                        <b>{site.date(plan.announced)}</b> " · " {site.text(&plan.by)} " "
                        <span class="tag">{site.t(kind::plan_form(plan.form))}</span>
                    </p>
                    <ul>{promises}</ul>
                    {note}
                    {source_note(site, &plan.sources)}
                </li>
            }
            .into_any()
        })
        .collect_view()
        .into_any()
}

fn costs(site: Site, procurement: &'static Procurement) -> AnyView {
    let rows = procurement
        .costs
        .iter()
        .map(|cost| {
            let disputed = cost.disputed.as_ref().map(|text| {
                view! { <span class="note disputed">{site.text(text)}</span> }.into_any()
            });
            vec![
                site.date(cost.as_of).into_any(),
                site.t(kind::cost_kind(cost.kind)).into_any(),
                view! {
                    <span class="figure">{format::money(site.lang(), cost.money)}</span>
                    {disputed}
                }
                .into_any(),
                site.sentence(&cost.covers).into_any(),
                site.sentence(&cost.by).into_any(),
                source_note(site, &cost.sources),
            ]
        })
        .collect();
    let table = fact_table(
        site.fill(Key::CostsCaption, &[("name", site.text(&procurement.name))]),
        [Key::ColDate, Key::ColMeasures, Key::ColSum, Key::ColCovers, Key::ColBy, Key::ColSources]
            .map(|key| site.t(key))
            .to_vec(),
        rows,
    );
    view! {
        <section id="costs">
            <h2>{site.t(Key::SectionCosts)}</h2>
            <p>{site.t(Key::CostsWarning)}</p>
            {table}
        </section>
    }
    .into_any()
}

/// Every event under its year: where a gathered mark of the timeline leads.
fn events(site: Site, procurement: &'static Procurement) -> AnyView {
    let mut years: Vec<(i16, Vec<&'static Event>)> = Vec::new();
    for event in &procurement.events {
        let year = event.date.range().first.year();
        match years.last_mut() {
            Some((last, events)) if *last == year => events.push(event),
            _ => years.push((year, vec![event])),
        }
    }
    let years = years
        .into_iter()
        .map(|(year, events)| {
            let items = events
                .into_iter()
                .map(|event| {
                    let href = site.href(Page::Event(procurement.id.clone(), event.id.clone()));
                    let unconfirmed = (event.confidence == Confidence::Low).then(|| {
                        view! { <span class="tag unconfirmed">{site.t(Key::Unconfirmed)}</span> }
                            .into_any()
                    });
                    view! {
                        <li>
                            <p class="when">
                                {site.date(event.date)} " · " {site.t(kind::event_kind(event.kind))}
                                " " {unconfirmed}
                            </p>
                            <a href=href>{site.text(&event.title)}</a>
                            {source_note(site, &event.sources)}
                        </li>
                    }
                    .into_any()
                })
                .collect_view();
            view! {
                <h3 id=format!("y{year}")>{year.to_string()}</h3>
                <ol class="events">{items}</ol>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <section id="events">
            <h2>{site.t(Key::SectionEvents)}</h2>
            {years}
        </section>
    }
    .into_any()
}

fn statements(site: Site, procurement: &'static Procurement) -> AnyView {
    let items = procurement
        .statements
        .iter()
        .map(|statement| {
            view! {
                <li>
                    <p class="when">
                        {site.date(statement.date)} " · " {site.text(&statement.by)}
                    </p>
                    <p>{site.text(&statement.text)}</p>
                    {source_note(site, &statement.sources)}
                </li>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <section id="statements">
            <h2>{site.t(Key::SectionStatements)}</h2>
            <p>{site.t(Key::StatementsLead)}</p>
            <ol class="events">{items}</ol>
        </section>
    }
    .into_any()
}

fn unknowns(site: Site, procurement: &'static Procurement) -> AnyView {
    let items = procurement
        .unknowns
        .iter()
        .map(|text| view! { <li>{site.text(text)}</li> }.into_any())
        .collect_view();
    view! {
        <section id="unknown">
            <h2>{site.t(Key::SectionUnknown)}</h2>
            <ul class="unknown">{items}</ul>
        </section>
    }
    .into_any()
}

fn disagreements(site: Site, procurement: &'static Procurement) -> AnyView {
    let items = procurement
        .disagreements
        .iter()
        .map(|disagreement| {
            view! {
                <li>
                    <p>{site.text(&disagreement.text)}</p>
                    {source_note(site, &disagreement.sources)}
                </li>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <section id="disagreements">
            <h2>{site.t(Key::SectionDisagreements)}</h2>
            <p>{site.t(Key::DisagreementsLead)}</p>
            <ul class="disagreements">{items}</ul>
        </section>
    }
    .into_any()
}

/// Every source that the page's facts rest on, once.
fn sources(site: Site, procurement: &'static Procurement) -> AnyView {
    let mut used: BTreeSet<SourceRef> = BTreeSet::new();
    procurement.each_source(&mut |source| {
        used.insert(source);
    });
    let items = used
        .into_iter()
        .map(|source| {
            view! { <li>{source_line(site, site.dataset.source(source))}</li> }.into_any()
        })
        .collect_view();
    view! {
        <section id="sources">
            <h2>{site.t(Key::SectionSources)}</h2>
            <ul class="source-list">{items}</ul>
        </section>
    }
    .into_any()
}
