//! The step `hosting`: the built site on real servers, at the root and below a path.

mod http;
mod rows;
pub mod servers;
pub mod two_builds;

use crate::compress::Coding;
use crate::folder::write;
use anyhow::{Result, bail};
use rows::{Found, Tried};
use servers::{Program, nginx_reads_brotli, open_place, place};
use std::path::Path;
use utlovat::open_data::split_base_url;

/// Tries the site at the root and the one below a path on every server.
pub fn try_all(root: &Path, at_root: &Path, below: &Path, below_url: &str) -> Result<()> {
    let mut found = Found::default();
    let (origin, base) = split_base_url(below_url).map_err(anyhow::Error::msg)?;
    let work = open_place(root, "hosting")?;
    for program in Program::ALL {
        if program == Program::Caddy && program.found().is_none() {
            println!("Caddy is not on this machine: what is written for it is only read");
            continue;
        }
        let own = work.join(format!("{program:?}").to_lowercase());
        let first = place(at_root, &own.join("root"), "/", program.host(), "")?;
        let second = place(below, &own.join("below"), &base, program.host(), below_url)?;
        // What else there is on a server that the site is one of.
        write(&own.join("below/other.html"), b"<p>Somebody else's.</p>")?;
        let running = program.start(&work, [&first, &second])?;
        let codings: &[Coding] = match program {
            Program::Nginx if !nginx_reads_brotli() => &[Coding::Gzip],
            Program::Python => &[],
            _ => &Coding::ALL,
        };
        let sites = [("at the root", "/", "", &first), ("below a path", &*base, &*origin, &second)];
        for ((where_, base, origin, served), port) in sites.into_iter().zip(running.ports) {
            let name = format!("{} {where_}", program.name());
            let keeps_query = program != Program::Caddy;
            let folder = &*served.site;
            let tried = Tried { name, port, base, origin, folder, codings, keeps_query };
            match program {
                Program::Python => tried.plain(&mut found)?,
                _ => tried.whole(&mut found)?,
            }
        }
        let other = http::ask(running.ports[1], "/other.html", &[])?;
        // Caddy's file is a site of its own.
        let alone = program == Program::Caddy;
        let touched = !other.header("content-security-policy").is_empty();
        if !alone && (touched || other.status != 200) {
            found.0.push(format!("{}: what else the server has gets our headers", program.name()));
        }
        println!("{}: tried, {} faults so far", program.name(), found.0.len());
    }
    std::fs::remove_dir_all(&work)?;
    match found.0.len() {
        0 => Ok(()),
        count => bail!("{count} faults:\n  {}", found.0.join("\n  ")),
    }
}
