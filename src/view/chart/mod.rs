//! A chart is a figure: its question, its answer in words, its drawings and its table.

mod figure;

mod ladder;

mod ladder_line;

mod lanes;

mod lane;

mod lane_mark;

mod opened;

mod here;

mod group;

mod claim;

mod claim_line;

mod claims_embed;

mod sums;

mod ledger;

mod multiples;

mod panel;

mod answers;

mod regions;

mod region_list;

pub use claim::{amount, claim_parties, claim_whole};
pub use claim_line::contract_claims;
pub use claims_embed::claims_picture;
pub use figure::{embedded, figure, figure_of_page, framed, table};
pub use here::{claim_here, event_here};
pub use ladder::{anchor_of, called, ladder, ladders, ladders_alone, legend, promises_table};
pub use lanes::{timeline, timeline_table};
pub use ledger::{chosen, claims, claims_table};
pub use multiples::{comparison, comparison_alone};
pub use panel::{Bars, panel};
pub use region_list::regions_table;
pub use regions::{regions, regions_alone};
pub use sums::counted;
