//! For Internet Information Services: a `web.config` at the root of the site.

use super::Standing;
use super::rules::{EVERYWHERE, Part};
use super::types::KINDS;

/// The file `web.config`. It names nothing that a plain installation lacks, since IIS answers every
/// request with an error when a module is missing. IIS compresses by itself.
pub fn config(at: &Standing) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <!-- Utlovat for IIS. Written by cargo xtask build for the host iis; docs/HOSTING.md shows how. -->\n\
         <configuration>\n  <system.webServer>\n    <directoryBrowse enabled=\"false\" />\n\
         \x20   <defaultDocument enabled=\"true\">\n      <files>\n        <clear />\n\
         \x20       <add value=\"index.html\" />\n      </files>\n    </defaultDocument>\n\
         \x20   <urlCompression doStaticCompression=\"true\" doDynamicCompression=\"false\" />\n\
         \x20   <httpErrors errorMode=\"Custom\" existingResponse=\"Replace\">\n\
         \x20     <remove statusCode=\"404\" />\n\
         \x20     <error statusCode=\"404\" path=\"404.html\" responseMode=\"File\" />\n\
         \x20   </httpErrors>\n    <staticContent>\n",
    );
    cache(&mut out, Part::Pages, "      ");
    for kind in KINDS {
        let ending = kind.ending;
        out.push_str(&format!(
            "      <remove fileExtension=\".{ending}\" />\n      \
             <mimeMap fileExtension=\".{ending}\" mimeType=\"{}\" />\n",
            kind.media_type
        ));
    }
    out.push_str("    </staticContent>\n    <httpProtocol>\n      <customHeaders>\n");
    out.push_str("        <remove name=\"X-Powered-By\" />\n");
    for (name, value) in EVERYWHERE {
        add(&mut out, name, value, "        ");
    }
    for (name, value) in Part::Pages.headers(&at.origin) {
        if let Some(value) = value {
            add(&mut out, name, &value, "        ");
        }
    }
    out.push_str("      </customHeaders>\n    </httpProtocol>\n  </system.webServer>\n");
    for part in Part::ALL {
        for folder in part.folders() {
            out.push_str(&format!(
                "  <location path=\"{folder}\">\n    <system.webServer>\n      <staticContent>\n"
            ));
            cache(&mut out, part, "        ");
            out.push_str("      </staticContent>\n      <httpProtocol>\n        <customHeaders>\n");
            for (name, value) in part.headers(&at.origin) {
                // What pages have is inherited, and a name that stands twice is an error.
                out.push_str(&format!("          <remove name=\"{name}\" />\n"));
                if let Some(value) = value {
                    add(&mut out, name, &value, "          ");
                }
            }
            out.push_str(
                "        </customHeaders>\n      </httpProtocol>\n    </system.webServer>\n  </location>\n",
            );
        }
    }
    out.push_str("</configuration>\n");
    out
}

fn add(out: &mut String, name: &str, value: &str, indent: &str) {
    out.push_str(&format!("{indent}<add name=\"{name}\" value=\"{value}\" />\n"));
}

/// Not a custom header, which IIS would send with a page that is not there, too.
fn cache(out: &mut String, part: Part, indent: &str) {
    let attributes = match part.cache() {
        "no-cache" => "cacheControlMode=\"DisableCache\"".to_owned(),
        kept => {
            let custom = kept.replace("max-age=31536000, ", "");
            format!(
                "cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"365.00:00:00\" \
                 cacheControlCustom=\"{custom}\""
            )
        }
    };
    out.push_str(&format!("{indent}<clientCache {attributes} />\n"));
}
