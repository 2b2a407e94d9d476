//! How it is done: seasons, slips, how facts are chosen, how to correct one.

use crate::i18n::Key;
use crate::model::PartialDate;
use crate::view::Site;
use leptos::prelude::*;

pub fn method(site: Site) -> AnyView {
    let sections = [
        (Key::MethodFactsTitle, Key::MethodFacts),
        (Key::MethodDatesTitle, Key::MethodDates),
        (Key::MethodSeasonsTitle, Key::MethodSeasons),
        (Key::MethodSlipTitle, Key::MethodSlip),
        (Key::MethodKnownTitle, Key::MethodKnown),
        (Key::MethodClaimsTitle, Key::MethodClaims),
        (Key::MethodMoneyTitle, Key::MethodMoney),
        (Key::MethodPeopleTitle, Key::MethodPeople),
        (Key::MethodCorrectTitle, Key::MethodCorrect),
        (Key::MethodPrivacyTitle, Key::MethodPrivacy),
    ]
    .into_iter()
    .map(|(title, text)| {
        view! {
            <h2>{site.t(title)}</h2>
            <p>{site.t(text)}</p>
        }
        .into_any()
    })
    .collect_view();
    let reviewed = site.date(PartialDate::Day(site.dataset.reviewed));
    let data =
        site.fill(Key::MethodData, &[("version", &site.dataset.version), ("date", &reviewed)]);
    view! {
        <h1 tabindex="-1">{site.t(Key::MethodTitle)}</h1>
        <p class="lead">{site.t(Key::MethodLead)}</p>
        {sections}
        <h2>{site.t(Key::MethodDataTitle)}</h2>
        <p>{data}</p>
        <p>
            <a href=format!("{}data/v1/dataset.json", site.base) rel="external">
                {site.t(Key::MethodDownload)}
            </a>
        </p>
    }
    .into_any()
}
