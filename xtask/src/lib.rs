//! The build tool of Utlovat.
//!
//! It turns a checkout into a folder of static files, shows it while somebody works on it, and runs
//! every test. It knows the whole project and nothing of the project knows it; the browser tests
//! alone borrow its [`server`]. No output depends on the machine's clock, on the order in which a
//! disk lists its files, or on where the checkout lies: two builds of one commit are the same bytes.
//!
//! # Layout
//!
//! | module | what it does |
//! |---|---|
//! | [`pipeline`] | the build, step by step: start reading here |
//! | [`check`] | reads `data/` and shows every problem in its place |
//! | [`since`] | tells which conclusions of the site an edit of `data/` changed |
//! | [`ledger`] | keeps the ledger of what each edit of `data/` changed |
//! | [`release`] | freezes the data of today as a version that never changes |
//! | [`git`] | what git knows of `data/` |
//! | [`wasm`], [`assets`], [`prerender`], [`open_data`], [`compress`], [`offline`], [`budget`], [`folder`] | one step each |
//! | [`from_disk`] | the site as one file that opens from disk |
//! | [`keep`] | the assets of earlier builds, for who still has an old page |
//! | [`host`] | what nginx, Apache and other hosts must know of the site |
//! | [`serve`], [`watch`], [`reload`] | build, show, build again when a file changes |
//! | [`server`], [`guard`] | a static web server, and whom it answers |
//! | [`test`], [`large`] | every check that CI runs, and the made-up facts of one of them |
//! | [`hosting`] | the built site on real servers |
//! | [`hostile`] | facts whose every text tries to break the site |
//! | [`report`] | what was tested of accessibility, as a page |
//! | [`supply`] | what the site is made with: whether we may use it, and the list of it |
//! | [`html`], [`lighthouse`] | every page before a checker of HTML, some before Lighthouse |
//! | [`tools`], [`browsers`], [`cargo`], [`python`], [`npm`], [`step`] | finding programs and browsers, running Cargo, saying how long it took |

#![forbid(unsafe_code)]

pub mod pipeline;

pub mod assets;
pub mod budget;
pub mod check;
pub mod compress;
pub mod folder;
pub mod from_disk;
pub mod git;
pub mod host;
pub mod keep;
pub mod ledger;
pub mod offline;
pub mod open_data;
pub mod prerender;
pub mod release;
pub mod since;
pub mod wasm;

pub mod reload;
pub mod serve;
pub mod watch;

pub mod guard;
pub mod server;

pub mod hostile;
pub mod hosting;
pub mod html;
pub mod large;
pub mod lighthouse;
pub mod report;
pub mod test;

pub mod browsers;
pub mod cargo;
pub mod npm;
pub mod python;
pub mod step;
pub mod supply;
pub mod tools;
