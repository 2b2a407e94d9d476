//! A reader who trusts nobody: the policy holds, nothing is stored, nobody else is asked.

use crate::stage::{Habits, House, facts, read_as};
use serde_json::{Value, json};
use utlovat::model::Lang;

#[tokio::test]
async fn a_whole_session_stores_nothing_asks_nobody_else_and_breaks_no_rule() {
    let habits = Habits { recorded: true, ..Habits::default() };
    read_as(habits, async |reader| {
        let house = House::open();
        let listen = "window.broken = [];
            addEventListener('securitypolicyviolation', e => broken.push(e.violatedDirective + ' ' + e.blockedURI));";
        let parameters = json!({ "source": listen });
        reader.devtools("Page.addScriptToEvaluateOnNewDocument", parameters).await;
        for path in Lang::ALL.into_iter().flat_map(facts::each_type) {
            reader.goto(&house.url(&path)).await;
            let policy = "document.querySelector('meta[http-equiv=\"Content-Security-Policy\"]').content";
            assert!(reader.text(policy).await.starts_with("default-src 'self'; "), "{path}");
            if path.starts_with("/embed/") {
                let mark = "document.querySelector('a.mark')?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))";
                if reader.js(mark).await != Value::Null {
                    reader.until("document.querySelector('.panel article')").await;
                }
            } else if facts::comes_alive(&path) {
                reader.alive().await;
                reader.js("document.querySelector('button.chip')?.click()").await;
            }
            assert_eq!(reader.js("window.broken").await, json!([]), "{path}");
            let kept = "[localStorage.length, sessionStorage.length, document.cookie]";
            assert_eq!(reader.js(kept).await, json!([0, 0, ""]), "{path}");
            let saved = "Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])
                .then(([names, workers]) => done([names.length, workers.length]));";
            assert_eq!(reader.later(saved).await, json!([0, 0]), "{path}");
        }
        assert_eq!(reader.js("indexedDB.databases()").await, json!([]));
        assert!(reader.client().get_all_cookies().await.unwrap().is_empty());
        assert_eq!(reader.console().await, [""; 0]);

        let home = house.url("/");
        let asked: Vec<String> = reader
            .network()
            .await
            .iter()
            .filter(|entry| entry["method"] == "Network.requestWillBeSent")
            .filter_map(|entry| entry["params"]["request"]["url"].as_str().map(str::to_owned))
            .collect();
        assert!(asked.len() > 100, "{}", asked.len());
        let elsewhere: Vec<_> = asked
            .iter()
            .filter(|url| !url.starts_with(&home) && !url.starts_with("data:"))
            .collect();
        assert_eq!(elsewhere, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn the_policy_is_not_for_show() {
    read_as(Habits::default(), async |reader| {
        let house = House::open();
        reader.visit(&house.url("/sv/")).await;
        let tried = reader
            .later(
                "const seen = [];
                addEventListener('securitypolicyviolation', e => seen.push(e.effectiveDirective));
                const script = document.createElement('script');
                script.textContent = 'window.injected = true';
                document.body.append(script);
                const image = document.createElement('img');
                image.src = 'http://127.0.0.1:9/x.png';
                document.body.append(image);
                document.body.setAttribute('style', 'color: red');
                setTimeout(() => done([window.injected ?? false, seen.sort()]), 500);",
            )
            .await;
        assert_eq!(tried, json!([false, ["img-src", "script-src-elem", "style-src-attr"]]));
    })
    .await;
}
