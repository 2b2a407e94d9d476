//! Pages that reload themselves after a rebuild, without a trace in the files.

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{RawQuery, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// Where the script asks.
const ASK: &str = "/__reload";
/// Where the script is.
const SCRIPT: &str = "/__reload.js";

/// Asks whether the site is another than the one that the page came from, for as long as it is not.
const CODE: &str = "\
const since = new URL(document.currentScript.src).searchParams.get('since');
(async () => {
  for (;;) {
    try {
      const answer = await fetch(new URL('/__reload?since=' + since, document.baseURI));
      if (await answer.text() !== since) return location.reload();
    } catch {
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
})();
";

/// Counts the builds and wakes whoever waits for the next.
#[derive(Debug, Clone)]
pub struct Reload(Arc<watch::Sender<u64>>);

impl Default for Reload {
    /// Starts at a number that another run of the server hardly had: pages survive its restart.
    fn default() -> Self {
        Reload(Arc::new(watch::Sender::new(u64::from(std::process::id()) << 20)))
    }
}

impl Reload {
    /// Tells every open page that the site was rebuilt.
    pub fn announce(&self) {
        self.0.send_modify(|build| *build += 1);
    }

    /// The same site, with the script at the end of its pages.
    pub fn router(&self, site: Router) -> Router {
        let script =
            [(header::CONTENT_TYPE, "text/javascript"), (header::CACHE_CONTROL, "no-cache")];
        site.layer(from_fn_with_state(self.clone(), inject))
            .route(SCRIPT, get((script, CODE)))
            .route(ASK, get(wait).with_state(self.clone()))
    }
}

/// Answers when the build is another than the asker's, or after a while.
async fn wait(State(reload): State<Reload>, RawQuery(query): RawQuery) -> impl IntoResponse {
    let since = query
        .as_deref()
        .and_then(|query| query.strip_prefix("since="))
        .and_then(|since| since.parse().ok());
    let mut builds = reload.0.subscribe();
    // Browsers give up on answers that never come.
    let change = tokio::time::timeout(
        Duration::from_secs(25),
        builds.wait_for(|build| Some(*build) != since),
    );
    drop(change.await);
    ([(header::CACHE_CONTROL, "no-cache")], reload.0.borrow().to_string())
}

/// Puts the script at the end of a page.
async fn inject(State(reload): State<Reload>, mut request: Request, next: Next) -> Response {
    if !request.uri().path().contains("/assets/") {
        // A page that gets a script put in must not come compressed.
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    let response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(page) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(reload.with_script(&page)))
}

impl Reload {
    fn with_script(&self, page: &Bytes) -> Vec<u8> {
        let mut page = page.to_vec();
        if let Some(end) = page.windows(7).rposition(|tail| tail == b"</body>") {
            let tag =
                format!("<script src=\"{SCRIPT}?since={}\" defer></script>", *self.0.borrow());
            page.splice(end..end, tag.into_bytes());
        }
        page
    }
}
