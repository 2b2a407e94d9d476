//! The build, step by step.

use crate::assets::Assets;
use crate::budget::SizeReport;
use crate::compress::{self, Cache, Effort};
use crate::folder::{Draft, write};
use crate::host::{self, Host};
use crate::step::{Took, ended, step};
use crate::wasm::{Bound, Profile};
use crate::{cargo, check, keep, offline, open_data, prerender, supply, tools, wasm};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use utlovat::i18n::locale;

/// What to build, and where.
#[derive(Debug, Clone)]
pub struct BuildConfig {
    /// The folder with `data/`, `locales/`, `style/`, `public/` and `index.html`.
    pub project: PathBuf,
    /// The folder to write.
    pub out: PathBuf,
    /// Where the site will stand, or nothing when nobody knows.
    pub base_url: String,
    /// How to compile the WASM.
    pub profile: Profile,
    /// How hard to compress.
    pub effort: Effort,
    /// What to do about the budgets.
    pub budgets: Budgets,
    /// Whether to draw the figures as pictures, too.
    pub pictures: bool,
    /// Who will send the files.
    pub host: Host,
    /// Of how many earlier builds in the folder the assets stay; none are kept where nobody asks.
    pub keep: usize,
}

impl BuildConfig {
    /// A site at an address that nobody knows, compiled and compressed as for publishing, without
    /// pictures and for any host.
    pub fn new(project: PathBuf, out: PathBuf) -> BuildConfig {
        BuildConfig {
            project,
            out,
            base_url: String::new(),
            profile: Profile::Release,
            effort: Effort::Full,
            budgets: Budgets::Report,
            pictures: false,
            host: Host::Plain,
            keep: 0,
        }
    }
}

/// What to do about the budgets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Budgets {
    /// Print them, and fail when one is passed.
    Enforce,
    /// Print them.
    Report,
    /// Weigh nothing: the site is for tests.
    Ignore,
}

/// What changed since the last build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rebuild {
    /// Facts, words, looks or public files: pages must be written anew, nothing compiled.
    Pages,
    /// Code.
    Code,
    /// There was no build yet.
    Everything,
}

/// The programs that write the site, compiled from its own library.
#[derive(Debug, Clone)]
struct Programs {
    prerenderer: PathBuf,
    open_data: PathBuf,
}

/// The build, and what one build keeps for the next.
pub struct Pipeline {
    root: PathBuf,
    config: BuildConfig,
    bound: Option<Bound>,
    programs: Option<Programs>,
    /// Whether the code of the data check is older than the sources.
    outdated: bool,
    /// What checks the data then.
    checker: Option<PathBuf>,
    /// What the code knows of the words: their keys and blanks.
    words: Option<Vec<String>>,
    /// The list of all that the site is made with.
    sbom: Option<String>,
}

impl Pipeline {
    /// Nothing is built yet.
    pub fn new(root: PathBuf, config: BuildConfig) -> Self {
        let (bound, programs, checker, words, sbom) = (None, None, None, None, None);
        Pipeline { root, config, bound, programs, outdated: false, checker, words, sbom }
    }

    /// Builds what is stale and replaces the site, or fails and leaves it as it was.
    pub fn build(&mut self, rebuild: Rebuild) -> Result<()> {
        let start = Instant::now();
        let rebuild = rebuild.max(self.renamed_words());
        let draft = Draft::begin(&self.config.out)?;
        if rebuild == Rebuild::Code {
            self.outdated = true;
        }
        if rebuild >= Rebuild::Code {
            self.bound = None;
            self.programs = None;
            self.checker = None;
            self.sbom = None;
        }
        self.check()?;
        let programs = self.compile()?;
        let assets = step("name assets", |_| match &self.bound {
            Some(bound) => {
                Assets::place(&self.config.project, bound, draft.folder())?.write_list(&self.root)
            }
            None => Err(anyhow::anyhow!("there is no WASM to name")),
        })?;
        step("write pages", |note| {
            *note = prerender::run(
                &programs.prerenderer,
                &self.config.project,
                draft.folder(),
                &self.config.base_url,
                &assets,
                self.config.pictures,
            )?;
            Ok(())
        })?;
        step("write open data", |note| {
            let BuildConfig { project, base_url, .. } = &self.config;
            *note = open_data::run(&programs.open_data, project, draft.folder(), base_url)?;
            Ok(())
        })?;
        step("list what it is of", |_| {
            if self.sbom.is_none() {
                self.sbom = Some(supply::sbom(&self.root)?);
            }
            let list = self.sbom.as_deref().unwrap_or_default();
            write(&draft.folder().join(supply::LIST), list.as_bytes())
        })?;
        if self.config.host != Host::Plain {
            step("write for the host", |note| {
                let BuildConfig { host, base_url, .. } = &self.config;
                *note = host::prepare(draft.folder(), *host, base_url)?;
                Ok(())
            })?;
        }
        let cache = Cache::at(&self.config.project.join("target/xtask/compressed"));
        if !self.config.host.compresses() {
            step("compress", |note| {
                let pressed = compress::site(draft.folder(), self.config.effort, &cache)?;
                let compress::Pressed { files, anew } = pressed;
                *note = format!("{files} files, {anew} of {} anew", files * 2);
                Ok(())
            })?;
        }
        step("list for offline", |note| {
            let written = offline::write_list(draft.folder())?;
            let [fetched, stored] = [written.fetched, written.stored].map(|it| it / 1_000_000);
            *note = format!("{fetched} MB to fetch, {stored} MB to store");
            Ok(())
        })?;
        // While somebody edits facts, the weight is not what they wait for.
        if rebuild >= Rebuild::Code && self.config.budgets != Budgets::Ignore {
            let report = step("weigh", |_| {
                SizeReport::of(&self.root, draft.folder(), &cache, self.config.pictures)
            })?;
            print!("{report}");
            if self.config.budgets == Budgets::Enforce {
                report.enforce()?;
            }
        }
        if self.config.keep > 0 {
            step("keep old assets", |note| {
                let taken = keep::carry(&self.config.out, draft.folder(), self.config.keep)?;
                *note = format!("{taken} files of earlier builds");
                Ok(())
            })?;
        }
        draft.publish()?;
        println!("  {:<22} {:>9}  {}", "in all", Took(start.elapsed()), self.config.out.display());
        Ok(())
    }

