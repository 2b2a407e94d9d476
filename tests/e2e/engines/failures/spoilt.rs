//! What becomes of files on their way: how a server makes each failure.

use crate::stage::{Gate, House, Reply};
use xtask::server::Site;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asset {
    /// The page itself.
    Page,
    /// The loader.
    Boot,
    /// What an embed begins with, which fetches the loader when it is wanted.
    InFrame,
    /// The JavaScript of the WASM.
    Glue,
    /// The WASM of every page.
    Wasm,
    /// The WASM of pages of figures.
    Code,
    /// The WASM that these share with others.
    Shared,
    /// The words of the interface.
    Words,
    /// The outlines of all procurements.
    Index,
    /// A procurement.
    Facts,
    /// The whole style sheet.
    Style,
    /// What a page lives without: arrow keys and tips, where the reader was, the way through
    /// chapters, how marks move from day to day, the typeface of headings. All of it at once.
    Extras,
    /// All but the glue and the style sheet, at once.
    Others,
}

impl Asset {
    /// Whether a path is of such a file.
    pub fn is_at(self, path: &str) -> bool {
        let (begins, ends) = match self {
            Asset::Page => return path.ends_with('/'),
            Asset::Boot => ("boot-", ".js"),
            Asset::InFrame => ("in-frame-", ".js"),
            Asset::Glue => ("app-", ".js"),
            Asset::Wasm => ("app-", ".wasm"),
            Asset::Code => ("charts-", ".wasm"),
            Asset::Shared => ("shared-", ".wasm"),
            Asset::Words => ("words-", ".bin"),
            Asset::Index => ("index-", ".bin"),
            Asset::Facts => ("facts-", ".bin"),
            Asset::Style => ("style-", ".css"),
            Asset::Others => {
                let apart = [Asset::Glue, Asset::Style];
                return path.starts_with("/assets/") && !apart.iter().any(|it| it.is_at(path));
            }
            Asset::Extras => {
                let of = ["arrows-", "back-", "places-", "steps-", "typeface-", "headings-"];
                return of.iter().any(|it| path.starts_with(&format!("/assets/{it}")));
            }
        };
        path.starts_with(&format!("/assets/{begins}")) && path.ends_with(ends)
    }
}

/// What becomes of a file.
#[derive(Clone, Copy)]
pub enum Way {
    /// Nothing on its way.
    Nothing,
    /// Another answer.
    Answer(u16),
    /// Its first half.
    Cut,
    /// Some of its bytes are others.
    Flipped,
    /// It is called plain text.
    Typed,
    /// It does not come.
    Held,
    /// Another file of the same kind.
    Other,
    /// Pages come with one more policy.
    Policy(&'static str),
    /// Scripts are written in words that the browser does not know.
    Refused,
    /// WebAssembly traps as it starts.
    Trap,
    /// No storage may be used, nor asked for.
    NoStorage,
    /// The window is that of 1280 by 900 pixels at 400 %, and the file is missing.
    Low,
    /// The reader's own spacing of text (WCAG 1.4.12).
    Spaced,
    /// What no server does: `alone.rs` has tests of its own.
    Alone,
    /// Somebody changes the page.
    Changed(fn(&str) -> String),
}

/// A server on which that becomes of such files. What it holds back waits for the gate.
pub fn house(way: Way, asset: Asset, host: String, gate: &Gate) -> House {
    let gate = gate.clone();
    House::with(move |path, site| {
        if path == "/looked-at" {
            return Some(Reply::page(host.clone()));
        }
        if path == "/forbids.js" {
            return Some(script(FORBIDS));
        }
        let hit = asset.is_at(path);
        match way {
            Way::Answer(status) if hit => Some(Reply::text(status, "no")),
            Way::Low if hit && asset != Asset::Page => Some(Reply::text(404, "no")),
            Way::Cut if hit => {
                let mut reply = Reply::file(path, site);
                reply.body.truncate(reply.body.len() / 2);
                Some(reply)
            }
            Way::Flipped if hit => {
                let mut reply = Reply::file(path, site);
                // Past what a file begins with, which tells its kind.
                reply.body.iter_mut().skip(300).step_by(97).for_each(|byte| *byte ^= 0x55);
                Some(reply)
            }
            Way::Typed if hit => {
                let mut reply = Reply::file(path, site);
                reply.headers.retain(|(name, _)| *name != "content-type");
                reply.headers.push(("content-type", "text/plain".to_owned()));
                Some(reply)
            }
            Way::Held if hit => {
                gate.pass();
                None
            }
            Way::Other if hit => {
                let mut reply = Reply::file(path, site);
                reply.body = another(path, site);
                Some(reply)
            }
            Way::Policy(policy) if Asset::Page.is_at(path) => {
                let mut reply = Reply::file(path, site);
                reply.headers.push(("content-security-policy", policy.to_owned()));
                Some(reply)
            }
            Way::Refused if path.ends_with(".js") => Some(script("this is the script of tomorrow")),
            Way::Trap if Asset::Glue.is_at(path) => {
                let mut reply = Reply::file(path, site);
                let glue = String::from_utf8(reply.body).expect("a script");
                let start = glue.find("export function start(").expect("what starts the page");
                let body = start + glue[start..].find('{').expect("its body") + 1;
                let trap = "throw new WebAssembly.RuntimeError('unreachable');";
                reply.body = format!("{}{trap}{}", &glue[..body], &glue[body..]).into_bytes();
                Some(reply)
            }
            Way::NoStorage if Asset::Page.is_at(path) => Some(changed(path, site, |html| {
                html.replacen("<title>", "<script src=\"/forbids.js\"></script><title>", 1)
            })),
            Way::Changed(change) if Asset::Page.is_at(path) => Some(changed(path, site, change)),
            _ if Asset::Boot.is_at(path) || Asset::InFrame.is_at(path) => {
                // An embed waits for its loader, and only where that is held back does it give up.
                let held = matches!(way, Way::Held);
                let held = held && (asset == Asset::Boot || Asset::Boot.is_at(path));
                Some(timed(path, site, held))
            }
            _ => None,
        }
    })
}

/// Storage as it is in a frame without an origin, or where a reader forbids it.
const FORBIDS: &str = "
    const forbid = (of, name) => Object.defineProperty(of, name, {
        get() { throw new DOMException('forbidden', 'SecurityError'); },
    });
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) forbid(window, name);
    forbid(Document.prototype, 'cookie');
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });";

