//! What the host of the site must know of it: a file in that host's own words.
//!
//! [`rules`] says with which headers the files are sent and [`types`] what they are called; the other
//! modules each write the same for one host. docs/HOSTING.md is the guide for those who run one.

pub mod rules;
pub mod types;

mod apache;
mod caddy;
mod headers_file;
mod iis;
mod nginx;

#[cfg(test)]
mod tests;

use crate::folder::write;
use anyhow::{Context, Result, anyhow};
use clap::ValueEnum;
use std::path::{Path, PathBuf};
use utlovat::open_data::split_base_url;

/// Who sends the files of the site.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Host {
    /// Any host of static files; nothing is written for it.
    #[default]
    Plain,
    /// nginx.
    Nginx,
    /// Apache's httpd.
    Apache,
    /// Internet Information Services.
    Iis,
    /// Caddy.
    Caddy,
    /// Netlify.
    Netlify,
    /// Cloudflare Pages.
    Cloudflare,
    /// GitHub Pages, which takes no headers from anybody.
    Github,
    /// GitLab Pages, which takes no headers from anybody.
    Gitlab,
}

impl Host {
    /// Whether it compresses by itself, and would only carry compressed files along.
    pub fn compresses(self) -> bool {
        matches!(self, Host::Iis | Host::Netlify | Host::Cloudflare | Host::Github)
    }

    /// The file that it reads, below the site's root, and what is in it. What is read from
    /// elsewhere lies in a folder that no host of ours shows.
    fn file(self, at: &Standing) -> Option<(&'static str, String)> {
        match self {
            Host::Plain | Host::Gitlab => None,
            Host::Nginx => Some((".host/nginx.conf", nginx::config(at))),
            Host::Apache => Some((".htaccess", apache::config(at))),
            Host::Iis => Some(("web.config", iis::config(at))),
            Host::Caddy => Some((".host/Caddyfile", caddy::config(at))),
            Host::Netlify | Host::Cloudflare => Some(("_headers", headers_file::config(at))),
            // Else it would leave out what begins with an underscore or a dot.
            Host::Github => Some((".nojekyll", String::new())),
        }
    }

    /// What it cannot do, where it cannot do all that is written for the others.
    fn lacks(self) -> &'static str {
        match self {
            Host::Github | Host::Gitlab => {
                "; it lets nobody choose headers: docs/HOSTING.md tells what is missing"
            }
            Host::Plain => "; docs/HOSTING.md tells what a host should send",
            _ => "",
        }
    }
}

/// Where a site stands, and what is in it.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// The scheme and the host, or nothing when nobody knows.
    pub origin: String,
    /// The path of its root: `/`, or `/some/dir/`.
    pub base: String,
    /// The files and folders at its root, in the order of their names.
    pub top: Vec<Entry>,
}

/// A file or a folder at the root of a site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Whether it is a folder.
    pub folder: bool,
}

impl Standing {
    /// What a built site has at its root.
    pub fn of(site: &Path, base_url: &str) -> Result<Standing> {
        let (origin, base) = split_base_url(base_url).map_err(|sentence| anyhow!(sentence))?;
        let mut top = vec![];
        for entry in
            std::fs::read_dir(site).with_context(|| format!("cannot list {}", site.display()))?
        {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let own = name.starts_with('.') || name.ends_with(".br") || name.ends_with(".gz");
            if !own {
                top.push(Entry { name, folder: entry.path().is_dir() });
            }
        }
        top.sort();
        Ok(Standing { origin, base, top })
    }
}

/// Writes into a built site what its host must know; tells what it has done.
pub fn prepare(site: &Path, host: Host, base_url: &str) -> Result<String> {
    let at = Standing::of(site, base_url)?;
    let told = match host.file(&at) {
        Some((path, text)) => {
            write(&site.join(path), text.as_bytes())?;
            path.to_owned()
        }
        None => "no file of its own".to_owned(),
    };
    Ok(format!("{told}{}", host.lacks()))
}

/// Where in a built site the file for a host lies, if it reads one.
pub fn file_for(site: &Path, host: Host) -> Option<PathBuf> {
    host.file(&Standing::default()).map(|(path, _)| site.join(path))
}
