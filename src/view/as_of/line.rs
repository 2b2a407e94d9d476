//! What became known on a day, in a line.

use crate::analysis::knowledge::{Change, weightiest};
use crate::i18n::{Key, words};
use crate::model::{Day, PartialDate};
use crate::route::{Page, Selection};
use crate::view::{Markup, Site, html, news};

/// What became known last, `news` being all there is in order of its day: what tells most, and how
/// much more there was that day.
pub fn line(site: Site, all: &[Change], day: Day) -> Markup {
    let known = &all[..all.partition_point(|change| change.known().day <= day)];
    let Some(stop) = known.last().map(|change| change.known().day) else {
        // Of regions alone there is no news.
        let nothing = (!all.is_empty()).then(|| site.t(Key::AsOfNothing));
        return html! { (nothing.unwrap_or_default()) };
    };
    let of_the_day = &known[known.partition_point(|change| change.known().day < stop)..];
    let date = site.date(PartialDate::Day(stop));
    let more = of_the_day.len() - 1;
    html! {
        @if stop != day { (site.say(words::AsOfNews { date: &date })) " " }
        @if let Some(change) = weightiest(site.today, of_the_day) { (news::line(site, change)) }
        @if more > 0 {
            " "
            a href=(news_page(site, Day(stop.0 - 1), Some(stop))) {
                (site.say(words::AsOfMore { n: more }))
            }
        }
    }
}

/// Where all is listed that became known after a day.
pub fn news_page(site: Site, since: Day, as_of: Option<Day>) -> String {
    let news = Selection { since: Some(since), as_of, ..Selection::default() };
    format!("{}{news}", site.href(Page::Changes))
}
