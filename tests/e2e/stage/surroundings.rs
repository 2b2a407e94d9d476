//! Where a page is looked at: how wide, in which colours, on a screen or on paper; and what the
//! browser notes meanwhile. Each engine has its own way to be told.

use super::commands::Extension;
use super::engine::Engine;
use super::reader::Reader;
use serde_json::{Value, json};

/// What a reader has asked for beside the width.
#[derive(Debug, Clone, Copy, Default)]
pub struct Media {
    /// `light` or `dark`.
    scheme: Option<&'static str>,
    /// As it comes out on paper.
    paper: bool,
    /// In the few colours that the reader's system forces on every page.
    forced: bool,
}

/// The height of a window.
const HEIGHT: u32 = 900;

impl Reader {
    /// Makes the window exactly so wide.
    pub async fn width(&self, pixels: u32) {
        self.window(pixels, HEIGHT).await;
    }

    /// Makes the window exactly so wide and, in Chromium, so high.
    pub async fn window(&self, pixels: u32, height: u32) {
        match self.engine() {
            Engine::Chromium => {
                let size = json!({
                    "width": pixels, "height": height, "deviceScaleFactor": 1, "mobile": false,
                });
                self.devtools("Emulation.setDeviceMetricsOverride", size).await;
            }
            // No window of Firefox is narrower than 500 px, but what shows the page in it is.
            Engine::Firefox => {
                self.client().issue_cmd(Extension::window(pixels, height)).await.expect("a size");
                let script = "const { style } = gBrowser.selectedBrowser;
                    style.minWidth = style.maxWidth = `${arguments[0]}px`;";
                self.inside_firefox(script, vec![json!(pixels)]).await;
            }
            Engine::WebKit => {
                self.client().issue_cmd(Extension::window(pixels, height)).await.expect("a size");
            }
        }
        self.until(&format!("innerWidth === {pixels}")).await;
    }

    /// Wants pages `light` or `dark`.
    pub async fn scheme(&self, scheme: &'static str) {
        self.media.lock().expect("nobody panicked").scheme = Some(scheme);
        self.look().await;
    }

    /// Has the colours of pages forced, or leaves them alone. Only Chromium can be told.
    pub async fn forced_colours(&self, forced: bool) {
        assert_eq!(self.engine(), Engine::Chromium);
        self.media.lock().expect("nobody panicked").forced = forced;
        self.look().await;
    }

    /// Looks at pages as they come out on paper.
    pub async fn paper(&self) {
        self.media.lock().expect("nobody panicked").paper = true;
        self.look().await;
    }

    /// Has the page looked at as was asked for, now and after each address.
    pub async fn look(&self) {
        let Media { scheme, paper, forced } = *self.media.lock().expect("nobody panicked");
        if scheme.is_none() && !paper {
            return;
        }
        let medium = if paper { "print" } else { "" };
        match self.engine() {
            Engine::Chromium => {
                let scheme = scheme.unwrap_or_default();
                let forced = if forced { "active" } else { "none" };
                let features = json!([
                    { "name": "prefers-color-scheme", "value": scheme },
                    { "name": "forced-colors", "value": forced },
                ]);
                let media = json!({ "media": medium, "features": features });
                self.devtools("Emulation.setEmulatedMedia", media).await;
            }
            Engine::Firefox => {
                let script = "const page = gBrowser.selectedBrowser.browsingContext;
                    page.prefersColorSchemeOverride = arguments[0];
                    page.mediumOverride = arguments[1];";
                let arguments = vec![json!(scheme.unwrap_or("none")), json!(medium)];
                self.inside_firefox(script, arguments).await;
            }
            // WebKitGTK takes colours from the desktop and prints on printers only, so the rules of
            // the page are rewritten as they would answer; its scripts go on to see a screen.
            Engine::WebKit => {
                let script = "
                    const [scheme, paper] = arguments;
                    const answers = text => text
                        .replace(/\\(prefers-color-scheme: *(light|dark)\\)/g,
                            (was, asked) => scheme === null ? was : asked === scheme ? 'all' : 'not all')
                        .replace(/\\b(print|screen)\\b/g,
                            was => !paper ? was : was === 'print' ? 'all' : 'not all')
                        .replace(/\\bnot not\\b/g, '');
                    const walk = rules => {
                        for (const rule of rules) {
                            if (rule instanceof CSSMediaRule) {
                                rule.asked ??= rule.media.mediaText;
                                rule.media.mediaText = answers(rule.asked);
                            }
                            if (rule.cssRules) walk(rule.cssRules);
                        }
                    };
                    for (const sheet of document.styleSheets) {
                        sheet.asked ??= sheet.media.mediaText;
                        if (sheet.asked) sheet.media.mediaText = answers(sheet.asked);
                        walk(sheet.cssRules);
                    }";
                self.run(script, vec![json!(scheme), json!(paper)]).await;
            }
        }
    }

    /// What the console said since the last time. WebKit's driver does not tell, so there it is
    /// always silent.
    pub async fn console(&self) -> Vec<String> {
        let said = |entry: &Value| format!("{} {}", entry["level"], entry["message"]);
        match self.engine() {
            Engine::Chromium => self.log("browser").await.iter().map(said).collect(),
            Engine::Firefox => {
                // Firefox notes much about itself; what comes from a page has a web address.
                let script = "
                    const ours = address => /^https?:/.test(address ?? '');
                    const errors = Services.console.getMessageArray()
                        .filter(note => note instanceof Ci.nsIScriptError && ours(note.sourceName))
                        .map(note => ({ level: 'error', message: note.errorMessage }));
                    const kept = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
                    const lines = kept.getEvents().filter(line => ours(line.filename))
                        .map(line => ({ level: line.level, message: line.arguments.join(' ') }));
                    Services.console.reset();
                    kept.clearEvents();
                    return [...errors, ...lines];";
                let found = self.inside_firefox(script, vec![]).await;
                found.as_array().expect("a list").iter().map(said).collect()
            }
            Engine::WebKit => Vec::new(),
        }
    }

    /// What happened on the network since the last time, as DevTools tells it.
    pub async fn network(&self) -> Vec<Value> {
        let parse = |entry: &Value| serde_json::from_str::<Value>(entry["message"].as_str()?).ok();
        self.log("performance")
            .await
            .iter()
            .filter_map(parse)
            .map(|mut entry| entry["message"].take())
            .collect()
    }

    async fn log(&self, kind: &str) -> Vec<Value> {
        let log = self.client().issue_cmd(Extension::log(kind)).await.expect("a log");
        log.as_array().cloned().unwrap_or_default()
    }

    /// Speaks DevTools, which Chromium alone does.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.client()
            .issue_cmd(Extension::devtools(command, parameters))
            .await
            .unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Runs statements in Firefox's own window.
    async fn inside_firefox(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client().issue_cmd(Extension::context("chrome")).await.expect("its own window");
        let answer = self.run(script, arguments).await;
        self.client().issue_cmd(Extension::context("content")).await.expect("the page");
        answer
    }
}
