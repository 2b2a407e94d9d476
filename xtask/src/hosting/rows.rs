//! What every host must do, asked of a running server. What is expected is written out here and not
//! taken from the table of [`crate::host::rules`]: a mistake there is found too.

use super::http::{Answer, ask};
use crate::compress::Coding;
use crate::folder::{files, read, slashed};
use crate::host::types::kind_of;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A site on a server.
pub struct Tried<'a> {
    /// What stands before each complaint.
    pub name: String,
    pub port: u16,
    /// The path below which the site stands, `/` or `/some/dir/`.
    pub base: &'a str,
    /// Its origin, as it was told to the build.
    pub origin: &'a str,
    /// The files of the site.
    pub folder: &'a Path,
    /// The codings that the server is to send.
    pub codings: &'a [Coding],
    /// Whether a folder without its slash leads there with the query that it was asked for with;
    /// Caddy does so since 2.7.
    pub keeps_query: bool,
}

/// What somebody found, a sentence each.
#[derive(Default)]
pub struct Found(pub Vec<String>);

impl Found {
    fn must(&mut self, holds: bool, sentence: impl FnOnce() -> String) {
        if !holds {
            self.0.push(sentence());
        }
    }
}

/// A file of each kind, whether or not it lies beside compressed ones.
fn one_of_each(folder: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let mut found = BTreeMap::new();
    for file in files(folder)? {
        let hidden = file.iter().any(|part| part.to_string_lossy().starts_with('.'));
        let ending = file.extension().map(|ending| ending.to_string_lossy().into_owned());
        if let Some(ending) = ending.filter(|ending| !hidden && ending != "br" && ending != "gz") {
            found.entry(ending).or_insert(file);
        }
    }
    Ok(found)
}

