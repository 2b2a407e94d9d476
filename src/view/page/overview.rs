//! The front page: what happened as a headline, how far the promises moved, where each procurement
//! stands, what was demanded, where to go next and what is new.

use super::needs::{AtStart, Needs, PageFacts};
use super::spec::{About, PageContent, PageSpec};
use super::standings;
use crate::analysis::claims::{left, listed};
use crate::analysis::knowledge::{self, Change};
use crate::chart::crowd::told;
use crate::i18n::{Key, format};
use crate::model::{ClaimKind, Day, PartialDate};
use crate::route::{Page, Selection};
use crate::view::block::Block;
use crate::view::chart::{contract_claims, table};
use crate::view::copy::copy_button;
use crate::view::figure::{Asked, LADDERS};
use crate::view::glossary::Terms;
use crate::view::only::Only;
use crate::view::others::{one_by_one, others};
use crate::view::prose::prose;
use crate::view::reuse::reuse;
use crate::view::{Gathered, Markup, PageState, Site, finding, headline, html, news};

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    header: Some(Key::NavOverview),
    footer: None,
    of_many: true,
    facts: PageFacts {
        needs: |_, _, today| Needs::many(told(today.followed().collect()).0),
        at_start: AtStart::Nothing,
        of_everything: false,
    },
    chunk: None,
};

/// What it shows.
pub static CONTENT: PageContent = PageContent {
    about: |site, _| {
        let description =
            site.once_chosen(Key::OverviewDescription, Key::OverviewDescriptionBefore);
        About::words(site, Key::OverviewTitle, description)
    },
    blocks: |state, _| Some(overview(state)),
    figure: Some(&LADDERS),
    pictures: None,
    sources: None,
};

fn overview<'a>(state: PageState<'a>) -> Vec<Block<'a>> {
    let site = state.site;
    let others = move || others(site, &Selection::default());
    let further = vec![
        Block::html("next", "section", "next", move || next(site)),
        Block::html("latest", "section", "latest", move || latest(site)),
    ];
    vec![
        story(state),
        standings::standings(site),
        Block::html("others", "div", "others", others),
        Block::html("claims", "section", "story-claims", move || claims(site)),
        Block::around("further", "div", "further", further),
        Block::html("ours", "p", "note ours", move || ours(site)),
    ]
}

/// The headline and every promise of a first go-live under it: the page begins with its figure,
/// whose title is the page's.
fn story(state: PageState<'_>) -> Block<'_> {
    let site = state.site;
    let asked = Asked::of(state, Only::All);
    let head = move || {
        html! {
            p class="kicker" { (headline::kicker(site)) }
            h1 tabindex="-1" { ((LADDERS.title)(asked)) }
            p class="lead" { (Terms::new(site).link(site.t(Key::StoryLead))) }
            // For the words of a day that has more of them: `steps.js` gives and takes.
            div class="room" {}
        }
    };
    let answer = move || prose((LADDERS.sentence)(asked));
    let copy = format!("#{} .answer", LADDERS.id);
    let copy = move || copy_button(site, Key::CopySentence, &copy);
    let under = vec![table(&LADDERS, asked), reuse(state, &LADDERS, Only::All)];
    let mut blocks = vec![Block::html("head", "div", "", head)];
    blocks.extend((LADDERS.drawing)(state, Only::All));
    let caption = vec![Block::html("answer", "p", "answer", answer)];
    blocks.extend([
        Block::around("under", "div", "under", under),
        Block::html("copy", "p", "copying", copy).attribute("data-live", ""),
        Block::around("caption", "figcaption", "", caption),
    ]);
    Block::around(LADDERS.id, "figure", "chart story", blocks).attribute("id", LADDERS.id)
}

/// All claims between buyer and supplier in one picture, under what they tell together.
fn claims(site: Site) -> Markup {
    let told = one_by_one(site, &Selection::default());
    let between = left(listed(told.iter().copied()), &[ClaimKind::Contract], &[]);
    if between.is_empty() {
        return Markup::default();
    }
    html! {
        h2 { (prose(finding::claims(site, &between))) }
        p class="between" {
            (site.t(Key::StoryClaims))
            " "
            a href=(site.href(Page::Claims)) { (site.t(Key::StoryClaimsAll)) }
        }
        (contract_claims(site, told))
    }
}

/// Where a reader may go from here.
fn next(site: Site) -> Markup {
    let pages = [
        (Page::Timeline, Key::NavTimeline, Key::NextTimeline),
        (Page::Claims, Key::NavClaims, Key::NextClaims),
        (Page::Compare, Key::NavCompare, Key::NextCompare),
        (Page::Regions, Key::NavRegions, Key::NextRegions),
        (Page::Search, Key::NavSearch, Key::NextSearch),
    ];
    let there = pages.into_iter().filter(|(page, ..)| site.has(page));
    let links = there.map(|(page, name, what)| {
        html! { li { a href=(site.href(page)) { (site.t(name)) } " " (site.t(what)) } }
    });
    html! { h2 { (site.t(Key::NextTitle)) } ul { (links.gathered()) } }
}

/// How many pieces of news the page has room for.
const NEWS: usize = 5;

/// What became known last, of the procurements that the page tells of, newest first. Each line
/// leads to its fact, where its sources are.
fn latest(site: Site) -> Markup {
    let told = one_by_one(site, &Selection::default());
    let shown = |change: &Change| {
        let at = usize::from(change.known().procurement.0);
        let of = site.today.procurements.get(at);
        of.is_some_and(|one| told.iter().any(|told| told.id == one.id))
    };
    let news = knowledge::changes(site.today, Day(i32::MIN), site.dataset.reviewed);
    let news: Vec<_> = news.iter().rev().filter(|change| shown(change)).take(NEWS).collect();
    let lines = news.iter().map(|change| {
        let day = PartialDate::Day(change.known().day);
        html! {
            li {
                span class="when" { (format::short_date(site.lang(), day)) }
                " "
                (news::line(site, change))
            }
        }
    });
    html! {
        @if !news.is_empty() {
            h2 { (site.t(Key::KnownLast)) }
            ul class="news-list" { (lines.gathered()) }
            p { a href=(site.href(Page::Changes)) { (site.t(Key::NavChanges)) } }
        }
    }
}

/// What on the page is ours, and how it was made.
fn ours(site: Site) -> Markup {
    html! {
        (site.t(Key::StoryOurs))
        " "
        a href=(site.href(Page::Method)) { (site.t(Key::MethodTitle)) }
    }
}
