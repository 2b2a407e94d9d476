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
    check, compress::Effort, from_disk, hostile, large, ledger, lighthouse, release, report, serve,
    since, supply, test, tools,
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
    /// Build a site of facts whose every text tries to break it, to look at.
    Hostile {
        /// The folder of the site, replaced whole.
        #[arg(long, default_value = "target/xtask/site-hostile")]
        out: PathBuf,
    },
    /// Ask a million times what the tests ask ten thousand times: whether whatever comes from outside
    /// has an answer. Takes some fifteen minutes, beside what there is to compile.
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
    /// List all that the site is made with, as CycloneDX, which a build does too.
    Sbom {
        /// The file to write.
        #[arg(long, default_value = "dist/sbom.cdx.json")]
        out: PathBuf,
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
        Command::Build(wish) => build(root, wish),
        Command::Large(Large { procurements, project: Some(folder), .. }) => {
            large::write_project(&root, &folder, procurements)
        }
        Command::Large(wish) => {
            large::measure(&root, wish.procurements, std::path::absolute(&wish.out)?)
        }
        Command::Serve(wish) => serve::serve(root, wish.port, &wish.base_path, profile(wish.dev)),
        Command::Hostile { out } => hostile::build(&root, std::path::absolute(out)?),
        Command::Fuzz { cases } => test::fuzz(&root, cases),
        Command::Lighthouse { out } => {
            lighthouse::check(&root, &std::path::absolute(&out)?, lighthouse::Ask::Speed)
        }
        Command::Report { on } => {
            println!("{}", report::report(&root, &on)?);
            Ok(())
        }
        Command::Sbom { out } => {
            let list = supply::sbom(&root)?;
            xtask::folder::write(&std::path::absolute(&out)?, list.as_bytes())?;
            println!("{}", out.display());
            Ok(())
        }
        Command::Test { only, browser } => test::test(&root, &only, browser),
    }
}

fn build(root: PathBuf, wish: Build) -> Result<()> {
    let Build { out, base_url, dev, no_pictures, host, zip, keep, ledger } = wish;
    if !base_url.is_empty() && !base_url.starts_with("http") {
        bail!(
            "--base-url {base_url} is no web address; write it whole, such as https://example.org/some/dir/"
        );
    }
    if ledger {
        println!("{}", ledger::update(&root)?);
    }
    let base_url = if base_url.is_empty() { folder::read_site(&root).0.address } else { base_url };
    let out = std::path::absolute(&out)?;
    let site = if zip { root.join("target/xtask/site-from-disk") } else { out.clone() };
    let config = BuildConfig {
        base_url: base_url.clone(),
        profile: profile(dev),
        effort: if dev { Effort::Quick } else { Effort::Full },
        budgets: if dev { Budgets::Report } else { Budgets::Enforce },
        pictures: !(dev || no_pictures || zip),
        host,
        keep,
        ..BuildConfig::new(root.clone(), site.clone())
    };
    Pipeline::new(root.clone(), config).build(Rebuild::Everything)?;
    if zip {
        let archive = PathBuf::from(format!("{}.zip", out.display()));
        let bytes = from_disk::archive(&root, &site, &base_url)?;
        xtask::folder::write(&archive, &bytes)?;
        println!("{} ({} kB)", archive.display(), bytes.len() / 1000);
    }
    Ok(())
}

fn lang(code: &str) -> Result<Lang, String> {
    let found = Lang::ALL.into_iter().find(|lang| lang.code() == code);
    found.ok_or_else(|| "write sv or en".to_owned())
}

