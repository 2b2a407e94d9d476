//! When a promise was made: a ring, drawn out to a pill where the day is not known. Its form
//! tells who promised; a word beside it tells the same.

use crate::chart::{Percent, Span};
use crate::model::PlanForm;
use crate::view::{Markup, html};

/// A ring around the window in which the promise became public.
pub fn ring(made: Span, y: i32, form: PlanForm) -> Markup {
    let (class, round) = match form {
        PlanForm::Contract => ("ring contract", true),
        PlanForm::Decision => ("ring decision", true),
        PlanForm::Proposal => ("ring proposal", false),
        PlanForm::Report => ("ring report", true),
    };
    // What is narrower than a ring is one.
    match (made.length() < 200, round) {
        (true, true) => html! {
            circle class=(class) cx=(Percent(made.middle())) cy=[(y != 0).then_some(y)] r="4.5" {}
        },
        (true, false) => super::at(
            made.middle(),
            y,
            html! { rect class=(class) x="-4.5" y="-4.5" width="9" height="9" {} },
        ),
        (false, _) => html! {
            rect class=(class) x=(Percent(made.from)) width=(Percent(made.length())) y=(y - 4)
                height="8" rx=[round.then_some("4")] {}
        },
    }
}
