//! What the site is made with: whether we may use it, and the list of it.

use crate::cargo::{cargo, lock};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};
use spdx::Expression;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Where a site has the list of what it is made with.
pub const LIST: &str = "sbom.cdx.json";

/// The licences that what we use may have. All but the Mozilla one ask for no more than a notice;
/// that one asks for the sources of what somebody changes in the very crate, and we change none.
const LICENCES: [&str; 13] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// What no program here may bring along: a site that asks nobody needs nothing that asks others.
const BANNED: [&str; 5] = ["native-tls", "openssl", "openssl-sys", "reqwest", "rustls"];

/// How many packages there may be in two versions. Not fewer than others make unavoidable; raise it
/// only when an update of ours cannot.
const TWICE: usize = 45;

/// How Cargo begins the source of what was published, and not taken from somebody's git.
const PUBLISHED: &str = "registry+";

/// Fails when a package has a licence that we do not allow, is banned or comes from elsewhere, when
/// there are more of them in two versions than there have to be, and when the list of all has one
/// twice.
pub fn check(root: &Path) -> Result<()> {
    let metadata = Metadata::read(root)?;
    let faults = faults(&metadata.packages);
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    let (crates, locked) = (metadata.packages.len(), lock(root)?.len());
    if crates != locked {
        bail!("Cargo.lock has {locked} packages, but only {crates} were looked at");
    }
    let list = list(root, metadata)?;
    let components = list["components"].as_array().context("the list has no components")?;
    let names: BTreeSet<&str> =
        components.iter().filter_map(|one| one["bom-ref"].as_str()).collect();
    if names.len() != components.len() {
        bail!("of {} components only {} have a name of their own", components.len(), names.len());
    }
    println!(
        "{crates} crates, each with a licence that we allow, and {} npm packages are listed",
        components.len() + 1 - crates
    );
    Ok(())
}

/// The list of all that the site is made with, as CycloneDX 1.5 has it
/// (<https://cyclonedx.org/docs/1.5/json/>). What reaches readers is `required`, what only builds
/// and tests is `excluded`. There is no day and no serial number: the same sources give the same
/// bytes.
pub fn sbom(root: &Path) -> Result<String> {
    Ok(format!("{:#}\n", list(root, Metadata::read(root)?)?))
}

fn list(root: &Path, Metadata { packages, resolve }: Metadata) -> Result<Value> {
    let checksums = lock(root)?.into_iter();
    let hashes: BTreeMap<(String, String), String> =
        checksums.filter_map(|it| Some(((it.name, it.version), it.checksum?))).collect();
    let shipped = shipped(&packages, &resolve);
    let by_id: BTreeMap<&str, &Package> = packages.iter().map(|it| (it.id.as_str(), it)).collect();
    let ours = packages.iter().find(|it| it.name == SITE).context("Cargo knows no `utlovat`")?;
    let mut components: Vec<Value> = Vec::new();
    for package in packages.iter().filter(|it| it.id != ours.id) {
        let mut component = package.component();
        let scope = if shipped.contains(package.id.as_str()) { "required" } else { "excluded" };
        component["scope"] = scope.into();
        let key = (package.name.clone(), package.version.clone());
        if let Some(hash) = hashes.get(&key) {
            component["hashes"] = json!([{ "alg": "SHA-256", "content": hash }]);
        }
        components.push(component);
    }
    let pins =
        std::fs::read_to_string(root.join(NPM)).with_context(|| format!("cannot read {NPM}"))?;
    components.extend(npm(&pins)?);
    components.sort_by_key(|it| it["purl"].as_str().map(str::to_owned));
    let mut dependencies: Vec<Value> = resolve
        .nodes
        .iter()
        .filter_map(|node| {
            let purls = node.deps.iter().filter_map(|it| by_id.get(it.pkg.as_str()));
            let on: BTreeSet<String> = purls.map(|it| it.purl()).collect();
            Some(json!({ "ref": by_id.get(node.id.as_str())?.purl(), "dependsOn": on }))
        })
        .collect();
    dependencies.sort_by_key(|it| it["ref"].as_str().map(str::to_owned));
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": ours.component() },
        "components": components,
        "dependencies": dependencies,
    }))
}

