//! Tells the crate what it is made of, so that what it drew can be kept for as long as it would
//! draw the same.

#![forbid(unsafe_code)]

use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

fn main() {
    // The sources, the typefaces, and the versions of the libraries.
    let parts = ["src", "../fonts", "../Cargo.lock"];
    let mut files = vec![];
    for part in parts {
        println!("cargo::rerun-if-changed={part}");
        list(Path::new(part), &mut files);
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        hasher.write(&std::fs::read(file).unwrap_or_default());
    }
    println!("cargo::rustc-env=PICTURE_MADE_OF={:016x}", hasher.finish());
}

fn list(path: &Path, files: &mut Vec<PathBuf>) {
    match std::fs::read_dir(path) {
        Ok(entries) => entries.flatten().for_each(|entry| list(&entry.path(), files)),
        Err(_) => files.push(path.to_owned()),
    }
}
