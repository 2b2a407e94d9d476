//! Plans, milestones, every promise ever made, and what became of it.

use super::shared::sources;
use crate::open_data::rdf::graph::Graph;
use crate::open_data::rdf::iri::{self, concept};
use crate::open_data::rdf::terms::{
    DROPPED, IDENTIFIER, KNOWN_THROUGH, LABEL, NOTE, PART_OF, PROMISED, PUBLIC, TOLD_UNTIL, WHEN,
    own,
};
use crate::open_data::v1::schedule::{Met, Milestone, Plan, Promise, Unmet};

/// A plan as it was announced.
pub fn plan(graph: &mut Graph, whole: &str, plan: &Plan) {
    let root = graph.root;
    graph
        .about(iri::on(whole, "plan", plan.id))
        .is(own("Plan"))
        .plain(IDENTIFIER, plan.id)
        .link(PART_OF, whole)
        .date(WHEN, &plan.announced)
        .maybe_date(PUBLIC, &plan.public)
        .link(own("kind"), concept(root, "plan-form", plan.form))
        .words(own("by"), &plan.by)
        .maybe_words(NOTE, &plan.note)
        .derived(sources(root, &plan.sources));
}

/// A milestone with its promises.
pub fn milestone(graph: &mut Graph, whole: &str, milestone: &Milestone) {
    let it = iri::on(whole, "milestone", milestone.id);
    let promised = |promise: &Promise| {
        iri::on(whole, "promise", &format!("{}/{}", milestone.id, promise.plan))
    };
    graph
        .about(it.as_str())
        .is(own("Milestone"))
        .plain(IDENTIFIER, milestone.id)
        .link(PART_OF, whole)
        .words(LABEL, &milestone.name)
        .maybe_link(
            own("splitFrom"),
            milestone.split_from.map(|id| iri::on(whole, "milestone", id)),
        )
        .date(KNOWN_THROUGH, &milestone.known_through)
        .maybe_link(own("firstPromise"), milestone.promises.first().map(promised))
        .maybe_link(own("latestPromise"), milestone.promises.last().map(promised));
    for one in &milestone.promises {
        promise(graph, whole, &it, &promised(one), one);
    }
    if let Some(met) = &milestone.met {
        happened(graph, whole, &it, milestone.id, met);
    }
    if let Some(unmet) = &milestone.unmet {
        had_not(graph, whole, &it, milestone.id, unmet);
    }
}

fn promise(graph: &mut Graph, whole: &str, milestone: &str, it: &str, promise: &Promise) {
    let root = graph.root;
    let mut about = graph.about(it);
    about
        .is(own("Promise"))
        .link(own("promiseOf"), milestone)
        .link(own("madeIn"), iri::on(whole, "plan", promise.plan))
        .date(PROMISED, &promise.promised)
        .link(own("outcome"), concept(root, "outcome", promise.slip.outcome))
        .maybe_words(own("called"), &promise.called)
        .maybe_words(NOTE, &promise.note)
        .derived(sources(root, &promise.sources));
    if let Some(months) = promise.slip.months_at_least {
        about.integer(own("slipMonthsAtLeast"), months.into());
    }
    if let Some(months) = promise.slip.months_at_most {
        about.integer(own("slipMonthsAtMost"), months.into());
    }
}

fn happened(graph: &mut Graph, whole: &str, milestone: &str, id: &str, met: &Met) {
    let root = graph.root;
    let it = iri::on(whole, "met", id);
    graph.about(milestone).link(own("met"), it.as_str());
    graph
        .about(it)
        .is(own("Met"))
        .date(WHEN, &met.date)
        .maybe_date(PUBLIC, &met.public)
        .maybe_words(NOTE, &met.note)
        .derived(sources(root, &met.sources));
}

fn had_not(graph: &mut Graph, whole: &str, milestone: &str, id: &str, unmet: &Unmet) {
    let root = graph.root;
    let it = iri::on(whole, "unmet", id);
    graph.about(milestone).link(own("unmet"), it.as_str());
    graph
        .about(it)
        .is(own("Unmet"))
        .maybe_date(DROPPED, &unmet.dropped)
        .maybe_date(TOLD_UNTIL, &unmet.told_until)
        .maybe_words(NOTE, &unmet.note)
        .derived(sources(root, &unmet.sources));
}
