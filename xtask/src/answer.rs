//! What a static site answers to a path, as a plain value: no sockets here.

use crate::compress::Coding;
use crate::mime;
use std::path::{Path, PathBuf};

/// A folder of files as the world sees it.
#[derive(Debug, Clone)]
pub struct Site {
    /// The built site.
    pub folder: PathBuf,
    /// The path that it stands under: `/`, or `/some/dir/`.
    pub mount: String,
    /// What browsers may keep.
    pub keeping: Keeping,
}

/// What browsers may keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Files under `assets/`, whose names carry their content.
    Assets,
    /// Nothing.
    Nothing,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// Header fields, in lower case.
    pub headers: Vec<(&'static str, String)>,
    /// Everything after them.
    pub body: Vec<u8>,
}

impl Reply {
    /// A sentence for people.
    pub fn text(status: u16, sentence: &str) -> Reply {
        let headers = vec![("content-type", "text/plain; charset=utf-8".to_owned()), never_keep()];
        Reply { status, headers, body: format!("{sentence}\n").into_bytes() }
    }

    /// The value of a header field.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }
}

/// The header that makes a browser ask each time.
fn never_keep() -> (&'static str, String) {
    ("cache-control", "no-cache".to_owned())
}

impl Site {
    /// A site at the root of a server.
    pub fn at(folder: &Path) -> Site {
        Site { folder: folder.to_path_buf(), mount: "/".to_owned(), keeping: Keeping::Assets }
    }

    /// Answers a GET for a path as it stands in the request, with the codings that the browser reads.
    pub fn answer(&self, path: &str, query: Option<&str>, codings: &[Coding]) -> Reply {
        let Some(inner) = path.strip_prefix(&self.mount) else {
            return if format!("{path}/") == self.mount {
                moved(path, query)
            } else {
                Reply::text(404, &format!("Nothing here: the site stands at {}", self.mount))
            };
        };
        let Some(relative) = safe(inner) else {
            return Reply::text(400, "This path leads out of the site, or is malformed.");
        };
        let file = self.folder.join(&relative);
        if file.is_dir() {
            if !path.ends_with('/') {
                return moved(path, query);
            }
            return self
                .file(&relative.join("index.html"), 200, codings)
                .unwrap_or_else(|| self.missing(codings));
        }
        // A slash behind a file's name would break every relative address in it.
        let found = if inner.ends_with('/') { None } else { self.file(&relative, 200, codings) };
        found.unwrap_or_else(|| self.missing(codings))
    }

    fn missing(&self, codings: &[Coding]) -> Reply {
        self.file(Path::new("404.html"), 404, codings)
            .unwrap_or_else(|| Reply::text(404, "There is no such page."))
    }

    fn file(&self, relative: &Path, status: u16, codings: &[Coding]) -> Option<Reply> {
        let file = self.folder.join(relative);
        let mut headers = vec![("content-type", mime::of(&file).to_owned())];
        headers.push(if self.keeping == Keeping::Assets && relative.starts_with("assets") {
            ("cache-control", "public, max-age=31536000, immutable".to_owned())
        } else {
            never_keep()
        });
        let sibling = |coding: Coding| {
            let mut name = file.clone().into_os_string();
            name.push(".");
            name.push(coding.ending());
            PathBuf::from(name)
        };
        // Said of every answer that could have been another one, also of the plain one.
        if Coding::ALL.iter().any(|coding| sibling(*coding).is_file()) {
            headers.push(("vary", "Accept-Encoding".to_owned()));
        }
        for coding in Coding::ALL.into_iter().filter(|coding| codings.contains(coding)) {
            if let Ok(body) = std::fs::read(sibling(coding)) {
                headers.push(("content-encoding", coding.token().to_owned()));
                return Some(Reply { status, headers, body });
            }
        }
        Some(Reply { status, headers, body: std::fs::read(&file).ok()? })
    }
}

/// The codings that an `Accept-Encoding` allows; `q=0` forbids one.
pub fn accepted(header: &str) -> Vec<Coding> {
    let allows = |coding: &Coding| {
        header.split(',').any(|choice| {
            let (name, quality) = choice.split_once(';').unwrap_or((choice, ""));
            let quality = quality
                .trim()
                .strip_prefix("q=")
                .map_or(1.0, |number| number.trim().parse().unwrap_or(0.0));
            name.trim().eq_ignore_ascii_case(coding.token()) && quality > 0.0
        })
    };
    Coding::ALL.into_iter().filter(allows).collect()
}

