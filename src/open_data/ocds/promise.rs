//! Plans, what they promised, and what came of it. A milestone keeps its id through all releases.

use super::history::History;
use super::object::{Object, end_of};
use super::release::Draft;
use super::section::Section;
use crate::model::Word;
use crate::model::{Baseline, Day, Milestone};
use serde_json::Value;

impl History<'_> {
    /// A plan, with the milestones that it promised anew.
    pub fn plan(&mut self, at: usize, day: Day) -> Draft {
        let plan = &self.of.plans[at];
        let stage = self.stage();
        let mut draft = Draft::new(format!("plan-{}", plan.id.as_str()), day, stage);
        self.plans.insert(at, stage);
        let told = Object::of(plan.id.as_str())
            .happened("dateAnnounced", plan.announced, day)
            .put("form", plan.form.word())
            .words("announcedBy", &plan.by)
            .list("sources", self.cite(&mut draft, &plan.sources));
        draft.part(stage).push("plans", told);
        for (number, milestone) in self.of.milestones.iter().enumerate() {
            let baselines = milestone.schedule.baselines();
            let mut promises = vec![];
            for baseline in baselines.filter(|one| usize::from(one.plan.0) == at) {
                self.promised.insert((number, baseline.plan), stage);
                promises.push(self.promise(&mut draft, baseline));
            }
            if promises.is_empty() {
                continue;
            }
            let told = self.in_force(number, milestone).list("promises", promises);
            draft.part(stage).push("milestones", told);
        }
        draft
    }

    fn promise(&self, draft: &mut Draft, baseline: &Baseline) -> Value {
        Object::of(self.of.plans[usize::from(baseline.plan.0)].id.as_str())
            .due("dueDate", baseline.promised)
            .maybe_words("title", &baseline.called)
            .list("sources", self.cite(draft, &baseline.sources))
            .into()
    }

    /// The milestone with the promise in force: that of the last plan among those that are known,
    /// which need not be the one that became known last.
    fn in_force(&self, number: usize, milestone: &Milestone) -> Object {
        let known = |one: &&Baseline| self.plans.contains_key(&usize::from(one.plan.0));
        let object = named(milestone);
        let object = match milestone.schedule.baselines().rfind(known) {
            Some(baseline) => object.due("dueDate", baseline.promised),
            None => object,
        };
        if self.met.contains_key(&number) { object } else { object.put("status", "scheduled") }
    }

    /// That a milestone was met.
    pub fn met(&mut self, number: usize, day: Day) -> Draft {
        let milestone = &self.of.milestones[number];
        let part = part_of(self, number);
        let mut draft = Draft::new(format!("met-{}", milestone.id.as_str()), day, part);
        self.met.insert(number, part);
        if let Some(met) = &milestone.schedule.met {
            let told = named(milestone)
                .put("status", "met")
                .happened("dateMet", met.date, day)
                .put("dateModified", end_of(day))
                .list("sources", self.cite(&mut draft, &met.sources));
            draft.part(part).push("milestones", told);
        }
        draft
    }
}

/// A milestone by its name. It is a delivery: OCDS has no code for going live.
pub fn named(milestone: &Milestone) -> Object {
    let object = Object::of(milestone.id.as_str())
        .words("title", &milestone.name)
        .put("type", "delivery")
        .put("headline", milestone.headline);
    object.maybe("splitFrom", milestone.split_from.as_ref().map(|whole| whole.as_str()))
}

/// The part in which a milestone was last promised: what came of it is told there.
pub fn part_of(history: &History, number: usize) -> Section {
    let parts = history.promised.range((number, crate::model::PlanRef(0))..);
    let own = parts.take_while(|((one, _), _)| *one == number).map(|(_, section)| *section);
    own.max().unwrap_or_else(|| history.stage())
}
