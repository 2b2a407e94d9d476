//! The failures, one a row: how each is made, and what a reader is told then.

use super::spoilt::{Asset, Way};
use crate::stage::Engine;

/// A failure, on every page and with every file that it names.
pub struct Failure {
    /// As the table in `docs/ARCHITECTURE.md` has it.
    pub name: &'static str,
    pub way: Way,
    /// The files that it befalls, one at a time; of what befalls pages as such, that one.
    pub of: &'static [Asset],
    /// What a page tells that needs one of these files.
    pub told: Told,
    /// Without these, or with what became of them, it lives all the same.
    pub lives_without: &'static [Asset],
    /// Engines in which it cannot be produced, and why.
    pub not_in: &'static [(Engine, &'static str)],
    /// At most so many lines in the console, of five pages together.
    pub console: usize,
    /// At most so often is any one file asked for, by five pages together.
    pub asked: usize,
}

/// What a page tells its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Nothing: it lives.
    Lives,
    /// That it does not answer, and what of its address it does not show.
    Stays,
    /// That it runs without scripts, and shows nothing but what is known today.
    Without,
    /// That it has stopped.
    Stopped,
}

/// Every kind of file that a page fetches.
pub const ALL: &[Asset] = &[
    Asset::Boot,
    Asset::InFrame,
    Asset::Glue,
    Asset::Wasm,
    Asset::Code,
    Asset::Shared,
    Asset::Words,
    Asset::Index,
    Asset::Facts,
    Asset::Style,
    Asset::Extras,
];

/// A failure that nothing more is said of.
const PLAIN: Failure = Failure {
    name: "",
    way: Way::Nothing,
    of: &[Asset::Page],
    told: Told::Lives,
    lives_without: &[],
    not_in: &[],
    console: 0,
    asked: 10,
};

/// All of them.
pub const FAILURES: &[Failure] = &[
    Failure {
        name: "missing",
        way: Way::Answer(404),
        of: ALL,
        told: Told::Stays,
        lives_without: &[Asset::Extras],
        console: 40,
        ..PLAIN
    },
    Failure {
        name: "refused",
        way: Way::Answer(503),
        of: &[Asset::Boot, Asset::Wasm, Asset::Words, Asset::Facts],
        told: Told::Stays,
        console: 40,
        ..PLAIN
    },
    Failure {
        name: "cut short",
        way: Way::Cut,
        of: ALL,
        told: Told::Stays,
        // Half a style sheet is one.
        lives_without: &[Asset::Style, Asset::Extras],
        console: 40,
        ..PLAIN
    },
    Failure {
        name: "spoilt",
        way: Way::Flipped,
        of: ALL,
        told: Told::Stays,
        // Whatever a style sheet holds is one.
        lives_without: &[Asset::Style, Asset::Extras],
        console: 40,
        ..PLAIN
    },
    Failure {
        name: "wrong type",
        way: Way::Typed,
        // Only modules and style sheets are held to their type.
        of: &[Asset::Glue, Asset::Style, Asset::Others],
        told: Told::Stays,
        lives_without: &[Asset::Others],
        console: 40,
        ..PLAIN
    },
    Failure {
        name: "slow",
        way: Way::Held,
        of: &[
            Asset::Boot,
            Asset::InFrame,
            Asset::Glue,
            Asset::Wasm,
            Asset::Code,
            Asset::Words,
            Asset::Index,
            Asset::Style,
        ],
        told: Told::Stays,
        console: 40,
        ..PLAIN
    },
    Failure {
        name: "another build",
        way: Way::Other,
        of: &[Asset::Words, Asset::Index, Asset::Facts],
        told: Told::Stays,
        console: 40,
        ..PLAIN
    },
    Failure {
        name: "scripts off",
        way: Way::Policy("sandbox allow-same-origin"),
        told: Told::Without,
        console: 80,
        ..PLAIN
    },
    Failure {
        name: "scripts forbidden",
        way: Way::Policy("script-src 'none'"),
        told: Told::Without,
        console: 80,
        ..PLAIN
    },
    Failure { name: "no modules", way: Way::Refused, told: Told::Without, console: 40, ..PLAIN },
    Failure {
        name: "WebAssembly forbidden",
        way: Way::Policy("script-src 'self'"),
        told: Told::Stays,
        console: 40,
        ..PLAIN
    },
    Failure {
        name: "fetching forbidden",
        way: Way::Policy("connect-src 'none'"),
        told: Told::Stays,
        console: 120,
        ..PLAIN
    },
    Failure {
        name: "a trap at the start",
        way: Way::Trap,
        told: Told::Stays,
        console: 40,
        ..PLAIN
    },
    // Three of the five pages lead on to others, which fetch what they need.
    Failure { name: "a trap in use", told: Told::Stopped, console: 20, asked: 16, ..PLAIN },
    Failure { name: "storage forbidden", way: Way::NoStorage, console: 20, ..PLAIN },
    Failure {
        name: "400 % zoom",
        way: Way::Low,
        of: &[Asset::Page, Asset::Wasm],
        told: Told::Stays,
        lives_without: &[Asset::Page],
        console: 40,
        ..PLAIN
    },
    Failure { name: "text spacing", way: Way::Spaced, console: 10, ..PLAIN },
    Failure {
        name: "a translator",
        way: Way::Changed(super::spoilt::translated),
        console: 10,
        ..PLAIN
    },
    Failure {
        name: "a minifier",
        way: Way::Changed(super::spoilt::minified),
        console: 10,
        ..PLAIN
    },
    Failure { name: "no network", way: Way::Alone, console: 40, ..PLAIN },
    Failure { name: "back from memory", way: Way::Alone, not_in: &[], console: 10, ..PLAIN },
    Failure { name: "no origin", way: Way::Alone, console: 40, ..PLAIN },
    Failure {
        name: "a stranger's element",
        way: Way::Changed(super::spoilt::with_a_stranger),
        console: 10,
        ..PLAIN
    },
    Failure {
        name: "elements taken away",
        way: Way::Changed(super::spoilt::emptied),
        console: 10,
        ..PLAIN
    },
];