fn script(text: &str) -> Reply {
    let mut reply = Reply::text(200, text);
    reply.headers[0].1 = "text/javascript; charset=utf-8".to_owned();
    reply
}

/// A script that does not wait for eight seconds: for half a second where something is held back,
/// since the test need not wait, and else for ever, since a busy machine may need longer.
fn timed(path: &str, site: &Site, held: bool) -> Reply {
    let mut reply = Reply::file(path, site);
    let text = String::from_utf8(reply.body).expect("a script");
    let (longest, settle) = ("longest = 8000;", "setTimeout(settle, longest)");
    let give_up = "giveUp(new Error(\"it takes too long\"))), longest)";
    let waits = text.contains(settle) || text.contains(give_up);
    assert!(text.contains(longest) && waits, "{path} waits otherwise");
    let mut text = text.replace(longest, "longest = 600000;");
    if held {
        text = text.replace(settle, "setTimeout(settle, 500)");
        text = text.replace(give_up, &give_up.replace("longest", "500"));
    }
    reply.body = text.into_bytes();
    reply
}

/// The bytes of another file of the same kind.
fn another(path: &str, site: &Site) -> Vec<u8> {
    let (folder, name) = path.rsplit_once('/').expect("a folder");
    let kind = name.split('-').next().expect("a kind");
    let files = std::fs::read_dir(site.folder.join(folder.trim_start_matches('/')));
    let names = files.expect("the assets").map(|it| it.expect("a file").file_name());
    let mut names: Vec<String> = names.map(|it| it.into_string().expect("a name")).collect();
    names.sort();
    let other = names.into_iter().rev().find(|other| {
        other != name && other.starts_with(&format!("{kind}-")) && other.ends_with(".bin")
    });
    Reply::file(&format!("{folder}/{}", other.expect("another one")), site).body
}

fn changed(path: &str, site: &Site, change: impl Fn(&str) -> String) -> Reply {
    let mut reply = Reply::file(path, site);
    let html = String::from_utf8(reply.body).expect("a page is text");
    reply.body = change(&html).into_bytes();
    reply
}

/// What a host's minifier leaves of a page: no comments, no tags that may be left out, no quotes
/// that need not be, one space for many. The style keeps its hash.
pub fn minified(html: &str) -> String {
    let (head, body) = html.split_once("</head>").expect("a page");
    let mut left = String::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once("<!--") {
        left.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    left.push_str(rest);
    for gone in ["<!>", "</li>", "</p>", "</td>", "</tr>", "</th>", "</dt>", "</dd>", "</option>"] {
        left = left.replace(gone, "");
    }
    for gone in ["</thead>", "</tbody>", "</body>", "</html>"] {
        left = left.replace(gone, "");
    }
    left = left.replace("type=\"button\"", "type=button").replace("role=\"status\"", "role=status");
    let words: Vec<&str> = left.split_inclusive(char::is_whitespace).collect();
    let mut short = String::new();
    for word in words {
        match word.trim_end() {
            "" if short.ends_with(' ') => {}
            trimmed => {
                short.push_str(trimmed);
                if trimmed.len() < word.len() {
                    short.push(' ');
                }
            }
        }
    }
    format!("{head}{short}")
}

/// A page whose words a translating browser wrapped.
pub fn translated(html: &str) -> String {
    let (head, body) = html.split_once("<main").expect("a page");
    let wrapped = body.split('>').map(|piece| match piece.split_once('<') {
        Some((words, tag)) if !words.trim().is_empty() => format!("<font>{words}</font><{tag}"),
        _ => piece.to_owned(),
    });
    format!("{head}<main{}", wrapped.collect::<Vec<_>>().join(">"))
}

/// Where what a page tells begins.
const MAIN: &str = " id=\"content\">";

/// A page with an element of somebody else.
pub fn with_a_stranger(html: &str) -> String {
    let (before, after) = html.split_once(MAIN).expect("a page");
    format!("{before}{MAIN}<div>Hej!</div>{after}")
}

/// A page without what it tells: a filter of content took it for an advertisement. Of an embed
/// nothing is left then that a reader could touch, and it sleeps; the overview has come without the
/// facts that it could be made from.
pub fn emptied(html: &str) -> String {
    if html.contains("<body class=\"embed\"") || html.contains("data-first=\"\"") {
        return html.to_owned();
    }
    let (head, body) = html.split_once(MAIN).expect("a page");
    let (_, after) = body.split_once("</main>").expect("its end");
    format!("{head}{MAIN}</main>{after}")
}
