//! Makes Rust of `locales/sv.toml`: a `Key` for each text without blanks, and a type with a
//! named field for each blank of a sentence, so that a missing or an unknown one does not compile.
//!
//! The texts themselves are no part of the program; they stand in its documentation alone.

#![forbid(unsafe_code)]

#[path = "src/i18n/locale_file.rs"]
mod locale_file;

use locale_file::{Entry, blanks};
use std::fmt::Write;
use std::path::Path;

const SWEDISH: &str = "locales/sv.toml";

fn main() {
    // What the linker knows of who calls whom is what the module is cut by (xtask/src/wasm/split.rs).
    if std::env::var("CARGO_CFG_TARGET_FAMILY").as_deref() == Ok("wasm") {
        println!("cargo::rustc-link-arg-cdylib=--emit-relocs");
    }
    println!("cargo::rerun-if-changed={SWEDISH}");
    if let Err(reason) = write() {
        println!("cargo::error={SWEDISH} cannot be read: {reason}");
    }
}

fn write() -> Result<(), String> {
    let text = std::fs::read_to_string(SWEDISH).map_err(|error| error.to_string())?;
    let entries = locale_file::read(&text).map_err(|problems| problems.join(" "))?;
    let folder = std::env::var("OUT_DIR").map_err(|error| error.to_string())?;
    let file = Path::new(&folder).join("words.rs");
    std::fs::write(file, code(&entries)).map_err(|error| error.to_string())
}

/// A text stands at the place of its key; the forms of a sentence follow each other after those.
fn code(entries: &[(String, Entry)]) -> String {
    let is_key = |entry: &Entry| matches!(entry, Entry::Text(text) if blanks(text).is_empty());
    let (keys, sentences): (Vec<_>, Vec<_>) = entries.iter().partition(|(_, it)| is_key(it));
    let mut out = String::from(
        "/// A word or a sentence of the interface without blanks.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq)]\n#[repr(u16)]\npub enum Key {\n",
    );
    for (key, entry) in &keys {
        let _ = writeln!(out, "    #[doc = {:?}]\n    {},", said(entry), type_name(key));
    }
    out.push_str("}\n");
    let mut place = keys.len();
    for (key, entry) in &sentences {
        out.push_str(&sentence(&type_name(key), entry, place));
        place += entry.forms().len();
    }
    out.push_str(
        "/// What there has to be in each language, in the order of its places.\n\
         #[cfg(not(target_arch = \"wasm32\"))]\n\
         pub(super) const SHAPES: &[Shape] = &[\n",
    );
    for (key, entry) in keys.iter().chain(&sentences) {
        let (forms, blanks) = (entry.forms().len(), entry.blanks());
        let _ = writeln!(out, "    Shape {{ key: {key:?}, forms: {forms}, blanks: &{blanks:?} }},");
    }
    out.push_str("];\n");
    out
}

/// The type of a sentence, and how it says itself.
fn sentence(name: &str, entry: &Entry, place: usize) -> String {
    let blanks = entry.blanks();
    let (generic, any) = match blanks.iter().all(|blank| is_number(blank)) {
        true => ("", ""),
        false => ("<'a>", "<'_>"),
    };
    let mut out = String::new();
    let _ = writeln!(out, "#[doc = {:?}]\n#[derive(Clone, Copy)]", said(entry));
    let _ = writeln!(out, "pub struct {name}{generic} {{");
    let mut values = Vec::new();
    for blank in &blanks {
        let (of, kind) = if is_number(blank) { ("usize", "Number") } else { ("&'a str", "Text") };
        let _ =
            writeln!(out, "    #[doc = \"Stands at `{{{blank}}}`.\"]\n    pub r#{blank}: {of},");
        values.push(format!("Blank::{kind}(self.r#{blank})"));
    }
    let place = match entry {
        Entry::Text(_) => place.to_string(),
        Entry::Plural { .. } => format!("{place} + plural(self.n)"),
    };
    let _ = writeln!(
        out,
        "}}\nimpl Sentence for {name}{any} {{\n    \
         fn say(&self, words: &Messages) -> String {{\n        \
         words.fill({place}, &[{}])\n    }}\n}}",
        values.join(", ")
    );
    out
}

/// Whether a blank is a number, which is written with its thousands apart: `{n}` and `{k}` are.
fn is_number(blank: &str) -> bool {
    blank.len() == 1
}

/// The Swedish words, for whoever reads the documentation of a key.
fn said(entry: &Entry) -> String {
    entry.forms().join(" · ")
}

/// `changes-count` as `ChangesCount`.
fn type_name(key: &str) -> String {
    let capital = |part: &str| {
        let mut letters = part.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    key.split('-').map(capital).collect()
}
