//! Files compressed once, at build time, harder than any server would at each request.

use crate::folder::{files, read, write};
use crate::host::types::kind_of;

use anyhow::{Context, Result, anyhow};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use utlovat::open_data::hash::full_hash;

/// How hard to press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// As small as it gets: for publishing.
    Full,
    /// Nearly as small in a fraction of the time, and pages not at all: for whoever waits for one.
    /// The server adds its reload script to pages and sends them as they are anyway.
    Quick,
    /// Somewhat larger in a tenth of the time: for pages by the ten thousand.
    Rough,
}

/// What a browser may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// `Content-Encoding: br`.
    Brotli,
    /// `Content-Encoding: gzip`.
    Gzip,
}

impl Coding {
    /// The best first.
    pub const ALL: [Coding; 2] = [Coding::Brotli, Coding::Gzip];

    /// What follows the file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Coding::Brotli => "br",
            Coding::Gzip => "gz",
        }
    }

    /// What HTTP calls it.
    pub fn token(self) -> &'static str {
        match self {
            Coding::Brotli => "br",
            Coding::Gzip => "gzip",
        }
    }

    fn quality(self, effort: Effort) -> u32 {
        match (self, effort) {
            (Coding::Brotli, Effort::Full) => 11,
            (Coding::Gzip, Effort::Full) => 9,
            (_, Effort::Quick) => 5,
            (_, Effort::Rough) => 2,
        }
    }
}

/// A site of more pages than this is pressed less hard: at 11 brotli takes some 40 ms a page, and
/// twenty thousand would take ten minutes.
const MANY: usize = 5_000;

/// Where the files to take away lie, also those of frozen versions. No reader waits for them before a page shows, and there are
/// megabytes: the last tenth of their weight would take twenty times as long.
const TAKEN_AWAY: [&str; 2] = ["data", "pictures"];

/// Writes `.br` and `.gz` beside every file of a site that gains by it; tells how many it pressed.
pub fn site(site: &Path, effort: Effort, cache: &Cache) -> Result<Pressed> {
    let work: Vec<PathBuf> = files(site)?.into_iter().filter(|file| gains(file, effort)).collect();
    let next = AtomicUsize::new(0);
    let many = work.len() > MANY;
    let worker = || -> Result<()> {
        while let Some(file) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
            let page = many && file.extension().is_some_and(|ending| ending == "html");
            // What does not go through the cache takes longer to keep than to do again.
            let uncached = match (page, is_taken_away(file)) {
                (true, _) => Some(Effort::Rough),
                (_, true) => Some(Effort::Quick),
                _ => None,
            };
            let file = site.join(file);
            let bytes = read(&file)?;
            for coding in Coding::ALL {
                // By the ten thousand, one coding is enough: whoever wants the other one can have
                // the page as it is.
                if page && coding == Coding::Gzip {
                    continue;
                }
                let mut name = file.clone().into_os_string();
                name.push(".");
                name.push(coding.ending());
                let pressed = match uncached {
                    Some(effort) => {
                        cache.anew.fetch_add(1, Ordering::Relaxed);
                        compress(&bytes, coding, effort)?
                    }
                    None => cache.compressed(&bytes, coding, effort)?,
                };
                write(Path::new(&name), &pressed)?;
            }
        }
        Ok(())
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().try_for_each(|worker| {
            worker.join().map_err(|_| anyhow!("a compressing thread died"))?
        })
    })?;
    cache.forget_unused(effort)?;
    Ok(Pressed { files: work.len(), anew: cache.anew.load(Ordering::Relaxed) })
}

fn is_taken_away(file: &Path) -> bool {
    // `v/1.0.0/data/…` as `data/…`.
    let frozen: PathBuf = file.strip_prefix("v").into_iter().flatten().skip(1).collect();
    TAKEN_AWAY.iter().any(|folder| file.starts_with(folder) || frozen.starts_with(folder))
}

/// What [`site`] did.
#[derive(Debug, Clone, Copy)]
pub struct Pressed {
    /// How many files have compressed siblings now.
    pub files: usize,
    /// How many compressed files were not in the cache.
    pub anew: usize,
}

/// Compressed files of earlier builds, by the hash of what is in them.
pub struct Cache {
    folder: PathBuf,
    used: Mutex<BTreeSet<String>>,
    anew: AtomicUsize,
}

impl Cache {
    /// A cache in a folder that need not exist.
    pub fn at(folder: &Path) -> Cache {
        Cache { folder: folder.to_path_buf(), used: Mutex::default(), anew: AtomicUsize::new(0) }
    }

    /// The bytes, compressed now or earlier.
    pub fn compressed(&self, bytes: &[u8], coding: Coding, effort: Effort) -> Result<Vec<u8>> {
        let name = format!("{}-{}.{}", full_hash(bytes), coding.quality(effort), coding.ending());
        let file = self.folder.join(&name);
        self.used.lock().map_err(|_| anyhow!("a compressing thread died"))?.insert(name);
        if let Ok(known) = std::fs::read(&file) {
            return Ok(known);
        }
        let made = compress(bytes, coding, effort)?;
        self.anew.fetch_add(1, Ordering::Relaxed);
        // Under another name first: a build that is cut short must not leave half a file to trust.
        let draft = file.with_extension(format!(
            "{}.{}.{:?}.tmp",
            coding.ending(),
            std::process::id(),
            std::thread::current().id()
        ));
        write(&draft, &made)?;
        std::fs::rename(&draft, &file)
            .with_context(|| format!("cannot write {}", file.display()))?;
        Ok(made)
    }

