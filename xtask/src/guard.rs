//! Whom the server answers, and what it never gives: it is for browsers on this machine, and for the
//! files of the site alone.

use axum::extract::Request;
use axum::http::{StatusCode, header, uri::Authority};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use std::path::{Component, Path};

/// Answers only who asks by a name of this machine. A page elsewhere can have its own name point
/// here (DNS rebinding), and would then be of the same origin as the site.
pub async fn by_a_name_of_this_machine(request: Request, next: Next) -> Response {
    let named = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let named = named.and_then(|host| host.parse::<Authority>().ok());
    // A request may name the host in its first line too.
    let whole = request.uri().authority().is_none_or(is_this_machine);
    if whole && named.as_ref().is_some_and(is_this_machine) {
        return next.run(request).await;
    }
    let sentence = "This server is for this machine alone: ask for it as 127.0.0.1 or localhost.\n";
    (StatusCode::MISDIRECTED_REQUEST, sentence).into_response()
}

fn is_this_machine(authority: &Authority) -> bool {
    let host = authority.host().trim_end_matches('.').to_ascii_lowercase();
    // Names below `localhost` never leave the machine either (RFC 6761).
    ["127.0.0.1", "[::1]", "localhost"].contains(&host.as_str()) || host.ends_with(".localhost")
}

/// Whether a path of the site is a link to something outside of its folder, or lies below one.
pub fn leads_out(folder: &Path, path: &str) -> bool {
    let (Ok(folder), Ok(path)) = (folder.canonicalize(), percent_decode_str(path).decode_utf8())
    else {
        return false;
    };
    let path = path.trim_matches('/');
    // Whoever reads the file takes no such path.
    if Path::new(path).components().any(|part| !matches!(part, Component::Normal(_))) {
        return false;
    }
    // What may be sent for it: itself, the page of a folder, and the compressed twins.
    ["", "/index.html"].into_iter().any(|index| {
        ["", ".br", ".gz"].into_iter().any(|twin| {
            let file = folder.join(format!("{path}{index}{twin}"));
            // What is not there, or is not a path at all, is found missing by who reads it.
            file.canonicalize().is_ok_and(|file| !file.starts_with(&folder))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_its() {
        let is = |name: &str| is_this_machine(&name.parse().unwrap());
        for ours in ["127.0.0.1:8080", "localhost", "LOCALHOST:80", "[::1]:8080", "a.localhost:1"] {
            assert!(is(ours), "{ours}");
        }
        for other in ["evil.example:8080", "127.0.0.1.example", "localhost.example", "10.0.0.1"] {
            assert!(!is(other), "{other}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_is_found_however_it_is_asked_for() {
        use crate::folder::write;
        use std::os::unix::fs::symlink;

        let place = tempfile::tempdir().unwrap();
        let (site, secret) = (place.path().join("site"), place.path().join("secret"));
        write(&site.join("sv/index.html"), b"page").unwrap();
        write(&secret.join("index.html"), b"secret").unwrap();
        symlink(&secret, site.join("out")).unwrap();
        symlink(secret.join("index.html"), site.join("sv/index.html.br")).unwrap();
        symlink("sv", site.join("within")).unwrap();
        for path in ["/out", "/out/", "/out/index.html", "/%6fut/index.html", "/sv/"] {
            assert!(leads_out(&site, path), "{path}");
        }
        for path in ["/", "/nowhere/", "/%ff", "/404.html"] {
            assert!(!leads_out(&site, path), "{path}");
        }
        std::fs::remove_file(site.join("sv/index.html.br")).unwrap();
        for path in ["/sv/", "/within/", "/within/index.html"] {
            assert!(!leads_out(&site, path), "{path}");
        }
    }
}
