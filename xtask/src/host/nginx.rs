//! For nginx: locations to include in a server block.

use super::Standing;
use super::rules::{self, Part};
use super::types::KINDS;

/// The file to include. Locations stand within one, since `add_header` of a location is not
/// inherited by one within it that has its own: each has all of its headers.
pub fn config(at: &Standing) -> String {
    let base = &at.base;
    let mut out = format!(
        "# Utlovat below {base}, for nginx. Written by `cargo xtask build --host nginx`.\n\
         # Include it in the `server` block whose `root` is the folder that holds the site below\n\
         # {base}; docs/HOSTING.md shows how.\n"
    );
    // Below a path it comes before what else the server has by regular expressions.
    let prefix = if base == "/" { "" } else { "^~ " };
    out.push_str(&format!("location {prefix}{base} {{\n"));
    out.push_str(
        "    index index.html;\n    autoindex off;\n    absolute_redirect off;\n    charset off;\n\
         \x20   etag on;\n\n\
         \x20   # The files beside each other that the build has compressed; Vary says so.\n\
         \x20   gzip_static on;\n    gzip_vary on;\n\
         \x20   # A sixth less for readers: apt install libnginx-mod-http-brotli-static, then\n\
         \x20   # brotli_static on;\n\n",
    );
    // A folder without a page is told as one that is not there.
    out.push_str(&format!(
        "    error_page 403 =404 {base}404.html;\n    error_page 404 {base}404.html;\n\n"
    ));
    out.push_str("    default_type application/octet-stream;\n    types {\n");
    for kind in KINDS {
        out.push_str(&format!("        {:?} {};\n", kind.media_type, kind.ending));
    }
    out.push_str("    }\n\n");
    headers(&mut out, at, Part::Pages, "    ");
    // Inherits everything: a page that is not there is told as a page, wherever it was asked for.
    out.push_str(&format!("\n    location = {base}404.html {{\n    }}\n"));
    out.push_str(&format!(
        "\n    # What the build has written for hosts and for itself.\n\
         \x20   location ~ ^{base}\\.(?!well-known/) {{\n        return 404;\n    }}\n"
    ));
    for part in Part::ALL {
        for folder in part.folders() {
            out.push_str(&format!("\n    location ^~ {base}{folder}/ {{\n"));
            headers(&mut out, at, part, "        ");
            out.push_str("    }\n");
        }
    }
    out.push_str("}\n");
    out
}

fn headers(out: &mut String, at: &Standing, part: Part, indent: &str) {
    for (name, value) in rules::all(part, &at.origin) {
        // Without `always` an answer of 404 has none of it. What is not there must not be kept,
        // and is answered from the location of its page.
        out.push_str(&format!("{indent}add_header {name} \"{value}\" always;\n"));
    }
}
