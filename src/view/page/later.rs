//! A fact that was not yet known on the day that the reader looks from.

use super::spec::{About, PageContent};
use super::text;
use crate::i18n::{Key, format, words};
use crate::model::{Day, PartialDate};
use crate::view::glossary::Terms;
use crate::view::{Markup, Site, html};

/// What stands in place of a page whose fact became known later. No address is its own.
pub static LATER: PageContent = PageContent {
    about: |site, _| About::words(site, Key::LaterTitle, Key::LaterLead),
    blocks: |state, _| Some(text("later", move || later(state.site))),
    figure: None,
    pictures: None,
    sources: None,
};

/// That it became known later, and nothing more of it.
fn later(site: Site) -> Markup {
    html! {
        h1 tabindex="-1" { (site.t(Key::LaterTitle)) }
        p class="lead" { (Terms::new(site).link(site.t(Key::LaterLead))) }
    }
}

/// That nothing at all was known on that day, and when the first fact became known.
pub fn nothing(site: Site, first: Day) -> Markup {
    let date = format::on_date(site.lang(), PartialDate::Day(first));
    html! {
        h1 tabindex="-1" { (site.t(Key::AsOfNothing)) }
        p class="lead" { (site.say(words::AsOfNotYet { date: &date })) }
    }
}
