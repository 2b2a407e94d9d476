//! What must hold in each of the three engines, not in Chromium alone.
//!
//! `UTLOVAT_BROWSER` (`chromium`, `firefox` or `webkit`) chooses the engine of a run, and
//! `cargo xtask test` runs this folder in all three. Where an engine forces a difference, a comment
//! in the test or in `stage/surroundings.rs` names it.

mod alive;

mod choices;

mod back;

mod print;

mod letters;

mod articles;

mod pasted;

mod embeds;

mod hosts;

mod messages;

mod frozen;

mod pictures;

mod offline;

mod hostile;

mod failures;
