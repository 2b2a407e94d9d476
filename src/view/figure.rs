//! Every figure of the site, in one table: what it is called, what it says, what it rests on and
//! where it stands. A page, an embed, the head of a page and a citation are places for a figure:
//! they ask it, and none of them knows which one it is.

use super::block::Block;
use super::fact_table::FactTable;
use super::only::Only;
use super::others::one_by_one;
use super::page::content;
use super::{PageState, Site, chart, finding, headline, sentence};
use crate::analysis::compare;
use crate::analysis::filter::keeps_event;
use crate::analysis::timeline::{Fact, left};
use crate::chart::crowd::{ROOM, TOLD, crowd};
use crate::chart::timeline::{Choice, years};
use crate::i18n::{Key, words};
use crate::model::{Claim, Confidence, Dataset, Procurement, SourceRef};
use crate::route::{Page, Selection};

/// A figure, whatever is chosen of it.
pub struct FigureSpec {
    /// Where links to it point on its page.
    pub id: &'static str,
    /// What it is called, whatever it shows.
    pub name: Key,
    /// Its finding, or its question where nothing can be said for sure.
    pub title: fn(Asked) -> String,
    /// What it shows, in a sentence; empty where there is nothing to say.
    pub sentence: fn(Asked) -> String,
    /// What is drawn.
    pub drawing: for<'a> fn(PageState<'a>, Only<'a>) -> Vec<Block<'a>>,
    /// The name of the fold over its table; `None` where the table stands open.
    pub table_name: Option<Key>,
    /// Its facts as a table, each with its sources.
    pub table: fn(Asked) -> FactTable,
    /// Tells every source that it rests on.
    pub sources: fn(Asked, &mut dyn FnMut(SourceRef)),
    /// What of a reader's choice it follows.
    pub follows: &'static [Follows],
    /// The page that it stands on.
    pub page: Page,
    /// How it stands by itself, for other people's pages.
    pub embed: Embed,
}

impl FigureSpec {
    /// What it is called where it is limited so: by who it is about first.
    pub fn name_of(&self, site: Site, only: Only) -> String {
        let of = |one: &Procurement| site.text(&one.name).to_owned();
        let (of, name) = match only {
            Only::All => return site.t(self.name).to_owned(),
            Only::One(one) => (of(one), site.t(self.embed.name_of_one)),
            Only::Claim(one, claim) => (of(one), site.text(&claim.title)),
            Only::Pair(one, other) => {
                let (one, other) = (&of(one), &of(other));
                (site.say(words::BothNames { one, other }), site.t(self.name))
            }
        };
        format!("{of}: {name}")
    }

    /// What of a reader's choice concerns it, beside the colours.
    pub fn followed(&self, selection: &Selection) -> Selection {
        let mut followed = Selection { as_of: selection.as_of, ..Selection::default() };
        for follows in self.follows {
            match follows {
                Follows::Procurements => followed.procurements.clone_from(&selection.procurements),
                Follows::Events => followed.groups.clone_from(&selection.groups),
                Follows::Years => (followed.from, followed.to) = (selection.from, selection.to),
                Follows::Claims => {
                    followed.claim_kinds.clone_from(&selection.claim_kinds);
                    followed.outcomes.clone_from(&selection.outcomes);
                    (followed.order, followed.group) = (selection.order, selection.group);
                }
                Follows::Alignment => {
                    (followed.align, followed.by) = (selection.align, selection.by)
                }
            }
        }
        followed
    }

    /// What it finds of all that it can show on a page of its own.
    pub fn finding_of_all(&self, site: Site) -> String {
        (self.title)(Asked { site, selection: &Selection::default(), only: Only::All })
    }
}

/// A choice that a figure follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    Procurements,
    /// The groups of events.
    Events,
    Years,
    /// The kinds of claims, how they stand, and their order.
    Claims,
    /// What ladders have in common, and their order.
    Alignment,
}

