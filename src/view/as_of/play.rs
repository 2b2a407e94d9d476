//! The days go on by themselves: from stop to stop of the story until today.
//!
//! That they do stands in the address, like every other choice: each stop is chosen, waits for its
//! time, and chooses the next one. So nothing has to be remembered, and a link begins anywhere.

use crate::analysis::knowledge::{changes, pace, story};
use crate::model::Day;
use crate::view::Controls;
use leptos::prelude::*;
use std::time::Duration;

/// Goes on from the day that is shown for as long as the choice says so.
pub fn go_on_by_itself(controls: Controls) {
    let clock = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(clock) = clock.try_update_value(Option::take).flatten() {
            clock.clear();
        }
    };
    Effect::new(move |_| {
        stop();
        let (plays, shown) = controls.selection.with(|choice| (choice.play, choice.as_of));
        if !plays || !controls.ready.get() {
            return;
        }
        let today = controls.facts.with_untracked(|facts| facts.today.clone());
        let stops = story(&today, &changes(&today, Day(i32::MIN), today.reviewed));
        let later = |stop: &&Day| shown.is_none_or(|shown| shown < **stop);
        let Some(next) = stops.iter().find(later).copied() else { return };
        // Whoever comes from today begins at once.
        let wait = if shown.is_some() { pace(stops.len()) } else { 0 };
        let go = move || controls.change_with(|choice, known| choice.playing_on(next, known));
        clock.set_value(set_timeout_with_handle(go, Duration::from_millis(wait)).ok());
    });
    on_cleanup(stop);
}
