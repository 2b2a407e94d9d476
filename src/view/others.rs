//! More procurements than a page can tell one by one: the others are named, and lead to their
//! own pages.

use super::{Gathered, Markup, Site, html};
use crate::chart::crowd;
use crate::i18n::{Key, format};
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
    let (Some(first), Some(last)) = (others.first(), others.last()) else {
        return Markup::default();
    };
    let name = |one: &Procurement| site.text(&one.name).to_owned();
    let n = format::count(site.lang(), others.len() as u64);
    let blanks = [("n", &*n), ("first", &name(first)), ("last", &name(last))];
    let names = others.iter().map(|one| {
        let href = site.href(Page::Procurement(one.id.clone()));
        html! { li { a href=(href) { (site.text(&one.name)) } } }
    });
    html! {
        p { (site.fill(Key::GroupTitle, &blanks)) }
        details {
            summary { (site.t(Key::GroupNames)) }
            ul class="names" { (names.gathered()) }
        }
    }
}