/// A figure for other people's pages.
pub struct Embed {
    /// Its heading there.
    pub heading: fn(Asked) -> String,
    /// The drawing alone: what else the page shows beside it is one link away.
    pub drawing: for<'a> fn(PageState<'a>, Only<'a>) -> Vec<Block<'a>>,
    /// What it is called after the name of a procurement.
    pub name_of_one: Key,
    /// Whether there is a figure of this one procurement.
    pub is_of: fn(&Procurement) -> bool,
}

/// What a figure is asked for.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub site: Site<'a>,
    pub selection: &'a Selection,
    /// What it is limited to.
    pub only: Only<'a>,
}

impl<'a> Asked<'a> {
    /// What a page asks for.
    pub fn of(state: PageState<'a>, only: impl Into<Only<'a>>) -> Asked<'a> {
        Asked { site: state.site, selection: state.selection, only: only.into() }
    }

    /// The procurements that are shown.
    pub fn shown(self) -> Vec<&'a Procurement> {
        let shown = || self.selection.shown(self.site.dataset);
        self.only.procurements().unwrap_or_else(shown)
    }

    /// Those that are told one by one, however many there are.
    pub fn told(self) -> Vec<&'a Procurement> {
        let told = || one_by_one(self.site, self.selection);
        self.only.procurements().unwrap_or_else(told)
    }

    /// Those of the overview, which follows no choice.
    pub fn followed(self) -> Vec<&'a Procurement> {
        let followed = || self.site.headlines().map(|(procurement, _)| procurement).collect();
        self.only.procurements().unwrap_or_else(followed)
    }
}

/// All figures.
pub static FIGURES: [&FigureSpec; 5] = [&LADDERS, &TIMELINE, &CLAIMS, &COMPARISON, &REGIONS];

/// The figure of a page that has one of its own, or of an embed.
pub fn of(page: &Page) -> Option<&'static FigureSpec> {
    let home = match page {
        Page::Embed(home, _) => home,
        page => page,
    };
    content::of(home).figure
}

/// The figure that an embed shows or that is taken along, and what it is limited to; `None` where
/// an id names nothing. The table of figures is asked and not the figure's page, whose code need not
/// have come.
pub fn limited<'a>(site: Site<'a>, page: &Page) -> Option<(&'static FigureSpec, Only<'a>)> {
    let (Page::Embed(home, _) | Page::Reuse(home, _)) = page else { return None };
    let figure = FIGURES.into_iter().find(|figure| figure.page == **home)?;
    let only = Only::on(site, page)?;
    only.one().is_none_or(figure.embed.is_of).then_some((figure, only))
}

/// The embeds that there are, of all procurements or of one.
pub fn embeds(only: Option<&Procurement>) -> impl Iterator<Item = Page> {
    let figures = FIGURES.into_iter();
    let there = move |figure: &&FigureSpec| only.is_none_or(figure.embed.is_of);
    let of = move || Only::from(only).of();
    figures.filter(there).map(move |figure| Page::Embed(&figure.page, of()))
}

/// The embed of one claim of a procurement.
pub fn embed_of_claim(one: &Procurement, claim: &Claim) -> Page {
    Page::Embed(&CLAIMS.page, Only::Claim(one, claim).of())
}

/// The embeds of two procurements beside each other that there are files of.
pub fn embeds_of_pairs(dataset: &Dataset) -> impl Iterator<Item = Page> {
    let pairs = compare::pairs(dataset).into_iter();
    pairs.map(|[one, other]| Page::Embed(&COMPARISON.page, Only::Pair(one, other).of()))
}