fn profile(dev: bool) -> Profile {
    if dev { Profile::Debug } else { Profile::Release }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;
    use utlovat::open_data::split_base_url;
    use yaml_rust2::{Yaml, YamlLoader};

    const FILES: [(&str, &str); 7] = [
        ("hosting/github-pages.yml", include_str!("../../hosting/github-pages.yml")),
        ("hosting/gitlab-ci.yml", include_str!("../../hosting/gitlab-ci.yml")),
        ("hosting/Containerfile", include_str!("../../hosting/Containerfile")),
        ("hosting/server.conf", include_str!("../../hosting/server.conf")),
        ("docs/HOSTING.md", include_str!("../../docs/HOSTING.md")),
        ("docs/CONTRIBUTING.md", include_str!("../../docs/CONTRIBUTING.md")),
        ("README.md", include_str!("../../README.md")),
    ];

    fn text(file: &str) -> String {
        let found = FILES.iter().find(|(name, _)| *name == file);
        found.unwrap_or_else(|| panic!("{file} is not listed")).1.to_owned()
    }

    /// Reads a command as this program does; what a machine fills in is an address.
    fn understood(line: &str) -> Command {
        let line = line.split(" #").next().unwrap_or_default();
        let words = line.split_whitespace().skip(1).map(|word| {
            let filled = word.contains("${") || word.contains("$CI");
            if filled {
                "https://example.org/a/".to_owned()
            } else {
                word.trim_matches('"').to_owned()
            }
        });
        match Arguments::try_parse_from(words) {
            Ok(arguments) => arguments.command,
            Err(error) => panic!("{line}: {error}"),
        }
    }

    fn strings(node: &Yaml, found: &mut Vec<String>) {
        match node {
            Yaml::String(text) => found.push(text.clone()),
            Yaml::Array(nodes) => nodes.iter().for_each(|node| strings(node, found)),
            Yaml::Hash(nodes) => nodes.values().for_each(|node| strings(node, found)),
            _ => {}
        }
    }

    #[test]
    fn the_workflows_of_hosts_are_yaml_whose_commands_are_there() {
        for (file, host) in
            [("hosting/github-pages.yml", Host::Github), ("hosting/gitlab-ci.yml", Host::Gitlab)]
        {
            // What the host fills in has spaces in it, which a shell never sees.
            let text = text(file).replace("${{ steps.pages.outputs.base_url }}", "${base_url}");
            let documents =
                YamlLoader::load_from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
            let [document] = documents.as_slice() else { panic!("{file} is not one document") };
            let mut found = vec![];
            strings(document, &mut found);
            let commands: Vec<_> = found.iter().filter(|it| it.starts_with("cargo ")).collect();
            let mut built = 0;
            for command in &commands {
                if let Command::Build(build) = understood(command) {
                    assert!(
                        build.host == host && build.keep > 0 && build.out == Path::new("dist"),
                        "{file}"
                    );
                    split_base_url(&build.base_url).unwrap();
                    built += 1;
                }
            }
            assert!(built == 1 && commands.len() == 2, "{file}: {commands:?}");
            assert!(found.iter().any(|it| it == "dist"), "{file} publishes what it built");
        }
        let github = &YamlLoader::load_from_str(&text("hosting/github-pages.yml")).unwrap()[0];
        for job in ["build", "deploy"] {
            for step in github["jobs"][job]["steps"].as_vec().expect("steps") {
                assert!(step["uses"].is_badvalue() != step["run"].is_badvalue(), "{step:?}");
                let uses = step["uses"].as_str();
                assert!(uses.is_none_or(|it| {
                    it.split_once("@v").is_some_and(|(_, it)| it.parse::<u8>().is_ok())
                }));
            }
        }
        assert_eq!(github["jobs"]["deploy"]["needs"].as_str(), Some("build"));
    }

    #[test]
    fn the_container_copies_what_is_there_and_includes_what_is_written() {
        let mut copied = vec![];
        for line in text("hosting/Containerfile").lines() {
            match line.split_whitespace().collect::<Vec<_>>().as_slice() {
                [] => {}
                [first, ..] if first.starts_with('#') => {
                    let line = line.trim_start_matches('#').trim();
                    if line.starts_with("cargo ") {
                        let Command::Build(build) = understood(line) else { panic!("{line}") };
                        assert!(build.host == Host::Nginx && build.out == Path::new("dist"));
                    }
                }
                ["FROM", image] => assert!(image.starts_with("docker.io/") && image.contains(':')),
                ["EXPOSE", port] => {
                    assert!(text("hosting/server.conf").contains(&format!("listen {port};")))
                }
                ["COPY", from, to] => copied.push(((*from).to_owned(), (*to).to_owned())),
                _ => panic!("{line}"),
            }
        }
        let [(server, _), (site, place)] = copied.as_slice() else { panic!("{copied:?}") };
        assert_eq!((server.as_str(), site.as_str()), ("hosting/server.conf", "dist/"));
        let config = text(server);
        let written = xtask::host::file_for(Path::new(place), Host::Nginx).unwrap();
        assert!(config.contains(&format!("include {};", written.display())), "{config}");
        assert!(config.contains(&format!("root {};", place.trim_end_matches('/'))), "{config}");
    }

    #[test]
    fn every_command_of_the_guides_is_understood() {
        let mut count = 0;
        for file in ["docs/HOSTING.md", "README.md", "docs/CONTRIBUTING.md"] {
            for line in text(file).lines().filter(|line| line.starts_with("cargo xtask ")) {
                understood(line);
                count += 1;
            }
        }
        assert!(count > 10, "{count} commands");
    }
}
