//! Every check that CI runs, in the order in which a failure is cheapest to find.

use crate::browsers::Browser;
use crate::cargo::{NATIVE, cargo};
use crate::compress::Effort;
use crate::folder::{differing, files, read, remove};
use crate::pipeline::{Budgets, BuildConfig, Pipeline, Rebuild};
use crate::step::{Took, ended};
use crate::wasm::{self, Profile};
use crate::{
    check, hostile, hosting, html, large, ledger, lighthouse, npm, python, report, since, supply,
    tools,
};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;
use utlovat::model::Lang;

/// Runs all steps, or some, to the end; fails if one of them did. With a browser, those of other
/// browsers are left out.
pub fn test(root: &Path, only: &[String], browser: Option<Browser>) -> Result<()> {
    if let Some(unknown) =
        only.iter().find(|name| STEPS.iter().all(|step| step.name != name.as_str()))
    {
        let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        bail!("there is no step `{unknown}`; the steps are {}", names.join(", "));
    }
    let mut run = TestRun { root, site: None, below: None, hostile: None };
    let mut table = Vec::new();
    let wanted = |step: &&Step| {
        let named = only.is_empty() || only.iter().any(|name| name == step.name);
        named && (browser.is_none() || step.browser.is_none() || step.browser == browser)
    };
    for step in STEPS.iter().filter(wanted) {
        println!("\n== {}: {}", step.name, step.does);
        let start = Instant::now();
        let result = (step.work)(&mut run);
        if let Err(error) = &result {
            eprintln!("error: {error:#}");
        }
        table.push((step.name, Took(start.elapsed()), result.is_ok()));
    }
    report::Results::keep(root, table.iter().map(|(name, _, passed)| (*name, *passed)))?;
    println!();
    for (name, took, passed) in &table {
        println!("  {name:<14} {took:>9}  {}", if *passed { "passed" } else { "FAILED" });
    }
    let passed = table.iter().filter(|(_, _, passed)| *passed).count();
    let failed = table.len() - passed;
    println!("{passed} passed, {failed} failed");
    // The line above is the last one, also for programs that read it.
    if failed > 0 { std::process::exit(1) } else { Ok(()) }
}

/// The tests of `tests/it/fuzz.rs` with more cases, optimised but with all checks of arithmetic.
pub fn fuzz(root: &Path, cases: u32) -> Result<()> {
    let mut tests = cargo(root);
    tests.args(["test", "--profile", "fuzz", "--package", "utlovat", "--features", "ssr"]);
    tests.args(["--test", "it", "--", "fuzz::"]).env("FUZZ_CASES", cases.to_string());
    tools::run(&mut tests)
}

struct Step {
    name: &'static str,
    does: &'static str,
    /// The browser that it needs.
    browser: Option<Browser>,
    work: fn(&mut TestRun) -> Result<()>,
}

/// A step that needs no browser.
const fn step(
    name: &'static str,
    does: &'static str,
    work: fn(&mut TestRun) -> Result<()>,
) -> Step {
    Step { name, does, browser: None, work }
}

/// A step in a browser.
const fn step_in(
    browser: Browser,
    name: &'static str,
    does: &'static str,
    work: fn(&mut TestRun) -> Result<()>,
) -> Step {
    Step { name, does, browser: Some(browser), work }
}