impl Tried<'_> {
    /// Every row that a server can be told of; gives back what does not hold.
    pub fn whole(&self, found: &mut Found) -> Result<()> {
        self.types(found, |kind, told| kind == told)?;
        self.encodings(found)?;
        self.parts(found)?;
        self.missing(found, true)?;
        self.folders(found)?;
        self.again(found)
    }

    /// The rows that hold of a server that nobody can tell anything.
    pub fn plain(&self, found: &mut Found) -> Result<()> {
        // It asks the system what text/javascript and the like are called, and names no letters.
        let usual = ["html", "js", "css", "json", "svg", "png", "wasm"];
        self.types(found, |kind, told| {
            let short = |kind: &str| kind.split(';').next().unwrap_or_default().to_owned();
            let (kind, told) = (short(kind), short(told));
            let unusual = usual.iter().all(|ending| {
                kind_of(Path::new(&format!("a.{ending}")))
                    .is_none_or(|it| short(it.media_type) != kind)
            });
            unusual || kind == told || kind == "text/javascript" && told == "application/javascript"
        })?;
        for path in ["", "sv/", "en/", "sv/tidslinje/", "embed/sv/tidslinje/"] {
            let answer = self.get(path, &[])?;
            let file = read(&self.folder.join(path).join("index.html"))?;
            found.must(answer.status == 200 && answer.body == file, || self.says(path, &answer));
        }
        self.missing(found, false)
    }

    fn get(&self, path: &str, more: &[&str]) -> Result<Answer> {
        ask(self.port, &format!("{}{path}", self.base), more)
    }

    /// A complaint.
    fn says(&self, path: &str, answer: &Answer) -> String {
        format!("{}: {}{path} is answered with {}", self.name, self.base, answer.status)
    }

    fn types(&self, found: &mut Found, right: impl Fn(&str, &str) -> bool) -> Result<()> {
        for (ending, file) in one_of_each(self.folder)? {
            let Some(kind) = kind_of(&file) else {
                found.0.push(format!(
                    "{}: nobody says what .{ending} is, which {} ends with",
                    self.name,
                    file.display()
                ));
                continue;
            };
            let path = slashed(&file);
            let answer = self.get(&path, &[])?;
            let told = answer.header("content-type");
            found.must(answer.status == 200 && right(kind.media_type, &told), || {
                format!(
                    "{} and type `{told}`, not `{}`",
                    self.says(&path, &answer),
                    kind.media_type
                )
            });
            found.must(answer.body == read(&self.folder.join(&file)).unwrap_or_default(), || {
                format!("{} and other bytes than its file has", self.says(&path, &answer))
            });
        }
        Ok(())
    }

    fn encodings(&self, found: &mut Found) -> Result<()> {
        for (_, file) in one_of_each(self.folder)? {
            let path = slashed(&file);
            let beside = |coding: Coding| self.folder.join(format!("{path}.{}", coding.ending()));
            if !beside(Coding::Gzip).is_file() {
                continue;
            }
            let best = if self.codings.contains(&Coding::Brotli) { "br" } else { "gzip" };
            for (asked, coding) in [
                ("gzip, deflate, br, zstd", best),
                ("gzip, br;q=0", "gzip"),
                ("gzip", "gzip"),
                ("identity", ""),
                ("br;q=0, gzip;q=0", ""),
            ] {
                let answer = self.get(&path, &[&format!("accept-encoding: {asked}")])?;
                let told = answer.header("content-encoding");
                let file = match coding {
                    "br" => beside(Coding::Brotli),
                    "gzip" => beside(Coding::Gzip),
                    _ => self.folder.join(&path),
                };
                found.must(told == coding && answer.body == read(&file)?, || {
                    format!(
                        "{} and coding `{told}` to who asks for `{asked}`",
                        self.says(&path, &answer)
                    )
                });
                found.must(answer.lists("vary", "accept-encoding"), || {
                    format!(
                        "{} without Vary: Accept-Encoding to `{asked}`",
                        self.says(&path, &answer)
                    )
                });
                let kind = kind_of(Path::new(&path)).context("a kind")?.media_type;
                found.must(answer.header("content-type") == kind, || {
                    format!(
                        "{} and type `{}` to `{asked}`",
                        self.says(&path, &answer),
                        answer.header("content-type")
                    )
                });
            }
        }
        Ok(())
    }

    /// Policy, caching and who may read it, of every part of the site.
    fn parts(&self, found: &mut Found) -> Result<()> {
        let all = files(self.folder)?;
        let first = |begin: &str, end: &str| {
            let file = all
                .iter()
                .map(|file| slashed(file))
                .find(|it| it.starts_with(begin) && it.ends_with(end));
            file.with_context(|| format!("the site has no {begin}…{end}"))
        };
        // Only a site that knows its address answers to oEmbed.
        let oembed = match self.origin {
            "" => "data/changes.json".to_owned(),
            _ => first("oembed/", ".json")?,
        };
        let kept = "public, max-age=31536000, immutable";
        let page = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
        let own = if self.origin.is_empty() {
            "'self'".to_owned()
        } else {
            format!("'self' {}", self.origin)
        };
        let embed =
            page.replace("frame-ancestors 'self'", "frame-ancestors *").replace("'self'", &own);
        let frozen = "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *";
        let file = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; frame-ancestors *";
        for (path, policy, anybody, cache) in [
            (String::new(), page, "", "no-cache"),
            ("sv/tidslinje/".to_owned(), page, "", "no-cache"),
            ("en/data/".to_owned(), page, "", "no-cache"),
            ("favicon.svg".to_owned(), page, "", "no-cache"),
            ("embed/sv/tidslinje/".to_owned(), &embed, "*", "no-cache"),
            (first("v/", "/index.html")?, frozen, "*", "no-cache"),
            (first("v/", "/dataset.json")?, frozen, "*", "no-cache"),
            (first("data/csv/", ".csv")?, file, "*", "no-cache"),
            ("data/v1/dataset.json".to_owned(), file, "*", "no-cache"),
            (oembed, file, "*", "no-cache"),
            (first("assets/", ".wasm")?, "", "*", kept),
            (first("assets/boot-", ".js")?, "", "*", kept),
            (first("assets/index-", ".bin")?, "", "*", kept),
        ] {
            let answer = self.get(&path, &["accept-encoding: gzip, br"])?;
            for (name, value) in [
                ("content-security-policy", policy),
                ("access-control-allow-origin", anybody),
                ("cache-control", cache),
                ("x-content-type-options", "nosniff"),
                ("referrer-policy", "strict-origin-when-cross-origin"),
                ("x-frame-options", ""),
            ] {
                let told = answer.header(name);
                found.must(answer.status == 200 && told == value, || {
                    format!("{} and {name} `{told}`, not `{value}`", self.says(&path, &answer))
                });
            }
            found.must(answer.header("permissions-policy").contains("camera=()"), || {
                format!("{} without a Permissions-Policy", self.says(&path, &answer))
            });
            // The page's own policy allows nothing that the header's forbids.
            if path.is_empty() || path.ends_with('/') {
                let html = String::from_utf8(read(&self.folder.join(&path).join("index.html"))?)?;
                let meta = html.split("Content-Security-Policy\" content=\"").nth(1);
                let meta =
                    meta.and_then(|rest| rest.split('"').next()).context("a policy in the page")?;
                for rule in meta.split("; ") {
                    let rule: Vec<_> =
                        rule.split(' ')
                            .map(|word| {
                                if word.starts_with("'sha256-") { "'unsafe-inline'" } else { word }
                            })
                            .collect();
                    let rule = rule.join(" ");
                    found.must(policy.split("; ").any(|it| it == rule), || {
                        format!(
                            "{}: {path} allows itself `{rule}`, which its header does not say",
                            self.name
                        )
                    });
                }
            }
        }
        for file in all.iter().map(|file| slashed(file)).filter(|file| file.starts_with("assets/"))
        {
            let name = file.trim_end_matches(".br").trim_end_matches(".gz");
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            let hash = stem.rsplit('-').next().unwrap_or_default();
            found.must(hash.len() == 10 && hash.bytes().all(|it| it.is_ascii_hexdigit()), || {
                format!("{file} is kept for ever and has no hash in its name")
            });
        }
        Ok(())
    }

    /// What is not there is told by the site's own page where the server can be told of it.
    fn missing(&self, found: &mut Found, told: bool) -> Result<()> {
        let own = read(&self.folder.join("404.html"))?;
        for path in [
            "nowhere",
            "sv/nowhere/",
            "assets/gone-0123456789.js",
            "embed/sv/nowhere/",
            "data/nowhere.json",
            ".utlovat",
            "v/9.9.9/",
        ] {
            let dotted = path.starts_with('.');
            if dotted && !told {
                continue;
            }
            let answer = self.get(path, &[])?;
            found.must(answer.status == 404, || self.says(path, &answer));
            if !told {
                continue;
            }
            found.must(answer.body == own, || {
                format!("{} and not with the site's own page", self.says(path, &answer))
            });
            for (name, value) in [
                ("cache-control", "no-cache"),
                ("content-type", "text/html; charset=utf-8"),
                ("x-content-type-options", "nosniff"),
            ] {
                let told = answer.header(name);
                found.must(told == value, || {
                    format!("{} and {name} `{told}`", self.says(path, &answer))
                });
            }
            found.must(
                answer.header("content-security-policy").contains("frame-ancestors 'self'"),
                || format!("{} without a policy", self.says(path, &answer)),
            );
        }
        Ok(())
    }

    /// A folder without a page lists nothing, and one without its slash is found.
    fn folders(&self, found: &mut Found) -> Result<()> {
        for path in ["assets/", "data/", "data/csv/", "embed/"] {
            let answer = self.get(path, &[])?;
            found.must(
                answer.status == 404 && !String::from_utf8_lossy(&answer.body).contains("Index of"),
                || self.says(path, &answer),
            );
        }
        let answer = self.get("sv/tidslinje?from=2018", &[])?;
        let to = answer.header("location");
        let query = if self.keeps_query { "?from=2018" } else { "" };
        let leads = to.ends_with(&format!("{}sv/tidslinje/{query}", self.base));
        found.must((301..=308).contains(&answer.status) && leads, || {
            format!("{} and leads to `{to}`", self.says("sv/tidslinje", &answer))
        });
        Ok(())
    }

    /// Whoever has a page and asks again is told that it is the same.
    fn again(&self, found: &mut Found) -> Result<()> {
        for path in ["sv/", "data/v1/dataset.json"] {
            let pressed = self.folder.join(path).join("index.html.gz").is_file();
            let pressed = pressed || self.folder.join(format!("{path}.gz")).is_file();
            // What Apache compresses by itself it always sends anew.
            for coding in if pressed { ["identity", "gzip"] } else { ["identity"; 2] } {
                let asked = format!("accept-encoding: {coding}");
                let tag = self.get(path, &[&asked])?.header("etag");
                let answer = self.get(path, &[&asked, &format!("if-none-match: {tag}")])?;
                found.must(!tag.is_empty() && answer.status == 304, || {
                    format!("{} to who has `{tag}` already", self.says(path, &answer))
                });
            }
        }
        Ok(())
    }
}
