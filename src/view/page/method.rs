//! How it is done: seasons, slips, how facts are chosen, how to correct one.

use crate::i18n::Key;
use crate::model::PartialDate;
use crate::view::Site;
use crate::view::{Gathered, Markup, html};

pub fn method(site: Site) -> Markup {
    let sections = [
        (Key::MethodFactsTitle, Key::MethodFacts),
        (Key::MethodDatesTitle, Key::MethodDates),
        (Key::MethodSeasonsTitle, Key::MethodSeasons),
        (Key::MethodSlipTitle, Key::MethodSlip),
        (Key::MethodKnownTitle, Key::MethodKnown),
        (Key::MethodClaimsTitle, Key::MethodClaims),
        (Key::MethodMoneyTitle, Key::MethodMoney),
        (Key::MethodDayTitle, Key::MethodDay),
        (Key::MethodCompareTitle, Key::MethodCompare),
        (Key::MethodPeopleTitle, Key::MethodPeople),
        (Key::MethodCorrectTitle, Key::MethodCorrect),
        (Key::MethodPrivacyTitle, Key::MethodPrivacy),
    ]
    .into_iter()
    .map(|(title, text)| {
        html! { h2 { (site.t(title)) } p { (site.t(text)) } }
    })
    .gathered();
    let reviewed = site.date(PartialDate::Day(site.dataset.reviewed));
    let data =
        site.fill(Key::MethodData, &[("version", &site.dataset.version), ("date", &reviewed)]);
    html! {
        h1 tabindex="-1" { (site.t(Key::MethodTitle)) }
        p class="lead" { (site.t(Key::MethodLead)) }
        (sections)
        h2 { (site.t(Key::MethodDataTitle)) }
        p { (data) }
        p {
            a href=(format!("{}data/v1/dataset.json", site.base)) rel="external" {
                (site.t(Key::MethodDownload))
            }
        }
    }
}
