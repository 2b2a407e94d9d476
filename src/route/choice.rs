//! What a reader's next choice makes of the one there is.

use super::comparing::{self, CompareSort, Rule};
use super::listing::{ClaimGroup, ClaimSort, RegionSort};
use super::opened::Opened;
use super::page::Page;
use super::selection::{Known, Selection, Theme};
use crate::model::{
    ClaimKind, CostKind, Dataset, Day, EventGroup, Id, PartialDate, StepStatus, Word,
};

impl Selection {
    /// With a procurement added, or taken away.
    pub fn toggle_procurement(&self, id: &Id) -> Selection {
        Selection { procurements: toggled(&self.procurements, id), ..self.clone() }
    }

    /// With a procurement added to those that are shown, or taken away from them. Those that are
    /// shown without a choice are no choice, and nor is none at all.
    pub fn toggle_shown(&self, id: &Id, dataset: &Dataset) -> Selection {
        let shown: Vec<Id> = self.shown(dataset).into_iter().map(|one| one.id.clone()).collect();
        let mut procurements = toggled(&shown, id);
        let mut all = dataset.procurements.iter();
        if all.all(|one| procurements.contains(&one.id) != one.comparator) {
            procurements.clear();
        }
        Selection { procurements, ..self.clone() }
    }

    /// With these two procurements alone.
    pub fn comparing(&self, pair: [&Id; 2]) -> Selection {
        Selection { procurements: pair.map(Id::clone).into(), ..self.clone() }
    }

    /// With the ladders of a comparison aligned; a word that means nothing changes nothing.
    pub fn aligned_at(&self, word: &str) -> Selection {
        let mut next = self.clone();
        let _ = comparing::align(word, &mut next.align);
        next
    }

    /// With procurements compared in an order, told by its code; what is no order is no choice.
    pub fn compared_by(&self, code: &str) -> Selection {
        Selection { by: CompareSort::from_code(code).unwrap_or_default(), ..self.clone() }
    }

    /// With regions listed in an order.
    pub fn regions_by(&self, regions: RegionSort) -> Selection {
        Selection { regions, ..self.clone() }
    }

    /// The kind of cost figures that is shown: the one asked for, or else the contract's value;
    /// none where unlike kinds are asked for.
    pub fn one_cost(&self) -> Option<CostKind> {
        match self.costs.as_slice() {
            [] => Some(CostKind::ContractValue),
            [one] => Some(*one),
            _ => None,
        }
    }

    /// With the figures of one kind, told by its code; the usual kind is no choice, and nor is
    /// what is no kind.
    pub fn with_cost(&self, code: &str) -> Selection {
        let kind = CostKind::ALL.into_iter().find(|kind| kind.word() == code);
        let costs = kind.filter(|kind| *kind != CostKind::ContractValue).into_iter().collect();
        Selection { costs, ..self.clone() }
    }

    /// With the Danish rule switched on, or off.
    pub fn toggle_rule(&self) -> Selection {
        let rule = match self.rule {
            Rule::Off => Rule::Danish,
            Rule::Danish => Rule::Off,
        };
        Selection { rule, ..self.clone() }
    }

    /// With a group of events added, or taken away.
    pub fn toggle_group(&self, group: EventGroup) -> Selection {
        Selection { groups: toggled(&self.groups, &group), ..self.clone() }
    }

    /// From this year on; the first year there is, or what is no year, means from the beginning.
    pub fn from_year(&self, text: &str, known: &Known) -> Selection {
        let from = text.parse().ok().filter(|year| *year != known.first_year);
        let to = self.to.filter(|to| *to >= from.unwrap_or(known.first_year));
        Selection { from, to, ..self.clone() }
    }

    /// Up to this year; the last year there is, or what is no year, means to the end.
    pub fn to_year(&self, text: &str, known: &Known) -> Selection {
        let to = text.parse().ok().filter(|year| *year != known.last_year);
        let from = self.from.filter(|from| *from <= to.unwrap_or(known.last_year));
        Selection { from, to, ..self.clone() }
    }

