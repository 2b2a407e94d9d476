//! The rows of all tables: v1 with what a row by itself would lack.
//!
//! In v1 a thing is told by where it stands: a step stands in its claim, a claim in its
//! procurement. A row of a table stands alone, so it is given ids that are unlike in the whole
//! record, and the few values of its surroundings without which it could not be read.

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Every thing of the record by the name of its table, in the order of v1.
pub type Rows = BTreeMap<&'static str, Vec<Value>>;

/// Takes v1 apart into rows.
pub fn rows(mut record: Value) -> Rows {
    let mut rows = Rows::new();
    for (key, table) in [("parties", "parties"), ("sources", "sources"), ("regions", "regions")] {
        for mut one in take(&mut record, key) {
            let id = text(&one, "id");
            set(&mut one, "@id", &id);
            match table {
                "parties" => former_names(&mut one, &mut rows),
                "regions" => set(&mut one, "@fact", &format!("region/{id}")),
                _ => {}
            }
            rows.entry(table).or_default().push(one);
        }
    }
    for one in take(&mut record, "procurements") {
        procurement(one, &mut rows);
    }
    rows
}

fn former_names(party: &mut Value, rows: &mut Rows) {
    let id = text(party, "id");
    let mut names = Names::default();
    for mut name in take(party, "former_names") {
        set(&mut name, "@party", &id);
        let own = names.fresh(format!("party/{id}/name/{}", day(&name, "until")));
        set(&mut name, "@id", &own);
        rows.entry("party_names").or_default().push(name);
    }
}

fn procurement(mut one: Value, rows: &mut Rows) {
    let procurement = text(&one, "id");
    let page = one["page"].clone();
    let mut names = Names::default();
    let mut add = |rows: &mut Rows, table: &'static str, own: String, mut row: Value| {
        let own = names.fresh(format!("{procurement}/{own}"));
        set(&mut row, "@id", &own);
        set(&mut row, "@procurement", &procurement);
        if row["@page"].is_null() {
            put(&mut row, "@page", page.clone());
        }
        rows.entry(table).or_default().push(row);
        own
    };
    let plans = take(&mut one, "plans");
    let announced: BTreeMap<String, (Value, Value)> = plans
        .iter()
        .map(|plan| (text(plan, "id"), (plan["announced"].clone(), plan["public"].clone())))
        .collect();
    for plan in plans {
        add(rows, "plans", format!("plan/{}", text(&plan, "id")), plan);
    }
    let headline = text(&one, "headline");
    for (position, mut milestone) in take(&mut one, "milestones").into_iter().enumerate() {
        let id = text(&milestone, "id");
        let own = format!("milestone/{id}");
        let whole = format!("{procurement}/{own}");
        put(&mut milestone, "position", json!(position + 1));
        put(&mut milestone, "headline", json!(id == headline));
        if let Some(from) = milestone["split_from"].as_str() {
            let from = format!("{procurement}/milestone/{from}");
            set(&mut milestone, "split_from", &from);
        }
        let promises = take(&mut milestone, "promises");
        let latest = promises.len();
        for (position, mut promise) in promises.into_iter().enumerate() {
            let plan = text(&promise, "plan");
            if let Some((day, public)) = announced.get(&plan) {
                put(&mut promise, "announced", day.clone());
                put(&mut promise, "public", public.clone());
            }
            set(&mut promise, "@milestone", &whole);
            set(&mut promise, "plan", &format!("{procurement}/plan/{plan}"));
            put(&mut promise, "position", json!(position + 1));
            put(&mut promise, "latest", json!(position + 1 == latest));
            put(&mut promise, "known_through", milestone["known_through"].clone());
            put(&mut promise, "met", milestone["met"]["date"].clone());
            add(rows, "promises", format!("{own}/promise/{plan}"), promise);
        }
        add(rows, "milestones", own, milestone);
    }
    for mut event in take(&mut one, "events") {
        let own = format!("event/{}", text(&event, "id"));
        let whole = json!(format!("{procurement}/{own}"));
        for party in once_each(take(&mut event, "parties")) {
            let row = json!({ "event": whole, "party": party });
            rows.entry("event_parties").or_default().push(row);
        }
        for milestone in once_each(take(&mut event["tells_of"], "milestones")) {
            let milestone = milestone.as_str().unwrap_or_default();
            let milestone = format!("{procurement}/milestone/{milestone}");
            let row = json!({ "event": whole, "milestone": milestone });
            rows.entry("event_milestones").or_default().push(row);
        }
        own_page(&mut event);
        add(rows, "events", own, event);
    }
    for mut claim in take(&mut one, "claims") {
        let own = format!("claim/{}", text(&claim, "id"));
        let whole = format!("{procurement}/{own}");
        own_page(&mut claim);
        let parts = [
            ("steps", "claim_steps", "step", "status"),
            ("demands", "claim_demands", "demand", "form"),
            ("losses", "claim_losses", "loss", ""),
            ("received", "claim_received", "received", "kind"),
        ];
        for (key, table, kind, word) in parts {
            for mut part in take(&mut claim, key) {
                set(&mut part, "@claim", &whole);
                put(&mut part, "claim_kind", claim["kind"].clone());
                put(&mut part, "@page", claim["page"].clone());
                let word = text(&part, word);
                let end = if word.is_empty() { String::new() } else { format!("/{word}") };
                let part_own = format!("{own}/{kind}/{}{end}", day(&part, "date"));
                add(rows, table, part_own, part);
            }
        }
        add(rows, "claims", own, claim);
    }
    for mut cost in take(&mut one, "costs") {
        public(&mut cost["money"]);
        add(rows, "costs", format!("cost/{}", text(&cost, "id")), cost);
    }
    let others =
        [("statements", "statement"), ("unknowns", "unknown"), ("disagreements", "disagreement")];
    for (table, kind) in others {
        for other in take(&mut one, table) {
            add(rows, table, format!("{kind}/{}", text(&other, "id")), other);
        }
    }
    for programme in take(&mut one, "programmes") {
        add(rows, "programmes", format!("programme/{}", day(&programme, "since")), programme);
    }
    if !headline.is_empty() {
        set(&mut one, "headline", &format!("{procurement}/milestone/{headline}"));
    }
    if one["contract"].is_object() {
        public(&mut one["contract"]["value"]);
        // It often stands among the costs too, and figures of cost are never added.
        put(&mut one["contract"], "summable", json!(false));
        put(&mut one["contract"], "sum_rule", json!("figures-overlap"));
    }
    set(&mut one, "@id", &procurement);
    set(&mut one, "@procurement", &procurement);
    put(&mut one, "@page", page);
    rows.entry("procurements").or_default().push(one);
}

