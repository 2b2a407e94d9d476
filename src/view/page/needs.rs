//! Which facts a page is made from. Each page says it in its entry in the table of pages.

use super::spec;
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

    /// One procurement, and nothing of the others.
    pub fn one(id: &Id) -> Needs {
        Needs { index: false, procurements: vec![id.clone()] }
    }

    /// All procurements in outline, and these whole.
    pub fn many<'a>(procurements: impl IntoIterator<Item = &'a Procurement>) -> Needs {
        let procurements = procurements.into_iter().map(|one| one.id.clone()).collect();
        Needs { index: true, procurements }
    }

    /// These and others.
    pub fn and(mut self, others: Needs) -> Needs {
        self.index |= others.index;
        for id in others.procurements {
            if !self.procurements.contains(&id) {
                self.procurements.push(id);
            }
        }
        self
    }
}

/// What a page's entry says of the facts that it is made from.
pub struct PageFacts {
    /// Those that it needs for a choice. However many procurements there are, a page that tells
    /// some of them one by one needs those that it has room for.
    pub needs: fn(&Page, &Selection, &Dataset) -> Needs,
    /// Those that it fetches by itself.
    pub at_start: AtStart,
    /// Whether it needs every procurement to be made anew. A link to it is left to the browser,
    /// since its file has it all.
    pub of_everything: bool,
}

/// What a page fetches by itself: the facts that its controls answer with.
pub enum AtStart {
    /// What it needs while nothing is chosen.
    Needed,
    /// All procurements in outline: its own controls answer with no more.
    Outlines,
    /// Nothing before a day is asked for: it has no controls of its own, and stands in its file.
    Nothing,
}

impl PageFacts {
    /// A page of words alone. What needs more says so, and is fetched with the page.
    pub const NONE: PageFacts = PageFacts {
        needs: |_, _, _| Needs::default(),
        at_start: AtStart::Needed,
        of_everything: false,
    };

    /// A page about one procurement, whose id is in its address.
    pub const OF_ONE: PageFacts = PageFacts {
        needs: |page, _, _| page.procurement().map(Needs::one).unwrap_or_default(),
        ..PageFacts::NONE
    };

    /// A page that stands in its file and tells everything.
    pub const OF_ALL: PageFacts = PageFacts {
        needs: |_, _, today| Needs::many(&today.procurements),
        at_start: AtStart::Nothing,
        of_everything: true,
    };
}

/// What a page is made from for a choice. `today` is what is here of the facts: where the index
/// is needed and not here, only that is sure, and the question is asked once more when it is.
pub fn needs(page: &Page, selection: &Selection, today: &Dataset) -> Needs {
    (spec(page).facts.needs)(page, selection, today)
}

/// What a page fetches by itself.
pub fn at_start(page: &Page, today: &Dataset) -> Needs {
    match spec(page).facts.at_start {
        AtStart::Needed => needs(page, &Selection::default(), today),
        AtStart::Outlines => Needs::outlines(),
        AtStart::Nothing => Needs::default(),
    }
}

/// Whether a page needs every procurement to be made anew.
pub fn is_of_everything(page: &Page) -> bool {
    spec(page).facts.of_everything
}
