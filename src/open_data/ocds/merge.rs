//! Releases merged into one, by the standard's rules: the compiled release tells how everything
//! stands, the versioned one how it came to that.
//!
//! <https://standard.open-contracting.org/1.1/en/schema/merging/>. Every list of objects in our
//! releases has ids, so lists of objects are merged by id and all others are replaced as a whole.

use serde_json::{Map, Value, json};

/// What an id, a day and a tag of each release is kept out of.
const OF_THE_RELEASE: [&str; 3] = ["id", "date", "tag"];

/// How everything stands after the last release. `releases` are in the order of their days.
pub fn compiled(releases: &[Value]) -> Value {
    let mut all = Map::new();
    for release in releases {
        merge(&mut all, content(release), &Compiling);
        let [ocid, date] = [&release["ocid"], &release["date"]];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        all.insert("id".to_owned(), json!(format!("{}-{}", text(ocid), text(date))));
        all.insert("date".to_owned(), date.clone());
        all.insert("tag".to_owned(), json!(["compiled"]));
    }
    Value::Object(all)
}

/// Every value that each field ever had, with the release that gave it.
pub fn versioned(releases: &[Value]) -> Value {
    let mut all = Map::new();
    for release in releases {
        let content = content(release).filter(|(key, _)| *key != "ocid");
        merge(&mut all, content, &Versioning { release });
        all.insert("ocid".to_owned(), release["ocid"].clone());
    }
    Value::Object(all)
}

/// Puts an object at the end of a list, or into the one that has its id.
pub fn into_list(list: &mut Vec<Value>, value: Value) {
    merge_list(list, &[value], &Compiling);
}

fn content(release: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let content = release.as_object().into_iter().flatten();
    content.filter(|(key, _)| !OF_THE_RELEASE.contains(&key.as_str()))
}

/// What happens to a value that is not merged any deeper.
trait Leaf {
    fn set(&self, into: &mut Map<String, Value>, key: &str, value: &Value);
}

struct Compiling;

impl Leaf for Compiling {
    fn set(&self, into: &mut Map<String, Value>, key: &str, value: &Value) {
        if value.is_null() {
            into.remove(key);
        } else {
            into.insert(key.to_owned(), value.clone());
        }
    }
}

struct Versioning<'a> {
    release: &'a Value,
}

impl Leaf for Versioning<'_> {
    fn set(&self, into: &mut Map<String, Value>, key: &str, value: &Value) {
        let versions = into.entry(key).or_insert_with(|| Value::Array(vec![]));
        let Value::Array(versions) = versions else { return };
        if versions.last().is_none_or(|last| last["value"] != *value) {
            versions.push(json!({
                "releaseID": self.release["id"],
                "releaseDate": self.release["date"],
                "releaseTag": self.release["tag"],
                "value": value,
            }));
        }
    }
}

fn merge<'a>(
    into: &mut Map<String, Value>,
    from: impl Iterator<Item = (&'a String, &'a Value)>,
    leaf: &impl Leaf,
) {
    for (key, value) in from {
        match value {
            Value::Object(object) => {
                let inner = into.entry(key).or_insert_with(|| Value::Object(Map::new()));
                if let Value::Object(inner) = inner {
                    merge(inner, object.iter(), leaf);
                }
            }
            Value::Array(values) if values.iter().all(Value::is_object) => {
                let inner = into.entry(key).or_insert_with(|| Value::Array(vec![]));
                if let Value::Array(inner) = inner {
                    merge_list(inner, values, leaf);
                }
            }
            _ => leaf.set(into, key, value),
        }
    }
}

/// The ids themselves have no versions: they tell which object is which.
fn merge_list(into: &mut Vec<Value>, from: &[Value], leaf: &impl Leaf) {
    for value in from {
        let Value::Object(object) = value else { continue };
        let at = into.iter().position(|known| known["id"] == value["id"]).unwrap_or_else(|| {
            into.push(json!({ "id": value["id"] }));
            into.len() - 1
        });
        if let Value::Object(known) = &mut into[at] {
            merge(known, object.iter().filter(|(key, _)| *key != "id"), leaf);
        }
    }
}