const STEPS: [Step; 17] = [
    // First, since it is what an editor waits for, and it compiles nothing for the browser.
    step("data", "data/ has no problem, and what its last change did", data),
    step("fmt", "the code is formatted", fmt),
    step("supply", "all that we use may be used, and is listed", |run| supply::check(run.root)),
    step(
        "clippy",
        "no warning, neither of what runs natively nor of what runs in browsers",
        clippy,
    ),
    step("compile", "tests and programs, and the WASM that readers load", compile),
    step(
        "units",
        "tests of single files: of the core, the pages, drawing and the build tool",
        units,
    ),
    step("pages", "tests of the whole: facts, drawings and pages, rendered natively", pages),
    step("build", "the site as it is published, within its budgets", build),
    step("determinism", "a second build is the same bytes", determinism),
    step(
        "large",
        "200 made-up procurements with 10,000 events are built, and their timeline fits a phone",
        large,
    ),
    step("open-data", "every published file before its own field's validator", open_data),
    step("hosting", "the site on nginx, Apache and python's http.server", hosting),
    step("html", "every page before the Nu checker of HTML", html_of_pages),
    step_in(Browser::Chromium, "lighthouse", "what Lighthouse says of pages on a phone", scores),
    step_in(Browser::Chromium, "e2e", "the site in a real browser", e2e),
    step_in(Browser::Firefox, "firefox", "what readers do most, in Firefox", firefox),
    step_in(Browser::Webkit, "webkit", "the same with Safari's engine", webkit),
];

/// Where the site stands of which the tests know that it is published.
const BELOW: &str = "https://example.org/some/dir/";

/// What one step leaves for the next.
struct TestRun<'a> {
    root: &'a Path,
    site: Option<Pipeline>,
    below: Option<PathBuf>,
    hostile: Option<PathBuf>,
}

impl TestRun<'_> {
    fn cargo(&self, arguments: &[&str]) -> Result<()> {
        tools::run(cargo(self.root).args(arguments))
    }

    /// Cargo's tests of these targets. The cases that they make up are the same in each run, so that
    /// what passes once passes again; `fuzz` makes up others each time.
    fn tests(&self, targets: &[&str]) -> Command {
        let mut tests = cargo(self.root);
        tests.arg("test").args(NATIVE).args(targets).env("PROPTEST_RNG_SEED", "1");
        tests
    }

    /// Not `dist/`: a test must not replace what somebody serves or is about to publish.
    fn out(&self) -> PathBuf {
        self.root.join("target/xtask/site")
    }

    /// The site of made-up facts.
    fn large(&self) -> PathBuf {
        self.root.join("target/xtask/site-large")
    }

    /// The site as it stands below a path of a host that it knows.
    fn below(&mut self) -> Result<PathBuf> {
        if self.below.is_none() {
            let out = self.root.join("target/xtask/site-below");
            let config = BuildConfig {
                base_url: BELOW.to_owned(),
                effort: Effort::Quick,
                budgets: Budgets::Ignore,
                ..BuildConfig::new(self.root.to_path_buf(), out.clone())
            };
            Pipeline::new(self.root.to_path_buf(), config).build(Rebuild::Everything)?;
            self.below = Some(out);
        }
        self.below.clone().context("the site below a path was not built")
    }

    /// The site of hostile facts.
    fn hostile(&mut self) -> Result<PathBuf> {
        if self.hostile.is_none() {
            let out = self.root.join("target/xtask/site-hostile");
            hostile::build(self.root, out.clone())?;
            self.hostile = Some(out);
        }
        self.hostile.clone().context("the site of hostile facts was not built")
    }

    fn built(&mut self) -> Result<&mut Pipeline> {
        let config = BuildConfig {
            budgets: Budgets::Enforce,
            pictures: true,
            ..BuildConfig::new(self.root.to_path_buf(), self.out())
        };
        match &mut self.site {
            Some(site) => Ok(site),
            empty => {
                let mut pipeline = Pipeline::new(self.root.to_path_buf(), config);
                pipeline.build(Rebuild::Everything)?;
                Ok(empty.insert(pipeline))
            }
        }
    }
}

fn fmt(run: &mut TestRun) -> Result<()> {
    tools::component("rustfmt")?;
    run.cargo(&["fmt", "--all", "--", "--check"])
}

/// Both at once, since each ends with one large crate that keeps one processor.
fn clippy(run: &mut TestRun) -> Result<()> {
    tools::component("clippy")?;
    tools::wasm_target()?;
    let natively = [&["clippy"], &NATIVE[..], &["--all-targets", "--", "-D", "warnings"]].concat();
    // With the profile that readers get, macros and build scripts are compiled once for both.
    let mut in_browsers = vec!["clippy", "--package", "utlovat", "--lib", "--features", "browser"];
    in_browsers.extend(["--profile", "wasm-release", "--target", tools::WASM]);
    in_browsers.extend(["--target-dir", "target/wasm", "--", "-D", "warnings"]);
    thread::scope(|scope| {
        let in_browsers = scope.spawn(|| run.cargo(&in_browsers));
        let natively = run.cargo(&natively);
        natively.and(ended(in_browsers))
    })
}