/// The ladders of first go-live.
pub static LADDERS: FigureSpec = FigureSpec {
    id: "promises",
    name: Key::OverviewPicture,
    title: |asked| match asked.only {
        Only::All => headline::headline(asked.site),
        _ => finding::go_lives(asked.site, &asked.followed(), Key::OverviewPicture),
    },
    sentence: |asked| match asked.only.one().and_then(|one| Some((one, one.headline()?))) {
        Some((procurement, milestone)) => sentence::ladder(asked.site, procurement, milestone),
        None => sentence::overview(asked.site),
    },
    drawing: chart::ladders,
    table_name: Some(Key::AsTable),
    table: |asked| promises_table(asked.site, &asked.followed()),
    // The cards above them tell where each stands, also of one without a ladder.
    sources: |asked, tell| match asked.only.one() {
        Some(procurement) => promises(procurement, tell),
        None => {
            let told = one_by_one(asked.site, &Selection::default());
            told.into_iter().for_each(|one| promises(one, tell));
        }
    },
    follows: &[],
    page: Page::Overview,
    embed: Embed {
        heading: |asked| (LADDERS.title)(asked),
        drawing: chart::ladders_alone,
        name_of_one: Key::OverviewPicture,
        is_of: |one| one.headline().is_some(),
    },
};

/// What was promised and what happened, a lane a procurement.
pub static TIMELINE: FigureSpec = FigureSpec {
    id: "timeline",
    name: Key::TimelineTitle,
    title: timeline_title,
    sentence: timeline,
    drawing: chart::timeline,
    table_name: Some(Key::AsTable),
    table: |asked| chart::timeline_table(asked.site, &asked.shown(), asked.selection),
    sources: |asked, tell| {
        let shown = asked.shown();
        let span = asked.selection.years(years(shown.iter().copied()));
        for one in shown {
            promises(one, tell);
            let kept = |event: &&_| keeps_event(event, &asked.selection.groups, span);
            let events = one.events.iter().filter(kept);
            events.flat_map(|event| &event.sources).for_each(|source| tell(*source));
        }
    },
    follows: &[Follows::Procurements, Follows::Events, Follows::Years],
    page: Page::Timeline,
    embed: Embed {
        // On its page the ladder has told already what became of a single procurement.
        heading: |asked| match asked.only.one() {
            Some(one) => finding::go_lives(asked.site, &[one], Key::TimelineQuestion),
            None => timeline_title(asked),
        },
        drawing: chart::timeline,
        name_of_one: Key::SectionTimeline,
        is_of: |_| true,
    },
};

/// Every claim between the parties, and those kept apart.
pub static CLAIMS: FigureSpec = FigureSpec {
    id: "claims",
    name: Key::ClaimsTitle,
    title: |asked| match asked.only {
        Only::Claim(_, claim) => finding::claim(asked.site, claim),
        _ => finding::claims(asked.site, &chosen(asked)),
    },
    sentence: |asked| match asked.only {
        Only::Claim(one, claim) => sentence::claim(asked.site, one, claim),
        _ => sentence::claims(asked.site, &chosen(asked)),
    },
    drawing: chart::claims,
    table_name: Some(Key::AsTable),
    table: |asked| chart::claims_table(asked.site, &chosen(asked)),
    sources: |asked, mut tell| {
        chosen(asked).into_iter().for_each(|(_, claim)| claim.each_source(&mut tell));
    },
    follows: &[Follows::Procurements, Follows::Claims],
    page: Page::Claims,
    embed: Embed {
        heading: |asked| (CLAIMS.title)(asked),
        drawing: chart::claims_picture,
        name_of_one: Key::SectionClaims,
        is_of: |one| !one.claims.is_empty(),
    },
};

