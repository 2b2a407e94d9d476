//! With which headers the files of the site are sent, whoever sends them. Every host's writer turns
//! this one table into its own words, so a header is changed here and nowhere else.

/// A part of the site whose files are sent with the same headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What is in none of the folders below: the pages, and the files beside them.
    Pages,
    /// Files whose names carry the hash of their content.
    Assets,
    /// Figures in frames of other sites.
    Embeds,
    /// Frozen versions, whose figures stand in frames of other sites too.
    Frozen,
    /// Data, pictures and answers to oEmbed, which others read from their own pages.
    Files,
}

impl Part {
    /// Every part; that of no folder first.
    pub const ALL: [Part; 5] = [Part::Pages, Part::Assets, Part::Embeds, Part::Frozen, Part::Files];

    /// The folders at the root of the site that are in this part.
    pub fn folders(self) -> &'static [&'static str] {
        match self {
            Part::Pages => &[],
            Part::Assets => &["assets"],
            Part::Embeds => &["embed"],
            Part::Frozen => &["v"],
            Part::Files => &["data", "pictures", "oembed"],
        }
    }

    /// The part that a file or folder at the root of the site is in.
    pub fn of(name: &str) -> Part {
        let holds = |part: &Part| part.folders().contains(&name);
        Part::ALL.into_iter().find(holds).unwrap_or(Part::Pages)
    }

    /// How long a browser may keep a file without asking again.
    pub fn cache(self) -> &'static str {
        match self {
            Part::Assets => "public, max-age=31536000, immutable",
            _ => "no-cache",
        }
    }

    /// The headers that differ from part to part, beside [`Part::cache`]. A header that one part has
    /// and another lacks is there with nothing.
    pub fn headers(self, origin: &str) -> [(&'static str, Option<String>); 2] {
        // Anybody may read the data from their own page, and a frame without an origin must be
        // allowed to fetch what makes its figure answer.
        let anybody = (self != Part::Pages).then(|| "*".to_owned());
        [("Content-Security-Policy", self.policy(origin)), ("Access-Control-Allow-Origin", anybody)]
    }

    /// What a browser may do with a file. Two policies hold together, so that of the header can only
    /// forbid more than the one in the page. It is the same but for what a `<meta>` cannot say
    /// (`frame-ancestors`) and what a header for all pages cannot know: the hash of a page's style.
    fn policy(self, origin: &str) -> Option<String> {
        let own = match self {
            // Safari takes nothing for 'self' in a frame without an origin.
            Part::Embeds if !origin.is_empty() => format!("'self' {origin}"),
            _ => "'self'".to_owned(),
        };
        let page = format!(
            "default-src {own}; script-src {own} 'wasm-unsafe-eval'; \
             style-src {own} 'unsafe-inline'; img-src {own} data:; base-uri 'none'; \
             form-action 'none'"
        );
        match self {
            Part::Pages => Some(format!("{page}; frame-ancestors 'self'")),
            Part::Embeds => Some(format!("{page}; frame-ancestors *")),
            // Script and style stand in each of these files, allowed by their hashes there.
            Part::Frozen => Some(
                "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *"
                    .to_owned(),
            ),
            // A picture has its style and its typefaces in it.
            Part::Files => Some(
                "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; \
                 frame-ancestors *"
                    .to_owned(),
            ),
            // It would hold in a worker, and no page is here.
            Part::Assets => None,
        }
    }
}

/// The headers of every answer.
pub const EVERYWHERE: [(&str, &str); 3] = [
    ("X-Content-Type-Options", "nosniff"),
    // Another site hears where a reader came from, not which day or choice they looked at.
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), \
         microphone=(), payment=(), usb=()",
    ),
];

/// Every header of a part but those that a host makes by itself (type, encoding, `Vary`), in order.
pub fn all(part: Part, origin: &str) -> Vec<(&'static str, String)> {
    let everywhere = EVERYWHERE.map(|(name, value)| (name, value.to_owned()));
    let own = part.headers(origin).into_iter().filter_map(|(name, value)| Some((name, value?)));
    let cache = ("Cache-Control", part.cache().to_owned());
    everywhere.into_iter().chain(own).chain([cache]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_folder_is_in_one_part_and_what_has_none_is_a_page() {
        for part in Part::ALL {
            for folder in part.folders() {
                assert_eq!(Part::of(folder), part);
            }
        }
        assert_eq!(Part::of("sv"), Part::Pages);
        assert_eq!(Part::of("robots.txt"), Part::Pages);
    }

    #[test]
    fn frames_of_others_may_show_embeds_and_nothing_else_of_the_site() {
        let ancestors = |part: Part| {
            let policy = part.policy("https://example.org").unwrap_or_default();
            policy.split("frame-ancestors ").nth(1).map(str::to_owned)
        };
        assert_eq!(ancestors(Part::Pages).as_deref(), Some("'self'"));
        assert_eq!(ancestors(Part::Embeds).as_deref(), Some("*"));
        assert_eq!(ancestors(Part::Frozen).as_deref(), Some("*"));
    }

    #[test]
    fn no_value_needs_another_way_of_quoting() {
        for part in Part::ALL {
            for (name, value) in all(part, "https://example.org") {
                assert!(!value.contains(['"', '\\', '\n', '$', '%']), "{name}: {value}");
            }
        }
    }
}
