//! Which parts of the WASM have come. The loader joins them to the running module; a page is shown
//! when those of its chunk are there.

use crate::route::Page;
use crate::view::page::spec;

/// The files of all chunks, below the site's root, and whether each has come.
#[derive(Debug, Default)]
pub struct Code(Vec<(String, bool)>);

impl Code {
    /// Nothing but what everybody has. `files` are separated by blanks.
    pub fn new(files: &str, base: &str) -> Code {
        let files = files.split_whitespace();
        Code(files.map(|file| (super::below(base, file).to_owned(), false)).collect())
    }

    /// Notes that a file has come.
    pub fn add(&mut self, file: &str) {
        self.0.iter_mut().filter(|(name, _)| name == file).for_each(|(_, come)| *come = true);
    }

    /// The files that a page needs and that have not come.
    pub fn missing(&self, page: &Page) -> Vec<String> {
        let Some(chunk) = spec(page).chunk else { return vec![] };
        let missing = self.0.iter().filter(|(name, come)| !come && chunk.is_in(name));
        missing.map(|(name, _)| name.clone()).collect()
    }
}