    /// These years alone, both included; where they go as far as there is anything, no choice.
    pub fn within_years(&self, (first, last): (i16, i16), known: &Known) -> Selection {
        let from = Some(first).filter(|year| *year > known.first_year);
        let to = Some(last).filter(|year| *year < known.last_year);
        Selection { from, to, ..self.clone() }
    }

    /// With a mark of the timeline opened, or with none.
    pub fn opening(&self, open: Option<Opened>) -> Selection {
        Selection { open, ..self.clone() }
    }

    /// With the dialog of a figure open, or with none.
    pub fn reusing(&self, reuse: Option<&'static Page>) -> Selection {
        Selection { reuse, ..self.clone() }
    }

    /// With a kind of claim added, or taken away.
    pub fn toggle_claim_kind(&self, kind: ClaimKind) -> Selection {
        Selection { claim_kinds: toggled(&self.claim_kinds, &kind), ..self.clone() }
    }

    /// With claims in another order; a word that names none changes nothing.
    pub fn ordered(&self, word: &str) -> Selection {
        Selection { order: ClaimSort::from_code(word).unwrap_or(self.order), ..self.clone() }
    }

    /// With claims in other groups; a word that names none changes nothing.
    pub fn grouped(&self, word: &str) -> Selection {
        Selection { group: ClaimGroup::from_code(word).unwrap_or(self.group), ..self.clone() }
    }

    /// In other colours; a word that means none changes nothing.
    pub fn coloured(&self, word: &str) -> Selection {
        let all = [Theme::Auto, Theme::Light, Theme::Dark];
        let theme = all.into_iter().find(|theme| theme.word() == word).unwrap_or(self.theme);
        Selection { theme, ..self.clone() }
    }

    /// What stays when the reader goes to another page or takes every filter away: the day, and
    /// the colours.
    pub fn kept(&self) -> Selection {
        Selection {
            as_of: self.as_of,
            since: self.since,
            theme: self.theme,
            ..Selection::default()
        }
    }

    /// With the knowledge of a day, where it stays; the last day there is means today.
    pub fn on_day(&self, day: Day, known: &Known) -> Selection {
        let as_of = (day < known.last_day).then_some(day);
        Selection { as_of, play: false, ..self.clone() }
    }

    /// With the knowledge of a day, from which the days go on by themselves until today.
    pub fn playing_on(&self, day: Day, known: &Known) -> Selection {
        let then = self.on_day(day, known);
        Selection { play: then.as_of.is_some(), ..then }
    }

    /// With the days going on by themselves, or not.
    pub fn toggle_play(&self) -> Selection {
        Selection { play: !self.play, ..self.clone() }
    }

    /// With the knowledge of a day as a date field tells it; what is no day changes nothing.
    pub fn on_date(&self, text: &str, known: &Known) -> Selection {
        match PartialDate::parse(text) {
            Ok(PartialDate::Day(day)) => self.on_day(day, known),
            _ => self.clone(),
        }
    }

    /// With news from a day on, as a date field tells it; what is no day, and the last one,
    /// mean no choice.
    pub fn from_date(&self, text: &str, known: &Known) -> Selection {
        let since = match PartialDate::parse(text) {
            Ok(PartialDate::Day(day)) => Some(day).filter(|day| *day < known.last_day),
            _ => None,
        };
        Selection { since, ..self.clone() }
    }

    /// With other words to search for.
    pub fn with_words(&self, words: &str) -> Selection {
        let words = words.chars().take(Selection::MOST_LETTERS).collect();
        Selection { words, ..self.clone() }
    }

    /// With an outcome added, or taken away.
    pub fn toggle_outcome(&self, outcome: StepStatus) -> Selection {
        Selection { outcomes: toggled(&self.outcomes, &outcome), ..self.clone() }
    }
}

/// Adds the value when it is absent, takes it away when it is there: what a filter's button does.
fn toggled<T: PartialEq + Clone>(list: &[T], value: &T) -> Vec<T> {
    let mut list = list.to_vec();
    match list.iter().position(|other| other == value) {
        Some(at) => drop(list.remove(at)),
        None => list.push(value.clone()),
    }
    list
}