    /// Builds the same once more into another folder, without compiling again.
    pub fn again(&mut self, out: PathBuf) -> Result<()> {
        let wasm = wasm::compile(&self.root, self.config.profile)?;
        let picture = self.bound.take().and_then(|bound| bound.picture);
        let bound = wasm::bind(&self.root, &wasm, self.config.profile)?;
        self.bound = Some(Bound { picture, ..bound });
        let first = std::mem::replace(&mut self.config.out, out);
        let result = self.build(Rebuild::Pages);
        self.config.out = first;
        result
    }

    /// Whether a word or a blank got another name, is new or is gone: the code is made of those.
    fn renamed_words(&mut self) -> Rebuild {
        let text = std::fs::read_to_string(self.root.join("locales/sv.toml")).ok();
        let words = text.and_then(|text| locale::compiled_of(&text));
        // What cannot be read is told by the check.
        let renamed = words.is_some() && words != self.words;
        if renamed {
            self.words = words;
        }
        if renamed { Rebuild::Code } else { Rebuild::Pages }
    }

    fn check(&mut self) -> Result<()> {
        step("check data", |note| {
            if !self.outdated {
                *note = check::check(&self.config.project, check::Wish::usual())?;
                return Ok(());
            }
            // The library inside this very program is older than the sources: ask a new one, which
            // is compiled once and not for every word that is corrected.
            let checker = match self.checker.take() {
                Some(checker) => checker,
                None => cargo::build(&self.root, &["--quiet", "--package", "xtask"])?
                    .into_iter()
                    .rfind(|file| file.file_stem().is_some_and(|stem| stem == "xtask"))
                    .context("Cargo built no `xtask`")?,
            };
            let mut program = Command::new(self.checker.insert(checker));
            tools::run(program.current_dir(&self.root).arg("check"))
                .context("the data set has problems, or the code that checks it has")
        })
    }

    /// Whatever is compiled, unless the last build left it behind; tells where the programs are.
    ///
    /// All of it at once: while the app's WASM is optimised as a whole, it needs one processor.
    fn compile(&mut self) -> Result<Programs> {
        let Pipeline { root, config, bound, programs, .. } = self;
        let BuildConfig { profile, pictures, .. } = *config;
        let for_browsers = bound.is_none();
        if for_browsers {
            step("find the WASM target", |_| tools::wasm_target())?;
        }
        std::thread::scope(|scope| {
            let drawing = (for_browsers && pictures).then(|| {
                scope.spawn(|| step("compile pictures", |_| wasm::picture(root, profile)))
            });
            let earlier = programs.take();
            let native = scope.spawn(|| earlier.map_or_else(|| Programs::compile(root), Ok));
            if for_browsers {
                let wasm = step("compile WASM", |_| wasm::compile(root, profile))?;
                let mut made = step("bind WASM", |_| wasm::bind(root, &wasm, profile))?;
                made.picture = drawing.map(ended).transpose()?;
                *bound = Some(made);
            }
            let native = ended(native)?;
            *programs = Some(native.clone());
            Ok(native)
        })
    }
}

impl Programs {
    fn compile(root: &Path) -> Result<Programs> {
        Ok(Programs {
            prerenderer: step("compile prerenderer", |_| prerender::compile(root))?,
            open_data: step("compile open data", |_| open_data::compile(root))?,
        })
    }
}
