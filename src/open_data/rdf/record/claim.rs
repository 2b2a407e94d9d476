//! Claims: what was demanded, what was stated as damage, what was received, step by step.

use super::money::amount;
use super::shared::sources;
use crate::open_data::rdf::graph::Graph;
use crate::open_data::rdf::iri::{self, Numbered, concept};
use crate::open_data::rdf::terms::{IDENTIFIER, LABEL, PAGE, PART_OF, PUBLIC, TEXT, WHEN, own};
use crate::open_data::v1::claim::{Claim, Demand, Loss, Receipt, Step};

/// A claim with its life.
pub fn claim(graph: &mut Graph, whole: &str, claim: &Claim) {
    let root = graph.root;
    let it = iri::subject(&claim.page);
    let mut about = graph.about(it.as_str());
    about
        .is(own("Claim"))
        .plain(IDENTIFIER, claim.id)
        .link(PART_OF, whole)
        .link(PAGE, claim.page.sv.as_str())
        .link(PAGE, claim.page.en.as_str())
        .words(LABEL, &claim.title)
        .link(own("kind"), concept(root, "claim-kind", claim.kind))
        .link(own("claimant"), iri::party(root, claim.claimant))
        .link(own("respondent"), iri::party(root, claim.respondent))
        .maybe_words(own("ending"), &claim.outcome)
        .derived(sources(root, &claim.sources));
    for ground in &claim.grounds {
        about.link(own("ground"), concept(root, "ground", ground));
    }
    for remedy in &claim.remedies {
        about.link(own("remedy"), concept(root, "remedy", remedy));
    }
    if let Some(demanded) = &claim.demanded {
        let sum = iri::below_page(&it, "demanded");
        about.link(own("demanded"), sum.as_str());
        amount(graph, &sum, &demanded.amount, Some(demanded.adding));
    }
    let mut names = Numbered::default();
    for one in &claim.demands {
        let name = iri::on(&it, "demand", &names.name(&one.date, one.form));
        graph.about(it.as_str()).link(own("demand"), name.as_str());
        demand(graph, &name, one);
    }
    let mut names = Numbered::default();
    for one in &claim.losses {
        let name = iri::on(&it, "loss", &names.name(&one.date, ""));
        graph.about(it.as_str()).link(own("loss"), name.as_str());
        loss(graph, &name, one);
    }
    let mut names = Numbered::default();
    for one in &claim.received {
        let name = iri::on(&it, "received", &names.name(&one.date, one.kind));
        graph.about(it.as_str()).link(own("received"), name.as_str());
        receipt(graph, &name, one);
    }
    let mut names = Numbered::default();
    for one in &claim.steps {
        let name = iri::on(&it, "step", &names.name(&one.date, one.status));
        graph.about(it.as_str()).link(own("step"), name.as_str());
        step(graph, &name, one);
    }
}

fn demand(graph: &mut Graph, it: &str, demand: &Demand) {
    let (root, sum) = (graph.root, iri::below(it, "amount"));
    graph
        .about(it)
        .is(own("Demand"))
        .date(WHEN, &demand.date)
        .maybe_date(PUBLIC, &demand.public)
        .link(own("kind"), concept(root, "demand-form", demand.form))
        .words(TEXT, &demand.text)
        .link(own("amount"), sum.as_str())
        .derived(sources(root, &demand.sources));
    amount(graph, &sum, &demand.amount, Some(demand.adding));
}

fn loss(graph: &mut Graph, it: &str, loss: &Loss) {
    let (root, sum) = (graph.root, iri::below(it, "amount"));
    graph
        .about(it)
        .is(own("Loss"))
        .date(WHEN, &loss.date)
        .maybe_date(PUBLIC, &loss.public)
        .words(own("by"), &loss.by)
        .words(TEXT, &loss.text)
        .link(own("amount"), sum.as_str())
        .derived(sources(root, &loss.sources));
    amount(graph, &sum, &loss.amount, Some(loss.adding));
}

fn receipt(graph: &mut Graph, it: &str, part: &Receipt) {
    let (root, sum) = (graph.root, iri::below(it, "amount"));
    graph
        .about(it)
        .is(own("Receipt"))
        .date(WHEN, &part.date)
        .maybe_date(PUBLIC, &part.public)
        .link(own("kind"), concept(root, "receipt-kind", part.kind))
        .words(TEXT, &part.text)
        .link(own("amount"), sum.as_str())
        .derived(sources(root, &part.sources));
    amount(graph, &sum, &part.amount, Some(part.adding));
}

fn step(graph: &mut Graph, it: &str, step: &Step) {
    let root = graph.root;
    graph
        .about(it)
        .is(own("ClaimStep"))
        .date(WHEN, &step.date)
        .maybe_date(PUBLIC, &step.public)
        .link(own("kind"), concept(root, "step-status", step.status))
        .link(own("actor"), iri::party(root, step.by))
        .words(TEXT, &step.text)
        .derived(sources(root, &step.sources));
}
