//! What need not travel: code that is never called, and long names between the WASM and its glue.
//!
//! The compiler keeps what an export names, called or not. Measured after brotli: streams 1.3 kB,
//! names 3.6 kB.

use anyhow::{Context, Result, anyhow, bail};
use walrus::Module;

/// Streams of server functions, which a library exports and the glue never calls.
const UNUSED: &str = "intounderlying";

/// Gives all imports and all generated exports a short name, in both files, and leaves out what
/// nobody calls. wasm-bindgen makes names of a word and a hash, which cannot be compressed, and
/// writes each into both; only these two files know them, so any will do. That there is nothing to
/// do is a mistake here too.
pub fn shortened(wasm: &[u8], glue: Vec<u8>) -> Result<(Vec<u8>, Vec<u8>)> {
    let mut module = read(wasm)?;
    let mut glue = String::from_utf8(glue).context("the glue is no text")?;
    let unused: Vec<_> = module
        .exports
        .iter()
        .filter(|export| export.name.trim_start_matches("__wbg_").starts_with(UNUSED))
        .map(|export| export.id())
        .collect();
    if unused.is_empty() {
        bail!(
            "the WASM exports nothing that begins with {UNUSED}: mend UNUSED in \
             xtask/src/wasm/slim.rs, or take out what it is for"
        );
    }
    unused.into_iter().for_each(|export| module.exports.delete(export));
    walrus::passes::gc::run(&mut module);

    let imports = module.imports.iter().map(|import| import.name.clone());
    let exports = module.exports.iter().map(|export| export.name.clone());
    let mut long: Vec<String> = imports.chain(exports).filter(|name| is_generated(name)).collect();
    // The longest first: a name may begin with another.
    long.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    long.dedup();
    if long.is_empty() {
        bail!("wasm-bindgen made no long names: mend `is_generated` in xtask/src/wasm/slim.rs");
    }
    let short = |name: &str| Some(format!("${}", long.iter().position(|long| long == name)?));
    for name in module.imports.iter_mut().map(|import| &mut import.name) {
        *name = short(name).unwrap_or_else(|| std::mem::take(name));
    }
    for name in module.exports.iter_mut().map(|export| &mut export.name) {
        *name = short(name).unwrap_or_else(|| std::mem::take(name));
    }
    for (at, name) in long.iter().enumerate() {
        glue = glue.replace(name, &format!("${at}"));
    }
    Ok((module.emit_wasm(), glue.into_bytes()))
}

fn read(wasm: &[u8]) -> Result<Module> {
    Module::from_buffer(wasm)
        .map_err(|error| anyhow!("the compiled WASM cannot be read: {error:#}"))
}

/// Whether wasm-bindgen made a name up: it ends in a hash, or in a hash and a number.
fn is_generated(name: &str) -> bool {
    let number = |end: &str| end.len() < 16 && end.bytes().all(|digit| digit.is_ascii_digit());
    let name = match name.rsplit_once('_') {
        Some((name, end)) if number(end) => name,
        _ => name,
    };
    let hash = name.len().checked_sub(16).and_then(|at| name.get(at..));
    let is_hash = |hash: &str| hash.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
    let ours = ["__wbg_", "wasm_bindgen__"].iter().any(|begin| name.starts_with(begin));
    ours && hash.is_some_and(is_hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_with_nothing_to_take_out_is_told() {
        // The magic number and the version: a module without anything in it.
        let empty = b"\0asm\x01\0\0\0";
        let told = shortened(empty, vec![]).unwrap_err().to_string();
        assert!(told.contains("UNUSED") && told.contains("slim.rs"), "{told}");
    }

    #[test]
    fn names_with_a_hash_are_generated() {
        assert!(is_generated("__wbg_set_innerHTML_a9d3a267967b5117"));
        assert!(is_generated("wasm_bindgen__convert__closures_____invoke__h0724c222e8985a4e"));
        assert!(is_generated("wasm_bindgen__convert__closures_____invoke__h0724c222e8985a4e_20"));
        assert!(!is_generated("running_go_on"));
        assert!(!is_generated("__wbindgen_malloc"));
        assert!(!is_generated("__wbg_running_free"));
    }
}
