//! Writes every file that machines read. `cargo xtask build` calls it; see `utlovat::open_data`.

#![forbid(unsafe_code)]

use std::path::Path;
use std::process::ExitCode;
use utlovat::open_data::disk::write;
use utlovat::open_data::{Project, Publication, files, split_base_url};

const USAGE: &str = "open-data FOLDER_OF_THE_PROJECT FOLDER_TO_WRITE BASE_URL_OR_EMPTY";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let written = match arguments.as_slice() {
        [root, out, base_url] => write_all(Path::new(root), Path::new(out), base_url),
        _ => Err(format!("three arguments are needed: {USAGE}")),
    };
    match written {
        Ok(count) => {
            println!("{count} files");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn write_all(root: &Path, out: &Path, base_url: &str) -> Result<usize, String> {
    let project = Project::read(root)?;
    let (origin, base) = split_base_url(base_url)?;
    let root = format!("{origin}{base}");
    let publication = Publication {
        settings: &project.settings,
        dataset: &project.dataset,
        root: &root,
        messages: &project.messages,
        ledger: &project.ledger,
    };
    let files = files(publication)?;
    for file in &files {
        write(&out.join(&file.path), &file.bytes)?;
    }
    Ok(files.len())
}