fn moved(path: &str, query: Option<&str>) -> Reply {
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    let mut reply = Reply::text(301, "This folder's address ends in a slash.");
    reply.headers.push(("location", format!("{path}/{query}")));
    reply
}

/// The path under the folder, if every part of it is an ordinary name.
fn safe(path: &str) -> Option<PathBuf> {
    let decoded = decode(path)?;
    let path = decoded.strip_suffix('/').unwrap_or(&decoded);
    if path.is_empty() {
        return if decoded.is_empty() { Some(PathBuf::new()) } else { None };
    }
    let ordinary =
        |part: &str| !["", ".", ".."].contains(&part) && !part.contains(['\\', ':', '\0']);
    path.split('/').all(ordinary).then(|| path.split('/').collect())
}

/// Undoes `%c3%a5`.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            _ => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::write;

    fn site(mount: &str) -> (tempfile::TempDir, Site) {
        let place = tempfile::tempdir().unwrap();
        let files = [
            "index.html",
            "index.html.br",
            "index.html.gz",
            "404.html",
            "sv/år/index.html",
            "assets/a-1.wasm",
        ];
        for file in files {
            write(&place.path().join("site").join(file), file.as_bytes()).unwrap();
        }
        write(&place.path().join("secret.txt"), b"secret").unwrap();
        let site = Site { mount: mount.to_owned(), ..Site::at(&place.path().join("site")) };
        (place, site)
    }

    #[test]
    fn paths_find_their_files() {
        let (_place, site) = site("/");
        let check = |path: &str, status: u16, body: &str| {
            let reply = site.answer(path, None, &[]);
            assert_eq!((reply.status, reply.body.as_slice()), (status, body.as_bytes()), "{path}");
        };
        check("/", 200, "index.html");
        check("/index.html", 200, "index.html");
        check("/sv/%C3%A5r/", 200, "sv/år/index.html");
        check("/assets/a-1.wasm", 200, "assets/a-1.wasm");
        check("/nowhere", 404, "404.html");
        check("/sv/", 404, "404.html");
        check("/index.html/", 404, "404.html");
    }

    #[test]
    fn a_folder_without_its_slash_moves_there() {
        let (_place, site) = site("/some/dir/");
        let to = |path: &str| {
            site.answer(path, Some("from=2018"), &[]).header("location").map(str::to_owned)
        };
        assert_eq!(to("/some/dir/sv"), Some("/some/dir/sv/?from=2018".to_owned()));
        assert_eq!(to("/some/dir"), Some("/some/dir/?from=2018".to_owned()));
        assert_eq!(site.answer("/some/dir/", None, &[]).body, b"index.html");
        assert_eq!(site.answer("/some/other/", None, &[]).status, 404);
    }

    #[test]
    fn nothing_outside_is_read() {
        let (_place, site) = site("/");
        for path in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/sv/..%2f../secret.txt",
            "/..%5csecret.txt",
            "//",
            "/%zz",
            "/a%00",
        ] {
            assert_eq!(site.answer(path, None, &[]).status, 400, "{path}");
        }
    }

    #[test]
    fn the_best_coding_that_the_browser_reads_is_sent() {
        let (_place, site) = site("/");
        let check = |header: &str, body: &str, coding: Option<&str>| {
            let reply = site.answer("/", None, &accepted(header));
            assert_eq!(
                (reply.body.as_slice(), reply.header("content-encoding")),
                (body.as_bytes(), coding),
                "{header}"
            );
            assert_eq!(reply.header("vary"), Some("Accept-Encoding"));
            assert_eq!(reply.header("content-type"), Some("text/html; charset=utf-8"));
        };
        check("gzip, deflate, br, zstd", "index.html.br", Some("br"));
        check("gzip;q=0.8, br;q=0", "index.html.gz", Some("gzip"));
        check("", "index.html", None);
    }

    #[test]
    fn only_named_assets_are_kept() {
        let (_place, mut site) = site("/");
        let keep = |site: &Site, path: &str| {
            site.answer(path, None, &[]).header("cache-control").map(str::to_owned)
        };
        assert_eq!(keep(&site, "/").as_deref(), Some("no-cache"));
        assert_eq!(
            keep(&site, "/assets/a-1.wasm").as_deref(),
            Some("public, max-age=31536000, immutable")
        );
        assert_eq!(keep(&site, "/assets/missing").as_deref(), Some("no-cache"));
        site.keeping = Keeping::Nothing;
        assert_eq!(keep(&site, "/assets/a-1.wasm").as_deref(), Some("no-cache"));
    }
}
