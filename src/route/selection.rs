//! The reader's choices ↔ the query of the address. The address is the state: nothing else
//! remembers a filter. Defaults are not written, unknown keys are ignored, and a value that
//! means nothing is dropped and reported, so that the page can say so.

use super::comparing::{self, Align, CompareSort, Rule};
use super::listing::{ClaimGroup, ClaimSort, RegionSort};
use super::opened::Opened;
use super::page::Page;
use super::percent::{decode, encode};
use super::value::{day, figure, list, one, open, theme, year};
use crate::model::{
    ClaimKind, CostKind, Dataset, DateRange, Day, EventGroup, Id, PartialDate, Procurement,
    StepStatus, Word,
};
use std::fmt;

/// The key that has no value: that it is there says it.
const PLAY: &str = "play";

/// What a reader has chosen. Empty lists mean "all", an empty list of procurements all that are
/// not there for comparison only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    pub procurements: Vec<Id>,
    pub groups: Vec<EventGroup>,
    pub claim_kinds: Vec<ClaimKind>,
    pub outcomes: Vec<StepStatus>,
    /// In which order claims are listed.
    pub order: ClaimSort,
    /// In which groups claims are listed.
    pub group: ClaimGroup,
    /// The first calendar year shown.
    pub from: Option<i16>,
    /// The last calendar year shown.
    pub to: Option<i16>,
    /// The day whose knowledge is shown; today's when absent.
    pub as_of: Option<Day>,
    /// Whether the days go on by themselves, from the one that is shown or from the first promise.
    pub play: bool,
    /// The day after which news is listed.
    pub since: Option<Day>,
    /// What the ladders of a comparison have in common.
    pub align: Align,
    /// In which order procurements are compared.
    pub by: CompareSort,
    /// In which order regions are listed.
    pub regions: RegionSort,
    /// The kinds of cost figures that are asked for. More than one are not shown together.
    pub costs: Vec<CostKind>,
    /// The rule by which schedules are judged.
    pub rule: Rule,
    /// The mark of a timeline that is opened.
    pub open: Option<Opened>,
    /// The page of the figure whose dialog is open, in which it is taken along.
    pub reuse: Option<&'static Page>,
    /// Light or dark, for embeds.
    pub theme: Theme,
    /// The words that are searched for, as they are typed.
    pub words: String,
}

/// The colours that a host page asks an embed for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    /// Its word in an address.
    pub fn word(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// What values can mean something: the procurements and the years of the data set.
#[derive(Debug, Clone)]
pub struct Known<'a> {
    pub procurements: Vec<&'a Id>,
    pub first_year: i16,
    pub last_year: i16,
    /// The day on which the data set was last reviewed: there is no knowledge after it.
    pub last_day: Day,
}

/// A value in the address that means nothing here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadValue {
    pub key: String,
    pub value: String,
}

impl Selection {
    /// The keys of an address that change what a page shows. The loader is told them: a page whose
    /// address has one of them must not be shown as if it had none.
    pub const KEYS: [&'static str; 18] = [
        "procurement",
        "kind",
        "claim",
        "outcome",
        "sort",
        "group",
        "from",
        "to",
        "as-of",
        PLAY,
        "since",
        "align",
        "by",
        "regions",
        "cost",
        "rule",
        "open",
        "use",
    ];

    /// How many letters a search may have.
    pub const MOST_LETTERS: usize = 100;

