//! What this is, how far the promises moved, and where each procurement stands.

use super::needs::{AtStart, Needs, PageFacts};
use super::spec::{About, PageSpec};
use crate::analysis::compare;
use crate::chart::crowd::told;
use crate::i18n::{Key, format, words};
use crate::model::Procurement;
use crate::route::{Page, Selection};
use crate::view::block::Block;
use crate::view::chart::table;
use crate::view::copy::copy_button;
use crate::view::embed_code::embed_code;
use crate::view::figure::{Asked, COMPARISON, LADDERS};
use crate::view::others::{one_by_one, others};
use crate::view::prose::prose;
use crate::view::source_note::source_note;
use crate::view::{Markup, PageState, Site, headline, html, sentence};

/// The page in the table of pages.
pub static SPEC: PageSpec = PageSpec {
    about: |site, _| {
        let description =
            site.once_chosen(Key::OverviewDescription, Key::OverviewDescriptionBefore);
        About::words(site, Key::OverviewTitle, description)
    },
    header: Some(Key::NavOverview),
    footer: None,
    of_many: true,
    facts: PageFacts {
        needs: |_, _, today| Needs::many(told(today.followed().collect()).0),
        at_start: AtStart::Nothing,
        of_everything: false,
    },
    blocks: |state, _| Some(overview(state)),
    sources: None,
};

fn overview<'a>(state: PageState<'a>) -> Vec<Block<'a>> {
    let site = state.site;
    let cards = one_by_one(site, &Selection::default()).into_iter().map(|procurement| {
        let card = move || card(site, procurement);
        Block::html(procurement.id.to_string(), "section", "card", card)
    });
    let others = move || others(site, &Selection::default());
    vec![
        story(state),
        Block::around("cards", "div", "cards", cards.collect()),
        Block::html("others", "div", "others", others),
    ]
}

/// The headline and every promise of a first go-live under it: the page begins with its figure,
/// whose title is the page's.
fn story(state: PageState<'_>) -> Block<'_> {
    let site = state.site;
    let asked = Asked::of(state, None);
    let head = move || {
        html! {
            p class="kicker" { (headline::kicker(site)) }
            h1 tabindex="-1" { ((LADDERS.title)(asked)) }
            p class="lead" { (site.t(Key::StoryLead)) }
        }
    };
    let answer = move || prose((LADDERS.sentence)(asked));
    let copy = format!("#{} .answer", LADDERS.id);
    let copy = move || copy_button(site, Key::CopySentence, &copy);
    // It has no embed: the comparison shows the same ladders, and more.
    let code = embed_code(site, &COMPARISON, None, site.t(LADDERS.name).to_owned());
    let under = std::iter::once(table(&LADDERS, asked)).chain(code).collect();
    let mut blocks = vec![Block::html("head", "div", "", head)];
    blocks.extend((LADDERS.drawing)(state, None));
    let caption = vec![Block::html("answer", "p", "answer", answer)];
    blocks.extend([
        Block::around("under", "div", "under", under),
        Block::html("copy", "p", "copying", copy).attribute("data-live", ""),
        Block::around("caption", "figcaption", "", caption),
    ]);
    Block::around(LADDERS.id, "figure", "chart story", blocks).attribute("id", LADDERS.id)
}

fn card(site: Site, procurement: &Procurement) -> Markup {
    let lang = site.lang();
    let summary = compare::summary(procurement);
    let href = site.href(Page::Procurement(procurement.id.clone()));
    let signed = procurement.contract.as_ref().map(|contract| contract.signed);
    let supplier = procurement.supplier.map(|supplier| site.party_when(supplier, signed));
    let bought: Vec<String> = procurement.product.clone().into_iter().chain(supplier).collect();
    let slip = summary.slip.map(|slip| sentence::short_slip(site, slip));
    if let Some(nothing) = site.not_yet(procurement) {
        return html! {
            h2 { a href=(href) { (site.text(&procurement.name)) } }
            p { (nothing) }
        };
    }
    html! {
            h2 { a href=(href) { (site.text(&procurement.name)) } }
            p class="when" { (sentence::known_up_to(site, procurement)) }
            @if let Some(slip) = slip {
                p class="slip-figure" { strong { (slip) } span { (site.t(Key::AgainstFirst)) } }
            }
            dl {
                dt { (site.t(Key::Buyer)) }
                dd { (site.party(procurement.buyer)) }
                @if !bought.is_empty() {
                    dt { (site.t(Key::Product)) }
                    dd { (bought.join(", ")) }
                }
                @if let Some(contract) = &procurement.contract {
                    dt { (site.t(Key::Contract)) }
                    dd {
                        (site.date(contract.signed))
                        @if let Some(value) = contract.value { ", " (format::money(lang, value)) }
                        @if let Some(covers) = &contract.covers {
                            span class="note" { (site.sentence(covers)) }
                        }
                    }
                }
                @if let Some(milestone) = procurement.headline() {
                    dt { (site.t(Key::FirstPromise)) }
                    dd { (site.date(milestone.schedule.original.promised)) }
                    dt { (site.t(Key::WhatHappened)) }
                    dd { (sentence::what_happened(site, procurement, milestone)) }
                }
                dt { (site.t(Key::ClaimsWord)) }
                dd { (sentence::claims_line(site, &summary)) }
                @if let Some(standing) = &procurement.standing {
                    dt { (site.t(Key::Stands)) }
                    dd {
                        (site.text(&standing.text))
                        span class="note" {
                            (site.say(words::Since { date: &site.date(standing.since) }))
                        }
                    }
                }
            }
            @if let Some(standing) = &procurement.standing {
                (source_note(site, &standing.sources))
            }
    }
}
