//! `site.toml`: whose site it is, and what it shows.

use super::{Fields, Record};
use crate::model::{Compliance, Day, Licence, Method, Text};
use toml::Spanned;

/// The whole file.
#[derive(Debug)]
pub struct SiteRecord {
    pub address: Option<Spanned<String>>,
    pub name: Option<Text>,
    pub publisher: Option<Text>,
    pub contact: Option<Spanned<String>>,
    pub texts: Option<Licence>,
    pub regions: Option<bool>,
    pub danish_rule: Option<bool>,
    pub accessibility: Option<AccessibilityRecord>,
}

/// `[accessibility]`, what the statement tells.
#[derive(Debug)]
pub struct AccessibilityRecord {
    pub form: Option<Spanned<String>>,
    pub compliance: Option<Compliance>,
    pub assessed: Option<Spanned<Day>>,
    pub updated: Option<Spanned<Day>>,
    pub method: Option<Method>,
    pub faults: Option<Text>,
    pub disproportionate: Option<Text>,
    pub outside: Option<Text>,
}

impl Record for SiteRecord {
    fn read(fields: &mut Fields) -> Self {
        SiteRecord {
            address: fields.optional("address"),
            name: fields.required("name"),
            publisher: fields.required("publisher"),
            contact: fields.optional("contact"),
            texts: fields.required("texts"),
            regions: fields.required("regions"),
            danish_rule: fields.required("danish-rule"),
            accessibility: fields.optional_table("accessibility"),
        }
    }
}

impl Record for AccessibilityRecord {
    fn read(fields: &mut Fields) -> Self {
        let compliance = fields.required("compliance");
        let faults = match compliance {
            // Who does not comply fully says with what.
            Some(Compliance::Partly | Compliance::Not) => fields.required("faults"),
            Some(Compliance::Fully) | None => fields.optional("faults"),
        };
        AccessibilityRecord {
            form: fields.required("form"),
            compliance,
            assessed: fields.required("assessed"),
            updated: fields.required("updated"),
            method: fields.required("method"),
            faults,
            disproportionate: fields.optional("disproportionate"),
            outside: fields.optional("outside"),
        }
    }
}
