//! Which facts a page is made from.

use crate::analysis::knowledge::as_of;
use crate::chart::crowd::{ROOM, crowd, told};
use crate::chart::timeline::{Choice, years};
use crate::model::{Dataset, Id, Procurement};
use crate::route::{Page, Selection};

/// The facts that a page needs for a choice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needs {
    /// Whether it shows or counts procurements that it does not need whole.
    pub index: bool,
    /// The procurements that it needs whole.
    pub procurements: Vec<Id>,
}

impl Needs {
    /// All procurements in outline, none whole.
    pub fn outlines() -> Needs {
        Needs { index: true, procurements: vec![] }
    }

    fn one(id: &Id) -> Needs {
        Needs { index: false, procurements: vec![id.clone()] }
    }

    fn many<'a>(procurements: impl IntoIterator<Item = &'a Procurement>) -> Needs {
        let procurements = procurements.into_iter().map(|one| one.id.clone()).collect();
        Needs { index: true, procurements }
    }
}

/// What a page is made from for a choice. `today` is what is here of the facts: where the index
/// is needed and not here, only that is sure, and the question is asked once more when it is.
///
/// However many procurements there are, overview, timeline, claims and comparison need those that they
/// have room for.
pub fn needs(page: &Page, selection: &Selection, today: &Dataset) -> Needs {
    match page {
        Page::Method | Page::NotFound => Needs::default(),
        Page::Procurement(id) | Page::Event(id, _) | Page::Claim(id, _) => Needs::one(id),
        Page::Embed(_, Some(id)) => Needs::one(id),
        Page::Search if selection.words.is_empty() => Needs::outlines(),
        Page::Regions => Needs::outlines(),
        Page::Sources | Page::Register | Page::Search => Needs::many(&today.procurements),
        Page::Changes => Needs::many(selection.shown(today)),
        Page::Overview => Needs::many(told(today.followed().collect()).0),
        Page::Compare => Needs::many(told(selection.shown(today)).0),
        Page::Claims => {
            let with = selection.shown(today).into_iter().filter(|one| !one.claims.is_empty());
            Needs::many(told(with.collect()).0)
        }
        Page::Timeline => match selection.as_of {
            Some(day) => lanes(selection, &as_of(today, day)),
            None => lanes(selection, today),
        },
        Page::Embed(home, None) => needs(home, selection, today),
    }
}

/// What a page fetches by itself: the facts that its controls answer with. A page without
/// controls of its own stands in its file, and needs none before a day is asked for.
pub fn at_start(page: &Page, today: &Dataset) -> Needs {
    match page {
        Page::Overview | Page::Sources | Page::Register => Needs::default(),
        Page::Changes => Needs::outlines(),
        _ => needs(page, &Selection::default(), today),
    }
}

/// Whether a page needs every procurement to be made anew. A link to it is left to the browser,
/// since its file has it all.
pub fn is_of_everything(page: &Page) -> bool {
    matches!(page, Page::Sources | Page::Register | Page::Changes)
}

/// The procurements that the timeline draws; the others are counted from their outlines.
fn lanes(selection: &Selection, dataset: &Dataset) -> Needs {
    let shown = selection.shown(dataset);
    let days = selection.years(years(shown.iter().copied()));
    let choice = Choice { years: (days.first.year(), days.last.year()), groups: &selection.groups };
    Needs::many(crowd(&shown, choice, ROOM).lanes)
}
