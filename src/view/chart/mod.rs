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

mod regions;

pub use claim::{Depth, amount, claim_row};
pub use figure::{figure, table};
pub use ladder::{anchor_of, called, ladder, promises_table};
pub use lanes::{lanes, panel, timeline_table};
pub use ledger::{chosen, claims_table, ledger};
pub use multiples::multiples;
pub use regions::{map, regions_table};
pub use sums::counted;
