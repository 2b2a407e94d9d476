//! For Netlify and Cloudflare Pages: the file `_headers`.

use super::Standing;
use super::rules::{EVERYWHERE, Part};
use super::types::KINDS;

/// The file `_headers`. Where two of its paths hold a file, these hosts send a header that stands in
/// both twice or joined: what differs from part to part is told for each file and folder at the
/// root of the site, and so once. A host's own types are right for the usual kinds; the others are
/// told by their ending.
pub fn config(at: &Standing) -> String {
    let base = &at.base;
    let mut out = String::from("# Utlovat. Written by `cargo xtask build`; see docs/HOSTING.md.\n");
    out.push_str(&format!("{base}*\n"));
    for (name, value) in EVERYWHERE {
        out.push_str(&format!("  {name}: {value}\n"));
    }
    rule(&mut out, at, Part::Pages, base);
    for entry in &at.top {
        let path = format!("{base}{}{}", entry.name, if entry.folder { "/*" } else { "" });
        rule(&mut out, at, Part::of(&entry.name), &path);
    }
    for kind in KINDS.into_iter().filter(|kind| UNUSUAL.contains(&kind.ending)) {
        out.push_str(&format!("{base}*.{}\n  Content-Type: {}\n", kind.ending, kind.media_type));
    }
    out
}

/// Endings that a list of usual types may lack.
const UNUSUAL: [&str; 5] = ["nt", "cff", "R", "atom", "webmanifest"];

fn rule(out: &mut String, at: &Standing, part: Part, path: &str) {
    out.push_str(&format!("{path}\n"));
    for (name, value) in part.headers(&at.origin) {
        if let Some(value) = value {
            out.push_str(&format!("  {name}: {value}\n"));
        }
    }
    out.push_str(&format!("  Cache-Control: {}\n", part.cache()));
}
