//! Our arithmetic on facts: conclusions are computed here and stored nowhere.
//!
//! This layer knows the model only; it must not know words, pictures or addresses.
//! Start with [`slippage`]: every number of months on the page comes from there.

pub mod slippage;

pub mod conclusions;

pub mod knowledge;

pub mod outcome;

pub mod compare;

pub mod claims;

pub mod cost;

pub mod region;

pub mod related;

pub mod rests;

pub mod rule;

pub mod filter;

pub mod sorted;

pub mod search;

pub mod order;

pub mod outline;

pub mod positions;

pub mod sums;

pub mod timeline;