/// All that the steps below would compile one after another, at once for the same reason.
fn compile(run: &mut TestRun) -> Result<()> {
    tools::wasm_target()?;
    let root = run.root;
    let tests = ["--lib", "--bin", "xtask", "--test", "it", "--test", "site", "--no-run"];
    let mut tests = run.tests(&tests);
    thread::scope(|scope| {
        let app = scope.spawn(|| wasm::compile(root, Profile::Release));
        let drawing = scope.spawn(|| wasm::picture(root, Profile::Release));
        let natively = tools::run(&mut tests);
        natively.and(ended(app).map(drop)).and(ended(drawing).map(drop))
    })
}

fn data(run: &mut TestRun) -> Result<()> {
    println!("{}", check::check(run.root, check::Wish::usual())?);
    // What the facts now come to is for who reviews them. That it cannot be told, as in a clone
    // without its history, is no fault of the facts.
    match since::since(run.root, None, Lang::Sv) {
        Ok(told) => println!("{told}"),
        Err(reason) => println!("what changed cannot be told: {reason:#}"),
    }
    // Who corrects a fact on the web has no command to run, so this is no fault either.
    match ledger::behind(run.root) {
        Ok(0) => println!("the ledger tells every commit of data/"),
        Ok(count) => {
            println!("the ledger lacks {count} commits of data/: `cargo xtask ledger` enters them")
        }
        Err(reason) => println!("whether the ledger is up to date cannot be told: {reason:#}"),
    }
    Ok(())
}

/// That the core compiles without Leptos is shown by this very program, which stands on it.
fn units(run: &mut TestRun) -> Result<()> {
    tools::run(&mut run.tests(&["--lib", "--bin", "xtask"]))
}

fn pages(run: &mut TestRun) -> Result<()> {
    tools::run(&mut run.tests(&["--test", "it"]))
}

fn build(run: &mut TestRun) -> Result<()> {
    run.built().map(|_| ())
}

/// Everything but the compiling is done twice; that the compiler is deterministic is its own affair.
fn determinism(run: &mut TestRun) -> Result<()> {
    let (first, second) = (run.out(), run.root.join("target/xtask/site-again"));
    run.built()?.again(second.clone())?;
    let differing = differing(&first, &second)?;
    if !differing.is_empty() {
        bail!("two builds of the same sources differ in {}", differing.join(", "));
    }
    println!("{} files are the same", files(&first)?.len());
    Ok(())
}

/// The longest that a build of the large site may take, in seconds. It takes some three minutes of
/// processor time, half as long on two cores; this finds work that grows with the square of the
/// facts, also on a machine that does other things too.
const LONGEST: u64 = 300;

/// The most elements that its timeline's charts may have together.
const ELEMENTS: usize = 3_000;

/// A site far larger than today's: built in reasonable time, and a timeline that a phone can hold.
fn large(run: &mut TestRun) -> Result<()> {
    let project = run.root.join("target/xtask/large");
    remove(&project)?;
    large::write_project(run.root, &project, large::PROCUREMENTS)?;
    // An earlier one is in nobody's way, and takes its time to go.
    remove(&run.large())?;
    run.built()?;
    let start = Instant::now();
    let config = BuildConfig {
        effort: Effort::Quick,
        budgets: Budgets::Ignore,
        ..BuildConfig::new(project, run.large())
    };
    Pipeline::new(run.root.to_path_buf(), config).build(Rebuild::Everything)?;
    let took = start.elapsed();
    if took.as_secs() > LONGEST {
        bail!("the large site took {}; {LONGEST} s are allowed", Took(took));
    }
    for page in ["sv/tidslinje/index.html", "en/timeline/index.html"] {
        let html = String::from_utf8(read(&run.large().join(page))?)?;
        let drawn = elements_of_drawings(&html);
        println!("{page}: {drawn} elements in charts, {} in all", html.matches('<').count() / 2);
        if drawn > ELEMENTS {
            bail!("{page} has {drawn} elements in its charts; {ELEMENTS} are allowed");
        }
    }
    Ok(())
}

