//! A source's address can be opened: http or https, with a host.

use crate::data::problem::{AddressFault, Problem, ProblemKind};
use crate::data::record::Records;
use url::Url;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    for source in records.sources() {
        let Some(url) = &source.record.url else { continue };
        if let Some(kind) = web_address(url.get_ref()) {
            problems.push(source.place.problem(Some(url.span()), kind));
        }
    }
}

/// What is wrong with an address that has to be one of the web.
pub fn web_address(address: &str) -> Option<ProblemKind> {
    let parsed = Url::parse(address);
    let web = match &parsed {
        Ok(url) => matches!(url.scheme(), "http" | "https"),
        Err(_) => address.starts_with("http:") || address.starts_with("https:"),
    };
    let address = address.to_owned();
    if !web {
        return Some(ProblemKind::AddressNotHttp { address });
    }
    // `Url` forgives some spaces and missing slashes; whoever else reads the published
    // files may not.
    let fault = if address.contains(char::is_whitespace) {
        AddressFault::Space
    } else if !address.contains("://") {
        AddressFault::Slashes
    } else {
        AddressFault::Parts(parsed.err()?)
    };
    Some(ProblemKind::AddressMalformed { address, fault })
}
