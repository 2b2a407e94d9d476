//! The accessibility statement: what the publisher has filled in, for the text of its page.

use super::document::Told;
use crate::i18n::Key;
use crate::model::{Accessibility, Compliance, Day, Method, PartialDate};
use crate::view::Site;
use crate::view::markup::escape;

/// What the page of the statement is filled with.
pub fn told(site: Site, accessibility: &Accessibility) -> Told {
    let Accessibility {
        form,
        compliance,
        assessed,
        updated,
        method,
        faults,
        disproportionate,
        outside,
    } = accessibility;
    let mut parts = vec![match compliance {
        Compliance::Fully => "fully",
        Compliance::Partly => "partly",
        Compliance::Not => "not",
    }];
    parts.push(match method {
        Method::Own => "own",
        Method::ThirdParty => "third-party",
    });
    let day = |day: &Day| site.date(PartialDate::Day(*day));
    let mut holes = vec![
        ("site", escape(site.t(Key::SiteName))),
        ("publisher", escape(site.t(Key::PublisherName))),
        ("form", escape(form)),
        ("assessed", day(assessed)),
        ("updated", day(updated)),
    ];
    let texts = [("faults", faults), ("disproportionate", disproportionate), ("outside", outside)];
    for (name, text) in texts {
        if let Some(text) = text {
            parts.push(name);
            holes.push((name, escape(site.text(text))));
        }
    }
    Told { parts, holes }
}
