//! For Caddy: a site of a `Caddyfile`.

use super::Standing;
use super::rules::{self, Part};
use super::types::KINDS;

/// The Caddyfile. Each matcher leaves out what another one takes, since Caddy sorts directives by
/// rules of its own.
pub fn config(at: &Standing) -> String {
    let base = &at.base;
    // Caddy fetches a certificate for a name; without one it is tried on this machine.
    let address = if at.origin.is_empty() { ":8080" } else { &at.origin };
    let mut out = format!(
        "# Utlovat below {base}, for Caddy. Written by `cargo xtask build --host caddy`.\n\
         # UTLOVAT_ROOT is the folder that the build has written; docs/HOSTING.md shows how.\n\
         {address} {{\n\troot * {{$UTLOVAT_ROOT:/var/www/utlovat}}\n\n"
    );
    let (mut tab, inner) = match base.trim_end_matches('/') {
        "" => ("\thandle {\n".to_owned(), "\t\t"),
        path => (format!("\tredir {path} {base}\n\thandle_path {base}* {{\n"), "\t\t"),
    };
    out.push_str(&std::mem::take(&mut tab));
    out.push_str(&format!(
        "{inner}# What the build has written for hosts and for itself.\n\
         {inner}@hidden {{\n{inner}\tpath /.*\n{inner}\tnot path /.well-known/*\n{inner}}}\n\
         {inner}error @hidden 404\n\n"
    ));
    for part in Part::ALL {
        let name = format!("{part:?}").to_lowercase();
        let paths = |part: Part| {
            let paths: Vec<_> = part.folders().iter().map(|it| format!("/{it}/*")).collect();
            paths.join(" ")
        };
        let matcher = match part {
            Part::Pages => {
                let others: Vec<_> = Part::ALL[1..].iter().map(|part| paths(*part)).collect();
                format!("not path {}", others.join(" "))
            }
            part => format!("path {}", paths(part)),
        };
        out.push_str(&format!("{inner}@{name} {matcher}\n{inner}header @{name} {{\n"));
        // It says so itself only of what it sends compressed.
        out.push_str(&format!("{inner}\tVary Accept-Encoding\n"));
        headers(&mut out, at, part, &format!("{inner}\t"));
        out.push_str(&format!("{inner}}}\n\n"));
    }
    for kind in KINDS {
        let ending = kind.ending;
        // A folder is answered with its index.html.
        let folder = if ending == "html" { " */" } else { "" };
        out.push_str(&format!(
            "{inner}@{ending} path *.{ending}{folder}\n{inner}header @{ending} Content-Type {:?}\n",
            kind.media_type
        ));
    }
    out.push_str(&format!(
        "\n{inner}file_server {{\n{inner}\tindex index.html\n{inner}\tprecompressed br gzip\n{inner}}}\n\
         \t}}\n\n\thandle_errors {{\n\t\trewrite * /404.html\n\t\theader {{\n"
    ));
    headers(&mut out, at, Part::Pages, "\t\t\t");
    out.push_str(&format!(
        "\t\t\tContent-Type {:?}\n\t\t}}\n\t\tfile_server {{\n\t\t\tprecompressed br gzip\n\t\t}}\n\t}}\n}}\n",
        KINDS[0].media_type
    ));
    out
}

fn headers(out: &mut String, at: &Standing, part: Part, indent: &str) {
    for (name, value) in rules::all(part, &at.origin) {
        out.push_str(&format!("{indent}{name} \"{value}\"\n"));
    }
}
