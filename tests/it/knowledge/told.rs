//! Everything that a data set tells, as a set of lines: what is told on one day can be compared
//! with what is told on another, and with what a second reading of the rule allows.

use std::collections::BTreeSet;
use utlovat::model::{Dataset, Day, PartialDate, Procurement, SourceRef, Text};

/// A line for each fact.
pub fn told(dataset: &Dataset) -> BTreeSet<String> {
    let mut told = BTreeSet::new();
    for one in &dataset.procurements {
        facts(one, &mut |_, _, line| {
            told.insert(format!("{} {line}", one.id));
        });
        let texts = [("summary", &one.summary), ("scope", &one.scope), ("replaces", &one.replaces)];
        let texts = texts.into_iter().filter(|(_, text)| text.is_some());
        told.extend(texts.map(|(name, _)| format!("{} {name}", one.id)));
        told.extend(one.supplier.map(|_| format!("{} supplier", one.id)));
        told.extend(one.product.iter().map(|_| format!("{} product", one.id)));
        told.extend(one.standing.iter().map(|_| format!("{} standing", one.id)));
        told.extend(one.unknowns.iter().map(|it| format!("{} unknown {}", one.id, it.id)));
        wordings(one, &mut |_, line| {
            told.insert(format!("{} {line}", one.id));
        });
        for claim in &one.claims {
            told.insert(format!("{} claim {}", one.id, claim.id));
        }
    }
    for region in &dataset.regions {
        told.insert(format!("region {}", region.id));
        told.extend(region.note.iter().map(|_| format!("note {}", region.id)));
        told.extend(region.population.iter().map(|_| format!("population {}", region.id)));
    }
    for party in &dataset.parties {
        told.extend(party.former.iter().map(|former| format!("{} was {}", party.id, former.name)));
    }
    told
}

/// Every fact of a procurement that has a date of its own: its date, its sources and its line.
pub fn facts(one: &Procurement, tell: &mut dyn FnMut(PartialDate, &[SourceRef], String)) {
    for event in &one.events {
        let line = format!("event {}", event.id);
        either(event.date, event.public, &event.sources, line, tell);
    }
    for plan in &one.plans {
        let line = format!("plan {}", plan.id);
        either(plan.announced, plan.public, &plan.sources, line, tell);
    }
    for milestone in &one.milestones {
        for baseline in milestone.schedule.baselines() {
            let plan = &one.plans[usize::from(baseline.plan.0)];
            let line = format!("promise {} {} {}", milestone.id, plan.id, baseline.promised);
            either(plan.announced, plan.public, &plan.sources, line, tell);
        }
        if let Some(met) = &milestone.schedule.met {
            either(met.date, met.public, &met.sources, format!("met {}", milestone.id), tell);
        }
        if let Some(unmet) = &milestone.schedule.unmet {
            for (date, what) in [(unmet.dropped, "dropped"), (unmet.told_until, "told-until")] {
                if let Some(date) = date {
                    tell(date, &unmet.sources, format!("{what} {}", milestone.id));
                }
            }
        }
    }
    for claim in &one.claims {
        for step in &claim.steps {
            let line = format!("step {} {:?} {}", claim.id, step.status, step.text.en);
            either(step.date, step.public, &step.sources, line, tell);
        }
        for one in &claim.demands {
            let line = format!("demand {} {}", claim.id, one.text.en);
            either(one.date, one.public, &one.sources, line, tell);
        }
        for one in &claim.losses {
            let line = format!("loss {} {}", claim.id, one.text.en);
            either(one.date, one.public, &one.sources, line, tell);
        }
        for one in &claim.received {
            let line = format!("received {} {}", claim.id, one.text.en);
            either(one.date, one.public, &one.sources, line, tell);
        }
    }
    for cost in &one.costs {
        let line = format!("cost {}", cost.id);
        either(cost.as_of, cost.public, &cost.sources, line, tell);
    }
    for said in &one.statements {
        let line = format!("statement {}", said.id);
        either(said.date, said.public, &said.sources, line, tell);
    }
    if let Some(contract) = &one.contract {
        tell(contract.signed, &contract.sources, "contract".to_owned());
    }
    if let Some(people) = &one.residents {
        let counted = PartialDate::parse(&format!("{}-12-31", people.year)).expect("a day");
        tell(counted, &people.sources, "residents".to_owned());
    }
}

/// A fact by its own date and sources, or, where the data says when it became public, by that
/// alone.
fn either(
    date: PartialDate,
    public: Option<PartialDate>,
    sources: &[SourceRef],
    line: String,
    tell: &mut dyn FnMut(PartialDate, &[SourceRef], String),
) {
    match public {
        Some(public) => tell(public, &[], line),
        None => tell(date, sources, line),
    }
}

/// Every text of a procurement in today's words that waits for all its sources.
pub fn wordings(one: &Procurement, tell: &mut dyn FnMut(&[SourceRef], String)) {
    let mut wording = |text: &Option<Text>, sources: &[SourceRef], line: String| {
        if text.is_some() {
            tell(sources, line);
        }
    };
    for plan in &one.plans {
        wording(&plan.note, &plan.sources, format!("plan-note {}", plan.id));
    }
    for cost in &one.costs {
        wording(&cost.disputed, &cost.disputed_sources, format!("disputed {}", cost.id));
    }
    one.contract.iter().for_each(|it| wording(&it.term, &it.sources, "term".to_owned()));
    for claim in &one.claims {
        wording(&claim.outcome, &claim.sources, format!("outcome {}", claim.id));
    }
    for milestone in &one.milestones {
        let id = &milestone.id;
        for baseline in milestone.schedule.baselines() {
            let line = format!("promise-note {id} {}", one.plans[usize::from(baseline.plan.0)].id);
            wording(&baseline.note, &baseline.sources, line);
        }
        if let Some(met) = &milestone.schedule.met {
            wording(&met.note, &met.sources, format!("met-note {id}"));
        }
        if let Some(unmet) = &milestone.schedule.unmet {
            wording(&unmet.note, &unmet.sources, format!("unmet-note {id}"));
        }
    }
    for differ in &one.disagreements {
        let line = format!("disagreement {}", differ.text.en);
        wording(&Some(differ.text.clone()), &differ.sources, line);
    }
}

/// Whether the public could know a fact on a day, by the words of the rule: its own time had
/// passed, or a text that was not older than it was certainly out.
pub fn public(date: PartialDate, sources: &[SourceRef], today: &Dataset, day: Day) -> bool {
    let passed = |date: PartialDate| date.range().last <= day;
    let told = |source: &SourceRef| {
        today.source(*source).published.is_some_and(|published| {
            published.range().first >= date.range().first && passed(published)
        })
    };
    day >= today.reviewed || passed(date) || sources.iter().any(told)
}