    /// Drops what no page of this build needed, so that the cache stays as large as one site.
    fn forget_unused(&self, effort: Effort) -> Result<()> {
        let used = self.used.lock().map_err(|_| anyhow!("a compressing thread died"))?;
        let endings =
            Coding::ALL.map(|coding| format!("-{}.{}", coding.quality(effort), coding.ending()));
        for file in if self.folder.is_dir() { files(&self.folder)? } else { Vec::new() } {
            let name = file.to_string_lossy();
            if endings.iter().any(|ending| name.ends_with(ending)) && !used.contains(name.as_ref())
            {
                let _ = std::fs::remove_file(self.folder.join(&file));
            }
        }
        Ok(())
    }
}

/// The same bytes and effort give the same result on every machine: no date, no name, no threads inside.
/// A file pressed by a coding.
pub fn compress(bytes: &[u8], coding: Coding, effort: Effort) -> Result<Vec<u8>> {
    let quality = coding.quality(effort);
    let mut out = Vec::new();
    match coding {
        Coding::Brotli => {
            let quality = quality.cast_signed();
            let settings = BrotliEncoderParams {
                quality,
                lgwin: 22,
                size_hint: bytes.len(),
                ..Default::default()
            };
            brotli::BrotliCompress(&mut &*bytes, &mut out, &settings)?;
        }
        Coding::Gzip => {
            let mut writer = GzBuilder::new().mtime(0).write(&mut out, Compression::new(quality));
            writer.write_all(bytes)?;
            writer.finish()?;
        }
    }
    Ok(out)
}

/// Text and WASM; pictures and fonts are compressed already.
fn gains(file: &Path, effort: Effort) -> bool {
    kind_of(file).is_some_and(|it| it.gains && (effort == Effort::Full || it.ending != "html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compressing_twice_gives_the_same_bytes_that_unpack_again() {
        let text = "Vad lovades, vad hände, vad krävdes? ".repeat(500).into_bytes();
        for effort in [Effort::Full, Effort::Quick] {
            for coding in Coding::ALL {
                let once = compress(&text, coding, effort).unwrap();
                assert_eq!(once, compress(&text, coding, effort).unwrap());
                assert!(once.len() < 300);
                let mut back = Vec::new();
                match coding {
                    Coding::Brotli => brotli::BrotliDecompress(&mut &*once, &mut back).unwrap(),
                    Coding::Gzip => {
                        assert_eq!(once[4..8], [0; 4], "a date would differ in each build");
                        std::io::copy(&mut flate2::read::GzDecoder::new(&*once), &mut back)
                            .unwrap();
                    }
                }
                assert_eq!(back, text);
            }
        }
    }

    #[test]
    fn a_site_is_pressed_once_and_then_copied() {
        let place = tempfile::tempdir().unwrap();
        let (folder, cache) = (place.path().join("site"), place.path().join("cache"));
        write(&folder.join("index.html"), b"<p>one</p>").unwrap();
        write(&folder.join("picture.png"), b"png").unwrap();
        write(&folder.join(".utlovat"), b"ours").unwrap();

        assert_eq!(site(&folder, Effort::Full, &Cache::at(&cache)).unwrap().anew, 2);
        let names: Vec<_> =
            files(&folder).unwrap().iter().map(|file| file.display().to_string()).collect();
        assert_eq!(
            names,
            [".utlovat", "index.html", "index.html.br", "index.html.gz", "picture.png"]
        );
        assert_eq!(site(&folder, Effort::Full, &Cache::at(&cache)).unwrap().anew, 0);

        write(&folder.join("index.html"), b"<p>two</p>").unwrap();
        assert_eq!(site(&folder, Effort::Full, &Cache::at(&cache)).unwrap().anew, 2);
        assert_eq!(files(&cache).unwrap().len(), 2, "what no page needs any more is dropped");
    }

    #[test]
    fn files_for_machines_are_pressed_each_time_and_never_kept() {
        let place = tempfile::tempdir().unwrap();
        let (folder, cache) = (place.path().join("site"), place.path().join("cache"));
        write(&folder.join("data/all.nt"), b"<a> <b> <c> .").unwrap();
        for _ in 0..2 {
            let pressed = site(&folder, Effort::Full, &Cache::at(&cache)).unwrap();
            assert_eq!((pressed.files, pressed.anew), (1, 2));
        }
        assert!(folder.join("data/all.nt.br").is_file());
        assert!(!cache.is_dir() || files(&cache).unwrap().is_empty());
    }

    #[test]
    fn whoever_waits_for_a_page_gets_it_as_it_is() {
        let place = tempfile::tempdir().unwrap();
        let (folder, cache) = (place.path().join("site"), place.path().join("cache"));
        write(&folder.join("index.html"), b"<p>one</p>").unwrap();
        write(&folder.join("app.js"), b"let one").unwrap();
        assert_eq!(site(&folder, Effort::Quick, &Cache::at(&cache)).unwrap().files, 1);
    }
}
