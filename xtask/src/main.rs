//! `cargo xtask …`: arguments in, one sentence out when something fails.

#![forbid(unsafe_code)]

use anyhow::{Result, bail};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use utlovat::data::folder;
use utlovat::model::Lang;
use xtask::browsers::Browser;
use xtask::host::Host;
use xtask::pipeline::{Budgets, BuildConfig, Pipeline, Rebuild};
use xtask::wasm::Profile;
use xtask::{
    check, compress::Effort, from_disk, large, ledger, lighthouse, release, report, serve, since,
    test, tools,
};

/// Builds, shows and tests Utlovat.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check data/ and show every problem in its place.
    Check(Check),
    /// Enter in the ledger what each commit of data/ changed that is not in it yet.
    Ledger,
    /// Freeze the data of today as a version that no later build changes.
    Release,
    /// Build the site for publishing.
    Build(Build),
    /// Build the site, serve it on this machine, and build again when a file changes.
    Serve(Serve),
    /// Make up a record of any size, build its site, and tell what it costs.
    Large(Large),
    /// Ask a million times what the tests ask ten thousand times: whether whatever comes from outside
    /// has an answer. Takes about an hour.
    Fuzz {
        /// How often each is asked.
        #[arg(long, value_name = "NUMBER", default_value_t = 1_000_000)]
        cases: u32,
    },
    /// Measure a built site with Lighthouse, speed too: on a machine that does nothing else.
    Lighthouse {
        /// The folder of the site.
        #[arg(long, default_value = "dist")]
        out: PathBuf,
    },
    /// Write docs/ACCESSIBILITY-REPORT.md from the results of the last test of this commit.
    Report {
        /// The day on which the tests ran.
        #[arg(long, value_name = "DAY")]
        on: String,
    },
    /// Run every test; installs browsers and their drivers when it may.
    Test {
        /// Run this step alone (may be given several times).
        #[arg(long, value_name = "STEP")]
        only: Vec<String>,
        /// Run the browser tests in this browser alone.
        #[arg(long, value_enum)]
        browser: Option<Browser>,
    },
}

#[derive(Args)]
struct Check {
    /// Also tell which conclusions of the site have changed since a commit (by default the last
    /// one that changed data/).
    #[arg(long, value_name = "COMMIT", num_args = 0..=1)]
    since: Option<Option<String>>,
    /// The language of what is told (by default that of LC_ALL, LC_MESSAGES or LANG).
    #[arg(long, value_name = "sv|en", value_parser = lang)]
    lang: Option<Lang>,
    /// How it is told: for people, for programs, or as annotations of GitHub's actions.
    #[arg(long, value_enum, default_value_t = check::Format::Text)]
    format: check::Format,
    /// Fail on warnings too.
    #[arg(long)]
    strict: bool,
}

#[derive(Args)]
struct Build {
    /// The folder to write, replaced whole.
    #[arg(long, default_value = "dist")]
    out: PathBuf,
    /// Where the site will stand, such as https://example.org/some/dir/, instead of what site.toml
    /// says.
    #[arg(long, value_name = "URL", default_value = "")]
    base_url: String,
    /// Compile quickly, with messages for developers, draw no pictures, and only report the budgets.
    #[arg(long)]
    dev: bool,
    /// Leave out the pictures of figures, which take the most time of a first build.
    #[arg(long)]
    no_pictures: bool,
    /// Also write what this host of the site must know; docs/HOSTING.md explains each.
    #[arg(long, value_enum, default_value_t)]
    host: Host,
    /// Write the site as one file instead (OUT.zip), which opens from disk without a server.
    #[arg(long, conflicts_with_all = ["host", "keep", "dev"])]
    zip: bool,
    /// Keep the assets of so many earlier builds that are in the folder, for readers who have an old page.
    #[arg(long, value_name = "BUILDS", default_value_t = 0)]
    keep: usize,
    /// First bring the ledger up to date from git's history, as `cargo xtask ledger` does.
    #[arg(long)]
    ledger: bool,
}