/// The ladders under each other on one scale.
pub static COMPARISON: FigureSpec = FigureSpec {
    id: "comparison",
    name: Key::CompareTitle,
    title: |asked| match asked.shown() {
        shown if shown.len() <= TOLD => finding::passed(asked.site, &shown, Key::CompareQuestion),
        _ => asked.site.t(Key::CompareQuestion).to_owned(),
    },
    sentence: |asked| sentence::comparison(asked.site, &asked.told()),
    drawing: chart::comparison,
    table_name: Some(Key::MultiplesTable),
    table: |asked| promises_table(asked.site, &asked.told()),
    sources: |asked, tell| {
        for one in asked.told() {
            promises(one, tell);
            let contract = one.contract.iter().flat_map(|contract| &contract.sources);
            let residents = one.residents.iter().flat_map(|residents| &residents.sources);
            let costs = one.costs.iter().flat_map(|cost| &cost.sources);
            contract.chain(residents).chain(costs).for_each(|source| tell(*source));
        }
    },
    follows: &[Follows::Procurements, Follows::Alignment],
    page: Page::Compare,
    embed: Embed {
        heading: |asked| (COMPARISON.title)(asked),
        drawing: chart::comparison_alone,
        name_of_one: Key::CompareTitle,
        is_of: |_| true,
    },
};

/// The record system of each region.
pub static REGIONS: FigureSpec = FigureSpec {
    id: "map",
    name: Key::RegionsTitle,
    title: |asked| finding::regions(asked.site),
    sentence: |asked| sentence::regions(asked.site),
    drawing: chart::regions,
    table_name: Some(Key::AsTable),
    table: |asked| chart::regions_table(asked.site),
    sources: |asked, tell| {
        let regions = asked.site.dataset.regions.iter();
        regions.flat_map(|region| &region.sources).for_each(|source| tell(*source));
    },
    follows: &[],
    page: Page::Regions,
    embed: Embed {
        heading: |asked| (REGIONS.title)(asked),
        drawing: chart::regions_alone,
        name_of_one: Key::RegionsTitle,
        is_of: |_| false,
    },
};

fn chosen(asked: Asked<'_>) -> Vec<(&Procurement, &Claim)> {
    chart::chosen(asked.site, asked.selection, asked.only)
}

/// Every promise of a first go-live, procurement by procurement.
fn promises_table(site: Site, procurements: &[&Procurement]) -> FactTable {
    let milestones = procurements.iter().filter_map(|one| Some((*one, one.headline()?)));
    chart::promises_table(site, milestones)
}

/// What the promises of a first go-live and the words on where things stand rest on.
fn promises(one: &Procurement, tell: &mut dyn FnMut(SourceRef)) {
    let baselines = one
        .headline()
        .into_iter()
        .flat_map(|milestone| milestone.schedule.baselines())
        .flat_map(|baseline| &baseline.sources);
    let standing = one.standing.iter().flat_map(|standing| &standing.sources);
    baselines.chain(standing).for_each(|source| tell(*source));
}

/// What became of the go-lives that have a lane, where all have one. Of a single procurement its
/// ladder has told it already.
fn timeline_title(asked: Asked) -> String {
    let question = Key::TimelineQuestion;
    let shown = asked.shown();
    let span = asked.selection.years(years(shown.iter().copied()));
    let years = (span.first.year(), span.last.year());
    let choice = Choice { years, groups: &asked.selection.groups };
    let all = matches!(asked.only, Only::All) && shown.len() <= TOLD;
    match all && crowd(&shown, choice, ROOM).groups.is_empty() {
        true => finding::go_lives(asked.site, &shown, question),
        false => asked.site.t(question).to_owned(),
    }
}

/// How much of the timeline a choice leaves.
fn timeline(asked: Asked) -> String {
    let Asked { site, selection, .. } = asked;
    let procurements = asked.shown();
    let years = selection.years(years(procurements.iter().copied()));
    let (mut events, mut promises) = (0, 0);
    for fact in left(&procurements, &selection.groups, years) {
        match fact {
            Fact::Event(_, event) => events += usize::from(event.confidence != Confidence::Low),
            Fact::Promise(..) => promises += 1,
        }
    }
    let (first, last) = (years.first.year(), years.last.year());
    sentence::timeline(site, events, promises, procurements.len(), first, last)
}