/// The package whose program readers run.
const SITE: &str = "utlovat";

/// The programs of the tests.
const NPM: &str = "tests/tools/package-lock.json";

/// What `cargo metadata` tells.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    kind: Option<String>,
}

impl Metadata {
    fn read(root: &Path) -> Result<Metadata> {
        let asked = cargo(root)
            .args(["metadata", "--format-version", "1", "--locked", "--all-features"])
            .output()
            .context("Cargo does not start")?;
        if !asked.status.success() {
            bail!("Cargo cannot list the packages: {}", String::from_utf8_lossy(&asked.stderr));
        }
        serde_json::from_slice(&asked.stdout).context("Cargo lists the packages in a new way")
    }
}

impl Package {
    /// Its licence as SPDX writes it; many still write a slash.
    fn licence(&self) -> String {
        self.license.as_deref().unwrap_or("NONE").replace(" / ", "/").replace('/', " OR ")
    }

    fn purl(&self) -> String {
        format!("pkg:cargo/{}@{}", self.name, self.version)
    }

    fn component(&self) -> Value {
        json!({
            "type": if self.source.is_none() { "application" } else { "library" },
            "bom-ref": self.purl(),
            "name": self.name,
            "version": self.version,
            "purl": self.purl(),
            "licenses": [{ "expression": self.licence() }],
        })
    }
}

/// What is wrong with packages, a sentence each.
fn faults(packages: &[Package]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut versions: BTreeMap<&str, usize> = BTreeMap::new();
    for package in packages {
        let name = format!("{} {}", package.name, package.version);
        let licence = package.licence();
        let allowed = Expression::parse(&licence).is_ok_and(|it| {
            it.evaluate(|asked| asked.license.id().is_some_and(|id| LICENCES.contains(&id.name)))
        });
        if !allowed {
            faults.push(format!(
                "{name} has the licence `{licence}`: use another package, or add it to LICENCES in \
                 xtask/src/supply.rs when we may use it."
            ));
        }
        if BANNED.contains(&package.name.as_str()) {
            faults.push(format!("{name} is banned: nothing here asks others. Leave it out."));
        }
        if package.source.as_deref().is_some_and(|source| !source.starts_with(PUBLISHED)) {
            faults.push(format!("{name} is not a published version: use one that is."));
        }
        *versions.entry(&package.name).or_default() += 1;
    }
    let twice: Vec<&str> =
        versions.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name).collect();
    if twice.len() > TWICE {
        faults.push(format!(
            "{} packages are there in two versions, {TWICE} may be: {}. Look which update of ours \
             brings one version of them.",
            twice.len(),
            twice.join(", ")
        ));
    }
    faults
}

/// The packages whose code is in what readers run: those that the site and what draws pictures use,
/// not those of tests and build scripts.
fn shipped<'a>(packages: &'a [Package], resolve: &'a Resolve) -> BTreeSet<&'a str> {
    let named = |name: &str| packages.iter().find(|it| it.name == name).map(|it| it.id.as_str());
    let mut open: Vec<&str> = [SITE, "picture-web"].into_iter().filter_map(named).collect();
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            let node = resolve.nodes.iter().filter(|node| node.id == id);
            let used = node.flat_map(|node| &node.deps);
            let used = used.filter(|it| it.dep_kinds.iter().any(|kind| kind.kind.is_none()));
            open.extend(used.map(|it| it.pkg.as_str()));
        }
    }
    found
}

