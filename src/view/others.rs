//! More procurements than a page can tell one by one: the others are named, and lead to their
//! own pages.

use super::{Gathered, Markup, Site, html};
use crate::chart::crowd;
use crate::i18n::{Key, words};
use crate::model::Procurement;
use crate::route::{Page, Selection};

/// The procurements that are told one by one where each takes a card, a column or a ladder, of
/// those that a choice leaves.
pub fn one_by_one<'a>(site: Site<'a>, selection: &Selection) -> Vec<&'a Procurement> {
    crowd::told(selection.shown(site.dataset)).0
}

/// The names of the others; nothing when there are none.
pub fn others(site: Site, selection: &Selection) -> Markup {
    named(site, &crowd::told(selection.shown(site.dataset)).1)
}

/// Those of which a choice leaves the claims, divided in the same way.
pub fn with_claims<'a>(
    site: Site<'a>,
    selection: &Selection,
) -> (Vec<&'a Procurement>, Vec<&'a Procurement>) {
    let shown = selection.shown(site.dataset).into_iter();
    crowd::told(shown.filter(|one| !one.claims.is_empty()).collect())
}

/// Names that lead to pages of their own, in a fold.
pub fn named(site: Site, others: &[&Procurement]) -> Markup {
    if others.is_empty() {
        return Markup::default();
    }
    html! {
        p { (title(site, others)) }
        (names(site, others))
    }
}

/// How many there are, and which is the first and the last of them.
pub fn title(site: Site, procurements: &[&Procurement]) -> String {
    let name = |one: Option<&&Procurement>| {
        one.map(|one| site.text(&one.name).to_owned()).unwrap_or_default()
    };
    let n = procurements.len();
    let (first, last) = (name(procurements.first()), name(procurements.last()));
    site.say(words::GroupTitle { n, first: &first, last: &last })
}

/// The fold with their names.
pub fn names(site: Site, procurements: &[&Procurement]) -> Markup {
    let names = procurements.iter().map(|one| {
        let href = site.href(Page::Procurement(one.id.clone()));
        html! { li { a href=(href) { (site.text(&one.name)) } } }
    });
    html! {
        details {
            summary { (site.t(Key::GroupNames)) }
            ul class="names" { (names.gathered()) }
        }
    }
}