/// The validators in `tests/open_data` hold the files of a site that knows where it stands.
fn open_data(run: &mut TestRun) -> Result<()> {
    let python = python::install(run.root)?;
    let mut tests = Command::new(python);
    tests.args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider", "tests/open_data"]);
    tests.current_dir(run.root).env("PYTHONDONTWRITEBYTECODE", "1");
    tests.env("UTLOVAT_DIST", run.below()?).env("UTLOVAT_BASE_URL", BELOW);
    tools::run(&mut tests)
}

/// Real servers send the site at the root and below a path.
fn hosting(run: &mut TestRun) -> Result<()> {
    run.built()?;
    let below = run.below()?;
    hosting::try_all(run.root, &run.out(), &below, BELOW)?;
    hosting::two_builds::try_keeping(run.root, &run.out())
}

/// The pages as they are published, each of them, and those of facts that are hostile to them.
fn html_of_pages(run: &mut TestRun) -> Result<()> {
    run.built()?;
    let hostile = run.hostile()?;
    let pages = html::check(run.root, &run.out())? + html::check(run.root, &hostile)?;
    println!("{pages} pages are without a fault");
    Ok(())
}

/// What does not depend on the machine; `cargo xtask lighthouse` measures speed.
fn scores(run: &mut TestRun) -> Result<()> {
    run.built()?;
    lighthouse::check(run.root, &run.out(), lighthouse::Ask::Scores)
}

/// How many elements stand within `<svg>`, these included.
fn elements_of_drawings(html: &str) -> usize {
    let drawings = html.split("<svg").skip(1).filter_map(|rest| rest.split("</svg>").next());
    drawings.map(|inside| 1 + inside.matches('<').count() - inside.matches("</").count()).sum()
}

/// Where the browser tests are.
const E2E: &str = "tests/e2e/Cargo.toml";

fn e2e(run: &mut TestRun) -> Result<()> {
    if !run.root.join(E2E).is_file() {
        bail!("{E2E} is missing: there are no browser tests to run");
    }
    npm::install(run.root)?;
    run.built()?;
    if !run.large().is_dir() {
        large(run)?;
    }
    let below = run.below()?;
    let mut tests = browser_tests(run, Browser::Chromium)?;
    tests.env("UTLOVAT_DIST_SUBPATH", below);
    tests.env("UTLOVAT_DIST_LARGE", run.large());
    tools::run(&mut tests)
}

fn firefox(run: &mut TestRun) -> Result<()> {
    engine(run, Browser::Firefox)
}

fn webkit(run: &mut TestRun) -> Result<()> {
    engine(run, Browser::Webkit)
}

/// The tests that must hold in each engine.
fn engine(run: &mut TestRun, browser: Browser) -> Result<()> {
    run.built()?;
    let mut tests = browser_tests(run, browser)?;
    tools::run(tests.arg("engines::"))
}

/// The browser tests as a command, with the sites that every engine is shown.
fn browser_tests(run: &mut TestRun, browser: Browser) -> Result<Command> {
    let hostile = run.hostile()?;
    let mut tests = run.tests(&["--test", "site", "--", "--test-threads=2"]);
    tests.env("UTLOVAT_DIST", run.out()).env("UTLOVAT_DIST_HOSTILE", hostile);
    browser.tell(run.root, &mut tests)?;
    Ok(tests)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_step_is_answered_with_the_known_ones() {
        let sentence = test(Path::new("."), &["lint".to_owned()], None).unwrap_err().to_string();
        assert!(sentence.contains("`lint`") && sentence.contains("open-data"), "{sentence}");
    }
}