    /// Reads a query, with or without its question mark.
    pub fn parse(query: &str, known: &Known) -> (Selection, Vec<BadValue>) {
        let mut selection = Selection::default();
        let mut bad = Vec::new();
        for pair in query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = decode(value);
            let refused = match key {
                "procurement" => list(&value, &mut selection.procurements, |word| {
                    known.procurements.iter().find(|id| id.as_str() == word).map(|id| (*id).clone())
                }),
                "kind" => list(&value, &mut selection.groups, |word| {
                    EventGroup::ALL.into_iter().find(|group| group.word() == word)
                }),
                "claim" => list(&value, &mut selection.claim_kinds, |word| {
                    ClaimKind::ALL.into_iter().find(|kind| kind.word() == word)
                }),
                "outcome" => list(&value, &mut selection.outcomes, |word| {
                    StepStatus::STANDING.into_iter().find(|status| status.word() == word)
                }),
                "sort" => one(&value, &mut selection.order, ClaimSort::from_code),
                "group" => one(&value, &mut selection.group, ClaimGroup::from_code),
                "from" => year(&value, &mut selection.from, known),
                "to" => year(&value, &mut selection.to, known),
                "as-of" => day(&value, &mut selection.as_of, known),
                PLAY => {
                    selection.play = true;
                    vec![]
                }
                "since" => day(&value, &mut selection.since, known),
                "align" => comparing::align(&value, &mut selection.align),
                "by" => one(&value, &mut selection.by, CompareSort::from_code),
                "regions" => one(&value, &mut selection.regions, RegionSort::from_code),
                "cost" => list(&value, &mut selection.costs, comparing::cost),
                "rule" => comparing::rule(&value, &mut selection.rule),
                "open" => open(&value, &mut selection.open, known),
                "use" => figure(&value, &mut selection.reuse),
                "theme" => theme(&value, &mut selection.theme),
                "q" => {
                    selection.words = value.chars().take(Selection::MOST_LETTERS).collect();
                    vec![]
                }
                _ => vec![],
            };
            bad.extend(refused.into_iter().map(|value| BadValue { key: key.to_owned(), value }));
        }
        if let (Some(from), Some(to)) = (selection.from, selection.to)
            && from > to
        {
            bad.push(BadValue { key: "to".to_owned(), value: to.to_string() });
            selection.to = None;
        }
        (selection, bad)
    }

    /// The days that the chosen years span; without a choice those from the first to the last
    /// year that there is something to show in.
    pub fn years(&self, (first, last): (i16, i16)) -> DateRange {
        let from = self.from.unwrap_or(first);
        let to = self.to.unwrap_or(last).max(from);
        DateRange {
            first: Day::new(from, 1, 1).unwrap_or(Day(0)),
            last: Day::last_of_month(to, 12),
        }
    }

    /// Whether a procurement is among those [shown](Selection::shown).
    pub fn shows(&self, procurement: &Procurement) -> bool {
        if self.procurements.is_empty() {
            !procurement.comparator
        } else {
            self.procurements.contains(&procurement.id)
        }
    }

    /// The procurements shown: those chosen, or else all that are not there for comparison only.
    pub fn shown<'a>(&self, dataset: &'a Dataset) -> Vec<&'a Procurement> {
        if self.procurements.is_empty() {
            return dataset.followed().collect();
        }
        let chosen = |one: &&Procurement| self.procurements.contains(&one.id);
        dataset.followed_first().filter(chosen).collect()
    }
}

