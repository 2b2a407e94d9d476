//! For Apache: an `.htaccess` at the root of the site.

use super::Standing;
use super::rules::{EVERYWHERE, Part};
use super::types::KINDS;

/// Who reads brotli and gzip, as Apache's expressions say it; `q=0` is a refusal.
const READS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

/// The file `.htaccess`.
pub fn config(at: &Standing) -> String {
    let base = &at.base;
    let mut out = format!(
        "# Utlovat below {base}, for Apache. Written by `cargo xtask build --host apache`.\n\
         # It needs `AllowOverride All` for this folder and the modules headers and rewrite\n\
         # (`a2enmod headers rewrite`); docs/HOSTING.md shows how.\n\
         Options -Indexes -MultiViews\nDirectoryIndex index.html\nDirectorySlash On\n\
         AddDefaultCharset Off\nErrorDocument 404 {base}404.html\n\n\
         # The types, also of what the build has compressed.\n"
    );
    for kind in KINDS {
        out.push_str(&format!(
            "<FilesMatch \"\\.{}(\\.br|\\.gz)?$\">\n    ForceType {:?}\n</FilesMatch>\n",
            kind.ending, kind.media_type
        ));
    }
    out.push_str(&format!(
        "\n# The files beside each other that the build has compressed. Apache would take .br for a\n\
         # language.\nRemoveLanguage .br\nAddEncoding br .br\nAddEncoding gzip .gz\n\
         RewriteEngine On\nRewriteBase {base}\n\
         # What the build has written for hosts and for itself.\n\
         RewriteRule \"^\\.(?!well-known/)\" - [R=404,L]\n\
         # A folder without a page.\n\
         RewriteCond %{{REQUEST_FILENAME}} -d\n\
         RewriteCond %{{REQUEST_FILENAME}}/index.html !-f\n\
         RewriteRule \"/$\" - [R=404,L]\n"
    ));
    for (coding, ending) in READS {
        out.push_str(&format!(
            "RewriteCond %{{HTTP:Accept-Encoding}} \"(^|[ ,]){coding}(?! *; *q=0(\\.0*)?([ ,]|$))([ ,;]|$)\"\n\
             RewriteCond %{{REQUEST_FILENAME}}.{ending} -f\n\
             RewriteRule \"^(.+)$\" \"$1.{ending}\" [END]\n"
        ));
    }
    out.push_str("\n# The headers of every answer.\nHeader merge Vary Accept-Encoding\n");
    for (name, value) in EVERYWHERE {
        out.push_str(&format!("Header always set {name} \"{value}\"\n"));
    }
    out.push_str("\n# Pages.\n");
    headers(&mut out, at, Part::Pages, "");
    for part in Part::ALL.into_iter().filter(|part| !part.folders().is_empty()) {
        let folders = part.folders().join("|");
        out.push_str(&format!("\n<If \"%{{REQUEST_URI}} =~ m#^{base}({folders})/#\">\n"));
        headers(&mut out, at, part, "    ");
        out.push_str("</If>\n");
    }
    out
}

fn headers(out: &mut String, at: &Standing, part: Part, indent: &str) {
    for (name, value) in part.headers(&at.origin) {
        let line = match value {
            Some(value) => format!("{indent}Header always set {name} \"{value}\"\n"),
            None => format!("{indent}Header always unset {name}\n"),
        };
        out.push_str(&line);
    }
    out.push_str(&format!("{indent}Header set Cache-Control \"{}\"\n", part.cache()));
}
