//! The page of the ledger: what each edit of the data changed.

use crate::i18n::format;
use crate::model::{Lang, PartialDate};
use crate::open_data::ledger::{Change, Ledger, Told, Version, came, went};
use crate::view::{Gathered, Markup, html};

/// Every version, newest first.
pub fn versions(lang: Lang, ledger: &Ledger) -> Markup {
    ledger.versions.iter().map(|version| section(lang, version)).gathered()
}

/// What a version changed, for another page than that of the ledger, which lies at `page`.
pub fn listed(lang: Lang, version: &Version, page: &str) -> Markup {
    let day = version.day().map(|day| format::date(lang, PartialDate::Day(day)));
    let changes = version.changes.iter().map(|change| {
        html! { li { (told(lang, change, page)) } }
    });
    html! {
        @if !version.changes.is_empty() {
            p { a href=(format!("{page}#{}", version.id)) { (day.unwrap_or_default()) } }
            ul { (changes.gathered()) }
        }
    }
}

fn section(lang: Lang, version: &Version) -> Markup {
    let day = version.day().map(|day| format::date(lang, PartialDate::Day(day)));
    let said = version.said.iter().map(|said| {
        let paragraphs = said.body.split("\n\n").filter(|text| !text.is_empty());
        html! {
            @if !said.subject.is_empty() { p lang="en" { strong { (said.subject) } } }
            (paragraphs.map(|text| html! { p lang="en" { (text) } }).gathered())
        }
    });
    let changes = version.changes.iter().map(|change| item(lang, change));
    html! {
        section id=(version.id) {
            h2 { (day.unwrap_or_default()) " " a href=(format!("#{}", version.id)) { "#" } }
            (said.gathered())
            @if !version.compared {
                p class="note" { (not_compared(lang)) }
            } @else if version.changes.is_empty() {
                p class="note" { (nothing(lang)) }
            } @else {
                ul { (changes.gathered()) }
            }
        }
    }
}

fn item(lang: Lang, change: &Change) -> Markup {
    html! { li id=(change.id) { (told(lang, change, "")) } }
}

/// What a change was about, as a link to it on the page of the ledger, and what it changed.
fn told(lang: Lang, change: &Change, page: &str) -> Markup {
    let told = match change.told(lang) {
        Told::Instead { from, to } => html! { del { (from) } " → " ins { (to) } },
        Told::Came(what) => html! { (came(lang)) ": " ins { (what) } },
        Told::Went(what) => html! { (went(lang)) ": " del { (what) } },
        Told::OtherLanguage(words) | Told::Withheld(words, None) => html! { (words) },
        Told::Withheld(words, Some(to)) => html! { (words) " → " ins { (to) } },
    };
    html! {
        a href=(format!("{page}#{}", change.id)) { (change.about(lang, false)) } ": " (told)
        @if let Some(because) = &change.because { ", " (because.get(lang)) }
    }
}

fn not_compared(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => {
            "Här finns bara orden: det finns ingen tidigare version som kan läsas i dag att \
             jämföra med."
        }
        Lang::En => {
            "Only the words are here: there is no earlier version that can be read today to \
             compare with."
        }
    }
}

fn nothing(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => "Ingen uppgift och ingen slutsats blev en annan.",
        Lang::En => "No fact and no conclusion became another one.",
    }
}
