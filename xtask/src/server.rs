//! A static web server for this machine: `serve` shows the site with it, the browser tests visit it.

use crate::guard::{by_a_name_of_this_machine, leads_out};
use anyhow::{Context, Result, bail};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn, from_fn_with_state, map_response};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tower_http::services::{ServeDir, ServeFile};

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

impl Site {
    /// A site at the root of a server.
    pub fn at(folder: &Path) -> Site {
        Site { folder: folder.to_path_buf(), mount: "/".to_owned(), keeping: Keeping::Assets }
    }

    /// Answers with its files, compressed where they are and the browser reads it, and with its
    /// page for what is not there.
    pub fn router(&self) -> Router {
        let missing = ServeFile::new(self.folder.join("404.html"));
        let mount = self.mount.trim_end_matches('/');
        let files = ServeDir::new(&self.folder)
            .redirect_path_prefix(mount)
            .precompressed_br()
            .precompressed_gzip()
            .not_found_service(missing.precompressed_br().precompressed_gzip());
        let router = if mount.is_empty() {
            Router::new().fallback_service(files)
        } else {
            let elsewhere = format!("Nothing here: the site stands at {}\n", self.mount);
            Router::new()
                .route(mount, get(with_slash))
                .nest_service(&self.mount, files)
                .fallback((StatusCode::NOT_FOUND, elsewhere))
        };
        router.layer(from_fn_with_state(self.clone(), answer))
    }
}

/// A running server; it stops when this is dropped.
pub struct Server {
    address: SocketAddr,
    runtime: Option<Runtime>,
}

impl Server {
    /// Serves on a port that [`bind`] took.
    pub fn start(listener: TcpListener, router: Router) -> Result<Server> {
        let address = listener.local_addr().context("the server has no address")?;
        let runtime = Builder::new_multi_thread()
            .worker_threads(4)
            .enable_all()
            .build()
            .context("cannot start the server's threads")?;
        listener.set_nonblocking(true).context("cannot listen")?;
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener).context("cannot listen")?
        };
        // Anybody may embed the site and read its data from their own page.
        let router = router.layer(map_response(async |mut response: Response| {
            let anybody = HeaderValue::from_static("*");
            response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, anybody);
            response
        }));
        let router = router.layer(from_fn(by_a_name_of_this_machine));
        runtime.spawn(async { axum::serve(listener, router).await });
        Ok(Server { address, runtime: Some(runtime) })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Takes a port on this machine alone; 0 takes any.
///
/// Apart from [`Server::start`], so that a taken port is found before minutes of building.
pub fn bind(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).or_else(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            bail!(
                "port {port} is taken by another program; use --port {}",
                port.checked_add(1).unwrap_or(8080)
            )
        }
        ErrorKind::PermissionDenied => bail!("port {port} is not ours to take; use --port 8080"),
        _ => bail!("cannot listen on port {port}: {error}"),
    })
}

/// The address of the site without its last slash.
async fn with_slash(uri: Uri) -> Redirect {
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    Redirect::temporary(&format!("{}/{query}", uri.path()))
}

