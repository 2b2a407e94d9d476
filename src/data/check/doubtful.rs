//! What can be right but seldom is, each a warning.

use crate::data::problem::{Doubt, Place, Problem, ProblemKind};
use crate::data::record::{AmountRecord, Entry, Records};
use crate::model::Word;
use crate::model::{Lang, PlanForm, StepStatus};
use std::collections::BTreeMap;
use std::ops::Range;
use url::{Host, Url};

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    let mut doubts = Doubts { problems };
    doubts.promises(records);
    doubts.contract_plans(records);
    doubts.sums(records);
    doubts.texts(records);
    doubts.addresses(records);
    doubts.review(records);
    doubts.first_steps(records);
}

struct Doubts<'a> {
    problems: &'a mut Vec<Problem>,
}

impl Doubts<'_> {
    fn note(&mut self, place: &Place, span: Range<usize>, doubt: Doubt) {
        self.problems.push(place.problem(Some(span), ProblemKind::Doubtful(doubt)));
    }

    fn promises(&mut self, records: &Records) {
        for plan in records.procurements.iter().flat_map(|folder| &folder.plans.plans) {
            let Some(announced) = &plan.record.announced else { continue };
            let announced = *announced.get_ref();
            for promise in &plan.record.promises {
                let Some(promised) = &promise.record.promised else { continue };
                if promised.get_ref().range().last < announced.range().first {
                    let span = promised.span();
                    let promised = *promised.get_ref();
                    let doubt = Doubt::PromiseBeforeAnnounced { promised, announced };
                    self.note(&promise.place, span, doubt);
                }
            }
        }
    }

    fn contract_plans(&mut self, records: &Records) {
        for folder in &records.procurements {
            let contract = folder.procurement.as_ref().and_then(|it| it.record.contract.as_ref());
            let Some(signed) = contract.and_then(|it| it.signed.as_ref()) else { continue };
            let signed = *signed.get_ref();
            let plans = folder.plans.plans.iter();
            for plan in plans.filter(|plan| plan.record.form == Some(PlanForm::Contract)) {
                let Some(announced) = &plan.record.announced else { continue };
                // What is agreed is often known some months before it is signed.
                if announced.get_ref().range().last.0 + 366 < signed.range().first.0 {
                    let span = announced.span();
                    let announced = *announced.get_ref();
                    let doubt = Doubt::ContractPlanBeforeSigning { announced, signed };
                    self.note(&plan.place, span, doubt);
                }
            }
        }
    }

    fn sums(&mut self, records: &Records) {
        for folder in &records.procurements {
            let Some(procurement) = &folder.procurement else { continue };
            let contract = procurement.record.contract.as_ref().and_then(|it| it.money.as_ref());
            if let Some(value) = contract.map(|money| money.value).filter(|it| *it < SMALL) {
                self.note(&procurement.place, procurement.name_span(), Doubt::SmallSum { value });
            }
            for cost in &procurement.record.costs {
                let money = cost.record.money.as_ref();
                if let Some(value) = money.map(|money| money.value).filter(|it| *it < SMALL) {
                    self.note(&cost.place, cost.name_span(), Doubt::SmallSum { value });
                }
            }
            for claim in &folder.claims {
                let claim = &claim.record;
                self.parts(&claim.demands, |part| part.amount.as_ref());
                self.parts(&claim.losses, |part| part.amount.as_ref());
                self.parts(&claim.received, |part| part.amount.as_ref());
            }
        }
    }

    fn parts<R>(&mut self, parts: &[Entry<R>], amount: impl Fn(&R) -> Option<&AmountRecord>) {
        for part in parts {
            if let Some(AmountRecord::Public(Some(money))) = amount(&part.record)
                && money.value < SMALL
            {
                self.note(&part.place, part.name_span(), Doubt::SmallSum { value: money.value });
            }
        }
    }

    fn texts(&mut self, records: &Records) {
        let mut swedish: BTreeMap<(&Place, &str), &str> = BTreeMap::new();
        let (sv, en) = (format!(".{}", Lang::Sv.code()), format!(".{}", Lang::En.code()));
        for text in &records.texts {
            if let Some(field) = text.field.strip_suffix(&sv) {
                swedish.insert((&text.place, field), &text.text);
            }
        }
        for text in &records.texts {
            let Some(field) = text.field.strip_suffix(&en) else { continue };
            // Names are often the same, however long; sentences are not.
            let words = text.text.split_whitespace().filter(|word| word.len() > 1).count();
            let name = ["name", "called"].contains(&field);
            if !name
                && words >= SENTENCE
                && swedish.get(&(&text.place, field)) == Some(&text.text.as_str())
            {
                let doubt = Doubt::SameInBothLanguages { field: field.to_owned() };
                self.note(&text.place, text.span.clone(), doubt);
            }
        }
    }

    fn addresses(&mut self, records: &Records) {
        for source in records.sources() {
            let Some(url) = &source.record.url else { continue };
            let (address, span) = (url.get_ref(), url.span());
            let second = ["http://", "https://"].iter().any(|scheme| {
                // An archive has the address of what it keeps after a slash or an equals sign.
                address
                    .match_indices(scheme)
                    .any(|(at, _)| at > 0 && !address[..at].ends_with(['/', '=']))
            });
            if second {
                let doubt = Doubt::TwoAddresses { address: address.clone() };
                self.note(&source.place, span.clone(), doubt);
            }
            let Ok(url) = Url::parse(address) else { continue };
            let host = match url.host() {
                Some(Host::Domain(name)) if name.trim_matches('.').contains('.') => continue,
                Some(host) => host.to_string(),
                None => continue,
            };
            self.note(&source.place, span, Doubt::NoPublicHost { host });
        }
    }

    fn review(&mut self, records: &Records) {
        let Some((dataset, today)) = records.dataset.as_ref().zip(records.today) else { return };
        let procurements = records.procurements.iter().filter_map(|it| it.procurement.as_ref());
        let each = procurements.map(|it| (&it.place, it.record.reviewed.as_ref()));
        let all = std::iter::once((&dataset.place, dataset.record.reviewed.as_ref())).chain(each);
        for (place, reviewed) in all {
            let Some(day) = reviewed.filter(|day| *day.get_ref() > today) else { continue };
            let doubt = Doubt::ReviewedInFuture { reviewed: *day.get_ref(), today };
            self.note(place, day.span(), doubt);
        }
    }

    fn first_steps(&mut self, records: &Records) {
        for claim in records.procurements.iter().flat_map(|folder| &folder.claims) {
            let Some(step) = claim.record.steps.first() else { continue };
            let Some(status) = step.record.status else { continue };
            // Talks and an agreement may be all that sources tell of; an answer has a question.
            use StepStatus::{Answered, Rejected, Upheld, Withdrawn};
            if matches!(status, Answered | Rejected | Upheld | Withdrawn) {
                let doubt = Doubt::FirstStepAnswers { status: status.word() };
                self.note(&step.place, step.name_span(), doubt);
            }
        }
    }
}

/// Below this an amount was probably written in thousands or millions.
const SMALL: u64 = 10_000;

/// From this many words on, a text is no name.
const SENTENCE: usize = 4;
