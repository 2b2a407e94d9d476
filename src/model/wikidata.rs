//! Items of Wikidata, by which our things are joined with what others know of them.

use std::fmt;

/// An item: `Q` and a number without leading zeros. A label, a property or an address is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WikidataItem(u64);

impl WikidataItem {
    /// Reads `Q42`. Nothing when it has another form.
    pub fn parse(text: &str) -> Option<WikidataItem> {
        let digits = text.strip_prefix('Q')?;
        let whole = !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse().ok().filter(|_| whole).map(WikidataItem)
    }

    /// The IRI that Wikidata itself uses for it in its linked data: `http`, not `https`.
    pub fn iri(self) -> String {
        format!("http://www.wikidata.org/entity/{self}")
    }
}

impl fmt::Display for WikidataItem {
    /// As written in `data/`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Q{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_q_and_a_number_is_an_item() {
        for good in ["Q1", "Q42", "Q130000000"] {
            let item = WikidataItem::parse(good).expect(good);
            assert_eq!(item.to_string(), good);
            assert_eq!(item.iri(), format!("http://www.wikidata.org/entity/{good}"));
        }
        for bad in ["", "Q", "Q0", "Q042", "q42", "42", "P31", "Q4 2", "Q+1", "Q-1", "Q٤٢", " Q42"]
        {
            assert_eq!(WikidataItem::parse(bad), None, "{bad}");
        }
        assert_eq!(WikidataItem::parse("Q99999999999999999999"), None);
    }
}