/// What a browser is told beside the bytes of a file.
async fn answer(State(site): State<Site>, request: Request, next: Next) -> Response {
    // A new site takes the old one's place between two requests, not quite in an instant.
    for _ in 0..100 {
        if site.folder.is_dir() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let path = request.uri().path().to_owned();
    let within = path.strip_prefix(&site.mount);
    if within.is_some_and(|path| leads_out(&site.folder, path)) {
        let sentence = "This is a link out of the folder that is served; it is not followed.\n";
        return (StatusCode::NOT_FOUND, sentence).into_response();
    }
    let is_asset = within.is_some_and(|path| path.starts_with("assets/"));
    let mut response = next.run(request).await;
    let kept = site.keeping == Keeping::Assets && is_asset && response.status().is_success();
    let headers = response.headers_mut();
    let cache = if kept { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    // Made of a file's time and size: a browser would keep what was built anew within the second,
    // and of a page that is not there it would be told nothing at all when it asks again.
    headers.remove(header::ETAG);
    headers.remove(header::LAST_MODIFIED);
    tell_letters(headers);
    response
}

/// Text is UTF-8: without that word, browsers take plain text for another alphabet.
fn tell_letters(headers: &mut HeaderMap) {
    let Some(kind) = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()) else {
        return;
    };
    if kind.starts_with("text/")
        && !kind.contains("charset")
        && let Ok(kind) = HeaderValue::try_from(format!("{kind}; charset=utf-8"))
    {
        headers.insert(header::CONTENT_TYPE, kind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::write;
    use crate::reload::Reload;
    use std::io::{BufRead, BufReader, Read, Write};
    use std::net::TcpStream;

    /// A server of a small site, and whatever stands beside its folder.
    fn start(mount: &str, more: impl FnOnce(Router) -> Router) -> (tempfile::TempDir, Server) {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("site");
        write(&folder.join("index.html"), b"<body>hi</body>").unwrap();
        write(&folder.join("index.html.br"), b"pressed").unwrap();
        write(&folder.join("index.html.gz"), b"zipped").unwrap();
        write(&folder.join("404.html"), b"<body>not here</body>").unwrap();
        write(&folder.join("sv/\u{e5}r/index.html"), b"years").unwrap();
        write(&folder.join("assets/a.wasm"), b"\0asm").unwrap();
        write(&place.path().join("secret.txt"), b"secret").unwrap();
        let site = Site { mount: mount.to_owned(), ..Site::at(&folder) };
        (place, Server::start(bind(0).unwrap(), more(site.router())).unwrap())
    }

    /// One request on an open connection: the head in lower case, and the body.
    fn ask(stream: &mut BufReader<TcpStream>, method: &str, path: &str) -> (String, Vec<u8>) {
        ask_for(stream, method, path, "gzip, br")
    }

    fn ask_for(
        stream: &mut BufReader<TcpStream>,
        method: &str,
        path: &str,
        codings: &str,
    ) -> (String, Vec<u8>) {
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: {codings}\r\n\r\n"
        );
        stream.get_mut().write_all(request.as_bytes()).unwrap();
        answer_on(stream, method == "HEAD")
    }

    fn answer_on(stream: &mut BufReader<TcpStream>, head_only: bool) -> (String, Vec<u8>) {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert_ne!(stream.read_line(&mut head).unwrap(), 0, "{head}");
        }
        let head = head.to_lowercase();
        let length =
            head.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next());
        let length: usize = length.unwrap().parse().unwrap();
        let mut body = vec![0; if head_only { 0 } else { length }];
        stream.read_exact(&mut body).unwrap();
        (head, body)
    }

    fn connect(server: &Server) -> BufReader<TcpStream> {
        BufReader::new(TcpStream::connect(server.address()).unwrap())
    }

    #[test]
    fn one_connection_carries_many_requests_and_many_connections_live_at_once() {
        let (_place, server) = start("/", |site| site);
        let mut connections: Vec<_> = (0..8).map(|_| connect(&server)).collect();
        for connection in &mut connections {
            assert_eq!(ask(connection, "GET", "/").1, b"pressed");
            let (head, _) = ask(connection, "HEAD", "/assets/a.wasm");
            assert!(
                head.contains("application/wasm") && head.contains("content-length: 4\r\n"),
                "{head}"
            );
            assert!(head.contains("access-control-allow-origin: *"), "{head}");
            assert!(ask(connection, "POST", "/").0.starts_with("http/1.1 405"));
        }
    }

    #[test]
    fn paths_find_their_files_and_nothing_outside_is_read() {
        let (_place, server) = start("/", |site| site);
        let mut connection = connect(&server);
        let mut check = |path: &str, status: u16, body: &str| {
            let (head, found) = ask_for(&mut connection, "GET", path, "identity");
            assert!(head.starts_with(&format!("http/1.1 {status}")), "{path}: {head}");
            assert_eq!(String::from_utf8_lossy(&found), body, "{path}");
        };
        check("/index.html", 200, "<body>hi</body>");
        check("/sv/%C3%A5r/", 200, "years");
        let missing = ["/nowhere", "/sv/", "/assets/b.wasm", "/index.html/x", "/%zz", "/a%00"];
        let outside = ["/../secret.txt", "/%2e%2e/secret.txt", "/sv/..%2f../../secret.txt"];
        for path in missing.into_iter().chain(outside) {
            check(path, 404, "<body>not here</body>");
        }
    }

    #[test]
    fn only_this_machine_is_answered_and_only_by_its_own_name() {
        let (_place, server) = start("/", |site| site);
        assert!(server.address().ip().is_loopback());
        let mut stream = connect(&server);
        for host in ["evil.example", "127.0.0.1.example:8080"] {
            let request = format!("GET / HTTP/1.1\r\nhost: {host}\r\n\r\n");
            stream.get_mut().write_all(request.as_bytes()).unwrap();
            let (head, body) = answer_on(&mut stream, false);
            assert!(head.starts_with("http/1.1 421"), "{host}: {head}");
            assert!(String::from_utf8(body).unwrap().contains("this machine alone"));
        }
        assert_eq!(ask(&mut stream, "GET", "/").1, b"pressed");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_is_not_followed() {
        let (place, server) = start("/", |site| site);
        let site = place.path().join("site");
        std::os::unix::fs::symlink(place.path().join("secret.txt"), site.join("a.txt")).unwrap();
        std::os::unix::fs::symlink(place.path(), site.join("up")).unwrap();
        let mut stream = connect(&server);
        for path in ["/a.txt", "/up/secret.txt", "/%75p/secret.txt"] {
            let (head, body) = ask(&mut stream, "GET", path);
            assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
            assert!(!String::from_utf8(body).unwrap().contains("secret"), "{path}");
        }
    }

    #[test]
    fn a_folder_without_its_slash_moves_there() {
        let (_place, server) = start("/some/dir/", |site| site);
        let mut connection = connect(&server);
        for (path, to) in [
            ("/some/dir/sv?from=2018", "/some/dir/sv/?from=2018"),
            ("/some/dir?from=2018", "/some/dir/?from=2018"),
            ("/some/dir", "/some/dir/"),
        ] {
            let (head, _) = ask(&mut connection, "GET", path);
            assert!(head.starts_with("http/1.1 307"), "{head}");
            assert!(head.contains(&format!("location: {to}\r\n")), "{head}");
        }
        assert_eq!(ask(&mut connection, "GET", "/some/dir/").1, b"pressed");
        let (head, body) = ask(&mut connection, "GET", "/some/other/");
        assert!(head.starts_with("http/1.1 404"), "{head}");
        assert!(String::from_utf8_lossy(&body).contains("stands at /some/dir/"));
    }

    #[test]
    fn the_best_coding_that_the_browser_reads_is_sent() {
        let (_place, server) = start("/", |site| site);
        let mut connection = connect(&server);
        for (codings, body, coding) in [
            ("gzip, deflate, br, zstd", "pressed", Some("br")),
            ("gzip;q=0.8, br;q=0", "zipped", Some("gzip")),
            ("identity", "<body>hi</body>", None),
        ] {
            let (head, found) = ask_for(&mut connection, "GET", "/", codings);
            assert_eq!(String::from_utf8_lossy(&found), body, "{codings}");
            let said = head.split("content-encoding: ").nth(1).and_then(|said| said.lines().next());
            assert_eq!(said, coding, "{codings}");
            assert!(head.contains("vary: accept-encoding"), "{head}");
            assert!(head.contains("content-type: text/html; charset=utf-8"), "{head}");
        }
    }

    #[test]
    fn only_named_assets_are_kept() {
        let (_place, server) = start("/some/dir/", |site| site);
        let mut connection = connect(&server);
        for (path, cache) in [
            ("/some/dir/", "no-cache"),
            ("/some/dir/assets/a.wasm", "public, max-age=31536000, immutable"),
            ("/some/dir/assets/missing", "no-cache"),
        ] {
            let (head, _) = ask(&mut connection, "GET", path);
            assert!(head.contains(&format!("cache-control: {cache}\r\n")), "{path}: {head}");
        }
    }

    #[test]
    fn a_page_hears_of_a_rebuild() {
        let reload = Reload::default();
        let (_place, server) = start("/", |site| reload.router(site));
        let mut connection = connect(&server);
        for path in ["/", "/nowhere"] {
            let page = String::from_utf8(ask(&mut connection, "GET", path).1).unwrap();
            assert!(page.ends_with("defer></script></body>"), "{page}");
        }
        let (_, page) = ask(&mut connection, "GET", "/");
        let page = String::from_utf8(page).unwrap();
        let since =
            page.split("since=").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        assert!(!ask(&mut connection, "GET", "/__reload.js").1.is_empty());

        let path = format!("/__reload?since={since}");
        let waiting = std::thread::spawn(move || ask(&mut connection, "GET", &path).1);
        std::thread::sleep(Duration::from_millis(50));
        assert!(!waiting.is_finished());
        reload.announce();
        assert_ne!(waiting.join().unwrap(), since.into_bytes());
    }

    #[test]
    fn a_taken_port_has_a_way_out() {
        let taken = bind(0).unwrap().local_addr().unwrap().port();
        let holder = TcpListener::bind((Ipv4Addr::LOCALHOST, taken)).unwrap();
        let sentence = bind(taken).unwrap_err().to_string();
        assert!(sentence.contains("taken") && sentence.contains("use --port"), "{sentence}");
        drop(holder);
    }
}
