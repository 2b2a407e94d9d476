//! A chart is a figure: its question, its answer in words, its drawings and its table.

mod figure;

mod ladder;

mod lanes;

mod lane;

mod group;

mod claim;

mod sums;

mod ledger;

mod multiples;

pub use claim::{Depth, amount, claim_row};
pub use figure::{Figure, figure, table};
pub use ladder::{anchor_of, called, ladder, promises_table};
pub use lanes::{lanes, panel, timeline_table};
pub use ledger::{chosen, claims_table, ledger};
pub use multiples::multiples;
pub use sums::counted;
