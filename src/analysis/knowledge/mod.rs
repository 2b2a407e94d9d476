//! What could be known when.
//!
//! Every fact has two times: when it holds, and when it became public. One rule, [`known_on`],
//! tells the second for all of them, and [`as_of`] gives the whole data set as it was known on
//! a day, in the shapes of today's, so that every page follows by itself.

mod reach;

mod known;

mod evidence;

mod as_of;

mod days;

mod change;

mod changes;

mod since;

mod story;

mod first_source;

pub use as_of::as_of;
pub use change::{Change, Known, Move};
pub use changes::changes;
pub use days::{days, days_among, days_of, first_day};
pub use evidence::known_sources;
pub use first_source::{BeforeItsSources, before_its_sources};
pub use known::{Dated, known_on, source_is_known};
pub use reach::{Horizon, horizon, known_through};
pub use since::{Since, named_parties};
pub use story::{pace, story, weightiest};
