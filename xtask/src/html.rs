//! Every page before the Nu checker, which W3C's validator is too.

use crate::folder::{files, read, remove, slashed, write};
use crate::npm;
use crate::tools::{self, find};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the checker does not know of CSS, though each of our browsers does.
const NEWER: [&str; 5] =
    ["@container", "container-type", "paint-order", "scroll-initial-target", "“mask”"];

/// The checker cannot tell the hash of a style from its page, nor what `'self'` is for a file;
/// the browser tests ask that no page breaks its policy.
const POLICY: &str = "Content Security Policy";

/// The preview shows the very frame that an article gets, and old ones know no other way.
const FRAME: &str = "The “scrolling” attribute";

/// How many messages are told.
const TOLD: usize = 30;

/// Fails with what the checker says of the pages of a site; tells how many there are.
pub fn check(root: &Path, site: &Path) -> Result<usize> {
    let packages = npm::install(root)?;
    let java = java()?;
    let place = root.join("target/xtask/html");
    remove(&place)?;
    let mut pages = 0;
    for file in files(site)? {
        match file.extension().and_then(|kind| kind.to_str()) {
            Some("html") => {
                pages += 1;
                let html = String::from_utf8(read(&site.join(&file))?)
                    .with_context(|| format!("{} is no text", slashed(&file)))?;
                write(&place.join(&file), without_style(&html).as_bytes())?;
            }
            Some("css") => write(&place.join(&file), &read(&site.join(&file))?)?,
            _ => {}
        }
    }
    let mut nu = Command::new(java);
    nu.arg("-jar").arg(packages.join("vnu-jar/build/dist/vnu.jar"));
    nu.args(["--also-check-css", "--no-langdetect", "--exit-zero-always", "--format", "json"]);
    // It writes what it found where errors are written.
    let told = nu.arg(&place).output().context("the checker of HTML does not start")?.stderr;
    let wrong = wrong(&told, &place)?;
    if wrong.is_empty() {
        return Ok(pages);
    }
    let shown: Vec<&str> = wrong.iter().take(TOLD).map(String::as_str).collect();
    bail!("the Nu checker says {} things of the pages:\n{}", wrong.len(), shown.join("\n"))
}

/// A page without its rules: each page has its part of the style sheet, which is checked whole.
fn without_style(html: &str) -> String {
    let mut left = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, style)) = rest.split_once("<style>") {
        left.push_str(before);
        left.push_str("<style>");
        rest = style.find("</style>").map_or("", |end| &style[end..]);
    }
    left.push_str(rest);
    left
}

/// The messages that count, each with its page and its place.
fn wrong(told: &[u8], place: &Path) -> Result<Vec<String>> {
    let told: Value = serde_json::from_slice(told).with_context(|| {
        format!("the checker of HTML failed: {}", String::from_utf8_lossy(told).trim())
    })?;
    let messages = told["messages"].as_array().context("the checker of HTML says nothing")?;
    let text = |message: &Value, key: &str| message[key].as_str().unwrap_or_default().to_owned();
    let place = place.to_string_lossy().replace('\\', "/");
    let page = |message: &Value| {
        let url = text(message, "url");
        url.rsplit_once(&*place).map_or(&*url, |(_, page)| page).to_owned()
    };
    let counts = |message: &&Value| {
        let said = text(message, "message");
        let newer = said.starts_with("CSS:") && NEWER.iter().any(|name| said.contains(name));
        // What was frozen is never changed, not even for the better.
        let frozen = page(message).starts_with("/v/") && message["type"] != "error";
        !newer && !frozen && !said.contains(POLICY) && !said.starts_with(FRAME)
    };
    let sentence = |message: &Value| {
        let page = page(message);
        let extract = text(message, "extract").replace('\n', " ");
        format!("{page}:{}: {} ({extract})", message["lastLine"], text(message, "message"))
    };
    Ok(messages.iter().filter(counts).map(sentence).collect())
}

/// The Java that runs the checker, installed when we may.
fn java() -> Result<PathBuf> {
    const PACKAGE: &str = "default-jre-headless";
    if find("java").is_none() {
        tools::apt_install(&[PACKAGE])?;
    }
    find("java").with_context(|| {
        format!(
            "the checker of HTML needs Java 17 or newer in the PATH; install it with `apt-get install \
             {PACKAGE}` on Debian, `dnf install java-latest-openjdk-headless` on Fedora, \
             `brew install openjdk` on macOS"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_left_out_and_nothing_else() {
        let page = "<p>a<style>p { top: 0 }</style>b<style></style>c";
        assert_eq!(without_style(page), "<p>a<style></style>b<style></style>c");
        assert_eq!(without_style("<p>a"), "<p>a");
    }

    #[test]
    fn what_the_checker_does_not_know_is_passed_over_and_the_rest_is_told() {
        let on = |page: &str, kind: &str, said: &str| {
            serde_json::json!({
                "type": kind, "url": format!("file:/x/html/{page}/index.html"), "lastLine": 7,
                "message": said, "extract": "<p>\n",
            })
        };
        let message = |kind: &str, said: &str| on("sv", kind, said);
        let told = serde_json::json!({ "messages": [
            message("error", "CSS: “paint-order”: Property “paint-order” doesn't exist."),
            message("info", "Inline style violates Content Security Policy (meta tag)"),
            message("error", "CSS: “colour”: Property “colour” doesn't exist."),
            message("error", "Bogus comment."),
            message("info", "Section lacks heading."),
            on("v/0.1.0", "info", "Section lacks heading."),
        ]});
        let found = wrong(told.to_string().as_bytes(), Path::new("/x/html")).unwrap();
        assert_eq!(found.len(), 3, "{found:?}");
        assert_eq!(found[1], "/sv/index.html:7: Bogus comment. (<p> )");
        assert!(wrong(b"no java", Path::new("/x")).is_err());
    }
}
