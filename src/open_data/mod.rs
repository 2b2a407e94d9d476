//! The data set as the world reads it: one file of JSON, the schema that it keeps to, and a
//! README.
//!
//! Beside the facts it tells what we computed from them (how late, known until when) and where
//! each thing has its page, so it stands above `data`, `analysis` and `route` alike. It must not
//! know the words of the interface, nor where the files go. Start with [`v1`].

pub mod v1;