/// The programs of the tests as components.
fn npm(lock: &str) -> Result<Vec<Value>> {
    let lock: Value = serde_json::from_str(lock).with_context(|| format!("{NPM} is no JSON"))?;
    let packages =
        lock["packages"].as_object().with_context(|| format!("{NPM} has no packages"))?;
    let mut components = BTreeMap::new();
    for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
        let name = path.rsplit("node_modules/").next().unwrap_or(path);
        let version = package["version"].as_str().unwrap_or_default();
        let purl = format!("pkg:npm/{}@{version}", name.replace('@', "%40"));
        let mut component = json!({
            "type": "library",
            "bom-ref": purl,
            "name": name,
            "version": version,
            "purl": purl,
            "scope": "excluded",
        });
        if let Some(licence) = package["license"].as_str() {
            component["licenses"] = json!([{ "expression": licence }]);
        }
        components.insert(purl, component);
    }
    Ok(components.into_values().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, version: &str, licence: &str, source: &str) -> Package {
        let of = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Package {
            id: format!("{name}@{version}"),
            name: name.to_owned(),
            version: version.to_owned(),
            license: of(licence),
            source: of(source),
        }
    }

    #[test]
    fn what_we_may_not_use_is_told() {
        let right = [
            package("a", "1.0.0", "MIT/Apache-2.0", PUBLISHED),
            package("b", "1.0.0", "(MIT OR GPL-3.0-only) AND Unicode-3.0", PUBLISHED),
            package("c", "1.0.0", "Apache-2.0 WITH LLVM-exception OR MIT", PUBLISHED),
            package("ours", "0.1.0", "MIT OR Apache-2.0", ""),
        ];
        assert_eq!(faults(&right), [""; 0]);
        for (wrong, told) in [
            (package("a", "1.0.0", "GPL-3.0-only", PUBLISHED), "has the licence `GPL-3.0-only`"),
            (package("a", "1.0.0", "MIT AND GPL-3.0-only", PUBLISHED), "has the licence"),
            (package("a", "1.0.0", "", PUBLISHED), "has the licence `NONE`"),
            (package("openssl", "1.0.0", "MIT", PUBLISHED), "is banned"),
            (
                package("a", "1.0.0", "MIT", "git+https://example.org/a"),
                "is not a published version",
            ),
        ] {
            let faults = faults(&[wrong]);
            assert!(faults.len() == 1 && faults[0].contains(told), "{told}: {faults:?}");
        }
        let many = (0..=TWICE).flat_map(|number| {
            ["1.0.0", "2.0.0"].map(|version| package(&format!("p{number}"), version, "MIT", ""))
        });
        assert!(faults(&many.collect::<Vec<_>>())[0].contains("are there in two versions"));
    }

    #[test]
    fn what_readers_run_is_told_from_what_builds_it() {
        let packages =
            [SITE, "used", "deep", "tested"].map(|name| package(name, "1.0.0", "MIT", PUBLISHED));
        let node = |of: &str, deps: &[(&str, Option<&str>)]| Node {
            id: format!("{of}@1.0.0"),
            deps: deps
                .iter()
                .map(|(name, kind)| Dependency {
                    pkg: format!("{name}@1.0.0"),
                    dep_kinds: vec![Kind { kind: kind.map(str::to_owned) }],
                })
                .collect(),
        };
        let nodes = vec![
            node(SITE, &[("used", None), ("tested", Some("dev"))]),
            node("used", &[("deep", None)]),
        ];
        let resolve = Resolve { nodes };
        let shipped: Vec<&str> = shipped(&packages, &resolve).into_iter().collect();
        assert_eq!(shipped, ["deep@1.0.0", "used@1.0.0", "utlovat@1.0.0"]);
    }

    #[test]
    fn a_package_of_npm_is_listed_once() {
        let lock = r#"{"packages": {"": {}, "node_modules/@a/b": {"version": "1.0.0", "license": "MIT"},
            "node_modules/c/node_modules/@a/b": {"version": "1.0.0"}}}"#;
        let listed = npm(lock).unwrap();
        assert_eq!(listed.len(), 1);
        assert_eq!(listed[0]["purl"], "pkg:npm/%40a/b@1.0.0");
    }
}
