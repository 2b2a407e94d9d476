//! Pages that reload themselves after a rebuild, without a trace in the files.

use crate::answer::Reply;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// Where the script asks.
pub const ASK: &str = "/__reload";
/// Where the script is.
pub const SCRIPT: &str = "/__reload.js";

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

    /// Answers when the build is another than the asker's, or after a while.
    pub async fn wait(&self, query: Option<&str>) -> Reply {
        let since = query
            .and_then(|query| query.strip_prefix("since="))
            .and_then(|since| since.parse().ok());
        let mut builds = self.0.subscribe();
        // Browsers give up on answers that never come.
        let change = tokio::time::timeout(
            Duration::from_secs(25),
            builds.wait_for(|build| Some(*build) != since),
        );
        drop(change.await);
        let mut reply = Reply::text(200, "");
        reply.body = self.0.borrow().to_string().into_bytes();
        reply
    }

    /// The script.
    pub fn script() -> Reply {
        let headers = vec![
            ("content-type", "text/javascript; charset=utf-8".to_owned()),
            ("cache-control", "no-cache".to_owned()),
        ];
        Reply { status: 200, headers, body: CODE.as_bytes().to_vec() }
    }

    /// Puts the script at the end of a page.
    pub fn inject(&self, mut reply: Reply) -> Reply {
        let is_page =
            reply.header("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        let end = reply.body.windows(7).rposition(|tail| tail == b"</body>");
        if let (true, Some(end)) = (is_page, end) {
            let tag =
                format!("<script src=\"{SCRIPT}?since={}\" defer></script>", *self.0.borrow());
            reply.body.splice(end..end, tag.into_bytes());
        }
        reply
    }
}
