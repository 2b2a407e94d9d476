//! Build, show, and build again when a file changes.

use crate::compress::Effort;
use crate::pipeline::{BuildConfig, Pipeline, Rebuild};
use crate::reload::Reload;
use crate::server::{Keeping, Server, Site, bind};
use crate::wasm::Profile;
use crate::watch::Watch;
use anyhow::{Result, bail};
use std::path::PathBuf;

/// Serves the site until somebody stops the program.
pub fn serve(root: PathBuf, port: u16, base_path: &str, profile: Profile) -> Result<()> {
    let mount = mount(base_path)?;
    let listener = bind(port)?;
    let address = format!("http://{}{mount}", listener.local_addr()?);
    let out = root.join("dist");
    let config = BuildConfig {
        base_url: address.clone(),
        profile,
        effort: Effort::Quick,
        ..BuildConfig::new(root.clone(), out.clone())
    };
    // Before the first build: what is saved meanwhile must not be missed.
    let watch = Watch::start(&root)?;
    let mut pipeline = Pipeline::new(root, config);
    pipeline.build(Rebuild::Everything)?;

    let reload = Reload::default();
    let keeping = match profile {
        Profile::Release => Keeping::Assets,
        Profile::Debug => Keeping::Nothing,
    };
    let site = Site { folder: out, mount, keeping };
    let _server = Server::start(listener, reload.router(site.router()))?;
    println!("\nserving {address} (Ctrl-C stops it)");

    let mut owed = None;
    loop {
        // What a failed build did not get done is still to do.
        let rebuild = owed.max(Some(watch.next()?)).unwrap_or(Rebuild::Code);
        println!("\n{}", if rebuild == Rebuild::Pages { "pages changed" } else { "code changed" });
        match pipeline.build(rebuild) {
            Ok(()) => {
                owed = None;
                reload.announce();
            }
            Err(error) => {
                owed = Some(rebuild);
                eprintln!(
                    "error: {error:#}; {address} still shows the last site that could be built"
                );
            }
        }
    }
}

/// A base path with a slash at both ends.
fn mount(path: &str) -> Result<String> {
    let inner = path.trim_matches('/');
    if inner.contains(['?', '#', '%', ' ', '\\'])
        || inner.split('/').any(|part| part == ".." || part == ".")
    {
        bail!("--base-path {path} is no plain path; write one such as /some/dir/");
    }
    Ok(if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mount_has_a_slash_at_both_ends() {
        assert_eq!(mount("/").unwrap(), "/");
        assert_eq!(mount("").unwrap(), "/");
        assert_eq!(mount("some/dir").unwrap(), "/some/dir/");
        assert!(mount("/../x").is_err());
    }
}
