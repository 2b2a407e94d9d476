//! Utlovat as readers meet it: the built site, served over HTTP, in a real browser.
//!
//! `cargo xtask test --only e2e` builds the site and runs this; `UTLOVAT_DIST` names the site,
//! `UTLOVAT_DIST_SUBPATH` one built for `/some/dir/`, `UTLOVAT_DIST_LARGE` one of made-up facts,
//! `UTLOVAT_DIST_HOSTILE` one of hostile facts, `UTLOVAT_CHROMIUM` and `UTLOVAT_CHROMEDRIVER` the
//! programs (`stage/driver.rs` those of other engines) and `UTLOVAT_AXE` the file `axe.min.js`.
//!
//! # Layout
//!
//! | module | whose eyes |
//! |---|---|
//! | [`loads`], [`looks`], [`links`], [`start`], [`front`] | anybody's, on every page |
//! | [`engines`] | anybody's, in each of three engines |
//! | [`filters`], [`claims`], [`compare`], [`chapters`], [`lists`], [`search`], [`opened`], [`zoomed`], [`navigation`], [`fetched`], [`days`], [`bar`] | a reader who chooses, searches, moves on and looks back |
//! | [`reuse`] | a journalist who takes a figure along |
//! | [`keyboard`], [`access`], [`narrow`] | a reader without a mouse, without sight, with a phone |
//! | [`without_scripts`], [`early`] | a reader whose browser or network falls short |
//! | [`privacy`], [`below`], [`hosting`] | a reader who trusts nobody, a host with a folder, a host with policies |
//! | [`large`] | a reader of a site that has grown far beyond today's |
//! | [`seed`] | an editor: the facts that must never be lost |
//! | [`stage`] | nobody's: driver, reader, server and facts for all of them |

#![forbid(unsafe_code)]

mod stage;

mod engines;

mod loads;

mod looks;

mod links;

mod start;

mod tasks;

mod front;

mod filters;

mod search;

mod compare;

mod claims;

mod chapters;

mod claims_picture;

mod lists;

mod regions;

mod reuse;

mod opened;

mod zoomed;

mod navigation;

mod fetched;

mod days;

mod bar;

mod large;

mod keyboard;

mod access;

mod narrow;
mod paper;

mod without_scripts;

mod early;

mod privacy;

mod below;

mod hosting;

mod from_disk;

mod seed;
