//! When a promise was made: a ring, drawn out to a pill where the day is not known. Its form
//! tells who promised; a word beside it tells the same.

use crate::chart::Span;
use crate::model::PlanForm;
use crate::view::{Markup, html};

/// A ring around the window in which the promise became public.
pub fn ring(made: Span, y: i32, form: PlanForm) -> Markup {
    let (class, round) = match form {
        PlanForm::Contract => ("ring contract", 5),
        PlanForm::Decision => ("ring decision", 5),
        PlanForm::Proposal => ("ring proposal", 0),
        PlanForm::Report => ("ring report", 5),
    };
    html! {
        rect
            class=(class)
            x=(made.from)
            y=(y - 5)
            width=(made.length())
            height="10"
            rx=(round) {}
    }
}
