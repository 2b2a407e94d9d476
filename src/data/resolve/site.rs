//! Whose site it is, and what it shows.

use super::plain;
use crate::data::check::web_address;
use crate::data::problem::{Problem, fold};
use crate::data::record::{self, AccessibilityRecord, Records, SiteRecord};
use crate::model::{Accessibility, Contact, SiteSettings};
use std::collections::BTreeMap;
use std::path::PathBuf;
use toml::Spanned;

/// Reads the text of `site.toml`. What is wrong is left out and told.
pub fn read_site(text: &str) -> (SiteSettings, Vec<Problem>) {
    let files = BTreeMap::from([(PathBuf::from(FILE), text.to_owned())]);
    let (Records { site, .. }, mut problems) = record::read(&files);
    let Some(entry) = site else { return (SiteSettings::default(), fold(problems)) };
    let SiteRecord {
        address,
        name,
        publisher,
        contact,
        texts,
        regions,
        danish_rule,
        accessibility,
    } = entry.record;
    let is_mail = |text: &str| {
        text.split_once('@').is_some_and(|(who, host)| {
            !who.is_empty() && host.contains('.') && !text.contains([' ', '/', ':'])
        })
    };
    let form = accessibility.as_ref().and_then(|told| told.form.as_ref());
    let page = contact.as_ref().filter(|contact| !is_mail(contact.get_ref()));
    for address in [address.as_ref(), page, form].into_iter().flatten() {
        if let Some(kind) = web_address(address.get_ref()) {
            problems.push(entry.place.problem(Some(address.span()), kind));
        }
    }
    let contact = contact.map(Spanned::into_inner).map(|contact| match is_mail(&contact) {
        true => Contact::Mail(contact),
        false => Contact::Page(contact),
    });
    let settings = SiteSettings {
        address: plain(&address).unwrap_or_default(),
        name: name.unwrap_or_default(),
        publisher: publisher.unwrap_or_default(),
        contact,
        texts: texts.unwrap_or_default(),
        regions: regions.unwrap_or_default(),
        danish_rule: danish_rule.unwrap_or_default(),
        accessibility: accessibility.and_then(statement),
    };
    (settings, fold(problems))
}

/// Where it stands, in the project's folder.
pub const FILE: &str = "site.toml";

/// A statement in which nothing that the law asks for is missing.
fn statement(told: AccessibilityRecord) -> Option<Accessibility> {
    Some(Accessibility {
        form: plain(&told.form)?,
        compliance: told.compliance?,
        assessed: plain(&told.assessed)?,
        updated: plain(&told.updated)?,
        method: told.method?,
        faults: told.faults,
        disproportionate: told.disproportionate,
        outside: told.outside,
    })
}
