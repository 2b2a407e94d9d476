//! Sums: only what is public has a number, and each says whether it may be added up.

use super::shared::sources;
use crate::open_data::rdf::graph::Graph;
use crate::open_data::rdf::iri::{concept, schema};
use crate::open_data::rdf::terms::own;
use crate::open_data::v1::Adding;
use crate::open_data::v1::money::{Amount, Money};

/// A sum, or why there is none, at an IRI of its own.
pub fn amount(graph: &mut Graph, it: &str, amount: &Amount, adding: Option<Adding>) {
    let root = graph.root;
    let (kind, money) = match amount {
        Amount::Public(money) => ("public", Some(money)),
        Amount::Withheld { .. } => ("withheld", None),
        Amount::NotNamed => ("not-named", None),
        Amount::NotFound => ("not-found", None),
    };
    let mut about = graph.about(it);
    about.is(own("Amount")).link(own("amountKind"), concept(root, "amount-kind", kind));
    if let Amount::Withheld { reason, said_by, sources: from } = amount {
        about
            .words(own("withheldReason"), reason)
            .words(own("withheldSaidBy"), said_by)
            .derived(sources(root, from));
    }
    if let Some(adding) = adding {
        about
            .yes_or_no(own("summable"), adding.summable)
            .link(own("sumRule"), concept(root, "sum-rule", adding.sum_rule));
    }
    if let Some(money) = money {
        figure(graph, it, money);
    }
}

/// A sum that is always public.
pub fn public(graph: &mut Graph, it: &str, money: &Money, adding: Option<Adding>) {
    let root = graph.root;
    let mut about = graph.about(it);
    about.is(own("Amount")).link(own("amountKind"), concept(root, "amount-kind", "public"));
    if let Some(adding) = adding {
        about
            .yes_or_no(own("summable"), adding.summable)
            .link(own("sumRule"), concept(root, "sum-rule", adding.sum_rule));
    }
    figure(graph, it, money);
}

fn figure(graph: &mut Graph, it: &str, money: &Money) {
    let root = graph.root;
    let mut about = graph.about(it);
    about
        .plain(schema("currency"), money.currency)
        .link(own("qualifier"), concept(root, "qualifier", money.qualifier));
    match money.value_high {
        Some(high) => {
            about.integer(schema("minValue"), money.value).integer(schema("maxValue"), high)
        }
        None => about.integer(schema("value"), money.value),
    };
}