/// Names that may be asked for twice: the second one gets a number.
#[derive(Default)]
struct Names(BTreeMap<String, usize>);

impl Names {
    fn fresh(&mut self, wanted: String) -> String {
        let times = self.0.entry(wanted.clone()).or_default();
        *times += 1;
        if *times == 1 { wanted } else { format!("{wanted}/{times}") }
    }
}

/// A figure that stands by itself says, as sums do, that it has a number.
fn public(money: &mut Value) {
    if money.is_object() {
        set(money, "kind", "public");
    }
}

fn own_page(row: &mut Value) {
    let page = row["page"].clone();
    put(row, "@page", page);
}

fn take(from: &mut Value, key: &str) -> Vec<Value> {
    match from.as_object_mut().and_then(|map| map.remove(key)) {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    }
}

/// Who is named twice is named: a link is one row.
fn once_each(ids: Vec<Value>) -> Vec<Value> {
    let mut seen = BTreeSet::new();
    ids.into_iter().filter(|id| seen.insert(id.to_string())).collect()
}

fn text(of: &Value, key: &str) -> String {
    of[key].as_str().unwrap_or_default().to_owned()
}

/// The first day that a date may mean.
fn day(of: &Value, key: &str) -> String {
    text(&of[key], "earliest")
}

fn set(row: &mut Value, key: &str, value: &str) {
    put(row, key, json!(value));
}

fn put(row: &mut Value, key: &str, value: Value) {
    if let Some(map) = row.as_object_mut() {
        map.insert(key.to_owned(), value);
    }
}
