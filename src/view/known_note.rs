//! That a fact counts as known before any of its dated sources was out.

use super::{Markup, Site, html};
use crate::analysis::knowledge::{Dated, before_its_sources};
use crate::i18n::{format, words};
use crate::model::PartialDate;

/// A line beside the sources of a fact, where it is so.
pub fn known_note(site: Site, fact: &impl Dated) -> Markup {
    let Some(before) = before_its_sources(fact, site.today) else { return Markup::default() };
    let date = |date| format::dated(site.lang(), date);
    let told = words::CountsAsKnown {
        known: &date(PartialDate::Day(before.known)),
        source: &date(before.source),
    };
    html! { p class="note" { (site.say(told)) } }
}
