//! A static web server for this machine: `serve` shows the site with it, the browser tests visit it.

use crate::answer::{Reply, Site, accepted};
use crate::reload::{ASK, Reload, SCRIPT};
use anyhow::{Context, Result, bail};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{ACCEPT_ENCODING, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};

/// What to serve, and how.
pub struct Service {
    /// The files.
    pub site: Site,
    /// Pages that reload themselves.
    pub reload: Option<Reload>,
    /// Asked first: a test that wants a file missing, cut short or of a wrong type answers itself,
    /// and one that wants to know what was asked for listens here.
    pub intercept: Option<Intercept>,
}

/// Answers a path, or leaves it to the files.
pub type Intercept = Box<dyn Fn(&str) -> Option<Reply> + Send + Sync>;

impl Service {
    /// Files and nothing else.
    pub fn plain(site: Site) -> Service {
        Service { site, reload: None, intercept: None }
    }
}

/// A running server; it stops when this is dropped.
pub struct Server {
    address: SocketAddr,
    runtime: Option<Runtime>,
}

impl Server {
    /// Serves on a port that [`bind`] took.
    pub fn start(listener: TcpListener, service: Service) -> Result<Server> {
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
        runtime.spawn(accept(listener, Arc::new(service)));
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

async fn accept(listener: tokio::net::TcpListener, service: Arc<Service>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Too many open files, most likely: wait for some to close.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let service = Arc::clone(&service);
        tokio::spawn(async move {
            let handler = service_fn(move |request| respond(Arc::clone(&service), request));
            // A browser that goes away in the middle is no news.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), handler).await;
        });
    }
}

async fn respond(
    service: Arc<Service>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let reply = reply(&service, &request).await;
    let mut response = Response::new(Full::new(Bytes::from(reply.body)));
    *response.status_mut() = hyper::StatusCode::from_u16(reply.status).unwrap_or_default();
    for (name, value) in reply.headers {
        if let Ok(value) = HeaderValue::try_from(value) {
            response.headers_mut().append(name, value);
        }
    }
    // Anybody may embed the site and read its data from their own page.
    response.headers_mut().insert("access-control-allow-origin", HeaderValue::from_static("*"));
    Ok(response)
}

async fn reply(service: &Service, request: &Request<Incoming>) -> Reply {
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        let mut reply = Reply::text(405, "This site is read only.");
        reply.headers.push(("allow", "GET, HEAD".to_owned()));
        return reply;
    }
    let (path, query) = (request.uri().path(), request.uri().query());
    if let Some(reply) = service.intercept.as_ref().and_then(|intercept| intercept(path)) {
        return reply;
    }
    let mut codings = request
        .headers()
        .get(ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .map(accepted)
        .unwrap_or_default();
    if let Some(reload) = &service.reload {
        match path {
            ASK => return reload.wait(query).await,
            SCRIPT => return Reload::script(),
            // A page that gets a script put in must not come compressed.
            _ if path.ends_with('/') || path.ends_with(".html") => codings.clear(),
            _ => {}
        }
    }
    // A new site takes the old one's place between two requests, not quite in an instant.
    for _ in 0..100 {
        if service.site.folder.is_dir() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let mut reply = service.site.answer(path, query, &codings);
    if let Some(reload) = &service.reload {
        if reply.status == 404 {
            reply = service.site.answer(path, query, &[]);
        }
        reply = reload.inject(reply);
    }
    reply
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::write;
    use std::io::{BufRead, BufReader, Read, Write};
    use std::net::TcpStream;

    fn start(service: impl FnOnce(Site) -> Service) -> (tempfile::TempDir, Server) {
        let place = tempfile::tempdir().unwrap();
        write(&place.path().join("index.html"), b"<body>hi</body>").unwrap();
        write(&place.path().join("index.html.br"), b"pressed").unwrap();
        write(&place.path().join("a.wasm"), b"\0asm").unwrap();
        let server = Server::start(bind(0).unwrap(), service(Site::at(place.path()))).unwrap();
        (place, server)
    }

    /// One request on an open connection: the head in lower case, and the body.
    fn ask(stream: &mut BufReader<TcpStream>, method: &str, path: &str) -> (String, Vec<u8>) {
        let request =
            format!("{method} {path} HTTP/1.1\r\nhost: x\r\naccept-encoding: gzip, br\r\n\r\n");
        stream.get_mut().write_all(request.as_bytes()).unwrap();
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert_ne!(stream.read_line(&mut head).unwrap(), 0, "{head}");
        }
        let head = head.to_lowercase();
        let length =
            head.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next());
        let length: usize = length.unwrap().parse().unwrap();
        let mut body = vec![0; if method == "HEAD" { 0 } else { length }];
        stream.read_exact(&mut body).unwrap();
        (head, body)
    }

    fn connect(server: &Server) -> BufReader<TcpStream> {
        BufReader::new(TcpStream::connect(server.address()).unwrap())
    }

    #[test]
    fn one_connection_carries_many_requests_and_many_connections_live_at_once() {
        let (_place, server) = start(Service::plain);
        let mut connections: Vec<_> = (0..8).map(|_| connect(&server)).collect();
        for connection in &mut connections {
            let (head, body) = ask(connection, "GET", "/");
            assert!(
                head.starts_with("http/1.1 200") && head.contains("content-encoding: br"),
                "{head}"
            );
            assert_eq!(body, b"pressed");
            let (head, _) = ask(connection, "HEAD", "/a.wasm");
            assert!(
                head.contains("application/wasm") && head.contains("content-length: 4\r\n"),
                "{head}"
            );
            assert!(head.contains("access-control-allow-origin: *"), "{head}");
            assert!(ask(connection, "GET", "/../a.wasm").0.starts_with("http/1.1 400"));
            assert!(ask(connection, "POST", "/").0.starts_with("http/1.1 405"));
        }
    }

    #[test]
    fn a_page_hears_of_a_rebuild() {
        let reload = Reload::default();
        let service = |site| Service { reload: Some(reload.clone()), ..Service::plain(site) };
        let (_place, server) = start(service);
        let mut connection = connect(&server);
        let (_, page) = ask(&mut connection, "GET", "/");
        let page = String::from_utf8(page).unwrap();
        let since =
            page.split("since=").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        assert!(page.ends_with("defer></script></body>"), "{page}");
        assert!(!ask(&mut connection, "GET", "/__reload.js").1.is_empty());

        let path = format!("/__reload?since={since}");
        let waiting = std::thread::spawn(move || ask(&mut connection, "GET", &path).1);
        std::thread::sleep(Duration::from_millis(50));
        assert!(!waiting.is_finished());
        reload.announce();
        assert_ne!(waiting.join().unwrap(), since.into_bytes());
    }

    #[test]
    fn a_test_may_answer_itself() {
        let (_place, server) = start(|site| Service {
            intercept: Some(Box::new(|path| {
                path.ends_with(".wasm").then(|| Reply::text(200, "not WASM"))
            })),
            ..Service::plain(site)
        });
        assert_eq!(ask(&mut connect(&server), "GET", "/a.wasm").1, b"not WASM\n");
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
