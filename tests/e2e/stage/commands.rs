//! What drivers can do beyond the WebDriver standard.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command of one driver's own.
#[derive(Debug)]
pub struct Extension {
    path: &'static str,
    body: Value,
}

impl Extension {
    /// Speaks to Chromium in the DevTools protocol.
    pub fn devtools(command: &str, parameters: Value) -> Extension {
        Extension {
            path: "goog/cdp/execute",
            body: json!({ "cmd": command, "params": parameters }),
        }
    }

    /// Takes what Chromium logged since the last time: `browser` is the console, `performance` the
    /// network.
    pub fn log(kind: &str) -> Extension {
        Extension { path: "se/log", body: json!({ "type": kind }) }
    }

    /// Where Firefox runs scripts: in the page (`content`) or in its own window (`chrome`).
    pub fn context(name: &str) -> Extension {
        Extension { path: "moz/context", body: json!({ "context": name }) }
    }

    /// Makes the window as large as this, where the engine allows it.
    pub fn window(width: u32, height: u32) -> Extension {
        Extension { path: "window/rect", body: json!({ "width": width, "height": height }) }
    }
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
