//! A server of the built site that remembers what was asked of it.

use axum::body::Body;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::{AppendHeaders, IntoResponse, Response};
use std::env;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use xtask::server::{Keeping, Server, Site, bind};

/// A running server of the site. It stops when this is dropped.
pub struct House {
    server: Server,
    asked: Arc<Mutex<Vec<(String, u16)>>>,
}

impl House {
    /// The site at the root of a server.
    pub fn open() -> House {
        House::with(|_, _| None)
    }

    /// The same, with another answer where `trick` gives one; it is told the path and the site.
    pub fn with(trick: impl Fn(&str, &Site) -> Option<Reply> + Send + Sync + 'static) -> House {
        House::serve(Site::at(&House::folder()), trick)
    }

    /// The same, with the answers to some paths held back until a gate is open.
    pub fn holding(gate: &Gate, holds: impl Fn(&str) -> bool + Send + Sync + 'static) -> House {
        let gate = gate.clone();
        House::with(move |path, _| {
            if holds(path) {
                gate.pass();
            }
            None
        })
    }

    /// The site that was built for `/some/dir/`, below it.
    pub fn below() -> House {
        let folder = House::folder_below();
        let mount = "/some/dir/".to_owned();
        House::serve(Site { folder, mount, keeping: Keeping::Assets }, |_, _| None)
    }

    /// The site of two hundred made-up procurements.
    pub fn large() -> House {
        House::serve(Site::at(&named("UTLOVAT_DIST_LARGE")), |_, _| None)
    }

    /// The site of hostile facts.
    pub fn hostile() -> House {
        House::serve(Site::at(&House::folder_of_hostile()), |_, _| None)
    }

    /// Another server, with pages of somebody else.
    pub fn strange(page: impl Fn(&str) -> String + Send + Sync + 'static) -> House {
        House::with(move |path, _| Some(Reply::page(page(path))))
    }

    /// Where the built site lies.
    pub fn folder() -> PathBuf {
        named("UTLOVAT_DIST")
    }

    /// Where the site lies that was built for `https://example.org/some/dir/`.
    pub fn folder_below() -> PathBuf {
        named("UTLOVAT_DIST_SUBPATH")
    }

    /// Where the site of hostile facts lies.
    pub fn folder_of_hostile() -> PathBuf {
        named("UTLOVAT_DIST_HOSTILE")
    }

    fn serve(
        site: Site,
        trick: impl Fn(&str, &Site) -> Option<Reply> + Send + Sync + 'static,
    ) -> House {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let notes = Arc::clone(&asked);
        let router = site.router();
        let trick = Arc::new(move |path: &str| trick(path, &site));
        let router = router.layer(from_fn(move |request: Request, next: Next| {
            let (trick, notes) = (Arc::clone(&trick), Arc::clone(&notes));
            async move {
                let path = request.uri().path().to_owned();
                let response = match trick(&path) {
                    Some(reply) => reply.into_response(),
                    None => next.run(request).await,
                };
                let status = response.status().as_u16();
                notes.lock().expect("nobody panicked").push((path, status));
                response
            }
        }));
        let server = Server::start(bind(0).expect("a port"), router).expect("a server");
        House { server, asked }
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}/{}", self.server.address(), path.trim_start_matches('/'))
    }

    /// Every path that was asked for.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("nobody panicked").iter().map(|(path, _)| path.clone()).collect()
    }

    /// Whether a path with this ending was asked for.
    pub fn was_asked_for(&self, ending: &str) -> bool {
        self.asked().iter().any(|path| path.ends_with(ending))
    }

    /// Every path that was not answered with a file.
    pub fn failures(&self) -> Vec<(String, u16)> {
        let asked = self.asked.lock().expect("nobody panicked");
        asked.iter().filter(|(_, status)| *status >= 400).cloned().collect()
    }
}

/// An answer that a test makes up or changes.
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
        Reply::of(status, "text/plain; charset=utf-8", format!("{sentence}\n").into_bytes())
    }

    /// Something for programs.
    pub fn json(body: Vec<u8>) -> Reply {
        Reply::of(200, "application/json", body)
    }

    /// A page of somebody else.
    pub fn page(html: String) -> Reply {
        Reply::of(200, "text/html; charset=utf-8", html.into_bytes())
    }

    /// The file that a site at the root of a server has at a path.
    pub fn file(path: &str, site: &Site) -> Reply {
        let index = if path.ends_with('/') { "index.html" } else { "" };
        let file = site.folder.join(format!("{}{index}", path.trim_start_matches('/')));
        let kind = match file.extension().and_then(|ending| ending.to_str()) {
            Some("html") => "text/html; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("woff2") => "font/woff2",
            Some("wasm") => "application/wasm",
            _ => "application/octet-stream",
        };
        let body = fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        Reply::of(200, kind, body)
    }

    fn of(status: u16, kind: &str, body: Vec<u8>) -> Reply {
        let headers = vec![("content-type", kind.to_owned()), ("cache-control", "no-cache".into())];
        Reply { status, headers, body }
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        // Without a type of its own: an answer may lack one.
        let body = Response::builder().status(self.status).body(Body::from(self.body));
        (AppendHeaders(self.headers), body.expect("an answer")).into_response()
    }
}

/// Keeps an answer back without keeping others back: tricks run on the server's own threads.
pub fn hold(time: Duration) {
    tokio::task::block_in_place(|| std::thread::sleep(time));
}

/// What a server holds back until the test lets it go, so that no test waits for a time.
#[derive(Clone, Default)]
pub struct Gate(Arc<AtomicBool>);

impl Gate {
    /// Lets go of what is held back, and of all that comes after it.
    pub fn open(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Holds back what comes from now on.
    pub fn shut(&self) {
        self.0.store(false, Ordering::SeqCst);
    }

    /// Waits until the gate is open. A test that has failed never opens it, so it gives up in
    /// the end.
    pub fn pass(&self) {
        tokio::task::block_in_place(|| {
            let start = Instant::now();
            while !self.0.load(Ordering::SeqCst) && start.elapsed() < Duration::from_secs(60) {
                std::thread::sleep(Duration::from_millis(10));
            }
        });
    }
}

/// Asks for an address as the plainest of browsers: status, headers in lower case, body.
pub fn get(url: &str) -> (u16, String, String) {
    let rest = url.strip_prefix("http://").expect("an address");
    let (host, path) = rest.split_once('/').expect("a path");
    let mut stream = TcpStream::connect(host).expect("a connection");
    write!(stream, "GET /{path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8_lossy(&answer);
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
    (status, head.to_lowercase(), body.to_owned())
}

fn named(variable: &str) -> PathBuf {
    let folder = env::var(variable).unwrap_or_default();
    assert!(
        Path::new(&folder).join("sv/index.html").is_file(),
        "{variable} names no built site; run `cargo xtask test --only e2e`"
    );
    PathBuf::from(folder)
}
