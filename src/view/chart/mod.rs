//! A chart is a figure: its question, its answer in words, its drawings and its table.

mod figure;

mod ladder;

mod lanes;

mod group;

mod ledger;

mod multiples;

pub use figure::{Figure, LiveFigure, figure, live_figure};
pub use ladder::{ladder, promises_table};
pub use lanes::{lanes, panel, timeline_table};
pub use ledger::{amount, chosen, claim_row, claims_table, ledger};
pub use multiples::multiples;
