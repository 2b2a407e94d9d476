//! No text uses a word that the site has chosen against.

use crate::data::problem::{Problem, ProblemKind};
use crate::data::record::Records;
use crate::data::wording::forbidden_in;
use crate::model::Lang;

pub fn check(records: &Records, problems: &mut Vec<Problem>) {
    for text in &records.texts {
        let code = text.field.rsplit('.').next().unwrap_or_default();
        let Some(lang) = Lang::ALL.into_iter().find(|lang| lang.code() == code) else { continue };
        for forbidden in forbidden_in(&text.text, lang) {
            let kind = ProblemKind::ForbiddenWord { forbidden };
            problems.push(text.place.problem(Some(text.span.clone()), kind));
        }
    }
}