impl fmt::Display for Selection {
    /// The query, with its question mark when there is one; nothing for the default.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = |word: &str, default: &str| if word == default { "" } else { word }.to_owned();
        let join = |words: Vec<&str>| words.join(",");
        let mut pairs: Vec<(&str, String)> = Vec::new();
        let mut add = |key, value: String| {
            if !value.is_empty() {
                pairs.push((key, value));
            }
        };
        add("procurement", join(self.procurements.iter().map(Id::as_str).collect()));
        add("kind", join(self.groups.iter().map(|group| group.word()).collect()));
        add("claim", join(self.claim_kinds.iter().map(|kind| kind.word()).collect()));
        add("outcome", join(self.outcomes.iter().map(|status| status.word()).collect()));
        add("sort", code(self.order.code(), ClaimSort::default().code()));
        add("group", code(self.group.code(), ClaimGroup::default().code()));
        add("from", self.from.map(|year| year.to_string()).unwrap_or_default());
        add("to", self.to.map(|year| year.to_string()).unwrap_or_default());
        let iso = |day: Option<Day>| day.map(|day| PartialDate::Day(day).edtf());
        add("as-of", iso(self.as_of).unwrap_or_default());
        add(PLAY, code(if self.play { PLAY } else { "" }, ""));
        add("since", iso(self.since).unwrap_or_default());
        add("align", self.align.code().to_owned());
        add("by", self.by.code().to_owned());
        add("regions", self.regions.code().to_owned());
        add("cost", join(self.costs.iter().map(|kind| kind.word()).collect()));
        add("rule", self.rule.code().to_owned());
        add("open", self.open.as_ref().map(Opened::to_string).unwrap_or_default());
        add("use", self.reuse.and_then(Page::figure_code).unwrap_or_default().to_owned());
        add("theme", code(self.theme.word(), Theme::Auto.word()));
        add("q", encode(&self.words).replace("%20", "+"));
        for (at, (key, value)) in pairs.iter().enumerate() {
            write!(f, "{}{key}", if at == 0 { '?' } else { '&' })?;
            if *key != PLAY {
                write!(f, "={value}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ids() -> Vec<Id> {
        ["vgr-millennium", "skane-millennium"].map(|id| Id::parse(id).expect("an id")).to_vec()
    }

    fn read(query: &str) -> (Selection, Vec<BadValue>) {
        let ids = ids();
        let last_day = Day::new(2026, 11, 22).expect("a day");
        let procurements = ids.iter().collect();
        let known = Known { procurements, first_year: 2011, last_year: 2027, last_day };
        Selection::parse(query, &known)
    }

    #[test]
    fn a_query_is_read_and_unknown_keys_are_ignored() {
        let (selection, bad) =
            read("?procurement=vgr-millennium&kind=plans,use&from=2018&to=2026&utm_source=x");
        assert_eq!(bad, []);
        assert_eq!(
            selection.to_string(),
            "?procurement=vgr-millennium&kind=plans,use&from=2018&to=2026"
        );
        assert_eq!(read("").0, Selection::default());
        assert_eq!(read("?kind=plans%2Cuse").0.groups.len(), 2);
    }

    #[test]
    fn a_value_that_means_nothing_is_dropped_and_reported() {
        let (selection, bad) = read(
            "?procurement=nowhere,vgr-millennium&kind=x&sort=luck&from=abc&to=3000&align=left&cost=everything&rule=swedish&open=vgr-millennium:party&theme=pink",
        );
        assert_eq!(selection.to_string(), "?procurement=vgr-millennium");
        let bad: Vec<_> = bad.iter().map(|bad| (bad.key.as_str(), bad.value.as_str())).collect();
        assert_eq!(
            bad,
            [
                ("procurement", "nowhere"),
                ("kind", "x"),
                ("sort", "luck"),
                ("from", "abc"),
                ("to", "3000"),
                ("align", "left"),
                ("cost", "everything"),
                ("rule", "swedish"),
                ("open", "vgr-millennium:party"),
                ("theme", "pink")
            ]
        );
    }

    #[test]
    fn a_day_is_one_that_there_is_and_not_after_the_last() {
        let day = |value: &str| {
            let (selection, bad) = read(&format!("?as-of={value}"));
            (selection.to_string(), bad.len())
        };
        assert_eq!(day("2022-06-01"), ("?as-of=2022-06-01".to_owned(), 0));
        assert_eq!(day("1900-01-01"), ("?as-of=1900-01-01".to_owned(), 0));
        assert_eq!(day("2024-02-29"), ("?as-of=2024-02-29".to_owned(), 0));
        for wrong in ["2023-02-29", "2026-11-23", "2022-06", "2022", "igår", "2022-6-1"] {
            assert_eq!(day(wrong), (String::new(), 1), "{wrong}");
        }
        assert_eq!(day("2026-11-22"), (String::new(), 0));
    }

    #[test]
    fn unlike_kinds_of_cost_are_read_and_not_taken_for_one() {
        assert_eq!(read("").0.one_cost(), Some(CostKind::ContractValue));
        assert_eq!(read("?cost=budget").0.one_cost(), Some(CostKind::Budget));
        let (both, bad) = read("?cost=contract-value,spent-so-far");
        assert_eq!((both.one_cost(), bad), (None, vec![]));
        assert_eq!(both.to_string(), "?cost=contract-value,spent");
        assert_eq!(both.with_cost("spent").to_string(), "?cost=spent");
        assert_eq!(both.with_cost("contract-value").to_string(), "");
    }

    #[test]
    fn years_that_run_backwards_keep_the_first_and_report_the_second() {
        let (selection, bad) = read("?from=2022&to=2018");
        assert_eq!((selection.from, selection.to), (Some(2022), None));
        assert_eq!(bad.len(), 1);
    }

    fn marks() -> Vec<Option<Opened>> {
        let values = [
            "vgr-millennium:event:start",
            "skane-millennium:gathered:2024-q4",
            "skane-millennium:within:2021..2022",
            "vgr-millennium:promised:2024-autumn",
            "vgr-millennium:slip",
        ];
        let read = |value| Some(Opened::parse(value).expect(value));
        values.into_iter().map(read).chain([None]).collect()
    }

    #[test]
    fn a_mark_is_one_of_a_procurement_that_there_is() {
        for value in ["nowhere:slip", "vgr-millennium:slip:2", "vgr-millennium:event:", "slip", ":"]
        {
            let (selection, bad) = read(&format!("?open={value}"));
            assert_eq!((selection.open, bad.len()), (None, 1), "{value}");
        }
        assert_eq!(read("?open=").1, []);
    }

    fn figures() -> Vec<&'static Page> {
        Page::plain().filter(|page| page.figure_code().is_some()).collect()
    }

    fn some<T: Clone + fmt::Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = Vec<T>> {
        let len = all.len();
        proptest::sample::subsequence(all, 0..=len).prop_shuffle()
    }

    proptest! {
        #[test]
        fn every_selection_reads_back(
            procurements in some(ids()),
            groups in some(EventGroup::ALL.to_vec()),
            claim_kinds in some(ClaimKind::ALL.to_vec()),
            outcomes in some(StepStatus::STANDING.to_vec()),
            order in proptest::sample::select(ClaimSort::ALL.to_vec()),
            group in proptest::sample::select(ClaimGroup::ALL.to_vec()),
            from in proptest::option::of(2011i16..=2018),
            to in proptest::option::of(2018i16..=2027),
            as_of in proptest::option::of((10_000i32..20_000).prop_map(Day)),
            play in any::<bool>(),
            since in proptest::option::of((10_000i32..20_000).prop_map(Day)),
            align in proptest::sample::select(vec![Align::Signing, Align::Calendar]),
            by in proptest::sample::select(CompareSort::ALL.to_vec()),
            regions in proptest::sample::select(RegionSort::ALL.to_vec()),
            costs in some(CostKind::ALL.to_vec()),
            rule in proptest::sample::select(vec![Rule::Off, Rule::Danish]),
            open in proptest::sample::select(marks()),
            reuse in proptest::option::of(proptest::sample::select(figures())),
            theme in proptest::sample::select(vec![Theme::Auto, Theme::Light, Theme::Dark]),
            words in "\\PC{0,40}",
        ) {
            let selection = Selection { procurements, groups, claim_kinds, outcomes, order, group, from, to, as_of, play, since, align, by, regions, costs, rule, open, reuse, theme, words };
            let query = selection.to_string();
            let (again, bad) = read(&query);
            prop_assert_eq!(bad, vec![]);
            // Colours and words of a search change nothing that the file shows.
            for pair in query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()) {
                let key = pair.split_once('=').map_or(pair, |(key, _)| key);
                let told = Selection::KEYS.contains(&key) || ["theme", "q"].contains(&key);
                prop_assert!(told, "the loader is not told of `{}`", key);
            }
            prop_assert_eq!(again, selection);
        }

        #[test]
        fn any_query_is_some_selection(query in "\\PC{0,60}") {
            let _ = read(&query);
        }
    }
}
