//! What Chromium's driver can do beyond the WebDriver standard.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command of chromedriver's own.
#[derive(Debug)]
pub struct Chromium {
    path: &'static str,
    body: Value,
}

impl Chromium {
    /// Speaks to the browser in the DevTools protocol.
    pub fn devtools(command: &str, parameters: Value) -> Chromium {
        Chromium { path: "goog/cdp/execute", body: json!({ "cmd": command, "params": parameters }) }
    }

    /// Takes what was logged since the last time: `browser` is the console, `performance` the network.
    pub fn log(kind: &str) -> Chromium {
        Chromium { path: "se/log", body: json!({ "type": kind }) }
    }
}

impl WebDriverCompatibleCommand for Chromium {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