#[derive(Args)]
struct Large {
    /// How many procurements, with fifty events each.
    #[arg(long, value_name = "NUMBER", default_value_t = large::PROCUREMENTS)]
    procurements: usize,
    /// The folder of the site, replaced whole.
    #[arg(long, default_value = "target/xtask/site-large")]
    out: PathBuf,
    /// Only write the made-up project into this folder, to try a program on it.
    #[arg(long, value_name = "FOLDER")]
    project: Option<PathBuf>,
}

#[derive(Args)]
struct Serve {
    /// The port on 127.0.0.1.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Serve under this path instead of /.
    #[arg(long, value_name = "PATH", default_value = "/")]
    base_path: String,
    /// Compile quickly, with messages for developers.
    #[arg(long, conflicts_with = "release")]
    dev: bool,
    /// Compile as for publishing (the default).
    #[arg(long)]
    release: bool,
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(usage) => {
            // `--help` comes this way too, and is no failure.
            let _ = usage.print();
            return if usage.use_stderr() { ExitCode::FAILURE } else { ExitCode::SUCCESS };
        }
    };
    match run(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    let root = tools::root()?;
    match command {
        Command::Check(wish) => {
            let usual = check::Wish::usual();
            let lang = wish.lang.unwrap_or(usual.lang);
            let asked = check::Wish { lang, format: wish.format, strict: wish.strict };
            let counted = check::check(&root, asked)?;
            if !counted.is_empty() {
                println!("{counted}");
            }
            if let Some(commit) = wish.since {
                println!("{}", since::since(&root, commit.as_deref(), lang)?);
            }
            Ok(())
        }
        Command::Ledger => {
            println!("{}", ledger::update(&root)?);
            Ok(())
        }
        Command::Release => {
            println!("{}", release::release(&root)?);
            Ok(())
        }
        Command::Build(build) => {
            if !build.base_url.is_empty() && !build.base_url.starts_with("http") {
                bail!(
                    "--base-url {} is no web address; write it whole, such as https://example.org/some/dir/",
                    build.base_url
                );
            }
            if build.ledger {
                println!("{}", ledger::update(&root)?);
            }
            let base_url = match build.base_url.is_empty() {
                true => folder::read_site(&root).0.address,
                false => build.base_url,
            };
            let mut out = std::path::absolute(&build.out)?;
            let archive = build.zip.then(|| PathBuf::from(format!("{}.zip", out.display())));
            if build.zip {
                out = root.join("target/xtask/site-from-disk");
            }
            let config = BuildConfig {
                project: root.clone(),
                out: out.clone(),
                base_url: base_url.clone(),
                profile: profile(build.dev),
                effort: if build.dev { Effort::Quick } else { Effort::Full },
                budgets: if build.dev { Budgets::Report } else { Budgets::Enforce },
                pictures: !(build.dev || build.no_pictures || build.zip),
                host: build.host,
                keep: build.keep,
            };
            Pipeline::new(root.clone(), config).build(Rebuild::Everything)?;
            if let Some(archive) = archive {
                let bytes = from_disk::archive(&root, &out, &base_url)?;
                xtask::folder::write(&archive, &bytes)?;
                println!("{} ({} kB)", archive.display(), bytes.len() / 1000);
            }
            Ok(())
        }
        Command::Large(Large { procurements, project: Some(folder), .. }) => {
            large::write_project(&root, &folder, procurements)
        }
        Command::Large(wish) => {
            large::measure(&root, wish.procurements, std::path::absolute(&wish.out)?)
        }
        Command::Serve(wish) => serve::serve(root, wish.port, &wish.base_path, profile(wish.dev)),
        Command::Fuzz { cases } => test::fuzz(&root, cases),
        Command::Lighthouse { out } => {
            lighthouse::check(&root, &std::path::absolute(&out)?, lighthouse::Ask::Speed)
        }
        Command::Report { on } => {
            println!("{}", report::report(&root, &on)?);
            Ok(())
        }
        Command::Test { only, browser } => test::test(&root, &only, browser),
    }
}

fn lang(code: &str) -> Result<Lang, String> {
    let found = Lang::ALL.into_iter().find(|lang| lang.code() == code);
    found.ok_or_else(|| "write sv or en".to_owned())
}

fn profile(dev: bool) -> Profile {
    if dev { Profile::Debug } else { Profile::Release }
}
