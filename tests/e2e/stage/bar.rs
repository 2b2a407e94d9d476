//! The bar of days, as its reader uses it.

use super::Reader;

/// The slider along the days.
pub const SLIDER: &str = ".day-slider";

/// The button that leads to the day before.
pub const EARLIER: &str = ".day-earlier";

/// The button that leads to the day after.
pub const LATER: &str = ".day-later";

/// The button that leads back to today.
pub const NOW: &str = ".day-now";

/// The expression of the words that an earlier day is shown, where it is.
pub const SAID: &str = "document.querySelector('.day-said:not(:empty)')";

impl Reader {
    /// Touches the bar, and waits until it tells what is known.
    pub async fn open_bar(&self) {
        self.alive().await;
        self.js(&format!("document.querySelector('{SLIDER}').focus()")).await;
        let tells = "document.querySelector('.day-bar[data-touched] .day-line').textContent";
        // Until then it says that the facts are on their way.
        self.until(&format!("{tells} !== '' && !{tells}.endsWith('…')")).await;
    }
}
