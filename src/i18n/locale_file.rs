//! What a file of `locales/` holds: a text for each key, or the forms of a plural.
//!
//! Read by `build.rs` as well, which makes the types of `words` of it: it knows nothing else here.

use toml::{Table, Value};

/// What stands at a key.
pub enum Entry {
    Text(String),
    /// A text that differs with the number `{n}`. Swedish and English have these two forms.
    Plural {
        one: String,
        other: String,
    },
}

impl Entry {
    /// Its texts, in the order in which they travel.
    pub fn forms(&self) -> Vec<&str> {
        match self {
            Entry::Text(text) => vec![text],
            Entry::Plural { one, other } => vec![one, other],
        }
    }

    /// The names of its blanks, each once. A plural has its number even where no form says it.
    pub fn blanks(&self) -> Vec<&str> {
        let mut all = match self {
            Entry::Text(_) => vec![],
            Entry::Plural { .. } => vec![NUMBER],
        };
        for blank in self.forms().into_iter().flat_map(blanks) {
            if !all.contains(&blank) {
                all.push(blank);
            }
        }
        all
    }
}

/// The number that a plural goes by.
const NUMBER: &str = "n";

/// Reads a file, in the order of its keys' names, or tells all that is wrong, a sentence each.
pub fn read(text: &str) -> Result<Vec<(String, Entry)>, Vec<String>> {
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        vec![format!("line {line}: {}.", error.message().replace('\n', ", "))]
    })?;
    let mut entries = Vec::new();
    let mut problems = Vec::new();
    for (key, value) in table {
        match entry(&key, value) {
            Ok(entry) => entries.push((key, entry)),
            Err(problem) => problems.push(format!("`{key}` {problem}.")),
        }
    }
    if problems.is_empty() { Ok(entries) } else { Err(problems) }
}

/// The names of a text's blanks, in its order.
pub fn blanks(text: &str) -> Vec<&str> {
    let names = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    names.map(|(name, _)| name).filter(|name| !OF_THE_SITE.contains(name)).collect()
}

/// What is filled in once for all readers, with what `site.toml` says: the names of the site and of
/// its publisher.
pub const OF_THE_SITE: [&str; 2] = ["SITE", "PUBLISHER"];

fn entry(key: &str, value: Value) -> Result<Entry, String> {
    if !key.split('-').all(is_name) {
        return Err("is no name: write small letters a to z and digits, with hyphens between \
                    words that begin with a letter"
            .to_owned());
    }
    let entry = match value {
        Value::String(text) => Entry::Text(text),
        Value::Table(mut forms) => {
            let mut form = |name: &str| match forms.remove(name) {
                Some(Value::String(text)) => Some(text),
                _ => None,
            };
            match (form("one"), form("other"), forms.is_empty()) {
                (Some(one), Some(other), true) => Entry::Plural { one, other },
                _ => return Err("has to have two texts, `one` and `other`".to_owned()),
            }
        }
        _ => return Err("is neither a text nor a table of `one` and `other`".to_owned()),
    };
    for text in entry.forms() {
        let closed = text.split('{').skip(1).all(|rest| {
            rest.split_once('}').is_some_and(|(name, after)| {
                (is_name(name) || OF_THE_SITE.contains(&name)) && !after.contains('}')
            })
        });
        if !closed || text.split('{').next().is_some_and(|before| before.contains('}')) {
            return Err("has a blank that is not written as `{name}`, in small letters, and is \
                        neither `{SITE}` nor `{PUBLISHER}`"
                .to_owned());
        }
    }
    if let Entry::Plural { one, other } = &entry {
        let named = |text| {
            let mut all = blanks(text);
            all.retain(|blank| *blank != NUMBER);
            all.sort_unstable();
            all.dedup();
            all
        };
        if named(one) != named(other) {
            return Err("has other blanks in `one` than in `other`; only `{n}` may be missing \
                        from one of them"
                .to_owned());
        }
    }
    Ok(entry)
}

fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_compiled_is_told_in_a_sentence() {
        let told = |text: &str| match read(text) {
            Ok(_) => "nothing".to_owned(),
            Err(problems) => problems.join(" "),
        };
        let blank = "`a` has a blank that is not written as `{name}`, in small letters, and is \
                     neither `{SITE}` nor `{PUBLISHER}`.";
        for text in ["a = \"{b\"", "a = \"b}\"", "a = \"{b} c}\"", "a = \"{B}\"", "a = \"{}\""] {
            assert_eq!(told(text), blank, "{text}");
        }
        assert_eq!(told("a = \"{SITE} by {PUBLISHER}, {n}\""), "nothing");
        assert_eq!(blanks("{SITE} by {PUBLISHER}, {n}"), ["n"]);
        assert_eq!(told("a = 1"), "`a` is neither a text nor a table of `one` and `other`.");
        for forms in
            ["one = \"b\"", "one = \"b\", other = 2", "one = \"\", other = \"\", two = \"\""]
        {
            let text = format!("a = {{ {forms} }}");
            assert_eq!(told(&text), "`a` has to have two texts, `one` and `other`.", "{text}");
        }
        let forms = "a = { one = \"{b}\", other = \"{n} {b} {c}\" }";
        assert!(told(forms).starts_with("`a` has other blanks in `one` than in `other`;"));
        for name in ["A", "a_b", "a-1", "a--b"] {
            assert!(told(&format!("{name} = \"\"")).contains("is no name"), "{name}");
        }
        assert!(told("a = \"b\"\n\nc = ").starts_with("line 3: "));
        let two = told("a = 1\nb = 2");
        assert_eq!(two.matches("is neither a text").count(), 2, "{two}");
        assert_eq!(
            told("a = { one = \"One {b}\", other = \"{n} {b}\" }\nc-d = \"{e}\""),
            "nothing"
        );
    }
}
