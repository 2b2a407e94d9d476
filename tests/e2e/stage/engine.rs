//! The three engines that readers have, and how a browser of each is asked for.

use super::Habits;
use serde_json::{Map, Value, json};
use std::env;

/// What lays out pages and runs scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, and with it Chrome and Edge.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, whose engine is that of Safari.
    WebKit,
}

impl Engine {
    /// The engine of this run: `UTLOVAT_BROWSER`, or Chromium.
    pub fn chosen() -> Engine {
        match env::var("UTLOVAT_BROWSER").as_deref() {
            Err(_) | Ok("chromium") => Engine::Chromium,
            Ok("firefox") => Engine::Firefox,
            Ok("webkit") => Engine::WebKit,
            Ok(other) => {
                panic!("UTLOVAT_BROWSER is {other}; write chromium, firefox or webkit")
            }
        }
    }

    /// What the driver is asked for.
    pub fn capabilities(self, habits: Habits) -> Map<String, Value> {
        assert!(
            self == Engine::Chromium || !(habits.scripts_off || habits.recorded),
            "only Chromium's driver switches scripts off and records requests"
        );
        let strategy = match self {
            _ if !habits.hasty => "normal",
            Engine::Chromium | Engine::Firefox => "eager",
            // To WebKit's driver a page is read only when all that it asked for has come.
            Engine::WebKit => "none",
        };
        let mut all = Map::from_iter([("pageLoadStrategy".to_owned(), json!(strategy))]);
        match self {
            Engine::Chromium => {
                let mut logs = json!({ "browser": "ALL" });
                if habits.recorded {
                    logs["performance"] = json!("ALL");
                }
                all.insert("goog:chromeOptions".to_owned(), chromium(habits));
                all.insert("goog:loggingPrefs".to_owned(), logs);
            }
            Engine::Firefox => {
                all.insert("moz:firefoxOptions".to_owned(), firefox());
            }
            // The driver knows its browser, MiniBrowser, and where it lies.
            Engine::WebKit => {}
        }
        all
    }
}

fn chromium(habits: Habits) -> Value {
    let arguments = [
        "--headless=new",
        "--window-size=1280,900",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // A frame far below what is in the window is otherwise served last of all, and on a busy
        // machine not at all.
        "--disable-renderer-backgrounding",
        "--disable-backgrounding-occluded-windows",
    ];
    let mut options = json!({ "args": arguments });
    if let Ok(browser) = env::var("UTLOVAT_CHROMIUM") {
        options["binary"] = json!(browser);
    }
    if habits.scripts_off {
        options["prefs"] = json!({ "profile.managed_default_content_settings.javascript": 2 });
    }
    options
}

fn firefox() -> Value {
    let mut options = json!({
        "args": ["-headless"],
        "prefs": {
            // What a headless browser asks of the world by itself.
            "app.normandy.enabled": false,
            "browser.safebrowsing.update.enabled": false,
            "network.captive-portal-service.enabled": false,
            "network.connectivity-service.enabled": false,
            "services.settings.server": "data:,",
        },
    });
    if let Ok(browser) = env::var("UTLOVAT_FIREFOX") {
        options["binary"] = json!(browser);
    }
    options
}
