//! Which files changed, and what that makes stale.

use crate::pipeline::Rebuild;
use anyhow::{Context, Result};
use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// Editors write a file in several goes; we wait until none came for this long.
const QUIET: Duration = Duration::from_millis(100);

/// Watches the sources of the site.
pub struct Watch {
    root: PathBuf,
    events: Receiver<notify::Result<Event>>,
    /// Watches for as long as it lives.
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Starts to watch a checkout.
    pub fn start(root: &Path) -> Result<Watch> {
        // Events name files without symbolic links.
        let root = root.canonicalize().context("cannot find the checkout")?;
        let (sender, events) = channel();
        let mut watcher =
            notify::recommended_watcher(sender).context("cannot watch for changes")?;
        let mut watch = |path: PathBuf, mode| {
            watcher
                .watch(&path, mode)
                .with_context(|| format!("cannot watch {} for changes", path.display()))
        };
        // Not the files themselves: an editor that replaces one would leave us watching the old one.
        watch(root.clone(), RecursiveMode::NonRecursive)?;
        for folder in ["src", "data", "locales", "style", "public", "picture", "fonts", ".cargo"] {
            if root.join(folder).is_dir() {
                watch(root.join(folder), RecursiveMode::Recursive)?;
            }
        }
        Ok(Watch { root, events, _watcher: watcher })
    }

    /// Waits for the next change, until it is over.
    pub fn next(&self) -> Result<Rebuild> {
        let mut rebuild: Option<Rebuild> = None;
        loop {
            let event = match rebuild {
                None => self.events.recv().context("the watcher died")?,
                Some(found) => match self.events.recv_timeout(QUIET) {
                    Ok(event) => event,
                    Err(RecvTimeoutError::Timeout) => return Ok(found),
                    Err(gone) => return Err(gone).context("the watcher died"),
                },
            };
            // An error means that events were lost: something changed, and we do not know what.
            let new = event.map_or(Some(Rebuild::Code), |event| self.rebuild(&event));
            rebuild = rebuild.max(new);
        }
    }

    fn rebuild(&self, event: &Event) -> Option<Rebuild> {
        match event.kind {
            // Reading changes nothing, and our own build reads every file.
            EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => None,
            _ => event
                .paths
                .iter()
                .filter_map(|path| made_stale(path.strip_prefix(&self.root).ok()?))
                .max(),
        }
    }
}

/// What a changed file, named from the root of the checkout, makes stale.
fn made_stale(path: &Path) -> Option<Rebuild> {
    let name = path.file_name()?.to_str()?;
    // What editors leave beside a file while they work.
    if name.starts_with(".#")
        || name.starts_with('#')
        || name.ends_with('~')
        || name.ends_with(".swp")
        || name == "4913"
    {
        return None;
    }
    let first = path.components().next()?.as_os_str().to_str()?;
    match first {
        "src" | "picture" | "fonts" | ".cargo" => Some(Rebuild::Code),
        "data" | "locales" | "style" | "public" => Some(Rebuild::Pages),
        "Cargo.toml" | "Cargo.lock" | "build.rs" | "rust-toolchain.toml" => Some(Rebuild::Code),
        "index.html" | "site.toml" => Some(Rebuild::Pages),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_compile_nothing() {
        let check = |path: &str, rebuild: Option<Rebuild>| {
            assert_eq!(made_stale(Path::new(path)), rebuild, "{path}")
        };
        check("data/procurements/x/events.toml", Some(Rebuild::Pages));
        check("locales/sv.toml", Some(Rebuild::Pages));
        check("style/page.css", Some(Rebuild::Pages));
        check("index.html", Some(Rebuild::Pages));
        check("site.toml", Some(Rebuild::Pages));
        check("public/assets/boot.js", Some(Rebuild::Pages));
        check("src/lib.rs", Some(Rebuild::Code));
        check("Cargo.lock", Some(Rebuild::Code));
        check("build.rs", Some(Rebuild::Code));
        check(".cargo/config.toml", Some(Rebuild::Code));
        check("dist", None);
        check("target", None);
        check("data/.#events.toml", None);
        check("data/events.toml~", None);
    }

    #[test]
    fn several_changes_are_one_and_code_wins() {
        let root = tempfile::tempdir().unwrap();
        for folder in ["src", "data"] {
            std::fs::create_dir(root.path().join(folder)).unwrap();
        }
        let watch = Watch::start(root.path()).unwrap();
        std::fs::write(root.path().join("data/a.toml"), "a").unwrap();
        assert_eq!(watch.next().unwrap(), Rebuild::Pages);
        std::fs::read(root.path().join("src")).unwrap_err();
        std::fs::write(root.path().join("data/a.toml"), "b").unwrap();
        std::fs::write(root.path().join("src/a.rs"), "b").unwrap();
        assert_eq!(watch.next().unwrap(), Rebuild::Code);
    }
}
